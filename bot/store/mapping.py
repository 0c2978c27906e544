"""Rows to domain values and back, exactly. The only module that knows how a review or movie is written down.

A document is JSON with what is known only: a missing key is None or empty. It is written in one fixed order, so
two reviews are equal when and only when their documents are the same text.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from bot.domain.errors import InvalidReviewError, StoreError
from bot.domain.movie import ExternalIds, Movie, MovieId, OfficialRating, PartialDate, Series
from bot.domain.review import (
    Answer,
    DiscussionQuestion,
    GridCell,
    QuestionAnswer,
    Recommendation,
    Review,
    Source,
)
from bot.matching.stories import StoryEntry
from bot.matching.titles import TitleEntry
from bot.store.identity import title_key
from bot.store.rows import NO_PLACE, SEPARATOR, YEAR_NOT_KNOWN

Document = dict[str, Any]

_MOVIE_COLUMNS = ("title", "year", "other_titles", "genres", "popularity", "series", "external_ids")
"""Facts of a movie that its row keeps in columns instead of in its document."""
_MOVIE_LISTS = ("other_titles", "cast", "directors", "studios", "genres", "countries", "languages")
_MOVIE_DATES = ("theatrical_date", "home_date")
_STORY_FACTS = ("genres", "studios", "cast", "directors", "countries")
_REVIEW_PLAIN = (
    "byline",
    "affiliation",
    "one_line",
    "recommended_age_years",
    "age_reason",
    "quality",
    "story",
    "any_good",
    "diversity",
)

_BARE_ANSWERS = {answer.value: QuestionAnswer(answer) for answer in Answer}
"""Most answers have no note: one value serves them all, which saves a fifth of the time of reading a review."""

_write_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False).encode


def review_document(review: Review) -> str:
    """Write a whole review, with the movie's facts as the review gives them."""
    document: Document = {"movie": _movie_to_json(review.movie)}
    for name in _REVIEW_PLAIN:
        value = getattr(review, name)
        if value is not None:
            document[name] = value
    if review.grid:
        document["grid"] = {
            key: _known(level=review.grid[key].level, note=review.grid[key].note) for key in sorted(review.grid)
        }
    if review.questions:
        document["questions"] = {
            key: _known(answer=given.answer.value, note=given.note, spoiler=given.spoiler)
            for key, given in sorted(review.questions.items())
        }
    if review.talk:
        document["talk"] = [_known(question=talk.question, lead_in=talk.lead_in) for talk in review.talk]
    if review.where_to_watch:
        document["where_to_watch"] = list(review.where_to_watch)
    if review.recommendations:
        document["recommendations"] = [
            _known(title=other.title, year=other.year, reason=other.reason) for other in review.recommendations
        ]
    if review.last_updated is not None:
        document["last_updated"] = review.last_updated.isoformat()
    if review.source is not None:
        source = review.source
        document["source"] = _known(name=source.name, licence=source.licence, url=source.url)
    return _write_json(document)


def review_from(document: str) -> Review:
    """Read a review back; raises StoreError when the document is no review."""
    try:
        return _review_from_json(json.loads(document))
    except (ValueError, KeyError, TypeError, AttributeError, InvalidReviewError) as error:
        raise StoreError(f"a review in the store cannot be read: {error}") from error


def story_entry(movie_id: int, document: str) -> StoryEntry:
    """Read what a review tells from its document, without making a whole review of it; raises StoreError."""
    try:
        known = json.loads(document)
        movie = known["movie"]
        cells = (*known.get("grid", {}).values(), *known.get("questions", {}).values())
        return StoryEntry(
            MovieId(movie_id),
            movie.get("year"),
            (movie["title"], *movie.get("other_titles", ()), known.get("one_line", ""), known.get("story", "")),
            tuple(text for talk in known.get("talk", ()) for text in (talk["question"], talk.get("lead_in", ""))),
            tuple(cell["note"] for cell in cells if "note" in cell),
            tuple(name for fact in _STORY_FACTS for name in movie.get(fact, ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(f"a review in the store cannot be read: {error}") from error


def movie_columns(movie: Movie) -> dict[str, Any]:
    """Return the values of a movie row's columns, all but its id, owner and `same_as_id`."""
    facts = _movie_to_json(movie)
    for name in _MOVIE_COLUMNS:
        facts.pop(name, None)
    return {
        "title": movie.title,
        "title_key": title_key(movie.title),
        "year": movie.year or YEAR_NOT_KNOWN,
        "other_titles": SEPARATOR.join(movie.other_titles),
        "people": SEPARATOR.join(dict.fromkeys((*movie.cast, *movie.directors))),
        "genres": SEPARATOR.join(movie.genres),
        "popularity": movie.popularity + 0.0,
        "series": movie.series.name if movie.series else "",
        "series_place": (movie.series.place if movie.series else None) or NO_PLACE,
        "imdb": movie.external_ids.imdb or "",
        "tmdb": movie.external_ids.tmdb or "",
        "wikidata": movie.external_ids.wikidata or "",
        "facts": _write_json(facts),
    }


def movie_from(
    title: str,
    year: int,
    other_titles: str,
    genres: str,
    popularity: float,
    series: str,
    series_place: int,
    imdb: str,
    tmdb: str,
    wikidata: str,
    facts: str,
) -> Movie:
    """Read a movie back from its row's columns; raises StoreError when its facts are none."""
    try:
        document: Document = json.loads(facts)
        document.update(
            title=title,
            year=year or None,
            other_titles=_names(other_titles),
            genres=_names(genres),
            popularity=popularity,
            external_ids={"imdb": imdb or None, "tmdb": tmdb or None, "wikidata": wikidata or None},
        )
        if series:
            document["series"] = {"name": series, "place": series_place or None}
        return _movie_from_json(document)
    except (ValueError, KeyError, TypeError, AttributeError, InvalidReviewError) as error:
        raise StoreError(f"a movie in the store cannot be read: {error}") from error


def title_entry(
    movie_id: int,
    title: str,
    year: int,
    other_titles: str,
    people: str,
    genres: str,
    popularity: float,
    series: str,
    series_place: int,
    imdb: str,
    tmdb: str,
    wikidata: str,
) -> TitleEntry:
    """Read what recognition needs of a movie from its row's columns."""
    return TitleEntry(
        MovieId(movie_id),
        title,
        year or None,
        _names(other_titles) if other_titles else (),
        _names(people) if people else (),
        _names(genres) if genres else (),
        popularity,
        series,
        series_place,
        ExternalIds(imdb or None, tmdb or None, wikidata or None).keys if imdb or tmdb or wikidata else (),
    )


def _movie_to_json(movie: Movie) -> Document:
    document: Document = {"title": movie.title}
    if movie.year is not None:
        document["year"] = movie.year
    for name in _MOVIE_LISTS:
        names = getattr(movie, name)
        if names:
            document[name] = list(names)
    for name in _MOVIE_DATES:
        day = getattr(movie, name)
        if day is not None:
            document[name] = str(day)
    if movie.run_time_minutes is not None:
        document["run_time_minutes"] = movie.run_time_minutes
    if movie.official_ratings:
        document["official_ratings"] = [
            _known(system=given.system, rating=given.rating, country=given.country, explanation=given.explanation)
            for given in movie.official_ratings
        ]
    ids = movie.external_ids
    known_ids = _known(imdb=ids.imdb, tmdb=ids.tmdb, wikidata=ids.wikidata)
    if known_ids:
        document["external_ids"] = known_ids
    if movie.series is not None:
        document["series"] = _known(name=movie.series.name, place=movie.series.place)
    if movie.popularity:
        document["popularity"] = float(movie.popularity)
    return document


def _movie_from_json(document: Document) -> Movie:
    values: Document = dict(document)
    for name in _MOVIE_LISTS:
        if name in values:
            values[name] = tuple(values[name])
    for name in _MOVIE_DATES:
        if name in values:
            values[name] = PartialDate.parse(values[name])
    if "official_ratings" in values:
        values["official_ratings"] = tuple(OfficialRating(**given) for given in values["official_ratings"])
    if "external_ids" in values:
        values["external_ids"] = ExternalIds(**values["external_ids"])
    if "series" in values:
        values["series"] = Series(**values["series"])
    return Movie(**values)


def _review_from_json(document: Document) -> Review:
    values: Document = dict(document)
    values["movie"] = _movie_from_json(values["movie"])
    if "grid" in values:
        values["grid"] = {key: GridCell(**cell) for key, cell in values["grid"].items()}
    if "questions" in values:
        values["questions"] = {
            key: _BARE_ANSWERS[given["answer"]]
            if len(given) == 1
            else QuestionAnswer(Answer(given["answer"]), given.get("note"), given.get("spoiler"))
            for key, given in values["questions"].items()
        }
    if "talk" in values:
        values["talk"] = tuple(DiscussionQuestion(**talk) for talk in values["talk"])
    if "where_to_watch" in values:
        values["where_to_watch"] = tuple(values["where_to_watch"])
    if "recommendations" in values:
        values["recommendations"] = tuple(Recommendation(**other) for other in values["recommendations"])
    if "last_updated" in values:
        values["last_updated"] = date.fromisoformat(values["last_updated"])
    if "source" in values:
        values["source"] = Source(**values["source"])
    return Review(**values)


def _known(**values: object) -> Document:
    return {name: value for name, value in values.items() if value is not None}


def _names(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(SEPARATOR)) if joined else ()
