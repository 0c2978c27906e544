"""Reviews being written. A save names the version it was read at; of two such saves only one meets it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, select, update
from sqlmodel import col

from bot.domain.draft import Draft, DraftId
from bot.domain.errors import ConflictError, NotFoundError
from bot.domain.movie import ServerId
from bot.domain.review import Review, ReviewId
from bot.store.identity import owner_number, owner_of, row_number
from bot.store.mapping import review_document, review_from
from bot.store.member_rows import DraftRow
from bot.store.rows import ReviewRow
from bot.store.transaction import Transaction


class SqlDrafts:
    """Implements bot.application.moderation_ports.DraftRepository."""

    def __init__(self, transaction: Transaction) -> None:
        """Read and write in this transaction."""
        self._transaction = transaction

    def begin(
        self,
        review: Review,
        by: str,
        at: datetime,
        server_id: ServerId | None,
        *,
        review_id: ReviewId | None = None,
        base_revision: int | None = None,
    ) -> Draft:
        """Keep a new draft; raises NotFoundError when `review_id` is no review of this owner."""
        owner = owner_number(server_id)
        self._transaction.lock()
        if review_id is not None:
            own = select(col(ReviewRow.id)).where(
                col(ReviewRow.id) == row_number(review_id), col(ReviewRow.server_id) == owner
            )
            if self._transaction.value(own) is None:
                raise NotFoundError(f"There is no review number {review_id} here.")
        values = {
            "server_id": owner,
            "version": 1,
            "author": by,
            "updated_by": by,
            "updated_at": at,
            "review_id": review_id,
            "base_revision": base_revision,
            "document": review_document(review),
        }
        draft_id = DraftId(self._transaction.add(DraftRow, values))
        return Draft(draft_id, server_id, review, 1, by, by, at, review_id, base_revision)

    def get(self, draft_id: DraftId, server_id: ServerId | None) -> Draft | None:
        """Return one draft of this owner; None when it is gone or another's."""
        statement = _drafts().where(
            col(DraftRow.id) == row_number(draft_id), col(DraftRow.server_id) == owner_number(server_id)
        )
        return next(map(_draft, self._transaction.rows(statement)), None)

    def save(self, draft_id: DraftId, review: Review, by: str, at: datetime, *, expected_version: int) -> Draft:
        """Save a newer state; raises ConflictError when it is at another version, NotFoundError when gone."""
        self._transaction.lock()
        number = row_number(draft_id)
        saved = self._transaction.change(
            update(DraftRow)
            .where(col(DraftRow.id) == number, col(DraftRow.version) == expected_version)
            .values(version=expected_version + 1, updated_by=by, updated_at=at, document=review_document(review))
        )
        rows = self._transaction.rows(_drafts().where(col(DraftRow.id) == number))
        if not rows:
            raise NotFoundError("That draft is no longer there.")
        if not saved:
            raise ConflictError("Somebody else saved this draft meanwhile; look at it again before saving.")
        return _draft(rows[0])

    def remove(self, draft_id: DraftId) -> None:
        """Drop a draft; nothing happens when it is gone."""
        self._transaction.write(delete(DraftRow).where(col(DraftRow.id) == row_number(draft_id)))

    def all(self, server_id: ServerId | None) -> list[Draft]:
        """Return this owner's drafts, last touched first."""
        statement = (
            _drafts()
            .where(col(DraftRow.server_id) == owner_number(server_id))
            .order_by(col(DraftRow.updated_at).desc(), col(DraftRow.id).desc())
        )
        return [_draft(row) for row in self._transaction.rows(statement)]


def _drafts() -> Select[*tuple[Any, ...]]:
    """Select the columns of `_draft`."""
    return select(
        col(DraftRow.id),
        col(DraftRow.server_id),
        col(DraftRow.document),
        col(DraftRow.version),
        col(DraftRow.author),
        col(DraftRow.updated_by),
        col(DraftRow.updated_at),
        col(DraftRow.review_id),
        col(DraftRow.base_revision),
    )


def _draft(row: Sequence[Any]) -> Draft:
    draft_id, owner, document, version, author, updated_by, updated_at, review_id, base_revision = row
    return Draft(
        DraftId(draft_id),
        owner_of(owner),
        review_from(document),
        version,
        author,
        updated_by,
        updated_at,
        None if review_id is None else ReviewId(review_id),
        base_revision,
    )
