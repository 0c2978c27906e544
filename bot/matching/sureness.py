"""How sure it is that words spelled differently from a title are slips of the pen for it, and not another title.

A sum of named weights (natural logarithm of the odds). The weights were tuned on the development split: a logistic
regression on titles of its catalogue, half of them left out of the index on purpose, with made slips of the pen; then
rounded by hand. No text of it is kept here, and none of it is needed to run or test this. What the weights say is
plain: few slips in a long title, made of letters that no word has ("jngle"), with no other title near, are slips; a
typed word that is itself a word ("robber" for "robbery"), reads like one ("summerland") or is nearer to another
("umfaithful" for "faithful") was probably meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

from rapidfuzz.distance import OSA

from bot.language.english import EnglishWords, english_words
from bot.matching.alignment import REAL_WORD, Difference, letters_of
from bot.matching.normalising import SMALL_WORDS

WEIGHTS: Final = {
    "start": 0.8,
    "slips": -0.7,
    "slips beyond odd letters": -0.6,
    "words": 0.4,
    "one word": -1.1,
    "no odd letters": -1.4,
    "frequent words": -1.5,
    "rare words": -1.2,
    "names": 1.1,
    "no words": 1.6,
    "letters as typed": 0.1,
    "nearer English words": -1.4,
    "unknown words": 1.6,
    "nearer words": -1.7,
    "margin": 0.6,
    "margin in a short title": -1.7,
    "popularity": 1.2,
    "missing": -0.8,
    "missing words": -4.8,
    "extra words": -4.3,
    "article": -6.8,
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
    nearer_english: Callable[[str], bool],
) -> dict[str, float]:
    """Return what speaks for and against a slip, each by name and weighed.

    `margin` is how many slips farther the next title is; `popularity_rank` is from 0 to 1 among all movies.
    """
    differing = [word for word in typed if word not in key]
    english = english_words()
    kinds = Counter(_kind(word, known, english) for word in differing if not word.isdecimal())
    real = sum(map(known, differing))
    odd = [odd_letters(word) for word in differing if not known(word)]
    letters = min(letters_of(key), _MOST_LETTERS)
    slips = max(_LEAST_SLIPS, gap.letters - REAL_WORD * min(real, gap.real_words))
    margin = min(max(margin, 0.0), _MOST_MARGIN)
    away = {
        word: min(OSA.distance(word, other) for other in key)
        for word in differing
        if len(word) > _SHORTEST and not known(word)
    }
    nearer = sum(nearer_word(word, slips_away) for word, slips_away in away.items())
    english_nearer = sum(
        slips_away > 1 and not english.knows(word) and nearer_english(word) for word, slips_away in away.items()
    )
    measured = {
        "start": 1.0,
        "slips": slips,
        "slips beyond odd letters": max(0.0, slips - sum(odd)),
        "words": float(min(len(key), _MOST_WORDS)),
        "one word": float(len(key) == 1),
        "no odd letters": float(not sum(odd)),
        "frequent words": float(kinds["frequent words"]),
        "rare words": float(kinds["rare words"]),
        "names": float(kinds["names"]),
        "no words": float(kinds["no words"]),
        "letters as typed": float(sum(len(word) for word in typed if word in key and word not in SMALL_WORDS)),
        "nearer English words": float(english_nearer),
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


def _kind(word: str, known: Callable[[str], bool], english: EnglishWords) -> str:
    if english.is_frequent(word):
        return "frequent words"
    if english.knows(word):
        return "rare words"
    return "names" if known(word) else "no words"
