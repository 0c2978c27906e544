"""The batch door of `ask --json`: JSON Lines in, JSON Lines out, one for one, in order, flushed.

A line in: {"id", "message", "conversation" (optional; lines that share it share the dialogue context, in order),
"addressed" (default true)}. A bad line gets an "error" object with its id and line number, and the run goes on.
"ms" in the answer is the time the understanding took, in milliseconds.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, BinaryIO, TextIO

from bot.application.guide import Guide, Question, Speaker, Turn
from bot.domain.errors import RefusedError
from bot.domain.suitability import AgeRange
from bot.saying.plain import plain_text
from bot.saying.reply import MovieRef, VerdictLine

LONGEST_LINE_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class _Request:
    ident: Any
    message: str
    conversation: str | None
    addressed: bool


class _BadLineError(RefusedError):
    """A line that cannot be answered; `ident` is its id where that could still be read."""

    def __init__(self, message: str, ident: Any = None) -> None:
        super().__init__(message)
        self.ident = ident


def answer_lines(guide: Guide, lines: BinaryIO, out: TextIO) -> None:
    """Answer every line until the input ends; blank lines are passed over."""
    for number, raw in enumerate(lines, start=1):
        if not raw.strip():
            continue
        try:
            answered = _answer(guide, _parse(raw), number)
        except _BadLineError as error:
            answered = {"id": error.ident, "error": {"line": number, "message": str(error)}}
        except RefusedError as error:
            answered = {"id": None, "error": {"line": number, "message": str(error)}}
        out.write(json.dumps(answered, ensure_ascii=False) + "\n")
        out.flush()


def _parse(raw: bytes) -> _Request:
    if len(raw) > LONGEST_LINE_BYTES:
        raise _BadLineError(f"the line is longer than {LONGEST_LINE_BYTES} bytes")
    try:
        row = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise _BadLineError('the line is no JSON object; write {"id": …, "message": "…"}') from error
    if not isinstance(row, dict):
        raise _BadLineError('the line is no JSON object; write {"id": …, "message": "…"}')
    ident = row.get("id")
    message, conversation, addressed = row.get("message"), row.get("conversation"), row.get("addressed", True)
    if not isinstance(message, str):
        raise _BadLineError('"message" is missing or no text', ident)
    if not isinstance(addressed, bool):
        raise _BadLineError('"addressed" must be true or false', ident)
    if conversation is not None and not isinstance(conversation, str | int):
        raise _BadLineError('"conversation" must be a text or a number', ident)
    return _Request(ident, message, None if conversation is None else str(conversation), addressed)


def _answer(guide: Guide, request: _Request, number: int) -> dict[str, Any]:
    alone = request.conversation is None
    speaker = Speaker(f"line:{number}" if alone else f"conversation:{request.conversation}")
    turn = guide.turn(Question(request.message, speaker, addressed=request.addressed))
    if alone:
        guide.forget(speaker)
    return turn_as_json(request.ident, turn)


def turn_as_json(ident: Any, turn: Turn) -> dict[str, Any]:
    """Return one turn in the form that scripts and benchmarks read."""
    reply, understanding = turn.reply, turn.understanding
    return {
        "id": ident,
        "outcome": reply.outcome.value,
        "movie": None if reply.movie is None else _movie(reply.movie),
        "choices": [_movie(choice) for choice in reply.choices],
        "ages": [_age(age) for age in understanding.ages],
        "concerns": list(understanding.concerns),
        "intent": understanding.intent.value,
        "verdicts": [_verdict(line) for line in reply.verdicts],
        "text": plain_text(reply),
        "ms": round(turn.understanding_ms, 3),
    }


def _movie(ref: MovieRef) -> dict[str, Any]:
    return {"title": ref.title, "year": ref.year}


def _verdict(line: VerdictLine) -> dict[str, Any]:
    return {"age": _age(line.child.age), "verdict": line.child.verdict.value, "because": line.because}


def _age(age: AgeRange) -> int | float | list[int | float]:
    if age.is_group:
        return [_number(age.youngest_years), _number(age.oldest_years)]
    return _number(age.youngest_years)


def _number(years: float) -> int | float:
    return int(years) if float(years).is_integer() else years
