"""Sending over a network that fails now and then: once more, soon, and without saying a thing twice.

discord.py sends again by itself when Discord answers 500, 502, 504 or 429. It does not when the connection is lost
or Discord answers 503, and these are the two that an answer is most often lost to.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import aiohttp
import discord

AGAIN_AFTER_SECONDS = 0.3
"""Long enough for a new connection, and short beside the 3 seconds in which an interaction is to be answered."""
UNAVAILABLE = 503
ANSWERED_ALREADY = 40060
"""Discord's code for an interaction that has its first response."""
_ARRIVED = "arrived"
"""Key in an interaction's extras: its first response was lost on the way back only."""

T = TypeVar("T")


async def once_more(send: Callable[[], Awaitable[T]]) -> T:
    """Send, and if the request is lost on its way send it a second time; raises what the second attempt raises.

    Only for what does no harm when it arrives twice: Discord may have acted on the first. A time limit that ran out
    is no reason to try again.
    """
    try:
        return await send()
    except (aiohttp.ClientError, ConnectionError) as error:
        if isinstance(error, TimeoutError):
            raise
    except discord.DiscordServerError as error:
        if error.status != UNAVAILABLE:
            raise
    await asyncio.sleep(AGAIN_AFTER_SECONDS)
    return await send()


async def once(send: Callable[[], Awaitable[object]]) -> None:
    """Send what cannot be sent a second time."""
    await send()


async def respond(interaction: discord.Interaction[Any], send: Callable[[], Awaitable[object]]) -> None:
    """Give an interaction its first response; that the lost request arrived after all is as good."""
    sent = 0

    async def attempt() -> None:
        nonlocal sent
        sent += 1
        try:
            await send()
        except discord.HTTPException as error:
            if sent == 1 or error.code != ANSWERED_ALREADY:
                raise
            interaction.extras[_ARRIVED] = True

    await once_more(attempt)


def is_answered(interaction: discord.Interaction[Any]) -> bool:
    """Whether an interaction has its first response, one that discord.py believes lost included."""
    return interaction.response.is_done() or _ARRIVED in interaction.extras


async def show_form(interaction: discord.Interaction[Any], form: discord.ui.Modal) -> None:
    """Open a form as the first response."""
    await respond(interaction, lambda: interaction.response.send_modal(form))
