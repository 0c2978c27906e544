"""The movies whose titles are put into training text: the starter library's and the known ones."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import yaml
from numpy.typing import NDArray

from bot.matching.columns import MAIN_TITLE, SUBTITLE, spellings
from bot.matching.normalising import condensed_hash, key_words, words_of
from bot.matching.titles import TitleEntry
from bot.understanding.title_rivals import version_hash

_DATA: Final = Path(__file__).parents[3] / "data"
REVIEWED_POPULARITY: Final = 1.0
KNOWN_POPULARITY: Final = 0.5


@cache
def library_entries() -> tuple[TitleEntry, ...]:
    """Return the movies of the starter library."""
    entries = []
    for number, file in enumerate(sorted((_DATA / "library").glob("*.yaml")), start=1):
        movie = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["movie"]
        people = (*movie.get("cast", ()), *movie.get("directors", ()))
        others, genres = tuple(movie.get("other_titles", ())), tuple(movie.get("genres", ()))
        entries.append(
            TitleEntry(
                number,
                movie["title"],
                movie["year"],
                others,
                people,
                genres,
                REVIEWED_POPULARITY,
                movie.get("series", ""),
                movie.get("series_place", 0),
            )
        )
    return tuple(entries)


@cache
def known_entries() -> tuple[TitleEntry, ...]:
    """Return the known movies that are not in the library, numbered on."""
    reviewed = {(entry.title, entry.year) for entry in library_entries()}
    entries: list[TitleEntry] = []
    for file in sorted((_DATA / "movies").glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                if (row["title"], int(row["year"])) not in reviewed:
                    entries.append(_entry(len(reviewed) + len(entries) + 1, row))
    return tuple(entries)


def _entry(number: int, row: dict[str, str]) -> TitleEntry:
    def parts(*names: str) -> tuple[str, ...]:
        return tuple(part for name in names for part in row[name].split("|") if part)

    people, genres = parts("cast", "directors"), parts("genres")
    title, year, others = row["title"], int(row["year"]), parts("other_titles")
    place = int(row["place"]) if row["place"].isdecimal() else 0
    return TitleEntry(number, title, year, others, people, genres, KNOWN_POPULARITY, row["series"], place)


def title_hashes(entries: Iterable[TitleEntry]) -> NDArray[np.uint64]:
    """Return the sorted hashes of the titles of movies, as the index makes them."""
    keys = {"".join(key_words(words_of(name))) for entry in entries for name, _ in _own_names(entry)}
    return np.array(sorted(condensed_hash(key) for key in keys if key), np.uint64)


def version_hashes(entries: Iterable[TitleEntry]) -> NDArray[np.uint64]:
    """Return the sorted hashes of titles with the name of somebody in the movie: which Annie Jamie Foxx is in."""
    found = {
        version_hash(key_words(words_of(name)), words_of(person))
        for entry in entries
        for name in (entry.title, *entry.other_titles)
        for person in entry.people
    }
    return np.array(sorted(found), np.uint64)


def _own_names(entry: TitleEntry) -> Iterable[tuple[str, int]]:
    """Yield the names that are a movie's own: no series and no part of a title but with a number."""
    for name, kind in spellings(entry):
        if kind not in (MAIN_TITLE, SUBTITLE) or (kind == MAIN_TITLE and any(map(str.isdigit, name))):
            yield name, kind
    main, parted, subtitle = entry.title.partition(": ")
    if parted and main[-1:].isdecimal():
        yield f"{main.rstrip('0123456789 ')} {subtitle}", MAIN_TITLE  # "Goosebumps Haunted Halloween"
    if entry.series and entry.place > 1:
        yield f"{entry.series} {entry.place}", MAIN_TITLE
