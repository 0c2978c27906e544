"""Community reviews: one a person, movie and server; reports once a person; on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.community import CommunityReview, CommunityReviewId, Visibility, Voice
from bot.domain.errors import NotFoundError
from bot.domain.movie import Movie, MovieId
from bot.store.sql_store import SqlStore
from tests.store.examples import (
    ANNA,
    BERT,
    CARA,
    DORA,
    NOON,
    OURS,
    THEIRS,
    by,
    community_review,
    paddington,
    review_of,
    suggestion,
)  # fmt: skip


@pytest.fixture
def movie_id(store: SqlStore) -> MovieId:
    with store.begin() as work:
        movie = work.reviews.save(paddington(), by()).stored.movie_id
        work.commit()
    return movie


def saved(store: SqlStore, review: CommunityReview) -> CommunityReview:
    with store.begin() as work:
        kept = work.community.save(review)
        work.commit()
    return kept


def number(kept: CommunityReview) -> CommunityReviewId:
    assert kept.community_review_id is not None
    return kept.community_review_id


def test_a_person_has_one_review_of_a_movie_in_a_server_and_changes_it(store: SqlStore, movie_id: MovieId) -> None:
    first = saved(store, community_review(movie_id))
    again = saved(store, community_review(movie_id, voice=Voice.TEEN, stars=1, text=None))
    elsewhere = saved(store, community_review(movie_id, server_id=THEIRS))
    others = saved(store, community_review(movie_id, BERT, written_at=NOON + timedelta(hours=1)))
    assert number(again) == number(first)
    with store.begin() as work:
        assert work.community.own(OURS, movie_id, ANNA) == again
        assert work.community.own(OURS, movie_id, CARA) is None
        assert work.community.of_movie(OURS, movie_id) == [others, again]
        assert work.community.of_movie(THEIRS, movie_id) == [elsewhere]


def test_a_report_counts_once_a_person_and_outlasts_a_save(store: SqlStore, movie_id: MovieId) -> None:
    first = saved(store, community_review(movie_id))
    with store.begin() as work:
        counts = [work.community.report(number(first), person, NOON) for person in (BERT, BERT, CARA, DORA, CARA)]
        assert counts == [1, 1, 2, 3, 3]
        hidden = work.community.save(replace(first, visibility=Visibility.HIDDEN))
        assert hidden.reports == 3
        assert work.community.get(number(first), OURS) == hidden
        work.community.remove(number(first))
        work.community.remove(number(first))
        for gone in (number(first), CommunityReviewId(2**70)):
            with pytest.raises(NotFoundError):
                work.community.report(gone, BERT, NOON)
        with pytest.raises(NotFoundError):
            work.community.save(hidden)


def test_what_waits_or_is_hidden_is_listed_for_the_servers_moderators_oldest_first(
    store: SqlStore, movie_id: MovieId
) -> None:
    waiting = saved(store, community_review(movie_id, visibility=Visibility.WAITING))
    hidden = saved(
        store, community_review(movie_id, BERT, visibility=Visibility.HIDDEN, written_at=NOON - timedelta(hours=1))
    )
    saved(store, community_review(movie_id, CARA))
    saved(store, community_review(movie_id, DORA, visibility=Visibility.REMOVED))
    with store.begin() as work:
        assert work.community.waiting(OURS) == [hidden, waiting]
        assert work.community.waiting(THEIRS) == []


def test_no_server_sees_or_changes_anothers_community_review(store: SqlStore, movie_id: MovieId) -> None:
    first = saved(store, community_review(movie_id))
    with store.begin() as work:
        assert work.community.get(number(first), THEIRS) is None
        assert work.community.own(THEIRS, movie_id, ANNA) is None
        with pytest.raises(NotFoundError):
            work.community.save(replace(first, server_id=THEIRS))
        own = work.reviews.save(review_of("School play"), by(), THEIRS).stored.movie_id
        with pytest.raises(NotFoundError):
            work.community.save(community_review(own))
        assert work.community.of_movie(OURS, own) == []


def test_what_a_member_wrote_is_counted_from_its_last_edit_on(store: SqlStore, movie_id: MovieId) -> None:
    saved(store, community_review(movie_id))
    later = NOON + timedelta(hours=1)
    with store.begin() as work:
        assert [work.community.count(OURS, ANNA, since) for since in (NOON, later)] == [1, 0]
        work.community.save(community_review(movie_id, written_at=later))
        assert [work.community.count(OURS, ANNA, since) for since in (NOON, later)] == [1, 1]
        assert work.community.count(OURS, BERT, NOON) == 0


def test_what_members_wrote_follows_a_servers_movie_that_the_catalogue_comes_to_know(store: SqlStore) -> None:
    with store.begin() as work:
        own = work.reviews.save(review_of("School play"), by(), OURS).stored.movie_id
        review = work.community.save(community_review(own))
        made = work.suggestions.add(suggestion(own))
        work.movies.add_catalogue([Movie("School Play", 2000)])
        shared = work.movies.find("School play", 2000)
        assert shared not in (None, own)
        for movie_id in (own, shared):
            assert work.community.own(OURS, movie_id, ANNA) == replace(review, movie_id=shared)  # type: ignore[arg-type]
        assert [each.movie_id for each in work.suggestions.find(OURS)] == [shared]
        assert number(review)
        assert made.suggestion_id
