"""The seam to other languages: every sentence of a reply passes through here, over Python's own gettext.

A message in the code is a whole English sentence or label with named places ("I know {movie}, but…"), filled in only
after it was translated, so that a translator can put the parts in another order. Sentences that count go through
ngettext. Where one English word has two meanings, or stands in a sentence as a part that other languages inflect,
pgettext tells them apart by a context. Constants are marked (N_, NP_) and translated where they are said: nothing is
translated while a module is loaded. What comes from a stored review, or from the parent, is never translated.

The translation in use belongs to the running context; a use case sets it around its composing. English needs none.
README names the command that collects the messages in bot/saying/locale. The labels of bot.discord_app and of the
command line are not among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations
from typing import Final

from bot.domain.marking import N_, NP_

__all__ = ["ENGLISH", "NP_", "N_", "_", "ngettext", "pgettext", "translated"]

ENGLISH: Final = NullTranslations()
"""The messages as they stand in the code."""
_current: Final[ContextVar[NullTranslations]] = ContextVar("translation", default=ENGLISH)


@contextmanager
def translated(translation: NullTranslations) -> Iterator[None]:
    """Say everything within this block by a translation."""
    token = _current.set(translation)
    try:
        yield
    finally:
        _current.reset(token)


def _(message: str) -> str:
    """Translate a message."""
    return _current.get().gettext(message)


def pgettext(context: str, message: str) -> str:
    """Translate a message that has several meanings, in the one that the context names."""
    return _current.get().pgettext(context, message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Translate a message that counts, in the form for this number; its places are still to be filled in."""
    return _current.get().ngettext(singular, plural, number)
