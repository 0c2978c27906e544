"""What reviews tell, as the index of stories needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Select, select
from sqlmodel import col

from bot.application.ports import StoryChanges
from bot.domain.movie import MovieId, ServerId
from bot.matching.stories import StoryEntry
from bot.store.identity import owner_number, row_number
from bot.store.mapping import story_entry
from bot.store.review_writer import newest_revision
from bot.store.rows import ReviewRow, RevisionRow
from bot.store.story_log import stories_version, story_changes
from bot.store.transaction import LIST_LENGTH, Transaction, chunks


class SqlStories:
    """Implements bot.application.ports.StoryRepository."""

    def __init__(self, transaction: Transaction) -> None:
        """Read in this transaction."""
        self._transaction = transaction

    def entries(self, server_id: ServerId | None = None) -> Iterator[StoryEntry]:
        """Yield what the reviews of this very owner tell, a page at a time."""
        last = 0
        while True:
            page = self._transaction.rows(
                _told(server_id)
                .where(col(ReviewRow.movie_id) > last)
                .order_by(col(ReviewRow.movie_id))
                .limit(LIST_LENGTH)
            )
            for movie_id, document in page:
                yield story_entry(movie_id, document)
            if len(page) < LIST_LENGTH:
                return
            last = page[-1][0]

    def entries_of(self, movie_ids: Iterable[MovieId], server_id: ServerId | None = None) -> list[StoryEntry]:
        """Return what this very owner's reviews of these movies tell; movies without one are left out."""
        found: list[StoryEntry] = []
        for chunk in chunks(sorted({row_number(movie_id) for movie_id in movie_ids})):
            rows = self._transaction.rows(_told(server_id).where(col(ReviewRow.movie_id).in_(chunk)))
            found += [story_entry(movie_id, document) for movie_id, document in rows]
        return found

    def version(self, server_id: ServerId | None = None) -> int:
        """Return a number that grows with every change of what this owner's reviews tell; 0 before the first."""
        return stories_version(self._transaction, owner_number(server_id))[0]

    def fingerprint(self) -> str:
        """Return a text that is the same only while these very reviews are in this very store's library."""
        version, mark = stories_version(self._transaction, owner_number(None))
        return f"{version}-{mark}"

    def changes(self, since: int, server_id: ServerId | None = None) -> StoryChanges | None:
        """Return which movies' reviews changed after a version; None when the index is better rebuilt."""
        return story_changes(self._transaction, owner_number(server_id), since)


def _told(server_id: ServerId | None) -> Select[*tuple[Any, ...]]:
    return (
        select(col(ReviewRow.movie_id), col(RevisionRow.document))
        .join(RevisionRow, newest_revision())
        .where(col(ReviewRow.server_id) == owner_number(server_id), col(ReviewRow.removed).is_(False))
    )
