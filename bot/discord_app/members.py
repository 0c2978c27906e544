"""Everything for what members write and what their moderators decide about it, as the client needs to know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app.responding import handling, keeps_pace, require_own_server
from bot.discord_app.views.community_page import ReportButton, open_community_page
from bot.discord_app.views.lasting_modal import LastingModal
from bot.discord_app.views.privacy_panel import PrivacyButton
from bot.discord_app.views.rating_form import RATING_MODALS, OwnReviewButton
from bot.discord_app.views.suggestion_card import DECISION_MODALS, DecisionButton, OpenDraftButton
from bot.discord_app.views.suggestion_form import SUGGESTION_MODALS, UnsentButton, open_form
from bot.discord_app.views.suggestion_lists import OneSuggestionButton, TurnPageButton
from bot.discord_app.views.under_review import CommunityButton, MissedDiversityButton
from bot.discord_app.views.waiting_review import JudgeReviewButton
from bot.domain.movie import MovieId
from bot.domain.suggestion import SuggestionKind

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

MEMBER_ITEMS = (
    CommunityButton,
    DecisionButton,
    JudgeReviewButton,
    MissedDiversityButton,
    OneSuggestionButton,
    OpenDraftButton,
    OwnReviewButton,
    PrivacyButton,
    ReportButton,
    TurnPageButton,
    UnsentButton,
)


class MemberDesk:
    """Answers the buttons that stand under every review; the other controls answer themselves."""

    modals: tuple[LastingModal, ...] = (*SUGGESTION_MODALS, *DECISION_MODALS, *RATING_MODALS)

    async def community_reviews(
        self, interaction: discord.Interaction[GuideBot], movie_id: MovieId, page: int = 0, *, in_place: bool = False
    ) -> None:
        """Show what families of this server say about a movie."""
        async with handling(interaction, "community reviews") as actor:
            require_own_server(interaction)
            if await keeps_pace(interaction):
                await open_community_page(interaction, actor, movie_id, page, in_place=in_place)

    async def missed_diversity(self, interaction: discord.Interaction[GuideBot], movie_id: MovieId) -> None:
        """Open the form for a diversity update."""
        async with handling(interaction, "missed diversity") as actor:
            await open_form(interaction, actor, SuggestionKind.DIVERSITY, movie_id)
