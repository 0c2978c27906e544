"""Lists of suggestions, a page at a time: a member's own, and the server's for its moderators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.discord_app import member_labels
from bot.discord_app.responding import handling, panel
from bot.discord_app.views import suggestion_text
from bot.discord_app.views.handed_back import one_of
from bot.discord_app.views.private_answer import show, worked_out
from bot.discord_app.views.suggestion_card import card, redraw
from bot.domain.actor import Actor
from bot.domain.errors import ConflictError
from bot.domain.movie import MovieId
from bot.domain.suggestion import Suggestion, SuggestionId, SuggestionState

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

PAGE_SIZE = 5
"""Suggestions on one page: each with its button, and on a phone still within two screens."""
LONGEST_WORDS = 40
"""Characters searched for; they ride in the controls, where 100 characters is all there is."""
MINE = "mine"
ANY_STATE = "all"


async def open_list(
    interaction: discord.Interaction[GuideBot],
    actor: Actor,
    which: str,
    offset: int = 0,
    words: str = "",
    *,
    in_place: bool = False,
) -> None:
    """Show a page of a list. `which`: MINE, ANY_STATE or a state's value. Raises NotAllowedError."""
    suggesting = interaction.client.desk.use_cases.suggesting

    def page() -> tuple[list[Suggestion], dict[MovieId, str]]:
        if which == MINE:
            found = suggesting.mine(actor, PAGE_SIZE + 1, offset)
        else:
            state = None if which == ANY_STATE else one_of(SuggestionState, which)
            found = suggesting.find(actor, state=state, words=words or None, limit=PAGE_SIZE + 1, offset=offset)
        return found, suggesting.names(found)

    found, names = await worked_out(interaction, page, in_place=in_place)
    view = _list_view(found, names, which, offset, words)
    await show(interaction, view, in_place=in_place)


def _list_view(
    found: Sequence[Suggestion], names: dict[MovieId, str], which: str, offset: int, words: str
) -> discord.ui.LayoutView:
    if not found and not offset:
        waiting = which == SuggestionState.PENDING.value and not words
        if which == MINE:
            return panel(member_labels.NONE_OF_YOURS)
        return panel(member_labels.NONE_WAITING if waiting else member_labels.NO_SUGGESTIONS)
    parts: list[discord.ui.Item[Any]] = []
    for suggestion in found[:PAGE_SIZE]:
        assert suggestion.suggestion_id is not None
        text: discord.ui.TextDisplay[Any] = discord.ui.TextDisplay(
            suggestion_text.in_list(suggestion, names[suggestion.movie_id])
        )
        if which != MINE:
            parts.append(discord.ui.Section(text, accessory=OneSuggestionButton("look", suggestion.suggestion_id)))
        elif suggestion.state is SuggestionState.PENDING:
            withdraw = OneSuggestionButton("withdraw", suggestion.suggestion_id)
            parts.append(discord.ui.Section(text, accessory=withdraw))
        else:
            parts.append(text)
        parts.append(discord.ui.Separator())
    if parts:
        parts.pop()
    turns: list[discord.ui.Item[Any]] = []
    if offset:
        turns.append(TurnPageButton(which, max(0, offset - PAGE_SIZE), words, member_labels.EARLIER))
    if len(found) > PAGE_SIZE:
        turns.append(TurnPageButton(which, offset + PAGE_SIZE, words, member_labels.LATER))
    if turns:
        parts.append(discord.ui.ActionRow(*turns))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.Container(*(parts or [discord.ui.TextDisplay(member_labels.NO_SUGGESTIONS)])))
    return view


class TurnPageButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"guide:suggestions:(?P<which>[a-z]+):(?P<offset>\d{1,6}):(?P<words>(?s:.*))",
):
    """Another page of the same list."""

    def __init__(self, which: str, offset: int, words: str, label: str) -> None:
        self.which = which
        self.offset = offset
        self.words = words
        super().__init__(
            discord.ui.Button(
                label=label,
                style=discord.ButtonStyle.secondary,
                custom_id=f"guide:suggestions:{which}:{offset}:{words}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        label = item.label if isinstance(item, discord.ui.Button) else None
        return cls(match["which"], int(match["offset"]), match["words"], label or member_labels.LATER)

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Turn the page."""
        async with handling(interaction, "suggestions page") as actor:
            await open_list(interaction, actor, self.which, self.offset, self.words, in_place=True)


class OneSuggestionButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"guide:suggestion:(?P<action>look|withdraw):(?P<id>\d{1,18})",
):
    """*Look* in the moderators' list, *Take it back* in one's own."""

    def __init__(self, action: str, suggestion_id: SuggestionId) -> None:
        self.action = action
        self.suggestion_id = suggestion_id
        super().__init__(
            discord.ui.Button(
                label=member_labels.LOOK if action == "look" else member_labels.WITHDRAW,
                style=discord.ButtonStyle.secondary,
                custom_id=f"guide:suggestion:{action}:{suggestion_id}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        return cls(match["action"], SuggestionId(int(match["id"])))

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Show the card, or take the suggestion back."""
        async with handling(interaction, f"suggestion {self.action}") as actor:
            suggesting = interaction.client.desk.use_cases.suggesting
            if self.action == "withdraw":
                await self._withdraw(interaction, actor)
                return
            suggestion = await worked_out(interaction, lambda: suggesting.get(actor, self.suggestion_id))
            names = await worked_out(interaction, lambda: suggesting.names((suggestion,)))
            await show(interaction, card(suggestion, names[suggestion.movie_id]))

    async def _withdraw(self, interaction: discord.Interaction[GuideBot], actor: Actor) -> None:
        suggesting = interaction.client.desk.use_cases.suggesting
        try:
            taken_back = await worked_out(
                interaction, lambda: suggesting.withdraw(actor, self.suggestion_id), in_place=True
            )
        except ConflictError:
            # A moderator was first; the list as it now stands says who and how.
            await open_list(interaction, actor, MINE, in_place=True)
            return
        names = await worked_out(interaction, lambda: suggesting.names((taken_back,)), in_place=True)
        await open_list(interaction, actor, MINE, in_place=True)
        await redraw(interaction, taken_back, names[taken_back.movie_id])
