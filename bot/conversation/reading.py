"""What one message says by itself: its titles looked up and set aside, then its ages, worries and intent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.conversation import asking, intents
from bot.conversation.ages import AgeMention, read_ages
from bot.conversation.concerns import Worries, read_worries
from bot.conversation.intents import Intent
from bot.conversation.masking import set_aside
from bot.matching.recognition import Grade, Mention, Recognition, Span, recognise
from bot.matching.titles import TitleIndex

ANSWERED = (Grade.STRONG, Grade.MEDIUM)
"""Grades sure enough to answer for; the others ask."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one message says by itself, before the context is looked at."""

    masked: str
    """The message with its titles blanked."""
    ages: tuple[AgeMention, ...]
    worries: Worries
    intent: Intent | None
    mentions: tuple[Mention, ...] = ()
    unknown: tuple[str, ...] = ()
    """Words taken for titles that nobody knows, as written."""
    recognition: Recognition | None = None
    """None when no title was looked for."""


def look_up(text: str, index: TitleIndex) -> Recognition:
    """Look the titles up, and both sides of an "or" that reads like one unknown title."""
    found = recognise(text, index)
    for span in found.unknown:
        joins = [*intents.TITLES_JOINED.finditer(text, span.start, span.end)]
        if len(joins) != 1:
            continue
        sides = (Span(span.start, joins[0].start()), Span(joins[0].end(), span.end))
        parts = [(side, recognise(text[side.start : side.end], index).mentions) for side in sides]
        if all(len(mentions) == 1 and mentions[0].grade in (*ANSWERED, Grade.SHARED) for _, mentions in parts):
            moved = tuple(replace(mentions[0], span=side) for side, mentions in parts)
            unknown = tuple(other for other in found.unknown if other != span)
            mentions = sorted((*found.mentions, *moved), key=lambda mention: mention.span.start)
            return replace(found, mentions=tuple(mentions), unknown=unknown)
    return found


def read(text: str, recognition: Recognition, *, expecting: bool = False) -> Reading:
    """Read ages, concerns and intent from the words that are no title; `expecting`: a bare number is an age."""
    titles = [mention.span for mention in recognition.mentions]
    unknown = [span for span in recognition.unknown if _reads_like_title(text, span)]
    spans: list[Span] = [*titles, *unknown]
    masked = set_aside(text, spans)
    return Reading(
        masked,
        read_ages(text, spans, expecting=expecting),
        read_worries(text, spans),
        intents.read_intent(masked),
        recognition.mentions,
        tuple(text[span.start : span.end].strip(" \"'“”‘’.,!?") for span in unknown),
        recognition,
    )


def _reads_like_title(text: str, span: Span) -> bool:
    """Whether words that no title is known for may be one: they are quoted, or not small words only."""
    quoted = text[max(0, span.start - 1) : span.start] in {'"', "“", "‘"} and bool(text[span.start : span.end].strip())
    return quoted or not asking.is_small_talk(text[span.start : span.end])


def read_spans(ages: Iterable[AgeMention], worries: Worries) -> list[Span]:
    """The places of the ages and concerns read from a message."""
    return [mention.span for mention in ages] + [mention.span for mention in worries.concerns]
