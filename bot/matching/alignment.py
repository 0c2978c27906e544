"""How far what was typed is from a title: a sum of named differences, each weighed by whether it matters.

A slip of the pen costs about one; a missing "the" far less; a missing or extra word that means something, or another
number, so much that the two are different movies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

from bot.matching.normalising import ARTICLES, NUMBER_WORDS, PART_WORDS, SMALL_WORDS

_MISSING: Final = 3.0
# From here on a missing or extra word makes another title.
_SIGNIFICANT: Final = 1.0
# A small word that is missing or extra, by how many telling words stand beside it: "Time" is not "On Time".
_SMALL: Final = (2.5, 2.0, 1.0, 0.5)
_MISSING_NUMBER: Final = 4.0
_EXTRA: Final = 3.5
_OTHER_NUMBER: Final = 6.0
_SPACE: Final = 0.25
# A slip counts for more where the words had to be joined or split as well.
_JOINED_SLIPS: Final = 1.4
_JOINED_LENGTH: Final = 2
_SHORTEST_JOINED: Final = 3
# A typed word that is itself a word of titles or of everyday speech was probably meant.
REAL_WORD: Final = 3.0
# One "s" more or less at the end is how "The Westerner" and "The Westerners" differ.
_PLURAL: Final = 2.5
_PLURAL_AMONG_SLIPS: Final = 1.2
_FIRST_LETTER: Final = 0.3
_SMALL_WORD_SLIP: Final = 0.6
# "Interview with a Vampire" is "Interview with the Vampire".
_OTHER_ARTICLE: Final = 0.3
_OTHER_SMALL_WORD: Final = 1.0
# Each slip, when a word has more of them than people make.
_MANY_SLIPS: Final = 1.5
_NEVER: Final = 99.0


# All costs together, then letters, missing and extra ones, and how many significant words are missing and extra.
_Sums = tuple[float, float, float, float, int, int]
_NOTHING: Final[_Sums] = (0.0, 0.0, 0.0, 0.0, 0, 0)


@dataclass(frozen=True, slots=True)
class Difference:
    """What separates the typed words from a name, in slips of the pen."""

    letters: float
    missing: float
    extra: float
    missing_words: int
    extra_words: int
    number_differs: bool = False
    real_words: int = 0

    @property
    def total(self) -> float:
        """All differences together."""
        return self.letters + self.missing + self.extra


def _missing_cost(word: str, small: float) -> float:
    if word in PART_WORDS:
        return _SPACE
    if word in SMALL_WORDS:
        return small
    return _MISSING_NUMBER if word.isdecimal() else _MISSING


def _extra_cost(word: str, small: float) -> float:
    if word in PART_WORDS:
        return _SPACE
    if word in SMALL_WORDS:
        return small
    return _MISSING_NUMBER if word.isdecimal() else _EXTRA


def _slips(typed: str, word: str) -> int:
    most = (3 * max(len(typed), len(word))) // 5
    found = OSA.distance(typed, word, score_cutoff=most)
    return found if found <= most else -1


def word_cost(typed: str, word: str, known: Callable[[str], bool]) -> float:
    """Return what it costs to have meant `word` by `typed`; a large number when nobody would."""
    if typed == word:
        return 0.0
    if typed in ARTICLES and word in ARTICLES:
        return _OTHER_ARTICLE
    if not (typed.isalpha() and word.isalpha()):
        if word.isdecimal() or typed.isdecimal():
            if word.isdecimal() and typed.isdecimal():
                return _OTHER_NUMBER
            typed, word = _spelled(typed), _spelled(word)
            if word.isdecimal() or typed.isdecimal():
                return _NEVER
        if [char for char in typed if char.isdecimal()] != [char for char in word if char.isdecimal()]:
            return _OTHER_NUMBER
    slips = _slips(typed, word)
    if slips < 0 or slips >= max(len(word), len(typed)):
        return _NEVER
    if word in SMALL_WORDS:
        return slips * _SMALL_WORD_SLIP + (_OTHER_SMALL_WORD if typed in SMALL_WORDS else 0.0)
    return _slips_cost(typed, word, slips, known)


def _slips_cost(typed: str, word: str, slips: int, known: Callable[[str], bool]) -> float:
    longest = max(len(typed), len(word))
    usual = 1 if longest <= 3 else 2 if longest <= 6 else 3 if longest <= 9 else 4
    cost = float(slips) if slips <= usual else _MANY_SLIPS * slips
    if typed[0] != word[0]:
        cost += _FIRST_LETTER
    if typed + "s" == word or word + "s" == typed:
        return cost + _PLURAL
    if known(typed):
        cost += REAL_WORD
    elif slips > 1 and (typed[-1] == "s") != (word[-1] == "s"):
        cost += _PLURAL_AMONG_SLIPS
    return cost


def difference(typed: list[str], name: list[str], known: Callable[[str], bool]) -> Difference:
    """Align the typed words with a name's words, letting words be joined or split, and return what differs."""
    if "".join(typed) == "".join(name):  # "moana2", "wall e": only spaces differ
        return Difference(_SPACE * abs(len(typed) - len(name)), 0.0, 0.0, 0, 0)
    shorter = min(len(typed), len(name))
    front = 0
    while front < shorter and typed[front] == name[front]:
        front += 1
    back = 0
    while back < shorter - front and typed[-1 - back] == name[-1 - back]:
        back += 1
    ours, theirs = typed[front : len(typed) - back], name[front : len(name) - back]
    if not ours and not theirs:
        return Difference(0.0, 0.0, 0.0, 0, 0)
    small = _SMALL[min(3, sum(word not in SMALL_WORDS for word in name))]
    _, letters, missing, extra, gone, added = _aligned(ours, theirs, small, known)
    number_differs = [word for word in ours if word.isdecimal()] != [word for word in theirs if word.isdecimal()]
    real = sum(1 for word in ours if word not in name and known(word)) if letters >= REAL_WORD else 0
    return Difference(letters, missing, extra, gone, added, number_differs, min(real, int(letters / REAL_WORD)))


def _aligned(ours: list[str], theirs: list[str], small: float, known: Callable[[str], bool]) -> _Sums:
    """Return the cheapest way from our words to theirs, by the sums that make a `Difference`."""
    missing_costs = [_missing_cost(word, small) for word in theirs]
    previous: list[_Sums] = []
    before_previous: list[_Sums] = []
    for row in range(len(ours) + 1):
        word = ours[row - 1] if row else ""
        extra_cost = _extra_cost(word, small) if row else 0.0
        current: list[_Sums] = []
        for column in range(len(theirs) + 1):
            options: list[_Sums] = []
            if row:
                total, letters, missing, extra, gone, added = previous[column]
                added += extra_cost >= _SIGNIFICANT
                options.append((total + extra_cost, letters, missing, extra + extra_cost, gone, added))
            if column:
                cost = missing_costs[column - 1]
                total, letters, missing, extra, gone, added = current[column - 1]
                options.append((total + cost, letters, missing + cost, extra, gone + (cost >= _SIGNIFICANT), added))
            if row and column:
                options.append(_step(previous[column - 1], word_cost(word, theirs[column - 1], known)))
                if column > 1:
                    options.append(_step(previous[column - 2], _joined_cost(word, theirs[column - 2 : column], known)))
                if row > 1:
                    pair = ours[row - 2], word
                    options.append(_step(before_previous[column - 1], _split_cost(*pair, theirs[column - 1], known)))
            current.append(min(options) if options else _NOTHING)
        before_previous, previous = previous, current
    return previous[-1]


def _joined_cost(typed: str, words: list[str], known: Callable[[str], bool]) -> float:
    whole = _spelled(words[0]) + _spelled(words[1])
    if len(typed) <= _SHORTEST_JOINED or abs(len(whole) - len(typed)) > _JOINED_LENGTH:
        return _NEVER
    return _SPACE + _JOINED_SLIPS * word_cost(typed, whole, known)


def _split_cost(first: str, second: str, word: str, known: Callable[[str], bool]) -> float:
    if abs(len(first) + len(second) - len(word)) > _JOINED_LENGTH:
        return _NEVER
    if first + second == word:
        return _SPACE
    if any(char.isdecimal() for char in first + second):
        return _NEVER
    cost = _SPACE + _JOINED_SLIPS * word_cost(first + second, word, known)
    return cost + REAL_WORD if known(first) and known(second) else cost


def _step(before: _Sums, cost: float) -> _Sums:
    total, letters, missing, extra, gone, added = before
    return total + cost, letters + cost, missing, extra, gone, added


def _spelled(word: str) -> str:
    return NUMBER_WORDS[int(word)] if word.isdecimal() and len(word) < 3 and int(word) <= 20 else word


def letters_of(name: list[str]) -> int:
    """Return how many letters of a name tell it apart."""
    return sum(len(word) for word in name if word not in SMALL_WORDS) or sum(map(len, name))
