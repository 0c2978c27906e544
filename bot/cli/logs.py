"""How the program logs: to standard error, ids and outcomes only, never what a parent wrote.

Our own lines are written with care for that; but a library knows nothing of it. discord.py and asyncio log an
exception with its message, controls and tasks with their names, and structlog's console draws every local variable.
So each record passes a formatter of ours first, whoever wrote it and in whatever format:

- an exception becomes its class, its numbers and the places it came through (`bot.domain.error_text`);
- what a library fills into its sentences is left out, but for small numbers and routes;
- the token is taken out of the finished line, whatever brought it there.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from bot.domain.error_text import in_full, in_short
from bot.settings import Settings

OWN_LOGGERS = ("bot", "__main__")
LEFT_OUT = "…"
LARGEST_NUMBER = 1 << 40
"""Numbers up to here are counts, times and codes; larger ones are ids of people and their messages."""
REPEATED_SECONDS = 60.0
"""Within this time the same fault is written out once and then told in one line."""
MOST_FAULTS = 200
"""Faults remembered at a time for that; the oldest is forgotten first."""

_METHODS = frozenset({"GET", "PUT", "POST", "PATCH", "DELETE"})
_ROUTE_PART = re.compile(r"[a-z@-]{1,20}|v?\d{1,20}")
"""What of a route says nothing about anybody: its own words and ids, but no token."""
_TOLD_UP_TO = re.compile(r"[^<>(){}\[\]'\"`:\n\r]*")
"""Of a finished sentence: up to the first mark behind which a library puts a value."""


def set_up_logs(settings: Settings) -> None:
    """Log short lines for whoever sits at the terminal."""
    _use(logging.Formatter("%(asctime)s %(levelname)s %(message)s", datefmt="%H:%M:%S"), settings)


def set_up_service_logs(settings: Settings) -> None:
    """Log for a service that runs for months: structlog, as text or as one JSON object a line."""
    # Imported here: structlog would cost every short command 0.15 s.
    import structlog

    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: list[structlog.typing.Processor] = [_with_fault, structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if settings.log_format == "json":
        last.append(structlog.processors.JSONRenderer())
    else:
        last += [
            _fault_below,
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
            ),
        ]
    _use(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=last), settings)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


class DiscreetFormatter(logging.Formatter):
    """Takes out of a record what the log must not hold, then hands it to the formatter that lays it out."""

    def __init__(self, layout: logging.Formatter, token: str = "") -> None:
        """`token`: stands in no line; empty when there is none."""
        super().__init__()
        self._layout = layout
        self._token = token
        self._faults = Repeats(time.monotonic)

    def format(self, record: logging.LogRecord) -> str:
        """Write one record."""
        told = logging.makeLogRecord(record.__dict__)
        told.exc_info = told.exc_text = None
        fault = None
        if isinstance(record.msg, dict):  # structlog's; it may bring an exception along, too
            told.msg = dict(record.msg)
            error = _exception(told.msg.pop("exc_info", None) or record.exc_info)
            fault = told.msg.pop("error", None)
        else:
            error = _exception(record.exc_info)
            told.msg, told.args = _discreet(record), ()
        if error is not None:
            fault = in_full(error)
        if fault is not None:
            told.exc_text = told.fault = self._faults.told(str(fault))  # a plain layout puts exc_text below the line
        line = self._layout.format(told)
        return line.replace(self._token, LEFT_OUT) if self._token else line


class Repeats:
    """Keeps a fault that comes a hundred times a minute from being written out a hundred times."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """`clock` counts seconds and never runs backwards."""
        self._clock = clock
        self._seen: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def told(self, fault: str) -> str:
        """The fault as it is to be written: whole, or its first line and the number of times it came."""
        if "\n" not in fault:
            return fault
        now = self._clock()
        since, count = self._seen.get(fault, (now, 0))
        if now - since > REPEATED_SECONDS:
            since, count = now, 0
        self._seen[fault] = (since, count + 1)
        if len(self._seen) > MOST_FAULTS:
            self._seen.popitem(last=False)
        return fault if not count else f"{fault.partition(chr(10))[0]} (as above, number {count + 1} in a minute)"


@contextmanager
def logging_what_nobody_caught() -> Iterator[None]:
    """Let errors that Python itself would write to standard error, messages and all, pass the log instead."""
    log = logging.getLogger("bot.uncaught")

    def in_thread(gone: threading.ExceptHookArgs) -> None:
        if gone.exc_value is not None and not isinstance(gone.exc_value, SystemExit):
            log.error("failed in a thread", exc_info=gone.exc_value)

    def while_cleaning_up(gone: sys.UnraisableHookArgs) -> None:
        log.error("failed while cleaning up", exc_info=gone.exc_value)

    before = threading.excepthook, sys.unraisablehook
    threading.excepthook, sys.unraisablehook = in_thread, while_cleaning_up
    try:
        yield
    finally:
        threading.excepthook, sys.unraisablehook = before


def _discreet(record: logging.LogRecord) -> str:
    """A record's sentence without what a library filled in. Exceptions are told in short in our own, too."""
    own = record.name.partition(".")[0] in OWN_LOGGERS
    given = record.args if isinstance(record.args, tuple) else ()
    if own:
        told = tuple(in_short(one) if isinstance(one, BaseException) else one for one in given)
    elif record.args:
        told = tuple(map(_filled_in, given))
    else:
        # Finished by the library itself (asyncio does so): nobody knows where the values stand in it.
        found = _TOLD_UP_TO.match(str(record.msg))
        return found.group().rstrip() if found else ""
    try:
        return str(record.msg) % told if told else str(record.msg)
    except (TypeError, ValueError, KeyError):
        return str(record.msg)


def _filled_in(value: object) -> object:
    if isinstance(value, int | float) and abs(value) < LARGEST_NUMBER:
        return value
    if isinstance(value, str) and (value in _METHODS or value.startswith("https://discord.com/api/")):
        scheme, _, rest = value.partition("://")
        host, *parts = rest.split("/") if rest else (scheme,)
        return "/".join((host, *(part if _ROUTE_PART.fullmatch(part) else LEFT_OUT for part in parts)))
    return LEFT_OUT


def _exception(exc_info: Any) -> BaseException | None:
    """The exception of what logging calls exc_info: True, an exception, or a triple."""
    if exc_info is True:
        exc_info = sys.exc_info()
    if isinstance(exc_info, tuple):
        exc_info = exc_info[1]
    return exc_info if isinstance(exc_info, BaseException) else None


def _with_fault(_logger: Any, _name: str, event: Any) -> Any:
    """Put the fault that the formatter made ready into structlog's event."""
    fault = getattr(event["_record"], "fault", None)
    event.pop("exc_info", None)
    return {**event, "error": fault} if fault is not None else event


def _fault_below(_logger: Any, _name: str, event: Any) -> Any:
    """On a terminal a fault of several lines reads better below its line."""
    if "\n" in event.get("error", ""):
        event["exception"] = event.pop("error")
    return event


def _use(layout: logging.Formatter, settings: Settings) -> None:
    handler = logging.StreamHandler(sys.stderr)
    token = settings.discord_token.get_secret_value().strip() if settings.discord_token is not None else ""
    handler.setFormatter(DiscreetFormatter(layout, token))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())
