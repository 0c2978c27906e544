"""The Reply: what the guide says, as data. Every face renders this same value; none adds a sentence to it.

All texts are finished wording in plain text (no Markdown, no markup); faces escape what they must.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from bot.domain.movie import MovieId
from bot.domain.review import ReviewId
from bot.domain.suitability import ChildVerdict


class Outcome(enum.Enum):
    """What kind of reply this is."""

    ANSWER = "answer"
    """One movie, reviewed."""
    UNREVIEWED = "unreviewed"
    """One movie that is known, but nobody reviewed it."""
    CHOOSE = "choose"
    """Several movies fit the words, or only near titles do: which one is meant?"""
    COMPARE = "compare"
    """Two or more movies were named in one message; each gets its verdict."""
    RECOMMEND = "recommend"
    """No movie named; movies for these children were asked for."""
    UNKNOWN = "unknown"
    """A movie was asked about that the store does not have."""
    HELP = "help"
    """Spoken to, but nothing understood that can be answered (also greetings and thanks)."""
    SILENT = "silent"
    """Not spoken to, nothing asked: say nothing at all."""


class SectionKind(enum.Enum):
    """The parts a reply can have; a face chooses their look by kind."""

    VERDICT = "verdict"
    RATING = "rating"
    SUMMARY = "summary"
    CONCERN = "concern"
    NOT_KNOWN = "not_known"
    TALK = "talk"
    CONTENT = "content"
    STORY = "story"
    QUALITY = "quality"
    DIVERSITY = "diversity"
    FACTS = "facts"
    WHERE = "where"
    COMMUNITY = "community"
    RECOMMENDATIONS = "recommendations"
    HOW_WE_RATE = "how_we_rate"
    MESSAGE = "message"
    """A plain sentence: the question back, the help, the apology."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph of a section."""

    text: str
    label: str | None = None
    """What the line is about ("Language", "Does the dog die?"); None for running text."""
    level: int | None = None
    """0-5 for a grid row that was checked, so that a face can draw it; None otherwise."""
    not_checked: bool = False
    """True for a grid row or question that nobody checked."""
    spoiler: bool = False
    """True: hide until asked for; the text gives away the story."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the reply with its lines."""

    kind: SectionKind
    lines: tuple[Line, ...]
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """The verdict for one child or group, in words."""

    child: ChildVerdict
    headline: str
    """E.g. "For your 7-year-old: with you"."""
    because: str
    """The deciding reason, one sentence, naming its ground."""
    but: bool = False
    """True: the headline says what stands against a kind verdict, so a face must not draw it as simply kind."""


@dataclass(frozen=True, slots=True)
class MovieRef:
    """The movie a reply is about, or offers."""

    movie_id: MovieId
    title: str
    year: int | None
    detail: str | None = None
    """A few words that tell it from its namesakes: "drama with Sienna Miller"; None when nothing is known."""

    @property
    def name(self) -> str:
        """Title and year as one says them."""
        return self.title if self.year is None else f"{self.title} ({self.year})"


class Action(enum.Enum):
    """What can be asked next about the movie of this reply: one button each."""

    TALK = "talk"
    CONTENT = "content"
    STORY = "story"
    QUALITY = "quality"


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply, whole."""

    outcome: Outcome
    movie: MovieRef | None = None
    """The movie answered for; None for every outcome but ANSWER and UNREVIEWED."""
    review_id: ReviewId | None = None
    choices: tuple[MovieRef, ...] = ()
    """CHOOSE: the movies offered, best first. COMPARE and RECOMMEND: the movies spoken of, in order."""
    headline: str = ""
    """The first line: names the movie in every reply about one. Empty only for SILENT."""
    verdicts: tuple[VerdictLine, ...] = ()
    """One for each child asked about, in the order asked; for COMPARE, movie by movie."""
    sections: tuple[Section, ...] = ()
    asked_first: int = 0
    """So many of the sections answer what was asked by name: they are shown before the verdicts."""
    actions: tuple[Action, ...] = ()
    attribution: str | None = None
    """Who says so and when, with source and licence; None when nothing of a review was said."""
    others: tuple[MovieRef, ...] = ()
    """ANSWER with some doubt: other movies the words may have meant, to be offered beside the answer."""
    members_may_add: bool = False
    """Whether whoever reads this can add to it where they are: a community review, an update of the review."""
    wanted_title: str | None = None
    """UNREVIEWED and UNKNOWN where somebody keeps a list of wanted movies: the title to wish for; None elsewhere."""

    def told_openly(self) -> Reply:
        """The same reply with nothing hidden, for readers who said that they do not mind knowing the story."""
        sections = tuple(
            replace(section, lines=tuple(replace(line, spoiler=False) for line in section.lines))
            for section in self.sections
        )
        return replace(self, sections=sections)
