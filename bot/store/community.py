"""Community reviews of a server's members and the reports on them.

How many reported a review is counted from the reports themselves, so that no save writes an old number over a new one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, insert, select, update
from sqlmodel import col

from bot.domain.actor import DiscordUserId
from bot.domain.community import CommunityReview, CommunityReviewId, Visibility, Voice
from bot.domain.errors import NotFoundError
from bot.domain.movie import MovieId, ServerId
from bot.store.identity import owner_number, row_number
from bot.store.member_rows import CommunityReportRow, CommunityReviewRow
from bot.store.movies import known_to, movie_meant
from bot.store.transaction import Transaction


class SqlCommunity:
    """Implements bot.application.moderation_ports.CommunityRepository."""

    def __init__(self, transaction: Transaction) -> None:
        """Read and write in this transaction."""
        self._transaction = transaction

    def save(self, review: CommunityReview) -> CommunityReview:
        """Create or replace the author's review of this movie in this server; one with an id is replaced by its id.

        Raises NotFoundError when that one is gone, or the movie is none this server can know.
        """
        self._transaction.lock()
        movie_id = known_to(self._transaction, review.movie_id, review.server_id)
        number: int | None = review.community_review_id
        if number is None and review.author_id is not None:
            before = self.own(review.server_id, movie_id, review.author_id)
            number = None if before is None else before.community_review_id
        values = {
            "server_id": owner_number(review.server_id),
            "movie_id": movie_id,
            "author_id": review.author_id,
            "voice": review.voice.value,
            "suggested_age_years": review.suggested_age_years,
            "stars": review.stars,
            "written_at": review.written_at,
            "text": review.text,
            "visibility": review.visibility.value,
            "cleared": review.cleared,
        }
        if number is None:
            number = self._transaction.add(CommunityReviewRow, values)
        elif not self._transaction.change(
            update(CommunityReviewRow)
            .where(
                col(CommunityReviewRow.id) == row_number(number),
                col(CommunityReviewRow.server_id) == owner_number(review.server_id),
            )
            .values(**values)
        ):
            raise NotFoundError("That community review is no longer there.")
        return replace(
            review,
            movie_id=movie_id,
            community_review_id=CommunityReviewId(number),
            reports=self._reports(number),
        )

    def own(self, server_id: ServerId, movie_id: MovieId, author_id: DiscordUserId) -> CommunityReview | None:
        """Return the author's own review of this movie; None when there is none."""
        meant = movie_meant(movie_id, server_id)
        found = self._of(server_id, col(CommunityReviewRow.movie_id) == meant, _by(author_id))
        return found[0] if found else None

    def get(self, community_review_id: CommunityReviewId, server_id: ServerId) -> CommunityReview | None:
        """Return one community review of this server; None when it is gone or another's."""
        found = self._of(server_id, col(CommunityReviewRow.id) == row_number(community_review_id))
        return found[0] if found else None

    def of_movie(self, server_id: ServerId, movie_id: MovieId) -> list[CommunityReview]:
        """Return all of this movie in this server, newest first, whatever their visibility."""
        return self._of(server_id, col(CommunityReviewRow.movie_id) == movie_meant(movie_id, server_id))[::-1]

    def waiting(self, server_id: ServerId) -> list[CommunityReview]:
        """Return those that a moderator has to look at, oldest first."""
        looked_for = (Visibility.WAITING.value, Visibility.HIDDEN.value)
        return self._of(server_id, col(CommunityReviewRow.visibility).in_(looked_for))

    def remove(self, community_review_id: CommunityReviewId) -> None:
        """Delete one with its reports; nothing happens when it is gone."""
        number = row_number(community_review_id)
        self._transaction.write(delete(CommunityReportRow).where(col(CommunityReportRow.community_review_id) == number))
        self._transaction.write(delete(CommunityReviewRow).where(col(CommunityReviewRow.id) == number))

    def report(self, community_review_id: CommunityReviewId, reporter_id: DiscordUserId, at: datetime) -> int:
        """Note a report, once a person; return how many reported it by now. Raises NotFoundError when it is gone."""
        self._transaction.lock()
        number = row_number(community_review_id)
        there = select(col(CommunityReviewRow.id)).where(col(CommunityReviewRow.id) == number)
        if self._transaction.value(there) is None:
            raise NotFoundError("That community review is no longer there.")
        noted = select(col(CommunityReportRow.reporter_id)).where(
            col(CommunityReportRow.community_review_id) == number, col(CommunityReportRow.reporter_id) == reporter_id
        )
        if self._transaction.value(noted) is None:
            report = {"community_review_id": number, "reporter_id": reporter_id, "made_at": at}
            self._transaction.write(insert(CommunityReportRow), [report])
        return self._reports(number)

    def count(self, server_id: ServerId, author_id: DiscordUserId, since: datetime) -> int:
        """Return how many this author wrote or edited since then."""
        counted = select(func.count()).where(
            col(CommunityReviewRow.server_id) == owner_number(server_id),
            _by(author_id),
            col(CommunityReviewRow.written_at) >= since,
        )
        return int(self._transaction.value(counted))

    def _reports(self, number: int) -> int:
        counted = select(func.count()).where(col(CommunityReportRow.community_review_id) == number)
        return int(self._transaction.value(counted))

    def _of(self, server_id: ServerId, *conditions: ColumnElement[bool]) -> list[CommunityReview]:
        """Return one server's community reviews that meet the conditions, oldest first."""
        statement = (
            _community_reviews()
            .where(col(CommunityReviewRow.server_id) == owner_number(server_id), *conditions)
            .order_by(col(CommunityReviewRow.written_at), col(CommunityReviewRow.id))
        )
        return [_community_review(row) for row in self._transaction.rows(statement)]


def _by(author_id: DiscordUserId) -> ColumnElement[bool]:
    return col(CommunityReviewRow.author_id) == author_id


def _community_reviews() -> Select[*tuple[Any, ...]]:
    """Select the columns of `_community_review`."""
    reports = (
        select(func.count())
        .where(col(CommunityReportRow.community_review_id) == col(CommunityReviewRow.id))
        .scalar_subquery()
    )
    return select(
        col(CommunityReviewRow.server_id),
        col(CommunityReviewRow.movie_id),
        col(CommunityReviewRow.author_id),
        col(CommunityReviewRow.voice),
        col(CommunityReviewRow.suggested_age_years),
        col(CommunityReviewRow.stars),
        col(CommunityReviewRow.written_at),
        col(CommunityReviewRow.text),
        col(CommunityReviewRow.visibility),
        reports,
        col(CommunityReviewRow.cleared),
        col(CommunityReviewRow.id),
    )


def _community_review(row: Sequence[Any]) -> CommunityReview:
    server, movie, author, voice, age, stars, written_at, text, visibility, reports, cleared, number = row
    return CommunityReview(
        ServerId(server),
        MovieId(movie),
        None if author is None else DiscordUserId(author),
        Voice(voice),
        age,
        stars,
        written_at,
        text,
        Visibility(visibility),
        reports,
        cleared,
        CommunityReviewId(number),
    )
