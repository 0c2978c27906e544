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
from tests.discord_app.fake_guide import FakeGuide
from tests.discord_app.use_cases import in_folder
from tests.discord_app.wire_discord import BOT, MESSAGE_CONTENT, PARENT, TOKEN, WireDiscord, interaction, message


@pytest.fixture
async def wire(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[WireDiscord]:
    server = WireDiscord()
    await server.start()
    monkeypatch.setattr(discord.http.Route, "BASE", server.base)
    yield server
    await server.stop()


async def stop(running: asyncio.Task[None]) -> None:
    os.kill(os.getpid(), signal.SIGTERM)
    async with asyncio.timeout(8):
        await running


async def start(wire: WireDiscord, use_cases: UseCases) -> asyncio.Task[None]:
    running = asyncio.create_task(run_bot(use_cases, DiscordSettings(token=TOKEN)))
    async with asyncio.timeout(8):
        await wire.ready.wait()
    return running


@pytest.mark.parametrize(
    ("token", "remedy"), [("", "Put DISCORD_TOKEN"), ("  ", "Put DISCORD_TOKEN"), ("wrong", "Copy it again")]
)
async def test_without_a_good_token_one_sentence_says_what_to_do(
    wire: WireDiscord, token: str, remedy: str, tmp_path: Path
) -> None:
    with pytest.raises(RefusedError, match=remedy):
        await run_bot(in_folder(FakeGuide(), tmp_path), DiscordSettings(token=token))


async def test_without_the_intent_the_bot_starts_without_it_and_says_so_once(wire: WireDiscord, tmp_path: Path) -> None:
    wire.allow_message_content = False
    with capture_logs() as logs:
        running = await start(wire, in_folder(FakeGuide(), tmp_path))
        await stop(running)
    assert [bool(intents & MESSAGE_CONTENT) for intents in wire.identified_intents] == [True, False]
    assert [entry["event"] for entry in logs if entry["log_level"] == "warning"] == [GUIDE_CHANNELS_OFF]


async def test_a_stop_waits_for_the_answer_that_is_being_given(wire: WireDiscord, tmp_path: Path) -> None:
    running = await start(wire, in_folder(FakeGuide(delay_seconds=1.2), tmp_path))
    await wire.push("MESSAGE_CREATE", message(10, PARENT, "coraline?"))
    await wire.until(lambda _requests: "POST channels/7/typing" in wire.paths())
    await stop(running)
    assert wire.paths()[-1] == "POST channels/7/messages"


async def test_a_slow_command_is_deferred_before_it_is_answered(wire: WireDiscord, tmp_path: Path) -> None:
    running = await start(wire, in_folder(FakeGuide(delay_seconds=1.7), tmp_path))
    options = [{"name": "question", "type": 3, "value": "coraline?"}]
    await wire.push("INTERACTION_CREATE", interaction(2, {"id": "5", "name": "ask", "type": 1, "options": options}))
    await wire.until(lambda requests: requests[-1][1] == "webhooks/1/t")
    [(_method, _path, deferral)] = [request for request in wire.requests if request[1].endswith("/callback")]
    assert deferral["type"] == discord.InteractionResponseType.deferred_channel_message.value
    await stop(running)


async def test_a_slow_choice_keeps_its_message_until_the_answer_takes_its_place(
    wire: WireDiscord, tmp_path: Path
) -> None:
    running = await start(wire, in_folder(FakeGuide(delay_seconds=1.7), tmp_path))
    movie = MovieRef(MovieId(3), "Coraline", 2009)
    [view] = render(Reply(Outcome.CHOOSE, headline="Which?", choices=(movie,)), asker_id=int(PARENT["id"]))
    question = message(50, BOT, components=view.to_components(), flags=1 << 15)
    pressed = {"custom_id": f"guide:choose:3:{PARENT['id']}", "component_type": 2}
    await wire.push("INTERACTION_CREATE", interaction(3, pressed, message=question))
    await wire.until(lambda requests: requests[-1][0] == "PATCH")
    [(_method, _path, deferral)] = [request for request in wire.requests if request[1].endswith("/callback")]
    assert deferral["type"] == discord.InteractionResponseType.deferred_message_update.value
    assert wire.paths()[-1] == "PATCH webhooks/1/t/messages/@original"
    await stop(running)
