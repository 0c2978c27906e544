"""Look after one Discord server: settings, block list, audit, what its families want, the digest, the leaving."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.application.admission import moderated_server
from bot.application.ports import Authorship, Clock, Store, UnitOfWork
from bot.domain.actor import Actor, DiscordUserId
from bot.domain.audit import AuditEntry
from bot.domain.demand import DayCount, WantedMovie, as_wanted_title
from bot.domain.errors import NotAllowedError, NotFoundError, RefusedError
from bot.domain.movie import MovieId, ServerId
from bot.domain.server_settings import ServerSettings

DAYS_KEPT_AFTER_LEAVING = 30
"""How long a server's data are kept after the guide was removed from it, in days."""
DIGEST_DAYS = 7
GUIDE = "the guide"
"""How the guide signs what it notes for itself."""
EVERYBODY_MODERATES = "Then everybody would be a moderator; choose a role that not all members have."
_IN_A_SERVER = "That belongs to a server; use the command in one."


@dataclass(frozen=True, slots=True)
class Digest:
    """A server's last DIGEST_DAYS days in numbers; nobody is named."""

    days: tuple[date, ...]
    """The days counted, oldest first."""
    counts: tuple[DayCount, ...]
    wanted: tuple[WantedMovie, ...]
    pending_suggestions: int
    waiting_reviews: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.counts or self.wanted or self.pending_suggestions or self.waiting_reviews)


class ServerCare:
    """The moderators' use cases beside the reviews. Any thread may call it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def settings(self, server_id: ServerId) -> ServerSettings:
        """What this server's moderators have set."""
        with self._store.begin() as work:
            return work.server_settings.get(server_id)

    def own_settings(self, actor: Actor) -> ServerSettings:
        """The settings of the actor's server, for its moderators; raises NotFoundError, NotAllowedError."""
        with self._store.begin() as work:
            return work.server_settings.get(moderated_server(work, actor))

    def change_settings(
        self, actor: Actor, action: str, change: Callable[[ServerSettings], ServerSettings], detail: str | None = None
    ) -> ServerSettings:
        """Change the settings of the actor's server; audited as `action`.

        Raises NotAllowedError, InvalidReviewError for a setting that cannot be, RefusedError for moderators that are
        everybody.
        """
        with self._store.begin() as work:
            server_id = moderated_server(work, actor)
            work.lock()
            before = work.server_settings.get(server_id)
            settings = change(before)
            # On Discord the role that everybody has bears the server's own number.
            if server_id in settings.moderator_role_ids:
                raise RefusedError(EVERYBODY_MODERATES)
            if settings != before:
                by = Authorship(actor.signature, self._clock.now(), action)
                work.server_settings.save(server_id, settings, by)
                self._note(work, actor, server_id, action, detail)
                work.commit()
        return settings

    def set_guide_channel(self, actor: Actor, channel_id: int, on: bool) -> ServerSettings:
        """Make a channel of the actor's server a guide channel, or stop it being one; raises NotAllowedError."""

        def change(settings: ServerSettings) -> ServerSettings:
            channel_ids = settings.guide_channel_ids
            return replace(settings, guide_channel_ids=channel_ids | {channel_id} if on else channel_ids - {channel_id})

        return self.change_settings(actor, "guide channel on" if on else "guide channel off", change, str(channel_id))

    def audit(self, actor: Actor, limit: int = 25, offset: int = 0) -> list[AuditEntry]:
        """The server's audit, newest first; raises NotAllowedError."""
        with self._store.begin() as work:
            return work.audit.latest(moderated_server(work, actor), limit, offset)

    def block(self, actor: Actor, user_id: DiscordUserId) -> None:
        """Stop a member from writing suggestions, community reviews and reports; raises NotAllowedError."""
        with self._store.begin() as work:
            server_id = moderated_server(work, actor)
            if user_id == actor.user_id:
                raise RefusedError("You cannot block yourself.")
            work.blocks.add(server_id, user_id, actor.signature, self._clock.now())
            self._note(work, actor, server_id, "member blocked", str(user_id))
            work.commit()

    def unblock(self, actor: Actor, user_id: DiscordUserId) -> None:
        """Let a member write again; raises NotAllowedError."""
        with self._store.begin() as work:
            server_id = moderated_server(work, actor)
            work.blocks.remove(server_id, user_id)
            self._note(work, actor, server_id, "member unblocked", str(user_id))
            work.commit()

    def blocked(self, actor: Actor) -> list[DiscordUserId]:
        """The server's block list; raises NotAllowedError."""
        with self._store.begin() as work:
            return work.blocks.all(moderated_server(work, actor))

    def is_blocked(self, actor: Actor) -> bool:
        """Whether this member is blocked in this server."""
        if actor.server_id is None or actor.user_id is None:
            return False
        with self._store.begin() as work:
            return work.blocks.is_blocked(actor.server_id, actor.user_id)

    def wanted(self, actor: Actor, limit: int = 25) -> list[WantedMovie]:
        """What was asked for and has no review, most wanted first; raises NotAllowedError."""
        with self._store.begin() as work:
            return work.demand.wanted(moderated_server(work, actor), limit)

    def vote(self, actor: Actor, title: str, movie_id: MovieId | None) -> WantedMovie:
        """Count one member's wish for a review; who it was is not kept, the title is.

        Raises InvalidReviewError for a title that is none, NotFoundError outside a server, NotAllowedError when
        blocked.
        """
        if actor.server_id is None:
            raise NotFoundError(_IN_A_SERVER)
        with self._store.begin() as work:
            if actor.user_id is not None and work.blocks.is_blocked(actor.server_id, actor.user_id):
                raise NotAllowedError("The moderators of this server have switched wishes off for you.")
            movie = work.movies.get(movie_id, actor.server_id) if movie_id is not None else None
            name, year = (movie.title, movie.year) if movie is not None else (as_wanted_title(title), None)
            wanted = work.demand.vote(actor.server_id, name, year, movie_id, self._clock.now().date())
            work.commit()
        return wanted

    def dismiss_wanted(self, actor: Actor, title: str, movie_id: MovieId | None) -> None:
        """Take a line off the list of wanted movies; raises NotAllowedError.

        The audit names a movie that is known, and no other words: they may be why it was dismissed.
        """
        with self._store.begin() as work:
            server_id = moderated_server(work, actor)
            work.demand.forget(server_id, movie_id, title)
            movie = work.movies.get(movie_id, server_id) if movie_id is not None else None
            self._note(work, actor, server_id, "request dismissed", None if movie is None else movie.title)
            work.commit()

    def digest(self, server_id: ServerId) -> Digest:
        """The numbers of the last DIGEST_DAYS whole days; today is not over."""
        since = self._clock.now().date() - timedelta(days=DIGEST_DAYS)
        days = tuple(since + timedelta(days=number) for number in range(DIGEST_DAYS))
        with self._store.begin() as work:
            return Digest(
                days,
                tuple(count for count in work.demand.outcomes(server_id, since) if count.day in days),
                tuple(work.demand.wanted(server_id, 10)),
                work.suggestions.count_pending(server_id),
                len(work.community.waiting(server_id)),
            )

    def claim_digest(self, server_id: ServerId) -> bool:
        """Whether this week's digest is to be sent now; says yes once per ISO week, also to two who ask at once."""
        now = self._clock.now()
        with self._store.begin() as work:
            settings = work.server_settings.get(server_id)
            if not _wants_digest(settings, now):
                return False
            work.lock()
            settings = work.server_settings.get(server_id)
            if not _wants_digest(settings, now):
                return False
            by = Authorship(GUIDE, now, "weekly digest sent")
            work.server_settings.save(server_id, replace(settings, digest_sent_week=iso_week(now)), by)
            work.commit()
        return True

    def give_digest_back(self, server_id: ServerId) -> None:
        """Take a claim back, because the digest could not be sent now; it is then due again."""
        with self._store.begin() as work:
            work.lock()
            settings = work.server_settings.get(server_id)
            by = Authorship(GUIDE, self._clock.now(), "weekly digest not sent")
            work.server_settings.save(server_id, replace(settings, digest_sent_week=None), by)
            work.commit()

    def left(self, server_id: ServerId) -> None:
        """Note that the guide was removed from a server."""
        with self._store.begin() as work:
            work.departures.left(server_id, self._clock.now())
            work.commit()

    def returned(self, server_id: ServerId) -> None:
        """Note that the guide is in a server (again)."""
        with self._store.begin() as work:
            work.departures.returned(server_id)
            work.commit()

    def notice_present(self, present: Collection[ServerId]) -> None:
        """Note which servers the guide is in: all others that something is kept of were left while it was away."""
        now = self._clock.now()
        with self._store.begin() as work:
            departed = set(work.departures.due(now))
            back = departed & set(present)
            gone = set(work.departures.known()) - set(present) - departed
            for server_id in back:
                work.departures.returned(server_id)
            for server_id in gone:
                work.departures.left(server_id, now)
            if back or gone:
                work.commit()

    def purge_departed(self) -> list[ServerId]:
        """Delete all data of servers left DAYS_KEPT_AFTER_LEAVING days ago or longer; return which."""
        before = self._clock.now() - timedelta(days=DAYS_KEPT_AFTER_LEAVING)
        with self._store.begin() as work:
            # Before it is read who left: one that comes back at this very moment must not be purged.
            work.lock()
            due = work.departures.due(before)
            for server_id in due:
                work.departures.purge(server_id)
            work.commit()
        return due

    def _note(self, work: UnitOfWork, actor: Actor, server_id: ServerId, action: str, detail: str | None) -> None:
        work.audit.note(AuditEntry(server_id, self._clock.now(), actor.signature, action, detail))


def iso_week(at: datetime) -> str:
    """The ISO week of a moment, UTC: "2026-W07"."""
    year, week, _day = at.isocalendar()
    return f"{year}-W{week:02}"


def _wants_digest(settings: ServerSettings, now: datetime) -> bool:
    wanted = settings.weekly_digest and settings.moderators_channel_id is not None
    return wanted and settings.digest_sent_week != iso_week(now)
