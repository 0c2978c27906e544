"""The log of title changes: writes note here what recognition must learn, other processes read it by version."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from sqlalchemy import ColumnElement, delete, func, insert, select
from sqlmodel import col

from bot.application.ports import TitleChanges
from bot.domain.movie import MovieId
from bot.store.rows import TitleChangeRow
from bot.store.transaction import Transaction

PUT = "put"
REMOVED = "removed"
EVERYTHING = "everything"
"""So much changed at once that an index is better built anew."""

TITLE_KINDS = (PUT, REMOVED, EVERYTHING)
"""The same table holds the log of reviews (bot.store.story_log), which is none of the titles'."""

MOST_SINGLE_CHANGES = 2_000
"""Titles one call notes one by one, and changes a reader takes one by one; reading a whole catalogue of 40,000
costs about as much as this many single entries."""


class TitleLog:
    """Collects the changes of one call, then writes them at its end."""

    def __init__(self, transaction: Transaction) -> None:
        """Make the log of one transaction."""
        self._transaction = transaction
        self._kinds: dict[tuple[int, int], str] = {}
        self._everything: set[int] = set()

    def put(self, owner: int, movie_ids: Iterable[int]) -> None:
        """Note that these movies are new or have other titles, people, genres, popularity, series or ids elsewhere."""
        self._note(owner, movie_ids, PUT)

    def remove(self, owner: int, movie_ids: Iterable[int]) -> None:
        """Note that these movies are no longer among this owner's."""
        self._note(owner, movie_ids, REMOVED)

    def _note(self, owner: int, movie_ids: Iterable[int], kind: str) -> None:
        if owner in self._everything:
            return
        for movie_id in movie_ids:
            self._kinds[(owner, movie_id)] = kind
        if len(self._kinds) > MOST_SINGLE_CHANGES:
            self._everything.add(owner)
            self._kinds = {(o, movie): k for (o, movie), k in self._kinds.items() if o != owner}

    def flush(self) -> None:
        """Write what was noted into the transaction."""
        for owner in self._everything:
            # Nobody reads past such a mark, so what came before it need not be kept.
            self._transaction.write(delete(TitleChangeRow).where(*_of(owner)))
        noted: list[tuple[int, int | None, str]] = [(owner, None, EVERYTHING) for owner in sorted(self._everything)]
        noted += [(owner, movie_id, kind) for (owner, movie_id), kind in self._kinds.items()]
        mark = secrets.token_hex(8)
        self._transaction.write(
            insert(TitleChangeRow),
            [{"server_id": owner, "movie_id": movie, "kind": kind, "mark": mark} for owner, movie, kind in noted],
        )
        self._kinds = {}
        self._everything = set()


def _of(owner: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(TitleChangeRow.server_id) == owner, col(TitleChangeRow.kind).in_(TITLE_KINDS)


def titles_version(transaction: Transaction, owner: int) -> int:
    """Return the newest version of an owner's titles; 0 before the first."""
    newest = select(func.max(col(TitleChangeRow.version))).where(*_of(owner))
    return transaction.value(newest) or 0


def titles_fingerprint(transaction: Transaction, owner: int) -> str:
    """Return a text that is the same only while these very titles are in this very store."""
    newest = (
        select(col(TitleChangeRow.version), col(TitleChangeRow.mark))
        .where(*_of(owner))
        .order_by(col(TitleChangeRow.version).desc())
        .limit(1)
    )
    rows = transaction.rows(newest)
    return f"{rows[0].version}-{rows[0].mark}" if rows else "0"


def title_changes(transaction: Transaction, owner: int, since: int) -> TitleChanges | None:
    """Return what changed after a version, each movie by its last change; None when the index is better rebuilt."""
    newest = titles_version(transaction, owner)
    if newest <= since:
        # A version from the future was given by another store, e.g. before a backup was brought back.
        return TitleChanges(since, (), ()) if newest == since else None
    wanted = (
        select(col(TitleChangeRow.version), col(TitleChangeRow.movie_id), col(TitleChangeRow.kind))
        .where(*_of(owner), col(TitleChangeRow.version) > since)
        .order_by(col(TitleChangeRow.version))
        .limit(MOST_SINGLE_CHANGES + 1)
    )
    rows = transaction.rows(wanted)
    if len(rows) > MOST_SINGLE_CHANGES or any(kind == EVERYTHING for _, _, kind in rows):
        return None
    last = {movie_id: kind for _, movie_id, kind in rows}
    return TitleChanges(
        version=rows[-1][0],
        put=tuple(MovieId(movie_id) for movie_id, kind in last.items() if kind == PUT),
        removed=tuple(MovieId(movie_id) for movie_id, kind in last.items() if kind == REMOVED),
    )
