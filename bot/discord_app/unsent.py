"""Suggestions shown back to their author and not sent yet: in memory only, few, and gone when sent or left alone.

Not stored on purpose: what somebody decided not to send is nobody's business. After a restart the words are still
on the author's screen.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict

from bot.domain.suggestion import Suggestion

MOST_UNSENT = 1_000
"""Held at a time, a kilobyte or two each; the oldest goes first."""


class Unsent:
    """Holds suggestions between the form and *Send*. Used on the event loop only."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Suggestion] = OrderedDict()

    def hold(self, suggestion: Suggestion) -> str:
        """Keep one; returns the key that its buttons carry."""
        key = secrets.token_hex(8)
        self._held[key] = suggestion
        if len(self._held) > MOST_UNSENT:
            self._held.popitem(last=False)
        return key

    def get(self, key: str) -> Suggestion | None:
        """Look at one; None when it is no longer held."""
        return self._held.get(key)

    def take(self, key: str) -> Suggestion | None:
        """Take one out, so that two presses of *Send* send it once; None when it is no longer held."""
        return self._held.pop(key, None)

    def put_back(self, key: str, suggestion: Suggestion) -> None:
        """Hold one again that could not be sent."""
        self._held[key] = suggestion
