"""Bring files into the store: reviews in any format we read, and catalogues of known movies.

All or nothing in one call: where anything is refused nothing is stored, unless the caller asks to keep going.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.application.ports import Authorship, Store
from bot.domain.errors import InvalidReviewError
from bot.domain.movie import Movie, ServerId
from bot.domain.review import Review, Source
from bot.formats.catalogue import read_catalogue
from bot.formats.page import UnreadBlock
from bot.formats.review_files import read_reviews

MOST_PROBLEMS = 20
"""How many refusals are collected before an all-or-nothing import gives up reading on."""

Progress = Callable[[int], None]
"""Called with how many more reviews or movies were read."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that was refused, and where it stands."""

    file: str
    message: str
    line: int | None = None
    """1-based; None: not known."""
    field: str | None = None

    def __str__(self) -> str:
        """One line in the shape that editors jump to: file:line: field: reason."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        named = self.field is None or self.message.startswith(self.field)
        return f"{place}: {self.message}" if named else f"{place}: {self.field}: {self.message}"


@dataclass(frozen=True, slots=True)
class ReadingNotes:
    """What reading one review left open."""

    file: str
    movie_name: str
    line: int | None
    """1-based line on which the review begins; None: not known."""
    unread: tuple[UnreadBlock, ...]
    missing: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did; with `stored` False nothing was kept and the counts say what would have been."""

    stored: bool
    created: int
    changed: int
    unchanged: int
    problems: tuple[Problem, ...]
    notes: tuple[ReadingNotes, ...] = ()


class _TooManyProblemsError(Exception):
    """Stops reading a file that is wrong all through."""


def import_reviews(
    store: Store,
    paths: Sequence[Path],
    by: Authorship,
    *,
    server_id: ServerId | None = None,
    source: Source | None = None,
    keep_going: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Import files of reviews into the shared library (None) or one server's own reviews.

    `source` is noted with every review that names none itself, as pages do not.
    """
    problems: list[Problem] = []
    notes: list[ReadingNotes] = []

    def good() -> Iterator[Review]:
        for path in paths:
            for item in read_reviews(path):
                if isinstance(item, InvalidReviewError):
                    _note_problem(problems, path, item, keep_going=keep_going)
                    continue
                if item.unread or item.missing or item.left_out:
                    name = item.review.movie.name
                    notes.append(ReadingNotes(str(path), name, item.line, item.unread, item.missing, item.left_out))
                if progress is not None:
                    progress(1)
                yield item.review if item.review.source is not None else replace(item.review, source=source)

    with store.begin() as work:
        try:
            created, changed, unchanged = work.reviews.save_all(good(), by, server_id)
        except _TooManyProblemsError:
            created = changed = unchanged = 0
        stored = not problems or keep_going
        if stored:
            work.commit()
    return ImportReport(stored, created, changed, unchanged, tuple(problems), tuple(notes))


def import_catalogue(
    store: Store, paths: Sequence[Path], *, keep_going: bool = False, progress: Progress | None = None
) -> ImportReport:
    """Import lists of known movies into the shared catalogue; `created` counts the new ones."""
    problems: list[Problem] = []

    def good() -> Iterator[Movie]:
        for path in paths:
            for item in read_catalogue(path):
                if isinstance(item, InvalidReviewError):
                    _note_problem(problems, path, item, keep_going=keep_going)
                    continue
                if progress is not None:
                    progress(1)
                yield item

    with store.begin() as work:
        try:
            added, known = work.movies.add_catalogue(good())
        except _TooManyProblemsError:
            added = known = 0
        stored = not problems or keep_going
        if stored:
            work.commit()
    return ImportReport(stored, added, 0, known, tuple(problems))


def _note_problem(problems: list[Problem], path: Path, error: InvalidReviewError, *, keep_going: bool) -> None:
    problems.append(Problem(str(path), str(error), error.line, error.field))
    if not keep_going and len(problems) >= MOST_PROBLEMS:
        raise _TooManyProblemsError
