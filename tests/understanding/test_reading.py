"""When the guide speaks, what a follow-up is about and what is wished for, case by case, by the whole reading."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.vocabulary import GRID_BY_KEY, QUESTIONS_BY_KEY
from bot.language.lexicon import lexicon
from bot.language.words import fold_space, tokenise
from bot.understanding.concern_notes import propose_concerns
from bot.understanding.dialogue import DialogueContext
from bot.understanding.meaning import Topic
from bot.understanding.wish_notes import read_wishes
from bot.understanding.wishes import NO_WISHES
from tests.understanding.recognising import ANSWERED
from tests.understanding.world import age_value, meant, movie_id

CASES = Path(__file__).parents[1] / "cases"
SAID = tomllib.loads((CASES / "silence.toml").read_text(encoding="utf-8"))
FOLLOW_UPS = tomllib.loads((CASES / "follow_ups.toml").read_text(encoding="utf-8"))
WISHES = tomllib.loads((CASES / "wishes.toml").read_text(encoding="utf-8"))["rows"]
CORALINE = movie_id("Coraline (2009)")
TAKES_ONE_MOVIE = {Topic.MOVIE}
TAKES_NO_MOVIE = {Topic.UNKNOWN, Topic.HELP, Topic.CARE, Topic.SILENT}


@pytest.mark.parametrize("said", SAID["speaks"])
def test_a_question_in_a_guide_channel_is_not_missed(said: str) -> None:
    assert meant(said, addressed=False).topic is not Topic.SILENT


@pytest.mark.parametrize("said", SAID["silent"])
def test_talk_that_asks_nothing_is_left_alone(said: str) -> None:
    assert meant(said, addressed=False).topic is Topic.SILENT


@pytest.fixture
def after_coraline() -> DialogueContext:
    return meant("is Coraline ok for my 7 year old?").context


@pytest.mark.parametrize("said", FOLLOW_UPS["about_it"])
def test_a_follow_up_is_about_the_movie_before(said: str, after_coraline: DialogueContext) -> None:
    understood = meant(said, after_coraline)
    assert (understood.topic, understood.movies) == (Topic.MOVIE, (CORALINE,))


@pytest.mark.parametrize("said", FOLLOW_UPS["names_another"])
def test_what_may_name_another_movie_is_never_answered_for_the_movie_before(
    said: str, after_coraline: DialogueContext
) -> None:
    understood = meant(said, after_coraline)
    assert understood.topic in {Topic.CHOOSE, Topic.UNKNOWN} or CORALINE not in understood.movies


@pytest.mark.parametrize(
    ("said", "ages"), [("8", [8]), ("8 and 10", [8, 10]), ("what about 10?", [10]), ("for 7", [7])]
)
def test_a_bare_number_after_an_answer_is_the_age_of_another_child(
    said: str, ages: list[float], after_coraline: DialogueContext
) -> None:
    understood = meant(said, after_coraline)
    assert (understood.movies, [age_value(age) for age in understood.ages]) == ((CORALINE,), ages)


@pytest.mark.parametrize(("said", "wished"), WISHES)
def test_wishes_are_read_as_they_were_put(said: str, wished: dict[str, Any]) -> None:
    tokens = tokenise(fold_space(said))
    words = lexicon().read(tokens)
    wishes = read_wishes(words, propose_concerns(words))
    got = {name: getattr(wishes, name) for name in NO_WISHES.__slots__ if getattr(wishes, name)}
    assert {name: list(value) if isinstance(value, tuple) else value for name, value in got.items()} == wished


PIECES = """
    my kid is 8 and a half year old 5 1/2 months 3rd grader under 10 up to , - / ( ) İ ½ scary teen toddlers 9yo
    Coraline Frozen 2 it up toy story home the new one or more like why thanks ? blood \u200b
"""
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES.split()), max_size=25).map(" ".join))


@given(texts, st.booleans(), st.booleans())
def test_any_text_is_understood_without_an_error_and_within_its_bounds(
    said: str, addressed: bool, goes_on: bool
) -> None:
    context = meant("is Coraline ok for my 7 year old?").context if goes_on else None
    understood = meant(said, context, addressed=addressed)
    assert understood.rule
    assert len(understood.movies) == 1 or understood.topic not in TAKES_ONE_MOVIE
    assert not understood.movies or understood.topic not in TAKES_NO_MOVIE
    assert addressed or understood.topic is not Topic.HELP
    spans = [mention.span for mention in (*understood.age_mentions, *understood.concern_mentions)]
    assert all(0 <= span.start < span.end <= len(fold_space(said)) for span in spans)
    keys = [*understood.concerns, *understood.touched]
    assert all(key in GRID_BY_KEY or key in QUESTIONS_BY_KEY for key in keys)


@given(texts)
def test_no_age_and_no_worry_is_read_inside_a_title_that_is_answered(said: str) -> None:
    understood = meant(said)
    assert understood.recognition is not None
    for title in (one for one in understood.recognition.mentions if one.grade in ANSWERED):
        for mention in (*understood.age_mentions, *understood.concern_mentions):
            assert mention.span.end <= title.span.start or mention.span.start >= title.span.end
