"""The interchange format: what it takes, what it refuses, and in which words."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import ExternalIds, OfficialRating, PartialDate, Series
from bot.domain.review import Answer, GridCell, QuestionAnswer, Review
from bot.formats.document import json_schema, review_from_document
from bot.formats.library import read_library
from bot.formats.review_files import ReadReview, read_reviews

LIBRARY = Path(__file__).resolve().parents[2] / "data" / "library"

WHOLE: dict[str, Any] = {
    "format": "parent-guide/1",
    "movie": {
        "title": "Paper Boats",
        "year": 2012,
        "theatrical_date": "2012-05-04",
        "cast": ["Ines Vale"],
        "official_ratings": [{"system": "MPAA", "country": "US", "rating": "PG"}],
    },
    "review": {
        "recommended_age_years": 8,
        "grid": {"language": {"level": 2, "note": "A word at the dock."}},
        "questions": {"blood": {"answer": "no"}},
        "talk": [{"question": "Why does Ada lie?"}, {"question": "Who is kind?"}],
        "last_updated": "2021-03-02",
    },
}


def changed(place: str, value: object) -> dict[str, Any]:
    document = deepcopy(WHOLE)
    table: Any = document
    *path, last = place.split(".")
    for part in path:
        table = table[int(part)] if part.isdigit() else table[part]
    table[last] = value
    return document


REFUSED: list[tuple[str, object, str, str]] = [
    ("movie.directers", ["X"], "movie.directers", "did you mean 'directors'?"),
    ("title", "X", "title", "belongs under movie"),
    ("review.year", 2012, "review.year", "belongs under movie"),
    ("movie.quality", 3, "movie.quality", "belongs under review"),
    ("review.grid.langauge", {"level": 1}, "review.grid.langauge", "did you mean 'language'?"),
    ("review.questions.dog_dies", {"answer": "yes"}, "review.questions.dog_dies", "did you mean"),
    ("review.grid.language.lvl", 1, "review.grid.language.lvl", "did you mean 'level'?"),
    ("movie.official_ratings.0.sytem", "X", "movie.official_ratings.1.sytem", "did you mean 'system'?"),
    ("review.grid.language.level", 6, "review.grid.language.level", "the most is 5"),
    ("review.grid.language.level", "a lot", "review.grid.language.level", "whole number"),
    ("review.grid.language", 3, "review.grid.language", "table of fields"),
    ("review.grid.language.note", "x" * 601, "review.grid.language.note", "at most 600 fit"),
    ("review.quality", 0, "review.quality", "the least is 1"),
    ("review.quality", True, "review.quality", "whole number"),
    ("review.recommended_age_years", 7.5, "review.recommended_age_years", "whole number"),
    ("review.questions.blood.answer", "maybe", "review.questions.blood.answer", "yes, no or unknown"),
    ("review.talk.1.question", "", "review.talk.2.question", "empty"),
    ("review.talk", ["Why?"], "review.talk.1", "table of fields"),
    ("review.last_updated", 2021, "review.last_updated", "day of the calendar"),
    ("review.last_updated", "2021-02-30", "review.last_updated", "day of the calendar"),
    ("review.source", {"name": "X", "url": "javascript:alert(1)"}, "review.source.url", "http"),
    ("movie.title", None, "movie.title", "empty"),
    ("movie.title", " ", "movie.title", "empty"),
    ("movie.title", True, "movie.title", "in quotes"),
    ("movie.title", 9.5, "movie.title", "in quotes"),
    ("movie.title", "x" * 301, "movie.title", "301 characters"),
    ("movie.title", "a\x07b", "movie.title", "control characters"),
    ("movie.title", "a\ud800", "movie.title", "broken character"),
    ("movie.year", 1066, "movie.year", "the least is 1870"),
    ("movie.cast", "Ines Vale", "movie.cast", "must be a list"),
    ("movie.cast", ["A"] * 61, "movie.cast", "at most 60 fit"),
    ("movie.theatrical_date", "May 2012", "movie.theatrical_date", "write 2007-07-13"),
    ("movie.official_ratings.0.country", False, "movie.official_ratings.1.country", "in quotes"),
    ("movie.official_ratings.0.country", "us", "movie.official_ratings.1.country", "two-letter"),
    ("movie.external_ids", {"imdb": "12"}, "movie.external_ids.imdb", "no imdb id"),
    ("movie.series_place", 3, "movie.series_place", "fill in series"),
    ("movie.series", {"name": "X", "place": 1}, "movie.series", "must be text"),
    ("movie.series", "x" * 201, "movie.series", "at most 200 fit"),
    ("movie.series_plaice", 1, "movie.series_plaice", "did you mean 'series_place'?"),
    ("movie.popularity", -1, "movie.popularity", "the least is 0"),
    ("movie.popularity", "much", "movie.popularity", "a number"),
    ("format", "parent-guide/2", "format", "this guide reads parent-guide/1"),
    ("movie", "Paper Boats", "movie", "table of fields"),
]


@pytest.mark.parametrize(("place", "value", "field", "said"), REFUSED)
def test_what_breaks_a_rule_is_refused_by_name_with_the_remedy(
    place: str, value: object, field: str, said: str
) -> None:
    with pytest.raises(InvalidReviewError) as refused:
        review_from_document(changed(place, value))
    assert refused.value.field == field
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("missing", ["format", "movie", "movie.title"])
def test_what_must_be_there_is_asked_for(missing: str) -> None:
    document = deepcopy(WHOLE)
    table = document if "." not in missing else document["movie"]
    del table[missing.rpartition(".")[2]]
    with pytest.raises(InvalidReviewError, match="is missing") as refused:
        review_from_document(document)
    assert refused.value.field == missing


@pytest.mark.parametrize(
    ("place", "said"), [(0, "the least is 1"), (2012, "the most is 999"), ("third", "whole number"), (1.5, "whole")]
)
def test_a_place_that_no_movie_has_in_a_series_is_refused(place: object, said: str) -> None:
    document = changed("movie.series", "Paper Boats")
    document["movie"]["series_place"] = place
    with pytest.raises(InvalidReviewError, match=said) as refused:
        review_from_document(document)
    assert refused.value.field == "movie.series_place"


@pytest.mark.parametrize(
    ("fields", "allowed"),
    [
        ({}, True),
        ({"series": "Paper Boats"}, True),
        ({"series": "Paper Boats", "series_place": 2}, True),
        ({"series_place": 2}, False),
        ({"series": "Paper Boats", "series_place": 0}, False),
    ],
)
def test_the_schema_and_the_reader_agree_on_a_series(fields: dict[str, Any], allowed: bool) -> None:
    document = deepcopy(WHOLE)
    document["movie"] |= fields
    assert Draft202012Validator(json_schema()).is_valid(document) is allowed
    if allowed:
        series = review_from_document(document).movie.series
        assert series == Series.of(fields.get("series"), fields.get("series_place"))


YAML_TRAPS = """
format: parent-guide/1
movie:
  title: 007
  year: 1967
  other_titles: [2:22, 1917, "null", No, 12.50, ~x]
  theatrical_date: 1967-04-13
  home_date: 1999
  countries: [NO]
  languages: [no]
  cast:
  official_ratings: [{system: BBFC, country: GB, rating: 12}, {system: FSK, rating: 0}]
  external_ids: {tmdb: 646}
  popularity: 12.5
review:
  one_line: "Yes"
  recommended_age_years: 12
  grid: {language: {level: 1}, nudity: , drugs: {}}
  questions:
    blood: {answer: no}
    war: {answer: yes, spoiler: true}
    ghosts: {answer: Unknown}
  last_updated: 2021-03-02
  story: |
    One.

    Two.
"""

NO, YES = QuestionAnswer(Answer.NO), QuestionAnswer(Answer.YES, spoiler=True)


@pytest.fixture
def trapped() -> Review:
    (found,) = read_reviews(YAML_TRAPS.encode())
    assert isinstance(found, ReadReview), str(found)
    return found.review


def test_yaml_does_not_turn_titles_and_codes_into_something_else(trapped: Review) -> None:
    movie = trapped.movie
    assert (movie.title, movie.year) == ("007", 1967)
    assert movie.other_titles == ("2:22", "1917", "null", "No", "12.50", "~x")
    assert (movie.countries, movie.languages, movie.cast) == (("NO",), ("no",), ())
    assert movie.official_ratings == (OfficialRating("BBFC", "12", "GB"), OfficialRating("FSK", "0"))
    assert movie.external_ids == ExternalIds(tmdb="646")
    assert (movie.theatrical_date, movie.home_date) == (PartialDate(1967, 4, 13), PartialDate(1999))


def test_yaml_does_not_turn_answers_and_dates_into_something_else(trapped: Review) -> None:
    assert dict(trapped.questions) == {"blood": NO, "war": YES, "ghosts": QuestionAnswer()}
    assert dict(trapped.grid) == {"language": GridCell(1), "drugs": GridCell()}
    assert (trapped.one_line, trapped.last_updated) == ("Yes", date(2021, 3, 2))
    assert trapped.story == "One.\n\nTwo."


@pytest.mark.parametrize("load", [yaml.safe_load, lambda text: yaml.load(text, Loader=yaml.BaseLoader)])
def test_a_document_from_another_yaml_reader_is_taken_too(load: Callable[[str], Any]) -> None:
    text = "\n".join(line for line in YAML_TRAPS.splitlines() if "other_titles" not in line and "languages" not in line)
    text = text.replace("title: 007", "title: 1917").replace("countries: [NO]", "countries: [US]")
    review = review_from_document(load(text.replace("nudity: ,", "")))
    assert review.movie.title == "1917"
    assert review.questions["war"] == YES
    assert review.last_updated == date(2021, 3, 2)


@pytest.mark.parametrize("separator", ["---\n", "---\n# between\n---\n"])
def test_a_yaml_file_may_hold_several_documents_or_a_list(separator: str) -> None:
    one = "format: parent-guide/1\nmovie: {title: One}\n"
    two = "- format: parent-guide/1\n  movie: {title: Two}\n- format: parent-guide/1\n  movie:\n    tittle: Three\n"
    found = list(read_reviews(f"{one}{separator}{two}".encode(), name="x.yaml"))
    assert [type(item) for item in found] == [ReadReview, ReadReview, InvalidReviewError]
    last = found[2]
    assert isinstance(last, InvalidReviewError)
    lines = f"{one}{separator}{two}".splitlines()
    assert (last.field, last.line) == ("movie.tittle", lines.index("    tittle: Three") + 1)


def test_a_json_file_tells_the_line_of_the_wrong_field() -> None:
    text = json.dumps([WHOLE, changed("review.grid.language.level", 9)], indent=1)
    _, found = read_reviews(text.encode())
    assert isinstance(found, InvalidReviewError)
    assert found.line == next(n for n, line in enumerate(text.splitlines(), 1) if '"level": 9' in line)


def test_line_ends_of_windows_inside_a_text_are_no_reason_to_refuse() -> None:
    assert review_from_document(changed("review.story", "One.\r\n\r\nTwo.\r\n")).story == "One.\n\nTwo."


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_review_of_the_starter_library_is_valid_and_survives_its_document(path: Path) -> None:
    (found,) = read_reviews(path)
    assert isinstance(found, ReadReview), f"{path.name}, line {found.line}: {found}"
    assert list(read_reviews(path, name=path.name)) == [found]


def test_the_library_is_read_by_name_and_a_wrong_file_is_named(tmp_path: Path) -> None:
    text = "format: parent-guide/1\nmovie: {title: %s}\n"
    (tmp_path / "b.yaml").write_text(text % "Second")
    (tmp_path / "a.yaml").write_text(text % "First")
    assert [review.movie.title for review in read_library(tmp_path)] == ["First", "Second"]
    (tmp_path / "c.yaml").write_text(text % "''")
    with pytest.raises(InvalidReviewError, match=r"^c\.yaml: movie\.title is empty") as refused:
        list(read_library(tmp_path))
    assert (refused.value.line, refused.value.field) == (2, "movie.title")
    (tmp_path / "c.yaml").write_text("---\n".join([text % "Third", text % "Fourth"]))
    with pytest.raises(InvalidReviewError, match="holds 2 documents"):
        list(read_library(tmp_path))


def test_the_schema_is_the_same_each_time_it_is_asked_for() -> None:
    assert json_schema() == json_schema()
    assert json_schema()["$defs"]["ReviewPart"]["properties"]["questions"]["properties"]
