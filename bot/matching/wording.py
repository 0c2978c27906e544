"""How ordinary question wording reads, so that what is left over can be told to be a title.

Knows the counts that `training` draws from the project's own phrasings: how likely a word is after the two before it,
and how likely a title begins or ends there. It knows no titles.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from bot.matching.normalising import word_set

WORDING_FILE: Final = Path(__file__).with_name("question_wording.json")
START, END, TITLE_HERE, ANY_WORD = "<s>", "</s>", "<title>", "<any>"
AGE, _YEAR, _NUMBER, AGED = "<age>", "<year>", "<number>", "<aged>"
_CHILD, _CONCERN, _DAY = "<child>", "<concern>", "<day>"
_AGE_WORDS: Final = word_set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen"
)
_CHILD_WORDS: Final = word_set(
    "son sons daughter daughters kid kids child children boy boys girl girls nephew niece grandson granddaughter "
    "grandkids grandchild grandchildren toddler toddlers preschooler preschoolers teen teens teenager teenagers "
    "tween tweens baby babies kindergartner kindergartener kindergartners grader graders schooler schoolers "
    "preteen preteens oldest youngest eldest twins stepson stepdaughter brother sister cousin infant kiddo kiddos "
    "kindergarteners godson goddaughter"
)
_CONCERN_WORDS: Final = word_set(
    "violence gore blood fighting fights guns swearing cursing cussing language profanity nudity sex kissing "
    "romance drugs drinking alcohol smoking death deaths dying nightmares monsters ghosts horror bullying racism "
    "suicide slurs torture abuse innuendo murder killing shooting weapons tobacco vaping scares jumpscares swears "
    "stabbing drug sexual gun"
)
_DAY_WORDS: Final = word_set(
    "monday tuesday wednesday thursday friday saturday sunday tonight tomorrow today mondays fridays saturdays sundays"
)
# How much the shorter context counts against the longer: so many words seen, and this share of what was seen.
_TRUST: Final = 6.0
_TRUST_SHARE: Final = 0.25
# The share of one word among those that stand where any word may stand.
_ANY_WORD_SHARE: Final = math.exp(-8.0)


_KINDS: Final = {
    word: kind
    for kind, words in ((_DAY, _DAY_WORDS), (_CONCERN, _CONCERN_WORDS), (_CHILD, _CHILD_WORDS), (AGE, _AGE_WORDS))
    for word in words
}


def word_class(word: str) -> str:
    """Return the word itself, or what kind of number, child, worry or day it is."""
    kind = _KINDS.get(word)
    if kind is not None:
        return kind
    if not word[0].isdecimal():
        return word
    if word.isdecimal():
        number = int(word) if len(word) < 6 else 0
        return AGE if 0 < number <= 18 else _YEAR if 1880 <= number <= 2100 else _NUMBER
    if word.rstrip("abcdefghijklmnopqrstuvwxyz").isdecimal() and word.endswith(("yo", "y", "yr", "yrs")):
        return AGED
    return word


@dataclass(frozen=True, slots=True)
class WordingModel:
    """How often words follow each other in questions."""

    single: dict[str, float]
    following: dict[str, dict[str, float]]
    seen_after: dict[str, float]
    _found: dict[tuple[str, str, str], float] = field(default_factory=dict)

    def knows(self, word: str) -> bool:
        """Tell whether ordinary wording uses this word."""
        return word_class(word) in self.single

    def class_of(self, word: str) -> str:
        """Return the class of a word, that of any word when ordinary wording does not use it."""
        found = word_class(word)
        return found if found in self.single else ANY_WORD

    def log_after(self, earlier: str, before: str, after: str) -> float:
        """Return the logarithm of how likely `after` follows the two words before it; all are word classes."""
        place = (earlier, before, after)
        known = self._found.get(place)
        if known is None:
            known = math.log(self._share(place))
            if len(self._found) < 100_000:
                self._found[place] = known
        return known

    def _share(self, place: tuple[str, str, str]) -> float:
        earlier, before, after = place
        share = self.single[after]
        for context in (before, f"{earlier} {before}"):
            total = self.seen_after.get(context)
            if total is not None:
                trust = _TRUST + _TRUST_SHARE * total
                share = (self.following[context].get(after, 0.0) + trust * share) / (total + trust)
        return share * _ANY_WORD_SHARE if after == ANY_WORD else share


@lru_cache(maxsize=1)
def question_wording() -> WordingModel:
    """Return the model of ordinary question wording, read once."""
    stored = json.loads(WORDING_FILE.read_text(encoding="utf-8"))
    total = sum(stored["single"].values())
    single = {word: number / total for word, number in stored["single"].items()}
    following = {before: {k: float(v) for k, v in after.items()} for before, after in stored["following"].items()}
    return WordingModel(single, following, {before: sum(after.values()) for before, after in following.items()})
