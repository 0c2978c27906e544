"""Worries in words of no table are found, words that only look like one are left; explain says what was learned."""

from __future__ import annotations

import pytest

from tests.understanding.world import meant


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("is coraline one long toy advert", "consumerism"),
        ("coraline for a 7yo, is it just a big commercial", "consumerism"),
        ("do they swig beer in the goonies", "drugs"),
        ("is there boozing in matilda", "drugs"),
        ("will coraline keep her awake all night, she's 6", "scariness"),
    ],
)
def test_a_worry_in_words_of_no_table_is_asked_about(said: str, key: str) -> None:
    assert meant(said).concerns == (key,)


@pytest.mark.parametrize(
    "said",
    [
        "coraline is bloody long, is it ok for a 9 year old",
        "i swear she has seen matilda ten times, is frozen ok for her, she is 6",
        "we had a nightmare of a day, is paddington ok for a 5 year old",
        "grandad swears by the goonies, ok for an 8 year old?",
        "he will die of boredom, but is frozen ok for a 4 year old",
    ],
)
def test_words_that_only_look_like_a_worry_are_none(said: str) -> None:
    assert meant(said).concerns == ()


def test_what_was_learned_is_told_by_explain() -> None:
    rules = [note.rule for note in meant("is coraline one long toy advert").notes]
    assert "learned: consumerism" in rules
