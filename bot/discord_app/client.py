"""The bot itself: a Discord client with the guide at its desk.

An AutoShardedClient, also for a single small server: it retries a first connection that fails, where the plain
client dies of it, and a bot that grows needs no other code. No command framework for text: there are no prefix
commands. No message is kept in memory: what parents write is read once and forgotten.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
import time
from collections.abc import Callable
from typing import Any

import discord
import structlog
from discord import app_commands

from bot.discord_app import labels
from bot.discord_app.boundary import NOT_DELIVERED, say_to_nobody
from bot.discord_app.commands import COMMANDS
from bot.discord_app.desk import Desk, is_taken
from bot.discord_app.history_desk import HistoryDesk
from bot.discord_app.import_desk import ImportDesk
from bot.discord_app.listener import Listener
from bot.discord_app.members import MEMBER_ITEMS, MemberDesk
from bot.discord_app.ports import DiscordSettings, UseCases
from bot.discord_app.review_desk import ReviewDesk
from bot.discord_app.server_desk import SERVER_ITEMS, ServerDesk
from bot.discord_app.tending import Tending
from bot.discord_app.views.ask_more import ASK_MORE_MODALS, AskMoreButton
from bot.discord_app.views.lasting_modal import answer_modal
from bot.discord_app.views.movie_choice import MovieButton, MovieSelect
from bot.discord_app.views.review_controls import ReviewButton, ReviewSelect
from bot.discord_app.views.section_button import SectionButton
from bot.domain.error_text import in_short
from bot.domain.errors import RefusedError

log = structlog.get_logger(__name__)

DYNAMIC_ITEMS = (
    SectionButton,
    MovieButton,
    MovieSelect,
    AskMoreButton,
    ReviewButton,
    ReviewSelect,
    *MEMBER_ITEMS,
    *SERVER_ITEMS,
)
"""Every control whose custom id is understood also after a restart."""


TIDY_SECONDS = 60.0
"""How often what was remembered for a time that is over is looked for and forgotten."""

GUIDE_CHANNELS_OFF = (
    "guide channels are off, everything else works: the bot runs without the message content intent "
    "(developer portal, your application, Bot, Privileged Gateway Intents)"
)


class GuideTree(app_commands.CommandTree["GuideBot"]):
    """The command tree; what fails outside a command's own handling reaches the boundary here."""

    async def on_error(
        self, interaction: discord.Interaction[GuideBot], error: app_commands.AppCommandError, /
    ) -> None:
        """Log and apologise."""
        async with interaction.client.desk.handling(interaction, "command tree"):
            raise error

    async def _call(self, interaction: discord.Interaction[GuideBot]) -> None:
        """Run a command. What fails while its options are read is no AppCommandError, and discord.py lets it go."""
        try:
            await super()._call(interaction)
        except app_commands.AppCommandError:
            raise
        except Exception:
            async with interaction.client.desk.handling(interaction, "command options"):
                raise


class GuideBot(discord.AutoShardedClient):
    """The parent guide on Discord."""

    def __init__(
        self, use_cases: UseCases, settings: DiscordSettings, *, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        # Otherwise discord.py warns of voice libraries, which a guide has no use for.
        discord.VoiceClient.warn_nacl = False
        discord.VoiceClient.warn_dave = False
        super().__init__(
            intents=intents(message_content=settings.message_content),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            shard_count=settings.shard_count,
        )
        self.settings = settings
        self.desk = Desk(use_cases, clock)
        self.members = MemberDesk()
        self.server_desk = ServerDesk()
        self.review_desk = ReviewDesk(self.desk, settings.operator_ids)
        self.history_desk = HistoryDesk(self.desk, settings.operator_ids)
        self.import_desk = ImportDesk(self.desk, settings.operator_ids)
        self.forms = (*self.review_desk.modals, *self.import_desk.modals, *self.members.modals, *ASK_MORE_MODALS)
        self.closing = False
        self._listener = Listener(self)
        self.tending = Tending(self)
        self._tasks: list[asyncio.Task[None]] = []
        self.tree = GuideTree(
            self,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )
        for command in COMMANDS:
            self.tree.add_command(command)

    async def setup_hook(self) -> None:
        """Make old buttons work again and tell Discord the commands."""
        self.add_dynamic_items(*DYNAMIC_ITEMS)
        try:
            await self.tree.sync()
        except NOT_DELIVERED as error:
            # The commands of the last start are still there; better an old list than no bot.
            log.warning("commands not synced", error=in_short(error))
        if not self.settings.message_content:
            log.warning(GUIDE_CHANNELS_OFF)
        self._tasks.append(asyncio.create_task(self._tidy_up()))
        if self.settings.tends_servers:
            self._tasks.append(asyncio.create_task(self.tending.run()))

    async def _tidy_up(self) -> None:
        """Forget in time, also while nobody writes; until cancelled."""
        while True:
            await asyncio.sleep(TIDY_SECONDS)
            self.desk.tidy()

    async def close(self) -> None:
        """Stop what the bot does by itself, then the connection."""
        for task in self._tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        await super().close()

    async def on_ready(self) -> None:
        """Say that the bot is up; comes again after a lost session."""
        log.info("ready", user=str(self.user), servers=len(self.guilds), shards=self.shard_count)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Note that a server has the guide (again)."""
        if self.settings.tends_servers:
            await self.tending.joined(guild.id)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Note that a server no longer has the guide."""
        if self.settings.tends_servers:
            await self.tending.left(guild.id)

    async def on_interaction(self, interaction: discord.Interaction[GuideBot]) -> None:
        """Answer what is sent from a form, and say so where a control or form is none that this version knows.

        discord.py starts a control's own handler before it comes here; what has none by then gets none.
        """
        if interaction.type is discord.InteractionType.modal_submit:
            await answer_modal(interaction, self.forms)
        elif interaction.type is discord.InteractionType.component and not is_taken(interaction):
            async with self.desk.handling(interaction, "unknown control"):
                raise RefusedError(labels.CONTROL_UNKNOWN)

    async def on_error(self, event_method: str, /, *args: Any, **_kwargs: Any) -> None:
        """Log what an event's handler raised outside the boundary, and apologise where somebody waits."""
        error = sys.exception()
        handling = self.desk.boundary.around(event_method, say_to_nobody, server_id=None)
        if args and isinstance(args[0], discord.Interaction):
            handling = self.desk.handling(args[0], event_method)
        async with handling:
            if error is not None:
                raise error

    async def on_message(self, message: discord.Message) -> None:
        """Hand a message to the listener, unless the bot is about to stop."""
        if not self.closing:
            await self._listener.on_message(message)


def intents(*, message_content: bool) -> discord.Intents:
    """The least the guide needs: servers for roles and channels, messages; no members, no presences."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True, message_content=message_content)
