"""Hypothesis strategies for domain values: everything the domain allows, odd scripts and signs included."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import HIGHEST_PLACE, ExternalIds, Movie, OfficialRating, PartialDate, Series, check_text
from bot.domain.rating_boards import official_rating, says_no_rating
from bot.domain.review import (
    Answer,
    DiscussionQuestion,
    GridCell,
    QuestionAnswer,
    Recommendation,
    Review,
    Source,
)
from bot.domain.vocabulary import GRID_BY_KEY, HIGHEST_LEVEL, QUESTIONS_BY_KEY

_CHARACTERS = st.one_of(
    st.characters(exclude_categories=["Cs", "Cc"]),
    st.sampled_from("aé'\";%_\\ \n\t@<>{}\u202eאب日🎬\u0301’“&#0"),
)


def _is_allowed(text: str) -> bool:
    try:
        check_text(text, "text", len(text))
    except InvalidReviewError:
        return False
    return True


def texts(longest: int = 60) -> st.SearchStrategy[str]:
    """Text that the domain takes: trimmed, not empty, without control characters and mentions."""
    return st.text(_CHARACTERS, min_size=1, max_size=longest).map(str.strip).filter(bool).filter(_is_allowed)


def name_lists(longest: int = 40) -> st.SearchStrategy[tuple[str, ...]]:
    """Lists of names; the same name may come twice."""
    return st.lists(texts(longest), max_size=4).map(tuple)


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Dates known to the day, the month or the year."""
    days = st.dates(date(1870, 1, 1), date(2100, 12, 31))
    return st.builds(lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]), days, st.integers(1, 3))


def _is_a_rating(rating: OfficialRating) -> bool:
    try:
        return official_rating(rating.system, rating.rating) is not None
    except InvalidReviewError:
        return False


def official_ratings() -> st.SearchStrategy[tuple[OfficialRating, ...]]:
    """Ratings of different boards; what says that there is no rating ("?") is none and no reader takes it."""
    ratings = texts(10).filter(lambda text: not says_no_rating(text))
    one = st.builds(
        OfficialRating, texts(10), ratings, st.none() | st.sampled_from(["US", "GB", "DE"]), st.none() | texts()
    ).filter(_is_a_rating)
    return st.lists(one, max_size=3, unique_by=lambda rating: (rating.system, rating.country)).map(tuple)


def movies() -> st.SearchStrategy[Movie]:
    """Any movie."""
    return st.builds(
        Movie,
        title=texts(),
        year=st.none() | st.integers(1870, 2100),
        other_titles=name_lists(),
        theatrical_date=st.none() | partial_dates(),
        home_date=st.none() | partial_dates(),
        cast=name_lists(),
        directors=name_lists(),
        studios=name_lists(),
        genres=name_lists(),
        countries=st.lists(st.sampled_from(["US", "FR", "JP"]), max_size=2).map(tuple),
        languages=st.lists(st.sampled_from(["en", "fr", "ja"]), max_size=2).map(tuple),
        run_time_minutes=st.none() | st.integers(1, 1000),
        official_ratings=official_ratings(),
        external_ids=st.builds(
            ExternalIds,
            st.none() | st.from_regex(r"tt[0-9]{7,10}", fullmatch=True),
            st.none() | st.from_regex(r"[0-9]{1,12}", fullmatch=True),
            st.none() | st.from_regex(r"Q[0-9]{1,12}", fullmatch=True),
        ),
        series=st.none() | st.builds(Series, texts(), st.none() | st.integers(1, HIGHEST_PLACE)),
        popularity=st.floats(0, 1e12, allow_nan=False),
    )


def reviews() -> st.SearchStrategy[Review]:
    """Any review of any movie: each section filled or missing."""
    cells = st.builds(GridCell, st.none() | st.integers(0, HIGHEST_LEVEL), st.none() | texts())
    answers = st.builds(QuestionAnswer, st.sampled_from(Answer), st.none() | texts(), st.none() | st.booleans())
    return st.builds(
        Review,
        movie=movies(),
        byline=st.none() | texts(),
        affiliation=st.none() | texts(),
        one_line=st.none() | texts(),
        recommended_age_years=st.none() | st.integers(0, 21),
        age_reason=st.none() | texts(),
        quality=st.none() | st.integers(1, 5),
        grid=st.dictionaries(st.sampled_from(sorted(GRID_BY_KEY)), cells, max_size=5),
        questions=st.dictionaries(st.sampled_from(sorted(QUESTIONS_BY_KEY)), answers, max_size=5),
        story=st.none() | texts(200),
        any_good=st.none() | texts(200),
        talk=st.lists(st.builds(DiscussionQuestion, texts(), st.none() | texts()), max_size=3).map(tuple),
        diversity=st.none() | texts(200),
        where_to_watch=name_lists(),
        recommendations=st.lists(
            st.builds(Recommendation, texts(), st.none() | st.integers(1870, 2100), st.none() | texts()), max_size=3
        ).map(tuple),
        last_updated=st.none() | st.dates(),
        source=st.none()
        | st.builds(Source, texts(), st.none() | texts(), st.none() | st.just("https://example.org/a?b=c&d=%20'\"")),
    )
