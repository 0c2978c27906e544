"""The forms of a draft: which boxes each has, what stands in them, how they are named. Tables only."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Final

from bot.discord_app.views import draft_text
from bot.discord_app.views.draft_fields import (
    LONGEST_BOX,
    MOST_BOXES,
    NOTHING,
    Field,
    Form,
    boxed_codes,
    boxed_date,
    boxed_names,
    boxed_text,
    put_number,
    put_run_time,
    put_series,
    put_source,
    put_title,
    put_year,
    show_number,
    show_series,
    show_source,
    with_facts,
)
from bot.domain.movie import LONGEST_SENTENCE, LONGEST_TITLE
from bot.domain.review import LONGEST_NOTE, LONGEST_SECTION, Answer, GridCell, QuestionAnswer, Review
from bot.domain.vocabulary import (
    GRID,
    HIGHEST_LEVEL,
    LEVEL_WORDS,
    POSITIVE_LEVEL_WORDS,
    QUESTIONS,
    GridCategory,
    Question,
)

OLDEST_OFFERED_AGE_YEARS = 21


def _prose(name: str, label: str, hint: str | None = None) -> Field:
    return Field(name, label, *boxed_text(name), hint, LONGEST_SECTION, paragraph=True)


_FACTS = Form(
    "facts",
    "Facts",
    (
        Field("title", "Title", lambda review: review.movie.title, put_title, longest=LONGEST_TITLE),
        Field("year", "Year", lambda review: str(review.movie.year or ""), put_year, "Tells it from its namesakes", 4),
        Field(
            "run_time",
            "Run time",
            lambda review: str(review.movie.run_time_minutes or ""),
            put_run_time,
            "In minutes, or 1 h 23 min",
            20,
        ),
        Field("genres", "Genres", *boxed_names("genres"), "With commas between: drama, romance", LONGEST_SENTENCE),
        Field(
            "ratings",
            "Official ratings",
            lambda review: draft_text.ratings_as_text(review.movie.official_ratings),
            lambda review, typed: with_facts(review, official_ratings=draft_text.ratings_from_text(typed)),
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
        Field("directors", "Directors", *boxed_names("directors"), "With commas between", LONGEST_SECTION),
        Field("cast", "Cast", *boxed_names("cast"), "With commas between", LONGEST_SECTION, paragraph=True),
        Field("studios", "Studios", *boxed_names("studios"), "With commas between", LONGEST_SECTION),
        Field("theatrical_date", "In theaters", *boxed_date("theatrical_date"), "July 13, 2007, or 2007-07-13", 40),
        Field("home_date", "On disc or streaming", *boxed_date("home_date"), "January 29, 2008, or 2008-01-29", 40),
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
            *boxed_text("one_line"),
            "What a parent should know first",
            LONGEST_SENTENCE,
            paragraph=True,
        ),
        Field(
            "age",
            "Recommended age",
            show_number("recommended_age_years"),
            put_number("recommended_age_years"),
            "The youngest you would show it to",
            choices=_AGES,
        ),
        Field(
            "age_reason",
            "Why that age",
            *boxed_text("age_reason"),
            "Where the grid alone does not explain it",
            LONGEST_NOTE,
            paragraph=True,
        ),
        Field("quality", "Quality", show_number("quality"), put_number("quality"), choices=_STARS),
        Field("byline", "Who wrote this review", *boxed_text("byline"), "Shown under every answer; may stay empty"),
    ),
)

_MORE = Form(
    "more",
    "Other titles, countries, source",
    (
        Field("other_titles", "Other titles", *boxed_names("other_titles"), None, LONGEST_SECTION, paragraph=True),
        Field("countries", "Countries", *boxed_codes("countries", upper=True), "Two-letter codes: US, NL"),
        Field("languages", "Languages", *boxed_codes("languages", upper=False), "Two-letter codes: en, es"),
        Field("affiliation", "Written for", *boxed_text("affiliation"), "E.g. our school's film club"),
        Field("source", "Source of the text", show_source, put_source, "Name | licence | https://…", LONGEST_SENTENCE),
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
        Field("series", "Part of a series", show_series, put_series, "Name, and which one it is: Toy Story, part 3"),
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
    form.key: form for form in (*SECTIONS, *LEVELS, *map(_row_form, GRID), *map(_question_form, QUESTIONS))
}
"""Every form by its key, which rides in custom ids."""
