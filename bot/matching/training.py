"""Counts which words follow which in the project's grammar of phrasings: `python -m bot.matching.training`.

The grammar is `phrasings.toml`, whose head explains its signs.

The result, `question_wording.json` beside this file, is all that `wording` reads; the same seed gives the same file.
"""

from __future__ import annotations

import json
import random
import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from bot.matching.normalising import tokenise
from bot.matching.wording import ANY_WORD, END, START, TITLE_HERE, WORDING_FILE, word_class

PHRASINGS_FILE: Final = Path(__file__).with_name("phrasings.toml")
SEED: Final = 20
SAMPLES_WITH_TITLE: Final = 1200
SAMPLES_WITHOUT: Final = 600
_OPTIONAL_SHARE: Final = 0.4
# A follower seen less often in the whole draw is an accident of it.
_FEWEST_PAIRS: Final = 2
_FEWEST_TRIPLES: Final = 3
_ORDINARY_COUNT: Final = 20
_PIECE: Final = re.compile(r"\{\w+\}|[()\[\]|]|[^{}()\[\]|]+")

# A pattern read: text, a slot's name in braces, or (optional, alternatives), each alternative a sequence.
Part = str | tuple[bool, tuple[tuple["Part", ...], ...]]


@cache
def parse(pattern: str) -> tuple[Part, ...]:
    """Return a pattern as nested sequences.

    Raises:
        ValueError: its brackets do not match.
    """
    pieces = _PIECE.findall(pattern)
    options, end = _alternatives(pieces, 0, "")
    if end != len(pieces):
        raise ValueError(f"unbalanced brackets in {pattern!r}")
    return ((False, options),)


def _alternatives(pieces: list[str], place: int, closing: str) -> tuple[tuple[tuple[Part, ...], ...], int]:
    options: list[list[Part]] = [[]]
    while place < len(pieces) and pieces[place] not in ")]":
        piece = pieces[place]
        if piece == "|":
            options.append([])
        elif piece in "([":
            inner, place = _alternatives(pieces, place + 1, ")" if piece == "(" else "]")
            options[-1].append((piece == "[", inner))
        else:
            options[-1].append(piece)
        place += 1
    if closing and (place >= len(pieces) or pieces[place] != closing):
        raise ValueError(f"a bracket is not closed by {closing!r}")
    return tuple(map(tuple, options)), place


@dataclass(frozen=True, slots=True)
class Grammar:
    """The phrasings with and without a title, the slots they are made of, and everyday words."""

    asking: tuple[str, ...]
    other: tuple[str, ...]
    slots: dict[str, str]
    ordinary: tuple[str, ...]


def read_grammar() -> Grammar:
    """Read the phrasings beside this file.

    Raises:
        OSError: the file is missing.
        tomllib.TOMLDecodeError: it is no TOML.
    """
    stored = tomllib.loads(PHRASINGS_FILE.read_text(encoding="utf-8"))
    return Grammar(tuple(stored["asking"]), tuple(stored["other"]), stored["slots"], tuple(stored["ordinary"].split()))


def expand(parts: tuple[Part, ...], slots: dict[str, str], rng: random.Random) -> str:
    """Return one sentence of the grammar, {T} and {X} left standing."""
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += expand(parse(slots[part[1:-1]]), slots, rng) if part[1:-1] in slots else part
        elif not part[0] or rng.random() < _OPTIONAL_SHARE:
            text += expand(rng.choice(part[1]), slots, rng)
    return text


def sentence_classes(sentence: str) -> list[str]:
    """Return the word classes of a sentence of the grammar, a title being one of them."""
    classes = [START, START]
    for part in re.split(r"(\{\w\})", sentence):
        if part == "{T}":
            classes.append(TITLE_HERE)
        elif part == "{X}":
            classes.append(ANY_WORD)
        else:
            classes += [word_class(token.word) for token in tokenise(part)]
    return [*classes, END]


def count() -> dict[str, object]:
    """Return the counts of words, pairs and triples over a fixed draw of sentences."""
    rng = random.Random(SEED)  # noqa: S311 - a draw of sentences, not a secret
    grammar = read_grammar()
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    triples: Counter[tuple[str, str]] = Counter()
    for patterns, samples in ((grammar.asking, SAMPLES_WITH_TITLE), (grammar.other, SAMPLES_WITHOUT)):
        for pattern in patterns:
            parts = parse(pattern)
            for _ in range(samples):
                classes = sentence_classes(expand(parts, grammar.slots, rng))
                single.update(classes[2:])
                pairs.update(pairwise(classes[1:]))
                triples.update(
                    (f"{first} {second}", third)
                    for first, second, third in zip(classes, classes[1:], classes[2:], strict=False)
                )
    for word in grammar.ordinary:
        single[word_class(word)] += _ORDINARY_COUNT
    following: dict[str, dict[str, int]] = {}
    for counts, fewest in ((pairs, _FEWEST_PAIRS), (triples, _FEWEST_TRIPLES)):
        for (before, after), number in sorted(counts.items()):
            if number >= fewest:
                following.setdefault(before, {})[after] = number
    return {"single": dict(sorted(single.items())), "following": following}


def main() -> None:
    """Write the counts beside this file."""
    Path(WORDING_FILE).write_text(json.dumps(count(), separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
