"""`catalogue import` and `stats`: the movies that are known, and what the reviews cover."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.application import importing
from bot.application.coverage import ENOUGH_TO_CHOOSE_FROM, Coverage, library_coverage
from bot.cli.importing import Files, KeepGoing, progress_bar, tell_report
from bot.cli.options import DatabaseUrl, application

catalogue = typer.Typer(help="The movies that are known, reviewed or not.", no_args_is_help=True)


@catalogue.command("import")
def import_movies(files: Files, keep_going: KeepGoing = False, db: DatabaseUrl = None) -> None:
    """Import known movies: JSON Lines, IMDb title.basics.tsv(.gz), TMDB daily ids (.json.gz), MovieLens movies.csv."""
    parts = application(db, with_starter_library=False)
    with progress_bar("movies", files) as progress:
        report = importing.import_catalogue(parts.store, files, keep_going=keep_going, progress=progress)
    tell_report(report, f"{report.created} new, {report.unchanged} known already", "movies")


def stats(
    markdown: Annotated[bool, typer.Option("--markdown", help="As Markdown tables, for README.")] = False,
    db: DatabaseUrl = None,
) -> None:
    """Show what the reviews cover: ages, decades, ratings, genres, countries, how much was checked."""
    coverage = library_coverage(application(db, with_starter_library=True).store)
    console = Console()
    tables = _tables(coverage)
    for title, rows in tables:
        if markdown:
            console.print(f"| {title} | {' | '.join(name for name, _ in rows)} |", soft_wrap=True, markup=False)
            console.print(f"|---|{'---:|' * len(rows)}", soft_wrap=True, markup=False)
            console.print(f"| reviews | {' | '.join(count for _, count in rows)} |\n", soft_wrap=True, markup=False)
        else:
            console.print(_table(title, rows))
    thin = ", ".join(str(age) for age in coverage.thin_ages) or "none"
    console.print(
        f"{coverage.reviews} reviews; grid cells checked: {coverage.grid}; "
        f"yes/no questions answered: {coverage.questions}; "
        f"ages with fewer than {ENOUGH_TO_CHOOSE_FROM} to choose from: {thin}",
        soft_wrap=True,
    )


def _tables(coverage: Coverage) -> list[tuple[str, list[tuple[str, str]]]]:
    def counted(rows: tuple[tuple[str, int], ...]) -> list[tuple[str, str]]:
        return [(name, str(count)) for name, count in rows]

    return [
        ("To choose from at age", [(str(age), str(count)) for age, count in coverage.to_choose_from]),
        ("Fine from age", counted(coverage.by_age)),
        ("Decade", counted(coverage.by_decade)),
        ("Official rating", counted(coverage.by_rating)),
        ("Genre", counted(coverage.by_genre)),
        ("Country", counted(coverage.by_country)),
        ("Grid row checked", counted(coverage.grid_checked)),
        ("Question answered", counted(coverage.questions_answered)),
    ]


def _table(title: str, rows: list[tuple[str, str]]) -> Table:
    table = Table(title, "reviews")
    for name, count in rows:
        table.add_row(name, count)
    return table


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(catalogue, name="catalogue")
    app.command()(stats)
