"""The starter library: reviews that come with the guide, so that the first question already has an answer."""

from __future__ import annotations

import logging
from pathlib import Path

from bot.application.ports import Authorship, Clock, Store

LIBRARY_AUTHOR = "starter library"

log = logging.getLogger(__name__)


def load_starter_library(store: Store, folder: Path, clock: Clock) -> int:
    """Load the library into a store that holds no movie yet; return how many reviews came in, 0 when it holds any.

    Raises InvalidReviewError when a file of the library is not valid.
    """
    with store.begin() as work:
        if work.movies.count() > 0:
            return 0
        # Imported here: reading formats would cost every later start 0.2 s.
        from bot.formats.library import read_library

        by = Authorship(LIBRARY_AUTHOR, clock.now(), "starter library")
        created, _, _ = work.reviews.save_all(read_library(folder), by)
        work.commit()
    log.info("Starter library: %d reviews loaded.", created)
    return created
