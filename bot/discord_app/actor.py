"""From what Discord says of a person and a place to the domain's Actor and the guide's Speaker."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import discord

from bot.application.guide import Speaker
from bot.domain.actor import Actor, DiscordUserId
from bot.domain.movie import ServerId


def speaker(channel_id: int, user_id: int, server_id: int | None) -> Speaker:
    """One person in one channel: their dialogue context is nobody else's and stays there."""
    return Speaker(f"discord:{channel_id}:{user_id}", ServerId(server_id) if server_id is not None else None)


def speaker_of_message(message: discord.Message) -> Speaker:
    """Who wrote this message, where."""
    return speaker(message.channel.id, message.author.id, message.guild.id if message.guild else None)


def speaker_of(interaction: discord.Interaction[Any]) -> Speaker:
    """Who used this command or control, where. A server that has the app only as somebody's own is none of ours."""
    server_id = interaction.guild_id
    if server_id is not None and interaction.client.get_guild(server_id) is None:
        server_id = None
    return speaker(interaction.channel_id or 0, interaction.user.id, server_id)


def actor_of(interaction: discord.Interaction[Any], operator_ids: Collection[int] = ()) -> Actor:
    """The person with the rights that Discord states with this very interaction, never remembered ones."""
    in_server = interaction.guild_id is not None
    permissions = interaction.permissions
    user = interaction.user
    return Actor(
        user_id=DiscordUserId(user.id),
        server_id=ServerId(interaction.guild_id) if interaction.guild_id is not None else None,
        manages_server=in_server and (permissions.manage_guild or permissions.administrator),
        role_ids=frozenset(role.id for role in user.roles) if isinstance(user, discord.Member) else frozenset(),
        is_operator=user.id in operator_ids,
    )
