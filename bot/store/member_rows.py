"""The tables of moderation and of what members write. What `rows` says of rows and of numbers holds here too.

`server_id` is the owner; every query of a repository names it. People stand in these tables as Discord's number
for them and nothing else; `people` is the list of those places.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, Index, Text, UniqueConstraint
from sqlmodel import Field

from bot.store.rows import StoreRow, UtcDateTime

UNKNOWN_MOVIE = 0
"""`movie_id` of a wanted movie that nobody knows."""


class DraftRow(StoreRow, table=True):
    """A review that is being written."""

    __tablename__ = "draft"
    __table_args__ = (Index("ix_draft_server", "server_id"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    server_id: int = Field(sa_type=BigInteger)
    version: int
    author: str = Field(sa_type=Text)
    updated_by: str = Field(sa_type=Text)
    updated_at: datetime = Field(sa_type=UtcDateTime)
    review_id: int | None = Field(foreign_key="review.id")
    base_revision: int | None
    document: str = Field(sa_type=Text)
    """JSON of the review as it stands."""


class SuggestionRow(StoreRow, table=True):
    """What a member suggested, with its decision once there is one."""

    __tablename__ = "suggestion"
    __table_args__ = (
        Index("ix_suggestion_server_and_state", "server_id", "state"),
        Index("ix_suggestion_author", "author_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    server_id: int = Field(sa_type=BigInteger)
    movie_id: int = Field(foreign_key="movie.id")
    author_id: int | None = Field(sa_type=BigInteger)
    kind: str = Field(sa_type=Text)
    state: str = Field(sa_type=Text)
    made_at: datetime = Field(sa_type=UtcDateTime)
    text: str = Field(sa_type=Text)
    text_key: str = Field(sa_type=Text)
    """The text as `identity.plain_words` writes it, for searching."""
    representations: str = Field(sa_type=Text)
    """Keys joined by SEPARATOR."""
    section: str | None = Field(sa_type=Text)
    place: str | None = Field(sa_type=Text)
    """Where in the movie."""
    credit_name: str | None = Field(sa_type=Text)
    tell_by_dm: bool
    decided_by: str | None = Field(sa_type=Text)
    decided_at: datetime | None = Field(sa_type=UtcDateTime)
    reason: str | None = Field(sa_type=Text)
    final_text: str | None = Field(sa_type=Text)


class CommunityReviewRow(StoreRow, table=True):
    """A member's review of a movie in one server."""

    __tablename__ = "community_review"
    __table_args__ = (
        # NULL authors, who had themselves removed, do not clash.
        UniqueConstraint("server_id", "movie_id", "author_id", name="uq_community_review_one_each"),
        Index("ix_community_review_author", "author_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    server_id: int = Field(sa_type=BigInteger)
    movie_id: int = Field(foreign_key="movie.id")
    author_id: int | None = Field(sa_type=BigInteger)
    voice: str = Field(sa_type=Text)
    suggested_age_years: int
    stars: int
    written_at: datetime = Field(sa_type=UtcDateTime)
    text: str | None = Field(sa_type=Text)
    visibility: str = Field(sa_type=Text)
    cleared: bool


class CommunityReportRow(StoreRow, table=True):
    """One person's report of a community review; the primary key lets each report once."""

    __tablename__ = "community_report"

    community_review_id: int = Field(
        primary_key=True, foreign_key="community_review.id", sa_column_kwargs={"autoincrement": False}
    )
    reporter_id: int = Field(sa_type=BigInteger, primary_key=True, sa_column_kwargs={"autoincrement": False})
    made_at: datetime = Field(sa_type=UtcDateTime)


class WantedMovieRow(StoreRow, table=True):
    """How often one server asked for a movie without a review; never who."""

    __tablename__ = "wanted_movie"

    server_id: int = Field(sa_type=BigInteger, primary_key=True, sa_column_kwargs={"autoincrement": False})
    movie_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    """UNKNOWN_MOVIE where nobody knows it; no foreign key for that reason."""
    title_key: str = Field(sa_type=Text, primary_key=True)
    """Of a movie nobody knows, as `identity.title_key` writes it; empty for a known one."""
    title: str = Field(sa_type=Text)
    year: int
    asked: int
    votes: int
    last_asked: date


class OutcomeCountRow(StoreRow, table=True):
    """How many replies of one kind one server got on one day."""

    __tablename__ = "outcome_count"

    server_id: int = Field(sa_type=BigInteger, primary_key=True, sa_column_kwargs={"autoincrement": False})
    day: date = Field(primary_key=True)
    outcome: str = Field(sa_type=Text, primary_key=True)
    count: int


class AuditRow(StoreRow, table=True):
    """One action of a moderator."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_server_and_id", "server_id", "id"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    server_id: int = Field(sa_type=BigInteger)
    made_at: datetime = Field(sa_type=UtcDateTime)
    author: str = Field(sa_type=Text)
    action: str = Field(sa_type=Text)
    detail: str | None = Field(sa_type=Text)


class BlockRow(StoreRow, table=True):
    """A member who may not write in one server."""

    __tablename__ = "blocked_member"

    server_id: int = Field(sa_type=BigInteger, primary_key=True, sa_column_kwargs={"autoincrement": False})
    user_id: int = Field(sa_type=BigInteger, primary_key=True, sa_column_kwargs={"autoincrement": False})
    author: str = Field(sa_type=Text)
    """The moderator who blocked them."""
    made_at: datetime = Field(sa_type=UtcDateTime)


class DepartureRow(StoreRow, table=True):
    """A server that the guide was removed from."""

    __tablename__ = "departure"

    server_id: int = Field(sa_type=BigInteger, primary_key=True, sa_column_kwargs={"autoincrement": False})
    left_at: datetime = Field(sa_type=UtcDateTime)
