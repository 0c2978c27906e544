"""Pick movies for these children: fine for every one of them, not far below the oldest, the better ones first.

A pick has to be *fine* by the same rule that answers a question (bot.domain.suitability); "with you" is not
recommended unasked. A concern named in the request ("not too scary") must have been checked and found low.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from operator import itemgetter

from bot.application.ports import UnitOfWork
from bot.conversation.understanding import Understanding
from bot.domain.movie import ServerId
from bot.domain.review import Answer, Review, StoredReview
from bot.domain.suitability import AgeRange, Verdict, deciding_age, judge
from bot.domain.vocabulary import GRID_BY_KEY

MOST_PICKS = 5
LOW_LEVEL = 2
"""Up to "a little": what a parent who says "not too scary" accepts."""
DULL_FROM_YEARS = 6
"""A movie for children this many years younger than the oldest child is offered only when nothing else is there."""
ENOUGH_FITS = 200
"""Fitting movies after which no more are read. They come the better first (ReviewRepository.for_ages), so the picks
are among far fewer; a server that relies on another board can move one up by some places."""

_Rank = tuple[int, int, float]


def recommend(
    work: UnitOfWork,
    understanding: Understanding,
    server_id: ServerId | None,
    systems: Sequence[str],
    languages: Collection[str] = (),
) -> list[StoredReview]:
    """Return at most MOST_PICKS reviews, the best fit first; empty when nothing fits or is known to fit.

    `languages`: two-letter codes of which the movie must be known to speak one; empty: any language.
    """
    named = set(understanding.movies)
    youngest = min((age.youngest_years for age in understanding.ages), default=None)
    reviews: Iterable[StoredReview] = (
        work.reviews.all(server_id) if youngest is None else work.reviews.for_ages(int(youngest), server_id)
    )
    ranked: list[tuple[_Rank, str, StoredReview]] = []
    well_fitting = 0
    for stored in reviews:
        if stored.movie_id in named or (languages and not set(languages) & set(stored.review.movie.languages)):
            continue
        if not _fits(stored.review, understanding, systems):
            continue
        rank = _rank(stored.review, understanding.ages, systems)
        ranked.append((rank, stored.review.movie.title, stored))
        well_fitting += not rank[0]
        # Without ages they come by title, so that the last may be the best.
        if youngest is not None and well_fitting >= ENOUGH_FITS:
            break
    ranked.sort(key=itemgetter(0, 1))
    return [stored for _, _, stored in ranked[:MOST_PICKS]]


def _fits(review: Review, understanding: Understanding, systems: Sequence[str]) -> bool:
    wanted = understanding.wanted_rating
    if wanted is not None and all(rating.rating.upper() != wanted for rating in review.movie.official_ratings):
        return False
    if not all(_is_low(review, concern) for concern in understanding.concerns):
        return False
    return all(
        judge(review, age, sensitive=understanding.sensitive, preferred_systems=systems).verdict is Verdict.FINE
        for age in understanding.ages
    )


def _is_low(review: Review, concern: str) -> bool:
    if concern in GRID_BY_KEY:
        level = review.cell(concern).level
        return level is not None and level <= LOW_LEVEL
    return review.answer(concern).answer is Answer.NO


def _rank(review: Review, ages: Sequence[AgeRange], systems: Sequence[str]) -> _Rank:
    """Order: not dull for the oldest, then quality, then nearest below the youngest's age."""
    meant_for = deciding_age(review, systems).age_years or 0
    quality = -(review.quality or 0)
    if not ages:
        return (0, quality, -review.movie.popularity)
    oldest = max(age.oldest_years for age in ages)
    youngest = min(age.youngest_years for age in ages)
    return (int(oldest - meant_for > DULL_FROM_YEARS), quality, youngest - meant_for)
