"""How the program logs: to standard error, ids and outcomes only, never what a parent wrote."""

from __future__ import annotations

import logging
import sys

from bot.settings import Settings


def set_up_logs(settings: Settings) -> None:
    """Log short lines for whoever sits at the terminal."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s", datefmt="%H:%M:%S"))
    _use(handler, settings)


def set_up_service_logs(settings: Settings) -> None:
    """Log for a service that runs for months: structlog, as text or as one JSON object a line."""
    # Imported here: structlog would cost every short command 0.15 s.
    import structlog

    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: list[structlog.typing.Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if settings.log_format == "json":
        last += [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    else:
        last.append(structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty()))
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=last))
    _use(handler, settings)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def _use(handler: logging.Handler, settings: Settings) -> None:
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())
