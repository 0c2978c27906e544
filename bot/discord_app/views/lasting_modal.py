"""Modals that are understood by their custom id alone, like the buttons: also after a restart.

discord.py forgets its modals when it stops, and drops what is sent from one that it does not know. Somebody may write
a story for an hour while the bot is restarted; so nothing is kept in the modal, and what it sends is read here.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import discord

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

    Submitted: TypeAlias = discord.Interaction[GuideBot]
else:
    Submitted = discord.Interaction

Values: TypeAlias = Mapping[str, str]
"""What was filled in, by the box's custom id. Several choices stand with commas between; a tick is "yes"."""
Handler: TypeAlias = Callable[[Submitted, "re.Match[str]", Values], Awaitable[None]]
LastingModal: TypeAlias = tuple["re.Pattern[str]", Handler]
"""A custom id's shape and what answers a submit."""

KEPT_SECONDS = 1.0
"""discord.py keeps its own note of an open modal for this long; ours need none."""


async def answer_modal(interaction: Submitted, modals: Iterable[LastingModal]) -> None:
    """Hand a submit to the one whose modal it is; other interactions are left alone."""
    if interaction.type is not discord.InteractionType.modal_submit:
        return
    data: Mapping[str, Any] = interaction.data or {}
    for shape, handler in modals:
        match = shape.fullmatch(str(data.get("custom_id", "")))
        if match is not None:
            await handler(interaction, match, submitted(data.get("components") or ()))


def submitted(components: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Read what was filled in, as Discord sends it."""
    values: dict[str, str] = {}
    for component in components:
        inner = component.get("component")
        values |= submitted([inner] if inner else component.get("components") or ())
        key = component.get("custom_id")
        if key is None:
            continue
        if "values" in component:
            values[key] = ",".join(component["values"])
        else:
            value = component.get("value")
            values[key] = ("yes" if value else "") if isinstance(value, bool) else value or ""
    return values
