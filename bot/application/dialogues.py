"""The dialogue contexts of the conversations going on now: in memory, bounded, gone after DIALOGUE_MINUTES.

They hold what was asked about children, so they are never written anywhere and never shared between speakers.
"""

from __future__ import annotations

from bot.application.memory import Memory
from bot.application.ports import Clock
from bot.understanding.dialogue import DIALOGUE_MINUTES, DialogueContext

MOST_CONVERSATIONS = 10_000
"""Conversations remembered at once (a few hundred bytes each); past that the one quiet for longest goes first."""


class Dialogues:
    """Remembers each speaker's dialogue context for a short while. Any thread may call it."""

    def __init__(self, clock: Clock, *, most: int = MOST_CONVERSATIONS) -> None:
        self._contexts: Memory[str, DialogueContext] = Memory(
            most, DIALOGUE_MINUTES * 60, lambda: clock.now().timestamp()
        )

    def get(self, conversation: str) -> DialogueContext | None:
        """The context of this conversation; None when there is none or its last turn is too long ago."""
        return self._contexts.get(conversation)

    def put(self, conversation: str, context: DialogueContext) -> None:
        """Remember the context after a turn."""
        self._contexts.put(conversation, context)

    def forget(self, conversation: str) -> None:
        """Drop a conversation at once."""
        self._contexts.take(conversation)

    def tidy(self) -> None:
        """Let go of the conversations that are over."""
        self._contexts.tidy()

    def __len__(self) -> int:
        """How many conversations are held."""
        return len(self._contexts)
