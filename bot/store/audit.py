"""Who did what in a server, and whom its moderators do not let write."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlmodel import col

from bot.domain.actor import DiscordUserId
from bot.domain.audit import AuditEntry
from bot.domain.movie import ServerId
from bot.store.identity import owner_number
from bot.store.member_rows import AuditRow, BlockRow
from bot.store.transaction import Transaction


class SqlAudit:
    """Implements bot.application.moderation_ports.AuditRepository."""

    def __init__(self, transaction: Transaction) -> None:
        """Read and write in this transaction."""
        self._transaction = transaction

    def note(self, entry: AuditEntry) -> None:
        """Keep one entry."""
        values = {
            "server_id": owner_number(entry.server_id),
            "made_at": entry.made_at,
            "author": entry.author,
            "action": entry.action,
            "detail": entry.detail,
        }
        self._transaction.write(insert(AuditRow), [values])

    def latest(self, server_id: ServerId, limit: int = 25, offset: int = 0) -> list[AuditEntry]:
        """Return this server's entries, newest first."""
        statement = (
            select(
                col(AuditRow.server_id),
                col(AuditRow.made_at),
                col(AuditRow.author),
                col(AuditRow.action),
                col(AuditRow.detail),
            )
            .where(col(AuditRow.server_id) == owner_number(server_id))
            .order_by(col(AuditRow.id).desc())
            .limit(limit)
            .offset(offset)
        )
        return [AuditEntry(*row) for row in self._transaction.rows(statement)]


class SqlBlocks:
    """Implements bot.application.moderation_ports.BlockRepository."""

    def __init__(self, transaction: Transaction) -> None:
        """Read and write in this transaction."""
        self._transaction = transaction

    def add(self, server_id: ServerId, user_id: DiscordUserId, by: str, at: datetime) -> None:
        """Block; nothing changes when already blocked."""
        self._transaction.lock()
        if not self.is_blocked(server_id, user_id):
            values = {"server_id": owner_number(server_id), "user_id": user_id, "author": by, "made_at": at}
            self._transaction.write(insert(BlockRow), [values])

    def remove(self, server_id: ServerId, user_id: DiscordUserId) -> None:
        """Let them write again; nothing happens when they may."""
        self._transaction.write(
            delete(BlockRow).where(col(BlockRow.server_id) == owner_number(server_id), col(BlockRow.user_id) == user_id)
        )

    def is_blocked(self, server_id: ServerId, user_id: DiscordUserId) -> bool:
        """Return whether they are blocked here."""
        statement = select(col(BlockRow.user_id)).where(
            col(BlockRow.server_id) == owner_number(server_id), col(BlockRow.user_id) == user_id
        )
        return self._transaction.value(statement) is not None

    def all(self, server_id: ServerId) -> list[DiscordUserId]:
        """Return all blocked here, the first blocked first."""
        statement = (
            select(col(BlockRow.user_id))
            .where(col(BlockRow.server_id) == owner_number(server_id))
            .order_by(col(BlockRow.made_at), col(BlockRow.user_id))
        )
        return [DiscordUserId(user_id) for (user_id,) in self._transaction.rows(statement)]
