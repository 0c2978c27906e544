"""`reviews …`: the operator's look at the shared library: list, show, history, undo, restore, remove."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.application.library import update_from_library
from bot.bootstrap import Application, library_folder
from bot.cli.options import DatabaseUrl, application
from bot.domain.actor import Actor
from bot.domain.errors import NotFoundError, RefusedError
from bot.domain.review import StoredReview
from bot.formats.review_files import FileFormat, write_reviews

reviews = typer.Typer(help="Look at and keep the shared library's reviews.", no_args_is_help=True)

_OPERATOR = Actor(user_id=None, is_operator=True)

Title = Annotated[str, typer.Argument(help="The movie's title.", metavar="TITLE", show_default=False)]
Year = Annotated[int | None, typer.Option(help="The movie's year, where several share the title.")]


@reviews.command("list")
def list_reviews(db: DatabaseUrl = None) -> None:
    """List all reviews: movie, age, rating, revision, when updated."""
    parts = application(db, with_starter_library=True)
    table = Table("movie", "age", "quality", "revision", "updated")
    with parts.store.begin() as work:
        for stored in work.reviews.all():
            review = stored.review
            age, quality = review.recommended_age_years, review.quality
            table.add_row(
                Text(review.movie.name),
                "" if age is None else f"{age}+",
                "" if quality is None else f"{quality}/5",
                str(stored.revision),
                str(review.last_updated or ""),
            )
    Console().print(table)


@reviews.command()
def show(title: Title, year: Year = None, db: DatabaseUrl = None) -> None:
    """Print one review whole, in the interchange format."""
    stored = _find(application(db, with_starter_library=True), title, year)
    for piece in write_reviews([stored.review], FileFormat.YAML):
        Console().print(piece, markup=False, highlight=False, soft_wrap=True, end="")


@reviews.command()
def history(title: Title, year: Year = None, db: DatabaseUrl = None) -> None:
    """Show who changed a review, when, why and what, newest first."""
    parts = application(db, with_starter_library=True)
    stored = _find(parts, title, year)
    table = Table("revision", "when (UTC)", "who", "why", "what", title=Text(stored.review.movie.name))
    for revision in parts.drafting.history(_OPERATOR, stored.review_id):
        what = "removed" if revision.review is None else ", ".join(revision.changed_fields) or "the whole review"
        when = f"{revision.made_at:%Y-%m-%d %H:%M}"
        table.add_row(str(revision.number), when, Text(revision.author), Text(revision.reason), Text(what))
    Console().print(table)


@reviews.command()
def undo(title: Title, year: Year = None, db: DatabaseUrl = None) -> None:
    """Take the last change of a review back (as a new revision; nothing is lost)."""
    parts = application(db, with_starter_library=True)
    found = _find(parts, title, year)
    stored = parts.drafting.undo(_OPERATOR, found.review_id)
    Console().print(f"{stored.review.movie.name}: now revision {stored.revision}", markup=False)


@reviews.command()
def restore(
    title: Title,
    revision: Annotated[int, typer.Argument(help="The number of the revision to bring back.", show_default=False)],
    year: Year = None,
    db: DatabaseUrl = None,
) -> None:
    """Bring an earlier revision of a review back as the newest one."""
    parts = application(db, with_starter_library=True)
    stored = parts.drafting.restore(_OPERATOR, _find(parts, title, year).review_id, revision)
    Console().print(f"{stored.review.movie.name}: now revision {stored.revision}", markup=False)


@reviews.command()
def remove(title: Title, year: Year = None, db: DatabaseUrl = None) -> None:
    """Take a review down; its history stays. The movie stays known."""
    parts = application(db, with_starter_library=True)
    removed = parts.drafting.remove(_OPERATOR, _find(parts, title, year).review_id)
    Console().print(f"{removed.movie.name}: removed", markup=False)


@reviews.command("update-library")
def update_library(db: DatabaseUrl = None) -> None:
    """Bring in what is new in the starter library; what was changed here stays as it is."""
    parts = application(db, with_starter_library=True)
    done = update_from_library(parts.store, library_folder(), parts.clock)
    Console().print(f"starter library: {done.created} new, {done.changed} renewed, {done.kept} kept as changed here")


def _find(parts: Application, title: str, year: int | None) -> StoredReview:
    wanted = title.casefold().strip()
    with parts.store.begin() as work:
        found = [
            stored
            for stored in work.reviews.all()
            if stored.review.movie.title.casefold() == wanted and year in (None, stored.review.movie.year)
        ]
    if not found:
        raise NotFoundError(f"there is no review of {title!r}; `parent-guide reviews list` shows all")
    if len(found) > 1:
        names = ", ".join(stored.review.movie.name for stored in found)
        raise RefusedError(f"several movies have that title: {names}; add --year")
    return found[0]


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(reviews, name="reviews")
