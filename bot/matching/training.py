"""Counts which words follow which in the project's grammar of phrasings: `python -m bot.matching.training`.

The result, `question_wording.json` beside this file, is all that `wording` reads; the same seed gives the same file.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from pathlib import Path
from typing import Final

from bot.matching.normalising import tokenise
from bot.matching.phrasings import ASKING, ORDINARY, OTHER, SLOTS
from bot.matching.wording import ANY_WORD, END, START, TITLE_HERE, WORDING_FILE, word_class

SEED: Final = 20
SAMPLES_WITH_TITLE: Final = 700
SAMPLES_WITHOUT: Final = 500
_PIECE: Final = re.compile(r"\{(\w+)\}|([()\[\]|])|([^{}()\[\]|]+)")
# A follower seen once in so many samples is an accident of the draw.
_FEWEST: Final = 2


def expand(pattern: str, rng: random.Random) -> str:
    """Return one sentence of the grammar."""
    pieces = [match.group() for match in _PIECE.finditer(pattern)]
    text, end = _choice(pieces, 0, rng)
    if end != len(pieces):
        raise ValueError(f"unbalanced brackets in {pattern!r}")
    return " ".join(text.split())


def _choice(pieces: list[str], place: int, rng: random.Random) -> tuple[str, int]:
    options = [""]
    while place < len(pieces) and pieces[place] not in ")]":
        piece = pieces[place]
        if piece == "|":
            options.append("")
        elif piece in "([":
            inner, place = _choice(pieces, place + 1, rng)
            if place >= len(pieces) or pieces[place] != {"(": ")", "[": "]"}[piece]:
                raise ValueError(f"unbalanced brackets near {inner!r}")
            options[-1] += inner if piece == "(" or rng.random() < 0.4 else ""
        elif piece.startswith("{") and piece[1:-1] in SLOTS:
            options[-1] += expand(SLOTS[piece[1:-1]], rng)
        else:
            options[-1] += piece
        place += 1
    return rng.choice(options), place


def sentence_classes(sentence: str) -> list[str]:
    """Return the word classes of a sentence of the grammar, a title being one of them."""
    classes = [START]
    for part in re.split(r"(\{\w\})", sentence):
        if part == "{T}":
            classes.append(TITLE_HERE)
        elif part == "{X}":
            classes.append(ANY_WORD)
        else:
            classes += [word_class(token.word) for token in tokenise(part)]
    return [*classes, END]


def count() -> dict[str, object]:
    """Return the counts of words and of pairs of words over a fixed draw of sentences."""
    rng = random.Random(SEED)
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for patterns, samples in ((ASKING, SAMPLES_WITH_TITLE), (OTHER, SAMPLES_WITHOUT)):
        for pattern in patterns:
            for _ in range(samples):
                classes = sentence_classes(expand(pattern, rng))
                single.update(classes[1:])
                pairs.update(zip(classes, classes[1:], strict=False))
    for word in ORDINARY:
        single[word_class(word)] += 12
    following: dict[str, dict[str, int]] = {}
    for (before, after), number in sorted(pairs.items()):
        if number >= _FEWEST:
            following.setdefault(before, {})[after] = number
    return {"single": dict(sorted(single.items())), "following": following}


def main() -> None:
    """Write the counts beside this file."""
    Path(WORDING_FILE).write_text(json.dumps(count(), separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
