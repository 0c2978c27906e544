"""The use cases over a real SQLite store, with a clock that the test sets."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.opening import open_store
from bot.store.sql_store import SqlStore
from tests.application.house import House


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store's file to be copied, quicker than making each anew."""
    path = tmp_path_factory.mktemp("empty") / "guide.db"
    open_store(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def store(tmp_path: Path, empty_sqlite: Path) -> Iterator[SqlStore]:
    shutil.copy(empty_sqlite, tmp_path / "guide.db")
    opened = open_store(f"sqlite:///{tmp_path}/guide.db")
    yield opened
    opened.close()


@pytest.fixture
def house(store: SqlStore) -> House:
    return House(store)
