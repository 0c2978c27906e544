"""Reviews and names that the store's tests share."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.application.ports import Authorship
from bot.domain.actor import DiscordUserId
from bot.domain.community import CommunityReview, Voice
from bot.domain.movie import Movie, MovieId, ServerId
from bot.domain.review import GridCell, Review, StoredReview
from bot.domain.suggestion import Suggestion, SuggestionKind
from bot.store.sql_store import SqlStore

OURS = ServerId(1111)
THEIRS = ServerId(2222)


def by(author: str = "operator", reason: str = "a test", hour: int = 12) -> Authorship:
    return Authorship(author, datetime(2024, 5, 1, hour, tzinfo=UTC), reason)


def paddington(**parts: object) -> Review:
    given: dict[str, object] = {
        "movie": Movie("Paddington", 2014, cast=("Ben Whishaw",), directors=("Paul King",), genres=("Family",)),
        "recommended_age_years": 6,
        "quality": 5,
        "grid": {"scariness": GridCell(2, "A museum lady wants to stuff him.")},
        "story": "A young bear looks for a home in London.",
    }
    return Review(**(given | parts))  # type: ignore[arg-type]


def review_of(title: str, year: int | None = 2000, **parts: object) -> Review:
    return Review(Movie(title, year), **parts)  # type: ignore[arg-type]


NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
ANNA, BERT, CARA, DORA = (DiscordUserId(number) for number in range(901_000_000_000_000_001, 901_000_000_000_000_005))


def suggestion(movie_id: MovieId, author: DiscordUserId = ANNA, **parts: object) -> Suggestion:
    given: dict[str, object] = {
        "server_id": OURS,
        "kind": SuggestionKind.DIVERSITY,
        "text": "A café owner in a wheelchair is nobody's burden.",
        "made_at": NOON,
        "representations": ("disability_neurodiversity", "gender"),
    }
    return Suggestion(movie_id=movie_id, author_id=author, **(given | parts))  # type: ignore[arg-type]


def community_review(movie_id: MovieId, author: DiscordUserId = ANNA, **parts: object) -> CommunityReview:
    given: dict[str, object] = {
        "server_id": OURS,
        "voice": Voice.PARENT,
        "suggested_age_years": 7,
        "stars": 4,
        "written_at": NOON,
        "text": "We paused twice.",
    }
    return CommunityReview(movie_id=movie_id, author_id=author, **(given | parts))  # type: ignore[arg-type]


def saved(store: SqlStore, review: Review, server_id: object = None, **parts: object) -> StoredReview:
    with store.begin() as work:
        outcome = work.reviews.save(review, by(), server_id, **parts)  # type: ignore[arg-type]
        work.commit()
    return outcome.stored
