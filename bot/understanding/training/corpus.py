"""The training text: messages with marks in place, as data/training/*.txt holds them, one a line.

    movie<TAB>is the {^new} {Lilo and Stitch} ok, dd <6> loves {~Moana}

{…} a title asked about, {~…} one only mentioned, {^…} words for a newer and {%…} for an older version, <…> an age.
data/training/README.md tells what the kinds before the tab mean and who wrote the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

TRAINING_FOLDER: Final = Path(__file__).parents[3] / "data" / "training"
KINDS: Final = (
    "movie",
    "channel",
    "described",
    "recommend",
    "talk",
    "chat",
    "care",
    "care_lookalike",
    "follow",
    "switch",
    "foreign",
)
WORRY: Final = "worry "
"""What a mark of a worry begins with; then its keys follow, joined by "+"."""
WORRIES_MARKED: Final = "# worries are marked"
"""The first line of a file in which they are."""
FRAME: Final = "frame"
"""The kind of sentences drawn from the grammar: they teach titles and ages, and no kind of message."""
_MARKED: Final = re.compile(r"\{([~^%]?)([^{}]+)\}|<([^<>]+)>|\[([a-z_+]+): *([^\[\]]+)\]")
_KIND_OF_MARK: Final = {"": "title", "~": "aside", "^": "newer", "%": "older"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked piece of a message's text, text[start:end]; what: title, aside, age, newer, older or "worry KEYS"."""

    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class Example:
    """One message of the training text."""

    kind: str
    text: str
    marks: tuple[Marked, ...]
    has_worries: bool = False
    """Whether its worries are marked, so that words without a mark name none."""


def parse(line: str) -> Example:
    """Read one line.

    Raises:
        ValueError: it has no tab or an unknown kind.
    """
    kind, tab, marked = line.partition("\t")
    if not tab or kind not in KINDS:
        raise ValueError(f"no training line: {line[:60]!r}")
    text, last = "", 0
    marks = []
    for match in _MARKED.finditer(marked):
        text += marked[last : match.start()]
        if match[5] is not None:
            within = parse(f"{kind}\t{match[5]}")
            said, what = within.text, f"{WORRY}{match[4]}"
            marks += [Marked(len(text) + one.start, len(text) + one.end, one.what) for one in within.marks]
        elif match[3] is not None:
            said, what = match[3], "age"
        else:
            said, what = match[2], _KIND_OF_MARK[match[1]]
        marks.append(Marked(len(text), len(text) + len(said), what))
        text += said
        last = match.end()
    return Example(kind, text + marked[last:], tuple(marks))


def written(example: Example) -> str:
    """Write a message as a line of the training text."""
    signs = {what: sign for sign, what in _KIND_OF_MARK.items()}
    out, last = f"{example.kind}\t", 0
    for mark in sorted(example.marks, key=lambda one: one.start):
        said = example.text[mark.start : mark.end]
        out += example.text[last : mark.start]
        if mark.what.startswith(WORRY):
            out += f"[{mark.what.removeprefix(WORRY)}: {said}]"
        else:
            out += f"<{said}>" if mark.what == "age" else f"{{{signs[mark.what]}{said}}}"
        last = mark.end
    return out + example.text[last:]


def read_corpus(folder: Path = TRAINING_FOLDER) -> Iterator[Example]:
    """Read all training text of a folder, file by file.

    Raises:
        ValueError: a line cannot be read.
    """
    for file in sorted(folder.glob("*.txt")):
        lines = file.read_text(encoding="utf-8").splitlines()
        for line in lines:
            if line and not line.startswith("#"):
                yield replace(parse(line), has_worries=lines[0] == WORRIES_MARKED)
