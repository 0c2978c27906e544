"""Answering a moderator: work in a thread, Discord's deadline, in place of the panel or as a new private message."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import discord

from bot.discord_app.desk import PATIENCE_SECONDS

_Result = TypeVar("_Result")


async def worked_out(
    interaction: discord.Interaction[Any], work: Callable[[], _Result], *, in_place: bool = False
) -> _Result:
    """Do the work in a thread; a slow one is deferred first, so that Discord waits."""
    working = asyncio.ensure_future(asyncio.to_thread(work))
    done, _pending = await asyncio.wait((working,), timeout=PATIENCE_SECONDS)
    if not done and not interaction.response.is_done():
        await interaction.response.defer(ephemeral=True, thinking=not in_place)
    return await working


async def show(
    interaction: discord.Interaction[Any],
    view: discord.ui.LayoutView,
    *,
    in_place: bool = False,
    files: Sequence[discord.File] = (),
) -> None:
    """Show a view to this person alone: in place of the message the control hangs on, or as a new message."""
    if in_place and interaction.message is not None:
        if interaction.response.is_done():
            await interaction.edit_original_response(view=view, attachments=list(files))
        else:
            await interaction.response.edit_message(view=view, attachments=list(files))
    elif interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=True, files=list(files))
    else:
        await interaction.response.send_message(view=view, ephemeral=True, files=list(files))
