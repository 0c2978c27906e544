"""Who changed what in a server's moderation: settings, publications, decisions, blocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.movie import ServerId


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One action of a moderator."""

    server_id: ServerId
    made_at: datetime
    """UTC."""
    author: str
    """A Discord user's id as text, or "operator"."""
    action: str
    """What was done, in a few words: "strict mode on", "review published"."""
    detail: str | None = None
    """To what: a movie's name, a channel's id; None where the action says it all."""
