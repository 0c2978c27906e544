"""Whether talk in a guide channel, said to nobody in particular, asks the guide something.

In such a channel people also talk to each other about movies and children; the guide speaks only when it is asked.
"""

from __future__ import annotations

from typing import Final

from bot.matching.mention import Grade
from bot.understanding.frame import Frame
from bot.understanding.intents import Intent
from bot.understanding.message_kind import CHAT, DESCRIBED, FOLLOW, LOOKALIKE, MOVIE, RECOMMEND, TALK
from bot.understanding.roles import Roles

ASKED_FROM: Final = 0.5
"""How likely a message with a known title must be a question to the guide."""
ASKED_UNKNOWN_FROM: Final = 0.75
"""The same for one whose title nobody knows, and for wishes."""


def is_asked(frame: Frame, found: Roles) -> bool:
    """Tell whether a message that was not said to the guide asks it something."""
    if frame.whole is not None:
        return False
    asked = frame.share(MOVIE, LOOKALIKE)
    rest = frame.share(CHAT, TALK)
    about = asked / max(asked + rest, 1e-6)
    before = frame.before
    if before.choices and (frame.picks or found.asked) and rest < ASKED_FROM:
        return True
    known = [mention for mention in found.asked if mention.grade is not Grade.WEAK]
    if known:
        return about >= ASKED_FROM
    if found.asked or frame.unknown:
        return about >= ASKED_UNKNOWN_FROM
    wished = any(note.intent is Intent.RECOMMEND for note in frame.asks)
    if frame.share(RECOMMEND) >= (ASKED_FROM if wished else ASKED_UNKNOWN_FROM):
        return True
    if frame.share(DESCRIBED) >= ASKED_UNKNOWN_FROM:
        return True
    says = bool(frame.ages or frame.concerns or frame.intent)
    goes_on = frame.share(FOLLOW) >= ASKED_FROM or ("?" in frame.text and (rest < ASKED_FROM or _asks_only(frame)))
    return bool(before.movies) and says and goes_on


def _asks_only(frame: Frame) -> bool:
    """Tell whether every word of a message belongs to what it asks: "why?", "any blood?"."""
    asked = {place for note in frame.notes for place in range(note.first, note.end)}
    return len(asked) == len(frame.tokens)
