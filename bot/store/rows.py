"""The tables. A row is storage only: SQLModel does not validate a table class, the domain does, on every way in.

Two columns use 0 where the domain says None, because a unique constraint does not hold between NULLs on either
engine: `server_id` 0 is the shared library (no Discord server has the number 0), `year` 0 is a year not known.

What moderators and members write (`member_rows`) hangs on `movie.id` and `review.id`, whose numbers are never given
out twice, and carries a `server_id` of its own.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import ClassVar

from sqlalchemy import BigInteger, DateTime, Dialect, Index, MetaData, Text, TypeDecorator, UniqueConstraint, text, true
from sqlmodel import Field, SQLModel

SHARED = 0
"""`server_id` of what belongs to the shared library or catalogue."""
YEAR_NOT_KNOWN = 0
NO_PLACE = 0
"""`series_place` of a movie whose place is not known; recognition counts the same way."""

SEPARATOR = "\x1f"
"""Between the names of a list column. The domain refuses control characters in names, so none holds one."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no time zone, so it is put on again when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Turn an aware moment into UTC; raises ValueError for one without a time zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give the moment back in UTC, aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class StoreRow(SQLModel):
    """The root of our tables, with metadata of their own."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )


class MovieRow(StoreRow, table=True):
    """A movie known by title, reviewed or not, of the shared catalogue or of one server."""

    __tablename__ = "movie"
    __table_args__ = (
        UniqueConstraint("server_id", "title_key", "year", name="uq_movie_title_and_year"),
        # Without it, reading an owner's titles page by page sorts them all for each page.
        Index("ix_movie_server_and_id", "server_id", "id"),
        # A number once given is never given again: buttons on old messages carry it.
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    server_id: int = Field(sa_type=BigInteger)
    title: str = Field(sa_type=Text)
    title_key: str = Field(sa_type=Text)
    """The title as `identity.title_key` writes it: with the year it says which movie this is."""
    year: int
    other_titles: str = Field(sa_type=Text)
    """Names joined by SEPARATOR, as are `people` and `genres`: what recognition reads for every movie."""
    people: str = Field(sa_type=Text)
    """Cast, then directors."""
    genres: str = Field(sa_type=Text)
    popularity: float
    series: str = Field(default="", sa_type=Text, sa_column_kwargs={"server_default": text("''")})
    """The name of its series; empty for None."""
    series_place: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    """NO_PLACE for None."""
    imdb: str = Field(default="", sa_type=Text, sa_column_kwargs={"server_default": text("''")})
    """The id on IMDb, as `tmdb` and `wikidata` are those there: what a pasted link leads to; empty for None."""
    tmdb: str = Field(default="", sa_type=Text, sa_column_kwargs={"server_default": text("''")})
    wikidata: str = Field(default="", sa_type=Text, sa_column_kwargs={"server_default": text("''")})
    facts: str = Field(sa_type=Text)
    """JSON of the facts that have no column here."""
    same_as_id: int | None = Field(default=None, foreign_key="movie.id")
    """For a server's own movie that the shared catalogue came to know later: the shared movie."""
    catalogued: bool = Field(default=True, sa_column_kwargs={"server_default": true()})
    """Whether a catalogue named it; False: it is known by a review only."""


class ReviewRow(StoreRow, table=True):
    """A review of one movie, of the library or of one server; its text is that of its newest revision."""

    __tablename__ = "review"
    __table_args__ = (
        UniqueConstraint("movie_id", "server_id", name="uq_review_movie_and_server"),
        Index("ix_review_server_and_age", "server_id", "deciding_age_years"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    movie_id: int = Field(foreign_key="movie.id")
    server_id: int = Field(sa_type=BigInteger)
    revision: int
    """The number of the newest revision."""
    removed: bool
    deciding_age_years: int | None
    """As `deciding_ages` finds it; NULL where nothing known decides."""
    quality: int | None
    last_updated: date | None


class RevisionRow(StoreRow, table=True):
    """One change of a review, with the whole review as it was afterwards."""

    __tablename__ = "review_revision"

    review_id: int = Field(primary_key=True, foreign_key="review.id", sa_column_kwargs={"autoincrement": False})
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    author: str = Field(sa_type=Text)
    made_at: datetime = Field(sa_type=UtcDateTime)
    reason: str = Field(sa_type=Text)
    document: str | None = Field(sa_type=Text)
    """JSON of the review; NULL where this change removed it."""


class TitleChangeRow(StoreRow, table=True):
    """The log from which a running title index follows the writes of every process."""

    __tablename__ = "title_change"
    __table_args__ = (
        Index("ix_title_change_server_and_version", "server_id", "version"),
        {"sqlite_autoincrement": True},
    )

    version: int | None = Field(default=None, primary_key=True)
    server_id: int = Field(sa_type=BigInteger)
    movie_id: int | None
    """NULL for EVERYTHING. No foreign key: the log outlives the movie."""
    kind: str = Field(sa_type=Text)
    """PUT, REMOVED or EVERYTHING of `title_log`."""
    mark: str = Field(sa_type=Text)
    """Drawn at random for each write, so that two copies of a store that went their own ways are told apart."""


class ServerSettingsRow(StoreRow, table=True):
    """What a server's moderators have set, every version of it; the one with the highest number holds."""

    __tablename__ = "server_settings"

    server_id: int = Field(sa_type=BigInteger, primary_key=True, sa_column_kwargs={"autoincrement": False})
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    author: str = Field(sa_type=Text)
    made_at: datetime = Field(sa_type=UtcDateTime)
    reason: str = Field(sa_type=Text)
    document: str = Field(sa_type=Text)
