"""`/requests`: movies that were asked for here and have no review, to be written or dismissed by moderators."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app import server_labels
from bot.discord_app.responding import handling, require_own_server
from bot.discord_app.views.requests_list import open_requests

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot


@app_commands.command(name="requests", description=server_labels.REQUESTS_DESCRIPTION)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
async def requests(interaction: discord.Interaction[GuideBot]) -> None:
    """List them, most wanted first."""
    async with handling(interaction, "/requests") as actor:
        require_own_server(interaction)
        await open_requests(interaction, actor)
