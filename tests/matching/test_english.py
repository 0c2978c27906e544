from __future__ import annotations

import pytest

from bot.language.english import english_words, one_slip_away, pack
from bot.matching.columns import build_columns
from bot.matching.normalising import letter_signature, pair_signature
from tests.matching.movies import entries


@pytest.mark.parametrize("word", ["wednesday", "kite", "robber", "streamers"])
def test_english_words_are_known(word: str) -> None:
    assert english_words().knows(word)


@pytest.mark.parametrize("word", ["wenesday", "jngle", "summerland", "zorgon"])
def test_slips_and_made_up_names_are_no_english_words(word: str) -> None:
    assert not english_words().knows(word)


def test_everyday_words_are_frequent_and_odd_ones_are_not() -> None:
    assert english_words().is_frequent("house")
    assert not english_words().is_frequent("adamantine")
    assert english_words().knows("adamantine")


def test_a_slip_for_an_english_word_has_a_neighbour() -> None:
    assert english_words().has_neighbour("umfaithful")
    assert not english_words().has_neighbour("qxzjvk")


def test_one_slip_is_a_letter_more_less_other_or_swapped() -> None:
    assert {"kit", "kites", "bite", "ktie"} <= one_slip_away("kite")
    assert "bites" not in one_slip_away("kite")


def test_packing_keeps_every_word_of_the_list() -> None:
    words = pack(["the 100", "kite 5", "adamantine 1"])
    assert all(words.knows(word) for word in ("the", "kite", "adamantine"))
    assert not words.knows("zebra")


def test_signatures_made_many_at_a_time_are_those_made_one_by_one() -> None:
    columns = build_columns(entries())
    for name in range(columns.names()):
        condensed = columns.key(name).replace(" ", "")
        assert int(columns.name_signature[name]) == letter_signature(condensed)
        assert int(columns.name_pairs[name]) == pair_signature(condensed)
