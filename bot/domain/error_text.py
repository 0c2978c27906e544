"""What may be told of an exception where others read it: its kind and where it came from, never what it says.

An exception's message quotes what it fell over: a form's text (`ValueError`), a typed title (`KeyError`), a file's
name (`OSError`), a refused field (Discord's errors). So the rule is the safe one: a message is written for no class
but StoreUnavailableError, whose sentences this program makes from the database's own first line about a connection
or a lock. Of the others the numbers and codes that say what failed are enough: a status, an errno, an SQL state.
Local variables and lines of source are never written.
"""

from __future__ import annotations

import errno
import os
import re
import socket
import ssl
import traceback

from bot.domain.errors import StoreUnavailableError

MOST_FRAMES = 25
"""Of one exception, the innermost: where it happened and who called; what lies further out is a library's loop."""
MOST_CAUSES = 5
"""Exceptions told in a chain of causes, or in a group."""

_NUMBERS = ("status", "code")
"""Attributes that hold a number of an answer: discord.py's, aiohttp's."""
_CODES = ("sqlstate", "sqlite_errorname")
"""Attributes that hold a database's code, one word in capitals and digits."""
_OF_OTHER_NUMBERS = (ssl.SSLError, socket.gaierror, socket.herror)
"""OSErrors whose number is another library's; aiohttp wraps them with that number in an `os_error`."""
_CODE = re.compile(r"[A-Z0-9_]{1,40}")
_FOLDERS = re.compile(r"^(?:.*/site-packages/|.*/lib/python[^/]*/|.*/(?=(?:bot|tests)/))")
"""What stands before the telling part of a file's path: folders of the machine it runs on."""


def in_short(error: BaseException) -> str:
    """One line: the exception's class, and the numbers that say what failed."""
    kind = type(error)
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    details = [f"{name} {value}" for name in _NUMBERS if type(value := getattr(error, name, None)) is int]
    details += [
        value for name in _CODES if isinstance(value := getattr(error, name, None), str) and _CODE.fullmatch(value)
    ]
    system = getattr(error, "os_error", error)
    number = system.errno if isinstance(system, OSError) and not isinstance(system, _OF_OTHER_NUMBERS) else None
    if number is not None and number in errno.errorcode:
        details.append(os.strerror(number))
    if isinstance(error, StoreUnavailableError):
        details.append(" ".join(str(error).split()))
    return f"{module}{kind.__qualname__}" + (f": {', '.join(details)}" if details else "")


def in_full(error: BaseException) -> str:
    """The same with the places it came through, and its causes; several lines."""
    parts: list[str] = []
    seen: set[int] = set()
    waiting: list[BaseException] = [error]
    while waiting and len(parts) < MOST_CAUSES:
        current = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        parts.append("\n".join((in_short(current), *_places(current))))
        cause = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
        waiting += [cause] if cause is not None else []
        if isinstance(current, BaseExceptionGroup):
            waiting += reversed(current.exceptions)
    return "\ncaused by ".join(parts)


def _places(error: BaseException) -> list[str]:
    """File, line and function of each frame, the outermost first."""
    frames = [(frame.f_code, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    return [f"  {_FOLDERS.sub('', code.co_filename)}:{line} in {code.co_name}" for code, line in frames[-MOST_FRAMES:]]
