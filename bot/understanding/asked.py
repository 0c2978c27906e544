"""Whether talk in a guide channel, said to nobody in particular, asks the guide something.

In such a channel people also talk to each other about movies and children; the guide speaks only when it is asked. What
was learned of the kind of message is weighed beside plain signs, each by name: WEIGHTS are a logistic regression on
family talk and questions that no model was trained on, with real talk among adults and machine-made questions beside,
rounded; the same messages chose the bounds. No text of it is kept here. tests/cases/silence.toml guards both sides.
"""

from __future__ import annotations

import math
from typing import Final

from bot.matching.mention import Grade
from bot.understanding.frame import Frame
from bot.understanding.intents import Intent
from bot.understanding.message_kind import CHAT, DESCRIBED, FOLLOW, LOOKALIKE, MOVIE, RECOMMEND, TALK
from bot.understanding.roles import LIKELY, Roles

WEIGHTS: Final = {
    "learned kind": 0.5,
    "an age": 3.4,
    "a worry": 2.2,
    "an intent": 0.6,
    "suitable": 0.3,
    "sufficient": 3.1,
    "concern_asked": 0.9,
    "a question": 1.4,
    "told": -1.0,
    "errand": -1.9,
    "opinion": -1.1,
    "others_spoken_to": -0.7,
    "long": -1.3,
    "a known title": 0.9,
    "of movies": 0.4,
    "always": -4.9,
}
ASKED_FROM: Final = 0.0
"""Odds (natural logarithm) from which a message with a known title is a question to the guide."""
ASKED_UNKNOWN_FROM: Final = 0.15
"""The same for one whose title nobody knows, or is only near a known one."""
WISHED_FROM: Final = 0.85
"""How likely a message must be a wish when no words of the lexicon say so."""
TOLD_FROM: Final = 0.7
"""How likely it must tell a movie by its story."""
_LONG: Final = 30
_MOST: Final = 6.0
_CUES: Final = ("suitable", "sufficient", "concern_asked", "told", "errand", "opinion", "others_spoken_to")


def is_asked(frame: Frame, found: Roles) -> bool:
    """Tell whether a message that was not said to the guide asks it something."""
    if frame.whole is not None:
        return False
    before = frame.before
    rest = frame.share(CHAT, TALK)
    if before.choices and (frame.picks or found.asked) and rest < LIKELY:
        return True
    if before.movies and found.asked and frame.intent is Intent.CORRECTION:
        return True
    if any(mention.grade is not Grade.WEAK for mention in found.asked):
        if "?" in frame.text and all(frame.place(mention.span) == (0, len(frame.tokens)) for mention in found.asked):
            return True
        return asked_odds(frame, known=True) >= ASKED_FROM
    if found.asked or frame.unknown:
        return asked_odds(frame, known=False) >= ASKED_UNKNOWN_FROM
    wished = any(note.intent is Intent.RECOMMEND for note in frame.asks)
    if frame.share(RECOMMEND) >= (LIKELY if wished else WISHED_FROM) or frame.share(DESCRIBED) >= TOLD_FROM:
        return True
    says = bool(frame.ages or frame.concerns or frame.intent)
    goes_on = frame.share(FOLLOW) >= LIKELY or ("?" in frame.text and (rest < LIKELY or _asks_only(frame)))
    return bool(before.movies) and says and goes_on


def asked_odds(frame: Frame, *, known: bool) -> float:
    """Return how likely a message is a question to the guide (natural logarithm of the odds); `known`: its title is."""
    kind = math.log((frame.share(MOVIE, LOOKALIKE) + 1e-4) / (frame.share(CHAT, TALK) + 1e-4))
    signs = {
        "learned kind": max(-_MOST, min(_MOST, kind)),
        "an age": bool(frame.ages),
        "a worry": bool(frame.concerns),
        "an intent": frame.intent is not None,
        "a question": "?" in frame.text or frame.has_cue("question"),
        "long": len(frame.tokens) > _LONG,
        "a known title": known,
        "of movies": _speaks_of_movies(frame),
        "always": True,
        **{cue: frame.has_cue(cue) for cue in _CUES},
    }
    return sum(WEIGHTS[name] * value for name, value in signs.items())


def _speaks_of_movies(frame: Frame) -> bool:
    """Tell whether words are about movies, title aside: "is calpol ok for a 4 year old" is asked of others."""
    if any(frame.recognition.known_elsewhere):
        return True
    return any("<movie>" in said or "<watching>" in said or "seen" in said for said in frame.words.symbols)


def _asks_only(frame: Frame) -> bool:
    """Tell whether every word of a message belongs to what it asks: "why?", "any blood?"."""
    asked = {place for note in frame.notes for place in range(note.first, note.end)}
    return len(asked) == len(frame.tokens)
