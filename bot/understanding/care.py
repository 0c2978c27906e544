"""Whether somebody tells of harm: self-harm, suicide, abuse or violence at home, their own or a child's.

Two readers agree on it: plain statements are data (bot/language/en/care.toml), other wordings are learned
(bot.understanding.message_kind). A question about a movie that holds such words ("does he kill himself in it") is none.
"""

from __future__ import annotations

from typing import Final

from bot.understanding.ask_notes import places_of_rows
from bot.understanding.concern_notes import NOTHING
from bot.understanding.frame import ANSWERED, Frame
from bot.understanding.message_kind import CARE, LOOKALIKE, MOVIE, RECOMMEND
from bot.understanding.roles import LIKELY

_OWN: Final = "own"
"""The row of statements about oneself: whatever else the message asks, that comes first."""
LEARNED_FROM: Final = 0.55
"""How likely a message must be such a statement when its words are in no list."""
SAID_FROM: Final = 0.12
"""The same when its words are a plain statement by the lexicon."""


def tells_of_harm(frame: Frame) -> bool:
    """Tell whether a message is a statement of harm, which gets the one fixed reply and nothing else."""
    share = frame.share(CARE)
    said = places_of_rows("care", frame.words)
    if not said and any(match.key == NOTHING for match in frame.words.phrases["care"]):
        return False
    if any(mention.grade in ANSWERED and not mention.aside for mention in frame.mentions):
        return bool(said) and share >= LEARNED_FROM
    if _OWN in said:
        return True
    if said:
        return share >= SAID_FROM or frame.share(LOOKALIKE, MOVIE, RECOMMEND) < LIKELY
    return share >= LEARNED_FROM
