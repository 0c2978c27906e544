"""Every kind of message of tests/cases/kinds.toml, asked of the real guide over the starter library.

Each row is asked by a parent of its own, so that nothing was said before. What is not read yet stands in
tests/cases/kinds_gaps.toml by its words, with the reason; a row that comes right has to leave that list.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
import time_machine

from bot.application.guide import Guide, Question, Speaker, Turn
from bot.bootstrap import build
from bot.saying.reply import Outcome
from bot.settings import Settings
from tests.understanding.world import age_value

CASES = Path(__file__).parents[1] / "cases"
KINDS = tomllib.loads((CASES / "kinds.toml").read_text(encoding="utf-8"))["kind"]
GAPS: dict[str, str] = tomllib.loads((CASES / "kinds_gaps.toml").read_text(encoding="utf-8"))
ROWS = [row for kind in KINDS for row in kind["rows"]]
TODAY = "2026-11-15"
"""The day for which the rows were written: "the new …" depends on it."""


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    url = f"sqlite:///{tmp_path_factory.mktemp('kinds') / 'guide.db'}"
    return build(Settings(_env_file=None), database_url=url, with_starter_library=True).guide


def params() -> list[Any]:
    return [
        pytest.param(
            row,
            id=f"{kind['name'][:2]}-{row['say']}",
            marks=[pytest.mark.xfail(reason=GAPS[row["say"]], raises=AssertionError)] if row["say"] in GAPS else [],
        )
        for kind in KINDS
        for row in kind["rows"]
    ]


def asked(guide: Guide, row: dict[str, Any]) -> Turn:
    with time_machine.travel(TODAY, tick=False):
        return guide.turn(Question(row["say"], Speaker(row["say"]), addressed=row.get("addressed", True)))


@pytest.mark.parametrize("row", params())
def test_a_message_is_answered_as_its_kind_asks(guide: Guide, row: dict[str, Any]) -> None:
    turn = asked(guide, row)
    reply = turn.reply
    named = [choice.name for choice in reply.choices]
    outcome = "unknown" if reply.outcome is Outcome.UNREVIEWED else reply.outcome.value
    assert outcome in row["outcome"]
    about = [reply.movie.name] if reply.movie is not None else named if reply.outcome is Outcome.COMPARE else []
    assert set(about).isdisjoint(row.get("never", ()))
    if reply.outcome is Outcome.ANSWER and "movie" in row:
        assert about == [row["movie"]]
    if reply.outcome is Outcome.COMPARE:
        assert named == row.get("movies", named)
    if reply.outcome is Outcome.CHOOSE:
        assert set(row.get("movies", [row["movie"]] if "movie" in row else [])) <= set(named)
    if "ages" in row:
        assert [age_value(age) for age in turn.understanding.ages] == row["ages"]


def test_the_cases_hold_every_kind_and_each_row_once() -> None:
    said = [row["say"] for row in ROWS]
    assert (len(KINDS), len(said), len(set(said))) == (36, 216, 216)


def test_no_gap_is_listed_that_no_row_shows() -> None:
    assert set(GAPS) <= {row["say"] for row in ROWS}
