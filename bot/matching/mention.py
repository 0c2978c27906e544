"""What recognition says: the movies a message names, each with its place, its grade and the reasons."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Grade(enum.Enum):
    """How sure we are of a movie, and so what a guide should do."""

    STRONG = "strong"  # answer, naming the movie
    MEDIUM = "medium"  # answer, naming the movie, and offer the others
    SHARED = "shared"  # several movies fit the words equally: ask which
    WEAK = "weak"  # near titles only: ask "did you mean"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the original text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One named reason for a score; differences are counted in slips of the pen."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A movie that a mention may mean."""

    movie_id: int
    title: str
    year: int | None
    matched_title: str
    score: float
    span: Span
    parts: tuple[ScorePart, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a movie, with the movies they may mean, best first. `evidence` are further words about it."""

    span: Span
    text: str
    grade: Grade
    candidates: tuple[Candidate, ...]
    evidence: tuple[Span, ...] = ()
    aside: bool = False
    """Whether the movie is only mentioned, not asked about: "she loved Moana, is …"."""
    version: str | None = None
    """ "newest", "newer" or "older" when the words beside ask for such a version; None when they ask for none."""
    odds: float = 0.0
    """How sure it is that the best candidate is meant, as the natural logarithm of the odds."""
    span_odds: float = 0.0
    """How much the words by themselves read like a title, whatever movies there are; the same scale."""
    link: bool = False
    """Whether it is a pasted link, whose text is no title."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """All movies a message names, in text order, and the spans that read like titles nobody knows."""

    mentions: tuple[Mention, ...] = ()
    unknown: tuple[Span, ...] = ()
    unknown_odds: tuple[float, ...] = ()
    """How sure it is that each of the unknown is a title, as the natural logarithm of the odds."""
    known_elsewhere: tuple[bool, ...] = ()
    """Whether each of the unknown is the title of a movie that is known to be, though not here."""
    unknown_span_odds: tuple[float, ...] = ()
    """How much each of the unknown reads like a title by its words alone, or by longer ones that hold it."""
    beyond_parts: frozenset[int] = frozenset()
    """The places of numbers behind a title that no part of it has: "12" of "Forrest Gump 12"."""
    next_parts: frozenset[int] = frozenset()
    """The places of numbers behind a title that would be its next part: "2" of "Encanto 2"."""
