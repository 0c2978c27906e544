"""What a form of a draft is: boxes, what stands in them for a review, and what a filled box does to the review.

A form is at most five boxes, Discord's limit. Values go in and out as text by the box's key, so that a form can be
shown again with what somebody typed, whatever was wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from bot.discord_app.views import draft_text
from bot.domain.errors import InvalidReviewError
from bot.domain.movie import LONGEST_NAME, PartialDate
from bot.domain.review import Review, Source
from bot.formats.phrases import date_in_words, run_time_minutes, series_in_words

LONGEST_BOX = 4_000
"""Discord's limit of one text box; what is longer is split over several."""
MOST_BOXES = 5
NOTHING: Final = "-"
"""The value of a choice that means: not given. Discord takes no empty value."""

Put = Callable[[Review, str], Review]


@dataclass(frozen=True, slots=True)
class Field:
    """One box of a form."""

    key: str
    label: str
    """At most 45 characters, Discord's limit."""
    show: Callable[[Review], str]
    """What the box holds for a review."""
    put: Put
    """The review with what the box holds; raises InvalidReviewError."""
    hint: str | None = None
    """At most 100 characters."""
    longest: int = LONGEST_NAME
    paragraph: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    """Value and label of each choice; empty for a text box."""
    tick: bool = False
    """True: a box to tick; its value is "yes" or empty."""

    def read(self, review: Review, typed: str) -> Review:
        """Put what was filled in; raises InvalidReviewError, also for a choice that was not offered."""
        if typed and self.choices and typed not in dict(self.choices):
            raise InvalidReviewError("pick one of the choices")
        return self.put(review, typed)


@dataclass(frozen=True, slots=True)
class Form:
    """Up to five boxes that are filled together."""

    key: str
    title: str
    fields: tuple[Field, ...]

    def values(self, review: Review) -> dict[str, str]:
        """What the boxes hold for a review."""
        return {field.key: field.show(review) for field in self.fields}

    def apply(self, review: Review, values: Mapping[str, str]) -> Review:
        """The review with what was filled in; a box that says what is there already changes nothing.

        Raises InvalidReviewError that begins with the box's label.
        """
        before = review
        for field in self.fields:
            typed, shown = values.get(field.key, "").strip(), field.show(before).strip()
            # What was split over several boxes comes back with other white space where it was split.
            if typed == shown or (len(shown) > LONGEST_BOX and draft_text.same_text(typed, shown)):
                continue
            try:
                review = field.read(review, typed)
            except InvalidReviewError as error:
                raise InvalidReviewError(f"{field.label}: {error}", field=error.field) from error
        return review


def boxed_text(name: str) -> tuple[Callable[[Review], str], Put]:
    """Show and put a text of the review; empty means that there is none."""
    return (lambda review: getattr(review, name) or ""), (lambda review, typed: _with(review, **{name: typed or None}))


def _with(review: Review, **parts: Any) -> Review:
    return replace(review, **parts)


def with_facts(review: Review, **facts: Any) -> Review:
    """The review with other facts of its movie."""
    return replace(review, movie=replace(review.movie, **facts))


def boxed_names(name: str) -> tuple[Callable[[Review], str], Put]:
    """Show and put a list of names of the movie."""
    return (
        lambda review: draft_text.names_as_text(getattr(review.movie, name)),
        lambda review, typed: with_facts(review, **{name: draft_text.names_from_text(typed)}),
    )


def put_title(review: Review, typed: str) -> Review:
    """Put the title; raises InvalidReviewError when it is empty."""
    if not typed:
        raise InvalidReviewError("a movie needs one")
    return with_facts(review, title=typed)


def put_year(review: Review, typed: str) -> Review:
    """Put the year; raises InvalidReviewError for anything but four digits."""
    if typed and not (typed.isdecimal() and len(typed) == 4):
        raise InvalidReviewError(f"“{typed[:20]}” is no year; write it like this: 2007")
    return with_facts(review, year=int(typed) if typed else None)


def put_run_time(review: Review, typed: str) -> Review:
    """Put the run time, in any way that people write one; raises InvalidReviewError."""
    minutes = run_time_minutes(typed) if typed else None
    if typed and minutes is None:
        raise InvalidReviewError(f"I could not read “{typed[:20]}”; write it like this: 83, or 1 h 23 min")
    return with_facts(review, run_time_minutes=minutes)


def boxed_date(name: str) -> tuple[Callable[[Review], str], Put]:
    """Show and put a date of the movie, in any way that people write one."""

    def put(review: Review, typed: str) -> Review:
        day: PartialDate | None = date_in_words(typed) if typed else None
        if typed and day is None:
            raise InvalidReviewError(f"I could not read “{typed[:30]}”; write it like this: July 13, 2007")
        return with_facts(review, **{name: day})

    return (lambda review: str(getattr(review.movie, name) or "")), put


def boxed_codes(name: str, *, upper: bool) -> tuple[Callable[[Review], str], Put]:
    """Show and put two-letter codes of the movie."""

    def put(review: Review, typed: str) -> Review:
        codes = tuple(typed.upper().replace(",", " ").split() if upper else typed.lower().replace(",", " ").split())
        if not all(len(code) == 2 and code.isalpha() for code in codes):
            raise InvalidReviewError("write two-letter codes with commas between: " + ("US, GB" if upper else "en, es"))
        return with_facts(review, **{name: tuple(dict.fromkeys(codes))})

    return (lambda review: ", ".join(getattr(review.movie, name))), put


def show_number(name: str) -> Callable[[Review], str]:
    """Show a number of the review as a choice."""
    return lambda review: NOTHING if getattr(review, name) is None else str(getattr(review, name))


def put_number(name: str) -> Put:
    """Put a number of the review that was chosen."""
    return lambda review, typed: _with(review, **{name: None if typed in ("", NOTHING) else int(typed)})


def show_series(review: Review) -> str:
    """Show the series: Toy Story, part 3."""
    return str(review.movie.series or "")


def put_series(review: Review, typed: str) -> Review:
    """Put the series, in any way that people write one; raises InvalidReviewError."""
    series = series_in_words(typed) if typed else None
    if typed and series is None:
        raise InvalidReviewError(f"I could not read “{typed[:60]}”; write it like this: Toy Story, part 3")
    return with_facts(review, series=series)


def show_source(review: Review) -> str:
    """Show the source: name | licence | link."""
    source = review.source
    return " | ".join(part or "" for part in (source.name, source.licence, source.url)).rstrip(" |") if source else ""


def put_source(review: Review, typed: str) -> Review:
    """Put the source; raises InvalidReviewError when it is written otherwise."""
    name, licence, url, *more = [*(part.strip() for part in typed.split("|")), "", ""]
    if len(more) > 2 or (typed and not name):
        raise InvalidReviewError("write it like this: name | licence | https://…")
    return replace(review, source=Source(name, licence or None, url or None) if name else None)
