"""`/community reviews`: what families here say about a movie; `/community waiting`: what moderators have to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app import member_labels
from bot.discord_app.commands.movie_option import LONGEST_CHOICE, offer_known, picked_movie
from bot.discord_app.responding import handling, require_own_server
from bot.discord_app.views.waiting_review import open_waiting

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

community = app_commands.Group(
    name="community",
    description=member_labels.COMMUNITY_DESCRIPTION,
    allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
)


@community.command(name="reviews", description=member_labels.COMMUNITY_REVIEWS_DESCRIPTION)
@app_commands.describe(movie=member_labels.REVIEWED_MOVIE_DESCRIPTION)
@app_commands.autocomplete(movie=offer_known)
async def community_reviews(
    interaction: discord.Interaction[GuideBot], movie: app_commands.Range[str, 1, LONGEST_CHOICE]
) -> None:
    """Show what families here say."""
    async with handling(interaction, "/community reviews"):
        picked = await picked_movie(interaction, movie, reviewed=False)
        await interaction.client.members.community_reviews(interaction, picked.movie_id)


@community.command(name="waiting", description=member_labels.COMMUNITY_WAITING_DESCRIPTION)
async def community_waiting(interaction: discord.Interaction[GuideBot]) -> None:
    """Show what waits for a moderator; the use case checks that it is one who asks."""
    async with handling(interaction, "/community waiting") as actor:
        require_own_server(interaction)
        await open_waiting(interaction, actor)
