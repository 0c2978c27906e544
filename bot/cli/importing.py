"""`import`, `export` and `schema`: reviews in and out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot.application import importing
from bot.application.exporting import export_reviews
from bot.application.importing import ImportReport
from bot.application.ports import Authorship
from bot.cli.options import DatabaseUrl, application
from bot.domain.errors import RefusedError
from bot.domain.review import Source
from bot.formats.document import json_schema
from bot.formats.review_files import WRITABLE, FileFormat

OPERATOR = "operator"
_MOST_SHOWN = 50
_COUNTED_ENDINGS = (".jsonl", ".ndjson", ".csv", ".tsv")

Files = Annotated[list[Path], typer.Argument(help="The files to read.", metavar="FILE…", show_default=False)]
KeepGoing = Annotated[
    bool, typer.Option("--keep-going", help="Import what is good and list the rest, instead of all or nothing.")
]


def import_files(
    files: Files,
    keep_going: KeepGoing = False,
    reason: Annotated[str, typer.Option(help="Why, for the history of the reviews.")] = "import",
    source: Annotated[
        str | None, typer.Option(help="Where the text comes from, for reviews whose file does not say.")
    ] = None,
    licence: Annotated[str | None, typer.Option(help="On what terms it may be shown; goes with --source.")] = None,
    db: DatabaseUrl = None,
) -> None:
    """Import reviews: JSON, JSON Lines, YAML, CSV, a review page as text, or HTML with schema.org data."""
    if licence is not None and source is None:
        raise RefusedError("--licence goes with --source; name the source too")
    origin = Source(source, licence) if source is not None else None
    parts = application(db, with_starter_library=False)
    by = Authorship(OPERATOR, parts.clock.now(), reason)
    with progress_bar("reviews", files) as progress:
        report = importing.import_reviews(
            parts.store, files, by, source=origin, keep_going=keep_going, progress=progress
        )
    _tell_notes(report)
    tell_report(report, f"{report.created} new, {report.changed} changed, {report.unchanged} as they were", "reviews")


def export(
    file_format: Annotated[
        str, typer.Option("--format", help=f"One of {', '.join(one.value for one in WRITABLE)}.")
    ] = FileFormat.JSONL.value,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write; standard output otherwise.")
    ] = None,
    db: DatabaseUrl = None,
) -> None:
    """Export the shared library's reviews, in a format that imports back to the same."""
    chosen = next((one for one in WRITABLE if one.value == file_format.lower()), None)
    if chosen is None:
        raise RefusedError(f"--format {file_format} is not written; choose {', '.join(o.value for o in WRITABLE)}")
    pieces = export_reviews(application(db, with_starter_library=False).store, chosen)
    if output is None:
        for piece in pieces:
            sys.stdout.write(piece)
        return
    try:
        with output.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
    except OSError as error:
        raise RefusedError(f"{output} cannot be written: {error.strerror}") from error


def schema() -> None:
    """Print the JSON Schema of the interchange format."""
    sys.stdout.write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")


def tell_report(report: ImportReport, counts: str, what: str) -> None:
    """Say what an import did; with anything refused, list it on standard error and leave with exit code 2."""
    for problem in report.problems[:_MOST_SHOWN]:
        sys.stderr.write(f"{problem}\n")
    if len(report.problems) > _MOST_SHOWN:
        sys.stderr.write(f"… and {len(report.problems) - _MOST_SHOWN} more\n")
    if report.stored:
        sys.stdout.write(f"{what}: {counts}\n")
    if report.problems:
        refused = "these were left out" if report.stored else "nothing was imported; mend them, or use --keep-going"
        sys.stderr.write(f"parent-guide: {len(report.problems)} refused: {refused}\n")
        raise typer.Exit(2)


@contextmanager
def progress_bar(what: str, files: list[Path]) -> Iterator[importing.Progress | None]:
    """Show how many were read while they are read; None where nobody looks."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (TextColumn(escape(what)), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(what, total=_count_lines(files))
        yield lambda count: progress.update(task, advance=count)


def _count_lines(files: list[Path]) -> int | None:
    """How many lines the files hold, where a line is a review; None where that cannot be told in advance."""
    if any(path.suffix.lower() not in _COUNTED_ENDINGS for path in files):
        return None
    lines = 0
    for path in files:
        try:
            with path.open("rb") as file:
                lines += sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
        except OSError:
            return None
    return lines


def _tell_notes(report: ImportReport) -> None:
    left_out: list[str] = []
    for one in report.notes:
        if one.missing:
            sys.stdout.write(f"{one.movie_name}: the page does not have: {', '.join(one.missing)}\n")
        for block in one.unread:
            first, *more = block.text.splitlines()
            end = f" (and {len(more)} more lines)" if more else ""
            sys.stdout.write(f"{one.file}:{block.line_number}: not understood: {first[:100]}{end}\n")
        place = one.file if one.line is None else f"{one.file}:{one.line}"
        left_out += [f"{place}: {one.movie_name}: {said}" for said in one.left_out]
    sys.stdout.writelines(f"{said}\n" for said in left_out[:_MOST_SHOWN])
    if len(left_out) > _MOST_SHOWN:
        sys.stdout.write(f"… and {len(left_out) - _MOST_SHOWN} more left out\n")


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("import")(import_files)
    app.command()(export)
    app.command()(schema)
