"""Understand a request for movies to watch: whom for, like which movie, and what else they should be like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.matching.recognition import Grade, Mention, Recognition, Span
from bot.matching.titles import TitleIndex
from bot.understanding import asking, intents
from bot.understanding.dialogue import DialogueContext
from bot.understanding.intents import Intent
from bot.understanding.masking import set_aside
from bot.understanding.reading import Reading, look_up_title, read, read_spans
from bot.understanding.turn import Topic, Understanding, turn, unique_ids
from bot.understanding.wishes import Wishes, read_wishes, without_wishes

_FILLERS = frozenset(
    {"best", "top", "favourite", "favorite", "nice", "fun", "family", "movies", "films", "ideas", "list"}
)
"""Words beside wishes that wish for nothing themselves: "best ghibli"."""
MOST_WISHING_WORDS = 8
"""Words, small ones aside, of a message that is nothing but wishes: "old funny Disney movie under 90 minutes"."""


def asks_to_recommend(text: str, reading: Reading, before: DialogueContext) -> bool:
    """Whether movies are asked for: in words, by wishes alone, or by adding to a request for them just made."""
    if reading.unknown and intents.ASKS_OF_ONE.search(text):
        return False
    if intents.asks_for_movies(text):
        return True
    going_on = before.intent is Intent.RECOMMEND
    if going_on and intents.asks_for_others(text):
        return True
    if intents.ASKS_OF_ONE.search(text) or (before.movies and not going_on) or before.choices:
        return False
    said = set_aside(text, read_spans(reading.ages, reading.worries))
    if len(asking.telling_words(said)) > MOST_WISHING_WORDS:
        return False
    if going_on and (reading.ages or reading.worries.concerns) and asking.is_small_talk(said):
        return True
    rest = without_wishes(said, reading.worries.concerns)
    return rest is not None and set(asking.telling_words(rest)) <= _FILLERS


def recommendation(
    text: str, reading: Reading, like: Sequence[Mention], index: TitleIndex, before: DialogueContext
) -> Understanding:
    """Understand what movies are asked for."""
    liked = [*like]
    missing: list[str] = []
    if not liked:
        liked, missing = _liked(text, reading, index)
    spans = [mention.span for mention in liked]
    own = replace(reading.recognition or Recognition(), mentions=tuple(liked), unknown=())
    reading = read(text, own)
    movies = unique_ids(mention.candidates[0].movie_id for mention in liked if mention.grade is not Grade.WEAK)
    if not movies and intents.LIKE_THIS.search(text):
        movies = before.movies or (before.choices if len(before.choices) == 1 else ())
    wishes = _wishes(text, reading, spans)
    if " ".join(wishes.about) in missing:
        wishes = replace(wishes, about=())
    if before.intent is Intent.RECOMMEND:
        wishes = before.wishes.joined(wishes)
        movies = movies or before.like
        if not intents.asks_for_others(text):
            before = replace(before, suggested=())
    return turn(Topic.RECOMMEND, reading, before, movies=movies, wishes=wishes, missing=tuple(missing))


def _liked(text: str, reading: Reading, index: TitleIndex) -> tuple[list[Mention], list[str]]:
    """The titles behind "loved" and "something like" that recognition left out, and those nobody knows."""
    unknown = reading.recognition.unknown if reading.recognition else ()
    spans = [span for span in unknown if intents.stands_for_kind(text, span.start)]
    found: list[Mention] = []
    missing: list[str] = []
    for span in spans or intents.kinds_named(text):
        words = text[span.start : span.end]
        mention = look_up_title(words, index)
        if mention is not None:
            found.append(replace(mention, span=span))
        elif span in spans and intents.LIKE_BEFORE.search(text[: span.start]):
            missing.append(words.strip())
    return found, missing


def _wishes(text: str, reading: Reading, titles: Sequence[Span]) -> Wishes:
    said = set_aside(text, [*titles, *(mention.span for mention in reading.ages)])
    return read_wishes(said, reading.worries.concerns, intents.wanted_rating(text))
