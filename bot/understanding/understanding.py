"""From a message to what it means: the movie(s), the children, the concerns, the intent. One pure function.

The title is found first and its span set aside; ages, concerns and intent are read from the rest. What a message
leaves out is taken from the dialogue context, and only when the message names no movie of its own: a follow-up never
switches to another movie by accident, and a title that is not known ends the talk about the last one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final

from bot.domain.movie import MovieId
from bot.matching.recognition import Grade, Mention, Span
from bot.matching.titles import TitleIndex
from bot.understanding import asking, intents, picking
from bot.understanding.ages import AgeMention, read_ages
from bot.understanding.concerns import ConcernMention, read_worries
from bot.understanding.dialogue import DialogueContext
from bot.understanding.following import follow_up, plain_follow_up, without_talk
from bot.understanding.intents import Intent
from bot.understanding.masking import LONGEST_READ, set_aside
from bot.understanding.reading import ANSWERED, Reading, look_up, look_up_title, read, read_spans
from bot.understanding.suggesting import asks_to_recommend, recommendation
from bot.understanding.title_like import title_like
from bot.understanding.turn import MOST_CHOICES, Topic, Understanding, turn, unique_ids

__all__ = ["MOST_CHOICES", "AgeMention", "ConcernMention", "Topic", "Understanding", "understand"]

LONGEST_PICK: Final = 120
"""Characters of a message that may be an answer to "which one?"; a longer one is a question of its own."""
_ASKED_OF_A_GUIDE: Final = frozenset({Intent.RATING, Intent.CONTENT, Intent.TALK, Intent.QUALITY, Intent.STORY})
"""What people ask a guide and, of a movie they name, hardly each other."""

_THING: Final = re.compile(
    r"\b(?:the|that|those|these|her|his|their|any|an?)\s+(?:[a-z'’-]+\s+)?[a-z'’-]+$"
    r"|\b(?:scenes?|parts?|bits?|stuff|anything|something)\s+(?:with|of|about)\s+[a-z'’-]+$"
)
"""A thing spoken of in small letters."""
_SUBJECT: Final = re.compile(
    r"\b(?:is|was|does|do|did|will|would|when|why|how|if|what)\s+(?:(?:is|does|did)\s+)?$", re.IGNORECASE
)
"""Before somebody in the movie, in a question about more than whether it is fit: "is Bruno scary", "why does Elsa"."""
_THAN_IT: Final = re.compile(r"\b(?:it|this|that)\b.{0,40}\b(?:than|compared\s+(?:to|with))\b", re.IGNORECASE)
"""The movie spoken of is compared with one named."""
_IN_IT: Final = re.compile(r"\W*(?:(?:and|or|ok|so)\s+)*in\s", re.IGNORECASE)
"""The worry of the turn before, of another movie: "and in Encanto?"."""
_MOVIE: Final = re.compile(r"[\"'”’]|\s+(?:movie|film|one)\b", re.IGNORECASE)
"""Behind words that are said to be a movie."""


def understand(
    text: str,
    index: TitleIndex,
    *,
    addressed: bool = True,
    context: DialogueContext | None = None,
    about: MovieId | None = None,
) -> Understanding:
    """Understand one message.

    `addressed`: it was said to the guide; otherwise only a question to a parents' guide gets a topic other than
    SILENT. `context` is what the last turns were about. `about` is the movie of the guide's message that this one
    replies to; it outranks the context's movie.
    """
    before = context or DialogueContext()
    if about is not None and before.movies != (about,):
        before = replace(before, movies=(about,), choices=(), intent=None, concerns=())
    text = text[:LONGEST_READ]
    small = _small_talk(text, addressed, before)
    if small is not None:
        return small
    offered = before.choices or (() if before.ages == () and text.strip().isdigit() else before.listed)
    if offered:
        picked = _pick(text, index, before, offered)
        if picked is not None:
            return picked
    found = look_up(text, index)
    if before.movies:
        follow_up = plain_follow_up(text, index, found, addressed, before)
        if follow_up is not None:
            return follow_up
    reading = read(text, found, expecting=before.intent is not None)
    if before.movies:
        reading = without_talk(text, reading)
    meant = _meaning(text, reading, index, before)
    if not addressed and not _is_asked(text, meant, reading, before):
        return Understanding(Topic.SILENT, meant.intent, recognition=reading.recognition, context=before)
    return meant


def _small_talk(text: str, addressed: bool, before: DialogueContext) -> Understanding | None:
    """Understand greetings, thanks and noise; None for anything else."""
    intent = intents.whole_message_intent(text)
    if intent is None and not any(letter.isalnum() for letter in text):
        intent = Intent.HELP
        addressed = addressed and (not text.strip() or "?" in text)
    if intent is None:
        return None
    return Understanding(Topic.HELP if addressed else Topic.SILENT, intent, context=before)


def _pick(text: str, index: TitleIndex, before: DialogueContext, choices: Sequence[MovieId]) -> Understanding | None:
    """Understand a message that picks one of the movies offered; None for any other.

    The movies offered beside an answer are picked from only by what tells them from the movie answered for.
    """
    offered = []
    for number in choices:
        with suppress(KeyError):
            offered.append(index.entry(number))
    ages = read_ages(text)
    worries = read_worries(text)
    rest = set_aside(text, read_spans(ages, worries))
    picked = picking.pick(rest, offered) if len(text) <= LONGEST_PICK else None
    if picked is None:
        return None
    reading = Reading(text, ages, worries, intents.read_intent(text))
    if before.intent is Intent.RECOMMEND:
        before = replace(before, intent=None, concerns=())
    return turn(Topic.MOVIE, reading, before, movies=(picked,))


def _meaning(text: str, reading: Reading, index: TitleIndex, before: DialogueContext) -> Understanding:
    """Decide the topic of a message whose titles were looked up."""
    like = [mention for mention in reading.mentions if intents.stands_for_kind(text, mention.span.start)]
    sure = [mention for mention in reading.mentions if mention.grade in ANSWERED and mention not in like]
    if not sure and intents.asks_how_we_rate(text):
        return turn(Topic.HELP, reading, before, intent=Intent.HOW_WE_RATE)
    named = any(mention.grade is not Grade.WEAK and not _is_small(mention) for mention in reading.mentions)
    if like or (not named and asks_to_recommend(text, reading, before)):
        return recommendation(text, reading, like, index, before)
    if sure:
        return _named(text, reading, sure, before)
    if reading.mentions:
        return _to_choose(reading, before)
    if reading.unknown and reading.recognition is not None:
        span = next(span for span in reading.recognition.unknown if reading.unknown[0] in text[span.start : span.end])
        return _unknown(text, reading.unknown[0], span, reading, before)
    return _without_title(text, reading, index, before)


def _without_title(text: str, reading: Reading, index: TitleIndex, before: DialogueContext) -> Understanding:
    """Understand a message in which no title was recognised: never for the movie before when it may name another."""
    spans = read_spans(reading.ages, reading.worries)
    asks = bool(reading.ages or reading.worries.concerns)
    like_title = title_like(text, spans) if asks or before.intent is not None else None
    if like_title is not None:
        words = text[like_title.start : like_title.end]
        mention = look_up_title(words, index)
        if mention is None:
            return _unknown(text, words.strip(), like_title, reading, before)
        if mention.grade in ANSWERED and before.movies and _THAN_IT.search(text):
            return _named(text, reading, [mention], before)
        exact = mention.candidates[0].matched_title.lower() == words.lower()
        if exact and mention.grade in ANSWERED and reading.ages and asking.SUITABLE.search(text):
            return turn(Topic.MOVIE, reading, before, movies=unique_ids([mention.candidates[0].movie_id]))
        reading = replace(reading, mentions=(replace(mention, span=like_title),))
        return _to_choose(reading, before)
    if before.choices:
        return _still_choosing(text, reading, index, before)
    if before.movies and reading.intent is not Intent.CORRECTION:
        return follow_up(text, reading, index, before)
    return turn(Topic.HELP, reading, before, intent=reading.intent or _intent_without_movie(text, reading))


def _unknown(text: str, words: str, span: Span, reading: Reading, before: DialogueContext) -> Understanding:
    """Say that a title is not known; where it may be a thing in the movie before ("the lava monster"), ask first."""
    spoken_of = before.movies or (before.choices if len(before.choices) == 1 else ())
    before_it = text[: span.start]
    is_thing = _THING.search(before_it + words) is not None and _MOVIE.match(text, span.end) is None
    asks_more = bool(reading.worries.concerns) or reading.intent is not None
    is_thing = is_thing or (asks_more and not reading.ages and _SUBJECT.search(before_it) is not None)
    if spoken_of and is_thing and not before.asked_again:
        return turn(Topic.CHOOSE, reading, before, movies=spoken_of, asked_title=words, from_context=True)
    return turn(Topic.UNKNOWN, reading, before, asked_title=words)


def _intent_without_movie(text: str, reading: Reading) -> Intent:
    """Name what a message asks for that names no movie."""
    if reading.worries.concerns:
        return Intent.CONCERN
    asks = (asking.QUESTION.search(text) or asking.SUFFICIENT.search(text)) and asking.is_small_talk(text)
    return Intent.VERDICT if asks else Intent.HELP


def _named(text: str, reading: Reading, sure: Sequence[Mention], before: DialogueContext) -> Understanding:
    """Answer about the movie or movies that the message names surely."""
    wanted = sure
    if len(sure) > 1:
        meant = [m for m in sure if not intents.NEGATED_TITLE_BEFORE.search(text[: m.span.start])]
        wanted = meant or sure
        if reading.intent is Intent.CORRECTION:
            wanted = wanted[-1:]
    movies = unique_ids(mention.candidates[0].movie_id for mention in wanted)
    if len(movies) > 1:
        intent = reading.intent or Intent.COMPARE
        return turn(Topic.SEVERAL, reading, before, movies=movies[:MOST_CHOICES], intent=intent)
    if len(before.movies) == 1 and movies != before.movies and _THAN_IT.search(text):
        return turn(
            Topic.SEVERAL, reading, before, movies=(*before.movies, *movies), intent=reading.intent or Intent.COMPARE
        )
    mention = wanted[0]
    others: tuple[MovieId, ...] = ()
    if mention.grade is Grade.MEDIUM:
        others = unique_ids(candidate.movie_id for candidate in mention.candidates[1:MOST_CHOICES])
    asks_same = _IN_IT.match(text) is not None
    return turn(Topic.MOVIE, reading, before, movies=movies, others=others, asks_same=asks_same)


def _to_choose(reading: Reading, before: DialogueContext) -> Understanding:
    """Ask which movie is meant: those that share the title, else the near ones."""
    shared = [mention for mention in reading.mentions if mention.grade is Grade.SHARED]
    mentions = shared or list(reading.mentions)
    longest = max(len(mention.candidates) for mention in mentions)
    in_turn = [
        mention.candidates[place].movie_id
        for place in range(longest)
        for mention in mentions
        if place < len(mention.candidates)
    ]
    return turn(
        Topic.CHOOSE,
        reading,
        before,
        movies=unique_ids(in_turn)[:MOST_CHOICES],
        same_title=bool(shared),
        asked_title=" or ".join(dict.fromkeys(mention.text for mention in mentions)),
    )


def _still_choosing(text: str, reading: Reading, index: TitleIndex, before: DialogueContext) -> Understanding:
    """Ask again, once, after a message that picked none of the movies offered, with what it added; then start anew."""
    if reading.intent is Intent.CORRECTION or not (reading.ages or reading.worries.concerns or reading.intent):
        return turn(Topic.HELP, reading, before, intent=Intent.CORRECTION)
    if before.movies:
        return follow_up(text, reading, index, before)
    if before.asked_again:
        return turn(Topic.HELP, reading, before, intent=Intent.CORRECTION)
    return turn(Topic.CHOOSE, reading, before, movies=before.choices, same_title=False)


def _is_asked(text: str, meant: Understanding, reading: Reading, before: DialogueContext) -> bool:
    """Whether talk that was not said to the guide asks it something."""
    if before.choices and set(meant.movies) & set(before.choices):
        return True
    if meant.from_context:
        return bool(reading.ages or reading.worries.concerns) and asking.QUESTION.search(reading.masked) is not None
    spans = read_spans(reading.ages, reading.worries)
    spoken = reading.masked if meant.recognition is None else set_aside(text, [m.span for m in reading.mentions])
    return asking.is_asked(
        spoken,
        names_movie=bool(reading.mentions or reading.unknown),
        may_name_movie=not asking.is_small_talk(set_aside(reading.masked, spans)),
        has_ages=bool(reading.ages),
        has_concerns=bool(reading.worries.concerns),
        asks_for_part=reading.intent in _ASKED_OF_A_GUIDE,
    )


def _is_small(mention: Mention) -> bool:
    return asking.is_small_talk(mention.text)
