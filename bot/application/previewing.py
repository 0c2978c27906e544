"""Show a review that is not published as parents would get it: by the same composing as every answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.application.copies import is_changed_copy
from bot.application.ports import Clock, Store, UnitOfWork
from bot.application.surroundings import surroundings
from bot.domain.movie import MovieId, ServerId
from bot.domain.rating_boards import DEFAULT_SYSTEM
from bot.domain.review import Review, ReviewId, Revision, StoredReview
from bot.domain.suitability import AgeRange
from bot.saying import compose
from bot.saying.reply import Action, MovieRef, Reply
from bot.saying.translating import translated
from bot.understanding.intents import Intent
from bot.understanding.meaning import Meaning, Topic

_NOWHERE = 0
"""In place of the ids that a review gets with its publishing."""


class Previewing:
    """Answers from reviews that are not what parents see now. Any thread may call it.

    Whoever calls it has read the draft or the revision by the actor's own right.
    """

    def __init__(self, store: Store, clock: Clock, *, rating_systems: Sequence[str] = (DEFAULT_SYSTEM,)) -> None:
        """`rating_systems`: the boards to rely on where a server has set none, in order."""
        self._store = store
        self._clock = clock
        self._rating_systems = tuple(rating_systems)

    def of_draft(self, review: Review, age_years: int | None, server_id: ServerId | None) -> Reply:
        """Answer "is it ok for a child of this age?" from a draft's text; `age_years` None: no child was named."""
        return self._answer(review, age_years, server_id, self._clock.now().date())

    def of_revision(self, revision: Revision, server_id: ServerId | None) -> Reply:
        """Answer about the movie in general from one revision, which must be one with a text."""
        assert revision.review is not None
        return self._answer(revision.review, None, server_id, revision.made_at.date())

    def section(self, review: Review, action: Action, server_id: ServerId | None) -> Reply:
        """Show one section of a draft, as its button would."""
        with self._store.begin() as work:
            place = surroundings(work, server_id, self._rating_systems)
            stored, ref = _as_stored(work, review, server_id, self._clock.now().date())
        with translated(place.translation):
            return place.fit(compose.compose_section(stored, ref, action))

    def _answer(self, review: Review, age_years: int | None, server_id: ServerId | None, changed_on: date) -> Reply:
        with self._store.begin() as work:
            place = surroundings(work, server_id, self._rating_systems)
            stored, ref = _as_stored(work, review, server_id, changed_on)
        understanding = Meaning(
            topic=Topic.MOVIE,
            intent=Intent.VERDICT,
            movies=(MovieId(_NOWHERE),),
            ages=() if age_years is None else (AgeRange.exactly(age_years),),
        )
        with translated(place.translation):
            return place.fit(compose.compose_answer(understanding, stored, ref, place.rating_systems))


def _as_stored(
    work: UnitOfWork, review: Review, server_id: ServerId | None, changed_on: date
) -> tuple[StoredReview, MovieRef]:
    """Return a text as if it was a published review of this server; a changed copy says so, and since when."""
    movie = review.movie
    movie_id = work.movies.find(movie.title, movie.year, server_id)
    changed = server_id is not None and is_changed_copy(work, review, movie_id, server_id)
    nowhere = MovieId(_NOWHERE)
    stored = StoredReview(ReviewId(_NOWHERE), nowhere, None, 0, review, changed_on if changed else None)
    return stored, MovieRef(nowhere, movie.title, movie.year)
