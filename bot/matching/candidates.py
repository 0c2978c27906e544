"""Find the movies that a run of words may mean, and what separates their titles from those words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

import numpy as np
from rapidfuzz.distance import OSA

from bot.language.english import english_words
from bot.matching.alignment import Difference, difference, letters_of
from bot.matching.columns import ARTICLE_BIT, MAIN_TITLE, SUBTITLE, TitleEntry
from bot.matching.message import Message, Window
from bot.matching.normalising import ARTICLES, SMALL_WORDS, condensed_hash, key_words
from bot.matching.titles import Layer, TitleIndex

_SHORTEST_OWNER: Final = 5
_MOST_SHARING: Final = 40
_MOST_NEAR: Final = 12
_USUAL_SLIPS: Final = 2
# So many of the rarest words of a run are looked up: common ones cost time and tell little.
_MOST_TELLING: Final = 4
_FEW: Final = 4
# A name with so many words more or fewer is never what was meant.
_WORDS_APART: Final = 3
# Nor is one with such a share of other letters.
_LETTERS_APART: Final = 0.7
# So many runs of words of one message are searched for near spellings: a long one would cost many milliseconds.
_MOST_SEARCHES: Final = 5
# So many of the nearest names are held against the words around as well.
_WIDENED: Final = 2
# "The Interview" is hardly a slip for "Interview": what a typed article costs, by the telling words of the title.
_ARTICLE_TYPED: Final = (2.0, 2.0, 0.5)
_ARTICLE_TYPED_LONG: Final = 0.2
_ARTICLE_DROPPED: Final = 0.05


@dataclass(slots=True)
class Find:
    """A name in the index held against a run of words.

    `fit` is how well year, people and kind agree, `person` says that one of its people is named in full, `sure` how
    sure it is that differences are slips of the pen, and `weighed` why.
    """

    entry: TitleEntry
    typed: list[str]
    key: list[str]
    kind: int
    window: Window
    gap: Difference
    article: float
    fit: float = 0.0
    person: bool = False
    sure: float = 0.0
    weighed: dict[str, float] = field(default_factory=dict)

    @property
    def cost(self) -> float:
        """What separates the words from the name, in slips of the pen."""
        return self.gap.total + self.article

    @property
    def whole(self) -> bool:
        """Whether the name is a full title, not a part before or after a colon."""
        return self.kind not in (MAIN_TITLE, SUBTITLE)

    @property
    def telling_words(self) -> int:
        """How many words of the name tell it apart."""
        return sum(word not in SMALL_WORDS for word in self.key)

    @property
    def closeness(self) -> float:
        """1 for the very title, less the more of its letters differ."""
        return max(0.0, 1.0 - self.cost / max(3.0, letters_of(self.key)))


class Search:
    """Looks runs of words of one message up in one index."""

    def __init__(self, message: Message, index: TitleIndex, answering: tuple[int, ...] = ()) -> None:
        self.answering = answering
        self.message = message
        self.index = index
        self.known = message.known
        # Asked again and again of the same words while one message is read.
        self.odd_letters = cache(index.odd_letters)
        self.nearer_word = cache(index.has_nearer_word)
        self.nearer_english = cache(english_words().has_neighbour)
        self._near: dict[tuple[int, int], list[Find]] = {}

    def exact(self) -> dict[tuple[int, int], list[Find]]:
        """Return for each run of words the names that are exactly those words, numbers and articles aside."""
        places: list[tuple[int, int]] = []
        keys: list[list[str]] = []
        hashes: list[int] = []
        for place, window in self.message.windows.items():
            for words in self._as_typed(window):
                key = key_words(words)
                places.append(place)
                keys.append(key)
                hashes.append(condensed_hash("".join(key)))
        asked = np.array(hashes, np.uint64)
        found: dict[tuple[int, int], list[Find]] = {}
        for layer in self.index.layers:
            for place, key, names in zip(places, keys, layer.exact(asked), strict=True):
                for name in names[:_MOST_SHARING]:
                    found.setdefault(place, []).append(self._find(self.message.windows[place], key, layer, name))
        return found

    def _as_typed(self, window: Window) -> list[list[str]]:
        """Return the words of a run; also without the s of "Bambi's" or "bambis", and with "and" for a lone n."""
        words = self.message.words[window.start : window.end]
        last = self.message.tokens[window.end - 1]
        said = [words, [*words[:-1], last.owner]] if last.owner != last.word else [words]
        if last.owner == last.word and self._may_be_owner(last.word):
            said.append([*words[:-1], last.word[:-1]])
        if "n" in words[1:-1]:
            said.append([words[0], *("and" if word == "n" else word for word in words[1:-1]), words[-1]])
        return said

    @staticmethod
    def _may_be_owner(word: str) -> bool:
        """Tell whether a word may be a possessive without its sign: "bambis" is no English word, "cars" is one."""
        return len(word) >= _SHORTEST_OWNER and word.endswith("s") and not english_words().knows(word)

    def near(self, window: Window) -> list[Find]:
        """Return the names spelled like a run of words or sharing its words, nearest first; one for each movie."""
        place = (window.start, window.end)
        if place not in self._near:
            if len(self._near) >= _MOST_SEARCHES:
                return []
            self._near[place] = self._search(window)
        return self._near[place]

    def _search(self, window: Window) -> list[Find]:
        typed = key_words(self.message.words[window.start : window.end])
        condensed = "".join(typed)
        length = len(condensed)
        slips = 1 if length <= 5 else 2 if length <= 8 else 3 if length <= 12 else 4 if length <= 16 else 5
        nearest: dict[int, Find] = {}
        for layer in self.index.layers:
            close = layer.near_names(condensed, min(slips, _USUAL_SLIPS))
            if not close and slips > _USUAL_SLIPS:
                close = layer.near_names(condensed, slips)
            names = [name for name, _ in close][:_MOST_NEAR]
            if len(names) < _FEW:
                telling = sorted(set(typed), key=self.index.frequency)[:_MOST_TELLING]
                word_slips = [0 if len(word) < 4 else 1 if len(word) < 6 else 2 for word in telling]
                names += layer.sharing_words(telling, word_slips, _MOST_NEAR)
            for name in names:
                key = layer.columns.key(name)
                if abs(key.count(" ") + 1 - len(typed)) > _WORDS_APART:
                    continue
                if OSA.normalized_distance(condensed, key.replace(" ", "")) > _LETTERS_APART:
                    continue
                find = self._find(window, typed, layer, name)
                known = nearest.get(find.entry.movie_id)
                if known is None or (find.cost, find.kind) < (known.cost, known.kind):
                    nearest[find.entry.movie_id] = find
        finds = sorted(nearest.values(), key=lambda find: (find.cost, -find.entry.popularity))
        return [self._widened(find) for find in finds[:_WIDENED]] + finds[_WIDENED:]

    def _widened(self, find: Find) -> Find:
        """Return the find over more words when those it misses stand beside it: "how to | train you dragon"."""
        if not find.gap.missing:
            return find
        words = self.message.words
        start, end = find.window.start, find.window.end
        before = next((n for n in (3, 2, 1) if n <= start and words[start - n : start] == find.key[:n]), 0)
        after = next((n for n in (3, 2, 1) if words[end : end + n] == find.key[-n:]), 0)
        window = self.message.windows.get((start - before, end + after))
        if window is None or not before + after:
            return find
        typed = key_words(words[window.start : window.end])
        gap = difference(typed, find.key, self.known)
        return replace(find, window=window, typed=typed, gap=gap) if gap.total < find.gap.total else find

    def _find(self, window: Window, typed: list[str], layer: Layer, name: int) -> Find:
        columns = layer.columns
        key = columns.key(name).split()
        kind = int(columns.name_kind[name])
        gap = difference(typed, key, self.known)
        entry = columns.entry(int(columns.name_movie[name]))
        return Find(entry, typed, key, kind & 3, window, gap, self._article(window, key, bool(kind & ARTICLE_BIT)))

    def _article(self, window: Window, key: list[str], has_article: bool) -> float:
        words = self.message.words
        typed = window.end - window.start > 1 and words[window.start] in ARTICLES
        typed = typed or (window.start > 0 and words[window.start - 1] in ARTICLES)
        if typed == has_article:
            return 0.0
        if has_article:
            return _ARTICLE_DROPPED
        telling = sum(word not in SMALL_WORDS for word in key)
        return _ARTICLE_TYPED[telling] if telling < len(_ARTICLE_TYPED) else _ARTICLE_TYPED_LONG
