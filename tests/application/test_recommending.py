"""Recommending reads no more reviews than it needs, and picks as if it had read them all."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from bot.application.guide import Question, Speaker
from bot.application.recommending import ENOUGH_FITS, Suggestions, recommend
from bot.domain.movie import Movie, OfficialRating
from bot.domain.review import Answer, GridCell, QuestionAnswer, Review
from bot.domain.suitability import AgeRange
from bot.domain.vocabulary import GRID
from bot.saying.plain import plain_text
from bot.understanding.dialogue import DialogueContext
from bot.understanding.intents import Intent
from bot.understanding.meaning import Meaning, Topic
from bot.understanding.wishes import NO_WISHES, Wishes
from tests.application.house import House
from tests.store.examples import by

MILD = {category.key: GridCell(0) for category in GRID} | {"scariness": GridCell(3)}
"""A whole grid that decides for 8 years."""


def picked(house: House, *ages_years: float, systems: tuple[str, ...] = ("MPAA",)) -> list[str]:
    ages = tuple(AgeRange.exactly(age) for age in ages_years)
    understanding = Meaning(Topic.RECOMMEND, Intent.VERDICT, ages=ages)
    with house.store.begin() as work:
        return [stored.review.movie.title for stored in recommend(work, understanding, None, systems).picks]


def kept(house: House, *reviews: Review) -> None:
    with house.store.begin() as work:
        work.reviews.save_all(reviews, by())
        work.commit()


def test_for_a_sensitive_child_is_picked_what_is_fine_a_year_earlier_and_it_is_said(house: House) -> None:
    kept(house, *(Review(Movie(f"From {age}", 2000), byline="x", recommended_age_years=age) for age in (7, 8)))
    asked = {what: f"what can my {what}8 year old watch" for what in ("sensitive ", "")}
    sensitive, ordinary = (house.guide.ask(Question(text, Speaker(what))) for what, text in asked.items())
    assert {ref.title for ref in sensitive.choices} == {"From 7"}
    assert "A sensitive child is judged as one a year younger." in plain_text(sensitive)
    assert {ref.title for ref in ordinary.choices} == {"From 7", "From 8"}
    assert "sensitive" not in plain_text(ordinary)


def test_a_movie_judged_by_its_grid_or_rating_is_recommended_too(house: House) -> None:
    kept(
        house,
        Review(Movie("By grid", 2000), grid=MILD, quality=5),
        Review(Movie("By rating", 2000, official_ratings=(OfficialRating("BBFC", "PG"),)), quality=4),
        Review(Movie("Recommended", 2000), recommended_age_years=6, quality=3),
        Review(Movie("Too old", 2000), recommended_age_years=12, quality=5),
        Review(Movie("Nothing known", 2000), quality=5),
    )
    assert picked(house, 8) == ["By grid", "By rating", "Recommended"]
    assert picked(house, 7) == ["Recommended"]


def test_of_several_ratings_the_servers_own_board_decides(house: House) -> None:
    ratings = (OfficialRating("MPAA", "R"), OfficialRating("BBFC", "12A"))
    kept(house, Review(Movie("Rated apart", 2000, official_ratings=ratings)))
    assert picked(house, 13) == []
    assert picked(house, 13, systems=("BBFC", "MPAA")) == ["Rated apart"]


def test_reading_stops_early_and_the_picks_are_the_same(house: House) -> None:
    kept(
        house,
        *(
            Review(Movie(f"Movie {number:04}", 2000), recommended_age_years=2 + number % 9, quality=1 + number % 5)
            for number in range(5 * ENOUGH_FITS)
        ),
    )
    read = 0

    def count(*call: object) -> None:
        nonlocal read
        read += "review_revision" in str(call[2])

    event.listen(house.store._engine, "before_cursor_execute", count)
    picks = picked(house, 10)
    first_chunk, read = read, 0
    with house.store.begin() as work:
        ranked = sorted(
            (stored.review for stored in work.reviews.all()),
            key=lambda review: (-(review.quality or 0), -(review.recommended_age_years or 0), review.movie.title),
        )
    assert picks == [review.movie.title for review in ranked[:5]]
    assert (first_chunk, read) == (1, 2)


def suggested(house: House, wishes: Wishes = NO_WISHES, *ages_years: float, **more: Any) -> Suggestions:
    ages = tuple(AgeRange.exactly(age) for age in ages_years or (8,))
    understanding = Meaning(Topic.RECOMMEND, Intent.RECOMMEND, ages=ages, wishes=wishes, **more)
    with house.store.begin() as work:
        return recommend(work, understanding, None, ("MPAA",))


def names(suggestions: Suggestions) -> list[str]:
    return [stored.review.movie.title for stored in suggestions.picks]


LONG = Movie("Long drama", 1985, genres=("Drama",), run_time_minutes=150, languages=("es",), studios=("Studio Ghibli",))
SHORT = Movie("Short comedy", 2015, genres=("Comedy", "Family"), run_time_minutes=80, languages=("en",))
UNKNOWN = Movie("Nothing known", 2020)


@pytest.fixture
def shelf(house: House) -> House:
    yes, no = QuestionAnswer(Answer.YES), QuestionAnswer(Answer.NO)
    kept(
        house,
        Review(
            LONG, recommended_age_years=6, quality=4, questions={"parent_dies": yes}, grid={"language": GridCell(2)}
        ),
        Review(
            SHORT,
            recommended_age_years=6,
            quality=3,
            questions={"parent_dies": no},
            grid={"language": GridCell(1)},
            story="Two dinosaurs look for a house.",
        ),
        Review(UNKNOWN, recommended_age_years=6, quality=2),
    )
    return house


@pytest.mark.parametrize(
    ("wishes", "titles"),
    [
        (Wishes(most_minutes=90), ["Short comedy"]),
        (Wishes(genres=("Comedy",)), ["Short comedy"]),
        (Wishes(not_genres=("Drama",)), ["Short comedy", "Nothing known"]),
        (Wishes(language="es"), ["Long drama"]),
        (Wishes(to_year=1989), ["Long drama"]),
        (Wishes(from_year=2000), ["Short comedy", "Nothing known"]),
        (Wishes(newest_first=True), ["Nothing known", "Short comedy", "Long drama"]),
        (Wishes(studio="Ghibli"), ["Long drama"]),
        (Wishes(sought=("parent_dies",)), ["Long drama"]),
        (Wishes(strict=("language",)), ["Short comedy"]),
        (Wishes(about=("dinosaur",)), ["Short comedy"]),
        (Wishes(unsearchable=("girl hero",)), ["Long drama", "Short comedy", "Nothing known"]),
    ],
)
def test_a_wish_that_a_review_can_answer_narrows_the_choice(shelf: House, wishes: Wishes, titles: list[str]) -> None:
    found = suggested(shelf, wishes)
    assert (names(found), found.wishes_given_up) == (titles, False)


def test_what_nobody_answered_is_not_taken_for_free_of_a_worry(shelf: House) -> None:
    assert names(suggested(shelf, concerns=("parent_dies",))) == ["Short comedy"]


def test_wishes_that_nothing_fits_are_given_up_and_the_worry_is_kept(shelf: House) -> None:
    found = suggested(shelf, Wishes(language="fr"), concerns=("parent_dies",))
    assert (names(found), found.wishes_given_up) == (["Short comedy"], True)


def test_for_a_group_whose_youngest_nothing_fits_the_oldest_decides(shelf: House) -> None:
    understanding = Meaning(Topic.RECOMMEND, Intent.RECOMMEND, ages=(AgeRange(5, 7, "small ones"),))
    with shelf.store.begin() as work:
        found = recommend(work, understanding, None, ("MPAA",))
    assert (found.for_oldest, len(found.picks)) == (True, 3)


def test_the_movie_most_like_the_one_that_was_liked_comes_first(shelf: House) -> None:
    kept(shelf, Review(Movie("Liked", 2001, genres=("Comedy", "Family")), recommended_age_years=6, quality=5))
    with shelf.store.begin() as work:
        liked = next(stored.movie_id for stored in work.reviews.all() if stored.review.movie.title == "Liked")
    assert names(suggested(shelf, movies=(liked,)))[0] == "Short comedy"


def test_what_was_suggested_already_is_left_out(shelf: House) -> None:
    first = suggested(shelf).picks[0].movie_id
    found = suggested(shelf, context=DialogueContext(suggested=(first,)))
    assert names(found) == ["Short comedy", "Nothing known"]


def test_without_an_age_nothing_for_older_children_is_suggested(shelf: House) -> None:
    kept(shelf, Review(Movie("For teens", 2001), recommended_age_years=14, quality=5))
    understanding = Meaning(Topic.RECOMMEND, Intent.RECOMMEND)
    with shelf.store.begin() as work:
        assert "For teens" not in names(recommend(work, understanding, None, ("MPAA",)))
