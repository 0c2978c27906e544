"""Packed arrays in a file: written in full or not at all, and read back only when they are what is asked for."""

from __future__ import annotations

import os
import zipfile
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Arrays = TypeVar("Arrays", bound="DataclassInstance")
_STAMP: Final = "stamp"


def save_arrays(arrays: DataclassInstance, path: Path, stamp: str) -> None:
    """Write a dataclass of arrays to one file, in full or not at all; `stamp` tells what it was made from.

    Raises:
        OSError: the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.unfinished")
    named: dict[str, NDArray[Any]] = {field.name: getattr(arrays, field.name) for field in fields(arrays)}
    try:
        with unfinished.open("wb") as file:
            np.savez(file, allow_pickle=False, **{_STAMP: _as_array(stamp)}, **named)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def load_arrays(kind: type[Arrays], path: Path, stamp: str) -> Arrays | None:
    """Read the arrays back; None when the file is missing, damaged or has another stamp."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            if not np.array_equal(stored[_STAMP], _as_array(stamp)):
                return None
            return kind(**{field.name: stored[field.name] for field in fields(kind)})
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, NotImplementedError):
        return None


def _as_array(stamp: str) -> NDArray[np.uint8]:
    return np.frombuffer(stamp.encode(), np.uint8)
