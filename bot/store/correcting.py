"""Correcting a review's title or year: the very same review then speaks of another movie.

A movie that only this review made known is corrected with it, so its number, which buttons and what members wrote
carry, stays good. Any other stays known as it is, and the review moves over to the movie of the new title and year.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, exists, select, update
from sqlmodel import col

from bot.domain.errors import ConflictError
from bot.domain.movie import Movie
from bot.domain.review import ReviewId
from bot.store.hanging import hang_on
from bot.store.mapping import movie_columns
from bot.store.movies import insert_movies, join_servers_own, known_movies
from bot.store.rows import SHARED, MovieRow, ReviewRow
from bot.store.story_log import note_stories
from bot.store.title_log import TitleLog
from bot.store.transaction import Transaction


def move_review(transaction: Transaction, review_id: ReviewId, owner: int, movie: Movie) -> None:
    """Hang an owner's review on the movie of this title and year; the transaction must hold the writing lock.

    Raises ConflictError when the owner has another review of that movie, be it a removed one.
    """
    columns = movie_columns(movie)
    key = (columns["title_key"], columns["year"])
    known = known_movies(transaction, [key], owner).get(key)
    (old,) = transaction.rows(
        select(col(MovieRow.id), col(MovieRow.server_id), col(MovieRow.catalogued))
        .join(ReviewRow, col(ReviewRow.movie_id) == col(MovieRow.id))
        .where(col(ReviewRow.id) == review_id)
    )
    if known is not None and known.movie_id == old.id:
        return
    log = TitleLog(transaction)
    others = exists().where(col(ReviewRow.movie_id) == old.id, col(ReviewRow.id) != review_id)
    only_here = old.server_id == owner and not old.catalogued and not transaction.value(select(others))
    note_stories(transaction, owner, [old.id])
    if known is None and only_here:
        _rename(transaction, old.id, columns)
        log.put(owner, [old.id])
    else:
        if known is None:
            insert_movies(transaction, [columns], owner, log, catalogued=False)
            known = known_movies(transaction, [key], owner)[key]
        _refuse_second_review(transaction, known.movie_id, owner, movie)
        transaction.write(update(ReviewRow).where(col(ReviewRow.id) == review_id).values(movie_id=known.movie_id))
        if only_here:
            hang_on(transaction, old.id, known.movie_id)
            transaction.write(
                update(MovieRow).where(col(MovieRow.same_as_id) == old.id).values(same_as_id=known.movie_id)
            )
            transaction.write(delete(MovieRow).where(col(MovieRow.id) == old.id))
            log.remove(owner, [old.id])
    if owner == SHARED:
        join_servers_own(transaction, log)
    log.flush()


def _rename(transaction: Transaction, movie_id: int, columns: dict[str, Any]) -> None:
    names = {name: columns[name] for name in ("title", "title_key", "year")}
    transaction.write(update(MovieRow).where(col(MovieRow.id) == movie_id).values(names))


def _refuse_second_review(transaction: Transaction, movie_id: int, owner: int, movie: Movie) -> None:
    rows = transaction.rows(
        select(col(ReviewRow.removed)).where(col(ReviewRow.movie_id) == movie_id, col(ReviewRow.server_id) == owner)
    )
    if rows:
        there = "a removed review" if rows[0].removed else "a review"
        raise ConflictError(f"There is {there} of {movie.name} already; change that one instead of renaming this one.")
