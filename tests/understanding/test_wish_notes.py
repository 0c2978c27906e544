"""What suggestions should be like, read from the words; a wish turned round or dropped fails as much as one made up."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.lexicon import Words, lexicon
from bot.language.words import tokenise
from bot.saying import wording_wishes
from bot.understanding.concern_notes import propose_concerns
from bot.understanding.wish_notes import read_wishes, wishes_alone
from bot.understanding.wishes import NO_WISHES, Wishes

CASES = Path(__file__).parents[1] / "cases"
OLD_ROWS = tomllib.loads((CASES / "wishes.toml").read_text(encoding="utf-8"))["rows"]
KINDS = tomllib.loads((CASES / "wish_kinds.toml").read_text(encoding="utf-8"))


def parts(said: str, *apart: str) -> tuple[Words, list[int]]:
    """The words of a message and the places of the titles and ages named."""
    tokens = tokenise(said)
    starts = [(said.index(words), said.index(words) + len(words)) for words in apart]
    skip = [place for place, token in enumerate(tokens) if any(a <= token.start < b for a, b in starts)]
    return lexicon().read(tokens), skip


def read(said: str, *apart: str) -> Wishes:
    words, skip = parts(said, *apart)
    return read_wishes(words, propose_concerns(words), skip)


def named(wishes: Wishes) -> dict[str, Any]:
    values = {field.name: getattr(wishes, field.name) for field in fields(Wishes)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if value}


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=row[0]) for row in OLD_ROWS]
    + [
        pytest.param(row, id=f"{kind}-{row[0]}")
        for kind, table in KINDS.items()
        if kind != "alone"
        for row in table["rows"]
    ],
)
def test_wishes_are_read_as_they_were_put(row: list[Any]) -> None:
    said, wished, *apart = row
    assert named(read(said, *apart)) == wished


@pytest.mark.parametrize(
    ("row", "alone"),
    [pytest.param(row, answer == "yes", id=row[0]) for answer, rows in KINDS["alone"].items() for row in rows],
)
def test_a_message_of_wishes_alone_is_told_from_one_that_says_more(row: list[str], alone: bool) -> None:
    words, skip = parts(*row)
    assert wishes_alone(words, propose_concerns(words), skip) is alone


@pytest.mark.parametrize(
    ("said", "rating"),
    [
        ("a first R for my son", "R"),
        ("PG13 movies", "PG-13"),
        ("anything G rated", "G"),
        ("no R rated", None),
        ("r u ok", None),
    ],
)
def test_the_rating_asked_for_is_read_as_the_board_writes_it(said: str, rating: str | None) -> None:
    assert read(said).rating == rating


def test_nothing_is_wished_for_in_the_words_of_a_title() -> None:
    assert read("is The Disney Christmas Musical ok", "The Disney Christmas Musical") == NO_WISHES


def test_every_language_that_can_be_wished_for_has_a_name() -> None:
    words = sorted(lexicon().classes["tongue"])
    said = [wording_wishes.searched(read(f"in {word}"), ()) for word in words]
    assert all(one and one[0][3].isupper() for one in said), dict(zip(words, said, strict=True))


def test_a_later_wish_takes_the_place_of_one_it_contradicts() -> None:
    wishes = read("no swearing and a trains movie, not about christmas").joined(
        read("a christmas movie, swearing is fine")
    )
    assert (wishes.strict, wishes.allowed) == ((), ("language",))
    assert (wishes.about, wishes.not_about) == (("christmas",), ())


PIECES = """
no not without nothing or and , . but scary gory funny disney pixar old new before after 1990 2015 90min the 80s rated
r pg 13 about with dinosaur dogs dies lives a bit too very spanish movie movies kiss is fine war by
"""
texts = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES.split()), max_size=20).map(" ".join))


@given(texts)
def test_any_text_is_read_without_an_error_and_never_both_ways(said: str) -> None:
    wishes = read(said)
    assert not {*wishes.genres} & {*wishes.not_genres}
    assert not {*wishes.sought, *wishes.some, *wishes.allowed} & {*wishes.strict}
    assert wishes.studio is None or wishes.studio != wishes.not_studio
