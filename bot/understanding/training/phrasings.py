"""Sentences of the project's grammar of phrasings, beside the written messages of the training text.

The grammar is data/training/phrasings.toml, whose head explains its signs. It holds the plain frames in which people
ask about little known movies; the written messages hold how they write when nobody made a frame.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.understanding.training.augment import Title
from bot.understanding.training.corpus import FRAME, TRAINING_FOLDER, Example, Marked

PHRASINGS_FILE: Final = TRAINING_FOLDER / "phrasings.toml"
_OPTIONAL_SHARE: Final = 0.4
_PIECE: Final = re.compile(r"\{\w+\}|[()\[\]|]|[^{}()\[\]|]+")
_SMALL_LETTERS: Final = 0.5
_AGE_SLOT: Final = "{N}"
_NAMES: Final = (
    "Portland",
    "Leeds",
    "Ella",
    "Marcus",
    "Dublin",
    "Ohio",
    "Priya",
    "Tom",
    "Sophie",
    "Brisbane",
    "Texas",
    "Omar",
    "Lena",
    "Pune",
    "Glasgow",
)
"""Words that ordinary English does not decide: places and names."""

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
            said = expand(parse(slots[part[1:-1]]), slots, rng) if part[1:-1] in slots else part
            text += f"<{said}>" if part == _AGE_SLOT else said
        elif not part[0] or rng.random() < _OPTIONAL_SHARE:
            text += expand(rng.choice(part[1]), slots, rng)
    return text


def sentences(count: int, titles: Sequence[Title], rng: random.Random, *, asking: bool) -> list[Example]:
    """Draw sentences of the grammar, with a title where one stands and the numbers of ages marked.

    `asking`: those that ask about a movie by its title; else those that name none.
    """
    grammar = read_grammar()
    patterns = grammar.asking if asking else grammar.other
    drawn = []
    for _ in range(count):
        sentence = " ".join(expand(parse(rng.choice(patterns)), grammar.slots, rng).split())
        text, marks = "", []
        for part in re.split(r"(\{[TX]\}|<\w+>)", sentence):
            said, what = part, ""
            if part == "{T}":
                said, what = rng.choice(titles).text, "title"
                said = said.lower() if rng.random() < _SMALL_LETTERS else said
            elif part == "{X}":
                said = rng.choice(_NAMES)
            elif part.startswith("<"):
                said, what = part[1:-1], "age"
            if what:
                marks.append(Marked(len(text), len(text) + len(said), what))
            text += said
        drawn.append(Example(FRAME, text, tuple(marks)))
    return drawn
