"""Whatever the domain allows comes back exactly."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings

from bot.domain.difference import changed_fields
from bot.domain.errors import StoreError
from bot.domain.movie import Movie
from bot.domain.review import Review
from bot.store.mapping import movie_columns, movie_from, review_document, review_from
from bot.store.sql_store import SqlStore
from tests.store.examples import by, paddington
from tests.strategies import movies, reviews


@given(reviews())
@settings(deadline=None, max_examples=60)
def test_a_review_survives_being_written_down(review: Review) -> None:
    document = review_document(review)
    read = review_from(document)
    assert read == review
    assert review_document(read) == document


@given(movies())
@settings(deadline=None, max_examples=50)
def test_a_movie_survives_being_written_down(movie: Movie) -> None:
    columns = movie_columns(movie)
    names = (
        "title", "year", "other_titles", "genres", "popularity", "series", "series_place", "imdb", "tmdb", "wikidata",
        "facts",
    )  # fmt: skip
    assert movie_from(*(columns[name] for name in names)) == movie


# Each example is rolled back, so one store serves them all.
@given(reviews(), reviews())
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_review_survives_the_store(store: SqlStore, review: Review, other: Review) -> None:
    with store.begin() as work:
        work.reviews.save_all([other], by())
        stored = work.reviews.save(review, by()).stored
        assert work.reviews.of_movie(stored.movie_id) == stored
        (newest, *_) = work.reviews.history(stored.review_id)
        assert newest.review == review
        assert work.reviews.save(review, by()).changed is False
        entry = next(entry for entry in work.movies.title_entries() if entry.movie_id == stored.movie_id)
        assert (entry.title, entry.year) == (review.movie.title, review.movie.year)
        assert set(entry.people) == {*review.movie.cast, *review.movie.directors}
        series = review.movie.series
        assert (entry.series, entry.place) == (("", 0) if series is None else (series.name, series.place or 0))


@given(reviews(), reviews())
@settings(deadline=None, max_examples=30)
def test_two_reviews_are_written_alike_when_and_only_when_nothing_differs(one: Review, other: Review) -> None:
    assert (review_document(one) == review_document(other)) == (one == other) == (not changed_fields(one, other))


def test_the_order_of_the_grid_is_no_difference() -> None:
    grid = dict(paddington(grid={}).grid)
    cells = {"language": paddington().cell("scariness"), "nudity": paddington().cell("scariness")}
    one, other = paddington(grid=grid | cells), paddington(grid=dict(reversed(cells.items())))
    assert review_document(one) == review_document(other)


@pytest.mark.parametrize(
    "document",
    [
        "",
        "not json",
        "[]",
        "null",
        "{}",
        '{"movie": {"title": ""}}',
        '{"movie": {"title": "Up", "colour": "red"}}',
        '{"movie": {"title": "Up", "series": {"place": 2}}}',
        '{"movie": {"title": "Up", "series": {"name": "Up", "place": 0}}}',
        '{"movie": {"title": "Up"}, "quality": 9}',
        '{"movie": {"title": "Up"}, "grid": {"no such row": {"level": 1}}}',
    ],
)
def test_a_document_that_is_no_review_is_a_store_error(document: str) -> None:
    with pytest.raises(StoreError):
        review_from(document)


def test_a_document_holds_what_is_known_only() -> None:
    assert json.loads(review_document(Review(Movie("Up")))) == {"movie": {"title": "Up"}}
