"""Who wished for which movie, in memory only, so that nobody counts twice: who wants what is never stored.

Not even here can it be read: a wish is remembered as a code made with a key that this process alone has.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from hashlib import blake2b

from bot.application.memory import Memory

MOST_WISHES = 50_000
"""Wishes remembered at a time, some hundred bytes each; the oldest is forgotten first."""
WISH_DAYS = 7
"""How long a wish is remembered, in days."""


class Wishes:
    """The wishes made lately. Used on the event loop only."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Take a clock that counts seconds."""
        self._key = secrets.token_bytes(16)
        self._made: Memory[bytes, bool] = Memory(MOST_WISHES, WISH_DAYS * 86_400, clock)

    def make(self, server_id: int, user_id: int, movie: str) -> bool:
        """Note a wish; False when this person made it before. `movie`: its id or title, as text."""
        code = self._code(server_id, user_id, movie)
        if self._made.get(code):
            return False
        self._made.put(code, True)
        return True

    def take_back(self, server_id: int, user_id: int, movie: str) -> None:
        """Forget a wish that could not be counted."""
        self._made.take(self._code(server_id, user_id, movie))

    def tidy(self) -> None:
        """Forget those whose time is over."""
        self._made.tidy()

    def _code(self, server_id: int, user_id: int, movie: str) -> bytes:
        return blake2b(f"{server_id} {user_id} {movie}".encode(), key=self._key, digest_size=16).digest()
