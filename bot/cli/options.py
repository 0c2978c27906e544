"""The options several commands share, and how a command gets the application it works on."""

from __future__ import annotations

from typing import Annotated

import typer
from pydantic import ValidationError

from bot.bootstrap import Application, build
from bot.cli.logs import set_up_logs
from bot.domain.errors import RefusedError
from bot.settings import Settings

DatabaseUrl = Annotated[
    str | None,
    typer.Option("--db", metavar="URL", help="The store, e.g. sqlite:///my.db; DATABASE_URL or the default otherwise."),
]


def read_settings() -> Settings:
    """Read environment and .env; raises RefusedError with one sentence for a value that cannot be."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]).upper()
        raise RefusedError(f"{name} cannot be {str(first['input'])[:40]!r}: {first['msg']}") from error


def application(db: str | None, *, with_starter_library: bool) -> Application:
    """Join the parts for one command."""
    settings = read_settings()
    set_up_logs(settings)
    return build(settings, database_url=db, with_starter_library=with_starter_library)
