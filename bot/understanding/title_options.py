"""The movies that runs of words may mean, each with everything that speaks for and against it, as named numbers.

What the index finds (an exact name, a near spelling, words missing) and what the tagger thinks of the words and of
those around stand side by side here; bot.understanding.title_choice weighs them. FEATURES is the one list of what is
weighed, for the decision, its training and `explain`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.language.english import english_words
from bot.language.words import Break, Token, words_of
from bot.matching.candidates import Find, Search
from bot.matching.columns import OTHER_TITLE
from bot.matching.evidence import Context, named_people, read_context, year_of
from bot.matching.message import Window
from bot.matching.normalising import key_words
from bot.matching.sureness import evidence
from bot.understanding.features import Vocabulary, among, number_kind, word_hash
from bot.understanding.tagger import AGE, ASIDE, IN_ASIDE, IN_TITLE, LEAST_ODDS, NEWER, OLDER, TITLE, Tagging

FEATURES: Final = (
    "title odds", "larger odds", "smaller odds", "crossing odds", "mean share", "least share", "share before",
    "share behind", "goes on behind", "exact", "cost", "slip odds", "closeness", "letters", "missing words",
    "extra words", "missing", "extra", "number differs", "article", "whole", "words", "length", "telling words",
    "rare words", "own words", "everyday", "break before", "break behind", "quoted", "capital", "all capitals",
    "cased", "capital behind", "capital before", "number behind", "age behind", "own word before", "own word behind",
    "year", "person", "kind", "newer", "older", "recent", "same words", "popularity", "message words", "at begin",
    "at end", "margin", "rarity", "elsewhere odds", "asks about a movie", "talk",
)  # fmt: skip
_SEARCHED: Final = 4
"""Runs of words of one message that are searched for near spellings."""
_MOST_DESCRIBED: Final = 32
"""Options of one message that are weighed, those whose words read most like a title first."""
_LEAST_SEARCHED: Final = -3.0
RECENT_YEARS: Final = 2
""""The new …" may be a movie of this year or of so many years before."""
_ERA_REACH: Final = 4
"""Words between a title and "the new", at most."""
_SURELY_MEANT: Final = 8.0
"""The odds of a slip for words that are the very name."""


@dataclass(slots=True)
class TitleOption:
    """A movie that a run of words may mean; `odds` (natural logarithm) are filled in by the decision."""

    find: Find
    context: Context
    values: NDArray[np.float32]
    odds: float = 0.0

    @property
    def reasons(self) -> dict[str, float]:
        """What was weighed, by name; what is zero is left out."""
        return {name: float(value) for name, value in zip(FEATURES, self.values, strict=True) if value}

    @property
    def window(self) -> Window:
        """The words it was found for."""
        return self.find.window


KIND_FEATURES: Final = 2
"""The last features of FEATURES: those of the whole message."""


class _Reading:
    """What is looked up again and again while one message's options are described."""

    def __init__(
        self, search: Search, tagging: Tagging, vocabulary: Vocabulary, this_year: int, kinds: tuple[float, float]
    ) -> None:
        self.search, self.tagging, self.this_year, self.kinds = search, tagging, this_year, kinds
        self.tokens: Sequence[Token] = search.message.tokens
        self.words = search.message.words
        shares = tagging.shares
        self.title = shares[:, [TITLE, IN_TITLE, ASIDE, IN_ASIDE]].sum(axis=1)
        self.inside = shares[:, [IN_TITLE, IN_ASIDE]].sum(axis=1)
        self.age = tagging.odds(AGE)
        self.newer = shares[:, NEWER]
        self.older = shares[:, OLDER]
        count = len(self.words)
        hashes = np.fromiter((word_hash(word) for word in self.words), np.uint32, count)
        self.own = vocabulary.has(hashes)
        self.frequent = among(english_words().frequent, hashes)
        self.cased = 0 < sum(token.capital for token in self.tokens) <= max(1, 0.7 * count)
        every = list(search.message.windows.values())
        self.starts = np.array([one.start for one in every], int)
        self.ends = np.array([one.end for one in every], int)
        self.odds = np.array([one.odds for one in every], float)
        layers = search.index.layers
        self.names = any(len(word) > 3 and layer.names_person(word) for word in set(self.words) for layer in layers)
        self.contexts: dict[tuple[int, int], Context] = {}

    def around(self, window: Window) -> tuple[float, float, float, float]:
        """Return the odds of the likeliest run of words that is larger, smaller, crosses this one or stands apart."""
        start, end = window.start, window.end
        overlapping = (self.ends > start) & (self.starts < end) & ~((self.starts == start) & (self.ends == end))
        larger = overlapping & (self.starts <= start) & (self.ends >= end)
        smaller = overlapping & (self.starts >= start) & (self.ends <= end)
        return tuple(  # type: ignore[return-value]
            float(self.odds[which].max(initial=LEAST_ODDS))
            for which in (
                larger,
                smaller,
                overlapping & ~larger & ~smaller,
                (self.ends <= start) | (self.starts >= end),
            )
        )

    def person(self, find: Find) -> float:
        """Return how surely one of a movie's people is named beside its title: 1 for a full name, 0 for nobody."""
        if not self.names:
            return 0.0
        start, end = find.window.start, find.window.end
        spoken = [word for place, word in enumerate(self.words) if not start <= place < end]
        return max((sure for _, sure in named_people(find.entry.people, spoken)), default=0.0)

    def context(self, window: Window) -> Context:
        """Return what is said beside these words: a year, a version."""
        place = (window.start, window.end)
        if place not in self.contexts:
            self.contexts[place] = read_context(self.tokens, window.start, window.end)
        return self.contexts[place]


def title_options(
    search: Search, tagging: Tagging, vocabulary: Vocabulary, this_year: int, kinds: tuple[float, float]
) -> list[TitleOption]:
    """Return all movies that the message's words may mean, described; their odds are still to be weighed.

    `kinds`: how likely the message asks about a movie by name, and how likely it asks nothing (asked_and_talk).
    """
    reading = _Reading(search, tagging, vocabulary, this_year, kinds)
    windows = search.message.windows
    found = [find for finds in search.exact().values() for find in finds]
    found += _namesakes(found, search)
    exact_places = {(find.window.start, find.window.end) for find in found}
    ranked = sorted(windows.values(), key=lambda window: -window.odds)
    wanted = [window for window in ranked if window.odds > _LEAST_SEARCHED or window.quoted][:_SEARCHED]
    for window in wanted:
        known = {find.entry.movie_id for find in found if find.window is window}
        if (window.start, window.end) not in exact_places:
            found += [find for find in search.near(window) if find.entry.movie_id not in known]
    unique: dict[tuple[int, int, int], Find] = {}
    for find in found:
        place = (find.entry.movie_id, find.window.start, find.window.end)
        if place not in unique or (find.cost, find.kind) < (unique[place].cost, unique[place].kind):
            unique[place] = find
    every = sorted(unique.values(), key=lambda find: -find.window.odds)[:_MOST_DESCRIBED]
    return [_described(find, every, reading) for find in every]


def _namesakes(found: Sequence[Find], search: Search) -> list[Find]:
    """Return what one movie's other title finds for the movies that have the same title as that one.

    "Beauty and Beast" is a name of one of two movies called Beauty and the Beast; it means the other as well. A name
    with words of its own ("Mean Girls 2004") tells them apart.
    """
    more = []
    for find in found:
        own = key_words(words_of(find.entry.title))
        if find.kind == OTHER_TITLE and set(own).issuperset(find.key):
            same = [entry for entry in search.index.titled(own) if entry.title == find.entry.title]
            more += [replace(find, entry=entry) for entry in same if entry.movie_id != find.entry.movie_id]
    return more


def _described(find: Find, every: Sequence[Find], reading: _Reading) -> TitleOption:
    window, tokens = find.window, reading.tokens
    start, end, count = window.start, window.end, len(tokens)
    context = reading.context(window)
    larger, smaller, crossing, elsewhere = reading.around(window)
    rivals = [other for other in every if other.window is window and "".join(other.key) != "".join(find.key)]
    margin = min(5.0, min((other.cost for other in rivals), default=99.0) - find.cost)
    same = len({other.entry.movie_id for other in every if other.window is window and other.key == find.key})
    year, kind = _fits(find, context)
    person = reading.person(find)
    find.person = person == 1.0
    find.fit = 3.0 * person + year + kind
    rank = reading.search.index.popularity_rank(find.entry.popularity)
    exact = find.gap.total == 0.0
    number_behind = end < count and number_kind(reading.words[end]) in (1, 2) and tokens[end].before <= Break.HYPHEN
    near_words = range(max(0, start - _ERA_REACH), min(count, end + _ERA_REACH))
    around = [place for place in near_words if not start <= place < end]
    shares = reading.title[start:end]
    values = (
        window.odds, larger, smaller, crossing, float(shares.mean()), float(shares.min()),
        float(reading.title[start - 1]) if start else 0.0, float(reading.title[end]) if end < count else 0.0,
        float(reading.inside[end]) if end < count else 0.0,
        exact, find.cost, _SURELY_MEANT if exact else slip_odds(find, margin, rank, reading.search), find.closeness,
        find.gap.letters, find.gap.missing_words, find.gap.extra_words, find.gap.missing, find.gap.extra,
        find.gap.number_differs, find.article, find.whole, len(find.key), sum(map(len, find.key)), find.telling_words,
        sum(not frequent for frequent in reading.frequent[start:end]), int(reading.own[start:end].sum()),
        all(reading.frequent[start:end]), int(tokens[start].before),
        int(tokens[end].before) if end < count else int(Break.STOP), window.quoted,
        tokens[start].capital, all(token.capital for token in tokens[start:end]), reading.cased,
        end < count and tokens[end].capital and tokens[end].before <= Break.HYPHEN,
        start > 0 and tokens[start - 1].capital and tokens[start].before <= Break.HYPHEN,
        number_behind, reading.age[end] if number_behind else 0.0,
        start == 0 or bool(reading.own[start - 1]), end == count or bool(reading.own[end]),
        year, person, kind, max((float(reading.newer[place]) for place in around), default=0.0),
        max((float(reading.older[place]) for place in around), default=0.0),
        (find.entry.year or 0) >= reading.this_year - RECENT_YEARS, same, rank, min(count, 40), start == 0,
        end == count, margin, _rarity(find, reading.search), elsewhere, *reading.kinds,
    )  # fmt: skip
    return TitleOption(find, context, np.array(values, np.float32))


def slip_odds(find: Find, margin: float, popularity_rank: float, search: Search) -> float:
    """Return how sure it is that what differs are slips of the pen (natural logarithm of the odds)."""
    find.weighed = evidence(
        find.typed,
        find.key,
        find.gap,
        article=find.article,
        fit=find.fit,
        margin=margin,
        popularity_rank=popularity_rank,
        known=search.known,
        odd_letters=search.odd_letters,
        nearer_word=search.nearer_word,
        nearer_english=search.nearer_english,
    )
    find.sure = sum(find.weighed.values())
    return find.sure


def _fits(find: Find, context: Context) -> tuple[float, float]:
    """Return how well the year and the kind that are named agree with a movie; 0 where none is named."""
    year = kind = 0.0
    entry = find.entry
    own = {year_of(word) for word in find.key}
    years = [named for named in context.years if named not in own]
    if years and entry.year:
        nearest = min(abs(named - entry.year) for named in years)
        year = 3.0 if nearest == 0 else 2.0 if nearest == 1 else -3.0 if context.year_beside else 0.0
    drawn = entry.is_animated
    if context.animated:
        kind += 2.0 if drawn else -1.0
    if context.live_action:
        kind += -1.0 if drawn else 1.0
    return year, kind


def _rarity(find: Find, search: Search) -> float:
    """Return how rare the rarest word of a name is among all names, as a negative logarithm."""
    names = max(search.index.names, 1_000)
    return max(float(np.log(names / (search.index.frequency(word) + 0.5))) for word in find.key)
