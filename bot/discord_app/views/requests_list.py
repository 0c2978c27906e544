"""What a server's families asked for in vain: the list, the text of one line, and the selects below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.discord_app import server_labels
from bot.discord_app.markdown import plain_line
from bot.discord_app.ports import MOST_SUGGESTIONS
from bot.discord_app.responding import handling, panel, require_own_server
from bot.discord_app.views.handed_back import as_number, only
from bot.discord_app.views.movie_choice import LONGEST_OPTION_LABEL, cut
from bot.discord_app.views.private_answer import show, worked_out
from bot.domain.actor import Actor
from bot.domain.demand import WantedMovie
from bot.domain.draft import Draft
from bot.domain.movie import Movie, MovieId

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

WRITE = "write"
DISMISS = "dismiss"
_LABELS = {WRITE: server_labels.WRITE_REVIEW, DISMISS: server_labels.DISMISS}


async def open_requests(interaction: discord.Interaction[GuideBot], actor: Actor, *, in_place: bool = False) -> None:
    """Show the list; raises NotAllowedError."""
    care = interaction.client.desk.use_cases.care
    wanted = await worked_out(interaction, lambda: care.wanted(actor, MOST_SUGGESTIONS), in_place=in_place)
    await show(interaction, requests_view(wanted), in_place=in_place)


def requests_view(wanted: Sequence[WantedMovie]) -> discord.ui.LayoutView:
    """Draw the list with *Write this review* and *Dismiss*."""
    if not wanted:
        return panel(server_labels.REQUESTS_EMPTY)
    return panel(
        f"### 🎬 {server_labels.REQUESTS_TITLE}",
        requests_text(wanted),
        f"-# {server_labels.REQUESTS_FOOT}",
        rows=[discord.ui.ActionRow(RequestSelect(what, wanted)) for what in (WRITE, DISMISS)],
    )


def requests_text(wanted: Sequence[WantedMovie]) -> str:
    """One line for each movie."""
    return "\n".join(f"{number}. **{plain_line(one.name)}** {_how(one)}" for number, one in enumerate(wanted, 1))


def counts(wanted: WantedMovie) -> str:
    """How often it was asked and wished for: "asked 4 times, 2 wishes"."""
    parts = []
    if wanted.asked:
        parts.append(server_labels.counted(server_labels.ASKED, wanted.asked))
    if wanted.votes:
        parts.append(server_labels.counted(server_labels.WISHED, wanted.votes))
    return ", ".join(parts)


def _how(wanted: WantedMovie) -> str:
    said = [counts(wanted), server_labels.LAST_ASKED.format(day=f"{wanted.last_asked:%d %b}")]
    if wanted.movie_id is None:
        said.append(server_labels.NOT_IN_CATALOGUE)
    return ", ".join(one for one in said if one)


def _value(wanted: WantedMovie) -> str:
    return f"t{wanted.title}" if wanted.movie_id is None else f"m{wanted.movie_id}"


class RequestSelect(
    discord.ui.DynamicItem[discord.ui.Select[discord.ui.LayoutView]],
    template=rf"guide:request:(?P<what>{WRITE}|{DISMISS})",
):
    """Begins the review of a wanted movie, or takes the movie off the list."""

    def __init__(self, what: str, wanted: Sequence[WantedMovie] = ()) -> None:
        self.what = what
        options = [
            discord.SelectOption(
                label=cut(one.name, LONGEST_OPTION_LABEL), value=_value(one), description=counts(one) or None
            )
            for one in wanted[:MOST_SUGGESTIONS]
        ]
        super().__init__(
            discord.ui.Select(custom_id=f"guide:request:{what}", placeholder=_LABELS[what], options=options)
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the select again; what was picked comes with the interaction."""
        return cls(match["what"])

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Begin a draft, or dismiss."""
        async with handling(interaction, f"request {self.what}") as actor:
            value = only(self.item.values)
            require_own_server(interaction)
            if self.what == WRITE:
                await _write(interaction, value)
            else:
                await _dismiss(interaction, actor, value)


async def _write(interaction: discord.Interaction[GuideBot], value: str) -> None:
    drafting = interaction.client.desk.use_cases.drafting

    def start(actor: Actor) -> Draft:
        if value.startswith("m"):
            return drafting.begin_for(actor, MovieId(as_number(value[1:])))
        return drafting.begin(actor, Movie(value[1:]))

    await interaction.client.review_desk.begin(interaction, start)


async def _dismiss(interaction: discord.Interaction[GuideBot], actor: Actor, value: str) -> None:
    care = interaction.client.desk.use_cases.care

    def dismiss() -> None:
        # Gone already is as good: the list is drawn again either way.
        for one in care.wanted(actor, MOST_SUGGESTIONS * 2):
            if _value(one) == value:
                care.dismiss_wanted(actor, one.title, one.movie_id)

    await worked_out(interaction, dismiss, in_place=True)
    await open_requests(interaction, actor, in_place=True)
