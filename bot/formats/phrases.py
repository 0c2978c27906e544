"""Facts as people write them on a page or in a spreadsheet: dates in words, run times, ages, stars, levels, name lists.

Each function returns None for what it does not surely understand, so that the caller can report it; nothing is guessed.
"""

from __future__ import annotations

import re
from datetime import date

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import PartialDate, Series
from bot.domain.vocabulary import HIGHEST_LEVEL

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]+)\.?,?\s+(\d{4})")

_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min|mins|minutes?)?\.?")
_HOURS = re.compile(r"(\d{1,2})\s*(?:h|hr|hrs|hours?)\.?(?:[,\s]*(?:and\s+)?(\d{1,2})\s*(?:m|min|mins|minutes?)?\.?)?")
_ISO_DURATION = re.compile(r"PT(?:(\d{1,2})H)?(?:(\d{1,4})M)?(?:\d{1,5}S)?")

_AGE = re.compile(
    r"(?:(?:recommended|suggested|for)\s+)?(?:ages?:?\s*)?(\d{1,2})\s*"
    r"(?:\+|and (?:up|over|older)|or (?:up|older)|years?\+?)?"
)
_AGE_SAID = re.compile(r"age|\+|and (?:up|over|older)|or older|years?")

_STARS = re.compile(
    r"(?:(?:rating|quality|stars?)\s*:?\s*)?([1-5])(?:\.0)?\s*(?:(?:/|out of|of)\s*5(?:\s*stars?)?|stars?)"
)
_STAR_SIGNS = re.compile(r"(★{1,5})(☆{0,4})")

_LEVELS: dict[str, int | None] = {
    "none": 0, "not present": 0, "no": 0, "nothing": 0, "absent": 0,
    "a hint": 1, "hint": 1, "very little": 1, "barely any": 1, "minimal": 1,
    "a little": 2, "little": 2, "mild": 2,
    "some": 3, "moderate": 3,
    "a lot": 4, "lots": 4, "a bunch": 4, "strong": 4,
    "extreme": 5, "outstanding": 5,
    "not checked": None, "unknown": None, "not rated": None, "n/a": None, "?": None, "-": None,
}  # fmt: skip
"""Words for a level. The guide's own words come first; the others are those printed guides use for the same step."""
_LEVEL_IN_NUMBERS = re.compile(r"([0-5])(?:\s*(?:/|out of|of)\s*5)?")
_LEVEL_IN_DOTS = re.compile(r"([●⬤•◉★■]{0,5})([○◯☆□]{0,5})")
_NAME_TAILS = re.compile(r"(?:jr|sr|ii|iii|iv|inc|ltd|llc|co|corp|esq|m\.?d|ph\.?d)\.?", re.IGNORECASE)

_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PLACE = rf"0{{0,3}}[1-9]\d{{0,2}}|{'|'.join(_NUMBER_WORDS)}"
_PART = r"(?:part|no\.)"
_PLACE_ALONE = re.compile(rf"(?:{_PART}\s*|\#\s*)?({_PLACE})\.?", re.IGNORECASE)
_SERIES_THEN_PLACE = re.compile(
    rf"(.{{1,300}}?)(?:,\s*({_PLACE})|,?\s+(?:{_PART}\s*|\#\s*)({_PLACE})|"
    rf"\s+\((?:{_PART}\s*|\#\s*)?({_PLACE})\))\.?",
    re.IGNORECASE,
)
_PLACE_THEN_SERIES = re.compile(rf"{_PART}\s*({_PLACE})\s+(?:of|in)\s+(.{{1,300}})", re.IGNORECASE)
_MAY_END_IN_A_PLACE = re.compile(r"(?:\d|\b(?:ii|iii|iv|vi|vii|viii|ix|xi|xii)|\bpart\s+\w+)[\s).]*$", re.IGNORECASE)
"""A name that ends so may be a series' ("Fantastic 4") or a movie's ("Toy Story 3"): nobody can tell."""


def date_in_words(text: str) -> PartialDate | None:
    """Read "July 13, 2007", "13 July 2007", "Jul 2007", "2007" or ISO 8601; None for anything else.

    Dates with slashes are not read: nobody can tell 7/12 from 12/7.
    """
    plain = " ".join(text.lower().strip(" .").split())
    year = month = day = None
    if match := _MONTH_FIRST.fullmatch(plain):
        month, day, year = _month(match[1]), match[2], match[3]
    elif match := _DAY_FIRST.fullmatch(plain):
        month, day, year = _month(match[2]), match[1], match[3]
    try:
        if year is None:
            return PartialDate.parse(plain)
        return None if month is None else PartialDate(int(year), month, None if day is None else int(day))
    except InvalidReviewError:
        return None


def day_in_words(text: str) -> date | None:
    """Read a date that is known to the day; None for anything else."""
    found = date_in_words(text)
    if found is None or found.month is None or found.day is None:
        return None
    return date(found.year, found.month, found.day)


def _month(word: str) -> int | None:
    """Return the number of a month by its name or its first three letters ("Sept" too)."""
    for number, month in enumerate(_MONTHS, 1):
        if word in (month, month[:3]) or (word == "sept" and number == 9):
            return number
    return None


def run_time_minutes(text: str) -> int | None:
    """Read "83 minutes", "1h 23m", "1 hour 23 minutes", "PT1H23M" or "83"; None for anything else."""
    plain = text.strip().lower()
    if match := _ISO_DURATION.fullmatch(text.strip()):
        minutes = 60 * int(match[1] or 0) + int(match[2] or 0)
        return minutes or None
    if match := _HOURS.fullmatch(plain):
        return 60 * int(match[1]) + int(match[2] or 0)
    if match := _MINUTES.fullmatch(plain):
        return int(match[1])
    return None


def place_in_series(text: str) -> int | None:
    """Read "3", "part 3", "#3", "No. 3", "part three" as a place from 1; None for anything else."""
    match = _PLACE_ALONE.fullmatch(text.strip())
    return _number(match[1]) if match else None


def series_in_words(text: str) -> Series | None:
    """Read "Toy Story, part 3", "Toy Story #3", "part 3 of Toy Story" or "Toy Story"; None for anything else.

    "Toy Story 3" is not read: it may be the third of Toy Story, or a series of that name.
    """
    plain = " ".join(text.split())
    if match := _PLACE_THEN_SERIES.fullmatch(plain):
        name, place = match[2], match[1]
    elif match := _SERIES_THEN_PLACE.fullmatch(plain):
        name, place = match[1], match[2] or match[3] or match[4]
    elif not _MAY_END_IN_A_PLACE.search(plain[-60:]):
        name, place = plain, ""
    else:
        return None
    try:
        return Series(name, _number(place) if place else None)
    except InvalidReviewError:
        return None


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _NUMBER_WORDS.index(written.lower()) + 1


def age_years(text: str, *, bare: bool = False) -> int | None:
    """Read "age 13+", "ages 13 and up", "13+"; `bare`: "13" alone too. None for anything else."""
    plain = text.strip(" .").lower()
    match = _AGE.fullmatch(plain)
    return int(match[1]) if match and (bare or _AGE_SAID.search(plain)) else None


def stars(text: str) -> int | None:
    """Read "3 stars", "3/5", "3 out of 5" or "★★★☆☆" as a quality of 1 to 5; None for anything else, halves too."""
    plain = text.strip(" .").lower()
    if match := _STAR_SIGNS.fullmatch(plain):
        return len(match[1]) if not match[2] or len(plain) == 5 else None
    match = _STARS.fullmatch(plain)
    return int(match[1]) if match else None


def is_level(text: str) -> bool:
    """Whether a text says a level, "not checked" included."""
    plain = text.strip(" .").lower() or text.strip()
    if plain in _LEVELS or _LEVEL_IN_NUMBERS.fullmatch(plain):
        return True
    return len(plain) == HIGHEST_LEVEL and _LEVEL_IN_DOTS.fullmatch(plain) is not None


def level(text: str) -> int | None:
    """Return the level 0-5 that a text says in words, digits or dots; None: not checked, or not a level at all."""
    plain = text.strip(" .").lower() or text.strip()
    if plain in _LEVELS:
        return _LEVELS[plain]
    if match := _LEVEL_IN_NUMBERS.fullmatch(plain):
        return int(match[1])
    if len(plain) == HIGHEST_LEVEL and (match := _LEVEL_IN_DOTS.fullmatch(plain)):
        return len(match[1])
    return None


def names_in_commas(text: str) -> tuple[str, ...]:
    """Split "Ann Lee, Sammy Davis, Jr., Bo" into names; "Jr." and "Inc." stay with the name before them."""
    names: list[str] = []
    for part in text.split(","):
        name = " ".join(part.split())
        if names and _NAME_TAILS.fullmatch(name):
            names[-1] += f", {name}"
        elif name and name not in names:
            names.append(name)
    return tuple(names)
