"""The index of what reviews tell: which movies a parent may mean who tells the story instead of the title.

Immutable, and made of layers like the index of titles (bot.matching.titles): a changed review, or those of one server,
are a thin layer over the packed words of all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bot.matching.saving import load_arrays, save_arrays
from bot.matching.story_columns import (
    FORMAT_VERSION,
    UNIT,
    StoryColumns,
    StoryEntry,
    build_story_columns,
    clusters_of,
)
from bot.matching.story_words import stem

__all__ = ["StoryEntry", "StoryFind", "StoryIndex"]

_ALIKE: Final = 0.5
"""What a word that is only alike counts beside the word itself; chosen on tests/cases/stories.toml [tuning] between
0.3 and 0.6, which hardly differ."""
MOST_FOUND: Final = 5
"""Movies that one search returns."""


@dataclass(frozen=True, slots=True)
class StoryFind:
    """A movie whose review tells some of what was told."""

    movie_id: int
    rank: float
    """What movies are ordered by: the rarity of each word told, times how much the review tells of it."""
    score: float
    """The summed rarity of the words told that the review has, none for more than once."""
    covered: float
    """`score` as a share of what a review with all the words would have, 0 to 1."""
    words: tuple[tuple[str, float], ...]
    """The words that count for it, the most telling first, each with its part of the score."""


class _Layer:
    def __init__(self, columns: StoryColumns, hidden: frozenset[int] = frozenset()) -> None:
        self.columns = columns
        self.hidden = hidden
        self.number_of = {name: number for number, name in enumerate(columns.names())}
        self.row_of = {movie_id: row for row, movie_id in enumerate(columns.movie_id.tolist())}

    def without(self, movie_ids: Iterable[int]) -> _Layer:
        layer = object.__new__(_Layer)
        layer.columns, layer.number_of, layer.row_of = self.columns, self.number_of, self.row_of
        layer.hidden = self.hidden | {self.row_of[one] for one in movie_ids if one in self.row_of}
        return layer

    def __len__(self) -> int:
        return len(self.columns.movie_id)

    def told(self, numbers: Iterable[int]) -> NDArray[Any]:
        """Return how much each movie tells of the stems of these numbers: that which it tells most of."""
        row = np.zeros(len(self), np.float32)
        for number in numbers:
            part = slice(self.columns.offset[number], self.columns.offset[number + 1])
            posting = self.columns.posting[part]
            row[posting] = np.maximum(row[posting], self.columns.weight[part] / np.float32(UNIT))
        return row

    def alike(self, cluster: int) -> list[int]:
        """Return the numbers of the stems of a cluster; none of cluster 0."""
        return np.flatnonzero(self.columns.cluster == cluster).tolist() if cluster else []


@dataclass(frozen=True)
class StoryIndex:
    """What all reviews tell. Build it once; `with_changes` makes the next one."""

    layers: tuple[_Layer, ...]
    own: dict[int, StoryEntry]

    @classmethod
    def build(cls, entries: Iterable[StoryEntry]) -> StoryIndex:
        """Make an index of these reviews, one a movie."""
        return cls((_Layer(build_story_columns(entries)),), {})

    def with_changes(self, put: Iterable[StoryEntry], removed: Iterable[int] = ()) -> StoryIndex:
        """Return an index with movies' reviews added, replaced or removed; the cost grows with the changes."""
        put = tuple(put)
        gone = frozenset(removed) | {entry.movie_id for entry in put}
        own = {number: entry for number, entry in self.own.items() if number not in gone}
        own |= {entry.movie_id: entry for entry in put}
        base = self.layers[0].without(gone)
        return StoryIndex((base, _Layer(build_story_columns(own.values()))) if own else (base,), own)

    def save(self, path: Path, fingerprint: str) -> None:
        """Write an index that was built and not changed, to be loaded with the same fingerprint.

        Raises:
            OSError: the file cannot be written.
        """
        save_arrays(self.layers[0].columns, path, f"{FORMAT_VERSION}:{fingerprint}")

    @classmethod
    def load(cls, path: Path, fingerprint: str) -> StoryIndex | None:
        """Read a saved index; None when it is missing, damaged, of another format or made from other reviews."""
        columns = load_arrays(StoryColumns, path, f"{FORMAT_VERSION}:{fingerprint}")
        return None if columns is None else cls((_Layer(columns),), {})

    def __len__(self) -> int:
        return sum(len(layer) - len(layer.hidden) for layer in self.layers)

    def search(self, words: Sequence[str]) -> tuple[StoryFind, ...]:
        """Return the movies whose reviews tell most of these telling words, best first, at most MOST_FOUND.

        `words` are as `bot.matching.story_words.words_told` gives them, without small ones. Linear in the reviews.
        """
        words = list({stem(word): word for word in words}.values())
        if not words or not len(self):
            return ()
        ranks = [np.zeros(len(layer), np.float32) for layer in self.layers]
        gains: list[tuple[str, float, list[NDArray[Any]]]] = []
        for word, cluster in zip(words, clusters_of(words).tolist(), strict=True):
            rarity, rows = self._rows(stem(word), cluster)
            for rank, row in zip(ranks, rows, strict=True):
                rank += row
            gains.append((word, rarity, rows))
        found = [find for number, rank in enumerate(ranks) for find in self._best(number, rank, gains)]
        return tuple(sorted(found, key=lambda find: (-find.rank, find.movie_id))[:MOST_FOUND])

    def _rows(self, said: str, cluster: int) -> tuple[float, list[NDArray[Any]]]:
        """Return the rarity of a word, and for each layer what every movie gains by it."""
        numbers = [layer.number_of.get(said) for layer in self.layers]
        direct = [
            layer.told([] if number is None else [number]) for layer, number in zip(self.layers, numbers, strict=True)
        ]
        if not cluster:
            known = ((layer, number) for layer, number in zip(self.layers, numbers, strict=True) if number is not None)
            cluster = next((int(layer.columns.cluster[number]) for layer, number in known), 0)
        rarity = self._rarity(direct)
        alike = [layer.told(layer.alike(cluster)) for layer in self.layers]
        of_alike = min(rarity, self._rarity(alike)) * _ALIKE
        return rarity, [
            np.maximum(one * np.float32(rarity), np.minimum(other, 1.0) * np.float32(of_alike))
            for one, other in zip(direct, alike, strict=True)
        ]

    def _rarity(self, rows: Sequence[NDArray[Any]]) -> float:
        """Return the logarithm of how rare it is that a movie tells of this."""
        total = sum(map(len, self.layers))
        return float(np.log((total + 1.0) / (sum(map(np.count_nonzero, rows)) + 0.5)).clip(0.1))

    def _best(
        self, number: int, rank: NDArray[Any], gains: Sequence[tuple[str, float, list[NDArray[Any]]]]
    ) -> list[StoryFind]:
        layer = self.layers[number]
        rank = rank.copy()
        rank[list(layer.hidden)] = 0.0
        asked = sum(rarity for _, rarity, _ in gains)
        best = np.argsort(-rank, kind="stable")[:MOST_FOUND]
        found = []
        for row in best[rank[best] > 0].tolist():
            parts = [(word, min(float(rows[number][row]), rarity)) for word, rarity, rows in gains]
            score = sum(part for _, part in parts)
            telling = sorted((one for one in parts if one[1] > 0), key=lambda one: -one[1])
            movie_id = int(layer.columns.movie_id[row])
            found.append(StoryFind(movie_id, float(rank[row]), score, score / asked, tuple(telling)))
        return found
