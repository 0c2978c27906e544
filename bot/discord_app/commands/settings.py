"""`/settings`: how the guide behaves in this server, on one panel.

Not hidden from members by Discord: a moderator by role has no permission it could be shown by. The use case checks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app import server_labels
from bot.discord_app.responding import handling, require_own_server
from bot.discord_app.views.private_answer import worked_out
from bot.discord_app.views.settings_panel import open_settings

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot


@app_commands.command(name="settings", description=server_labels.SETTINGS_DESCRIPTION)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
async def settings(interaction: discord.Interaction[GuideBot]) -> None:
    """Show the panel."""
    async with handling(interaction, "/settings") as actor:
        require_own_server(interaction)
        care = interaction.client.desk.use_cases.care
        found = await worked_out(interaction, lambda: care.own_settings(actor))
        await open_settings(interaction, found, in_place=False)
