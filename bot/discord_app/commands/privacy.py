"""`/privacy`: what is kept about the one who asks; a copy of it; its deletion. Works everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app import member_labels
from bot.discord_app.responding import handling, keeps_pace
from bot.discord_app.views.privacy_panel import open_privacy

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot


@app_commands.command(name="privacy", description=member_labels.PRIVACY_DESCRIPTION)
async def privacy(interaction: discord.Interaction[GuideBot]) -> None:
    """Show it to them alone."""
    async with handling(interaction, "/privacy") as actor:
        if await keeps_pace(interaction):
            await open_privacy(interaction, actor)
