"""The starter library: reviews that come with the guide, so that the first question already has an answer."""

from __future__ import annotations

import logging
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class LibraryUpdate:
    """What bringing a store up to date with the starter library did."""

    created: int
    changed: int
    kept: int
    """Reviews left as they are because somebody here changed them."""


def update_from_library(store: Store, folder: Path, clock: Clock) -> LibraryUpdate:
    """Add what is new in the starter library and renew what nobody here has changed since it was loaded.

    A review that was removed here comes back. Raises InvalidReviewError when a file of the library is not valid.
    """
    from bot.formats.library import read_library

    created = changed = kept = 0
    by = Authorship(LIBRARY_AUTHOR, clock.now(), "starter library, newer version")
    with store.begin() as work:
        work.lock()
        for review in read_library(folder):
            movie_id = work.movies.find(review.movie.title, review.movie.year)
            stored = work.reviews.of_movie(movie_id) if movie_id is not None else None
            if stored is not None and any(r.author != LIBRARY_AUTHOR for r in work.reviews.history(stored.review_id)):
                kept += 1
                continue
            outcome = work.reviews.save(review, by)
            created += outcome.created
            changed += outcome.changed and not outcome.created
        work.commit()
    return LibraryUpdate(created, changed, kept)
