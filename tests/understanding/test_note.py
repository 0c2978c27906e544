"""Which notes stand where several readers see something in the same words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.note import Note, NoteKind, choose


def note(first: int, end: int, odds: float, kind: NoteKind = NoteKind.TITLE) -> Note:
    return Note(kind, first, end, f"{first}-{end}", odds, "drawn")


def kept(*notes: Note) -> list[object]:
    return [one.value for one in choose(notes)]


@pytest.mark.parametrize(
    ("notes", "standing"),
    [
        ((note(0, 2, 1.0), note(1, 3, 2.0)), ["1-3"]),
        ((note(0, 2, 2.0), note(1, 3, 1.0)), ["0-2"]),
        ((note(0, 1, 1.0), note(1, 2, 0.5)), ["0-1", "1-2"]),
        ((note(0, 3, 2.0), note(0, 1, 1.9), note(1, 2, 1.9)), ["0-3"]),
        ((note(0, 3, 1.0), note(0, 1, 1.1), note(2, 3, 1.2)), ["0-1", "2-3"]),
        ((note(4, 6, 0.1), note(0, 2, 3.0)), ["0-2", "4-6"]),
        ((), []),
    ],
)
def test_the_surer_note_stands_and_what_it_covers_does_not(notes: tuple[Note, ...], standing: list[str]) -> None:
    assert kept(*notes) == standing


def test_a_note_comes_back_when_what_covered_it_does_not_stand_itself() -> None:
    assert kept(note(0, 2, 3.0), note(1, 4, 2.0), note(3, 5, 1.0)) == ["0-2", "3-5"]


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_equally_sure_notes_the_longer_stands_whatever_their_order(turned: bool) -> None:
    notes = [note(0, 1, 1.0), note(0, 3, 1.0)]
    assert kept(*(reversed(notes) if turned else notes)) == ["0-3"]


def test_notes_of_different_readers_are_held_against_each_other() -> None:
    title, age = note(2, 4, 1.0), note(3, 6, 16.0, NoteKind.AGE)
    assert choose([title, age]) == (age,)


drawn = st.lists(
    st.builds(
        lambda first, length, odds: note(first, first + length, odds),
        st.integers(0, 12),
        st.integers(1, 5),
        st.floats(-9, 9),
    ),
    max_size=14,
)


@given(drawn)
def test_no_two_that_stand_overlap_and_each_that_fell_is_covered_by_one_at_least_as_sure(notes: list[Note]) -> None:
    standing = choose(notes)
    assert all(one.end <= other.first for one, other in pairwise(standing))
    for fallen in (one for one in notes if one not in standing):
        over = [one for one in standing if one.first < fallen.end and fallen.first < one.end]
        assert max(one.odds for one in over) >= fallen.odds
