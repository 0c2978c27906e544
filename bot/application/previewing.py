"""Show a review that is not published as parents would get it: by the same composing as every answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.movie import MovieId
from bot.domain.review import Review, ReviewId, StoredReview
from bot.domain.suitability import AgeRange
from bot.saying import compose
from bot.saying.reply import Action, MovieRef, Reply
from bot.understanding.intents import Intent
from bot.understanding.meaning import Meaning, Topic

_NOWHERE = 0
"""In place of the ids that a review gets with its publishing."""


def preview(review: Review, age_years: int | None, rating_systems: Sequence[str]) -> Reply:
    """Answer "is it ok for a child of this age?" from a review that is not stored; None: no child was named."""
    understanding = Meaning(
        topic=Topic.MOVIE,
        intent=Intent.VERDICT,
        movies=(MovieId(_NOWHERE),),
        ages=() if age_years is None else (AgeRange.exactly(age_years),),
    )
    stored, ref = _as_stored(review)
    return compose.compose_answer(understanding, stored, ref, rating_systems)


def preview_section(review: Review, action: Action) -> Reply:
    """Show one section of a review that is not stored, as its button would."""
    stored, ref = _as_stored(review)
    return compose.compose_section(stored, ref, action)


def _as_stored(review: Review) -> tuple[StoredReview, MovieRef]:
    movie = review.movie
    stored = StoredReview(ReviewId(_NOWHERE), MovieId(_NOWHERE), None, 0, review)
    return stored, MovieRef(MovieId(_NOWHERE), movie.title, movie.year)
