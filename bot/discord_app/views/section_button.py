"""The buttons under an answer: *Talk about it*, *What's in it*, *The story*, *Is it any good?*.

In a server the section is shown to the presser alone: a channel stays calm, and nobody sees which parent reads on
about what. In a direct message it is an ordinary message, because an ephemeral one is gone after a reload and the
questions to talk about are wanted again at dinner.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.discord_app.labels import ACTION_LABELS
from bot.domain.movie import MovieId
from bot.saying.reply import Action

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot


class SectionButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=rf"guide:section:(?P<action>{'|'.join(action.value for action in ACTION_LABELS)}):(?P<movie>\d{{1,18}})",
):
    """Shows one section of the movie whose id it carries."""

    def __init__(self, action: Action, movie_id: MovieId) -> None:
        self.action = action
        self.movie_id = movie_id
        emoji, label = ACTION_LABELS[action]
        super().__init__(
            discord.ui.Button(
                label=label,
                emoji=emoji,
                style=discord.ButtonStyle.secondary,
                custom_id=f"guide:section:{action.value}:{movie_id}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        return cls(Action(match["action"]), MovieId(int(match["movie"])))

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Show the section."""
        desk = interaction.client.desk
        await desk.answer(
            interaction,
            f"button {self.action.value}",
            lambda speaker: desk.guide.section(self.movie_id, self.action, speaker),
        )
