"""Ids elsewhere reach recognition however a movie is written, and every change of one is seen by a running index."""

from __future__ import annotations

from bot.application.titles import Titles
from bot.domain.movie import ExternalIds, Movie, MovieId
from bot.domain.review import Review
from bot.matching.titles import TitleIndex
from bot.store.sql_store import SqlStore
from tests.store.examples import OURS, THEIRS, by, saved

COCO = Movie("Coco", 2017, external_ids=ExternalIds("tt2380307", "354912", "Q21043636"))
BY_IMDB, BY_TMDB, BY_WIKIDATA = "imdb:tt2380307", "tmdb:354912", "wikidata:Q21043636"


def review(movie: Movie, quality: int = 3) -> Review:
    return Review(movie, quality=quality)


def index_of(store: SqlStore, titles: Titles, server_id: object = None) -> TitleIndex:
    with store.begin() as work:
        return titles.index(work, server_id)  # type: ignore[arg-type]


def found(store: SqlStore, titles: Titles, external_id: str, server_id: object = None) -> list[str]:
    entries = index_of(store, titles, server_id).with_external_id(external_id)
    return [entry.title for entry in entries]


def running(store: SqlStore) -> Titles:
    """An index that is up already when something is written; large enough that one movie more is a change of it."""
    with store.begin() as work:
        work.movies.add_catalogue([Movie(f"Filler Number {number}", 1950 + number % 70) for number in range(50)])
        work.commit()
    titles = Titles()
    assert found(store, titles, BY_IMDB) == []
    return titles


def test_ids_of_a_catalogue_lead_to_their_movies(store: SqlStore) -> None:
    titles = running(store)
    with store.begin() as work:
        work.movies.add_catalogue([COCO, Movie("Up", 2009)])
        work.commit()
    assert [found(store, titles, external_id) for external_id in (BY_IMDB, BY_TMDB, BY_WIKIDATA)] == [["Coco"]] * 3
    with store.begin() as work:
        movie_id = work.movies.find("Coco", 2017)
        assert movie_id is not None
        assert work.movies.get(movie_id) == COCO


def test_ids_of_a_catalogue_of_many_movies_are_all_kept(store: SqlStore) -> None:
    titles = running(store)
    many = [Movie(f"Night {number}", 2001, external_ids=ExternalIds(f"tt{number:07d}")) for number in range(2_500)]
    with store.begin() as work:
        work.movies.add_catalogue(many)
        work.commit()
    assert [found(store, titles, f"imdb:tt{number:07d}") for number in (0, 1_234, 2_499)] == [
        ["Night 0"], ["Night 1234"], ["Night 2499"],
    ]  # fmt: skip


def test_ids_of_imported_reviews_lead_to_their_movies(store: SqlStore) -> None:
    titles = running(store)
    other = Movie("Moana", 2016, external_ids=ExternalIds(imdb="tt3521164"))
    with store.begin() as work:
        work.reviews.save_all([review(COCO), review(other)], by())
        work.commit()
    assert (found(store, titles, BY_TMDB), found(store, titles, "imdb:tt3521164")) == (["Coco"], ["Moana"])


def test_an_id_that_a_review_adds_changes_or_drops_is_followed(store: SqlStore) -> None:
    titles = running(store)
    saved(store, review(Movie("Coco", 2017)))
    assert found(store, titles, BY_IMDB) == []
    saved(store, review(COCO))
    assert found(store, titles, BY_IMDB) == ["Coco"]
    saved(store, review(Movie("Coco", 2017, external_ids=ExternalIds(imdb="tt0000001"))))
    assert (found(store, titles, BY_IMDB), found(store, titles, "imdb:tt0000001")) == ([], ["Coco"])
    saved(store, review(Movie("Coco", 2017)))
    assert found(store, titles, "imdb:tt0000001") == []


def test_a_corrected_title_keeps_its_id_and_a_new_one_comes_with_the_correction(store: SqlStore) -> None:
    titles = running(store)
    stored = saved(store, review(Movie("Cocco", 2017, external_ids=COCO.external_ids)))
    saved(store, review(COCO), review_id=stored.review_id)
    assert found(store, titles, BY_IMDB) == ["Coco"]
    renamed = Movie("Coco!", 2017, external_ids=ExternalIds(imdb="tt0000001"))
    saved(store, review(renamed), review_id=stored.review_id)
    assert (found(store, titles, BY_IMDB), found(store, titles, "imdb:tt0000001")) == ([], ["Coco!"])


def test_an_id_of_a_servers_own_movie_leads_there_in_that_server_alone(store: SqlStore) -> None:
    titles = running(store)
    saved(store, review(COCO), OURS)
    assert [found(store, titles, BY_IMDB, who) for who in (OURS, THEIRS, None)] == [["Coco"], [], []]
    with store.begin() as work:
        work.movies.add_catalogue([COCO])
        work.commit()
    assert [found(store, titles, BY_IMDB, who) for who in (OURS, THEIRS, None)] == [["Coco"]] * 3


def test_a_review_written_back_as_it_was_changes_no_title(store: SqlStore) -> None:
    titles = running(store)
    saved(store, review(COCO))
    index = index_of(store, titles)
    saved(store, review(COCO, quality=4))
    with store.begin() as work:
        (entry,) = index.with_external_id(BY_IMDB)
        version = work.movies.titles_version()
        assert work.movies.title_entries_of([MovieId(entry.movie_id)]) == [entry]
    saved(store, review(COCO, quality=5))
    with store.begin() as work:
        assert work.movies.titles_version() == version
