"""The learned numbers of this package, read once from the files beside it, and written by the training."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bot.language.lexicon import lexicon
from bot.understanding.concern_tagger import ConcernWeights
from bot.understanding.features import Vocabulary
from bot.understanding.message_kind import KindWeights
from bot.understanding.tagger import Tagger, TaggerWeights
from bot.understanding.title_choice import Forest

WEIGHTS_FILE: Final = Path(__file__).with_name("learned.npz")


@dataclass(frozen=True)
class Learned:
    """The models and the words that they take as themselves."""

    tagger_weights: TaggerWeights
    forest: Forest
    kinds: KindWeights
    concerns: ConcernWeights
    titles: NDArray[np.uint64]
    """Sorted hashes of the titles of known movies: "Frozen River" is a movie of its own, stored or not."""
    versions: NDArray[np.uint64]
    """Sorted hashes of these titles with the name of somebody in the movie (bot.understanding.title_rivals)."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that count as themselves."""
        return self.tagger_weights.vocabulary

    @cached_property
    def tagger(self) -> Tagger:
        """The tagger of these weights, for English."""
        return Tagger(self.tagger_weights, lexicon())


@cache
def learned() -> Learned:
    """Return the models that ship with the guide, read once.

    Raises:
        OSError: the file of weights is missing.
    """
    return load(WEIGHTS_FILE)


def load(path: Path) -> Learned:
    """Read models from a file.

    Raises:
        OSError: the file is missing.
    """
    with np.load(path, allow_pickle=False) as stored:
        forest = Forest(
            stored["forest_feature"],
            stored["forest_bound"],
            stored["forest_left"],
            stored["forest_right"],
            stored["forest_value"],
            int(stored["forest_depth"]),
        )
        kinds = KindWeights(stored["kind_hashes"], stored["kind_weights"].astype(np.float32), stored["kind_always"])
        tagger = _tagger_of(stored)
        keys = tuple(stored["concern_keys"].tolist())
        concerns = ConcernWeights(_tagger_of(stored, "concern"), keys)
        return Learned(tagger, forest, kinds, concerns, stored["titles"], stored["versions"])


def load_tagger(path: Path) -> TaggerWeights:
    """Read a tagger alone from a file.

    Raises:
        OSError: the file is missing.
    """
    with np.load(path, allow_pickle=False) as stored:
        return _tagger_of(stored)


def save(models: Learned, path: Path) -> None:
    """Write models to a file."""
    forest, kinds = models.forest, models.kinds
    np.savez_compressed(
        path,
        allow_pickle=False,
        vocabulary=models.vocabulary.hashes,
        **_parts_of(models.tagger_weights),
        **_parts_of(models.concerns.tagger, "concern"),
        concern_keys=np.array(models.concerns.keys),
        forest_feature=forest.feature,
        forest_bound=forest.bound,
        forest_left=forest.left,
        forest_right=forest.right,
        forest_value=forest.value,
        forest_depth=np.int16(forest.depth),
        kind_hashes=kinds.hashes,
        kind_weights=kinds.weights.astype(np.float16),
        kind_always=kinds.always,
        titles=models.titles,
        versions=models.versions,
    )


def save_tagger(weights: TaggerWeights, path: Path) -> None:
    """Write a tagger alone to a file."""
    np.savez_compressed(path, allow_pickle=False, vocabulary=weights.vocabulary.hashes, **_parts_of(weights))


def _parts_of(tagger: TaggerWeights, name: str = "tagger") -> dict[str, Any]:
    """Return the arrays of a tagger; its weights in whole steps of a 127th of the greatest."""
    scale = float(np.abs(tagger.weights).max()) / 127.0
    return {
        f"{name}_hashes": tagger.hashes,
        f"{name}_weights": np.round(tagger.weights / scale).astype(np.int8),
        f"{name}_scale": np.float32(scale),
        f"{name}_transitions": tagger.transitions,
    }


def _tagger_of(stored: Any, name: str = "tagger") -> TaggerWeights:
    weights = stored[f"{name}_weights"].astype(np.float32) * np.float32(stored[f"{name}_scale"])
    vocabulary = Vocabulary(stored["vocabulary"])
    return TaggerWeights(stored[f"{name}_hashes"], weights, stored[f"{name}_transitions"], vocabulary)
