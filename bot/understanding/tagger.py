"""The learned tagger: which words of a message are a title, a title only mentioned, a child's age, a version cue.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over the features of
bot.understanding.features, trained by `python -m bot.understanding.training` from data/training/. It knows no store and
no titles: only how people write around them. It answers with probabilities, of single words and of whole spans, so
that one decision can weigh them beside what the index finds (bot.understanding.titles).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bot.language.lexicon import Lexicon
from bot.language.words import Token
from bot.understanding.features import Hashes, Vocabulary, features, views
from bot.understanding.templates import TITLE_TEMPLATES

LABELS: Final = ("O", "B-title", "I-title", "B-aside", "I-aside", "age", "newer", "older")
"""Nothing; the first word of a title asked about and its further words; of one only mentioned; …"""
OTHER, TITLE, IN_TITLE, ASIDE, IN_ASIDE, AGE, NEWER, OLDER = range(8)
LEAST_ODDS: Final = -12.0
"""The lowest logarithm of odds given out: the model is never surer than that."""
_NEVER: Final = 30.0
"""How far the score of a label that a word cannot have lies below its others."""
_OF_A_LINK: Final = (TITLE, ASIDE)
_NOT_BEHIND_A_LINK: Final = (IN_TITLE, IN_ASIDE)

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class TaggerWeights:
    """The trained numbers: sorted feature hashes, a row of weights for each, and weights of one label after another."""

    hashes: Hashes
    weights: NDArray[Any]
    transitions: Numbers
    vocabulary: Vocabulary


class Tagging:
    """The probabilities of one message's labels."""

    def __init__(self, scores: Numbers, transitions: Numbers) -> None:
        self._count = len(scores)
        self._emission = np.exp(scores - scores.max(axis=1, keepdims=True)) if self._count else scores
        self._transition = np.exp(transitions)
        forward = np.empty_like(self._emission)
        backward = np.empty_like(self._emission)
        scale = np.empty(self._count)
        for place in range(self._count):
            row = self._emission[place] * (forward[place - 1] @ self._transition if place else 1.0)
            scale[place] = row.sum()
            forward[place] = row / scale[place]
        if self._count:
            backward[-1] = 1.0
        for place in range(self._count - 2, -1, -1):
            backward[place] = self._transition @ (self._emission[place + 1] * backward[place + 1]) / scale[place + 1]
        self._forward, self._backward, self._scale = forward, backward, scale
        self._span_odds: dict[tuple[int, bool], Numbers] = {}
        self.shares: Numbers = forward * backward
        """The probability of each label at each word: an array of one row a word."""

    def odds(self, label: int) -> list[float]:
        """Return for each word the logarithm of the odds of one label."""
        return [_odds(float(share)) for share in self.shares[:, label]]

    def span_odds(self, longest: int, *, aside: bool) -> Numbers:
        """Return the logarithm of the odds of each run of words to be one whole title, asked about or only mentioned.

        An array of one row for each first word and one column for each further word, `longest` at most; what would
        reach beyond the message has LEAST_ODDS. Worked out once.
        """
        if (longest, aside) not in self._span_odds:
            self._span_odds[longest, aside] = self._spans(longest, aside=aside)
        return self._span_odds[longest, aside]

    def _spans(self, longest: int, *, aside: bool) -> Numbers:
        first, inside = (ASIDE, IN_ASIDE) if aside else (TITLE, IN_TITLE)
        count = self._count
        out = np.full((count, longest), LEAST_ODDS)
        if not count:
            return out
        with np.errstate(divide="ignore"):
            within = np.log(self._transition[inside, inside])
            into = np.log(self._transition[first, inside]) - within
            steps = np.concatenate([[0.0], np.cumsum(np.log(self._emission[:, inside] / self._scale) + within)])
            begun = np.log(self._forward[:, first])
        onward = self._emission[1:] * self._backward[1:] / self._scale[1:, None]
        ends = np.zeros((2, count))
        for row, label in enumerate((first, inside)):
            closing = onward @ self._transition[label] - self._transition[label, inside] * onward[:, inside]
            ends[row, :-1] = np.log(np.maximum(closing, 1e-30))
        starts = np.arange(count)[:, None]
        more = np.arange(min(longest, count))
        last = np.minimum(starts + more, count - 1)
        share = begun[:, None] + steps[last + 1] - steps[starts + 1] + np.where(more > 0, into, 0.0)
        share = np.minimum(share + np.where(more > 0, ends[1][last], ends[0][last]), -1e-9)
        odds = np.clip(share - np.log1p(-np.exp(share)), LEAST_ODDS, -LEAST_ODDS)
        out[:, : len(more)] = np.where(starts + more < count, odds, LEAST_ODDS)
        return out

    def best(self) -> list[int]:
        """Return the likeliest label of each word, by itself."""
        return [int(label) for label in self.shares.argmax(axis=1)] if self._count else []


class Tagger:
    """Tags the words of messages."""

    def __init__(self, weights: TaggerWeights, lexicon: Lexicon) -> None:
        self._weights, self._lexicon = weights, lexicon

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that count as themselves."""
        return self._weights.vocabulary

    def tag(self, tokens: Sequence[Token]) -> Tagging:
        """Return the probabilities of the labels of a message's words; linear in their number."""
        return self.tag_views(views(tokens, self._lexicon, self._weights.vocabulary))

    def tag_views(self, table: NDArray[np.uint32], links: Collection[int] = ()) -> Tagging:
        """Do the same with the views of the words; `links` are as in `tagging_of`."""
        return tagging_of(features(table, TITLE_TEMPLATES), self._weights, links)


def tagging_of(found: Hashes, weights: TaggerWeights, links: Collection[int] = ()) -> Tagging:
    """Return the probabilities of the labels of a message's words by their features.

    `links`: the places of links to a movie's page. Each is a whole title, asked about or only mentioned; that is known,
    and the words around are read by it.
    """
    stored = weights.hashes
    places = np.minimum(np.searchsorted(stored, found), len(stored) - 1)
    rows = weights.weights[places].astype(np.float64)
    rows[stored[places] != found] = 0.0
    scores = rows.sum(axis=1)
    labels = np.arange(len(LABELS))
    for place in links:
        never = scores[place].min() - _NEVER
        scores[place] = np.where(np.isin(labels, _OF_A_LINK), scores[place], never)
        if place + 1 < len(scores):
            never = scores[place + 1].min() - _NEVER
            scores[place + 1] = np.where(np.isin(labels, _NOT_BEHIND_A_LINK), never, scores[place + 1])
    return Tagging(scores, weights.transitions)


def _odds(share: float) -> float:
    if share <= 0.0:
        return LEAST_ODDS
    return max(LEAST_ODDS, min(-LEAST_ODDS, math.log(share) - math.log(max(1.0 - share, 1e-9))))
