"""Trains the message kinds. Needs scikit-learn and scipy, which only training installs."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.language.lexicon import lexicon
from bot.language.words import tokenise
from bot.understanding.features import Hashes
from bot.understanding.message_kind import KINDS, KindWeights, kind_features, kind_shares
from bot.understanding.tagger import Tagger
from bot.understanding.training.corpus import Example

STRENGTH: Final = 8.0
"""The inverse of the regularisation; chosen by three-fold cross-validation on the training text."""
FEWEST: Final = 3
"""A feature counts from so many messages on."""
PRUNED_BELOW: Final = 0.08


def kind_of(example: Example) -> str:
    """Return the kind to be learned for a message of the training text."""
    if example.kind == "care_lookalike":
        return "lookalike"
    return {"channel": "movie", "switch": "movie"}.get(example.kind, example.kind)


def rows_for(examples: Sequence[Example], tagger: Tagger) -> list[Hashes]:
    """Return the features of each message."""
    out = []
    for example in examples:
        tokens = tokenise(example.text)
        out.append(kind_features(example.text, tokens, tagger.tag(tokens), lexicon(), tagger.vocabulary))
    return out


def fit(rows: Sequence[Hashes], kinds: Sequence[str], seed: int) -> KindWeights:
    """Train on the features and kinds of messages."""
    random.seed(seed)
    hashes, counts = np.unique(np.concatenate(rows), return_counts=True)
    hashes = hashes[counts >= FEWEST]
    columns, offsets, values = [], [0], []
    for row in rows:
        places = np.searchsorted(hashes, row)
        places = np.minimum(places, len(hashes) - 1)
        own = places[hashes[places] == row]
        columns.append(own)
        values.append(np.full(len(own), 1.0 / np.sqrt(max(1, len(row)))))
        offsets.append(offsets[-1] + len(own))
    matrix = csr_matrix((np.concatenate(values), np.concatenate(columns), offsets), (len(rows), len(hashes)))
    targets = np.array([KINDS.index(kind) for kind in kinds])
    model = LogisticRegression(C=STRENGTH, max_iter=200)
    model.fit(matrix, targets)
    weights = np.zeros((len(hashes), len(KINDS)), np.float32)
    weights[:, model.classes_] = model.coef_.T
    always = np.full(len(KINDS), -9.0)
    always[model.classes_] = model.intercept_
    kept = np.abs(weights).max(axis=1) >= PRUNED_BELOW
    return KindWeights(hashes[kept].astype(np.uint32), weights[kept].astype(np.float16), always)


def unseen_shares(rows: Sequence[Hashes], kinds: Sequence[str], folds: int, seed: int) -> NDArray[np.float64]:
    """Return the kinds of each message by models that were not trained on it: one row a message."""
    out = np.zeros((len(rows), len(KINDS)))
    for part in range(folds):
        seen = [number for number in range(len(rows)) if number % folds != part]
        model = fit([rows[number] for number in seen], [kinds[number] for number in seen], seed)
        for number in range(part, len(rows), folds):
            out[number] = kind_shares(rows[number], model)
    return out
