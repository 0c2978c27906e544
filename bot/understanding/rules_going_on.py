"""The rules about messages that go on: they pick, correct, ask on about the movie spoken of, or name an unknown one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final

from bot.domain.movie import MovieId
from bot.matching.mention import Span
from bot.matching.titles import TitleEntry
from bot.understanding import series
from bot.understanding.frame import Frame
from bot.understanding.intents import Intent
from bot.understanding.links import stands_beside_one
from bot.understanding.meaning import Meaning, Topic, about_context, meaning
from bot.understanding.message_kind import CHAT, FOLLOW, FOREIGN, LOOKALIKE, MOVIE, RECOMMEND, TALK
from bot.understanding.picking import PLACES, pick
from bot.understanding.roles import LIKELY, may_go_on, roles
from bot.understanding.rules_naming import a_whole_series, compared


def one_of_those_offered(frame: Frame) -> Meaning | None:
    """Answer for a movie picked from those offered: "the second one", "the 2014 one"."""
    before = frame.before
    if frame.links:
        return None  # a link tells its movie by itself
    alone = frame.text.strip().isdigit()
    several = before.movies if len(before.movies) > 1 else ()
    offered = before.choices or (() if alone and not before.ages else before.listed) or several
    entries = _entries(frame, offered)
    picked = pick(frame, entries, frame.picks)
    if picked is None or a_whole_series(frame) is not None:
        return None
    frame = _without_the_pick(frame)
    return meaning(Topic.MOVIE, frame, movies=(picked,), intent=_picked_intent(frame))


def _without_the_pick(frame: Frame) -> Frame:
    """Return the frame without ages in the words that pick: "2" of "option 2" is no child of 2."""
    words = {place for name in PLACES for first, end in frame.picks.get(name, ()) for place in range(first, end)}
    if len(frame.tokens) == 1:
        words.add(0)
    ages = tuple(note for note in frame.ages if words.isdisjoint(range(note.first, note.end)))
    return replace(frame, ages=ages)


def _picked_intent(frame: Frame) -> Intent | None:
    if frame.before.intent is Intent.RECOMMEND:
        return frame.intent or Intent.VERDICT
    return None


def corrected_without_title(frame: Frame) -> Meaning | None:
    """Ask for the title where the last movie was the wrong one and no other is named."""
    if frame.intent is not Intent.CORRECTION or frame.mentions or frame.unknown or _part(frame) is not None:
        return None
    if frame.ages or frame.concerns:
        return None
    return meaning(Topic.HELP, frame, intent=Intent.CORRECTION)


def another_part(frame: Frame) -> Meaning | None:
    """Answer for another part of the series spoken of: "and the third one?", "the sequel"."""
    before = frame.before
    number = _part(frame)
    if len(before.movies) != 1 or number is None:
        return None
    if isinstance(number, str):
        part = series.next_part(frame.index, before.movies[0], 1 if number == "next" else -1)
    else:
        part = series.part_of(frame.index, before.movies[0], number)
    if part is None:
        return _no_such_part(frame, number)
    if part.movie_id == before.movies[0]:
        return None
    movie = MovieId(part.movie_id)
    if frame.has_cue("than") or frame.has_cue("compare"):
        return compared(frame, (*before.movies, movie))
    return meaning(Topic.MOVIE, frame, movies=(movie,))


def _no_such_part(frame: Frame, number: str | int) -> Meaning | None:
    """Say that a part of the series spoken of is not known; the movie stays open for the next question."""
    with suppress(KeyError):
        title, own = series.split_number(frame.index.entry(frame.before.movies[0]).title)
        if number == "next":
            number = own + 1
        if isinstance(number, int) and number > 1:
            unknown = meaning(Topic.UNKNOWN, frame, asked_title=f"{title} {number}")
            return replace(unknown, context=replace(frame.before, ages=unknown.ages))
    return None


def _part(frame: Frame) -> str | int | None:
    """Return which part of the series spoken of is meant: "next", "previous" or a number; None when none is."""
    parts = frame.parts
    if not parts:
        return None
    name = next(iter(parts))
    return series.LAST if name == "last" else name if name in ("next", "previous") else int(name)


def another_version(frame: Frame) -> Meaning | None:
    """Understand "the newer one", "the animated version" as another movie of the same title."""
    before = frame.before
    said = _said_of_version(frame)
    if len(before.movies) != 1 or not said or not may_go_on(frame):
        return None
    with suppress(KeyError):
        entry = frame.index.entry(before.movies[0])
        same = series.titled(entry.title, frame.index)
        others = [one for one in same if one.movie_id != entry.movie_id]
        if len(others) == 1 and "other" in said:
            return meaning(Topic.MOVIE, frame, movies=(MovieId(others[0].movie_id),), asks_same=True)
        if others:
            picked = pick(frame, same, said)
            if picked is not None and picked not in before.movies:
                return meaning(Topic.MOVIE, frame, movies=(picked,), asks_same=True)
        elif "newest" in said or "oldest" in said:
            part = series.by_age(frame.index, entry.movie_id)[-1 if "newest" in said else 0]
            if part.movie_id != entry.movie_id:
                return meaning(Topic.MOVIE, frame, movies=(MovieId(part.movie_id),), asks_same=True)
    return None


_VERSIONS: Final = frozenset({"newest", "oldest", "animated", "live_action", "other"})


_VERSION_WORDS: Final = frozenset({"one", "ones", "version", "remake", "original", "reboot", "musical"})


def _said_of_version(frame: Frame) -> dict[str, Sequence[tuple[int, int]]]:
    """Return the words that may name another version: "the new one", not the "old" of "9 years old"."""
    ages = {place for note in frame.ages for place in range(note.first, note.end)}
    found: dict[str, Sequence[tuple[int, int]]] = {}
    for name, places in frame.picks.items():
        kept = [
            (first, end)
            for first, end in places
            if ages.isdisjoint(range(first, end))
            and _VERSION_WORDS & {token.word for token in frame.tokens[first : end + 1]}
        ]
        if name in _VERSIONS and kept:
            found[name] = kept
    return found


def unknown_link(frame: Frame) -> Meaning | None:
    """Say that the movie behind a link is not known, by its title where the words beside the link read like one."""
    if not frame.unknown_links:
        return None
    said = next(
        (one for one in frame.unknown_titles if stands_beside_one(one, frame.unknown_links, frame.tokens)), None
    )
    return meaning(Topic.UNKNOWN, frame, asked_title=None if said is None else frame.text[said.start : said.end])


def unknown_title(frame: Frame) -> Meaning | None:
    """Say that a title is not known: words in a title's place, cut as a title is cut."""
    if not frame.unknown or frame.share(FOREIGN) > LIKELY:
        return None
    odds = max(frame.recognition.unknown_odds)
    strange = [span for span in frame.unknown if frame.is_strange(span)]
    is_title = any(_is_written_as_title(frame, span) for span in strange)
    one_open = len(frame.before.movies) == 1 and not frame.before.asked_again
    if strange and not is_title and one_open and odds < _SURE_TITLE:
        words = frame.text[strange[0].start : strange[0].end]
        return meaning(Topic.CHOOSE, frame, movies=frame.before.movies, asked_title=words, from_context=True)
    if _talk_is_open(frame) and not strange:
        asks_more = frame.intent is not None or bool(frame.concerns)
        if frame.share(FOLLOW) > LIKELY or odds < (_SURE_TITLE if asks_more else _LIKELY_TITLE):
            return None
    if frame.share(TALK) > LIKELY or (frame.share(RECOMMEND) > LIKELY and not frame.share(MOVIE) > 0.3):
        return None
    span = frame.unknown[frame.recognition.unknown_odds.index(odds)]
    return meaning(Topic.UNKNOWN, frame, asked_title=frame.text[span.start : span.end])


def _is_written_as_title(frame: Frame, span: Span) -> bool:
    """Tell whether words are several, each with a capital: "and Blorvax Returns?"."""
    first, end = frame.place(span)
    return end - first > 1 and all(token.capital for token in frame.tokens[first:end])


_LIKELY_TITLE: Final = 0.5


_SURE_TITLE: Final = 2.0
"""Odds of words to be an unknown title, from which a talk about another movie ends; the second where the message asks
for something that goes on about it as well."""


def _talk_is_open(frame: Frame) -> bool:
    before = frame.before
    return bool(before.movies or before.choices) or before.intent is Intent.RECOMMEND


def follow_up(frame: Frame) -> Meaning | None:
    """Answer about the movie spoken of."""
    before = frame.before
    if not before.movies or roles(frame).sure:
        return None
    says = bool(frame.ages or frame.concerns or frame.touched or frame.sensitive or frame.intent)
    talk = frame.share(TALK, CHAT) > frame.share(FOLLOW, MOVIE, LOOKALIKE)
    if not says and talk:
        return meaning(Topic.HELP if frame.addressed else Topic.SILENT, frame, intent=Intent.SMALL_TALK)
    if frame.intent is Intent.CORRECTION and not (frame.ages or frame.concerns):
        return meaning(Topic.HELP, frame, intent=Intent.CORRECTION)
    return about_context(frame)


def still_choosing(frame: Frame) -> Meaning | None:
    """Ask again, once, which of those offered is meant, with what the message added."""
    before = frame.before
    if not before.choices:
        return None
    wrong = frame.intent is Intent.CORRECTION
    says = bool(frame.ages or frame.concerns or (frame.intent and not wrong))
    if not says and frame.share(TALK) > LIKELY:
        return meaning(Topic.HELP, frame, intent=Intent.SMALL_TALK)
    if len(before.choices) == 1 and (says or not wrong):
        return meaning(Topic.MOVIE, frame, movies=before.choices)
    if not says or before.asked_again:
        return meaning(Topic.HELP, frame, intent=Intent.CORRECTION)
    return meaning(Topic.CHOOSE, frame, movies=before.choices, same_title=False)


def _entries(frame: Frame, movies: Iterable[MovieId]) -> list[TitleEntry]:
    found = []
    for movie in movies:
        with suppress(KeyError):
            found.append(frame.index.entry(movie))
    return found
