"""The moderators' card of a suggestion: *Approve*, *Edit and approve*, *Decline with a reason*; decided once.

Each press is checked by the use case with the presser's rights of that moment. Who comes second is told who was
first, and the card they pressed is redrawn without its buttons.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Self

import discord
import structlog

from bot.application.suggesting import Decided
from bot.discord_app import member_labels
from bot.discord_app.boundary import NOT_DELIVERED
from bot.discord_app.markdown import plain, plain_line
from bot.discord_app.moderators_channel import refresh_card
from bot.discord_app.responding import handling, panel, typed
from bot.discord_app.sending import show_form
from bot.discord_app.views import draft_panel, suggestion_text
from bot.discord_app.views.lasting_modal import KEPT_SECONDS, LastingModal, Submitted, Values
from bot.discord_app.views.private_answer import show, worked_out
from bot.domain.actor import Actor
from bot.domain.error_text import in_short
from bot.domain.errors import ConflictError
from bot.domain.suggestion import (
    LONGEST_DECISION_REASON,
    LONGEST_SUGGESTION,
    Suggestion,
    SuggestionId,
    SuggestionKind,
    SuggestionState,
)

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

log = structlog.get_logger(__name__)

STATE_COLOURS: dict[SuggestionState, int] = {
    SuggestionState.PENDING: 0xE8A33D,
    SuggestionState.APPROVED: 0x3BA55D,
    SuggestionState.DECLINED: 0x8E9297,
    SuggestionState.WITHDRAWN: 0x8E9297,
}
_Decide = Callable[[], Decided]


def card(suggestion: Suggestion, movie_name: str) -> discord.ui.LayoutView:
    """The card: with buttons while it waits, with who decided afterwards."""
    assert suggestion.suggestion_id is not None
    parts = [
        suggestion_text.heading(suggestion, movie_name),
        suggestion_text.whole(suggestion),
        suggestion_text.origin(suggestion),
    ]
    rows: list[discord.ui.Item[Any]] = []
    if suggestion.state is SuggestionState.PENDING:
        buttons = (DecisionButton(action, suggestion.suggestion_id) for action in ("approve", "edit", "decline"))
        rows.append(discord.ui.ActionRow(*buttons))
    else:
        parts.append(suggestion_text.state(suggestion))
    return panel(*parts, accent=STATE_COLOURS[suggestion.state], rows=rows)


class DecisionButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"guide:suggestion:(?P<action>approve|edit|decline):(?P<id>\d{1,18})",
):
    """One of the three buttons of a card."""

    _LOOK: ClassVar = {
        "approve": (member_labels.APPROVE, discord.ButtonStyle.success),
        "edit": (member_labels.EDIT_AND_APPROVE, discord.ButtonStyle.secondary),
        "decline": (member_labels.DECLINE, discord.ButtonStyle.danger),
    }

    def __init__(self, action: str, suggestion_id: SuggestionId) -> None:
        self.action = action
        self.suggestion_id = suggestion_id
        label, style = self._LOOK[action]
        custom_id = f"guide:suggestion:{action}:{suggestion_id}"
        super().__init__(discord.ui.Button(label=label, style=style, custom_id=custom_id))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        return cls(match["action"], SuggestionId(int(match["id"])))

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Approve, or ask for the words first."""
        async with handling(interaction, f"suggestion {self.action}") as actor:
            suggesting = interaction.client.desk.use_cases.suggesting
            if self.action == "approve":
                await _decide(
                    interaction, actor, self.suggestion_id, lambda: suggesting.approve(actor, self.suggestion_id)
                )
                return
            suggestion = await asyncio.to_thread(suggesting.get, actor, self.suggestion_id)
            if suggestion.state is not SuggestionState.PENDING:
                await _say_who_decided(interaction, suggestion)
            elif self.action == "edit":
                await show_form(interaction, _edit_form(suggestion))
            else:
                await show_form(interaction, _decline_form(suggestion))


def _edit_form(suggestion: Suggestion) -> discord.ui.Modal:
    """The member's text, for the moderator to put into the review's words."""
    diversity = suggestion.kind is SuggestionKind.DIVERSITY
    return _form(
        "edit",
        suggestion.suggestion_id,
        member_labels.EDIT_FORM_TITLE,
        member_labels.FINAL_TEXT if diversity else member_labels.FINAL_CORRECTION,
        LONGEST_SUGGESTION,
        suggestion.text,
    )


def _decline_form(suggestion: Suggestion) -> discord.ui.Modal:
    """Why not, in a sentence for the member."""
    return _form(
        "decline",
        suggestion.suggestion_id,
        member_labels.DECLINE_FORM_TITLE,
        member_labels.REASON,
        LONGEST_DECISION_REASON,
    )


def _form(
    action: str, suggestion_id: SuggestionId | None, title: str, label: str, longest: int, default: str | None = None
) -> discord.ui.Modal:
    form = discord.ui.Modal(title=title, custom_id=f"guide:form:{action}:{suggestion_id}", timeout=KEPT_SECONDS)
    box: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id="text", style=discord.TextStyle.paragraph, default=default, max_length=longest
    )
    form.add_item(discord.ui.Label(text=label, component=box))
    return form


async def _submitted(interaction: Submitted, match: re.Match[str], values: Values) -> None:
    """Approve in these words, or decline for this reason."""
    async with handling(interaction, f"suggestion {match['action']} form") as actor:
        suggesting = interaction.client.desk.use_cases.suggesting
        suggestion_id, words = SuggestionId(int(match["id"])), typed(values.get("text", ""))
        decide = suggesting.approve if match["action"] == "edit" else suggesting.decline
        await _decide(interaction, actor, suggestion_id, lambda: decide(actor, suggestion_id, words))


DECISION_MODALS: tuple[LastingModal, ...] = (
    (re.compile(r"guide:form:(?P<action>edit|decline):(?P<id>\d{1,18})"), _submitted),
)


async def _decide(
    interaction: discord.Interaction[GuideBot], actor: Actor, suggestion_id: SuggestionId, decide: _Decide
) -> None:
    suggesting = interaction.client.desk.use_cases.suggesting
    try:
        decided = await worked_out(interaction, decide, in_place=True)
    except ConflictError:
        suggestion = await worked_out(interaction, lambda: suggesting.get(actor, suggestion_id), in_place=True)
        if suggestion.state is SuggestionState.PENDING:
            raise  # the review changed under the approval, not the suggestion
        await _say_who_decided(interaction, suggestion)
        return
    await show(interaction, card(decided.suggestion, decided.movie_name), in_place=True)
    told = await _tell_author(interaction, decided)
    await show(interaction, _outcome(decided, told=told))
    await redraw(interaction, decided.suggestion, decided.movie_name)


async def _say_who_decided(interaction: discord.Interaction[GuideBot], suggestion: Suggestion) -> None:
    suggesting = interaction.client.desk.use_cases.suggesting
    names = await worked_out(interaction, lambda: suggesting.names((suggestion,)), in_place=True)
    await show(interaction, card(suggestion, names[suggestion.movie_id]), in_place=True)
    await show(interaction, panel(suggestion_text.state(suggestion)))


async def redraw(interaction: discord.Interaction[GuideBot], suggestion: Suggestion, movie_name: str) -> None:
    """Take the buttons off the suggestion's card in the moderators' channel, if it stands elsewhere."""
    await refresh_card(
        interaction.client,
        suggestion.server_id,
        f"guide:suggestion:approve:{suggestion.suggestion_id}",
        card(suggestion, movie_name),
        but_not=interaction.message.id if interaction.message else None,
    )


def _outcome(decided: Decided, *, told: bool) -> discord.ui.LayoutView:
    rows: list[discord.ui.Item[Any]] = []
    suggestion = decided.suggestion
    if suggestion.state is SuggestionState.DECLINED:
        said = member_labels.DECLINED
    elif suggestion.kind is SuggestionKind.CORRECTION:
        assert suggestion.suggestion_id is not None
        said = member_labels.APPROVED_BY_HAND
        rows.append(discord.ui.ActionRow(OpenDraftButton(suggestion.suggestion_id)))
    else:
        said = member_labels.APPROVED_AND_DONE if decided.review_changed else member_labels.APPROVED_NOTHING_NEW
    return panel(f"{said} {member_labels.TOLD}" if told else said, rows=rows)


async def _tell_author(interaction: discord.Interaction[GuideBot], decided: Decided) -> bool:
    """Tell the author by a direct message, if they agreed. Closed direct messages are their good right."""
    suggestion = decided.suggestion
    if not suggestion.tell_by_dm or suggestion.author_id is None or suggestion.decision is None:
        return False
    approved = suggestion.state is SuggestionState.APPROVED
    sentence = (member_labels.DM_APPROVED if approved else member_labels.DM_DECLINED).format(
        movie=plain_line(decided.movie_name),
        server=plain_line(interaction.guild.name) if interaction.guild else "a server",
        reason=plain(suggestion.decision.reason or ""),
    )
    try:
        user = await interaction.client.fetch_user(suggestion.author_id)
        await user.send(sentence)
    except NOT_DELIVERED as error:
        log.info("author not told", server_id=suggestion.server_id, error=in_short(error))
        return False
    return True


class OpenDraftButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"guide:suggestion:draft:(?P<id>\d{1,18})",
):
    """*Change the review now*, after a correction was accepted."""

    def __init__(self, suggestion_id: SuggestionId) -> None:
        self.suggestion_id = suggestion_id
        super().__init__(
            discord.ui.Button(
                label=member_labels.OPEN_DRAFT,
                emoji="✏️",
                style=discord.ButtonStyle.primary,
                custom_id=f"guide:suggestion:draft:{suggestion_id}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        return cls(SuggestionId(int(match["id"])))

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Open the draft."""
        async with handling(interaction, "correction draft") as actor:
            use_cases = interaction.client.desk.use_cases
            suggestion = await worked_out(interaction, lambda: use_cases.suggesting.get(actor, self.suggestion_id))
            draft = await worked_out(
                interaction, lambda: use_cases.drafting.open_for_changes(actor, suggestion.movie_id)
            )
            await show(interaction, draft_panel.panel(draft))
