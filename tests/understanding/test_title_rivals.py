"""Where several movies could be meant by one run of words, or where a title seems to go on: which one is answered."""

from __future__ import annotations

import pytest

from bot.matching.titles import TitleEntry, TitleIndex
from bot.understanding.meaning import Meaning, Topic
from tests.understanding.world import meant

MOVIES = TitleIndex.build(
    [
        TitleEntry(1, "Amberfield", 1996, people=("Mara Winslow",), genres=("Comedy",), popularity=1.0),
        TitleEntry(2, "Amberfield the Musical", 2022, people=("Alisha Weyer",), genres=("Musical",), popularity=1.0),
        TitleEntry(3, "Junglequest", 1995, people=("Robin Halliday",), popularity=1.0),
        TitleEntry(4, "Junglequest: Welcome to the River", 2017, people=("Dwight Jones",), popularity=1.0),
        TitleEntry(5, "The Fox and the Lantern", 1991, ("Fox and Lantern",), ("Paige Ohara",), popularity=1.0),
        TitleEntry(6, "The Fox and the Lantern", 2017, (), ("Emma Wilkes",), popularity=1.0),
        TitleEntry(7, "Snowbound", 2013, popularity=1.0),
        TitleEntry(8, "Snowbound II", 2019, popularity=1.0),
        TitleEntry(9, "Zottlebert", 1942, popularity=1.0),
        TitleEntry(10, "Harbor Mice", 1999, series="Harbor Mice", place=1, popularity=1.0),
        TitleEntry(11, "Harbor Mice: Low Tide", 2004, series="Harbor Mice", place=2, popularity=1.0),
    ]
)


def understood(said: str) -> Meaning:
    return meant(said, titles=MOVIES)


def answered(said: str) -> tuple[Topic, list[int], list[float]]:
    meaning = understood(said)
    return meaning.topic, list(meaning.movies), [age.youngest_years for age in meaning.ages]


@pytest.mark.parametrize(
    "said",
    [
        "amberfield the musical for a 7 year old",
        "is amberfield the musical ok for my 6yo",
        "Amberfield the Musical - any scary bits? she's 8",
        "can my 5yo watch amberfield the musical",
        "amberfield the musical one on netflix, suitable for a 7 year old?",
    ],
)
def test_the_longer_of_two_titles_is_meant_where_all_its_words_stand(said: str) -> None:
    assert understood(said).movies == (2,)


@pytest.mark.parametrize(
    ("said", "movie"),
    [
        ("fox and lantern with emma wilkes for a 4yo", 6),
        ("is the emma wilkes fox and lantern ok for my daughter, she is 5", 6),
        ("fox and the lantern w/ paige ohara, ok for 4?", 5),
        ("the 2017 fox and lantern for a 6 year old", 6),
        ("fox and lantern (1991) for a 6 year old", 5),
    ],
)
def test_a_short_name_of_one_movie_means_its_namesakes_too(said: str, movie: int) -> None:
    assert understood(said).movies == (movie,)


@pytest.mark.parametrize(
    "said",
    [
        "junglequest the boulder one, ok for an 8 year old?",
        "junglequest the wrestler one for my nephew, he is 9",
        "can my 7yo see junglequest the river raft one",
        "junglequest the boulder version, ok for 10?",
        "my son picked junglequest the boulder one, he's 8",
    ],
)
def test_a_version_told_by_what_nobody_stored_is_asked_about(said: str) -> None:
    topic, movies, _ = answered(said)
    assert (topic, set(movies)) == (Topic.CHOOSE, {3, 4})


@pytest.mark.parametrize(
    "said",
    [
        "we have zottlebert lined up, my boys (5, 7) lost their dad in 2023",
        "is zottlebert ok for a 6 year old? we moved here in 2019 and she is shy",
        "zottlebert for a 4yo, she was born in 2021 and loves dogs",
    ],
)
def test_a_year_in_which_something_happened_is_no_other_movie(said: str) -> None:
    assert answered(said)[:2] == (Topic.MOVIE, [9])


@pytest.mark.parametrize(
    ("said", "movie"),
    [
        ("snowbound2 for a 3 year old girl, ok?", 8),
        ("is snowbound2 too scary for my 4yo", 8),
        ("does zottleberts mum die? my daughter is 4", 9),
        ("is zottleberts father mean, she is 5", 9),
        ("snow bound for a 5 year old", 7),
    ],
)
def test_a_title_glued_to_its_number_or_to_an_s_is_found(said: str, movie: int) -> None:
    assert understood(said).movies == (movie,)


@pytest.mark.parametrize(
    ("said", "movie", "age"),
    [
        ("zottlebert 12", 9, 12),
        ("zottlebert 8, is it sad?", 9, 8),
        ("snowbound 9?", 7, 9),
        ("zottlebert 7 - how sad does it get", 9, 7),
        ("snowbound 10, any swearing", 7, 10),
    ],
)
def test_a_number_that_no_part_can_have_is_the_childs_age(said: str, movie: int, age: float) -> None:
    assert answered(said) == (Topic.MOVIE, [movie], [age])


@pytest.mark.parametrize("said", ["is snowbound 3 ok", "is snowbound 4 scary", "would snowbound 3 be too much for her"])
def test_a_number_that_is_asked_about_as_a_movie_is_a_part_and_not_answered_with_another(said: str) -> None:
    topic, movies, _ = answered(said)
    assert (topic, movies) == (Topic.CHOOSE, [7])


@pytest.mark.parametrize(
    "said",
    [
        "are the harbor mice films ok for a 4 year old",
        "harbor mice movies for my 6yo?",
        "is the harbor mice series too scary for 5",
        "thinking of the harbor mice films with my 7 year old, too violent?",
        "the harbor mice trilogy, ok at 8?",
    ],
)
def test_a_series_asked_about_as_a_whole_is_asked_back_with_its_movies(said: str) -> None:
    assert answered(said)[:2] == (Topic.CHOOSE, [10, 11])


@pytest.mark.parametrize(
    ("said", "movie"),
    [
        ("zottlebert nightmares? for my 4yo", 9),
        ("zottlebert 8yo: any swear words", 9),
        ("snowbound swearing for a 9 year old", 7),
        ("zottlebert blood or guns, he is 8", 9),
        ("snowbound 6yo ok", 7),
    ],
)
def test_a_title_does_not_go_on_with_a_worry_or_an_age(said: str, movie: int) -> None:
    assert understood(said).movies == (movie,)


@pytest.mark.parametrize(
    "said",
    [
        "fox and the lantern, old or new? she is 6",
        "is the new fox and the lantern (2017) scarier than the 1991 film",
        "fox and the lantern with emma wilkes vs the old one, 5yo",
        "old fox and the lantern vs the emma wilkes fox and the lantern, he's 7",
        "fox and the lantern 1991 or 2017 for a 4 year old",
    ],
)
def test_two_versions_that_are_told_apart_are_compared(said: str) -> None:
    topic, movies, _ = answered(said)
    assert (topic, sorted(movies)) == (Topic.SEVERAL, [5, 6])


@pytest.mark.parametrize(
    "said",
    [
        "the 2017 fox and the lantern or no for a 5 year old",
        "fox and the lantern with emma wilkes or is that too much for a 6yr old",
        "is the new fox and the lantern ok or not, she is 4",
    ],
)
def test_one_version_told_twice_is_not_compared(said: str) -> None:
    assert understood(said).topic is not Topic.SEVERAL


@pytest.mark.parametrize(
    "said",
    [
        "can you check Kung Fu Hustle for a boy who has seen every Zottlebert",
        "would Zottlebert's cousin film Mac and Me be ok, my lad is 6",
        "is mac and me ok for a 6 year old who loves zottlebert",
    ],
)
def test_a_movie_that_is_known_to_be_is_not_answered_with_one_that_stands_beside_it(said: str) -> None:
    assert understood(said).topic is Topic.UNKNOWN


@pytest.mark.parametrize(
    "said",
    [
        "zottlebert the patrick stewart one about a pianist, is it very sad",
        "Zottlebert, the michael fassbender murder one, for my 17 yr old",
        "zottlebert by guillermo toro, is it about war? 7 year old wants to",
    ],
)
def test_the_only_movie_of_a_title_is_asked_about_where_another_version_is_told(said: str) -> None:
    topic, movies, _ = answered(said)
    assert (topic, movies) == (Topic.CHOOSE, [9])


@pytest.mark.parametrize(
    ("said", "movie"),
    [("zottlebert 2", 9), ("amberfield 2?", 1), ("is zottlebert 2 out", 9), ("zottlebert 2 - is it sad", 9)],
)
def test_a_number_that_would_be_the_next_part_is_asked_about_and_is_no_age(said: str, movie: int) -> None:
    assert answered(said) == (Topic.CHOOSE, [movie], [])


KNOWN = TitleIndex.build(
    [
        TitleEntry(1, "Annie", 1982, people=("Aileen Quinn",), popularity=1.0),
        TitleEntry(2, "Dune", 2021, people=("Rebecca Ferguson",), popularity=1.0),
        TitleEntry(3, "Little Women", 2019, people=("Emma Watson",), popularity=1.0),
    ]
)


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ("Annie with Jamie Foxx, ok for 8?", 1),
        ("Dune, the David Lynch one from 84, for a 13yo", 2),
        ("is the winona ryder little women ok for my 8 year old", 3),
        ("little women the winona ryder one, my girls are 8 and 10", 3),
        ("can my 9yo see annie with cameron diaz", 1),
    ],
)
def test_another_movie_of_a_title_told_by_who_is_in_it_is_asked_about(said: str, stored: int) -> None:
    meaning = meant(said, titles=KNOWN)
    assert (meaning.topic, meaning.movies) == (Topic.CHOOSE, (stored,))


@pytest.mark.parametrize(
    ("said", "movie"),
    [
        ("annie with aileen quinn for an 8 year old", 1),
        ("the rebecca ferguson dune, ok for 13?", 2),
        ("is little women with emma watson ok for a 9yo", 3),
    ],
)
def test_the_stored_movie_told_by_who_is_in_it_is_answered(said: str, movie: int) -> None:
    assert meant(said, titles=KNOWN).movies == (movie,)


@pytest.mark.parametrize("said", ["sonic 3", "zootopia 2 age??", "is jaws 2 ok", "despicable me 4 for my son"])
def test_the_number_of_a_movie_that_is_known_to_be_is_no_age(said: str) -> None:
    meaning = understood(said)
    assert (meaning.topic, meaning.ages) == (Topic.UNKNOWN, ())
