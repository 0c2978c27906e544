"""What belongs to the library and what to one server: who sees it and who may touch it, on both engines."""

from __future__ import annotations

import pytest

from bot.domain.errors import NotFoundError
from bot.domain.movie import Movie
from bot.store.sql_store import SqlStore
from tests.store.examples import OURS, THEIRS, by, paddington, review_of, saved


def test_a_server_sees_its_own_review_before_the_librarys(store: SqlStore) -> None:
    library = saved(store, paddington())
    own = saved(store, paddington(recommended_age_years=8), OURS)
    other = saved(store, review_of("Other"))
    assert own.movie_id == library.movie_id
    with store.begin() as work:
        assert work.reviews.of_movie(library.movie_id, OURS) == own
        assert work.reviews.of_movie(library.movie_id, THEIRS) == library
        assert work.reviews.of_movie(library.movie_id) == library
        assert list(work.reviews.all(OURS)) == [other, own]
        assert list(work.reviews.all(OURS, only_own=True)) == [own]
        assert list(work.reviews.all(THEIRS)) == [other, library]
        assert list(work.reviews.all()) == [other, library]
        assert list(work.reviews.for_ages(6, OURS)) == []
        assert list(work.reviews.for_ages(8, OURS)) == [own]
        assert list(work.reviews.for_ages(6, THEIRS)) == [library]
        assert [work.reviews.count(who) for who in (None, OURS, THEIRS)] == [2, 2, 2]


def test_a_server_that_removed_its_own_review_sees_the_librarys_again(store: SqlStore) -> None:
    library = saved(store, paddington())
    own = saved(store, paddington(quality=1), OURS)
    with store.begin() as work:
        work.reviews.remove(own.review_id, by(), OURS)
        assert work.reviews.of_movie(library.movie_id, OURS) == library
        assert list(work.reviews.all(OURS)) == [library]


def test_a_servers_review_never_changes_the_facts_others_see(store: SqlStore) -> None:
    library = saved(store, paddington())
    theirs = Movie("PADDINGTON", 2014, other_titles=("Rude words",), genres=("Horror",), popularity=9.0)
    own = saved(store, paddington(movie=theirs), OURS)
    with store.begin() as work:
        assert work.movies.get(library.movie_id, THEIRS) == paddington().movie
        assert [entry.title for entry in work.movies.title_entries()] == ["Paddington"]
        assert list(work.movies.title_entries(OURS)) == []
        shown = work.reviews.get(own.review_id, OURS)
        assert shown is not None
        assert shown.review.movie == theirs


def test_no_server_can_see_or_touch_anothers_review(store: SqlStore) -> None:
    own = saved(store, paddington(), OURS)
    for stranger in (THEIRS, None):
        with store.begin() as work:
            assert work.reviews.get(own.review_id, stranger) is None
            assert work.reviews.of_movie(own.movie_id, stranger) is None
            assert work.reviews.reviewed([own.movie_id], stranger) == set()
            assert list(work.reviews.all(stranger)) == []
            assert list(work.reviews.all(stranger, only_own=True)) == []
            assert list(work.reviews.for_ages(21, stranger)) == []
            assert work.reviews.count(stranger) == 0
            assert work.movies.get(own.movie_id, stranger) is None
            assert work.movies.find("Paddington", 2014, stranger) is None
            assert work.movies.title_entries_of([own.movie_id], stranger) == []
            assert list(work.movies.title_entries(stranger)) == []
            for attempt in (
                lambda: work.reviews.history(own.review_id, stranger),  # noqa: B023
                lambda: work.reviews.remove(own.review_id, by(), stranger),  # noqa: B023
                lambda: work.reviews.restore(own.review_id, 1, by(), stranger),  # noqa: B023
            ):
                with pytest.raises(NotFoundError):
                    attempt()
            work.commit()
    saved(store, paddington(quality=1), THEIRS)
    with store.begin() as work:
        assert work.reviews.get(own.review_id, OURS) == own


def test_a_server_cannot_remove_or_undo_the_librarys_review_but_sees_its_history(store: SqlStore) -> None:
    library = saved(store, paddington())
    with store.begin() as work:
        assert len(work.reviews.history(library.review_id, OURS)) == 1
        with pytest.raises(NotFoundError):
            work.reviews.remove(library.review_id, by(), OURS)
        with pytest.raises(NotFoundError):
            work.reviews.restore(library.review_id, 1, by(), OURS)


@pytest.mark.parametrize("number", [0, -1, 2**63])
def test_a_number_no_server_has_reaches_nothing(store: SqlStore, number: int) -> None:
    with store.begin() as work, pytest.raises(ValueError, match="no number of a server"):
        work.reviews.save(paddington(), by(), number)  # type: ignore[arg-type]
