"""Ages, concerns and silence, case by case; an age or a concern too many fails as much as one too few."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.vocabulary import GRID_BY_KEY, QUESTIONS_BY_KEY
from bot.matching.mention import Span
from bot.understanding.ages import read_ages
from bot.understanding.concerns import read_concerns, read_worries
from bot.understanding.dialogue import DialogueContext
from bot.understanding.understanding import Topic, understand
from bot.understanding.wishes import NO_WISHES, read_wishes
from tests.understanding.world import age_value, index, movie_id

CASES = Path(__file__).parents[1] / "cases"


def rows(name: str) -> list[Any]:
    tables = tomllib.loads((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(row, id=f"{table}-{row[0]}") for table, content in tables.items() for row in content["rows"]]


@pytest.mark.parametrize("row", rows("ages.toml"))
def test_the_ages_are_read_as_they_were_said(row: list[Any]) -> None:
    said, ages, *title = row
    spans = [Span(said.index(part), said.index(part) + len(part)) for part in title]
    assert [age_value(mention.age) for mention in read_ages(said, spans)] == ages


@pytest.mark.parametrize(
    ("said", "ages"), [("8", [8]), ("8 and 10", [8, 10]), ("what about 10?", [10]), ("for 7", [7])]
)
def test_a_bare_number_is_an_age_where_one_was_asked_for(said: str, ages: list[float]) -> None:
    assert [age_value(mention.age) for mention in read_ages(said, expecting=True)] == ages


@pytest.mark.parametrize("row", rows("concerns.toml"))
def test_the_concerns_are_read_as_they_were_said(row: list[Any]) -> None:
    said, keys = row
    assert [mention.key for mention in read_concerns(said)] == keys


def test_a_title_is_no_concern() -> None:
    assert read_concerns("is Scary Movie ok", [Span(3, 14)]) == ()


@pytest.mark.parametrize(
    "said", ["she is very sensitive", "he gets scared easily", "an anxious kid", "easily frightened"]
)
def test_a_child_said_to_be_sensitive_is_no_concern_of_its_own(said: str) -> None:
    worries = read_worries(said)
    assert (worries.sensitive, worries.concerns) == (True, ())


@pytest.mark.parametrize("said", ["he is not sensitive", "she isn't easily scared", "sensitive topics"])
def test_a_child_that_is_not_sensitive_is_not_taken_for_one(said: str) -> None:
    assert not read_worries(said).sensitive


def test_a_verb_of_fear_touches_the_row_without_asking_for_it() -> None:
    worries = read_worries("would it scare my daughter")
    assert (worries.concerns, worries.touched) == ((), ("scariness",))


SAID = tomllib.loads((CASES / "silence.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("said", SAID["speaks"])
def test_a_question_in_a_guide_channel_is_not_missed(said: str) -> None:
    assert understand(said, index(), addressed=False).topic is not Topic.SILENT


@pytest.mark.parametrize("said", SAID["silent"])
def test_talk_that_asks_nothing_is_left_alone(said: str) -> None:
    assert understand(said, index(), addressed=False).topic is Topic.SILENT


PIECES = "my kid is 8 and a half year old 5 1/2 months 3rd grader under 10 up to , - / ( ) İ ½ scary teen toddlers 9yo"
texts = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(PIECES.split()),
        max_size=25,
    ).map(" ".join),
)


@given(texts)
def test_any_text_is_read_without_an_error_and_within_its_bounds(said: str) -> None:
    spans = [mention.span for mention in read_ages(said)] + [mention.span for mention in read_concerns(said)]
    assert all(0 <= span.start < span.end <= len(said) for span in spans)
    assert all(m.key in GRID_BY_KEY or m.key in QUESTIONS_BY_KEY for m in read_concerns(said))


@given(texts, st.integers(0, 60), st.integers(0, 60))
def test_no_age_is_read_inside_a_title(said: str, start: int, length: int) -> None:
    title = Span(start, start + length)
    for mention in (*read_ages(said, [title]), *read_concerns(said, [title])):
        assert mention.span.end <= title.start or mention.span.start >= title.end or not length


@given(texts, st.booleans())
def test_any_text_is_understood_without_an_error(said: str, addressed: bool) -> None:
    understanding = understand(said, index(), addressed=addressed)
    assert (understanding.topic is Topic.MOVIE) == (
        len(understanding.movies) == 1 and understanding.topic is Topic.MOVIE
    )
    for mention in understanding.age_mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(said)


FOLLOW_UPS = tomllib.loads((CASES / "follow_ups.toml").read_text(encoding="utf-8"))


@pytest.fixture
def after_coraline() -> DialogueContext:
    return understand("is Coraline ok for my 7 year old?", index()).context


@pytest.mark.parametrize("said", FOLLOW_UPS["about_it"])
def test_a_follow_up_is_about_the_movie_before(said: str, after_coraline: DialogueContext) -> None:
    meant = understand(said, index(), context=after_coraline)
    assert (meant.topic, meant.movies) == (Topic.MOVIE, (movie_id("Coraline (2009)"),))


@pytest.mark.parametrize("said", FOLLOW_UPS["names_another"])
def test_what_may_name_another_movie_is_never_answered_for_the_movie_before(
    said: str, after_coraline: DialogueContext
) -> None:
    meant = understand(said, index(), context=after_coraline)
    assert meant.topic in {Topic.CHOOSE, Topic.UNKNOWN} or movie_id("Coraline (2009)") not in meant.movies


@pytest.mark.parametrize(("said", "wished"), tomllib.loads((CASES / "wishes.toml").read_text(encoding="utf-8"))["rows"])
def test_wishes_are_read_as_they_were_put(said: str, wished: dict[str, Any]) -> None:
    wishes = read_wishes(said, read_concerns(said))
    got = {name: getattr(wishes, name) for name in NO_WISHES.__slots__ if getattr(wishes, name)}
    assert {name: list(value) if isinstance(value, tuple) else value for name, value in got.items()} == wished
