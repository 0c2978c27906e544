"""The movies of a series: its parts in order, the one with a number, the next, the last.

A series is known by the movies' own field; where a movie has none, parts are found by their numbered titles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.language.lexicon import lexicon
from bot.language.words import Break, Token, words_of
from bot.matching.normalising import NUMBER_WORDS, key_words
from bot.matching.titles import TitleEntry, TitleIndex

LAST: Final = -1
"""Stands for the last part of a series, whatever its number."""
MOST_PARTS: Final = 12


def series_of(index: TitleIndex, movie_id: int) -> list[TitleEntry]:
    """Return the movies of a movie's series in order, itself included; only itself when no series is known."""
    entry = index.entry(movie_id)
    found = index.series_of(movie_id)
    if len(found) > 1:
        return found
    base, _ = split_number(entry.title)
    parts = {entry.movie_id: entry}
    for number in range(1, MOST_PARTS):
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


def by_age(index: TitleIndex, movie_id: int) -> list[TitleEntry]:
    """Return the movies of a movie's series, the oldest first."""
    return sorted(series_of(index, movie_id), key=lambda one: one.year or 0)


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


def listed_behind(tokens: Sequence[Token], end: int, index: TitleIndex, movie_id: int) -> list[int]:
    """Return where further parts are listed behind a title that ends in its part: "3" and "4" of "Shrek 2, 3 and 4".

    Only numbers of parts that there are; [] where no "and", "or" or slash joins one: "Paddington 2, 4" is of a child.
    """
    places: list[int] = []
    joined = False
    place = end
    while place < len(tokens):
        is_joining = lexicon().class_of.get(tokens[place].word) == "joining"
        at = place + is_joining
        parted = is_joining or tokens[place].before in (Break.COMMA, Break.SLASH)
        number = number_of(tokens[at].word) if at < len(tokens) else None
        if not parted or number is None or part_of(index, movie_id, number) is None:
            break
        joined = joined or is_joining or tokens[place].before is Break.SLASH
        places.append(at)
        place = at + 1
    return places if joined else []
