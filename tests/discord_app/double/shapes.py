"""Payloads as Discord writes them, as little of each as discord.py reads."""

from __future__ import annotations

from typing import Any

Payload = dict[str, Any]

EPOCH_MS = 1_420_070_400_000
APPLICATION_ID = 900_000_000_000_000_009
BOT_ID = APPLICATION_ID
"""Of at least 15 digits, like all ids that can be mentioned: discord.py looks for no shorter ones in a text."""
SERVER_ID = 900_000_000_000_000_001
CHANNEL_ID = 900_000_000_000_000_002
DM_CHANNEL_ID = 900_000_000_000_000_003
PARENT_ID = 900_000_000_000_000_010
MODERATOR_ID = 900_000_000_000_000_011

MESSAGE_CONTENT_INTENT = 1 << 15
COMMAND, COMPONENT, AUTOCOMPLETE, FORM = 2, 3, 4, 5
"""Types of interactions."""
ADMINISTRATOR = 1 << 3
MEMBER_PERMISSIONS = (1 << 10) | (1 << 11) | (1 << 16) | (1 << 31)
"""View channel, send messages, read history, use commands."""
BOT_PERMISSIONS = MEMBER_PERMISSIONS | (1 << 14) | (1 << 15) | (1 << 38)


def user(user_id: int, name: str, *, bot: bool = False) -> Payload:
    """A person, or the bot."""
    return {
        "id": str(user_id), "username": name, "discriminator": "0", "global_name": name, "avatar": None, "bot": bot,
    }  # fmt: skip


def member(permissions: int = MEMBER_PERMISSIONS, roles: tuple[int, ...] = ()) -> Payload:
    """What a server knows of a person; `permissions` stand with interactions only."""
    return {
        "roles": [str(role) for role in roles], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False,
        "nick": None, "flags": 0, "permissions": str(permissions),
    }  # fmt: skip


def channel(channel_id: int, server_id: int | None, name: str = "movie-night") -> Payload:
    """A text channel of a server; without a server a direct message."""
    if server_id is None:
        return {"id": str(channel_id), "type": 1, "recipients": [], "last_message_id": None}
    return {
        "id": str(channel_id), "type": 0, "guild_id": str(server_id), "name": name, "position": 0, "topic": None,
        "nsfw": False, "parent_id": None, "permission_overwrites": [], "last_message_id": None,
        "rate_limit_per_user": 0,
    }  # fmt: skip


def server(server_id: int, name: str, channel_ids: tuple[int, ...], bot: Payload) -> Payload:
    """A server with these channels and the bot in it, as GUILD_CREATE brings it."""
    everyone = {
        "id": str(server_id), "name": "@everyone", "permissions": str(BOT_PERMISSIONS), "position": 0, "color": 0,
        "hoist": False, "managed": False, "mentionable": False, "flags": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
    }  # fmt: skip
    return {
        "id": str(server_id), "name": name, "owner_id": "5", "roles": [everyone], "emojis": [], "stickers": [],
        "features": [], "channels": [channel(one, server_id, f"channel-{one}") for one in channel_ids], "threads": [],
        "members": [{**member(), "user": bot}], "member_count": 3, "voice_states": [], "presences": [],
        "stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": [], "large": False,
        "unavailable": False, "icon": None, "splash": None, "discovery_splash": None, "description": None,
        "banner": None, "vanity_url_code": None, "preferred_locale": "en-US", "verification_level": 0,
        "default_message_notifications": 0, "explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0,
        "premium_tier": 0, "premium_progress_bar_enabled": False, "system_channel_flags": 0, "afk_timeout": 300,
        "afk_channel_id": None, "system_channel_id": None, "rules_channel_id": None,
        "public_updates_channel_id": None, "safety_alerts_channel_id": None, "application_id": None,
        "joined_at": "2026-01-01T00:00:00+00:00",
    }  # fmt: skip


def message(message_id: int, channel_id: int, author: Payload, content: str = "", **more: Any) -> Payload:
    """A message; `more` fields replace the ordinary ones."""
    return {
        "id": str(message_id), "channel_id": str(channel_id), "author": author, "content": content, "tts": False,
        "type": 0, "timestamp": "2026-01-01T00:00:00+00:00", "edited_timestamp": None, "mention_everyone": False,
        "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "pinned": False, "components": [],
        "flags": 0, **more,
    }  # fmt: skip


def interaction(
    interaction_id: int, kind: int, data: Payload, author: Payload, *, server_id: int | None, permissions: int
) -> Payload:
    """An interaction of this person, in the channel of the server or in a direct message."""
    channel_id = CHANNEL_ID if server_id is not None else DM_CHANNEL_ID
    payload: Payload = {
        "id": str(interaction_id), "application_id": str(APPLICATION_ID), "type": kind, "version": 1,
        "token": token_of(interaction_id), "data": data, "channel_id": str(channel_id),
        "channel": channel(channel_id, server_id), "locale": "en-US", "entitlements": [],
        "app_permissions": str(BOT_PERMISSIONS), "attachment_size_limit": 10_000_000,
    }  # fmt: skip
    if server_id is None:
        owners = {"1": author["id"]}
        return {**payload, "user": author, "context": 1, "authorizing_integration_owners": owners}
    return {
        **payload, "guild_id": str(server_id), "guild": {"id": str(server_id), "locale": "en-US", "features": []},
        "member": {**member(permissions), "user": author}, "context": 0, "guild_locale": "en-US",
        "authorizing_integration_owners": {"0": str(server_id)},
    }  # fmt: skip


def token_of(interaction_id: int) -> str:
    """The token with which an interaction is answered: whoever reads it could answer in the bot's place."""
    return f"aW50ZXJhY3Rpb246{interaction_id}"


def texts_of(body: Any) -> str:
    """All texts of a message, callback or modal that a reader sees, labels of controls included; one a line."""
    found: list[str] = []

    def walk(part: Any) -> None:
        if isinstance(part, list):
            for one in part:
                walk(one)
        elif isinstance(part, dict):
            found.extend(part[key] for key in ("content", "label", "title") if isinstance(part.get(key), str))
            for key in ("data", "components", "component", "accessory", "options"):
                walk(part.get(key))

    walk(body)
    return "\n".join(text for text in found if text)


def custom_ids_of(body: Any) -> list[str]:
    """The custom ids of all controls of a message, callback or modal, in the order drawn."""
    found: list[str] = []

    def walk(part: Any) -> None:
        if isinstance(part, list):
            for one in part:
                walk(one)
        elif isinstance(part, dict):
            if "custom_id" in part:
                found.append(part["custom_id"])
            for key in ("data", "components", "component", "accessory"):
                walk(part.get(key))

    walk(body)
    return found
