"""`/audit`: who of the moderators changed what, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app import server_labels
from bot.discord_app.responding import handling, require_own_server
from bot.discord_app.views.audit_page import open_audit

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot


@app_commands.command(name="audit", description=server_labels.AUDIT_DESCRIPTION)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
async def audit(interaction: discord.Interaction[GuideBot]) -> None:
    """Show the newest page."""
    async with handling(interaction, "/audit") as actor:
        require_own_server(interaction)
        await open_audit(interaction, actor, 0)
