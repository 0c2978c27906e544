"""The `movie` option of commands: titles offered while typing, and what was picked found again.

Discord lets anything be sent in place of an offered title, so the name is looked up once more.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app import member_labels
from bot.discord_app.actor import speaker_of
from bot.discord_app.boundary import say_to_nobody
from bot.discord_app.ports import MOST_SUGGESTIONS
from bot.discord_app.views.movie_choice import cut
from bot.domain.errors import NotFoundError
from bot.saying.reply import MovieRef

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

LONGEST_CHOICE = 100


async def offer_reviewed(interaction: discord.Interaction[GuideBot], typed: str) -> list[app_commands.Choice[str]]:
    """Offer the titles of movies that have a review here."""
    return await _offer(interaction, typed, reviewed=True)


async def offer_known(interaction: discord.Interaction[GuideBot], typed: str) -> list[app_commands.Choice[str]]:
    """Offer the titles of all known movies."""
    return await _offer(interaction, typed, reviewed=False)


async def picked_movie(interaction: discord.Interaction[GuideBot], name: str, *, reviewed: bool) -> MovieRef:
    """The movie of this name among what this person would be offered; raises NotFoundError.

    A title that was typed instead of picked counts when it fits one movie alone.
    """
    found = await asyncio.to_thread(_found, interaction, name, reviewed)
    exact = [movie for movie in found if cut(movie.name, LONGEST_CHOICE) == name]
    same_title = [movie for movie in found if movie.title.casefold() == name.strip().casefold()]
    for candidates in (exact, same_title):
        if len(candidates) == 1:
            return candidates[0]
    wanted = member_labels.PICK_A_MOVIE if reviewed else member_labels.PICK_A_KNOWN_MOVIE
    raise NotFoundError(wanted.format(typed=name))


def _found(interaction: discord.Interaction[GuideBot], typed: str, reviewed: bool) -> list[MovieRef]:
    guide, speaker = interaction.client.desk.guide, speaker_of(interaction)
    if reviewed:
        return guide.suggest_reviewed(typed, speaker, MOST_SUGGESTIONS)
    return guide.suggest_titles(typed, speaker, MOST_SUGGESTIONS)


async def _offer(
    interaction: discord.Interaction[GuideBot], typed: str, *, reviewed: bool
) -> list[app_commands.Choice[str]]:
    offered: list[app_commands.Choice[str]] = []

    desk = interaction.client.desk
    async with desk.boundary.around("autocomplete", say_to_nobody, server_id=interaction.guild_id):
        movies = await asyncio.to_thread(_found, interaction, typed, reviewed)
        names = dict.fromkeys(cut(movie.name, LONGEST_CHOICE) for movie in movies)
        offered += [app_commands.Choice(name=name, value=name) for name in names][:MOST_SUGGESTIONS]
    return offered
