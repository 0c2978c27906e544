"""Modals that are understood by their custom id alone, like the buttons: also after a restart.

discord.py forgets its modals when it stops, and drops what is sent from one that it does not know. Somebody may write
a story for an hour while the bot is restarted; so nothing is kept in the modal, and what it sends is read here.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import discord

from bot.discord_app import labels
from bot.domain.errors import RefusedError

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
    """Hand what a form sent to the one whose form it is; a form or part that nobody knows is refused in a sentence."""
    data: Mapping[str, Any] = interaction.data or {}
    async with interaction.client.desk.handling(interaction, "form"):
        for shape, handler in modals:
            match = shape.fullmatch(str(data.get("custom_id", "")))
            if match is not None:
                await handler(interaction, match, submitted(data.get("components") or ()))
                return
        raise RefusedError(labels.FORM_UNKNOWN)


def submitted(components: object) -> dict[str, str]:
    """Read what was filled in, as Discord sends it; raises RefusedError for parts of another shape."""
    values: dict[str, str] = {}
    for component in _list(components):
        if not isinstance(component, Mapping):
            raise RefusedError(labels.FORM_UNKNOWN)
        inner = component.get("component")
        values |= submitted([inner] if inner else component.get("components") or ())
        key = component.get("custom_id")
        if isinstance(key, str):
            values[key] = _value(component)
        elif key is not None:
            raise RefusedError(labels.FORM_UNKNOWN)
    return values


def _value(component: Mapping[str, Any]) -> str:
    if "values" in component:
        return ",".join(_text(value) for value in _list(component["values"]))
    value = component.get("value")
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else _text(value)


def _list(given: object) -> Sequence[object]:
    if not isinstance(given, list | tuple):
        raise RefusedError(labels.FORM_UNKNOWN)
    return given


def _text(given: object) -> str:
    if not isinstance(given, str):
        raise RefusedError(labels.FORM_UNKNOWN)
    return given
