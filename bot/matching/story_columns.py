"""The words of reviews packed into flat arrays: which movie tells of what, and how much of it.

Packed arrays and not a full-text table of the database: the guide runs on SQLite and on PostgreSQL, whose text searches
stem and rank differently (and PostgreSQL has no bm25), whereas one index of our own gives the same answer on both,
knows alike words, is shared by all servers with a thin layer for each, and is a pure value that understanding may read.
36,000 reviews of the library's length are 47 MB, searched in 7 ms, built in half a minute (29 s of CPU).
"""

from __future__ import annotations

import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.language.clusters import word_clusters
from bot.matching.story_words import is_small, stem, words_told

FORMAT_VERSION: Final = 1
TOLD, ASKED, NOTED, FACT = 1.0, 0.7, 0.8, 1.0
"""What one word counts that stands in the story, in a question to talk about, in a note of the grid, among the facts.
Looked for on the tuning messages of tests/cases/stories.toml; within 0.2 of these the order hardly changes."""
SATURATION: Final = 1.5
"""How soon a word that is told again and again counts no more (the k of bm25); chosen there from 0.5 to 2."""
UNIT: Final = 100.0
"""What a stored weight is counted in: 1/100 of a word told once."""
_MOST: Final = 255


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """What one review tells of its movie."""

    movie_id: int
    year: int | None = None
    """None: not known."""
    told: tuple[str, ...] = ()
    """Title, one line and story."""
    asked: tuple[str, ...] = ()
    """The questions to talk about."""
    noted: tuple[str, ...] = ()
    """The notes of the grid and of the yes/no questions."""
    facts: tuple[str, ...] = ()
    """Genres, studios, cast, directors, countries."""


@dataclass(frozen=True, slots=True)
class StoryColumns:
    """The arrays of one index. `offset` has one more element than there are stems."""

    movie_id: NDArray[np.int64]
    stems: NDArray[np.uint8]
    """All stems as UTF-8, a line each, in the order of their numbers."""
    cluster: NDArray[np.uint16]
    """The cluster of alike words that a stem belongs to; 0 for none."""
    offset: NDArray[np.int64]
    posting: NDArray[np.int32]
    """Rows of movies, ordered by stem."""
    weight: NDArray[np.uint8]
    """How much of it is told, in UNITs, beside each posting."""

    def names(self) -> list[str]:
        """Return the stems by their numbers."""
        text = self.stems.tobytes().decode()
        return text.split("\n") if text else []


def decade(year: int) -> str:
    """Return the word that stands for a decade in the index: "1980s"."""
    return f"{year // 10 * 10}s"


def build_story_columns(entries: Iterable[StoryEntry]) -> StoryColumns:
    """Pack what these reviews tell; the time grows with their words (36,000 reviews: 29 s)."""
    movies = array("q")
    postings: defaultdict[str, array[int]] = defaultdict(lambda: array("i"))
    weights: defaultdict[str, bytearray] = defaultdict(bytearray)
    forms: dict[str, str | None] = {}
    seen: Counter[str] = Counter()
    for row, entry in enumerate(entries):
        movies.append(entry.movie_id)
        for said, amount in _amounts(entry, forms, seen).items():
            share = amount / (amount + SATURATION) * (1.0 + SATURATION)
            postings[said].append(row)
            weights[said].append(min(_MOST, round(share * UNIT)))
    names = sorted(postings)
    return StoryColumns(
        np.array(movies, np.int64),
        np.frombuffer("\n".join(names).encode(), np.uint8),
        _clusters(names, forms, seen),
        np.concatenate([[0], np.cumsum([len(postings[name]) for name in names])]).astype(np.int64),
        np.frombuffer(b"".join(postings[name].tobytes() for name in names), np.int32),
        np.frombuffer(b"".join(bytes(weights[name]) for name in names), np.uint8),
    )


def _amounts(entry: StoryEntry, forms: dict[str, str | None], seen: Counter[str]) -> dict[str, float]:
    """Return how often each stem is told, a word counting by where it stands."""
    amounts: dict[str, float] = {}
    for texts, counts in ((entry.told, TOLD), (entry.asked, ASKED), (entry.noted, NOTED), (entry.facts, FACT)):
        for word, times in Counter(words_told(" ".join(texts))).items():
            if word not in forms:
                forms[word] = None if is_small(word) else stem(word)
            said = forms[word]
            if said is not None:
                seen[word] += times
                amounts[said] = amounts.get(said, 0.0) + counts * times
    if entry.year is not None:
        amounts[decade(entry.year)] = amounts[str(entry.year)] = FACT
    return amounts


def _clusters(names: Sequence[str], forms: dict[str, str | None], seen: Counter[str]) -> NDArray[np.uint16]:
    """Return the cluster of each stem: that of its commonest form."""
    commonest: dict[str, str] = {}
    for word, said in forms.items():
        if said is not None and seen[word] > seen[commonest.get(said, "")]:
            commonest[said] = word
    return clusters_of([commonest.get(name, name) for name in names])


def clusters_of(words: Sequence[str]) -> NDArray[np.uint16]:
    """Return the cluster of alike words of each word; 0 for none."""
    hashes = np.fromiter((zlib.crc32(word.encode()) for word in words), np.uint32, len(words))
    return word_clusters().of(hashes)[0].astype(np.uint16)
