"""Correcting a review's title or year changes that review and makes no second one, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.errors import ConflictError, NotFoundError
from bot.domain.movie import Movie
from bot.domain.review import Review, ReviewId, StoredReview
from bot.store.sql_store import SqlStore
from tests.store.examples import ANNA, OURS, THEIRS, by, community_review, paddington, review_of, suggestion


def saved(store: SqlStore, review: Review, server_id: object = None) -> StoredReview:
    with store.begin() as work:
        outcome = work.reviews.save(review, by(), server_id)  # type: ignore[arg-type]
        work.commit()
    return outcome.stored


def titled(title: str, year: int | None = 2014) -> Review:
    return paddington(movie=replace(paddington().movie, title=title, year=year))


@pytest.mark.parametrize("server_id", [None, OURS])
def test_a_movie_only_this_review_made_known_is_corrected_with_it(store: SqlStore, server_id: object) -> None:
    first = saved(store, titled("Padington", 2013), server_id)
    with store.begin() as work:
        community = work.community.save(community_review(first.movie_id))
        version = work.movies.titles_version(server_id)  # type: ignore[arg-type]
        outcome = work.reviews.save(
            paddington(), by(), server_id, expected_revision=1, review_id=first.review_id  # type: ignore[arg-type]
        )  # fmt: skip
        assert (outcome.created, outcome.changed) == (False, True)
        assert outcome.stored == replace(first, revision=2, review=paddington())
        assert work.movies.get(first.movie_id, OURS) == paddington().movie
        assert work.movies.find("Padington", 2013, OURS) is None
        assert [entry.title for entry in work.movies.title_entries(server_id)] == ["Paddington"]  # type: ignore[arg-type]
        changes = work.movies.title_changes(version, server_id)  # type: ignore[arg-type]
        assert changes is not None
        assert (changes.put, changes.removed) == ((first.movie_id,), ())
        assert work.community.of_movie(OURS, first.movie_id) == [community]
        newest, _ = work.reviews.history(first.review_id, OURS)
        assert newest.changed_fields == ("movie.title", "movie.year")
        assert work.reviews.count(OURS) == 1


def test_a_catalogued_movie_stays_known_when_its_review_moves_to_another(store: SqlStore) -> None:
    with store.begin() as work:
        work.movies.add_catalogue([Movie("Interview", 2007), Movie("Interview", 2014)])
        work.commit()
    first = saved(store, review_of("Interview", 2007))
    with store.begin() as work:
        right = work.movies.find("Interview", 2014)
        moved = work.reviews.save(review_of("Interview", 2014), by(), review_id=first.review_id).stored
        assert (moved.review_id, moved.movie_id, moved.revision) == (first.review_id, right, 2)
        assert work.reviews.of_movie(first.movie_id) is None
        assert work.movies.get(first.movie_id) == Movie("Interview", 2007)
        # Bringing the first revision back moves it back.
        back = work.reviews.restore(first.review_id, 1, by()).stored
        assert (back.review_id, back.movie_id, back.revision) == (first.review_id, first.movie_id, 3)
        assert work.reviews.count() == 1


def test_a_movie_others_reviewed_stays_known(store: SqlStore) -> None:
    first = saved(store, paddington())
    theirs = saved(store, paddington(quality=1), THEIRS)
    with store.begin() as work:
        moved = work.reviews.save(titled("Paddington 2", 2017), by(), review_id=first.review_id).stored
        assert moved.movie_id != first.movie_id
        assert work.reviews.of_movie(first.movie_id) is None
        assert work.reviews.of_movie(first.movie_id, THEIRS) == theirs


def test_a_servers_correction_leaves_the_shared_movie_alone(store: SqlStore) -> None:
    shared = saved(store, paddington())
    own = saved(store, paddington(quality=1), OURS)
    with store.begin() as work:
        moved = work.reviews.save(titled("Our play", None), by(), OURS, review_id=own.review_id).stored
        assert moved.review_id == own.review_id
        assert work.reviews.of_movie(shared.movie_id, OURS) == shared
        assert work.movies.get(shared.movie_id) == paddington().movie
        assert [entry.title for entry in work.movies.title_entries(OURS)] == ["Our play"]
        assert [entry.title for entry in work.movies.title_entries()] == ["Paddington"]


def test_what_members_wrote_moves_along_when_a_misnamed_movie_turns_out_to_be_a_known_one(store: SqlStore) -> None:
    with store.begin() as work:
        work.movies.add_catalogue([paddington().movie])
        work.commit()
    first = saved(store, titled("Padington"), OURS)
    with store.begin() as work:
        right = work.movies.find("Paddington", 2014)
        assert right is not None
        kept = work.community.save(community_review(right, stars=1))
        work.community.save(community_review(first.movie_id, stars=5))
        work.suggestions.add(suggestion(first.movie_id))
        for movie_id in (first.movie_id, right):
            work.demand.vote(THEIRS, "Paddington", 2014, movie_id, date(2024, 5, 1))
            work.demand.vote(OURS, "Paddington", 2014, movie_id, date(2024, 5, 1))
        moved = work.reviews.save(paddington(), by(), OURS, review_id=first.review_id).stored
        assert moved.movie_id == right
        assert work.community.of_movie(OURS, right) == [kept]
        assert work.community.own(OURS, right, ANNA) == kept
        assert [each.movie_id for each in work.suggestions.find(OURS)] == [right]
        assert work.movies.get(first.movie_id, OURS) is None
        assert list(work.movies.title_entries(OURS)) == []
        # To them the misspelt movie was a title that nobody knows, and that it stays.
        assert {(wish.movie_id, wish.votes) for wish in work.demand.wanted(THEIRS)} == {(right, 1), (None, 1)}
        # And the misspelt title can be used again.
        work.reviews.save(titled("Padington"), by(), OURS)
        work.reviews.remove(moved.review_id, by(), OURS)
        assert [(wish.movie_id, wish.votes) for wish in work.demand.wanted(OURS)] == [(right, 2)]


@pytest.mark.parametrize("removed", [False, True])
def test_a_title_another_review_has_is_refused_and_both_stay(store: SqlStore, removed: bool) -> None:
    first, other = saved(store, titled("Padington")), saved(store, paddington())
    if removed:
        with store.begin() as work:
            work.reviews.remove(other.review_id, by())
            work.commit()
    with store.begin() as work, pytest.raises(ConflictError, match=r"review of Paddington \(2014\) already"):
        work.reviews.save(paddington(), by(), review_id=first.review_id)
    with store.begin() as work:
        assert work.reviews.get(first.review_id) == first
        assert work.reviews.get(other.review_id) == (None if removed else other)


def test_a_correction_of_an_older_revision_or_of_anothers_review_is_refused(store: SqlStore) -> None:
    own = saved(store, titled("Padington"), OURS)
    saved(store, replace(titled("Padington"), quality=1), OURS)
    with store.begin() as work:
        with pytest.raises(ConflictError, match="revision 2, not 1"):
            work.reviews.save(paddington(), by(), OURS, expected_revision=1, review_id=own.review_id)
        for stranger in (None, THEIRS):
            with pytest.raises(NotFoundError):
                work.reviews.save(paddington(), by(), stranger, review_id=own.review_id)
        with pytest.raises(NotFoundError):
            work.reviews.save(paddington(), by(), OURS, review_id=ReviewId(2**70))
        assert work.reviews.count(OURS) == 1


def test_a_corrected_library_title_takes_in_servers_own_movies_of_that_title(store: SqlStore) -> None:
    first = saved(store, titled("Padington"))
    own = saved(store, paddington(quality=1), OURS)
    with store.begin() as work:
        moved = work.reviews.save(paddington(), by(), review_id=first.review_id).stored
        assert work.reviews.of_movie(moved.movie_id, OURS) == replace(own, movie_id=moved.movie_id)
        assert list(work.movies.title_entries(OURS)) == []


def test_the_same_review_by_its_number_changes_nothing(store: SqlStore) -> None:
    first = saved(store, paddington(), OURS)
    with store.begin() as work:
        again = work.reviews.save(paddington(), by(), OURS, review_id=first.review_id)
        assert (again.changed, again.stored) == (False, first)
