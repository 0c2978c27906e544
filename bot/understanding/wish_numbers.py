"""Minutes and years as they are wished for: "under an hour and a half", "after 2015", "from the eighties"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.language.phrases import Match
from bot.language.words import Token

Years = tuple[int | None, int | None]
"""From and up to which year, both included; None: from the first, up to the last."""

_FEWEST_MINUTES: Final = 40
"""A number without "minutes" behind it is a length from here on; a smaller one may be an age."""
_MOST_MINUTES: Final = 240
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2099
_NUMBERS: Final = {"an": 1, "one": 1, "two": 2, "three": 3}
_DECADES: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90, "noughties": 0, "naughties": 0, "aughts": 0,
}  # fmt: skip
_OLDEST_DECADE: Final = 30
"""Of decades named by two digits: the thirties are those of the last century, the twenties of this one."""


def says_number(table: str, tokens: Sequence[Token], match: Match) -> bool:
    """Whether a wording of a table of numbers holds a number that can be meant; True for any other table."""
    if table == "wish_years":
        return match.key.endswith("decade") or bool(_years_named(tokens, match.first, match.end))
    if table == "wish_length" and match.key == "minutes":
        return minutes_of(tokens, match.first, match.end, match.key) is not None
    return True


def minutes_of(tokens: Sequence[Token], first: int, end: int, key: str) -> int | None:
    """Return the minutes that a wording of [wish_length] stands for; None: none that can be meant."""
    words = [token.word for token in tokens[first:end]]
    if key == "half":
        return 30
    numbers = [_NUMBERS.get(word) or _leading(word) for word in words]
    number = next((one for one in numbers if one), None)
    if number is None:
        return None
    if key.startswith("hours"):
        return number * 60 + 30 * (key == "hours_half")
    if any(word.endswith(("hour", "hours", "hr", "hrs")) for word in words):
        return number * 60
    with_unit = any(word.endswith(("min", "mins", "minute", "minutes")) for word in words)
    other_unit = any(word.endswith(("year", "years", "day", "days", "week", "weeks", "times")) for word in words)
    fewest = 1 if with_unit else _FEWEST_MINUTES
    return number if fewest <= number <= _MOST_MINUTES and not other_unit else None


def years_of(tokens: Sequence[Token], first: int, end: int, key: str) -> Years:
    """Return the years that a wording of [wish_years] stands for."""
    if key.endswith("decade"):
        begin = _decade(tokens[end - 1].word if key == "decade" else _decade_word(tokens, first, end))
        return {
            "decade": (begin, begin + 9),
            "before_decade": (None, begin - 1),
            "after_decade": (begin + 10, None),
            "since_decade": (begin, None),
        }[key]
    named = _years_named(tokens, first, end)
    year = named[0]
    if key == "between":
        return (min(named), max(named))
    return {
        "before": (None, year - 1),
        "until": (None, year),
        "after": (year + 1, None),
        "since": (year, None),
        "in": (year, year),
    }[key]


def turned_round(years: Years) -> Years | None:
    """Return the years that a denial leaves: "nothing from before 1990" is from 1990 on; None: two ends are left."""
    first, last = years
    if first is not None and last is not None:
        return None
    return (last + 1, None) if last is not None else (None, (first or _FIRST_YEAR) - 1)


def _leading(word: str) -> int | None:
    digits = word[: len(word) - len(word.lstrip("0123456789"))]
    return int(digits) if digits and len(digits) <= 4 else None


def _years_named(tokens: Sequence[Token], first: int, end: int) -> list[int]:
    numbers = [int(token.word) for token in tokens[first:end] if token.word.isdecimal() and len(token.word) == 4]
    return [number for number in numbers if _FIRST_YEAR <= number <= _LAST_YEAR]


def _decade_word(tokens: Sequence[Token], first: int, end: int) -> str:
    words = [token.word for token in tokens[first:end]]
    return next(word for word in words if word in _DECADES or (word[0].isdigit() and word.endswith("s")))


def _decade(word: str) -> int:
    number = _DECADES.get(word)
    if number is None:
        number = int(word.removesuffix("s"))
    if number >= _FIRST_YEAR:
        return number
    return (1900 if number >= _OLDEST_DECADE else 2000) + number
