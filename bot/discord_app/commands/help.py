"""`/guide`: what the guide can do, in its own words, and the ways to ask it on Discord."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.application.guide import Question
from bot.discord_app import labels

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot


@app_commands.command(name="guide", description=labels.HELP_DESCRIPTION)
async def show_help(interaction: discord.Interaction[GuideBot]) -> None:
    """Ask the guide for its own help text."""
    desk = interaction.client.desk
    await desk.answer(
        interaction,
        "/guide",
        lambda speaker: desk.guide.ask(Question("help", speaker)),
        private=True,
        footnote=labels.WAYS_TO_ASK,
    )
