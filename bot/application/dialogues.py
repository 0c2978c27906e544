"""The dialogue contexts of the conversations going on now: in memory, bounded, gone after DIALOGUE_MINUTES.

They hold what was asked about children, so they are never written anywhere and never shared between speakers.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import datetime, timedelta

from bot.application.ports import Clock
from bot.understanding.dialogue import DIALOGUE_MINUTES, DialogueContext

MOST_CONVERSATIONS = 10_000
"""Conversations remembered at once (a few hundred bytes each); past that the one quiet for longest goes first."""


class Dialogues:
    """Remembers each speaker's dialogue context for a short while. Any thread may call it."""

    def __init__(self, clock: Clock, *, most: int = MOST_CONVERSATIONS) -> None:
        self._clock = clock
        self._most = most
        self._lock = threading.Lock()
        self._contexts: OrderedDict[str, tuple[datetime, DialogueContext]] = OrderedDict()

    def get(self, conversation: str) -> DialogueContext | None:
        """The context of this conversation; None when there is none or its last turn is too long ago."""
        with self._lock:
            found = self._contexts.get(conversation)
            if found is None:
                return None
            last_turn, context = found
            if self._clock.now() - last_turn > timedelta(minutes=DIALOGUE_MINUTES):
                del self._contexts[conversation]
                return None
            return context

    def put(self, conversation: str, context: DialogueContext) -> None:
        """Remember the context after a turn, and let go of those that are over."""
        now = self._clock.now()
        over = now - timedelta(minutes=DIALOGUE_MINUTES)
        with self._lock:
            self._contexts[conversation] = (now, context)
            self._contexts.move_to_end(conversation)
            while self._contexts:
                oldest = next(iter(self._contexts))
                if len(self._contexts) <= self._most and self._contexts[oldest][0] >= over:
                    break
                del self._contexts[oldest]

    def forget(self, conversation: str) -> None:
        """Drop a conversation at once."""
        with self._lock:
            self._contexts.pop(conversation, None)

    def __len__(self) -> int:
        """How many conversations are held."""
        with self._lock:
            return len(self._contexts)
