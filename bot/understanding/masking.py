"""Prepare a message for reading: a bound on its length, spans set aside, small letters; every place stays the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.matching.recognition import Span

LONGEST_READ: Final = 4_000
"""Characters looked at: Discord's longest message; what follows is no question to the guide."""
_SET_ASIDE: Final = "\ufffc"
"""Stands for a title's letters: neither white space nor a letter, so that no pattern reaches across."""


def set_aside(text: str, spans: Iterable[Span]) -> str:
    """Return the text with these spans blanked, so that every other place in it stays the same."""
    for span in spans:
        start, end = max(0, span.start), min(len(text), span.end)
        if start < end:
            text = text[:start] + _SET_ASIDE * (end - start) + text[end:]
    return text


def lowered(text: str) -> str:
    """Return the text in small letters, each in its place; a letter whose small form is longer stays as it is."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(one if len(one) == 1 else letter for letter in text if (one := letter.lower()))
