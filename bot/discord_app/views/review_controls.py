"""The moderators' buttons and selects: each says in its custom id what it does to what, so it outlives a restart.

They decide nothing: every press goes to the review desk, and from there with this very presser's rights to a use case.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.discord_app.views.handed_back import only
from bot.discord_app.views.movie_choice import LONGEST_OPTION_LABEL, cut

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot


class Press(enum.Enum):
    """What a button does. The two numbers: a draft and its version, where nothing else is said."""

    PAGE = "page"
    """Show a page of the panel."""
    FORM = "form"
    """Open a form."""
    PREVIEW = "preview"
    SECTION = "section"
    """Show a section of the preview."""
    PUBLISH = "publish"
    OVER = "over"
    """Publish over the revision that was shown; it is the third part."""
    DROP = "drop"
    DROP_FOR_GOOD = "dropnow"
    NEWEST = "newest"
    """Open the draft as it now is."""
    MINE = "mine"
    """Put what was refused into the newest version."""
    AGAIN = "again"
    """Open the form with what was refused."""
    RESTORE = "restore"
    """Bring a version back; the numbers: a review and its revision."""
    PUBLISH_ALL = "all"
    """Publish what an import kept; the numbers: who imported, and when in microseconds since 1970."""


class Pick(enum.Enum):
    """What a select chooses."""

    ROW = "row"
    QUESTION = "question"
    AGE = "age"
    """For a child of which age the preview is."""
    REVISION = "revision"
    """Which version to look at; the numbers: a review, and 0."""
    DRAFT = "draft"
    """Which draft to open; both numbers are 0."""


class ReviewButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=(
        rf"review:(?P<press>{'|'.join(press.value for press in Press)})"
        r":(?P<subject>\d{1,20}):(?P<version>\d{1,20})(?::(?P<what>[a-z0-9_.]{1,60}))?"
    ),
):
    """One thing to do."""

    def __init__(
        self,
        press: Press,
        subject: int,
        version: int,
        what: str = "",
        *,
        label: str = "?",
        emoji: str | None = None,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        self.press = press
        self.subject = subject
        self.version = version
        self.what = what
        custom_id = f"review:{press.value}:{subject}:{version}" + (f":{what}" if what else "")
        super().__init__(discord.ui.Button(label=label, emoji=emoji, style=style, custom_id=custom_id))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        return cls(Press(match["press"]), int(match["subject"]), int(match["version"]), match["what"] or "")

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Hand over to the review desk."""
        await interaction.client.review_desk.pressed(interaction, self.press, self.subject, self.version, self.what)


class ReviewSelect(
    discord.ui.DynamicItem[discord.ui.Select[discord.ui.LayoutView]],
    template=(
        rf"review-pick:(?P<pick>{'|'.join(pick.value for pick in Pick)})"
        r":(?P<subject>\d{1,20}):(?P<version>\d{1,20})(?::(?P<number>\d))?"
    ),
):
    """One thing of a list."""

    def __init__(
        self,
        pick: Pick,
        subject: int,
        version: int,
        options: Sequence[discord.SelectOption] = (),
        *,
        placeholder: str | None = None,
        number: int = 0,
    ) -> None:
        """`number` tells two selects of one kind in one message apart."""
        self.pick = pick
        self.subject = subject
        self.version = version
        super().__init__(
            discord.ui.Select(
                custom_id=f"review-pick:{pick.value}:{subject}:{version}:{number}",
                placeholder=placeholder,
                options=list(options),
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the select again; what was picked comes with the interaction."""
        return cls(Pick(match["pick"]), int(match["subject"]), int(match["version"]))

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Hand over to the review desk."""
        async with interaction.client.desk.handling(interaction, f"review pick {self.pick.value}"):
            await interaction.client.review_desk.picked(interaction, self.pick, self.subject, only(self.item.values))


def option(label: str, value: str, description: str | None = None, emoji: str | None = None) -> discord.SelectOption:
    """One option within Discord's limits."""
    said = cut(" ".join(description.split()), LONGEST_OPTION_LABEL) if description else None
    return discord.SelectOption(label=cut(label, LONGEST_OPTION_LABEL), value=value, description=said, emoji=emoji)
