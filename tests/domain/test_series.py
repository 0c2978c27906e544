"""The series a movie belongs to, and which one of it the movie is."""

from __future__ import annotations

import pytest

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import HIGHEST_PLACE, Movie, Series


@pytest.mark.parametrize(
    ("series", "said"),
    [
        (Series("Toy Story", 3), "Toy Story, part 3"),
        (Series("Winnie the Pooh"), "Winnie the Pooh"),
        (Series("Doraemon", HIGHEST_PLACE), f"Doraemon, part {HIGHEST_PLACE}"),
    ],
)
def test_a_series_is_said_with_the_place_where_it_is_known(series: Series, said: str) -> None:
    assert str(series) == said


@pytest.mark.parametrize(
    ("name", "place", "field"),
    [
        ("", None, "series"),
        (" Toy Story", 1, "series"),
        ("Toy\x00Story", 1, "series"),
        ("x" * 201, None, "series"),
        ("Toy Story", 0, "series_place"),
        ("Toy Story", -1, "series_place"),
        ("Toy Story", 2010, "series_place"),
        (None, 3, "series_place"),
    ],
)
def test_a_name_or_place_that_cannot_be_is_refused_by_its_field(
    name: str | None, place: int | None, field: str
) -> None:
    with pytest.raises(InvalidReviewError) as refused:
        Series.of(name, place)
    assert refused.value.field == field


def test_a_movie_may_stand_alone() -> None:
    assert Series.of(None, None) is None
    assert Movie("Up", 2009).series is None
