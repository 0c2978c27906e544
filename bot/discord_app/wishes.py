"""Who wished for which movie, in memory only, so that nobody counts twice: who wants what is never stored."""

from __future__ import annotations

from collections import OrderedDict

MOST_WISHES = 50_000
"""Wishes remembered at a time, some hundred bytes each; the oldest is forgotten first."""


class Wishes:
    """The wishes made since the start. Used on the event loop only."""

    def __init__(self) -> None:
        self._made: OrderedDict[tuple[int, int, str], None] = OrderedDict()

    def make(self, server_id: int, user_id: int, movie: str) -> bool:
        """Note a wish; False when this person made it before. `movie`: its id or title, as text."""
        wish = (server_id, user_id, movie)
        if wish in self._made:
            return False
        self._made[wish] = None
        if len(self._made) > MOST_WISHES:
            self._made.popitem(last=False)
        return True

    def take_back(self, server_id: int, user_id: int, movie: str) -> None:
        """Forget a wish that could not be counted."""
        self._made.pop((server_id, user_id, movie), None)
