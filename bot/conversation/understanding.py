"""From a message to what it means: the movie(s), the children, the concerns, the intent. One pure function.

The title is found first and its span set aside; ages, concerns and intent are read from the rest.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from bot.conversation.dialogue import DialogueContext
from bot.conversation.intents import Intent
from bot.domain.movie import MovieId
from bot.domain.suitability import AgeRange
from bot.matching.recognition import Recognition, Span


class Topic(enum.Enum):
    """What the reply has to be about."""

    MOVIE = "movie"
    SEVERAL = "several"
    CHOOSE = "choose"
    UNKNOWN = "unknown"
    RECOMMEND = "recommend"
    HELP = "help"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class AgeMention:
    """An age or group of ages, and the words it was read from."""

    age: AgeRange
    span: Span


@dataclass(frozen=True, slots=True)
class ConcernMention:
    """A grid key or question key of the vocabulary, and the words it was read from."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a message means."""

    topic: Topic
    intent: Intent
    movies: tuple[MovieId, ...] = ()
    """MOVIE: the one. SEVERAL: those named, in order. CHOOSE: those to offer, best first. Empty otherwise."""
    others: tuple[MovieId, ...] = ()
    """MOVIE with some doubt: the others the words may have meant, best first."""
    same_title: bool = False
    """CHOOSE: True when the movies share the title asked for; False when they are only near it."""
    asked_title: str | None = None
    """The words taken for a title that the store does not have, as written; None when there were none."""
    ages: tuple[AgeRange, ...] = ()
    """The children, those of the last turn included when this message names none."""
    concerns: tuple[str, ...] = ()
    sensitive: bool = False
    age_mentions: tuple[AgeMention, ...] = ()
    """Only what this message itself says."""
    concern_mentions: tuple[ConcernMention, ...] = ()
    from_context: bool = False
    """True when the movie was not named in this message but follows from the last turns."""
    recognition: Recognition | None = None
    """How the title was recognised, for `explain`; None when nothing was looked up."""
    context: DialogueContext = DialogueContext()
    """The dialogue context after this turn; for a CHOOSE topic its `choices` are open."""
