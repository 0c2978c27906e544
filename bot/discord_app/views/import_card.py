"""What an import understood, as Discord shows it: new and changed reviews, what was not read, the way on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import discord

from bot.application.bulk import Imported, PublishedMany, Understood
from bot.discord_app import review_labels as labels
from bot.discord_app.markdown import plain_line
from bot.discord_app.views.draft_difference import difference, named_fields
from bot.discord_app.views.draft_panel import message
from bot.discord_app.views.movie_choice import cut
from bot.discord_app.views.review_controls import Pick, Press, ReviewButton, ReviewSelect, option
from bot.domain.actor import Actor
from bot.domain.draft import what_is_missing

MOST_LISTED = 15
MOST_PROBLEMS_LISTED = 10
MOST_PICKED = 25
LONGEST_LINE = 160
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def import_view(imported: Imported, actor: Actor) -> discord.ui.LayoutView:
    """Show what was understood and what was not."""
    texts = [labels.IMPORT_HEADING]
    texts += [f"- {_line(one)}" for one in imported.understood[:MOST_LISTED]]
    if len(imported.understood) > MOST_LISTED:
        texts.append(labels.AND_MORE.format(number=len(imported.understood) - MOST_LISTED))
    if imported.same:
        texts.append(labels.IMPORT_SAME.format(number=imported.same))
    if len(imported.understood) == 1:
        texts += _details(imported.understood[0])
    texts += _problems(imported)
    if not imported.understood:
        return message([*texts, "" if imported.problems or imported.same else labels.IMPORT_EMPTY])
    rows: list[discord.ui.Item[Any]] = []
    if imported.ready:
        publish = ReviewButton(
            Press.PUBLISH_ALL,
            actor.user_id or 0,
            moment_number(imported.at),
            label=labels.PUBLISH_ALL.format(number=imported.ready),
            emoji="📣",
            style=discord.ButtonStyle.success,
        )
        rows.append(discord.ui.ActionRow(publish))
    options = [
        option(one.draft.review.movie.name, str(one.draft.draft_id)) for one in imported.understood[:MOST_PICKED]
    ]
    rows.append(discord.ui.ActionRow(ReviewSelect(Pick.DRAFT, 0, 0, options, placeholder=labels.OPEN_DRAFT)))
    return message([*texts, labels.IMPORT_KEPT], rows)


def published_view(done: PublishedMany) -> discord.ui.LayoutView:
    """Show what was published and what was not."""
    names = ", ".join(plain_line(cut(name, LONGEST_LINE)) for name in done.published[:MOST_LISTED])
    texts = [labels.PUBLISHED_MANY.format(number=len(done.published)) + (f" {names}" if names else "")]
    if len(done.published) > MOST_LISTED:
        texts.append(labels.AND_MORE.format(number=len(done.published) - MOST_LISTED))
    if done.left:
        texts.append(labels.LEFT_AS_DRAFTS)
        texts += [f"- **{plain_line(name)}** {plain_line(why)}" for name, why in done.left[:MOST_LISTED]]
    return message(texts)


def moment_number(at: datetime) -> int:
    """A moment as microseconds since 1970, for a custom id."""
    return (at - _EPOCH) // timedelta(microseconds=1)


def moment_of(number: int) -> datetime | None:
    """The moment of a custom id; None when it is no moment."""
    try:
        return _EPOCH + timedelta(microseconds=number)
    except OverflowError:
        return None


def _line(one: Understood) -> str:
    parts = [labels.IMPORT_NEW if one.before is None else labels.IMPORT_CHANGES.format(fields=_fields(one))]
    needed = what_is_missing(one.draft.review).needed
    if needed:
        parts.append(labels.IMPORT_LACKS.format(needed=", ".join(part[:1].lower() + part[1:] for part in needed)))
    return f"**{plain_line(cut(one.draft.review.movie.name, LONGEST_LINE))}** {plain_line('; '.join(parts))}"


def _fields(one: Understood) -> str:
    return cut(named_fields(one.changed_fields), LONGEST_LINE)


def _details(one: Understood) -> list[str]:
    """Of a single review: what its page lacked, and both texts of what it changes."""
    texts = []
    if one.missing:
        texts.append(f"-# {plain_line(labels.IMPORT_MISSING.format(sections=', '.join(one.missing)))}")
    if one.before is not None:
        texts.append(difference(one.before, one.draft.review, labels.NOW, labels.IN_FILE))
    return texts


def _problems(imported: Imported) -> list[str]:
    found: list[tuple[int | None, str]] = [(problem.line, problem.message) for problem in imported.problems]
    found += [
        (block.line_number, labels.IMPORT_UNREAD.format(text=" ".join(block.text.split())))
        for one in imported.understood
        for block in one.unread
    ]
    found += [
        (one.line, f"{one.draft.review.movie.name}: {said}") for one in imported.understood for said in one.left_out
    ]
    if not found:
        return []
    lines = [labels.IMPORT_NOT_READ]
    for line, said in found[:MOST_PROBLEMS_LISTED]:
        shown = plain_line(cut(said, LONGEST_LINE))
        lines.append(f"- {shown if line is None else labels.IMPORT_LINE.format(line=line, message=shown)}")
    if len(found) > MOST_PROBLEMS_LISTED:
        lines.append(labels.AND_MORE.format(number=len(found) - MOST_PROBLEMS_LISTED))
    return lines
