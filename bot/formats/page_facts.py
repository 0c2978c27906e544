"""The page's lists: movie details, the content grid, where to watch, recommendations.

Every function returns what it took and the lines it could not place, so that nothing is dropped in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import LONGEST_NAME, OfficialRating
from bot.domain.rating_boards import SYSTEM_COUNTRY, as_board_writes, says_no_rating
from bot.domain.review import GridCell, Recommendation
from bot.domain.vocabulary import GRID
from bot.formats.page import Line
from bot.formats.page_prose import BULLET
from bot.formats.phrases import (
    date_in_words,
    day_in_words,
    is_level,
    level,
    names_in_commas,
    run_time_minutes,
    series_in_words,
)

_LABEL = re.compile(r"([^:]{2,60}):\s*(.*)")
_RATING_LABEL = re.compile(r"(\w[\w ]{0,20}?) (rating|explanation|rating explanation|reason)")
_TITLE_YEAR = re.compile(r"(.{1,300}?)\s*\((\d{4})\)\s*(?:[:,–—-]\s*(.+)|)")
_TITLE_REASON = re.compile(r"(.{1,200}?)(?::\s+|\s+[–—-]\s+)(.+)")
_GRID_ROW = re.compile(r"([^:●○★•]{3,60}?)\s*(?::|\s[–—-]|(?=\s[●○★•]))\s*(.+)")
_LEVEL_AND_NOTE = re.compile(r"(.{1,20}?)\s*(?:[.:;,]\s+|\s[–—-]\s+|\((?=.*\)$))(.+)")

_DETAILS: dict[str, str] = {
    "in theaters": "theatrical_date",
    "in theatres": "theatrical_date",
    "in cinemas": "theatrical_date",
    "theatrical release date": "theatrical_date",
    "on dvd or streaming": "home_date",
    "on dvd": "home_date",
    "on disc or streaming": "home_date",
    "on streaming": "home_date",
    "streaming": "home_date",
    "cast": "cast",
    "starring": "cast",
    "stars": "cast",
    "director": "directors",
    "directors": "directors",
    "studio": "studios",
    "studios": "studios",
    "genre": "genres",
    "genres": "genres",
    "run time": "run_time_minutes",
    "running time": "run_time_minutes",
    "runtime": "run_time_minutes",
    "also known as": "other_titles",
    "other titles": "other_titles",
    "series": "series",
    "part of series": "series",
    "part of the series": "series",
    "movie series": "series",
    "last updated": "last_updated",
    "year": "year",
}
_READERS: dict[str, Callable[[str], Any]] = {
    "theatrical_date": date_in_words,
    "home_date": date_in_words,
    "last_updated": day_in_words,
    "run_time_minutes": run_time_minutes,
    "series": series_in_words,
    "year": lambda text: int(text) if re.fullmatch(r"\d{4}", text, re.ASCII) else None,
}

_GRID_LABELS: dict[str, tuple[str, ...]] = {
    **{row.label.lower().replace("&", "and"): (row.key,) for row in GRID},
    **{row.key.replace("_", " "): (row.key,) for row in GRID},
    "violence": ("violence_gore",),
    "violence and scariness": ("violence_gore", "scariness"),
    "scary stuff": ("scariness",),
    "sex": ("sex_romance",),
    "sex romance and nudity": ("sex_romance", "nudity"),
    "sexy stuff": ("sex_romance",),
    "drinking drugs and smoking": ("drugs",),
    "drinking and smoking": ("drugs",),
    "products and purchases": ("consumerism",),
    "consumerism": ("consumerism",),
    "diverse representation": ("diverse_representations",),
    "role models": ("role_models",),
    "messages": ("messages",),
}
"""Labels as pages print them, without commas, to the rows they judge; one label may judge two rows together."""

Unplaced = list[Line]
_UNREAD = "unread"
"""Under which a board's rating is noted that its table does not have."""


def movie_details(lines: Sequence[Line]) -> tuple[dict[str, Any], dict[str, int], Unplaced]:
    """Read "Label: value" bullets, the value perhaps on the next line; return facts, their lines, the unplaced.

    Where one board's rating cannot be read, no board's is taken, for it must not yield to a milder one; the fact
    "ratings_unread" says so.
    """
    facts: dict[str, Any] = {}
    places: dict[str, int] = {}
    unplaced: Unplaced = []
    ratings: dict[str, dict[str, str]] = {}
    rating_lines: list[Line] = []
    waiting: Line | None = None
    for line in lines:
        text = BULLET.sub("", line.text, count=1)
        match = _LABEL.fullmatch(text)
        if waiting is not None and not (match and _is_detail(match[1])):
            match = _LABEL.fullmatch(f"{BULLET.sub('', waiting.text, count=1)} {text}")
            joined = [waiting, line]
        else:
            unplaced.extend([waiting] if waiting is not None else [])
            joined = [line]
        waiting = None
        if match is None:
            unplaced.extend(joined)
        elif not match[2] and _is_detail(match[1]):
            waiting = line
        elif not _take_detail(_detail(match[1]), match[2].strip(), facts, ratings):
            unplaced.extend(joined)
        else:
            name = _DETAILS.get(_detail(match[1]), "official_ratings")
            places.setdefault(name, joined[0].number)
            rating_lines += joined if name == "official_ratings" else ()
    unplaced.extend([waiting] if waiting is not None else [])
    facts["ratings_unread"] = any(_UNREAD in found for found in ratings.values())
    if facts["ratings_unread"]:
        unplaced.extend(rating_lines)
        ratings = {}
    for line in lines:  # an explanation of no rating has no place in a review
        match = _LABEL.fullmatch(BULLET.sub("", line.text, count=1))
        found = _RATING_LABEL.fullmatch(_detail(match[1])) if match else None
        if found and found[2] != "rating" and "rating" not in ratings.get(found[1].upper(), {"rating": ""}):
            unplaced.append(line)
    facts["official_ratings"] = tuple(
        OfficialRating(system, found["rating"], SYSTEM_COUNTRY.get(system), found.get("explanation"))
        for system, found in ratings.items()
        if "rating" in found
    )
    return facts, places, unplaced


def _detail(label: str) -> str:
    """Fold a label: "Director(s)" is "directors"."""
    return " ".join(label.lower().replace("(s)", "s").split())


def _is_detail(label: str) -> bool:
    label = _detail(label)
    return label in _DETAILS or _RATING_LABEL.fullmatch(label) is not None


def _take_detail(label: str, value: str, facts: dict[str, Any], ratings: dict[str, dict[str, str]]) -> bool:
    """Take one detail; False when the label or the value is not understood or was there before."""
    name = _DETAILS.get(label)
    if name is not None:
        read = _READERS.get(name, names_in_commas)(value)
        if not read or facts.get(name, read) != read:
            return False
        facts[name] = read
        return True
    match = _RATING_LABEL.fullmatch(label)
    if match is None or match[1].upper() not in SYSTEM_COUNTRY or not value:
        return False
    board = ratings.setdefault(match[1].upper(), {})
    if match[2] == "rating":
        if says_no_rating(value.rstrip(".")):
            return True
        read = as_board_writes(match[1], value)
        if read is None:
            board[_UNREAD] = value
            return False
        board["rating"] = read.rating
        if read.explanation is not None:
            board.setdefault("explanation", read.explanation)
        return True
    board["explanation"] = value.rstrip(". ")
    return True


def grid_rows(text: str) -> tuple[str, ...]:
    """Return the grid rows that a label on a page stands for; empty when it is none."""
    return _GRID_LABELS.get(" ".join(text.lower().replace("&", "and").replace(",", "").split()).strip(" :"), ())


def content_grid(lines: Sequence[Line]) -> tuple[dict[str, GridCell], Unplaced]:
    """Read "Label: level", "Label: level. Note" or label, level and note on lines of their own."""
    judged: list[tuple[str, tuple[str, ...], int | None, list[str], list[Line]]] = []
    unplaced: Unplaced = []
    label: Line | None = None
    open_row = False
    for line in lines:
        text = BULLET.sub("", line.text, count=1)
        row, said, behind = _row_and_level(text)
        if label is not None and is_level(text):
            judged.append((_label(label), grid_rows(_label(label)), level(text), [], [label, line]))
            label, open_row = None, True
            continue
        unplaced.extend([label] if label is not None else [])
        label = None
        if said is not None and grid_rows(row):
            judged.append((row, grid_rows(row), level(said), [behind] if behind else [], [line]))
            open_row = True
        elif grid_rows(text):
            label, open_row = line, False
        elif said is not None or not open_row:
            unplaced.append(line)
            open_row = False
        else:
            judged[-1][3].append(text)
            judged[-1][4].append(line)
    unplaced.extend([label] if label is not None else [])
    cells: dict[str, GridCell] = {}
    for row, keys, degree, notes, taken in judged:
        if any(key in cells for key in keys):
            unplaced.extend(taken)
            continue
        note: str | None = " ".join(notes) or None
        if len(keys) > 1 and degree:
            together = f"Rated together as {row.strip()}."
            note = f"{note} {together}" if note else together
        try:
            cells.update(dict.fromkeys(keys, GridCell(degree, note)))
        except InvalidReviewError as error:
            raise InvalidReviewError(str(error), field=f"grid.{keys[0]}.note", line=taken[0].number) from error
    return {key: cell for key, cell in cells.items() if cell != GridCell()}, unplaced


def _label(line: Line) -> str:
    return BULLET.sub("", line.text, count=1).strip(" :")


def _row_and_level(text: str) -> tuple[str, str | None, str]:
    """Split "Label: level - note"; the level is None when the line says none."""
    match = _GRID_ROW.fullmatch(text)
    if match is None:
        return text, None, ""
    row, said = match[1], match[2].strip()
    if is_level(said):
        return row, said, ""
    behind = _LEVEL_AND_NOTE.fullmatch(said)
    if behind is not None and is_level(behind[1]):
        note = behind[2].strip()
        return row, behind[1], note[:-1].strip() if note.endswith(")") and "(" not in note else note
    return row, None, ""


def places_to_watch(lines: Sequence[Line]) -> tuple[tuple[str, ...], Unplaced]:
    """Take short lines, or names in commas, as services; sentences are left unplaced."""
    found: list[str] = []
    unplaced: Unplaced = []
    for line in lines:
        text = BULLET.sub("", line.text, count=1)
        names = names_in_commas(text)
        if text.endswith((".", "!", "?", ":")) or any(
            len(name) > LONGEST_NAME or len(name.split()) > 6 for name in names
        ):
            unplaced.append(line)
        else:
            found.extend(name for name in names if name not in found)
    return tuple(found), unplaced


def recommendations(lines: Sequence[Line]) -> tuple[tuple[Recommendation, ...], Unplaced]:
    """Read "Title (year): reason", "Title: reason" or a title alone; a sentence on the next line is its reason."""
    found: list[Recommendation] = []
    unplaced: Unplaced = []
    for line in lines:
        text = BULLET.sub("", line.text, count=1)
        try:
            if match := _TITLE_YEAR.fullmatch(text):
                found.append(Recommendation(match[1].strip(), int(match[2]), match[3]))
            elif text.endswith((".", "!")) and found and found[-1].reason is None and not BULLET.match(line.text):
                found[-1] = Recommendation(found[-1].title, found[-1].year, text)
            elif (match := _TITLE_REASON.fullmatch(text)) and match[2].endswith((".", "!")):
                found.append(Recommendation(match[1].strip(), None, match[2].strip()))
            elif text.endswith((".", "+")) or len(text.split()) > 12:
                unplaced.append(line)
            else:
                found.append(Recommendation(text))
        except InvalidReviewError as error:
            raise InvalidReviewError(str(error), field=error.field, line=line.number) from error
    return tuple(found), unplaced
