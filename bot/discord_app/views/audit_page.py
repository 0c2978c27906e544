"""The pages of `/audit`, shown to one moderator alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.discord_app import server_labels
from bot.discord_app.markdown import plain_line
from bot.discord_app.responding import handling, panel, require_own_server
from bot.discord_app.views.draft_difference import when, who
from bot.discord_app.views.movie_choice import cut
from bot.discord_app.views.private_answer import show, worked_out
from bot.domain.actor import Actor
from bot.domain.audit import AuditEntry

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

PAGE_SIZE = 15
"""Entries on one page: about a phone's screen."""
LONGEST_DETAIL = 150
_MENTIONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"channels? "), "<#{}>"),
    (re.compile(r"channel set$"), "<#{}>"),
    (re.compile(r"roles set$"), "<@&{}>"),
    (re.compile(r"member (un)?blocked"), "<@{}>"),
)
"""Which of Discord's things the numbers in an entry's detail are, by what was done."""


async def open_audit(
    interaction: discord.Interaction[GuideBot], actor: Actor, offset: int, *, in_place: bool = False
) -> None:
    """Show a page; raises NotAllowedError."""
    care = interaction.client.desk.use_cases.care
    found = await worked_out(interaction, lambda: care.audit(actor, PAGE_SIZE + 1, offset), in_place=in_place)
    await show(interaction, _page(found, offset), in_place=in_place)


def _page(found: Sequence[AuditEntry], offset: int) -> discord.ui.LayoutView:
    if not found:
        return panel(server_labels.AUDIT_NO_MORE if offset else server_labels.AUDIT_EMPTY)
    turns: list[discord.ui.Item[Any]] = []
    if offset:
        turns.append(AuditPageButton(max(0, offset - PAGE_SIZE), server_labels.NEWER))
    if len(found) > PAGE_SIZE:
        turns.append(AuditPageButton(offset + PAGE_SIZE, server_labels.OLDER))
    lines = "\n".join(_line(entry) for entry in found[:PAGE_SIZE])
    rows = [discord.ui.ActionRow(*turns)] if turns else []
    return panel(f"### 🧾 {server_labels.AUDIT_TITLE}", lines, rows=rows)


def _line(entry: AuditEntry) -> str:
    detail = f": {_detail(entry)}" if entry.detail else ""
    return f"- {when(entry.made_at)} {who(entry.author)} {plain_line(entry.action)}{detail}"


def _detail(entry: AuditEntry) -> str:
    detail = entry.detail or ""
    for action, mention in _MENTIONS:
        if action.search(entry.action) and re.fullmatch(r"\d{1,20}(, \d{1,20})*", detail):
            return ", ".join(mention.format(number) for number in detail.split(", ")[:10])
    return plain_line(cut(detail, LONGEST_DETAIL))


class AuditPageButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]], template=r"guide:audit:(?P<offset>\d{1,9})"
):
    """Newer or older entries."""

    def __init__(self, offset: int, label: str) -> None:
        self.offset = offset
        super().__init__(discord.ui.Button(label=label, custom_id=f"guide:audit:{offset}"))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        return cls(int(match["offset"]), server_labels.OLDER)

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Turn the page."""
        async with handling(interaction, "audit page") as actor:
            require_own_server(interaction)
            await open_audit(interaction, actor, self.offset, in_place=True)
