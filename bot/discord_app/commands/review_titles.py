"""Picking a movie or a review by its name for `/review`: what is offered while typing, and what was meant."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.application.guide import Speaker
from bot.application.ports import ReviewTitle
from bot.discord_app import review_labels as labels
from bot.discord_app.actor import actor_of, speaker_of
from bot.discord_app.boundary import say_to_nobody
from bot.discord_app.ports import MOST_SUGGESTIONS, Guide, UseCases
from bot.discord_app.views.movie_choice import cut
from bot.domain.actor import Actor
from bot.domain.errors import NotFoundError
from bot.domain.movie import Movie, MovieId

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

LONGEST_TITLE_TYPED = 200
LONGEST_CHOICE = 100
_TITLE_AND_YEAR = re.compile(r"(?P<title>.*[^\s(,])[\s(,]+(?P<year>(?:18[7-9]|19\d|20\d)\d)\)?")

Title = app_commands.Range[str, 1, LONGEST_TITLE_TYPED]
Shelf = Callable[[UseCases, Actor, str], list[ReviewTitle]]
"""Which reviews are offered."""


def own(use_cases: UseCases, actor: Actor, typed: str) -> list[ReviewTitle]:
    """This server's own reviews."""
    return use_cases.shelves.own(actor, typed)


def own_or_removed(use_cases: UseCases, actor: Actor, typed: str) -> list[ReviewTitle]:
    """This server's own reviews and those that were taken down."""
    return use_cases.shelves.own(actor, typed, with_removed=True)


def library(use_cases: UseCases, actor: Actor, typed: str) -> list[ReviewTitle]:
    """The shared library's reviews."""
    return use_cases.shelves.library(actor, typed)


def seen(use_cases: UseCases, actor: Actor, typed: str) -> list[ReviewTitle]:
    """Every review that this server sees or had."""
    return use_cases.shelves.seen(actor, typed)


def chosen(use_cases: UseCases, actor: Actor, title: str, shelf: Shelf, otherwise: str) -> ReviewTitle:
    """The review of that very name: what comes in need not be what was offered. Raises NotFoundError(otherwise)."""
    wanted = title.strip().casefold()
    typed = title.strip().removesuffix(labels.TAKEN_DOWN_SUFFIX)
    for one in shelf(use_cases, actor, typed):
        if wanted in (_shown(one).casefold(), one.name.casefold()):
            return one
    raise NotFoundError(otherwise)


def known_movie(guide: Guide, title: str, speaker: Speaker) -> MovieId | None:
    """The movie of that very name among what would be offered; None when it is no offered name."""
    wanted = {title.strip().casefold(), typed_movie(title).name.casefold()}
    for offered in guide.suggest_titles(title, speaker):
        if cut(offered.name, LONGEST_CHOICE).casefold() in wanted:
            return offered.movie_id
    return None


def typed_movie(title: str) -> Movie:
    """The movie that was typed; a year at its end is taken for its year. Raises InvalidReviewError."""
    match = _TITLE_AND_YEAR.fullmatch(" ".join(title.split()))
    return Movie(match["title"], int(match["year"])) if match else Movie(title.strip())


async def offer_movies(interaction: discord.Interaction[GuideBot], typed: str) -> list[app_commands.Choice[str]]:
    """Offer the movies whose title is being typed, and what is typed itself; before that what is asked for most."""
    bot = interaction.client
    guide, speaker = bot.desk.guide, speaker_of(interaction)
    actor = actor_of(interaction, bot.settings.operator_ids)

    def names() -> list[str]:
        if not typed.strip():
            return [one.name for one in bot.desk.use_cases.care.wanted(actor)]
        known = [movie.name for movie in guide.suggest_titles(typed, speaker, MOST_SUGGESTIONS - 1)]
        new = typed_movie(typed).name
        if new.casefold() in (name.casefold() for name in known):
            return known
        # Discord's Enter takes the first: a title typed out with its year is meant as it stands.
        return [new, *known] if _TITLE_AND_YEAR.fullmatch(typed.strip()) else [*known, new]

    return await _choices(interaction, names)


async def offer_reviews(
    interaction: discord.Interaction[GuideBot], typed: str, shelf: Shelf
) -> list[app_commands.Choice[str]]:
    """Offer the reviews whose title is being typed."""
    bot = interaction.client
    actor = actor_of(interaction, bot.settings.operator_ids)
    return await _choices(interaction, lambda: [_shown(one) for one in shelf(bot.desk.use_cases, actor, typed)])


def _shown(one: ReviewTitle) -> str:
    if not one.removed:
        return cut(one.name, LONGEST_CHOICE)
    return cut(one.name, LONGEST_CHOICE - len(labels.TAKEN_DOWN_SUFFIX)) + labels.TAKEN_DOWN_SUFFIX


async def _choices(
    interaction: discord.Interaction[GuideBot], names: Callable[[], list[str]]
) -> list[app_commands.Choice[str]]:
    """Offer names; nothing where looking them up is refused or fails, for an autocomplete has no room to say why."""
    offered: list[app_commands.Choice[str]] = []

    async with interaction.client.desk.boundary.around("autocomplete", say_to_nobody, server_id=interaction.guild_id):
        found = dict.fromkeys(cut(name, LONGEST_CHOICE) for name in await asyncio.to_thread(names))
        offered += [app_commands.Choice(name=name, value=name) for name in found][:MOST_SUGGESTIONS]
    return offered
