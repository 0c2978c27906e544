"""What differs between two versions of a review is named field by field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.difference import changed_fields
from bot.domain.movie import Movie, Series
from bot.domain.review import Answer, DiscussionQuestion, GridCell, QuestionAnswer, Review

BEFORE = Review(
    Movie("Up", 2009),
    quality=5,
    grid={"language": GridCell(0), "scariness": GridCell(2)},
    questions={"sad_ending": QuestionAnswer(Answer.NO)},
)


@pytest.mark.parametrize(
    ("after", "named"),
    [
        (BEFORE, ()),
        (replace(BEFORE, quality=None), ("quality",)),
        (replace(BEFORE, movie=Movie("Up!", 2009, cast=("Ed Asner",))), ("movie.title", "movie.cast")),
        (replace(BEFORE, movie=Movie("Up", 2009, series=Series("Up", 1))), ("movie.series",)),
        (replace(BEFORE, grid={"scariness": GridCell(3)}), ("grid.language", "grid.scariness")),
        (replace(BEFORE, questions={}, talk=(DiscussionQuestion("Why?"),)), ("questions.sad_ending", "talk")),
        (replace(BEFORE, grid=dict(reversed(BEFORE.grid.items()))), ()),
    ],
)
def test_what_differs_is_named(after: Review, named: tuple[str, ...]) -> None:
    assert changed_fields(BEFORE, after) == named
