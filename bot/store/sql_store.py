"""The store as the use cases see it: units of work over one database."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from bot.store.audit import SqlAudit, SqlBlocks
from bot.store.community import SqlCommunity
from bot.store.demand import SqlDemand
from bot.store.departures import SqlDepartures
from bot.store.drafts import SqlDrafts
from bot.store.movies import SqlMovies
from bot.store.people import SqlPeople
from bot.store.reviews import SqlReviews
from bot.store.server_settings import SqlServerSettings
from bot.store.stories import SqlStories
from bot.store.suggestions import SqlSuggestions
from bot.store.transaction import Transaction


class SqlUnitOfWork:
    """Implements bot.application.ports.UnitOfWork: one transaction, rolled back unless committed."""

    def __init__(self, transaction: Transaction) -> None:
        """Join the repositories to one transaction."""
        self._transaction = transaction
        self.movies = SqlMovies(transaction)
        self.reviews = SqlReviews(transaction)
        self.stories = SqlStories(transaction)
        self.server_settings = SqlServerSettings(transaction)
        self.drafts = SqlDrafts(transaction)
        self.suggestions = SqlSuggestions(transaction)
        self.community = SqlCommunity(transaction)
        self.demand = SqlDemand(transaction)
        self.audit = SqlAudit(transaction)
        self.blocks = SqlBlocks(transaction)
        self.departures = SqlDepartures(transaction)
        self.people = SqlPeople(transaction)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Roll back whatever was not committed."""
        self._transaction.close()

    def lock(self, patience_seconds: float | None = None) -> None:
        """Become the store's only writer until commit or the block's end; raises StoreUnavailableError."""
        if patience_seconds is None:
            self._transaction.lock()
        else:
            self._transaction.lock(patience_seconds)

    def commit(self) -> None:
        """Make it all last; raises StoreError."""
        self._transaction.commit()


class SqlStore:
    """Implements bot.application.ports.Store. Made by `opening.open_store`."""

    def __init__(self, engine: Engine) -> None:
        """Use a database whose schema is up to date."""
        self._engine = engine

    def begin(self) -> SqlUnitOfWork:
        """Start a unit of work with a connection of its own; raises StoreUnavailableError."""
        return SqlUnitOfWork(Transaction(self._engine))

    def close(self) -> None:
        """Give all connections back to the system."""
        self._engine.dispose()
