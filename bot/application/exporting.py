"""Give the reviews back as a file, in any format that reads back to the same reviews."""

from __future__ import annotations

from collections.abc import Iterator

from bot.application.ports import Store
from bot.domain.movie import ServerId
from bot.formats.review_files import FileFormat, write_reviews


def export_reviews(
    store: Store, file_format: FileFormat, *, server_id: ServerId | None = None, only_own: bool = False
) -> Iterator[str]:
    """Yield the text of a file with all reviews this server sees (None: the shared library), piece by piece.

    `only_own`: only those the server itself owns.
    """
    with store.begin() as work:
        stored = work.reviews.all(server_id, only_own=only_own)
        yield from write_reviews((one.review for one in stored), file_format)
