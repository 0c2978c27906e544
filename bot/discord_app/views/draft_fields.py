"""The forms of a draft as data: which boxes each has, what stands in them, and what a filled box does to the review.

A form is at most five boxes, Discord's limit. Values go in and out as text by the box's key, so that a form can be
shown again with what somebody typed, whatever was wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from bot.discord_app.views import draft_text
from bot.domain.errors import InvalidReviewError
from bot.domain.movie import LONGEST_NAME, LONGEST_SENTENCE, LONGEST_TITLE, PartialDate
from bot.domain.review import LONGEST_NOTE, LONGEST_SECTION, Answer, GridCell, QuestionAnswer, Review, Source
from bot.domain.vocabulary import (
    GRID,
    HIGHEST_LEVEL,
    LEVEL_WORDS,
    POSITIVE_LEVEL_WORDS,
    QUESTIONS,
    GridCategory,
    Question,
)
from bot.formats.phrases import date_in_words, run_time_minutes

LONGEST_BOX = 4_000
"""Discord's limit of one text box; what is longer is split over several."""
MOST_BOXES = 5
NOTHING: Final = "-"
"""The value of a choice that means: not given. Discord takes no empty value."""
OLDEST_OFFERED_AGE_YEARS = 21

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
    most_chosen: int = 1
    tick: bool = False
    """True: a box to tick; its value is "yes" or empty."""


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
                review = field.put(review, typed)
            except InvalidReviewError as error:
                raise InvalidReviewError(f"{field.label}: {error}", field=error.field) from error
        return review


def _text(name: str) -> tuple[Callable[[Review], str], Put]:
    return (lambda review: getattr(review, name) or ""), (lambda review, typed: _with(review, **{name: typed or None}))


def _with(review: Review, **parts: Any) -> Review:
    return replace(review, **parts)


def _movie(review: Review, **facts: Any) -> Review:
    return replace(review, movie=replace(review.movie, **facts))


def _names(name: str) -> tuple[Callable[[Review], str], Put]:
    return (
        lambda review: draft_text.names_as_text(getattr(review.movie, name)),
        lambda review, typed: _movie(review, **{name: draft_text.names_from_text(typed)}),
    )


def _put_title(review: Review, typed: str) -> Review:
    if not typed:
        raise InvalidReviewError("a movie needs one")
    return _movie(review, title=typed)


def _put_year(review: Review, typed: str) -> Review:
    if typed and not (typed.isdecimal() and len(typed) == 4):
        raise InvalidReviewError(f"“{typed[:20]}” is no year; write it like this: 2007")
    return _movie(review, year=int(typed) if typed else None)


def _put_run_time(review: Review, typed: str) -> Review:
    minutes = run_time_minutes(typed) if typed else None
    if typed and minutes is None:
        raise InvalidReviewError(f"I could not read “{typed[:20]}”; write it like this: 83, or 1 h 23 min")
    return _movie(review, run_time_minutes=minutes)


def _date(name: str) -> tuple[Callable[[Review], str], Put]:
    def put(review: Review, typed: str) -> Review:
        day: PartialDate | None = date_in_words(typed) if typed else None
        if typed and day is None:
            raise InvalidReviewError(f"I could not read “{typed[:30]}”; write it like this: July 13, 2007")
        return _movie(review, **{name: day})

    return (lambda review: str(getattr(review.movie, name) or "")), put


def _codes(name: str, *, upper: bool) -> tuple[Callable[[Review], str], Put]:
    def put(review: Review, typed: str) -> Review:
        codes = tuple(typed.upper().replace(",", " ").split() if upper else typed.lower().replace(",", " ").split())
        if not all(len(code) == 2 and code.isalpha() for code in codes):
            raise InvalidReviewError("write two-letter codes with commas between: " + ("US, GB" if upper else "en, es"))
        return _movie(review, **{name: tuple(dict.fromkeys(codes))})

    return (lambda review: ", ".join(getattr(review.movie, name))), put


def _show_number(name: str) -> Callable[[Review], str]:
    return lambda review: NOTHING if getattr(review, name) is None else str(getattr(review, name))


def _put_number(name: str) -> Put:
    return lambda review, typed: _with(review, **{name: None if typed in ("", NOTHING) else int(typed)})


def _show_source(review: Review) -> str:
    source = review.source
    return " | ".join(part or "" for part in (source.name, source.licence, source.url)).rstrip(" |") if source else ""


def _put_source(review: Review, typed: str) -> Review:
    name, licence, url, *more = [*(part.strip() for part in typed.split("|")), "", ""]
    if len(more) > 2 or (typed and not name):
        raise InvalidReviewError("write it like this: name | licence | https://…")
    return replace(review, source=Source(name, licence or None, url or None) if name else None)


def _prose(name: str, label: str, hint: str | None = None) -> Field:
    return Field(name, label, *_text(name), hint, LONGEST_SECTION, paragraph=True)


_FACTS = Form(
    "facts",
    "Facts",
    (
        Field("title", "Title", lambda review: review.movie.title, _put_title, longest=LONGEST_TITLE),
        Field(
            "year", "Year", lambda review: str(review.movie.year or ""), _put_year, "Tells it from its namesakes", 4
        ),
        Field(
            "run_time",
            "Run time",
            lambda review: str(review.movie.run_time_minutes or ""),
            _put_run_time,
            "In minutes, or 1 h 23 min",
            20,
        ),
        Field("genres", "Genres", *_names("genres"), "With commas between: drama, romance", LONGEST_SENTENCE),
        Field(
            "ratings",
            "Official ratings",
            lambda review: draft_text.ratings_as_text(review.movie.official_ratings),
            lambda review, typed: _movie(review, official_ratings=draft_text.ratings_from_text(typed)),
            "A line each: MPAA R (US): for language including sexual references",
            LONGEST_SECTION,
            paragraph=True,
        ),
    ),
)

_PEOPLE = Form(
    "people",
    "People and dates",
    (
        Field("directors", "Directors", *_names("directors"), "With commas between", LONGEST_SECTION),
        Field("cast", "Cast", *_names("cast"), "With commas between", LONGEST_SECTION, paragraph=True),
        Field("studios", "Studios", *_names("studios"), "With commas between", LONGEST_SECTION),
        Field("theatrical_date", "In theaters", *_date("theatrical_date"), "July 13, 2007, or 2007-07-13", 40),
        Field("home_date", "On disc or streaming", *_date("home_date"), "January 29, 2008, or 2008-01-29", 40),
    ),
)

_AGES = (
    (NOTHING, "No age given"),
    ("0", "All ages"),
    *((str(age), f"{age}+") for age in range(1, OLDEST_OFFERED_AGE_YEARS + 1)),
)
_STARS = (
    (NOTHING, "Not rated"),
    *((str(stars), f"{stars} of 5") for stars in range(1, 6)),
)

_BRIEF = Form(
    "brief",
    "Age, quality, one line",
    (
        Field(
            "one_line",
            "The movie in one line",
            *_text("one_line"),
            "What a parent should know first",
            LONGEST_SENTENCE,
            paragraph=True,
        ),
        Field(
            "age",
            "Recommended age",
            _show_number("recommended_age_years"),
            _put_number("recommended_age_years"),
            "The youngest you would show it to",
            choices=_AGES,
        ),
        Field(
            "age_reason",
            "Why that age",
            *_text("age_reason"),
            "Where the grid alone does not explain it",
            LONGEST_NOTE,
            paragraph=True,
        ),
        Field("quality", "Quality", _show_number("quality"), _put_number("quality"), choices=_STARS),
        Field("byline", "Who wrote this review", *_text("byline"), "Shown under every answer; you can leave it empty"),
    ),
)

_MORE = Form(
    "more",
    "Other titles, countries, source",
    (
        Field("other_titles", "Other titles", *_names("other_titles"), "A line each", LONGEST_SECTION, paragraph=True),
        Field("countries", "Countries", *_codes("countries", upper=True), "Two-letter codes: US, NL"),
        Field("languages", "Languages", *_codes("languages", upper=False), "Two-letter codes: en, es"),
        Field("affiliation", "Written for", *_text("affiliation"), "E.g. our school's film club"),
        Field(
            "source", "Source of the text", _show_source, _put_source, "Name | licence | https://…", LONGEST_SENTENCE
        ),
    ),
)

_STORY = Form(
    "story",
    "The story, and is it any good?",
    (_prose("story", "What's the story?"), _prose("any_good", "Is it any good?")),
)

_TALK = Form(
    "talk",
    "Talk to your kids about…",
    (
        Field(
            "talk",
            "Discussion questions",
            draft_text.talk_as_text,
            lambda review, typed: replace(review, talk=draft_text.talk_from_text(typed)),
            "A question a line. A line before it without “?” leads into it.",
            LONGEST_BOX * MOST_BOXES,
            paragraph=True,
        ),
    ),
)

_AROUND = Form(
    "around",
    "Diversity, where to watch, more",
    (
        _prose("diversity", "Diverse representations", "Who is seen, and how they are shown"),
        Field(
            "where",
            "Where to watch",
            lambda review: draft_text.names_as_text(review.where_to_watch),
            lambda review, typed: replace(review, where_to_watch=draft_text.names_from_text(typed)),
            "With commas between, or a line each",
            LONGEST_SECTION,
            paragraph=True,
        ),
        Field(
            "recommendations",
            "What to put on instead, or next",
            lambda review: draft_text.recommendations_as_text(review.recommendations),
            lambda review, typed: replace(review, recommendations=draft_text.recommendations_from_text(typed)),
            "A line each: Once (2007): two people and their songs",
            LONGEST_BOX * 2,
            paragraph=True,
        ),
    ),
)


def level_choices(row: GridCategory) -> tuple[tuple[str, str], ...]:
    """The levels of a grid row as choices."""
    words = POSITIVE_LEVEL_WORDS if row.positive else LEVEL_WORDS
    return ((NOTHING, "Not checked"), *((str(step), f"{step}: {words[step]}") for step in range(HIGHEST_LEVEL + 1)))


def _show_level(key: str, review: Review) -> str:
    steps = review.cell(key).level
    return NOTHING if steps is None else str(steps)


def _put_cell(key: str, review: Review, **parts: Any) -> Review:
    cell = replace(review.cell(key), **parts)
    grid = {**review.grid, key: cell}
    if cell == GridCell():
        del grid[key]
    return replace(review, grid=grid)


def _put_level(key: str, review: Review, typed: str) -> Review:
    return _put_cell(key, review, level=None if typed in ("", NOTHING) else int(typed))


def _put_rows(review: Review, typed: str) -> Review:
    return replace(review, grid=draft_text.rows_from_text(typed, review))


def _put_answers(review: Review, typed: str) -> Review:
    return replace(review, questions=draft_text.answers_from_text(typed, review))


def _put_answer(key: str, review: Review, **parts: Any) -> Review:
    answer = replace(review.answer(key), **parts)
    questions = {**review.questions, key: answer}
    if answer == QuestionAnswer():
        del questions[key]
    return replace(review, questions=questions)


def _level_field(row: GridCategory) -> Field:
    return Field(
        row.key, row.label, partial(_show_level, row.key), partial(_put_level, row.key), choices=level_choices(row)
    )


def _row_form(row: GridCategory) -> Form:
    def put_note(review: Review, typed: str) -> Review:
        return _put_cell(row.key, review, note=typed or None)

    return Form(
        f"row.{row.key}",
        row.label,
        (
            replace(_level_field(row), key="level", label="How much of it is there?"),
            Field(
                "note",
                "Note",
                lambda review: review.cell(row.key).note or "",
                put_note,
                "What a parent can picture: who does what",
                LONGEST_NOTE,
                paragraph=True,
            ),
        ),
    )


def _question_form(question: Question) -> Form:
    key = question.key

    def put_spoiler(review: Review, typed: str) -> Review:
        gives_away = typed == "yes"
        return _put_answer(key, review, spoiler=None if gives_away == question.spoiler else gives_away)

    return Form(
        f"question.{key}",
        question.text,
        (
            Field(
                "answer",
                "Answer",
                lambda review: review.answer(key).answer.value,
                lambda review, typed: _put_answer(key, review, answer=Answer(typed or Answer.UNKNOWN.value)),
                choices=((Answer.YES.value, "Yes"), (Answer.NO.value, "No"), (Answer.UNKNOWN.value, "Not known")),
            ),
            Field(
                "note",
                "Note",
                lambda review: review.answer(key).note or "",
                lambda review, typed: _put_answer(key, review, note=typed or None),
                "What happens, in a few words",
                LONGEST_NOTE,
                paragraph=True,
            ),
            Field(
                "spoiler",
                "It gives away the story",
                lambda review: "yes" if review.gives_away(key) else "",
                put_spoiler,
                "Then it is hidden until a parent asks for it",
                tick=True,
            ),
        ),
    )


_PER_BOX = 6
"""Yes/no questions in one text box: six notes of full length still fit it."""
QUESTION_GROUPS: Final = tuple(QUESTIONS[start : start + _PER_BOX] for start in range(0, len(QUESTIONS), _PER_BOX))
ROW_GROUPS: Final = tuple(GRID[start : start + MOST_BOXES] for start in range(0, len(GRID), MOST_BOXES))


def _rows_field(number: int, rows: tuple[GridCategory, ...]) -> Field:
    keys = tuple(row.key for row in rows)
    return Field(
        f"rows{number}",
        "Rows: " + ("what one hopes for" if rows[0].positive else f"{rows[0].label} …"),
        lambda review: draft_text.rows_as_text(review, keys),
        _put_rows,
        "0 none, 1 a hint, 2 a little, 3 some, 4 a lot, 5 extreme, ? not checked. E.g. Language 4: swearing",
        LONGEST_BOX,
        paragraph=True,
    )


def _answers_field(number: int, questions: tuple[Question, ...]) -> Field:
    keys = tuple(question.key for question in questions)
    return Field(
        f"answers{number}",
        f"Answers, {number} of {len(QUESTION_GROUPS)}",
        lambda review: draft_text.answers_as_text(review, keys),
        _put_answers,
        "yes, no or ?, and a note if wanted. jump scares yes: one, early on",
        LONGEST_BOX,
        paragraph=True,
    )


GRID_TYPED = Form(
    "grid", "The content grid, typed", tuple(_rows_field(number, rows) for number, rows in enumerate(ROW_GROUPS, 1))
)
QUESTIONS_TYPED = Form(
    "questions",
    "Yes/no questions, typed",
    tuple(_answers_field(number, questions) for number, questions in enumerate(QUESTION_GROUPS, 1)),
)
LEVELS = tuple(
    Form(f"levels{number}", f"Levels, {number} of {len(ROW_GROUPS)}", tuple(map(_level_field, rows)))
    for number, rows in enumerate(ROW_GROUPS, 1)
)

SECTIONS: Final = (_FACTS, _PEOPLE, _BRIEF, _STORY, GRID_TYPED, QUESTIONS_TYPED, _TALK, _AROUND, _MORE)
"""The forms that fill a whole section, in the order in which they are offered."""

FORMS: Final[dict[str, Form]] = {
    form.key: form
    for form in (*SECTIONS, *LEVELS, *map(_row_form, GRID), *map(_question_form, QUESTIONS))
}
"""Every form by its key, which rides in custom ids."""
