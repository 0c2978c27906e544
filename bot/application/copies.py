"""Whose words a server's own review holds: a changed copy must not pass for what the library's reviewer wrote."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.application.ports import UnitOfWork
from bot.domain.movie import MovieId, ServerId
from bot.domain.review import Review, StoredReview

_SIGNED_WITH: Final = ("byline", "affiliation", "source")
"""The parts of a review that say whose words it is."""


def with_origin(work: UnitOfWork, stored: StoredReview) -> StoredReview:
    """Note on a server's review, if it is a changed copy of the library's, when it was changed last."""
    server_id = stored.server_id
    if server_id is None or not is_changed_copy(work, stored.review, stored.movie_id, server_id):
        return stored
    return replace(stored, changed_here=work.reviews.history(stored.review_id, server_id)[0].made_at.date())


def is_changed_copy(work: UnitOfWork, review: Review, movie_id: MovieId | None, server_id: ServerId | None) -> bool:
    """Whether a review bears a name that stands under the library's review of the movie, and says something else.

    Every version that the library ever had counts, so a copy of an older one is none that was changed. The day of the
    last change is no difference. `movie_id` None: a movie that is not known, so there is nothing to copy.
    """
    if movie_id is None:
        return False
    versions = work.reviews.library_versions(movie_id, server_id)
    signed = [version for version in versions if _same_name(review, version)]
    return bool(signed) and all(_undated(version) != _undated(review) for version in signed)


def _same_name(one: Review, other: Review) -> bool:
    return any(getattr(one, part) is not None and getattr(one, part) == getattr(other, part) for part in _SIGNED_WITH)


def _undated(review: Review) -> Review:
    return replace(review, last_updated=None)
