"""Which part of a series is meant, by the movies' own field and, where they have none, by their numbered titles."""

from __future__ import annotations

import pytest

from bot.matching.titles import TitleEntry, TitleIndex
from bot.understanding import series
from bot.understanding.meaning import Topic
from tests.understanding.world import meant

NAMED = "Lantern"
MOVIES = TitleIndex.build(
    [
        TitleEntry(1, "The Lantern Keeper", 2001, series=NAMED, place=1),
        TitleEntry(2, "The Lantern Keeper: Night of Moths", 2003, series=NAMED, place=2),
        TitleEntry(3, "A Light at Sea", 2006, series=NAMED, place=3),
        TitleEntry(4, "Harbor Mice", 1999, popularity=1.0),
        TitleEntry(5, "Harbor Mice 2", 2002),
        TitleEntry(6, "Harbor Mice 3", 2005),
        TitleEntry(7, "Harbor Mice 4", 2009),
        TitleEntry(8, "Marsh Kings", 2012),
        TitleEntry(9, "Two Owls", 1990),
        TitleEntry(10, "Two Owls", 2015),
        TitleEntry(11, "Two Owls 2", 2018),
    ]
)


@pytest.mark.parametrize("movie_id", [1, 2, 3])
def test_a_series_is_known_by_its_field_in_order_from_any_of_its_movies(movie_id: int) -> None:
    assert [one.movie_id for one in series.series_of(MOVIES, movie_id)] == [1, 2, 3]


@pytest.mark.parametrize("movie_id", [4, 5, 6, 7])
def test_a_series_without_the_field_is_known_by_its_numbered_titles(movie_id: int) -> None:
    assert [one.movie_id for one in series.series_of(MOVIES, movie_id)] == [4, 5, 6, 7]


def test_a_movie_of_no_series_is_alone() -> None:
    assert [one.movie_id for one in series.series_of(MOVIES, 8)] == [8]


@pytest.mark.parametrize(
    ("movie_id", "number", "part"),
    [
        (1, 2, 2),
        (3, 1, 1),
        (2, series.LAST, 3),
        (1, 4, None),
        (4, 3, 6),
        (7, 1, 4),
        (5, series.LAST, 7),
        (5, 9, None),
        (8, 1, 8),
        (8, 2, None),
        (8, series.LAST, None),
    ],
)
def test_the_part_with_a_number_is_found_or_said_to_be_unknown(movie_id: int, number: int, part: int | None) -> None:
    found = series.part_of(MOVIES, movie_id, number)
    assert (found and found.movie_id) == part


def test_a_first_part_that_two_movies_may_be_is_not_guessed() -> None:
    assert series.part_of(MOVIES, 11, 1) is None


@pytest.mark.parametrize(
    ("movie_id", "step", "part"),
    [(1, 1, 2), (2, 1, 3), (3, 1, None), (1, -1, None), (3, -1, 2), (3, -2, 1), (4, 1, 5), (7, -1, 6), (8, 1, None)],
)
def test_the_next_and_the_previous_part_stand_beside_and_not_beyond_the_ends(
    movie_id: int, step: int, part: int | None
) -> None:
    found = series.next_part(MOVIES, movie_id, step)
    assert (found and found.movie_id) == part


@pytest.mark.parametrize(
    ("title", "parted"),
    [
        ("Cars 2", ("Cars", 2)),
        ("Frozen II", ("Frozen", 2)),
        ("Cars", ("Cars", 1)),
        ("300", ("300", 1)),
        ("Blade Runner 2049", ("Blade Runner 2049", 1)),
    ],
)
def test_the_number_of_a_part_is_no_part_of_the_name(title: str, parted: tuple[str, int]) -> None:
    assert series.split_number(title) == parted


@pytest.mark.parametrize(
    ("said", "movies"),
    [
        ("harbor mice 2 or 3 for a 6 year old?", [5, 6]),
        ("harbor mice 1 or 2, which is scarier", [4, 5]),
        ("is harbor mice 3 or 4 better for my son", [6, 7]),
        ("harbor mice 1, 2 and 3 for my 8 year old", [4, 5, 6]),
        ("harbor mice 2 vs 3", [5, 6]),
        ("harbor mice 2 and 3", [5, 6]),
        ("harbor mice 2/3 for a 6yo", [5, 6]),
        ("harbor mice 2, 3 and 4 for my 5 year old", [5, 6, 7]),
        ("lantern keeper 1 or 2 for a 9yo", [1, 2]),
    ],
)
def test_listed_parts_are_compared_each_once_and_in_order(said: str, movies: list[int]) -> None:
    understood = meant(said, titles=MOVIES)
    assert (understood.topic, list(understood.movies)) == (Topic.SEVERAL, movies)


@pytest.mark.parametrize(
    ("said", "movie", "ages"),
    [
        ("is the third harbor mice ok for my 5 year old", 6, [5]),
        ("the first harbor mice for a 4yo?", 4, [4]),
        ("is the second lantern keeper movie too scary", 2, []),
        ("the last harbor mice, ok for 7?", 7, [7]),
        ("is harbor mice ok for my 2 and 3 year old", 4, [2, 3]),
        ("harbor mice 2, 5 and 7 year old", 5, [5, 7]),
        ("is the sequel to harbor mice ok for a 5yo", 5, [5]),
        ("the follow up to lantern keeper for my 7 year old", 2, [7]),
    ],
)
def test_an_ordinal_before_a_title_is_its_part_and_an_age_behind_it_is_none(
    said: str, movie: int, ages: list[float]
) -> None:
    understood = meant(said, titles=MOVIES)
    assert (understood.topic, list(understood.movies)) == (Topic.MOVIE, [movie])
    assert [age.youngest_years for age in understood.ages] == ages


@pytest.mark.parametrize(
    ("then", "movie"),
    [
        ("and the third one?", 6),
        ("the sequel?", 6),
        ("what about the first one", 4),
        ("and the last one?", 7),
        ("part 4?", 7),
    ],
)
def test_another_part_of_the_series_spoken_of_is_found(then: str, movie: int) -> None:
    before = meant("is harbor mice 2 ok for my 5 year old", titles=MOVIES)
    assert list(before.movies) == [5]
    understood = meant(then, before.context, titles=MOVIES)
    assert (understood.topic, list(understood.movies)) == (Topic.MOVIE, [movie])
    assert [age.youngest_years for age in understood.ages] == [5]


@pytest.mark.parametrize(
    ("then", "movie"),
    [
        ("the newest one", 7),
        ("the latest one?", 7),
        ("the oldest one", 4),
        ("the original one?", 4),
        ("and the new one", 7),
    ],
)
def test_the_newest_and_the_oldest_of_the_series_spoken_of_are_its_ends(then: str, movie: int) -> None:
    before = meant("is harbor mice 2 ok for my 5 year old", titles=MOVIES)
    assert list(meant(then, before.context, titles=MOVIES).movies) == [movie]


def test_a_sequel_of_which_there_are_several_is_asked_back() -> None:
    understood = meant("harbor mice sequel for a 3yo?", titles=MOVIES)
    assert (understood.topic, list(understood.movies)) == (Topic.CHOOSE, [4, 5, 6, 7])


@pytest.mark.parametrize(
    "said",
    [
        "one of the harbor mice movies, is it ok for a 5 year old",
        "harbor mice for a 5yo, not sure which one it is",
        "is harbor mice ok? i forget which part they show",
        "harbor mice at school today, no idea which, scary for a 6 year old?",
        "they show a harbor mice film at the kids' club, mine is 3, ok?",
        "harbor mice for my 5 year old, i don't know if they mean the first or the second",
        "is harbor mice ok for 6, either of them",
    ],
)
def test_who_does_not_know_which_of_a_series_it_is_gets_all_of_it_to_choose_from(said: str) -> None:
    understood = meant(said, titles=MOVIES)
    assert (understood.topic, list(understood.movies)) == (Topic.CHOOSE, [4, 5, 6, 7])


def test_a_part_that_nobody_knows_is_said_to_be_unknown() -> None:
    before = meant("is harbor mice 4 ok for my 5 year old", titles=MOVIES)
    understood = meant("and the fifth one?", before.context, titles=MOVIES)
    assert (understood.topic, understood.asked_title) == (Topic.UNKNOWN, "Harbor Mice 5")
