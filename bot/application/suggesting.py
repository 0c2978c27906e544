"""Suggest an update and decide about it: diversity updates and corrections, from members to moderators.

Deciding and changing the review is one transaction: whoever is second gets a ConflictError and nothing happens.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.application.admission import moderated_server
from bot.application.moderation_ports import SuggestionRepository
from bot.application.ports import Authorship, Clock, Store, UnitOfWork
from bot.application.surroundings import movie_name
from bot.domain.actor import Actor, DiscordUserId
from bot.domain.audit import AuditEntry
from bot.domain.errors import NotAllowedError, NotFoundError, RefusedError
from bot.domain.movie import MovieId, ServerId
from bot.domain.review import LONGEST_SECTION, Review
from bot.domain.suggestion import (
    Decision,
    Suggestion,
    SuggestionId,
    SuggestionKind,
    SuggestionState,
    credit_words,
)
from bot.domain.vocabulary import REPRESENTATIONS

MOST_SUGGESTIONS_A_DAY = 10
"""Of one member in one server; a helpful member rarely sends three."""
MOST_PENDING = 300
"""Waiting for one server's moderators at a time; more is a flood, or more than anybody will look at."""

_LABELS = dict(REPRESENTATIONS)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was kept."""

    suggestion: Suggestion
    movie_name: str
    review_changed: bool
    """Whether a review got a new revision; False for a decline, and for a correction to be made by hand."""


class Suggesting:
    """Members' suggestions. Any thread may call it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def suggest(self, actor: Actor, suggestion: Suggestion) -> Suggestion:
        """Keep a suggestion of this member for this server's moderators.

        Raises NotAllowedError when blocked, RefusedError when they sent too many today, NotFoundError when the movie
        has no review here.
        """
        with self._store.begin() as work:
            work.lock()
            server_id, author_id = self._admit(work, actor, suggestion.movie_id)
            stored = work.suggestions.add(
                replace(suggestion, server_id=server_id, author_id=author_id, made_at=self._clock.now())
            )
            work.commit()
        return stored

    def check(self, actor: Actor, movie_id: MovieId) -> str:
        """The movie's name, if this member may suggest something about it; raises as `suggest` would.

        For a face that wants to say no before somebody has written a long text.
        """
        with self._store.begin() as work:
            self._admit(work, actor, movie_id)
            return movie_name(work, movie_id, actor.server_id)

    def names(self, suggestions: Iterable[Suggestion]) -> dict[MovieId, str]:
        """The names of the movies that these suggestions are about."""
        with self._store.begin() as work:
            return {one.movie_id: movie_name(work, one.movie_id, one.server_id) for one in suggestions}

    def mine(self, actor: Actor, limit: int = 25, offset: int = 0) -> list[Suggestion]:
        """What this member suggested in this server, newest first."""
        if actor.user_id is None or actor.server_id is None:
            return []
        with self._store.begin() as work:
            return work.suggestions.find(actor.server_id, author_id=actor.user_id, limit=limit, offset=offset)

    def find(
        self,
        actor: Actor,
        *,
        state: SuggestionState | None = SuggestionState.PENDING,
        words: str | None = None,
        limit: int = 25,
        offset: int = 0,
    ) -> list[Suggestion]:
        """Suggestions of the actor's server for its moderators; raises NotAllowedError."""
        with self._store.begin() as work:
            server_id = moderated_server(work, actor)
            return work.suggestions.find(server_id, state=state, words=words, limit=limit, offset=offset)

    def get(self, actor: Actor, suggestion_id: SuggestionId) -> Suggestion:
        """One suggestion, for a moderator of its server; raises NotFoundError, NotAllowedError."""
        with self._store.begin() as work:
            return _existing(work.suggestions, suggestion_id, moderated_server(work, actor))

    def approve(self, actor: Actor, suggestion_id: SuggestionId, final_text: str | None = None) -> Decided:
        """Approve, with the moderator's own wording where given; a diversity update goes into the review at once.

        Where the review is the shared library's, the server gets its own copy with the update: no Discord user
        changes the library. Raises NotFoundError, NotAllowedError, ConflictError when decided before.
        """
        with self._store.begin() as work:
            server_id = moderated_server(work, actor)
            work.lock()
            decision = Decision(SuggestionState.APPROVED, actor.signature, self._clock.now(), final_text=final_text)
            suggestion = _existing(work.suggestions, suggestion_id, server_id).decide(decision)
            work.suggestions.save_decision(suggestion)
            changed = False
            if suggestion.kind is SuggestionKind.DIVERSITY:
                stored = work.reviews.of_movie(suggestion.movie_id, server_id)
                if stored is None:
                    raise NotFoundError("The review was removed meanwhile; bring it back first.")
                by = Authorship(actor.signature, self._clock.now(), f"diversity update, suggestion {suggestion_id}")
                changed = work.reviews.save(with_diversity(stored.review, suggestion), by, server_id).changed
            name = movie_name(work, suggestion.movie_id, server_id)
            _note(work, actor, server_id, self._clock, "suggestion approved", name)
            work.commit()
        return Decided(suggestion, name, changed)

    def decline(self, actor: Actor, suggestion_id: SuggestionId, reason: str) -> Decided:
        """Decline with a reason for the member; raises NotFoundError, NotAllowedError, ConflictError."""
        with self._store.begin() as work:
            server_id = moderated_server(work, actor)
            work.lock()
            decision = Decision(SuggestionState.DECLINED, actor.signature, self._clock.now(), reason=reason)
            suggestion = _existing(work.suggestions, suggestion_id, server_id).decide(decision)
            work.suggestions.save_decision(suggestion)
            name = movie_name(work, suggestion.movie_id, server_id)
            _note(work, actor, server_id, self._clock, "suggestion declined", name)
            work.commit()
        return Decided(suggestion, name, review_changed=False)

    def withdraw(self, actor: Actor, suggestion_id: SuggestionId) -> Suggestion:
        """Let its author take a pending suggestion back; raises NotFoundError, ConflictError."""
        if actor.user_id is None or actor.server_id is None:
            raise NotFoundError("That suggestion is not here.")
        with self._store.begin() as work:
            work.lock()
            suggestion = _existing(work.suggestions, suggestion_id, actor.server_id)
            if suggestion.author_id != actor.user_id:
                raise NotAllowedError("Only who made a suggestion can take it back.")
            decision = Decision(SuggestionState.WITHDRAWN, actor.signature, self._clock.now())
            suggestion = suggestion.decide(decision)
            work.suggestions.save_decision(suggestion)
            work.commit()
        return suggestion

    def _admit(self, work: UnitOfWork, actor: Actor, movie_id: MovieId) -> tuple[ServerId, DiscordUserId]:
        if actor.user_id is None or actor.server_id is None:
            raise NotFoundError("Suggestions go to a server's moderators; use this command in a server.")
        if work.blocks.is_blocked(actor.server_id, actor.user_id):
            raise NotAllowedError("The moderators of this server have switched suggestions off for you.")
        since = self._clock.now() - timedelta(days=1)
        if work.suggestions.count(actor.server_id, actor.user_id, since) >= MOST_SUGGESTIONS_A_DAY:
            raise RefusedError("Thank you. That is as many suggestions as fit in a day; please come back tomorrow.")
        if work.suggestions.count_pending(actor.server_id) >= MOST_PENDING:
            raise RefusedError("The moderators here have their hands full; please come back in a few days.")
        if work.reviews.of_movie(movie_id, actor.server_id) is None:
            raise NotFoundError("There is no review of that movie here yet, so there is nothing to update.")
        return actor.server_id, actor.user_id


def with_diversity(review: Review, suggestion: Suggestion) -> Review:
    """Add an approved diversity update to the review's Diverse Representations, with credit where wanted.

    Raises RefusedError when the section would get too long.
    """
    assert suggestion.decision is not None
    labels = _listed([_LABELS[key] for key in suggestion.representations])
    words = suggestion.decision.final_text or suggestion.text
    where = f" ({suggestion.where})" if suggestion.where else ""
    credit = credit_words(suggestion.credit_name) if suggestion.credit_name else ""
    paragraph = f"{labels}: {words}{where}{credit}"
    diversity = paragraph if review.diversity is None else f"{review.diversity}\n\n{paragraph}"
    if len(diversity) > LONGEST_SECTION:
        raise RefusedError("Diverse Representations would get too long; shorten the section in the review first.")
    return replace(review, diversity=diversity, last_updated=suggestion.decision.decided_at.date())


def _listed(labels: Sequence[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"


def _existing(suggestions: SuggestionRepository, suggestion_id: SuggestionId, server_id: ServerId) -> Suggestion:
    suggestion = suggestions.get(suggestion_id, server_id)
    if suggestion is None:
        raise NotFoundError("That suggestion is not here any more.")
    return suggestion


def _note(work: UnitOfWork, actor: Actor, server_id: ServerId, clock: Clock, action: str, detail: str) -> None:
    work.audit.note(AuditEntry(server_id, clock.now(), actor.signature, action, detail))
