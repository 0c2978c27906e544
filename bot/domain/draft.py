"""A draft: a review that is being written, section by section, before anybody sees it.

What a draft holds is always a valid (if thin) review, so that it can be shown as parents will see it at any time.
Its version grows with every save; a save made on an older version is refused, never merged silently.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from bot.domain.movie import ServerId
from bot.domain.review import Review, ReviewId
from bot.domain.vocabulary import GRID

DraftId = NewType("DraftId", int)
"""The store's number for a draft."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft of one server (None: of the shared library, by the operator)."""

    draft_id: DraftId
    server_id: ServerId | None
    review: Review
    version: int
    """1 when begun; grows by one with every save."""
    author: str
    """Who began it: a Discord user's id as text, or "operator"."""
    updated_by: str
    updated_at: datetime
    """UTC."""
    review_id: ReviewId | None = None
    """The review this draft changes; None for a new one."""
    base_revision: int | None = None
    """That review's revision when the draft was begun; publishing over a newer one is refused."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What a draft still lacks, by section label."""

    needed: tuple[str, ...]
    """Without these nothing is published."""
    wished: tuple[str, ...]
    """Worth adding; the review can do without."""


def what_is_missing(review: Review) -> Missing:
    """Tell what a review lacks before it can be published, and what would make it better.

    Needed are a year (two movies often share a title), something said about the movie (one line or the story), and
    one ground for a verdict: a recommended age, a checked grid row or an official rating.
    """
    needed: list[str] = []
    if review.movie.year is None:
        needed.append("Year")
    if review.one_line is None and review.story is None:
        needed.append("One line or the story")
    checked = sum(review.cell(category.key).level is not None for category in GRID)
    if review.recommended_age_years is None and not checked and not review.movie.official_ratings:
        needed.append("A recommended age, a checked grid row or an official rating")
    sections: tuple[tuple[str, object], ...] = (
        ("One line", review.one_line),
        ("Recommended age", review.recommended_age_years),
        ("Quality", review.quality),
        ("Official rating", review.movie.official_ratings),
        ("Run time", review.movie.run_time_minutes),
        ("Cast", review.movie.cast),
        ("Director", review.movie.directors),
        ("What's the story?", review.story),
        ("Is it any good?", review.any_good),
        ("Talk to your kids about", review.talk),
        ("Diverse representations", review.diversity),
        ("Yes/no questions", review.questions),
        ("Where to watch", review.where_to_watch),
        ("Recommendations", review.recommendations),
    )
    wished = [label for label, value in sections if value is None or value == () or value == {}]
    if checked < len(GRID):
        wished.append(f"{len(GRID) - checked} of {len(GRID)} grid rows not checked")
    return Missing(tuple(needed), tuple(wished))
