"""Measure the plain way of recognising a title, rapidfuzz over every title, for comparison in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from bot.matching.titles import TitleIndex


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds that half, and all but one in a hundred, of the messages needed."""

    name: str
    messages: int
    p50_ms: float
    p99_ms: float


def measure_plain(index: TitleIndex, messages: Sequence[str]) -> Latency:
    """Time `process.extractOne` of each message over all titles.

    Raises:
        ValueError: there are no messages.
    """
    if not messages:
        raise ValueError("measuring needs at least one message")
    titles = [utils.default_process(entry.title) for entry in index]

    def plain(message: str) -> None:
        process.extractOne(message, titles, scorer=fuzz.WRatio, processor=utils.default_process)

    return latency("rapidfuzz extractOne", plain, messages)


def latency(name: str, call: Callable[[str], object], messages: Sequence[str]) -> Latency:
    """Time one call a message."""
    taken = []
    for message in messages:
        start = time.perf_counter()
        call(message)
        taken.append((time.perf_counter() - start) * 1000.0)
    taken.sort()
    last = len(taken) - 1
    return Latency(name, len(taken), taken[last // 2], taken[min(last, round(last * 0.99))])
