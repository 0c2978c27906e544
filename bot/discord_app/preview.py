"""The same bot in a browser page on this machine, without an account: a simulated Discord stands in for the real one.

simcord is an optional extra, so it is imported only when a preview is started.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable

import discord

from bot.discord_app.client import GuideBot
from bot.discord_app.ports import DiscordSettings, UseCases
from bot.discord_app.running import stop_on_signals
from bot.domain.actor import Actor, DiscordUserId
from bot.domain.errors import RefusedError
from bot.domain.movie import ServerId

SERVER_ID = 1_000_000_000_000_000_000
"""The simulated server's id, the same every time: what moderators set in a preview is there in the next one."""
FIRST_QUESTION = "is Interview ok for my teen"
SETTLE_SECONDS = 30.0
"""How long the page waits for one answer."""

NEEDS_EXTRA = "The preview needs an extra. Install it with: pip install 'parent-guide[preview]'"


def say(sentence: str) -> None:
    """Write a sentence for the one who started the preview."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


async def run_preview(use_cases: UseCases, port: int = 0, announce: Callable[[str], None] = say) -> None:
    """Serve the page until SIGINT or SIGTERM. Port 0 picks a free one; `announce` gets the page's address.

    Raises RefusedError when the extra is missing or the port is taken.
    """
    try:
        import simcord
    except ImportError as error:
        raise RefusedError(NEEDS_EXTRA) from error

    bot = GuideBot(use_cases, DiscordSettings(token="", shard_count=1, tends_servers=False))
    stop = asyncio.Event()
    with stop_on_signals(stop):
        async with simcord.run(bot, settle_timeout=SETTLE_SECONDS) as env:
            assert bot.user is not None
            await bot.user.edit(username="Parent Guide")
            server = env.create_guild("Family movie night", id=SERVER_ID)
            keeper = server.create_role("Moderator", permissions=discord.Permissions(manage_guild=True))
            channel = server.create_text_channel("movie-questions", topic="Ask the guide: no mention needed here")
            parent = server.add_member(env.create_user("parent", global_name="Parent"))
            moderator = server.add_member(env.create_user("moderator", global_name="Moderator"), roles=[keeper])
            member = server.add_member(env.create_user("member", global_name="Member"))
            actor = Actor(DiscordUserId(moderator.id), ServerId(server.id), manages_server=True)
            await asyncio.to_thread(use_cases.care.set_guide_channel, actor, channel.id, True)
            await parent.send(channel, FIRST_QUESTION)
            try:
                page = env.preview(channel, viewers=[parent, moderator, member], layout="channel", port=port or None)
                async with page:
                    announce(f"The guide is at {page.url}")
                    announce("Switch between parent, moderator and member on the page; Ctrl-C ends it.")
                    await stop.wait()
            except simcord.SetupError as error:
                # It tells a port that is taken and libraries that are missing by the same class.
                if isinstance(error.__cause__, OSError):
                    raise RefusedError(f"Port {port} cannot be used; choose another with --port.") from error
                raise RefusedError(NEEDS_EXTRA) from error
