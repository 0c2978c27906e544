"""How ordinary question wording reads, so that what is left over can be told to be a title.

Knows the counts that `training` draws from the project's own phrasings: how likely a word is after another, and how
likely a title begins or ends there. It knows no titles.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

WORDING_FILE: Final = Path(__file__).with_name("question_wording.json")
START, END, TITLE_HERE, ANY_WORD = "<s>", "</s>", "<title>", "<any>"
_AGE, _YEAR, _NUMBER = "<age>", "<year>", "<number>"
_AGE_WORDS: Final = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen".split()
)
# How much the single word counts against the pair: so many words seen, and this share of what was seen.
_TRUST: Final = 8.0
_TRUST_SHARE: Final = 0.1
# A word that ordinary wording never uses: its share of all words, as a logarithm.
_UNSEEN: Final = -9.5
# The share of one word among those that stand where any word may stand.
_ANY_WORD_SPREAD: Final = -6.5


def word_class(word: str) -> str:
    """Return the word itself, or what kind of number it is."""
    if word in _AGE_WORDS:
        return _AGE
    if word.isdigit():
        number = int(word)
        return _AGE if number <= 18 else _YEAR if 1880 <= number <= 2100 else _NUMBER
    if word[0].isdigit() and word.rstrip("abcdefghijklmnopqrstuvwxyz").isdigit() and word.endswith(("yo", "y", "yr", "yrs")):
        return "<aged>"
    return word


@dataclass(frozen=True, slots=True)
class WordingModel:
    """Logarithms of how often words follow each other in questions."""

    single: dict[str, float]
    following: dict[str, dict[str, float]]
    seen_after: dict[str, float]

    def knows(self, word: str) -> bool:
        """Tell whether ordinary wording uses this word."""
        return word_class(word) in self.single

    def log_after(self, before: str, after: str) -> float:
        """Return the logarithm of how likely `after` stands right behind `before`; both are word classes."""
        total = self.seen_after.get(before, 0.0)
        trust = _TRUST + _TRUST_SHARE * total
        alone = self.single.get(after)
        if alone is None:
            any_word = self.following.get(before, {}).get(ANY_WORD, 0.0)
            return math.log((any_word * math.exp(_ANY_WORD_SPREAD) + trust * math.exp(_UNSEEN)) / (total + trust))
        pair = self.following.get(before, {}).get(after, 0.0)
        return math.log((pair + trust * math.exp(alone)) / (total + trust))


@lru_cache(maxsize=1)
def question_wording() -> WordingModel:
    """Return the model of ordinary question wording, read once."""
    stored = json.loads(WORDING_FILE.read_text(encoding="utf-8"))
    total = sum(stored["single"].values())
    single = {word: math.log(number / total) for word, number in stored["single"].items()}
    following = {before: {k: float(v) for k, v in after.items()} for before, after in stored["following"].items()}
    return WordingModel(single, following, {before: sum(after.values()) for before, after in following.items()})
