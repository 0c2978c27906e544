"""Which runs of a message's words may be a title, with their odds by the tagger: what the title searches begin from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from bot.language.words import Token
from bot.matching.message import Window
from bot.understanding.tagger import LEAST_ODDS, Tagging

LONGEST_TITLE: Final = 12
"""Words of the longest title looked for."""
LONGEST_MESSAGE: Final = 160
"""Words of a message that are read; what follows is no question."""
LEAST_TITLE_ODDS: Final = -8.5
"""Runs of words less likely a title than this (logarithm of the odds) are not looked up."""
_CLOSING: Final = "\"“”»*_'’"


def title_windows(text: str, tokens: Sequence[Token], tagging: Tagging) -> dict[tuple[int, int], Window]:
    """Return the runs of words worth looking up, by their places; asked about or only mentioned is the same here.

    A link is part of none: what movie it leads to is told by its id.
    """
    odds = np.maximum(tagging.span_odds(LONGEST_TITLE, aside=False), tagging.span_odds(LONGEST_TITLE, aside=True))
    found = {}
    for start, more in np.argwhere(odds > LEAST_TITLE_ODDS).tolist():
        end = start + more + 1
        if end <= len(tokens):
            quoted = tokens[start].quoted and text[tokens[end - 1].end : tokens[end - 1].end + 1] in _CLOSING
            quoted = quoted and text[tokens[end - 1].end : tokens[end - 1].end + 1] != ""
            found[start, end] = Window(start, end, float(odds[start, more]), quoted)
    for start, token in enumerate(tokens):
        if token.quoted:
            _add_quoted(text, tokens, start, found)
    links = [place for place, token in enumerate(tokens) if token.link]
    if not links:
        return found
    return {place: window for place, window in found.items() if not any(link in window.places for link in links)}


def _add_quoted(text: str, tokens: Sequence[Token], start: int, found: dict[tuple[int, int], Window]) -> None:
    """Add the run of words that stands in quotation marks, whatever the tagger thinks of it."""
    for end in range(start + 1, min(len(tokens), start + LONGEST_TITLE) + 1):
        if text[tokens[end - 1].end : tokens[end - 1].end + 1] in tuple(_CLOSING):
            odds = found[start, end].odds if (start, end) in found else LEAST_ODDS
            if not (start == 0 and end == len(tokens) and end > 3):
                found[start, end] = Window(start, end, odds, quoted=True)
            return
