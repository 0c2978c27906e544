"""What Discord hands back of our own controls and forms: read, never trusted.

A control may be from an older version of the guide, and whoever talks to Discord without its app can send what they
like. What is not one of the values that we put there is refused in one sentence.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from typing import TypeVar

from bot.discord_app import labels
from bot.domain.errors import RefusedError

_NUMBER = re.compile(r"[0-9]{1,19}")
_LARGEST = 2**63 - 1
"""What Discord's ids and a database's numbers can hold."""

_Kind = TypeVar("_Kind", bound=enum.Enum)


def as_number(text: str | None) -> int:
    """A number of ours, 0 or more; raises RefusedError for anything else."""
    if text is None or not _NUMBER.fullmatch(text) or int(text) > _LARGEST:
        raise RefusedError(labels.CHOICE_UNKNOWN)
    return int(text)


def one_of(kind: type[_Kind], text: str | None) -> _Kind:
    """The member of an Enum with this value; raises RefusedError when there is none."""
    for member in kind:
        if member.value == text:
            return member
    raise RefusedError(labels.CHOICE_UNKNOWN)


def only(values: Sequence[str]) -> str:
    """The one value picked; raises RefusedError when there is none."""
    if not values:
        raise RefusedError(labels.CHOICE_UNKNOWN)
    return values[0]
