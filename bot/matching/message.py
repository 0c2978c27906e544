"""A message as the title searches see it: its words, and which runs of them are worth looking up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.language.words import Token


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words, tokens[start:end]; `odds`: the logarithm of the odds that they are one whole title."""

    start: int
    end: int
    odds: float
    quoted: bool = False

    @property
    def places(self) -> range:
        """The places of its tokens."""
        return range(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Message:
    """A message with its words and the runs of them that may be a title."""

    text: str
    tokens: Sequence[Token]
    words: list[str]
    windows: dict[tuple[int, int], Window]
    known: Callable[[str], bool]
    """Tells whether a typed word is a word of everyday speech or of titles, and so was probably meant as typed."""
