"""Community reviews: what parents and teens of one server say, apart from the guide's own verdict.

One per person, movie and server. They are counted, never blended into a verdict. At REPORTS_TO_HIDE reports one is
hidden until a moderator looks; in a strict server each waits for a moderator before others see it.
"""

from __future__ import annotations

import enum
import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from bot.domain.actor import DiscordUserId
from bot.domain.errors import InvalidReviewError
from bot.domain.movie import MovieId, ServerId, check_text

CommunityReviewId = NewType("CommunityReviewId", int)
"""The store's number for a community review."""

LONGEST_COMMUNITY_REVIEW = 1_000
REPORTS_TO_HIDE = 3
MOST_STARS = 5
OLDEST_SUGGESTED_AGE_YEARS = 18


class Voice(enum.Enum):
    """As whom a member writes."""

    PARENT = "parent"
    TEEN = "teen"


class Visibility(enum.Enum):
    """Who sees a community review."""

    SHOWN = "shown"
    WAITING = "waiting"
    """A strict server's moderators have not looked yet."""
    HIDDEN = "hidden"
    """Reported often enough; a moderator has to look."""
    REMOVED = "removed"
    """A moderator took it down; its author still sees it."""


@dataclass(frozen=True, slots=True)
class CommunityReview:
    """One member's review of one movie in one server."""

    server_id: ServerId
    movie_id: MovieId
    author_id: DiscordUserId | None
    """None after they had themselves removed but left the words."""
    voice: Voice
    suggested_age_years: int
    stars: int
    """1 to 5."""
    written_at: datetime
    """UTC; of the last edit."""
    text: str | None = None
    visibility: Visibility = Visibility.SHOWN
    reports: int = 0
    cleared: bool = False
    """Whether a moderator looked and let it stand: then reports no longer hide it."""
    community_review_id: CommunityReviewId | None = None
    """None until stored."""

    def __post_init__(self) -> None:
        """Refuse what is off the scales or too long; raises InvalidReviewError."""
        if not 0 <= self.suggested_age_years <= OLDEST_SUGGESTED_AGE_YEARS:
            raise InvalidReviewError(
                f"the suggested age must be between 0 and {OLDEST_SUGGESTED_AGE_YEARS}", field="suggested_age_years"
            )
        if not 1 <= self.stars <= MOST_STARS:
            raise InvalidReviewError(f"the stars must be between 1 and {MOST_STARS}", field="stars")
        if self.text is not None:
            check_text(self.text, "text", LONGEST_COMMUNITY_REVIEW)


@dataclass(frozen=True, slots=True)
class VoiceSummary:
    """What one voice says in sum."""

    voice: Voice
    count: int
    age_years: int
    """The median of the suggested ages, rounded up: "Parents say 15+ (12)"."""
    stars: float
    """The mean of the stars."""


def summarise(reviews: Iterable[CommunityReview]) -> tuple[VoiceSummary, ...]:
    """Sum up the shown community reviews voice by voice, parents first; a voice nobody used is left out."""
    shown = [review for review in reviews if review.visibility is Visibility.SHOWN]
    summaries = []
    for voice in Voice:
        said = [review for review in shown if review.voice is voice]
        if said:
            ages = [review.suggested_age_years for review in said]
            summaries.append(
                VoiceSummary(
                    voice, len(said), statistics.median_high(ages), statistics.fmean(review.stars for review in said)
                )
            )
    return tuple(summaries)
