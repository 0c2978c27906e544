"""Read what a parent worries about: "any swearing in it?", "does the dog die", "she is easily scared".

The words are data in bot.understanding.concern_words; this module only looks them up outside the title's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.matching.recognition import Span
from bot.understanding.concern_words import (
    CONCERN_PATTERNS,
    LONG_WORDS,
    NO_SLIPS,
    NOT_SENSITIVE_BEFORE,
    SENSITIVE_PATTERNS,
    TOUCHED_PATTERNS,
)
from bot.understanding.masking import LONGEST_READ, lowered, set_aside

SHORTEST_WITH_SLIP = 6
"""Letters a word needs before a slip of the pen is read as one of LONG_WORDS."""
SLIPS_ALLOWED = 1
SLIPS_ALLOWED_LONG = 2
LONG_FROM = 9
"""Letters from which two slips are read: shorter words lie too near to other words."""


@dataclass(frozen=True, slots=True)
class ConcernMention:
    """A grid key or question key of the vocabulary, and the words it was read from."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Worries:
    """Everything a message says of what its writer worries about."""

    concerns: tuple[ConcernMention, ...] = ()
    """What is asked about by name, in the order of mention; each key once."""
    touched: tuple[str, ...] = ()
    """Grid rows that the words only touch ("would it scare her"): no question of its own, but part of the answer."""
    sensitive: bool = False
    """Whether a child is said to be sensitive."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The compiled tables."""

    any_concern: re.Pattern[str]
    """Finds where a concern is; `concern` then says which. One without groups is much the faster."""
    concern: re.Pattern[str]
    touched: re.Pattern[str]
    sensitive: re.Pattern[str]
    negated: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    """Compile the tables once, on first use. They are matched on small letters: that halves the time it takes."""
    flat = "|".join(pattern for _, patterns in CONCERN_PATTERNS for pattern in patterns)
    return _Patterns(
        re.compile(rf"\b(?:{flat})(?!\w)"),
        _keyed(CONCERN_PATTERNS),
        _keyed(TOUCHED_PATTERNS),
        re.compile(rf"\b(?:{'|'.join(SENSITIVE_PATTERNS)})(?!\w)"),
        re.compile(NOT_SENSITIVE_BEFORE),
    )


def _keyed(rows: Sequence[tuple[str, Sequence[str]]]) -> re.Pattern[str]:
    groups = "|".join(f"(?P<{key}>{'|'.join(patterns)})" for key, patterns in rows)
    return re.compile(rf"\b(?:{groups})(?!\w)")


_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST_WITH_SLIP},}}")


def read_concerns(text: str, skip: Sequence[Span] = ()) -> tuple[ConcernMention, ...]:
    """Find what a message asks about by name, in the order of mention; `skip` are the spans of titles."""
    return read_worries(text, skip).concerns


def read_worries(text: str, skip: Sequence[Span] = ()) -> Worries:
    """Find concerns, rows only touched on, and whether a child is sensitive. `skip` are the spans of titles."""
    masked = lowered(set_aside(text[:LONGEST_READ], skip))
    patterns = _patterns()
    is_sensitive = False
    for match in patterns.sensitive.finditer(masked):
        if not patterns.negated.search(masked[max(0, match.start() - 40) : match.start()]):
            is_sensitive = True
        masked = set_aside(masked, (Span(*match.span()),))
    places = (patterns.concern.match(masked, match.start()) for match in patterns.any_concern.finditer(masked))
    found = [ConcernMention(str(match.lastgroup), Span(*match.span())) for match in places if match]
    found += _misspelt(masked, [mention.span for mention in found])
    found.sort(key=lambda mention: mention.span.start)
    unique: dict[str, ConcernMention] = {}
    for mention in found:
        unique.setdefault(mention.key, mention)
    touched = dict.fromkeys(str(match.lastgroup) for match in patterns.touched.finditer(masked))
    return Worries(tuple(unique.values()), tuple(key for key in touched if key not in unique), is_sensitive)


def _misspelt(text: str, taken: Sequence[Span]) -> list[ConcernMention]:
    """Find long concern words with a slip of the pen in them; the first letter is nearly always right."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if word in NO_SLIPS or any(span.start < match.end() and match.start() < span.end for span in taken):
            continue
        slips = SLIPS_ALLOWED_LONG if len(word) >= LONG_FROM else SLIPS_ALLOWED
        best = process.extractOne(word, LONG_WORDS.keys(), scorer=OSA.distance, score_cutoff=slips)
        if best is not None and best[0][0] == word[0] and (best[1] == 1 or len(best[0]) >= LONG_FROM):
            found.append(ConcernMention(LONG_WORDS[best[0]], Span(*match.span())))
    return found
