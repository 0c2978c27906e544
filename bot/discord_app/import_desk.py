"""Where import and export are answered: a file or a pasted page becomes drafts, and reviews go out as a file."""

from __future__ import annotations

import asyncio
import io
import math
import re
from typing import TYPE_CHECKING

import discord

from bot.application.bulk import LARGEST_IMPORT_BYTES, Bulk
from bot.discord_app import review_labels as labels
from bot.discord_app.actor import actor_of
from bot.discord_app.desk import Desk
from bot.discord_app.sending import show_form
from bot.discord_app.views import draft_modal, import_card
from bot.discord_app.views.draft_fields import MOST_BOXES
from bot.discord_app.views.draft_panel import message
from bot.discord_app.views.lasting_modal import LastingModal, Values
from bot.discord_app.views.private_answer import show, worked_out
from bot.domain.actor import Actor
from bot.domain.errors import NotFoundError, RefusedError
from bot.formats.review_files import FileFormat

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

PASTE_ID = "review:paste"
MEGABYTE = 1_000_000
LARGEST_EXPORT_BYTES = 8 * MEGABYTE
"""Discord takes 10 MiB in any server; less, so that no boundary of theirs is met."""


class ImportDesk:
    """Answers import and export."""

    def __init__(self, desk: Desk, operator_ids: frozenset[int]) -> None:
        self._desk = desk
        self._operator_ids = operator_ids
        self.modals: tuple[LastingModal, ...] = ((re.compile(re.escape(PASTE_ID)), self._pasted),)

    @property
    def _bulk(self) -> Bulk:
        return self._desk.use_cases.bulk

    async def take_file(self, interaction: discord.Interaction[GuideBot], attachment: discord.Attachment) -> None:
        """Read an attachment, unless it is too large to be fetched."""
        actor = self._actor(interaction)
        fits = await asyncio.to_thread(self._bulk.check_size, actor, attachment.size)
        if not fits:
            size, limit = _megabytes(attachment.size), _megabytes(LARGEST_IMPORT_BYTES)
            raise RefusedError(labels.IMPORT_TOO_LARGE.format(size=size, limit=limit))
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._read(interaction, actor, await attachment.read(), attachment.filename)

    async def ask_for_page(self, interaction: discord.Interaction[GuideBot]) -> None:
        """Open the boxes to paste a page into."""
        await asyncio.to_thread(self._bulk.check_size, self._actor(interaction), 0)
        await show_form(interaction, draft_modal.page_modal(PASTE_ID))

    async def publish_all(self, interaction: discord.Interaction[GuideBot], author_id: int, moment: int) -> None:
        """Publish the drafts of one import."""
        actor = self._actor(interaction)
        at = import_card.moment_of(moment)
        if at is None:
            raise NotFoundError(labels.CONTROL_TOO_OLD)
        done = await worked_out(
            interaction,
            lambda: self._bulk.publish_all(actor, str(author_id), at, labels.IMPORT_REASON),
            in_place=True,
        )
        if not done.published and not done.left:
            raise NotFoundError(labels.NOTHING_WAITS)
        await show(interaction, import_card.published_view(done), in_place=True)

    async def export(
        self, interaction: discord.Interaction[GuideBot], file_format: FileFormat, *, only_own: bool
    ) -> None:
        """Send the reviews as a file."""
        actor = self._actor(interaction)
        made = await worked_out(
            interaction,
            lambda: self._bulk.export(actor, file_format, only_own=only_own, largest_bytes=LARGEST_EXPORT_BYTES),
        )
        if made is None:
            raise RefusedError(labels.EXPORT_TOO_LARGE.format(limit=_megabytes(LARGEST_EXPORT_BYTES)))
        content, number = made
        if not number:
            raise NotFoundError(labels.NOTHING_TO_EXPORT)
        file = discord.File(io.BytesIO(content), f"reviews.{file_format.value}")
        reviews = labels.ONE_REVIEW if number == 1 else labels.MANY_REVIEWS.format(number=number)
        view = message([labels.EXPORTED.format(number=reviews, file_name=file.filename)], file_name=file.filename)
        await show(interaction, view, files=[file])

    async def _pasted(self, interaction: discord.Interaction[GuideBot], _match: re.Match[str], values: Values) -> None:
        async with self._desk.handling(interaction, "review paste"):
            boxes = (values.get(f"page{number}", "") for number in range(1, MOST_BOXES + 1))
            text = "\n".join(box.replace("\r\n", "\n") for box in boxes if box.strip())
            await self._read(interaction, self._actor(interaction), text.encode(), "page.txt")

    async def _read(self, interaction: discord.Interaction[GuideBot], actor: Actor, content: bytes, name: str) -> None:
        imported = await worked_out(interaction, lambda: self._bulk.read(actor, content, name))
        await show(interaction, import_card.import_view(imported, actor))

    def _actor(self, interaction: discord.Interaction[GuideBot]) -> Actor:
        return actor_of(interaction, self._operator_ids)


def _megabytes(size_bytes: int) -> str:
    """A size rounded up, so that what is too large also reads so."""
    return f"{math.ceil(size_bytes * 10 / MEGABYTE) / 10:g} MB"
