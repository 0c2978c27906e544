"""Running for real, over a socket: signing in, the missing intent, slow answers, and a clean end."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
from structlog.testing import capture_logs

from bot.discord_app.client import GUIDE_CHANNELS_OFF
from bot.discord_app.ports import DiscordSettings, UseCases
from bot.discord_app.render import render
from bot.discord_app.running import run_bot
from bot.domain.errors import RefusedError
from bot.domain.movie import MovieId
from bot.saying.reply import MovieRef, Outcome, Reply
from tests.discord_app.double.server import PARENT, TOKEN, DiscordDouble
from tests.discord_app.double.shapes import MESSAGE_CONTENT_INTENT, PARENT_ID, custom_ids_of
from tests.discord_app.fake_guide import FakeGuide
from tests.discord_app.use_cases import in_folder


@pytest.fixture
async def double(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordDouble]:
    one = DiscordDouble()
    await one.start()
    monkeypatch.setattr(discord.http.Route, "BASE", one.base)
    yield one
    await one.stop()


async def stop(running: asyncio.Task[None]) -> None:
    os.kill(os.getpid(), signal.SIGTERM)
    async with asyncio.timeout(8):
        await running


async def start(double: DiscordDouble, use_cases: UseCases) -> asyncio.Task[None]:
    running = asyncio.create_task(run_bot(use_cases, DiscordSettings(token=TOKEN)))
    async with asyncio.timeout(8):
        await double.gateway.ready.wait()
    return running


def names(double: DiscordDouble) -> list[str]:
    """The requests so far by method and what their path ends in."""
    return [f"{request.method} {request.path.rpartition('/')[2]}" for request in double.requests]


@pytest.mark.parametrize(
    ("token", "remedy"), [("", "Put DISCORD_TOKEN"), ("  ", "Put DISCORD_TOKEN"), ("wrong", "Copy it again")]
)
async def test_without_a_good_token_one_sentence_says_what_to_do(
    double: DiscordDouble, token: str, remedy: str, tmp_path: Path
) -> None:
    with pytest.raises(RefusedError, match=remedy):
        await run_bot(in_folder(FakeGuide(), tmp_path), DiscordSettings(token=token))


async def test_without_the_intent_the_bot_starts_without_it_and_says_so_once(
    double: DiscordDouble, tmp_path: Path
) -> None:
    double.gateway.allow_message_content = False
    with capture_logs() as logs:
        running = await start(double, in_folder(FakeGuide(), tmp_path))
        await stop(running)
    assert [bool(intents & MESSAGE_CONTENT_INTENT) for intents in double.gateway.identified_intents] == [True, False]
    assert [entry["event"] for entry in logs if entry["log_level"] == "warning"] == [GUIDE_CHANNELS_OFF]


async def test_a_stop_waits_for_the_answer_that_is_being_given(double: DiscordDouble, tmp_path: Path) -> None:
    running = await start(double, in_folder(FakeGuide(delay_seconds=1.2), tmp_path))
    await double.say("coraline?", direct=True)
    await double.until(lambda: "POST typing" in names(double))
    await stop(running)
    assert names(double)[-1] == "POST messages"


async def test_a_slow_command_is_deferred_before_it_is_answered(double: DiscordDouble, tmp_path: Path) -> None:
    running = await start(double, in_folder(FakeGuide(delay_seconds=1.7), tmp_path))
    asked = await double.command("ask", [{"name": "question", "type": 3, "value": "coraline?"}], direct=True)
    await double.until(lambda: "Coraline (2009)" in double.said_to(asked))
    deferral = double.response_to(asked)
    assert deferral is not None
    assert deferral["type"] == discord.InteractionResponseType.deferred_channel_message.value
    await stop(running)


async def test_a_slow_choice_keeps_its_message_until_the_answer_takes_its_place(
    double: DiscordDouble, tmp_path: Path
) -> None:
    running = await start(double, in_folder(FakeGuide(delay_seconds=1.7), tmp_path))
    movie = MovieRef(MovieId(3), "Coraline", 2009)
    [view] = render(Reply(Outcome.CHOOSE, headline="Which?", choices=(movie,)), asker_id=PARENT_ID)
    [choose] = custom_ids_of(view.to_components())
    asked = await double.press(choose, author=PARENT, direct=True)
    await double.until(lambda: "Coraline (2009)" in double.said_to(asked))
    deferral = double.response_to(asked)
    assert deferral is not None
    assert deferral["type"] == discord.InteractionResponseType.deferred_message_update.value
    assert names(double)[-1] == "PATCH @original"
    await stop(running)
