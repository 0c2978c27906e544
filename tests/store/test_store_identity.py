"""Which titles are the same movie's, and which are not."""

from __future__ import annotations

import pytest

from bot.store.identity import LONGEST_KEY, title_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amélie", "AMELIE"),
        ("WALL·E", "Wall-E"),
        ("Ocean's Eleven", "Ocean’s eleven"),
        ("Romeo & Juliet", "Romeo and Juliet"),
        ("Spider-Man:  Homecoming", "Spider-Man – Homecoming"),
        ("Ёлки", "елки"),
        ("Die Straße", "Die Strasse"),
        ("e\u0301", "\u00e9"),
        ("Ｕｐ", "Up"),
        ("Blåbær", "Blabaer"),
    ],
)
def test_case_accents_and_punctuation_make_no_other_movie(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Interview", "The Interview"),
        ("Toy Story 2", "Toy Story II"),
        ("$", "€"),
        ("!", "?"),
        ("がき", "かき"),
        ("कि", "का"),
        ("Up", "Up 2"),
        ("x" * 300, "x" * 299 + "y"),
        ("\ufdfa" * 300, "\ufdfa" * 299 + "x"),
    ],
)
def test_other_words_letters_and_signs_make_another_movie(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)


@pytest.mark.parametrize("title", ["\ufdfa" * 300, "𝕏" * 300, "日" * 300, "?" * 300])
def test_a_key_is_never_longer_than_an_index_takes(title: str) -> None:
    key = title_key(title)
    assert 0 < len(key) <= LONGEST_KEY
    assert len(key.encode()) < 2_600
