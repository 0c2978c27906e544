"""How far what was typed is from a title: a sum of named differences, each weighed by whether it matters.

A slip of the pen costs about one; a missing "the" far less; a missing or extra word that means something, or another
number, so much that the two are different movies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from bot.matching.normalising import NUMBER_WORDS, PART_WORDS, SMALL_WORDS

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
# A typed word that is itself a word of titles or of everyday speech was probably meant.
REAL_WORD: Final = 3.0
# One "s" more or less at the end is how "The Westerner" and "The Westerners" differ.
_PLURAL: Final = 2.5
_PLURAL_AMONG_SLIPS: Final = 1.2
_FIRST_LETTER: Final = 0.3
_SMALL_WORD_SLIP: Final = 0.6
_OTHER_SMALL_WORD: Final = 1.0
# Each slip, when a word has more of them than people make.
_MANY_SLIPS: Final = 1.5
_NEVER: Final = 99.0


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
    return _MISSING_NUMBER if word.isdigit() else _MISSING


def _extra_cost(word: str, small: float) -> float:
    if word in PART_WORDS:
        return _SPACE
    if word in SMALL_WORDS:
        return small
    return _MISSING_NUMBER if word.isdigit() else _EXTRA


@lru_cache(maxsize=8192)
def _slips(typed: str, word: str) -> int:
    most = (3 * max(len(typed), len(word))) // 5
    found = OSA.distance(typed, word, score_cutoff=most)
    return found if found <= most else -1


def word_cost(typed: str, word: str, known: Callable[[str], bool]) -> float:
    """Return what it costs to have meant `word` by `typed`; a large number when nobody would."""
    if typed == word:
        return 0.0
    if not (typed.isalpha() and word.isalpha()):
        if word.isdigit() or typed.isdigit():
            if word.isdigit() and typed.isdigit():
                return _OTHER_NUMBER
            typed, word = _spelled(typed), _spelled(word)
            if word.isdigit() or typed.isdigit():
                return _NEVER
        if [char for char in typed if char.isdigit()] != [char for char in word if char.isdigit()]:
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
    if typed == name:
        return Difference(0.0, 0.0, 0.0, 0, 0)
    rows, columns = len(typed), len(name)
    small = _SMALL[min(3, sum(word not in SMALL_WORDS for word in name))]
    best: list[list[tuple[float, float, float, float, int, int]]] = [
        [(_NEVER * 9, 0.0, 0.0, 0.0, 0, 0)] * (columns + 1) for _ in range(rows + 1)
    ]
    best[0][0] = (0.0, 0.0, 0.0, 0.0, 0, 0)
    for row in range(rows + 1):
        for column in range(columns + 1):
            if row == column == 0:
                continue
            options = []
            if row and column:
                options.append(_step(best[row - 1][column - 1], word_cost(typed[row - 1], name[column - 1], known)))
            if column:
                cost = _missing_cost(name[column - 1], small)
                total, letters, missing, extra, gone, added = best[row][column - 1]
                significant = gone + (cost >= _SIGNIFICANT)
                options.append((total + cost, letters, missing + cost, extra, significant, added))
            if row:
                cost = _extra_cost(typed[row - 1], small)
                total, letters, missing, extra, gone, added = best[row - 1][column]
                options.append((total + cost, letters, missing, extra + cost, gone, added + (cost >= _SIGNIFICANT)))
            if row and column > 1 and len(typed[row - 1]) > 3:
                whole = _spelled(name[column - 2]) + _spelled(name[column - 1])
                if abs(len(whole) - len(typed[row - 1])) <= _JOINED_LENGTH:
                    joined = _JOINED_SLIPS * word_cost(typed[row - 1], whole, known)
                    options.append(_step(best[row - 1][column - 2], joined + _SPACE))
            if (
                row > 1
                and column
                and abs(len(typed[row - 2]) + len(typed[row - 1]) - len(name[column - 1])) <= _JOINED_LENGTH
            ):
                split = _split_cost(typed[row - 2], typed[row - 1], name[column - 1], known)
                options.append(_step(best[row - 2][column - 1], split + _SPACE))
            best[row][column] = min(options)
    total, letters, missing, extra, gone, added = best[rows][columns]
    number_differs = [word for word in typed if word.isdigit()] != [word for word in name if word.isdigit()]
    real = sum(1 for word in typed if word not in name and known(word)) if letters >= REAL_WORD else 0
    return Difference(letters, missing, extra, gone, added, number_differs, min(real, int(letters / REAL_WORD)))


def _split_cost(first: str, second: str, word: str, known: Callable[[str], bool]) -> float:
    if first + second == word:
        return 0.0
    if first.isdigit() or second.isdigit() or any(char.isdigit() for char in first + second):
        return _NEVER
    cost = _JOINED_SLIPS * word_cost(first + second, word, known)
    return cost + REAL_WORD if known(first) and known(second) else cost


def _step(
    before: tuple[float, float, float, float, int, int], cost: float
) -> tuple[float, float, float, float, int, int]:
    total, letters, missing, extra, gone, added = before
    return total + cost, letters + cost, missing, extra, gone, added


def _spelled(word: str) -> str:
    return NUMBER_WORDS[int(word)] if word.isdigit() and int(word) <= 20 else word


def letters_of(name: list[str]) -> int:
    """Return how many letters of a name tell it apart."""
    return sum(len(word) for word in name if word not in SMALL_WORDS) or sum(map(len, name))
