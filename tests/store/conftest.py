"""Stores for the tests: each contract test runs on a real SQLite file and on a real PostgreSQL server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.opening import open_store
from bot.store.sql_store import SqlStore
from tests.postgres import PostgresServer

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    server = PostgresServer()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def migrated_postgres(postgres: PostgresServer) -> str:
    """A database with an empty store in it, to be copied: quicker than migrating for each test."""
    address = postgres.new_database()
    open_store(address).close()
    return address


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
        opened = open_store(f"sqlite:///{tmp_path}/guide.db")
    else:
        like = request.getfixturevalue("migrated_postgres")
        opened = open_store(request.getfixturevalue("postgres").new_database(like))
    yield opened
    opened.close()
