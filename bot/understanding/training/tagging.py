"""Trains the tagger: from marked messages to weights. Needs python-crfsuite, which only training installs."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import pycrfsuite

from bot.language.lexicon import lexicon
from bot.language.words import Token, fold_space, tokenise
from bot.understanding.features import Hashes, Vocabulary, features, views, word_hash
from bot.understanding.tagger import (
    AGE,
    ASIDE,
    IN_ASIDE,
    IN_TITLE,
    LABELS,
    NEWER,
    OLDER,
    OTHER,
    TITLE,
    TaggerWeights,
)
from bot.understanding.templates import TITLE_TEMPLATES
from bot.understanding.training.augment import Title, vary
from bot.understanding.training.corpus import FRAME, Example

SEEN_ITSELF: Final = 2
"""A word counts as itself from so many messages on."""
ITERATIONS: Final = 70
PRUNED_BELOW: Final = 0.03
"""Weights nearer to zero are left out."""
_MOST_LEVELS: Final = 127
_PLAIN_LABEL: Final = {"newer": NEWER, "older": OLDER}


def labels(example: Example, tokens: Sequence[Token]) -> list[int]:
    """Return the label of each word of a marked message.

    Of an age only the words that say it count (its number, or the name of a group): units and "turning" are no part.
    """
    out = [OTHER] * len(tokens)
    for mark in example.marks:
        inside = [place for place, token in enumerate(tokens) if token.start < mark.end and token.end > mark.start]
        if mark.what in ("title", "aside"):
            first, further = (TITLE, IN_TITLE) if mark.what == "title" else (ASIDE, IN_ASIDE)
            for place in inside:
                out[place] = first if place == inside[0] else further
        elif mark.what == "age":
            telling = [place for place in inside if says_age(tokens[place])]
            for place in telling or inside:
                out[place] = AGE
        elif mark.what in _PLAIN_LABEL:
            for place in inside:
                out[place] = _PLAIN_LABEL[mark.what]
    return out


def says_age(token: Token) -> bool:
    """Tell whether a word by itself can say an age: a number, an ordinal, a group."""
    named = lexicon().class_of.get(token.word)
    return any(char.isdigit() for char in token.word) or named in ("small_number", "ordinal", "group")


def vocabulary_of(examples: Iterable[Example]) -> Vocabulary:
    """Return the words that count as themselves: those of several messages, titles aside."""
    seen: Counter[str] = Counter()
    for example in examples:
        tokens = tokenise(fold_space(example.text))
        tagged = labels(example, tokens) if fold_space(example.text) == example.text else [OTHER] * len(tokens)
        outside = {token.word for token, label in zip(tokens, tagged, strict=True) if label in (OTHER, NEWER, OLDER)}
        seen.update(word for word in outside if word.isalpha())
    kept = sorted(word_hash(word) for word, count in seen.items() if count >= SEEN_ITSELF)
    return Vocabulary(np.array(kept, np.uint32))


def train(examples: Sequence[Example], titles: Sequence[Title], seed: int, copies: int) -> TaggerWeights:
    """Train on messages, each `copies` times: once as written, then with other titles in its slots."""
    rng = random.Random(seed)  # noqa: S311 - a draw of sentences, not a secret
    words = vocabulary_of(examples)
    drawn = [
        example if copy == 0 else vary(example, titles, rng)[0]
        for example in examples
        for copy in range(1 if example.kind == FRAME else copies)
    ]
    said = [(tokens, example) for example in drawn if (tokens := tokenise(example.text))]
    rows = (features(views(tokens, lexicon(), words), TITLE_TEMPLATES) for tokens, _ in said)
    return fit(zip(rows, (labels(example, tokens) for tokens, example in said), strict=True), len(LABELS), words)


def fit(
    messages: Iterable[tuple[Hashes, Sequence[int]]], label_count: int, words: Vocabulary, iterations: int = ITERATIONS
) -> TaggerWeights:
    """Train a tagger on the features and labels of the words of messages."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.05, "c2": 0.6, "max_iterations": iterations, "feature.possible_transitions": True})
    for rows, of_words in messages:
        trainer.append([[str(one) for one in row] for row in rows.tolist()], [str(one) for one in of_words])
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "tagger.crfsuite")
        trainer.train(file)
        tagger = pycrfsuite.Tagger()
        tagger.open(file)
        return _packed(tagger.info(), label_count, words)


def _packed(info: Any, count: int, words: Vocabulary) -> TaggerWeights:
    rows: dict[int, np.ndarray] = {}
    for (feature, label), weight in info.state_features.items():
        if abs(weight) >= PRUNED_BELOW:
            rows.setdefault(int(feature), np.zeros(count))[int(label)] = weight
    transitions = np.full((count, count), -9.0)
    for (before, after), weight in info.transitions.items():
        transitions[int(before), int(after)] = weight
    hashes = np.array(sorted(rows), np.uint32)
    weights = np.array([rows[int(one)] for one in hashes])
    scale = np.abs(weights).max() / _MOST_LEVELS
    rounded = np.round(weights / scale).astype(np.int8)
    kept = np.abs(rounded).any(axis=1)
    return TaggerWeights(hashes[kept], rounded[kept].astype(np.float32) * np.float32(scale), transitions, words)
