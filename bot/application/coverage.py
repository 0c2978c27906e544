"""What the reviews cover and where they are thin: the figures behind `parent-guide stats`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.application.ports import Store
from bot.domain.rating_boards import DEFAULT_SYSTEM, leading_rating
from bot.domain.review import Answer, Review
from bot.domain.suitability import deciding_age
from bot.domain.vocabulary import GRID, QUESTIONS

YOUNGEST_AGE_YEARS = 2
OLDEST_AGE_YEARS = 17
MEANT_FOR_YEARS = 3
"""A movie is one "to choose from" at the age from which it is fine and for this many years after."""
ENOUGH_TO_CHOOSE_FROM = 12
"""Fewer than this at one year of age is called thin."""
NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    count: int
    of: int

    def __str__(self) -> str:
        """Both counts and the share, cut rather than rounded: 100% is said only where nothing is missing."""
        tenths = 1_000 * self.count // self.of if self.of else 0
        return f"{self.count:,} of {self.of:,} ({tenths // 10}{f'.{tenths % 10}' if tenths % 10 else ''}%)"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts over a set of reviews; every table is in the order in which it should be shown."""

    reviews: int
    to_choose_from: tuple[tuple[int, int], ...]
    """Age in years, and how many movies are fine for it and meant for about that age."""
    by_age: tuple[tuple[str, int], ...]
    by_decade: tuple[tuple[str, int], ...]
    by_rating: tuple[tuple[str, int], ...]
    by_genre: tuple[tuple[str, int], ...]
    by_country: tuple[tuple[str, int], ...]
    grid_checked: tuple[tuple[str, int], ...]
    """Grid row's label, and in how many reviews it was checked."""
    questions_answered: tuple[tuple[str, int], ...]
    """Question's text, and in how many reviews it was answered yes or no."""

    @property
    def grid(self) -> Share:
        """How many of all grid cells were checked."""
        return _share(self.grid_checked, self.reviews)

    @property
    def questions(self) -> Share:
        """How many of all yes/no questions were answered."""
        return _share(self.questions_answered, self.reviews)

    @property
    def thin_ages(self) -> tuple[int, ...]:
        """The ages in years, from 3 on, with too little to choose from."""
        return tuple(age for age, count in self.to_choose_from if age >= 3 and count < ENOUGH_TO_CHOOSE_FROM)


def library_coverage(store: Store) -> Coverage:
    """Count what the shared library covers."""
    with store.begin() as work:
        return measure_coverage(stored.review for stored in work.reviews.all())


def measure_coverage(reviews: Iterable[Review]) -> Coverage:
    """Count what the reviews cover."""
    total = 0
    fine_from: Counter[int] = Counter()
    decades: Counter[str] = Counter()
    ratings: Counter[str] = Counter()
    genres: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    grid: Counter[str] = Counter()
    questions: Counter[str] = Counter()
    age_unknown = 0
    for review in reviews:
        total += 1
        age_years = deciding_age(review).age_years
        if age_years is None:
            age_unknown += 1
        else:
            fine_from[age_years] += 1
        movie = review.movie
        decades[f"{movie.year // 10 * 10}s" if movie.year is not None else NOT_KNOWN] += 1
        rating = leading_rating(movie.official_ratings, (DEFAULT_SYSTEM,))
        ratings[f"{rating.system} {rating.rating}" if rating is not None else NOT_KNOWN] += 1
        genres.update(movie.genres or (NOT_KNOWN,))
        countries.update(movie.countries or (NOT_KNOWN,))
        grid.update(category.key for category in GRID if review.cell(category.key).level is not None)
        questions.update(q.key for q in QUESTIONS if review.answer(q.key).answer is not Answer.UNKNOWN)
    ages = tuple((f"{age}+", count) for age, count in sorted(fine_from.items()))
    return Coverage(
        reviews=total,
        to_choose_from=tuple(
            (age, sum(fine_from[meant] for meant in range(age - MEANT_FOR_YEARS, age + 1)))
            for age in range(YOUNGEST_AGE_YEARS, OLDEST_AGE_YEARS + 1)
        ),
        by_age=(*ages, (NOT_KNOWN, age_unknown)) if age_unknown else ages,
        by_decade=tuple(sorted(decades.items())),
        by_rating=tuple(ratings.most_common()),
        by_genre=tuple(genres.most_common()),
        by_country=tuple(countries.most_common()),
        grid_checked=tuple((category.label, grid[category.key]) for category in GRID),
        questions_answered=tuple((question.text, questions[question.key]) for question in QUESTIONS),
    )


def _share(counts: tuple[tuple[str, int], ...], reviews: int) -> Share:
    return Share(sum(count for _, count in counts), len(counts) * reviews)
