"""Draw a Reply as Discord messages (Components V2): the verdict first, short lines, the buttons below.

The views hold dynamic items only (bot.discord_app.views): discord.py then keeps nothing per message, and the
buttons work after a restart.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import discord

from bot.discord_app.pages import MOST_BUTTONS, Page, pages_of
from bot.discord_app.ports import MOST_SUGGESTIONS
from bot.discord_app.views.ask_more import AskMoreButton
from bot.discord_app.views.movie_choice import ANYONE, MovieButton, MovieSelect
from bot.discord_app.views.section_button import SectionButton
from bot.discord_app.views.under_review import CommunityButton, MissedDiversityButton
from bot.discord_app.views.want_button import WantButton
from bot.domain.suitability import Verdict
from bot.saying.reply import MovieRef, Outcome, Reply

VERDICT_COLOURS: dict[Verdict, int] = {
    Verdict.FINE: 0x3BA55D,
    Verdict.WITH_YOU: 0xE8A33D,
    Verdict.NOT_YET: 0xD83C3E,
    Verdict.NOT_ENOUGH_KNOWN: 0x8E9297,
}
NEUTRAL_COLOUR = 0x5865F2
_GRAVEST_FIRST = (Verdict.NOT_YET, Verdict.NOT_ENOUGH_KNOWN, Verdict.WITH_YOU, Verdict.FINE)
"""With several children the stripe takes the gravest verdict: it must not look kinder than any of them."""


def render(
    reply: Reply, *, asker_id: int | None = None, ask_more: bool = False, footnote: str | None = None
) -> list[discord.ui.LayoutView]:
    """Draw a reply as one message, or a few when it is long; the controls are on the last. A silent reply is none.

    `asker_id`: whose question this is; their choice of a movie turns the message into the answer.
    `ask_more`: offer a button that opens a question box, for answers that cannot be replied to.
    `footnote`: one small line of the face's own, below everything.
    """
    if reply.outcome is Outcome.SILENT:
        return []
    pages = pages_of(reply)
    last = len(pages) - 1
    return [
        _view(page, colour(reply), _controls(reply, asker_id, ask_more), footnote)
        if number == last
        else _view(page, colour(reply), [], None)
        for number, page in enumerate(pages)
    ]


def colour(reply: Reply) -> int:
    """The colour of the stripe beside the reply."""
    said = {Verdict.WITH_YOU if verdict.but else verdict.child.verdict for verdict in reply.verdicts}
    return next((VERDICT_COLOURS[verdict] for verdict in _GRAVEST_FIRST if verdict in said), NEUTRAL_COLOUR)


def _view(
    page: Page, accent: int, rows: list[discord.ui.ActionRow[Any]], footnote: str | None
) -> discord.ui.LayoutView:
    parts: list[discord.ui.Item[Any]] = []
    if page.head:
        parts.append(discord.ui.TextDisplay(page.head))
    if page.body:
        if parts:
            parts.append(discord.ui.Separator(spacing=discord.SeparatorSpacing.small))
        parts.append(discord.ui.TextDisplay("\n".join(page.body)))
    small = "\n".join(text for text in (page.attribution, f"-# {footnote}" if footnote else "") if text)
    if small:
        if parts:
            parts.append(discord.ui.Separator(visible=False, spacing=discord.SeparatorSpacing.small))
        parts.append(discord.ui.TextDisplay(small))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.Container(*parts, *rows, accent_colour=accent))
    return view


def _controls(reply: Reply, asker_id: int | None, ask_more: bool) -> list[discord.ui.ActionRow[Any]]:
    rows: list[discord.ui.ActionRow[Any]] = []
    buttons: list[discord.ui.Item[Any]] = []
    if reply.movie is not None:
        buttons += [SectionButton(action, reply.movie.movie_id) for action in reply.actions]
    if ask_more or (reply.movie is not None and not reply.actions):
        # Without other buttons this one carries the movie's id, so that a reply to the message is about it.
        buttons.append(AskMoreButton(reply.movie.movie_id if reply.movie else None))
    if buttons:
        rows.append(discord.ui.ActionRow(*buttons[:MOST_BUTTONS]))
    added: list[discord.ui.Item[Any]] = []
    if reply.wanted_title is not None:
        added.append(WantButton(reply.movie.movie_id if reply.movie else None, reply.wanted_title))
    if reply.members_may_add and reply.movie is not None:
        added.append(CommunityButton(reply.movie.movie_id))
        if reply.review_id is not None:
            added.append(MissedDiversityButton(reply.movie.movie_id))
    if added:
        rows.append(discord.ui.ActionRow(*added))
    offered = reply.choices or reply.others
    # A comparison or a list of recommendations is an answer already: opening one of its movies must not replace it.
    replaces = reply.outcome in (Outcome.CHOOSE, Outcome.ANSWER, Outcome.UNREVIEWED)
    chooser = asker_id if asker_id is not None and replaces else ANYONE
    if offered:
        rows.insert(0 if reply.outcome is Outcome.CHOOSE else len(rows), _choices(offered, chooser))
    return rows


def _choices(offered: tuple[MovieRef, ...], chooser: int) -> discord.ui.ActionRow[Any]:
    unique = list({movie.movie_id: movie for movie in offered}.values())[:MOST_SUGGESTIONS]
    if len(unique) > MOST_BUTTONS:
        return discord.ui.ActionRow(MovieSelect(unique, chooser))
    names = Counter(movie.name for movie in unique)
    return discord.ui.ActionRow(*(MovieButton(movie, chooser, names[movie.name] > 1) for movie in unique))
