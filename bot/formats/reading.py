"""Opening a file that somebody else made: bounded, unpacked, decoded; everything odd is refused in one sentence.

Nothing here trusts a size, a name or an encoding. Limits hold for the unpacked text, whatever a gzip header says, and
reading by line keeps memory flat. All refusals are InvalidReviewError without the file's name: the caller adds it.
"""

from __future__ import annotations

import gzip
import io
import re
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

from bot.domain.errors import InvalidReviewError

MEGABYTE = 1_000_000
LARGEST_WHOLE_BYTES = 64 * MEGABYTE
"""A JSON or YAML file is held in memory as a whole. A long review is about 20 kB, so this is some 3,000 of them."""
LARGEST_PAGE_BYTES = 8 * MEGABYTE
"""One page, as text or HTML. A saved page with all its scripts inside is some 2 MB."""
LARGEST_LINES_BYTES = 1_000 * MEGABYTE
"""JSON Lines and CSV are read line by line; 36,000 full reviews are about 180 MB."""
LARGEST_CATALOGUE_BYTES = 8_000 * MEGABYTE
"""Catalogues are read line by line; the largest known (every title of all kinds) is about 1 GB unpacked."""
LONGEST_LINE_BYTES = 4 * MEGABYTE
LARGEST_UNPACKING = 300
"""How many times a gzip file may grow once it is past UNPACKING_CHECKED_FROM_BYTES. Text of reviews grows 3 to 10
times, very repetitive text some 100 times, a bomb 1,000 times."""
UNPACKING_CHECKED_FROM_BYTES = 2 * MEGABYTE

_BLOCK_BYTES = 256 * 1024
_GZIP = b"\x1f\x8b"
_OTHER_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a ZIP, Excel or Word file; unpack it or save it as CSV"),
    (b"%PDF", "a PDF; save it as plain text"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database; export it as JSON Lines or CSV"),
    (b"BZh", "packed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "packed with xz; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd; unpack it first"),
    (_GZIP, "packed twice; unpack it first"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_BROKEN_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FEW_CONTROLS = 20
_HIGH = re.compile(rb"[\x80-\xff]")
_ODD_IN_WINDOWS_1252 = re.compile(r"[^\x00-\x7fÀ-ÖØ-öø-ÿŒœŠšŽžŸƒ‘’“”‚„–—…•·°™®©¿¡«»‹›€£¥½¼¾ªº\u00a0×÷]")
_MOST_HIGH_SHARE = 0.3
"""Western European text has under 10% of letters outside ASCII; more means another encoding."""


Stream: TypeAlias = "io.BufferedReader[_Bounded]"
"""An open input: bytes, unpacked, bounded."""


class _Bounded(io.RawIOBase):
    """A stream that refuses to give more than it may, and turns every fault of unpacking into one of ours."""

    def __init__(self, source: BinaryIO, packed: BinaryIO | None, largest_bytes: int) -> None:
        self._source = source
        self._packed = packed
        self._largest_bytes = largest_bytes
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # BufferedReader passes a memoryview
        try:
            block = self._source.read(len(buffer))
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise InvalidReviewError("the gzip packing is damaged or cut short; get the file again") from error
        except OSError as error:
            raise InvalidReviewError(f"cannot be read ({error.strerror or 'input error'})") from error
        self._given += len(block)
        if self._given > self._largest_bytes:
            raise too_large(self._largest_bytes)
        if (
            self._packed is not None
            and self._given > UNPACKING_CHECKED_FROM_BYTES
            and self._given > LARGEST_UNPACKING * max(1, self._packed.tell())
        ):
            raise InvalidReviewError(
                f"unpacks to more than {LARGEST_UNPACKING} times its size, as no real text does; unpack it first"
            )
        buffer[: len(block)] = block
        return len(block)


def too_large(largest_bytes: int) -> InvalidReviewError:
    """Return the refusal of a file over its limit."""
    return InvalidReviewError(f"is larger than {largest_bytes // MEGABYTE} MB; split it into smaller files")


@contextmanager
def open_input(source: Path | bytes, largest_bytes: int) -> Iterator[Stream]:
    """Open a file, or the bytes of one, unpacked if it is a gzip file, and give at most `largest_bytes` of it.

    Raises InvalidReviewError when it cannot be opened, is empty, too large, or no text by its first bytes; reading
    from it raises the same when the limit is passed or the packing is damaged.
    """
    with _open(source, largest_bytes) as raw:
        packed: BinaryIO | None = None
        plain: BinaryIO = raw
        if raw.peek(2)[:2] == _GZIP:
            packed, plain = raw, gzip.GzipFile(fileobj=raw, mode="rb")  # type: ignore[assignment]
        with io.BufferedReader(_Bounded(plain, packed, largest_bytes), _BLOCK_BYTES) as stream:
            head = stream.peek(_BLOCK_BYTES)
            if not head:
                raise InvalidReviewError("is empty")
            for mark, kind in _OTHER_KINDS:
                if head.startswith(mark):
                    raise InvalidReviewError(f"is {kind}")
            if _is_binary(head):
                raise InvalidReviewError("is a binary file, no text")
            yield stream


def _is_binary(head: bytes) -> bool:
    """Whether the first bytes are full of controls; single ones are left for the reader to refuse with their line."""
    if any(head.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS):
        return False
    return len(_NO_TEXT.findall(head)) > max(_FEW_CONTROLS, len(head) // 200)


def _open(source: Path | bytes, largest_bytes: int) -> io.BufferedReader:
    if isinstance(source, bytes):
        if len(source) > largest_bytes:
            raise too_large(largest_bytes)
        return io.BufferedReader(io.BytesIO(source))
    try:
        status = source.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InvalidReviewError("is a folder; name the files in it")
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISFIFO(status.st_mode)):
            raise InvalidReviewError("is no ordinary file")
        if status.st_size > largest_bytes:
            raise too_large(largest_bytes)
        return source.open("rb")
    except FileNotFoundError as error:
        raise InvalidReviewError("there is no such file") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise InvalidReviewError(f"cannot be opened ({reason or 'not a usable name'})") from error


def first_text(stream: Stream) -> str:
    """Return the beginning of the text without reading it away: up to 256 kB, what does not decode replaced."""
    head = stream.peek(_BLOCK_BYTES)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, errors="replace")
    return head.decode(errors="replace")


def read_text(stream: Stream, largest_bytes: int) -> str:
    """Read the rest, at most `largest_bytes`, as text with plain line feeds.

    Raises InvalidReviewError when it is larger, no text, or only white space.
    """
    data = stream.read(largest_bytes + 1)
    if len(data) > largest_bytes:
        raise too_large(largest_bytes)
    text = decode(data)
    if not text.strip():
        raise InvalidReviewError("is empty")
    return text


def decode(data: bytes) -> str:
    """Decode UTF-8, UTF-16 or -32 with a byte order mark, or Windows-1252 where that is surely meant.

    Raises InvalidReviewError with the line of the first byte that does not fit.
    """
    text = None
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise InvalidReviewError(f"is not the {encoding} text it says it is; save it as UTF-8") from error
            break
    if text is None:
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            text = _windows_1252(data)
            if text is None:
                raise _undecodable(data[error.start], data.count(b"\n", 0, error.start) + 1) from error
    if "\0" in text:
        raise _holds_nul(text.count("\n", 0, text.index("\0")) + 1)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_lines(stream: Stream, longest_bytes: int = LONGEST_LINE_BYTES) -> Iterator[str]:
    """Read line by line, without line ends, each decoded as `decode` does. A blank line is an empty string.

    Raises InvalidReviewError with the line when one is too long or no text.
    """
    head = stream.peek(4)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            stream.read(len(mark))
            if encoding != "utf-8":
                yield from _wide_lines(stream, encoding, longest_bytes)
                return
            break
    windows = utf_8 = False
    number = 0
    while raw := stream.readline(longest_bytes + 1):
        number += 1
        if len(raw) > longest_bytes:
            raise _too_long(number, longest_bytes)
        if raw.isascii():
            line = raw.decode("ascii")
        else:
            try:
                line = raw.decode("cp1252" if windows else "utf-8")
                utf_8 = utf_8 or not windows
            except UnicodeDecodeError as error:
                decoded = None if utf_8 else _windows_1252(raw)
                if decoded is None:
                    raise _undecodable(raw[error.start], number) from error
                windows, line = True, decoded
        if "\0" in line:
            raise _holds_nul(number)
        yield line.rstrip("\r\n")


def _wide_lines(stream: Stream, encoding: str, longest: int) -> Iterator[str]:
    number = 0
    with io.TextIOWrapper(stream, encoding=encoding) as text:
        try:
            while line := text.readline(longest + 1):
                number += 1
                if len(line) > longest:
                    raise _too_long(number, longest)
                if "\0" in line:
                    raise _holds_nul(number)
                yield line.rstrip("\n")
        except UnicodeDecodeError as error:
            raise InvalidReviewError(
                f"is not the {encoding} text it says it is; save it as UTF-8", line=number + 1
            ) from error


def _windows_1252(data: bytes) -> str | None:
    """Return the text if surely Windows-1252: no traces of UTF-8, no controls, only letters of Western Europe."""
    if _BROKEN_UTF_8.search(data) or _NO_TEXT.search(data):
        return None
    if len(_HIGH.findall(data)) > _MOST_HIGH_SHARE * len(data):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if _ODD_IN_WINDOWS_1252.search(text) else text


def _undecodable(byte: int, line: int) -> InvalidReviewError:
    return InvalidReviewError(f"is not UTF-8 text (byte 0x{byte:02X}); save it as UTF-8", line=line)


def _holds_nul(line: int) -> InvalidReviewError:
    return InvalidReviewError("holds a NUL byte, so it is no plain text; save it as UTF-8 text", line=line)


def _too_long(line: int, longest: int) -> InvalidReviewError:
    return InvalidReviewError(f"a line is longer than {longest // MEGABYTE} MB", line=line)
