"""Find the reviews a moderator can keep, by title: the server's own, the library's, those taken down."""

from __future__ import annotations

from collections.abc import Iterable

from bot.application.admission import moderated_server
from bot.application.ports import Store
from bot.application.titles import Titles
from bot.domain.actor import Actor
from bot.domain.movie import MovieId
from bot.domain.review import StoredReview

MOST_SHOWN = 25


class Shelves:
    """Lists reviews for moderators. Any thread may call it."""

    def __init__(self, store: Store, titles: Titles) -> None:
        self._store = store
        self._titles = titles

    def own(self, actor: Actor, typed: str, limit: int = MOST_SHOWN) -> list[StoredReview]:
        """This server's own reviews whose title holds what was typed, by title; raises NotAllowedError."""
        with self._store.begin() as work:
            server_id = moderated_server(work, actor)
            return _holding(work.reviews.all(server_id, only_own=True), typed, limit)

    def library(self, actor: Actor, typed: str, limit: int = MOST_SHOWN) -> list[StoredReview]:
        """Reviews of the shared library whose title is like what was typed, best first; raises NotAllowedError."""
        with self._store.begin() as work:
            moderated_server(work, actor)
            entries = self._titles.index(work).suggest(typed, limit) if typed.strip() else []
            found = [work.reviews.of_movie(MovieId(entry.movie_id)) for entry in entries]
            if not typed.strip():
                return _holding(work.reviews.all(), typed, limit)
        return [stored for stored in found if stored is not None]


def _holding(reviews: Iterable[StoredReview], typed: str, limit: int) -> list[StoredReview]:
    wanted = typed.casefold().split()
    found: list[StoredReview] = []
    for stored in reviews:
        name = stored.review.movie.name.casefold()
        if all(word in name for word in wanted):
            found.append(stored)
            if len(found) == limit:
                break
    return found
