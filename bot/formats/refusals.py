"""How a refusal of something in a file is worded: the place, what is wrong, what to write instead, in one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from bot.domain.errors import InvalidReviewError

SHOWN_INPUT = 40
"""Most characters of a wrong value repeated in an error."""

SHOWN_NAMES = 20
"""Most known names repeated in an error."""


def unknown_name(name: object, known: Iterable[str], *, where: str = "", noun: str = "field") -> InvalidReviewError:
    """Return the refusal of a name that is not known, with the nearest known one."""
    known = list(known)
    near = get_close_matches(str(name)[:100].lower(), known, n=1, cutoff=0.6)
    some = ", ".join(known[:SHOWN_NAMES]) + (", …" if len(known) > SHOWN_NAMES else "")
    hint = f"did you mean {near[0]!r}?" if near else f"known are {some}"
    place = f" in {where}" if where else ""
    dotted = ".".join(part for part in (where, printable(name)) if part)
    return InvalidReviewError(f"unknown {noun} {shown(name)}{place}; {hint}", field=dotted)


def printable(name: object) -> str:
    """Return a field's name as a place is written: short, and escaped where it holds what cannot be printed."""
    text = str(name)[:SHOWN_INPUT]
    return text if text.isprintable() else ascii(text)


def shown(value: object) -> str:
    """Return a value as it is repeated in an error: short, on one line."""
    if isinstance(value, (dict, list, tuple)):
        return "a list" if not isinstance(value, dict) else "a table"
    text = repr(value if not isinstance(value, str) else value[: SHOWN_INPUT + 1])
    return text if len(text) <= SHOWN_INPUT + 2 else f"{text[:SHOWN_INPUT]}…'"


def placed(error: InvalidReviewError, where: str) -> InvalidReviewError:
    """Return a domain refusal with the place in the document in front of its field."""
    return InvalidReviewError(str(error), field=where if error.field is None else f"{where}.{error.field}")
