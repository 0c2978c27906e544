"""The front door: any file of reviews in, each review out with its place; and reviews out as any format we write.

Nothing is decided here about what to do with a refusal. A caller that wants all or nothing stops at the first
InvalidReviewError that is yielded; one that keeps going collects them and imports the rest.
"""

from __future__ import annotations

import enum
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.domain.errors import InvalidReviewError
from bot.domain.review import Review
from bot.formats.csv_facts import is_csv, read_csv, write_csv
from bot.formats.document import document_from_review, read_document
from bot.formats.html_page import read_html
from bot.formats.page import UnreadBlock
from bot.formats.page_text import is_page, read_page
from bot.formats.reading import (
    LARGEST_LINES_BYTES,
    LARGEST_PAGE_BYTES,
    LARGEST_WHOLE_BYTES,
    Stream,
    first_text,
    open_input,
    read_lines,
    read_text,
)
from bot.formats.structured import YamlDocument, json_value, located_json, yaml_documents

_DUMPER: type = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_YAML_START = re.compile(r"\A(?:\s*#[^\n]*\n|\s*\n)*(?:---|%YAML|(?:- )?(?:format|movie|review):(?:\s|$))")
_YAML_WIDTH = 110


class FileFormat(enum.Enum):
    """A format of files with reviews."""

    JSON = "json"
    JSONL = "jsonl"
    YAML = "yaml"
    CSV = "csv"
    PAGE = "page"
    """The model page as plain text."""
    HTML = "html"
    """A page with schema.org JSON-LD."""


WRITABLE = (FileFormat.JSONL, FileFormat.JSON, FileFormat.YAML, FileFormat.CSV)
"""What `write_reviews` writes; each of them reads back to the same reviews."""


@dataclass(frozen=True, slots=True)
class ReadReview:
    """A review and where it was found."""

    review: Review
    line: int | None = None
    """1-based line on which it begins; None: not known (a JSON file that is not by line)."""
    unread: tuple[UnreadBlock, ...] = ()
    """Of a page: what was not understood. Empty for the other formats, which refuse what they do not know."""
    missing: tuple[str, ...] = ()
    """Of a page: the names of the sections that it did not have."""
    left_out: tuple[str, ...] = ()
    """Of the other formats: what was understood and left out, in a sentence each; a page has it among `unread`."""


def read_reviews(
    source: Path | bytes, *, name: str = "", file_format: FileFormat | None = None
) -> Iterator[ReadReview | InvalidReviewError]:
    """Yield the reviews of a file, or of a file's bytes, in order; in place of one that is wrong, its refusal.

    A refusal has the line and the field where they are known, and no file name. Where the rest of the file cannot be
    trusted after it (broken packing, JSON, YAML or quoting; unknown format) it is the last thing yielded; a file
    without any review ends so too. `name` helps to recognise the format of bytes; `file_format` None: recognise it.
    The file is open while the iterator is used; JSON Lines and CSV are read with flat memory.
    """
    found = False
    try:
        with open_input(source, LARGEST_LINES_BYTES) as stream:
            file_name = source.name if isinstance(source, Path) else name
            for item in _READERS[file_format or recognise(first_text(stream), file_name)](stream):
                found = True
                yield item
        if not found:
            yield InvalidReviewError("holds no review")
    except InvalidReviewError as error:
        yield error


def recognise(head: str, name: str = "") -> FileFormat:
    """Tell a file's format by its first text, and by its name where the text leaves it open.

    Raises InvalidReviewError naming the formats when it is none of them.
    """
    ending = Path(name.lower().removesuffix(".gz")).suffix
    start = head.lstrip("\ufeff \t\r\n")
    if ending in (".jsonl", ".ndjson"):
        return FileFormat.JSONL
    if ending in (".yaml", ".yml"):
        return FileFormat.YAML
    if start.startswith("<"):
        return FileFormat.HTML
    if start.startswith("["):
        return FileFormat.JSON
    if start.startswith("{"):
        return FileFormat.JSONL if _is_whole_json(start.partition("\n")[0]) else FileFormat.JSON
    if ending in (".csv", ".tsv"):
        return FileFormat.CSV
    if ending == ".json":
        return FileFormat.JSON
    if _YAML_START.match(head):
        return FileFormat.YAML
    if is_page(head):
        return FileFormat.PAGE
    if is_csv(start.partition("\n")[0]):
        return FileFormat.CSV
    if ending == ".txt":
        return FileFormat.PAGE
    raise InvalidReviewError(
        "is in no format that the guide reads: JSON, JSON Lines, YAML, CSV with a header, a review page as text, "
        "or HTML with schema.org data"
    )


def _is_whole_json(line: str) -> bool:
    try:
        json_value(line)
    except InvalidReviewError:
        return False
    return True


def _read_review(document: object, line: int | None) -> ReadReview:
    review, left_out = read_document(document)
    return ReadReview(review, line, left_out=left_out)


def _read_jsonl(stream: Stream) -> Iterator[ReadReview | InvalidReviewError]:
    for number, line in enumerate(read_lines(stream), 1):
        if line.strip():
            try:
                yield _read_review(json_value(line, line=number), number)
            except InvalidReviewError as error:
                yield InvalidReviewError(str(error), field=error.field, line=number)


def _read_json(stream: Stream) -> Iterator[ReadReview | InvalidReviewError]:
    text = read_text(stream, LARGEST_WHOLE_BYTES)
    value = json_value(text)
    located: YamlDocument | None = None
    for prefix, document in _documents(value):
        try:
            yield _read_review(document, None)
        except InvalidReviewError as error:
            located = located or located_json(text)
            line = None if located is None else located.line_of(prefix + (error.field or ""))
            yield InvalidReviewError(str(error), field=error.field, line=line)


def _read_yaml(stream: Stream) -> Iterator[ReadReview | InvalidReviewError]:
    for whole in yaml_documents(read_text(stream, LARGEST_WHOLE_BYTES)):
        for prefix, document in _documents(whole.value):
            try:
                yield _read_review(document, whole.line_of(prefix))
            except InvalidReviewError as error:
                line = whole.line_of(prefix + (error.field or ""))
                yield InvalidReviewError(str(error), field=error.field, line=line)


def _documents(value: object) -> Iterator[tuple[str, object]]:
    """Yield the documents of a value that is one or a list of them, each with the place in front of its fields."""
    if isinstance(value, list):
        for number, document in enumerate(value, 1):
            yield f"{number}.", document
    else:
        yield "", value


def _read_csv(stream: Stream) -> Iterator[ReadReview | InvalidReviewError]:
    for row in read_csv(read_lines(stream)):
        yield row if isinstance(row, InvalidReviewError) else ReadReview(row[1], row[0], left_out=row[2])


def _read_page(stream: Stream) -> Iterator[ReadReview]:
    reading = read_page(read_text(stream, LARGEST_PAGE_BYTES))
    yield ReadReview(reading.review, 1, reading.unread, reading.missing)


def _read_html(stream: Stream) -> Iterator[ReadReview]:
    for reading in read_html(read_text(stream, LARGEST_PAGE_BYTES)):
        yield ReadReview(reading.review, None, reading.unread, reading.missing)


_READERS = {
    FileFormat.JSON: _read_json,
    FileFormat.JSONL: _read_jsonl,
    FileFormat.YAML: _read_yaml,
    FileFormat.CSV: _read_csv,
    FileFormat.PAGE: _read_page,
    FileFormat.HTML: _read_html,
}


def write_reviews(reviews: Iterable[Review], file_format: FileFormat) -> Iterator[str]:
    """Yield a file's text piece by piece: a document a line (JSONL), a list (JSON), one after another (YAML), or rows.

    Raises InvalidReviewError for a format that is only read. CSV holds all reviews in memory to know its columns.
    """
    documents = (document_from_review(review) for review in reviews)
    match file_format:
        case FileFormat.JSONL:
            for document in documents:
                yield _json(document) + "\n"
        case FileFormat.JSON:
            between = "[\n"
            for document in documents:
                yield between + _json(document, indent=2)
                between = ",\n"
            yield "\n]\n" if between == ",\n" else "[]\n"
        case FileFormat.YAML:
            for document in documents:
                yield _yaml(document)
        case FileFormat.CSV:
            yield from write_csv(reviews)
        case _:
            known = ", ".join(one.value for one in WRITABLE)
            raise InvalidReviewError(f"reviews are not written as {file_format.value}; choose one of {known}")


def _json(document: dict[str, Any], *, indent: int | None = None) -> str:
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=indent)


def _yaml(document: dict[str, Any]) -> str:
    dumped: str = yaml.dump(
        document, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=_YAML_WIDTH, explicit_start=True
    )
    return dumped
