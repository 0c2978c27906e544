"""A store of a few movies must be understood like one of many thousands."""

from __future__ import annotations

import pytest

from bot.matching.mention import Grade, Recognition
from bot.matching.titles import TitleEntry, TitleIndex
from tests.understanding import recognising
from tests.understanding.recognising import ANSWERED, only_mention, recognise

INTERVIEWS = (("Interview", 2007), ("The Interview", 2014), ("Interview with the Vampire", 1994))


def store(*titles: tuple[str, int]) -> TitleIndex:
    return TitleIndex.build(TitleEntry(number, title, year) for number, (title, year) in enumerate(titles, 1))


def answered(found: Recognition) -> list[str]:
    return [title for title, _ in recognising.answered(found)]


@pytest.mark.parametrize("title", ["Moonlit Kite", "The Moonlit Kite", "Silent Night", "Home Alone", "Little Women"])
@pytest.mark.parametrize(
    "frame", ["is {} ok for my 6 year old", "{} for a 5yo?", "would {} be ok for my 6 year old", "{}"]
)
def test_the_only_movie_of_a_store_is_answered_by_its_exact_title(title: str, frame: str) -> None:
    found = recognise(frame.format(title.lower()), store((title, 2001)))
    assert [mention.grade for mention in found.mentions] == [Grade.STRONG]


@pytest.mark.parametrize(
    "text",
    [
        "interview with the vampire for a teen?",
        "can my 14yo watch interview with a vampire",
        "is Interview with the Vampire ok",
    ],
)
@pytest.mark.parametrize("known", [INTERVIEWS[:1], INTERVIEWS[:2]])
def test_interview_with_the_vampire_is_never_interview(text: str, known: tuple[tuple[str, int], ...]) -> None:
    assert answered(recognise(text, store(*known))) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [("is Interview ok for my teen", "Interview"), ("is The Interview ok for my teen", "The Interview")],
)
def test_a_title_typed_as_it_stands_is_answered_with_the_other_beside_it(text: str, first: str) -> None:
    mention = only_mention(text, store(*INTERVIEWS))
    assert mention.grade is Grade.MEDIUM
    assert mention.candidates[0].title == first
    assert {candidate.title for candidate in mention.candidates[:2]} == {"Interview", "The Interview"}


@pytest.mark.parametrize("text", ["is interview ok for my teen", "is the interview ok for my teen"])
def test_a_title_in_small_letters_that_two_share_but_for_an_article_is_asked_about(text: str) -> None:
    mention = only_mention(text, store(*INTERVIEWS))
    assert mention.grade is Grade.SHARED


def test_two_names_of_one_movie_are_one_movie() -> None:
    index = TitleIndex.build([TitleEntry(1, "E.T. the Extra-Terrestrial", 1982, other_titles=("E.T.", "ET"))])
    mention = only_mention("can my 6yo watch E.T.", index)
    assert mention.grade is Grade.STRONG
    assert len(mention.candidates) == 1


FAMILY = store(
    ("Up", 2009),
    ("Home", 2015),
    ("Frozen", 2013),
    ("Moana", 2016),
    ("Coco", 2017),
    ("The Polar Express", 2004),
    ("Paddington", 2014),
    ("Paddington 2", 2017),
    ("Toy Story", 1995),
    ("Toy Story 3", 2010),
)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("is santa real in the polar express", ["The Polar Express"]),
        ("what should we talk about after coco", ["Coco"]),
        ("coco 3yo", ["Coco"]),
        ("paddington 2", ["Paddington 2"]),
        ("is Toy Story 3 ok for my 4 year old", ["Toy Story 3"]),
        ("compare frozen and moana for a 4 year old", ["Frozen", "Moana"]),
        ("my daughter is scared of spiders, is paddington 2 ok? she's 8", ["Paddington 2"]),
    ],
)
def test_a_small_library_answers_everyday_questions(text: str, titles: list[str]) -> None:
    assert answered(recognise(text, FAMILY)) == titles


@pytest.mark.parametrize(
    ("text", "title"), [("is up ok for my 5 year old", "Up"), ("is home ok for my 5 year old", "Home")]
)
def test_an_everyday_word_where_a_title_stands_is_answered(text: str, title: str) -> None:
    assert answered(recognise(text, FAMILY)) == [title]


def test_only_the_unknown_title_is_handed_back() -> None:
    text = "gay characters in lightyear"
    found = recognise(text, FAMILY)
    assert found.mentions == ()
    assert [text[span.start : span.end] for span in found.unknown] == ["lightyear"]


def test_another_article_within_a_title_is_a_slip() -> None:
    mention = only_mention("can my 14yo watch interview with a vampire", store(*INTERVIEWS))
    assert mention.grade in ANSWERED
    assert mention.candidates[0].title == "Interview with the Vampire"


def test_an_exact_title_in_words_that_read_otherwise_is_asked_about() -> None:
    mention = only_mention(
        "Tonight I made both neighbours sit through No Time To Die.", store(("No Time to Die", 2021))
    )
    assert mention.candidates[0].title == "No Time to Die"
