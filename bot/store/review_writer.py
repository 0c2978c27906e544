"""Writing reviews, one or thousands, by the same rules: what is equal changes nothing, every change is a revision.

The movie's facts follow the review of the movie's owner only: a server's review of a shared movie keeps its facts in
its own document and never changes what others see. One call makes at most one revision of a review: when a
movie comes twice in a call, the last counts and what the first did in this call is written over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import and_, bindparam, delete, insert, select, update
from sqlmodel import col

from bot.application.ports import Authorship
from bot.domain.movie import MovieId
from bot.domain.review import Review, ReviewId
from bot.store.deciding_ages import lowest_deciding_age
from bot.store.mapping import movie_columns, review_document
from bot.store.movies import KnownMovie, MovieKey, insert_movies, join_servers_own, known_movies, replace_facts
from bot.store.rows import SHARED, ReviewRow, RevisionRow
from bot.store.story_log import note_stories
from bot.store.title_log import TitleLog
from bot.store.transaction import Transaction, chunks

CREATED = "created"
CHANGED = "changed"
UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Standing:
    """A review row before a write."""

    review_id: ReviewId
    movie_id: MovieId
    revision: int
    document: str | None
    """The newest revision's; None when that removed the review."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    review: Review
    document: str
    movie: dict[str, Any]


@dataclass(slots=True)
class _Batch:
    """What one chunk is going to write, by statement."""

    new_reviews: list[dict[str, Any]] = field(default_factory=list)
    reviews: list[dict[str, Any]] = field(default_factory=list)
    revisions: list[dict[str, Any]] = field(default_factory=list)
    facts: list[tuple[KnownMovie, dict[str, Any]]] = field(default_factory=list)


class ReviewWriter:
    """Writes the reviews of one call for one owner. The transaction must hold the writing lock."""

    def __init__(self, transaction: Transaction, owner: int, by: Authorship) -> None:
        """Write for the library (SHARED) or a server, in the name of `by`."""
        self._transaction = transaction
        self._owner = owner
        self._by = by
        self._log = TitleLog(transaction)
        self._told: set[int] = set()
        """The movies whose reviews this call changed."""
        self._outcomes: dict[MovieKey, str] = {}
        self._joined = False

    def write(self, reviews: Iterable[Review]) -> Counter[str]:
        """Write them all; return how many movies' reviews were CREATED, CHANGED and UNCHANGED."""
        for chunk in chunks(reviews):
            wanted: dict[MovieKey, _Wanted] = {}
            for review in chunk:
                movie = movie_columns(review.movie)
                wanted[(movie["title_key"], movie["year"])] = _Wanted(review, review_document(review), movie)
            self._write_chunk(wanted)
        if self._joined:
            join_servers_own(self._transaction, self._log)
        self._log.flush()
        note_stories(self._transaction, self._owner, self._told)
        return Counter(self._outcomes.values())

    def _write_chunk(self, wanted: Mapping[MovieKey, _Wanted]) -> None:
        movies = self._movies(wanted)
        standing = self.standing([movie.movie_id for movie in movies.values()])
        batch = _Batch()
        for key, want in wanted.items():
            movie = movies[key]
            now = standing.get(movie.movie_id)
            again = key in self._outcomes
            if again and now is not None:
                now = self._taken_back(key, now)
            equal = now is not None and now.document == want.document
            self._outcomes[key] = UNCHANGED if equal else CREATED if now is None or now.document is None else CHANGED
            if equal and not again:
                continue
            self._told.add(movie.movie_id)
            if movie.owner == self._owner:
                batch.facts.append((movie, want.movie))
            if now is None:
                batch.new_reviews.append(
                    {"movie_id": movie.movie_id, "server_id": self._owner, **_head(want.review, 1)}
                )
            elif equal:
                batch.reviews.append({"row_id": now.review_id, **_head(want.review, now.revision)})
            else:
                batch.reviews.append({"row_id": now.review_id, **_head(want.review, now.revision + 1)})
                batch.revisions.append(self._revision(now.review_id, now.revision + 1, want.document))
        self._write_batch(batch, {movies[key].movie_id: want.document for key, want in wanted.items()})

    def _write_batch(self, batch: _Batch, documents: Mapping[int, str]) -> None:
        transaction = self._transaction
        transaction.write(insert(ReviewRow), batch.new_reviews)
        if batch.new_reviews:
            new = [review["movie_id"] for review in batch.new_reviews]
            statement = select(col(ReviewRow.id), col(ReviewRow.movie_id)).where(
                col(ReviewRow.server_id) == self._owner, col(ReviewRow.movie_id).in_(new)
            )
            for review_id, movie_id in transaction.rows(statement):
                batch.revisions.append(self._revision(review_id, 1, documents[movie_id]))
        transaction.write(update(ReviewRow).where(col(ReviewRow.id) == bindparam("row_id")), batch.reviews)
        transaction.write(insert(RevisionRow), batch.revisions)
        replace_facts(transaction, batch.facts, self._log)

    def remove(self, now: Standing) -> None:
        """Make the revision that removes a review."""
        number = now.revision + 1
        self._transaction.write(
            update(ReviewRow).where(col(ReviewRow.id) == now.review_id).values(revision=number, removed=True)
        )
        self._transaction.write(insert(RevisionRow), [self._revision(now.review_id, number, None)])
        note_stories(self._transaction, self._owner, [now.movie_id])

    def standing(self, movie_ids: Sequence[int]) -> dict[int, Standing]:
        """Return how the owner's reviews of these movies stand, by movie."""
        statement = (
            select(col(ReviewRow.id), col(ReviewRow.movie_id), col(ReviewRow.revision), col(RevisionRow.document))
            .join(RevisionRow, newest_revision())
            .where(col(ReviewRow.server_id) == self._owner, col(ReviewRow.movie_id).in_(movie_ids))
        )
        return {row.movie_id: Standing(*row) for row in self._transaction.rows(statement)}

    def _movies(self, wanted: Mapping[MovieKey, _Wanted]) -> dict[MovieKey, KnownMovie]:
        known = known_movies(self._transaction, wanted, self._owner)
        fresh = {key: want.movie for key, want in wanted.items() if key not in known}
        if fresh:
            insert_movies(self._transaction, list(fresh.values()), self._owner, self._log, catalogued=False)
            known |= known_movies(self._transaction, fresh, self._owner)
            self._joined = self._joined or self._owner == SHARED
        return known

    def _taken_back(self, key: MovieKey, now: Standing) -> Standing | None:
        """Undo what this call did to a review before, and return how it stood; None when this call created it."""
        if self._outcomes[key] == UNCHANGED:
            return now
        self._transaction.write(
            delete(RevisionRow).where(
                col(RevisionRow.review_id) == now.review_id, col(RevisionRow.number) == now.revision
            )
        )
        if now.revision == 1:
            self._transaction.write(delete(ReviewRow).where(col(ReviewRow.id) == now.review_id))
            return None
        self._transaction.write(
            update(ReviewRow).where(col(ReviewRow.id) == now.review_id).values(revision=now.revision - 1)
        )
        return self.standing([now.movie_id])[now.movie_id]

    def _revision(self, review_id: int, number: int, document: str | None) -> dict[str, Any]:
        return {
            "review_id": review_id,
            "number": number,
            "author": self._by.author,
            "made_at": self._by.made_at,
            "reason": self._by.reason,
            "document": document,
        }


def newest_revision() -> Any:
    """Return the condition that joins a review with its newest revision."""
    return and_(col(RevisionRow.review_id) == col(ReviewRow.id), col(RevisionRow.number) == col(ReviewRow.revision))


def _head(review: Review, revision: int) -> dict[str, Any]:
    """Return the columns of a review row that follow its newest revision."""
    return {
        "revision": revision,
        "removed": False,
        "deciding_age_years": lowest_deciding_age(review),
        "quality": review.quality,
        "last_updated": review.last_updated,
    }
