"""The command line as an operator meets it: arguments and input in, exit code, output and store out."""

from __future__ import annotations

import io
import json
import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli.app import main


@dataclass(frozen=True)
class Done:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run one command in an empty folder, with the store in it and nothing from the developer's own environment."""
    monkeypatch.chdir(tmp_path)
    for name in ("DISCORD_TOKEN", "STARTER_LIBRARY", "RATING_SYSTEMS", "LOG_LEVEL", "LOG_FORMAT", "OPERATOR_IDS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'guide.db'}")

    def run_command(*arguments: str, stdin: str | bytes = "") -> Done:
        raw = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr("sys.argv", ["parent-guide", *arguments])
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(bool(ended.code))
        finally:
            logging.getLogger().handlers.clear()  # they write to this test's standard error
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return run_command


@pytest.fixture(scope="session")
def library_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite store filled with the starter library once, to be copied."""
    from bot.bootstrap import build
    from bot.settings import Settings

    path = tmp_path_factory.mktemp("library") / "guide.db"
    settings = Settings(_env_file=None, starter_library=True)
    build(settings, database_url=f"sqlite:///{path}", with_starter_library=True)
    return path


@pytest.fixture
def with_library(run: Run, library_store: Path, tmp_path: Path) -> Run:
    """The same, over a store that already holds the starter library."""
    for part in library_store.parent.glob("guide.db*"):
        shutil.copy(part, tmp_path / part.name)
    return run
