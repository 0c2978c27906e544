"""Trains the decision which movie is meant. Needs lightgbm, which only training installs."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import lightgbm
import numpy as np
from numpy.typing import NDArray

from bot.language.words import Token, fold_space, tokenise
from bot.matching.candidates import Search
from bot.matching.columns import MAIN_TITLE, SUBTITLE, spellings
from bot.matching.message import Message
from bot.matching.normalising import key_words, words_of
from bot.matching.titles import TitleEntry, TitleIndex
from bot.understanding.features import Vocabulary
from bot.understanding.tagger import Tagger, Tagging
from bot.understanding.title_choice import Forest
from bot.understanding.title_options import FEATURES, TitleOption, title_options
from bot.understanding.title_spans import LONGEST_MESSAGE, title_windows
from bot.understanding.titles import known_word
from bot.understanding.training.augment import Title, vary
from bot.understanding.training.corpus import Example, Marked

TREES: Final = 120
LEAVES: Final = 12
LEAST_ROWS: Final = 25
LEARNING_RATE: Final = 0.08
HIDDEN: Final = 0.2
"""The share of put-in movies that the store does not have: so it is learned what an unknown title looks like."""
_RISING: Final = frozenset({"title odds", "year", "quoted", "slip odds", "person", "least share", "asks about a movie"})
_FALLING: Final = frozenset(
    {
        "cost",
        "missing words",
        "extra words",
        "number differs",
        "number behind",
        "larger odds",
        "letters",
        "goes on behind",
        "talk",
    }
)


@dataclass(frozen=True, slots=True)
class World:
    """An index, and the movies by their names and titles."""

    index: TitleIndex
    titles: Sequence[Title]
    ids_by_key: dict[str, frozenset[int]]
    ids_by_title: dict[Title, int]


def world_of(entries: Sequence[TitleEntry]) -> World:
    """Make the world of these movies."""
    by_key: dict[str, set[int]] = {}
    whole: dict[str, set[int]] = {}
    by_title: dict[Title, int] = {}
    for entry in entries:
        by_title.setdefault(Title(entry.title, entry.year), entry.movie_id)
        for name, kind in spellings(entry):
            key = "".join(key_words(words_of(name)))
            own = whole.setdefault(key, set())
            if kind not in (MAIN_TITLE, SUBTITLE):
                own.add(entry.movie_id)
            by_key.setdefault(key, set()).add(entry.movie_id)
    frozen = {key: frozenset(whole[key] or ids) for key, ids in by_key.items()}
    return World(TitleIndex.build(entries), list(by_title), frozen, by_title)


def search_of(
    text: str, tokens: Sequence[Token], tagging: Tagging, index: TitleIndex, vocabulary: Vocabulary
) -> Search:
    """Return the search in one message, as bot.understanding.titles makes it."""
    windows = title_windows(text, tokens, tagging)
    words = [token.word for token in tokens]
    return Search(Message(text, tokens, words, windows, known_word(index, vocabulary)), index)


def rows_of(
    example: Example, world: World, titles: Sequence[Title], tagger: Tagger, this_year: int, rng: random.Random
) -> tuple[list[TitleOption], list[int]]:
    """Return the options of one message, and which are right; those that nobody can tell are left out.

    `titles` are put into its slots; with none it is taken as written. What the world does not have is unknown there.
    """
    known: dict[int, Title] = {}
    if titles:
        example, known = vary(example, titles, rng)
    vocabulary = tagger.vocabulary
    text = fold_space(example.text)
    if text != example.text:
        return [], []
    tokens = tokenise(text)[:LONGEST_MESSAGE]
    if not tokens:
        return [], []
    slots, hidden = _slots(example, known, world, rng)
    tagging = tagger.tag(tokens)
    search = search_of(text, tokens, tagging, world.index, vocabulary)
    options = title_options(search, tagging, vocabulary, this_year, (0.0, 0.0))
    kept, labels = [], []
    for option in options:
        if option.find.entry.movie_id in hidden:
            continue
        start, end = tokens[option.window.start].start, tokens[option.window.end - 1].end
        label = _label(option, start, end, slots)
        if label is not None:
            kept.append(option)
            labels.append(label)
    return kept, labels


_Slot = tuple[Marked, frozenset[int], bool]
"""A marked title, the movies that it names in the world, and whether that is sure."""


def _slots(example: Example, known: dict[int, Title], world: World, rng: random.Random) -> tuple[list[_Slot], set[int]]:
    """Return the titles of a message with what they name, and the movies that the world shall not have this time."""
    slots: list[_Slot] = []
    hidden: set[int] = set()
    for number, mark in enumerate(sorted(example.marks, key=lambda one: one.start)):
        if mark.what not in ("title", "aside"):
            continue
        said = example.text[mark.start : mark.end]
        right = world.ids_by_key.get("".join(key_words(words_of(said))), frozenset())
        put = known.get(number)
        own = world.ids_by_title.get(put) if put is not None else None
        if put is not None and not right and own is not None and not _continued(said, put.text):
            right = frozenset({own})
        sure = bool(right) or put is not None
        if right and rng.random() < HIDDEN:
            hidden |= right
        slots.append((mark, right, sure))
    return slots, hidden


def _continued(said: str, title: str) -> bool:
    """Tell whether a put-in title got a number or words behind, and so names a movie that nobody knows."""
    count = len(words_of(said))
    return count > len(words_of(title)) or (any(char.isdigit() for char in said) and not any(map(str.isdigit, title)))


def _label(option: TitleOption, start: int, end: int, slots: Sequence[_Slot]) -> int | None:
    for mark, right, sure in slots:
        if start < mark.end and end > mark.start:
            if not sure:
                return None
            if option.find.entry.movie_id not in right:
                return 0
            most = max(end, mark.end) - min(start, mark.start)
            return int(min(end, mark.end) - max(start, mark.start) >= 0.75 * most)
    return 0


def fit(values: NDArray[np.float32], labels: NDArray[np.int8], seed: int) -> Forest:
    """Train the forest on options and whether they are right."""
    rising = [1 if name in _RISING else -1 if name in _FALLING else 0 for name in FEATURES]
    model = lightgbm.train(
        {
            "objective": "binary",
            "num_leaves": LEAVES,
            "learning_rate": LEARNING_RATE,
            "min_data_in_leaf": LEAST_ROWS,
            "lambda_l2": 2.0,
            "feature_fraction": 0.7,
            "bagging_fraction": 0.8,
            "bagging_freq": 1,
            "monotone_constraints": rising,
            "seed": seed,
            "deterministic": True,
            "num_threads": 2,
            "verbose": -1,
        },
        lightgbm.Dataset(values, labels, feature_name=[name.replace(" ", "_") for name in FEATURES]),
        num_boost_round=TREES,
    )
    return packed(model.dump_model())


def packed(dumped: dict[str, Any]) -> Forest:
    """Return the trees of lightgbm as arrays."""
    trees = [tree["tree_structure"] for tree in dumped["tree_info"]]
    most = 2 * LEAVES - 1
    shape = (len(trees), most)
    feature, left, right = (np.zeros(shape, np.int16) for _ in range(3))
    bound, value = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    deepest = 0
    for number, root in enumerate(trees):
        waiting, used = [(root, 0, 0)], 1
        while waiting:
            node, place, depth = waiting.pop()
            deepest = max(deepest, depth)
            if "leaf_value" in node:
                left[number, place] = right[number, place] = place
                value[number, place] = node["leaf_value"]
                continue
            feature[number, place], bound[number, place] = node["split_feature"], node["threshold"]
            left[number, place], right[number, place] = used, used + 1
            waiting += [(node["left_child"], used, depth + 1), (node["right_child"], used + 1, depth + 1)]
            used += 2
    return Forest(feature, bound, left, right, value, deepest)
