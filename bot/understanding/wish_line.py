"""A message with everything in it that may be a wish: what was found where, and what is denied."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.language.lexicon import Words, lexicon
from bot.language.phrases import Match, best_of_each_place
from bot.language.words import Break, Token
from bot.understanding.concern_notes import NOTHING, ConcernNote
from bot.understanding.wish_numbers import says_number
from bot.understanding.wish_scope import Denial, Denied, Item, Symbols, places_of, read_denied

_TABLES: Final = (
    "wish_nothing", "wish_strict", "wish_unsearchable", "wish_rating_most", "wish_rating_under", "wish_rating",
    "wish_length", "wish_years", "wish_language", "wish_kind", "wish_genre", "wish_studio", "wish_topic",
)  # fmt: skip
"""In the order in which they win where their wordings are of one length at one place."""
_BESIDE: Final = ("wish_lead", "wish_people", "wish_some", "wish_sought")
_OPEN_TO_DENIAL: Final = frozenset({"wish_genre", "wish_studio", "wish_topic", "wish_rating", "wish_language"})
"""Tables whose rows hold no denying words of their own."""
_IN_CONTEXT: Final = frozenset({"old", "newest"})
"""Rows of [wish_kind] whose wordings end in what only shows that movies are meant."""
_MOST_SAID: Final = 1
"""Words between a denying word and what it denies that are said again with them: "without being preachy"."""
_LIGHT: Final = 3
"""Small words that may stand between what leads to a worry and the worry: "with a bit of magic"."""


@dataclass(frozen=True, slots=True)
class Found:
    """A wording of a table, in tokens[first:end]."""

    first: int
    end: int
    table: str
    key: str


@dataclass(frozen=True, slots=True)
class WishLine:
    """The words of one message and what was found in them."""

    words: Words
    skip: frozenset[int]
    """Places of titles and ages."""
    found: tuple[Found, ...]
    """The wordings of wishes, in order, none overlapping."""
    notes: tuple[ConcernNote, ...]
    """The worries by name, none inside a longer wording of a wish."""
    covered: tuple[ConcernNote, ...]
    """The worries by name that are part of a longer wording of a wish."""
    beside: Mapping[str, tuple[Match, ...]]
    """What the tables beside the wishes found (_BESIDE)."""
    small: frozenset[int]
    denied: Denied

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the message."""
        return self.words.tokens

    @property
    def symbols(self) -> Symbols:
        """What each token may stand for."""
        return self.words.symbols

    def denial(self, first: int) -> Denial | None:
        """How what begins there is denied; None: it is not."""
        return self.denied.items.get(first)

    def said(self, first: int, end: int, denial: Denial | None = None) -> str:
        """Return the words of some places, with the denying one in front."""
        places = [*range(first, end)]
        if denial is not None:
            begin = range(denial.first, denial.end if first - denial.end > _MOST_SAID else first)
            places = list(dict.fromkeys((*begin, *places)))
        return " ".join(self.tokens[place].word for place in places)

    def of(self, *tables: str) -> list[Found]:
        """Return what was found by these tables."""
        return [one for one in self.found if one.table in tables]

    def places(self, table: str) -> tuple[Match, ...]:
        """Return the wordings of a side table, none of them within a look-alike, a title or an age."""
        return self.beside[table]

    def leads(self, table: str, first: int) -> set[str]:
        """Return the rows of a side table that end before a place, with at most _LIGHT small words between."""
        return {
            match.key
            for match in self.places(table)
            if first - _LIGHT <= match.end <= first
            and self.small.issuperset(range(match.end, first))
            and all(self.tokens[place].before < Break.COMMA for place in range(match.end, first + 1))
        }

    def stands_alone(self, first: int, end: int) -> bool:
        """Whether a sentence or a part between commas is nothing else: "pirates, funny"."""
        behind = end == len(self.tokens) or self.tokens[end].before >= Break.COMMA or self.tokens[end].word == "but"
        return behind and self.tokens[first].before >= Break.COMMA

    def is_of_movies(self, end: int) -> bool:
        """Whether "movie" or such follows, at most two words of its kind between: "christmas family movie"."""
        kinds = {place for one in self.found for place in range(one.first, one.end)}
        for place in range(end, min(end + 3, len(self.tokens))):
            if self.tokens[place].before >= Break.COMMA:
                return False
            if "<movie>" in self.symbols[place] or self.tokens[place].word in ("one", "ones", "stuff"):
                return True
            if place not in self.small and place not in kinds:
                return False
        return False


def wish_line(words: Words, concerns: Sequence[ConcernNote], skip: Collection[int]) -> WishLine:
    """Find everything in a message that may be a wish, outside the places to skip."""
    skipped = frozenset(skip)
    symbols = words.symbols
    found = _found(words, skipped)
    notes = [note for note in concerns if note.kind == "concern" and skipped.isdisjoint(range(note.first, note.end))]
    covered = [note for note in notes if any(_is_longer(one, note) for one in found)]
    notes = [note for note in notes if note not in covered]
    found = [one for one in found if not any(_is_longer(note, one) for note in notes)]
    beside = {name: _beside(words.phrases[name], skipped) for name in _BESIDE}
    small = places_of("wish_small", symbols)
    items = [Item(one.first, one.end, one.table) for one in found if one.table != "wish_nothing"]
    items += [Item(note.first, note.end, "worry") for note in notes]
    closed = {place for one in found if one.table not in _OPEN_TO_DENIAL for place in range(one.first, one.end)}
    denied = read_denied(words, items, small, closed)
    return WishLine(words, skipped, tuple(found), tuple(notes), tuple(covered), beside, small, denied)


def _beside(matches: Sequence[Match], skip: frozenset[int]) -> tuple[Match, ...]:
    alike = {place for match in matches if match.key == NOTHING for place in range(match.first, match.end)}
    return tuple(
        match for match in matches if match.key != NOTHING and (skip | alike).isdisjoint(range(match.first, match.end))
    )


def _found(words: Words, skip: frozenset[int]) -> list[Found]:
    tokens, rows = words.tokens, lexicon().tree.rows
    matches: list[Match] = []
    others = {place for place, said in enumerate(words.symbols) if "<movie>" in said}
    for name in ("wish_studio", "wish_genre"):
        others |= {place for one in words.phrases[name] for place in range(one.first, one.end)}
    of_rank: dict[int, str] = {}
    for name in _TABLES:
        before = len(of_rank)
        of_rank |= {before + rank: name for rank in range(rows[name])}
        for match in words.phrases[name]:
            unbroken = all(token.before < Break.COMMA for token in tokens[match.first + 1 : match.end])
            if unbroken and skip.isdisjoint(range(match.first, match.end)) and says_number(name, tokens, match):
                end = _own_end(match, others) if match.key in _IN_CONTEXT else match.end
                matches.append(replace(match, end=end, rank=before + match.rank))
    return [Found(match.first, match.end, of_rank[match.rank], match.key) for match in best_of_each_place(matches)]


def _own_end(match: Match, others: Collection[int]) -> int:
    """Return where a wording ends without what is a wish of its own or the noun: "old" of "old Disney movies"."""
    end = match.end
    while end - 1 > match.first and end - 1 in others:
        end -= 1
    return end


def _is_longer(one: Found | ConcernNote, other: Found | ConcernNote) -> bool:
    """Whether the first overlaps and outdoes the second; a worry outdoes the same word as a subject ("sharks")."""
    overlaps = one.first < other.end and other.first < one.end
    more = (one.end - one.first) - (other.end - other.first)
    return overlaps and (more > 0 or (more == 0 and isinstance(other, Found) and other.table == "wish_topic"))
