"""`/rate`: a member's own review of a movie, apart from the guide's verdict. Servers only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app import member_labels
from bot.discord_app.commands.movie_option import LONGEST_CHOICE, offer_known, picked_movie
from bot.discord_app.responding import handling, require_own_server
from bot.discord_app.views.rating_form import open_rating_form

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot


@app_commands.command(name="rate", description=member_labels.RATE_DESCRIPTION)
@app_commands.describe(movie=member_labels.REVIEWED_MOVIE_DESCRIPTION)
@app_commands.autocomplete(movie=offer_known)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
async def rate(interaction: discord.Interaction[GuideBot], movie: app_commands.Range[str, 1, LONGEST_CHOICE]) -> None:
    """Open the form."""
    async with handling(interaction, "/rate") as actor:
        require_own_server(interaction)
        picked = await picked_movie(interaction, movie, reviewed=False)
        await open_rating_form(interaction, actor, picked.movie_id)
