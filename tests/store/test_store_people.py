"""What is held about a person, and taking them out of it, on both engines."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import BigInteger, Text

from bot.domain.suggestion import SuggestionState
from bot.store.people import FORMER_MEMBER, SIGNATURES
from bot.store.rows import StoreRow
from bot.store.sql_store import SqlStore
from tests.store.examples import ANNA, BERT, CARA, OURS, THEIRS
from tests.store.filled_server import CREDIT, fill


def everything(store: SqlStore) -> str:
    """All rows of all tables as one text, but for the block list's own numbers."""
    with store._engine.connect() as connection:
        rows = []
        for name, table in StoreRow.metadata.tables.items():
            columns = [column for column in table.columns if (name, column.name) != ("blocked_member", "user_id")]
            rows += connection.execute(table.select().with_only_columns(*columns)).all()
    return "\n".join(map(str, rows))


def test_the_record_names_every_place_a_person_stands_in_and_is_fit_for_json(store: SqlStore) -> None:
    fill(store, OURS, ANNA)
    with store.begin() as work:
        record = work.people.record(ANNA)
        assert work.people.record(CARA).total == 0
    json.dumps([record.community_reviews, record.suggestions, record.drafts, record.revisions], allow_nan=False)
    assert [(each["title"], each["visibility"]) for each in record.community_reviews] == [
        ("Paddington", "shown"), ("School play", "removed"),
    ]  # fmt: skip
    assert [each["state"] for each in record.suggestions] == ["pending", "approved", "declined", "approved"]
    assert ["text" in each for each in record.suggestions] == [True, True, True, False]
    assert [(each["author"], each["updated_by"]) for each in record.drafts] == [
        (str(ANNA), str(ANNA)), (str(BERT), str(ANNA)),
    ]  # fmt: skip
    assert [(each["server_id"], each["title"]) for each in record.revisions] == [
        ("1111", "Paddington"), ("1111", "School play"),
    ]  # fmt: skip
    assert len(record.audit_entries) == 3
    assert [each["user_id"] for each in record.blocks] == ["999", str(ANNA)]
    assert len(record.reports) == 1
    assert record.total == 16


@pytest.mark.parametrize("keep_words", [True, False])
def test_an_erased_person_stands_nowhere_but_on_a_block_list(store: SqlStore, keep_words: bool) -> None:
    for server in (OURS, THEIRS):
        fill(store, server, ANNA)
    before = everything(store)
    assert str(ANNA) in before
    assert "Neil" in before
    with store.begin() as work:
        assert work.people.erase(ANNA, keep_words=keep_words) > 0
        work.commit()
    after = everything(store)
    assert str(ANNA) not in after
    assert "Neil" not in after
    assert "suggested by Anna" not in after
    with store.begin() as work:
        record = work.people.record(ANNA)
        assert (record.total, len(record.blocks)) == (2, 2)
        assert work.blocks.is_blocked(OURS, ANNA)
        assert work.people.erase(ANNA, keep_words=keep_words) == 0


@pytest.mark.parametrize("keep_words", [True, False])
def test_what_an_erased_person_wrote_stays_without_a_name_or_goes_as_they_choose(
    store: SqlStore, keep_words: bool
) -> None:
    fill(store, OURS, ANNA)
    with store.begin() as work:
        work.people.erase(ANNA, keep_words=keep_words)
        work.commit()
    with store.begin() as work:
        movie_id = work.movies.find("Paddington", 2014)
        assert movie_id is not None
        assert [each.author_id for each in work.community.of_movie(OURS, movie_id)] == (
            [BERT, None] if keep_words else [BERT]
        )
        school_play = work.movies.find("School play", 2000, OURS)
        assert school_play is not None
        assert work.community.of_movie(OURS, school_play) == []
        left = [(each.author_id, each.state, each.credit_name) for each in work.suggestions.find(OURS)]
        approved = SuggestionState.APPROVED
        assert left == [(BERT, approved, "Bert"), *([(None, approved, None)] if keep_words else [])]
        # Their reports no longer count, and what they signed says no name.
        assert all(each.reports == 0 for each in work.community.of_movie(OURS, movie_id))
        assert {entry.author for entry in work.audit.latest(OURS)} == {str(BERT), FORMER_MEMBER}
        assert [draft.review.movie.title for draft in work.drafts.all(OURS)] == ["Paddington", "Paddington"]
        assert {draft.author for draft in work.drafts.all(OURS)} == {str(BERT), FORMER_MEMBER}


def test_a_review_keeps_its_words_and_revisions_when_a_credit_goes(store: SqlStore) -> None:
    fill(store, OURS, ANNA)
    with store.begin() as work:
        movie_id = work.movies.find("Paddington", 2014)
        assert movie_id is not None
        shown = work.reviews.of_movie(movie_id, OURS)
        assert shown is not None
        assert CREDIT in (shown.review.diversity or "")
        work.people.erase(ANNA, keep_words=False)
        after = work.reviews.of_movie(movie_id, OURS)
        assert after == replace(shown, review=replace(shown.review, diversity="Gender: A café owner.\n\nMore."))
        history = work.reviews.history(shown.review_id, OURS)
        assert [(revision.number, revision.author) for revision in history] == [(2, str(BERT)), (1, FORMER_MEMBER)]


def test_others_are_left_as_they_are(store: SqlStore) -> None:
    fill(store, OURS, ANNA)
    fill(store, THEIRS, CARA)
    with store.begin() as work:
        before = work.people.record(CARA)
        work.people.erase(ANNA, keep_words=False)
        assert work.people.record(CARA) == before


def test_every_column_that_can_name_a_person_is_known_to_the_erasing() -> None:
    """A new table in which somebody signs or writes fails here until `people` knows it."""
    signed = {(row.__tablename__, column) for row, column in SIGNATURES}
    numbered = {
        ("suggestion", "author_id"), ("community_review", "author_id"), ("community_report", "reporter_id"),
        ("blocked_member", "user_id"),
    }  # fmt: skip
    no_person = {
        "title", "title_key", "other_titles", "people", "genres", "facts", "document", "reason", "kind", "mark",
        "state", "text", "text_key", "representations", "section", "place", "credit_name", "final_text", "voice",
        "visibility", "outcome", "action", "server_id", "series", "imdb", "tmdb", "wikidata",
    }  # fmt: skip
    found = {
        (name, column.name)
        for name, table in StoreRow.metadata.tables.items()
        for column in table.columns
        if isinstance(column.type, (Text, BigInteger)) and column.name not in no_person
    }
    assert found == signed | numbered
