"""The suitability rule as tables: what is known of a movie, the child, and the verdict with its ground."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.movie import Movie, OfficialRating
from bot.domain.rating_boards import AGE_BY_RATING, SYSTEM_COUNTRY, leading_rating, rating_age_years
from bot.domain.review import GridCell, Review
from bot.domain.suitability import AGE_BY_LEVEL, AgeRange, Ground, Verdict, deciding_age, judge
from bot.domain.vocabulary import GRID

NEGATIVE_ROWS = [category.key for category in GRID if not category.positive]


def whole_grid(**levels: int) -> dict[str, GridCell]:
    return {key: GridCell(levels.get(key, 0)) for key in NEGATIVE_ROWS}


def movie(*ratings: tuple[str, str]) -> Movie:
    return Movie(
        "A Movie", 2000, official_ratings=tuple(OfficialRating(s, r, SYSTEM_COUNTRY.get(s)) for s, r in ratings)
    )


REVIEWER_9 = {"recommended_age_years": 9}
GRID_9 = {"grid": whole_grid(violence_gore=3)}
GRID_PART = {"grid": {"violence_gore": GridCell(3)}}
RATED_PG13 = {"movie": movie(("MPAA", "PG-13"))}
RATED_G = {"movie": movie(("MPAA", "G"))}
RATED_R = {"movie": movie(("MPAA", "R"))}
NOTHING: dict[str, Any] = {}


def review(**known: Any) -> Review:
    return Review(**({"movie": movie()} | known))


@pytest.mark.parametrize(
    ("known", "age_years", "verdict", "ground"),
    [
        pytest.param(REVIEWER_9, 9, Verdict.FINE, Ground.REVIEWER, id="at the reviewer's age"),
        pytest.param(REVIEWER_9, 14, Verdict.FINE, Ground.REVIEWER, id="above the reviewer's age"),
        pytest.param(REVIEWER_9, 8, Verdict.WITH_YOU, Ground.REVIEWER, id="one year below an age under ten"),
        pytest.param(REVIEWER_9, 8.5, Verdict.WITH_YOU, Ground.REVIEWER, id="half a year below"),
        pytest.param(REVIEWER_9, 7.5, Verdict.NOT_YET, Ground.REVIEWER, id="a year and a half below"),
        pytest.param({"recommended_age_years": 13}, 11, Verdict.WITH_YOU, Ground.REVIEWER, id="two years below 13"),
        pytest.param({"recommended_age_years": 13}, 10, Verdict.NOT_YET, Ground.REVIEWER, id="three years below 13"),
        pytest.param(REVIEWER_9 | RATED_R, 9, Verdict.FINE, Ground.REVIEWER, id="the reviewer outranks the rating"),
        pytest.param(
            REVIEWER_9 | {"grid": whole_grid(language=5)}, 9, Verdict.FINE, Ground.REVIEWER, id="and the grid"
        ),
        pytest.param(GRID_9, 9, Verdict.FINE, Ground.GRID, id="at the grid's age"),
        pytest.param(GRID_9, 8, Verdict.WITH_YOU, Ground.GRID, id="one year below the grid's age"),
        pytest.param(GRID_9, 4, Verdict.NOT_YET, Ground.GRID, id="far below the grid's age"),
        pytest.param(GRID_9 | RATED_R, 9, Verdict.FINE, Ground.GRID, id="a whole grid outranks the rating"),
        pytest.param({"grid": whole_grid()}, 0.5, Verdict.FINE, Ground.GRID, id="nothing in it at all"),
        pytest.param(
            GRID_PART, 15, Verdict.NOT_ENOUGH_KNOWN, Ground.GRID, id="part of a grid alone never makes it fine"
        ),
        pytest.param(GRID_PART, 8, Verdict.NOT_ENOUGH_KNOWN, Ground.GRID, id="nor fine with a parent"),
        pytest.param(GRID_PART, 5, Verdict.NOT_YET, Ground.GRID, id="but it does make it not yet"),
        pytest.param(GRID_PART | RATED_G, 9, Verdict.FINE, Ground.GRID, id="part of a grid, lower rating"),
        pytest.param(GRID_PART | RATED_PG13, 9, Verdict.NOT_YET, Ground.RATING, id="part of a grid, higher rating"),
        pytest.param(GRID_PART | RATED_PG13, 13, Verdict.FINE, Ground.RATING, id="part of a grid, at the rating's age"),
        pytest.param(RATED_R, 13, Verdict.NOT_YET, Ground.RATING, id="a rating alone, far below"),
        pytest.param(RATED_R, 15, Verdict.WITH_YOU, Ground.RATING, id="a rating alone, two years below"),
        pytest.param(RATED_R, 17, Verdict.FINE, Ground.RATING, id="a rating alone, at its age"),
        pytest.param(NOTHING, 12, Verdict.NOT_ENOUGH_KNOWN, Ground.NOTHING, id="nothing known"),
        pytest.param({"movie": movie(("XYZ", "12"))}, 18, Verdict.NOT_ENOUGH_KNOWN, Ground.NOTHING, id="unknown board"),
        pytest.param({"movie": movie(("MPAA", "NR"))}, 18, Verdict.NOT_ENOUGH_KNOWN, Ground.NOTHING, id="not rated"),
    ],
)
def test_one_child(known: dict[str, Any], age_years: float, verdict: Verdict, ground: Ground) -> None:
    judged = judge(review(**known), AgeRange.exactly(age_years))
    assert (judged.verdict, judged.deciding.ground) == (verdict, ground)


@pytest.mark.parametrize(
    ("known", "youngest", "oldest", "verdict", "fine_from"),
    [
        pytest.param(RATED_R, 13, 17, Verdict.NOT_YET, 17, id="a teen and an R"),
        pytest.param(RATED_PG13, 13, 17, Verdict.FINE, 13, id="a teen and a PG-13"),
        pytest.param(REVIEWER_9, 9, 12, Verdict.FINE, 9, id="a tween and nine"),
        pytest.param(REVIEWER_9, 8, 9, Verdict.WITH_YOU, 9, id="a third grader and nine"),
        pytest.param(
            GRID_PART, 5, 12, Verdict.NOT_YET, None, id="where it becomes fine is not known of part of a grid"
        ),
        pytest.param(NOTHING, 5, 12, Verdict.NOT_ENOUGH_KNOWN, None, id="nothing known"),
    ],
)
def test_a_group_is_judged_by_its_youngest(
    known: dict[str, Any], youngest: float, oldest: float, verdict: Verdict, fine_from: int | None
) -> None:
    judged = judge(review(**known), AgeRange(youngest, oldest, "group"))
    assert (judged.verdict, judged.fine_from_years) == (verdict, fine_from)


@pytest.mark.parametrize(
    ("age_years", "verdict"), [(9, Verdict.WITH_YOU), (10, Verdict.FINE), (8, Verdict.NOT_YET), (7, Verdict.NOT_YET)]
)
def test_a_sensitive_child_gets_a_year_more(age_years: float, verdict: Verdict) -> None:
    assert judge(review(**REVIEWER_9), AgeRange.exactly(age_years), sensitive=True).verdict is verdict


@pytest.mark.parametrize("usual_from_years", range(2, 19))
def test_a_sensitive_child_is_judged_as_one_a_year_younger(usual_from_years: int) -> None:
    known = Review(movie(), recommended_age_years=usual_from_years)
    for half_years in range(2, 42):
        age = AgeRange.exactly(half_years / 2)
        younger = AgeRange.exactly(half_years / 2 - 1)
        assert judge(known, age, sensitive=True).verdict is judge(known, younger).verdict


@pytest.mark.parametrize("usual_from_years", range(1, 19))
def test_a_sensitive_child_never_fares_better_and_at_both_borders_worse(usual_from_years: int) -> None:
    known = Review(movie(), recommended_age_years=usual_from_years)
    with_you_from_years = usual_from_years - (2 if usual_from_years >= 10 else 1)
    for half_years in range(42):
        age = AgeRange.exactly(half_years / 2)
        sensitive, ordinary = judge(known, age, sensitive=True).verdict, judge(known, age).verdict
        assert KINDNESS.index(sensitive) <= KINDNESS.index(ordinary)
        if half_years / 2 in (usual_from_years, with_you_from_years):
            assert KINDNESS.index(sensitive) < KINDNESS.index(ordinary)


UNREADABLE = [
    pytest.param([("MPAA", "X"), ("BBFC", "PG")], id="a rating of old"),
    pytest.param([("MPAA", "TV-MA"), ("BBFC", "PG")], id="letters of television"),
    pytest.param([("BBFC", "U"), ("MPAA", "TV-14")], id="after the milder one"),
    pytest.param([("MPAA", "PG"), ("BBFC", "PG-13")], id="of another board than the one relied on"),
    pytest.param([("CBFC", "A"), ("BBFC", "PG")], id="a board without a table, and none that is relied on"),
]


@pytest.mark.parametrize("ratings", UNREADABLE)
@pytest.mark.parametrize("grid", [{}, GRID_PART], ids=["alone", "with part of a grid"])
def test_a_rating_that_cannot_be_read_never_yields_to_a_milder_one(
    ratings: list[tuple[str, str]], grid: dict[str, Any]
) -> None:
    judged = judge(review(movie=movie(*ratings), **grid), AgeRange.exactly(15))
    assert judged.verdict is Verdict.NOT_ENOUGH_KNOWN
    assert judged.fine_from_years is None


def test_the_row_that_asks_for_the_highest_age_decides_and_is_named() -> None:
    cells = whole_grid(violence_gore=3, language=3, scariness=2)
    deciding = deciding_age(review(grid=cells))
    assert (deciding.category, deciding.level, deciding.age_years) == ("language", 3, 12)


def test_a_positive_row_never_raises_the_age() -> None:
    deciding = deciding_age(review(grid=whole_grid() | {"messages": GridCell(0), "educational_value": GridCell(5)}))
    assert deciding.age_years == 0


def test_rows_that_nobody_checked_are_named_whatever_decides() -> None:
    deciding = deciding_age(review(**GRID_PART, **REVIEWER_9))
    assert deciding.not_checked == tuple(key for key in NEGATIVE_ROWS if key != "violence_gore")


def test_the_preferred_board_is_read_and_another_only_in_its_absence() -> None:
    rated = movie(("MPAA", "R"), ("BBFC", "15"))
    assert judge(Review(rated), AgeRange.exactly(15), preferred_systems=("BBFC", "MPAA")).verdict is Verdict.FINE
    assert judge(Review(rated), AgeRange.exactly(15), preferred_systems=("MPAA",)).verdict is Verdict.WITH_YOU
    shown = leading_rating(rated.official_ratings, ("FSK",))
    assert shown is not None
    assert shown.system == "MPAA"


@pytest.mark.parametrize("system", AGE_BY_RATING)
def test_a_boards_ratings_rise_in_age_and_its_country_is_known(system: str) -> None:
    ages = list(AGE_BY_RATING[system].values())
    assert ages == sorted(ages)
    assert system in SYSTEM_COUNTRY
    for rating, age_years in AGE_BY_RATING[system].items():
        assert rating_age_years(OfficialRating(system.lower(), rating.lower(), None)) == age_years


@pytest.mark.parametrize("row", AGE_BY_LEVEL)
def test_a_higher_level_never_asks_for_a_lower_age(row: str) -> None:
    assert list(AGE_BY_LEVEL[row]) == sorted(AGE_BY_LEVEL[row])
    assert row in NEGATIVE_ROWS


def test_every_negative_row_has_an_age_for_every_level() -> None:
    assert sorted(AGE_BY_LEVEL) == sorted(NEGATIVE_ROWS)


levels = st.dictionaries(st.sampled_from(NEGATIVE_ROWS), st.integers(0, 5)).map(
    lambda table: {key: GridCell(level) for key, level in table.items()}
)
KINDNESS = [Verdict.NOT_YET, Verdict.NOT_ENOUGH_KNOWN, Verdict.WITH_YOU, Verdict.FINE]


@given(levels, st.none() | st.sampled_from(["G", "PG", "PG-13", "R"]), st.integers(0, 18), st.booleans())
def test_an_older_child_never_fares_worse(
    cells: dict[str, GridCell], rating: str | None, age_years: int, sensitive: bool
) -> None:
    known = Review(movie(("MPAA", rating)) if rating else movie(), grid=cells)
    younger = judge(known, AgeRange.exactly(age_years), sensitive=sensitive).verdict
    older = judge(known, AgeRange.exactly(age_years + 1), sensitive=sensitive).verdict
    assert KINDNESS.index(older) >= KINDNESS.index(younger)


@given(levels, st.integers(0, 18))
def test_an_unchecked_row_without_a_rating_is_never_fine(cells: dict[str, GridCell], age_years: int) -> None:
    verdict = judge(Review(movie(), grid=cells), AgeRange.exactly(age_years)).verdict
    if len(cells) < len(NEGATIVE_ROWS):
        assert verdict in (Verdict.NOT_YET, Verdict.NOT_ENOUGH_KNOWN)
