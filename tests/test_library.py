"""The starter library as a whole: what one file cannot tell, and what every review promises its readers."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from bot.application.coverage import measure_coverage
from bot.domain.review import Review
from bot.domain.suitability import AGE_BY_LEVEL, deciding_age
from bot.domain.vocabulary import GRID
from bot.formats.library import read_library

FOLDER = Path(__file__).resolve().parent.parent / "data" / "library"
FILES = sorted(path.name for path in FOLDER.glob("*.yaml"))
HARDEST_READING_EASE = 50.0
"""Flesch's reading ease, 0 to 100: 60 to 70 is plain English for a 13-year-old, 50 the edge of fairly difficult."""
EMPTY_PHRASES = (
    "fun for the whole family",
    "for the whole family",
    "for all ages",
    "rollercoaster",
    "roller coaster of",
    "must-see",
    "must see",
    "timeless classic",
    "instant classic",
    "heartwarming",
    "heart-warming",
    "visually stunning",
    "edge of your seat",
    "laugh-out-loud",
    "something for everyone",
    "tour de force",
    "in a world where",
    "delightful romp",
    "feel-good",
)


@cache
def library() -> dict[str, Review]:
    return dict(zip(FILES, read_library(FOLDER), strict=True))


def prose(review: Review) -> str:
    return " ".join(part for part in (review.one_line, review.story, review.any_good, review.diversity) if part)


def reading_ease(text: str) -> float:
    """Flesch's reading ease (R. Flesch, 1948), with vowel groups for syllables."""
    sentences = max(1, len(re.findall(r"[.!?]+(?:\s|$)", text)))
    words = re.findall(r"[A-Za-zÀ-ÿ']+", text)
    syllables = sum(max(1, len(re.findall(r"[aeiouyà-ÿ]+", word.lower().removesuffix("e")))) for word in words)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllables / max(1, len(words))


def test_there_are_at_least_two_hundred_reviews() -> None:
    assert len(FILES) >= 200


def test_no_movie_is_reviewed_twice() -> None:
    names = [review.movie.name.casefold() for review in library().values()]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_every_age_from_3_to_17_has_enough_to_choose_from_and_the_grid_is_checked() -> None:
    coverage = measure_coverage(library().values())
    assert coverage.thin_ages == ()
    assert coverage.grid.count >= 0.85 * coverage.grid.of


def test_no_two_notes_are_the_same() -> None:
    places = defaultdict(list)
    for name, review in library().items():
        for key, cell in review.grid.items():
            if cell.note:
                places[re.sub(r"\W+", " ", cell.note.lower()).strip()].append(f"{name} {key}")
        for key, answer in review.questions.items():
            if answer.note:
                places[re.sub(r"\W+", " ", answer.note.lower()).strip()].append(f"{name} {key}")
    assert {note: where for note, where in places.items() if len(where) > 1} == {}


def test_every_recommendation_is_in_the_library() -> None:
    known = {(review.movie.title, review.movie.year) for review in library().values()}
    missing = [
        f"{name}: {recommended.title} ({recommended.year})"
        for name, review in library().items()
        for recommended in review.recommendations
        if (recommended.title, recommended.year) not in known
    ]
    assert missing == []


def test_no_other_title_is_another_movies_own_title() -> None:
    own = defaultdict(set)
    for name, review in library().items():
        own[review.movie.title.casefold()].add(name)
    clashes = [
        f"{name}: {title}"
        for name, review in library().items()
        for title in review.movie.other_titles
        if own.get(title.casefold(), {name}) - {name}
    ]
    assert clashes == []


def test_the_places_in_a_series_are_each_taken_once_and_rise_with_the_year() -> None:
    movies = [review.movie for review in library().values()]
    placed = defaultdict(list)
    for movie in movies:
        if movie.series is not None and movie.series.place is not None:
            placed[movie.series.name].append((movie.series.place, movie.year or 0, movie.title))
    assert len(placed["Harry Potter"]) == 8
    wrong = {}
    for name, found in placed.items():
        found.sort()
        places, years = [place for place, _, _ in found], [year for _, year, _ in found]
        if len(set(places)) < len(places) or years != sorted(years):
            wrong[name] = found
    assert wrong == {}
    spellings = defaultdict(set)
    for movie in movies:
        if movie.series is not None:
            spellings[re.sub(r"\W|^the ", "", movie.series.name.casefold())].add(movie.series.name)
    assert [names for names in spellings.values() if len(names) > 1] == []


@pytest.mark.parametrize("name", FILES)
def test_a_review_keeps_the_librarys_promises(name: str) -> None:
    review = library()[name]
    slug = name.removesuffix(".yaml")
    assert slug.endswith(f"-{review.movie.year}"), "the file is named title-year.yaml"
    assert review.recommended_age_years is not None
    assert review.quality is not None
    assert review.source is not None
    assert review.last_updated is not None
    assert 3 <= len(review.talk) <= 6
    assert [one.question for one in review.talk if not one.question.endswith("?")] == []
    assert 2 <= len(review.recommendations) <= 4
    assert [key for key, cell in review.grid.items() if cell.level and not cell.note] == []
    assert len(review.questions) >= 12


@pytest.mark.parametrize("name", FILES)
def test_the_age_follows_the_grid_or_says_why_not(name: str) -> None:
    review = library()[name]
    by_grid = deciding_age(Review(movie=review.movie, grid=review.grid)).age_years
    assert review.recommended_age_years is not None
    assert by_grid is not None
    if abs(by_grid - review.recommended_age_years) > 1:
        assert review.age_reason is not None


@pytest.mark.parametrize("name", FILES)
def test_a_review_reads_easily_and_says_something(name: str) -> None:
    review = library()[name]
    text = prose(review)
    assert reading_ease(text) >= HARDEST_READING_EASE
    said = " ".join([text, *(cell.note or "" for cell in review.grid.values())]).lower()
    assert [phrase for phrase in EMPTY_PHRASES if phrase in said] == []
    assert review.story is not None
    assert 40 <= len(review.story.split()) <= 160


def test_the_table_of_ages_rises_with_the_level() -> None:
    assert [key for key, ages in AGE_BY_LEVEL.items() if list(ages) != sorted(ages)] == []
    assert {category.key for category in GRID if not category.positive} == set(AGE_BY_LEVEL)
