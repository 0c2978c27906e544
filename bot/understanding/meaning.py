"""What one turn means, as a value, and how it is made: what the message says joined with what the context adds.

Every rule (bot.understanding.rules) ends here, so that ages, concerns and the next context follow one way.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from bot.domain.movie import MovieId
from bot.domain.suitability import AgeRange
from bot.matching.mention import Recognition, Span
from bot.understanding.dialogue import DialogueContext
from bot.understanding.frame import Frame
from bot.understanding.intents import Intent
from bot.understanding.message_kind import DESCRIBED
from bot.understanding.note import Note
from bot.understanding.wishes import NO_WISHES, Wishes

MOST_CHOICES: Final = 5
"""Movies offered at once; more are not read, and a Discord row holds five buttons."""
_ASKED_OF_A_CHILD: Final = frozenset({Intent.VERDICT, Intent.CONCERN, Intent.CONTENT, Intent.COMPARE})
"""Intents that another child's age goes on with; after any other, a new age asks for a verdict."""


class Topic(enum.Enum):
    """What the reply has to be about."""

    MOVIE = "movie"
    SEVERAL = "several"
    CHOOSE = "choose"
    UNKNOWN = "unknown"
    RECOMMEND = "recommend"
    HELP = "help"
    CARE = "care"
    """Somebody tells of harm: the one fixed reply that names where help is, and nothing else."""
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
class StoryGuess:
    """A movie whose review tells some of what the message tells."""

    movie_id: MovieId
    odds: float
    """How sure it is that the best of them is meant (natural logarithm of the odds)."""
    covered: float
    """The share of what the message tells that its review tells too, 0 to 1, rare words counting more."""
    words: tuple[tuple[str, float], ...]
    """The words that count for it, the most telling first, each with what it counts."""
    offered: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a message means."""

    topic: Topic
    intent: Intent
    rule: str = ""
    """The name of the rule that decided (bot.understanding.rules)."""
    movies: tuple[MovieId, ...] = ()
    """MOVIE: the one. SEVERAL: those named, in order. CHOOSE: those to offer, best first.
    RECOMMEND: those the suggestions should be like. Empty otherwise."""
    others: tuple[MovieId, ...] = ()
    """MOVIE with some doubt: the others the words may have meant, best first."""
    same_title: bool = False
    """CHOOSE: True when the movies share the title asked for; False when they are only near it."""
    version: str | None = None
    """CHOOSE: "newer" when a newer movie was asked for than is known; None otherwise."""
    asked_title: str | None = None
    """The words taken for a title that the store does not have, or (CHOOSE) that several have, as written."""
    missing: tuple[str, ...] = ()
    """MOVIE and SEVERAL: words taken for a further title beside the known ones, that the store does not have."""
    unknown_links: int = 0
    """How many links lead to movies that the store does not have. UNKNOWN with no `asked_title`: those are what was
    asked about. A link is never said back or kept."""
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
    context: DialogueContext = field(default_factory=DialogueContext)
    """The dialogue context after this turn; for a CHOOSE topic its `choices` are open."""
    touched: tuple[str, ...] = ()
    """Grid rows the words touch without asking for them ("would it scare her"): shown beside the verdict."""
    fact: str | None = None
    """FACTS: the one fact asked for, as bot.saying.sections names them; None: all of them."""
    wishes: Wishes = NO_WISHES
    """RECOMMEND: what the movies suggested should be like beside fitting the children."""
    notes: tuple[Note, ...] = ()
    """Everything that was read, for `explain`."""
    described: float | None = None
    """How likely the message tells a movie by its story, 0 to 1, for `explain`; None when the meaning was not read."""
    told: bool = False
    """HELP: a movie was told by its story, and it is not sure which one that is."""
    stories: tuple[StoryGuess, ...] = ()
    """The movies a told story may be of, best first, for `explain`; empty when no story was looked up."""


def meaning(
    topic: Topic,
    frame: Frame,
    *,
    movies: tuple[MovieId, ...] = (),
    others: tuple[MovieId, ...] = (),
    same_title: bool = False,
    version: str | None = None,
    asked_title: str | None = None,
    missing: tuple[str, ...] = (),
    intent: Intent | None = None,
    from_context: bool = False,
    asks_same: bool = False,
    wishes: Wishes = NO_WISHES,
    told: bool = False,
    stories: tuple[StoryGuess, ...] = (),
) -> Meaning:
    """Join what the message says with what the context adds, and make the next context.

    `asks_same`: it asks of another movie what was asked before.
    """
    before = frame.before
    ages = tuple(dict.fromkeys(note.age for note in frame.ages)) or before.ages
    sensitive = frame.sensitive or (before.sensitive and not frame.ages)
    own = frame.concern_keys
    picked = bool(before.choices) and bool(set(movies) & set(before.choices))
    goes_on = asks_same or picked or frame.intent is Intent.CORRECTION or (from_context and bool(frame.ages))
    concerns = own or (before.concerns if goes_on and frame.intent in (None, Intent.CORRECTION) else ())
    if topic is Topic.RECOMMEND and before.intent is Intent.RECOMMEND:
        concerns = tuple(dict.fromkeys((*before.concerns, *own)))
    if intent is None:
        intent = _intent(topic, frame, concerns, goes_on=goes_on)
    after = DialogueContext(movies, (*movies, *others) if others else (), ages, concerns, intent, sensitive)
    if topic is Topic.CHOOSE:
        asked_before = set(movies) <= set(before.choices)
        after = DialogueContext((), movies, ages, concerns, intent, sensitive, asked_again=asked_before)
    elif topic is Topic.RECOMMEND:
        suggested = before.suggested if before.intent is Intent.RECOMMEND else ()
        after = replace(after, movies=(), like=movies, wishes=wishes, suggested=suggested)
    elif topic is Topic.HELP:
        after = replace(before, ages=ages, sensitive=sensitive)
        if intent is Intent.CORRECTION:
            after = replace(after, movies=(), choices=(), asked_again=False)
    elif topic in (Topic.SILENT, Topic.CARE):
        after = before
    return Meaning(
        topic=topic,
        intent=intent,
        movies=movies,
        others=others,
        same_title=same_title,
        version=version,
        asked_title=asked_title,
        missing=missing,
        unknown_links=len(frame.unknown_links),
        ages=ages,
        concerns=concerns,
        sensitive=sensitive,
        age_mentions=tuple(AgeMention(note.age, frame.span(note.first, note.end)) for note in frame.ages),
        concern_mentions=tuple(ConcernMention(note.key, frame.span(note.first, note.end)) for note in frame.concerns),
        from_context=from_context,
        recognition=frame.recognition,
        context=after,
        touched=frame.touched,
        fact=frame.fact if intent is Intent.FACTS else None,
        wishes=wishes,
        notes=frame.notes,
        described=frame.share(DESCRIBED),
        told=told,
        stories=stories,
    )


def _intent(topic: Topic, frame: Frame, concerns: tuple[str, ...], *, goes_on: bool) -> Intent:
    """Name what is asked for, by the message, else by what it goes on from."""
    before = frame.before
    if topic is Topic.RECOMMEND:
        return Intent.RECOMMEND
    if frame.intent is not None and frame.intent is not Intent.CORRECTION:
        return frame.intent
    if concerns:
        return Intent.CONCERN
    if goes_on and before.intent is not None and (not frame.ages or before.intent in _ASKED_OF_A_CHILD):
        return before.intent
    return Intent.VERDICT


def about_context(frame: Frame) -> Meaning:
    """Answer about the movie (or movies) of the last turn."""
    topic = Topic.MOVIE if len(frame.before.movies) == 1 else Topic.SEVERAL
    return meaning(topic, frame, movies=frame.before.movies, from_context=True)


def unique_ids(movie_ids: Iterable[int]) -> tuple[MovieId, ...]:
    """Return the movies in order, each once."""
    return tuple(dict.fromkeys(MovieId(movie_id) for movie_id in movie_ids))
