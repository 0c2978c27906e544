"""The catalogue, servers' own movies and the log of title changes, on both engines."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bot.application.ports import TitleChanges
from bot.domain.movie import ExternalIds, Movie, MovieId, OfficialRating, Series
from bot.matching.titles import TitleEntry, TitleIndex
from bot.store.opening import open_store
from bot.store.sql_store import SqlStore
from bot.store.title_log import MOST_SINGLE_CHANGES
from tests.store.examples import OURS, THEIRS, by, paddington, review_of

VAMPIRE = Movie(
    "Interview with the Vampire",
    1994,
    other_titles=("Entretien avec un vampire",),
    cast=("Tom Cruise", "Brad Pitt"),
    directors=("Neil Jordan",),
    genres=("Horror", "Drama"),
    run_time_minutes=123,
    official_ratings=(OfficialRating("MPAA", "R", "US"),),
    external_ids=ExternalIds(imdb="tt0110148"),
    series=Series("The Vampire Chronicles", 1),
    popularity=12.5,
)


def add(store: SqlStore, *movies: Movie) -> tuple[int, int]:
    with store.begin() as work:
        counts = work.movies.add_catalogue(movies)
        work.commit()
    return counts


def test_a_known_movie_comes_back_whole_and_unreviewed(store: SqlStore) -> None:
    assert add(store, VAMPIRE, Movie("Interview", 2007)) == (2, 0)
    with store.begin() as work:
        movie_id = work.movies.find("interview with the vampire", 1994)
        assert movie_id is not None
        assert work.movies.get(movie_id) == VAMPIRE
        assert work.reviews.of_movie(movie_id) is None
        assert work.reviews.reviewed([movie_id]) == set()
        assert work.movies.count() == 2
        assert next(work.movies.title_entries()) == TitleEntry(
            movie_id,
            "Interview with the Vampire",
            1994,
            ("Entretien avec un vampire",),
            ("Tom Cruise", "Brad Pitt", "Neil Jordan"),
            ("Horror", "Drama"),
            12.5,
            "The Vampire Chronicles",
            1,
            ("imdb:tt0110148",),
        )


def test_known_movies_added_again_are_counted_as_there(store: SqlStore) -> None:
    assert add(store, VAMPIRE, VAMPIRE, Movie("Up", 2009), Movie("Up", None)) == (3, 1)
    with store.begin() as work:
        version = work.movies.titles_version()
    assert add(store, VAMPIRE, Movie("UP!", 2009), Movie("Up", 1984)) == (1, 2)
    with store.begin() as work:
        assert work.movies.count() == 4
        (new,) = work.movies.title_changes(version).put  # type: ignore[union-attr]
        assert work.movies.get(new) == Movie("Up", 1984)


def test_a_catalogue_brings_a_newer_popularity_and_leaves_the_facts(store: SqlStore) -> None:
    with store.begin() as work:
        movie_id = work.reviews.save(paddington(), by()).stored.movie_id
        work.commit()
    add(store, Movie("Paddington", 2014, genres=("Other",), popularity=7.0))
    add(store, Movie("Paddington", 2014))
    with store.begin() as work:
        assert work.movies.get(movie_id) == replace(paddington().movie, popularity=7.0)
        work.reviews.save(paddington(quality=1), by())
        assert work.movies.get(movie_id) == replace(paddington().movie, popularity=7.0)


def test_the_librarys_review_brings_its_facts_to_a_known_movie(store: SqlStore) -> None:
    add(store, Movie("Paddington", 2014, popularity=3.0))
    with store.begin() as work:
        movie_id = work.movies.find("Paddington", 2014)
        assert work.reviews.save(paddington(), by()).stored.movie_id == movie_id
        assert movie_id is not None
        assert work.movies.get(movie_id) == replace(paddington().movie, popularity=3.0)


def test_the_index_knows_the_whole_series_reviewed_and_only_known_ones_alike(store: SqlStore) -> None:
    add(store, *(Movie(f"Paddington {place}", 2010 + place, series=Series("Paddington", place)) for place in (3, 2)))
    add(store, Movie("Shrek 2", 2004, series=Series("Shrek", 2)), Movie("Paddington Station", 2001))
    first = replace(paddington().movie, series=Series("paddington", 1))
    with store.begin() as work:
        movie_id = work.reviews.save(paddington(movie=first), by()).stored.movie_id
        work.commit()
    with store.begin() as work:
        index = TitleIndex.build(work.movies.title_entries())
    assert [(entry.title, entry.place) for entry in index.series_of(movie_id)] == [
        ("Paddington", 1), ("Paddington 2", 2), ("Paddington 3", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("series", [Series("Paddington", 2), Series("Bears", 1), Series("Paddington"), None])
def test_a_movie_put_into_another_series_or_place_is_a_change_of_the_titles(
    store: SqlStore, series: Series | None
) -> None:
    placed = replace(paddington().movie, series=Series("Paddington", 1))
    with store.begin() as work:
        movie_id = work.reviews.save(paddington(movie=placed), by()).stored.movie_id
        work.commit()
    with store.begin() as work:
        start = work.movies.titles_version()
        work.reviews.save(paddington(movie=replace(placed, series=series)), by())
        work.commit()
    with store.begin() as work:
        assert work.movies.title_changes(start).put == (movie_id,)  # type: ignore[union-attr]
        (entry,) = work.movies.title_entries_of([movie_id])
        assert (entry.series, entry.place) == (("", 0) if series is None else (series.name, series.place or 0))
        assert work.movies.get(movie_id) == replace(placed, series=series)


def test_more_titles_than_a_page_stream_out_in_order(store: SqlStore) -> None:
    add(store, *(Movie(f"Movie {number}", 2000) for number in range(10_001)))
    with store.begin() as work:
        entries = list(work.movies.title_entries())
    assert [entry.title for entry in entries] == [f"Movie {number}" for number in range(10_001)]


def test_titles_of_movies_that_are_gone_are_left_out(store: SqlStore) -> None:
    add(store, VAMPIRE)
    with store.begin() as work:
        (entry,) = work.movies.title_entries()
        wanted = [MovieId(999), MovieId(entry.movie_id), MovieId(entry.movie_id)]
        assert work.movies.title_entries_of(wanted) == [entry]
        assert work.movies.get(MovieId(999)) is None


def test_title_changes_tell_what_is_new_and_what_has_other_titles(store: SqlStore) -> None:
    with store.begin() as work:
        assert work.movies.titles_version() == 0
        assert work.movies.title_changes(0) == TitleChanges(0, (), ())
        first = work.reviews.save(paddington(), by()).stored.movie_id
        work.commit()
    with store.begin() as work:
        start = work.movies.titles_version()
        assert work.movies.title_changes(0) == TitleChanges(start, (first,), ())
        work.reviews.save(paddington(quality=1), by())
        assert work.movies.titles_version() == start
        renamed = replace(paddington().movie, other_titles=("The Bear",))
        work.reviews.save(paddington(movie=renamed), by())
        second = work.reviews.save(review_of("Second"), by()).stored.movie_id
        work.commit()
    with store.begin() as work:
        changes = work.movies.title_changes(start)
        assert changes is not None
        assert changes.version == work.movies.titles_version() > start
        assert sorted(changes.put) == sorted([first, second])
        assert [entry.other_titles for entry in work.movies.title_entries_of([first])] == [("The Bear",)]


def test_a_large_import_asks_for_a_rebuilt_index_once(store: SqlStore) -> None:
    add(store, VAMPIRE)
    with store.begin() as work:
        before = work.movies.titles_version()
    add(store, *(Movie(f"Movie {number}", 2000) for number in range(MOST_SINGLE_CHANGES + 1)))
    with store.begin() as work:
        assert work.movies.title_changes(before) is None
        after = work.movies.titles_version()
        assert work.movies.title_changes(after) == TitleChanges(after, (), ())
    add(store, Movie("One more", 2001))
    with store.begin() as work:
        changes = work.movies.title_changes(after)
        assert changes is not None
        assert len(changes.put) == 1


def test_changes_since_a_version_of_another_store_ask_for_a_rebuilt_index(store: SqlStore) -> None:
    add(store, VAMPIRE)
    with store.begin() as work:
        assert work.movies.title_changes(work.movies.titles_version() + 5) is None


def test_the_fingerprint_tells_two_copies_that_went_their_own_ways_apart(tmp_path: Path) -> None:
    one = open_store(f"sqlite:///{tmp_path}/one.db")
    add(one, VAMPIRE)
    one.close()
    shutil.copy(tmp_path / "one.db", tmp_path / "two.db")
    prints = []
    for name, title in (("one", "Up"), ("two", "Coco")):
        store = open_store(f"sqlite:///{tmp_path}/{name}.db")
        with store.begin() as work:
            prints.append(work.movies.titles_fingerprint())
        add(store, Movie(title, 2009))
        with store.begin() as work:
            prints.append(work.movies.titles_fingerprint())
        store.close()
    assert prints[0] == prints[2]
    assert len({prints[0], prints[1], prints[3]}) == 3


def test_a_movie_that_only_a_server_knows_is_seen_by_that_server_alone(store: SqlStore) -> None:
    with store.begin() as work:
        stored = work.reviews.save(review_of("School play", 2023), by(), OURS).stored
        work.commit()
    with store.begin() as work:
        assert [entry.title for entry in work.movies.title_entries(OURS)] == ["School play"]
        assert [list(work.movies.title_entries(who)) for who in (None, THEIRS)] == [[], []]
        assert work.movies.get(stored.movie_id, OURS) == Movie("School play", 2023)
        assert work.movies.get(stored.movie_id) is None
        assert work.movies.count() == 0
        assert (work.movies.titles_version(), work.movies.titles_version(THEIRS)) == (0, 0)
        changes = work.movies.title_changes(0, OURS)
        assert changes is not None
        assert changes.put == (stored.movie_id,)
        assert work.movies.title_changes(0, THEIRS) == TitleChanges(0, (), ())


@pytest.mark.parametrize("way_in", ["catalogue", "library review"])
def test_a_servers_own_movie_becomes_the_shared_one_and_its_old_number_still_leads_there(
    store: SqlStore, way_in: str
) -> None:
    with store.begin() as work:
        own = work.reviews.save(review_of("Vampire Interview", 1994, quality=2), by(), OURS).stored
        theirs = work.reviews.save(review_of("Vampire Interview", 1994, quality=3), by(), THEIRS).stored
        work.commit()
    shared = Movie("Vampire interview", 1994, genres=("Horror",))
    with store.begin() as work:
        version = work.movies.titles_version(OURS)
        if way_in == "catalogue":
            work.movies.add_catalogue([shared])
        else:
            work.reviews.save(replace(review_of("x"), movie=shared, quality=5), by())
        work.commit()
    with store.begin() as work:
        movie_id = work.movies.find("Vampire Interview", 1994, OURS)
        assert movie_id is not None
        assert movie_id not in (own.movie_id, theirs.movie_id)
        moved = replace(own, movie_id=movie_id)
        assert work.reviews.of_movie(movie_id, OURS) == moved
        assert work.reviews.of_movie(own.movie_id, OURS) == moved
        assert work.reviews.of_movie(own.movie_id, THEIRS) is None
        assert work.reviews.reviewed([own.movie_id, movie_id], OURS) == {own.movie_id, movie_id}
        assert work.movies.get(own.movie_id, OURS) == shared
        assert list(work.movies.title_entries(OURS)) == []
        changes = work.movies.title_changes(version, OURS)
        assert changes is not None
        assert changes.removed == (own.movie_id,)
        shown = work.reviews.of_movie(movie_id, THEIRS)
        assert shown is not None
        assert shown.review.quality == 3
        again = work.reviews.save(review_of("Vampire Interview", 1994, quality=1), by(), OURS).stored
        assert (again.review_id, again.movie_id, again.revision) == (own.review_id, movie_id, 2)


def test_the_shared_catalogue_may_add_what_a_server_never_reviewed(store: SqlStore) -> None:
    with store.begin() as work:
        own = work.reviews.save(review_of("Gone", 1994), by(), OURS).stored
        work.reviews.remove(own.review_id, by(), OURS)
        work.movies.add_catalogue([Movie("Gone", 1994)])
        work.commit()
    with store.begin() as work:
        assert work.reviews.of_movie(own.movie_id, OURS) is None
        assert work.reviews.restore(own.review_id, 1, by(), OURS).stored.revision == 3
