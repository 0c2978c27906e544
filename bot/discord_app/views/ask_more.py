"""*Ask more*: a question box under answers that cannot be replied to.

Without the message-content intent Discord hides replies to a command's answer from the bot, and nobody can reply to
an ephemeral message at all; the box is how such a conversation goes on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.application.guide import Question
from bot.discord_app import labels
from bot.domain.movie import MovieId

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

LONGEST_QUESTION = 1_000
MODAL_TIMEOUT_SECONDS = 900


class AskMoreModal(discord.ui.Modal):
    """The question box."""

    def __init__(self, movie_id: MovieId | None) -> None:
        super().__init__(title=labels.ASK_MORE_TITLE, timeout=MODAL_TIMEOUT_SECONDS)
        self.movie_id = movie_id
        self.question: discord.ui.TextInput[AskMoreModal] = discord.ui.TextInput(
            style=discord.TextStyle.short, placeholder=labels.ASK_MORE_EXAMPLE, max_length=LONGEST_QUESTION
        )
        self.add_item(discord.ui.Label(text=labels.ASK_MORE_QUESTION, component=self.question))

    async def on_submit(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Answer what was typed, about the movie of the message the box was opened from."""
        desk = interaction.client.desk
        text = self.question.value
        await desk.answer(
            interaction,
            "modal",
            lambda speaker: desk.guide.ask(Question(text, speaker, about=self.movie_id)),
        )


class AskMoreButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"guide:more:(?P<movie>\d{1,18})",
):
    """Opens the question box; 0 in place of the movie's id: no movie is spoken of."""

    def __init__(self, movie_id: MovieId | None) -> None:
        self.movie_id = movie_id
        super().__init__(
            discord.ui.Button(
                label=labels.ASK_MORE,
                emoji="✏️",
                style=discord.ButtonStyle.secondary,
                custom_id=f"guide:more:{movie_id or 0}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        number = int(match["movie"])
        return cls(MovieId(number) if number else None)

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Open the box."""
        desk = interaction.client.desk
        async with desk.handling(interaction, "ask more"):
            await interaction.response.send_modal(AskMoreModal(self.movie_id))
