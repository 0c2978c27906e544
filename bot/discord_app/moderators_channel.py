"""The moderators' channel: where cards go, and how one that was decided elsewhere is found again.

Nothing hangs on this channel: what waits is in the store and listed by commands, so a channel or card that is gone
loses nothing and is only noted in the log.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
import structlog

from bot.discord_app.boundary import NOT_DELIVERED
from bot.discord_app.views.carried_movie import custom_ids
from bot.domain.error_text import in_short
from bot.domain.movie import ServerId

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

log = structlog.get_logger(__name__)

MESSAGES_LOOKED_THROUGH = 200
"""How far back a card is looked for: two requests; an older one tells its state when it is pressed."""


async def post_card(bot: GuideBot, server_id: ServerId, view: discord.ui.LayoutView) -> None:
    """Put a card into the server's moderators' channel, if it has one that can be written to."""
    channel = await channel_of(bot, server_id)
    if channel is None:
        return
    try:
        await channel.send(view=view)
    except NOT_DELIVERED as error:
        log.warning("card not posted", server_id=server_id, error=in_short(error))


async def refresh_card(
    bot: GuideBot, server_id: ServerId, custom_id: str, view: discord.ui.LayoutView, *, but_not: int | None = None
) -> None:
    """Redraw the card that carries this control, wherever it stands among the channel's latest messages.

    `but_not`: a message that was redrawn already.
    """
    channel = await channel_of(bot, server_id)
    if channel is None or bot.user is None:
        return
    try:
        async for message in channel.history(limit=MESSAGES_LOOKED_THROUGH):
            ours = message.author.id == bot.user.id and message.id != but_not
            if ours and custom_id in custom_ids(message.components):
                await message.edit(view=view)
    except NOT_DELIVERED as error:
        log.warning("card not redrawn", server_id=server_id, error=in_short(error))


async def channel_of(bot: GuideBot, server_id: ServerId) -> discord.TextChannel | discord.Thread | None:
    """The server's moderators' channel; None when it has none that could be written to."""
    settings = await asyncio.to_thread(bot.desk.use_cases.care.settings, server_id)
    if settings.moderators_channel_id is None:
        return None
    channel = bot.get_channel(settings.moderators_channel_id)
    if channel is None:
        try:
            channel = await bot.fetch_channel(settings.moderators_channel_id)
        except NOT_DELIVERED as error:
            log.warning("moderators' channel not found", server_id=server_id, error=in_short(error))
            return None
    # A channel of another server can only come from a store that was tampered with; cards never cross servers.
    if not isinstance(channel, discord.TextChannel | discord.Thread) or channel.guild.id != server_id:
        log.warning("moderators' channel cannot be used", server_id=server_id)
        return None
    return channel
