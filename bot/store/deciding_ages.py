"""The age stored beside a review so that recommending need not read them all."""

from __future__ import annotations

from bot.domain.rating_boards import DEFAULT_SYSTEM
from bot.domain.review import Review
from bot.domain.suitability import deciding_age


def lowest_deciding_age(review: Review) -> int | None:
    """Return the lowest age in years that decides for this review by any board it has a rating of.

    None: nothing known decides. Which board a server relies on is its own setting, so the lowest is stored: a query by
    it misses no movie, and the reader judges by the right board. A change of the tables in bot.domain
    needs a migration that stores these ages anew.
    """
    boards = {DEFAULT_SYSTEM, *(rating.system for rating in review.movie.official_ratings)}
    ages = (deciding_age(review, (board,)).age_years for board in boards)
    return min((age for age in ages if age is not None), default=None)
