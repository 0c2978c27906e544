"""The title index that recognition reads, kept in step with the store.

One immutable index holds the shared catalogue; a server with movies of its own gets a thin overlay on it. Before
each use the store's version number is compared (one cheap query), so a change made by any process is seen by the
next question: few changes are applied to the index, many rebuild it.
"""

from __future__ import annotations

import threading
from pathlib import Path

from bot.application.memory import Memory
from bot.application.ports import UnitOfWork
from bot.application.stories import Stories
from bot.domain.movie import ServerId
from bot.matching.titles import TitleIndex

SAVE_FROM_TITLES = 5_000
"""An index of fewer titles is built in less time than a saved one is worth keeping for."""
MOST_SERVER_INDEXES = 256
"""Overlays kept at once; one is a few kilobytes and is made again in a millisecond."""


class Titles:
    """Hands out the title index for the shared library or for one server. Any thread may call it."""

    def __init__(self, saved_at: Path | None = None) -> None:
        """`saved_at`: the file in which a large shared index is kept between starts; None keeps none."""
        self._saved_at = saved_at
        self.stories = Stories(None if saved_at is None else saved_at.with_name(f"stories-{saved_at.name}"))
        """What the reviews of the same movies tell."""
        self._lock = threading.Lock()
        self._shared: TitleIndex | None = None
        self._shared_version = -1
        self._overlays: Memory[ServerId, tuple[int, int, TitleIndex]] = Memory(MOST_SERVER_INDEXES)

    def index(self, work: UnitOfWork, server_id: ServerId | None = None) -> TitleIndex:
        """The index over all movies that this server (None: the shared library alone) may know."""
        with self._lock:
            shared = self._refresh_shared(work)
            if server_id is None:
                return shared
            version = work.movies.titles_version(server_id)
            if version == 0:
                return shared
            held = self._overlays.get(server_id)
            if held is None or held[:2] != (self._shared_version, version):
                held = (self._shared_version, version, shared.with_changes(work.movies.title_entries(server_id)))
            # Put again at each use, so that the one used longest ago goes first.
            self._overlays.put(server_id, held)
            return held[2]

    def _refresh_shared(self, work: UnitOfWork) -> TitleIndex:
        version = work.movies.titles_version()
        if self._shared is not None and version == self._shared_version:
            return self._shared
        index = self._changed(work) if self._shared is not None else self._loaded(work)
        if index is None:
            # Taken before the titles are read: a write in between must make the saved index look old, not new.
            fingerprint = work.movies.titles_fingerprint()
            index = TitleIndex.build(work.movies.title_entries())
            if self._saved_at is not None and len(index) >= SAVE_FROM_TITLES:
                index.save(self._saved_at, fingerprint)
        self._shared, self._shared_version = index, version
        return index

    def _loaded(self, work: UnitOfWork) -> TitleIndex | None:
        """The index saved by an earlier start; None when there is none or the store has moved on."""
        if self._saved_at is None:
            return None
        return TitleIndex.load(self._saved_at, work.movies.titles_fingerprint())

    def _changed(self, work: UnitOfWork) -> TitleIndex | None:
        """The present index with what changed since; None when rebuilding is better."""
        assert self._shared is not None
        changes = work.movies.title_changes(self._shared_version)
        if changes is None:
            return None
        return self._shared.with_changes(work.movies.title_entries_of(changes.put), changes.removed)
