"""The index of what reviews tell, kept in step with the store as the titles are (bot.application.titles).

It is made only when a message tells a movie by its story, so that nothing else waits for it: half a second for the
starter library's reviews, half a minute for 36,000, whose index (50 MB) is then saved beside that of the titles.
"""

from __future__ import annotations

import threading
from pathlib import Path

from bot.application.memory import Memory
from bot.application.ports import UnitOfWork
from bot.domain.movie import ServerId
from bot.matching.stories import StoryIndex

SAVE_FROM_REVIEWS = 2_000
"""An index of fewer reviews is built within a second or two."""
MOST_SERVER_INDEXES = 64
"""Overlays kept at once; one holds the texts of a server's own reviews, some 5 kB each."""


class Stories:
    """Hands out the index for the shared library or for one server. Any thread may call it."""

    def __init__(self, saved_at: Path | None = None) -> None:
        """`saved_at`: the file in which a large shared index is kept between starts; None keeps none."""
        self._saved_at = saved_at
        self._lock = threading.Lock()
        self._shared: StoryIndex | None = None
        self._shared_version = -1
        self._overlays: Memory[ServerId, tuple[int, int, StoryIndex]] = Memory(MOST_SERVER_INDEXES)

    def index(self, work: UnitOfWork, server_id: ServerId | None = None) -> StoryIndex:
        """The index over all reviews that this server (None: the shared library alone) sees, its own first."""
        with self._lock:
            shared = self._refresh_shared(work)
            version = 0 if server_id is None else work.stories.version(server_id)
            if server_id is None or version == 0:
                return shared
            held = self._overlays.get(server_id)
            if held is None or held[:2] != (self._shared_version, version):
                held = (self._shared_version, version, shared.with_changes(work.stories.entries(server_id)))
            self._overlays.put(server_id, held)
            return held[2]

    def _refresh_shared(self, work: UnitOfWork) -> StoryIndex:
        version = work.stories.version()
        if self._shared is not None and version == self._shared_version:
            return self._shared
        index = self._changed(work) if self._shared is not None else self._loaded(work)
        if index is None:
            # Taken before the reviews are read: a write in between must make the saved index look old, not new.
            fingerprint = work.stories.fingerprint()
            index = StoryIndex.build(work.stories.entries())
            if self._saved_at is not None and len(index) >= SAVE_FROM_REVIEWS:
                index.save(self._saved_at, fingerprint)
        self._shared, self._shared_version = index, version
        return index

    def _loaded(self, work: UnitOfWork) -> StoryIndex | None:
        """The index saved by an earlier start; None when there is none or the store has moved on."""
        return None if self._saved_at is None else StoryIndex.load(self._saved_at, work.stories.fingerprint())

    def _changed(self, work: UnitOfWork) -> StoryIndex | None:
        """The present index with what changed since; None when rebuilding is better."""
        assert self._shared is not None
        changes = work.stories.changes(self._shared_version)
        if changes is None:
            return None
        return self._shared.with_changes(work.stories.entries_of(changes.changed), changes.changed)
