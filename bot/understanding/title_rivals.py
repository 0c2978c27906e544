"""What the options of one message say about each other: a longer title wins, and a number may be no part.

The forest weighs each option by itself (bot.understanding.title_choice); here stands what needs two of them, or the
movies that are known to be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.language.words import Break, Token, words_of
from bot.matching.normalising import condensed_hash, key_words
from bot.matching.titles import TitleIndex
from bot.understanding.series import MOST_PARTS, series_of, split_number
from bot.understanding.title_candidate import SAME_COST
from bot.understanding.title_options import TitleOption

_NEAR: Final = 1.5
"""What may separate the words from a title beside which a person is looked for, in slips of the pen."""
_LONGER_FROM: Final = -1.0
"""Odds from which the whole title of more words outdoes a title within it: "Matilda the Musical" is not Matilda."""
_BEHIND: Final = 0.01
_UNKNOWN_PARTS: Final = 2
"""So many parts more than are known may have come out."""
_OLDEST_CHILD: Final = 17


def let_longer_win(options: Sequence[TitleOption]) -> None:
    """Put every title that stands within the very words of a longer whole one behind that one."""
    exact = [option for option in options if option.find.gap.total <= SAME_COST and option.find.whole]
    for longer in exact:
        if longer.odds < _LONGER_FROM or longer.find.telling_words < 2:
            continue
        inside = set(longer.window.places)
        for option in options:
            if option.find.key != longer.find.key and inside > set(option.window.places):
                option.odds = min(option.odds, longer.odds - _BEHIND)


def beyond_parts(
    tokens: Sequence[Token], options: Sequence[TitleOption], index: TitleIndex, known: NDArray[np.uint64]
) -> frozenset[int]:
    """Return the places of numbers right behind a title that no part of its series can have, so that they are ages.

    `known` are the sorted hashes of the titles of movies that are known to be.
    """
    return frozenset(
        place
        for place, number, last in _numbers_behind(tokens, options, index, known)
        if number > last + _UNKNOWN_PARTS
    )


def next_parts(
    tokens: Sequence[Token], options: Sequence[TitleOption], index: TitleIndex, known: NDArray[np.uint64]
) -> frozenset[int]:
    """Return the places of numbers right behind a title that would be its next part: "encanto 2", "moana 3"."""
    return frozenset(
        place
        for place, number, last in _numbers_behind(tokens, options, index, known)
        if number == last + 1 and tokens[place].before <= Break.HYPHEN
    )


def _numbers_behind(
    tokens: Sequence[Token], options: Sequence[TitleOption], index: TitleIndex, known: NDArray[np.uint64]
) -> Iterator[tuple[int, int, int]]:
    """Yield each number right behind a title: its place, its value and the highest part of that title."""
    for option in options:
        place = option.window.end
        if option.find.gap.total > SAME_COST or place >= len(tokens) or tokens[place].before > Break.COMMA:
            continue
        word = tokens[place].word
        number = int(word) if word.isdecimal() and len(word) < 3 else 0
        if 1 < number <= _OLDEST_CHILD:
            yield place, number, _last_part(option, index, known)


def version_hash(title: Sequence[str], person: Sequence[str]) -> int:
    """Return the number of a title's key words together with the words of somebody's name."""
    return condensed_hash(f"{''.join(title)}|{''.join(person)}")


def other_versions(
    tokens: Sequence[Token], options: Sequence[TitleOption], known: NDArray[np.uint64]
) -> frozenset[str]:
    """Return the keys of titles beside which somebody is named who is in another movie: Jamie Foxx in another Annie.

    `known` are the sorted hashes of the titles of known movies with who is in them (version_hash).
    """
    if not len(known):
        return frozenset()
    words = [token.word for token in tokens]
    exact = [option for option in options if option.find.cost <= _NEAR]
    asked: dict[int, str] = {}
    for key in {tuple(option.find.key) for option in exact}:
        for size in (2, 3):
            for first in range(len(words) - size + 1):
                asked[version_hash(key, words[first : first + size])] = "".join(key)
    hashes = np.array(list(asked), np.uint64)
    there = known[np.minimum(np.searchsorted(known, hashes), len(known) - 1)] == hashes if len(hashes) else []
    found = {asked[int(one)] for one, is_there in zip(hashes.tolist(), there, strict=True) if is_there}
    named = {"".join(option.find.key) for option in exact if option.find.person}
    return frozenset(found - named)


def _last_part(option: TitleOption, index: TitleIndex, known: NDArray[np.uint64]) -> int:
    """Return the highest part of a movie's series that is stored or known to be; 1 where it has none."""
    entry = option.find.entry
    title, own = split_number(entry.title)
    parts = [own, *(max(one.place, split_number(one.title)[1]) for one in series_of(index, entry.movie_id))]
    base = key_words(words_of(title))
    hashes = {number: condensed_hash("".join((*base, str(number)))) for number in range(2, MOST_PARTS + 1)}
    asked = np.array(list(hashes.values()), np.uint64)
    there = known[np.minimum(np.searchsorted(known, asked), len(known) - 1)] == asked if len(known) else []
    return max(*parts, *(number for number, is_there in zip(hashes, there, strict=False) if is_there), 1)
