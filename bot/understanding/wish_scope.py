"""How far a denial reaches: "no swearing, sex or gore but funny", "not a princess", "nothing from before 1990".

A denial reaches over what stands right behind it, modifiers included, and from there along a list of things of one
family. "or" carries it on to anything, a comma or "and" to more of the same family only; the end of a sentence, a dash,
"but", "just", "something" and such end it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.language.lexicon import Words, lexicon
from bot.language.phrases import Match, best_of_each_place
from bot.language.words import Break, Token
from bot.understanding.concern_notes import NOTHING

_MOST_MODIFIERS: Final = 2
"""Unread words a denial passes over to what it denies: "no creepy talking dolls"."""
_LONGEST_LIST: Final = 6
"""Words among which the "or" of a list is looked for."""

_LISTS: Final = ("wish_ends", "wish_opens", "wish_softens", "wish_or", "wish_and")
_NOUNS: Final = frozenset({"<movie>", "<child>", "<family>", "<bits>", "<somebody>"})

Symbols = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be denied, in tokens[first:end]; a list is of one `family` ("worry", "genre", "topic", …)."""

    first: int
    end: int
    family: str


@dataclass(frozen=True, slots=True)
class Denial:
    """How something is denied.

    `key`: "none" ("no", "without") and "not" leave nothing of it, "less" leaves a little; "welcome" says that it is no
    matter ("doesn't mind"). The denying words are tokens[first:end]. `softened`: "not too", "nothing very".
    """

    key: str
    first: int
    end: int
    softened: bool = False

    @property
    def leaves_nothing(self) -> bool:
        """Whether not even a little of it is wanted."""
        return self.key in ("none", "not") and not self.softened


@dataclass(frozen=True, slots=True)
class Denied:
    """What is denied in a message."""

    items: Mapping[int, Denial]
    """By the first places of the items."""
    unread: tuple[tuple[int, int], ...]
    """Words behind "no" or "without" that are no item ("no villains"), with the denying word: first and end."""
    cues: Mapping[int, Match]
    """The denying words, by their last place."""


@dataclass(slots=True)
class _Line:
    """The message as a denial sees it."""

    tokens: Sequence[Token]
    items: Mapping[int, Item]
    cues: Collection[int]
    small: Collection[int]
    movies: Collection[int]
    nouns: Collection[int]
    somebodies: Collection[int]
    marks: Mapping[str, frozenset[int]]

    def marked(self, key: str, place: int) -> bool:
        """Whether a word of one of _LISTS stands there."""
        return place in self.marks[key]


def places_of(name: str, symbols: Symbols) -> frozenset[int]:
    """Return where a word of a list of the language's data stands."""
    words = lexicon().lists[name]
    return frozenset(place for place, said in enumerate(symbols) if not words.isdisjoint(said))


def read_denied(words: Words, items: Sequence[Item], small: Collection[int], closed: Collection[int]) -> Denied:
    """Find what is denied.

    `small` are the places of small words, `closed` those of wordings that say a denial themselves ("no more than 90").
    """
    tokens, symbols = words.tokens, words.symbols
    found = best_of_each_place(words.phrases["wish_denial"])
    cues = [
        match
        for match in found
        if match.key != NOTHING and set(closed).isdisjoint(range(match.first, match.end)) and not _broken(tokens, match)
    ]
    line = _Line(
        tokens,
        {item.first: item for item in items},
        {cue.first for cue in cues},
        small,
        {place for place, said in enumerate(symbols) if "<movie>" in said},
        {place for place, said in enumerate(symbols) if not _NOUNS.isdisjoint(said)},
        {place for place, said in enumerate(symbols) if "<somebody>" in said or "<family>" in said},
        {name: places_of(name, symbols) for name in _LISTS},
    )
    denied: dict[int, Denial] = {}
    unread = []
    for cue in cues:
        end = _Walk(line, cue, denied).follow()
        if cue.key == "none" and end > cue.end:
            unread.append((cue.first, end))
        for item in items:
            if item.first <= cue.first < item.end:
                denied.setdefault(item.first, Denial(cue.key, cue.first, cue.end))
    return Denied(denied, tuple(unread), {cue.end - 1: cue for cue in cues})


def _broken(tokens: Sequence[Token], match: Match) -> bool:
    return any(token.before >= Break.COMMA for token in tokens[match.first + 1 : match.end])


@dataclass(slots=True)
class _Walk:
    """A denial on its way along the line."""

    line: _Line
    cue: Match
    denied: dict[int, Denial]
    family: str = ""
    """Of the item reached last; empty: none yet."""
    unread: int = 0
    softened: bool = False
    joined: bool = True
    """Whether a comma, "and" or "or" leads on to what comes next."""
    past_movie: bool = False

    def follow(self) -> int:
        """Note the items that are reached; return the end of the unread words behind it where none is."""
        place = self.cue.end
        while place < len(self.line.tokens) and not self._is_cut_off(place):
            item = self.line.items.get(place)
            if item is not None and not (self.family and self.past_movie and not self.joined):
                self.denied.setdefault(item.first, Denial(self.cue.key, self.cue.first, self.cue.end, self.softened))
                self.family, self.unread, self.joined, place = item.family, 0, False, item.end
            elif item is not None or not self._passes(place):
                break
            else:
                place += 1
        if not self.unread or self.family:
            return self.cue.end
        # "No sick kids": a small word may be the noun.
        goes_on = place < len(self.line.tokens) and self.line.tokens[place].before < Break.COMMA
        return place + 1 if goes_on and place in self.line.nouns else place

    def _is_cut_off(self, place: int) -> bool:
        """Whether what stands before a word ends the denial."""
        before = self.line.tokens[place].before
        if before >= Break.DASH or place in self.line.cues:
            return True
        if before is Break.SLASH:
            self.joined = True
        if before is Break.COMMA:
            item = self.line.items.get(place)
            self.joined = bool(self.family) and (
                (item is not None and item.family == self.family) or _is_or_list(self.line, place)
            )
            return not self.joined
        return False

    def _passes(self, place: int) -> bool:
        """Whether the denial goes on over a word that is no item."""
        marked = self.line.marked
        if marked("wish_or", place):
            self.joined, self.unread = True, 0
            return True
        if self.family and marked("wish_and", place):
            behind = next((one for at, one in sorted(self.line.items.items()) if place < at <= place + 2), None)
            self.joined = behind is not None and behind.family == self.family
            return self.joined
        if not self.family and marked("wish_softens", place):
            self.softened = True
            return True
        if marked("wish_ends", place) or (self.family and marked("wish_opens", place)):
            return False
        if place in self.line.movies:
            self.past_movie = True
            return True
        somebody = self.cue.key == "none" and place == self.cue.end and place in self.line.somebodies
        if not somebody and (place in self.line.small or marked("wish_opens", place)):
            return not self.unread
        if self.line.tokens[place].word.isdecimal():
            return False
        self.unread += 1
        return self.unread <= _MOST_MODIFIERS and (not self.family or self.joined)


def _is_or_list(line: _Line, place: int) -> bool:
    """Whether "or" comes before the list ends that goes on behind a comma: "no princesses, villains or dragons"."""
    for at in range(place, min(place + _LONGEST_LIST, len(line.tokens))):
        if line.tokens[at].before is Break.STOP or line.marked("wish_ends", at) or at in line.cues:
            return False
        if line.marked("wish_or", at):
            return True
    return False
