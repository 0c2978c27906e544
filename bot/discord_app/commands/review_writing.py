"""`/review add`, `edit`, `copy` and `drafts`: begin a draft, or open one that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app import review_labels as labels
from bot.discord_app.actor import actor_of, speaker_of
from bot.discord_app.commands import review_titles
from bot.discord_app.commands.review_titles import Title, chosen
from bot.discord_app.views import draft_panel
from bot.discord_app.views.private_answer import show, worked_out
from bot.domain.actor import Actor
from bot.domain.draft import Draft
from bot.domain.errors import NotFoundError

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot


@app_commands.command(name="add", description=labels.ADD_DESCRIPTION)
@app_commands.describe(title=labels.ADD_TITLE_DESCRIPTION)
async def add(interaction: discord.Interaction[GuideBot], title: Title) -> None:
    """Begin a review, with what is known of the movie, or open the draft that there is."""
    bot = interaction.client
    speaker = speaker_of(interaction)
    use_cases = bot.desk.use_cases

    def start(actor: Actor) -> Draft:
        movie_id = review_titles.known_movie(use_cases.guide, title, speaker)
        if movie_id is not None:
            return use_cases.drafting.begin_for(actor, movie_id)
        return use_cases.drafting.begin(actor, review_titles.typed_movie(title))

    async with bot.desk.handling(interaction, "/review add"):
        await bot.review_desk.begin(interaction, start)


@app_commands.command(name="edit", description=labels.EDIT_DESCRIPTION)
@app_commands.describe(title=labels.OWN_TITLE_DESCRIPTION)
async def edit(interaction: discord.Interaction[GuideBot], title: Title) -> None:
    """Open a review of this server for changes."""
    bot = interaction.client
    use_cases = bot.desk.use_cases

    def start(actor: Actor) -> Draft:
        one = chosen(use_cases, actor, title, review_titles.own, labels.NO_SUCH_OWN)
        return use_cases.drafting.edit(actor, one.review_id)

    async with bot.desk.handling(interaction, "/review edit"):
        await bot.review_desk.begin(interaction, start)


@app_commands.command(name="copy", description=labels.COPY_DESCRIPTION)
@app_commands.describe(title=labels.LIBRARY_TITLE_DESCRIPTION)
async def copy(interaction: discord.Interaction[GuideBot], title: Title) -> None:
    """Begin this server's own version of a library review."""
    bot = interaction.client
    use_cases = bot.desk.use_cases

    def start(actor: Actor) -> Draft:
        one = chosen(use_cases, actor, title, review_titles.library, labels.NO_SUCH_LIBRARY)
        return use_cases.drafting.copy(actor, one.review_id)

    async with bot.desk.handling(interaction, "/review copy"):
        await bot.review_desk.begin(interaction, start)


@app_commands.command(name="drafts", description=labels.DRAFTS_DESCRIPTION)
async def drafts(interaction: discord.Interaction[GuideBot]) -> None:
    """List the drafts, to open one."""
    bot = interaction.client
    async with bot.desk.handling(interaction, "/review drafts"):
        actor = actor_of(interaction, bot.settings.operator_ids)
        found = await worked_out(interaction, lambda: bot.desk.use_cases.drafting.all(actor))
        if not found:
            raise NotFoundError(labels.NO_DRAFTS)
        await show(interaction, draft_panel.drafts_view(found))


@add.autocomplete("title")
async def _offer_movies(interaction: discord.Interaction[GuideBot], typed: str) -> list[app_commands.Choice[str]]:
    return await review_titles.offer_movies(interaction, typed)


@edit.autocomplete("title")
async def _offer_own(interaction: discord.Interaction[GuideBot], typed: str) -> list[app_commands.Choice[str]]:
    return await review_titles.offer_reviews(interaction, typed, review_titles.own)


@copy.autocomplete("title")
async def _offer_library(interaction: discord.Interaction[GuideBot], typed: str) -> list[app_commands.Choice[str]]:
    return await review_titles.offer_reviews(interaction, typed, review_titles.library)
