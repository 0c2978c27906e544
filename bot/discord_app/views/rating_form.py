"""The form of a community review: as parent or teen, from what age, how good, and a few words if wanted."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.application.community_reviews import CommunityPage
from bot.discord_app import member_labels
from bot.discord_app.markdown import plain_line
from bot.discord_app.moderators_channel import post_card
from bot.discord_app.responding import handling, keeps_pace, panel, require_own_server, typed
from bot.discord_app.sending import show_form
from bot.discord_app.views.handed_back import as_number, one_of
from bot.discord_app.views.lasting_modal import KEPT_SECONDS, LastingModal, Submitted, Values
from bot.discord_app.views.movie_choice import LONGEST_OPTION_LABEL, cut
from bot.discord_app.views.private_answer import show, worked_out
from bot.discord_app.views.under_review import CommunityButton
from bot.discord_app.views.waiting_review import review_text, waiting_card
from bot.domain.actor import Actor
from bot.domain.community import (
    LONGEST_COMMUNITY_REVIEW,
    OLDEST_SUGGESTED_AGE_YEARS,
    CommunityReview,
    Visibility,
    Voice,
)
from bot.domain.movie import MovieId
from bot.saying import wording_community

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot


async def open_rating_form(interaction: discord.Interaction[GuideBot], actor: Actor, movie_id: MovieId) -> None:
    """Open the form, filled with the member's own review if there is one; raises what the use case raises."""
    require_own_server(interaction)
    if not await keeps_pace(interaction):
        return
    community = interaction.client.desk.use_cases.community

    def look() -> CommunityPage:
        community.check(actor, movie_id)
        return community.page(actor, movie_id)

    page = await asyncio.to_thread(look)
    await show_form(interaction, rating_form(movie_id, page.movie_name, page.own))


def rating_form(movie_id: MovieId, movie_name: str, own: CommunityReview | None) -> discord.ui.Modal:
    """The form, filled with the member's own review where there is one."""
    form = discord.ui.Modal(
        title=member_labels.RATE_FORM_TITLE, custom_id=f"guide:form:rate:{movie_id}", timeout=KEPT_SECONDS
    )
    voices: discord.ui.RadioGroup[Any] = discord.ui.RadioGroup(
        custom_id="voice",
        options=[
            discord.RadioGroupOption(
                label=member_labels.VOICE_NAMES[voice],
                value=voice.value,
                default=own is not None and own.voice is voice,
            )
            for voice, label in member_labels.VOICE_NAMES.items()
        ],
    )
    ages: discord.ui.Select[Any] = discord.ui.Select(
        custom_id="age",
        options=[
            discord.SelectOption(
                label=wording_community.age(age_years),
                value=str(age_years),
                default=own is not None and own.suggested_age_years == age_years,
            )
            for age_years in range(OLDEST_SUGGESTED_AGE_YEARS + 1)
        ],
    )
    stars: discord.ui.RadioGroup[Any] = discord.ui.RadioGroup(
        custom_id="stars",
        options=[
            discord.RadioGroupOption(label=label, value=str(number), default=own is not None and own.stars == number)
            for number, label in enumerate(member_labels.STARS, start=1)
        ],
    )
    text: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id="text",
        style=discord.TextStyle.paragraph,
        default=own.text if own else None,
        required=False,
        max_length=LONGEST_COMMUNITY_REVIEW,
    )
    form.add_item(discord.ui.TextDisplay(f"**{plain_line(cut(movie_name, LONGEST_OPTION_LABEL))}**"))
    form.add_item(discord.ui.Label(text=member_labels.RATE_VOICE, component=voices))
    form.add_item(discord.ui.Label(text=member_labels.RATE_AGE, component=ages))
    form.add_item(discord.ui.Label(text=member_labels.RATE_STARS, component=stars))
    form.add_item(
        discord.ui.Label(text=member_labels.RATE_TEXT, description=member_labels.RATE_TEXT_HINT, component=text)
    )
    return form


async def _submitted(interaction: Submitted, match: re.Match[str], values: Values) -> None:
    """Keep it and say who sees it; in a strict server the moderators get a card."""
    async with handling(interaction, "community review") as actor:
        require_own_server(interaction)
        community = interaction.client.desk.use_cases.community
        movie_id, text = MovieId(int(match["movie"])), typed(values.get("text", "")) or None
        voice = one_of(Voice, values.get("voice"))
        age_years, stars = as_number(values.get("age")), as_number(values.get("stars"))

        def rate() -> tuple[CommunityReview, str]:
            review = community.rate(actor, movie_id, voice, age_years, stars, text)
            return review, community.page(actor, movie_id).movie_name

        review, name = await worked_out(interaction, rate)
        row: discord.ui.ActionRow[Any] = discord.ui.ActionRow(
            OwnReviewButton("write", movie_id, has_one=True),
            OwnReviewButton("delete", movie_id, has_one=True),
            CommunityButton(movie_id),
        )
        said = f"{member_labels.RATED} {wording_community.state_to_author(review.visibility)}"
        await show(interaction, panel(f"### {plain_line(name)}", review_text(review), said, rows=[row]))
        if review.visibility is Visibility.WAITING:
            await post_card(interaction.client, review.server_id, waiting_card(review, name))


RATING_MODALS: tuple[LastingModal, ...] = ((re.compile(r"guide:form:rate:(?P<movie>\d{1,18})"), _submitted),)


class OwnReviewButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"guide:own-review:(?P<action>write|delete):(?P<movie>\d{1,18})",
):
    """*Write yours*, *Change yours*, *Delete yours*."""

    def __init__(self, action: str, movie_id: MovieId, *, has_one: bool = False) -> None:
        self.action = action
        self.movie_id = movie_id
        writes = action == "write"
        label = member_labels.CHANGE_YOURS if has_one else member_labels.WRITE_YOURS
        super().__init__(
            discord.ui.Button(
                label=label if writes else member_labels.DELETE_YOURS,
                style=discord.ButtonStyle.primary if writes else discord.ButtonStyle.secondary,
                custom_id=f"guide:own-review:{action}:{movie_id}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the button again from what its custom id says."""
        return cls(match["action"], MovieId(int(match["movie"])))

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Open the form, or delete the presser's own review."""
        async with handling(interaction, f"own review {self.action}") as actor:
            if self.action == "write":
                await open_rating_form(interaction, actor, self.movie_id)
                return
            community = interaction.client.desk.use_cases.community
            await worked_out(interaction, lambda: community.delete_own(actor, self.movie_id), in_place=True)
            await show(interaction, panel(member_labels.DELETED_YOURS), in_place=True)
