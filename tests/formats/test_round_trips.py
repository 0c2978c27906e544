"""What is written is read back unchanged, whatever the domain allows in a review."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from bot.domain.movie import Movie
from bot.domain.review import GridCell, Review
from bot.formats.document import document_from_review, json_schema, review_from_document
from bot.formats.review_files import WRITABLE, FileFormat, ReadReview, read_reviews, recognise, write_reviews
from tests.strategies import reviews

SCHEMA = Draft202012Validator(json_schema())


def read_all(text: str) -> list[Review]:
    found = list(read_reviews(text.encode()))
    assert all(isinstance(one, ReadReview) for one in found), [str(one) for one in found]
    return [one.review for one in found if isinstance(one, ReadReview)]


@given(reviews())
@settings(max_examples=150, deadline=None)
def test_a_review_survives_its_document_which_the_schema_accepts(review: Review) -> None:
    document = document_from_review(review)
    SCHEMA.validate(document)
    assert review_from_document(json.loads(json.dumps(document))) == review


@pytest.mark.parametrize("file_format", WRITABLE, ids=lambda one: one.value)
@given(first=reviews(), second=reviews())
@settings(max_examples=60, deadline=None)
def test_reviews_survive_a_file_that_is_recognised_by_its_content(
    file_format: FileFormat, first: Review, second: Review
) -> None:
    text = "".join(write_reviews([first, second], file_format))
    assert recognise(text) is file_format
    # A spreadsheet has no cell for "this row was not looked at": it leaves the row out, which says the same.
    kept = [without_bare_rows(one) for one in (first, second)] if file_format is FileFormat.CSV else [first, second]
    assert read_all(text) == kept


def without_bare_rows(review: Review) -> Review:
    document = document_from_review(review)
    rows = document["review"].get("grid", {})
    document["review"]["grid"] = {key: cell for key, cell in rows.items() if cell}
    return review_from_document(document)


@pytest.mark.parametrize("file_format", WRITABLE, ids=lambda one: one.value)
def test_an_export_of_nothing_reads_back_as_no_review(file_format: FileFormat) -> None:
    text = "".join(write_reviews([], file_format))
    if text:
        assert [str(one) for one in read_reviews(text.encode())] == ["holds no review"]


def test_the_schema_is_of_2020_12_and_explains_every_field() -> None:
    schema = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    undescribed = [
        f"{name}.{field}"
        for name, part in [("Document", schema), *schema["$defs"].items()]
        for field, said in part["properties"].items()
        if "description" not in said and "$ref" not in said
    ]
    assert undescribed == []


def test_a_row_that_was_looked_at_and_left_open_stays_in_the_document() -> None:
    review = Review(movie=Movie(title="Paper Boats"), grid={"language": GridCell()})
    assert document_from_review(review)["review"]["grid"] == {"language": {}}
