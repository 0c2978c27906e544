"""Ordinary messages: which are meant for the guide, and the answer as a reply to them.

Answered are a mention, a direct message, a reply to one of the guide's messages and, in a guide channel, whatever
the guide recognises as a question about a movie. Edits are not answered: the first wording was.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord

from bot.application.guide import Question
from bot.discord_app import labels
from bot.discord_app.actor import speaker_of_message
from bot.discord_app.boundary import NOT_DELIVERED
from bot.discord_app.desk import LONGEST_CONTENT, log_answer
from bot.discord_app.markdown import plain
from bot.discord_app.rate_guard import Pace
from bot.discord_app.render import render
from bot.discord_app.sending import once_more
from bot.discord_app.views.carried_movie import movie_of

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

LONGEST_NONCE = 25
"""Characters, Discord's limit; a message's id has 19 of them."""
TYPING_AFTER_SECONDS = 1.0
"""An answer that takes longer shows the typing indicator; most need a few milliseconds."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message that may be for the guide."""

    addressed: bool
    """False: said in a guide channel to nobody in particular."""
    replied_to: discord.Message | None = None
    """The guide's own message that this one replies to."""


class Listener:
    """Answers messages of one bot."""

    def __init__(self, bot: GuideBot) -> None:
        self._bot = bot
        self._desk = bot.desk

    async def on_message(self, message: discord.Message) -> None:
        """Answer a message if it is for the guide."""
        if message.author.bot or message.webhook_id is not None:
            return
        if message.type not in (discord.MessageType.default, discord.MessageType.reply):
            return

        async def tell(sentence: str) -> None:
            await self._reply(message, "told", content=plain(sentence)[:LONGEST_CONTENT])

        async with self._desk.boundary.around("message", tell, server_id=message.guild.id if message.guild else None):
            heard = await self._hear(message)
            if heard is not None:
                await self._answer(message, heard)

    async def _hear(self, message: discord.Message) -> Heard | None:
        replied_to = await self._own_message_replied_to(message)
        if message.guild is None or replied_to is not None or self._mentions_us(message):
            return Heard(True, replied_to)
        if not message.content or message.mention_everyone or not self._bot.intents.message_content:
            return None
        channel_ids = frozenset({message.channel.id, getattr(message.channel, "parent_id", None) or 0})
        if await self._desk.guide_channels.holds(message.guild.id, channel_ids):
            return Heard(False)
        return None

    def _mentions_us(self, message: discord.Message) -> bool:
        me = self._bot.user
        if me is None:
            return False
        # message.mentions also holds whom a reply pings, which is not the same as being spoken to.
        if me.id in message.raw_mentions:
            return True
        own_role = message.guild.self_role if message.guild else None
        return own_role is not None and own_role.id in message.raw_role_mentions

    async def _own_message_replied_to(self, message: discord.Message) -> discord.Message | None:
        reference = message.reference
        if reference is None or reference.message_id is None or message.type is not discord.MessageType.reply:
            return None
        replied_to = reference.resolved
        if replied_to is None:
            # Discord left it out of the event; ask for it, and take no answer for "not ours".
            with contextlib.suppress(*NOT_DELIVERED):
                replied_to = await message.channel.fetch_message(reference.message_id)
        if not isinstance(replied_to, discord.Message) or self._bot.user is None:
            return None
        return replied_to if replied_to.author.id == self._bot.user.id else None

    async def _answer(self, message: discord.Message, heard: Heard) -> None:
        if heard.addressed and not await self._in_pace(message):
            return
        started = time.perf_counter()
        text = self._without_mention(message)
        if not text and heard.replied_to is not None and self._may_be_hidden(message):
            await self._reply(message, "quiet", content=labels.REPLY_UNREADABLE)
            return
        question = Question(
            text,
            speaker_of_message(message),
            addressed=heard.addressed,
            about=movie_of(heard.replied_to) if heard.replied_to else None,
        )
        thinking = asyncio.ensure_future(asyncio.to_thread(self._desk.guide.ask, question))
        done, _pending = await asyncio.wait((thinking,), timeout=TYPING_AFTER_SECONDS)
        if not done and heard.addressed:
            with contextlib.suppress(*NOT_DELIVERED):
                await message.channel.typing()
        reply = await thinking
        views = render(reply, asker_id=message.author.id)
        if views and (heard.addressed or await self._in_pace(message)):
            for number, view in enumerate(views):
                await self._reply(message, str(number), view=view)
            log_answer("message", message.guild.id if message.guild else None, reply, started)

    async def _in_pace(self, message: discord.Message) -> bool:
        pace, sentence = self._desk.pace(message.author.id, message.guild.id if message.guild else None)
        if pace is Pace.SAY_SLOW_DOWN:
            await self._reply(message, "pace", content=sentence)
        return pace is Pace.GO

    def _may_be_hidden(self, message: discord.Message) -> bool:
        """Whether an empty text may be Discord's doing: no intent, and the reply did not ping us."""
        me = self._bot.user
        return (
            message.guild is not None
            and not self._bot.intents.message_content
            and me is not None
            and all(user.id != me.id for user in message.mentions)
        )

    def _without_mention(self, message: discord.Message) -> str:
        me = self._bot.user
        text = message.content
        if me is not None:
            text = re.sub(rf"<@!?{me.id}>", " ", text)
        own_role = message.guild.self_role if message.guild else None
        if own_role is not None:
            text = text.replace(f"<@&{own_role.id}>", " ")
        return text.strip()

    async def _reply(self, message: discord.Message, part: str, **contents: Any) -> None:
        """Reply; `part` names which of the replies to this message it is, for Discord posts each only once."""
        # A deleted question is no reason to fail: the answer then stands alone.
        reference = message.to_reference(fail_if_not_exists=False)
        nonce = f"{message.id}{part}"[:LONGEST_NONCE]
        await once_more(
            lambda: message.channel.send(reference=reference, mention_author=False, nonce=nonce, **contents)
        )
