"""`/review remove`, `history` and `undo`: what is published, and how it came to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app import review_labels as labels
from bot.discord_app.commands import review_titles
from bot.discord_app.commands.review_titles import Title, chosen

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot


@app_commands.command(name="remove", description=labels.REMOVE_DESCRIPTION)
@app_commands.describe(title=labels.OWN_TITLE_DESCRIPTION)
async def remove(interaction: discord.Interaction[GuideBot], title: Title) -> None:
    """Take a review of this server down."""
    bot = interaction.client
    async with bot.desk.handling(interaction, "/review remove"):
        await bot.history_desk.remove(
            interaction,
            lambda actor: chosen(bot.desk.use_cases, actor, title, review_titles.own, labels.NO_SUCH_OWN),
        )


@app_commands.command(name="history", description=labels.HISTORY_DESCRIPTION)
@app_commands.describe(title=labels.SEEN_TITLE_DESCRIPTION)
async def history(interaction: discord.Interaction[GuideBot], title: Title) -> None:
    """Show who changed a review, when and why."""
    bot = interaction.client
    async with bot.desk.handling(interaction, "/review history"):
        await bot.history_desk.history(
            interaction,
            lambda actor: chosen(bot.desk.use_cases, actor, title, review_titles.seen, labels.NO_SUCH_REVIEW),
        )


@app_commands.command(name="undo", description=labels.UNDO_DESCRIPTION)
@app_commands.describe(title=labels.OWN_TITLE_DESCRIPTION)
async def undo(interaction: discord.Interaction[GuideBot], title: Title) -> None:
    """Take the last change of a review back, a removal too."""
    bot = interaction.client
    async with bot.desk.handling(interaction, "/review undo"):
        await bot.history_desk.undo(
            interaction,
            lambda actor: chosen(bot.desk.use_cases, actor, title, review_titles.own_or_removed, labels.NO_SUCH_OWN),
        )


@remove.autocomplete("title")
async def _offer_own(interaction: discord.Interaction[GuideBot], typed: str) -> list[app_commands.Choice[str]]:
    return await review_titles.offer_reviews(interaction, typed, review_titles.own)


@history.autocomplete("title")
async def _offer_seen(interaction: discord.Interaction[GuideBot], typed: str) -> list[app_commands.Choice[str]]:
    return await review_titles.offer_reviews(interaction, typed, review_titles.seen)


@undo.autocomplete("title")
async def _offer_kept(interaction: discord.Interaction[GuideBot], typed: str) -> list[app_commands.Choice[str]]:
    return await review_titles.offer_reviews(interaction, typed, review_titles.own_or_removed)
