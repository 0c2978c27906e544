"""The dialogue context: what one person's last few turns in one channel were about.

It is a plain value: understanding takes it as an argument and hands back the next one. It lives in memory only
(see bot.application.dialogues), for DIALOGUE_MINUTES, and is never shared between people, logged or stored.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.movie import MovieId
from bot.domain.suitability import AgeRange
from bot.understanding.intents import Intent
from bot.understanding.wishes import NO_WISHES, Wishes

DIALOGUE_MINUTES = 15
"""How long a turn can be followed up on, in minutes."""


@dataclass(frozen=True, slots=True)
class DialogueContext:
    """What a follow-up may leave out."""

    movies: tuple[MovieId, ...] = ()
    """The movie (or movies, after a comparison) spoken of last; empty when none."""
    choices: tuple[MovieId, ...] = ()
    """The movies just offered in a "which one?" question, in the order shown; empty when none is open."""
    ages: tuple[AgeRange, ...] = ()
    """The children asked about last."""
    concerns: tuple[str, ...] = ()
    """Grid or question keys asked about last."""
    intent: Intent | None = None
    sensitive: bool = False
    """Whether the child was said to be sensitive."""
    asked_again: bool = False
    """Whether the open "which one?" was asked a second time; it is not asked a third."""
    wishes: Wishes = NO_WISHES
    """What the suggestions of the last turn should be like; "something shorter" adds to it."""
    like: tuple[MovieId, ...] = ()
    """The movies that the suggestions of the last turn should be like."""
    listed: tuple[MovieId, ...] = ()
    """The movies suggested in the last turn, in the order shown: "the second one" picks one of them."""
    suggested: tuple[MovieId, ...] = ()
    """The movies suggested since suggestions were asked for, the last ones last; "any others?" leaves them out."""
