"""Answering a moderator: work in a thread, Discord's deadline, in place of the panel or as a new private message."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

import discord

from bot.discord_app.desk import PATIENCE_SECONDS
from bot.discord_app.sending import is_answered, once, once_more, respond

_Result = TypeVar("_Result")


async def worked_out(
    interaction: discord.Interaction[Any], work: Callable[[], _Result], *, in_place: bool = False
) -> _Result:
    """Do the work in a thread; a slow one is deferred first, so that Discord waits."""
    working = asyncio.ensure_future(asyncio.to_thread(work))
    done, _pending = await asyncio.wait((working,), timeout=PATIENCE_SECONDS)
    if not done and not is_answered(interaction):
        await respond(interaction, lambda: interaction.response.defer(ephemeral=True, thinking=not in_place))
    return await working


async def show(
    interaction: discord.Interaction[Any],
    view: discord.ui.LayoutView,
    *,
    in_place: bool = False,
    files: Sequence[discord.File] = (),
) -> None:
    """Show a view to this person alone: in place of the message the control hangs on, or as a new message."""
    # discord.py reads a file to its end: what has files is sent once.
    first, later = (once, once) if files else (partial(respond, interaction), once_more)
    if in_place and interaction.message is not None:
        if is_answered(interaction):
            await later(lambda: interaction.edit_original_response(view=view, attachments=list(files)))
        else:
            await first(lambda: interaction.response.edit_message(view=view, attachments=list(files)))
    elif is_answered(interaction):
        await later(lambda: interaction.followup.send(view=view, ephemeral=True, files=list(files)))
    else:
        await first(lambda: interaction.response.send_message(view=view, ephemeral=True, files=list(files)))
