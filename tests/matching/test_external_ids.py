"""A movie is found by its id elsewhere in every index that titles are found in: changed, saved, loaded, overlaid."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.matching import columns
from bot.matching.titles import TitleEntry, TitleIndex

COCO = TitleEntry(1, "Coco", 2017, external_ids=("imdb:tt2380307", "tmdb:354912", "wikidata:Q21043636"))
MOANA = TitleEntry(2, "Moana", 2016, external_ids=("imdb:tt3521164",))
UP = TitleEntry(3, "Up", 2009)
INDEX = TitleIndex.build([COCO, MOANA, UP])


def found(index: TitleIndex, external_id: str) -> list[str]:
    return [entry.title for entry in index.with_external_id(external_id)]


def test_every_id_of_a_movie_leads_to_it_and_comes_back_as_it_was_put_in() -> None:
    assert [found(INDEX, external_id) for external_id in COCO.external_ids] == [["Coco"]] * 3
    assert list(INDEX) == [COCO, MOANA, UP]


@pytest.mark.parametrize(
    "external_id", ["imdb:tt0000001", "tmdb:2380307", "tmdb-tv:354912", "wikidata:Q1", "", "imdb:", "Coco"]
)
def test_an_id_that_nobody_has_leads_nowhere(external_id: str) -> None:
    assert found(INDEX, external_id) == []
    assert found(TitleIndex.build([]), external_id) == []


def test_a_changed_id_leads_to_its_movie_alone_and_the_old_index_stays() -> None:
    changed = INDEX.with_changes([TitleEntry(1, "Coco", 2017, external_ids=("imdb:tt0000001",))])
    assert (found(changed, "imdb:tt0000001"), found(changed, "imdb:tt2380307")) == (["Coco"], [])
    assert (found(INDEX, "imdb:tt0000001"), found(INDEX, "imdb:tt2380307")) == ([], ["Coco"])


def test_a_removed_movie_is_not_found_by_its_id_and_can_come_back() -> None:
    without = INDEX.with_changes([], [1])
    assert (found(without, "imdb:tt2380307"), found(without, "imdb:tt3521164")) == ([], ["Moana"])
    assert found(without.with_changes([COCO]), "tmdb:354912") == ["Coco"]


def test_an_id_given_twice_leads_to_both_movies_the_better_known_first() -> None:
    twice = INDEX.with_changes([TitleEntry(9, "Coco on Ice", 2018, popularity=5.0, external_ids=("imdb:tt2380307",))])
    assert found(twice, "imdb:tt2380307") == ["Coco on Ice", "Coco"]


@pytest.mark.parametrize("changed", [False, True])
def test_a_saved_index_finds_movies_by_their_ids(tmp_path: Path, *, changed: bool) -> None:
    index = INDEX.with_changes([TitleEntry(9, "Soul", 2020, external_ids=("tmdb:508442",))], [2]) if changed else INDEX
    index.save(tmp_path / "titles.npz", "abc")
    loaded = TitleIndex.load(tmp_path / "titles.npz", "abc")
    assert loaded is not None
    asked = (*COCO.external_ids, *MOANA.external_ids, "tmdb:508442")
    expected = [["Coco"]] * 3 + ([[], ["Soul"]] if changed else [["Moana"], []])
    assert [found(loaded, external_id) for external_id in asked] == expected


def test_a_file_of_the_format_before_ids_is_not_loaded(tmp_path: Path) -> None:
    path = tmp_path / "titles.npz"
    INDEX.save(path, "abc")
    with np.load(path) as stored:
        arrays = dict(stored)
    assert columns.FORMAT_VERSION == 4
    arrays["stamp"] = np.frombuffer(b"3:abc", np.uint8)
    np.savez(path, allow_pickle=False, **arrays)
    assert TitleIndex.load(path, "abc") is None


def test_a_link_pasted_where_titles_are_completed_offers_its_movie() -> None:
    links = (
        "https://www.imdb.com/title/tt2380307/?ref_=x", "imdb.com/title/tt2380307", "<https://m.imdb.com/title/tt2380307>",
        "https://www.themoviedb.org/movie/354912-coco", "www.wikidata.org/wiki/Q21043636",
    )  # fmt: skip
    assert [[entry.title for entry in INDEX.suggest(link)] for link in links] == [["Coco"]] * len(links)
    assert INDEX.suggest("https://www.imdb.com/title/tt9999999/") == []
    assert INDEX.suggest("https://youtu.be/coco") == []
