"""What reaches standard error, whoever logs it and in whatever format: no words, no values, no token."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.logs import REPEATED_SECONDS, DiscreetFormatter, Repeats

WORDS = "marmalade"
TOKEN = "a-token-that-nobody-has-0123456789"

PROGRAM = f'''
import asyncio, gc, logging, sys, threading
import discord, structlog
from bot.cli.logs import logging_what_nobody_caught, set_up_logs, set_up_service_logs
from bot.settings import Settings

words = "{WORDS}"
how = sys.argv[1]
settings = Settings(_env_file=None, discord_token="{TOKEN}", log_format="text" if how == "short" else how)
(set_up_logs if how == "short" else set_up_service_logs)(settings)

def fall_over(text, headers):
    raise ValueError(f"cannot read {{text!r}}")

async def forgotten_task():
    fall_over(words, {{"Authorization": "Bot {TOKEN}"}})

class Unclean:
    def __del__(self):
        fall_over(words, None)

async def everything():
    loop = asyncio.get_running_loop()
    task = loop.create_task(forgotten_task(), name=f"dynamic-item-{{words}}")
    await asyncio.sleep(0.01)
    del task
    gc.collect()
    loop.call_soon(fall_over, words, None)
    await asyncio.sleep(0.01)

def log_it_all(one):
    try:
        fall_over(words, None)
    except ValueError as error:
        one.exception("Ignoring exception in view %r for item %r", {{words: 1}}, words)
        one.error(f"broken: {{error}}", exc_info=error)
        one.error("gone for %s (User: %s)", words, 900000000000000010)
        one.error("odd %d", words)
        one.warning("Retrying in %.2f seconds, shard %s", 1.5, 3)
        one.warning("We are limited. %s %s", "POST", f"https://discord.com/api/v10/webhooks/12/{{words.upper()}}aW50")

with logging_what_nobody_caught():
    log_it_all(logging.getLogger("discord.client"))
    log_it_all(logging.getLogger("aiohttp.client"))
    asyncio.run(everything())
    thread = threading.Thread(target=fall_over, args=(words, None))
    thread.start()
    thread.join()
    Unclean()
    gc.collect()
    own = logging.getLogger("bot") if how == "short" else structlog.get_logger("bot.discord_app.boundary")
    try:
        fall_over(words, None)
    except ValueError:
        own.exception("failed")
        logging.getLogger("bot.store").exception("failed in the store")
    logging.getLogger("bot.application").warning("Not counted: %s", ValueError(words))
    own.warning("said Bot {TOKEN}")
'''


@pytest.fixture(scope="module", params=["text", "json", "short"])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """All that one program which fails in every way wrote to standard error."""
    script = tmp_path_factory.mktemp("logs") / "program.py"
    script.write_text(PROGRAM, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script, request.param], capture_output=True, text=True, check=True, cwd=script.parent
    )
    assert done.stdout == ""
    assert "said Bot" in done.stderr
    return done.stderr.replace("\\u2026", "…").replace("\\n", "\n")  # as JSON writes them


@pytest.mark.parametrize("secret", [WORDS, TOKEN, "Authorization", "900000000000000010", "cannot read", "Traceback"])
def test_the_log_does_not_hold(written: str, secret: str) -> None:
    assert [line for line in written.splitlines() if secret.lower() in line.lower()] == []


@pytest.mark.parametrize(
    "told",
    [
        "Ignoring exception in view '…' for item '…'",
        "gone for … (User: …)",
        "Retrying in 1.50 seconds, shard 3",
        "We are limited. POST discord.com/api/v10/webhooks/12/…",
        "Task exception was never retrieved",
        "Exception in callback",
        "failed in a thread",
        "failed while cleaning up",
        "failed in the store",
        "Not counted: ValueError",
    ],
)
def test_the_log_still_says_what_happened(written: str, told: str) -> None:
    assert told in written


def test_every_fault_says_its_kind_and_where_it_was(written: str) -> None:
    assert len(re.findall(r"ValueError\n(?: +\S+:\d+ in \w+\n)* +\S*program\.py:\d+ in fall_over", written)) >= 5


def test_a_fault_that_comes_again_is_counted_and_not_repeated() -> None:
    now = [0.0]
    repeats = Repeats(lambda: now[0])
    fault = "ValueError\n  bot/x.py:1 in f"
    assert repeats.told(fault) == fault
    assert repeats.told(fault) == "ValueError (as above, number 2 in a minute)"
    assert repeats.told("KeyError\n  bot/x.py:1 in f").startswith("KeyError\n")
    assert repeats.told(fault) == "ValueError (as above, number 3 in a minute)"
    now[0] += REPEATED_SECONDS + 1
    assert repeats.told(fault) == fault


def test_the_record_itself_is_left_as_it_was_for_other_handlers() -> None:
    record = logging.LogRecord("discord", logging.ERROR, "x.py", 1, "gone for %s", (WORDS,), None)
    assert DiscreetFormatter(logging.Formatter("%(message)s")).format(record) == "gone for …"
    assert record.getMessage() == f"gone for {WORDS}"


def test_a_command_that_breaks_repeats_no_words(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "import bot.cli.asking as asking\n"
        "def broken(*_a, **_k): raise ValueError('is coco ok for my marmalade 7 year old')\n"
        "asking.application = broken\n"
        "from bot.cli.app import main\n"
        "sys.argv = ['parent-guide', 'ask', 'is coco ok']\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 1
    assert "ValueError" in done.stderr
    assert "something broke that should not have" in done.stderr
    assert WORDS not in done.stderr
