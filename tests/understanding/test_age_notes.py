"""Ages proposed by their form and by what was learned, over the rows of tests/cases."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.lexicon import lexicon
from bot.language.words import LONGEST_READ, fold_space, tokenise
from bot.understanding.age_notes import AgeNote, keep_ages, propose_ages
from tests.understanding.world import age_value

CASES = Path(__file__).parents[1] / "cases"
OLD = tomllib.loads((CASES / "ages.toml").read_text(encoding="utf-8"))
NEW = tomllib.loads((CASES / "age_notes.toml").read_text(encoding="utf-8"))
BY_FORM = {table: content for table, content in NEW.items() if table not in ("learned", "own")}
READ_OTHERWISE = {said for said, *_ in (*NEW["otherwise"]["rows"], *NEW["learned"]["rows"])}


def kept(said: str, learned: Mapping[str, float] | None = None, title: str = "") -> list[AgeNote]:
    text = fold_space(said)
    tokens = tokenise(text)
    odds = [(learned or {}).get(token.word, 0.0) for token in tokens]
    start = text.index(title)
    taken = {place for place, one in enumerate(tokens) if one.start < start + len(title) and one.end > start}
    notes = propose_ages(tokens, lexicon().symbols(tokens), text, odds)
    return keep_ages(note for note in notes if taken.isdisjoint(range(note.first, note.end)))


def ages(said: str, learned: Mapping[str, float] | None = None, title: str = "", *, own: bool = False) -> list[Any]:
    return [age_value(note.age) for note in kept(said, learned, title) if note.own is own]


def rows(tables: Mapping[str, Any]) -> list[Any]:
    return [pytest.param(row, id=f"{table}-{row[0]}") for table, content in tables.items() for row in content["rows"]]


@pytest.mark.parametrize("row", [one for one in rows(OLD) if one.values[0][0] not in READ_OTHERWISE])
def test_ages_are_read_by_their_form_where_nothing_was_learned(row: list[Any]) -> None:
    said, meant, *title = row
    assert ages(said, title=title[0] if title else "") == meant


@pytest.mark.parametrize("row", rows(BY_FORM))
def test_the_ways_in_which_parents_say_ages_are_read_by_their_form(row: list[Any]) -> None:
    said, meant = row
    assert ages(said) == meant


@pytest.mark.parametrize("row", rows({"learned": NEW["learned"]}))
def test_what_was_learned_of_the_context_decides_where_the_form_does_not(row: list[Any]) -> None:
    said, meant, learned = row
    assert ages(said, learned) == meant


@pytest.mark.parametrize("row", rows({"own": NEW["own"]}))
def test_the_age_of_one_who_asks_for_himself_is_told_apart_from_a_childs(row: list[Any]) -> None:
    said, meant = row
    assert (ages(said, own=True), ages(said)) == (meant, [])


@pytest.mark.parametrize(
    ("said", "title", "meant"),
    [
        ("frozen 2 - 4yo", "frozen 2", [4]),
        ("Frozen 2, almost 3 yo", "Frozen 2", [3]),
        ("home alone 3, 6 yo", "home alone 3", [6]),
        ("big hero 6 and 8 year olds", "big hero 6", [8]),
        ("ice age 3, 5 yo", "ice age 3", [5]),
        ("is boss baby ok for my baby", "boss baby", [[0, 1]]),
    ],
)
def test_where_a_title_takes_a_number_the_rest_of_what_was_read_stays(said: str, title: str, meant: list[Any]) -> None:
    assert ages(said, title=title) == meant


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("my toddler (2) and my 9yo", ["toddler (2", "9yo"]),
        ("kids under 12s only", ["under 12s"]),
        ("is it for ages 9 and up", ["ages 9 and up"]),
        ("my almost-4-year-old", ["almost-4-year-old"]),
        ("my 5, 7 and 11 year old girls", ["5", "7", "11 year old"]),
        ("our year 4 child", ["year 4"]),
        ("my 1st and 3rd graders", ["1st", "3rd graders"]),
    ],
)
def test_a_note_covers_the_words_that_say_the_age(said: str, words: list[str]) -> None:
    tokens = tokenise(said)
    assert [said[tokens[note.first].start : tokens[note.end - 1].end] for note in kept(said)] == words


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("my 7 year old", "years old"),
        ("7 is the number", "bare number"),
        ("my third grader", "grade"),
        ("toddler", "group"),
        ("8-10 year olds", "range"),
        ("my 10 year old, developmentally 5", "developmental"),
    ],
)
def test_a_proposal_names_the_form_that_made_it(said: str, rule: str) -> None:
    assert [note.rule for note in kept(said, {"7": 1.0})] == [rule]


def test_a_unit_outweighs_a_bare_number() -> None:
    tokens = tokenise("mulan 4, 7 and then a 9 year old")
    notes = propose_ages(tokens, lexicon().symbols(tokens), "mulan 4, 7 and then a 9 year old", [0.0] * len(tokens))
    by_age = {note.age.youngest_years: note.odds for note in notes}
    assert by_age[9] > by_age[4] == by_age[7] == 0


PIECES = """
    my kid is 7 and 9 year old - 12 dd6 ½ 2½ 1/2 to going on almost under 5s + ( ) , . KS2 grade third teen baby K of &
    mental age one when was i im movie 7:30 10,000 2.5 years months fours four teen y/o turning a 18m 3rd year 4 yrs
"""
said_texts = st.text(max_size=80) | st.lists(st.sampled_from(PIECES.split()), max_size=20).map(" ".join)


@given(said_texts, st.floats(-6, 6), st.sets(st.integers(0, 10)))
def test_any_text_gives_notes_inside_it_that_do_not_overlap(said: str, learned: float, taken: set[int]) -> None:
    text = fold_space(said)
    tokens = tokenise(text)
    notes = propose_ages(tokens, lexicon().symbols(tokens), text, [learned] * len(tokens))
    assert all(0 <= note.first < note.end <= len(tokens) for note in notes)
    chosen = keep_ages(note for note in notes if taken.isdisjoint(range(note.first, note.end)))
    assert all(note.odds > 0 and taken.isdisjoint(range(note.first, note.end)) for note in chosen)
    assert all(one.end <= other.first for one, other in pairwise(chosen))


def seconds_for(said: str) -> float:
    tokens = tokenise(said)
    symbols = lexicon().symbols(tokens)
    begun = time.process_time()
    keep_ages(propose_ages(tokens, symbols, said, [1.0] * len(tokens)))
    return time.process_time() - begun


@pytest.mark.parametrize(
    "piece", ["7 and ", "4yo ", "3-5 ", "my kid is ", "is almost ", "teen 14 ", "developmentally 5 "]
)
def test_the_time_grows_with_the_message_and_not_faster(piece: str) -> None:
    long, short = (piece * LONGEST_READ)[:LONGEST_READ], (piece * LONGEST_READ)[: LONGEST_READ // 8]
    seconds_for(short)
    assert min(seconds_for(long) for _ in range(3)) < 24 * min(seconds_for(short) for _ in range(5)) + 0.02
