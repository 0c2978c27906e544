"""The training's own parts: the text with its marks, the varied copies, and the packed trees."""

from __future__ import annotations

import random
import sys
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.words import words_of
from bot.matching.normalising import condensed_hash, key_words
from bot.understanding.training.augment import Title, vary
from bot.understanding.training.corpus import KINDS, Example, Marked, parse, read_corpus, written
from bot.understanding.training.movies import known_entries, title_hashes

LINE = "movie\tis the {^new} {Lilo and Stitch} ok, dd <6> loves {~Moana} and the {%old} {~Mulan}"
TITLES = [Title("The Purple Lantern", 2001), Title("Marsh Kings: Night of Moths"), Title("Zorblax", 1999), Title("Up")]


def said(example: Example) -> list[tuple[str, str]]:
    return [(mark.what, example.text[mark.start : mark.end]) for mark in example.marks]


def test_a_line_is_read_with_its_marks_in_place() -> None:
    example = parse(LINE)
    assert (example.kind, example.text) == (
        "movie",
        "is the new Lilo and Stitch ok, dd 6 loves Moana and the old Mulan",
    )
    assert said(example) == [
        ("newer", "new"),
        ("title", "Lilo and Stitch"),
        ("age", "6"),
        ("aside", "Moana"),
        ("older", "old"),
        ("aside", "Mulan"),
    ]


@pytest.mark.parametrize(
    "line", [LINE, "talk\tgood bot", "chat\t", "follow\t<7>", "movie\t{Up}{~It}", "care\tno > no <"]
)
def test_what_is_read_is_written_as_it_was(line: str) -> None:
    assert written(parse(line)) == line


@pytest.mark.parametrize("line", ["no tab at all", "nonsense\tis {Up} ok", "\tis {Up} ok", "Movie\tis {Up} ok"])
def test_a_line_without_a_known_kind_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="no training line"):
        parse(line)


@given(
    st.sampled_from(KINDS),
    st.lists(
        st.tuples(
            st.sampled_from(["", "title", "aside", "age", "newer", "older"]),
            st.text(st.sampled_from("abc Éé'0-"), min_size=1, max_size=8),
        ),
        max_size=8,
    ),
)
def test_any_marked_message_comes_back_from_its_line(kind: str, pieces: list[tuple[str, str]]) -> None:
    text, marks = "", []
    for what, words in pieces:
        if what:
            marks.append(Marked(len(text), len(text) + len(words), what))
        text += words
    example = Example(kind, text, tuple(marks))
    assert parse(written(example)) == example


def test_every_line_of_the_training_text_is_read_and_no_mark_is_left_in_it() -> None:
    examples = list(read_corpus())
    assert {example.kind for example in examples} == set(KINDS)
    assert [example.text for example in examples if set("{}") & set(example.text)] == []
    assert [example.text for example in examples for _, words in said(example) if words != words.strip()] == []


@pytest.mark.parametrize("seed", range(60))
def test_a_varied_copy_keeps_its_marks_at_what_they_mark(seed: int) -> None:
    example = parse(LINE)
    copy, known = vary(example, TITLES, random.Random(seed))
    assert [mark.what for mark in copy.marks] == [mark.what for mark in example.marks]
    for number, (what, words) in enumerate(said(copy)):
        before = example.text[example.marks[number].start : example.marks[number].end]
        assert words == words.strip() != ""
        if number in known:
            assert what in ("title", "aside")
        elif what == "age":
            assert words.isdecimal()
        else:
            assert words.casefold() == before.casefold()
    ends = [mark.end for mark in copy.marks]
    starts = [mark.start for mark in copy.marks]
    between = [copy.text[end:start] for end, start in zip([0, *ends], [*starts, len(copy.text)], strict=True)]
    assert [part.casefold() for part in between] == ["is the ", " ", " ok, dd ", " loves ", " and the ", " ", ""]


def test_varied_copies_have_other_titles_and_ages_and_small_words_stay_where_they_were_written() -> None:
    copies = [vary(parse(LINE), TITLES, random.Random(seed)) for seed in range(60)]
    assert {title.text for _, known in copies for title in known.values()} == {title.text for title in TITLES[:3]}
    assert len({dict(said(copy))["age"] for copy, _ in copies}) > 5
    small = [vary(parse("movie\tis {up} ok or {It}"), TITLES, random.Random(seed)) for seed in range(60)]
    assert {copy.text.casefold() for copy, _ in small} == {"is up ok or it"}


TREES: dict[str, Any] = {
    "tree_info": [
        {
            "tree_structure": {
                "split_feature": 1,
                "threshold": 0.5,
                "left_child": {"leaf_value": -1.25},
                "right_child": {
                    "split_feature": 0,
                    "threshold": 2.0,
                    "left_child": {
                        "split_feature": 2,
                        "threshold": -1.0,
                        "left_child": {"leaf_value": 0.125},
                        "right_child": {"leaf_value": 4.0},
                    },
                    "right_child": {"leaf_value": 2.5},
                },
            }
        },
        {"tree_structure": {"leaf_value": 0.5}},
        {
            "tree_structure": {
                "split_feature": 2,
                "threshold": 0.0,
                "left_child": {"leaf_value": -8.0},
                "right_child": {"leaf_value": 8.0},
            }
        },
    ]
}
"""A forest as lightgbm dumps one: at or below the threshold a row goes left."""


def walked(node: dict[str, Any], row: list[float]) -> float:
    while "leaf_value" not in node:
        node = node["left_child" if row[node["split_feature"]] <= node["threshold"] else "right_child"]
    return float(node["leaf_value"])


def test_packed_trees_give_the_odds_of_the_trees_they_were_packed_from(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lightgbm", ModuleType("lightgbm"))  # of the training alone, and not used here
    from bot.understanding.training.choosing import packed

    rows = [[one, two, three] for one in (0, 2, 2.5) for two in (0.25, 0.5, 0.75) for three in (-1.5, -1, 0, 1)]
    expected = [sum(walked(tree["tree_structure"], row) for tree in TREES["tree_info"]) for row in rows]
    assert packed(TREES).odds(np.array(rows, np.float32)).tolist() == expected
    assert len(set(expected)) > 5


@pytest.mark.parametrize(
    "said",
    [
        "Goosebumps Haunted Halloween",
        "goosebumps 2 haunted halloween",
        "Dune Part Two",
        "how to train your dragon 3",
        "Kung Fu Hustle",
    ],
)
def test_a_movie_that_is_known_to_be_is_known_by_each_way_to_name_its_part(said: str) -> None:
    key = condensed_hash("".join(key_words(words_of(said))))
    assert key in set(title_hashes(known_entries()).tolist())
