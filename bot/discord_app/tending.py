"""What the bot does by itself: notices servers it came to or left, forgets those left long ago, sends digests.

Every chore runs in the error boundary on its own, so that one that fails keeps none of the others, nor the next
hour's, from being done.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog

from bot.discord_app.boundary import say_to_nobody
from bot.discord_app.digest import send_digest
from bot.domain.movie import ServerId

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

log = structlog.get_logger(__name__)

FIRST_WAKE_SECONDS = 60.0
"""After the start; by then Discord has told which servers there are."""
WAKE_SECONDS = 3_600.0


class Tending:
    """The chores of one bot."""

    def __init__(self, bot: GuideBot) -> None:
        self._bot = bot
        self._care = bot.desk.use_cases.care

    async def run(self) -> None:
        """Do the chores every hour until cancelled."""
        await asyncio.sleep(FIRST_WAKE_SECONDS)
        while True:
            await self.wake()
            await asyncio.sleep(WAKE_SECONDS)

    async def wake(self) -> None:
        """Do the chores once."""
        if not self._bot.is_ready() or self._bot.closing:
            return
        present = [ServerId(guild.id) for guild in self._bot.guilds]
        async with self._bot.desk.boundary.around("servers left", say_to_nobody, server_id=None):
            await asyncio.to_thread(self._care.notice_present, present)
            for server_id in await asyncio.to_thread(self._care.purge_departed):
                log.info("data of a server removed", server_id=server_id)
        for server_id in present:
            async with self._bot.desk.boundary.around("digest", say_to_nobody, server_id=server_id):
                await send_digest(self._bot, server_id)

    async def left(self, server_id: int) -> None:
        """Note that the bot was removed from a server."""
        async with self._bot.desk.boundary.around("server left", say_to_nobody, server_id=server_id):
            await asyncio.to_thread(self._care.left, ServerId(server_id))
            log.info("server left", server_id=server_id)

    async def joined(self, server_id: int) -> None:
        """Note that the bot is in a server (again)."""
        async with self._bot.desk.boundary.around("server joined", say_to_nobody, server_id=server_id):
            await asyncio.to_thread(self._care.returned, ServerId(server_id))
            log.info("server joined", server_id=server_id)
