"""CSV: facts and judgements in bulk, one movie a row, as a spreadsheet keeps them.

A column is named after a field of the interchange format, without "movie." or "review." in front: `title`, `year`,
`recommended_age_years`, `grid.language` (the level), `grid.language.note`, `questions.blood` (the answer),
`official_ratings.1.system`, `talk.1.question`… Spelling is tolerant ("Run time", "Director", "MPAA rating"); an unknown
column is refused by name. A field that lists names holds them in one cell with ";" between, or "|" where a name has a
";" in it. Cells may say things as people do: "83 minutes", "16+", "a lot", "July 13, 2007". An empty cell is not known.

A spreadsheet runs a cell that begins with = + - or @ as a formula, so the writer puts a ' in front and the reader takes
it away again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.domain.errors import InvalidReviewError
from bot.domain.rating_boards import SYSTEM_COUNTRY
from bot.domain.review import Review
from bot.domain.vocabulary import GRID, GRID_BY_KEY, QUESTIONS, QUESTIONS_BY_KEY
from bot.formats.document import document_from_review, read_document
from bot.formats.document_models import FORMAT
from bot.formats.phrases import (
    age_years,
    date_in_words,
    day_in_words,
    is_level,
    level,
    place_in_series,
    run_time_minutes,
    stars,
)
from bot.formats.refusals import unknown_name

LONGEST_HEADER = 100_000
"""Characters; all columns there are, with every note and thirty questions, need about 6,000."""

_MOVIE_TEXTS = (
    "title",
    "year",
    "theatrical_date",
    "home_date",
    "run_time_minutes",
    "series",
    "series_place",
    "popularity",
)
_MOVIE_LISTS = ("other_titles", "cast", "directors", "studios", "genres", "countries", "languages")
_REVIEW_TEXTS = (
    "byline", "affiliation", "one_line", "recommended_age_years", "age_reason", "quality",
    "story", "any_good", "diversity", "last_updated",
)  # fmt: skip
_REVIEW_LISTS = ("where_to_watch",)
_NAMED: dict[str, tuple[str, ...]] = {
    "external_ids": ("imdb", "tmdb", "wikidata"),
    "source": ("name", "licence", "url"),
}
_NUMBERED: dict[str, tuple[str, ...]] = {
    "official_ratings": ("system", "country", "rating", "explanation"),
    "talk": ("question", "lead_in"),
    "recommendations": ("title", "year", "reason"),
}
_KEYED: dict[str, tuple[str, ...]] = {"grid": ("level", "note"), "questions": ("answer", "note", "spoiler")}
_IN_MOVIE = frozenset({*_MOVIE_TEXTS, *_MOVIE_LISTS, "external_ids", "official_ratings"})
_ORDER = (
    *_MOVIE_TEXTS, *_MOVIE_LISTS, "official_ratings", "external_ids",
    *_REVIEW_TEXTS, "grid", "questions", "talk", *_REVIEW_LISTS, "recommendations", "source",
)  # fmt: skip
_PARTS = tuple(
    dict.fromkeys(part for table in (_NAMED, _NUMBERED, _KEYED) for parts in table.values() for part in parts)
)
_VOCABULARY: dict[str, tuple[str, ...]] = {"grid": tuple(GRID_BY_KEY), "questions": tuple(QUESTIONS_BY_KEY)}

_ALIASES: dict[str, str] = {
    "name": "title",
    "movie": "title",
    "release_year": "year",
    "aka": "other_titles",
    "also_known_as": "other_titles",
    "in_theaters": "theatrical_date",
    "release_date": "theatrical_date",
    "on_dvd_or_streaming": "home_date",
    "actors": "cast",
    "starring": "cast",
    "director": "directors",
    "studio": "studios",
    "genre": "genres",
    "country": "countries",
    "run_time": "run_time_minutes",
    "runtime": "run_time_minutes",
    "minutes": "run_time_minutes",
    "age": "recommended_age_years",
    "recommended_age": "recommended_age_years",
    "stars": "quality",
    "summary": "one_line",
    "reviewer": "byline",
    "whats_the_story": "story",
    "is_it_any_good": "any_good",
    "part_of_series": "series",
    "place_in_series": "series_place",
    "part": "series_place",
    "imdb": "external_ids.imdb",
    "tmdb": "external_ids.tmdb",
    "wikidata": "external_ids.wikidata",
    "mpaa": "mpaa_rating",
    "licence": "source.licence",
    "source": "source.name",
    **{re.sub(r"\W+", "_", row.label.lower().replace("&", "and")): f"grid.{row.key}" for row in GRID},
    **{row.key: f"grid.{row.key}" for row in GRID},
    **{question.key: f"questions.{question.key}" for question in QUESTIONS},
}
_BOARD_COLUMN = re.compile(r"([a-z]+)_(rating|explanation)")
_NUMBERED_COLUMN = re.compile(r"([a-z_]+)\.(\d{1,2})(?:\.([a-z_]+))?")
_FORMULA = re.compile(r"'*[=+\-@\t]")
_DISGUISED = re.compile(r"'+[=+\-@\t]")
_ANSWERS = {"y": "yes", "n": "no", "x": "yes", "?": "unknown"}

_CELL_READERS: dict[str, Callable[[str], object | None]] = {
    "recommended_age_years": lambda cell: age_years(cell, bare=True),
    "quality": stars,
    "run_time_minutes": run_time_minutes,
    "series_place": place_in_series,
    "theatrical_date": date_in_words,
    "home_date": date_in_words,
    "last_updated": day_in_words,
}


@dataclass(frozen=True, slots=True)
class _Column:
    """A column and where its cells go in the document."""

    name: str
    """Canonical name."""
    path: tuple[str | int, ...]
    names: bool = False
    """True: the cell lists names."""


def read_csv(lines: Iterable[str]) -> Iterator[tuple[int, Review, tuple[str, ...]] | InvalidReviewError]:
    """Yield each row's 1-based line, review and what of it was left out, or its refusal with its line and column.

    Raises InvalidReviewError when the header or the quoting is wrong, for then no row can be trusted.
    """
    source = iter(lines)
    first = next(source, "")
    skipped = 0
    separator = _separator(first)
    if match := re.fullmatch(r"sep=(.)", first):  # Excel's own way of saying it
        separator, first, skipped = match[1], next(source, ""), 1
    try:
        names = _header(first, separator)
    except csv.Error as error:
        raise InvalidReviewError(f"is not valid CSV: {error}", line=1 + skipped) from error
    columns = _columns(names, line=1 + skipped)
    rows = csv.reader((line + "\n" for line in source), delimiter=separator, strict=True)
    before = 1 + skipped
    while True:
        line = before + rows.line_num + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            raise InvalidReviewError(f"is not valid CSV: {error}", line=line) from error
        if row is None:
            return
        if not any(cell.strip() for cell in row):
            continue
        try:
            yield line, *_review(row, columns)
        except InvalidReviewError as error:
            field = None if error.field is None else _without_home(error.field)
            yield InvalidReviewError(_without_home(str(error)), field=field, line=line)


def is_csv(first_line: str) -> bool:
    """Whether a file's first line is a header that names at least the title."""
    if first_line.startswith("sep="):
        return True
    try:
        return any(_canonical(name) == "title" for name in _header(first_line, _separator(first_line)))
    except csv.Error:
        return False


def _header(first_line: str, separator: str) -> list[str]:
    return next(csv.reader([first_line[:LONGEST_HEADER]], delimiter=separator), [])


def _separator(header: str) -> str:
    return max(",;\t", key=header.count)


def _canonical(written: str) -> str:
    plain = written.strip().lower().replace("&", "and").replace("’", "").replace("'", "").removesuffix("?")
    plain = re.sub(r"[\s/()-]+", "_", plain).strip("_:")
    plain = plain.removeprefix("movie.").removeprefix("review.")
    return _ALIASES.get(plain, plain)


def _columns(written: list[str], *, line: int) -> list[_Column | None]:
    """Return the columns of a header; None where a trailing column has no name. Raises InvalidReviewError."""
    columns: list[_Column | None] = []
    seen: set[str] = set()
    for name in written:
        if not name.strip():
            columns.append(None)
            continue
        column = _column(_canonical(name))
        if column is None:
            error = unknown_name(name.strip(), _known_columns(), noun="column")
            raise InvalidReviewError(str(error), field=error.field, line=line)
        if column.name in seen:
            raise InvalidReviewError(f"names the column {column.name} twice", field=column.name, line=line)
        seen.add(column.name)
        columns.append(column)
    if "title" not in seen:
        raise InvalidReviewError("has no column title; the first line must name the columns", field="title", line=line)
    return columns


def _known_columns() -> list[str]:
    plain = [*_MOVIE_TEXTS, *_MOVIE_LISTS, *_REVIEW_TEXTS, *_REVIEW_LISTS, "mpaa_rating", "mpaa_explanation"]
    keyed = [f"grid.{key}" for key in GRID_BY_KEY] + [f"questions.{key}" for key in QUESTIONS_BY_KEY]
    named = [f"{table}.{part}" for table, parts in _NAMED.items() for part in parts]
    numbered = [f"{table}.1.{part}" for table, parts in _NUMBERED.items() for part in parts]
    return [*plain, *named, *keyed, *numbered]


def _column(name: str) -> _Column | None:
    """Return the column of a canonical name; None when there is no such column."""
    home = "movie" if name.partition(".")[0] in _IN_MOVIE else "review"
    if name in (*_MOVIE_TEXTS, *_REVIEW_TEXTS):
        return _Column(name, (home, name))
    if name in (*_MOVIE_LISTS, *_REVIEW_LISTS):
        return _Column(name, (home, name), names=True)
    if (match := _BOARD_COLUMN.fullmatch(name)) and match[1].upper() in SYSTEM_COUNTRY:
        return _Column(name, ("movie", "official_ratings", match[1].upper(), match[2]))
    if match := _NUMBERED_COLUMN.fullmatch(name):
        table, number, part = match[1], int(match[2]), match[3]
        if part in _NUMBERED.get(table, ()):
            return _Column(name, (home, table, number, part))
        if part is None and table in (*_MOVIE_LISTS, *_REVIEW_LISTS):
            return _Column(name, (home, table, number))
    table, _, rest = name.partition(".")
    if rest in _NAMED.get(table, ()):
        return _Column(name, (home, table, rest))
    key, _, part = rest.partition(".")
    if key in _VOCABULARY.get(table, ()) and (part or _KEYED[table][0]) in _KEYED[table]:
        part = part or _KEYED[table][0]
        return _Column(f"{table}.{key}" if part == _KEYED[table][0] else name, (home, table, key, part))
    return None


def _review(row: list[str], columns: list[_Column | None]) -> tuple[Review, tuple[str, ...]]:
    if len(row) > len(columns) and any(cell.strip() for cell in row[len(columns) :]):
        raise InvalidReviewError(
            f"has {len(row)} cells under {len(columns)} columns; put text that holds the separator in quotes"
        )
    document: dict[str, Any] = {"format": FORMAT, "movie": {}, "review": {}}
    for column, written in zip(columns, row, strict=False):
        cell = written.strip()
        if not cell:
            continue
        if column is None:
            raise InvalidReviewError("has a cell under a column without a name; name the column or empty it")
        value = _value(column, cell[1:] if _DISGUISED.match(cell) else cell)
        if value is not None:
            table: Any = document
            for part in column.path[:-1]:
                table = table.setdefault(part, {})
            if not isinstance(table, dict):
                raise InvalidReviewError(f"fills {column.name} twice; use one way only", field=column.name)
            table[column.path[-1]] = value
    for fields in (document["movie"], document["review"]):
        for name, filled in fields.items():
            if isinstance(filled, dict) and (name in _NUMBERED or name in (*_MOVIE_LISTS, *_REVIEW_LISTS)):
                fields[name] = _listed(filled)
    return read_document(document)


def _value(column: _Column, cell: str) -> object | None:
    """Return a cell's value as the document has it; None for "not checked"."""
    if column.names:
        return [name.strip() for name in cell.split("|" if "|" in cell else ";") if name.strip()]
    last = column.path[-1]
    if last == "level" and is_level(cell):
        return level(cell)
    if last == "answer":
        return _ANSWERS.get(cell.lower(), cell)
    reader = _CELL_READERS.get(str(last)) if len(column.path) == 2 else None
    found = reader(cell) if reader is not None else None
    return cell if found is None else found


def _listed(table: dict[Any, Any]) -> list[Any]:
    """Turn {1: …, 2: …, "MPAA": …} into a list: the numbered by their numbers, then the boards with a rating."""
    numbered = [table[key] for key in sorted(key for key in table if isinstance(key, int))]
    boards = [
        {"system": key, "country": SYSTEM_COUNTRY[key], **found} for key, found in table.items() if isinstance(key, str)
    ]
    return [*numbered, *boards]


def _without_home(text: str) -> str:
    """Speak of columns, which have no "movie." or "review." in front."""
    return re.sub(r"^(?:movie|review)\.", "", text)


def write_csv(reviews: Iterable[Review]) -> Iterator[str]:
    """Yield a CSV file line by line, header first, with the columns that are in use; all reviews are held meanwhile."""
    rows = [_row(document_from_review(review)) for review in reviews]
    columns = sorted({name for row in rows for name in row} | {"title", "year"}, key=_place)
    for cells in (columns, *([row.get(name, "") for name in columns] for row in rows)):
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(cells)
        yield line.getvalue()


def _place(name: str) -> tuple[int, int, int]:
    """Order columns as the interchange format has them: field, then number or vocabulary, then part."""
    table, _, rest = name.partition(".")
    key, _, part = rest.partition(".")
    vocabulary = _VOCABULARY.get(table, ())
    second = int(key) if key.isdigit() else vocabulary.index(key) if key in vocabulary else 0
    last = part or key
    return _ORDER.index(table), second, _PARTS.index(last) if last in _PARTS else -1


def _row(document: dict[str, Any]) -> dict[str, str]:
    """Flatten a document into cells by column name."""
    row: dict[str, str] = {}
    for home in ("movie", "review"):
        for name, value in document[home].items():
            if name in _NUMBERED:
                cells = {f"{name}.{n}.{part}": cell for n, item in enumerate(value, 1) for part, cell in item.items()}
            elif name in _KEYED:
                first = _KEYED[name][0]
                cells = {
                    f"{name}.{key}" if part == first else f"{name}.{key}.{part}": cell
                    for key, found in value.items()
                    for part, cell in found.items()
                }
            elif name in _NAMED:
                cells = {f"{name}.{part}": cell for part, cell in value.items()}
            elif isinstance(value, list):
                cells = _names_cells(name, value)
            else:
                cells = {name: value}
            row.update({column: _written(cell) for column, cell in cells.items()})
    return row


def _names_cells(name: str, names: list[str]) -> dict[str, str]:
    """Put names into one cell; into numbered columns when they hold the separators themselves."""
    if not any(";" in one or "|" in one for one in names):
        return {name: "; ".join(names)}
    if len(names) > 1 and not any("|" in one for one in names):
        return {name: " | ".join(names)}
    return {f"{name}.{number}": one for number, one in enumerate(names, 1)}


def _written(value: object) -> str:
    text = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    return f"'{text}" if _FORMULA.match(text) else text
