"""Where interactions are answered: one place for the deadline, the pace, the error boundary and the drawing.

Discord wants the first response to an interaction within 3 seconds, once. An answer that is ready sooner is that
response; a slow one is deferred first and follows.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import discord
import structlog

from bot.application.guide import Speaker
from bot.discord_app import labels
from bot.discord_app.actor import speaker_of
from bot.discord_app.boundary import Boundary, Tell
from bot.discord_app.guide_channels import GuideChannels
from bot.discord_app.markdown import plain
from bot.discord_app.ports import UseCases
from bot.discord_app.rate_guard import SERVER_BURST, SERVER_REFILL_SECONDS, Pace, RateGuard
from bot.discord_app.render import render
from bot.discord_app.sending import is_answered, once_more, respond
from bot.discord_app.unsent import Unsent
from bot.discord_app.wishes import Wishes
from bot.saying.reply import Reply

log = structlog.get_logger(__name__)

PATIENCE_SECONDS = 1.5
"""How long an answer may take before the interaction is deferred: half of Discord's 3 seconds."""
LONGEST_CONTENT = 2_000
_TAKEN = "taken"
"""Stands in an interaction's extras once it has a handler."""

Work = Callable[[Speaker], Reply]
"""A use case, bound to everything but the speaker; run in a worker thread."""


class Desk:
    """What commands, views and the listener share."""

    def __init__(self, use_cases: UseCases, clock: Callable[[], float]) -> None:
        self.use_cases = use_cases
        self.guide = use_cases.guide
        self.boundary = Boundary()
        self._pace = RateGuard(clock)
        self._server_pace = RateGuard(clock, SERVER_BURST, SERVER_REFILL_SECONDS)
        self.guide_channels = GuideChannels(use_cases.care, clock)
        self.unsent = Unsent(clock)
        self.wishes = Wishes(clock)

    def tidy(self) -> None:
        """Forget what was remembered for a time that is over, of people who say nothing more."""
        for memory in (self.guide, self.unsent, self.wishes, self._pace, self._server_pace):
            memory.tidy()

    def pace(self, user_id: int, server_id: int | None) -> tuple[Pace, str]:
        """Count a question of this person and their server; with what to say where it comes too fast."""
        pace = self._pace.spend(user_id)
        if pace is not Pace.GO or server_id is None:
            return pace, labels.SLOW_DOWN
        return self._server_pace.spend(server_id), labels.SERVER_BUSY

    @asynccontextmanager
    async def handling(self, interaction: discord.Interaction[Any], doing: str) -> AsyncIterator[None]:
        """Run a block as the handler of an interaction, inside the error boundary."""
        interaction.extras[_TAKEN] = True
        async with self.boundary.around(doing, teller(interaction), server_id=interaction.guild_id):
            yield

    async def answer(
        self,
        interaction: discord.Interaction[Any],
        doing: str,
        work: Work,
        *,
        private: bool | None = None,
        in_place: bool = False,
        footnote: str | None = None,
    ) -> None:
        """Answer an interaction with a reply of the guide.

        `private`: shown to this person alone; None: in servers and group chats yes, in a direct message no.
        `in_place`: the reply takes the place of the message the control hangs on, if it is about a movie.
        """
        async with self.handling(interaction, doing):
            pace, sentence = self.pace(interaction.user.id, interaction.guild_id)
            if pace is not Pace.GO:
                await tell(interaction, sentence)
                return
            hidden = is_hidden(interaction, private, in_place=in_place)
            started = time.perf_counter()
            speaker = speaker_of(interaction)
            thinking = asyncio.ensure_future(asyncio.to_thread(work, speaker))
            done, _pending = await asyncio.wait((thinking,), timeout=PATIENCE_SECONDS)
            if not done:
                # Thinking makes a new message; without it the defer belongs to the message of the control.
                await respond(interaction, lambda: interaction.response.defer(ephemeral=hidden, thinking=not in_place))
            reply = await thinking
            await _send(interaction, reply, hidden, in_place=in_place, footnote=footnote)
            log_answer(doing, interaction.guild_id, reply, started)


def is_taken(interaction: discord.Interaction[Any]) -> bool:
    """Whether somebody has begun to handle an interaction."""
    return _TAKEN in interaction.extras or is_answered(interaction)


def is_hidden(interaction: discord.Interaction[Any], private: bool | None, *, in_place: bool) -> bool:
    """Whether the answer is for this person alone. An answer in place of a message keeps that message's visibility."""
    if in_place and interaction.message is not None:
        return interaction.message.flags.ephemeral
    if private is not None:
        return private
    return interaction.guild_id is not None or interaction.context.private_channel


async def _send(
    interaction: discord.Interaction[Any], reply: Reply, hidden: bool, *, in_place: bool, footnote: str | None
) -> None:
    views = render(reply, asker_id=interaction.user.id, ask_more=True, footnote=footnote)
    if not views:
        await tell(interaction, labels.NOTHING_TO_SAY)
        return
    if in_place and reply.movie is not None:
        first = views.pop(0)
        if is_answered(interaction):
            await once_more(lambda: interaction.edit_original_response(view=first))
        else:
            await respond(interaction, lambda: interaction.response.edit_message(view=first))
    elif not is_answered(interaction):
        first = views.pop(0)
        await respond(interaction, lambda: interaction.response.send_message(view=first, ephemeral=hidden))
    for view in views:
        await once_more(partial(interaction.followup.send, view=view, ephemeral=hidden))


async def tell(interaction: discord.Interaction[Any], sentence: str) -> None:
    """Say one sentence to the person alone, as the first response or after it.

    The list of an autocomplete has no room for a sentence; nothing is said there.
    """
    if interaction.type is discord.InteractionType.autocomplete:
        return
    content = plain(sentence)[:LONGEST_CONTENT]
    if is_answered(interaction):
        await once_more(lambda: interaction.followup.send(content, ephemeral=True))
    else:
        await respond(interaction, lambda: interaction.response.send_message(content, ephemeral=True))


def teller(interaction: discord.Interaction[Any]) -> Tell:
    """Bind `tell` to an interaction."""

    async def say(sentence: str) -> None:
        await tell(interaction, sentence)

    return say


def log_answer(doing: str, server_id: int | None, reply: Reply, started: float) -> None:
    """Write what kind of answer was given: never who asked, nor what."""
    log.info(
        "answered",
        doing=doing,
        server_id=server_id,
        outcome=reply.outcome.value,
        movie_id=reply.movie.movie_id if reply.movie else None,
        milliseconds=round((time.perf_counter() - started) * 1000),
    )
