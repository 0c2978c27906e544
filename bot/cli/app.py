"""The command line: `parent-guide`, outermost of all. It reads the settings, joins the parts and shows the result.

Exit codes: 0 done; 2 refused, with one sentence and the remedy on standard error; 1 something broke.
"""

from __future__ import annotations

import logging
import os
import sys
import uuid

import structlog
import typer

from bot.cli import asking, catalogue, importing, reviews, serving
from bot.domain.errors import RefusedError, StoreError

app = typer.Typer(
    name="parent-guide",
    help="A conversational parents' guide to movies: ask about a movie, for your children's ages.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for room in (asking, importing, catalogue, reviews, serving):
    room.register(app)


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
    except Exception:  # noqa: BLE001 - this is the boundary of this face
        reference = uuid.uuid4().hex[:8]
        structlog.get_logger().exception("unexpected error", reference=reference)
        _stop(f"something broke that should not have; the log above tells more (reference {reference})", 1)


def _stop(sentence: str, code: int) -> None:
    sys.stdout.flush()
    print(f"parent-guide: {sentence}", file=sys.stderr)  # noqa: T201 - this is the boundary of this face
    logging.shutdown()
    sys.exit(code)
