"""The movie itself: facts that can be looked up, apart from anybody's judgement.

Facts that are not known stay None or empty. Nothing here guesses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import NewType

from bot.domain.errors import InvalidReviewError

MovieId = NewType("MovieId", int)
"""The store's number for a movie. Stable for the life of a store, meaningless outside it."""

ServerId = NewType("ServerId", int)
"""Discord's number for a server (guild). None, where allowed, means the shared library."""

OLDEST_YEAR = 1870
NEWEST_YEAR = 2100
LONGEST_TITLE = 300
LONGEST_NAME = 200
LONGEST_SENTENCE = 1_000
MOST_LISTED = 60
"""Most names in one list (cast, genres, other titles…): a bound against hostile files, far above real use."""
LONGEST_RUN_TIME_MINUTES = 1_000
HIGHEST_PLACE = 999
"""Of a movie in its series: a bound against slips such as a year; the longest series have some sixty movies."""

_IMDB = re.compile(r"tt\d{7,10}")
_WIKIDATA = re.compile(r"Q\d{1,12}")
_DIGITS = re.compile(r"\d{1,12}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_MENTION = re.compile(r"@(?:everyone|here)\b|<(?:@[!&]?|#)\d+>")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date that may be known to the day, the month or only the year. Orders by what is known."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is no date; raises InvalidReviewError."""
        if not OLDEST_YEAR <= self.year <= NEWEST_YEAR:
            raise InvalidReviewError(f"{self.year} is no year of a movie ({OLDEST_YEAR} to {NEWEST_YEAR})")
        if self.day is not None and self.month is None:
            raise InvalidReviewError("a date with a day needs its month")
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError as error:
            raise InvalidReviewError(f"{self} is no date of the calendar") from error

    def __str__(self) -> str:
        """ISO 8601, as exact as is known: 2007, 2007-07 or 2007-07-13."""
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ISO 8601 (2007, 2007-07, 2007-07-13); raises InvalidReviewError."""
        match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text.strip(), re.ASCII)
        if match is None:
            raise InvalidReviewError(f"{text[:40]!r} is no date; write 2007-07-13, 2007-07 or 2007")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        return cls(year, month, day)


@dataclass(frozen=True, slots=True)
class OfficialRating:
    """What a rating board said, e.g. MPAA (US): R, "for language". Boards are never compared with each other."""

    system: str
    """Upper-case short name of the board: MPAA, BBFC, FSK, ACB…"""
    rating: str
    country: str | None = None
    """ISO 3166 two-letter code; None when the source did not say."""
    explanation: str | None = None
    """The board's own words on why, without the rating in front; None when not known."""

    def __post_init__(self) -> None:
        """Refuse empty, oversized or wrongly written parts; raises InvalidReviewError."""
        check_text(self.system, "official_ratings.system", 20)
        check_text(self.rating, "official_ratings.rating", 20)
        if self.country is not None and not re.fullmatch(r"[A-Z]{2}", self.country):
            raise InvalidReviewError(
                f"{self.country[:20]!r} is no two-letter country code", field="official_ratings.country"
            )
        if self.explanation is not None:
            check_text(self.explanation, "official_ratings.explanation", LONGEST_SENTENCE)


@dataclass(frozen=True, slots=True)
class ExternalIds:
    """The movie's ids elsewhere; None when not known for sure."""

    imdb: str | None = None
    tmdb: str | None = None
    wikidata: str | None = None

    def __post_init__(self) -> None:
        """Refuse ids of another shape; raises InvalidReviewError."""
        for name, pattern in (("imdb", _IMDB), ("tmdb", _DIGITS), ("wikidata", _WIKIDATA)):
            value = getattr(self, name)
            if value is not None and not pattern.fullmatch(value):
                raise InvalidReviewError(f"{value[:40]!r} is no {name} id", field=f"external_ids.{name}")

    @property
    def keys(self) -> tuple[str, ...]:
        """The ids that are known, each with where it is from: "imdb:tt2380307", as a pasted link is read."""
        named = (("imdb", self.imdb), ("tmdb", self.tmdb), ("wikidata", self.wikidata))
        return tuple(f"{site}:{value}" for site, value in named if value is not None)


@dataclass(frozen=True, slots=True)
class Series:
    """The series of movies that one belongs to; what another company made anew from the same story is another one."""

    name: str
    """As families say it: "Toy Story", "Harry Potter"."""
    place: int | None = None
    """Which one it is, from 1 in the order of release; None when not known, or when nobody counts them."""

    def __post_init__(self) -> None:
        """Refuse a name or place that cannot be; raises InvalidReviewError with the field series or series_place."""
        check_text(self.name, "series", LONGEST_NAME)
        if self.place is not None and not 1 <= self.place <= HIGHEST_PLACE:
            raise InvalidReviewError(f"{self.place} is no place in a series; the first is 1", field="series_place")

    def __str__(self) -> str:
        """As one says it: "Toy Story, part 3"; the name alone when the place is not known."""
        return self.name if self.place is None else f"{self.name}, part {self.place}"

    @classmethod
    def of(cls, name: str | None, place: int | None) -> Series | None:
        """Make it of two fields that may be missing, None of none; raises InvalidReviewError for a place alone."""
        if name is not None:
            return cls(name, place)
        if place is not None:
            raise InvalidReviewError("series_place needs the name of the series; fill in series", field="series_place")
        return None


@dataclass(frozen=True, slots=True)
class Movie:
    """One movie's facts. A movie is told from another by its title and year together."""

    title: str
    year: int | None = None
    other_titles: tuple[str, ...] = ()
    theatrical_date: PartialDate | None = None
    home_date: PartialDate | None = None
    """First day on DVD, disc or streaming at home."""
    cast: tuple[str, ...] = ()
    directors: tuple[str, ...] = ()
    studios: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    """Countries of origin, ISO 3166 two-letter codes."""
    languages: tuple[str, ...] = ()
    """Languages mainly spoken, ISO 639 two-letter codes."""
    run_time_minutes: int | None = None
    official_ratings: tuple[OfficialRating, ...] = ()
    external_ids: ExternalIds = field(default_factory=ExternalIds)
    series: Series | None = None
    """None when it stands alone, or nobody said."""
    popularity: float = 0.0
    """How often it is asked about or known, on any scale >= 0: a weak hint for recognition, never shown."""

    def __post_init__(self) -> None:
        """Refuse what breaks a rule; raises InvalidReviewError naming the field."""
        check_text(self.title, "title", LONGEST_TITLE)
        if self.year is not None and not OLDEST_YEAR <= self.year <= NEWEST_YEAR:
            raise InvalidReviewError(
                f"{self.year} is no year of a movie ({OLDEST_YEAR} to {NEWEST_YEAR})", field="year"
            )
        for name in ("other_titles", "cast", "directors", "studios", "genres"):
            check_names(getattr(self, name), name, LONGEST_TITLE if name == "other_titles" else LONGEST_NAME)
        for name in ("countries", "languages"):
            check_names(getattr(self, name), name, 2)
        if self.run_time_minutes is not None and not 1 <= self.run_time_minutes <= LONGEST_RUN_TIME_MINUTES:
            raise InvalidReviewError(
                f"a run time of {self.run_time_minutes} minutes is not possible", field="run_time_minutes"
            )
        if len(self.official_ratings) > MOST_LISTED:
            raise InvalidReviewError("too many official ratings", field="official_ratings")
        seen = [(r.system, r.country) for r in self.official_ratings]
        if len(set(seen)) < len(seen):
            raise InvalidReviewError("one board is named twice for one country", field="official_ratings")
        if not (self.popularity >= 0 and self.popularity < float("inf")):
            raise InvalidReviewError("popularity must be a number >= 0", field="popularity")

    @property
    def name(self) -> str:
        """Title and year as one says them: "Interview (2007)"; the title alone when the year is not known."""
        return self.title if self.year is None else f"{self.title} ({self.year})"


def check_text(text: str, field_name: str, longest: int) -> None:
    """Refuse empty, untrimmed or oversized text, control characters and Discord mentions; raises InvalidReviewError.

    New lines are allowed: paragraphs are made of them.
    """
    if not text.strip():
        raise InvalidReviewError(f"{field_name} is empty; leave it out or fill it in", field=field_name)
    if len(text) > longest:
        raise InvalidReviewError(f"{field_name} has {len(text)} characters; at most {longest} fit", field=field_name)
    if text != text.strip():
        raise InvalidReviewError(f"{field_name} begins or ends with white space", field=field_name)
    if _CONTROL.search(text):
        raise InvalidReviewError(f"{field_name} holds control characters", field=field_name)
    if _MENTION.search(text):
        raise InvalidReviewError(
            f"{field_name} holds a Discord mention such as @everyone; take it out", field=field_name
        )


def check_names(names: tuple[str, ...], field_name: str, longest: int) -> None:
    """Check each name of a list, and that the list is not endless; raises InvalidReviewError."""
    if len(names) > MOST_LISTED:
        raise InvalidReviewError(f"{field_name} lists {len(names)} names; at most {MOST_LISTED} fit", field=field_name)
    for name in names:
        check_text(name, field_name, longest)
