"""What servers' moderators have set. Each saving is a version of its own, so who changed what is known."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from sqlalchemy import insert, select
from sqlmodel import col

from bot.application.ports import Authorship
from bot.domain.errors import InvalidReviewError, StoreError
from bot.domain.movie import ServerId
from bot.domain.server_settings import DEFAULT_SERVER_SETTINGS, ServerSettings
from bot.store.identity import owner_number
from bot.store.rows import ServerSettingsRow
from bot.store.transaction import Transaction


class SqlServerSettings:
    """Implements bot.application.ports.ServerSettingsRepository."""

    def __init__(self, transaction: Transaction) -> None:
        """Read and write in this transaction."""
        self._transaction = transaction

    def get(self, server_id: ServerId) -> ServerSettings:
        """Return the server's settings; the defaults when nothing was ever set."""
        newest = self._newest(server_id)
        return DEFAULT_SERVER_SETTINGS if newest is None else _settings_from(newest[1])

    def save(self, server_id: ServerId, settings: ServerSettings, by: Authorship) -> None:
        """Keep the server's settings; equal ones change nothing."""
        self._transaction.lock()
        newest = self._newest(server_id)
        document = _document(settings)
        if newest is not None and newest[1] == document:
            return
        version = {
            "server_id": owner_number(server_id),
            "number": 1 if newest is None else newest[0] + 1,
            "author": by.author,
            "made_at": by.made_at,
            "reason": by.reason,
            "document": document,
        }
        self._transaction.write(insert(ServerSettingsRow), [version])

    def _newest(self, server_id: ServerId) -> tuple[int, str] | None:
        rows = self._transaction.rows(
            select(col(ServerSettingsRow.number), col(ServerSettingsRow.document))
            .where(col(ServerSettingsRow.server_id) == owner_number(server_id))
            .order_by(col(ServerSettingsRow.number).desc())
            .limit(1)
        )
        return (rows[0].number, rows[0].document) if rows else None


def _document(settings: ServerSettings) -> str:
    values = {field.name: getattr(settings, field.name) for field in fields(ServerSettings)}
    return json.dumps(
        {name: sorted(value) if isinstance(value, frozenset) else value for name, value in values.items()}
    )


def _settings_from(document: str) -> ServerSettings:
    """Read settings back; what was not yet a setting when they were kept has its default."""
    try:
        given = json.loads(document)
        values: dict[str, Any] = {}
        for field in fields(ServerSettings):
            if field.name in given:
                value, default = given[field.name], getattr(DEFAULT_SERVER_SETTINGS, field.name)
                values[field.name] = type(default)(value) if isinstance(value, list) else value
        return ServerSettings(**values)
    except (ValueError, KeyError, TypeError, InvalidReviewError) as error:
        raise StoreError(f"a server's settings in the store cannot be read: {error}") from error
