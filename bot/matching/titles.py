"""The index of all known titles: immutable, so that several threads may read it while a changed one is made.

A change is a small second layer over the packed titles; questions look into both. So one new movie, or the movies of
one Discord server, are visible at once and the large arrays are shared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.matching.columns import (
    FORMAT_VERSION,
    LONGEST_NAME,
    OTHER_TITLE,
    TITLE,
    Columns,
    TitleEntry,
    build_columns,
    series_hash,
    slice_of,
    triple_places,
    word_weight,
)
from bot.matching.normalising import (
    condensed_hash,
    fold,
    key_words,
    letter_signature,
    pair_signature,
    tokenise,
    words_of,
)
from bot.matching.saving import load_arrays, save_arrays

__all__ = ["Layer", "TitleEntry", "TitleIndex"]

_SPACE = re.compile(r"\s+")
# A slip changes four pairs of letters, two letters that changed places six; not every slip is of the worst kind.
_PAIRS_CHANGED: Final = 4
_PAIRS_MORE: Final = 3
# So many names at most are compared letter by letter: those that share the most letters and pairs.
_MOST_COMPARED: Final = 400
# A group of letters seen less often than once in so many is odd.
_RARE_TRIPLE_SHARE: Final = 50_000
# The near spellings of so many words are remembered, about 10 MB.
_MOST_REMEMBERED: Final = 20_000
# Below one in so many names, sorting the shared ones is quicker than counting over all.
_SORTED_SHARE: Final = 50
_UNPLACED: Final = 9_999
# A prefix shared by more names than this is ranked among its most popular only.
_MOST_PREFIX_NAMES: Final = 200_000


class Layer:
    """One set of packed titles with what has been hidden from it; the searches an index is made of."""

    def __init__(self, columns: Columns, hidden: frozenset[int] = frozenset()) -> None:
        self.columns = columns
        self.hidden = hidden
        self._words = columns.words()
        self._word_ids = {word: number for number, word in enumerate(self._words)}
        self._near_words: dict[tuple[str, int], list[tuple[int, int]]] = {}

    def without(self, movie_ids: Iterable[int]) -> Layer:
        """Return the same titles with more of them hidden; the arrays are shared."""
        layer = object.__new__(Layer)
        layer.columns, layer._words, layer._word_ids = self.columns, self._words, self._word_ids
        layer._near_words = self._near_words
        rows = (self.columns.row_of(movie_id) for movie_id in movie_ids)
        layer.hidden = self.hidden | {row for row in rows if row is not None}
        return layer

    def __len__(self) -> int:
        return len(self.columns) - len(self.hidden)

    def frequency(self, word: str) -> int:
        """Return in how many names a word stands."""
        number = self._word_ids.get(word)
        if number is None:
            return 0
        return int(self.columns.posting_offset[number + 1] - self.columns.posting_offset[number])

    def names_person(self, word: str) -> bool:
        """Tell whether a word is part of the name of somebody in these movies."""
        stored = self.columns.people_word
        asked = np.uint64(condensed_hash(word))
        place = int(np.searchsorted(stored, asked))
        return place < len(stored) and bool(stored[place] == asked)

    def shown(self, names: Iterable[int]) -> list[int]:
        """Return the names whose movies are not hidden."""
        if not self.hidden:
            return list(names)
        return [name for name in names if int(self.columns.name_movie[name]) not in self.hidden]

    def exact(self, hashes: NDArray[np.uint64]) -> list[list[int]]:
        """Return for each hash of a condensed key the names that have it."""
        stored = self.columns.hash_sorted
        low = np.searchsorted(stored, hashes, "left").tolist()
        high = np.searchsorted(stored, hashes, "right").tolist()
        return [
            self.shown(self.columns.hash_name[start:end].tolist()) if end > start else []
            for start, end in zip(low, high, strict=True)
        ]

    def near_names(self, condensed: str, slips: int) -> list[tuple[int, int]]:
        """Return (name, letter slips) of the names spelled like this, spaces apart."""
        columns = self.columns
        length = len(condensed)
        low, high = slice_of(columns.name_length_start, length - slips, length + slips)
        if low >= high:
            return []
        differing = np.bitwise_count(columns.name_signature[low:high] ^ np.uint64(letter_signature(condensed)))
        names = np.flatnonzero(differing <= 2 * slips)
        pairs = np.bitwise_count(columns.name_pairs[names + low] ^ np.uint64(pair_signature(condensed)))
        near = pairs <= _PAIRS_CHANGED * slips + _PAIRS_MORE
        names, changes = names[near], 2 * differing[names[near]] + pairs[near]
        if len(names) > _MOST_COMPARED:
            names = names[np.argpartition(changes, _MOST_COMPARED)[:_MOST_COMPARED]]
        names += low
        if not len(names):
            return []
        keys = [key.replace(" ", "") for key in columns.keys(names)]
        found = process.extract(condensed, keys, scorer=OSA.distance, score_cutoff=slips, limit=24)
        numbers = names.tolist()
        rows = [(numbers[place], int(distance)) for _, distance, place in found]
        if self.hidden:
            shown = set(self.shown(name for name, _ in rows))
            rows = [row for row in rows if row[0] in shown]
        return rows

    def near_words(self, word: str, slips: int) -> list[tuple[int, int]]:
        """Return (word id, letter slips) of the vocabulary's words spelled like this."""
        if slips == 0 or not word:
            number = self._word_ids.get(word)
            return [] if number is None else [(number, 0)]
        asked = (word, slips)
        found = self._near_words.get(asked)
        if found is None:
            found = self._search_words(word, slips)
            # Words of titles alone: what else a parent typed is not kept.
            if word in self._word_ids and len(self._near_words) < _MOST_REMEMBERED:
                self._near_words[asked] = found
        return found

    def _search_words(self, word: str, slips: int) -> list[tuple[int, int]]:
        columns = self.columns
        low, high = slice_of(columns.word_length_start, len(word) - slips, len(word) + slips)
        differing = np.bitwise_count(columns.word_signature[low:high] ^ np.uint64(letter_signature(word)))
        numbers = (np.flatnonzero(differing <= 2 * slips) + low).tolist()
        if not numbers:
            return []
        choices = [self._words[number] for number in numbers]
        found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=12)
        return [(numbers[place], int(distance)) for _, distance, place in found]

    def sharing_words(self, words: list[str], slips: list[int], limit: int) -> list[int]:
        """Return the names that share the most telling words with these, misspelt or not, best first."""
        columns = self.columns
        total = max(1, columns.names())
        rows: list[NDArray[Any]] = []
        gains: list[NDArray[Any]] = []
        asked = 0.0
        for word, slip in zip(words, slips, strict=True):
            matches = self.near_words(word, slip)
            heaviest = np.log(total + 1.0) if not matches else 0.0
            word_rows: list[NDArray[Any]] = []
            word_gains: list[NDArray[Any]] = []
            for number, distance in matches:
                posting = columns.posting[columns.posting_offset[number] : columns.posting_offset[number + 1]]
                weight = float(word_weight(np.array([len(posting)], float), total)[0])
                heaviest = max(heaviest, weight)
                likeness = 1.0 - distance / (max(len(word), 2) + 1.0)
                word_rows.append(posting)
                word_gains.append(np.full(len(posting), weight * likeness, np.float32))
            asked += heaviest
            if word_rows:
                rows.extend(word_rows)
                gains.extend(word_gains)
        if not rows:
            return []
        names = np.concatenate(rows)
        if len(names) * _SORTED_SHARE < columns.names():
            sharing, places = np.unique(names, return_inverse=True)
            gained = np.bincount(places, np.concatenate(gains))
        else:
            gained = np.bincount(names, np.concatenate(gains))
            sharing = np.flatnonzero(gained)
            gained = gained[sharing]
        likeness_of = 2.0 * gained / (columns.name_weight[sharing] + asked)
        count = min(limit + len(self.hidden), len(sharing))
        best = np.argpartition(likeness_of, len(sharing) - count)[-count:]
        best = sharing[best[np.argsort(-likeness_of[best])]]
        return self.shown(best.tolist())[:limit]

    def starting_with(self, prefix: str, limit: int) -> list[int]:
        """Return the names whose key words begin so, most popular first."""
        columns = self.columns
        low, high = 0, columns.names()
        while low < high:
            middle = (low + high) // 2
            if columns.key(int(columns.alphabetical[middle])) < prefix:
                low = middle + 1
            else:
                high = middle
        start, high = low, columns.names()
        while low < high:
            middle = (low + high) // 2
            if columns.key(int(columns.alphabetical[middle])).startswith(prefix):
                low = middle + 1
            else:
                high = middle
        names = columns.alphabetical[start : min(low, start + _MOST_PREFIX_NAMES)]
        popularity = columns.popularity[columns.name_movie[names]]
        order = np.argsort(-popularity, kind="stable")[: limit + len(self.hidden)]
        return self.shown(names[order].tolist())[:limit]


@dataclass(frozen=True)
class TitleIndex:
    """All known titles. Build it once; `with_changes` makes the next one."""

    layers: tuple[Layer, ...]
    own: dict[int, TitleEntry]

    @classmethod
    def build(cls, entries: Iterable[TitleEntry]) -> TitleIndex:
        """Make an index of these movies."""
        return cls((Layer(build_columns(entries)),), {})

    def with_changes(self, put: Iterable[TitleEntry], removed: Iterable[int] = ()) -> TitleIndex:
        """Return an index with movies added, replaced or removed; the cost grows with the changes, not the index."""
        put = tuple(put)
        gone = frozenset(removed)
        changed = gone | {entry.movie_id for entry in put}
        own = {number: entry for number, entry in self.own.items() if number not in changed}
        own |= {entry.movie_id: entry for entry in put}
        base = self.layers[0].without(changed)
        layers = (base, Layer(build_columns(own.values()))) if own else (base,)
        return TitleIndex(layers, own)

    def save(self, path: Path, fingerprint: str) -> None:
        """Write the index, to be loaded with the same fingerprint.

        Raises:
            OSError: the file cannot be written.
        """
        columns = self.layers[0].columns
        if len(self.layers) > 1 or self.layers[0].hidden:
            columns = build_columns(self)
        save_arrays(columns, path, f"{FORMAT_VERSION}:{fingerprint}")

    @classmethod
    def load(cls, path: Path, fingerprint: str) -> TitleIndex | None:
        """Read a saved index; None when it is missing, damaged, of another format or made from other movies."""
        columns = load_arrays(Columns, path, f"{FORMAT_VERSION}:{fingerprint}")
        return None if columns is None else cls((Layer(columns),), {})

    def __len__(self) -> int:
        return sum(map(len, self.layers))

    def __iter__(self) -> Iterator[TitleEntry]:
        for layer in self.layers:
            for row in range(len(layer.columns)):
                if row not in layer.hidden:
                    yield layer.columns.entry(row)

    def entry(self, movie_id: int) -> TitleEntry:
        """Return what the index knows of a movie.

        Raises:
            KeyError: no such movie is here.
        """
        if movie_id in self.own:
            return self.own[movie_id]
        row = self.layers[0].columns.row_of(movie_id)
        if row is None or row in self.layers[0].hidden:
            raise KeyError(movie_id)
        return self.layers[0].columns.entry(row)

    def titled(self, words: list[str]) -> list[TitleEntry]:
        """Return the movies that go by exactly these key words as a whole title, the most popular first."""
        asked = np.array([condensed_hash("".join(words))], np.uint64)
        found: dict[int, TitleEntry] = {}
        for layer in self.layers:
            for name in layer.exact(asked)[0]:
                if int(layer.columns.name_kind[name]) & 3 in (TITLE, OTHER_TITLE):
                    entry = layer.columns.entry(int(layer.columns.name_movie[name]))
                    found[entry.movie_id] = entry
        return sorted(found.values(), key=lambda entry: -entry.popularity)

    def with_external_id(self, external_id: str) -> list[TitleEntry]:
        """Return the movies with an id elsewhere ("imdb:tt2380307"), the most popular first; [] when none has it."""
        found = [
            layer.columns.entry(row)
            for layer in self.layers
            for row in layer.columns.rows_with_id(external_id)
            if row not in layer.hidden
        ]
        return sorted(found, key=lambda entry: -entry.popularity)

    def series_of(self, movie_id: int) -> list[TitleEntry]:
        """Return all movies of a movie's series by place, then year; none when it belongs to no series.

        Raises:
            KeyError: no such movie is here.
        """
        asked = series_hash(self.entry(movie_id).series)
        if not asked:
            return []
        found = [
            layer.columns.entry(row)
            for layer in self.layers
            for row in np.flatnonzero(layer.columns.series_hash == np.uint64(asked)).tolist()
            if row not in layer.hidden
        ]
        return sorted(found, key=lambda entry: (entry.place or _UNPLACED, entry.year or 0))

    @cached_property
    def names(self) -> int:
        """How many names the movies go by together."""
        return max(1, sum(layer.columns.names() for layer in self.layers))

    def frequency(self, word: str) -> int:
        """Return in how many names a word stands."""
        return sum(layer.frequency(word) for layer in self.layers)

    def knows(self, word: str) -> bool:
        """Tell whether a word stands in a title or a person's name."""
        return any(layer.frequency(word) or layer.names_person(word) for layer in self.layers)

    def has_nearer_word(self, typed: str, slips: int) -> bool:
        """Tell whether some word of a title is spelled like this with fewer slips than these."""
        return slips > 1 and any(layer.near_words(typed, slips - 1) for layer in self.layers)

    def odd_letters(self, word: str) -> int:
        """Return how many groups of three letters in a word hardly occur in the words known here."""
        triples = self.layers[0].columns.letter_triples
        places = triple_places(word)
        return sum(int(triples[place]) <= self._rare_triple for place in places)

    def popularity_rank(self, popularity: float) -> float:
        """Return how popular a movie is among those here, from 0 to 1; 0.5 where popularity is not known."""
        ranks = self.layers[0].columns.popularity_ranks
        if ranks[0] == ranks[-1]:
            return 0.5
        return float(np.searchsorted(ranks, np.float32(popularity), "right")) / len(ranks)

    @cached_property
    def _rare_triple(self) -> int:
        return int(self.layers[0].columns.letter_triples.sum()) // _RARE_TRIPLE_SHARE

    def suggest(self, typed: str, limit: int = 25) -> list[TitleEntry]:
        """Return movies whose titles begin like what is being typed, then those spelled like it; best first.

        Of a link that is pasted, the movie it leads to.
        """
        links = [token.link for token in tokenise(typed) if token.link is not None]
        if links:
            return [entry for link in links for entry in self.with_external_id(link)][:limit]
        words = words_of(_SPACE.sub(" ", fold(typed)))[:12]
        if not words:
            popular = [(layer, layer.starting_with("", limit)) for layer in self.layers]
            return self._entries(popular, limit)
        key = " ".join(key_words(words))[:LONGEST_NAME]
        found: list[tuple[Layer, list[int]]] = []
        for layer in self.layers:
            exact = layer.exact(np.array([condensed_hash(key.replace(" ", ""))], np.uint64))[0]
            found.append((layer, exact))
        found += [(layer, layer.starting_with(key, limit)) for layer in self.layers]
        condensed = key.replace(" ", "")
        slips = min(4, len(condensed) // 4)
        if slips:
            found += [(layer, [name for name, _ in layer.near_names(condensed, slips)]) for layer in self.layers]
        word_slips = [min(2, len(word) // 4) for word in key.split()]
        found += [(layer, layer.sharing_words(key.split(), word_slips, limit)) for layer in self.layers]
        return self._entries(found, limit)

    def _entries(self, found: list[tuple[Layer, list[int]]], limit: int) -> list[TitleEntry]:
        entries: dict[int, TitleEntry] = {}
        for layer, names in found:
            for name in names:
                entry = layer.columns.entry(int(layer.columns.name_movie[name]))
                entries.setdefault(entry.movie_id, entry)
                if len(entries) >= limit:
                    return list(entries.values())
        return list(entries.values())
