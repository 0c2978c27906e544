"""What each title of a message is there for: asked about, compared, liked, turned down, or only mentioned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bot.language.lexicon import lexicon
from bot.language.words import Break
from bot.matching.mention import Grade, Mention
from bot.understanding.frame import ANSWERED, Frame
from bot.understanding.intents import Intent
from bot.understanding.message_kind import CHAT, FOLLOW, LOOKALIKE, MOVIE, RECOMMEND, TALK

SURELY: Final = 0.6
LIKELY: Final = 0.5
"""How likely a kind of message must be for a rule to go by it alone; the second where other signs agree."""
WISHED_FROM: Final = 0.5
"""How likely a message must be a wish for movies when no words of the lexicon say so."""
WISHED_IN_WORDS_FROM: Final = 0.2
"""The same when words say so ("recommend", "something like")."""
_MOST_BETWEEN: Final = 4
"""Words between two titles that an "or" joins, at most."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The titles of a message by what they are there for, each in text order."""

    asked: tuple[Mention, ...]
    liked: tuple[Mention, ...]
    """Those that stand for the kind of movie wanted."""
    rejected: tuple[Mention, ...]
    """Those of "not X", "instead of X"."""

    joined: frozenset[int] = frozenset()
    """Places in `asked` of near titles that an "or" joins to another title: two movies in one question."""

    @property
    def sure(self) -> tuple[Mention, ...]:
        """The asked ones that are answered."""
        return tuple(
            mention for place, mention in enumerate(self.asked) if mention.grade in ANSWERED or place in self.joined
        )


def wishes_for_movies(frame: Frame) -> bool:
    """Tell whether a message asks for movies to watch, rather than about one."""
    said = any(note.intent is Intent.RECOMMEND for note in frame.asks)
    share = frame.share(RECOMMEND)
    named = [one for one in frame.mentions if not one.aside and one.grade is not Grade.WEAK]
    if named and not _all_liked(frame, named):
        return share > 0.8 and said
    if frame.has_cue("avoid"):
        return False
    return share >= (WISHED_IN_WORDS_FROM if said else WISHED_FROM)


def roles(frame: Frame) -> Roles:
    """Return what each title of the message is there for, by the words beside it and by what was learned."""
    known = frame.worked_out.get("roles")
    if not isinstance(known, Roles):
        known = frame.worked_out["roles"] = _roles(frame)
    return known


def may_go_on(frame: Frame) -> bool:
    """Tell whether a message may go on about the movie spoken of: no other title is asked about in it."""
    return not roles(frame).sure and (not frame.unknown or frame.share(FOLLOW) > LIKELY)


def _roles(frame: Frame) -> Roles:
    asked: list[Mention] = []
    liked: list[Mention] = []
    aside: list[Mention] = []
    rejected: list[Mention] = []
    wishes = wishes_for_movies(frame)
    for mention in frame.mentions:
        first, _ = frame.place(mention.span)
        if frame.cue_before("instead_of", first, 1):
            rejected.append(mention)
        elif wishes and (mention.aside or _likes(frame, first)):
            liked.append(mention)
        elif mention.aside and not frame.cue_before("than", first, 1):
            aside.append(mention)
        else:
            asked.append(mention)
    loved = [one for one in aside if frame.cue_before("loved_before", frame.place(one.span)[0], 1)]
    beside = [one for one in asked if any(_are_listed(frame, one, other) for other in loved)]
    if len(beside) < len(asked):  # "she loved Frozen and Moana, is Coco ok": both are only told of
        asked, aside = [one for one in asked if one not in beside], [*aside, *beside]
    joined = [one for one in aside if one not in loved and any(_are_listed(frame, one, other) for other in asked)]
    if joined:  # "fighting over Holes and Night at the Museum": one is asked about as much as the other
        aside = [mention for mention in aside if mention not in joined]
        asked = [mention for mention in frame.mentions if mention in asked or mention in joined]
    if not asked and not wishes and not frame.unknown:
        asks = frame.share(MOVIE, LOOKALIKE, FOLLOW) > frame.share(TALK, CHAT)
        if asks or frame.ages or frame.concerns:
            asked, aside = aside, []
            if not asked and len(rejected) == len(frame.mentions):
                asked, rejected = rejected, []
    if len(asked) > 1 and frame.intent is Intent.CORRECTION:
        asked, rejected = asked[-1:], [*rejected, *asked[:-1]]
    return Roles(tuple(asked), tuple(liked), tuple(rejected), _joined(frame, asked))


def _are_listed(frame: Frame, one: Mention, other: Mention) -> bool:
    """Tell whether just an "and" or "or" stands between two titles."""
    (_, end), (begin, _) = sorted((frame.place(one.span), frame.place(other.span)))
    return begin - end == 1 and lexicon().class_of.get(frame.tokens[end].word) == "joining"


JOINED_FROM: Final = -2.0
"""Odds from which a near title is taken for meant when an "or" joins it to another one."""
_BETWEEN: Final = frozenset({"joining", "article", "pointing", "newer", "older", "movie", "person"})


def _joined(frame: Frame, asked: Sequence[Mention]) -> frozenset[int]:
    found: set[int] = set()
    for place, (one, other) in enumerate(pairwise(asked)):
        _, end = frame.place(one.span)
        first, _ = frame.place(other.span)
        between = [frame.tokens[at].word for at in range(end, first)]
        class_of = lexicon().class_of
        compared = any(
            end <= start and stop <= first for name in ("than", "compare") for start, stop in frame.cues.get(name, ())
        )
        close = len(between) <= _MOST_BETWEEN and (compared or all(class_of.get(word) in _BETWEEN for word in between))
        if not close or not (frame.tokens[first].before >= Break.SLASH or between):
            continue
        for at, mention in ((place, one), (place + 1, other)):
            if (
                mention.grade is Grade.WEAK
                and mention.odds >= JOINED_FROM
                and mention.version not in ("newer", "newest")
            ):
                found.add(at)
    return frozenset(found)


def _likes(frame: Frame, first: int) -> bool:
    return frame.cue_before("like_before", first, 1) or frame.cue_before("loved_before", first, 1)


def _all_liked(frame: Frame, mentions: Sequence[Mention]) -> bool:
    return all(_likes(frame, frame.place(mention.span)[0]) for mention in mentions)
