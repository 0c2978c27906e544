"""The bot in a local page: it is served, the first question is answered, and it ends when told to."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from pathlib import Path

import aiohttp
import pytest

from bot.discord_app.preview import SERVER_ID, run_preview
from bot.domain.errors import RefusedError
from bot.domain.movie import ServerId
from tests.discord_app.fake_guide import FakeGuide
from tests.discord_app.use_cases import in_folder


async def test_the_page_is_served_until_it_is_told_to_stop(tmp_path: Path) -> None:
    guide = FakeGuide()
    use_cases = in_folder(guide, tmp_path)
    address: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    running = asyncio.create_task(
        run_preview(use_cases, announce=lambda said: address.done() or address.set_result(said.split()[-1]))
    )
    async with asyncio.timeout(20):
        url = await address
        async with aiohttp.ClientSession() as session, session.get(url) as page:
            assert page.status == 200
        os.kill(os.getpid(), signal.SIGTERM)
        await running
    assert [question.addressed for question in guide.questions] == [False]
    assert len(use_cases.care.settings(ServerId(SERVER_ID)).guide_channel_ids) == 1


async def test_a_taken_port_is_one_clear_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(RefusedError, match=f"Port {port} cannot be used"):
            await run_preview(in_folder(FakeGuide(), tmp_path), port)
