"""Find the reviews a moderator can keep, by title: the server's own, those taken down, the library's."""

from __future__ import annotations

from collections.abc import Iterable

from bot.application.admission import moderated_server
from bot.application.ports import ReviewTitle, Store, UnitOfWork
from bot.application.titles import Titles
from bot.domain.actor import Actor
from bot.domain.movie import MovieId
from bot.domain.review import ReviewId

MOST_SHOWN = 25


class Shelves:
    """Lists reviews for moderators. Any thread may call it."""

    def __init__(self, store: Store, titles: Titles) -> None:
        self._store = store
        self._titles = titles

    def own(self, actor: Actor, typed: str, *, with_removed: bool = False) -> list[ReviewTitle]:
        """This server's own reviews whose name holds the words typed; raises NotAllowedError."""
        with self._store.begin() as work:
            titles = work.reviews.titles(moderated_server(work, actor))
        return _holding((one for one in titles if with_removed or not one.removed), typed)

    def library(self, actor: Actor, typed: str) -> list[ReviewTitle]:
        """Reviews of the shared library whose title is like what was typed, best first; raises NotAllowedError."""
        with self._store.begin() as work:
            moderated_server(work, actor)
            return self._library(work, typed)

    def seen(self, actor: Actor, typed: str) -> list[ReviewTitle]:
        """This server's own reviews, those taken down included, then the library's; raises NotAllowedError."""
        own = self.own(actor, typed, with_removed=True)
        return [*own, *self.library(actor, typed)][:MOST_SHOWN] if len(own) < MOST_SHOWN else own

    def is_own(self, actor: Actor, review_id: ReviewId) -> bool:
        """Whether this server has or had the review itself; raises NotAllowedError."""
        with self._store.begin() as work:
            titles = work.reviews.titles(moderated_server(work, actor))
        return any(one.review_id == review_id for one in titles)

    def _library(self, work: UnitOfWork, typed: str) -> list[ReviewTitle]:
        if not typed.strip():
            return _holding((one for one in work.reviews.titles(None) if not one.removed), typed)
        entries = self._titles.index(work).suggest(typed, MOST_SHOWN)
        found = (work.reviews.of_movie(MovieId(entry.movie_id)) for entry in entries)
        return [ReviewTitle(stored.review_id, stored.review.movie.name) for stored in found if stored is not None]


def _holding(titles: Iterable[ReviewTitle], typed: str) -> list[ReviewTitle]:
    words = typed.casefold().split()
    found = (one for one in titles if all(word in one.name.casefold() for word in words))
    return [one for one, _ in zip(found, range(MOST_SHOWN), strict=False)]
