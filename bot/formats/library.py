"""A folder of reviews, one file each: so is the starter library kept, and a contributor adds one by pull request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.domain.errors import InvalidReviewError
from bot.domain.review import Review
from bot.formats.document import review_from_document
from bot.formats.reading import LARGEST_PAGE_BYTES, open_input, read_text
from bot.formats.structured import yaml_documents


def read_library(folder: Path) -> Iterator[Review]:
    """Yield the reviews of all `*.yaml` files in a folder, by file name.

    Raises InvalidReviewError whose message begins with the file's name; a file holds exactly one review.
    """
    for path in sorted(folder.glob("*.yaml")):
        try:
            yield _only_review(path)
        except InvalidReviewError as error:
            raise InvalidReviewError(f"{path.name}: {error}", field=error.field, line=error.line) from error


def _only_review(path: Path) -> Review:
    with open_input(path, LARGEST_PAGE_BYTES) as stream:
        documents = list(yaml_documents(read_text(stream, LARGEST_PAGE_BYTES)))
    if len(documents) != 1:
        raise InvalidReviewError(f"holds {len(documents)} documents; a file of the library holds one")
    try:
        return review_from_document(documents[0].value)
    except InvalidReviewError as error:
        raise InvalidReviewError(str(error), field=error.field, line=documents[0].line_of(error.field)) from error
