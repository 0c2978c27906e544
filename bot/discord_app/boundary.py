"""The one error boundary of the Discord face: commands, views, dynamic items, modals and the listener run inside it.

A refusal's sentence is shown. Everything else is logged under a short reference and the person sees one sentence
with it. An exception's own text is never shown and mostly not logged either: it may quote what a parent wrote.
The boundary also knows what is still running, so that a shutdown can wait for it.
"""

from __future__ import annotations

import asyncio
import secrets
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import discord
import structlog

from bot.discord_app import labels
from bot.domain.errors import RefusedError, StoreError

log = structlog.get_logger(__name__)

Tell = Callable[[str], Awaitable[None]]
"""Says one sentence to the person, in whatever way is still open."""

_TEXT_IS_SAFE = (discord.HTTPException, OSError, StoreError)
"""Exceptions whose text speaks of the machinery, not of what somebody wrote."""
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
        log.error("failed", doing=doing, server_id=server_id, reference=reference, error=describe(error))
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
    except discord.HTTPException as error:
        log.warning("could not tell", doing=doing, status=error.status, code=error.code)


def describe(error: BaseException) -> str:
    """The traceback of an exception and its causes, without texts that may quote a person."""
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        text = f": {current}" if isinstance(current, _TEXT_IS_SAFE) else ""
        frames = "".join(traceback.format_tb(current.__traceback__))
        parts.append(f"{frames}{type(current).__module__}.{type(current).__qualname__}{text}")
        current = current.__cause__ or current.__context__
    return "\ncaused by\n".join(parts)
