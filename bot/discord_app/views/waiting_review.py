"""A community review that a moderator has to look at: *Let it stand* or *Take it down*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.discord_app import member_labels
from bot.discord_app.markdown import plain, plain_line
from bot.discord_app.moderators_channel import refresh_card
from bot.discord_app.responding import handling, panel
from bot.discord_app.views.private_answer import show, worked_out
from bot.domain.actor import Actor
from bot.domain.community import MOST_STARS, CommunityReview, CommunityReviewId, Visibility
from bot.saying import wording_community
from bot.saying.wording_grammar import day

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

MOST_SHOWN = 8
"""Cards at a time in the list; the next ones come when these are decided."""


def review_text(review: CommunityReview) -> str:
    """One community review as others read it; what its author wrote is escaped."""
    stars = "★" * review.stars + "☆" * (MOST_STARS - review.stars)
    who = f"<@{review.author_id}>" if review.author_id is not None else member_labels.AUTHOR_GONE
    head = f"**{wording_community.one_says(review.voice, review.suggested_age_years)}** · {stars}"
    said = f"\n{plain(review.text)}" if review.text else ""
    return f"{head}{said}\n-# {who}, {day(review.written_at.date())}"


def waiting_card(review: CommunityReview, movie_name: str) -> discord.ui.LayoutView:
    """The card: with buttons while a moderator has to look, with what became of it afterwards."""
    assert review.community_review_id is not None
    parts = [f"### {plain_line(movie_name)}", review_text(review)]
    rows: list[discord.ui.Item[Any]] = []
    if review.visibility in (Visibility.WAITING, Visibility.HIDDEN):
        hidden = review.visibility is Visibility.HIDDEN
        why = member_labels.WAITS_BECAUSE_REPORTED if hidden else member_labels.WAITS_BECAUSE_NEW
        parts.append(why.format(reports=review.reports))
        buttons = (JudgeReviewButton(action, review.community_review_id) for action in ("stand", "down"))
        rows.append(discord.ui.ActionRow(*buttons))
    else:
        stands = review.visibility is Visibility.SHOWN
        parts.append(f"-# {member_labels.LET_STOOD if stands else member_labels.TAKEN_DOWN}")
    return panel(*parts, rows=rows)


async def open_waiting(interaction: discord.Interaction[GuideBot], actor: Actor) -> None:
    """Show what waits, the oldest first, each as a card of its own; raises NotAllowedError."""
    community = interaction.client.desk.use_cases.community
    waiting = await worked_out(interaction, lambda: community.waiting(actor))
    if not waiting:
        await show(interaction, panel(member_labels.NOTHING_WAITS))
    for one in waiting[:MOST_SHOWN]:
        await show(interaction, waiting_card(one.review, one.movie_name))
    if len(waiting) > MOST_SHOWN:
        await show(interaction, panel(member_labels.MORE_WAIT.format(count=len(waiting) - MOST_SHOWN)))


class JudgeReviewButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"guide:judge-review:(?P<action>stand|down):(?P<id>\d{1,18})",
):
    """*Let it stand* or *Take it down*."""

    def __init__(self, action: str, community_review_id: CommunityReviewId) -> None:
        self.action = action
        self.community_review_id = community_review_id
        stands = action == "stand"
        super().__init__(
            discord.ui.Button(
                label=member_labels.LET_STAND if stands else member_labels.TAKE_DOWN,
                style=discord.ButtonStyle.success if stands else discord.ButtonStyle.danger,
                custom_id=f"guide:judge-review:{action}:{community_review_id}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        return cls(match["action"], CommunityReviewId(int(match["id"])))

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Decide, and take the buttons off the card here and in the moderators' channel."""
        async with handling(interaction, f"community review {self.action}") as actor:
            community = interaction.client.desk.use_cases.community
            decide = community.let_stand if self.action == "stand" else community.take_down
            await worked_out(interaction, lambda: decide(actor, self.community_review_id), in_place=True)
            named = await worked_out(interaction, lambda: community.get(actor, self.community_review_id), in_place=True)
            card = waiting_card(named.review, named.movie_name)
            await show(interaction, card, in_place=True)
            await refresh_card(
                interaction.client,
                named.review.server_id,
                f"guide:judge-review:stand:{self.community_review_id}",
                card,
                but_not=interaction.message.id if interaction.message else None,
            )
