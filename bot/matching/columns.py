"""Titles packed into flat arrays: half a million movies in about a hundred megabytes, quick to save and to load.

One `Columns` never changes once built. A movie is a row; each spelling a movie may go by (its title, another title, the
part before or after a colon) is a name. Names and words are ordered by length, so that a search for near spellings
reads one slice of their letter signatures. The letters that words of titles and names of people are made of are counted
too: they tell a slip of the pen ("jngle") from a word that is merely unknown ("summerland").
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bot.matching.normalising import ARTICLES, PART_WORDS, condensed_hash, key_words, main_and_subtitle, words_of

# What a name is to its movie, in the low bits of `name_kind`; the rest says which article stands before it.
TITLE, OTHER_TITLE, MAIN_TITLE, SUBTITLE = range(4)
ARTICLE_BIT: Final = 4

LONGEST_NAME: Final = 120
_AT_A_TIME: Final = 50_000
_LETTERS: Final = 26
_FIELD, _ITEM = "\x1e", "\x1f"

Ints = NDArray[np.int32]


FORMAT_VERSION: Final = 4
"""Of a saved index; raised when the arrays change."""


@dataclass(frozen=True, slots=True)
class TitleEntry:
    """What recognition needs to know of one movie."""

    movie_id: int
    title: str
    year: int | None
    other_titles: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    popularity: float = 0.0
    series: str = ""
    """The name of the series it belongs to; empty for none."""
    place: int = 0
    """Its place in the series, from 1; 0 where it has none."""
    external_ids: tuple[str, ...] = ()
    """Its ids elsewhere, as bot.domain.movie.ExternalIds.keys has them: "imdb:tt2380307"."""

    @property
    def is_animated(self) -> bool:
        """Whether it is animated, by its genres."""
        return any("anim" in genre.casefold() for genre in self.genres)


@dataclass(frozen=True, slots=True)
class Columns:
    """The arrays of one index; see the module docstring. Offsets have one more element than rows."""

    movie_id: NDArray[np.int64]
    year: NDArray[np.int16]
    popularity: NDArray[np.float32]
    text: NDArray[np.uint8]
    text_offset: NDArray[np.uint32]
    id_order: Ints
    name_movie: Ints
    name_kind: NDArray[np.uint8]
    name_key: NDArray[np.uint8]
    name_offset: NDArray[np.uint32]
    name_signature: NDArray[np.uint64]
    name_pairs: NDArray[np.uint64]
    name_length_start: Ints
    name_weight: NDArray[np.float32]
    hash_sorted: NDArray[np.uint64]
    hash_name: Ints
    alphabetical: Ints
    word_text: NDArray[np.uint8]
    word_signature: NDArray[np.uint64]
    word_length_start: Ints
    posting: Ints
    posting_offset: NDArray[np.uint32]
    people_word: NDArray[np.uint64]
    letter_triples: NDArray[np.uint32]
    popularity_ranks: NDArray[np.float32]
    series_hash: NDArray[np.uint64]
    place: NDArray[np.int16]
    external_id_sorted: NDArray[np.uint64]
    external_id_row: Ints

    def __len__(self) -> int:
        return len(self.movie_id)

    def names(self) -> int:
        """Return how many names the movies have together."""
        return len(self.name_movie)

    def key(self, name: int) -> str:
        """Return the key words of a name, with spaces."""
        return self.name_key[self.name_offset[name] : self.name_offset[name + 1]].tobytes().decode()

    def keys(self, names: NDArray[Any]) -> list[str]:
        """Return the key words of several names."""
        starts, ends = self.name_offset[names].tolist(), self.name_offset[names + 1].tolist()
        view = self.name_key.data
        return [str(view[start:end], "utf-8") for start, end in zip(starts, ends, strict=True)]

    def entry(self, row: int) -> TitleEntry:
        """Return the movie of a row as it was put in."""
        raw = self.text[self.text_offset[row] : self.text_offset[row + 1]].tobytes().decode("utf-8", "surrogatepass")
        title, others, people, genres, external_ids, series = raw.split(_FIELD)
        year = int(self.year[row])
        return TitleEntry(
            movie_id=int(self.movie_id[row]),
            title=title,
            year=year or None,
            other_titles=tuple(others.split(_ITEM)) if others else (),
            people=tuple(people.split(_ITEM)) if people else (),
            genres=tuple(genres.split(_ITEM)) if genres else (),
            popularity=float(self.popularity[row]),
            series=series,
            place=int(self.place[row]),
            external_ids=tuple(external_ids.split(_ITEM)) if external_ids else (),
        )

    def row_of(self, movie_id: int) -> int | None:
        """Return the row of a movie, or None when it is not here."""
        place = int(np.searchsorted(self.movie_id, movie_id, sorter=self.id_order))
        if place < len(self.id_order) and int(self.movie_id[self.id_order[place]]) == movie_id:
            return int(self.id_order[place])
        return None

    def rows_with_id(self, external_id: str) -> list[int]:
        """Return the rows of the movies with an id elsewhere, in the order they were put in."""
        asked = np.uint64(condensed_hash(external_id))
        low = int(np.searchsorted(self.external_id_sorted, asked, "left"))
        high = int(np.searchsorted(self.external_id_sorted, asked, "right"))
        return [int(row) for row in self.external_id_row[low:high]]

    def words(self) -> list[str]:
        """Return the vocabulary in the order of its ids."""
        blob = self.word_text.tobytes().decode()
        return blob.split("\n") if blob else []


def _packed(entry: TitleEntry) -> str:
    lists = (entry.other_titles, entry.people, entry.genres, entry.external_ids)
    packed = _FIELD.join((entry.title, *map(_ITEM.join, lists), entry.series))
    signs = packed.count(_FIELD), packed.count(_ITEM)
    if signs == (len(lists) + 1, sum(len(names) - 1 for names in lists if names)) and "\0" not in packed:
        return packed
    return _FIELD.join(
        (_plain(entry.title), *(_ITEM.join(map(_plain, names)) for names in lists), _plain(entry.series))
    )


def _plain(text: str) -> str:
    return text.replace(_FIELD, " ").replace(_ITEM, " ").replace("\0", " ")


def spellings(entry: TitleEntry) -> Iterable[tuple[str, int]]:
    """Yield every name a movie may go by, with what it is to the movie (TITLE, OTHER_TITLE, MAIN_TITLE, SUBTITLE)."""
    yield entry.title, TITLE
    for other in entry.other_titles:
        yield other, OTHER_TITLE
    for title in (entry.title, *entry.other_titles):
        parts = main_and_subtitle(title)
        if parts is not None:
            yield parts[0], MAIN_TITLE
            yield parts[1], SUBTITLE
    if entry.series:
        yield entry.series, MAIN_TITLE
        yield from ((rest, SUBTITLE) for rest in _beside_series(entry))


def _beside_series(entry: TitleEntry) -> Iterable[str]:
    """Yield what a title says beside its series' name: "Deathly Hallows" of "Harry Potter and the Deathly Hallows"."""
    words, own = entry.title.split(), entry.series.split()
    if len(words) > len(own) and [word.strip(":,").casefold() for word in words[: len(own)]] == [
        word.casefold() for word in own
    ]:
        rest = words[len(own) :]
        while rest and rest[0].casefold().strip(":–-,") in _JOINING:
            del rest[0]
        if len(rest) > 1 or (rest and len(rest[0]) >= _FEWEST_LETTERS):
            yield " ".join(rest)
            parted = next((at for at, word in enumerate(rest) if word.casefold() in PART_WORDS), len(rest))
            if 0 < parted < len(rest):
                yield " ".join(rest[:parted]).rstrip(" –-:,")


_JOINING: Final = frozenset({"and", "the", "of", ""})
_FEWEST_LETTERS: Final = 6
"""Letters of a single word that names a part of a series by itself: "Mockingjay"."""


def series_hash(name: str) -> int:
    """Return the number a series is known by; 0 for none."""
    words = words_of(name)
    return condensed_hash("".join(key_words(words))) if words else 0


def _length_starts(lengths: NDArray[Any], longest: int) -> Ints:
    return np.searchsorted(lengths, np.arange(longest + 2)).astype(np.int32)


def build_columns(entries: Iterable[TitleEntry]) -> Columns:
    """Pack movies into arrays. Of two entries with one movie_id the later counts."""
    ids, years, popularity, places, series = array("q"), array("h"), array("f"), array("h"), array("Q")
    text, text_ends = bytearray(), array("Q", [0])
    id_hashes, id_rows = array("Q"), array("i")
    people: set[str] = set()
    keys: list[str] = []
    name_movie, name_kind = array("i"), bytearray()
    rows: dict[int, int] = {}
    outdated: set[int] = set()
    for row, entry in enumerate(entries):
        if entry.movie_id in rows:
            outdated.add(rows[entry.movie_id])
        rows[entry.movie_id] = row
        ids.append(entry.movie_id)
        years.append(entry.year if entry.year and 0 < entry.year < 32768 else 0)
        popularity.append(max(0.0, entry.popularity))
        places.append(min(max(0, entry.place), 9_999))
        series.append(series_hash(entry.series))
        for external_id in entry.external_ids:
            id_hashes.append(condensed_hash(external_id))
            id_rows.append(row)
        people.update(entry.people)
        text += _packed(entry).encode("utf-8", "surrogatepass")
        text_ends.append(len(text))
        seen: set[str] = set()
        for spelling, kind in spellings(entry):
            words = words_of(spelling)
            key = " ".join(key_words(words))[:LONGEST_NAME]
            if not key.isascii():
                key = key.encode("utf-8", "ignore").decode()
            if not key or (key in seen):
                continue
            seen.add(key)
            keys.append(key)
            name_movie.append(row)
            article = len(words) > 1 and words[0] in ARTICLES
            name_kind.append(kind | (ARTICLE_BIT if article else 0))
    people_words = {word for person in people for word in words_of(person)}
    packed = _assemble(ids, years, popularity, text, text_ends, keys, name_movie, name_kind, people_words)
    by_id = np.argsort(np.array(id_hashes, np.uint64), kind="stable")
    columns = replace(
        packed,
        series_hash=np.array(series, np.uint64),
        place=np.array(places, np.int16),
        external_id_sorted=np.array(id_hashes, np.uint64)[by_id],
        external_id_row=np.array(id_rows, np.int32)[by_id],
    )
    if outdated:
        return build_columns(columns.entry(row) for row in range(len(columns)) if row not in outdated)
    return columns


def _assemble(
    ids: array[int],
    years: array[int],
    popularity: array[float],
    text: bytearray,
    text_ends: array[int],
    keys: list[str],
    name_movie: array[int],
    name_kind: bytearray,
    people_words: set[str],
) -> Columns:
    condensed_lengths = np.fromiter((len(key) - key.count(" ") for key in keys), np.int32, len(keys))
    order = np.argsort(condensed_lengths, kind="stable")
    keys = [keys[place] for place in order.tolist()]
    vocabulary = sorted({word for key in keys for word in key.split()}, key=lambda word: (len(word), word))
    word_ids = {word: number for number, word in enumerate(vocabulary)}
    posting_word, posting_name = array("i"), array("i")
    hashes = np.empty(len(keys), np.uint64)
    blob, ends = bytearray(), array("Q", [0])
    for name, key in enumerate(keys):
        words = key.split()
        for word in set(words):
            posting_word.append(word_ids[word])
            posting_name.append(name)
        condensed = "".join(words)
        hashes[name] = condensed_hash(condensed)
        blob += key.encode()
        ends.append(len(blob))
    word_column = np.frombuffer(posting_word, np.int32) if posting_word else np.empty(0, np.int32)
    name_column = np.frombuffer(posting_name, np.int32) if posting_name else np.empty(0, np.int32)
    frequency = np.bincount(word_column, minlength=len(vocabulary))
    weights = word_weight(frequency.astype(np.float64), max(1, len(keys)))
    by_word = np.argsort(word_column, kind="stable")
    by_hash = np.argsort(hashes, kind="stable")
    word_lengths = np.fromiter((len(word) for word in vocabulary), np.int32, len(vocabulary))
    movie_ids = np.array(ids, np.int64)
    return Columns(
        movie_id=movie_ids,
        year=np.array(years, np.int16),
        popularity=np.array(popularity, np.float32),
        text=np.frombuffer(bytes(text), np.uint8),
        text_offset=np.array(text_ends, np.uint32),
        id_order=np.argsort(movie_ids, kind="stable").astype(np.int32),
        name_movie=np.array(name_movie, np.int32)[order] if keys else np.empty(0, np.int32),
        name_kind=np.frombuffer(bytes(name_kind), np.uint8)[order],
        name_key=np.frombuffer(bytes(blob), np.uint8),
        name_offset=np.array(ends, np.uint32),
        name_signature=_in_parts(keys, _letter_signatures),
        name_pairs=_in_parts(keys, _pair_signatures),
        name_length_start=_length_starts(condensed_lengths[order], LONGEST_NAME),
        name_weight=np.bincount(name_column, weights[word_column], minlength=len(keys)).astype(np.float32),
        hash_sorted=hashes[by_hash],
        hash_name=by_hash.astype(np.int32),
        alphabetical=np.array(sorted(range(len(keys)), key=keys.__getitem__), np.int32),
        word_text=np.frombuffer("\n".join(vocabulary).encode(), np.uint8),
        word_signature=_in_parts(vocabulary, _letter_signatures),
        word_length_start=_length_starts(word_lengths, LONGEST_NAME),
        posting=name_column[by_word],
        posting_offset=np.concatenate(([0], np.cumsum(frequency))).astype(np.uint32),
        people_word=np.sort(np.array([condensed_hash(word) for word in people_words], np.uint64)),
        letter_triples=_letter_triples(people_words.union(vocabulary)),
        series_hash=np.empty(0, np.uint64),
        place=np.empty(0, np.int16),
        external_id_sorted=np.empty(0, np.uint64),
        external_id_row=np.empty(0, np.int32),
        popularity_ranks=np.quantile(np.array(popularity or [0.0]), np.linspace(0, 1, 41)).astype(np.float32),
    )


def _in_parts(keys: list[str], signatures: Callable[[list[bytes]], NDArray[np.uint64]]) -> NDArray[np.uint64]:
    """Return the signatures of all keys, made of many at a time but not of all: that would take much memory."""
    parts = [
        signatures([key.replace(" ", "").encode() for key in keys[start : start + _AT_A_TIME]])
        for start in range(0, len(keys), _AT_A_TIME)
    ]
    return np.concatenate(parts) if parts else np.empty(0, np.uint64)


def _pair_signatures(condensed: list[bytes]) -> NDArray[np.uint64]:
    """Return `pair_signature` of every key."""
    letters = np.frombuffer(b"".join(condensed) + b"\0", np.uint8).astype(np.uint64)
    bits = np.uint64(1) << ((letters[:-1] * np.uint64(31) + letters[1:]) % np.uint64(64))
    ends = np.cumsum([len(key) for key in condensed])
    bits[ends - 1] = 0
    return np.bitwise_or.reduceat(bits, np.concatenate(([0], ends[:-1])))


def _letter_signatures(condensed: list[bytes]) -> NDArray[np.uint64]:
    """Return `letter_signature` of every key."""
    lengths = np.array([len(key) for key in condensed])
    letters = np.frombuffer(b"".join(condensed), np.uint8).astype(np.int64)
    places = letters - ord("a")
    plain = (places >= 0) & (places < _LETTERS)
    rows = np.repeat(np.arange(len(condensed)), lengths)
    often = np.bincount(rows[plain] * _LETTERS + places[plain], minlength=len(condensed) * _LETTERS)
    often = often.reshape(len(condensed), _LETTERS)
    once = np.uint64(1) << np.arange(_LETTERS, dtype=np.uint64)
    signature: NDArray[np.uint64] = (often >= 1) @ once | ((often > 1) @ once) << np.uint64(_LETTERS)
    others = np.uint64(1) << (52 + letters % 12).astype(np.uint64)
    others[plain] = 0
    signature |= np.bitwise_or.reduceat(others, np.cumsum(lengths) - lengths)
    return signature


def triple_places(word: str) -> list[int]:
    """Return the places of a word's groups of three letters, its ends included, in `letter_triples`."""
    codes = [0, *(ord(char) - 96 if "a" <= char <= "z" else 0 for char in word), 0]
    triples = zip(codes, codes[1:], codes[2:], strict=False)
    return [first * 729 + second * 27 + third for first, second, third in triples]


def _letter_triples(words: Iterable[str]) -> NDArray[np.uint32]:
    places = array("i")
    for word in words:
        places.extend(triple_places(word))
    return np.bincount(np.array(places, np.int64), minlength=27**3).astype(np.uint32)


def word_weight(frequency: NDArray[np.float64], names: int) -> NDArray[np.float64]:
    """Return how much a word tells: the logarithm of how rare it is among the names."""
    return np.log((names + 1.0) / (frequency + 0.5)).clip(0.3)


def slice_of(starts: Ints, shortest: int, longest: int) -> tuple[int, int]:
    """Return where the rows of these lengths begin and end."""
    top = len(starts) - 2
    low, high = max(0, min(shortest, top + 1)), max(0, min(longest, top))
    return int(starts[low]), int(starts[high + 1])
