"""`bench recognise`: recognition measured on this machine, beside plain rapidfuzz over the same titles in one run."""

from __future__ import annotations

import json
import platform
import random
import resource
import string
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.options import DatabaseUrl, application
from bot.domain.errors import RefusedError
from bot.matching.bench import Latency, latency, measure_plain
from bot.matching.titles import TitleIndex
from bot.understanding.understanding import understand

bench = typer.Typer(help="Measure the guide on this machine.", no_args_is_help=True)

_QUESTIONS = (
    "is {} ok for my 8 year old",
    "can my teen watch {}",
    "how scary is {} for a 6yo?",
    "any swearing in {}",
    "what should I know before we watch {} with kids 7 and 11",
)
_SEED = 20
_PLAIN_MESSAGES = 200
"""Messages that the plain way is timed with: it takes long."""


@bench.command()
def recognise(
    messages: Annotated[
        Path | None,
        typer.Option(
            help='A file of messages, one a line or JSON Lines with "message"; made from the titles otherwise.'
        ),
    ] = None,
    count: Annotated[int, typer.Option(min=10, help="How many messages to make.")] = 1_000,
    db: DatabaseUrl = None,
) -> None:
    """Time the whole understanding of a message, beside rapidfuzz's extractOne over all titles."""
    parts = application(db, with_starter_library=True)
    with parts.store.begin() as work:
        index = parts.titles.index(work)
    if len(index) == 0:
        raise RefusedError("the store knows no movie yet; import some, or leave the starter library on")
    said = _read(messages) if messages is not None else _made(index, count)
    year = datetime.now(UTC).year
    understand(said[0], index, this_year=year)
    results = [
        latency("whole understanding", lambda message: understand(message, index, this_year=year), said),
        measure_plain(index, said[:_PLAIN_MESSAGES]),
    ]
    Console().print(_table(results))
    # Kilobytes on Linux, bytes on macOS.
    memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1_000 if sys.platform != "darwin" else 1_000_000)
    sys.stdout.write(
        f"{len(index)} titles; largest memory {memory_mb:.0f} MB; Python {platform.python_version()}, "
        f"{platform.machine()}; {datetime.now(UTC):%Y-%m-%d}\n"
    )


def _read(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedError(f"{path} cannot be read as text: {error}") from error
    said = [json.loads(line)["message"] if line.startswith("{") else line for line in lines if line.strip()]
    if not said:
        raise RefusedError(f"{path} holds no message")
    return said


def _made(index: TitleIndex, count: int) -> list[str]:
    """Make questions about known titles, every third with a slip of the pen; the same each time."""
    draw = random.Random(_SEED)  # noqa: S311 - a repeatable sample, no secret
    entries = list(index)
    said = []
    for number in range(count):
        title = draw.choice(entries).title.lower()
        if number % 3 == 0 and len(title) > 4:
            at = draw.randrange(1, len(title))
            title = title[:at] + draw.choice(string.ascii_lowercase) + title[at + 1 :]
        said.append(draw.choice(_QUESTIONS).format(title))
    return said


def _table(results: list[Latency]) -> Table:
    table = Table("what", "messages", "p50 ms", "p99 ms")
    for result in results:
        table.add_row(result.name, str(result.messages), f"{result.p50_ms:.2f}", f"{result.p99_ms:.2f}")
    return table


def register(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.add_typer(bench, name="bench")
