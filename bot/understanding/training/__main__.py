"""Trains everything that is learned: `python -m bot.understanding.training`.

Reads data/training/, the library and the known movies; writes learned.npz beside bot.understanding.learned. The same
text and seed give the same file on the same machine. Needs the packages of the `training` extra; takes some ten minutes
on two cores. With a folder named (`python -m bot.understanding.training FOLDER`) the taggers are kept there and taken
from there the next time, so that the decision alone can be trained anew. Nothing imports this at run time.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np

from bot.language.lexicon import lexicon
from bot.understanding.features import Hashes
from bot.understanding.learned import WEIGHTS_FILE, Learned, load_tagger, save, save_tagger
from bot.understanding.tagger import Tagger, TaggerWeights
from bot.understanding.title_options import FEATURES
from bot.understanding.training import choosing, kinds, tagging
from bot.understanding.training.augment import Title
from bot.understanding.training.corpus import FRAME, Example, read_corpus
from bot.understanding.training.movies import known_entries, library_entries
from bot.understanding.training.phrasings import sentences

SEED: Final = 29
FOLDS: Final = 3
COPIES: Final = 2
"""Variants of each message for the tagger."""
VARIANTS: Final = 3
"""Variants of each message for the decision."""
FRAMES: Final = 2_400
"""Sentences of the grammar that name a title; a third as many more name none."""


def _fold(
    part: int, examples: Sequence[Example], titles: Sequence[Title]
) -> tuple[list[np.ndarray], list[int], list[Hashes], list[str]]:
    """Train a tagger without one part of the text and describe that part by it."""
    rng = random.Random(SEED + part)  # noqa: S311 - a draw of sentences, not a secret
    seen = [example for number, example in enumerate(examples) if number % FOLDS != part]
    unseen = [example for number, example in enumerate(examples) if number % FOLDS == part]
    tagger = Tagger(_kept(f"fold-{part}", lambda: tagging.train(seen, titles, SEED + part, COPIES)), lexicon())
    worlds = (choosing.world_of(library_entries()), choosing.world_of([*library_entries(), *known_entries()]))
    values: list[np.ndarray] = []
    labels: list[int] = []
    for example in unseen:
        for variant in range(VARIANTS):
            put_in = titles if variant else ()
            year = datetime.now(UTC).year
            found, right = choosing.rows_of(example, worlds[rng.random() < 0.5], put_in, tagger, year, rng)
            values += [option.values for option in found]
            labels += right
    written = [example for example in unseen if example.kind != FRAME]
    return values, labels, kinds.rows_for(written, tagger), [kinds.kind_of(example) for example in written]


def _whole(examples: Sequence[Example], titles: Sequence[Title]) -> TaggerWeights:
    return _kept("whole", lambda: tagging.train(examples, titles, SEED + FOLDS, COPIES + 1))


def _kept(name: str, train: Callable[[], TaggerWeights]) -> TaggerWeights:
    """Return a tagger kept in the folder named on the command line, else train it and keep it there."""
    if len(sys.argv) < 2:
        return train()
    file = Path(sys.argv[1]) / f"{name}.npz"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        save_tagger(train(), file)
    return load_tagger(file)


def main() -> None:
    """Train and write the file of weights."""
    began = time.monotonic()
    rng = random.Random(SEED)  # noqa: S311 - a draw of sentences, not a secret
    titles = [Title(entry.title, entry.year) for entry in [*library_entries(), *known_entries()]]
    examples = list(read_corpus())
    examples += sentences(FRAMES, titles, rng, asking=True) + sentences(FRAMES // 3, titles, rng, asking=False)
    rng.shuffle(examples)
    sys.stdout.write(f"{len(examples)} messages, {len(titles)} titles\n")
    with ProcessPoolExecutor(2) as pool:
        whole = pool.submit(_whole, examples, titles)
        folds = [pool.submit(_fold, part, examples, titles) for part in range(FOLDS)]
        done = [fold.result() for fold in folds]
        weights = whole.result()
    values = np.array([row for fold in done for row in fold[0]], np.float32).reshape(-1, len(FEATURES))
    labels = np.array([label for fold in done for label in fold[1]], np.int8)
    forest = choosing.fit(values, labels, SEED)
    of_kind = kinds.fit([row for fold in done for row in fold[2]], [kind for fold in done for kind in fold[3]], SEED)
    save(Learned(weights, forest, of_kind), WEIGHTS_FILE)
    sys.stdout.write(f"{len(values)} options, {int(labels.sum())} right; {time.monotonic() - began:.0f} s\n")


if __name__ == "__main__":
    main()
