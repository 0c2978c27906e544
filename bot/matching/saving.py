"""The packed titles in a file: written in full or not at all, and read back only when they are what is asked for."""

from __future__ import annotations

import os
import zipfile
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bot.matching.columns import Columns

FORMAT_VERSION: Final = 4


def save_columns(columns: Columns, path: Path, fingerprint: str) -> None:
    """Write the arrays to one file, in full or not at all.

    Raises:
        OSError: the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.unfinished")
    arrays: dict[str, NDArray[Any]] = {field.name: getattr(columns, field.name) for field in fields(Columns)}
    try:
        with unfinished.open("wb") as file:
            np.savez(file, allow_pickle=False, stamp=_stamp(fingerprint), **arrays)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def load_columns(path: Path, fingerprint: str) -> Columns | None:
    """Read the arrays back, or return None when the file is missing, damaged or made from something else."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            if not np.array_equal(stored["stamp"], _stamp(fingerprint)):
                return None
            return Columns(**{field.name: stored[field.name] for field in fields(Columns)})
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, NotImplementedError):
        return None


def _stamp(fingerprint: str) -> NDArray[np.uint8]:
    return np.frombuffer(f"{FORMAT_VERSION}:{fingerprint}".encode(), np.uint8)
