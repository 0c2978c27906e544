"""A movie told by its story: "the pixar one where the house floats", "that film about the rat who cooks".

What tells is every word that is no age, no number and no small word; the stored reviews' own texts
(bot.matching.stories) say which movies it fits. Such a message is never answered outright: the movies it surely fits
are offered as a question, else the title is asked for. One sum weighs how sure the best is. What tells a movie that is
here from one that is not ("covered", "telling words", "fourth") is a logistic regression on [tuning] and
[absent_tuning] of tests/cases/stories.toml, rounded by hand; the other weights and the bounds were chosen on these and
on 1,500 questions, wishes and talk of the training text that tell no story. No message of [choosing] or [absent] was
looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from bot.domain.movie import MovieId
from bot.language.words import Token
from bot.matching.mention import Grade
from bot.matching.stories import StoryFind
from bot.matching.story_columns import decade
from bot.matching.story_words import is_small
from bot.understanding.frame import Frame
from bot.understanding.intents import Intent
from bot.understanding.meaning import Meaning, StoryGuess, Topic, meaning
from bot.understanding.message_kind import CHAT, DESCRIBED, FOLLOW, FOREIGN, RECOMMEND, TALK
from bot.understanding.roles import LIKELY, roles, wishes_for_movies

WEIGHTS: Final = {
    "covered": 3.5, "telling words": 0.7, "fourth": -4.0, "described": 1.0, "named": -1.0, "always": -3.0,
}  # fmt: skip
OFFERED_FROM: Final = 0.0
"""Odds (natural logarithm) from which the movies found are offered."""
TOLD_FROM: Final = 0.5
"""How likely a message must tell a movie for the title to be asked for where none is found."""
PERHAPS_TOLD_FROM: Final = 0.1
"""How likely it must be to count in full for an offer: little, as the learned kind knows few such messages yet."""
PLAINLY_NAMED_FROM: Final = 1.0
"""Odds of words to be a title nobody knows, from which that is answered instead where little else tells a story."""
CLOSE: Final = 0.75
"""Movies that fit at least so well beside the best are offered with it, as a share of its rank."""
MOST_OFFERED: Final = 3
FEWEST_WORDS: Final = 2
"""Telling words that a movie must have for it to be offered: of one alone too many movies tell."""
AT_LENGTH_FROM: Final = 3
"""Telling words beside what reads like an unknown title, from which "the monsters" of a told story is none."""
_TELLS: Final = 1.0
"""Rarity (natural logarithm) from which a word tells movies apart: those that one review in three has do not."""
_DECADES: Final = {
    "fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990,
}  # fmt: skip
_FIRST_OF_LAST_CENTURY: Final = 30
"""Two digits from here on are a decade of the last century: "30s", but "20s" is the present one."""


def may_tell_a_story(frame: Frame) -> bool:
    """Tell whether it is worth looking a message up in what the reviews tell: it names no movie surely."""
    if any(mention.grade is not Grade.WEAK for mention in roles(frame).asked) or frame.whole is not None:
        return False
    if max(frame.recognition.unknown_odds, default=0.0) >= PLAINLY_NAMED_FROM and not _may_be_told(frame):
        return False
    if frame.before.movies and frame.share(FOLLOW) > frame.share(DESCRIBED):
        return False
    return frame.share(FOREIGN) <= LIKELY and len(telling_words(frame)) >= FEWEST_WORDS


def told_by_its_story(frame: Frame) -> Meaning | None:
    """Offer the movies whose reviews tell what the message tells, or ask for the title."""
    if not may_tell_a_story(frame) or (wishes_for_movies(frame) and not _is_told(frame)):
        return None
    guesses = guess(frame)
    offered = tuple(one.movie_id for one in guesses if one.offered)
    if offered:
        return meaning(Topic.CHOOSE, frame, movies=offered, stories=guesses)
    if _is_told(frame) or _is_told_at_length(frame):
        return meaning(Topic.HELP, frame, intent=frame.intent or Intent.VERDICT, stories=guesses, told=True)
    return None


def guess(frame: Frame) -> tuple[StoryGuess, ...]:
    """Return the movies that the message may tell, best first, and which of them are sure enough to be offered."""
    words = telling_words(frame)
    found = [find for find in frame.stories.search(words) if _is_known(frame, find)] if frame.stories else []
    if not found:
        return ()
    near = [find for find in found if find.rank >= CLOSE * found[0].rank]
    odds = story_odds(frame, found)
    sure = odds >= OFFERED_FROM and len(near) <= MOST_OFFERED and _tells(found[0]) >= FEWEST_WORDS
    return tuple(
        StoryGuess(MovieId(find.movie_id), odds, find.covered, find.words, offered=sure and find in near)
        for find in found
    )


def story_odds(frame: Frame, found: Sequence[StoryFind]) -> float:
    """Return how sure it is that the best movie found is told (natural logarithm of the odds); found: best first.

    "fourth" is how well the first movie fits that could not be offered any more, as a share of the best one's rank.
    """
    best = found[0]
    signs = {
        "covered": best.covered,
        "telling words": float(_tells(best)),
        "fourth": found[MOST_OFFERED].rank / best.rank if len(found) > MOST_OFFERED else 0.0,
        "described": min(1.0, frame.share(DESCRIBED) / PERHAPS_TOLD_FROM),
        "named": _named(frame),
        "always": 1.0,
    }
    return sum(WEIGHTS[name] * value for name, value in signs.items())


def _tells(find: StoryFind) -> int:
    """Return how many words tell a movie from others."""
    return sum(gain >= _TELLS for _, gain in find.words)


def telling_words(frame: Frame) -> list[str]:
    """Return the words of a message that may tell a story, ages and small words left out."""
    ages = {place for note in frame.ages for place in range(note.first, note.end)}
    said = [_said(token) for place, token in enumerate(frame.tokens) if place not in ages]
    return [word for word in said if not is_small(word) and (not word.isdecimal() or len(word) == len("1994"))]


def _said(token: Token) -> str:
    """Return a word as the index has it: a decade as that of its years."""
    word = token.owner
    if word in _DECADES:
        return decade(_DECADES[word])
    if len(token.word) == len("80s") and token.word[:2].isdecimal() and token.word[1:] == "0s":
        years = int(token.word[:2])
        return decade(years + (1900 if years >= _FIRST_OF_LAST_CENTURY else 2000))
    return word


def _named(frame: Frame) -> float:
    """Return which share of the telling words reads like the title of a movie."""
    titles = {place for span in frame.unknown for place in range(*frame.place(span))}
    titles |= {place for mention in frame.mentions for place in range(*frame.place(mention.span))}
    told = [place for place, token in enumerate(frame.tokens) if not is_small(token.owner)]
    return sum(place in titles for place in told) / max(1, len(told))


def _may_be_told(frame: Frame) -> bool:
    return frame.share(DESCRIBED) >= PERHAPS_TOLD_FROM


def _is_told(frame: Frame) -> bool:
    """Tell whether a message tells a movie by its story, by what was learned of such messages."""
    told = frame.share(DESCRIBED)
    return told >= TOLD_FROM and told > frame.share(RECOMMEND) and told > frame.share(TALK, CHAT)


def _is_told_at_length(frame: Frame) -> bool:
    """Tell whether a message that may tell a movie has many words of a story beside those that read like a title."""
    told = frame.share(DESCRIBED)
    others = (1.0 - _named(frame)) * len(telling_words(frame))
    return _may_be_told(frame) and told > frame.share(RECOMMEND) and others >= AT_LENGTH_FROM and bool(frame.unknown)


def _is_known(frame: Frame, find: StoryFind) -> bool:
    """Tell whether a movie is among the titles, which may have changed since the reviews were read."""
    with suppress(KeyError):
        frame.index.entry(find.movie_id)
        return True
    return False
