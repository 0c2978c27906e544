"""One transaction on one connection: the only place that talks to the database while the guide runs.

Driver errors become ours here, so nothing above knows a driver. A transaction that only reads takes no lock. The
first write takes the store's one writing lock and keeps it to the end: then whatever is read for a write is
still true when it is written, the title log's versions become visible in their order, and two processes wait
for each other instead of failing. Writes of this guide are few and short, imports aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Executable, insert, text
from sqlalchemy.exc import (
    DBAPIError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    SQLAlchemyError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot.domain.errors import ConflictError, StoreError, StoreUnavailableError
from bot.store.rows import StoreRow

WRITE_PATIENCE_SECONDS = 60
"""How long a writer waits for another: longer than the longest import holds the lock."""
ADVISORY_LOCK = 0x7061_7267
"""PostgreSQL's number for our writing lock ("parg"); any other would do that nobody else in the database uses."""
LIST_LENGTH = 500
"""Most values in one IN list; old SQLite versions allow 999 parameters in a statement."""

SQLITE = "sqlite"

T = TypeVar("T")


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """Split what may be endless into lists that fit into one statement."""
    rest = iter(values)
    while chunk := list(islice(rest, LIST_LENGTH)):
        yield chunk


@contextmanager
def driver_errors_as_ours() -> Iterator[None]:
    """Turn what SQLAlchemy and the drivers raise into StoreError, StoreUnavailableError or ConflictError."""
    try:
        yield
    except IntegrityError as error:
        raise ConflictError("Somebody else changed the same thing at the same moment; try again.") from error
    except (OperationalError, InterfaceError, PoolTimeoutError) as error:
        raise StoreUnavailableError(f"The store cannot be reached or is busy: {reason(error)}") from error
    except (SQLAlchemyError, UnicodeError, OverflowError) as error:
        raise StoreError(f"The store could not do its work: {reason(error)}") from error


def reason(error: BaseException) -> str:
    """Return the driver's own first line, without statement and parameters (those may hold what a person wrote)."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    if isinstance(cause, UnicodeError):
        return "a text cannot be written as UTF-8"
    return (str(cause).strip().splitlines() or [type(cause).__name__])[0]


def take_writing_lock(connection: Connection, patience_seconds: float = WRITE_PATIENCE_SECONDS) -> None:
    """Wait for the store's writing lock and take it to the end of the transaction; raises driver errors."""
    patience_ms = int(patience_seconds * 1_000)
    if connection.dialect.name == SQLITE:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {patience_ms}")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        finally:
            # The connection goes back to the pool; whoever takes it next waits as long as anybody.
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {WRITE_PATIENCE_SECONDS * 1_000}")
    else:
        connection.execute(text(f"SET LOCAL lock_timeout = '{patience_ms}ms'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": ADVISORY_LOCK})


class Transaction:
    """A connection of its own with at most one open transaction. One thread at a time may use it."""

    def __init__(self, engine: Engine) -> None:
        """Take a connection; raises StoreUnavailableError."""
        with driver_errors_as_ours():
            self._connection = engine.connect()
        self._writing = False

    def rows(self, statement: Executable, parameters: dict[str, Any] | None = None) -> Sequence[Any]:
        """Run a query and return all its rows; raises StoreError."""
        with driver_errors_as_ours():
            return self._connection.execute(statement, parameters).all()

    def value(self, statement: Executable, parameters: dict[str, Any] | None = None) -> Any:
        """Run a query and return its first row's first column, None without a row; raises StoreError."""
        with driver_errors_as_ours():
            return self._connection.execute(statement, parameters).scalar()

    def lock(self, patience_seconds: float = WRITE_PATIENCE_SECONDS) -> None:
        """Become the store's one writer until commit or close; call before reading what a write rests on.

        Raises StoreUnavailableError when another writer does not finish in time.
        """
        if not self._writing:
            with driver_errors_as_ours():
                take_writing_lock(self._connection, patience_seconds)
            self._writing = True

    def write(self, statement: Executable, parameters: Sequence[dict[str, Any]] | None = None) -> None:
        """Run a statement that writes, once for each of the parameters; raises StoreError."""
        if parameters is not None and not parameters:
            return
        self.lock()
        with driver_errors_as_ours():
            self._connection.execute(statement, parameters)

    def change(self, statement: Executable) -> int:
        """Run a statement that updates or deletes; return how many rows it met; raises StoreError."""
        self.lock()
        with driver_errors_as_ours():
            return self._connection.execute(statement).rowcount

    def add(self, row: type[StoreRow], values: dict[str, Any]) -> int:
        """Add a row to a table that numbers its rows; return its number; raises StoreError."""
        self.lock()
        with driver_errors_as_ours():
            key = self._connection.execute(insert(row).values(values)).inserted_primary_key
        assert key is not None
        return int(key[0])

    def commit(self) -> None:
        """Make it all last; raises StoreError."""
        with driver_errors_as_ours():
            self._connection.commit()
        self._writing = False

    def close(self) -> None:
        """Roll back what was not committed and give the connection back; raises StoreError."""
        self._writing = False
        with driver_errors_as_ours():
            self._connection.close()
