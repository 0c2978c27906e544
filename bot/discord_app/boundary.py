"""The one error boundary of the Discord face: commands, views, dynamic items, modals and the listener run inside it.

A refusal's sentence is shown. Everything else is logged under a short reference and the person sees one sentence
with it; a lost connection takes one line of the log, a fault of ours the places it came through. An exception's own
text is neither shown nor logged: it may quote what a parent wrote (`bot.domain.error_text`).
The boundary also knows what is still running, so that a shutdown can wait for it.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import discord
import structlog

from bot.discord_app import labels
from bot.domain.error_text import in_full, in_short
from bot.domain.errors import RefusedError

log = structlog.get_logger(__name__)

Tell = Callable[[str], Awaitable[None]]
"""Says one sentence to the person, in whatever way is still open."""


async def say_to_nobody(_sentence: str) -> None:
    """Where nobody waits for a sentence, or there is no room for one; the log has it."""


CONNECTION_LOST = (aiohttp.ClientError, ConnectionError, TimeoutError)
"""What a request raises when the network fails."""
NOT_DELIVERED = (discord.HTTPException, *CONNECTION_LOST)
"""What a request raises when Discord did not do as asked: it refused, failed, or was not reached."""
_NOT_OURS = frozenset({10003, 10008, 10062, 40060})
"""Discord's codes for: channel gone, message gone, interaction gone, interaction answered already."""


class Boundary:
    """Runs handlers, and turns whatever they raise into one sentence and one log line."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[object]] = set()

    @asynccontextmanager
    async def around(self, doing: str, tell: Tell, *, server_id: int | None) -> AsyncIterator[None]:
        """Run the block as one handler. `doing` names it in the log."""
        task = asyncio.current_task()
        if task is not None:
            self._running.add(task)
        try:
            yield
        except RefusedError as refusal:
            log.info("refused", doing=doing, server_id=server_id, kind=type(refusal).__name__)
            await _tell(tell, str(refusal), doing)
        except Exception as error:  # noqa: BLE001 - the boundary
            await self._failed(error, doing, tell, server_id)
        finally:
            if task is not None:
                self._running.discard(task)

    async def _failed(self, error: Exception, doing: str, tell: Tell, server_id: int | None) -> None:
        if isinstance(error, discord.HTTPException) and (
            error.code in _NOT_OURS or isinstance(error, discord.Forbidden)
        ):
            log.warning("could not answer", doing=doing, server_id=server_id, status=error.status, code=error.code)
            return
        reference = secrets.token_hex(3)
        if isinstance(error, (discord.DiscordServerError, *CONNECTION_LOST)):
            log.warning("lost", doing=doing, server_id=server_id, reference=reference, error=in_short(error))
        else:
            log.error("failed", doing=doing, server_id=server_id, reference=reference, error=in_full(error))
        await _tell(tell, labels.FAILED.format(reference=reference), doing)

    async def drain(self, timeout_seconds: float) -> int:
        """Wait for running handlers; return how many were still running at the end of the time."""
        waiting = self._running - {asyncio.current_task()}
        if not waiting:
            return 0
        _done, late = await asyncio.wait(waiting, timeout=timeout_seconds)
        return len(late)


async def _tell(tell: Tell, sentence: str, doing: str) -> None:
    try:
        await tell(sentence)
    except Exception as error:  # noqa: BLE001 - nothing is left to do but to note it
        log.warning("could not tell", doing=doing, error=in_short(error))
