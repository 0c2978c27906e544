"""The command line: `parent-guide`, outermost of all. It reads the settings, joins the parts and shows the result.

Exit codes: 0 done; 2 refused, with one sentence and the remedy on standard error; 1 something broke.

Commands are imported when they are called (or listed): `ask` has to start fast and needs none of the others.
"""

from __future__ import annotations

import logging
import os
import sys
import uuid
from importlib import import_module

import typer
from typer._click import Command, Context  # Typer's own copy of click; it re-exports neither
from typer.core import TyperGroup
from typer.main import get_group

from bot.domain.error_text import in_full
from bot.domain.errors import RefusedError, StoreError

ROOMS: dict[str, str] = {
    "ask": "bot.cli.asking",
    "chat": "bot.cli.asking",
    "run": "bot.cli.serving",
    "preview": "bot.cli.serving",
    "import": "bot.cli.importing",
    "export": "bot.cli.importing",
    "schema": "bot.cli.importing",
    "catalogue": "bot.cli.catalogue",
    "reviews": "bot.cli.reviews",
    "stats": "bot.cli.catalogue",
    "explain": "bot.cli.asking",
    "bench": "bot.cli.bench",
}
"""Every command, in the order of the help, and the module whose `register` adds it."""

log = logging.getLogger(__name__)


class Commands(TyperGroup):
    """The commands of ROOMS."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - the signature is the library's
        """Name all commands."""
        return list(ROOMS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002
        """Import the module of one command; None for a name that is none."""
        if cmd_name not in ROOMS:
            return None
        room = typer.Typer()
        # A second entry keeps Typer from folding a room of one command into the command itself.
        room.command("_", hidden=True)(lambda: None)
        import_module(ROOMS[cmd_name]).register(room)
        return get_group(room).commands.get(cmd_name)


app = typer.Typer(
    name="parent-guide",
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def describe() -> None:
    """A conversational parents' guide to movies: ask about a movie, for your children's ages."""


def main() -> None:
    """Run the command line; every error ends here."""
    try:
        app()
    except RefusedError as error:
        _stop(str(error), 2)
    except StoreError as error:
        _stop(str(error), 2)
    except KeyboardInterrupt:
        _stop("stopped", 130)
    except BrokenPipeError:
        # The reader (`head`, a closed pager) went away; nothing is left to say and nobody to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - the last boundary
        reference = uuid.uuid4().hex[:8]
        # It may have come before the log was set up, and what was asked may stand in it.
        log.error("unexpected error %s: %s", reference, in_full(error))  # noqa: TRY400
        _stop(f"something broke that should not have; the log above tells more (reference {reference})", 1)


def _stop(sentence: str, code: int) -> None:
    sys.stdout.flush()
    sys.stderr.write(f"parent-guide: {sentence}\n")
    sys.exit(code)
