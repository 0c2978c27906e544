"""Where removing, undoing and the history of a review are answered, with the right of the very interaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import discord

from bot.application.drafting import Drafting
from bot.application.ports import ReviewTitle
from bot.discord_app import review_labels as labels
from bot.discord_app.actor import actor_of
from bot.discord_app.desk import Desk
from bot.discord_app.markdown import plain_line
from bot.discord_app.views import review_history
from bot.discord_app.views.draft_panel import message
from bot.discord_app.views.private_answer import show, worked_out
from bot.domain.actor import Actor
from bot.domain.errors import NotFoundError
from bot.domain.review import ReviewId, Revision, StoredReview
from bot.saying.reply import Reply

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

Choose = Callable[[Actor], ReviewTitle]
"""Finds the review that was named; raises NotFoundError."""


class HistoryDesk:
    """Answers for what is published."""

    def __init__(self, desk: Desk, operator_ids: frozenset[int]) -> None:
        self._desk = desk
        self._operator_ids = operator_ids

    @property
    def _drafting(self) -> Drafting:
        return self._desk.use_cases.drafting

    async def remove(self, interaction: discord.Interaction[GuideBot], choose: Choose) -> None:
        """Take a review down, and offer to undo it."""
        actor = self._actor(interaction)

        def work() -> tuple[ReviewTitle, int]:
            one = choose(actor)
            self._drafting.remove(actor, one.review_id)
            return one, _text_before(self._drafting.history(actor, one.review_id))

        one, number = await worked_out(interaction, work)
        sentence = labels.REMOVED.format(name=plain_line(one.name))
        view = review_history.changed_view(sentence, one.review_id, number, labels.UNDO_REMOVAL)
        await show(interaction, view)

    async def undo(self, interaction: discord.Interaction[GuideBot], choose: Choose) -> None:
        """Take the last change back, and offer to undo that."""
        actor = self._actor(interaction)

        def work() -> tuple[StoredReview, list[Revision]]:
            one = choose(actor)
            before = self._drafting.history(actor, one.review_id)
            return self._drafting.undo(actor, one.review_id), before

        stored, before = await worked_out(interaction, work)
        sentence = labels.UNDONE.format(
            name=plain_line(stored.review.movie.name), number=before[0].number, revision=stored.revision
        )
        if before[0].review is None:
            await show(interaction, message([sentence]))
            return
        view = review_history.changed_view(sentence, stored.review_id, before[0].number, labels.UNDO_UNDO)
        await show(interaction, view)

    async def history(self, interaction: discord.Interaction[GuideBot], choose: Choose) -> None:
        """List the versions of a review."""
        actor = self._actor(interaction)

        def work() -> tuple[ReviewTitle, list[Revision]]:
            one = choose(actor)
            return one, self._drafting.history(actor, one.review_id)

        one, revisions = await worked_out(interaction, work)
        await show(interaction, review_history.history_view(one.review_id, one.name, revisions))

    async def look_at(self, interaction: discord.Interaction[GuideBot], review_id: ReviewId, number: int) -> None:
        """Show one version as parents got it."""
        actor = self._actor(interaction)
        use_cases = self._desk.use_cases

        def work() -> tuple[Revision, Revision, bool, Reply]:
            revisions = self._drafting.history(actor, review_id)
            revision = next((one for one in revisions if one.number == number and one.review is not None), None)
            if revision is None:
                raise NotFoundError(labels.VERSION_GONE)
            own = use_cases.shelves.is_own(actor, review_id)
            return revision, revisions[0], own, use_cases.previewing.of_revision(revision, actor.server_id)

        revision, newest, own, reply = await worked_out(interaction, work)
        for view in review_history.revision_views(revision, newest, reply, own=own):
            await show(interaction, view)

    async def restore(self, interaction: discord.Interaction[GuideBot], review_id: ReviewId, number: int) -> None:
        """Bring a version back; pressed again it changes nothing more."""
        actor = self._actor(interaction)
        stored = await worked_out(interaction, lambda: self._drafting.restore(actor, review_id, number), in_place=True)
        sentence = labels.BROUGHT_BACK.format(
            name=plain_line(stored.review.movie.name), number=number, revision=stored.revision
        )
        await show(interaction, message([sentence]), in_place=True)

    def _actor(self, interaction: discord.Interaction[GuideBot]) -> Actor:
        return actor_of(interaction, self._operator_ids)


def _text_before(revisions: list[Revision]) -> int:
    """The number of the newest version that has a text."""
    return next(revision.number for revision in revisions if revision.review is not None)
