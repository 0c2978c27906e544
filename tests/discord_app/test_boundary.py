"""What goes wrong is said in one sentence with a reference, logged without anybody's words, and ends nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from structlog.testing import capture_logs

from bot.discord_app import labels
from bot.discord_app.rate_guard import BURST, REFILL_SECONDS, Pace, RateGuard
from bot.domain.errors import NotAllowedError, StoreError
from tests.discord_app.conftest import World, texts

WORDS = "my 7 year old has nightmares"


@pytest.mark.parametrize("kind", [RuntimeError, KeyError, StoreError])
async def test_a_failing_answer_is_one_sentence_with_the_reference_of_the_log(
    world: World, kind: type[Exception]
) -> None:
    world.guide.failure = kind("a table is broken")
    with capture_logs() as logs:
        await world.parent.send(world.channel, f"{world.me} {WORDS}")
    [failed] = [entry for entry in logs if entry["log_level"] == "error"]
    said = world.last().content
    assert said == labels.FAILED.format(reference=failed["reference"])
    assert "table" not in said
    assert "fake_guide.py" in failed["error"]


async def test_the_log_of_a_failure_repeats_nobodys_words(world: World) -> None:
    world.guide.failure = ValueError(f"cannot read {WORDS!r}")
    with capture_logs() as logs:
        await world.parent.send(world.channel, f"{world.me} {WORDS}")
    assert logs
    assert "nightmares" not in repr(logs)
    assert str(world.parent.id) not in repr(logs)


async def test_the_log_of_an_answer_holds_outcome_and_ids_only(world: World) -> None:
    with capture_logs() as logs:
        await world.parent.send(world.channel, f"{world.me} coraline for my 7 year old")
    [answered] = [entry for entry in logs if entry["event"] == "answered"]
    answered.pop("milliseconds")
    assert answered == {
        "event": "answered",
        "log_level": "info",
        "doing": "message",
        "server_id": world.server.id,
        "outcome": "answer",
        "movie_id": 3,
    }


async def test_a_refusal_is_shown_in_its_own_words(world: World) -> None:
    world.guide.failure = NotAllowedError("Only *this* server's moderators can do that.")
    result = await world.parent.slash(world.channel, "ask", question="coraline?")
    assert result.response is not None
    assert result.response.content == "Only \\*this\\* server's moderators can do that."
    assert result.response.ephemeral


async def test_a_failing_button_says_so_to_the_presser_alone(world: World) -> None:
    await world.parent.send(world.channel, f"{world.me} coraline?")
    world.guide.failure = RuntimeError("broken")
    result = await world.member.click(world.last(), label="The story")
    assert result.response is not None
    assert result.response.ephemeral
    assert "reference" in result.response.content


async def test_after_a_failure_the_next_question_is_answered(world: World) -> None:
    world.guide.failure = RuntimeError("broken")
    await world.parent.send(world.channel, f"{world.me} coraline?")
    world.guide.failure = None
    await world.parent.send(world.channel, f"{world.me} coraline?")
    assert "Coraline (2009)" in texts(world.last())


class TestTooFast:
    @pytest.fixture
    def clock(self) -> Callable[[], float]:
        return lambda: 0.0

    async def test_too_many_questions_at_once_are_told_so_once_and_others_are_still_answered(
        self, world: World
    ) -> None:
        for _ in range(BURST + 3):
            await world.parent.send(world.channel, f"{world.me} coraline?")
        said = [message.content for message in world.from_bot()]
        assert said.count("") == BURST
        assert said.count(labels.SLOW_DOWN) == 1
        await world.member.send(world.channel, f"{world.me} coraline?")
        assert "Coraline (2009)" in texts(world.last())

    async def test_a_command_that_comes_too_fast_is_always_responded_to(self, world: World) -> None:
        for _ in range(BURST):
            await world.parent.slash(world.channel, "ask", question="coraline?")
        for _ in range(2):
            result = await world.parent.slash(world.channel, "ask", question="coraline?")
            assert result.response is not None
            assert result.response.content == labels.SLOW_DOWN


def test_patience_is_rewarded() -> None:
    now = [0.0]
    guard = RateGuard(lambda: now[0])
    assert [guard.spend(1) for _ in range(BURST + 2)] == [Pace.GO] * BURST + [Pace.SAY_SLOW_DOWN, Pace.STAY_SILENT]
    now[0] += REFILL_SECONDS
    assert guard.spend(1) is Pace.GO
    assert guard.spend(1) is Pace.SAY_SLOW_DOWN
