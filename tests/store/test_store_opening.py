"""Opening a store: made, found, brought up to date, or refused with one clear sentence."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.domain.errors import StoreUnavailableError
from bot.store.opening import NEWEST_SCHEMA, VERSION_TABLE, open_store
from tests.postgres import PostgresServer
from tests.store.examples import by, paddington

OPEN = "import sys; from bot.store.opening import open_store; open_store(sys.argv[1]).close()"


def run_python(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def execute(address: str, *statements: str) -> None:
    engine = create_engine(address)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_a_new_store_is_made_once_and_says_so(address: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    for lines in (1, 0):
        caplog.clear()
        open_store(address).close()
        said = [record.getMessage() for record in caplog.records if record.name.startswith("bot.")]
        assert len(said) == lines
    assert not [record for record in caplog.records if record.name.startswith("alembic")]


def test_a_store_in_folders_that_are_not_there_yet_makes_them(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path}/a/b c/ü%20%s/guide.db").close()
    assert (tmp_path / "a" / "b c").is_dir()


def test_an_up_to_date_store_opens_without_the_migration_tool(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/guide.db"
    open_store(address).close()
    done = run_python(OPEN + "; print('alembic' in sys.modules, 'psycopg' in sys.modules)", address)
    said, errors = done.communicate(timeout=60)
    assert (said.strip(), errors) == ("False False", "")


def test_what_was_stored_is_there_when_the_store_is_opened_again(address: str) -> None:
    store = open_store(address)
    with store.begin() as work:
        stored = work.reviews.save(paddington(), by()).stored
        work.commit()
    store.close()
    store = open_store(address)
    with store.begin() as work:
        assert work.reviews.get(stored.review_id) == stored
    store.close()


def test_two_processes_may_make_one_store_at_the_same_moment(address: str) -> None:
    running = [run_python(OPEN, address) for _ in range(2)]
    for process in running:
        _, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, "")


def test_sqlite_writes_ahead_and_keeps_foreign_keys(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/guide.db")
    with store._engine.connect() as connection:
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "foreign_keys")]
    store.close()
    assert found == ["wal", 1]


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_a_postgresql_address_needs_no_driver_named(postgres: PostgresServer, scheme: str) -> None:
    open_store(postgres.new_database().replace("postgresql+psycopg", scheme)).close()


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "no database URL"),
        ("guide.db", "no database URL"),
        ("mysql://root@localhost/guide", "cannot be a mysql database"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("sqlite:///{tmp}", "unable to open database file"),
        ("sqlite:///{tmp}/text.txt", "file is not a database"),
        ("sqlite:///{tmp}/text.txt/guide.db", "cannot be made"),
        ("sqlite:////dev/null/guide.db", "cannot be made"),
        ("sqlite:////proc/guide.db", "cannot be opened"),
        ("sqlite:///{tmp}/other.db", "tables of another program"),
        ("postgresql+psycopg://me:secret@127.0.0.1:1/guide", "cannot be opened"),
        ("postgresql+psycopg://me:secret@%2Fnowhere/guide", "cannot be opened"),
    ],
)
def test_an_address_that_leads_to_no_store_is_refused_in_one_sentence(
    tmp_path: Path, address: str, sentence: str
) -> None:
    (tmp_path / "text.txt").write_text("Dear diary, " * 500)
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    with pytest.raises(StoreUnavailableError, match=sentence) as caught:
        open_store(address.format(tmp=tmp_path))
    said = str(caught.value)
    assert "secret" not in said
    assert "\n" not in said
    assert said.endswith(".")
    other = sqlite3.connect(tmp_path / "other.db")
    assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]
    other.close()


def test_a_store_of_a_newer_version_is_refused_and_left_alone(address: str) -> None:
    open_store(address).close()
    execute(address, f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    for _ in range(2):
        with pytest.raises(StoreUnavailableError, match=f"newer version .*9999.*{NEWEST_SCHEMA}"):
            open_store(address)


def test_a_database_with_other_programs_tables_is_shared_where_names_do_not_clash(postgres: PostgresServer) -> None:
    address = postgres.new_database()
    execute(address, "CREATE TABLE alembic_version (version_num text)", "CREATE TABLE orders (id int)")
    open_store(address).close()
    address = postgres.new_database()
    execute(address, "CREATE TABLE movie (id int)")
    with pytest.raises(StoreUnavailableError, match=r"another program \(movie\)"):
        open_store(address)


def test_a_store_that_went_away_is_unavailable(postgres: PostgresServer) -> None:
    address = postgres.new_database()
    store = open_store(address)
    name = address.partition("?")[0].rpartition("/")[2]
    execute(postgres.new_database(), f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
    with store.begin() as work:
        assert work.reviews.count() == 0
        execute(
            postgres.new_database(), f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        )
        with pytest.raises(StoreUnavailableError):
            work.reviews.save(paddington(), by())
    store.close()
