"""Which movie a message of the guide is about, however old: its id rides in the buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import discord

from bot.discord_app.views.ask_more import AskMoreButton
from bot.discord_app.views.section_button import SectionButton
from bot.domain.movie import MovieId

_CARRIES_MOVIE = (
    SectionButton.__discord_ui_compiled_template__,
    AskMoreButton.__discord_ui_compiled_template__,
)
"""Choices do not count: they carry movies that the message is not, or not yet, about."""


def movie_of(message: discord.Message) -> MovieId | None:
    """The movie that a message of the guide is about, read from its buttons; None when it is about none or several."""
    for custom_id in custom_ids(message.components):
        for template in _CARRIES_MOVIE:
            match = template.fullmatch(custom_id)
            if match is not None and int(match["movie"]):
                return MovieId(int(match["movie"]))
    return None


def custom_ids(components: Sequence[Any]) -> Iterator[str]:
    """The custom ids of all controls of a message."""
    for component in components:
        custom_id = getattr(component, "custom_id", None)
        if custom_id:
            yield custom_id
        yield from custom_ids(getattr(component, "children", ()))
