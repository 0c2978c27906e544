"""What a message may ask for; bot.understanding.ask_notes reads it, by the data of bot/language/en/asks.toml."""

from __future__ import annotations

import enum


class Intent(enum.Enum):
    """What the parent wants to know; VERDICT when a movie is named and nothing else is said."""

    VERDICT = "verdict"
    CONCERN = "concern"
    """How much of something is in it ("how scary is", "any swearing in", "does the dog die")."""
    CONTENT = "content"
    """What is in it, in general ("what should I know about")."""
    WHY = "why"
    """Why the last verdict was as it was."""
    TALK = "talk"
    STORY = "story"
    QUALITY = "quality"
    RATING = "rating"
    FACTS = "facts"
    """Who made it, who plays in it, how long it is, when it came out."""
    DIVERSITY = "diversity"
    WHERE = "where"
    """Where to watch it."""
    COMPARE = "compare"
    RECOMMEND = "recommend"
    HOW_WE_RATE = "how_we_rate"
    HELP = "help"
    GREETING = "greeting"
    THANKS = "thanks"
    CORRECTION = "correction"
    """ "no, I meant …": the movie of the last turn was not the one."""
    SMALL_TALK = "small_talk"
    """Words to the guide that ask nothing of it."""
    """Something was asked that was not understood; the movie spoken of stays open."""
    NOT_ENGLISH = "not_english"
