"""Pick movies for these children: fine for every one of them, not far below the oldest, the better ones first.

A pick has to be *fine* by the same rule that answers a question (bot.domain.suitability); "with you" is not
recommended unasked. A concern named in the request ("not too scary") must have been checked and found low. Other wishes
(run time, genre, language, years, "like Frozen") narrow the choice; where nothing fits them they are given up, never
the children's ages or the concerns, and the outcome says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from bot.application.ports import UnitOfWork
from bot.domain.movie import Movie, ServerId
from bot.domain.review import Answer, Review, StoredReview
from bot.domain.suitability import AgeRange, Verdict, deciding_age, judge
from bot.domain.vocabulary import GRID_BY_KEY
from bot.language.lexicon import lexicon
from bot.understanding.meaning import Meaning
from bot.understanding.wishes import NO_WISHES, Wishes

MOST_PICKS = 5
LOW_LEVEL = 2
"""Up to "a little": what a parent who says "not too scary" accepts."""
HINT_LEVEL = 1
"""Up to "a hint": what "no swearing" and "something gentle" accept."""
SOUGHT_LEVEL = 3
"""From "some" on: what is meant by "a scary movie" or "with a good message"."""
DULL_FROM_YEARS = 6
"""A movie for children this many years younger than the oldest child is offered only when nothing else is there."""
FOR_MOST_UP_TO_YEARS = 8
"""Without a child's age, nothing is suggested that is for older children than these."""
ENOUGH_FITS = 200
"""Fitting movies after which no more are read. They come the better first (ReviewRepository.for_ages), so the picks
are among far fewer; a server that relies on another board can move one up by some places."""
_ANIMAL = "animal"
_WORD = re.compile(r"[a-z]+")
LIKENESS_WEIGHT = 5.0
"""What sharing every genre counts, in points of quality (1 to 5)."""
NAMED_BY_REVIEWER = 3.0
"""What being recommended by the review of the movie that was liked counts, in the same points."""

_Rank = tuple[int, int, float, float]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The movies picked, and how."""

    picks: tuple[StoredReview, ...]
    """At most MOST_PICKS, the best fit first; empty when nothing fits or is known to fit."""
    wishes_given_up: bool = False
    """True: nothing fits the wishes, so the picks go by the children and the concerns alone."""
    for_oldest: bool = False
    """True: nothing is fine for the youngest of a group ("toddler"), so the picks are fine for its oldest."""


@dataclass(frozen=True, slots=True)
class _Liked:
    """A movie that the suggestions shall be like."""

    genres: frozenset[str]
    recommended: frozenset[str]
    """Titles that its review recommends, in small letters."""

    def likeness(self, movie: Movie) -> float:
        """Points for how like a movie is."""
        genres = frozenset(movie.genres)
        shared = len(genres & self.genres) / max(1, len(genres | self.genres))
        return LIKENESS_WEIGHT * shared + NAMED_BY_REVIEWER * (movie.title.lower() in self.recommended)


def recommend(
    work: UnitOfWork,
    understanding: Meaning,
    server_id: ServerId | None,
    systems: Sequence[str],
    languages: Collection[str] = (),
) -> Suggestions:
    """Pick movies; those already suggested in this conversation are left out.

    `languages`: two-letter codes of which the movie must be known to speak one; empty: any language.
    """
    wishes = understanding.wishes
    oldest = replace(understanding, ages=tuple(AgeRange.exactly(age.oldest_years) for age in understanding.ages))
    for kept in (wishes, NO_WISHES) if wishes.searched != NO_WISHES else (NO_WISHES,):
        for whom in (understanding, oldest) if oldest.ages != understanding.ages else (understanding,):
            picks = _picks(work, whom, kept, server_id, systems, languages)
            if picks:
                given_up = kept == NO_WISHES and wishes.searched != NO_WISHES
                return Suggestions(picks, wishes_given_up=given_up, for_oldest=whom is oldest)
    return Suggestions(())


def _picks(
    work: UnitOfWork,
    understanding: Meaning,
    wishes: Wishes,
    server_id: ServerId | None,
    systems: Sequence[str],
    languages: Collection[str],
) -> tuple[StoredReview, ...]:
    left_out = {*understanding.movies, *understanding.context.suggested}
    youngest = min((age.youngest_years for age in understanding.ages), default=None)
    reviews: Iterable[StoredReview] = (
        work.reviews.all(server_id) if youngest is None else work.reviews.for_ages(int(youngest), server_id)
    )
    liked = _liked(work, understanding, server_id)
    ranked: list[tuple[_Rank, str, StoredReview]] = []
    well_fitting = 0
    for stored in reviews:
        review = stored.review
        if stored.movie_id in left_out or (languages and not set(languages) & set(review.movie.languages)):
            continue
        if not _meets(review, wishes) or not _fits(review, understanding, systems):
            continue
        rank = _rank(review, understanding.ages, systems, wishes, liked)
        ranked.append((rank, review.movie.title, stored))
        well_fitting += not rank[0]
        # Without ages they come by title, and for "like Frozen" or "new" not by likeness or year: the last may be best.
        if youngest is not None and not liked and not wishes.newest_first and well_fitting >= ENOUGH_FITS:
            break
    ranked.sort(key=itemgetter(0, 1))
    return tuple(stored for _, _, stored in ranked[:MOST_PICKS])


def _liked(work: UnitOfWork, understanding: Meaning, server_id: ServerId | None) -> list[_Liked]:
    liked = []
    for movie_id in understanding.movies:
        movie = work.movies.get(movie_id, server_id)
        stored = work.reviews.of_movie(movie_id, server_id)
        if movie is not None:
            genres = stored.review.movie.genres if stored else movie.genres
            recommended = stored.review.recommendations if stored else ()
            liked.append(_Liked(frozenset(genres), frozenset(item.title.lower() for item in recommended)))
    return liked


def _fits(review: Review, understanding: Meaning, systems: Sequence[str]) -> bool:
    """Whether it is free of what was named and fine for every child."""
    wishes = understanding.wishes
    welcome = {*wishes.sought, *wishes.some, *wishes.allowed}
    if not all(_is_low(review, worry) for worry in understanding.concerns if worry not in welcome and _is_worry(worry)):
        return False
    if not all(_is_low(review, concern, HINT_LEVEL) for concern in wishes.strict):
        return False
    if wishes.gentle and not all(_is_low(review, row, HINT_LEVEL) for row in ("scariness", "violence_gore")):
        return False
    if not understanding.ages and wishes.rating is None:
        age_years = deciding_age(review, systems).age_years
        return age_years is not None and age_years <= FOR_MOST_UP_TO_YEARS
    return all(
        judge(review, age, sensitive=understanding.sensitive, preferred_systems=systems).verdict is Verdict.FINE
        for age in understanding.ages
    )


def _meets(review: Review, wishes: Wishes) -> bool:
    """Whether the movie is what was wished for; a fact that is not known meets no wish."""
    movie = review.movie
    if wishes.rating is not None and all(one.rating.upper() != wishes.rating for one in movie.official_ratings):
        return False
    if any(one.rating.upper() in wishes.not_ratings for one in movie.official_ratings):
        return False
    minutes = movie.run_time_minutes
    if wishes.most_minutes is not None and (minutes is None or minutes > wishes.most_minutes):
        return False
    if not set(wishes.genres) <= set(movie.genres) or set(wishes.not_genres) & set(movie.genres):
        return False
    if wishes.language is not None and wishes.language not in movie.languages:
        return False
    if wishes.from_year is not None and (movie.year is None or movie.year < wishes.from_year):
        return False
    if wishes.to_year is not None and (movie.year is None or movie.year > wishes.to_year):
        return False
    studios = " ".join(movie.studios).lower()
    if wishes.studio is not None and wishes.studio.lower() not in studios:
        return False
    if wishes.not_studio is not None and wishes.not_studio.lower() in studios:
        return False
    return _has_subject(review, wishes) and all(_has(review, concern) for concern in wishes.sought)


def _has_subject(review: Review, wishes: Wishes) -> bool:
    """Whether it is about what it should be, with whom it should be, and has some of what there should be some of."""
    makers = [name.lower() for name in (*review.movie.cast, *review.movie.directors)]
    return (
        _is_about(review, wishes.about)
        and not any(_is_about(review, unwanted.split()) for unwanted in wishes.not_about)
        and all(any(person in name for name in makers) for person in wishes.people)
        and all(_has_some(review, row) for row in wishes.some)
    )


def _is_worry(concern: str) -> bool:
    """Whether little of it is better: of good messages or role models nobody wants little."""
    return concern not in GRID_BY_KEY or not GRID_BY_KEY[concern].positive


def _is_low(review: Review, concern: str, most: int = LOW_LEVEL) -> bool:
    if concern in GRID_BY_KEY:
        level = review.cell(concern).level
        return level is not None and level <= most
    return review.answer(concern).answer is Answer.NO


def _has(review: Review, concern: str) -> bool:
    if concern in GRID_BY_KEY:
        level = review.cell(concern).level
        return level is not None and level >= SOUGHT_LEVEL
    return review.answer(concern).answer is Answer.YES


def _has_some(review: Review, row: str) -> bool:
    level = review.cell(row).level
    return level is not None and LOW_LEVEL <= level <= SOUGHT_LEVEL


def _is_about(review: Review, words: Sequence[str]) -> bool:
    """Whether every word stands in what the review tells of the movie."""
    if not words:
        return True
    parts = (review.movie.title, review.one_line, review.story, review.any_good, review.cell("upsetting_themes").note)
    told = " ".join(part for part in parts if part).lower()
    return all(_tells_of(told, _stem(word)) for word in words)


def _tells_of(told: str, word: str) -> bool:
    """Whether a word begins one of what is told; for "animal" the name of any animal does."""
    if _begins_a_word(word, told):
        return True
    return word == _ANIMAL and not lexicon().classes[_ANIMAL].isdisjoint(_WORD.findall(told))


def _begins_a_word(stem: str, told: str) -> bool:
    # No pattern is made of it: patterns are remembered, and what a parent typed is not.
    place = told.find(stem)
    while place > 0 and (told[place - 1].isalnum() or told[place - 1] == "_"):
        place = told.find(stem, place + 1)
    return place >= 0


def _stem(word: str) -> str:
    for ending in ("ies", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _rank(
    review: Review, ages: Sequence[AgeRange], systems: Sequence[str], wishes: Wishes, liked: Sequence[_Liked]
) -> _Rank:
    """Order: not dull for the oldest, the newest where that is wished for, then quality and likeness.

    Then the nearest below the youngest's age, or without ages the better known.
    """
    meant_for = deciding_age(review, systems).age_years or 0
    year = -(review.movie.year or 0) if wishes.newest_first else 0
    points = (review.quality or 0) + max((one.likeness(review.movie) for one in liked), default=0.0)
    if not ages:
        return (0, year, -points, -review.movie.popularity)
    oldest = max(age.oldest_years for age in ages)
    youngest = min(age.youngest_years for age in ages)
    return (int(oldest - meant_for > DULL_FROM_YEARS), year, -points, youngest - meant_for)
