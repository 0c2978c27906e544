"""Servers that the guide was removed from, and the end of what is kept of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlmodel import col

from bot.domain.movie import ServerId
from bot.store.identity import owner_number
from bot.store.member_rows import (
    AuditRow,
    BlockRow,
    CommunityReportRow,
    CommunityReviewRow,
    DepartureRow,
    DraftRow,
    OutcomeCountRow,
    SuggestionRow,
    WantedMovieRow,
)
from bot.store.rows import MovieRow, ReviewRow, RevisionRow, ServerSettingsRow, TitleChangeRow
from bot.store.transaction import Transaction

OF_A_SERVER: tuple[type[Any], ...] = (
    DraftRow,
    SuggestionRow,
    CommunityReviewRow,
    WantedMovieRow,
    OutcomeCountRow,
    AuditRow,
    BlockRow,
    DepartureRow,
    ServerSettingsRow,
    ReviewRow,
    TitleChangeRow,
    MovieRow,
)
"""Every table with a `server_id`, those before that hang on those after; a test holds the list complete."""


class SqlDepartures:
    """Implements bot.application.moderation_ports.DepartureRepository."""

    def __init__(self, transaction: Transaction) -> None:
        """Read and write in this transaction."""
        self._transaction = transaction

    def left(self, server_id: ServerId, at: datetime) -> None:
        """Note that the guide is no longer there; a departure noted before keeps its date."""
        self._transaction.lock()
        owner = owner_number(server_id)
        noted = select(col(DepartureRow.server_id)).where(col(DepartureRow.server_id) == owner)
        if self._transaction.value(noted) is None:
            self._transaction.write(insert(DepartureRow), [{"server_id": owner, "left_at": at}])

    def returned(self, server_id: ServerId) -> None:
        """Note that it is there again."""
        self._transaction.write(delete(DepartureRow).where(col(DepartureRow.server_id) == owner_number(server_id)))

    def due(self, before: datetime) -> list[ServerId]:
        """Return the servers left then or before, the first left first."""
        statement = (
            select(col(DepartureRow.server_id))
            .where(col(DepartureRow.left_at) <= before)
            .order_by(col(DepartureRow.left_at), col(DepartureRow.server_id))
        )
        return [ServerId(owner) for (owner,) in self._transaction.rows(statement)]

    def known(self) -> list[ServerId]:
        """Return every server of which anything is kept."""
        owners: set[int] = set()
        for row in OF_A_SERVER:
            owners.update(owner for (owner,) in self._transaction.rows(select(col(row.server_id)).distinct()))
        return [ServerId(owner) for owner in sorted(owners - {owner_number(None)})]

    def purge(self, server_id: ServerId) -> None:
        """Delete all of this server, its movies included; what is shared or another server's stays."""
        owner = owner_number(server_id)
        own_community = select(col(CommunityReviewRow.id)).where(col(CommunityReviewRow.server_id) == owner)
        own_reviews = select(col(ReviewRow.id)).where(col(ReviewRow.server_id) == owner)
        self._transaction.lock()
        self._transaction.write(
            delete(CommunityReportRow).where(col(CommunityReportRow.community_review_id).in_(own_community))
        )
        self._transaction.write(delete(RevisionRow).where(col(RevisionRow.review_id).in_(own_reviews)))
        for row in OF_A_SERVER:
            self._transaction.write(delete(row).where(col(row.server_id) == owner))
