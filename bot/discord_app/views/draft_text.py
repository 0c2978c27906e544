"""How a form's boxes write down what a draft holds, and read it back: a line for a row, a question, a rating.

What is read here was typed by hand, so every refusal names the line and shows how to write it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import OfficialRating
from bot.domain.rating_boards import official_rating
from bot.domain.review import Answer, DiscussionQuestion, GridCell, QuestionAnswer, Recommendation, Review
from bot.domain.vocabulary import GRID_BY_KEY, QUESTIONS_BY_KEY
from bot.formats.phrases import is_level, level, names_in_commas

NOT_KNOWN = "?"
_LEVEL = r"[0-5?]|none|a hint|a little|some|a lot|extreme|outstanding|not checked"
_ROW = re.compile(
    rf"(?P<name>.+?)(?:\s*[:=]\s*|\s+)(?P<level>{_LEVEL})(?:\s*(?:/|of|out of)\s*5)?\s*(?:[:;,.–—-]\s*(?P<note>.*))?",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?P<name>.+?)(?:\s*[:=]\s*|(?<=\?)|\s+)(?P<answer>yes|no|unknown|y|n|\?)"
    r"\s*(?:\((?P<spoiler>(?:no )?spoiler)\))?\s*(?:[:;,.–—-]\s*(?P<note>.*))?",
    re.IGNORECASE,
)
_ANSWERS = {"y": Answer.YES, "n": Answer.NO, "?": Answer.UNKNOWN, **{answer.value: answer for answer in Answer}}
_RATING = re.compile(
    r"(?P<system>\S+)\s+(?P<rating>[^:(]+?)\s*(?:\((?P<country>[A-Za-z]{2})\))?\s*(?::\s*(?P<explanation>.*))?"
)
_WITH_YEAR = re.compile(r"(?P<title>.+?)\s*\((?P<year>\d{4})\)\s*(?::\s*(?P<reason>.*))?")
_WITHOUT_YEAR = re.compile(r"(?P<title>.+?)(?::\s+(?P<reason>.*))?")

_Value = TypeVar("_Value")


def one_line(text: str | None) -> str:
    """Write a text that may have paragraphs on one line; empty for None."""
    return " ".join((text or "").split())


def same_text(one: str, other: str) -> bool:
    """Whether two texts differ in white space at most."""
    return one.split() == other.split()


def rows_as_text(review: Review, keys: Sequence[str]) -> str:
    """Write grid rows, a line each: "Language 4: strong swearing"; "?" for a row that was not checked."""
    lines = []
    for key in keys:
        cell = review.cell(key)
        said = f"{GRID_BY_KEY[key].label} {NOT_KNOWN if cell.level is None else cell.level}"
        lines.append(f"{said}: {one_line(cell.note)}" if cell.note else said)
    return "\n".join(lines)


def rows_from_text(text: str, before: Review) -> dict[str, GridCell]:
    """Read grid rows; a row without a line keeps what it had. Raises InvalidReviewError naming the line."""
    grid = dict(before.grid)
    for number, line in _lines(text):
        match = _ROW.fullmatch(line)
        key = _named(match["name"], _ROW_NAMES) if match else None
        if match is None or key is None:
            raise _unreadable(number, line, "Language 4: strong swearing all night", "? for not checked")
        was = before.cell(key)
        said = match["level"].lower()
        steps = None if said in (NOT_KNOWN, "not checked") or not is_level(said) else level(said)
        note = _note(match["note"], was.note)
        grid[key] = GridCell(steps, note)
    return _only_filled(grid, GridCell())


def answers_as_text(review: Review, keys: Sequence[str]) -> str:
    """Write yes/no questions, a line each: "jump scares yes: one, early on"; "?" for one not answered."""
    lines = []
    for key in keys:
        answer = review.answer(key)
        known = answer.answer is not Answer.UNKNOWN
        said = f"{spaced(key)} {answer.answer.value if known else NOT_KNOWN}"
        if answer.spoiler is not None:
            said += " (spoiler)" if answer.spoiler else " (no spoiler)"
        lines.append(f"{said}: {one_line(answer.note)}" if answer.note else said)
    return "\n".join(lines)


def answers_from_text(text: str, before: Review) -> dict[str, QuestionAnswer]:
    """Read yes/no answers; a question without a line keeps its answer. Raises InvalidReviewError naming the line."""
    questions = dict(before.questions)
    for number, line in _lines(text):
        match = _QUESTION.fullmatch(line)
        key = _named(match["name"], _QUESTION_NAMES) if match else None
        if match is None or key is None:
            raise _unreadable(number, line, "jump scares yes: one, early on", "? for not known")
        was = before.answer(key)
        spoiler = None if match["spoiler"] is None else match["spoiler"].lower() == "spoiler"
        questions[key] = QuestionAnswer(_ANSWERS[match["answer"].lower()], _note(match["note"], was.note), spoiler)
    return _only_filled(questions, QuestionAnswer())


def talk_as_text(review: Review) -> str:
    """Write the discussion questions, each after its lead-in, a blank line between them."""
    return "\n\n".join(
        f"{one_line(item.lead_in)}\n{one_line(item.question)}" if item.lead_in else one_line(item.question)
        for item in review.talk
    )


def talk_from_text(text: str) -> tuple[DiscussionQuestion, ...]:
    """Read discussion questions: a line ending in "?" is one, lines before it lead into it.

    Lines without any "?" up to a blank line: the last is the question ("Talk about a time when…").
    """
    found: list[DiscussionQuestion] = []
    waiting: list[str] = []

    def take() -> None:
        if waiting:
            found.append(DiscussionQuestion(waiting[-1], " ".join(waiting[:-1]) or None))
            waiting.clear()

    for line in text.splitlines():
        said = line.strip().removeprefix("- ").removeprefix("• ").strip()
        if not said:
            take()
            continue
        waiting.append(said)
        if said.endswith(("?", "?”", '?"', "?)")):
            take()
    take()
    return tuple(found)


def ratings_as_text(ratings: Iterable[OfficialRating]) -> str:
    """Write official ratings, a line each: "MPAA R (US): for language"."""
    lines = []
    for rating in ratings:
        said = f"{rating.system} {rating.rating}" + (f" ({rating.country})" if rating.country else "")
        lines.append(f"{said}: {one_line(rating.explanation)}" if rating.explanation else said)
    return "\n".join(lines)


def ratings_from_text(text: str) -> tuple[OfficialRating, ...]:
    """Read official ratings; raises InvalidReviewError naming the line."""
    found = []
    for number, line in _lines(text):
        match = _RATING.fullmatch(line)
        if match is None:
            raise _unreadable(number, line, "MPAA R (US): for language")
        country = match["country"].upper() if match["country"] else None
        why = match["explanation"] or None
        try:
            rating = official_rating(match["system"].upper(), match["rating"].strip(), country, why)
        except InvalidReviewError as error:
            raise InvalidReviewError(f"Line {number}: {error}", field=error.field) from error
        if rating is None:
            raise InvalidReviewError(f"Line {number} says that there is no rating; take the line out.")
        found.append(rating)
    return tuple(found)


def recommendations_as_text(items: Iterable[Recommendation]) -> str:
    """Write recommendations, a line each: "Once (2007): two people and their songs"."""
    lines = []
    for item in items:
        said = item.title if item.year is None else f"{item.title} ({item.year})"
        lines.append(f"{said}: {one_line(item.reason)}" if item.reason else said)
    return "\n".join(lines)


def recommendations_from_text(text: str) -> tuple[Recommendation, ...]:
    """Read recommendations; raises InvalidReviewError."""
    found = []
    for _number, line in _lines(text):
        with_year = _WITH_YEAR.fullmatch(line)
        match = with_year or _WITHOUT_YEAR.fullmatch(line)
        assert match is not None
        year = int(with_year["year"]) if with_year else None
        found.append(Recommendation(match["title"], year, match["reason"] or None))
    return tuple(found)


def names_as_text(names: Sequence[str]) -> str:
    """Write names between commas, or a line each where a comma belongs to a name."""
    joined = ", ".join(names)
    return joined if names_in_commas(joined) == tuple(names) else "\n".join(names)


def names_from_text(text: str) -> tuple[str, ...]:
    """Read names, a line each or between commas."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(dict.fromkeys(lines)) if len(lines) > 1 else names_in_commas(text)


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines that hold something, with their 1-based numbers."""
    stripped = ((number, line.strip()) for number, line in enumerate(text.splitlines(), 1))
    return [(number, line) for number, line in stripped if line]


def _note(typed: str | None, was: str | None) -> str | None:
    """The note typed; the stored one, paragraphs and all, where only white space differs."""
    if was is not None and same_text(typed or "", was):
        return was
    return (typed or "").strip() or None


def _only_filled(table: dict[str, _Value], empty: _Value) -> dict[str, _Value]:
    return {key: value for key, value in table.items() if value != empty}


def _unreadable(number: int, line: str, example: str, more: str = "") -> InvalidReviewError:
    short = line if len(line) <= 60 else f"{line[:59]}…"
    tail = f" ({more})" if more else ""
    return InvalidReviewError(f"I could not read line {number}, “{short}”. Write it like this: {example}{tail}.")


def spaced(key: str) -> str:
    """A key of the vocabulary in words: "animal dies"."""
    return key.replace("_", " ")


def _bare(name: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", name.lower().replace("&", " and ")).split())


def _row_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for key, row in GRID_BY_KEY.items():
        parts = re.split(r",|&", row.label)
        for name in (row.label, key, *parts):
            names.setdefault(_bare(name), key)
    return names


def _named(typed: str, names: dict[str, str]) -> str | None:
    """The key of a name, or of the only names that begin with it; None when it is nobody's or several keys'."""
    bare = _bare(typed)
    if bare in names:
        return names[bare]
    keys = {key for name, key in names.items() if bare and name.startswith(bare)}
    return keys.pop() if len(keys) == 1 else None


_ROW_NAMES = _row_names()
_QUESTION_NAMES = {_bare(name): key for key, question in QUESTIONS_BY_KEY.items() for name in (question.text, key)}
