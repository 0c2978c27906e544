"""`/block member`, `/unblock member` and `/blocked`: whom this server's moderators do not let write.

The member option takes whoever Discord knows, so that one who left can be let in again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app import server_labels
from bot.discord_app.responding import handling, panel, require_own_server
from bot.discord_app.views.private_answer import show, worked_out
from bot.domain.actor import DiscordUserId

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

MOST_NAMED = 100
"""Mentions that fit one message with room to spare."""
_SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
_INSTALLED = app_commands.AppInstallationType(guild=True, user=False)

block = app_commands.Group(
    name="block",
    description=server_labels.BLOCK_DESCRIPTION,
    allowed_installs=_INSTALLED,
    allowed_contexts=_SERVERS,
)
unblock = app_commands.Group(
    name="unblock",
    description=server_labels.UNBLOCK_DESCRIPTION,
    allowed_installs=_INSTALLED,
    allowed_contexts=_SERVERS,
)


@block.command(name="member", description=server_labels.BLOCK_DESCRIPTION)
@app_commands.describe(member=server_labels.BLOCK_MEMBER_DESCRIPTION)
async def block_member(interaction: discord.Interaction[GuideBot], member: discord.User) -> None:
    """Block somebody."""
    async with handling(interaction, "/block member") as actor:
        require_own_server(interaction)
        care = interaction.client.desk.use_cases.care
        await worked_out(interaction, lambda: care.block(actor, DiscordUserId(member.id)))
        await show(interaction, panel(server_labels.BLOCKED.format(user_id=member.id)))


@unblock.command(name="member", description=server_labels.UNBLOCK_DESCRIPTION)
@app_commands.describe(member=server_labels.BLOCK_MEMBER_DESCRIPTION)
async def unblock_member(interaction: discord.Interaction[GuideBot], member: discord.User) -> None:
    """Let somebody write again."""
    async with handling(interaction, "/unblock member") as actor:
        require_own_server(interaction)
        care = interaction.client.desk.use_cases.care
        await worked_out(interaction, lambda: care.unblock(actor, DiscordUserId(member.id)))
        await show(interaction, panel(server_labels.UNBLOCKED.format(user_id=member.id)))


@app_commands.command(name="blocked", description=server_labels.BLOCKED_DESCRIPTION)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
async def blocked(interaction: discord.Interaction[GuideBot]) -> None:
    """List who is blocked."""
    async with handling(interaction, "/blocked") as actor:
        require_own_server(interaction)
        care = interaction.client.desk.use_cases.care
        found = await worked_out(interaction, lambda: care.blocked(actor))
        if not found:
            await show(interaction, panel(server_labels.NOBODY_BLOCKED))
            return
        names = "\n".join(f"- <@{user_id}>" for user_id in found[:MOST_NAMED])
        more = len(found) - MOST_NAMED
        rest = server_labels.AND_MORE.format(count=more) if more > 0 else ""
        await show(interaction, panel(f"### {server_labels.BLOCKED_TITLE}", names, rest))
