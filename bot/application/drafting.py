"""Write a review: begin a draft, save it section by section, publish it; look at history, undo, remove, copy.

The actor's right is checked in every call, for the server whose draft or review it is. A draft is saved with the
version it was read at; a stale save raises StaleDraftError, which carries both states so that a face can show the
difference, and loses neither.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.application.admission import moderated_server
from bot.application.ports import Authorship, Clock, Store, UnitOfWork
from bot.domain.actor import Actor
from bot.domain.audit import AuditEntry
from bot.domain.draft import Draft, DraftId, what_is_missing
from bot.domain.errors import ConflictError, InvalidReviewError, NotFoundError
from bot.domain.movie import Movie, MovieId, ServerId
from bot.domain.review import Review, ReviewId, Revision, StoredReview

DRAFT_GONE = "That draft is no longer there; it was published or dropped."
REVIEW_GONE = "That review is no longer there."


class StaleDraftError(ConflictError):
    """Somebody else saved the draft since it was read."""

    def __init__(self, newest: Draft, refused: Review) -> None:
        super().__init__("Somebody else saved this draft while you were writing; nothing of either is lost.")
        self.newest = newest
        """The draft as it now is."""
        self.refused = refused
        """What was to be saved."""


class OutdatedDraftError(ConflictError):
    """The review was changed, or one of the movie was published, since the draft was begun. The draft is kept."""

    def __init__(self, message: str, newest: Revision, draft: Draft) -> None:
        super().__init__(message)
        self.newest = newest
        """The review as it now is."""
        self.draft = draft


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did."""

    stored: StoredReview
    created: bool
    """True: a new review; False: a new revision of one that was there."""
    changed: bool
    """False: the draft was the same as what is there."""


class Drafting:
    """The moderators' way to write and keep reviews. Any thread may call it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def begin(self, actor: Actor, movie: Movie) -> Draft:
        """Begin a new review of this server with what is known of the movie.

        An unpublished draft of the same movie is returned instead of beginning a second one.
        """
        with self._store.begin() as work:
            server_id = self._admit(work, actor)
            work.lock()
            for draft in work.drafts.all(server_id):
                if draft.review_id is None and _same_movie(draft.review.movie, movie):
                    return draft
            draft = work.drafts.begin(Review(movie=movie), actor.signature, self._clock.now(), server_id)
            work.commit()
        return draft

    def begin_for(self, actor: Actor, movie_id: MovieId) -> Draft:
        """Begin a draft for a movie that is known; with this server's review of it, where there is one, as its text.

        Raises NotFoundError when the movie is gone.
        """
        with self._store.begin() as work:
            server_id = self._admit(work, actor)
            movie = work.movies.get(movie_id, server_id)
            stored = work.reviews.of_movie(movie_id, server_id)
        if stored is not None and stored.server_id == server_id:
            return self.edit(actor, stored.review_id)
        if movie is None:
            raise NotFoundError("That movie is no longer there.")
        return self.begin(actor, movie)

    def edit(self, actor: Actor, review_id: ReviewId) -> Draft:
        """Open a review of this server for changes: the draft that is open for it, or a new one from its text."""
        with self._store.begin() as work:
            server_id = self._admit(work, actor)
            work.lock()
            stored = self._own(work, review_id, server_id)
            for draft in work.drafts.all(server_id):
                if draft.review_id == review_id:
                    return draft
            draft = work.drafts.begin(
                stored.review,
                actor.signature,
                self._clock.now(),
                server_id,
                review_id=review_id,
                base_revision=stored.revision,
            )
            work.commit()
        return draft

    def copy(self, actor: Actor, review_id: ReviewId) -> Draft:
        """Begin this server's own version of a library review; raises NotFoundError."""
        with self._store.begin() as work:
            server_id = self._admit(work, actor)
            stored = work.reviews.get(review_id, server_id)
            if stored is None:
                raise NotFoundError(REVIEW_GONE)
            if stored.server_id == server_id:
                raise ConflictError("That review is already your own; edit it instead.")
            # The copy's own day is the day on which it is published.
            own = replace(stored.review, last_updated=None)
            draft = work.drafts.begin(own, actor.signature, self._clock.now(), server_id)
            work.commit()
        return draft

    def open_for_changes(self, actor: Actor, movie_id: MovieId) -> Draft:
        """A draft in which the review that this server shows of a movie can be changed.

        The server's own review is edited; of a library review the server's own copy is begun, or gone on with.
        Raises NotFoundError when there is no review.
        """
        with self._store.begin() as work:
            server_id = self._admit(work, actor)
            stored = work.reviews.of_movie(movie_id, server_id)
            if stored is None:
                raise NotFoundError(REVIEW_GONE)
            begun = [draft for draft in work.drafts.all(server_id) if draft.review_id is None]
        if stored.server_id == server_id:
            return self.edit(actor, stored.review_id)
        for draft in begun:
            if _same_movie(draft.review.movie, stored.review.movie):
                return draft
        return self.copy(actor, stored.review_id)

    def get(self, actor: Actor, draft_id: DraftId) -> Draft:
        """One draft of the actor's server; raises NotFoundError."""
        with self._store.begin() as work:
            return self._draft(work, draft_id, self._admit(work, actor))

    def all(self, actor: Actor) -> list[Draft]:
        """The drafts of the actor's server, last touched first."""
        with self._store.begin() as work:
            return work.drafts.all(self._admit(work, actor))

    def save(self, actor: Actor, draft_id: DraftId, version: int, change: Callable[[Review], Review]) -> Draft:
        """Apply a change to a draft read at `version`.

        Raises StaleDraftError when it was saved by somebody since, InvalidReviewError when the change breaks a rule.
        """
        with self._store.begin() as work:
            server_id = self._admit(work, actor)
            work.lock()
            draft = self._draft(work, draft_id, server_id)
            review = change(draft.review)
            if draft.version != version:
                raise StaleDraftError(draft, review)
            saved = work.drafts.save(draft_id, review, actor.signature, self._clock.now(), expected_version=version)
            work.commit()
        return saved

    def drop(self, actor: Actor, draft_id: DraftId) -> None:
        """Drop a draft for good; the review it was made from stays as it is."""
        with self._store.begin() as work:
            self._draft(work, draft_id, self._admit(work, actor))
            work.drafts.remove(draft_id)
            work.commit()

    def publish(
        self, actor: Actor, draft_id: DraftId, version: int, reason: str, *, over_revision: int | None = None
    ) -> Published:
        """Make the draft the review that parents see, and drop it.

        `over_revision`: the published revision that the actor has seen and writes over; None: the one that the draft
        was begun from. Raises StaleDraftError, InvalidReviewError when something needed is missing,
        OutdatedDraftError when the review is at another revision, or somebody published one of this movie meanwhile.
        """
        with self._store.begin() as work:
            server_id = self._admit(work, actor)
            work.lock()
            draft = self._draft(work, draft_id, server_id)
            if draft.version != version:
                raise StaleDraftError(draft, draft.review)
            missing = what_is_missing(draft.review)
            if missing.needed:
                raise InvalidReviewError(f"Before it can be published it needs: {'; '.join(missing.needed)}.")
            expected = draft.base_revision if over_revision is None else over_revision
            self._refuse_outdated(work, draft, expected)
            by = Authorship(actor.signature, self._clock.now(), reason)
            review = self._dated(work, draft)
            saved = work.reviews.save(review, by, server_id, expected_revision=expected, review_id=draft.review_id)
            work.drafts.remove(draft_id)
            self._note(work, actor, server_id, "review published", draft.review.movie.name)
            work.commit()
        return Published(saved.stored, saved.created, saved.changed)

    def remove(self, actor: Actor, review_id: ReviewId) -> Review:
        """Take a review of this server down; its history stays and `restore` brings it back."""
        with self._store.begin() as work:
            server_id = self._admit(work, actor)
            work.lock()
            stored = self._own(work, review_id, server_id)
            work.reviews.remove(review_id, Authorship(actor.signature, self._clock.now(), "removed"), server_id)
            self._note(work, actor, server_id, "review removed", stored.review.movie.name)
            work.commit()
        return stored.review

    def history(self, actor: Actor, review_id: ReviewId) -> list[Revision]:
        """All revisions of a review this server may see, newest first; raises NotFoundError."""
        with self._store.begin() as work:
            return work.reviews.history(review_id, self._admit(work, actor))

    def restore(self, actor: Actor, review_id: ReviewId, number: int) -> StoredReview:
        """Bring a revision back as the newest one; raises NotFoundError."""
        with self._store.begin() as work:
            server_id = self._admit(work, actor)
            by = Authorship(actor.signature, self._clock.now(), f"revision {number} brought back")
            stored = work.reviews.restore(review_id, number, by, server_id).stored
            self._note(work, actor, server_id, f"revision {number} brought back", stored.review.movie.name)
            work.commit()
        return stored

    def undo(self, actor: Actor, review_id: ReviewId) -> StoredReview:
        """Take the last change back: the revision before the newest becomes the newest.

        Raises NotFoundError, ConflictError when there is nothing before it.
        """
        earlier = [revision for revision in self.history(actor, review_id)[1:] if revision.review is not None]
        if not earlier:
            raise ConflictError("There is no earlier version to go back to.")
        return self.restore(actor, review_id, earlier[0].number)

    def _admit(self, work: UnitOfWork, actor: Actor) -> ServerId | None:
        """The server the actor may act for (None: the operator, for the shared library); raises NotAllowedError."""
        if actor.server_id is None and actor.is_operator:
            return None
        return moderated_server(work, actor)

    def _dated(self, work: UnitOfWork, draft: Draft) -> Review:
        """The draft's text with its day: today's, unless somebody set one in the draft or nothing was changed."""
        before = work.reviews.get(draft.review_id, draft.server_id) if draft.review_id is not None else None
        given = draft.review.last_updated
        if before is None:
            keep = given is not None
        else:
            keep = draft.review == before.review or given not in (None, before.review.last_updated)
        return draft.review if keep else replace(draft.review, last_updated=self._clock.now().date())

    @staticmethod
    def _draft(work: UnitOfWork, draft_id: DraftId, server_id: ServerId | None) -> Draft:
        draft = work.drafts.get(draft_id, server_id)
        if draft is None:
            raise NotFoundError(DRAFT_GONE)
        return draft

    @staticmethod
    def _own(work: UnitOfWork, review_id: ReviewId, server_id: ServerId | None) -> StoredReview:
        stored = work.reviews.get(review_id, server_id)
        if stored is None:
            raise NotFoundError(REVIEW_GONE)
        if stored.server_id != server_id:
            raise ConflictError("That review is the shared library's; make this server's own copy of it first.")
        return stored

    @staticmethod
    def _refuse_outdated(work: UnitOfWork, draft: Draft, expected_revision: int | None) -> None:
        """Raise OutdatedDraftError unless the review is at this revision (None: there is none of this movie)."""
        review_id, movie = draft.review_id, draft.review.movie
        if review_id is None:
            movie_id = work.movies.find(movie.title, movie.year, draft.server_id)
            stored = None if movie_id is None else work.reviews.of_movie(movie_id, draft.server_id)
            if stored is None or stored.server_id != draft.server_id:
                return
            review_id = stored.review_id
            message = f"Somebody published a review of {movie.name} meanwhile; your draft is kept."
        else:
            message = f"The review of {movie.name} was changed meanwhile; your draft is kept."
        newest = work.reviews.history(review_id, draft.server_id)[0]
        if newest.number != expected_revision:
            raise OutdatedDraftError(message, newest, draft)

    def _note(self, work: UnitOfWork, actor: Actor, server_id: ServerId | None, action: str, detail: str) -> None:
        if server_id is not None:
            work.audit.note(AuditEntry(server_id, self._clock.now(), actor.signature, action, detail))


def _same_movie(one: Movie, other: Movie) -> bool:
    return one.title.casefold() == other.title.casefold() and one.year == other.year
