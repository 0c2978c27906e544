"""What differs between two versions of a review, field by field, for history and for showing a change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from bot.domain.movie import Movie
from bot.domain.review import Review

_MOVIE_FIELDS = tuple(field.name for field in fields(Movie))
_REVIEW_FIELDS = tuple(field.name for field in fields(Review))


def changed_fields(before: Review, after: Review) -> tuple[str, ...]:
    """Name what differs, in the review's order: "movie.run_time_minutes", "grid.language", "talk"."""
    changed: list[str] = []
    for name in _REVIEW_FIELDS:
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if isinstance(old, Movie):
            changed += [f"movie.{part}" for part in _MOVIE_FIELDS if getattr(old, part) != getattr(new, part)]
        elif isinstance(old, Mapping):
            changed += [f"{name}.{key}" for key in sorted(set(old) | set(new)) if old.get(key) != new.get(key)]
        else:
            changed.append(name)
    return tuple(changed)
