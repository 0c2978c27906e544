"""What the bot does by itself: the weekly digest, once a week; servers it was removed from."""

from __future__ import annotations

import asyncio
import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from PIL import Image

from bot.bootstrap import Application
from bot.discord_app import digest_chart, server_labels
from bot.discord_app.client import GuideBot
from bot.domain.movie import ServerId
from bot.saying.reply import Outcome
from tests.discord_app.conftest import texts
from tests.discord_app.members.conftest import Family, said

MONDAY = datetime(2026, 2, 9, 0, 30, tzinfo=UTC)


def bot_of(family: Family) -> GuideBot:
    assert isinstance(family.env.bot, GuideBot)
    return family.env.bot


@pytest.fixture
def calendar() -> Any:
    with time_machine.travel(MONDAY, tick=False) as travel:
        yield travel


def fill(app: Application, server_id: ServerId) -> None:
    with app.store.begin() as work:
        for day in range(1, 8):
            at = (MONDAY - timedelta(days=day)).date()
            for outcome, count in ((Outcome.ANSWER, day), (Outcome.CHOOSE, 1), (Outcome.UNKNOWN, day % 2)):
                for _ in range(count):
                    work.demand.note_outcome(server_id, outcome.value, at)
        work.demand.vote(server_id, "Unreviewed Thing", 2011, None, MONDAY.date())
        work.commit()


async def test_the_digest_comes_once_a_week_also_over_a_restart(family: Family, calendar: Any) -> None:
    family.set(moderators_channel_id=family.desk.id, weekly_digest=True)
    fill(family.app, family.server_id)
    await bot_of(family).tending.wake()
    [message] = family.cards()
    assert "39 questions: 28 answered, 7 asked which movie, 4 without a review." in texts(message)
    assert "Unreviewed Thing (2011)" in texts(message)
    [picture] = message.attachments
    assert picture.description is not None
    assert "Sunday: 1 answered, 1 asked which movie, 1 without a review" in picture.description
    await bot_of(family).tending.wake()
    await family.restart()
    calendar.shift(timedelta(days=6))
    await bot_of(family).tending.wake()
    assert len(family.cards()) == 1
    calendar.shift(timedelta(days=1))
    await bot_of(family).tending.wake()
    assert len(family.cards()) == 2


async def test_two_who_wake_at_once_send_one_digest(family: Family, calendar: Any) -> None:
    family.set(moderators_channel_id=family.desk.id, weekly_digest=True)
    fill(family.app, family.server_id)
    await asyncio.gather(bot_of(family).tending.wake(), bot_of(family).tending.wake())
    assert len(family.cards()) == 1


async def test_a_wanted_movie_can_be_begun_from_the_digest(family: Family, calendar: Any) -> None:
    family.set(moderators_channel_id=family.desk.id, weekly_digest=True)
    fill(family.app, family.server_id)
    await bot_of(family).tending.wake()
    pressed = await family.second.select(family.card(), ["tUnreviewed Thing"], custom_id="guide:request:write")
    assert "Unreviewed Thing" in said(pressed)
    assert "Wanted most" in texts(family.card())


@pytest.mark.parametrize("settings", [{"weekly_digest": False}, {"weekly_digest": True, "moderators_channel_id": None}])
async def test_no_digest_comes_unasked_or_to_nowhere(family: Family, calendar: Any, settings: dict[str, Any]) -> None:
    family.set(**({"moderators_channel_id": family.desk.id} | settings))
    fill(family.app, family.server_id)
    await bot_of(family).tending.wake()
    assert family.cards() == []


async def test_a_week_without_anything_to_tell_is_not_told(family: Family, calendar: Any) -> None:
    family.set(moderators_channel_id=family.desk.id, weekly_digest=True)
    await bot_of(family).tending.wake()
    assert family.cards() == []


async def test_a_digest_that_could_not_be_sent_comes_an_hour_later(family: Family, calendar: Any) -> None:
    family.set(moderators_channel_id=family.desk.id, weekly_digest=True)
    fill(family.app, family.server_id)
    family.env.inject_error("POST", f"/channels/{family.desk.id}/messages", status=400)
    await bot_of(family).tending.wake()
    assert family.cards() == []
    await bot_of(family).tending.wake()
    assert len(family.cards()) == 1


async def test_it_wakes_by_itself(family: Family) -> None:
    family.set(moderators_channel_id=family.desk.id, weekly_digest=True)
    with family.app.store.begin() as work:
        yesterday = family.app.clock.now().date() - timedelta(days=1)
        work.demand.note_outcome(family.server_id, Outcome.ANSWER.value, yesterday)
        work.commit()
    await family.env.advance_time(120)
    assert len(family.cards()) == 1


async def test_what_is_kept_of_a_server_that_removed_the_guide_goes_after_thirty_days(
    family: Family, calendar: Any
) -> None:
    family.set(moderators_channel_id=family.desk.id)
    other = family.env.create_guild("Another")
    bot = bot_of(family)
    guild = bot.get_guild(family.server.id)
    assert guild is not None
    await guild.leave()
    await family.env.settle()
    assert bot.get_guild(other.id) is not None
    calendar.shift(timedelta(days=29))
    await bot.tending.wake()
    assert family.app.care.settings(family.server_id).moderators_channel_id == family.desk.id
    calendar.shift(timedelta(days=1))
    await bot.tending.wake()
    assert family.app.care.settings(family.server_id).moderators_channel_id is None


async def test_a_server_that_takes_the_guide_back_keeps_its_own(family: Family, calendar: Any) -> None:
    bot = bot_of(family)
    guild = bot.get_guild(family.server.id)
    assert guild is not None
    await bot.on_guild_remove(guild)
    calendar.shift(timedelta(days=20))
    await bot.on_guild_join(guild)
    calendar.shift(timedelta(days=20))
    await bot.tending.wake()
    assert family.app.care.settings(family.server_id).moderators_channel_id == family.desk.id


async def test_a_server_that_left_while_the_guide_was_off_is_noticed(family: Family, calendar: Any) -> None:
    gone = ServerId(4711)
    fill(family.app, gone)
    await bot_of(family).tending.wake()
    calendar.shift(timedelta(days=30))
    await bot_of(family).tending.wake()
    with family.app.store.begin() as work:
        assert work.demand.wanted(gone) == []
        assert work.departures.known() == [family.server_id]


def test_the_chart_is_a_small_picture_with_the_same_in_words() -> None:
    days = [digest_chart.Day((MONDAY + timedelta(days=number)).date(), (number * 9, number, 2)) for number in range(7)]
    with Image.open(io.BytesIO(digest_chart.chart_png(days))) as picture:
        assert picture.size == (digest_chart.WIDTH, digest_chart.HEIGHT)
        assert len({colour for _, colour in picture.getcolors(100_000)}) > 5  # type: ignore[union-attr]
    assert "Monday: 2 without a review; Tuesday: 9 answered" in digest_chart.alt_text(days)
    assert digest_chart.chart_png([])
    assert len(server_labels.DIGEST_SERIES) == len(days[0].counts)
