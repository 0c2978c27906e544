"""All use cases over one store, and the people who act in the tests."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.application.community_reviews import CommunityReviews
from bot.application.dialogues import Dialogues
from bot.application.drafting import Drafting
from bot.application.guide import Guide
from bot.application.privacy import Privacy
from bot.application.server_care import ServerCare
from bot.application.suggesting import Suggesting
from bot.application.titles import Titles
from bot.domain.actor import Actor, DiscordUserId
from bot.domain.movie import ServerId
from bot.domain.review import Review, StoredReview
from bot.store.sql_store import SqlStore
from tests.store.examples import ANNA, BERT, CARA, DORA, NOON, OURS, THEIRS, by

ROLE = 77
"""The role whose holders are moderators where a test sets it."""

OPERATOR = Actor(None, is_operator=True)
OWNER = Actor(ANNA, OURS, manages_server=True)
BY_ROLE = Actor(BERT, OURS, role_ids=frozenset({ROLE}))
MEMBER = Actor(CARA, OURS)
OTHER_MEMBER = Actor(DORA, OURS)
BLOCKED = Actor(DiscordUserId(905), OURS)
STRANGER = Actor(DiscordUserId(906))
"""Somebody in a direct message."""
THEIR_OWNER = Actor(DiscordUserId(907), THEIRS, manages_server=True)
OPERATOR_THERE = Actor(DiscordUserId(908), OURS, is_operator=True)


class SetClock:
    """A clock that stands until the test moves it."""

    def __init__(self) -> None:
        self.moment = NOON

    def now(self) -> datetime:
        return self.moment

    def pass_by(self, **span: float) -> None:
        self.moment += timedelta(**span)


class House:
    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.clock = SetClock()
        self.drafting = Drafting(store, self.clock)
        self.suggesting = Suggesting(store, self.clock)
        self.community = CommunityReviews(store, self.clock)
        self.care = ServerCare(store, self.clock)
        self.privacy = Privacy(store)
        self.guide = Guide(store, Titles(), Dialogues(self.clock), self.clock)

    def publish(self, review: Review, server_id: ServerId | None = None) -> StoredReview:
        with self.store.begin() as work:
            stored = work.reviews.save(review, by(), server_id).stored
            work.commit()
        return stored

    def shown(self, stored: StoredReview, server_id: ServerId | None = OURS) -> StoredReview | None:
        """What this server now shows for that review's movie."""
        with self.store.begin() as work:
            return work.reviews.of_movie(stored.movie_id, server_id)

    def audited(self) -> list[tuple[str, str, str | None]]:
        """The audit of our server, oldest first: who, what, to what."""
        return [(entry.author, entry.action, entry.detail) for entry in self.care.audit(OWNER, limit=100)[::-1]]
