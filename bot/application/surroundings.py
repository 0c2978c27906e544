"""What holds where somebody asks: the one place that works out which rating boards count there, and how it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from bot.application.ports import UnitOfWork
from bot.domain.movie import MovieId, ServerId
from bot.saying.reply import Reply
from bot.saying.translating import ENGLISH


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a question is asked or a review is looked at, with what matters there for the answer."""

    server_id: ServerId | None
    """None: outside a server."""
    rating_systems: Sequence[str]
    """The official rating boards to show first and rely on, in order."""
    movie_languages: Sequence[str] = ()
    """Languages movies have to be in to be recommended; empty: any."""
    show_spoilers: bool = False
    translation: NullTranslations = ENGLISH
    """By what a reply is said here: the use case sets it around its composing."""

    def fit(self, reply: Reply) -> Reply:
        """Show what gives away the story openly where the server wants it so."""
        return reply.told_openly() if self.show_spoilers else reply


def movie_name(work: UnitOfWork, movie_id: MovieId, server_id: ServerId | None) -> str:
    """Return how a movie is named here, for a message about something that was written of it."""
    movie = work.movies.get(movie_id, server_id)
    return movie.name if movie is not None else "a movie that is no longer known"


def surroundings(work: UnitOfWork, server_id: ServerId | None, rating_systems: Sequence[str]) -> Surroundings:
    """Look up what holds in a server; its own boards where it has set any, else `rating_systems`, the operator's."""
    if server_id is None:
        return Surroundings(None, rating_systems)
    own = work.server_settings.get(server_id)
    return Surroundings(server_id, own.rating_systems or rating_systems, own.movie_languages, own.show_spoilers)
