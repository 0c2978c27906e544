"""Which of the movies just offered an answer to "which one?" picks, and what picks none of them."""

from __future__ import annotations

import pytest

from bot.domain.movie import MovieId
from bot.domain.suitability import AgeRange
from bot.matching.titles import TitleEntry, TitleIndex
from bot.understanding.dialogue import DialogueContext
from bot.understanding.meaning import Topic
from tests.understanding.world import meant

OFFERED = TitleIndex.build(
    [
        TitleEntry(1, "Two Owls", 1990, people=("Greta Halloran",), genres=("Animation",)),
        TitleEntry(2, "Two Owls", 2015, people=("Idris Marlow",), genres=("Drama",)),
        TitleEntry(3, "Two Owls and a Bear", 2004, people=("Wanda Pryce",), genres=("Comedy",)),
        TitleEntry(4, "Coraline", 2009, genres=("Animation",)),
    ]
)
WHICH_ONE = DialogueContext(choices=(MovieId(1), MovieId(2), MovieId(3)))


@pytest.mark.parametrize(
    ("said", "movie"),
    [
        ("the 2015 one", 2),
        ("2004", 3),
        ("the one from '90", 1),
        ("the first", 1),
        ("number 2", 2),
        ("3", 3),
        ("the third one please", 3),
        ("the last one", 3),
        ("the newest one", 2),
        ("the original", 1),
        ("the old one", 1),
        ("the cartoon", 1),
        ("the comedy", 3),
        ("the bear one", 3),
        ("the one with the bear", 3),
        ("the one with Idris Marlow", 2),
        ("Halloran", 1),
        ("the 2015 one, he's 8", 2),
        ("not the cartoon, the 2015 one", 2),
    ],
)
def test_what_only_one_of_the_movies_has_picks_it(said: str, movie: int) -> None:
    understood = meant(said, WHICH_ONE, titles=OFFERED)
    assert (understood.topic, understood.movies) == (Topic.MOVIE, (MovieId(movie),))


@pytest.mark.parametrize(
    "said",
    [
        "the owl one",
        "1998",
        "number 5",
        "7",
        "neither of them",
        "the fourth",
        "hmm",
        "the one with the horse",
        "a movie",
    ],
)
def test_what_fits_none_or_several_picks_none(said: str) -> None:
    understood = meant(said, WHICH_ONE, titles=OFFERED)
    assert understood.topic is not Topic.MOVIE


@pytest.mark.parametrize("said", ["the cartoon", "the animated one please", "the one with Greta Halloran"])
def test_what_two_of_the_movies_have_picks_neither(said: str) -> None:
    alike = TitleIndex.build(
        [
            TitleEntry(1, "Two Owls", 1990, people=("Greta Halloran",), genres=("Animation",)),
            TitleEntry(2, "Two Owls", 2015, people=("Greta Halloran",), genres=("Animation",)),
            TitleEntry(3, "Two Owls and a Bear", 2004, genres=("Comedy",)),
        ]
    )
    assert meant(said, WHICH_ONE, titles=alike).topic is not Topic.MOVIE


@pytest.mark.parametrize(
    "said",
    [
        "is coraline ok for my second grader",
        "how about coraline from 2009 for my first child",
        "my oldest is 9, can she watch coraline",
    ],
)
def test_a_question_of_its_own_picks_none_of_those_offered(said: str) -> None:
    assert meant(said, WHICH_ONE, titles=OFFERED).movies == (MovieId(4),)


@pytest.mark.parametrize("said", ["yes", "yep", "that one", "yes please", "yes, she's 6", "correct"])
def test_a_yes_takes_the_only_movie_offered(said: str) -> None:
    only = DialogueContext(choices=(MovieId(3),))
    assert meant(said, only, titles=OFFERED).movies == (MovieId(3),)


@pytest.mark.parametrize("said", ["yes", "that one"])
def test_a_yes_does_not_pick_among_several(said: str) -> None:
    assert meant(said, WHICH_ONE, titles=OFFERED).topic is not Topic.MOVIE


@pytest.mark.parametrize("said", ["the other one", "the other"])
def test_the_other_of_two_is_the_second(said: str) -> None:
    two = DialogueContext(choices=(MovieId(1), MovieId(2)))
    assert meant(said, two, titles=OFFERED).movies == (MovieId(2),)


def test_a_pick_keeps_the_children_asked_about() -> None:
    before = meant("is two owls ok for my 6 year old", titles=OFFERED)
    assert before.topic is Topic.CHOOSE
    picked = meant("the 2015 one", before.context, titles=OFFERED)
    assert (picked.movies, [age.youngest_years for age in picked.ages]) == ((MovieId(2),), [6])


@pytest.mark.parametrize("said", ["2", "option 2", "2 please", "number 2", "the second one"])
def test_the_number_that_picks_is_no_age_and_the_child_asked_about_stays(said: str) -> None:
    asked = DialogueContext(choices=WHICH_ONE.choices, ages=(AgeRange.exactly(7),))
    understood = meant(said, asked, titles=OFFERED)
    assert (understood.movies, understood.ages) == ((MovieId(2),), (AgeRange.exactly(7),))


@pytest.mark.parametrize(
    ("said", "age"),
    [("my son is 2", 2), ("he is 2", 2), ("for a child of 3", 3), ("she's 2", 2), ("we have a boy, 3", 3)],
)
def test_an_age_at_the_end_picks_none_of_those_offered(said: str, age: float) -> None:
    understood = meant(said, WHICH_ONE, titles=OFFERED)
    assert understood.topic is Topic.CHOOSE
    assert [one.youngest_years for one in understood.ages] == [age]
