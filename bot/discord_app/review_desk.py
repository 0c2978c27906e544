"""Where the moderators' controls for drafts are answered: each press goes to a use case with the presser's own rights.

A panel is shown to its moderator alone: a draft is no text for parents yet, and may tell how a movie ends. Nothing of
it lives in the message. The draft is in the store, the controls carry its number and version, so a panel works after
a restart, and one that Discord has put away is opened again with /review drafts.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import discord

from bot.application.drafting import Drafting, OutdatedDraftError, Published, StaleDraftError
from bot.discord_app import review_labels as labels
from bot.discord_app.actor import actor_of
from bot.discord_app.desk import Desk
from bot.discord_app.markdown import plain_line
from bot.discord_app.sending import show_form
from bot.discord_app.views import draft_modal, draft_panel
from bot.discord_app.views.draft_difference import when, who
from bot.discord_app.views.draft_fields import Form
from bot.discord_app.views.draft_forms import FORMS
from bot.discord_app.views.handed_back import as_number
from bot.discord_app.views.lasting_modal import LastingModal, Values
from bot.discord_app.views.private_answer import show, worked_out
from bot.discord_app.views.review_controls import Pick, Press
from bot.domain.actor import Actor
from bot.domain.draft import Draft, DraftId, what_is_missing
from bot.domain.errors import InvalidReviewError, NotAllowedError, NotFoundError, RefusedError, StoreError
from bot.domain.review import ReviewId
from bot.saying.reply import Action

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

FORM_ID = "review:fill:{draft_id}:{version}:{form}"
_NUMBERS = r"(?P<draft>\d{1,20}):(?P<version>\d{1,20})"
PUBLISH_ID = "review:reason:{draft_id}:{version}"


class ReviewDesk:
    """Answers presses, picks and forms about drafts."""

    def __init__(self, desk: Desk, operator_ids: frozenset[int]) -> None:
        self._desk = desk
        self._operator_ids = operator_ids
        self.modals: tuple[LastingModal, ...] = (
            (re.compile(rf"review:fill:{_NUMBERS}:(?P<form>[a-z0-9_.]{{1,60}})"), self._filled),
            (re.compile(rf"review:reason:{_NUMBERS}"), self._reasoned),
        )

    @property
    def _drafting(self) -> Drafting:
        return self._desk.use_cases.drafting

    async def pressed(
        self, interaction: discord.Interaction[GuideBot], press: Press, subject: int, version: int, what: str
    ) -> None:
        """Answer a button."""
        async with self._desk.handling(interaction, f"review {press.value}"):
            match press:
                case Press.RESTORE:
                    await interaction.client.history_desk.restore(interaction, ReviewId(subject), version)
                case Press.PUBLISH_ALL:
                    await interaction.client.import_desk.publish_all(interaction, subject, version)
                case Press.PUBLISH:
                    await self._ask_reason(interaction, DraftId(subject), version)
                case Press.OVER:
                    over = int(what) if what.isdecimal() else None
                    await self._publish(interaction, DraftId(subject), version, over_revision=over)
                case _:
                    await self._pressed_while_writing(interaction, press, DraftId(subject), version, what)

    async def _pressed_while_writing(
        self, interaction: discord.Interaction[GuideBot], press: Press, draft_id: DraftId, version: int, what: str
    ) -> None:
        match press:
            case Press.PAGE | Press.NEWEST:
                await self.open_draft(interaction, draft_id, what or draft_panel.OVERVIEW, in_place=True)
            case Press.FORM:
                await self._open_form(interaction, draft_id, what)
            case Press.AGAIN:
                await self._open_form(interaction, draft_id, what, again=True)
            case Press.MINE:
                await self._use_mine(interaction, draft_id, version, what)
            case Press.PREVIEW:
                await self._preview(interaction, draft_id, None)
            case Press.SECTION:
                await self._preview_section(interaction, draft_id, what)
            case Press.DROP:
                draft = await self._get(interaction, draft_id)
                await show(interaction, draft_panel.drop_view(draft), in_place=True)
            case Press.DROP_FOR_GOOD:
                await self._drop(interaction, draft_id)

    async def picked(self, interaction: discord.Interaction[GuideBot], pick: Pick, subject: int, value: str) -> None:
        """Answer a select."""
        async with self._desk.handling(interaction, f"review pick {pick.value}"):
            draft_id = DraftId(subject)
            match pick:
                case Pick.ROW | Pick.QUESTION:
                    await self._open_form(interaction, draft_id, f"{pick.value}.{value}")
                case Pick.AGE:
                    await self._preview(interaction, draft_id, as_number(value) or None, in_place=True)
                case Pick.REVISION:
                    await interaction.client.history_desk.look_at(interaction, ReviewId(subject), as_number(value))
                case Pick.DRAFT:
                    await self.open_draft(interaction, DraftId(as_number(value)), in_place=True)

    async def open_draft(
        self,
        interaction: discord.Interaction[GuideBot],
        draft_id: DraftId,
        page: str = draft_panel.OVERVIEW,
        *,
        in_place: bool = False,
    ) -> None:
        """Show the panel of a draft as it now is."""
        actor = self._actor(interaction)
        draft = await worked_out(interaction, lambda: self._drafting.get(actor, draft_id), in_place=in_place)
        await show(interaction, draft_panel.panel(draft, page), in_place=in_place)

    async def begin(self, interaction: discord.Interaction[GuideBot], start: Callable[[Actor], Draft]) -> None:
        """Begin or open a draft and show its panel."""
        actor = self._actor(interaction)
        draft = await worked_out(interaction, lambda: start(actor))
        await show(interaction, draft_panel.panel(draft))

    async def _get(self, interaction: discord.Interaction[GuideBot], draft_id: DraftId) -> Draft:
        actor = self._actor(interaction)
        return await asyncio.to_thread(self._drafting.get, actor, draft_id)

    async def _open_form(
        self, interaction: discord.Interaction[GuideBot], draft_id: DraftId, form_key: str, *, again: bool = False
    ) -> None:
        """Open a form on the newest version; `again`: with what was typed into it before."""
        form = _form(form_key)
        draft = await self._get(interaction, draft_id)
        values = form.values(draft.review)
        if again:
            values |= await draft_modal.typed_values(interaction.message)
        custom_id = FORM_ID.format(draft_id=draft_id, version=draft.version, form=form_key)
        await show_form(interaction, draft_modal.form_modal(custom_id, form, values))

    async def _filled(self, interaction: discord.Interaction[GuideBot], match: re.Match[str], values: Values) -> None:
        async with self._desk.handling(interaction, "review form"):
            form = _form(match["form"])
            typed = draft_modal.joined(form, values)
            await self._save(interaction, DraftId(int(match["draft"])), int(match["version"]), form, typed)

    async def _use_mine(
        self, interaction: discord.Interaction[GuideBot], draft_id: DraftId, version: int, form_key: str
    ) -> None:
        typed = await draft_modal.typed_values(interaction.message)
        await self._save(interaction, draft_id, version, _form(form_key), typed)

    async def _save(
        self,
        interaction: discord.Interaction[GuideBot],
        draft_id: DraftId,
        version: int,
        form: Form,
        typed: Mapping[str, str],
    ) -> None:
        """Save a form. Whatever is refused is handed back with what was typed, so that nothing is lost."""
        actor = self._actor(interaction)
        file_name = labels.REFUSED_FILE
        try:
            draft = await worked_out(
                interaction,
                lambda: self._drafting.save(actor, draft_id, version, lambda review: form.apply(review, typed)),
                in_place=True,
            )
        except NotAllowedError:
            raise
        except StaleDraftError as stale:
            view = draft_panel.stale_view(stale.newest, stale.refused, form.key, file_name)
            await show(interaction, view, files=[draft_modal.typed_file(typed)])
        except RefusedError as refused:
            back = None if isinstance(refused, NotFoundError) else form.key
            view = draft_panel.refused_view(str(refused), draft_id, version, back, file_name)
            await show(interaction, view, files=[draft_modal.typed_file(typed)])
        except StoreError:
            view = draft_panel.refused_view(labels.STORE_FAILED, draft_id, version, form.key, file_name)
            await show(interaction, view, files=[draft_modal.typed_file(typed)])
            raise
        else:
            page = _PAGE_OF_FORM.get(form.key.rstrip("0123456789").partition(".")[0], draft_panel.OVERVIEW)
            await show(interaction, draft_panel.panel(draft, page), in_place=True)

    async def _preview(
        self,
        interaction: discord.Interaction[GuideBot],
        draft_id: DraftId,
        age_years: int | None,
        *,
        in_place: bool = False,
    ) -> None:
        draft = await self._get(interaction, draft_id)
        previewing, server_id = self._desk.use_cases.previewing, self._actor(interaction).server_id
        reply = await asyncio.to_thread(previewing.of_draft, draft.review, age_years, server_id)
        await _show_all(interaction, draft_panel.preview_views(draft, reply), in_place=in_place)

    async def _preview_section(
        self, interaction: discord.Interaction[GuideBot], draft_id: DraftId, action: str
    ) -> None:
        if action not in {one.value for one in Action}:
            raise NotFoundError(labels.CONTROL_TOO_OLD)
        draft = await self._get(interaction, draft_id)
        previewing, server_id = self._desk.use_cases.previewing, self._actor(interaction).server_id
        reply = await asyncio.to_thread(previewing.section, draft.review, Action(action), server_id)
        await _show_all(interaction, draft_panel.section_views(reply))

    async def _ask_reason(self, interaction: discord.Interaction[GuideBot], draft_id: DraftId, version: int) -> None:
        draft = await self._get(interaction, draft_id)
        missing = what_is_missing(draft.review)
        if missing.needed:
            needed = ", ".join(label[:1].lower() + label[1:] for label in missing.needed)
            raise InvalidReviewError(labels.NEEDED_FIRST.format(needed=needed))
        if draft.version != version:
            await _show_newest(interaction, draft)
            return
        custom_id = PUBLISH_ID.format(draft_id=draft_id, version=version)
        await show_form(interaction, draft_modal.reason_modal(custom_id))

    async def _reasoned(self, interaction: discord.Interaction[GuideBot], match: re.Match[str], values: Values) -> None:
        async with self._desk.handling(interaction, "review publish"):
            reason = " ".join(values.get("reason", "").split())
            await self._publish(interaction, DraftId(int(match["draft"])), int(match["version"]), reason)

    async def _publish(
        self,
        interaction: discord.Interaction[GuideBot],
        draft_id: DraftId,
        version: int,
        reason: str = "",
        *,
        over_revision: int | None = None,
    ) -> None:
        actor = self._actor(interaction)

        def publish() -> Published:
            draft = self._drafting.get(actor, draft_id)
            standard = labels.NEW_REASON if draft.review_id is None else labels.CHANGED_REASON
            return self._drafting.publish(actor, draft_id, version, reason or standard, over_revision=over_revision)

        try:
            published = await worked_out(interaction, publish, in_place=True)
        except StaleDraftError as stale:
            await _show_newest(interaction, stale.newest)
        except OutdatedDraftError as outdated:
            await show(interaction, draft_panel.outdated_view(outdated), in_place=True)
        else:
            await show(interaction, draft_panel.message([_published(published)]), in_place=True)

    async def _drop(self, interaction: discord.Interaction[GuideBot], draft_id: DraftId) -> None:
        actor = self._actor(interaction)
        draft = await self._get(interaction, draft_id)
        await worked_out(interaction, lambda: self._drafting.drop(actor, draft_id), in_place=True)
        sentence = labels.DROPPED.format(name=plain_line(draft.review.movie.name))
        await show(interaction, draft_panel.message([sentence]), in_place=True)

    def _actor(self, interaction: discord.Interaction[GuideBot]) -> Actor:
        return actor_of(interaction, self._operator_ids)


_PAGE_OF_FORM = {
    "levels": draft_panel.GRID_PAGE,
    "row": draft_panel.GRID_PAGE,
    "question": draft_panel.QUESTIONS_PAGE,
}
"""Where one goes on after a form; after the others on the overview."""


def _form(form_key: str) -> Form:
    """The form of a key; raises NotFoundError for a key of an older version of the guide, or a forged one."""
    if form_key not in FORMS:
        raise NotFoundError(labels.CONTROL_TOO_OLD)
    return FORMS[form_key]


def _published(published: Published) -> str:
    name = plain_line(published.stored.review.movie.name)
    if published.created:
        return labels.PUBLISHED_NEW.format(name=name)
    if not published.changed:
        return labels.PUBLISHED_SAME.format(name=name)
    return labels.PUBLISHED_CHANGED.format(name=name, revision=published.stored.revision)


async def _show_newest(interaction: discord.Interaction[GuideBot], newest: Draft) -> None:
    """Say who was first and show what there now is to publish."""
    said = labels.STALE_PUBLISH.format(who=who(newest.updated_by), when=when(newest.updated_at))
    await show(interaction, draft_panel.panel(newest, said=said), in_place=True)


async def _show_all(
    interaction: discord.Interaction[GuideBot], views: Sequence[discord.ui.LayoutView], *, in_place: bool = False
) -> None:
    for number, view in enumerate(views):
        await show(interaction, view, in_place=in_place and number == 0)
