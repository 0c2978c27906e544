"""A lost request is sent once more, and a first response that arrived though it seemed lost counts as given."""

from __future__ import annotations

import types
from typing import Any, cast

import aiohttp
import discord
import pytest

from bot.discord_app import sending

LOST = ConnectionResetError()


def answered(status: int, code: int = 0) -> discord.HTTPException:
    response = types.SimpleNamespace(status=status, reason="")
    kind = discord.DiscordServerError if status >= 500 else discord.HTTPException
    return kind(cast(Any, response), {"code": code, "message": ""})


class Line:
    """Sends over a connection on which this goes wrong, one after the other."""

    def __init__(self, *faults: Exception) -> None:
        self.faults = list(faults)
        self.sent = 0

    async def send(self) -> str:
        self.sent += 1
        if self.faults:
            raise self.faults.pop(0)
        return "sent"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "AGAIN_AFTER_SECONDS", 0)


@pytest.mark.parametrize("fault", [LOST, aiohttp.ServerDisconnectedError(), answered(503)])
async def test_what_is_lost_once_is_sent_once_more(fault: Exception) -> None:
    line = Line(fault)
    assert (await sending.once_more(line.send), line.sent) == ("sent", 2)


@pytest.mark.parametrize("fault", [LOST, answered(503)])
async def test_what_is_lost_twice_is_not_sent_a_third_time(fault: Exception) -> None:
    line = Line(fault, fault)
    with pytest.raises(type(fault)):
        await sending.once_more(line.send)
    assert line.sent == 2


@pytest.mark.parametrize("fault", [aiohttp.ServerTimeoutError(), answered(500), answered(400, 50035), ValueError()])
async def test_what_another_attempt_cannot_mend_is_raised_at_once(fault: Exception) -> None:
    line = Line(fault)
    with pytest.raises(type(fault)):
        await sending.once_more(line.send)
    assert line.sent == 1


def interaction(*, done: bool = False) -> Any:
    return types.SimpleNamespace(extras={}, response=types.SimpleNamespace(is_done=lambda: done))


async def test_a_first_response_that_arrived_though_it_seemed_lost_is_given() -> None:
    one, line = interaction(), Line(LOST, answered(400, sending.ANSWERED_ALREADY))
    assert not sending.is_answered(one)
    await sending.respond(one, line.send)
    assert sending.is_answered(one)
    assert sending.is_answered(interaction(done=True))


@pytest.mark.parametrize(
    "faults", [(answered(400, sending.ANSWERED_ALREADY),), (LOST, answered(400, 50035)), (LOST, LOST)]
)
async def test_a_first_response_that_somebody_else_gave_or_that_was_refused_is_none(faults: tuple[Exception]) -> None:
    one = interaction()
    with pytest.raises(type(faults[-1])):
        await sending.respond(one, Line(*faults).send)
    assert not sending.is_answered(one)
