"""Which of the movies just offered is meant: "the 2014 one", "the second", "the animated one", "the vampire one".

Only what the movies themselves tell is used; where it fits none or more than one, nothing is picked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from bot.domain.movie import MovieId
from bot.language.lexicon import lexicon
from bot.language.words import words_of
from bot.matching.evidence import year_of
from bot.matching.normalising import word_set
from bot.matching.titles import TitleEntry
from bot.understanding.frame import Frame

PLACES: Final = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
"""The rows of [pick] that say a place in the list, with that place."""
_FEWEST_LETTERS: Final = 4
"""Letters of a word or name that tells one movie from the others by itself."""
_MOST_LEFT: Final = 1
"""Words of a pick that may say something else: "the bear one please"."""
LONGEST_PICK: Final = 14
"""Words of a message that may be an answer to "which one?"; a longer one is a question of its own."""
_LEADING: Final = word_set("one ones please pls version is it the thanks mean meant ok yes just that sorry")


def pick(frame: Frame, offered: Sequence[TitleEntry], said: Mapping[str, Sequence[tuple[int, int]]]) -> MovieId | None:
    """Pick the movie meant; None when the words pick none, leave more than one, or speak of anything else.

    `said` are the picking words of the message (bot.understanding.ask_notes.picks).
    """
    if not offered or len(frame.tokens) > LONGEST_PICK or _says_more(frame, offered, said):
        return None
    if "none" in said and _by_year(frame, offered, said) is None:
        return None
    for rule in (_by_year, _by_place, _by_era, _by_kind, _by_words):
        picked = rule(frame, offered, said)
        if picked is not None:
            return MovieId(picked.movie_id)
    if len(offered) == 1 and "yes" in said:
        return MovieId(offered[0].movie_id)
    return None


_Said = Mapping[str, Sequence[tuple[int, int]]]


def _says_more(frame: Frame, offered: Sequence[TitleEntry], said: _Said) -> bool:
    """Tell whether words are left that are no part of a pick, an age, a worry or what the movies tell."""
    read = {place for places in said.values() for first, end in places for place in range(first, end)}
    spans = [(note.first, note.end) for note in frame.ages] + [(note.first, note.end) for note in frame.concerns]
    spans += [(note.first, note.end) for note in frame.asks]
    read |= {place for first, end in spans for place in range(first, end)}
    told = {
        word for entry in offered for name in (entry.title, *entry.people, *entry.genres) for word in words_of(name)
    }
    told |= {str(entry.year) for entry in offered} | {f"{(entry.year or 0) % 100:02d}" for entry in offered}
    class_of = lexicon().class_of
    left = [
        token.word
        for place, token in enumerate(frame.tokens)
        if place not in read
        and token.word not in told
        and token.owner not in told
        and token.word not in _LEADING
        and class_of.get(token.word) not in ("article", "person", "being", "movie", "joining", "child", "negation")
    ]
    return len(left) > _MOST_LEFT


def _by_year(frame: Frame, offered: Sequence[TitleEntry], _said: _Said) -> TitleEntry | None:
    for token in frame.tokens:
        year = year_of(token.word)
        if year is not None:
            return _only(offered, lambda entry, year=year: entry.year == year)  # type: ignore[misc]
        before = frame.text[token.start - 1 : token.start]
        if token.word.isdecimal() and len(token.word) == 2 and before in ("'", "’"):
            short = int(token.word)
            return _only(offered, lambda entry, short=short: (entry.year or -1) % 100 == short)  # type: ignore[misc]
    return None


def _by_place(frame: Frame, offered: Sequence[TitleEntry], said: _Said) -> TitleEntry | None:
    if len(frame.tokens) == 1 and frame.tokens[0].word.isdecimal():
        place = int(frame.tokens[0].word) - 1
        return offered[place] if 0 <= place < len(offered) else None
    for name, place in PLACES.items():
        if name in said and place < len(offered):
            return offered[place]
    return offered[1] if "other" in said and len(offered) == 2 else None


def _by_era(_frame: Frame, offered: Sequence[TitleEntry], said: _Said) -> TitleEntry | None:
    years = [entry.year for entry in offered if entry.year is not None]
    if len(years) < len(offered):
        return None
    if "newest" in said:
        return _only(offered, lambda entry: entry.year == max(years))
    if "oldest" in said:
        return _only(offered, lambda entry: entry.year == min(years))
    return None


def _by_kind(frame: Frame, offered: Sequence[TitleEntry], said: _Said) -> TitleEntry | None:
    if "live_action" in said:
        return _only(offered, lambda entry: not entry.is_animated)
    if "animated" in said:
        return _only(offered, lambda entry: entry.is_animated)
    spoken = {token.word for token in frame.tokens}
    return _only(offered, lambda entry: any(set(words_of(genre)) <= spoken for genre in entry.genres))


def _by_words(frame: Frame, offered: Sequence[TitleEntry], _said: _Said) -> TitleEntry | None:
    """Pick by a word that only one of the titles has, or by a name of only one of the casts."""
    spoken = {word for token in frame.tokens for word in (token.word, token.owner) if len(word) >= _FEWEST_LETTERS}
    by_title = _only(offered, lambda entry: bool(spoken & _own_words(entry, offered)))
    if by_title is not None:
        return by_title
    return _only(offered, lambda entry: any(spoken & set(words_of(person)) for person in entry.people))


def _own_words(entry: TitleEntry, offered: Sequence[TitleEntry]) -> set[str]:
    others = {word for other in offered if other is not entry for word in words_of(other.title)}
    return set(words_of(entry.title)) - others


def _only(offered: Sequence[TitleEntry], fits: Callable[[TitleEntry], bool]) -> TitleEntry | None:
    found = [entry for entry in offered if fits(entry)]
    return found[0] if len(found) == 1 else None
