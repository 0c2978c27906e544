"""What is kept about a person, for that person alone: shown, taken along as a file, deleted after one question back."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, ClassVar, Self

import discord

from bot.discord_app import member_labels
from bot.discord_app.responding import handling, keeps_pace, panel
from bot.discord_app.unsent import UNSENT_MINUTES
from bot.discord_app.views.private_answer import show, worked_out
from bot.discord_app.wishes import WISH_DAYS
from bot.domain.actor import Actor
from bot.domain.suggestion import Suggestion
from bot.understanding.dialogue import DIALOGUE_MINUTES

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

FILE_NAME = "what-the-parent-guide-keeps-about-me.json"


async def open_privacy(interaction: discord.Interaction[GuideBot], actor: Actor) -> None:
    """Show kinds and counts with the ways to take a copy and to delete."""
    kept = await _everything(interaction, actor)
    lines = [
        f"- {_count(len(kept[kind]), *names)}" for kind, names in member_labels.PRIVACY_KINDS.items() if kept[kind]
    ]
    rows: list[discord.ui.Item[Any]] = []
    if lines:
        rows.append(_row("export", "delete"))
    await show(
        interaction,
        panel(
            f"### {member_labels.PRIVACY_TITLE}",
            "\n".join(lines) or member_labels.PRIVACY_NOTHING,
            member_labels.PRIVACY_NEVER.format(minutes=DIALOGUE_MINUTES),
            member_labels.PRIVACY_FOR_A_WHILE.format(minutes=UNSENT_MINUTES, days=WISH_DAYS),
            f"-# {member_labels.PRIVACY_NOTICE}",
            rows=rows,
        ),
    )


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


async def _everything(interaction: discord.Interaction[GuideBot], actor: Actor) -> dict[str, list[Any]]:
    """What is kept about this person by kind: what is stored, and the words that they have not sent yet."""
    desk = interaction.client.desk
    record = await worked_out(interaction, lambda: desk.use_cases.privacy.show(actor))
    stored = {field.name: list(getattr(record, field.name)) for field in fields(record)}
    return stored | {"unsent": [_unsent(one) for one in desk.unsent.of(actor.user_id)]}


def _unsent(suggestion: Suggestion) -> dict[str, Any]:
    return {name: value for name, value in asdict(suggestion).items() if value}


def as_file(kept: Mapping[str, Sequence[Any]]) -> discord.File:
    """What is kept, by kind, as a JSON file."""
    text = json.dumps(kept, ensure_ascii=False, indent=2, default=str)
    return discord.File(io.BytesIO(text.encode()), FILE_NAME)


class PrivacyButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"guide:privacy:(?P<action>export|delete|keep|all|sure-keep|sure-all|cancel)",
):
    """The steps: a copy; deleting, in which of two ways, and the one question back."""

    _LOOK: ClassVar = {
        "export": (member_labels.EXPORT, discord.ButtonStyle.primary),
        "delete": (member_labels.DELETE, discord.ButtonStyle.secondary),
        "keep": (member_labels.KEEP_WORDS, discord.ButtonStyle.secondary),
        "all": (member_labels.DELETE_ALL, discord.ButtonStyle.secondary),
        "sure-keep": (member_labels.YES_DELETE, discord.ButtonStyle.danger),
        "sure-all": (member_labels.YES_DELETE, discord.ButtonStyle.danger),
        "cancel": (member_labels.CANCEL, discord.ButtonStyle.secondary),
    }

    def __init__(self, action: str) -> None:
        self.action = action
        label, style = self._LOOK[action]
        super().__init__(discord.ui.Button(label=label, style=style, custom_id=f"guide:privacy:{action}"))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        return cls(match["action"])

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Do this step, for the presser's own record whoever opened the panel."""
        async with handling(interaction, f"privacy {self.action}") as actor:
            if not await keeps_pace(interaction):
                return
            match self.action:
                case "export":
                    await _export(interaction, actor)
                case "delete":
                    asked = (f"### {member_labels.DELETE_TITLE}", member_labels.DELETE_EXPLAINED)
                    await show(interaction, panel(*asked, rows=[_row("keep", "all", "cancel")]), in_place=True)
                case "keep" | "all":
                    chosen = f"**{self._LOOK[self.action][0]}.** {member_labels.SURE}"
                    await show(interaction, panel(chosen, rows=[_row(f"sure-{self.action}", "cancel")]), in_place=True)
                case "cancel":
                    await show(interaction, panel(member_labels.NOT_DELETED), in_place=True)
                case _:
                    await _erase(interaction, actor, keep_words=self.action == "sure-keep")


def _row(*actions: str) -> discord.ui.ActionRow[Any]:
    return discord.ui.ActionRow(*(PrivacyButton(action) for action in actions))


async def _export(interaction: discord.Interaction[GuideBot], actor: Actor) -> None:
    kept = await _everything(interaction, actor)
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(
        discord.ui.Container(
            discord.ui.TextDisplay(member_labels.EXPORTED), discord.ui.File(f"attachment://{FILE_NAME}")
        )
    )
    await show(interaction, view, files=(as_file(kept),))


async def _erase(interaction: discord.Interaction[GuideBot], actor: Actor, *, keep_words: bool) -> None:
    privacy = interaction.client.desk.use_cases.privacy
    changed = await worked_out(interaction, lambda: privacy.erase(actor, keep_words=keep_words), in_place=True)
    changed += interaction.client.desk.unsent.forget_of(actor.user_id)
    said = member_labels.ERASED.format(count=_count(changed, "entry", "entries"))
    await show(interaction, panel(said if changed else member_labels.NOTHING_TO_ERASE), in_place=True)
