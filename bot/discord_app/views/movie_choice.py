"""Picking a movie: the buttons or the select of a "which one?" question, or of other movies offered.

When the one who asked picks, the question turns into the answer where it stands. Anybody else gets an answer of
their own, seen by them alone and for the children they themselves asked about, not the asker's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.discord_app.labels import CHOOSE_PLACEHOLDER
from bot.discord_app.views.handed_back import as_number, only
from bot.domain.movie import MovieId
from bot.saying.reply import MovieRef

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

ANYONE = 0
"""In place of the asker's id: picking opens a new answer, whoever picks."""
LONGEST_BUTTON_LABEL = 80
LONGEST_OPTION_LABEL = 100


def cut(text: str, longest: int) -> str:
    """Shorten a label to Discord's limit, with an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


async def _pick(interaction: discord.Interaction[GuideBot], movie_id: MovieId, asker_id: int) -> None:
    desk = interaction.client.desk
    await desk.answer(
        interaction,
        "choice",
        lambda speaker: desk.guide.choose(movie_id, speaker),
        in_place=interaction.user.id == asker_id,
    )


class MovieButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"guide:choose:(?P<movie>\d{1,18}):(?P<asker>\d{1,20})",
):
    """One movie of a few."""

    def __init__(self, movie: MovieRef, asker_id: int, with_detail: bool = False) -> None:
        """`with_detail`: its name alone would not tell it from another button's movie."""
        self.movie_id = movie.movie_id
        self.asker_id = asker_id
        label = f"{movie.name}, {movie.detail}" if with_detail and movie.detail else movie.name
        super().__init__(
            discord.ui.Button(
                label=cut(label, LONGEST_BUTTON_LABEL),
                style=discord.ButtonStyle.primary,
                custom_id=f"guide:choose:{movie.movie_id}:{asker_id}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        label = item.label if isinstance(item, discord.ui.Button) else None
        return cls(MovieRef(MovieId(int(match["movie"])), label or "?", None), int(match["asker"]))

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Answer for this movie."""
        await _pick(interaction, self.movie_id, self.asker_id)


class MovieSelect(
    discord.ui.DynamicItem[discord.ui.Select[discord.ui.LayoutView]],
    template=r"guide:choose-from:(?P<asker>\d{1,20})",
):
    """One movie of many; each option's value is the movie's id."""

    def __init__(self, movies: Sequence[MovieRef], asker_id: int) -> None:
        self.asker_id = asker_id
        super().__init__(
            discord.ui.Select(
                custom_id=f"guide:choose-from:{asker_id}",
                placeholder=CHOOSE_PLACEHOLDER,
                options=[
                    discord.SelectOption(
                        label=cut(movie.name, LONGEST_OPTION_LABEL),
                        value=str(movie.movie_id),
                        description=cut(movie.detail, LONGEST_OPTION_LABEL) if movie.detail else None,
                    )
                    for movie in movies
                ],
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the select again; what was picked comes with the interaction."""
        return cls((), int(match["asker"]))

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Answer for the movie picked."""
        async with interaction.client.desk.handling(interaction, "choice"):
            await _pick(interaction, MovieId(as_number(only(self.item.values))), self.asker_id)
