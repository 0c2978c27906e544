"""What every control for members and for their moderators shares: who acts, how fast, where, and what was typed."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import discord

from bot.discord_app import labels
from bot.discord_app.actor import actor_of
from bot.discord_app.desk import tell
from bot.discord_app.rate_guard import Pace
from bot.domain.actor import Actor
from bot.domain.errors import NotFoundError

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_MENTION_TAG = re.compile(r"<(?:@[!&]?|#)\d+>")
_MENTION_ALL = re.compile(r"@(?=(?:everyone|here)\b)", re.IGNORECASE)


@asynccontextmanager
async def handling(interaction: discord.Interaction[GuideBot], doing: str) -> AsyncIterator[Actor]:
    """Run a block as the handler of an interaction, inside the error boundary; yields who acts, by this very moment."""
    client = interaction.client
    async with client.desk.handling(interaction, doing):
        yield actor_of(interaction, client.settings.operator_ids)


async def keeps_pace(interaction: discord.Interaction[GuideBot]) -> bool:
    """Whether this person is not too fast; says so to who is."""
    pace, sentence = interaction.client.desk.pace(interaction.user.id, interaction.guild_id)
    if pace is Pace.GO:
        return True
    await tell(interaction, sentence)
    return False


def require_own_server(interaction: discord.Interaction[GuideBot]) -> None:
    """Raise NotFoundError where no server's moderators could read it: direct messages, servers without the bot."""
    if interaction.guild_id is None or interaction.client.get_guild(interaction.guild_id) is None:
        raise NotFoundError(labels.SERVERS_ONLY)


def panel(*parts: str, accent: int | None = None, rows: Sequence[discord.ui.Item[Any]] = ()) -> discord.ui.LayoutView:
    """A message of texts, one below the other, with rows of controls; empty texts are left out."""
    shown: list[discord.ui.Item[Any]] = [discord.ui.TextDisplay(part) for part in parts if part]
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.Container(*shown, *rows, accent_colour=accent))
    return view


def typed(text: str) -> str:
    """What somebody typed into a form, without what no stored text may hold: control characters and mentions.

    Taken out here, because a refusal would cost them the whole form.
    """
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _MENTION_TAG.sub("(somebody)", text)
    return _MENTION_ALL.sub("", text).strip()
