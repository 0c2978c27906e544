"""What was asked for and has no review: titles counted per server. Never who asked, never the message.

A movie that is known is counted when somebody asks for it. Words that nobody knows as a title may be anything that a
parent wrote, so they are kept only when a member wishes for them by a press, seeing them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.movie import MovieId, ServerId, check_text

LONGEST_WANTED_TITLE = 80
"""Characters kept of a title nobody knows, when it is wished for; longer ones are no titles."""
VOTE_WEIGHT = 3
"""How many questions a vote counts as: it is a deliberate wish."""


@dataclass(frozen=True, slots=True)
class WantedMovie:
    """One movie that was asked for and has no review in this server."""

    server_id: ServerId
    title: str
    """The movie's own title where it is known, else the words taken for a title."""
    year: int | None
    movie_id: MovieId | None
    """None: not even the catalogue knows it."""
    asked: int
    """How many times it was asked for; 0 for a title that nobody knows."""
    votes: int
    """How many members pressed "I want this one too"."""
    last_asked: date

    @property
    def name(self) -> str:
        """Title and year, as movies are named."""
        return self.title if self.year is None else f"{self.title} ({self.year})"

    @property
    def demand(self) -> int:
        """What the list is ordered by."""
        return self.asked + VOTE_WEIGHT * self.votes


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many replies of one kind were given in one server on one day."""

    day: date
    outcome: str
    """The value of an Outcome: answer, unreviewed, choose, unknown…"""
    count: int


def as_wanted_title(words: str) -> str:
    """Write words taken for a title on one line, cut to LONGEST_WANTED_TITLE characters.

    Raises InvalidReviewError when nothing is left of them, or they hold control characters or a mention.
    """
    title = " ".join(words.split())[:LONGEST_WANTED_TITLE].rstrip()
    check_text(title, "title", LONGEST_WANTED_TITLE)
    return title
