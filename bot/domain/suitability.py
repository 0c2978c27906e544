"""Is this movie for this child? The rule, with the ground it rests on and the reason that decided.

Three grounds, in this order:

1. the reviewer's recommended age;
2. the content grid: every negative row and level gives an age (AGE_BY_LEVEL), the highest decides and is named;
3. the official rating, by its own board's table (bot.domain.rating_boards).

What was not checked is never fine. A grid with unchecked rows only tells the age below which it is *not yet*,
so then the official rating has to agree before anything is called fine or fine with a parent beside: the higher of
the two decides. A rating that cannot be read never yields to a milder one of another board: then no rating is a
ground. With no ground at all the verdict is NOT_ENOUGH_KNOWN.

The table of levels is ours, published in README. The levels' ages follow the common reading of the rating boards'
own published criteria (what a board lets pass at each step).
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.movie import OfficialRating
from bot.domain.rating_boards import AGE_BY_RATING, DEFAULT_SYSTEM, given_ratings, leading_rating, rating_age_years
from bot.domain.review import Review
from bot.domain.vocabulary import GRID

AGE_BY_LEVEL: dict[str, tuple[int, int, int, int, int, int]] = {
    "violence_gore": (0, 4, 6, 9, 13, 17),
    "scariness": (0, 4, 6, 8, 12, 16),
    "sex_romance": (0, 4, 7, 12, 15, 18),
    "nudity": (0, 5, 8, 13, 16, 18),
    "language": (0, 6, 8, 12, 15, 17),
    "drugs": (0, 5, 8, 12, 15, 17),
    "discrimination": (0, 5, 7, 10, 13, 16),
    "upsetting_themes": (0, 4, 6, 8, 11, 15),
    "imitable_risk": (0, 4, 5, 7, 10, 13),
    "consumerism": (0, 2, 3, 4, 5, 6),
}
"""Age in years from which a level 0-5 of a negative grid row is usual."""

WITH_YOU_YEARS_YOUNG = 1
WITH_YOU_YEARS_OLDER = 2
OLDER_FROM_YEARS = 10
"""How far below the deciding age a parent beside the child still bridges: 1 year where that age is under 10,
2 years from 10 on; children change faster the younger they are."""
SENSITIVE_YEARS = 1
"""A child said to be sensitive is judged as one this many years younger, with the same reach of "with you"; what is
for all ages stays so."""


class Verdict(enum.Enum):
    """What we say for one child."""

    FINE = "fine"
    WITH_YOU = "with you"
    NOT_YET = "not yet"
    NOT_ENOUGH_KNOWN = "not enough known"


class Ground(enum.Enum):
    """What a verdict rests on."""

    REVIEWER = "reviewer"
    GRID = "grid"
    RATING = "rating"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class AgeRange:
    """The age of one child in years, or of a group ("teen": 13 to 17). Both ends are included."""

    youngest_years: float
    oldest_years: float
    words: str | None = None
    """How the parent called the group ("teen", "third grader"); None for an age given as a number."""

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards; raises ValueError (a programming mistake, not input)."""
        if not 0 <= self.youngest_years <= self.oldest_years:
            raise ValueError(f"no age range: {self.youngest_years} to {self.oldest_years}")

    @classmethod
    def exactly(cls, age_years: float) -> AgeRange:
        """Make the range of one child of a known age."""
        return cls(age_years, age_years)

    @property
    def is_group(self) -> bool:
        """Whether this is a group rather than one age."""
        return self.youngest_years != self.oldest_years


@dataclass(frozen=True, slots=True)
class DecidingAge:
    """From which age the movie is usual, and what says so."""

    ground: Ground
    age_years: int | None
    """None: nothing known decides."""
    category: str | None = None
    """For Ground.GRID: the key of the row that decided."""
    level: int | None = None
    note: str | None = None
    """For Ground.GRID: the deciding row's evidence note."""
    rating: OfficialRating | None = None
    """For Ground.RATING: the rating that decided."""
    not_checked: tuple[str, ...] = ()
    """Negative grid rows that nobody checked; empty when the whole grid was judged."""
    unread_rating: OfficialRating | None = None
    """The official rating that no table of ours has, where it keeps the ratings from being a ground."""


@dataclass(frozen=True, slots=True)
class ChildVerdict:
    """The verdict for one child (or group), with the ground it rests on."""

    age: AgeRange
    verdict: Verdict
    deciding: DecidingAge
    fine_from_years: int | None
    """The age from which it would be FINE; None when that is not known."""


def deciding_age(review: Review, preferred_systems: Sequence[str] = (DEFAULT_SYSTEM,)) -> DecidingAge:
    """Find the age that decides and its ground, in the order of the module docstring."""
    not_checked = tuple(c.key for c in GRID if not c.positive and review.cell(c.key).level is None)
    if review.recommended_age_years is not None:
        return DecidingAge(Ground.REVIEWER, review.recommended_age_years, not_checked=not_checked)
    by_grid = _grid_age(review, not_checked)
    if by_grid is not None and not not_checked:
        return by_grid
    by_rating = _rating_age(review, preferred_systems, not_checked)
    if by_grid is None or by_grid.age_years is None:
        return by_rating
    if by_rating.age_years is None:
        return replace(by_grid, unread_rating=by_rating.unread_rating)
    return by_grid if by_grid.age_years >= by_rating.age_years else by_rating


def judge(
    review: Review,
    age: AgeRange,
    *,
    sensitive: bool = False,
    preferred_systems: Sequence[str] = (DEFAULT_SYSTEM,),
) -> ChildVerdict:
    """Give the verdict for one child or group.

    A group is judged by its youngest: what holds for a 13-year-old holds for "my teen". When its oldest
    would fare better, `fine_from_years` lets the reply say from when. `sensitive`: judged by SENSITIVE_YEARS.
    """
    deciding = deciding_age(review, preferred_systems)
    if deciding.age_years is None:
        return ChildVerdict(age, Verdict.NOT_ENOUGH_KNOWN, deciding, None)
    margin = SENSITIVE_YEARS if sensitive and deciding.age_years > 0 else 0
    fine_from = deciding.age_years + margin
    bridge = WITH_YOU_YEARS_OLDER if deciding.age_years >= OLDER_FROM_YEARS else WITH_YOU_YEARS_YOUNG
    lower_bound_only = deciding.ground is Ground.GRID and bool(deciding.not_checked)
    supported = not lower_bound_only or _rating_agrees(review, deciding, preferred_systems)
    if age.youngest_years < fine_from - bridge:
        verdict = Verdict.NOT_YET
    elif not supported:
        verdict = Verdict.NOT_ENOUGH_KNOWN
    elif age.youngest_years < fine_from:
        verdict = Verdict.WITH_YOU
    else:
        verdict = Verdict.FINE
    known_from = fine_from if supported else None
    return ChildVerdict(age, verdict, deciding, known_from)


def _grid_age(review: Review, not_checked: tuple[str, ...]) -> DecidingAge | None:
    """Derive an age from the checked negative rows; None when none was checked. Of equals the first row decides."""
    best: DecidingAge | None = None
    for key, ages in AGE_BY_LEVEL.items():
        cell = review.cell(key)
        if cell.level is None:
            continue
        age_years = ages[cell.level]
        if best is None or best.age_years is None or age_years > best.age_years:
            best = DecidingAge(Ground.GRID, age_years, key, cell.level, cell.note, not_checked=not_checked)
    return best


def _rating_age(review: Review, preferred: Sequence[str], not_checked: tuple[str, ...]) -> DecidingAge:
    """Derive an age from the official ratings: by the preferred boards' order, else by the first given.

    Ground.NOTHING where there is none, or where one cannot be read: a value that its board's table does not have, or,
    where none of the preferred boards spoke, the rating of a board without a table.
    """
    given = given_ratings(review.movie.official_ratings)
    unread = [rating for rating in given if rating_age_years(rating) is None]
    rating = leading_rating((rating for rating in given if rating not in unread), preferred)
    relied_on = rating is not None and rating.system.upper() in {system.upper() for system in preferred}
    in_the_way = next((one for one in unread if not relied_on or one.system.upper() in AGE_BY_RATING), None)
    if rating is None or in_the_way is not None:
        return DecidingAge(Ground.NOTHING, None, not_checked=not_checked, unread_rating=in_the_way)
    return DecidingAge(Ground.RATING, rating_age_years(rating), rating=rating, not_checked=not_checked)


def _rating_agrees(review: Review, deciding: DecidingAge, preferred: Sequence[str]) -> bool:
    """Whether an official rating backs a partly checked grid's age."""
    return _rating_age(review, preferred, deciding.not_checked).age_years is not None
