from __future__ import annotations

from pathlib import Path

import pytest

from bot.matching.bench import measure_plain
from bot.matching.titles import TitleEntry, TitleIndex
from tests.matching.movies import entries, world
from tests.understanding.recognising import recognise


def test_entries_come_back_as_they_were_put_in() -> None:
    for entry in entries():
        assert world().entry(entry.movie_id) == entry
    assert len(world()) == len(entries())


def test_an_unknown_movie_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        world().entry(12345)


def test_a_saved_index_answers_like_the_one_it_was_made_from(tmp_path: Path) -> None:
    path = tmp_path / "titles.npz"
    world().save(path, "abc")
    loaded = TitleIndex.load(path, "abc")
    assert loaded is not None
    assert list(loaded) == list(world())
    text = "is mulan 1998 ok for my 5 year old"
    assert recognise(text, loaded) == recognise(text, world())


def test_a_saved_index_of_other_movies_is_not_loaded(tmp_path: Path) -> None:
    path = tmp_path / "titles.npz"
    world().save(path, "abc")
    assert TitleIndex.load(path, "abd") is None
    assert TitleIndex.load(tmp_path / "nothing.npz", "abc") is None


@pytest.mark.parametrize("damage", [b"", b"rubbish", None])
def test_a_damaged_file_is_not_loaded(tmp_path: Path, damage: bytes | None) -> None:
    path = tmp_path / "titles.npz"
    world().save(path, "abc")
    whole = path.read_bytes()
    path.write_bytes(damage if damage is not None else whole[: len(whole) // 2])
    assert TitleIndex.load(path, "abc") is None


def test_no_unfinished_file_is_left_behind(tmp_path: Path) -> None:
    world().save(tmp_path / "titles.npz", "abc")
    assert [path.name for path in tmp_path.iterdir()] == ["titles.npz"]


def test_a_new_movie_is_seen_by_the_next_question_and_the_old_index_stays() -> None:
    changed = world().with_changes([TitleEntry(777, "Zombieland", 2009)])
    assert recognise("is zombieland ok", changed).mentions[0].candidates[0].title == "Zombieland"
    assert recognise("is zombieland ok", world()).mentions == ()
    assert len(changed) == len(world()) + 1


def test_a_renamed_movie_answers_to_its_new_name_alone() -> None:
    old = next(entry for entry in world() if entry.title == "Coraline")
    changed = world().with_changes([TitleEntry(old.movie_id, "Zombieland", 2009)])
    assert recognise("is coraline ok", changed).mentions == ()
    assert changed.entry(old.movie_id).title == "Zombieland"


def test_a_removed_movie_is_gone_and_can_come_back() -> None:
    old = next(entry for entry in world() if entry.title == "Coraline")
    without = world().with_changes([], [old.movie_id])
    assert recognise("is coraline ok", without).mentions == ()
    with pytest.raises(KeyError):
        without.entry(old.movie_id)
    assert recognise("is coraline ok", without.with_changes([old])).mentions != ()


def test_a_changed_index_is_saved_with_its_changes(tmp_path: Path) -> None:
    changed = world().with_changes([TitleEntry(777, "Zombieland", 2009)], [1])
    changed.save(tmp_path / "titles.npz", "abc")
    loaded = TitleIndex.load(tmp_path / "titles.npz", "abc")
    assert loaded is not None
    assert {entry.movie_id for entry in loaded} == {entry.movie_id for entry in changed}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("toy st", "Toy Story"),
        ("incred", "Incredibles"),
        ("the incred", "Incredibles"),
        ("ratatoulie", "Ratatouille"),
        ("princess b", "The Princess Bride"),
        ("goblet of fire", "Harry Potter and the Goblet of Fire"),
        ("amelie", "Amélie"),
    ],
)
def test_suggestions_begin_with_what_is_being_typed(typed: str, first: str) -> None:
    assert any(first in entry.title for entry in world().suggest(typed, 3))


def test_suggestions_name_each_movie_once_and_keep_the_limit() -> None:
    suggested = world().suggest("h", 5)
    assert len(suggested) == len({entry.movie_id for entry in suggested}) <= 5
    assert len(world().suggest("", 10)) == 10


def test_an_empty_index_recognises_nothing() -> None:
    empty = TitleIndex.build([])
    assert len(empty) == 0
    assert recognise("is coraline ok for my kid", empty).mentions == ()
    assert empty.suggest("cora") == []
    assert empty.with_changes([TitleEntry(1, "Coraline", 2009)]).suggest("cora")[0].movie_id == 1


def test_measuring_times_plain_fuzzy_search_over_all_messages() -> None:
    measured = measure_plain(world(), ["is coraline ok for my 7 year old", "mulan 1998 for kids"])
    assert (measured.name, measured.messages) == ("rapidfuzz extractOne", 2)
    assert 0 < measured.p50_ms <= measured.p99_ms


def test_measuring_without_a_message_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one message"):
        measure_plain(world(), [])
