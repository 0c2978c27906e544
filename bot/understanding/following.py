"""Follow-ups: messages that leave out the movie because it was just spoken of.

A message is followed up on only when nothing in it may name another movie: it holds small words alone, or what it holds
beside them is no title by its shape (bot.understanding.title_like).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from bot.matching.recognition import Grade, Recognition, Span
from bot.matching.titles import TitleIndex
from bot.understanding import asking, intents, picking
from bot.understanding.ages import read_ages
from bot.understanding.concerns import read_worries
from bot.understanding.dialogue import DialogueContext
from bot.understanding.intents import Intent
from bot.understanding.masking import set_aside
from bot.understanding.reading import ANSWERED, Reading, look_up_title, read, read_spans
from bot.understanding.title_like import is_talk, strange_words
from bot.understanding.turn import Topic, Understanding, about_context, turn, unique_ids


def plain_follow_up(
    text: str, index: TitleIndex, found: Recognition, addressed: bool, before: DialogueContext
) -> Understanding | None:
    """Understand a message that holds nothing but small words, ages, concerns and an intent; None for any other.

    "What about the language?" cannot become a movie of that name; "what about inside out?" can.
    """
    ages = read_ages(text, expecting=True)
    worries = read_worries(text)
    spans = read_spans(ages, worries)
    rest = set_aside(text, spans)
    if not asking.is_small_talk(rest) or _names_in_small_words(text, found, spans):
        return None
    intent = intents.read_intent(text)
    says_something = bool(ages or worries.concerns or worries.touched or intent)
    if intent is Intent.CORRECTION and (ages or worries.concerns):
        intent = None
    if intents.asks_for_movies(text) or intent in (Intent.HOW_WE_RATE, Intent.CORRECTION):
        return None
    reading = Reading(text, ages, worries, intent)
    part = picking.named_part(rest)
    if part is not None:
        return _about_another_part(part, reading, index, before)
    version = _another_version(rest, reading, index, before)
    if version is not None:
        return version
    asks = addressed and (asking.QUESTION.search(text) or asking.SUFFICIENT.search(text))
    if not says_something and not asks:
        topic = Topic.HELP if addressed else Topic.SILENT
        return Understanding(topic, Intent.THANKS, context=before)
    return about_context(reading, before)


def follow_up(text: str, reading: Reading, index: TitleIndex, before: DialogueContext) -> Understanding:
    """Answer about the movie before; where words of no ordinary question stand alone, ask whether it is meant."""
    version = _another_version(reading.masked, reading, index, before)
    if version is not None:
        return version
    if strange_words(text, read_spans(reading.ages, reading.worries)):
        return turn(Topic.CHOOSE, reading, before, movies=before.movies, from_context=True)
    return about_context(reading, before)


def without_talk(text: str, reading: Reading) -> Reading:
    """Read again without the unknown "titles" that are ordinary talk about the movie spoken of, or a child's name."""
    found = reading.recognition or Recognition()
    if not found.unknown and all(mention.grade is not Grade.WEAK for mention in found.mentions):
        return reading
    ages = read_ages(text, [mention.span for mention in found.mentions], expecting=True)
    worries = read_worries(text, [mention.span for mention in found.mentions])
    spans = read_spans(ages, worries)
    unknown = tuple(span for span in found.unknown if not is_talk(text, span, spans))
    mentions = tuple(one for one in found.mentions if one.grade is not Grade.WEAK or not is_talk(text, one.span, spans))
    if unknown == found.unknown and mentions == found.mentions:
        return reading
    return read(text, replace(found, mentions=mentions, unknown=unknown), expecting=True)


def _names_in_small_words(text: str, found: Recognition, spans: Sequence[Span]) -> bool:
    """Whether small words name a movie after all: "what about inside out?"."""
    return any(
        mention.grade is not Grade.WEAK
        and not any(mention.span.start < span.end and span.start < mention.span.end for span in spans)
        and asking.may_be_title(text, mention.span.start, mention.span.end)
        for mention in found.mentions
    )


def _about_another_part(number: int, reading: Reading, index: TitleIndex, before: DialogueContext) -> Understanding:
    """Understand "and the third one?" as the part of that number; when it is not known, ask for the title."""
    if len(before.movies) == 1:
        with suppress(KeyError):
            title = picking.title_of_part(index.entry(before.movies[0]).title, number)
            mention = look_up_title(title, index)
            if mention is not None and mention.grade in ANSWERED:
                movies = unique_ids([mention.candidates[0].movie_id])
                if movies != before.movies and intents.THAN.search(reading.masked):
                    return turn(Topic.SEVERAL, reading, before, movies=(*before.movies, *movies), intent=Intent.COMPARE)
                if movies != before.movies:
                    return turn(Topic.MOVIE, reading, before, movies=movies)
    return turn(Topic.HELP, reading, before, intent=Intent.CORRECTION)


def _another_version(rest: str, reading: Reading, index: TitleIndex, before: DialogueContext) -> Understanding | None:
    """Understand "the newer one" as another movie of the same title; ask for the title when none is known."""
    version = picking.named_version(rest)
    if len(before.movies) != 1 or version is None:
        return None
    with suppress(KeyError):
        mention = look_up_title(index.entry(before.movies[0]).title, index)
        same = [index.entry(one.movie_id) for one in mention.candidates] if mention is not None else []
        picked = picking.pick(version, same)
        if picked is not None and picked not in before.movies:
            return turn(Topic.MOVIE, reading, before, movies=(picked,))
        if picking.names_newest(version):
            return _about_another_part(picking.NEXT_PART, reading, index, before)
    return turn(Topic.HELP, reading, before, intent=Intent.CORRECTION)
