"""What the Discord face needs from the rest: the guide's use cases and a few values. It reads no settings itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from bot.application.bulk import Bulk
from bot.application.community_reviews import CommunityReviews
from bot.application.drafting import Drafting
from bot.application.guide import Question, Speaker
from bot.application.previewing import Previewing
from bot.application.privacy import Privacy
from bot.application.server_care import ServerCare
from bot.application.shelves import Shelves
from bot.application.suggesting import Suggesting
from bot.domain.movie import MovieId
from bot.saying.reply import Action, MovieRef, Reply

MOST_SUGGESTIONS = 25
"""Discord's limit of autocomplete choices and of options in one select."""


class Guide(Protocol):
    """The use cases. Synchronous and thread-safe: called in a worker thread, never on the event loop."""

    def ask(self, question: Question) -> Reply:
        """Answer one message."""

    def choose(self, movie_id: MovieId, speaker: Speaker) -> Reply:
        """Answer for the movie picked, for the children that this speaker asked about last."""

    def section(self, movie_id: MovieId, action: Action, speaker: Speaker) -> Reply:
        """Show one section of the movie's review."""

    def suggest_titles(self, typed: str, speaker: Speaker, limit: int = MOST_SUGGESTIONS) -> list[MovieRef]:
        """Offer movies whose title begins like, or is near, what was typed."""

    def suggest_reviewed(self, typed: str, speaker: Speaker, limit: int = MOST_SUGGESTIONS) -> list[MovieRef]:
        """Offer movies that have a review here."""

    def tidy(self) -> None:
        """Forget the conversations that are over."""


@dataclass(frozen=True, slots=True)
class UseCases:
    """Everything that can be done, as the face is handed it."""

    guide: Guide
    drafting: Drafting
    suggesting: Suggesting
    community: CommunityReviews
    care: ServerCare
    privacy: Privacy
    shelves: Shelves
    bulk: Bulk
    previewing: Previewing


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    """The values that running on Discord takes."""

    token: str = field(repr=False)
    message_content: bool = True
    """Ask for the privileged message-content intent; guide channels need it, nothing else does."""
    operator_ids: frozenset[int] = frozenset()
    """Discord users who act as the operator."""
    shard_count: int | None = None
    """How many gateway connections to hold; None: as many as Discord advises."""
    tends_servers: bool = True
    """Whether to notice servers that were left and send digests; False where Discord is simulated over a real store,
    whose servers would all seem left."""
