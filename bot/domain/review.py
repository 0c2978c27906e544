"""A review: somebody's judgement of one movie, section by section, with who and when.

Sections that the reviewer did not fill stay missing. A grid row that was not checked has level None, and
a yes/no question that was not answered is UNKNOWN; neither is ever read as "none" or "no".
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import NewType

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import (
    LONGEST_NAME,
    LONGEST_SENTENCE,
    MOST_LISTED,
    NEWEST_YEAR,
    OLDEST_YEAR,
    Movie,
    MovieId,
    ServerId,
    check_names,
    check_text,
)
from bot.domain.vocabulary import GRID_BY_KEY, HIGHEST_LEVEL, QUESTIONS_BY_KEY

ReviewId = NewType("ReviewId", int)
"""The store's number for a review."""

LONGEST_SECTION = 6_000
"""Characters in a prose section; a page's longest section is about 1,500."""
LONGEST_NOTE = 600
LONGEST_URL = 508
MOST_DISCUSSION_QUESTIONS = 30
OLDEST_AGE_YEARS = 21


@dataclass(frozen=True, slots=True)
class GridCell:
    """One judged row of the content grid."""

    level: int | None = None
    """0 (none) to 5 (extreme); None: not checked."""
    note: str | None = None
    """Evidence a parent can picture; None when none was given."""

    def __post_init__(self) -> None:
        """Refuse levels off the scale and endless notes; raises InvalidReviewError."""
        if self.level is not None and not 0 <= self.level <= HIGHEST_LEVEL:
            raise InvalidReviewError(f"level {self.level} is not on the scale 0 to {HIGHEST_LEVEL}", field="grid.level")
        if self.note is not None:
            check_text(self.note, "grid.note", LONGEST_NOTE)


NOT_CHECKED = GridCell()


class Answer(enum.Enum):
    """The answer to a yes/no question."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """A yes/no question's answer with its note."""

    answer: Answer = Answer.UNKNOWN
    note: str | None = None
    spoiler: bool | None = None
    """True: the note gives away the story; None: as the vocabulary says for this question."""

    def __post_init__(self) -> None:
        """Refuse endless notes; raises InvalidReviewError."""
        if self.note is not None:
            check_text(self.note, "questions.note", LONGEST_NOTE)


NOT_ANSWERED = QuestionAnswer()


@dataclass(frozen=True, slots=True)
class DiscussionQuestion:
    """One thing to talk about: a question with the sentence or two that lead into it."""

    question: str
    lead_in: str | None = None

    def __post_init__(self) -> None:
        """Refuse what is empty or endless; raises InvalidReviewError."""
        check_text(self.question, "talk.question", LONGEST_SENTENCE)
        if self.lead_in is not None:
            check_text(self.lead_in, "talk.lead_in", LONGEST_SENTENCE)


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A movie the reviewer would put on instead or next, with the reason."""

    title: str
    year: int | None = None
    reason: str | None = None

    def __post_init__(self) -> None:
        """Refuse what is empty or endless; raises InvalidReviewError."""
        check_text(self.title, "recommendations.title", LONGEST_SENTENCE)
        if self.year is not None and not OLDEST_YEAR <= self.year <= NEWEST_YEAR:
            raise InvalidReviewError(
                f"{self.year} is no year of a movie ({OLDEST_YEAR} to {NEWEST_YEAR})", field="recommendations.year"
            )
        if self.reason is not None:
            check_text(self.reason, "recommendations.reason", LONGEST_NOTE)


@dataclass(frozen=True, slots=True)
class Source:
    """Where the text comes from and on what terms it may be shown."""

    name: str
    licence: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        """Refuse what is empty, or a link that is not http(s); raises InvalidReviewError."""
        check_text(self.name, "source.name", LONGEST_NAME)
        if self.licence is not None:
            check_text(self.licence, "source.licence", LONGEST_NAME)
        if self.url is not None:
            check_text(self.url, "source.url", LONGEST_URL)
            if not re.fullmatch(r"https?://\S+", self.url):
                raise InvalidReviewError("source.url must begin with http:// or https://", field="source.url")


@dataclass(frozen=True, slots=True)
class Review:
    """One whole review. Empty sections are None or empty; see the module docstring."""

    movie: Movie
    byline: str | None = None
    """Who wrote it; None when the page named nobody."""
    affiliation: str | None = None
    """What the reviewer wrote it for, e.g. "Parent Guide starter library"."""
    one_line: str | None = None
    """The movie in one line."""
    recommended_age_years: int | None = None
    """The youngest age the reviewer would show it to; None: the reviewer gave none."""
    age_reason: str | None = None
    """Why that age, where the grid alone does not explain it."""
    quality: int | None = None
    """1 (poor) to 5 (excellent); None: not rated."""
    grid: Mapping[str, GridCell] = field(default_factory=dict)
    """Grid key to cell; a key that is not there was not checked."""
    questions: Mapping[str, QuestionAnswer] = field(default_factory=dict)
    """Question key to answer; a key that is not there is unknown."""
    story: str | None = None
    any_good: str | None = None
    talk: tuple[DiscussionQuestion, ...] = ()
    diversity: str | None = None
    where_to_watch: tuple[str, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    last_updated: date | None = None
    source: Source | None = None

    def __post_init__(self) -> None:
        """Refuse what breaks a rule and freeze the two tables; raises InvalidReviewError naming the field."""
        for name, longest in (
            ("byline", LONGEST_NAME),
            ("affiliation", LONGEST_NAME),
            ("one_line", LONGEST_SENTENCE),
            ("age_reason", LONGEST_NOTE),
            ("story", LONGEST_SECTION),
            ("any_good", LONGEST_SECTION),
            ("diversity", LONGEST_SECTION),
        ):
            text = getattr(self, name)
            if text is not None:
                check_text(text, name, longest)
        if self.recommended_age_years is not None and not 0 <= self.recommended_age_years <= OLDEST_AGE_YEARS:
            raise InvalidReviewError(
                f"a recommended age of {self.recommended_age_years} is not between 0 and {OLDEST_AGE_YEARS}",
                field="recommended_age_years",
            )
        if self.quality is not None and not 1 <= self.quality <= 5:
            raise InvalidReviewError(f"quality {self.quality} is not between 1 and 5", field="quality")
        _refuse_unknown_keys(self.grid, GRID_BY_KEY, "grid")
        _refuse_unknown_keys(self.questions, QUESTIONS_BY_KEY, "questions")
        if len(self.talk) > MOST_DISCUSSION_QUESTIONS:
            raise InvalidReviewError("too many discussion questions", field="talk")
        if len(self.recommendations) > MOST_LISTED:
            raise InvalidReviewError("too many recommendations", field="recommendations")
        check_names(self.where_to_watch, "where_to_watch", LONGEST_NAME)
        object.__setattr__(self, "grid", MappingProxyType(dict(self.grid)))
        object.__setattr__(self, "questions", MappingProxyType(dict(self.questions)))

    def cell(self, key: str) -> GridCell:
        """The grid's cell for a row of the vocabulary; not checked when the review has none."""
        return self.grid.get(key, NOT_CHECKED)

    def answer(self, key: str) -> QuestionAnswer:
        """The answer to a question of the vocabulary; unknown when the review has none."""
        return self.questions.get(key, NOT_ANSWERED)

    def gives_away(self, key: str) -> bool:
        """Whether this question's answer or note must be hidden from those who avoid spoilers."""
        answer = self.answer(key)
        return QUESTIONS_BY_KEY[key].spoiler if answer.spoiler is None else answer.spoiler


@dataclass(frozen=True, slots=True)
class StoredReview:
    """A review as the store keeps it: its ids, whose it is, and which revision this is."""

    review_id: ReviewId
    movie_id: MovieId
    server_id: ServerId | None
    """None: the shared library's; else the one Discord server it belongs to and is seen by."""
    revision: int
    """1 for the first version; grows by one with every change."""
    review: Review
    changed_here: date | None = None
    """The day on which the server's moderators last changed what they copied from the library, while it still bears
    the name of who wrote it there; None: it is no such copy, or nobody looked (bot.application.copies)."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One change of a review: who, when, why, and the review as it was afterwards."""

    review_id: ReviewId
    number: int
    author: str
    """Who made it: "operator", "starter library" or a Discord user's id as text."""
    made_at: datetime
    """UTC."""
    reason: str
    review: Review | None
    """None: this change removed the review."""
    changed_fields: tuple[str, ...]
    """Dotted names of what differs from the revision before; empty for the first."""


def _refuse_unknown_keys(table: Mapping[str, object], vocabulary: Mapping[str, object], name: str) -> None:
    unknown = sorted(set(table) - set(vocabulary))
    if unknown:
        raise InvalidReviewError(
            f"{unknown[0][:60]!r} is not in the vocabulary; known are {', '.join(vocabulary)}", field=name
        )
