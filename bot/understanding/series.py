"""Which movie of a series is meant: "the third Toy Story", "Shrek 1 or 2", "the sequel", "the last one".

A series is known by the movies' own field; where a movie has none, parts are found by their numbered titles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.language.lexicon import lexicon
from bot.language.words import Break, words_of
from bot.matching.mention import Mention
from bot.matching.normalising import NUMBER_WORDS, key_words
from bot.matching.titles import TitleEntry, TitleIndex
from bot.understanding.frame import Frame
from bot.understanding.tagger import LABELS

_ORDINALS: Final = {
    word: place
    for words in (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th",
    )
    for place, word in enumerate(words.split(), start=1)
}
_LAST: Final = frozenset({"last", "final"})
LAST: Final = -1
"""Stands for the last part of a series, whatever its number."""
_MOST_PARTS: Final = 12
_JOINING: Final = frozenset({"or", "and", "vs", "versus", "n", "plus"})
_BEFORE_TITLE: Final = 2
assert LABELS[1] == "B-title"


def series_of(index: TitleIndex, movie_id: int) -> list[TitleEntry]:
    """Return the movies of a movie's series in order, itself included; only itself when no series is known."""
    entry = index.entry(movie_id)
    found = index.series_of(movie_id)
    if len(found) > 1:
        return found
    base, _ = split_number(entry.title)
    parts = {entry.movie_id: entry}
    for number in range(1, _MOST_PARTS):
        named = titled(base if number == 1 else f"{base} {number}", index)
        if len(named) == 1:
            parts[named[0].movie_id] = named[0]
    return sorted(parts.values(), key=lambda one: (one.year or 0, one.title))


def part_of(index: TitleIndex, movie_id: int, number: int) -> TitleEntry | None:
    """Return the part of a movie's series with a number, LAST for the last; None when it is not known."""
    parts = series_of(index, movie_id)
    if number == LAST:
        return parts[-1] if len(parts) > 1 else None
    by_place = [one for one in parts if one.place == number]
    if by_place:
        return by_place[0]
    if any(one.place for one in parts):
        return None
    base, _ = split_number(index.entry(movie_id).title)
    named = titled(base if number == 1 else f"{base} {number}", index)
    return named[0] if len(named) == 1 else None


def next_part(index: TitleIndex, movie_id: int, step: int) -> TitleEntry | None:
    """Return the movie so many places further in a movie's series; None when none is known there."""
    parts = series_of(index, movie_id)
    place = next((number for number, one in enumerate(parts) if one.movie_id == movie_id), None)
    if place is None or not 0 <= place + step < len(parts):
        return None
    return parts[place + step]


def titled(title: str, index: TitleIndex) -> list[TitleEntry]:
    """Return the movies that have exactly this title, articles and the form of numbers aside."""
    return index.titled(key_words(words_of(title)))


def split_number(title: str) -> tuple[str, int]:
    """Return a title without the number of its part, and the number: ("Cars", 2) of "Cars 2", 1 where it has none."""
    words = key_words(words_of(title))
    if len(words) > 1 and words[-1].isdecimal() and len(words[-1]) < 3:
        return re.sub(r"[\s:,-]+\S+$", "", title), int(words[-1])
    return title, 1


def number_of(word: str) -> int | None:
    """Return the number a word says, as digits or in letters, up to twelve; None for any other word."""
    if word.isdecimal() and len(word) < 3:
        return int(word)
    if word in NUMBER_WORDS:
        return NUMBER_WORDS.index(word)
    return {"ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}.get(word)


def ordinal_before(frame: Frame, mention: Mention) -> int | None:
    """Return which part is asked for before a title ("the third", "the last"); None when none is."""
    first, _ = frame.place(mention.span)
    for place in range(first - 1, max(-1, first - 1 - _BEFORE_TITLE), -1):
        word = frame.tokens[place].word
        if word in _ORDINALS:
            return _ORDINALS[word]
        if word in _LAST:
            return LAST
        if lexicon().class_of.get(word) not in ("article", "movie"):
            return None
    return None


def numbers_behind(frame: Frame, mention: Mention) -> tuple[list[int], int]:
    """Return the further parts listed behind a title ("2 or 3" of "Shrek 2 or 3"), and how many words list them.

    Empty when no "or" joins numbers there, or when they are a child's age.
    """
    _, end = frame.place(mention.span)
    ages = {place for note in frame.ages for place in range(note.first, note.end)}
    numbers: list[int] = []
    place, last = end, end
    joined = False
    while place < len(frame.tokens):
        word = frame.tokens[place].word
        number = number_of(word)
        parted = frame.tokens[place].before in (Break.COMMA, Break.SLASH) and bool(numbers)
        if word in _JOINING and (numbers or place == end):
            joined = True
        elif (
            number is not None
            and 0 < number <= _MOST_PARTS
            and place not in ages
            and (joined or parted or place == end)
        ):
            numbers.append(number)
            joined = False
            last = place + 1
        else:
            break
        place += 1
    return (numbers, last - end) if numbers and last - end > len(numbers) - 1 else ([], 0)


def expanded(frame: Frame, mention: Mention) -> list[int]:
    """Return the movies that a title with listed parts names ("Toy Story 3 or 4"); [] when it lists none."""
    numbers, words = numbers_behind(frame, mention)
    _, end = frame.place(mention.span)
    own = mention.candidates[0]
    _, number = split_number(mention.text)
    typed_number = number_of(frame.tokens[end - 1].word) is not None and len(mention.text.split()) > 1
    if not numbers or (len(numbers) == 1 and words == 1 and not typed_number):
        return []
    wanted = [number, *numbers] if typed_number else numbers
    if not typed_number and words == len(numbers) and len(numbers) == 1:
        return []
    found = [part_of(frame.index, own.movie_id, one) for one in dict.fromkeys(wanted)]
    return [one.movie_id for one in found if one is not None] if len(wanted) > 1 else []


def parts_named(parts: Sequence[str]) -> int | None:
    """Return the part that a row of the [part] table names by number; None for "next" and "previous"."""
    for part in parts:
        if part == "last":
            return LAST
        if part.isdecimal():
            return int(part)
    return None
