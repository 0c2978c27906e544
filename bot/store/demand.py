"""Counts of what a server asked for. Nothing here says who: only titles, days and numbers.

Words come in by a member's wish alone; what is asked for is counted by the movie's own number and title.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, delete, insert, or_, select, tuple_, update
from sqlmodel import col

from bot.domain.demand import VOTE_WEIGHT, DayCount, WantedMovie
from bot.domain.movie import MovieId, ServerId
from bot.store.identity import owner_number, title_key
from bot.store.member_rows import UNKNOWN_MOVIE, OutcomeCountRow, WantedMovieRow
from bot.store.movies import movie_meant, seen_by
from bot.store.rows import YEAR_NOT_KNOWN, MovieRow, ReviewRow
from bot.store.transaction import Transaction


class SqlDemand:
    """Implements bot.application.moderation_ports.DemandRepository."""

    def __init__(self, transaction: Transaction) -> None:
        """Read and write in this transaction."""
        self._transaction = transaction

    def note_wanted(self, server_id: ServerId, movie_id: MovieId, day: date) -> None:
        """Count one question for a movie without a review; nothing happens for one that this server cannot know."""
        meant = select(col(MovieRow.title), col(MovieRow.year)).where(
            col(MovieRow.id) == movie_meant(movie_id, server_id)
        )
        for title, year in self._transaction.rows(meant):
            self._count(server_id, title, year or None, movie_id, day, asked=1)

    def vote(
        self, server_id: ServerId, title: str, year: int | None, movie_id: MovieId | None, day: date
    ) -> WantedMovie:
        """Count one deliberate wish."""
        return self._count(server_id, title, year, movie_id, day, votes=1)

    def wanted(self, server_id: ServerId, limit: int = 25) -> list[WantedMovie]:
        """Return what is wanted most and has no review that this server sees, most wanted first, then the latest."""
        owner = owner_number(server_id)
        demand = col(WantedMovieRow.asked) + VOTE_WEIGHT * col(WantedMovieRow.votes)
        rows = self._transaction.rows(
            select(*_COLUMNS)
            .where(col(WantedMovieRow.server_id) == owner, ~_is_reviewed(server_id))
            .order_by(demand.desc(), col(WantedMovieRow.last_asked).desc(), col(WantedMovieRow.title_key))
            .order_by(col(WantedMovieRow.movie_id))
            .limit(limit)
        )
        return [_wanted(row) for row in rows]

    def forget(self, server_id: ServerId, movie_id: MovieId | None, title: str) -> None:
        """Drop a wanted movie; nothing happens when it is not there."""
        self._transaction.lock()
        self._transaction.write(delete(WantedMovieRow).where(*self._place(server_id, movie_id, title)[1]))

    def note_outcome(self, server_id: ServerId, outcome: str, day: date) -> None:
        """Count one reply of this kind."""
        owner = owner_number(server_id)
        counted = self._transaction.change(
            update(OutcomeCountRow)
            .where(
                col(OutcomeCountRow.server_id) == owner,
                col(OutcomeCountRow.day) == day,
                col(OutcomeCountRow.outcome) == outcome,
            )
            .values(count=col(OutcomeCountRow.count) + 1)
        )
        if not counted:
            first = {"server_id": owner, "day": day, "outcome": outcome, "count": 1}
            self._transaction.write(insert(OutcomeCountRow), [first])

    def outcomes(self, server_id: ServerId, since: date) -> list[DayCount]:
        """Return the counts from that day on, by day."""
        statement = (
            select(col(OutcomeCountRow.day), col(OutcomeCountRow.outcome), col(OutcomeCountRow.count))
            .where(col(OutcomeCountRow.server_id) == owner_number(server_id), col(OutcomeCountRow.day) >= since)
            .order_by(col(OutcomeCountRow.day), col(OutcomeCountRow.outcome))
        )
        return [DayCount(*row) for row in self._transaction.rows(statement)]

    def _count(
        self,
        server_id: ServerId,
        title: str,
        year: int | None,
        movie_id: MovieId | None,
        day: date,
        *,
        asked: int = 0,
        votes: int = 0,
    ) -> WantedMovie:
        self._transaction.lock()
        key, here = self._place(server_id, movie_id, title)
        latest = case((col(WantedMovieRow.last_asked) > day, col(WantedMovieRow.last_asked)), else_=day)
        counted = self._transaction.change(
            update(WantedMovieRow)
            .where(*here)
            .values(asked=col(WantedMovieRow.asked) + asked, votes=col(WantedMovieRow.votes) + votes, last_asked=latest)
        )
        if not counted:
            first = {
                **key,
                "title": title,
                "year": year or YEAR_NOT_KNOWN,
                "asked": asked,
                "votes": votes,
                "last_asked": day,
            }
            self._transaction.write(insert(WantedMovieRow), [first])
        (row,) = self._transaction.rows(select(*_COLUMNS).where(*here))
        return _wanted(row)

    def _place(
        self, server_id: ServerId, movie_id: MovieId | None, title: str
    ) -> tuple[dict[str, Any], list[ColumnElement[bool]]]:
        """Return the key of a wanted movie and the conditions that find its row.

        A movie that this server cannot know counts by its title.
        """
        meant = None if movie_id is None else self._transaction.value(select(movie_meant(movie_id, server_id)))
        key = {
            "server_id": owner_number(server_id),
            "movie_id": UNKNOWN_MOVIE if meant is None else meant,
            "title_key": title_key(title) if meant is None else "",
        }
        return key, [col(getattr(WantedMovieRow, name)) == value for name, value in key.items()]


_COLUMNS = tuple(
    col(getattr(WantedMovieRow, name))
    for name in ("server_id", "title", "year", "movie_id", "asked", "votes", "last_asked")
)


def _is_reviewed(server_id: ServerId) -> ColumnElement[bool]:
    """Return the condition that the server sees a review of the wanted movie, by its number or by its title."""
    # Lists that are made once: asked movie by movie, both engines read every review for each.
    seen = (
        select(col(ReviewRow.movie_id))
        .where(seen_by(server_id, col(ReviewRow.server_id)), col(ReviewRow.removed).is_(False))
        .correlate(None)
    )
    of_seen = col(MovieRow.id).in_(seen)
    title, year = col(WantedMovieRow.title_key), col(WantedMovieRow.year)
    by_title = or_(
        and_(year == YEAR_NOT_KNOWN, title.in_(select(col(MovieRow.title_key)).where(of_seen))),
        tuple_(title, year).in_(select(col(MovieRow.title_key), col(MovieRow.year)).where(of_seen)),
    )
    unknown = col(WantedMovieRow.movie_id) == UNKNOWN_MOVIE
    return or_(col(WantedMovieRow.movie_id).in_(seen), and_(unknown, by_title))


def _wanted(row: Any) -> WantedMovie:
    return WantedMovie(
        server_id=ServerId(row.server_id),
        title=row.title,
        year=row.year or None,
        movie_id=None if row.movie_id == UNKNOWN_MOVIE else MovieId(row.movie_id),
        asked=row.asked,
        votes=row.votes,
        last_asked=row.last_asked,
    )
