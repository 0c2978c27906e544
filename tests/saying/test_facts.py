"""The facts of a movie, as an answer shows them."""

from __future__ import annotations

import pytest

from bot.domain.movie import Movie, Series
from bot.saying.sections import facts


@pytest.mark.parametrize(
    ("series", "said"),
    [
        (Series("Toy Story", 3), "Toy Story, part 3"),
        (Series("Harry Potter", 1), "Harry Potter, part 1"),
        (Series("Winnie the Pooh"), "Winnie the Pooh"),
        (None, None),
    ],
)
def test_the_facts_say_which_series_a_movie_belongs_to(series: Series | None, said: str | None) -> None:
    section = facts(Movie("Paper Boats", 2012, directors=("Lena Brook",), series=series))
    lines = {line.label: line.text for line in section.lines}
    assert lines.get("Series") == said
    assert lines["Director"] == "Lena Brook"


def test_a_series_alone_is_something_known() -> None:
    (line,) = facts(Movie("Paper Boats", 2012, series=Series("Paper Boats", 1))).lines
    assert (line.label, line.text, line.not_checked) == ("Series", "Paper Boats, part 1", False)
