"""Many reviews at once, for one server's moderators: read a file into drafts, publish them together, export.

Nothing that is read is published: what was understood is kept as drafts, so that it can be looked at, changed and
published later, also after a restart. The drafts of one import are known by who imported and when.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime

from bot.application.admission import moderated_server
from bot.application.drafting import Drafting
from bot.application.ports import Clock, Store, UnitOfWork
from bot.domain.actor import Actor
from bot.domain.difference import changed_fields
from bot.domain.draft import Draft, what_is_missing
from bot.domain.errors import InvalidReviewError, RefusedError
from bot.domain.movie import ExternalIds, Movie, ServerId
from bot.domain.review import Review, StoredReview
from bot.formats.page import UnreadBlock
from bot.formats.review_files import FileFormat, ReadReview, read_reviews, write_reviews

LARGEST_IMPORT_BYTES = 2_000_000
"""Of a file handed in by a moderator: some 100 full reviews. The operator's command line takes far more."""
MOST_IMPORTED = 100
"""Reviews kept as drafts in one import; more than can be looked at before publishing anyway."""
MOST_PROBLEMS = 50
_PACKED = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Understood:
    """One review of an import, kept as a draft."""

    draft: Draft
    before: Review | None
    """This server's review as it is now; None: it has none of this movie."""
    unread: tuple[UnreadBlock, ...] = ()
    missing: tuple[str, ...] = ()
    """Of a page: the sections that it did not have."""
    left_out: tuple[str, ...] = ()
    """What was understood and is not in the draft, in a sentence each."""
    line: int | None = None
    """1-based line on which it begins in the file; None: not known."""

    @property
    def changed_fields(self) -> tuple[str, ...]:
        """What the import would change in the review that is there; empty for a new one."""
        return () if self.before is None else changed_fields(self.before, self.draft.review)


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """Something in the file that is no draft now."""

    message: str
    line: int | None = None
    """1-based; None: not known."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file. Nothing of it is published."""

    at: datetime
    """The moment by which this import's drafts are known, with the importer."""
    understood: tuple[Understood, ...]
    same: int
    """Reviews that are there already, word for word."""
    problems: tuple[ImportProblem, ...]

    @property
    def ready(self) -> int:
        """How many could be published as they are."""
        return sum(not what_is_missing(one.draft.review).needed for one in self.understood)


@dataclass(frozen=True, slots=True)
class PublishedMany:
    """What publishing an import's drafts did."""

    published: tuple[str, ...]
    """Names of the movies."""
    left: tuple[tuple[str, str], ...]
    """Name and reason of each that stays a draft."""


class Bulk:
    """Import and export for moderators. Any thread may call it."""

    def __init__(self, store: Store, clock: Clock, drafting: Drafting) -> None:
        self._store = store
        self._clock = clock
        self._drafting = drafting

    def check_size(self, actor: Actor, size_bytes: int) -> bool:
        """Whether a file of this size is read for the actor; raises NotAllowedError. Ask before the file is fetched."""
        with self._store.begin() as work:
            moderated_server(work, actor)
        return size_bytes <= LARGEST_IMPORT_BYTES

    def read(self, actor: Actor, content: bytes, name: str) -> Imported:
        """Read a file in any import format and keep what was understood as drafts of the actor's server.

        Raises NotAllowedError. What is wrong with the file is in the result, with its line.
        """
        with self._store.begin() as work:
            server_id = moderated_server(work, actor)
        reviews, problems = _understand(content, name)
        at = self._clock.now()
        understood: list[Understood] = []
        same = 0
        with self._store.begin() as work:
            moderated_server(work, actor)
            work.lock()
            drafts = work.drafts.all(server_id)
            for one in reviews:
                kept = _keep(work, one, drafts, server_id, actor.signature, at)
                if isinstance(kept, Understood):
                    understood.append(kept)
                elif kept is None:
                    same += 1
                else:
                    problems.append(kept)
            work.commit()
        return Imported(at, tuple(understood), same, tuple(problems))

    def waiting(self, actor: Actor, author: str, at: datetime) -> list[Draft]:
        """The drafts of one import that nobody changed since; raises NotAllowedError."""
        return [
            draft
            for draft in self._drafting.all(actor)
            if draft.version == 1 and draft.author == author and draft.updated_at == at
        ]

    def publish_all(self, actor: Actor, author: str, at: datetime, reason: str) -> PublishedMany:
        """Publish the drafts of one import that nobody changed since; what cannot be published stays a draft.

        Raises NotAllowedError.
        """
        published: list[str] = []
        left: list[tuple[str, str]] = []
        for draft in self.waiting(actor, author, at):
            name = draft.review.movie.name
            try:
                self._drafting.publish(actor, draft.draft_id, draft.version, reason)
            except RefusedError as refused:
                left.append((name, str(refused)))
            else:
                published.append(name)
        return PublishedMany(tuple(published), tuple(left))

    def export(
        self, actor: Actor, file_format: FileFormat, *, only_own: bool, largest_bytes: int
    ) -> tuple[bytes, int] | None:
        """Write the reviews of the actor's server, or all it sees, as a file; return it and how many they are.

        None: the file would be larger than `largest_bytes`. Raises NotAllowedError.
        """
        count = 0

        def counted(reviews: Iterator[Review]) -> Iterator[Review]:
            nonlocal count
            for review in reviews:
                count += 1
                yield review

        pieces: list[bytes] = []
        size = 0
        with self._store.begin() as work:
            server_id = moderated_server(work, actor)
            stored = work.reviews.all(server_id, only_own=only_own)
            for piece in write_reviews(counted(one.review for one in stored), file_format):
                pieces.append(piece.encode())
                size += len(pieces[-1])
                if size > largest_bytes:
                    return None
        return b"".join(pieces), count


def _understand(content: bytes, name: str) -> tuple[list[ReadReview], list[ImportProblem]]:
    """Read a file's reviews; of several of one movie the last counts."""
    if content.startswith(_PACKED):
        # A small packed file can unpack to hundreds of megabytes; the operator's command line takes its time for it.
        return [], [ImportProblem("The file is packed; unpack it first.")]
    reviews: dict[tuple[str, int | None], ReadReview] = {}
    problems: list[ImportProblem] = []
    for item in read_reviews(content, name=name):
        if isinstance(item, InvalidReviewError):
            place = f"{item.field}: " if item.field and item.field not in str(item) else ""
            problems.append(ImportProblem(f"{place}{item}", item.line))
            if len(problems) >= MOST_PROBLEMS:
                problems.append(ImportProblem(f"More than {MOST_PROBLEMS} faults; the rest was not read.", item.line))
                break
            continue
        movie = item.review.movie
        key = (movie.title.casefold(), movie.year)
        if key not in reviews and len(reviews) == MOST_IMPORTED:
            problems.append(ImportProblem(f"Only {MOST_IMPORTED} reviews are read at once; split the file.", item.line))
            break
        reviews[key] = item
    return list(reviews.values()), problems


def _keep(
    work: UnitOfWork, one: ReadReview, drafts: Sequence[Draft], server_id: ServerId, author: str, at: datetime
) -> Understood | ImportProblem | None:
    """Keep a review as a draft beside those that are open; None when this server's review says the same already."""
    movie = one.review.movie
    movie_id = work.movies.find(movie.title, movie.year, server_id)
    stored = work.reviews.of_movie(movie_id, server_id) if movie_id is not None else None
    before = stored if stored is not None and stored.server_id == server_id else None
    review = one.review
    if one.missing:
        known = work.movies.get(movie_id, server_id) if movie_id is not None else None
        review = _completed(review, before.review if before is not None else None, known)
    if before is not None and review.last_updated is None:
        # A file without a day says nothing about it; publishing sets it when anything else was changed.
        review = replace(review, last_updated=before.review.last_updated)
    if before is not None and before.review == review:
        return None
    review_id = before.review_id if before is not None else None
    for draft in drafts:
        if draft.review_id == review_id and _key(draft.review) == _key(review):
            if draft.review == review:
                return _understood(one, draft, before)
            return ImportProblem(
                f"{movie.name}: an open draft says something else; publish or drop it, then import again.",
                one.line,
            )
    begun = work.drafts.begin(
        review,
        author,
        at,
        server_id,
        review_id=review_id,
        base_revision=before.revision if before is not None else None,
    )
    return _understood(one, begun, before)


def _understood(one: ReadReview, draft: Draft, before: StoredReview | None) -> Understood:
    return Understood(draft, before.review if before else None, one.unread, one.missing, one.left_out, one.line)


def _completed(page: Review, before: Review | None, known: Movie | None) -> Review:
    """A page's review with what is there already where the page says nothing: a gap in a page takes nothing away."""
    base = before if before is not None else Review(known) if known is not None else None
    if base is None:
        return page
    empty = (None, (), 0.0, ExternalIds())
    facts = {one.name: getattr(base.movie, one.name) for one in fields(Movie) if getattr(page.movie, one.name) in empty}
    texts = (one.name for one in fields(Review) if one.name not in ("movie", "grid", "questions"))
    parts = {name: getattr(base, name) for name in texts if getattr(page, name) in (None, ())}
    return replace(
        page,
        **parts,
        movie=replace(page.movie, **facts),
        grid={**base.grid, **page.grid},
        questions={**base.questions, **page.questions},
    )


def _key(review: Review) -> tuple[str, int | None]:
    return review.movie.title.casefold(), review.movie.year
