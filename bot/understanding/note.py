"""Notes: what the readers see in a message, each over a run of its words, and the choice among those that overlap.

Every reader proposes once, on one scale: `odds`, the natural logarithm of the odds that the words mean this. The surest
note is kept first, and then every note that no kept one overlaps: what wins is what no better one covers.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass


class NoteKind(enum.Enum):
    """What a note says its words are."""

    TITLE = "title"
    UNKNOWN_TITLE = "unknown title"
    AGE = "age"
    CONCERN = "concern"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that one reader sees in tokens[first:end]."""

    kind: NoteKind
    first: int
    end: int
    value: object
    """The mention, AgeNote, ConcernNote or AskNote that it stands for; the span of an unknown title."""
    odds: float
    rule: str
    """The name of what proposed it, for `explain`."""
    said: str = ""
    """The words."""


def choose(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return the best notes that do not overlap, in the order of the text; O(n log n) in the notes."""
    chosen: list[Note] = []
    taken: set[int] = set()
    for note in sorted(notes, key=lambda one: (-one.odds, one.first - one.end, one.first)):
        places = range(note.first, note.end)
        if taken.isdisjoint(places):
            chosen.append(note)
            taken.update(places)
    return tuple(sorted(chosen, key=lambda one: one.first))
