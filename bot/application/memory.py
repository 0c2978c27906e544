"""What is remembered for a while, in memory only: each value for so long, and so many at most.

Everything that this process remembers of people between two messages is kept in one of these, so that "15 minutes" and
"the last thousand" are true in one place. Nothing here is ever written anywhere.
"""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Memory(Generic[Key, Value]):
    """A mapping that forgets: a value `seconds` after it was put, the one put longest ago where there are too many.

    Looking at a value does not prolong its stay. Any thread may call it.
    """

    def __init__(self, most: int, seconds: float = math.inf, clock: Callable[[], float] = time.monotonic) -> None:
        """`most`: values held at a time, 1 or more. `clock`: counts seconds.

        Where the clock is set back, what then seems to be put in the future is forgotten, rather than kept for longer.
        """
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._held: OrderedDict[Key, tuple[float, Value]] = OrderedDict()

    def get(self, key: Key) -> Value | None:
        """Look at a value; None when there is none or its time is over."""
        now = self._clock()
        with self._lock:
            found = self._held.get(key)
            if found is None:
                return None
            if self._is_over(found, now):
                del self._held[key]
                return None
            return found[1]

    def put(self, key: Key, value: Value) -> None:
        """Remember a value from now on, in place of the one that was there."""
        now = self._clock()
        with self._lock:
            self._held[key] = (now, value)
            self._held.move_to_end(key)
            while len(self._held) > self._most or self._is_over(next(iter(self._held.values())), now):
                self._held.popitem(last=False)

    def take(self, key: Key) -> Value | None:
        """Look at a value and forget it; None when there is none or its time is over."""
        now = self._clock()
        with self._lock:
            found = self._held.pop(key, None)
            return None if found is None or self._is_over(found, now) else found[1]

    def tidy(self) -> None:
        """Forget all whose time is over; to be called now and then, for a memory that nobody uses for long."""
        now = self._clock()
        with self._lock:
            for key in [key for key, held in self._held.items() if self._is_over(held, now)]:
                del self._held[key]

    def values(self) -> list[Value]:
        """Return all values whose time is not over, the one put longest ago first."""
        self.tidy()
        with self._lock:
            return [value for _, value in self._held.values()]

    def forget_where(self, unwanted: Callable[[Value], bool]) -> int:
        """Forget all values that this is true of; return how many."""
        self.tidy()
        with self._lock:
            keys = [key for key, (_, value) in self._held.items() if unwanted(value)]
            for key in keys:
                del self._held[key]
        return len(keys)

    def __len__(self) -> int:
        """How many values are held, those included that nobody has tidied up yet."""
        with self._lock:
            return len(self._held)

    def _is_over(self, held: tuple[float, Value], now: float) -> bool:
        return not 0 <= now - held[0] <= self._seconds
