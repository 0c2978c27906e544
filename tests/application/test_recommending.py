"""Recommending reads no more reviews than it needs, and picks as if it had read them all."""

from __future__ import annotations

from sqlalchemy import event

from bot.application.recommending import ENOUGH_FITS, recommend
from bot.conversation.intents import Intent
from bot.conversation.understanding import Topic, Understanding
from bot.domain.movie import Movie, OfficialRating
from bot.domain.review import GridCell, Review
from bot.domain.suitability import AgeRange
from bot.domain.vocabulary import GRID
from tests.application.house import House
from tests.store.examples import by

MILD = {category.key: GridCell(0) for category in GRID} | {"scariness": GridCell(3)}
"""A whole grid that decides for 8 years."""


def picked(house: House, *ages_years: float, systems: tuple[str, ...] = ("MPAA",)) -> list[str]:
    ages = tuple(AgeRange.exactly(age) for age in ages_years)
    understanding = Understanding(Topic.RECOMMEND, Intent.VERDICT, ages=ages)
    with house.store.begin() as work:
        return [stored.review.movie.title for stored in recommend(work, understanding, None, systems).picks]


def kept(house: House, *reviews: Review) -> None:
    with house.store.begin() as work:
        work.reviews.save_all(reviews, by())
        work.commit()


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
