"""What members can do under a review: read and write community reviews, say what it misses on diversity.

Answers carry these buttons, so this module draws and passes on; bot.discord_app.members answers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.discord_app import member_labels
from bot.domain.movie import MovieId

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot


class CommunityButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"guide:community:(?P<movie>\d{1,18}):(?P<page>\d{1,4})(?P<turn>:turn)?",
):
    """*Community reviews* under an answer, and the turning of their pages."""

    def __init__(self, movie_id: MovieId, page: int = 0, label: str | None = None) -> None:
        """`label`: of a button that turns the page; None: the one under an answer."""
        self.movie_id = movie_id
        self.page = page
        self.turns = label is not None
        super().__init__(
            discord.ui.Button(
                label=label or member_labels.COMMUNITY_REVIEWS,
                emoji=None if self.turns else "👪",
                style=discord.ButtonStyle.secondary,
                custom_id=f"guide:community:{movie_id}:{page}{':turn' if self.turns else ''}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        label = member_labels.LATER if match["turn"] else None
        return cls(MovieId(int(match["movie"])), int(match["page"]), label)

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Show the page."""
        await interaction.client.members.community_reviews(interaction, self.movie_id, self.page, in_place=self.turns)


class MissedDiversityButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"guide:missed:(?P<movie>\d{1,18})",
):
    """*Did we miss something on diversity?* under a review."""

    def __init__(self, movie_id: MovieId) -> None:
        self.movie_id = movie_id
        super().__init__(
            discord.ui.Button(
                label=member_labels.MISSED_DIVERSITY,
                emoji="🌍",
                style=discord.ButtonStyle.secondary,
                custom_id=f"guide:missed:{movie_id}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        return cls(MovieId(int(match["movie"])))

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Open the form."""
        await interaction.client.members.missed_diversity(interaction, self.movie_id)
