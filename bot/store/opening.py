"""Opening a store: the address, the connection's settings, and the schema brought up to date.

Alembic is imported only when there is something to migrate: it would cost every start of `ask` 0.2 seconds.
"""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, column, create_engine, event, inspect, select, table
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.domain.errors import StoreUnavailableError
from bot.store.rows import StoreRow
from bot.store.sql_store import SqlStore
from bot.store.transaction import SQLITE, WRITE_PATIENCE_SECONDS, reason, take_writing_lock

MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "parent_guide_schema"
"""Not Alembic's usual name, so that the store can share a PostgreSQL database with another program."""
NEWEST_SCHEMA = "0005"
"""The newest file in migrations/versions; a test holds the two together."""

CONNECT_PATIENCE_SECONDS = 10

_POSTGRESQL = "postgresql+psycopg"

log = logging.getLogger(__name__)


def open_store(address: str) -> SqlStore:
    """Open the store at a database URL, made or migrated as needed.

    `sqlite:///file` and `postgresql+psycopg://…` are understood. Raises StoreUnavailableError with one clear sentence.
    """
    url = _url(address)
    engine = _engine(url)
    shown = url.render_as_string(hide_password=True)
    try:
        with engine.connect() as connection:
            found = _schema_of(connection)
        if found != NEWEST_SCHEMA:
            _migrate(engine, shown)
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        engine.dispose()
        raise StoreUnavailableError(f"The store {shown} cannot be opened: {_plain(error)}.") from error
    except StoreUnavailableError:
        engine.dispose()
        raise
    return SqlStore(engine)


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StoreUnavailableError(
            "The store's address is no database URL; write sqlite:///folder/guide.db "
            "or postgresql+psycopg://user:password@host/database."
        ) from error
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername=_POSTGRESQL)
    if url.drivername not in (SQLITE, _POSTGRESQL):
        raise StoreUnavailableError(
            f"The store cannot be a {url.drivername} database; write sqlite:///folder/guide.db "
            "or postgresql+psycopg://user:password@host/database."
        )
    if url.drivername == SQLITE and url.database in (None, "", ":memory:"):
        raise StoreUnavailableError("The store needs a file to last in; write sqlite:///folder/guide.db.")
    return url


def _engine(url: URL) -> Engine:
    if url.drivername == _POSTGRESQL:
        # Prepared once, a lookup of 500 titles is planned without their values and takes 50 times as long.
        connect_args = {"connect_timeout": CONNECT_PATIENCE_SECONDS, "prepare_threshold": None}
        return create_engine(url, pool_pre_ping=True, connect_args=connect_args)
    assert url.database is not None
    folder = Path(url.database).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailableError(
            f"The folder {folder} for the store cannot be made: {error.strerror or error}."
        ) from error
    engine = create_engine(url, connect_args={"timeout": WRITE_PATIENCE_SECONDS})
    event.listen(engine, "connect", _set_up_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # Python's driver would begin transactions by itself, and not before reads: Transaction begins them.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    # What is deleted is overwritten, so that it cannot be read from the file any more.
    connection.execute("PRAGMA secure_delete = ON")


def _schema_of(connection: Connection) -> str | None:
    """Return the schema's version; None for a database without one."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    version: str | None = connection.execute(select(column("version_num")).select_from(table(VERSION_TABLE))).scalar()
    return version


def _migrate(engine: Engine, shown: str) -> None:
    """Bring the schema up to date in one transaction; the second of two processes that start at once finds it done."""
    # It tells of every step at INFO, already while it is imported; our own line says what was done.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.connect() as connection:
        take_writing_lock(connection)
        found = _schema_of(connection)
        if found == NEWEST_SCHEMA:
            return
        known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
        if found is not None and found not in known:
            raise StoreUnavailableError(
                f"The store {shown} was written by a newer version of the guide (schema {found}; "
                f"this one knows {NEWEST_SCHEMA}); update the guide or name another store."
            )
        if found is None:
            _refuse_foreign_tables(connection, shown)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()
    log.info("Store %s: schema brought from %s to %s.", shown, found or "nothing", NEWEST_SCHEMA)


def _refuse_foreign_tables(connection: Connection, shown: str) -> None:
    """Refuse to build a store inside somebody else's file, or over tables of the same names."""
    tables = set(inspect(connection).get_table_names())
    if connection.dialect.name != SQLITE:
        tables &= set(StoreRow.metadata.tables)
    if tables:
        raise StoreUnavailableError(
            f"The database {shown} holds tables of another program ({min(tables)}); name another store."
        )


def _plain(error: BaseException) -> str:
    """Return what went wrong in the driver's words, without a closing full stop."""
    words = error.strerror or str(error) if isinstance(error, OSError) else reason(error)
    return words.rstrip(".")
