"""A member's suggestion: a diversity update or a correction of one field, decided once by a moderator.

A small state machine: PENDING to APPROVED or DECLINED (or WITHDRAWN by its author), once, by whom, when.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NewType

from bot.domain.actor import DiscordUserId
from bot.domain.errors import ConflictError, InvalidReviewError
from bot.domain.movie import LONGEST_NAME, MovieId, ServerId, check_text
from bot.domain.vocabulary import REPRESENTATIONS

SuggestionId = NewType("SuggestionId", int)
"""The store's number for a suggestion."""

LONGEST_SUGGESTION = 1_000
"""Characters a member may write; what a phone's screen shows in two pages."""
LONGEST_DECISION_REASON = 300
LONGEST_CREDIT = 80

_REPRESENTATION_KEYS = frozenset(key for key, _ in REPRESENTATIONS)


class SuggestionKind(enum.Enum):
    """What is suggested."""

    DIVERSITY = "diversity"
    CORRECTION = "correction"


class SuggestionState(enum.Enum):
    """Where a suggestion stands."""

    PENDING = "pending"
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Decision:
    """How a suggestion was decided: once, by whom, when."""

    state: SuggestionState
    decided_by: str
    """The Discord user's id as text, or "operator"."""
    decided_at: datetime
    """UTC."""
    reason: str | None = None
    """Why it was declined, for its author; None when approved without a word."""
    final_text: str | None = None
    """The text that went into the review when a moderator edited it; None: as the member wrote it."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One suggestion of one member about one movie's review in one server."""

    server_id: ServerId
    movie_id: MovieId
    kind: SuggestionKind
    text: str
    """DIVERSITY: what is on screen. CORRECTION: what it should say."""
    made_at: datetime
    """UTC."""
    author_id: DiscordUserId | None
    """Who suggested it; None after they had themselves removed."""
    representations: tuple[str, ...] = ()
    """DIVERSITY: keys of REPRESENTATIONS, at least one."""
    section: str | None = None
    """CORRECTION: which section or fact, in the words of the review page."""
    where: str | None = None
    """Where in the movie it is seen; None when not said."""
    credit_name: str | None = None
    """The name to credit when approved; None: no credit wanted."""
    tell_by_dm: bool = False
    """Whether the author agreed to be told by a direct message."""
    suggestion_id: SuggestionId | None = None
    """None until stored."""
    decision: Decision | None = None
    """None while pending."""

    def __post_init__(self) -> None:
        """Refuse what is empty, too long or of an unknown kind; raises InvalidReviewError."""
        check_text(self.text, "text", LONGEST_SUGGESTION)
        for name, value, longest in (
            ("section", self.section, LONGEST_NAME),
            ("where", self.where, LONGEST_NAME),
            ("credit_name", self.credit_name, LONGEST_CREDIT),
        ):
            if value is not None:
                check_text(value, name, longest)
        unknown = set(self.representations) - _REPRESENTATION_KEYS
        if unknown:
            raise InvalidReviewError(f"{min(unknown)!r} is no kind of representation", field="representations")
        if self.kind is SuggestionKind.DIVERSITY and not self.representations:
            raise InvalidReviewError("say which representation it is about", field="representations")
        if self.kind is SuggestionKind.CORRECTION and self.section is None:
            raise InvalidReviewError("say which part of the review it is about", field="section")

    @property
    def state(self) -> SuggestionState:
        """Where it stands."""
        return SuggestionState.PENDING if self.decision is None else self.decision.state

    def decide(self, decision: Decision) -> Suggestion:
        """Return the decided suggestion; raises ConflictError when it was decided before."""
        if self.decision is not None:
            raise ConflictError(
                f"This suggestion was already {self.decision.state.value} on "
                f"{self.decision.decided_at:%d %B %Y} by {_who(self.decision.decided_by)}."
            )
        if decision.reason is not None:
            check_text(decision.reason, "reason", LONGEST_DECISION_REASON)
        if decision.final_text is not None:
            check_text(decision.final_text, "text", LONGEST_SUGGESTION)
        return replace(self, decision=decision)


def credit_words(name: str) -> str:
    """How a review credits the member of this name; the same words are looked for when they take their name back."""
    return f" (suggested by {name})"


def _who(signature: str) -> str:
    """Name a decider: a Discord user by number is shown by the face as that user."""
    return f"<@{signature}>" if signature.isdigit() else f"the {signature}"
