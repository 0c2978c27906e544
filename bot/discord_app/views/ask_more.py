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
from bot.discord_app.sending import show_form
from bot.discord_app.views.lasting_modal import KEPT_SECONDS, LastingModal, Submitted, Values
from bot.domain.movie import MovieId

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

LONGEST_QUESTION = 1_000


def question_box(movie_id: MovieId | None) -> discord.ui.Modal:
    """The question box, about this movie or none."""
    box = discord.ui.Modal(
        title=labels.ASK_MORE_TITLE, custom_id=f"guide:form:ask:{movie_id or 0}", timeout=KEPT_SECONDS
    )
    question: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id="question",
        style=discord.TextStyle.short,
        placeholder=labels.ASK_MORE_EXAMPLE,
        max_length=LONGEST_QUESTION,
    )
    box.add_item(discord.ui.Label(text=labels.ASK_MORE_QUESTION, component=question))
    return box


async def _submitted(interaction: Submitted, match: re.Match[str], values: Values) -> None:
    """Answer what was typed, about the movie of the message the box was opened from."""
    desk = interaction.client.desk
    question, movie_id = values.get("question", ""), _movie(match)
    await desk.answer(interaction, "form", lambda speaker: desk.guide.ask(Question(question, speaker, about=movie_id)))


def _movie(match: re.Match[str]) -> MovieId | None:
    return MovieId(int(match["movie"])) or None


ASK_MORE_MODALS: tuple[LastingModal, ...] = ((re.compile(r"guide:form:ask:(?P<movie>\d{1,18})"), _submitted),)


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
        return cls(_movie(match))

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Open the box."""
        desk = interaction.client.desk
        async with desk.handling(interaction, "ask more"):
            await show_form(interaction, question_box(self.movie_id))
