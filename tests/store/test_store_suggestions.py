"""Members' suggestions: kept, found, decided once, on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.errors import ConflictError, NotFoundError
from bot.domain.movie import MovieId
from bot.domain.suggestion import Decision, Suggestion, SuggestionId, SuggestionKind, SuggestionState
from bot.store.sql_store import SqlStore
from tests.store.examples import ANNA, BERT, NOON, OURS, THEIRS, by, paddington, review_of, suggestion

APPROVED = Decision(SuggestionState.APPROVED, "902", NOON, final_text="A café owner uses a wheelchair.")
DECLINED = Decision(SuggestionState.DECLINED, "903", NOON, reason="Said already.")


@pytest.fixture
def movie_id(store: SqlStore) -> MovieId:
    with store.begin() as work:
        movie = work.reviews.save(paddington(), by()).stored.movie_id
        work.commit()
    return movie


def added(store: SqlStore, *suggestions: Suggestion) -> list[Suggestion]:
    with store.begin() as work:
        stored = [work.suggestions.add(each) for each in suggestions]
        work.commit()
    return stored


def number(kept: Suggestion) -> SuggestionId:
    assert kept.suggestion_id is not None
    return kept.suggestion_id


def test_a_suggestion_comes_back_whole_pending_and_decided(store: SqlStore, movie_id: MovieId) -> None:
    full = suggestion(movie_id, where="At the market", credit_name="Anna 🎈", tell_by_dm=True)
    plain = suggestion(movie_id, kind=SuggestionKind.CORRECTION, representations=(), section="Run time")
    first, second = added(store, full, plain)
    with store.begin() as work:
        assert [work.suggestions.get(number(each), OURS) for each in (first, second)] == [first, second]
        decided = first.decide(APPROVED)
        work.suggestions.save_decision(decided)
        assert work.suggestions.get(number(first), OURS) == decided
        assert work.suggestions.count_pending(OURS) == 1


def test_the_second_decision_is_told_who_decided_first(store: SqlStore, movie_id: MovieId) -> None:
    (first,) = added(store, suggestion(movie_id))
    with store.begin() as work:
        work.suggestions.save_decision(first.decide(APPROVED))
        work.commit()
    with store.begin() as work:
        with pytest.raises(ConflictError, match="approved on 01 May 2024 by <@902>"):
            work.suggestions.save_decision(first.decide(DECLINED))
        assert work.suggestions.get(number(first), OURS) == first.decide(APPROVED)


def test_no_server_sees_or_decides_anothers_suggestion(store: SqlStore, movie_id: MovieId) -> None:
    (first,) = added(store, suggestion(movie_id))
    with store.begin() as work:
        assert work.suggestions.get(number(first), THEIRS) is None
        assert work.suggestions.find(THEIRS) == []
        assert (work.suggestions.count_pending(THEIRS), work.suggestions.count(THEIRS, ANNA, NOON)) == (0, 0)
        forged = suggestion(movie_id, server_id=THEIRS, suggestion_id=number(first)).decide(APPROVED)
        with pytest.raises(NotFoundError):
            work.suggestions.save_decision(forged)
        own = work.reviews.save(review_of("School play"), by(), THEIRS).stored
        for unknown in (own.movie_id, MovieId(99), MovieId(2**70)):
            with pytest.raises(NotFoundError):
                work.suggestions.add(suggestion(unknown))


def test_suggestions_are_found_by_state_kind_author_and_words_newest_first(store: SqlStore, movie_id: MovieId) -> None:
    with store.begin() as work:
        other = work.reviews.save(review_of("Amélie", 2001), by()).stored.movie_id
        work.commit()
    old, new, correction = added(
        store,
        suggestion(movie_id),
        suggestion(other, BERT, text="100% of_it is in French.", made_at=NOON + timedelta(hours=1)),
        suggestion(
            other, kind=SuggestionKind.CORRECTION, representations=(), section="Cast", text="Ann, not Anne",
            made_at=NOON - timedelta(hours=1),
        ),
    )  # fmt: skip
    with store.begin() as work:
        work.suggestions.save_decision(old.decide(DECLINED))
        old = old.decide(DECLINED)
        find = work.suggestions.find
        assert find(OURS) == [new, old, correction]
        assert find(OURS, limit=1, offset=1) == [old]
        assert find(OURS, state=SuggestionState.PENDING) == [new, correction]
        assert find(OURS, kind=SuggestionKind.CORRECTION) == [correction]
        assert find(OURS, author_id=ANNA) == [old, correction]
        for words, found in {
            "CAFE": [old],
            "amelie": [new, correction],
            "french amélie": [new],
            "paddington wheel": [old],
            "100%": [new],
            "_": [new, old, correction],
            "nowhere": [],
        }.items():
            assert find(OURS, words=words) == found, words


def test_a_members_suggestions_are_counted_from_a_moment_on(store: SqlStore, movie_id: MovieId) -> None:
    hours = [NOON + timedelta(hours=hour) for hour in range(3)]
    added(store, *(suggestion(movie_id, made_at=hour) for hour in hours), suggestion(movie_id, BERT))
    with store.begin() as work:
        assert [work.suggestions.count(OURS, ANNA, hour) for hour in hours] == [3, 2, 1]
