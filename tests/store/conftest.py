"""Stores for the tests: each contract test runs on a real SQLite file and on a real PostgreSQL server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.opening import open_store
from bot.store.rows import StoreRow
from bot.store.sql_store import SqlStore
from tests.postgres import PostgresServer

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    server = PostgresServer()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store's file to be copied, quicker than making each anew."""
    path = tmp_path_factory.mktemp("empty") / "guide.db"
    open_store(f"sqlite:///{path}").close()
    return path


@pytest.fixture(scope="session")
def postgres_store(postgres: PostgresServer) -> Iterator[SqlStore]:
    """A store to be emptied before each test: a database for each would cost 8 megabytes and 0.2 seconds."""
    opened = open_store(postgres.new_database())
    yield opened
    opened.close()


@pytest.fixture(params=ENGINES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store that is not there yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/guide.db"
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlStore]:
    """An empty store."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("empty_sqlite"), tmp_path / "guide.db")
        opened = open_store(f"sqlite:///{tmp_path}/guide.db")
        yield opened
        opened.close()
    else:
        shared: SqlStore = request.getfixturevalue("postgres_store")
        tables = ", ".join(StoreRow.metadata.tables)
        with shared._engine.begin() as connection:
            connection.exec_driver_sql(f"TRUNCATE {tables} RESTART IDENTITY CASCADE")
        yield shared
