"""Facts as people write them; what is not surely understood gives nothing."""

from __future__ import annotations

import pytest

from bot.domain.movie import Series
from bot.formats import phrases


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("May 4, 2012", "2012-05-04"), ("may 4 2012.", "2012-05-04"), ("4 May 2012", "2012-05-04"),
        ("4th of May, 2012", "2012-05-04"), ("Sept. 1st, 1999", "1999-09-01"), ("June 2012", "2012-06"),
        ("2012", "2012"), ("2012-05-04", "2012-05-04"), ("5/4/2012", None), ("February 30, 2012", None),
        ("Mayday 4, 2012", None),
        ("soon", None), ("", None), ("May 4", None), ("May 4, 1066", None),
    ],
)  # fmt: skip
def test_dates_in_words(text: str, iso: str | None) -> None:
    found = phrases.date_in_words(text)
    assert (None if found is None else str(found)) == iso
    day = phrases.day_in_words(text)
    assert (None if day is None else day.isoformat()) == (iso if iso and len(iso) == 10 else None)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("83 minutes", 83), ("83 min.", 83), ("83", 83), ("1h 23m", 83), ("1 hour 23 minutes", 83), ("1 hr, 23 mins", 83),
     ("2 hours", 120), ("PT1H23M", 83), ("PT95M", 95), ("PT0M", None), ("1:23", None), ("long", None), ("", None)],
)  # fmt: skip
def test_run_times(text: str, minutes: int | None) -> None:
    assert phrases.run_time_minutes(text) == minutes


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [("Toy Story, part 3", "Toy Story", 3), ("Toy Story (part 3)", "Toy Story", 3), ("Toy Story #3", "Toy Story", 3),
     ("Toy Story, 3", "Toy Story", 3), ("Toy Story (3)", "Toy Story", 3), ("Toy Story part three", "Toy Story", 3),
     ("part 3 of Toy Story", "Toy Story", 3), ("No. 12 of Doraemon", "Doraemon", 12), ("Toy  Story", "Toy Story", None),
     ("101 Dalmatians", "101 Dalmatians", None), ("Fantastic 4, part 1", "Fantastic 4", 1),
     ("The Party", "The Party", None), ("Crouching Tiger, Hidden Dragon, part 2", "Crouching Tiger, Hidden Dragon", 2)],
)  # fmt: skip
def test_series(text: str, name: str, place: int | None) -> None:
    assert phrases.series_in_words(text) == Series(name, place)


@pytest.mark.parametrize(
    "text",
    ["Toy Story 3", "Fantastic 4", "Rocky IV", "Toy Story, part 0", "Toy Story, part last", "Toy Story part III",
     "part 3", "", "#3", "x" * 201, "Toys @everyone"],
)  # fmt: skip
def test_what_may_be_a_movies_name_or_no_place_is_not_taken_for_a_series(text: str) -> None:
    assert phrases.series_in_words(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [("3", 3), ("part 3", 3), ("Part three", 3), ("#3", 3), ("No. 3", 3), ("03", 3), ("0", None), ("2010", None),
     ("third", None), ("", None)],
)  # fmt: skip
def test_places_in_a_series(text: str, place: int | None) -> None:
    assert phrases.place_in_series(text) == place


@pytest.mark.parametrize(
    ("text", "age"),
    [("age 8+", 8), ("Ages 8 and up", 8), ("8+", 8), ("Recommended age: 8", 8), ("for ages 10 or older", 10),
     ("8", None), ("Parents say 8+", None), ("age", None), ("8-10", None)],
)  # fmt: skip
def test_ages(text: str, age: int | None) -> None:
    assert phrases.age_years(text) == age


@pytest.mark.parametrize(
    ("text", "stars"),
    [("4 stars", 4), ("4/5", 4), ("4 out of 5 stars", 4), ("★★★★☆", 4), ("★★★★", 4), ("★★★☆", None), ("4.5/5", None),
     ("8/10", None), ("0 stars", None), ("4", None)],
)  # fmt: skip
def test_stars(text: str, stars: int | None) -> None:
    assert phrases.stars(text) == stars


@pytest.mark.parametrize(
    ("text", "level"),
    [("none", 0), ("Not present", 0), ("a hint", 1), ("A little", 2), ("some.", 3), ("a lot", 4), ("extreme", 5),
     ("3", 3), ("3/5", 3), ("3 out of 5", 3), ("●●●○○", 3), ("○○○○○", 0), ("●●●●●", 5)],
)  # fmt: skip
def test_levels(text: str, level: int) -> None:
    assert phrases.is_level(text)
    assert phrases.level(text) == level


@pytest.mark.parametrize("text", ["not checked", "n/a", "?", "-"])
def test_not_checked_is_a_level_that_is_not_none(text: str) -> None:
    assert phrases.is_level(text)
    assert phrases.level(text) is None


@pytest.mark.parametrize("text", ["", "6", "very much", "●●●", "lots and lots"])
def test_what_is_no_level(text: str) -> None:
    assert not phrases.is_level(text)
    assert phrases.level(text) is None


def test_names_in_commas_keep_their_tails() -> None:
    assert phrases.names_in_commas("Ann Lee, Sam Hill, Jr., Quay, Inc., ,Ann Lee") == (
        "Ann Lee",
        "Sam Hill, Jr.",
        "Quay, Inc.",
    )
