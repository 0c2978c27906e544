"""How sure it is that words spelled differently from a title are slips of the pen for it, and not another title.

A sum of named weights (natural logarithm of the odds). They were fitted by logistic regression on titles left out of
the index on purpose and on misspelt titles in it, then rounded; what they say is plain: few slips in a long title,
made of letters that no word has ("jngle"), with no other title near, are slips. A typed word that is itself a word
("Fatherhood", "robber") was probably meant.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bot.matching.alignment import REAL_WORD, Difference, letters_of

_CONSTANT: Final = -1.6
_SLIP: Final = -0.6
_SLIP_SHARE: Final = -4.7
_WORD: Final = 0.85
_ODD: Final = 1.0
_REAL: Final = -1.3
_WORDLIKE: Final = 0.7
_MARGIN: Final = 0.45
_LETTER: Final = 0.03
_POPULAR: Final = 1.7
_MISSING: Final = -1.75
_EXTRA: Final = -1.4

_MOST_WORDS: Final = 4
_MOST_ODD: Final = 4
_MOST_MARGIN: Final = 5.0
_MOST_LETTERS: Final = 20


def features(
    typed: list[str],
    key: list[str],
    gap: Difference,
    margin: float,
    popularity_rank: float,
    known: Callable[[str], bool],
    odd_letters: Callable[[str], int],
) -> list[float]:
    """Return what speaks for and against a slip; `popularity_rank` is from 0 to 1 among all movies."""
    differing = [word for word in typed if word not in key]
    real = sum(map(known, differing))
    odd = [odd_letters(word) for word in differing if not known(word)]
    letters = min(letters_of(key), _MOST_LETTERS)
    slips = max(0.3, gap.letters - REAL_WORD * min(real, gap.real_words))
    return [
        1.0,
        slips,
        slips / letters,
        float(min(len(key), _MOST_WORDS)),
        float(min(sum(odd), _MOST_ODD)),
        float(real),
        float(sum(not count for count in odd)),
        min(margin, _MOST_MARGIN),
        float(letters),
        popularity_rank,
        gap.missing,
        gap.extra,
    ]


WEIGHTS: Final = (
    _CONSTANT,
    _SLIP,
    _SLIP_SHARE,
    _WORD,
    _ODD,
    _REAL,
    _WORDLIKE,
    _MARGIN,
    _LETTER,
    _POPULAR,
    _MISSING,
    _EXTRA,
)


def sureness(measured: list[float]) -> float:
    """Return the logarithm of the odds that the words are slips for the title."""
    return sum(weight * value for weight, value in zip(WEIGHTS, measured, strict=True))
