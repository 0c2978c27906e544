"""What the form of an age says for it before anything is learned, in natural log-odds, and what words stand for.

The keys are rows of the tables of bot/language/en/ages.toml and age_groups.toml. The ranges are the
project's own convention for American grades and for British and Scottish school years.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.domain.suitability import AgeRange

WORDS_BEFORE: Final[Mapping[str, float]] = {
    "own": 3.0, "if": 2.5, "mental age": 4.0, "child": 3.0, "person": 2.5, "named child": 2.0, "child of": 1.5,
    "aged": 3.0, "ages": 2.5, "coming": 3.0, "under": 2.5, "up to": 2.5, "over": 1.5, "suitable": 1.5, "for": 0.5,
    "past": -6.0, "film": -7.0, "story": -7.0, "part": -7.0, "rating": -7.0, "clock": -5.0, "grown-up": -4.5,
    "numbered": -4.0, "count": -4.0, "time": -4.0,
}  # fmt: skip
"""What the words before a number say."""
WORDS_BEHIND: Final[Mapping[str, float]] = {
    "years old": 4.5, "movie night": 4.5, "months old": 4.5, "weeks old": 4.5, "days old": 3.0, "years": 2.0,
    "months": 2.0, "sex": 2.0, "sex or months": 2.0, "and under": 2.0, "enough": 2.0, "and up": 1.5, "plural": 1.5,
    "past": -8.0, "ago": -8.0, "counted": -8.0, "clock": -8.0, "span of": -6.0, "people": -4.0, "film": -3.0,
    "day": -2.0,
}  # fmt: skip
"""What the words behind a number say."""
WORDS_BESIDE_GROUP: Final[Mapping[str, float]] = {
    "own": 2.0, "mine": 2.0, "at": 1.5, "kids": 2.5, "past": -8.0, "story": -4.5, "film": -6.0,
}  # fmt: skip
GROUP: Final = 3.0
"""A word for a group of ages ("toddler"); a school's name ("kindergarten") says nothing by itself."""
SHARED_UNIT: Final = 2.5
""" "8 and 10 year olds": what the unit of the last says for the others."""
BRACKETED: Final = 1.5
""" "Tom (5)", "(5, 7)"."""
UNLIKELIER: Final = 2.5
"""How much less a part of "2-4" or of "7, almost 8" has than the whole; meant only where a title takes the rest."""
STRONGER: Final = 0.5
"""What an age and a group of the same child ("my toddler (2)") have over the better of the two."""
GIVEN_UP: Final = -8.0
"""Where the form says this or less against a number, it is not proposed at all."""

ONLY_CLOSED: Final = frozenset({"suitable", "for", "over", "child of", "named child"})
"""Words before a number that say nothing where a noun may follow it: "ok for 3 puppies"."""
ONLY_FIRST: Final = frozenset({"part", "numbered", "rating", "clock", "grown-up"})
"""Words before a list that are said of its first number: "part 2, 4yo"."""
FOR_ALL: Final = frozenset({"past", "film", "ago"})
"""Words behind a list that are said of all its numbers; others are said of its last."""
OLD: Final = frozenset({"years old", "movie night", "months old", "weeks old", "days old"})
SHARED_BY_LIST: Final = OLD | {"years", "plural", "sex"}
"""Units of the last of a list that are the others', too."""
UNITS: Final = SHARED_BY_LIST | {"months", "sex or months", "and up", "and under"}
ONLY_NEAR: Final = frozenset({"part", "numbered", "rating", "clock", "grown-up", "count", "film", "story", "time"})
"""Words before a number that say nothing where a comma or more parts them: "who dies in the film, 5"."""
BOUNDS_BEFORE: Final = frozenset({"under", "up to", "over"})
NOT_BEFORE_OLD: Final = frozenset({"count", "time"})
"""Words before a number that count or measure, unless "years old" stands behind it: "a group of 5 year olds"."""
SAID_BEFORE: Final = frozenset({"under", "up to", "over", "ages", "aged", "coming"})
"""Words before a number that are part of saying the age."""
MONTHS_FROM: Final = 12
""" "18m" is months, "7m" a boy of 7."""
PARTS_OF_YEAR: Final[Mapping[str, int]] = {"months old": 12, "months": 12, "weeks old": 52, "days old": 365}

SCHOOL: Final[Mapping[str, tuple[float, int, str]]] = {
    "grade": (2.0, 5, "{} grader"), "grader": (3.5, 5, "{} grader"), "year": (1.5, 4, "Year {}"),
    "primary": (1.5, 4, "Primary {}"), "form": (0.5, 10, "Form {}"), "key stage": (2.0, 0, "Key Stage {} child"),
}  # fmt: skip
"""Of a school year: its odds, by how many years a child is older than its number, and how it is said back."""
LAST_SCHOOL_YEAR: Final[Mapping[str, int]] = {
    "grade": 13, "grader": 13, "year": 13, "primary": 7, "form": 6, "key stage": 4,
}  # fmt: skip
BIRTHDAY: Final = 3.0
_KEY_STAGES: Final[Mapping[int, tuple[int, int]]] = {1: (5, 7), 2: (7, 11), 3: (11, 14), 4: (14, 16)}
_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip


def school_age(key: str, one: int, other: int) -> AgeRange:
    """Return the ages of a school year, or of several, by the row that named them; in words as one says them."""
    low, high = sorted((one, other))
    _, older, label = SCHOOL[key]
    said = [label.format(_said(number) if label.startswith("{}") else number) for number in dict.fromkeys((low, high))]
    if key == "key stage":
        return AgeRange(_KEY_STAGES[low][0], _KEY_STAGES[high][1], " to ".join(said))
    return AgeRange(low + older, high + older + 1, " to ".join(said))


def _said(number: int) -> str:
    return _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"{number}th"
