"""Who is acting, as far as rights are concerned. Faces map their own notion of roles to this; use cases decide.

The rule: the operator may do everything to the shared library; in one Discord server a moderator is who may
manage that server or holds a role that its settings name. Nobody may touch another server's things.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from bot.domain.errors import NotAllowedError
from bot.domain.movie import ServerId
from bot.domain.server_settings import ServerSettings

DiscordUserId = NewType("DiscordUserId", int)
"""Discord's number for a person."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind a request, with what Discord says of them at this very moment."""

    user_id: DiscordUserId | None
    """None: not a Discord user (the operator at the command line)."""
    server_id: ServerId | None = None
    """The server they act in; None in a direct message or at the command line."""
    manages_server: bool = False
    """Whether they have Manage Server (or Administrator, or own it) there."""
    role_ids: frozenset[int] = frozenset()
    is_operator: bool = False
    """The one who runs the guide: the command line, or a Discord user named in the settings of the program."""

    @property
    def signature(self) -> str:
        """How a revision names them: "operator" or the Discord user's id."""
        return "operator" if self.user_id is None else str(self.user_id)


def is_moderator(actor: Actor, server_id: ServerId, settings: ServerSettings) -> bool:
    """Whether the actor may keep this server's reviews and settings."""
    if actor.is_operator and actor.server_id is None:
        return True
    if actor.server_id != server_id:
        return False
    return actor.is_operator or actor.manages_server or bool(actor.role_ids & settings.moderator_role_ids)


def require_moderator(actor: Actor, server_id: ServerId, settings: ServerSettings) -> None:
    """Raise NotAllowedError unless the actor is a moderator of this server."""
    if not is_moderator(actor, server_id, settings):
        raise NotAllowedError("Only this server's moderators can do that.")
