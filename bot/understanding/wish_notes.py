"""Read what suggestions should be like: "under 90 minutes", "nothing from before 1990", "scary but not gory".

The wordings are data (bot/language/en/wishes.toml), and so are the words that turn a wish round; how far they reach is
read by bot.understanding.wish_scope. What a parent wishes and no review tells is kept as said, so that the reply can
say honestly that it did not count.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from bot.language.lexicon import Words
from bot.understanding.concern_notes import ConcernNote
from bot.understanding.wish_facts import read_facts
from bot.understanding.wish_line import WishLine, wish_line
from bot.understanding.wish_scope import places_of
from bot.understanding.wish_subjects import read_subjects
from bot.understanding.wish_worries import read_worries
from bot.understanding.wishes import Wishes

_KEPT_BY_OTHERS: Final = frozenset({"wish_nothing", "wish_topic"})
"""Tables whose wordings alone are no wish."""


@dataclass(frozen=True, slots=True)
class _Read:
    line: WishLine
    wishes: Wishes
    is_own: bool
    """Whether a wish stands in it that needs no request for movies beside it."""


def read_wishes(words: Words, concerns: Sequence[ConcernNote], skip: Collection[int] = ()) -> Wishes:
    """Read what the movies should be like.

    `concerns` are all proposals of bot.understanding.concern_notes.propose_concerns: "scary but not too scary" needs
    both; those in titles are left out here. `skip` are the places of the tokens of titles and ages.
    """
    return _read(words, concerns, skip).wishes


def wishes_alone(words: Words, concerns: Sequence[ConcernNote], skip: Collection[int] = ()) -> bool:
    """Whether a message is nothing but wishes, small words and what is skipped: "old funny disney movie", "shorter".

    Worries alone ("no swearing?") are not: they may be asked about a movie.
    """
    read = _read(words, concerns, skip)
    line = read.line
    spans = [(one.first, one.end) for one in line.found]
    spans += [(note.first, note.end) for note in line.notes]
    spans += [(cue.first, cue.end) for cue in line.denied.cues.values()]
    known = {place for first, end in spans for place in range(first, end)} | line.skip | line.small
    symbols = words.symbols
    known |= places_of("wish_ends", symbols) | places_of("wish_opens", symbols) | places_of("wish_softens", symbols)
    return read.is_own and known.issuperset(range(len(words.tokens)))


def _read(words: Words, concerns: Sequence[ConcernNote], skip: Collection[int]) -> _Read:
    line = wish_line(words, concerns, skip)
    facts = read_facts(line)
    worries = read_worries(line, facts.genres)
    subjects = read_subjects(line)
    unread = {first: line.said(first, end) for first, end in line.denied.unread}
    unsearchable = {**unread, **facts.unsearchable, **worries.unsearchable, **subjects.unsearchable}
    wishes = Wishes(
        rating=facts.rating,
        most_minutes=facts.most_minutes,
        genres=tuple(dict.fromkeys(facts.genres)),
        not_genres=tuple(dict.fromkeys(facts.not_genres)),
        language=facts.language,
        from_year=facts.from_year,
        to_year=facts.to_year,
        newest_first=facts.newest_first,
        studio=facts.studio,
        not_studio=facts.not_studio,
        gentle=facts.gentle,
        sought=worries.sought,
        strict=worries.strict,
        about=worries.about or subjects.about,
        unsearchable=tuple(dict.fromkeys(unsearchable[place] for place in sorted(unsearchable))),
        some=worries.some,
        allowed=worries.allowed,
        not_ratings=facts.not_ratings,
        not_about=subjects.not_about,
        people=subjects.people,
    )
    plain = any(one.table not in _KEPT_BY_OTHERS for one in line.found)
    return _Read(line, wishes, plain or worries.is_own or subjects.is_own)
