"""The real `parent-guide run` while the network fails and forged input comes: its log tells nobody's words.

One guide a log format lives through all of it, in a process of its own against the double; the tests look at what
the people got and at what stands in the log.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from bot.bootstrap import build
from bot.discord_app import labels, member_labels
from bot.settings import Settings
from tests.discord_app.double.acting import Acts
from tests.discord_app.double.faults import FOR_EVER
from tests.discord_app.double.process import GuideProcess, running_guide
from tests.discord_app.double.server import TOKEN, DiscordDouble
from tests.discord_app.double.shapes import CHANNEL_ID
from tests.discord_app.test_real_guide import STORE_NOTE, review

SEND = "POST /channels/*/messages"
CALLBACK = "POST /interactions/*/callback"
FOLLOW = "POST /webhooks/*"
SORRY = labels.FAILED.partition("{")[0]
CHILD = "for my marmalade 7 year old"
OUTAGE_QUESTIONS = 25
OTHERS_WAIT_SECONDS = 300.0


@dataclass
class Evening:
    """What came of it."""

    said: dict[str, list[str]]
    log: str
    outage_cpu_seconds: float | None
    back_seconds: float
    """From the end of the outage to the next answer."""
    stop_seconds: float
    exit_code: int


async def lost_connections(acts: Acts) -> None:
    faults = acts.double.faults
    for times in (1, 2, 4):
        acts.silenced = times == 4  # the answer and the apology, each sent twice
        faults.reset(SEND, times)
        await acts.ask(f"question lost {times}", f"is coco ok {CHILD}")
        faults.clear()
        faults.reset(CALLBACK, times)
        await acts.press(f"button lost {times}", "guide:section:talk:1")
        faults.clear()
        faults.reset(CALLBACK, times)
        await acts.submit(f"form lost {times}", "guide:form:ask:1", {"question": f"is coco ok {CHILD}?"})
        faults.clear()
        faults.reset(CALLBACK, times)
        await acts.command(f"command lost {times}", "ask", [{"name": "question", "type": 3, "value": f"coco {CHILD}"}])
        faults.clear()
    faults.reset(CALLBACK)
    await acts.type("list lost", "ask", "movie", f"coco {CHILD}")
    acts.silenced = False
    await acts.type("list after that", "ask", "movie", "coco")
    faults.reset(SEND, after_effect=True)
    await acts.ask("question lost too late", f"is coco ok {CHILD}")
    await acts.ask("question delivered twice", f"is coco ok {CHILD}", times=2)
    faults.status(SEND, 503)
    await acts.ask("question unavailable once", f"is coco ok {CHILD}")
    faults.status(SEND, 503, 2, {"message": f"marmalade {CHILD}", "code": 0})
    await acts.ask("question unavailable twice", f"is coco ok {CHILD}")
    faults.status(SEND, 400, 1, {"message": f'Value "{CHILD}" is not snowflake.', "code": 50035})
    await acts.ask("question refused", f"is coco ok {CHILD}")
    faults.reset(CALLBACK)
    await acts.press("form to open lost", "guide:own-review:write:1")
    faults.reset(CALLBACK, after_effect=True)
    await acts.press("button lost too late", "guide:section:talk:1")


TYPED = {"text": CHILD, "age": "7"}
ODD_PARTS = [{"type": 18, "component": {"type": 4, "custom_id": ["marmalade"], "value": {"marmalade": 7}}}]


async def forged_input(acts: Acts) -> None:
    mod = {"moderator": True}
    export = [{"name": "export", "type": 1, "options": [{"name": "format", "type": 3, "value": CHILD}]}]
    block = [{"name": "member", "type": 1, "options": [{"name": "member", "type": 6, "value": CHILD}]}]
    await asyncio.gather(
        acts.press("forged section", "guide:section:marmalade:1"),
        acts.press("forged control", f"guide:want-of-old:{CHILD}"),
        acts.press("forged choice", "guide:choose-from:1", [CHILD]),
        acts.press("forged page", "guide:suggestions:marmalade:0:", **mod),
        acts.press("forged setting", "guide:setting:guide-channels", [CHILD], **mod),
        acts.press("forged request", "guide:request:write", [f"m{CHILD}"], **mod),
        acts.press("forged draft", "review-pick:draft:0:0", [CHILD], **mod),
        acts.press("forged age", "review-pick:age:1:1", [CHILD], **mod),
        acts.press("forged nothing", "guide:choose-from:1", []),
        acts.submit("forged form", "guide:form:marmalade:1", TYPED),
        acts.submit("forged parts", "guide:form:rate:1", ODD_PARTS),
        acts.submit("forged no list", "guide:form:rate:1", CHILD),
        acts.submit("forged rating", "guide:form:rate:1", {**TYPED, "voice": CHILD, "stars": "4"}),
        acts.submit("forged half", "guide:form:rate:1", TYPED),
        acts.command("forged state", "suggestions", [{"name": "state", "type": 3, "value": CHILD}], **mod),
        acts.command("forged format", "review", export, **mod),
        acts.command("forged member", "block", block, **mod),
        acts.command("forged command", CHILD),
    )


async def gateway_trouble(acts: Acts) -> None:
    gateway = acts.double.gateway
    for trouble in (gateway.drop, gateway.ask_to_reconnect, lambda: gateway.close(4000)):
        gateway.ready.clear()
        gateway.refusals = 1
        await trouble()
        async with asyncio.timeout(30):
            await gateway.ready.wait()
    await acts.ask("question after reconnecting", f"is coco ok {CHILD}")


async def outage(acts: Acts, guide: GuideProcess) -> tuple[float | None, float]:
    """Questions come while REST is gone; returns the processor time they took, and the time to the next answer."""
    before = guide.cpu_seconds()
    gone = acts.double.faults.reset("* *", FOR_EVER)
    for _ in range(OUTAGE_QUESTIONS):
        await acts.double.say(f"is coco ok {CHILD}", author=acts.somebody(), direct=True)
    with contextlib.suppress(TimeoutError):  # an answer and an apology, each sent twice
        await acts.double.until(lambda: gone.hits >= 4 * OUTAGE_QUESTIONS, 60)
    await acts.settle()
    acts.double.faults.clear()
    started = time.monotonic()
    await acts.ask("question after the outage", f"is coco ok {CHILD}", direct=True)
    after = guide.cpu_seconds()
    return (after - before if before is not None and after is not None else None), time.monotonic() - started


async def live_through(log_format: str, folder: Path) -> Evening:
    url = f"sqlite:///{folder / 'guide.db'}"
    app = build(Settings(_env_file=None), database_url=url, with_starter_library=False)
    with app.store.begin() as work:
        work.reviews.save_all((review("Coco", 2017, 7),), STORE_NOTE)
        work.commit()
    double = DiscordDouble()
    await double.start()
    acts = Acts(double)
    settings = {"LOG_FORMAT": log_format, "LOG_LEVEL": "debug" if log_format == "json" else "info"}
    try:
        async with running_guide(double, url, folder, settings) as guide:
            await double.say("is coco ok", mention=True)
            await double.until(lambda: double.texts_in(CHANNEL_ID))  # the first answer of all takes longest
            await acts.ask("question", f"is coco ok {CHILD}")
            await lost_connections(acts)
            await forged_input(acts)
            await gateway_trouble(acts)
            cpu_seconds, back_seconds = await outage(acts, guide)
            started = time.monotonic()
            exit_code = await guide.stop()
            stop_seconds = time.monotonic() - started
            return Evening(acts.said, guide.log(), cpu_seconds, back_seconds, stop_seconds, exit_code)
    finally:
        await double.stop()


@pytest.fixture(scope="module", params=["text", "json"])
def evening(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Evening:
    """Lived through once, also where several processes run these tests: the others wait for what the first one saw."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    folder /= f"evening-{request.param}"
    seen = folder / "seen.json"
    try:
        folder.mkdir()
    except FileExistsError:
        deadline = time.monotonic() + OTHERS_WAIT_SECONDS
        while not seen.exists() and time.monotonic() < deadline:
            time.sleep(0.2)
    else:
        told: object = None
        try:
            told = asdict(asyncio.run(live_through(request.param, folder)))
        finally:
            unfinished = folder / "unfinished"
            unfinished.write_text(json.dumps(told), encoding="utf-8")
            unfinished.rename(seen)
    return Evening(**json.loads(seen.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "secret",
    [
        pytest.param("marmalade", id="words"),
        pytest.param("year old", id="age"),
        pytest.param("Wilhelmina", id="name"),
        pytest.param("Moderator-Mo", id="moderator"),
        pytest.param(TOKEN[:16], id="token"),
        pytest.param("Authorization", id="headers"),
        pytest.param("aW50ZXJhY3Rpb246", id="interaction"),
        pytest.param("Traceback", id="traceback"),
    ],
)
def test_the_log_of_a_bad_evening_does_not_hold(evening: Evening, secret: str) -> None:
    assert [line for line in evening.log.splitlines() if secret.lower() in line.lower()] == []


def test_every_line_of_the_json_log_is_an_object_and_every_fault_has_its_kind(evening: Evening) -> None:
    first = evening.log.splitlines()[0]
    if first.startswith("{"):
        lines = [json.loads(line) for line in evening.log.splitlines()]
        lost = [line for line in lines if line["event"] == "lost"]
        assert lost
        assert all(line["error"] and re.fullmatch(r"[0-9a-f]{6}", line["reference"]) for line in lost)
    else:
        lost_line = r"lost +doing=message error=aiohttp\.client_exceptions\.\w+ reference=[0-9a-f]{6}"
        assert re.search(lost_line, evening.log)


def test_a_fault_of_ours_still_says_where_it_was(evening: Evening) -> None:
    assert re.search(r"discord\.errors\.HTTPException: status 400, code 50035", evening.log)
    assert re.search(r"bot/discord_app/listener\.py:\d+ in _reply", evening.log)


def test_a_bad_evening_is_a_short_log(evening: Evening) -> None:
    assert len(evening.log.splitlines()) < 400
    assert len(evening.log) < 60_000


def test_no_question_is_answered_twice_and_one_lost_connection_costs_nothing(evening: Evening) -> None:
    for act in ("question", "question lost 1", "question lost too late", "question delivered twice"):
        assert len(evening.said[act]) == 1, act
        assert "Coco (2017)" in evening.said[act][0], act


def test_an_answer_that_discord_had_no_time_for_comes_a_moment_later(evening: Evening) -> None:
    [said] = evening.said["question unavailable once"]
    assert "Coco (2017)" in said


@pytest.mark.parametrize("act", ["button", "form", "command"])
def test_one_lost_connection_costs_no_answer_to_a(evening: Evening, act: str) -> None:
    assert len(evening.said[f"{act} lost 1"]) == 1
    assert "Coco (2017)" in evening.said[f"{act} lost 1"][0]


def test_a_form_opens_though_the_connection_was_lost_once(evening: Evening) -> None:
    [said] = evening.said["form to open lost"]
    assert said.startswith(member_labels.RATE_FORM_TITLE)


@pytest.mark.parametrize("act", ["question lost 2", "button lost 2", "form lost 2", "command lost 2"])
def test_two_lost_connections_in_a_row_end_in_one_apology(evening: Evening, act: str) -> None:
    assert len(evening.said[act]) == 1
    assert evening.said[act][0].startswith(SORRY)


@pytest.mark.parametrize("act", ["question unavailable twice", "question refused"])
def test_what_discord_refuses_ends_in_one_apology(evening: Evening, act: str) -> None:
    assert len(evening.said[act]) == 1
    assert evening.said[act][0].startswith(SORRY)


def test_a_response_that_arrived_though_its_connection_was_lost_is_no_failure(evening: Evening) -> None:
    [said] = evening.said["button lost too late"]
    assert "Coco (2017)" in said
    assert SORRY not in said


def test_titles_are_offered_again_after_a_list_that_was_lost(evening: Evening) -> None:
    assert evening.said["list lost"] == []
    assert evening.said["list after that"] == ["Coco (2017)"]


FORGED = {
    "forged section": labels.CONTROL_UNKNOWN,
    "forged control": labels.CONTROL_UNKNOWN,
    "forged choice": labels.CHOICE_UNKNOWN,
    "forged page": labels.CHOICE_UNKNOWN,
    "forged setting": labels.CHOICE_UNKNOWN,
    "forged request": labels.CHOICE_UNKNOWN,
    "forged draft": labels.CHOICE_UNKNOWN,
    "forged age": labels.CHOICE_UNKNOWN,
    "forged nothing": labels.CHOICE_UNKNOWN,
    "forged form": labels.FORM_UNKNOWN,
    "forged parts": labels.FORM_UNKNOWN,
    "forged no list": labels.FORM_UNKNOWN,
    "forged rating": labels.CHOICE_UNKNOWN,
    "forged half": labels.CHOICE_UNKNOWN,
    "forged state": labels.CHOICE_UNKNOWN,
    "forged format": labels.CHOICE_UNKNOWN,
}


@pytest.mark.parametrize("act", FORGED)
def test_forged_input_ends_in_one_sentence(evening: Evening, act: str) -> None:
    assert evening.said[act] == [FORGED[act]]


@pytest.mark.parametrize("act", ["forged member", "forged command"])
def test_a_forged_command_ends_in_one_sentence(evening: Evening, act: str) -> None:
    assert len(evening.said[act]) == 1
    assert evening.said[act][0].startswith(SORRY)


def test_the_guide_hears_again_after_lost_gateways_and_outages(evening: Evening) -> None:
    for act in ("question after reconnecting", "question after the outage"):
        assert len(evening.said[act]) == 1, act
        assert "Coco (2017)" in evening.said[act][0], act
    assert evening.back_seconds < 10
    assert evening.stop_seconds < 10
    assert evening.exit_code == 0


def test_an_outage_costs_little_work(evening: Evening) -> None:
    if evening.outage_cpu_seconds is None:
        pytest.skip("the system does not tell a process's time")
    assert evening.outage_cpu_seconds < 0.15 * OUTAGE_QUESTIONS
