"""`/review`: the moderators' way to write, change and keep reviews. For servers; the shared library is the operator's.

Discord hides it from others as a courtesy; the use cases check every press.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.application.guide import Speaker
from bot.discord_app import review_labels as labels
from bot.discord_app.actor import actor_of, speaker_of
from bot.discord_app.ports import MOST_SUGGESTIONS, Guide, UseCases
from bot.discord_app.views import draft_panel
from bot.discord_app.views.movie_choice import cut
from bot.discord_app.views.private_answer import show, worked_out
from bot.domain.actor import Actor
from bot.domain.draft import Draft
from bot.domain.errors import NotFoundError
from bot.domain.movie import Movie, MovieId
from bot.domain.review import StoredReview

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

LONGEST_TITLE_TYPED = 200
LONGEST_CHOICE = 100
_TITLE_AND_YEAR = re.compile(r"(?P<title>.*\S)\s*[(,]?\s*\b(?P<year>(?:18[7-9]|19\d|20\d)\d)\)?")

Title = app_commands.Range[str, 1, LONGEST_TITLE_TYPED]
Offer = Callable[[UseCases, Actor, str], list[StoredReview]]

review = app_commands.Group(
    name="review",
    description=labels.REVIEW_DESCRIPTION,
    default_permissions=discord.Permissions(manage_guild=True),
    allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
)


@review.command(name="add", description=labels.ADD_DESCRIPTION)
@app_commands.describe(title=labels.ADD_TITLE_DESCRIPTION)
async def add(interaction: discord.Interaction[GuideBot], title: Title) -> None:
    """Begin a review, with what is known of the movie, or open the draft that there is."""
    bot = interaction.client
    speaker = speaker_of(interaction)
    use_cases = bot.desk.use_cases

    def start(actor: Actor) -> Draft:
        movie_id = _known(use_cases.guide, title, speaker)
        if movie_id is not None:
            return use_cases.drafting.begin_for(actor, movie_id)
        return use_cases.drafting.begin(actor, _typed_movie(title))

    async with bot.desk.handling(interaction, "/review add"):
        await bot.review_desk.begin(interaction, start)


@review.command(name="edit", description=labels.EDIT_DESCRIPTION)
@app_commands.describe(title=labels.OWN_TITLE_DESCRIPTION)
async def edit(interaction: discord.Interaction[GuideBot], title: Title) -> None:
    """Open a review of this server for changes."""
    bot = interaction.client
    use_cases = bot.desk.use_cases

    def start(actor: Actor) -> Draft:
        return use_cases.drafting.edit(actor, _chosen(use_cases, actor, title, own, labels.NO_SUCH_OWN).review_id)

    async with bot.desk.handling(interaction, "/review edit"):
        await bot.review_desk.begin(interaction, start)


@review.command(name="copy", description=labels.COPY_DESCRIPTION)
@app_commands.describe(title=labels.LIBRARY_TITLE_DESCRIPTION)
async def copy(interaction: discord.Interaction[GuideBot], title: Title) -> None:
    """Begin this server's own version of a library review."""
    bot = interaction.client
    use_cases = bot.desk.use_cases

    def start(actor: Actor) -> Draft:
        stored = _chosen(use_cases, actor, title, library, labels.NO_SUCH_LIBRARY)
        return use_cases.drafting.copy(actor, stored.review_id)

    async with bot.desk.handling(interaction, "/review copy"):
        await bot.review_desk.begin(interaction, start)


@review.command(name="drafts", description=labels.DRAFTS_DESCRIPTION)
async def drafts(interaction: discord.Interaction[GuideBot]) -> None:
    """List the drafts, to open one."""
    bot = interaction.client
    async with bot.desk.handling(interaction, "/review drafts"):
        actor = actor_of(interaction, bot.settings.operator_ids)
        found = await worked_out(interaction, lambda: bot.desk.use_cases.drafting.all(actor))
        if not found:
            raise NotFoundError(labels.NO_DRAFTS)
        await show(interaction, draft_panel.drafts_view(found))


def own(use_cases: UseCases, actor: Actor, typed: str) -> list[StoredReview]:
    """This server's own reviews."""
    return use_cases.shelves.own(actor, typed)


def library(use_cases: UseCases, actor: Actor, typed: str) -> list[StoredReview]:
    """The shared library's reviews."""
    return use_cases.shelves.library(actor, typed)


def _chosen(use_cases: UseCases, actor: Actor, title: str, offer: Offer, otherwise: str) -> StoredReview:
    """The review of that very name; what was typed is checked again. Raises NotFoundError."""
    for stored in offer(use_cases, actor, title):
        if cut(stored.review.movie.name, LONGEST_CHOICE).casefold() == title.strip().casefold():
            return stored
    raise NotFoundError(otherwise)


def _known(guide: Guide, title: str, speaker: Speaker) -> MovieId | None:
    """The movie of that very name among what would be offered; None when it is no offered name."""
    for offered in guide.suggest_titles(title, speaker):
        if cut(offered.name, LONGEST_CHOICE).casefold() == title.strip().casefold():
            return offered.movie_id
    return None


def _typed_movie(title: str) -> Movie:
    """The movie that was typed; a year at its end is taken for its year. Raises InvalidReviewError."""
    match = _TITLE_AND_YEAR.fullmatch(" ".join(title.split()))
    return Movie(match["title"], int(match["year"])) if match else Movie(title.strip())


@add.autocomplete("title")
async def _offer_movies(interaction: discord.Interaction[GuideBot], typed: str) -> list[app_commands.Choice[str]]:
    guide, speaker = interaction.client.desk.guide, speaker_of(interaction)

    def names() -> list[str]:
        return [movie.name for movie in guide.suggest_titles(typed, speaker, MOST_SUGGESTIONS)]

    return await _choices(interaction, names)


@edit.autocomplete("title")
async def _offer_own(interaction: discord.Interaction[GuideBot], typed: str) -> list[app_commands.Choice[str]]:
    return await _offer(interaction, typed, own)


@copy.autocomplete("title")
async def _offer_library(interaction: discord.Interaction[GuideBot], typed: str) -> list[app_commands.Choice[str]]:
    return await _offer(interaction, typed, library)


async def _offer(
    interaction: discord.Interaction[GuideBot], typed: str, offer: Offer
) -> list[app_commands.Choice[str]]:
    bot = interaction.client
    actor = actor_of(interaction, bot.settings.operator_ids)
    return await _choices(
        interaction, lambda: [stored.review.movie.name for stored in offer(bot.desk.use_cases, actor, typed)]
    )


async def _choices(
    interaction: discord.Interaction[GuideBot], names: Callable[[], list[str]]
) -> list[app_commands.Choice[str]]:
    """Offer names; nothing where looking them up is refused or fails, for an autocomplete has no room to say why."""
    offered: list[app_commands.Choice[str]] = []

    async def say_nothing(_sentence: str) -> None:
        """An autocomplete has no room for a sentence."""

    async with interaction.client.desk.boundary.around("autocomplete", say_nothing, server_id=interaction.guild_id):
        found = dict.fromkeys(cut(name, LONGEST_CHOICE) for name in await asyncio.to_thread(names))
        offered += [app_commands.Choice(name=name, value=name) for name in found][:MOST_SUGGESTIONS]
    return offered
