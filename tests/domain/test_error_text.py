"""What an exception may tell: its kind, its numbers and its places, never its words."""

from __future__ import annotations

import errno

import pytest

from bot.domain.error_text import MOST_CAUSES, MOST_FRAMES, in_full, in_short
from bot.domain.errors import InvalidReviewError, StoreError, StoreUnavailableError

WORDS = "my 7 year old has nightmares"


class AnswerError(Exception):
    def __init__(self, status: object, code: object) -> None:
        super().__init__(WORDS)
        self.status = status
        self.code = code


class DriverError(Exception):
    def __init__(self, sqlstate: str) -> None:
        super().__init__(WORDS)
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ValueError(WORDS), "ValueError"),
        (KeyError(WORDS), "KeyError"),
        (InvalidReviewError(WORDS, field=WORDS), "bot.domain.errors.InvalidReviewError"),
        (StoreError(f"cannot be read: {WORDS}"), "bot.domain.errors.StoreError"),
        (StoreUnavailableError("database is\nlocked"), "bot.domain.errors.StoreUnavailableError: database is locked"),
        (FileNotFoundError(errno.ENOENT, WORDS, WORDS), "FileNotFoundError: No such file or directory"),
        (OSError(WORDS), "OSError"),
        (UnicodeDecodeError("utf-8", WORDS.encode(), 0, 1, WORDS), "UnicodeDecodeError"),
    ],
)
def test_an_exception_is_told_without_its_words(error: Exception, told: str) -> None:
    assert in_short(error) == told


def test_numbers_of_an_answer_are_told_and_words_in_their_place_are_not() -> None:
    assert in_short(AnswerError(503, 0)).endswith("AnswerError: status 503, code 0")
    assert in_short(AnswerError(WORDS, WORDS)).endswith("AnswerError")
    assert in_short(AnswerError(True, None)).endswith("AnswerError")


def test_a_databases_code_is_told_and_words_in_its_place_are_not() -> None:
    assert in_short(DriverError("57P01")).endswith("DriverError: 57P01")
    assert in_short(DriverError(WORDS)).endswith("DriverError")


def fall(depth: int) -> None:
    if depth:
        fall(depth - 1)
    else:
        raise ValueError(WORDS)


def raised(depth: int = 0) -> Exception:
    try:
        fall(depth)
    except ValueError as error:
        return error
    raise AssertionError


def test_in_full_the_places_are_named_without_the_folders_of_the_machine_or_lines_of_source() -> None:
    lines = in_full(raised()).splitlines()
    assert lines[0] == "ValueError"
    assert lines[-1].startswith("  tests/domain/test_error_text.py:")
    assert lines[-1].endswith(" in fall")
    assert "raise ValueError" not in "".join(lines)


def test_of_a_deep_fault_the_innermost_places_are_named() -> None:
    assert len(in_full(raised(200)).splitlines()) == 1 + MOST_FRAMES


def test_causes_are_named_too_and_a_circle_of_them_ends() -> None:
    error, cause = raised(), StoreUnavailableError("database is locked")
    error.__cause__ = cause
    cause.__cause__ = error
    told = in_full(error)
    assert told.count("caused by") == 1
    assert "caused by bot.domain.errors.StoreUnavailableError: database is locked" in told


def test_a_group_names_what_it_holds_up_to_a_number() -> None:
    told = in_full(ExceptionGroup(WORDS, [KeyError(WORDS), *(ValueError(WORDS) for _ in range(20))]))
    assert "KeyError" in told
    assert told.count("caused by") == MOST_CAUSES - 1
    assert "nightmares" not in told
