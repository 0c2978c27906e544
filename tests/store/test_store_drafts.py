"""Drafts: kept, saved by version, seen by their owner only, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.draft import Draft, DraftId
from bot.domain.errors import ConflictError, NotFoundError
from bot.domain.review import Answer, QuestionAnswer, ReviewId
from bot.store.sql_store import SqlStore
from tests.store.examples import NOON, OURS, THEIRS, by, paddington, review_of

LATER = NOON + timedelta(hours=1)


def begun(store: SqlStore, server_id: object = OURS) -> Draft:
    with store.begin() as work:
        draft = work.drafts.begin(paddington(), "901", NOON, server_id)  # type: ignore[arg-type]
        work.commit()
    return draft


def test_a_draft_comes_back_whole_after_each_save(store: SqlStore) -> None:
    first = begun(store)
    assert (first.version, first.author, first.updated_by, first.updated_at) == (1, "901", "901", NOON)
    fuller = paddington(questions={"sad_ending": QuestionAnswer(Answer.NO, "All is well.")})
    with store.begin() as work:
        assert work.drafts.get(first.draft_id, OURS) == first
        saved = work.drafts.save(first.draft_id, fuller, "902", LATER, expected_version=1)
        work.commit()
    assert saved == replace(first, review=fuller, version=2, updated_by="902", updated_at=LATER)
    with store.begin() as work:
        assert work.drafts.all(OURS) == [saved]


def test_a_save_of_an_older_version_is_refused_and_the_newer_state_stays(store: SqlStore) -> None:
    first = begun(store)
    with store.begin() as work:
        newer = work.drafts.save(first.draft_id, paddington(quality=1), "902", LATER, expected_version=1)
        work.commit()
    for version in (1, 3):
        with store.begin() as work, pytest.raises(ConflictError):
            work.drafts.save(first.draft_id, paddington(quality=2), "901", LATER, expected_version=version)
    with store.begin() as work:
        assert work.drafts.get(first.draft_id, OURS) == newer


def test_a_dropped_draft_is_gone_and_dropping_it_again_is_no_error(store: SqlStore) -> None:
    first = begun(store)
    with store.begin() as work:
        work.drafts.remove(first.draft_id)
        work.drafts.remove(first.draft_id)
        work.drafts.remove(DraftId(2**70))
        with pytest.raises(NotFoundError):
            work.drafts.save(first.draft_id, paddington(), "901", NOON, expected_version=1)
        assert work.drafts.all(OURS) == []


def test_drafts_are_seen_by_their_owner_only_the_last_touched_first(store: SqlStore) -> None:
    first, second, theirs, librarys = begun(store), begun(store), begun(store, THEIRS), begun(store, None)
    with store.begin() as work:
        first = work.drafts.save(first.draft_id, paddington(), "901", LATER, expected_version=1)
        assert work.drafts.all(OURS) == [first, second]
        assert (work.drafts.all(THEIRS), work.drafts.all(None)) == ([theirs], [librarys])
        for stranger in (THEIRS, None):
            assert work.drafts.get(first.draft_id, stranger) is None
        assert work.drafts.get(librarys.draft_id, OURS) is None
        assert work.drafts.get(DraftId(2**70), OURS) is None


def test_a_draft_hangs_on_a_review_of_its_own_owner_only(store: SqlStore) -> None:
    with store.begin() as work:
        own = work.reviews.save(paddington(), by(), OURS).stored
        shared = work.reviews.save(review_of("Up"), by()).stored
        draft = work.drafts.begin(paddington(), "901", NOON, OURS, review_id=own.review_id, base_revision=1)
        assert work.drafts.get(draft.draft_id, OURS) == draft
        for review_id in (shared.review_id, ReviewId(99), ReviewId(2**70)):
            with pytest.raises(NotFoundError):
                work.drafts.begin(paddington(), "901", NOON, OURS, review_id=review_id)
