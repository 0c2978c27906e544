"""The decision how likely each option is the movie meant: one small forest of decision trees over named numbers.

Trained by `python -m bot.understanding.training` on messages whose movie is known, with taggings by models that had not
seen them. Boosted trees (Friedman 2001), a hundred small ones, kept as plain arrays; where more of something can only
speak for or against a movie the trees were made to follow that. A forest was taken because what decides are pairs: an
everyday word is the title at the end of a question and is none inside a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.understanding.title_options import TitleOption


@dataclass(frozen=True)
class Forest:
    """Trees as arrays of one row a tree: at each node which feature is asked, the bound, and where to go from there.

    A node's `left` and `right` are nodes of the same tree; a leaf leads to itself and has its `value`.
    """

    feature: NDArray[np.int16]
    bound: NDArray[np.float32]
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: NDArray[np.float32]
    depth: int

    @cached_property
    def _nodes(self) -> tuple[NDArray[Any], ...]:
        """The first node of each tree, then all nodes of all trees in one row, by their numbers in that row."""
        first = np.arange(len(self.feature)) * self.feature.shape[1]
        base = np.repeat(first, self.feature.shape[1])
        left, right = self.left.ravel() + base, self.right.ravel() + base
        return first, self.feature.ravel(), self.bound.ravel(), left, right, self.value.ravel()

    def odds(self, values: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return for each row of features the natural logarithm of the odds."""
        first, feature, bound, left, right, value = self._nodes
        rows = np.arange(len(values))[:, None]
        node: NDArray[Any] = np.broadcast_to(first, (len(values), len(first)))
        for _ in range(self.depth):
            node = np.where(values[rows, feature[node]] <= bound[node], left[node], right[node])
        odds: NDArray[np.float64] = value[node].sum(axis=1, dtype=np.float64)
        return odds


def weigh(options: Sequence[TitleOption], forest: Forest) -> None:
    """Fill in the odds of every option."""
    if not options:
        return
    odds = forest.odds(np.stack([option.values for option in options]))
    for option, one in zip(options, odds.tolist(), strict=True):
        option.odds = one
