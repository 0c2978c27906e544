"""`/suggest diversity`, `correction` and `mine`: members help to keep the reviews right. Servers only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app import member_labels
from bot.discord_app.commands.movie_option import LONGEST_CHOICE, offer_reviewed, picked_movie
from bot.discord_app.responding import handling, keeps_pace, require_own_server
from bot.discord_app.views.suggestion_form import open_form
from bot.discord_app.views.suggestion_lists import MINE, open_list
from bot.domain.suggestion import SuggestionKind

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

suggest = app_commands.Group(
    name="suggest",
    description=member_labels.SUGGEST_DESCRIPTION,
    allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
)


@suggest.command(name="diversity", description=member_labels.SUGGEST_DIVERSITY_DESCRIPTION)
@app_commands.describe(movie=member_labels.REVIEWED_MOVIE_DESCRIPTION)
@app_commands.autocomplete(movie=offer_reviewed)
async def suggest_diversity(
    interaction: discord.Interaction[GuideBot], movie: app_commands.Range[str, 1, LONGEST_CHOICE]
) -> None:
    """Open the form for a diversity update."""
    await _open(interaction, SuggestionKind.DIVERSITY, movie)


@suggest.command(name="correction", description=member_labels.SUGGEST_CORRECTION_DESCRIPTION)
@app_commands.describe(movie=member_labels.REVIEWED_MOVIE_DESCRIPTION)
@app_commands.autocomplete(movie=offer_reviewed)
async def suggest_correction(
    interaction: discord.Interaction[GuideBot], movie: app_commands.Range[str, 1, LONGEST_CHOICE]
) -> None:
    """Open the form for a correction."""
    await _open(interaction, SuggestionKind.CORRECTION, movie)


@suggest.command(name="mine", description=member_labels.SUGGEST_MINE_DESCRIPTION)
async def suggest_mine(interaction: discord.Interaction[GuideBot]) -> None:
    """List the member's own suggestions with what became of them."""
    async with handling(interaction, "/suggest mine") as actor:
        require_own_server(interaction)
        if await keeps_pace(interaction):
            await open_list(interaction, actor, MINE)


async def _open(interaction: discord.Interaction[GuideBot], kind: SuggestionKind, name: str) -> None:
    async with handling(interaction, f"/suggest {kind.value}") as actor:
        require_own_server(interaction)
        movie = await picked_movie(interaction, name, reviewed=True)
        await open_form(interaction, actor, kind, movie.movie_id)
