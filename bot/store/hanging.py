"""What members wrote about a movie moves along when that movie turns out to be another one."""

from __future__ import annotations

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import aliased
from sqlmodel import col

from bot.store.member_rows import CommunityReportRow, CommunityReviewRow, SuggestionRow, WantedMovieRow
from bot.store.transaction import Transaction


def hang_on(transaction: Transaction, old_id: int, new_id: int) -> None:
    """Hang suggestions, community reviews and wishes of one movie on another.

    Of two community reviews that one person then has of one movie, the other movie's stays.
    """
    transaction.write(update(SuggestionRow).where(col(SuggestionRow.movie_id) == old_id).values(movie_id=new_id))
    _hang_community_reviews(transaction, old_id, new_id)
    _hang_wishes(transaction, old_id, new_id)


def _hang_community_reviews(transaction: Transaction, old_id: int, new_id: int) -> None:
    there = aliased(CommunityReviewRow)
    doubled = (
        select(col(CommunityReviewRow.id))
        .join(
            there,
            (col(there.server_id) == col(CommunityReviewRow.server_id))
            & (col(there.author_id) == col(CommunityReviewRow.author_id)),
        )
        .where(col(CommunityReviewRow.movie_id) == old_id, col(there.movie_id) == new_id)
    )
    numbers = [number for (number,) in transaction.rows(doubled)]
    if numbers:
        transaction.write(delete(CommunityReportRow).where(col(CommunityReportRow.community_review_id).in_(numbers)))
        transaction.write(delete(CommunityReviewRow).where(col(CommunityReviewRow.id).in_(numbers)))
    transaction.write(
        update(CommunityReviewRow).where(col(CommunityReviewRow.movie_id) == old_id).values(movie_id=new_id)
    )


def _hang_wishes(transaction: Transaction, old_id: int, new_id: int) -> None:
    names = ("server_id", "title", "year", "asked", "votes", "last_asked")
    old = transaction.rows(
        select(*(col(getattr(WantedMovieRow, name)) for name in names)).where(col(WantedMovieRow.movie_id) == old_id)
    )
    transaction.write(delete(WantedMovieRow).where(col(WantedMovieRow.movie_id) == old_id))
    for wish in old:
        added = transaction.change(
            update(WantedMovieRow)
            .where(col(WantedMovieRow.server_id) == wish.server_id, col(WantedMovieRow.movie_id) == new_id)
            .values(asked=col(WantedMovieRow.asked) + wish.asked, votes=col(WantedMovieRow.votes) + wish.votes)
        )
        if not added:
            moved = {**dict(zip(names, wish, strict=True)), "movie_id": new_id, "title_key": ""}
            transaction.write(insert(WantedMovieRow), [moved])
