"""The use cases over a real SQLite store, with a clock that the test sets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.opening import open_store
from bot.store.sql_store import SqlStore
from tests.application.house import House


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = open_store(f"sqlite:///{tmp_path}/guide.db")
    yield opened
    opened.close()


@pytest.fixture
def house(store: SqlStore) -> House:
    return House(store)
