"""`/guide-channel on` and `off`: where the guide answers without being mentioned.

For moderators; the use case checks. It is not hidden from others: Discord can hide by permission only, and a moderator
by role would not see it either.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app import labels
from bot.discord_app.actor import actor_of
from bot.domain.errors import RefusedError

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

guide_channel = app_commands.Group(
    name="guide-channel",
    description=labels.GUIDE_CHANNEL_DESCRIPTION,
    allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
)


@guide_channel.command(name="on", description=labels.GUIDE_CHANNEL_ON_DESCRIPTION)
async def switch_on(interaction: discord.Interaction[GuideBot]) -> None:
    """Make this channel a guide channel."""
    await _switch(interaction, on=True)


@guide_channel.command(name="off", description=labels.GUIDE_CHANNEL_OFF_DESCRIPTION)
async def switch_off(interaction: discord.Interaction[GuideBot]) -> None:
    """Make this channel an ordinary one."""
    await _switch(interaction, on=False)


async def _switch(interaction: discord.Interaction[GuideBot], *, on: bool) -> None:
    bot = interaction.client
    async with bot.desk.handling(interaction, "/guide-channel"):
        server_id, channel_id = interaction.guild_id, interaction.channel_id
        if server_id is None or channel_id is None:
            raise RefusedError(labels.SERVERS_ONLY)
        await interaction.response.defer(ephemeral=True, thinking=True)
        actor = actor_of(interaction, bot.settings.operator_ids)
        settings = await asyncio.to_thread(bot.desk.use_cases.care.set_guide_channel, actor, channel_id, on)
        bot.desk.guide_channels.remember(server_id, settings.guide_channel_ids)
        sentence = (labels.GUIDE_CHANNEL_IS_ON if on else labels.GUIDE_CHANNEL_IS_OFF).format(channel_id=channel_id)
        if on and not bot.intents.message_content:
            sentence += f"\n{labels.GUIDE_CHANNEL_UNREADABLE}"
        await interaction.followup.send(sentence, ephemeral=True)
