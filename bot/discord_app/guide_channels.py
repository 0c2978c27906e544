"""Which channels are guide channels, remembered briefly so that ordinary talk costs no look into the store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from bot.application.server_care import ServerCare
from bot.domain.movie import ServerId

FRESH_SECONDS = 30.0
"""How long a server's channels are taken as known. A change made here counts at once, one made elsewhere by then."""
MOST_SERVERS = 5_000


@dataclass(frozen=True, slots=True)
class _Known:
    channel_ids: frozenset[int]
    read_at: float


class GuideChannels:
    """Answers whether a channel is a guide channel."""

    def __init__(self, care: ServerCare, clock: Callable[[], float]) -> None:
        self._care = care
        self._clock = clock
        self._known: dict[int, _Known] = {}

    async def holds(self, server_id: int, channel_ids: frozenset[int]) -> bool:
        """Whether any of these (a thread and the channel it hangs in) is a guide channel of the server."""
        known = self._known.get(server_id)
        now = self._clock()
        if known is None or now - known.read_at > FRESH_SECONDS:
            settings = await asyncio.to_thread(self._care.settings, ServerId(server_id))
            if len(self._known) >= MOST_SERVERS:
                self._known.clear()
            known = self._known[server_id] = _Known(settings.guide_channel_ids, now)
        return bool(known.channel_ids & channel_ids)

    def remember(self, server_id: int, channel_ids: frozenset[int]) -> None:
        """Take over what was just set."""
        self._known[server_id] = _Known(channel_ids, self._clock())
