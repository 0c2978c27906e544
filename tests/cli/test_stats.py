"""`stats` counts what the reviews cover, and README shows those very counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.application.coverage import Share
from tests.cli.conftest import Run

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
PUBLISHED = ("To choose from at age", "Decade", "Official rating")


@pytest.mark.parametrize(
    ("count", "of", "said"),
    [
        (4_627, 4_634, "4,627 of 4,634 (99.8%)"),
        (9_999, 10_000, "9,999 of 10,000 (99.9%)"),
        (999_999, 1_000_000, "999,999 of 1,000,000 (99.9%)"),
        (12, 12, "12 of 12 (100%)"),
        (1, 2, "1 of 2 (50%)"),
        (0, 3, "0 of 3 (0%)"),
        (0, 0, "0 of 0 (0%)"),
    ],
)
def test_a_hundred_percent_is_said_only_where_nothing_is_missing(count: int, of: int, said: str) -> None:
    assert str(Share(count, of)) == said


def test_readme_shows_what_stats_counts(with_library: Run) -> None:
    done = with_library("stats", "--markdown")
    assert done.code == 0
    tables = done.out.split("\n\n")
    published = [
        table for table in tables if table.strip("\n").split("|")[1:2] in [[f" {name} "] for name in PUBLISHED]
    ]
    assert len(published) == len(PUBLISHED)
    readme = " ".join(README.split())
    for part in (*published, done.out.strip().splitlines()[-1]):
        assert " ".join(part.split()) in readme, "put what `parent-guide stats --markdown` prints into README"


def test_an_empty_store_covers_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STARTER_LIBRARY", "false")
    done = run("stats")
    assert done.code == 0
    assert "0 reviews; grid cells checked: 0 of 0 (0%)" in done.out
