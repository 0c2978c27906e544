"""Reviews and names that the store's tests share."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.application.ports import Authorship
from bot.domain.movie import Movie, ServerId
from bot.domain.review import GridCell, Review

OURS = ServerId(1111)
THEIRS = ServerId(2222)


def by(author: str = "operator", reason: str = "a test", hour: int = 12) -> Authorship:
    return Authorship(author, datetime(2024, 5, 1, hour, tzinfo=UTC), reason)


def paddington(**parts: object) -> Review:
    given: dict[str, object] = {
        "movie": Movie("Paddington", 2014, cast=("Ben Whishaw",), directors=("Paul King",), genres=("Family",)),
        "recommended_age_years": 6,
        "quality": 5,
        "grid": {"scariness": GridCell(2, "A museum lady wants to stuff him.")},
        "story": "A young bear looks for a home in London.",
    }
    return Review(**(given | parts))  # type: ignore[arg-type]


def review_of(title: str, year: int | None = 2000, **parts: object) -> Review:
    return Review(Movie(title, year), **parts)  # type: ignore[arg-type]
