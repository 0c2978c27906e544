"""What the use cases need from outside, as Protocols. Adapters live in bot.store; bootstrap joins them.

A unit of work is one transaction: `with store.begin() as work:` … `work.commit()`. Leaving the block without
commit rolls everything back. Repositories never commit. What they take and give are domain values only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self

from bot.application.moderation_ports import (
    AuditRepository,
    BlockRepository,
    CommunityRepository,
    DemandRepository,
    DepartureRepository,
    DraftRepository,
    PersonRepository,
    SuggestionRepository,
)
from bot.domain.movie import Movie, MovieId, ServerId
from bot.domain.review import Review, ReviewId, Revision, StoredReview
from bot.domain.server_settings import ServerSettings
from bot.matching.stories import StoryEntry
from bot.matching.titles import TitleEntry


@dataclass(frozen=True, slots=True)
class Authorship:
    """Who makes a change, when (UTC) and why; kept with the revision."""

    author: str
    made_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class TitleChanges:
    """What changed for recognition since a version of the titles."""

    version: int
    """The version these changes lead to."""
    put: tuple[MovieId, ...]
    removed: tuple[MovieId, ...]


@dataclass(frozen=True, slots=True)
class StoryChanges:
    """Of which movies the reviews changed since a version of what they tell."""

    version: int
    """The version these changes lead to."""
    changed: tuple[MovieId, ...]
    """Those whose review is gone included."""


@dataclass(frozen=True, slots=True)
class SaveOutcome:
    """What saving a review did."""

    stored: StoredReview
    created: bool
    changed: bool
    """False: the store already held exactly this review, so no revision was made."""


@dataclass(frozen=True, slots=True)
class ReviewTitle:
    """A review by its movie's name, without its text: for lists to pick from."""

    review_id: ReviewId
    name: str
    """Title and year."""
    removed: bool = False
    """True: it is taken down; only its history is left."""


class MovieRepository(Protocol):
    """The movies known by title, reviewed or not. A movie is of the shared catalogue or of one server."""

    def add_catalogue(self, movies: Iterable[Movie]) -> tuple[int, int]:
        """Add known movies to the shared catalogue in bulk; return (added, already there).

        Same title and year is the same movie.
        """

    def get(self, movie_id: MovieId, server_id: ServerId | None = None) -> Movie | None:
        """The facts of one movie; None when there is no such movie or it is another server's own."""

    def find(self, title: str, year: int | None, server_id: ServerId | None = None) -> MovieId | None:
        """The movie of this very title (case, accents, punctuation aside) and year, if this server may see it."""

    def title_entries(self, server_id: ServerId | None = None) -> Iterator[TitleEntry]:
        """All shared movies (None), or those that only this server has, as recognition needs them. Streams."""

    def title_entries_of(self, movie_ids: Iterable[MovieId], server_id: ServerId | None = None) -> list[TitleEntry]:
        """The entries of these movies; those that are gone, or another server's own, are left out."""

    def titles_version(self, server_id: ServerId | None = None) -> int:
        """A number that grows with every change of the titles (shared: None). Cheap."""

    def titles_fingerprint(self) -> str:
        """A text that is the same only while these very shared titles are in this very store; for a saved index."""

    def title_changes(self, since: int, server_id: ServerId | None = None) -> TitleChanges | None:
        """What changed after a version; None when too much did and the index is better rebuilt."""

    def count(self) -> int:
        """How many shared movies are known."""


class ReviewRepository(Protocol):
    """The reviews.

    `server_id` says whose eyes look: None sees the shared library only, a server its own and the library's.
    """

    def save(
        self,
        review: Review,
        by: Authorship,
        server_id: ServerId | None = None,
        *,
        expected_revision: int | None = None,
        review_id: ReviewId | None = None,
    ) -> SaveOutcome:
        """Create or change the review of this movie (same title and year) in the library (None) or of one server.

        `review_id`: it is this review that changes, even when its title or year does; it then hangs on the movie of
        the new title and year. An equal review changes nothing. Raises ConflictError when `expected_revision` (0:
        none yet) is given and not the newest, or when another review of the movie is there; NotFoundError when
        `review_id` is not this owner's.
        """

    def save_all(
        self, reviews: Iterable[Review], by: Authorship, server_id: ServerId | None = None
    ) -> tuple[int, int, int]:
        """Save many at speed; return (created, changed, unchanged). Several of one movie: the last counts."""

    def remove(self, review_id: ReviewId, by: Authorship, server_id: ServerId | None = None) -> None:
        """Remove a review, keeping its history; raises NotFoundError when it is not there or not this owner's."""

    def restore(
        self, review_id: ReviewId, number: int, by: Authorship, server_id: ServerId | None = None
    ) -> SaveOutcome:
        """Bring revision `number` back as a new revision; raises NotFoundError."""

    def of_movie(self, movie_id: MovieId, server_id: ServerId | None = None) -> StoredReview | None:
        """The review to show: the server's own before the library's; None when nobody reviewed it."""

    def get(self, review_id: ReviewId, server_id: ServerId | None = None) -> StoredReview | None:
        """One review by its id, if this server may see it."""

    def library_versions(self, movie_id: MovieId, server_id: ServerId | None = None) -> Iterator[Review]:
        """Every version that the library's review of a movie ever had, newest first, also of one taken down."""

    def reviewed(self, movie_ids: Sequence[MovieId], server_id: ServerId | None = None) -> set[MovieId]:
        """Which of these movies have a review that this server may see."""

    def all(self, server_id: ServerId | None = None, *, only_own: bool = False) -> Iterator[StoredReview]:
        """Every review this server sees, one a movie, by title and year; `only_own`: only those it owns. Streams."""

    def for_ages(self, max_age_years: int, server_id: ServerId | None = None) -> Iterator[StoredReview]:
        """Every review this server sees that may be for this age, one a movie.

        Left out are those whose deciding age (bot.domain.suitability, by any board they have a rating of) is above
        `max_age_years` or not known. The better first: by quality, then by the highest deciding age, then by title; so
        a reader may stop early. The server's own review counts before the library's. Streams.
        """

    def history(self, review_id: ReviewId, server_id: ServerId | None = None) -> list[Revision]:
        """All revisions, newest first; raises NotFoundError."""

    def titles(self, server_id: ServerId | None) -> list[ReviewTitle]:
        """The reviews that this very owner has or had, by name; those taken down last."""

    def count(self, server_id: ServerId | None = None) -> int:
        """How many reviews this server sees."""


class StoryRepository(Protocol):
    """What the reviews tell. `server_id`: those of the shared library (None), or those that this very server owns."""

    def entries(self, server_id: ServerId | None = None) -> Iterator[StoryEntry]:
        """What every review of this owner tells. Streams."""

    def entries_of(self, movie_ids: Iterable[MovieId], server_id: ServerId | None = None) -> list[StoryEntry]:
        """What this owner's reviews of these movies tell; movies it has no review of are left out."""

    def version(self, server_id: ServerId | None = None) -> int:
        """A number that grows with every change of what these reviews tell; 0 before the first. Cheap."""

    def fingerprint(self) -> str:
        """A text that is the same only while these very shared reviews are in this very store; for a saved index."""

    def changes(self, since: int, server_id: ServerId | None = None) -> StoryChanges | None:
        """What changed after a version; None when too much did and the index is better rebuilt."""


class ServerSettingsRepository(Protocol):
    """What each Discord server's moderators have set."""

    def get(self, server_id: ServerId) -> ServerSettings:
        """The server's settings; the defaults when nothing was ever set."""

    def save(self, server_id: ServerId, settings: ServerSettings, by: Authorship) -> None:
        """Keep the server's settings."""


class UnitOfWork(Protocol):
    """One transaction."""

    @property
    def movies(self) -> MovieRepository:
        """The movies known by title."""

    @property
    def reviews(self) -> ReviewRepository:
        """The reviews with their revisions."""

    @property
    def stories(self) -> StoryRepository:
        """What the reviews tell."""

    @property
    def server_settings(self) -> ServerSettingsRepository:
        """What servers have set."""

    @property
    def drafts(self) -> DraftRepository:
        """Reviews being written."""

    @property
    def suggestions(self) -> SuggestionRepository:
        """What members suggested."""

    @property
    def community(self) -> CommunityRepository:
        """Community reviews."""

    @property
    def demand(self) -> DemandRepository:
        """What was asked for, counted."""

    @property
    def audit(self) -> AuditRepository:
        """Who did what."""

    @property
    def blocks(self) -> BlockRepository:
        """Members who may not write."""

    @property
    def departures(self) -> DepartureRepository:
        """Servers the guide was removed from."""

    @property
    def people(self) -> PersonRepository:
        """What is held about a person."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Roll back whatever was not committed."""

    def lock(self, patience_seconds: float | None = None) -> None:
        """Become the store's only writer until commit or the end of the block.

        Call it before reading what a write rests on: then nobody changes it in between. None: wait as long as the
        longest import takes. Raises StoreUnavailableError when another writer is not done in time.
        """

    def commit(self) -> None:
        """Make it all last; raises StoreError."""


class Store(Protocol):
    """Opens units of work. Any thread may call it."""

    def begin(self) -> UnitOfWork:
        """Start a transaction; raises StoreUnavailableError."""


class Clock(Protocol):
    """The time, so that tests can say what it is."""

    def now(self) -> datetime:
        """The present moment, UTC, aware."""
