"""What the learned models see of a message: numbers for each word, made for all words at once.

A word is seen as itself when the training text uses it, and else only by its kind (a frequent English word, a rare one,
none; a small number, a year, …), so that no title and no name is learned by heart. A feature is a hash of one to three
such views at places beside each other, named by the templates of the model
(bot.understanding.templates). Nothing typed is kept.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bot.language.clusters import word_clusters
from bot.language.english import english_words
from bot.language.lexicon import Lexicon
from bot.language.words import Break, Token

Hashes = NDArray[np.uint32]
"""Hashes of words, views or features."""

# The views of a word: its own, and how the templates name it.
WORD, CLASS, FREQUENCY, SHAPE, ENDING, BEFORE, BEHIND, NUMBER, PLACE, CLUSTER, TOPIC, WORRY, LABEL = range(13)
_OF_WORDS: Final = 11
"""The views that words have by themselves; the others are added for the model that needs them."""

Template = tuple[tuple[int, int], ...]
"""Views at places relative to the word: ((WORD, -1), (WORD, 0)) is the word before and the word."""


class Templates:
    """The templates of one model, as arrays."""

    def __init__(self, templates: Sequence[Template]) -> None:
        most = max(map(len, templates))
        padded = [[*template, *((0, 0),) * (most - len(template))] for template in templates]
        self.views = np.array([[view for view, _ in template] for template in padded])
        self.places = np.array([[place for _, place in template] for template in padded])
        self.used = np.array([[part < len(template) for part in range(most)] for template in templates])
        self.factors = (2 * self.views + 3).astype(np.uint64)
        self.seeds = np.array([2_654_435_761 * (number + 1) for number in range(len(templates))], np.uint64)


REACH: Final = 3
"""Places that a template looks before and behind."""
_SHORT: Final = 4
_OUTSIDE: Final = 77
"""The view of a place before the first word or behind the last."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that count as themselves, as sorted hashes."""

    hashes: Hashes

    def has(self, hashes: Hashes) -> NDArray[np.bool_]:
        """Tell for each hash whether it is one of these words."""
        if not len(self.hashes):
            return np.zeros(len(hashes), bool)
        places = np.minimum(np.searchsorted(self.hashes, hashes), len(self.hashes) - 1)
        found: NDArray[np.bool_] = self.hashes[places] == hashes
        return found


def among(stored: NDArray[Any], hashes: Hashes) -> list[bool]:
    """Tell for each hash whether it is in a sorted array."""
    places = np.minimum(np.searchsorted(stored, hashes), len(stored) - 1)
    return [bool(one) for one in stored[places] == hashes]


def word_hash(word: str) -> int:
    """Return the number a word is known by."""
    return zlib.crc32(word.encode())


def number_kind(word: str) -> int:
    """Return what kind of number a word is: 0 none, 1 a child's age, 2 of two digits, 3 a year, 4 other, 5 mixed."""
    if word.isdecimal():
        number = int(word) if len(word) < 6 else 99_999
        if 0 < number <= 17:
            return 1
        return 2 if number < 100 else 3 if 1900 <= number <= 2035 else 4
    return 5 if word[0].isdecimal() or word[-1].isdecimal() else 0


def views(tokens: Sequence[Token], lexicon: Lexicon, vocabulary: Vocabulary) -> NDArray[np.uint32]:
    """Return the views of every word: an array of one row a view, REACH places longer at both ends than the message."""
    count = len(tokens)
    english = english_words()
    cased = 0 < sum(token.capital for token in tokens) <= max(1, 0.7 * count)
    rows: list[list[int]] = []
    hashes = np.fromiter((word_hash(token.word) for token in tokens), np.uint32, count)
    own = vocabulary.has(hashes).tolist()
    frequent, rare = (among(words, hashes) for words in (english.frequent, english.rare))
    clusters, topics = (found.tolist() for found in _clusters(tokens, hashes))
    for place, token in enumerate(tokens):
        word = token.word
        number = number_kind(word)
        frequency = 10 + number if number else 1 if frequent[place] else 2 if rare[place] else 3
        named = lexicon.class_of.get(word) or lexicon.class_of.get(token.owner)
        behind = tokens[place + 1].before if place + 1 < count else Break.STOP
        shape = (2 * token.capital + cased) * 8 + min(len(word), _SHORT) * 32 + number + 1024 * token.quoted
        rows.append(
            [
                int(hashes[place]) if own[place] else 100 + frequency,
                word_hash(named) if named else frequency,
                frequency,
                shape + 512 * token.possessive,
                number or word_hash(word[-3:]),
                int(token.before) + 1,
                int(behind) + 1,
                number + 1,
                1 + (place == 0) + 2 * (place == count - 1) + 4 * (count <= _SHORT),
                1 + clusters[place],
                1 + topics[place],
            ]
        )
    table = np.full((_OF_WORDS, count + 2 * REACH), _OUTSIDE, np.uint32)
    if count:
        table[:, REACH : REACH + count] = np.array(rows, np.uint32).T
    return table


def _clusters(tokens: Sequence[Token], hashes: Hashes) -> tuple[NDArray[np.uint16], NDArray[np.uint16]]:
    """Return the cluster and topic of each word; of "Bambi's" those of its owner, where it has none itself."""
    owners = [zlib.crc32(token.owner.encode()) if token.possessive else 0 for token in tokens]
    clusters, topics = word_clusters().of(hashes)
    if any(owners):
        of_owner = word_clusters().of(np.array(owners, np.uint32))
        clusters, topics = (
            np.where(own > 0, own, other) for own, other in zip((clusters, topics), of_owner, strict=True)
        )
    return clusters, topics


def features(table: NDArray[np.uint32], templates: Templates) -> Hashes:
    """Return the features of every word, an array of one row a word and one column a template, from `views`."""
    count = table.shape[1] - 2 * REACH
    columns = templates.places[:, :, None] + np.arange(REACH, REACH + count)
    parts = table[templates.views[:, :, None], columns].astype(np.uint64) * templates.factors[:, :, None]
    mixed: NDArray[Any] = np.broadcast_to(templates.seeds[:, None], (len(templates.seeds), count)).copy()
    for part in range(parts.shape[1]):
        further = (mixed * np.uint64(1_000_003) + parts[:, part]) & np.uint64(0xFFFF_FFFF_FFFF)
        further ^= further >> np.uint64(15)
        mixed = np.where(templates.used[:, part, None], further, mixed)
    return (mixed & np.uint64(0xFFFF_FFFF)).astype(np.uint32).T


def with_views(table: NDArray[np.uint32], *further: Sequence[int]) -> NDArray[np.uint32]:
    """Return the views of a message with more of them: one value a word for each of WORRY and LABEL."""
    rows = np.full((len(further), table.shape[1]), _OUTSIDE, np.uint32)
    rows[:, REACH : table.shape[1] - REACH] = np.array(further, np.uint32)
    return np.concatenate([table, rows])
