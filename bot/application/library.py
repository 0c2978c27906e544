"""The starter library: reviews that come with the guide, so that the first question already has an answer."""

from __future__ import annotations

from pathlib import Path

import structlog

from bot.application.ports import Authorship, Clock, Store
from bot.formats.library import read_library

LIBRARY_AUTHOR = "starter library"

log = structlog.get_logger()


def load_starter_library(store: Store, folder: Path, clock: Clock) -> int:
    """Load the library into a store that holds no movie yet; return how many reviews came in, 0 when it holds any.

    Raises InvalidReviewError when a file of the library is not valid.
    """
    with store.begin() as work:
        if work.movies.count() > 0:
            return 0
        by = Authorship(LIBRARY_AUTHOR, clock.now(), "starter library")
        created, _, _ = work.reviews.save_all(read_library(folder), by)
        work.commit()
    log.info("starter library loaded", reviews=created)
    return created
