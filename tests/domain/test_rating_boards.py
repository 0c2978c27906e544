"""Official ratings as people write them, and what is no rating of a board."""

from __future__ import annotations

import pytest

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import OfficialRating
from bot.domain.rating_boards import (
    AGE_BY_RATING,
    official_rating,
    rating_age_years,
    says_no_rating,
    stricter_rating,
    with_board,
)


@pytest.mark.parametrize(
    ("system", "written", "rating"),
    [
        ("MPAA", "PG13", "PG-13"),
        ("MPAA", "pg 13", "PG-13"),
        ("MPAA", "Rated PG-13", "PG-13"),
        ("MPAA", "US:PG-13", "PG-13"),
        ("MPAA", "USA: R", "R"),
        ("MPAA", "R-rated", "R"),
        ("MPAA", "PG-13 (US)", "PG-13"),
        ("MPAA", "NC17", "NC-17"),
        ("BBFC", "UK:12a", "12A"),
        ("BBFC", "Certificate 15", "15"),
        ("FSK", "FSK 12", "12"),
        ("FSK", "FSK12", "12"),
        ("FSK", "12.0", "12"),
        ("FSK", "ab 6 Jahren", "6"),
        ("ACB", "MA15", "MA15+"),
        ("ACB", "MA 15+", "MA 15+"),
        ("CHVRS", "14-A", "14A"),
        ("CNC", "Tous publics", "TP"),
        ("KIJKWIJZER", "12+", "12"),
        ("EIRIN", "R-15", "R15+"),
    ],
)
def test_a_usual_spelling_is_read_as_the_board_writes_it(system: str, written: str, rating: str) -> None:
    read = official_rating(system, written)
    assert read is not None
    assert (read.system, read.rating, read.explanation) == (system, rating, None)
    assert rating_age_years(read) is not None


@pytest.mark.parametrize(
    ("written", "explanation"),
    [
        ("Rated PG-13 for some violence.", "some violence"),
        ("PG-13 for language and peril", "language and peril"),
        ("PG-13 (Some Violence|Language)", "Some Violence|Language"),
    ],
)
def test_the_reason_behind_a_rating_is_kept(written: str, explanation: str) -> None:
    assert official_rating("MPAA", written) == OfficialRating("MPAA", "PG-13", None, explanation)


@pytest.mark.parametrize("system", AGE_BY_RATING)
def test_every_rating_of_a_table_is_read_as_it_is(system: str) -> None:
    for rating in AGE_BY_RATING[system]:
        for written in (rating, rating.lower(), f"Rated {rating}", f"{system}: {rating}"):
            read = official_rating(system, written)
            assert read is not None
            assert rating_age_years(read) == AGE_BY_RATING[system][rating]


@pytest.mark.parametrize(
    "written",
    ["NR", "None", "N/A", "n/a", "Not Rated", "not-rated", "Unrated", "Rated NR", "US:NR", "MPAA: Not Rated", "-", "?",
     "Not Yet Rated", "UR", "nan"],
)  # fmt: skip
def test_what_says_that_there_is_no_rating_is_none(written: str) -> None:
    assert says_no_rating(written)
    assert official_rating("MPAA", written) is None


@pytest.mark.parametrize(
    ("system", "written"),
    [("MPAA", "TV-MA"), ("MPAA", "TV-PG"), ("MPAA", "X"), ("MPAA", "UK:15"), ("MPAA", "12"), ("BBFC", "PG-13"),
     ("FSK", "PG"), ("FSK", "13"), ("ACB", "R"), ("MPAA", "Approved"), ("MPAA", "1")],
)  # fmt: skip
def test_another_boards_letters_are_refused_with_what_the_board_has(system: str, written: str) -> None:
    with pytest.raises(InvalidReviewError, match=f"'{written}' is no rating of the board {system}, whose ratings are"):
        official_rating(system, written)


def test_a_board_without_a_table_is_taken_at_its_word() -> None:
    assert official_rating("CBFC", "UA", "IN") == OfficialRating("CBFC", "UA", "IN")


@pytest.mark.parametrize(
    ("written", "board"),
    [("FSK 12", "FSK"), ("Rated BBFC: 12A", "BBFC"), ("US:PG", "MPAA"), ("DE/12", "FSK"), ("Rated R", "MPAA"),
     ("PG", None), ("12", None), ("TV-14", None), ("US:TV-MA", None), ("USK 12", None), ("U", None)],
)  # fmt: skip
def test_a_rating_without_its_board_is_of_nobody_unless_only_one_gives_it(written: str, board: str | None) -> None:
    read = with_board(written)
    assert (None if read is None else read.system) == board


def test_the_strictest_other_board_is_found_only_where_it_is_stricter() -> None:
    pg, fifteen, eighteen = OfficialRating("MPAA", "PG"), OfficialRating("BBFC", "15"), OfficialRating("FSK", "18")
    assert stricter_rating((pg, fifteen, eighteen), pg) == eighteen
    assert stricter_rating((pg, fifteen), fifteen) is None
    assert stricter_rating((OfficialRating("MPAA", "X"), fifteen), OfficialRating("MPAA", "X")) is None
