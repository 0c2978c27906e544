"""Running the bot until it is told to stop: signing in, waiting for the network, the missing intent, a clean end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Iterator
from dataclasses import replace

import aiohttp
import discord
import structlog

from bot.discord_app.client import GuideBot
from bot.discord_app.ports import DiscordSettings, UseCases
from bot.domain.error_text import in_short
from bot.domain.errors import RefusedError

log = structlog.get_logger(__name__)

DRAIN_SECONDS = 10.0
"""How long running answers may take to finish at a stop; service managers allow 10 to 90 seconds by default."""
FIRST_WAIT_SECONDS = 5.0
LONGEST_WAIT_SECONDS = 60.0
"""Between attempts to sign in while Discord cannot be reached, doubling from the first to the longest."""

NOTHING_TO_SIGN_IN_WITH = (
    "There is no Discord token. Put DISCORD_TOKEN=… into .env (Discord developer portal, your application, Bot, "
    "Reset Token), or try `parent-guide preview`, which needs none."
)
SIGN_IN_REFUSED = (
    "Discord does not accept the token. Copy it again from the developer portal (your application, Bot, Reset Token) "
    "to DISCORD_TOKEN in .env."
)


async def run_bot(use_cases: UseCases, settings: DiscordSettings) -> None:
    """Run until SIGINT or SIGTERM; raises RefusedError with one clear sentence when there is no usable token."""
    if not settings.token.strip():
        raise RefusedError(NOTHING_TO_SIGN_IN_WITH)
    # At DEBUG discord.py writes whole events, messages included.
    logging.getLogger("discord").setLevel(max(logging.INFO, logging.getLogger("discord").getEffectiveLevel()))
    stop = asyncio.Event()
    with stop_on_signals(stop):
        try:
            await _run_until(stop, GuideBot(use_cases, settings))
        except discord.PrivilegedIntentsRequired:
            log.info("Discord refused the message content intent, starting again without it")
            await _run_until(stop, GuideBot(use_cases, replace(settings, message_content=False)))


@contextlib.contextmanager
def stop_on_signals(stop: asyncio.Event) -> Iterator[None]:
    """Let SIGINT and SIGTERM set the event; where the platform cannot, Ctrl-C cancels the task instead."""
    loop = asyncio.get_running_loop()
    caught: list[signal.Signals] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stop.set)
            caught.append(number)
    try:
        yield
    finally:
        for number in caught:
            loop.remove_signal_handler(number)


async def _run_until(stop: asyncio.Event, bot: GuideBot) -> None:
    """Run one client until the event is set or the connection ends for good."""
    running = asyncio.create_task(_sign_in_and_connect(bot))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((running, stopping), return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            await running
            return
        bot.closing = True
        late = await bot.desk.boundary.drain(DRAIN_SECONDS)
        log.info("stopping", unfinished=late)
    finally:
        stopping.cancel()
        await bot.close()
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError, Exception):
            await running


async def _sign_in_and_connect(bot: GuideBot) -> None:
    wait_seconds = FIRST_WAIT_SECONDS
    while True:
        try:
            await bot.login(bot.settings.token)
            break
        except discord.LoginFailure as error:
            raise RefusedError(SIGN_IN_REFUSED) from error
        except (aiohttp.ClientError, OSError, discord.DiscordServerError) as error:
            log.warning("Discord cannot be reached", again_in_seconds=wait_seconds, error=in_short(error))
            await asyncio.sleep(wait_seconds)
            wait_seconds = min(wait_seconds * 2, LONGEST_WAIT_SECONDS)
    await bot.connect()
