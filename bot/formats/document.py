"""The project's own interchange format, `parent-guide/1`: one review as a table of fields, for JSON, JSONL and YAML.

Reading goes mapping -> models -> domain review; the domain has the last word on every rule. Writing gives back the
same review exactly; what is missing or empty is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import ExternalIds, Movie, Series
from bot.domain.rating_boards import official_rating, says_no_rating
from bot.domain.review import DiscussionQuestion, GridCell, QuestionAnswer, Recommendation, Review, Source
from bot.domain.vocabulary import GRID_BY_KEY, QUESTIONS_BY_KEY
from bot.formats.document_models import (
    FORMAT,
    AnswerPart,
    CellPart,
    Document,
    ExternalIdsPart,
    MoviePart,
    RatingPart,
    RecommendationPart,
    ReviewPart,
    SourcePart,
    TablePart,
    TalkPart,
)
from bot.formats.refusals import placed, printable, shown, unknown_name

Row = TypeVar("Row", int, str)
Part = TypeVar("Part", bound=TablePart)
Value = TypeVar("Value")


def review_from_document(document: object) -> Review:
    """Return the review that a document holds; raises InvalidReviewError as `read_document` does."""
    return read_document(document)[0]


def read_document(document: object) -> tuple[Review, tuple[str, ...]]:
    """Return the review that a document holds, and in a sentence each what of it was left out: a rating that is none.

    Raises InvalidReviewError with the dotted place in the document as field ("review.grid.language.level";
    the members of a list are counted from 1: "movie.cast.3").
    """
    if not isinstance(document, Mapping):
        raise InvalidReviewError(f"a review is a table with the fields format, movie and review, not {shown(document)}")
    try:
        whole = Document.model_validate(document)
    except ValidationError as error:
        raise _refusal(error) from None
    read = whole.review
    for table, known, where in ((read.grid, GRID_BY_KEY, "grid"), (read.questions, QUESTIONS_BY_KEY, "questions")):
        for key in table:
            if key not in known:
                raise unknown_name(key, known, where=f"review.{where}")
    try:
        movie = _movie(whole.movie)
    except InvalidReviewError as error:
        raise placed(error, "movie") from error
    try:
        return _review(movie, read), _left_out(whole.movie)
    except InvalidReviewError as error:
        raise placed(error, "review") from error


def _movie(part: MoviePart) -> Movie:
    ids = part.external_ids
    return Movie(
        title=part.title,
        year=part.year,
        other_titles=part.other_titles,
        theatrical_date=part.theatrical_date,
        home_date=part.home_date,
        cast=part.cast,
        directors=part.directors,
        studios=part.studios,
        genres=part.genres,
        countries=part.countries,
        languages=part.languages,
        run_time_minutes=part.run_time_minutes,
        official_ratings=tuple(
            rating
            for rating in _each(
                "official_ratings",
                enumerate(part.official_ratings, 1),
                lambda given: official_rating(given.system, given.rating, given.country, given.explanation),
            ).values()
            if rating is not None
        ),
        external_ids=ExternalIds(ids.imdb, ids.tmdb, ids.wikidata),
        series=Series.of(part.series, part.series_place),
        popularity=part.popularity,
    )


def _left_out(movie: MoviePart) -> tuple[str, ...]:
    return tuple(
        f"the official rating {shown(given.rating)} of the board {given.system} says that there is none; left out"
        for given in movie.official_ratings
        if says_no_rating(given.rating)
    )


def _review(movie: Movie, part: ReviewPart) -> Review:
    source = part.source
    return Review(
        movie=movie,
        byline=part.byline,
        affiliation=part.affiliation,
        one_line=part.one_line,
        recommended_age_years=part.recommended_age_years,
        age_reason=part.age_reason,
        quality=part.quality,
        grid=_each("grid", part.grid.items(), lambda cell: GridCell(cell.level, cell.note)),
        questions=_each(
            "questions", part.questions.items(), lambda given: QuestionAnswer(given.answer, given.note, given.spoiler)
        ),
        story=part.story,
        any_good=part.any_good,
        talk=tuple(
            _each(
                "talk", enumerate(part.talk, 1), lambda talk: DiscussionQuestion(talk.question, talk.lead_in)
            ).values()
        ),
        diversity=part.diversity,
        where_to_watch=part.where_to_watch,
        recommendations=tuple(
            _each(
                "recommendations",
                enumerate(part.recommendations, 1),
                lambda item: Recommendation(item.title, item.year, item.reason),
            ).values()
        ),
        last_updated=part.last_updated,
        source=None if source is None else Source(source.name, source.licence, source.url),
    )


def _each(table: str, rows: Iterable[tuple[Row, Part | None]], make: Callable[[Part], Value]) -> dict[Row, Value]:
    """Make the domain value of every row that is filled; a refusal says which row it was."""
    made = {}
    for row, part in rows:
        if part is not None:
            try:
                made[row] = make(part)
            except InvalidReviewError as error:
                place = f"{table}.{row}."
                raise InvalidReviewError(
                    str(error).replace(f"{table}.", place, 1), field=(error.field or "").replace(f"{table}.", place, 1)
                ) from error
    return made


def document_from_review(review: Review) -> dict[str, Any]:
    """Return the document of a review, made of what JSON knows; what is missing or empty is left out."""
    movie = review.movie
    ids = movie.external_ids
    return {
        "format": FORMAT,
        "movie": _filled(
            title=movie.title,
            year=movie.year,
            other_titles=list(movie.other_titles),
            theatrical_date=None if movie.theatrical_date is None else str(movie.theatrical_date),
            home_date=None if movie.home_date is None else str(movie.home_date),
            cast=list(movie.cast),
            directors=list(movie.directors),
            studios=list(movie.studios),
            genres=list(movie.genres),
            countries=list(movie.countries),
            languages=list(movie.languages),
            run_time_minutes=movie.run_time_minutes,
            official_ratings=[
                _filled(system=r.system, country=r.country, rating=r.rating, explanation=r.explanation)
                for r in movie.official_ratings
            ],
            external_ids=_filled(imdb=ids.imdb, tmdb=ids.tmdb, wikidata=ids.wikidata),
            series=None if movie.series is None else movie.series.name,
            series_place=None if movie.series is None else movie.series.place,
            popularity=movie.popularity or None,
        ),
        "review": _filled(
            byline=review.byline,
            affiliation=review.affiliation,
            one_line=review.one_line,
            recommended_age_years=review.recommended_age_years,
            age_reason=review.age_reason,
            quality=review.quality,
            grid={key: _filled(level=cell.level, note=cell.note) for key, cell in review.grid.items()},
            questions={
                key: _filled(answer=given.answer.value, note=given.note, spoiler=given.spoiler)
                for key, given in review.questions.items()
            },
            story=review.story,
            any_good=review.any_good,
            talk=[_filled(question=talk.question, lead_in=talk.lead_in) for talk in review.talk],
            diversity=review.diversity,
            where_to_watch=list(review.where_to_watch),
            recommendations=[
                _filled(title=item.title, year=item.year, reason=item.reason) for item in review.recommendations
            ],
            last_updated=None if review.last_updated is None else review.last_updated.isoformat(),
            source=None
            if review.source is None
            else _filled(name=review.source.name, licence=review.source.licence, url=review.source.url),
        ),
    }


def _filled(**fields: object) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None and value != [] and value != {}}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one document."""
    schema = Document.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "A JSON or YAML file holds one such document or a list of them; a JSON Lines file one a line.",
        **schema,
        "title": f"Parent Guide review ({FORMAT})",
    }


_MODELS: dict[str, type[TablePart]] = {
    "": Document,
    "movie": MoviePart,
    "review": ReviewPart,
    "movie.official_ratings": RatingPart,
    "movie.external_ids": ExternalIdsPart,
    "review.grid": CellPart,
    "review.questions": AnswerPart,
    "review.talk": TalkPart,
    "review.recommendations": RecommendationPart,
    "review.source": SourcePart,
}


def _refusal(error: ValidationError) -> InvalidReviewError:
    """Return one sentence on the first fault; an unknown field comes first, as it often explains a missing one."""
    details = error.errors(include_url=False)
    first = next((detail for detail in details if detail["type"] == "extra_forbidden"), details[0])
    place = first["loc"]
    dotted = _dotted(place)
    if first["type"] != "extra_forbidden":
        return InvalidReviewError(f"{dotted} {_complaint(first)}", field=dotted)
    name, where = place[-1], place[:-1]
    model = _MODELS[_dotted(where[:2])]
    for home in ("movie", "review"):
        if name in _MODELS[home].model_fields and where != (home,):
            return InvalidReviewError(f"{name!r} belongs under {home}; move it there", field=dotted)
    return unknown_name(name, model.model_fields, where=_dotted(where))


def _dotted(place: tuple[int | str, ...]) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else printable(part) for part in place)


_WORDING: dict[str, str] = {
    "missing": "is missing; fill it in",
    "misread": "{complaint}",
    "literal_error": f"is {{value}}; this guide reads {FORMAT}",
    "string_type": "must be text, not {value}",
    "string_unicode": "holds a broken character; take it out",
    "string_too_long": "has {length} characters; at most {max_length} fit",
    "string_too_short": "is empty or too short; leave it out or fill it in",
    "too_long": "lists {actual_length} things; at most {max_length} fit",
    "greater_than_equal": "is {value}; the least is {ge}",
    "less_than_equal": "is {value}; the most is {le}",
    "model_type": "must be a table of fields, not {value}",
    "dict_type": "must be a table of fields, not {value}",
    "bool_parsing": "must be true or false, not {value}",
    "bool_type": "must be true or false, not {value}",
    "float_parsing": "must be a number, not {value}",
    "float_type": "must be a number, not {value}",
    "finite_number": "must be a number, not {value}",
    "invalid_key": "is no field name; put it in quotes",
}
"""What is wrong with a value and what to write instead, by pydantic's name of the fault; follows the field's name."""


def _complaint(detail: ErrorDetails) -> str:
    value = detail["input"]
    if value is None:
        return "is empty; fill it in"
    wording = _WORDING.get(detail["type"])
    if wording is None:
        return f"is not right: {detail['msg']}"
    return wording.format(value=shown(value), length=len(str(value)), **detail.get("ctx", {}))
