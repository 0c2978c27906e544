"""The members' forms: a diversity update, a correction; shown back with *Send*, *Change* and *Cancel*."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

import discord

from bot.discord_app import member_labels
from bot.discord_app.desk import tell
from bot.discord_app.moderators_channel import post_card
from bot.discord_app.responding import handling, keeps_pace, panel, require_own_server, typed
from bot.discord_app.sending import show_form
from bot.discord_app.unsent import UNSENT_MINUTES
from bot.discord_app.views import suggestion_text
from bot.discord_app.views.lasting_modal import KEPT_SECONDS, LastingModal, Submitted, Values
from bot.discord_app.views.movie_choice import LONGEST_OPTION_LABEL, cut
from bot.discord_app.views.private_answer import show, worked_out
from bot.discord_app.views.suggestion_card import card
from bot.domain.actor import Actor
from bot.domain.movie import LONGEST_NAME, MovieId, ServerId
from bot.domain.suggestion import LONGEST_CREDIT, LONGEST_SUGGESTION, Suggestion, SuggestionKind
from bot.domain.vocabulary import REPRESENTATIONS

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

FORM_ID = "guide:form:{kind}:{movie_id}:{place}"
NEW, AGAIN = "new", "again"
"""Whether the form was opened afresh, or by *Change*: then it takes the place of what was shown back."""


def suggestion_form(
    kind: SuggestionKind, movie_id: MovieId, movie_name: str, before: Suggestion | None = None, key: str = ""
) -> discord.ui.Modal:
    """The form of this kind; `before`: what it is filled with, and the key under which that is held."""
    diversity = kind is SuggestionKind.DIVERSITY
    place = NEW if before is None else f"{AGAIN}:{key}"
    form = discord.ui.Modal(
        title=member_labels.DIVERSITY_FORM_TITLE if diversity else member_labels.CORRECTION_FORM_TITLE,
        custom_id=FORM_ID.format(kind=kind.value, movie_id=movie_id, place=place),
        timeout=KEPT_SECONDS,
    )
    subject = cut(movie_name, LONGEST_OPTION_LABEL)
    first: discord.ui.Item[Any] = _representations(before) if diversity else _sections(before)
    first_label = member_labels.REPRESENTATIONS if diversity else member_labels.SECTION
    form.add_item(discord.ui.Label(text=first_label, description=subject, component=first))
    form.add_item(
        discord.ui.Label(
            text=member_labels.ON_SCREEN if diversity else member_labels.SHOULD_SAY,
            component=discord.ui.TextInput(
                custom_id="text",
                style=discord.TextStyle.paragraph,
                placeholder=member_labels.ON_SCREEN_EXAMPLE if diversity else member_labels.SHOULD_SAY_EXAMPLE,
                default=before.text if before else None,
                max_length=LONGEST_SUGGESTION,
            ),
        )
    )
    if diversity:
        form.add_item(_optional_line(member_labels.WHERE, "where", before.where if before else None, LONGEST_NAME))
        name = before.credit_name if before else None
        form.add_item(_optional_line(member_labels.CREDIT, "credit", name, LONGEST_CREDIT))
    form.add_item(
        discord.ui.Label(
            text=member_labels.TELL_ME,
            description=member_labels.TELL_ME_HINT,
            component=discord.ui.Checkbox(custom_id="tell", default=before is not None and before.tell_by_dm),
        )
    )
    return form


def _representations(before: Suggestion | None) -> discord.ui.CheckboxGroup[Any]:
    chosen = before.representations if before else ()
    return discord.ui.CheckboxGroup(
        custom_id="representations",
        options=[
            discord.CheckboxGroupOption(label=label, value=key, default=key in chosen) for key, label in REPRESENTATIONS
        ],
        min_values=1,
        max_values=len(REPRESENTATIONS),
    )


def _sections(before: Suggestion | None) -> discord.ui.Select[Any]:
    chosen = before.section if before else None
    options = [discord.SelectOption(label=section, default=section == chosen) for section in member_labels.SECTIONS]
    return discord.ui.Select(custom_id="section", options=options)


def _optional_line(label: str, custom_id: str, default: str | None, longest: int) -> discord.ui.Label[Any]:
    box: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id=custom_id,
        placeholder=member_labels.WHERE_EXAMPLE if custom_id == "where" else None,
        default=default,
        required=False,
        max_length=longest,
    )
    return discord.ui.Label(text=label, component=box)


async def _submitted(interaction: Submitted, match: re.Match[str], values: Values) -> None:
    """Show back what was written; nothing is sent yet."""
    async with handling(interaction, "suggestion form") as actor:
        require_own_server(interaction)
        kind, movie_id = SuggestionKind(match["kind"]), MovieId(int(match["movie"]))
        suggestion = Suggestion(
            actor.server_id or ServerId(0),
            movie_id,
            kind,
            typed(values.get("text", "")),
            datetime.now(UTC),
            actor.user_id,
            representations=tuple(key for key in values.get("representations", "").split(",") if key),
            section=values.get("section") or None,
            where=typed(values.get("where", "")) or None,
            credit_name=typed(values.get("credit", "")) or None,
            tell_by_dm=bool(values.get("tell")),
        )
        desk = interaction.client.desk
        names = await worked_out(interaction, lambda: desk.use_cases.suggesting.names((suggestion,)))
        if match["key"]:
            desk.unsent.take(match["key"])
        view = _shown_back(suggestion, names[movie_id], desk.unsent.hold(suggestion))
        await show(interaction, view, in_place=match["place"] == AGAIN)


SUGGESTION_MODALS: tuple[LastingModal, ...] = (
    (
        re.compile(
            r"guide:form:(?P<kind>diversity|correction):(?P<movie>\d{1,18}):(?P<place>new|again)"
            r"(?::(?P<key>[0-9a-f]{16}))?"
        ),
        _submitted,
    ),
)


async def open_form(
    interaction: discord.Interaction[GuideBot], actor: Actor, kind: SuggestionKind, movie_id: MovieId
) -> None:
    """Open the form for whoever may suggest something now; raises what the use case raises for the others."""
    require_own_server(interaction)
    if not await keeps_pace(interaction):
        return
    suggesting = interaction.client.desk.use_cases.suggesting
    name = await asyncio.to_thread(suggesting.check, actor, movie_id)
    await show_form(interaction, suggestion_form(kind, movie_id, name))


def _shown_back(suggestion: Suggestion, movie_name: str, key: str) -> discord.ui.LayoutView:
    """What will be sent, with the three buttons."""
    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow(
        *(UnsentButton(action, key) for action in ("send", "change", "cancel"))
    )
    return panel(
        suggestion_text.heading(suggestion, movie_name),
        suggestion_text.whole(suggestion),
        f"-# You want {suggestion_text.wishes(suggestion)}.",
        member_labels.NOT_SENT_YET.format(minutes=UNSENT_MINUTES),
        rows=[row],
    )


class UnsentButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"guide:unsent:(?P<action>send|change|cancel):(?P<key>[0-9a-f]{16})",
):
    """*Send*, *Change* or *Cancel* under a suggestion that is not sent yet."""

    _LOOK: ClassVar = {
        "send": (member_labels.SEND, discord.ButtonStyle.success),
        "change": (member_labels.CHANGE, discord.ButtonStyle.secondary),
        "cancel": (member_labels.CANCEL, discord.ButtonStyle.secondary),
    }

    def __init__(self, action: str, key: str) -> None:
        self.action = action
        self.key = key
        label, style = self._LOOK[action]
        super().__init__(discord.ui.Button(label=label, style=style, custom_id=f"guide:unsent:{action}:{key}"))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        return cls(match["action"], match["key"])

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Send it, open the form again, or drop it."""
        async with handling(interaction, f"suggestion {self.action}") as actor:
            unsent = interaction.client.desk.unsent
            if self.action == "cancel":
                unsent.take(self.key)
                await show(interaction, panel(member_labels.NOT_SENT), in_place=True)
                return
            suggestion = unsent.get(self.key)
            if suggestion is None:
                await tell(interaction, member_labels.NO_LONGER_HELD.format(minutes=UNSENT_MINUTES))
            elif self.action == "change":
                suggesting = interaction.client.desk.use_cases.suggesting
                name = await asyncio.to_thread(suggesting.check, actor, suggestion.movie_id)
                await show_form(
                    interaction, suggestion_form(suggestion.kind, suggestion.movie_id, name, suggestion, self.key)
                )
            else:
                await self._send(interaction, actor, suggestion)

    async def _send(self, interaction: discord.Interaction[GuideBot], actor: Actor, suggestion: Suggestion) -> None:
        desk = interaction.client.desk
        desk.unsent.take(self.key)
        try:
            stored = await worked_out(
                interaction, lambda: desk.use_cases.suggesting.suggest(actor, suggestion), in_place=True
            )
        except BaseException:
            desk.unsent.put_back(self.key, suggestion)
            raise
        names = await worked_out(interaction, lambda: desk.use_cases.suggesting.names((stored,)), in_place=True)
        name = names[stored.movie_id]
        sent = (suggestion_text.heading(stored, name), suggestion_text.whole(stored), f"✅ {member_labels.SENT}")
        await show(interaction, panel(*sent), in_place=True)
        await post_card(interaction.client, stored.server_id, card(stored, name))
