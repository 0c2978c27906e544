"""`ask`, `chat` and `explain`: the guide in a terminal."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.console import Console

from bot.application.explaining import explain as explain_message
from bot.application.guide import Question, Speaker
from bot.cli import batch
from bot.cli.explanation import explanation_table
from bot.cli.options import DatabaseUrl, application
from bot.cli.terminal import show_reply
from bot.domain.errors import RefusedError

_SPEAKER = Speaker("terminal")


def ask(
    message: Annotated[
        list[str] | None, typer.Argument(help="The question, in your own words.", metavar="MESSAGE", show_default=False)
    ] = None,
    json_lines: Annotated[
        bool,
        typer.Option(
            "--json",
            help="Read questions as JSON Lines on standard input ({id, message, conversation?, addressed?}) "
            "and write one JSON object a line.",
        ),
    ] = False,
    db: DatabaseUrl = None,
) -> None:
    """Ask about a movie: parent-guide ask "is Interview ok for my teen"."""
    if json_lines:
        if message:
            raise RefusedError("with --json the questions come on standard input; leave the message out")
        batch.answer_lines(application(db, with_starter_library=True).guide, sys.stdin.buffer, sys.stdout)
        return
    text = " ".join(message or []) or (sys.stdin.read() if not sys.stdin.isatty() else "")
    if not text.strip():
        raise RefusedError('write your question after the command, e.g. parent-guide ask "is Interview ok for my teen"')
    guide = application(db, with_starter_library=True).guide
    show_reply(guide.ask(Question(text, _SPEAKER)), Console())


def chat(db: DatabaseUrl = None) -> None:
    """Talk with the guide; it remembers the movie and the children for follow-up questions until you leave."""
    # Imported here: only this command needs it, and `ask` has to start fast.
    from bot.cli.chatting import converse

    converse(application(db, with_starter_library=True).guide, _SPEAKER, Console())


def explain(
    message: Annotated[
        list[str], typer.Argument(help="The message to explain.", metavar="MESSAGE", show_default=False)
    ],
    unaddressed: Annotated[
        bool, typer.Option("--unaddressed", help="As said in a guide channel, not to the guide itself.")
    ] = False,
    after: Annotated[
        list[str] | None, typer.Option("--after", help="A message said before this one; may be given several times.")
    ] = None,
    db: DatabaseUrl = None,
) -> None:
    """Show why a message is understood as it is: the rule that decided, and everything read with its odds."""
    parts = application(db, with_starter_library=True)
    said = " ".join(message)
    explanation = explain_message(
        parts.store, parts.titles, parts.clock, said, before=after or (), addressed=not unaddressed
    )
    Console().print(explanation_table(explanation))


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command()(ask)
    app.command()(chat)
    app.command()(explain)
