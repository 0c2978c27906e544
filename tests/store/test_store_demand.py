"""What was asked for, counted by movie and by day, on both engines."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.demand import DayCount
from bot.domain.movie import Movie, MovieId
from bot.store.sql_store import SqlStore
from tests.store.examples import OURS, THEIRS, by, paddington, review_of

DAY = date(2024, 5, 1)
NEXT_DAY = DAY + timedelta(days=1)


def test_a_movie_is_counted_by_its_number_or_by_its_title_whatever_the_spelling(store: SqlStore) -> None:
    with store.begin() as work:
        work.movies.add_catalogue([Movie("Up", 2009)])
        up = work.movies.find("Up", 2009)
        demand = work.demand
        assert up is not None
        for day in (NEXT_DAY, DAY):
            demand.note_wanted(OURS, up, day)
        for title in ("Amélie", "amelie", "AMELIE?"):
            demand.vote(OURS, title, None, None, DAY)
        voted = demand.vote(OURS, "Up!", 2009, up, DAY)
        assert (voted.asked, voted.votes, voted.demand, voted.last_asked) == (2, 1, 5, NEXT_DAY)
        shown = [(w.title, w.year, w.movie_id, w.asked, w.votes) for w in demand.wanted(OURS)]
        assert shown == [("Amélie", None, None, 0, 3), ("Up", 2009, up, 2, 1)]
        assert [w.title for w in demand.wanted(OURS, 1)] == ["Amélie"]
        assert demand.wanted(THEIRS) == []


def test_a_vote_alone_puts_a_movie_on_the_list_and_of_equals_the_latest_is_first(store: SqlStore) -> None:
    with store.begin() as work:
        work.demand.vote(OURS, "Older", None, None, DAY)
        work.demand.vote(OURS, "Newer", None, None, NEXT_DAY)
        assert [(w.title, w.asked, w.votes) for w in work.demand.wanted(OURS)] == [("Newer", 0, 1), ("Older", 0, 1)]


@pytest.mark.parametrize("known", [True, False])
def test_a_wanted_movie_is_off_the_list_once_the_server_sees_a_review_of_it(store: SqlStore, known: bool) -> None:
    with store.begin() as work:
        if known:
            work.movies.add_catalogue([paddington().movie])
        movie_id = work.movies.find("Paddington", 2014)
        for server in (OURS, THEIRS):
            work.demand.vote(server, "paddington", 2014 if known else None, movie_id, DAY)
        own = work.reviews.save(paddington(), by(), OURS).stored
        assert [len(work.demand.wanted(server)) for server in (OURS, THEIRS)] == [0, 1]
        work.reviews.remove(own.review_id, by(), OURS)
        assert len(work.demand.wanted(OURS)) == 1
        work.reviews.save(paddington(), by())
        assert [len(work.demand.wanted(server)) for server in (OURS, THEIRS)] == [0, 0]


def test_a_review_of_another_movie_takes_nothing_off_the_list(store: SqlStore) -> None:
    with store.begin() as work:
        work.movies.add_catalogue([Movie("Interview", 2007), Movie("Interview", 2014)])
        older = work.movies.find("Interview", 2007)
        assert older is not None
        work.demand.note_wanted(OURS, older, NEXT_DAY)
        work.demand.vote(OURS, "The Interview", None, None, DAY)
        work.reviews.save(review_of("Interview", 2014), by())
        assert [w.title for w in work.demand.wanted(OURS)] == ["The Interview", "Interview"]


def test_a_dismissed_movie_is_forgotten_in_that_server_only(store: SqlStore) -> None:
    with store.begin() as work:
        for server in (OURS, THEIRS):
            work.demand.vote(server, "Up", None, None, DAY)
        work.demand.forget(OURS, None, "UP!")
        work.demand.forget(OURS, None, "never wanted")
        assert [len(work.demand.wanted(server)) for server in (OURS, THEIRS)] == [0, 1]


def test_another_servers_movie_counts_by_its_title(store: SqlStore) -> None:
    with store.begin() as work:
        theirs = work.reviews.save(review_of("School play"), by(), THEIRS).stored.movie_id
        wanted = work.demand.vote(OURS, "School play", 2000, theirs, DAY)
        assert wanted.movie_id is None
        assert work.demand.wanted(OURS) == [wanted]


def test_a_question_counts_only_for_a_movie_that_this_server_knows(store: SqlStore) -> None:
    with store.begin() as work:
        theirs = work.reviews.save(review_of("School play"), by(), THEIRS).stored.movie_id
        for movie_id in (theirs, MovieId(4711), MovieId(2**70)):
            work.demand.note_wanted(OURS, movie_id, DAY)
        assert work.demand.wanted(OURS) == []


def test_a_wish_follows_a_servers_movie_that_the_catalogue_comes_to_know(store: SqlStore) -> None:
    with store.begin() as work:
        own = work.reviews.save(review_of("School play"), by(), OURS).stored
        work.reviews.remove(own.review_id, by(), OURS)
        work.demand.note_wanted(OURS, own.movie_id, DAY)
        work.movies.add_catalogue([Movie("School play", 2000)])
        shared = work.movies.find("School play", 2000)
        assert [(w.movie_id, w.asked) for w in work.demand.wanted(OURS)] == [(shared, 1)]
        work.demand.note_wanted(OURS, own.movie_id, DAY)
        assert [(w.movie_id, w.asked) for w in work.demand.wanted(OURS)] == [(shared, 2)]


def test_replies_are_counted_by_server_day_and_kind(store: SqlStore) -> None:
    with store.begin() as work:
        for server, outcome, day in (
            (OURS, "answer", NEXT_DAY), (OURS, "answer", DAY), (OURS, "unknown", DAY), (OURS, "answer", DAY),
            (THEIRS, "answer", DAY),
        ):  # fmt: skip
            work.demand.note_outcome(server, outcome, day)
        assert work.demand.outcomes(OURS, DAY) == [
            DayCount(DAY, "answer", 2), DayCount(DAY, "unknown", 1), DayCount(NEXT_DAY, "answer", 1),
        ]  # fmt: skip
        assert work.demand.outcomes(OURS, NEXT_DAY) == [DayCount(NEXT_DAY, "answer", 1)]
