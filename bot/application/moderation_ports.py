"""The repositories behind moderation and what members write; part of the same unit of work as bot.application.ports.

Every method that takes a server_id sees and touches that server's rows only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from bot.domain.actor import DiscordUserId
from bot.domain.audit import AuditEntry
from bot.domain.community import CommunityReview, CommunityReviewId
from bot.domain.demand import DayCount, WantedMovie
from bot.domain.draft import Draft, DraftId
from bot.domain.movie import MovieId, ServerId
from bot.domain.review import Review, ReviewId
from bot.domain.suggestion import Suggestion, SuggestionId, SuggestionKind, SuggestionState


class DraftRepository(Protocol):
    """Reviews being written."""

    def begin(
        self,
        review: Review,
        by: str,
        at: datetime,
        server_id: ServerId | None,
        *,
        review_id: ReviewId | None = None,
        base_revision: int | None = None,
    ) -> Draft:
        """Keep a new draft."""

    def get(self, draft_id: DraftId, server_id: ServerId | None) -> Draft | None:
        """One draft of this server (None: of the shared library)."""

    def save(self, draft_id: DraftId, review: Review, by: str, at: datetime, *, expected_version: int) -> Draft:
        """Save a newer state.

        Raises ConflictError when the stored version is not `expected_version`, NotFoundError when gone.
        """

    def remove(self, draft_id: DraftId) -> None:
        """Drop a draft; nothing happens when it is gone."""

    def all(self, server_id: ServerId | None) -> list[Draft]:
        """This server's drafts, last touched first."""


class SuggestionRepository(Protocol):
    """What members suggested."""

    def add(self, suggestion: Suggestion) -> Suggestion:
        """Keep a new suggestion; returns it with its id."""

    def get(self, suggestion_id: SuggestionId, server_id: ServerId) -> Suggestion | None:
        """One suggestion of this server."""

    def save_decision(self, suggestion: Suggestion) -> None:
        """Keep the decision of a suggestion; raises ConflictError when another was kept first."""

    def find(
        self,
        server_id: ServerId,
        *,
        state: SuggestionState | None = None,
        kind: SuggestionKind | None = None,
        author_id: DiscordUserId | None = None,
        words: str | None = None,
        limit: int = 25,
        offset: int = 0,
    ) -> list[Suggestion]:
        """This server's suggestions, newest first.

        None leaves a condition out; `words` searches the text and the movie's title.
        """

    def count(self, server_id: ServerId, author_id: DiscordUserId, since: datetime) -> int:
        """How many this author made since then."""

    def count_pending(self, server_id: ServerId) -> int:
        """How many wait for a decision."""


class CommunityRepository(Protocol):
    """Community reviews and the reports on them."""

    def save(self, review: CommunityReview) -> CommunityReview:
        """Create or replace the author's review of this movie in this server."""

    def own(self, server_id: ServerId, movie_id: MovieId, author_id: DiscordUserId) -> CommunityReview | None:
        """The author's own review of this movie; None when there is none."""

    def get(self, community_review_id: CommunityReviewId, server_id: ServerId) -> CommunityReview | None:
        """One community review of this server."""

    def of_movie(self, server_id: ServerId, movie_id: MovieId) -> list[CommunityReview]:
        """All of this movie in this server, newest first, whatever their visibility."""

    def waiting(self, server_id: ServerId) -> list[CommunityReview]:
        """Those that a moderator has to look at (WAITING or HIDDEN), oldest first."""

    def remove(self, community_review_id: CommunityReviewId) -> None:
        """Delete one with its reports."""

    def report(self, community_review_id: CommunityReviewId, reporter_id: DiscordUserId, at: datetime) -> int:
        """Note a report, once a person; returns how many people reported it by now."""

    def count(self, server_id: ServerId, author_id: DiscordUserId, since: datetime) -> int:
        """How many this author wrote or edited since then."""


class DemandRepository(Protocol):
    """Counts of what was asked. Nothing here says who."""

    def note_wanted(self, server_id: ServerId, movie_id: MovieId, day: date) -> None:
        """Count one question for a known movie without a review, by its own title."""

    def vote(
        self, server_id: ServerId, title: str, year: int | None, movie_id: MovieId | None, day: date
    ) -> WantedMovie:
        """Count one deliberate wish."""

    def wanted(self, server_id: ServerId, limit: int = 25) -> list[WantedMovie]:
        """What is wanted most and still has no review, most wanted first."""

    def forget(self, server_id: ServerId, movie_id: MovieId | None, title: str) -> None:
        """Drop a wanted movie, because it was reviewed or is none."""

    def note_outcome(self, server_id: ServerId, outcome: str, day: date) -> None:
        """Count one reply of this kind."""

    def outcomes(self, server_id: ServerId, since: date) -> list[DayCount]:
        """The counts from that day on, by day."""


class AuditRepository(Protocol):
    """Who did what."""

    def note(self, entry: AuditEntry) -> None:
        """Keep one entry."""

    def latest(self, server_id: ServerId, limit: int = 25, offset: int = 0) -> list[AuditEntry]:
        """This server's entries, newest first."""


class BlockRepository(Protocol):
    """Members whom a server's moderators do not let write."""

    def add(self, server_id: ServerId, user_id: DiscordUserId, by: str, at: datetime) -> None:
        """Block; nothing changes when already blocked."""

    def remove(self, server_id: ServerId, user_id: DiscordUserId) -> None:
        """Let them write again."""

    def is_blocked(self, server_id: ServerId, user_id: DiscordUserId) -> bool:
        """Whether they are blocked here."""

    def all(self, server_id: ServerId) -> list[DiscordUserId]:
        """All blocked here."""


class DepartureRepository(Protocol):
    """Servers that the guide was removed from, and their data's end."""

    def left(self, server_id: ServerId, at: datetime) -> None:
        """Note that the guide is no longer there."""

    def returned(self, server_id: ServerId) -> None:
        """Note that it is there again."""

    def due(self, before: datetime) -> list[ServerId]:
        """Servers left before then."""

    def known(self) -> list[ServerId]:
        """Every server of which anything is kept."""

    def purge(self, server_id: ServerId) -> None:
        """Delete all of this server: reviews, history, drafts, suggestions, community reviews, settings, counts."""


@dataclass(frozen=True, slots=True)
class PersonalRecord:
    """Everything held about one person, as plain values fit for JSON, by kind."""

    community_reviews: Sequence[dict[str, Any]]
    suggestions: Sequence[dict[str, Any]]
    drafts: Sequence[dict[str, Any]]
    revisions: Sequence[dict[str, Any]]
    audit_entries: Sequence[dict[str, Any]]
    blocks: Sequence[dict[str, Any]]
    reports: Sequence[dict[str, Any]]

    @property
    def total(self) -> int:
        """How many rows name this person."""
        return sum(
            len(rows)
            for rows in (
                self.community_reviews, self.suggestions, self.drafts, self.revisions,
                self.audit_entries, self.blocks, self.reports,
            )
        )  # fmt: skip


class PersonRepository(Protocol):
    """What is held about a person over all servers."""

    def record(self, user_id: DiscordUserId) -> PersonalRecord:
        """Everything that names this person."""

    def erase(self, user_id: DiscordUserId, *, keep_words: bool) -> int:
        """Take the person out of every row; returns how many rows changed.

        `keep_words`: their community reviews and approved suggestions stay, without a name; else they are deleted.
        Blocks stay (they protect the server) and say nothing but the number.
        """
