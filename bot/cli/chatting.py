"""A conversation in the terminal, with line editing and a history that lasts as long as the conversation.

The history is kept in memory only: what a parent asks is not written to a file.
"""

from __future__ import annotations

import sys

from prompt_toolkit import PromptSession
from prompt_toolkit.history import InMemoryHistory
from rich.console import Console

from bot.application.guide import Guide, Question, Speaker
from bot.cli.terminal import show_reply
from bot.domain.errors import RefusedError

LEAVE_WORDS = frozenset({"exit", "quit", "bye", ":q"})
_WELCOME = "Ask about a movie, for instance: can my 9 year old watch The Lion King?  (exit or Ctrl-D to leave)"


def converse(guide: Guide, speaker: Speaker, console: Console) -> None:
    """Answer line after line until the input ends or the parent leaves; plain lines when input is piped."""
    session: PromptSession[str] | None = PromptSession(history=InMemoryHistory()) if sys.stdin.isatty() else None
    if session is not None:
        console.print(_WELCOME, style="dim")
    while True:
        try:
            said = session.prompt("you> ") if session is not None else input()
        except (EOFError, KeyboardInterrupt):
            return
        if said.strip().lower() in LEAVE_WORDS:
            return
        if not said.strip():
            continue
        try:
            show_reply(guide.ask(Question(said, speaker)), console)
        except RefusedError as error:
            console.print(str(error), style="yellow", markup=False)
