"""What families of this server say about a movie: the sums, then one review after the other, each with *Report*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.application.community_reviews import CommunityPage
from bot.discord_app import member_labels
from bot.discord_app.desk import tell
from bot.discord_app.markdown import plain_line
from bot.discord_app.moderators_channel import post_card
from bot.discord_app.responding import handling, keeps_pace
from bot.discord_app.views.private_answer import show, worked_out
from bot.discord_app.views.rating_form import OwnReviewButton
from bot.discord_app.views.under_review import CommunityButton
from bot.discord_app.views.waiting_review import review_text, waiting_card
from bot.domain.actor import Actor
from bot.domain.community import CommunityReview, CommunityReviewId, Visibility
from bot.domain.movie import MovieId
from bot.saying import wording_community

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

ROOM = 3_000
"""Characters of reviews on one page; the rest of Discord's 4,000 is for the heading and the sums."""
MOST_ON_PAGE = 5


async def open_community_page(
    interaction: discord.Interaction[GuideBot],
    actor: Actor,
    movie_id: MovieId,
    page: int = 0,
    *,
    in_place: bool = False,
) -> None:
    """Show a page of a movie's community reviews to this person alone."""
    community = interaction.client.desk.use_cases.community
    shown = await worked_out(interaction, lambda: community.page(actor, movie_id), in_place=in_place)
    view = _page_view(shown, movie_id, page)
    await show(interaction, view, in_place=in_place)


def _page_view(shown: CommunityPage, movie_id: MovieId, number: int) -> discord.ui.LayoutView:
    pages = _pages(shown.reviews)
    number = min(number, len(pages) - 1)
    sums = [wording_community.voice_line_with_stars(summary) for summary in shown.summaries]
    head = [f"### {plain_line(shown.movie_name)}", *sums]
    if not sums:
        head.append(wording_community.nobody_yet())
    parts: list[discord.ui.Item[Any]] = [discord.ui.TextDisplay("\n".join(head))]
    for review in pages[number]:
        parts.append(discord.ui.Separator())
        text = review_text(review)
        if shown.own is review:
            state = f"\n-# {wording_community.state_to_author(review.visibility)}"
            parts.append(discord.ui.TextDisplay(text + (state if review.visibility is not Visibility.SHOWN else "")))
        elif review.community_review_id is not None:
            report = ReportButton(review.community_review_id)
            parts.append(discord.ui.Section(discord.ui.TextDisplay(text), accessory=report))
    row: list[discord.ui.Item[Any]] = [OwnReviewButton("write", movie_id, has_one=shown.own is not None)]
    if shown.own is not None:
        row.append(OwnReviewButton("delete", movie_id, has_one=True))
    if number:
        row.append(CommunityButton(movie_id, number - 1, member_labels.EARLIER))
    if number + 1 < len(pages):
        row.append(CommunityButton(movie_id, number + 1, member_labels.LATER))
    parts.append(discord.ui.ActionRow(*row))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.Container(*parts))
    return view


def _pages(reviews: Sequence[CommunityReview]) -> list[list[CommunityReview]]:
    pages: list[list[CommunityReview]] = [[]]
    room = ROOM
    for review in reviews:
        length = len(review_text(review))
        if pages[-1] and (length > room or len(pages[-1]) == MOST_ON_PAGE):
            pages.append([])
            room = ROOM
        pages[-1].append(review)
        room -= length
    return pages


class ReportButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"guide:report:(?P<id>\d{1,18})",
):
    """*Report* beside a community review."""

    def __init__(self, community_review_id: CommunityReviewId) -> None:
        self.community_review_id = community_review_id
        super().__init__(
            discord.ui.Button(
                label=member_labels.REPORT,
                style=discord.ButtonStyle.secondary,
                custom_id=f"guide:report:{community_review_id}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        return cls(CommunityReviewId(int(match["id"])))

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Report it; with the report that hides it, the moderators get a card."""
        async with handling(interaction, "report") as actor:
            if not await keeps_pace(interaction):
                return
            community = interaction.client.desk.use_cases.community
            report = await worked_out(interaction, lambda: community.report(actor, self.community_review_id))
            await tell(interaction, member_labels.REPORTED_HIDDEN if report.hidden_now else member_labels.REPORTED)
            if report.hidden_now:
                await post_card(
                    interaction.client, report.review.server_id, waiting_card(report.review, report.movie_name)
                )
