"""The weekly digest: what a server asked and what waits for its moderators, as one message in their channel."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import discord
import structlog

from bot.application.server_care import Digest
from bot.discord_app import digest_chart, server_labels
from bot.discord_app.moderators_channel import channel_of
from bot.discord_app.render import NEUTRAL_COLOUR
from bot.discord_app.server_labels import counted
from bot.discord_app.views.requests_list import WRITE, RequestSelect, requests_text
from bot.domain.movie import ServerId

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

log = structlog.get_logger(__name__)

PICTURE = "digest.png"


async def send_digest(bot: GuideBot, server_id: ServerId) -> None:
    """Send this week's digest, if the server wants one and has not got it.

    What went wrong on the way is raised, and the digest is then due again; a channel that is closed to us is noted
    in the log and waits for the next week.
    """
    care = bot.desk.use_cases.care
    if not await asyncio.to_thread(care.claim_digest, server_id):
        return
    try:
        digest = await asyncio.to_thread(care.digest, server_id)
        channel = await channel_of(bot, server_id)
        if channel is None or digest.is_empty:
            log.info("no digest", server_id=server_id, channel=channel is not None)
            return
        days = digest_chart.by_day(digest.days, digest.counts)
        if any(day.total for day in days):
            png = await asyncio.to_thread(digest_chart.chart_png, days)
            picture = discord.File(io.BytesIO(png), PICTURE, description=_alt(days))
            await channel.send(view=digest_view(digest, days), file=picture)
        else:
            await channel.send(view=digest_view(digest, days))
    except discord.Forbidden as error:
        log.warning("digest not allowed", server_id=server_id, code=error.code)
    except Exception:
        await asyncio.to_thread(care.give_digest_back, server_id)
        raise
    else:
        log.info("digest sent", server_id=server_id)


def digest_view(digest: Digest, days: Sequence[digest_chart.Day]) -> discord.ui.LayoutView:
    """Draw the digest: the picture, the same in words, what is wanted, what waits."""
    parts: list[discord.ui.Item[Any]] = [
        discord.ui.TextDisplay(f"### 📬 {server_labels.DIGEST_TITLE}\n{_numbers(days)}")
    ]
    if any(day.total for day in days):
        gallery: discord.ui.MediaGallery[Any] = discord.ui.MediaGallery()
        gallery.add_item(media=f"attachment://{PICTURE}", description=_alt(days))
        parts.append(gallery)
    if digest.wanted:
        parts.append(discord.ui.TextDisplay(f"{server_labels.DIGEST_WANTED}\n{requests_text(digest.wanted)}"))
        parts.append(discord.ui.ActionRow(RequestSelect(WRITE, digest.wanted)))
    waiting = [
        f"- {counted(words, count)}"
        for words, count in (
            (server_labels.DIGEST_SUGGESTIONS, digest.pending_suggestions),
            (server_labels.DIGEST_REVIEWS, digest.waiting_reviews),
        )
        if count
    ]
    if waiting:
        parts.append(discord.ui.TextDisplay("\n".join(waiting)))
    parts.append(discord.ui.TextDisplay(f"-# {server_labels.DIGEST_FOOT}"))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.Container(*parts, accent_colour=NEUTRAL_COLOUR))
    return view


def _numbers(days: Sequence[digest_chart.Day]) -> str:
    total = sum(day.total for day in days)
    if not total:
        return server_labels.DIGEST_NO_QUESTIONS
    sums = [sum(day.counts[series] for day in days) for series in range(len(server_labels.DIGEST_SERIES))]
    parts = ", ".join(f"{count} {name}" for name, count in zip(server_labels.DIGEST_SERIES, sums, strict=True) if count)
    return f"{counted(server_labels.DIGEST_QUESTIONS, total)}: {parts}."


def _alt(days: Sequence[digest_chart.Day]) -> str:
    return digest_chart.alt_text(days)[:1_024]
