"""Answer a parent: the use case every face calls.

Faces hand in a Question and get a Reply. A silent reply means: say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.movie import MovieId, ServerId


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose conversation this is: the key of its dialogue context, never stored. Opaque to the core."""

    conversation: str
    """Any text that is the same for one person in one place: "discord:channel:user", "terminal", a batch id."""
    server_id: ServerId | None = None
    """The Discord server whose reviews are seen first; None: the shared library only."""


@dataclass(frozen=True, slots=True)
class Question:
    """One message to the guide."""

    text: str
    speaker: Speaker
    addressed: bool = True
    """False in a guide channel, where talk that asks the guide nothing is left alone."""
    about: MovieId | None = None
    """The movie of the guide's message that this one replies to; None when it replies to none."""
