"""The telling words of a text: folded, stemmed, small words left out.

One stem stands for "cooks", "cooked" and "cooking", and one for words that mean the same to everybody who tells a
movie ("mum", "mom", "mother"). The stemmer is light on purpose: it may leave two forms apart, but seldom puts two
words together, since the words of a story are told apart by what they name.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from bot.language.lexicon import lexicon
from bot.language.words import fold

_WORD: Final = re.compile(r"[a-z0-9]+")
_APOSTROPHES: Final = str.maketrans("", "", "'’‘ʼ")
_ALIKE: Final = "alike_"
"""Lists of the lexicon that begin so hold words of one meaning; the first in the alphabet stands for all."""
_SMALL: Final = "story_small"
_VOWELS: Final = frozenset("aeiouy")
_SHORTEST: Final = 3
"""Letters that have to be left of a word when its ending is cut."""
_DOUBLED: Final = frozenset("bdgmnprt")


def words_told(text: str) -> list[str]:
    """Return the words of a text in order, folded, without the sign of a possessive; small words included."""
    return _WORD.findall(fold(text.translate(_APOSTROPHES)))


def is_small(word: str) -> bool:
    """Tell whether a word says nothing of a story: "the", "movie", "suitable"."""
    return len(word) < 2 or word in lexicon().lists[_SMALL]


def stem(word: str) -> str:
    """Return what stands for a word and its other forms."""
    same = _same().get(word)
    if same is not None:
        return same
    cut = _cut(word)
    return _same().get(cut, cut)


def _cut(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORTEST + 2:
        word = f"{word[:-3]}y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST:
        word = word[:-1]
    for ending in ("ing", "ed", "er", "ly"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= _SHORTEST and not _VOWELS.isdisjoint(rest):
            if rest[-1] == rest[-2] and rest[-1] in _DOUBLED:
                rest = rest[:-1]
            word = rest
            break
    if word.endswith("e") and len(word) > _SHORTEST:
        word = word[:-1]
    if word.endswith("y") and len(word) > _SHORTEST:
        word = f"{word[:-1]}i"
    return word


@cache
def _same() -> dict[str, str]:
    """Return the words that another one stands for, by word and by stem."""
    same: dict[str, str] = {}
    for name, words in lexicon().lists.items():
        if name.startswith(_ALIKE):
            for word in words:
                same[word] = same[_cut(word)] = name
    return same
