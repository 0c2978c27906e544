"""What a verdict is said to rest on: ratings of several boards or of none, the highest level, a sensitive child."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.movie import Movie, MovieId, OfficialRating
from bot.domain.rating_boards import SYSTEM_COUNTRY
from bot.domain.review import GridCell, Review, ReviewId, StoredReview
from bot.domain.suitability import AgeRange
from bot.saying import compose
from bot.saying.plain import plain_text
from bot.saying.reply import MovieRef, Reply
from bot.understanding.intents import Intent
from bot.understanding.meaning import Meaning, Topic
from tests.understanding.world import NEGATIVE_ROWS, grid

KITES = MovieRef(MovieId(1), "Kites", 2001)


def movie(*ratings: tuple[str, str]) -> Movie:
    return Movie("Kites", 2001, official_ratings=tuple(OfficialRating(s, r, SYSTEM_COUNTRY.get(s)) for s, r in ratings))


def answered(
    *ages: float, systems: tuple[str, ...] = ("MPAA",), asked: dict[str, Any] | None = None, **known: Any
) -> Reply:
    understanding = Meaning(
        Topic.MOVIE,
        Intent.VERDICT,
        movies=(KITES.movie_id,),
        ages=tuple(AgeRange.exactly(age) for age in ages),
        **(asked or {}),
    )
    review = Review(**({"movie": movie()} | known))
    return compose.compose_answer(
        understanding, StoredReview(ReviewId(1), KITES.movie_id, None, 1, review), KITES, systems
    )


@pytest.mark.parametrize(
    ("ratings", "systems", "headline"),
    [
        ([("MPAA", "PG"), ("BBFC", "15")], ("MPAA",), "Kites (2001), rated PG by the MPAA (US), 15 by the BBFC (UK)"),
        ([("MPAA", "G"), ("BBFC", "PG"), ("FSK", "16")], ("MPAA",),
         "Kites (2001), rated G by the MPAA (US), 16 by the FSK (Germany)"),
        ([("MPAA", "R"), ("BBFC", "12A")], ("BBFC",), "Kites (2001), rated 12A by the BBFC (UK), R by the MPAA (US)"),
        ([("MPAA", "NR"), ("BBFC", "PG")], ("MPAA",), "Kites (2001), rated PG by the BBFC (UK)"),
        ([("MPAA", "None")], ("MPAA",), "Kites (2001), no official rating known"),
        ([("MPAA", "TV-PG")], ("MPAA",), "Kites (2001), marked “TV-PG”, no rating of the MPAA (US) that we know"),
    ],
)  # fmt: skip
def test_the_first_line_tells_what_the_boards_said_and_nothing_they_did_not(
    ratings: list[tuple[str, str]], systems: tuple[str, ...], headline: str
) -> None:
    assert answered(9, systems=systems, movie=movie(*ratings), recommended_age_years=7).headline == headline


def test_a_milder_rating_of_another_board_is_not_brought_up_but_a_stricter_one_is_in_the_reason() -> None:
    (strict,) = answered(9, movie=movie(("MPAA", "PG"), ("BBFC", "15"))).verdicts
    assert strict.because == "Rated PG by the MPAA (US); we read PG as 8 and up. The BBFC (UK) is stricter: 15 and up."
    milder = answered(9, movie=movie(("MPAA", "PG"), ("BBFC", "U")))
    assert "BBFC" not in plain_text(milder)


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        ([("MPAA", "X"), ("BBFC", "PG")], "and “X” is no rating that we know of the MPAA (US)."),
        ([("MPAA", "TV-MA"), ("BBFC", "PG")], "and “TV-MA” is no rating that we know of the MPAA (US)."),
        ([("CBFC", "UA")], "and “UA” is a rating that we cannot read, of CBFC."),
    ],
)
def test_a_rating_that_cannot_be_read_is_named_where_it_leaves_the_verdict_open(
    ratings: list[tuple[str, str]], said: str
) -> None:
    (line,) = answered(9, movie=movie(*ratings)).verdicts
    assert line.headline == "For your 9-year-old: not enough known"
    assert line.because.endswith(said)


FAINT = grid(language=1, scariness=1)


@pytest.mark.parametrize(
    ("levels", "because"),
    [
        (grid(language=1, imitable_risk=2), "what it has most of is risky things to copy at “a little”"),
        (grid(language=1, consumerism=3), "what it has most of is products & consumerism at “some”"),
        (grid(language=1, consumerism=2, imitable_risk=2), "what it has most of is risky things to copy at “a little”"),
        (grid(drugs=1, upsetting_themes=1, consumerism=4), "what it has most of is products & consumerism at “a lot”"),
    ],
)
def test_nothing_goes_beyond_a_hint_is_said_only_where_nothing_does(levels: dict[str, GridCell], because: str) -> None:
    (line,) = answered(9, recommended_age_years=3, grid=levels).verdicts
    assert line.because == f"The reviewer suggests it from age 3; {because}."
    (faint,) = answered(9, recommended_age_years=3, grid=FAINT).verdicts
    assert faint.because == "The reviewer suggests it from age 3; nothing checked in it goes beyond a hint."


@pytest.mark.parametrize("level", range(2, 6))
def test_no_row_beyond_a_hint_hides_behind_a_hint_of_another(level: int) -> None:
    for row in NEGATIVE_ROWS:
        cells = {key: GridCell(1) for key in NEGATIVE_ROWS} | {row: GridCell(level)}
        assert "beyond a hint" not in plain_text(answered(9, recommended_age_years=3, grid=cells)), row


@pytest.mark.parametrize("age", [9, 10, 14])
def test_a_sensitive_child_is_said_to_be_judged_as_one(age: float) -> None:
    (line,) = answered(age, asked={"sensitive": True}, recommended_age_years=9).verdicts
    assert line.because.endswith("A sensitive child is judged as one a year younger.")


def test_it_is_said_once_for_several_children_and_not_where_nothing_hangs_on_it() -> None:
    lines = answered(8, 9, 12, asked={"sensitive": True}, recommended_age_years=9).verdicts
    assert [line.headline.rpartition(": ")[2] for line in lines] == ["not yet", "with you", "fine"]
    assert sum("a year younger" in line.because for line in lines) == 1
    assert "a year younger" not in plain_text(answered(3, asked={"sensitive": True}, grid=grid()))


def test_without_an_age_a_sensitive_child_has_an_age_of_its_own() -> None:
    said = plain_text(answered(asked={"sensitive": True}, recommended_age_years=9))
    assert "Fine from about 9, for a sensitive child from 10. " in said
