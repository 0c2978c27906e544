"""What the moderators of one Discord server have set. Every field has a default that needs no setting up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.errors import InvalidReviewError
from bot.domain.rating_boards import AGE_BY_RATING

MOST_GUIDE_CHANNELS = 25
MOST_MODERATOR_ROLES = 25
"""As many as one select on Discord takes."""


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """One server's settings."""

    guide_channel_ids: frozenset[int] = frozenset()
    """Discord's numbers of the channels where the guide answers without being addressed."""
    moderator_role_ids: frozenset[int] = frozenset()
    """Roles whose holders are moderators, besides those who may manage the server."""
    moderators_channel_id: int | None = None
    """Where cards for the moderators go; None: nowhere, they look with commands."""
    rating_systems: tuple[str, ...] = ()
    """Official rating boards in the order in which they are shown and relied on; empty: those that the guide is run
    with."""
    movie_languages: tuple[str, ...] = ()
    """ISO 639 two-letter codes of the languages movies have to be in to be recommended; empty: any."""
    strict: bool = False
    """True: what a member writes is shown to others only after a moderator let it."""
    show_spoilers: bool = False
    """True: what gives away the story is shown openly instead of behind a spoiler mark."""
    weekly_digest: bool = False
    """True: once a week the moderators' channel gets what was asked and what is wanted."""
    digest_sent_week: str | None = None
    """The ISO week of the last digest, "2026-W07"; None: there was none yet. Kept by the guide, not set by anybody."""

    def __post_init__(self) -> None:
        """Refuse boards and languages we do not know and endless lists; raises InvalidReviewError."""
        unknown = [system for system in self.rating_systems if system not in AGE_BY_RATING]
        if unknown:
            raise InvalidReviewError(
                f"{unknown[0][:20]!r} is no rating board we know; known are {', '.join(AGE_BY_RATING)}",
                field="rating_systems",
            )
        if not all(re.fullmatch(r"[a-z]{2}", code) for code in self.movie_languages):
            raise InvalidReviewError("write languages as two-letter codes: en, es, ja", field="movie_languages")
        if len(self.guide_channel_ids) > MOST_GUIDE_CHANNELS:
            raise InvalidReviewError(f"at most {MOST_GUIDE_CHANNELS} guide channels fit", field="guide_channel_ids")
        if len(self.moderator_role_ids) > MOST_MODERATOR_ROLES:
            raise InvalidReviewError(f"at most {MOST_MODERATOR_ROLES} roles fit", field="moderator_role_ids")


DEFAULT_SERVER_SETTINGS = ServerSettings()
