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
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import compress
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.language.lexicon import lexicon
from bot.understanding.features import Hashes
from bot.understanding.learned import WEIGHTS_FILE, Learned, load_tagger, save, save_tagger
from bot.understanding.message_kind import asked_and_talk, kind_shares
from bot.understanding.tagger import Tagger, TaggerWeights
from bot.understanding.title_options import FEATURES, KIND_FEATURES
from bot.understanding.training import choosing, kinds, tagging, worries
from bot.understanding.training.augment import Title, vary
from bot.understanding.training.corpus import FRAME, Example, read_corpus
from bot.understanding.training.movies import known_entries, library_entries, title_hashes, version_hashes
from bot.understanding.training.phrasings import sentences

SEED: Final = 29
FOLDS: Final = 3
COPIES: Final = 2
"""Variants of each message for the tagger."""
VARIANTS: Final = 3
"""Variants of each message for the decision."""
FRAMES_OF_KIND: Final = 300
"""Questions of the grammar in each fold that teach the kind of a message."""
FRAME_ASKED: Final = "frame that asks"
THERE: Final = 0.6
"""The share of put-in titles that are certainly in the store."""
FRAMES: Final = 2_400
"""Sentences of the grammar that name a title; a third as many more name none."""


@dataclass(frozen=True, slots=True)
class _Described:
    """A part of the text, described by a tagger that has not seen it."""

    values: list[NDArray[np.float32]]
    labels: list[int]
    messages: list[int]
    """For each option which message of the part it is of."""
    kind_rows: list[Hashes]
    kinds: list[str]
    """For each message; FRAME for a sentence of the grammar, which teaches no kind."""
    further_rows: list[Hashes]
    further_kinds: list[str]
    """Messages with other titles put in, for the kinds alone: no title's own words should tell the kind."""


def _names_title(example: Example) -> bool:
    return example.kind == FRAME and any(mark.what == "title" for mark in example.marks)


def _fold(part: int, examples: Sequence[Example], titles: Sequence[Title]) -> _Described:
    """Train a tagger without one part of the text and describe that part by it."""
    rng = random.Random(SEED + part)  # noqa: S311 - a draw of sentences, not a secret
    seen = [example for number, example in enumerate(examples) if number % FOLDS != part]
    unseen = [example for number, example in enumerate(examples) if number % FOLDS == part]
    tagger = Tagger(_kept(f"fold-{part}", lambda: tagging.train(seen, titles, SEED + part, COPIES)), lexicon())
    worlds = (choosing.world_of(library_entries()), choosing.world_of([*library_entries(), *known_entries()]))
    said = [FRAME_ASKED if _names_title(example) else kinds.kind_of(example) for example in unseen]
    done = _Described([], [], [], kinds.rows_for(unseen, tagger), said, [], [])
    for example in unseen:
        if example.kind != FRAME and example.marks:
            done.further_rows.extend(kinds.rows_for([vary(example, titles, rng)[0]], tagger))
            done.further_kinds.append(kinds.kind_of(example))
    year = datetime.now(UTC).year
    for number, example in enumerate(unseen):
        for variant in range(VARIANTS):
            world = worlds[rng.random() < 0.5]
            put_in = (world.titles if rng.random() < THERE else titles) if variant else ()
            found, right = choosing.rows_of(example, world, put_in, tagger, year, rng)
            done.values.extend(option.values for option in found)
            done.labels.extend(right)
            done.messages.extend(number for _ in found)
    return done


def _add_frames(fold: _Described) -> None:
    """Let some of the grammar's questions teach that they ask about a movie."""
    asked = [row for row, kind in zip(fold.kind_rows, fold.kinds, strict=True) if kind == FRAME_ASKED]
    fold.further_rows.extend(asked[:FRAMES_OF_KIND])
    fold.further_kinds.extend("movie" for _ in asked[:FRAMES_OF_KIND])
    fold.kinds[:] = [FRAME if kind == FRAME_ASKED else kind for kind in fold.kinds]


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
    for fold in done:
        _add_frames(fold)
    written = [[kind != FRAME for kind in fold.kinds] for fold in done]
    rows = [row for fold, own in zip(done, written, strict=True) for row in compress(fold.kind_rows, own)]
    names = [kind for fold, own in zip(done, written, strict=True) for kind in compress(fold.kinds, own)]
    further = [row for fold in done for row in fold.further_rows]
    of_kind = kinds.fit([*rows, *further], [*names, *(kind for fold in done for kind in fold.further_kinds)], SEED)
    shares = iter(kinds.unseen_shares(rows, names, FOLDS, SEED))
    for fold, own in zip(done, written, strict=True):
        of_message = [
            asked_and_talk((next(shares) if is_own else kind_shares(row, of_kind)).tolist())
            for row, is_own in zip(fold.kind_rows, own, strict=True)
        ]
        for row, message in zip(fold.values, fold.messages, strict=True):
            row[-KIND_FEATURES:] = of_message[message]
    values = np.array([row for fold in done for row in fold.values], np.float32).reshape(-1, len(FEATURES))
    labels = np.array([label for fold in done for label in fold.labels], np.int8)
    forest = choosing.fit(values, labels, SEED)
    concerns = worries.train(examples, titles, Tagger(weights, lexicon()), SEED)
    save(
        Learned(weights, forest, of_kind, concerns, title_hashes(known_entries()), version_hashes(known_entries())),
        WEIGHTS_FILE,
    )
    sys.stdout.write(f"{len(values)} options, {int(labels.sum())} right; {time.monotonic() - began:.0f} s\n")


if __name__ == "__main__":
    main()
