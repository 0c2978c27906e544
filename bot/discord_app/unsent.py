"""Suggestions shown back to their author and not sent yet: in memory only, few, and gone after UNSENT_MINUTES.

Not stored on purpose: what somebody decided not to send is nobody's business. After a restart the words are still
on the author's screen.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

from bot.application.memory import Memory
from bot.domain.suggestion import Suggestion

MOST_UNSENT = 1_000
"""Held at a time, a kilobyte or two each; the oldest goes first."""
UNSENT_MINUTES = 60
"""How long one is held after it was last shown back, in minutes."""


class Unsent:
    """Holds suggestions between the form and *Send*."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Take a clock that counts seconds."""
        self._held: Memory[str, Suggestion] = Memory(MOST_UNSENT, UNSENT_MINUTES * 60, clock)

    def hold(self, suggestion: Suggestion) -> str:
        """Keep one; returns the key that its buttons carry."""
        key = secrets.token_hex(8)
        self._held.put(key, suggestion)
        return key

    def get(self, key: str) -> Suggestion | None:
        """Look at one; None when it is no longer held."""
        return self._held.get(key)

    def take(self, key: str) -> Suggestion | None:
        """Take one out, so that two presses of *Send* send it once; None when it is no longer held."""
        return self._held.take(key)

    def put_back(self, key: str, suggestion: Suggestion) -> None:
        """Hold one again that could not be sent."""
        self._held.put(key, suggestion)

    def of(self, user_id: int | None) -> list[Suggestion]:
        """This person's, the oldest first."""
        return [suggestion for suggestion in self._held.values() if suggestion.author_id == user_id]

    def forget_of(self, user_id: int | None) -> int:
        """Drop this person's; returns how many there were."""
        return self._held.forget_where(lambda suggestion: suggestion.author_id == user_id)

    def tidy(self) -> None:
        """Drop those whose time is over."""
        self._held.tidy()
