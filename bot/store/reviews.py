"""The reviews as a reader may see them: a server's own before the library's, never another server's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, distinct, exists, func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from bot.application.ports import Authorship, ReviewTitle, SaveOutcome
from bot.domain.difference import changed_fields
from bot.domain.errors import ConflictError, NotFoundError
from bot.domain.movie import MovieId, ServerId
from bot.domain.review import Review, ReviewId, Revision, StoredReview
from bot.store.correcting import move_review
from bot.store.identity import owner_number, owner_of, row_number, title_key
from bot.store.mapping import review_from
from bot.store.movies import known_movies, movie_meant, seen_by
from bot.store.review_writer import CHANGED, CREATED, UNCHANGED, ReviewWriter, Standing, newest_revision
from bot.store.rows import SHARED, YEAR_NOT_KNOWN, MovieRow, ReviewRow, RevisionRow
from bot.store.transaction import Transaction, chunks


class SqlReviews:
    """Implements bot.application.ports.ReviewRepository."""

    def __init__(self, transaction: Transaction) -> None:
        """Read and write in this transaction."""
        self._transaction = transaction

    def save(
        self,
        review: Review,
        by: Authorship,
        server_id: ServerId | None = None,
        *,
        expected_revision: int | None = None,
        review_id: ReviewId | None = None,
    ) -> SaveOutcome:
        """Create or change a review: of this movie, or the very one of `review_id`, then whatever its movie was.

        Raises ConflictError when `expected_revision` (0: none yet) is not the newest or the owner has another review
        of the movie, NotFoundError when `review_id` is none of the owner's.
        """
        owner = owner_number(server_id)
        self._transaction.lock()
        writer = ReviewWriter(self._transaction, owner, by)
        if review_id is None:
            now = self._standing(writer, review, owner)
        else:
            movie_id = self._movie_of(review_id, owner)
            now = writer.standing([movie_id])[movie_id]
        newest = 0 if now is None else now.revision
        if expected_revision is not None and newest != expected_revision:
            raise ConflictError(
                f"The review of {review.movie.name} was changed meanwhile: it is at revision {newest}, "
                f"not {expected_revision}. Look at it again before saving."
            )
        if review_id is not None:
            move_review(self._transaction, review_id, owner, review.movie)
        counts = writer.write([review])
        now = self._standing(writer, review, owner)
        assert now is not None
        stored = StoredReview(now.review_id, now.movie_id, server_id, now.revision, review)
        return SaveOutcome(stored, created=bool(counts[CREATED]), changed=not counts[UNCHANGED])

    def save_all(
        self, reviews: Iterable[Review], by: Authorship, server_id: ServerId | None = None
    ) -> tuple[int, int, int]:
        """Save many at speed; return (created, changed, unchanged)."""
        self._transaction.lock()
        counts = ReviewWriter(self._transaction, owner_number(server_id), by).write(reviews)
        return counts[CREATED], counts[CHANGED], counts[UNCHANGED]

    def remove(self, review_id: ReviewId, by: Authorship, server_id: ServerId | None = None) -> None:
        """Remove a review, keeping its history; raises NotFoundError."""
        owner = owner_number(server_id)
        self._transaction.lock()
        writer = ReviewWriter(self._transaction, owner, by)
        movie_id = self._movie_of(review_id, owner)
        now = writer.standing([movie_id])[movie_id]
        if now.document is None:
            raise _not_there(review_id)
        writer.remove(now)

    def restore(
        self, review_id: ReviewId, number: int, by: Authorship, server_id: ServerId | None = None
    ) -> SaveOutcome:
        """Bring revision `number` back as a new revision; raises NotFoundError."""
        self._transaction.lock()
        self._movie_of(review_id, owner_number(server_id))
        document = self._transaction.value(
            select(col(RevisionRow.document)).where(
                col(RevisionRow.review_id) == review_id, col(RevisionRow.number) == row_number(number)
            )
        )
        if document is None:
            raise NotFoundError(f"There is no review text at revision {number} to bring back.")
        return self.save(review_from(document), by, server_id, review_id=review_id)

    def of_movie(self, movie_id: MovieId, server_id: ServerId | None = None) -> StoredReview | None:
        """Return the review to show: the server's own before the library's; None when nobody reviewed it."""
        statement = (
            _stored(server_id)
            .where(col(ReviewRow.movie_id) == movie_meant(movie_id, server_id))
            .order_by(col(ReviewRow.server_id).desc())
            .limit(1)
        )
        return next(map(_stored_review, self._transaction.rows(statement)), None)

    def get(self, review_id: ReviewId, server_id: ServerId | None = None) -> StoredReview | None:
        """Return one review by its id; None when it is removed or not for this server's eyes."""
        rows = self._transaction.rows(_stored(server_id).where(col(ReviewRow.id) == row_number(review_id)))
        return next(map(_stored_review, rows), None)

    def library_versions(self, movie_id: MovieId, server_id: ServerId | None = None) -> Iterator[Review]:
        """Yield every version of the library's review of a movie, newest first, also of one taken down."""
        statement = (
            select(col(RevisionRow.document))
            .join(ReviewRow, col(ReviewRow.id) == col(RevisionRow.review_id))
            .where(
                col(ReviewRow.movie_id) == movie_meant(movie_id, server_id),
                col(ReviewRow.server_id) == SHARED,
                col(RevisionRow.document).is_not(None),
            )
            .order_by(col(RevisionRow.number).desc())
        )
        for (document,) in self._transaction.rows(statement):
            yield review_from(document)

    def reviewed(self, movie_ids: Sequence[MovieId], server_id: ServerId | None = None) -> set[MovieId]:
        """Return which of these movies have a review that this server may see."""
        found: set[MovieId] = set()
        for chunk in chunks(movie_ids):
            statement = (
                select(col(MovieRow.id))
                .join(ReviewRow, func.coalesce(col(MovieRow.same_as_id), col(MovieRow.id)) == col(ReviewRow.movie_id))
                .where(
                    col(MovieRow.id).in_([row_number(movie_id) for movie_id in chunk]),
                    seen_by(server_id, col(MovieRow.server_id)),
                    seen_by(server_id, col(ReviewRow.server_id)),
                    col(ReviewRow.removed).is_(False),
                )
            )
            found.update(MovieId(movie_id) for (movie_id,) in self._transaction.rows(statement))
        return found

    def all(self, server_id: ServerId | None = None, *, only_own: bool = False) -> Iterator[StoredReview]:
        """Yield every review this server sees, one a movie, by title and year; or only those it owns."""
        if only_own:
            return self._each(col(ReviewRow.server_id) == owner_number(server_id))
        return self._each(_shown_to(server_id))

    def for_ages(self, max_age_years: int, server_id: ServerId | None = None) -> Iterator[StoredReview]:
        """Yield the reviews this server sees whose deciding age is known and may be no higher, the better first."""
        meant = col(ReviewRow.deciding_age_years) <= max_age_years
        return self._each(_shown_to(server_id), meant, better_first=True)

    def history(self, review_id: ReviewId, server_id: ServerId | None = None) -> list[Revision]:
        """Return all revisions, newest first; raises NotFoundError."""
        statement = (
            select(
                col(RevisionRow.number),
                col(RevisionRow.author),
                col(RevisionRow.made_at),
                col(RevisionRow.reason),
                col(RevisionRow.document),
            )
            .join(ReviewRow, col(ReviewRow.id) == col(RevisionRow.review_id))
            .where(col(ReviewRow.id) == row_number(review_id), seen_by(server_id, col(ReviewRow.server_id)))
            .order_by(col(RevisionRow.number))
        )
        revisions: list[Revision] = []
        before: Review | None = None
        for number, author, made_at, reason, document in self._transaction.rows(statement):
            after = None if document is None else review_from(document)
            changed = () if before is None or after is None else changed_fields(before, after)
            revisions.append(Revision(review_id, number, author, made_at, reason, after, changed))
            before = after
        if not revisions:
            raise _not_there(review_id)
        return revisions[::-1]

    def titles(self, server_id: ServerId | None) -> list[ReviewTitle]:
        """Return the reviews that this very owner has or had, by name; those taken down last."""
        statement = (
            select(col(ReviewRow.id), col(MovieRow.title), col(MovieRow.year), col(ReviewRow.removed))
            .join(MovieRow, col(MovieRow.id) == col(ReviewRow.movie_id))
            .where(col(ReviewRow.server_id) == owner_number(server_id))
        )
        found = [
            ReviewTitle(ReviewId(review_id), title if year == YEAR_NOT_KNOWN else f"{title} ({year})", bool(removed))
            for review_id, title, year, removed in self._transaction.rows(statement)
        ]
        return sorted(found, key=lambda one: (one.removed, one.name.casefold(), one.review_id))

    def count(self, server_id: ServerId | None = None) -> int:
        """Return how many reviews this server sees, one a movie."""
        counted = select(func.count(distinct(col(ReviewRow.movie_id)))).where(
            seen_by(server_id, col(ReviewRow.server_id)), col(ReviewRow.removed).is_(False)
        )
        return int(self._transaction.value(counted))

    def _each(self, *conditions: ColumnElement[bool], better_first: bool = False) -> Iterator[StoredReview]:
        """Yield what meets the conditions in order: the numbers first, then the documents in turn."""
        merit = -func.coalesce(col(ReviewRow.quality), 0)
        age = -func.coalesce(col(ReviewRow.deciding_age_years), 0)
        order = [merit, age] if better_first else []
        statement = (
            select(*order, col(MovieRow.title_key), col(MovieRow.year), col(ReviewRow.id))
            .join(MovieRow, col(MovieRow.id) == col(ReviewRow.movie_id))
            .where(col(ReviewRow.removed).is_(False), *conditions)
        )
        # Sorted here, not by the database: collations differ between engines and machines.
        in_order = [row[-1] for row in sorted(map(tuple, self._transaction.rows(statement)))]
        for chunk in chunks(in_order):
            rows = self._transaction.rows(_documents().where(col(ReviewRow.id).in_(chunk)))
            by_id = {row[0]: row for row in rows}
            for review_id in chunk:
                if review_id in by_id:
                    yield _stored_review(by_id[review_id])

    def _movie_of(self, review_id: ReviewId, owner: int) -> MovieId:
        """Return the movie of a review that this very owner has, removed or not; raises NotFoundError."""
        movie_id = self._transaction.value(
            select(col(ReviewRow.movie_id)).where(
                col(ReviewRow.id) == row_number(review_id), col(ReviewRow.server_id) == owner
            )
        )
        if movie_id is None:
            raise _not_there(review_id)
        return MovieId(movie_id)

    def _standing(self, writer: ReviewWriter, review: Review, owner: int) -> Standing | None:
        key = (title_key(review.movie.title), review.movie.year or YEAR_NOT_KNOWN)
        movie = known_movies(self._transaction, [key], owner).get(key)
        return None if movie is None else writer.standing([movie.movie_id]).get(movie.movie_id)


def _documents() -> Select[*tuple[Any, ...]]:
    """Select the columns of `_stored_review`."""
    return select(
        col(ReviewRow.id),
        col(ReviewRow.movie_id),
        col(ReviewRow.server_id),
        col(ReviewRow.revision),
        col(RevisionRow.document),
    ).join(RevisionRow, newest_revision())


def _stored(server_id: ServerId | None) -> Select[*tuple[Any, ...]]:
    return _documents().where(seen_by(server_id, col(ReviewRow.server_id)), col(ReviewRow.removed).is_(False))


def _shown_to(server_id: ServerId | None) -> ColumnElement[bool]:
    """Return the condition that a review is the server's own, or the library's where the server has none."""
    owner = owner_number(server_id)
    own = aliased(ReviewRow)
    has_own = exists().where(
        col(own.movie_id) == col(ReviewRow.movie_id), col(own.server_id) == owner, col(own.removed).is_(False)
    )
    if owner == SHARED:
        return col(ReviewRow.server_id) == SHARED
    return (col(ReviewRow.server_id) == owner) | ((col(ReviewRow.server_id) == SHARED) & ~has_own)


def _stored_review(row: Sequence[Any]) -> StoredReview:
    review_id, movie_id, owner, revision, document = row
    return StoredReview(ReviewId(review_id), MovieId(movie_id), owner_of(owner), revision, review_from(document))


def _not_there(review_id: ReviewId) -> NotFoundError:
    return NotFoundError(f"There is no review number {review_id} here.")
