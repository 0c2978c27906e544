"""`/review import` and `export`: many reviews at once, in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app import review_labels as labels
from bot.discord_app.views.handed_back import one_of
from bot.formats.review_files import WRITABLE, FileFormat

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

_OWN, _ALL = "own", "all"


@app_commands.command(name="import", description=labels.IMPORT_DESCRIPTION)
@app_commands.describe(file=labels.IMPORT_FILE_DESCRIPTION)
async def import_reviews(interaction: discord.Interaction[GuideBot], file: discord.Attachment | None = None) -> None:
    """Read a file into drafts, or open boxes to paste a page into."""
    bot = interaction.client
    async with bot.desk.handling(interaction, "/review import"):
        if file is None:
            await bot.import_desk.ask_for_page(interaction)
        else:
            await bot.import_desk.take_file(interaction, file)


@app_commands.command(name="export", description=labels.EXPORT_DESCRIPTION)
@app_commands.describe(file_format=labels.EXPORT_FORMAT_DESCRIPTION, which=labels.EXPORT_SCOPE_DESCRIPTION)
@app_commands.rename(file_format="format")
@app_commands.choices(
    file_format=[app_commands.Choice(name=labels.FORMAT_NAMES[one], value=one.value) for one in WRITABLE],
    which=[
        app_commands.Choice(name=labels.EXPORT_OWN, value=_OWN),
        app_commands.Choice(name=labels.EXPORT_ALL, value=_ALL),
    ],
)
async def export_reviews(
    interaction: discord.Interaction[GuideBot], file_format: str = FileFormat.JSONL.value, which: str = _OWN
) -> None:
    """Send the reviews as a file."""
    bot = interaction.client
    async with bot.desk.handling(interaction, "/review export"):
        await bot.import_desk.export(interaction, one_of(FileFormat, file_format), only_own=which == _OWN)
