"""Official ratings in files of every kind: usual spellings are read, what is no rating of its board is never told."""

from __future__ import annotations

import json

import pytest
import yaml

from bot.domain.errors import InvalidReviewError
from bot.formats.review_files import ReadReview, read_reviews

Ratings = list[tuple[str, str]]


def as_json(ratings: Ratings) -> str:
    return json.dumps(document(ratings), indent=1)


def as_jsonl(ratings: Ratings) -> str:
    return json.dumps(document(ratings))


def as_yaml(ratings: Ratings) -> str:
    return str(yaml.safe_dump(document(ratings)))


def as_csv(ratings: Ratings) -> str:
    names = ",".join(f"{system.lower()}_rating" for system, _ in ratings)
    return f"title,year,{names}\nKites,2001,{','.join(rating for _, rating in ratings)}"


def as_page(ratings: Ratings) -> str:
    lines = "\n".join(f"- {system} rating: {rating}" for system, rating in ratings)
    return f"Kites\nBy Ann Lee\n\nWhat's the Story?\nA race.\n\nMovie Details\n- Run time: 71 minutes\n{lines}\n"


def as_html(ratings: Ratings) -> str:
    movie = {"@type": "Movie", "name": "Kites", "contentRating": [f"{system}: {rating}" for system, rating in ratings]}
    return f'<html><script type="application/ld+json">{json.dumps(movie)}</script></html>'


def document(ratings: Ratings) -> dict[str, object]:
    rated = [{"system": system, "rating": rating} for system, rating in ratings]
    return {"format": "parent-guide/1", "movie": {"title": "Kites", "year": 2001, "official_ratings": rated}}


STRICT = [as_json, as_jsonl, as_yaml, as_csv]
PAGES = [as_page, as_html]
ALL = [*STRICT, *PAGES]


def read(text: str) -> ReadReview | InvalidReviewError:
    (found,) = read_reviews(text.encode())
    return found


def taken(found: ReadReview | InvalidReviewError) -> Ratings:
    assert isinstance(found, ReadReview), found
    return [(rating.system, rating.rating) for rating in found.review.movie.official_ratings]


@pytest.mark.parametrize("write", ALL)
@pytest.mark.parametrize(
    ("system", "written", "rating"),
    [("MPAA", "PG13", "PG-13"), ("MPAA", "Rated R", "R"), ("FSK", "FSK 12", "12"), ("ACB", "MA15", "MA15+"),
     ("BBFC", "12a", "12A"), ("MPAA", "US:PG-13", "PG-13")],
)  # fmt: skip
def test_a_usual_spelling_is_read_in_every_format(write: object, system: str, written: str, rating: str) -> None:
    assert callable(write)
    assert taken(read(write([(system, written)]))) == [(system, rating)]


@pytest.mark.parametrize("write", ALL)
def test_a_reason_behind_the_rating_becomes_its_explanation(write: object) -> None:
    assert callable(write)
    found = read(write([("MPAA", "Rated PG-13 for some violence and peril")]))
    assert isinstance(found, ReadReview)
    (rating,) = found.review.movie.official_ratings
    assert (rating.rating, rating.explanation) == ("PG-13", "some violence and peril")


@pytest.mark.parametrize("write", STRICT)
@pytest.mark.parametrize("written", ["NR", "None", "N/A", "Unrated", "Not Rated"])
def test_no_rating_is_left_out_and_the_other_board_stays(write: object, written: str) -> None:
    assert callable(write)
    found = read(write([("MPAA", written), ("BBFC", "PG")]))
    assert taken(found) == [("BBFC", "PG")]
    assert isinstance(found, ReadReview)
    assert found.left_out == (f"the official rating '{written}' of the board MPAA says that there is none; left out",)


@pytest.mark.parametrize("written", ["NR", "None", "Unrated", "Rated NR"])
def test_a_page_that_says_there_is_no_rating_keeps_the_other_boards(written: str) -> None:
    for write in PAGES:
        assert taken(read(write([("MPAA", written), ("BBFC", "PG")]))) == [("BBFC", "PG")]


@pytest.mark.parametrize("write", STRICT)
@pytest.mark.parametrize("written", ["TV-MA", "TV-PG", "X", "12A", "18"])
def test_another_boards_letters_are_refused_with_the_place_and_the_remedy(write: object, written: str) -> None:
    assert callable(write)
    found = read(write([("BBFC", "PG"), ("MPAA", written)]))
    assert isinstance(found, InvalidReviewError)
    assert f"'{written}' is no rating of the board MPAA, whose ratings are G, PG, PG-13, R, NC-17" in str(found)
    assert found.field is not None
    assert found.field.endswith("official_ratings.2.rating")


@pytest.mark.parametrize("write", PAGES)
@pytest.mark.parametrize("written", ["TV-MA", "TV-PG", "X", "12A", "18"])
@pytest.mark.parametrize("first", [True, False])
def test_a_page_reports_them_and_takes_no_milder_rating_instead(write: object, written: str, first: bool) -> None:
    assert callable(write)
    ratings = [("MPAA", written), ("BBFC", "PG")]
    found = read(write(ratings if first else ratings[::-1]))
    assert taken(found) == []
    assert isinstance(found, ReadReview)
    told = "\n".join(block.text for block in found.unread)
    assert written in told
    assert "PG" in told


def test_a_rating_at_a_pages_head_is_no_way_round_one_that_cannot_be_read() -> None:
    head = "Kites\nBy Ann Lee\nPG-13 | 2012 | 91 minutes\n\nWhat's the Story?\nA race.\n\nMovie Details\n"
    assert taken(read(f"{head}- MPAA rating: X\n- BBFC rating: PG\n")) == []
    assert taken(read(f"{head}- Genre: Drama\n")) == [("MPAA", "PG-13")]
