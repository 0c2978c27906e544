"""The movies known by title: the shared catalogue's, and those that only one server has.

A server's own movie that the shared catalogue comes to know later becomes the same as the shared one: its review
moves over, and its old number, which buttons on old messages carry, keeps leading there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, bindparam, exists, func, insert, select, update
from sqlalchemy.orm import Mapped, aliased
from sqlmodel import col

from bot.application.ports import TitleChanges
from bot.domain.errors import NotFoundError
from bot.domain.movie import Movie, MovieId, ServerId
from bot.matching.titles import TitleEntry
from bot.store.hanging import hang_on
from bot.store.identity import owner_number, row_number, title_key
from bot.store.mapping import movie_columns, movie_from, title_entry
from bot.store.rows import SHARED, YEAR_NOT_KNOWN, MovieRow, ReviewRow
from bot.store.story_log import note_stories
from bot.store.title_log import TitleLog, title_changes, titles_fingerprint, titles_version
from bot.store.transaction import Transaction, chunks

MovieKey = tuple[str, int]
"""Title key and year (YEAR_NOT_KNOWN for None): which movie it is."""

PAGE_LENGTH = 10_000
"""Titles read at a time: large enough to be quick, small enough to stay within a few megabytes."""

_ID_COLUMNS = ("imdb", "tmdb", "wikidata")
_TITLE_COLUMNS = (
    "title", "year", "other_titles", "people", "genres", "popularity", "series", "series_place", *_ID_COLUMNS,
)  # fmt: skip
"""What recognition reads; a change of one is a change of the titles."""
_KNOWN_COLUMNS = (*_TITLE_COLUMNS, "facts")


@dataclass(frozen=True, slots=True)
class KnownMovie:
    """A movie row as a write needs it."""

    movie_id: int
    owner: int
    catalogued: bool
    columns: dict[str, Any]


class SqlMovies:
    """Implements bot.application.ports.MovieRepository."""

    def __init__(self, transaction: Transaction) -> None:
        """Read and write in this transaction."""
        self._transaction = transaction

    def add_catalogue(self, movies: Iterable[Movie]) -> tuple[int, int]:
        """Add known movies to the shared catalogue; those there already keep their facts, but take a new popularity."""
        self._transaction.lock()
        log = TitleLog(self._transaction)
        added = there = 0
        for chunk in chunks(movies):
            given: dict[MovieKey, dict[str, Any]] = {}
            for movie in chunk:
                columns = movie_columns(movie)
                key = (columns["title_key"], columns["year"])
                there += key in given
                given.setdefault(key, columns)
            known = known_movies(self._transaction, given, SHARED)
            there += len(known)
            fresh = [columns for key, columns in given.items() if key not in known]
            added += len(fresh)
            insert_movies(self._transaction, fresh, SHARED, log, catalogued=True)
            by_review = [movie.movie_id for movie in known.values() if not movie.catalogued]
            self._transaction.write(update(MovieRow).where(col(MovieRow.id).in_(by_review)).values(catalogued=True))
            popular = [
                {"row_id": movie.movie_id, "popularity": popularity}
                for key, movie in known.items()
                if (popularity := given[key]["popularity"]) > 0 and popularity != movie.columns["popularity"]
            ]
            self._transaction.write(update(MovieRow).where(col(MovieRow.id) == bindparam("row_id")), popular)
            log.put(SHARED, (change["row_id"] for change in popular))
        if added:
            join_servers_own(self._transaction, log)
        log.flush()
        return added, there

    def get(self, movie_id: MovieId, server_id: ServerId | None = None) -> Movie | None:
        """Return a movie's facts; for a server's own movie that became shared, the shared facts."""
        columns = (col(getattr(MovieRow, name)) for name in _MOVIE_COLUMNS)
        statement = select(*columns).where(col(MovieRow.id) == movie_meant(movie_id, server_id))
        rows = self._transaction.rows(statement)
        return movie_from(*rows[0]) if rows else None

    def find(self, title: str, year: int | None, server_id: ServerId | None = None) -> MovieId | None:
        """Return the movie of this title and year; the shared one before the server's own."""
        key = (title_key(title), year or YEAR_NOT_KNOWN)
        known = known_movies(self._transaction, [key], owner_number(server_id)).get(key)
        return None if known is None else MovieId(known.movie_id)

    def title_entries(self, server_id: ServerId | None = None) -> Iterator[TitleEntry]:
        """Yield the titles of the shared catalogue or of one server only, a page at a time."""
        last = 0
        while True:
            page = self._transaction.rows(
                _entries()
                .where(col(MovieRow.server_id) == owner_number(server_id), col(MovieRow.id) > last)
                .order_by(col(MovieRow.id))
                .limit(PAGE_LENGTH)
            )
            for row in page:
                yield title_entry(*row)
            if len(page) < PAGE_LENGTH:
                return
            last = page[-1][0]

    def title_entries_of(self, movie_ids: Iterable[MovieId], server_id: ServerId | None = None) -> list[TitleEntry]:
        """Return these movies' titles in the order of their numbers."""
        entries: list[TitleEntry] = []
        for chunk in chunks(sorted({row_number(movie_id) for movie_id in movie_ids})):
            statement = _entries().where(col(MovieRow.id).in_(chunk), seen_by(server_id, col(MovieRow.server_id)))
            entries += [title_entry(*row) for row in self._transaction.rows(statement.order_by(col(MovieRow.id)))]
        return entries

    def titles_version(self, server_id: ServerId | None = None) -> int:
        """Return a number that grows with every change of these titles."""
        return titles_version(self._transaction, owner_number(server_id))

    def titles_fingerprint(self) -> str:
        """Return a text that is the same only while these very shared titles are in this very store."""
        return titles_fingerprint(self._transaction, SHARED)

    def title_changes(self, since: int, server_id: ServerId | None = None) -> TitleChanges | None:
        """Return what changed after a version; None when the index is better rebuilt."""
        return title_changes(self._transaction, owner_number(server_id), since)

    def count(self) -> int:
        """Return how many shared movies are known."""
        counted = select(func.count()).select_from(MovieRow).where(col(MovieRow.server_id) == SHARED)
        return int(self._transaction.value(counted))


_MOVIE_COLUMNS = (
    "title", "year", "other_titles", "genres", "popularity", "series", "series_place", *_ID_COLUMNS, "facts",
)  # fmt: skip
"""The arguments of `movie_from`, in its order."""


def seen_by(server_id: ServerId | None, owner: Mapped[int]) -> ColumnElement[bool]:
    """Return the condition that a row is shared or the server's own."""
    return owner.in_({SHARED, owner_number(server_id)})


def movie_meant(movie_id: MovieId, server_id: ServerId | None) -> ScalarSelect[int]:
    """Return a subquery for the movie that a number leads to: itself, or the shared one it became the same as."""
    asked = aliased(MovieRow)
    return (
        select(func.coalesce(col(asked.same_as_id), col(asked.id)))
        .where(col(asked.id) == row_number(movie_id), seen_by(server_id, col(asked.server_id)))
        .scalar_subquery()
    )


def known_movies(transaction: Transaction, keys: Iterable[MovieKey], owner: int) -> dict[MovieKey, KnownMovie]:
    """Find which of these movies are known to an owner: shared ones first, then the owner's own."""
    found: dict[MovieKey, KnownMovie] = {}
    wanted = set(keys)
    columns = [col(getattr(MovieRow, name)) for name in _KNOWN_COLUMNS]
    for chunk in chunks({key for key, _ in wanted}):
        statement = select(
            col(MovieRow.id), col(MovieRow.server_id), col(MovieRow.catalogued), col(MovieRow.title_key), *columns
        ).where(
            col(MovieRow.server_id).in_({SHARED, owner}),
            col(MovieRow.title_key).in_(chunk),
            col(MovieRow.same_as_id).is_(None),
        )
        for movie_id, of, catalogued, key, *values in transaction.rows(statement):
            movie = KnownMovie(movie_id, of, catalogued, dict(zip(_KNOWN_COLUMNS, values, strict=True)))
            place = (key, movie.columns["year"])
            if place in wanted and (of == SHARED or place not in found):
                found[place] = movie
    return found


def known_to(transaction: Transaction, movie_id: MovieId, server_id: ServerId) -> MovieId:
    """Return the movie that a number leads to for this server; raises NotFoundError where there is none."""
    meant = transaction.value(select(movie_meant(movie_id, server_id)))
    if meant is None:
        raise NotFoundError("That movie is not known here.")
    return MovieId(meant)


def insert_movies(
    transaction: Transaction, columns: Sequence[dict[str, Any]], owner: int, log: TitleLog, *, catalogued: bool
) -> None:
    """Add movies that are not known yet, and note them. `catalogued`: whether more than a review knows them."""
    if not columns:
        return
    newest = select(func.coalesce(func.max(col(MovieRow.id)), 0))
    before = transaction.value(newest)
    transaction.write(insert(MovieRow), [{**movie, "server_id": owner, "catalogued": catalogued} for movie in columns])
    # Nobody else writes meanwhile, so what is above the highest number is what was just added.
    log.put(owner, range(before + 1, transaction.value(newest) + 1))


def replace_facts(
    transaction: Transaction, changes: Sequence[tuple[KnownMovie, dict[str, Any]]], log: TitleLog
) -> None:
    """Give movies other facts where they differ; a popularity that is not given stays."""
    differing = []
    for movie, given in changes:
        wanted = {name: given[name] for name in _KNOWN_COLUMNS}
        wanted["popularity"] = wanted["popularity"] or movie.columns["popularity"]
        if wanted == movie.columns:
            continue
        differing.append({"row_id": movie.movie_id, **wanted})
        if any(wanted[name] != movie.columns[name] for name in _TITLE_COLUMNS):
            log.put(movie.owner, [movie.movie_id])
    transaction.write(update(MovieRow).where(col(MovieRow.id) == bindparam("row_id")), differing)


def join_servers_own(transaction: Transaction, log: TitleLog) -> None:
    """Make servers' own movies that the shared catalogue now knows the same as the shared ones."""
    own, shared, taken = aliased(MovieRow), aliased(MovieRow), aliased(ReviewRow)
    statement = (
        select(col(own.id), col(own.server_id), col(shared.id))
        .join(shared, (col(shared.title_key) == col(own.title_key)) & (col(shared.year) == col(own.year)))
        .where(
            col(own.server_id) > SHARED,
            col(own.same_as_id).is_(None),
            col(shared.server_id) == SHARED,
            ~exists().where(col(taken.movie_id) == col(shared.id), col(taken.server_id) == col(own.server_id)),
        )
    )
    for own_id, owner, shared_id in transaction.rows(statement):
        transaction.write(update(ReviewRow).where(col(ReviewRow.movie_id) == own_id).values(movie_id=shared_id))
        hang_on(transaction, own_id, shared_id)
        transaction.write(update(MovieRow).where(col(MovieRow.id) == own_id).values(same_as_id=shared_id))
        log.remove(owner, [own_id])
        note_stories(transaction, owner, [own_id, shared_id])


def _entries() -> Select[*tuple[Any, ...]]:
    columns = [col(getattr(MovieRow, name)) for name in _TITLE_COLUMNS]
    return select(col(MovieRow.id), *columns).where(col(MovieRow.same_as_id).is_(None))
