"""Whole flows with the real guide on a real SQLite store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import discord
import pytest
import simcord

from bot.application.ports import Authorship
from bot.bootstrap import Application, build
from bot.cli.serving import use_cases_of
from bot.discord_app import labels
from bot.discord_app.client import GuideBot
from bot.discord_app.ports import DiscordSettings
from bot.domain.movie import Movie, OfficialRating, ServerId
from bot.domain.review import Answer, DiscussionQuestion, GridCell, QuestionAnswer, Review
from bot.settings import Settings
from tests.discord_app.conftest import texts

STORE_NOTE = Authorship("operator", datetime(2026, 1, 1, tzinfo=UTC), "test")


def review(title: str, year: int, age_years: int, *cast: str) -> Review:
    return Review(
        Movie(title, year, cast=cast, genres=("drama",), official_ratings=(OfficialRating("MPAA", "PG", "US"),)),
        byline="Somebody",
        one_line="A short line about it.",
        recommended_age_years=age_years,
        quality=4,
        grid={"language": GridCell(2, "A few mild words"), "nudity": GridCell(0)},
        questions={"sad_ending": QuestionAnswer(Answer.NO), "war": QuestionAnswer(Answer.NO)},
        story="It begins. It goes on. It ends.",
        any_good="Yes, mostly.",
        talk=(DiscussionQuestion("What would you have done?"),),
    )


REVIEWS = (
    review("Interview", 2007, 15, "Sienna Miller"),
    review("The Lion King", 1994, 6, "Matthew Broderick"),
    review("The Lion King", 2019, 8, "Donald Glover"),
    review("Finding Nemo", 2003, 5, "Albert Brooks"),
    review("Bambi", 1942, 5),
)


@pytest.fixture
def app(tmp_path: Path) -> Application:
    url = f"sqlite:///{tmp_path / 'guide.db'}"
    application = build(Settings(_env_file=None), database_url=url, with_starter_library=False)
    with application.store.begin() as work:
        work.reviews.save_all(REVIEWS, STORE_NOTE)
        work.commit()
    return application


@pytest.fixture
def simcord_bot(app: Application, discord_settings: DiscordSettings, clock: Callable[[], float]) -> GuideBot:
    return GuideBot(use_cases_of(app), discord_settings, clock=clock)


class Room:
    """A channel of a server with a parent and a moderator in it."""

    def __init__(self, env: simcord.Env) -> None:
        self.env = env
        self.server = env.create_guild("Family movies")
        keeper = self.server.create_role("Keeper", permissions=discord.Permissions(manage_guild=True))
        self.channel = self.server.create_text_channel("movie-night")
        self.parent = self.server.add_member(env.create_user("parent"))
        self.moderator = self.server.add_member(env.create_user("moderator"), roles=[keeper])

    async def ask(self, text: str) -> discord.Message:
        assert self.env.bot.user is not None
        await self.parent.send(self.channel, f"{self.env.bot.user.mention} {text}")
        assert self.channel.last_message is not None
        assert self.channel.last_message.author.id == self.env.bot.user.id
        return self.channel.last_message


@pytest.fixture
async def room(simcord_env: simcord.Env) -> Room:
    return Room(simcord_env)


async def test_a_parent_asks_reads_on_and_asks_about_another_child(room: Room) -> None:
    answer = await room.ask("is Interview (2007) ok for my teen")
    assert "Interview (2007)" in texts(answer)
    assert "teen" in texts(answer)
    for action, (_emoji, label) in labels.ACTION_LABELS.items():
        shown = await room.parent.click(answer, label=label)
        assert shown.response is not None, action
        assert "Interview (2007)" in texts(shown.response)
    await room.parent.send(room.channel, "and for my 17 year old?", reply_to=answer)
    assert room.channel.last_message is not None
    assert "17-year-old" in texts(room.channel.last_message)
    assert "Interview (2007)" in texts(room.channel.last_message)


async def test_a_choice_between_namesakes_is_answered_for_the_child_asked_about(room: Room) -> None:
    question = await room.ask("can my 9 year old watch the lion king")
    assert "The Lion King (2019)" in texts(question)
    await room.parent.click(question, label="The Lion King (1994)")
    assert room.channel.last_message is not None
    assert "The Lion King (1994)" in texts(room.channel.last_message)
    assert "9-year-old" in texts(room.channel.last_message)


async def test_a_movie_picked_from_the_list_is_answered(room: Room) -> None:
    offered = await room.parent.autocomplete(room.channel, "ask", "movie", "finding", question="?")
    assert "Finding Nemo (2003)" in [choice["value"] for choice in offered]
    result = await room.parent.slash(
        room.channel, "ask", question="is it ok for my 4 year old?", movie="Finding Nemo (2003)"
    )
    assert result.response is not None
    assert "Finding Nemo (2003)" in texts(result.response)
    assert "4-year-old" in texts(result.response)


async def test_a_moderator_makes_a_guide_channel_that_lasts_over_a_restart(
    room: Room, app: Application, discord_settings: DiscordSettings, clock: Callable[[], float]
) -> None:
    await room.moderator.slash(room.channel, "guide-channel on")
    await room.env.restart_bot(GuideBot(use_cases_of(app), discord_settings, clock=clock))
    await room.parent.send(room.channel, "who brings popcorn?")
    assert room.channel.last_message is not None
    assert room.channel.last_message.author.id == room.parent.id
    await room.parent.send(room.channel, "is finding nemo ok for a 5 year old?")
    assert "Finding Nemo (2003)" in texts(room.channel.last_message)
    assert app.care.settings(ServerId(room.server.id)).guide_channel_ids == {room.channel.id}


async def test_a_review_that_was_removed_is_said_so_behind_its_live_button(room: Room, app: Application) -> None:
    answer = await room.ask("is Bambi (1942) ok for my 8 year old?")
    with app.store.begin() as work:
        stored = next(stored for stored in work.reviews.all() if stored.review.movie.title == "Bambi")
        work.reviews.remove(stored.review_id, STORE_NOTE)
        work.commit()
    shown = await room.parent.click(answer, label="The story")
    assert shown.response is not None
    assert shown.response.ephemeral
    assert "reference" not in shown.response.content
    assert 10 < len(shown.response.content) < 200


async def test_guide_explains_itself_in_the_guides_own_words(room: Room) -> None:
    result = await room.parent.slash(room.channel, "guide")
    assert result.response is not None
    assert "parents' guide" in texts(result.response)
    assert "by mentioning me" in texts(result.response)
