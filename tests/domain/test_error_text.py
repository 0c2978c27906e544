"""What an exception may tell: its kind, its numbers and its places, never its words."""

from __future__ import annotations

import errno
import socket
import ssl

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
        (OSError("words", WORDS), "OSError"),
        (OSError(2**40, WORDS), "OSError"),
        (socket.gaierror(-2, WORDS), "socket.gaierror"),
        (ssl.SSLCertVerificationError(1, WORDS), "ssl.SSLCertVerificationError"),
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
    assert in_short(DriverError("A" * 41)).endswith("DriverError")
    busy = Exception(WORDS)
    busy.sqlite_errorname = "SQLITE_BUSY"  # type: ignore[attr-defined]
    assert in_short(busy) == "Exception: SQLITE_BUSY"


def test_the_number_of_a_wrapped_fault_is_read_as_that_fault_means_it() -> None:
    wrapped = OSError(1, WORDS)
    wrapped.os_error = ssl.SSLError(1, WORDS)  # type: ignore[attr-defined]
    assert in_short(wrapped) == "PermissionError"
    wrapped.os_error = ConnectionRefusedError(errno.ECONNREFUSED, WORDS)  # type: ignore[attr-defined]
    assert in_short(wrapped) == "PermissionError: Connection refused"


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
    lines = in_full(raised(200)).splitlines()
    assert len(lines) == 1 + MOST_FRAMES
    assert all(line.endswith(" in fall") for line in lines[1:])


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("/home/x/.venv/lib/python3.11/site-packages/lib/a.py", "lib/a.py"),
        ("/usr/lib/python3.11/json/decoder.py", "json/decoder.py"),
        ("/srv/guide/bot/cli/app.py", "bot/cli/app.py"),
    ],
)
def test_a_place_in_a_library_is_named_from_the_library_on(file: str, told: str) -> None:
    with pytest.raises(ZeroDivisionError) as raising:
        exec(compile("1 / 0", file, "exec"))
    assert in_full(raising.value).splitlines()[-1] == f"  {told}:1 in <module>"


def test_what_an_exception_was_raised_during_is_named_unless_it_was_set_aside() -> None:
    during, apart = KeyError(WORDS), KeyError(WORDS)
    during.__context__ = apart.__context__ = raised()
    apart.__suppress_context__ = True
    assert "caused by ValueError" in in_full(during)
    assert "caused by" not in in_full(apart)


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
