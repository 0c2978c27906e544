"""*I want this one too* under the reply that there is no review: a wish, counted without saying whose.

Answers carry this button, so this module draws and passes on; bot.discord_app.server_desk answers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.discord_app import server_labels
from bot.domain.movie import MovieId

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot


class WantButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"guide:want:(?:m(?P<movie>\d{1,18})|t(?P<title>.{1,85}))",
):
    """Carries the movie's id, or the title that nobody knows."""

    def __init__(self, movie_id: MovieId | None, title: str) -> None:
        self.movie_id = movie_id
        self.title = title
        key = f"t{title}" if movie_id is None else f"m{movie_id}"
        super().__init__(
            discord.ui.Button(
                label=server_labels.WANT,
                emoji="🙋",
                style=discord.ButtonStyle.secondary,
                custom_id=f"guide:want:{key}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        return cls(MovieId(int(match["movie"])) if match["movie"] else None, match["title"] or "")

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Count the wish."""
        await interaction.client.server_desk.wished(interaction, self.movie_id, self.title)
