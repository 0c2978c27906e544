"""The history of a review as Discord shows it: the list of versions, one version, what undoing did. Drawing only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord

from bot.discord_app import review_labels as labels
from bot.discord_app.markdown import plain_line
from bot.discord_app.views.draft_difference import difference, named_fields, when, who
from bot.discord_app.views.draft_panel import as_answer, message
from bot.discord_app.views.movie_choice import cut
from bot.discord_app.views.review_controls import Pick, Press, ReviewButton, ReviewSelect, option
from bot.domain.review import ReviewId, Revision
from bot.saying.reply import Reply

MOST_LISTED = 12
"""Versions listed in one message; the select has room for the newest 25."""
MOST_PICKED = 25
LONGEST_REASON = 120


def history_view(review_id: ReviewId, name: str, revisions: Sequence[Revision]) -> discord.ui.LayoutView:
    """List the versions, newest first, with a select to look at one."""
    lines = []
    for revision in revisions[:MOST_LISTED]:
        lines.append(
            labels.REVISION_LINE.format(
                number=revision.number,
                when=when(revision.made_at),
                who=who(revision.author),
                reason=plain_line(_reason(revision)),
            )
        )
        if revision.changed_fields:
            lines.append(labels.REVISION_CHANGED.format(fields=plain_line(named_fields(revision.changed_fields))))
    if len(revisions) > MOST_LISTED:
        lines.append(labels.OLDER_REVISIONS.format(number=len(revisions) - MOST_LISTED))
    options = [
        option(labels.REVISION_OPTION.format(number=revision.number), str(revision.number), _reason(revision))
        for revision in revisions
        if revision.review is not None
    ][:MOST_PICKED]
    select = ReviewSelect(Pick.REVISION, review_id, 0, options, placeholder=labels.LOOK_AT)
    heading = labels.HISTORY_HEADING.format(name=plain_line(name))
    return message([heading, *lines], [discord.ui.ActionRow(select)])


def revision_views(revision: Revision, newest: Revision, answer: Reply, *, own: bool) -> list[discord.ui.LayoutView]:
    """One version as parents got it, in `answer`, and what bringing it back would change.

    `own`: it can be brought back here. The version must be one with a text.
    """
    assert revision.review is not None
    name = plain_line(revision.review.movie.name)
    texts = [labels.VERSION_SHOWN.format(number=revision.number, name=name)]
    if newest.review is not None and revision.number != newest.number:
        texts.append(difference(newest.review, revision.review, labels.NOW, labels.THEN) or labels.SAME_AS_NOW)
    rows: list[discord.ui.Item[Any]] = []
    if own and revision.number != newest.number:
        back = ReviewButton(
            Press.RESTORE,
            revision.review_id,
            revision.number,
            label=labels.BRING_BACK,
            style=discord.ButtonStyle.primary,
        )
        rows.append(discord.ui.ActionRow(back))
    return [*as_answer(answer), message(texts, rows)]


def changed_view(sentence: str, review_id: ReviewId, back_to: int, label: str) -> discord.ui.LayoutView:
    """Say what was done, with a button that takes it back by bringing version `back_to` back."""
    button = ReviewButton(Press.RESTORE, review_id, back_to, label=label)
    return message([sentence], [discord.ui.ActionRow(button)])


def _reason(revision: Revision) -> str:
    if revision.review is None:
        return labels.REVISION_REMOVED
    return cut(" ".join(revision.reason.split()) or labels.NO_REASON, LONGEST_REASON)
