"""What the moderators of one Discord server have set. Every field has a default that needs no setting up."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.errors import InvalidReviewError
from bot.domain.suitability import AGE_BY_RATING, DEFAULT_SYSTEM

MOST_GUIDE_CHANNELS = 50


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """One server's settings."""

    guide_channel_ids: frozenset[int] = frozenset()
    """Discord's numbers of the channels where the guide answers without being addressed."""
    moderator_role_ids: frozenset[int] = frozenset()
    """Roles whose holders are moderators, besides those who may manage the server."""
    rating_systems: tuple[str, ...] = (DEFAULT_SYSTEM,)
    """Official rating boards in the order in which they are shown and relied on."""

    def __post_init__(self) -> None:
        """Refuse boards we do not know and too many channels; raises InvalidReviewError."""
        unknown = [system for system in self.rating_systems if system not in AGE_BY_RATING]
        if unknown:
            raise InvalidReviewError(
                f"{unknown[0][:20]!r} is no rating board we know; known are {', '.join(AGE_BY_RATING)}", field="rating_systems"
            )
        if len(self.guide_channel_ids) > MOST_GUIDE_CHANNELS:
            raise InvalidReviewError(f"at most {MOST_GUIDE_CHANNELS} guide channels fit", field="guide_channel_ids")


DEFAULT_SERVER_SETTINGS = ServerSettings()
