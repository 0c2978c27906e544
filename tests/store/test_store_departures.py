"""A server's leaving, its return and the end of what is kept of it; its audit and its block list; on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.audit import AuditEntry
from bot.domain.movie import ServerId
from bot.domain.server_settings import DEFAULT_SERVER_SETTINGS
from bot.store.departures import OF_A_SERVER
from bot.store.rows import StoreRow
from bot.store.sql_store import SqlStore
from tests.store.examples import ANNA, BERT, NOON, OURS, THEIRS
from tests.store.filled_server import fill


def rows_of(store: SqlStore, server: int) -> dict[str, int]:
    with store._engine.connect() as connection:
        return {
            name: len(connection.execute(table.select().where(table.c.server_id == server)).all())
            for name, table in StoreRow.metadata.tables.items()
            if "server_id" in table.c
        }


def test_a_server_is_due_by_when_it_left_first_and_not_after_it_returned(store: SqlStore) -> None:
    with store.begin() as work:
        work.departures.left(THEIRS, NOON + timedelta(days=1))
        work.departures.left(OURS, NOON)
        work.departures.left(OURS, NOON + timedelta(days=9))
        assert work.departures.due(NOON - timedelta(seconds=1)) == []
        assert work.departures.due(NOON) == [OURS]
        assert work.departures.due(NOON + timedelta(days=2)) == [OURS, THEIRS]
        work.departures.returned(OURS)
        work.departures.returned(OURS)
        assert work.departures.due(NOON + timedelta(days=99)) == [THEIRS]


def test_a_purged_server_leaves_nothing_and_takes_nothing_of_others(store: SqlStore) -> None:
    fill(store, OURS, ANNA)
    fill(store, THEIRS, ANNA)
    theirs, shared = rows_of(store, THEIRS), rows_of(store, 0)
    with store.begin() as work:
        work.departures.left(OURS, NOON)
        assert all(rows_of(store, OURS)[name] for name in rows_of(store, OURS) if name != "departure")
        work.departures.purge(OURS)
        work.commit()
    assert not any(rows_of(store, OURS).values())
    assert (rows_of(store, THEIRS), rows_of(store, 0)) == (theirs, shared)
    with store.begin() as work:
        assert work.server_settings.get(OURS) == DEFAULT_SERVER_SETTINGS
        assert (work.reviews.count(OURS), work.reviews.count(THEIRS), work.reviews.count()) == (1, 2, 1)
        assert list(work.movies.title_entries(OURS)) == []
        assert work.movies.titles_version(OURS) == 0
        assert [len(work.reviews.history(stored.review_id)) for stored in work.reviews.all()] == [1]
        movie_id = work.movies.find("Paddington", 2014)
        assert movie_id is not None
        assert [each.reports for each in work.community.of_movie(THEIRS, movie_id)] == [1, 0]
    # The server may come back and begin anew.
    fill(store, OURS, ANNA)


def test_the_shared_library_cannot_be_purged(store: SqlStore) -> None:
    with store.begin() as work, pytest.raises(ValueError, match="no number of a server"):
        work.departures.purge(ServerId(0))


def test_every_table_of_servers_is_purged() -> None:
    of_servers = {name for name, table in StoreRow.metadata.tables.items() if "server_id" in table.c}
    assert {row.__tablename__ for row in OF_A_SERVER} == of_servers


def test_the_audit_is_the_servers_own_newest_first(store: SqlStore) -> None:
    entries = [AuditEntry(OURS, NOON, str(ANNA), f"action {number}", "🎬" if number else None) for number in range(3)]
    with store.begin() as work:
        for entry in entries:
            work.audit.note(entry)
        assert work.audit.latest(OURS) == entries[::-1]
        assert work.audit.latest(OURS, 1, 1) == [entries[1]]
        assert work.audit.latest(THEIRS) == []


def test_a_block_holds_in_its_server_until_it_is_lifted(store: SqlStore) -> None:
    with store.begin() as work:
        work.blocks.add(OURS, BERT, "1", NOON)
        work.blocks.add(OURS, ANNA, "1", NOON - timedelta(days=1))
        work.blocks.add(OURS, BERT, "2", NOON + timedelta(days=1))
        assert work.blocks.all(OURS) == [ANNA, BERT]
        assert [work.blocks.is_blocked(server, ANNA) for server in (OURS, THEIRS)] == [True, False]
        work.blocks.remove(THEIRS, ANNA)
        work.blocks.remove(OURS, BERT)
        assert work.blocks.all(OURS) == [ANNA]
