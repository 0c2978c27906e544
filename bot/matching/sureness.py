"""How sure it is that words spelled differently from a title are slips of the pen for it, and not another title.

A sum of named weights (natural logarithm of the odds). They were fitted by logistic regression on half of the
development catalogue, with made slips: titles of the other half, left out of the index on purpose, and its own; then
rounded. What they say is plain: few slips in a long title, made
of letters that no word has ("jngle"), with no other title near, are slips; a typed word that is itself a word
("robber" for "robbery") or reads like one ("summerland") was probably meant.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from rapidfuzz.distance import OSA

from bot.matching.alignment import REAL_WORD, Difference, letters_of

WEIGHTS: Final = {
    "start": -0.1,
    "slips": -0.6,
    "slips beyond odd letters": -0.8,
    "words": 0.7,
    "one word": -1.2,
    "letters": 0.9,
    "no odd letters": -2.2,
    "real words": -1.1,
    "unknown words": 2.3,
    "nearer words": -2.3,
    "margin": 0.5,
    "margin in a short title": -0.9,
    "popularity": 1.2,
    "missing": -1.4,
    "missing words": -2.7,
    "extra words": -4.3,
    "article": -7.2,
    "year, people and kind": 0.8,
}

_MOST_WORDS: Final = 4
_MOST_LETTERS: Final = 24
_MOST_MARGIN: Final = 5.0
_LEAST_SLIPS: Final = 0.3
_SHORTEST: Final = 3


def evidence(
    typed: list[str],
    key: list[str],
    gap: Difference,
    *,
    article: float,
    fit: float,
    margin: float,
    popularity_rank: float,
    known: Callable[[str], bool],
    odd_letters: Callable[[str], int],
    nearer_word: Callable[[str, int], bool],
) -> dict[str, float]:
    """Return what speaks for and against a slip, each by name and weighed.

    `margin` is how many slips farther the next title is; `popularity_rank` is from 0 to 1 among all movies.
    """
    differing = [word for word in typed if word not in key]
    real = sum(map(known, differing))
    odd = [odd_letters(word) for word in differing if not known(word)]
    letters = min(letters_of(key), _MOST_LETTERS)
    slips = max(_LEAST_SLIPS, gap.letters - REAL_WORD * min(real, gap.real_words))
    margin = min(max(margin, 0.0), _MOST_MARGIN)
    nearer = sum(
        nearer_word(word, min(OSA.distance(word, other) for other in key))
        for word in differing
        if len(word) > _SHORTEST and not known(word)
    )
    measured = {
        "start": 1.0,
        "slips": slips,
        "slips beyond odd letters": max(0.0, slips - sum(odd)),
        "words": float(min(len(key), _MOST_WORDS)),
        "one word": float(len(key) == 1),
        "letters": math.log(letters),
        "no odd letters": float(not sum(odd)),
        "real words": float(real),
        "unknown words": float(sum(not count for count in odd)),
        "nearer words": float(nearer),
        "margin": margin,
        "margin in a short title": margin / letters,
        "popularity": popularity_rank,
        "missing": gap.missing,
        "missing words": float(gap.missing_words),
        "extra words": float(gap.extra_words),
        "article": article,
        "year, people and kind": max(0.0, fit),
    }
    return {name: WEIGHTS[name] * value for name, value in measured.items() if value}
