"""Which channels are guide channels, remembered briefly so that ordinary talk costs no look into the store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.application.memory import Memory
from bot.application.server_care import ServerCare
from bot.domain.movie import ServerId

FRESH_SECONDS = 30.0
"""How long a server's channels are taken as known. A change made here counts at once, one made elsewhere by then."""
MOST_SERVERS = 5_000


class GuideChannels:
    """Answers whether a channel is a guide channel."""

    def __init__(self, care: ServerCare, clock: Callable[[], float]) -> None:
        self._care = care
        self._known: Memory[int, frozenset[int]] = Memory(MOST_SERVERS, FRESH_SECONDS, clock)

    async def holds(self, server_id: int, channel_ids: frozenset[int]) -> bool:
        """Whether any of these (a thread and the channel it hangs in) is a guide channel of the server."""
        known = self._known.get(server_id)
        if known is None:
            settings = await asyncio.to_thread(self._care.settings, ServerId(server_id))
            known = settings.guide_channel_ids
            self._known.put(server_id, known)
        return bool(known & channel_ids)

    def remember(self, server_id: int, channel_ids: frozenset[int]) -> None:
        """Take over what was just set."""
        self._known.put(server_id, channel_ids)
