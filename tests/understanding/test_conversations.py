"""Whole conversations, turn by turn, over one small fixed world."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.domain.movie import MovieId
from bot.matching.titles import TitleEntry, TitleIndex
from bot.saying.plain import plain_text
from bot.saying.reply import Outcome
from bot.understanding.meaning import Topic
from bot.understanding.rules import RULES
from tests.understanding.world import age_value, meant, movie_id, movie_name, reply_to

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "conversations.toml").read_text(encoding="utf-8"))


def conversations() -> list[Any]:
    return [pytest.param(case["turns"], id=case["id"]) for case in CASES["conversation"]]


@pytest.mark.parametrize("turns", conversations())
def test_a_conversation_is_understood_turn_by_turn(turns: list[dict[str, Any]]) -> None:
    context = None
    for turn in turns:
        about = movie_id(turn["about"]) if "about" in turn else None
        turned = meant(turn["say"], context, addressed=turn.get("addressed", True), about=about)
        got = {
            "say": turn["say"],
            "topic": turned.topic.value,
            "movies": [movie_name(number) for number in turned.movies],
            "ages": [age_value(age) for age in turned.ages],
            "concerns": list(turned.concerns),
            "intent": turned.intent.value,
            "asked": turned.asked_title if turned.topic is Topic.UNKNOWN else None,
            "same_title": turned.same_title,
            "sensitive": turned.sensitive,
            "rating": turned.wishes.rating,
            "rule": turned.rule,
        }
        expected = {
            "movies": [], "ages": [], "concerns": [], "intent": "verdict", "asked": None, "same_title": False,
            "sensitive": False, "rating": None, "rule": turned.rule,
        } | {key: value for key, value in turn.items() if key not in {"about", "addressed"}}  # fmt: skip
        assert got == expected
        context = turned.context


def test_every_rule_decides_a_turn_of_some_conversation() -> None:
    asserted = {turn.get("rule") for case in CASES["conversation"] for turn in case["turns"]}
    assert [rule.name for rule in RULES if rule.name not in asserted] == []


@pytest.mark.parametrize("turns", conversations())
def test_every_reply_about_a_movie_names_it_and_nothing_unknown_reads_as_fine(turns: list[dict[str, Any]]) -> None:
    context = None
    for turn in turns:
        about = movie_id(turn["about"]) if "about" in turn else None
        turned = meant(turn["say"], context, about=about)
        reply = reply_to(turned)
        text = plain_text(reply)
        if reply.movie is not None:
            assert reply.movie.name in text
        if reply.outcome in (Outcome.COMPARE, Outcome.CHOOSE):
            assert all(choice.name in text for choice in reply.choices)
        if reply.outcome is Outcome.UNREVIEWED:
            assert "fine" not in text
        if reply.outcome is not Outcome.SILENT:
            assert reply.headline
        context = turned.context


@pytest.mark.parametrize(
    "said",
    [
        "is The Interview ok",
        "is the interview ok for my teen?",
        "The Interview for a 15 year old?",
        "interview with the vampire for a teen?",
        "is Interview with the Vampire too scary",
        "can my 14yo watch interview with a vampire",
        "is interview with an assassin ok",
        "exit interview ok for my kid?",
    ],
)
def test_the_only_movie_known_is_not_answered_for_another_of_nearly_its_name(said: str) -> None:
    alone = TitleIndex.build([TitleEntry(1, "Interview", 2007, people=("Sienna Miller",), genres=("Drama",))])
    assert meant(said, titles=alone).topic is not Topic.MOVIE


@pytest.mark.parametrize(
    "said", ["is Interview ok for my teen", "is interview ok for a 16 year old?", "Interview (2007)?"]
)
def test_the_only_movie_known_is_answered_for_under_its_own_name(said: str) -> None:
    alone = TitleIndex.build([TitleEntry(1, "Interview", 2007, people=("Sienna Miller",), genres=("Drama",))])
    understood = meant(said, titles=alone)
    assert (understood.topic, understood.movies) == (Topic.MOVIE, (MovieId(1),))
