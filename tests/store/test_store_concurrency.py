"""Several writers and readers of one store at once: threads of the bot, and the command line beside it."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bot.domain.actor import DiscordUserId
from bot.domain.errors import ConflictError, StoreUnavailableError
from bot.domain.movie import Movie
from bot.domain.suggestion import Decision, SuggestionState
from bot.store.opening import open_store
from bot.store.sql_store import SqlStore
from tests.store.examples import BERT, NOON, OURS, by, community_review, paddington, review_of, suggestion

WRITER = """
import sys
from dataclasses import replace
from bot.store.opening import open_store
from tests.store.examples import by, paddington, review_of
store = open_store(sys.argv[1])
for number in range(8):
    with store.begin() as work:
        shown = work.reviews.count()
        work.reviews.save(paddington(story=f"{sys.argv[2]} {number}"), by(sys.argv[2]))
        work.reviews.save(review_of(f"{sys.argv[2]} {number}"), by())
        work.commit()
with store.begin() as work:
    work.reviews.save_all([review_of(f"{sys.argv[2]} bulk {number}") for number in range(600)], by())
    work.commit()
store.close()
"""


def test_two_processes_write_at_once_and_lose_nothing(address: str) -> None:
    store = open_store(address)
    running = [
        subprocess.Popen([sys.executable, "-c", WRITER, address, name], stderr=subprocess.PIPE, text=True)
        for name in ("bot", "import")
    ]
    for process in running:
        _, errors = process.communicate(timeout=100)
        assert (process.returncode, errors) == (0, "")
    with store.begin() as work:
        assert work.reviews.count() == 1 + 2 * 8 + 2 * 600
        movie_id = work.movies.find("Paddington", 2014)
        assert movie_id is not None
        shown = work.reviews.of_movie(movie_id)
        assert shown is not None
        history = work.reviews.history(shown.review_id)
        assert [revision.number for revision in history] == list(range(16, 0, -1))
        assert {revision.author for revision in history} == {"bot", "import"}
    store.close()


def in_threads(count: int, act: Callable[[int], object]) -> list[object]:
    start = threading.Barrier(count)

    def together(number: int) -> object:
        start.wait(timeout=30)
        return act(number)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(together, range(count)))


def test_of_many_threads_that_change_one_revision_one_wins_and_the_others_are_told(store: SqlStore) -> None:
    with store.begin() as work:
        stored = work.reviews.save(paddington(), by()).stored
        work.commit()

    def change(number: int) -> bool:
        with store.begin() as work:
            shown = work.reviews.get(stored.review_id)
            assert shown is not None
            try:
                work.reviews.save(paddington(story=f"version {number}"), by(), expected_revision=1)
            except ConflictError:
                return False
            work.commit()
            return True

    assert sorted(in_threads(8, change)) == [False] * 7 + [True]  # type: ignore[type-var]
    with store.begin() as work:
        assert len(work.reviews.history(stored.review_id)) == 2


def test_of_two_moderators_who_decide_at_once_one_wins_and_the_other_is_told(store: SqlStore) -> None:
    with store.begin() as work:
        movie_id = work.reviews.save(paddington(), by()).stored.movie_id
        pending = work.suggestions.add(suggestion(movie_id))
        work.commit()
    assert pending.suggestion_id is not None
    both_read = threading.Barrier(2)

    def decide(number: int) -> bool:
        assert pending.suggestion_id is not None
        state = (SuggestionState.APPROVED, SuggestionState.DECLINED)[number]
        with store.begin() as work:
            read = work.suggestions.get(pending.suggestion_id, OURS)
            assert read is not None
            both_read.wait(timeout=30)
            try:
                work.suggestions.save_decision(read.decide(Decision(state, str(number), NOON)))
            except ConflictError:
                return False
            work.commit()
            return True

    won = in_threads(2, decide)
    assert sorted(won) == [False, True]  # type: ignore[type-var]
    with store.begin() as work:
        kept = work.suggestions.get(pending.suggestion_id, OURS)
        assert kept is not None
        assert kept.decision is not None
        assert kept.decision.decided_by == str(won.index(True))


def test_of_two_moderators_who_save_one_draft_at_once_one_wins_and_the_other_is_told(store: SqlStore) -> None:
    with store.begin() as work:
        draft = work.drafts.begin(paddington(), "1", NOON, OURS)
        work.commit()

    def save(number: int) -> bool:
        with store.begin() as work:
            assert work.drafts.get(draft.draft_id, OURS) is not None
            try:
                work.drafts.save(draft.draft_id, paddington(quality=1 + number), str(number), NOON, expected_version=1)
            except ConflictError:
                return False
            work.commit()
            return True

    won = in_threads(4, save)
    assert sorted(won) == [False] * 3 + [True]  # type: ignore[type-var]
    with store.begin() as work:
        (kept,) = work.drafts.all(OURS)
        assert (kept.version, kept.updated_by, kept.review.quality) == (2, str(won.index(True)), 1 + won.index(True))


def test_votes_reports_and_reviews_of_many_at_once_are_all_counted(store: SqlStore) -> None:
    with store.begin() as work:
        movie_id = work.reviews.save(paddington(), by()).stored.movie_id
        written = work.community.save(community_review(movie_id))
        work.commit()

    def act(number: int) -> None:
        with store.begin() as work:
            assert written.community_review_id is not None
            work.demand.vote(OURS, "Up", None, None, NOON.date())
            work.demand.note_outcome(OURS, "unknown", NOON.date())
            work.community.report(written.community_review_id, DiscordUserId(1 + number % 3), NOON)
            work.community.save(community_review(movie_id, BERT, stars=1 + number % 5))
            work.commit()

    in_threads(6, act)
    with store.begin() as work:
        assert [(wish.votes, wish.title) for wish in work.demand.wanted(OURS)] == [(6, "Up")]
        assert [count.count for count in work.demand.outcomes(OURS, NOON.date())] == [6]
        assert [each.reports for each in work.community.of_movie(OURS, movie_id)] == [0, 3]


def test_who_will_not_wait_for_another_writer_is_told_soon_and_may_wait_later(store: SqlStore) -> None:
    with store.begin() as writing:
        writing.reviews.save(paddington(), by())
        with store.begin() as work, pytest.raises(StoreUnavailableError):
            work.lock(0.02)
        writing.commit()
    with store.begin() as work:
        work.lock(0.02)
        work.reviews.save(paddington(quality=1), by())
        work.commit()


def test_many_threads_that_create_one_movie_make_one(store: SqlStore) -> None:
    def create(number: int) -> object:
        with store.begin() as work:
            server = OURS if number % 2 else None
            outcome = work.reviews.save(paddington(quality=1 + number % 5), by(), server)
            work.commit()
            return outcome.created

    assert in_threads(8, create).count(True) == 2
    with store.begin() as work:
        assert work.movies.count() == 1
        assert [work.reviews.count(who) for who in (None, OURS)] == [1, 1]


def test_versions_of_titles_never_skip_a_change_of_another_thread(store: SqlStore) -> None:
    seen: set[int] = set()
    version = 0
    done = threading.Event()

    def write(number: int) -> None:
        for each in range(10):
            with store.begin() as work:
                work.movies.add_catalogue([Movie(f"Movie {number} {each}", 2000)])
                work.commit()

    def follow() -> None:
        nonlocal version
        while True:
            last_look = done.is_set()
            with store.begin() as work:
                changes = work.movies.title_changes(version)
            assert changes is not None
            seen.update(changes.put)
            version = changes.version
            if last_look:
                return

    with ThreadPoolExecutor(1) as pool:
        following = pool.submit(follow)
        in_threads(4, write)
        done.set()
        following.result(timeout=60)
    assert len(seen) == 40


def test_a_reader_in_the_middle_of_a_list_does_not_hinder_a_writer(store: SqlStore) -> None:
    with store.begin() as work:
        work.reviews.save_all([review_of(f"Movie {number}") for number in range(600)], by())
        work.commit()
    with store.begin() as reading:
        reviews, titles = reading.reviews.all(), reading.movies.title_entries()
        next(reviews)
        next(titles)
        with store.begin() as writing:
            writing.reviews.save(paddington(), by())
            writing.commit()
        assert len(list(reviews)) == 599
        # Having read before another's write, it may still write itself.
        reading.reviews.save(paddington(quality=1), by())
        reading.commit()


def test_a_reader_does_not_wait_for_a_writer_nor_see_half_its_work(store: SqlStore) -> None:
    with store.begin() as work:
        stored = work.reviews.save(paddington(), by()).stored
        work.commit()
    with store.begin() as writing:
        writing.reviews.save(paddington(quality=1), by())
        with store.begin() as reading:
            assert reading.reviews.get(stored.review_id) == stored
        writing.commit()
    with store.begin() as reading:
        shown = reading.reviews.get(stored.review_id)
        assert shown == replace(stored, revision=2, review=paddington(quality=1))


def test_a_unit_of_work_goes_on_after_its_commit(store: SqlStore) -> None:
    with store.begin() as work:
        work.reviews.save(review_of("One"), by())
        work.commit()
        work.reviews.save(review_of("Two"), by())
        work.commit()
        work.reviews.save(review_of("Three"), by())
    with store.begin() as work:
        assert [stored.review.movie.title for stored in work.reviews.all()] == ["One", "Two"]


@pytest.mark.parametrize("rounds", [40])
def test_units_of_work_give_their_connections_back(store: SqlStore, rounds: int) -> None:
    for _ in range(rounds):
        with store.begin() as work:
            next(work.reviews.all(), None)
    assert store._engine.pool.checkedout() == 0  # type: ignore[attr-defined]
