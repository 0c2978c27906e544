"""Recognise the titles of one message, as the guide reads it when nothing was said before."""

from __future__ import annotations

from bot.matching.mention import Grade, Mention, Recognition
from bot.matching.titles import TitleIndex
from bot.understanding.dialogue import DialogueContext
from bot.understanding.frame import read_frame
from bot.understanding.learned import learned
from tests.understanding.world import THIS_YEAR

ANSWERED = frozenset({Grade.STRONG, Grade.MEDIUM})


def recognise(text: str, index: TitleIndex) -> Recognition:
    """Return the movies that a message to the guide names, and the words that read like titles nobody knows."""
    return read_frame(text, index, learned(), DialogueContext(), addressed=True, this_year=THIS_YEAR).recognition


def answered(found: Recognition) -> list[tuple[str, int | None]]:
    """Return title and year of the movies that are answered, in text order."""
    best = [mention.candidates[0] for mention in found.mentions if mention.grade in ANSWERED]
    return [(candidate.title, candidate.year) for candidate in best]


def only_mention(text: str, index: TitleIndex) -> Mention:
    """Return the one movie that a message names; it is an error that it names none or more."""
    mentions = recognise(text, index).mentions
    assert len(mentions) == 1, [mention.text for mention in mentions]
    return mentions[0]
