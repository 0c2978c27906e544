"""A token bucket per person, so that nobody can keep the guide from answering the others."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from bot.application.memory import Memory

BURST = 8
"""Questions one person may ask at once: a lively family at the sofa stays under it."""
REFILL_SECONDS = 3.0
"""Seconds until one more is allowed; about as fast as an answer can be read."""
SERVER_BURST = 40
SERVER_REFILL_SECONDS = 0.25
"""The same for a server as a whole: a busy evening of a large one fits, and what it uses up at its worst is a small
part of the 50 requests a second that Discord allows a bot."""
MOST_PEOPLE = 10_000
"""People remembered at a time; the one heard longest ago is forgotten first."""


class Pace(enum.Enum):
    """What to do with a person's next question."""

    GO = "go"
    SAY_SLOW_DOWN = "say_slow_down"
    """Too fast, and not told so since they were last answered."""
    STAY_SILENT = "stay_silent"
    """Too fast, and told so already."""


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled_at: float
    told: bool = False


class RateGuard:
    """Tells for each person, or each server, whether the next question comes too fast."""

    def __init__(self, clock: Callable[[], float], burst: int = BURST, refill_seconds: float = REFILL_SECONDS) -> None:
        """Take a clock that counts seconds and never runs backwards."""
        self._clock = clock
        self._burst = burst
        self._refill_seconds = refill_seconds
        # Left alone for so long, a bucket is full again: as good as none.
        self._buckets: Memory[int, _Bucket] = Memory(MOST_PEOPLE, burst * refill_seconds, lambda: self._clock())

    def spend(self, user_id: int) -> Pace:
        """Count one question of this person (or server)."""
        now = self._clock()
        bucket = self._buckets.get(user_id) or _Bucket(self._burst, now)
        self._buckets.put(user_id, bucket)
        bucket.tokens = min(self._burst, bucket.tokens + (now - bucket.filled_at) / self._refill_seconds)
        bucket.filled_at = now
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            bucket.told = False
            return Pace.GO
        if bucket.told:
            return Pace.STAY_SILENT
        bucket.told = True
        return Pace.SAY_SLOW_DOWN

    def tidy(self) -> None:
        """Forget who was not heard for so long that they may ask freely again."""
        self._buckets.tidy()
