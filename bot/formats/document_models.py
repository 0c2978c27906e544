"""What a `parent-guide/1` document may hold, as pydantic models; as JSON Schema they tell people and editors so.

The models are lenient where YAML 1.1 is treacherous (an unquoted 1917, 2007-07-13 or yes is no text there) and strict
in everything else: an unknown field is refused by name, so that a misspelt one is never lost in silence. They check
shapes and bounds, where the place of a fault can be told exactly; the domain has the last word on every rule.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import (
    HIGHEST_PLACE,
    LONGEST_NAME,
    LONGEST_RUN_TIME_MINUTES,
    LONGEST_SENTENCE,
    LONGEST_TITLE,
    MOST_LISTED,
    NEWEST_YEAR,
    OLDEST_YEAR,
    PartialDate,
)
from bot.domain.rating_boards import as_board_writes
from bot.domain.review import LONGEST_NOTE, LONGEST_SECTION, MOST_DISCUSSION_QUESTIONS, OLDEST_AGE_YEARS, Answer
from bot.domain.vocabulary import GRID, HIGHEST_LEVEL, QUESTIONS
from bot.formats.refusals import shown

FORMAT = "parent-guide/1"
"""Name and version of the format; a document begins with it."""

_WHOLE_NUMBER = re.compile(r"\s*-?\d{1,18}\s*", re.ASCII)
_ANSWERS = {**{answer.value: answer for answer in Answer}, "true": Answer.YES, "false": Answer.NO}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _misread(complaint: str) -> PydanticCustomError:
    return PydanticCustomError("misread", "{complaint}", {"complaint": complaint})


def _as_text(value: object) -> object:
    """Take text, and what YAML or a careless JSON writer makes of text that looks like a number or a date."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    if isinstance(value, bool):
        raise _misread("was read as true/false; put the text in quotes")
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        raise _misread("was read as a decimal number; put the text in quotes")
    if isinstance(value, date):
        return value.isoformat()
    return value


def _as_whole_number(value: object) -> object:
    """Take whole numbers, also written as text (every YAML scalar arrives as text); never true/false."""
    if isinstance(value, str) and _WHOLE_NUMBER.fullmatch(value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _misread(f"must be a whole number, not {shown(value)}")


def _as_partial_date(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, (datetime, bool, float)) or not isinstance(value, (str, int, date)):
        raise _misread("must be a date; write 2007-07-13, 2007-07 or 2007")
    try:
        return PartialDate.parse(value.isoformat() if isinstance(value, date) else str(value))
    except InvalidReviewError as error:
        raise _misread(str(error)) from error


def _as_day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value.strip()):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            pass
    raise _misread(f"must be a day of the calendar such as 2022-12-15, not {shown(value)}")


def _as_answer(value: object) -> Answer:
    """Take yes, no or unknown; true and false too, which is what YAML 1.1 makes of an unquoted yes and no."""
    if isinstance(value, bool):
        return Answer.YES if value else Answer.NO
    if isinstance(value, str):
        answer = _ANSWERS.get(value) or _ANSWERS.get(value.strip().lower())
        if answer is not None:
            return answer
    raise _misread(f"must be yes, no or unknown, not {shown(value)}")


def _as_list(value: object) -> object:
    """Take a list; a field left blank is an empty one."""
    if value is None or value == "":
        return ()
    if not isinstance(value, (list, tuple)):
        raise _misread(f"must be a list such as [one, another], not {shown(value)}")
    return value


def _as_table(value: object) -> object:
    """Take a table; a field left blank is an empty one."""
    return {} if value is None else value


_PARTIAL_DATE_SCHEMA = {
    "description": "A date as exact as it is known: 2007-07-13, 2007-07 or 2007.",
    "anyOf": [
        {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
        {"type": "integer", "minimum": OLDEST_YEAR, "maximum": NEWEST_YEAR},
    ],
}

# The bounds stand before the validator, so that they bind the plain type: only then does the schema show them.
_TEXT = BeforeValidator(_as_text)
_WHOLE = BeforeValidator(_as_whole_number)
_LIST = BeforeValidator(_as_list)
_TABLE = BeforeValidator(_as_table)
_LISTED = Field(max_length=MOST_LISTED)
Title = Annotated[str, Field(min_length=1, max_length=LONGEST_TITLE), _TEXT]
Name = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME), _TEXT]
Sentence = Annotated[str, Field(min_length=1, max_length=LONGEST_SENTENCE), _TEXT]
Note = Annotated[str, Field(min_length=1, max_length=LONGEST_NOTE), _TEXT]
Section = Annotated[str, Field(min_length=1, max_length=LONGEST_SECTION), _TEXT]
Code = Annotated[str, Field(min_length=2, max_length=2), _TEXT]
ShortName = Annotated[str, Field(min_length=1, max_length=20), _TEXT]
Year = Annotated[int, Field(ge=OLDEST_YEAR, le=NEWEST_YEAR), _WHOLE]
Names = Annotated[tuple[Name, ...], _LISTED, _LIST]
Titles = Annotated[tuple[Title, ...], _LISTED, _LIST]
Codes = Annotated[tuple[Code, ...], _LISTED, _LIST]
PartialDay = Annotated[PartialDate, PlainValidator(_as_partial_date), WithJsonSchema(_PARTIAL_DATE_SCHEMA)]
Day = Annotated[date, PlainValidator(_as_day), WithJsonSchema({"type": "string", "format": "date"})]
YesNo = Annotated[Answer, PlainValidator(_as_answer), WithJsonSchema({"enum": ["yes", "no", "unknown", True, False]})]


class TablePart(BaseModel):
    """A table of the document: only its own fields, never changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class RatingPart(TablePart):
    """What one rating board said."""

    system: ShortName = Field(description="Upper-case short name of the board: MPAA, BBFC, FSK, ACB…")
    rating: ShortName = Field(description='The rating in the board\'s own writing: R, PG-13, 12A, "12"…')
    country: Code | None = Field(None, description="ISO 3166 two-letter code of the country it was given for.")
    explanation: Sentence | None = Field(None, description="The board's own words on why, without the rating in front.")

    @model_validator(mode="before")
    @classmethod
    def _as_the_board_writes(cls, given: object) -> object:
        """Take usual spellings of a board's rating: PG13, "Rated PG-13 for violence", US:PG-13, FSK 12."""
        if not isinstance(given, Mapping):
            return given
        system, rating = given.get("system"), given.get("rating")
        if not isinstance(system, str) or not isinstance(rating, (str, int)) or isinstance(rating, bool):
            return given
        read = as_board_writes(system.strip(), str(rating))
        if read is None:
            return given
        return {**given, "rating": read.rating, "explanation": given.get("explanation") or read.explanation}


class ExternalIdsPart(TablePart):
    """The movie's ids elsewhere, only where known for sure."""

    imdb: Name | None = Field(None, description="tt and 7 to 10 digits.")
    tmdb: Name | None = Field(None, description="Digits.")
    wikidata: Name | None = Field(None, description="Q and digits.")


class MoviePart(TablePart):
    """Facts that can be looked up. What is not known for sure is left out."""

    model_config = ConfigDict(json_schema_extra={"dependentRequired": {"series_place": ["series"]}})

    title: Title = Field(description="The title in its most used English form, or the original one.")
    year: Year | None = Field(None, description="Year of the first theatrical release in the home country.")
    other_titles: Titles = Field((), description="Other titles, original-language titles, common short names.")
    theatrical_date: PartialDay | None = Field(None, description="First day in theaters, as exact as known.")
    home_date: PartialDay | None = Field(None, description="First day on disc or streaming at home, as exact as known.")
    cast: Names = Field((), description="Leading cast first.")
    directors: Names = Field((), description="Directors.")
    studios: Names = Field((), description="Studios or distributors.")
    genres: Names = Field((), description="Genres such as Drama or Family.")
    countries: Codes = Field((), description="Countries of origin, ISO 3166 two-letter codes.")
    languages: Codes = Field((), description="Languages mainly spoken, ISO 639 two-letter codes.")
    run_time_minutes: Annotated[int, Field(ge=1, le=LONGEST_RUN_TIME_MINUTES), _WHOLE] | None = Field(
        None, description="Run time of the theatrical version in minutes."
    )
    official_ratings: Annotated[tuple[RatingPart, ...], _LISTED, _LIST] = Field(
        (), description="Official ratings, one per board and country."
    )
    external_ids: Annotated[ExternalIdsPart, _TABLE] = Field(
        default_factory=lambda: ExternalIdsPart(),
        description="The movie's ids elsewhere: a link to it is answered by them.",
    )
    series: Name | None = Field(
        None, description="The series of movies it belongs to, as families say it: Toy Story. Remakes are none."
    )
    series_place: Annotated[int, Field(ge=1, le=HIGHEST_PLACE), _WHOLE] | None = Field(
        None, description="Which one of the series it is, from 1 in the order of release."
    )
    popularity: Annotated[float, Field(ge=0, allow_inf_nan=False)] = Field(
        0.0, description="How well known it is, on any scale from 0; only a weak hint when titles are alike."
    )


class CellPart(TablePart):
    """One judged row of the content grid."""

    level: Annotated[int, Field(ge=0, le=HIGHEST_LEVEL), _WHOLE] | None = Field(
        None, description="0 none, 1 a hint, 2 a little, 3 some, 4 a lot, 5 extreme; null or left out: not checked."
    )
    note: Note | None = Field(None, description="Evidence that a parent can picture.")


class AnswerPart(TablePart):
    """The answer to one yes/no question."""

    answer: YesNo = Field(Answer.UNKNOWN, description="yes, no or unknown; quote it in YAML.")
    note: Note | None = Field(None, description="Who, when, how.")
    spoiler: bool | None = Field(
        None, description="true: the note gives away the story; left out: as usual for the question."
    )


class TalkPart(TablePart):
    """One thing to talk about."""

    question: Sentence = Field(description="The question, ending with a question mark.")
    lead_in: Sentence | None = Field(None, description="The sentence or two that lead into it.")


class RecommendationPart(TablePart):
    """A movie to put on instead or next."""

    title: Sentence = Field(description="Its title.")
    year: Year | None = Field(None, description="Its year.")
    reason: Note | None = Field(None, description="Why.")


class SourcePart(TablePart):
    """Where the text comes from and on what terms it may be shared."""

    name: Name = Field(description="Who published it.")
    licence: Name | None = Field(None, description="The licence's short name.")
    url: Annotated[str, _TEXT] | None = Field(None, description="Its address, http or https.")


def _list_known_keys(known: Sequence[tuple[str, str]]) -> Any:
    """Make the schema of a table name the vocabulary's keys with their labels, and allow no other."""

    def change(schema: dict[str, Any]) -> None:
        row = schema.pop("additionalProperties")
        schema["properties"] = {key: {"description": label, **row} for key, label in known}
        schema["additionalProperties"] = False

    return change


class ReviewPart(TablePart):
    """Somebody's judgement, section by section. What the reviewer did not fill is left out."""

    byline: Name | None = Field(None, description="Who wrote it.")
    affiliation: Name | None = Field(None, description="What the reviewer wrote it for.")
    one_line: Sentence | None = Field(None, description="The movie in one line.")
    recommended_age_years: Annotated[int, Field(ge=0, le=OLDEST_AGE_YEARS), _WHOLE] | None = Field(
        None, description="The youngest age, in years, the reviewer would show it to."
    )
    age_reason: Note | None = Field(None, description="Why that age, where the grid alone does not explain it.")
    quality: Annotated[int, Field(ge=1, le=5), _WHOLE] | None = Field(None, description="1 (poor) to 5 (excellent).")
    grid: Annotated[dict[str, CellPart | None], _TABLE] = Field(
        default_factory=dict,
        description="A Lot or a Little? A row that is left out was not checked, which is not the same as none.",
        json_schema_extra=_list_known_keys([(row.key, row.label) for row in GRID]),
    )
    questions: Annotated[dict[str, AnswerPart | None], _TABLE] = Field(
        default_factory=dict,
        description="Yes/no questions that parents ask. One that is left out is unknown.",
        json_schema_extra=_list_known_keys([(question.key, question.text) for question in QUESTIONS]),
    )
    story: Section | None = Field(None, description="What's the Story?")
    any_good: Section | None = Field(None, description="Is It Any Good?")
    talk: Annotated[tuple[TalkPart, ...], Field(max_length=MOST_DISCUSSION_QUESTIONS), _LIST] = Field(
        (), description="Talk to Your Kids About…"
    )
    diversity: Section | None = Field(None, description="Diverse Representations.")
    where_to_watch: Names = Field((), description="Services or shops.")
    recommendations: Annotated[
        tuple[RecommendationPart, ...], BeforeValidator(_as_list), Field(max_length=MOST_LISTED)
    ] = Field((), description="Movies the reviewer recommends instead or next.")
    last_updated: Day | None = Field(None, description="Day of the last change of the text.")
    source: SourcePart | None = Field(None, description="Where the text comes from.")


class Document(TablePart):
    """A movie with its review, in the interchange format of Parent Guide."""

    format: Literal["parent-guide/1"] = Field(description="Name and version of this format.")
    movie: MoviePart
    review: Annotated[ReviewPart, _TABLE] = Field(default_factory=lambda: ReviewPart())
