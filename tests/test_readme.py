"""README's tables are the program's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.rating_boards import AGE_BY_RATING, SYSTEM_COUNTRY
from bot.domain.suitability import AGE_BY_LEVEL
from bot.domain.vocabulary import GRID_BY_KEY, QUESTIONS

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", AGE_BY_LEVEL)
def test_the_ages_of_a_grid_row_are_published(key: str) -> None:
    assert f"| {GRID_BY_KEY[key].label} | {' | '.join(map(str, AGE_BY_LEVEL[key]))} |" in README


@pytest.mark.parametrize("system", AGE_BY_RATING)
def test_the_ages_of_a_board_are_published(system: str) -> None:
    ages = ", ".join(f"{rating} {age}" for rating, age in AGE_BY_RATING[system].items())
    assert f"| {system} ({SYSTEM_COUNTRY[system]}) | {ages} |" in README


def test_the_size_of_the_vocabulary_is_true() -> None:
    assert f"({len(GRID_BY_KEY)}\nrows" in README or f"({len(GRID_BY_KEY)} rows" in README
    assert f"{len(QUESTIONS)} yes/no questions" in README


def test_every_picture_is_there() -> None:
    root = Path(__file__).resolve().parent.parent
    pictures = [part.split(")")[0] for part in README.split("](")[1:] if part.startswith(".images/")]
    assert pictures
    assert [picture for picture in pictures if not (root / picture).is_file()] == []
