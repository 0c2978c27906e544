"""Members' own reviews: write, change, delete, report, and the moderators' look at what was reported or waits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.application.admission import moderated_server
from bot.application.ports import Clock, Store, UnitOfWork
from bot.application.surroundings import movie_name
from bot.domain.actor import Actor, DiscordUserId
from bot.domain.audit import AuditEntry
from bot.domain.community import (
    REPORTS_TO_HIDE,
    CommunityReview,
    CommunityReviewId,
    Visibility,
    Voice,
    VoiceSummary,
    summarise,
)
from bot.domain.errors import NotAllowedError, NotFoundError, RefusedError
from bot.domain.movie import MovieId, ServerId

MOST_WRITTEN_A_DAY = 20
"""Community reviews one member writes or edits in one server in a day."""
_GONE = "That community review is no longer there."
_MOVIE_GONE = "That movie is no longer known here."
_IN_A_SERVER = "Community reviews belong to a server; use this command in one."


@dataclass(frozen=True, slots=True)
class CommunityPage:
    """What a movie's community part shows to one person."""

    movie_name: str
    summaries: tuple[VoiceSummary, ...]
    reviews: tuple[CommunityReview, ...]
    """Those this person may read, newest first, their own included whatever its visibility."""
    own: CommunityReview | None


@dataclass(frozen=True, slots=True)
class NamedReview:
    """A community review with the name of its movie."""

    review: CommunityReview
    movie_name: str


@dataclass(frozen=True, slots=True)
class Reported:
    """What a report did."""

    review: CommunityReview
    movie_name: str
    hidden_now: bool
    """Whether this very report hid it."""


class CommunityReviews:
    """The use cases around community reviews. Any thread may call it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def rate(
        self, actor: Actor, movie_id: MovieId, voice: Voice, suggested_age_years: int, stars: int, text: str | None
    ) -> CommunityReview:
        """Write or change the member's review of a movie.

        In a strict server it waits for a moderator. Raises NotAllowedError when blocked, RefusedError past the daily
        limit, InvalidReviewError for what is off the scales, NotFoundError for a movie nobody knows.
        """
        now = self._clock.now()
        with self._store.begin() as work:
            work.lock()
            server_id, author_id = self._admit(work, actor, movie_id)
            before = work.community.own(server_id, movie_id, author_id)
            review = CommunityReview(server_id, movie_id, author_id, voice, suggested_age_years, stars, now, text)
            review = replace(review, visibility=self._first_visibility(work, server_id, before, text))
            if before is not None:
                review = replace(
                    review, community_review_id=before.community_review_id, reports=before.reports, cleared=False
                )
            saved = work.community.save(review)
            work.commit()
        return saved

    def check(self, actor: Actor, movie_id: MovieId) -> None:
        """Refuse as `rate` would whoever may not write about this movie now, before they have written it."""
        with self._store.begin() as work:
            self._admit(work, actor, movie_id)

    def page(self, actor: Actor, movie_id: MovieId) -> CommunityPage:
        """The community part of a movie, as this person may see it; raises NotFoundError for one nobody knows."""
        if actor.server_id is None:
            raise NotFoundError(_IN_A_SERVER)
        with self._store.begin() as work:
            movie = work.movies.get(movie_id, actor.server_id)
            if movie is None:
                raise NotFoundError(_MOVIE_GONE)
            everything = work.community.of_movie(actor.server_id, movie_id)
        own = next((one for one in everything if actor.user_id is not None and one.author_id == actor.user_id), None)
        seen = tuple(one for one in everything if one.visibility is Visibility.SHOWN or one is own)
        return CommunityPage(movie.name, summarise(everything), seen, own)

    def delete_own(self, actor: Actor, movie_id: MovieId) -> None:
        """Delete the member's own review of a movie; raises NotFoundError when there is none."""
        if actor.server_id is None or actor.user_id is None:
            raise NotFoundError(_GONE)
        with self._store.begin() as work:
            own = work.community.own(actor.server_id, movie_id, actor.user_id)
            if own is None or own.community_review_id is None:
                raise NotFoundError("You have not reviewed that movie here.")
            work.community.remove(own.community_review_id)
            work.commit()

    def report(self, actor: Actor, community_review_id: CommunityReviewId) -> Reported:
        """Report a community review, once a person; at REPORTS_TO_HIDE it is hidden until a moderator looks."""
        if actor.server_id is None or actor.user_id is None:
            raise NotFoundError(_GONE)
        with self._store.begin() as work:
            work.lock()
            review = _existing(work, community_review_id, actor.server_id)
            if review.author_id == actor.user_id:
                raise RefusedError("That is your own review; you can change or delete it with /rate.")
            if work.blocks.is_blocked(actor.server_id, actor.user_id):
                raise NotAllowedError("The moderators of this server have switched reports off for you.")
            reports = work.community.report(community_review_id, actor.user_id, self._clock.now())
            hides = reports >= REPORTS_TO_HIDE and review.visibility is Visibility.SHOWN and not review.cleared
            review = replace(review, reports=reports, visibility=Visibility.HIDDEN if hides else review.visibility)
            review = work.community.save(review)
            name = movie_name(work, review.movie_id, actor.server_id)
            work.commit()
        return Reported(review, name, hides)

    def waiting(self, actor: Actor) -> list[NamedReview]:
        """What the moderators of the actor's server have to look at, oldest first; raises NotAllowedError."""
        with self._store.begin() as work:
            server_id = moderated_server(work, actor)
            return [
                NamedReview(review, movie_name(work, review.movie_id, server_id))
                for review in work.community.waiting(server_id)
            ]

    def get(self, actor: Actor, community_review_id: CommunityReviewId) -> NamedReview:
        """One community review of the actor's server, for its moderators; raises NotFoundError, NotAllowedError."""
        with self._store.begin() as work:
            server_id = moderated_server(work, actor)
            review = _existing(work, community_review_id, server_id)
            return NamedReview(review, movie_name(work, review.movie_id, server_id))

    def let_stand(self, actor: Actor, community_review_id: CommunityReviewId) -> CommunityReview:
        """Show a waiting or hidden review; reports no longer hide it. For moderators."""
        return self._decide(actor, community_review_id, Visibility.SHOWN, "community review let stand")

    def take_down(self, actor: Actor, community_review_id: CommunityReviewId) -> CommunityReview:
        """Take a review down for everyone but its author. For moderators."""
        return self._decide(actor, community_review_id, Visibility.REMOVED, "community review taken down")

    def _decide(
        self, actor: Actor, community_review_id: CommunityReviewId, visibility: Visibility, action: str
    ) -> CommunityReview:
        with self._store.begin() as work:
            server_id = moderated_server(work, actor)
            work.lock()
            review = _existing(work, community_review_id, server_id)
            review = work.community.save(replace(review, visibility=visibility, cleared=True))
            movie = work.movies.get(review.movie_id, server_id)
            detail = None if movie is None else movie.name
            work.audit.note(AuditEntry(server_id, self._clock.now(), actor.signature, action, detail))
            work.commit()
        return review

    def _admit(self, work: UnitOfWork, actor: Actor, movie_id: MovieId) -> tuple[ServerId, DiscordUserId]:
        if actor.server_id is None or actor.user_id is None:
            raise NotFoundError(_IN_A_SERVER)
        if work.blocks.is_blocked(actor.server_id, actor.user_id):
            raise NotAllowedError("The moderators of this server have switched community reviews off for you.")
        if work.movies.get(movie_id, actor.server_id) is None:
            raise NotFoundError(_MOVIE_GONE)
        since = self._clock.now() - timedelta(days=1)
        if work.community.count(actor.server_id, actor.user_id, since) >= MOST_WRITTEN_A_DAY:
            raise RefusedError("That is as many reviews as fit in a day; please come back tomorrow.")
        return actor.server_id, actor.user_id

    @staticmethod
    def _first_visibility(
        work: UnitOfWork, server_id: ServerId, before: CommunityReview | None, text: str | None
    ) -> Visibility:
        """Decide who sees a freshly written review: what was not shown before waits for a moderator (again)."""
        if before is not None and before.visibility is not Visibility.SHOWN:
            return Visibility.WAITING
        if text is not None and work.server_settings.get(server_id).strict:
            return Visibility.WAITING
        return Visibility.SHOWN


def _existing(work: UnitOfWork, community_review_id: CommunityReviewId, server_id: ServerId) -> CommunityReview:
    review = work.community.get(community_review_id, server_id)
    if review is None:
        raise NotFoundError(_GONE)
    return review
