r"""Known movies without a review, from the lists that exist: ours, IMDb's, TMDB's and MovieLens'.

Read line by line with flat memory. The format is told by the first line, not by the file's name. What a list does not
say stays unknown: TMDB's daily list has no years, so its movies have none.

Formats, as their makers document them:
- JSON Lines: {"title", "year", "genres", "cast", "other_titles", "popularity" or "notable", "series", "series_place"};
  other fields are ignored;
- IMDb title.basics.tsv: tab-separated, "\N" for unknown, no quoting; only movies and TV movies, no adult titles;
- TMDB daily export: JSON Lines {"id", "original_title", "popularity", "adult", "video"}; no adult ones, no mere videos;
- MovieLens movies.csv: movieId,title,genres with "Title, The (1994)" and genres joined by "|".
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import LONGEST_TITLE, MOST_LISTED, ExternalIds, Movie, Series, check_text
from bot.formats.reading import LARGEST_CATALOGUE_BYTES, open_input, read_lines
from bot.formats.refusals import shown
from bot.formats.structured import json_value

LONGEST_CATALOGUE_LINE_BYTES = 1_000_000
LONGEST_WRITTEN_TITLE = 1_000
"""Characters of a title with its other titles and year behind it."""

_IMDB_COLUMNS = (
    "tconst", "titleType", "primaryTitle", "originalTitle", "isAdult", "startYear", "runtimeMinutes", "genres",
)  # fmt: skip
_IMDB_KINDS = frozenset({"movie", "tvMovie"})
_MOVIELENS_COLUMNS = ["movieId", "title", "genres"]
_YEAR_BEHIND = re.compile(r"\s*\((\d{4})\)\s*$")
_IN_BRACKETS = re.compile(r"\s*\((?:a\.?k\.?a\.?:?\s*)?([^()]+)\)\s*$", re.IGNORECASE)
_ARTICLE_BEHIND = re.compile(
    r"(.+), (The|A|An|L[ae']|Les|Un|Une|El|Los|Las|Una|Der|Die|Das|Ein|Eine|Il|Lo|Gli|Den|Det|De|Het)"
)

LineReader = Callable[[str], Movie | None]


def read_catalogue(source: Path | bytes) -> Iterator[Movie | InvalidReviewError]:
    """Yield the movies of a list; a line that breaks a rule is yielded as its refusal and reading goes on.

    The caller decides whether one refusal stops it all. A file that cannot be read at all, or is in no known format,
    ends with one refusal.
    """
    try:
        with open_input(source, LARGEST_CATALOGUE_BYTES) as stream:
            lines = read_lines(stream, LONGEST_CATALOGUE_LINE_BYTES)
            first = next(lines, "")
            if first == ",".join(_MOVIELENS_COLUMNS):
                yield from _movielens(lines)
                return
            reader, rest = _reader_for(first, lines)
            for number, line in rest:
                if not line:
                    continue
                try:
                    movie = reader(line)
                except InvalidReviewError as error:
                    yield InvalidReviewError(str(error), field=error.field, line=number)
                else:
                    if movie is not None:
                        yield movie
    except InvalidReviewError as error:
        yield error


def _reader_for(first: str, lines: Iterator[str]) -> tuple[LineReader, Iterator[tuple[int, str]]]:
    columns = first.split("\t")
    if "tconst" in columns and "primaryTitle" in columns:
        missing = [name for name in _IMDB_COLUMNS if name not in columns]
        if missing:
            raise InvalidReviewError(f"has no column {missing[0]}, so it is not IMDb's title.basics", line=1)
        return _imdb_reader(columns), enumerate(lines, 2)
    if first.lstrip().startswith("{"):
        whole = enumerate(chain((first,), lines), 1)
        return (_tmdb_movie if '"original_title"' in first else _own_movie), whole
    raise InvalidReviewError(
        "is no list of movies that the guide knows: JSON Lines with a title each, IMDb's title.basics.tsv, "
        "TMDB's daily export or MovieLens' movies.csv",
        line=1,
    )


def _imdb_reader(columns: list[str]) -> LineReader:
    at_id, at_kind, at_title, at_original, at_adult, at_year, at_minutes, at_genres = map(columns.index, _IMDB_COLUMNS)
    width = len(columns)

    def read(line: str) -> Movie | None:
        cells = line.split("\t")
        if len(cells) != width:
            raise InvalidReviewError(f"has {len(cells)} columns instead of {width}")
        if cells[at_kind] not in _IMDB_KINDS or cells[at_adult] == "1":
            return None
        title, original, genres = cells[at_title].strip(), cells[at_original].strip(), cells[at_genres]
        return Movie(
            title=title,
            year=_imdb_number(cells[at_year], "startYear"),
            other_titles=() if original in (title, "\\N", "") else (original,),
            genres=() if genres in ("\\N", "") else tuple(genres.split(",")),
            run_time_minutes=_possible_minutes(_imdb_number(cells[at_minutes], "runtimeMinutes")),
            external_ids=ExternalIds(imdb=cells[at_id]),
        )

    return read


def _imdb_number(cell: str, column: str) -> int | None:
    if cell in ("\\N", ""):
        return None
    if not (cell.isascii() and cell.isdigit() and len(cell) < 10):
        raise InvalidReviewError(f"{column} is {shown(cell)}, which is no number", field=column)
    return int(cell)


def _possible_minutes(minutes: int | None) -> int | None:
    """Take IMDb's run times of 0 and of several days (experimental films) as not known."""
    return minutes if minutes is not None and 1 <= minutes <= 1_000 else None


def _tmdb_movie(line: str) -> Movie | None:
    fields = _fields(line)
    if fields.get("adult") or fields.get("video"):
        return None
    identity = fields.get("id")
    return Movie(
        title=_text(fields, "original_title"),
        popularity=_number(fields, "popularity"),
        external_ids=ExternalIds(tmdb=None if identity is None else str(identity)[:20]),
    )


def _own_movie(line: str) -> Movie:
    fields = _fields(line)
    series = None if fields.get("series") in (None, "") else _text(fields, "series")
    return Movie(
        title=_text(fields, "title"),
        year=_whole_number(fields, "year"),
        other_titles=_names(fields, "other_titles"),
        genres=_names(fields, "genres"),
        cast=_names(fields, "cast"),
        popularity=_number(fields, "popularity" if "popularity" in fields else "notable"),
        series=Series.of(series, _whole_number(fields, "series_place")),
    )


def _fields(line: str) -> dict[str, Any]:
    fields = json_value(line)
    if not isinstance(fields, dict):
        raise InvalidReviewError(f"must be a table of fields, not {shown(fields)}")
    return fields


def _text(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str):
        raise InvalidReviewError(
            f"{name} is missing" if value is None else f"{name} must be text, not {shown(value)}", field=name
        )
    return value.strip()


def _whole_number(fields: dict[str, Any], name: str) -> int | None:
    value = fields.get(name)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise InvalidReviewError(f"{name} must be a whole number, not {shown(value)}", field=name)
    return value


def _number(fields: dict[str, Any], name: str) -> float:
    value = fields.get(name)
    if value is None:
        return 0.0
    if not isinstance(value, (int, float)):
        raise InvalidReviewError(f"{name} must be a number, not {shown(value)}", field=name)
    return float(value)


def _names(fields: dict[str, Any], name: str) -> tuple[str, ...]:
    value = fields.get(name) or []
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise InvalidReviewError(f"{name} must be a list of names, not {shown(value)}", field=name)
    return tuple(one.strip() for one in value)


def _movielens(lines: Iterator[str]) -> Iterator[Movie | InvalidReviewError]:
    rows = csv.reader((line + "\n" for line in lines), strict=True)
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield InvalidReviewError(f"is not valid CSV: {error}", line=rows.line_num + 1)
            return
        if row is None:
            return
        if not row:
            continue
        try:
            yield _movielens_movie(row)
        except InvalidReviewError as error:
            yield InvalidReviewError(str(error), field=error.field, line=rows.line_num + 1)


def _movielens_movie(row: list[str]) -> Movie:
    """Turn "City of Lost Children, The (Cité des enfants perdus, La) (1995)" into its title, other titles and year."""
    if len(row) != len(_MOVIELENS_COLUMNS):
        raise InvalidReviewError(f"has {len(row)} columns instead of {len(_MOVIELENS_COLUMNS)}")
    year = None
    title, genres = row[1].strip(), row[2]
    check_text(title, "title", LONGEST_WRITTEN_TITLE)  # before the patterns, which long runs of spaces would slow down
    if match := _YEAR_BEHIND.search(title):
        year, title = int(match[1]), title[: match.start()]
    other_titles: list[str] = []
    while (match := _IN_BRACKETS.search(title)) and match.start() > 0 and len(other_titles) < MOST_LISTED:
        other_titles.insert(0, article_first(match[1])[:LONGEST_TITLE].strip())
        title = title[: match.start()]
    return Movie(
        title=article_first(title),
        year=year,
        other_titles=tuple(other for other in other_titles if other),
        genres=() if genres.startswith("(no genres") or not genres else tuple(genres.split("|")),
    )


def article_first(title: str) -> str:
    """Turn "Lion King, The" into "The Lion King"."""
    match = _ARTICLE_BEHIND.fullmatch(title.strip())
    if match is None:
        return title.strip()
    return f"{match[2]}{'' if match[2].endswith(chr(39)) else ' '}{match[1]}"
