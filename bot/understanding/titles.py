"""Which movies a message names: the options weighed, the best that do not overlap kept, each with a grade and reasons.

What the words say by themselves comes from the tagger, what movies there are from the index; the decision weighs both
(bot.understanding.title_choice); its odds become grades in bot.understanding.title_grades.
The bounds were chosen on natural messages that the models were not trained on; README gives the figures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.language.english import english_words
from bot.language.lexicon import lexicon
from bot.language.words import Break, Token
from bot.matching.candidates import Search
from bot.matching.mention import Grade, Mention, Recognition, Span
from bot.matching.message import Message, Window
from bot.matching.normalising import ARTICLES, SMALL_WORDS, condensed_hash, key_words
from bot.matching.titles import TitleIndex
from bot.understanding.features import Vocabulary, word_hash
from bot.understanding.learned import Learned
from bot.understanding.tagger import ASIDE, IN_ASIDE, IN_TITLE, LEAST_ODDS, TITLE, Tagging
from bot.understanding.title_candidate import SAME_COST, candidate_of
from bot.understanding.title_choice import weigh
from bot.understanding.title_doubts import ROMAN, names_a_child, standing
from bot.understanding.title_grades import ANOTHER_YEAR, ANSWERED_FROM, LARGER_BY, Grader, Tie
from bot.understanding.title_options import FEATURES, TitleOption, title_options
from bot.understanding.title_rivals import beyond_parts, let_longer_win, next_parts, other_versions
from bot.understanding.title_spans import LONGEST_TITLE, title_windows
from bot.understanding.title_version import NEWER_ONE, NEWEST, OLDER_ONE, TOLD, new_before, version_asked

_ELSEWHERE: Final = FEATURES.index("elsewhere odds")
SMALL_OFFERED_FROM: Final = 0.4
"""Odds from which a title of small words in small letters ("it", "up") is spoken of at all: mostly it is no title."""
JOINED_FROM: Final = -3.5
"""Odds from which the very words of a title are one beside another title: "Shrek & Shrek 2"."""
OFFERED_FROM: Final = -1.6
"""Odds from which a movie is worth asking about."""
BESIDE_FROM: Final = -3.0
"""Odds from which a movie is offered beside a likelier one."""
PART_OFFERED_AT: Final = -0.5
"""Odds that the exact name of a series, or of a part of a title, is given at least where it reads like a title."""
NAMED_PERSON: Final = 2.0
"""What it adds to the odds of a title's very words that one of the movie's people is named in full beside them."""
_READS_LIKE_TITLE: Final = -1.0
ABSENT_ODDS: Final = 2.5
"""Odds at least that the very words of a known movie's title are meant as a title."""
UNKNOWN_FROM: Final = -4.5
"""Odds of the tagger from which words may be a title that nobody knows; the frame asks for more in most messages."""
MOST_CANDIDATES: Final = 8
_MOST_MENTIONS: Final = 6
_CLEAR_FIT: Final = 0.9
_SMALL_CLASSES: Final = frozenset({"person", "being", "may", "article", "pointing", "doing", "joining", "child"})
_SHORT: Final = 3


def known_word(index: TitleIndex, vocabulary: Vocabulary) -> Callable[[str], bool]:
    """Return a function, for one message, that tells whether a word is a word of everyday speech or of titles."""

    @cache
    def known(word: str) -> bool:
        hashed = np.array([word_hash(word)], np.uint32)
        return bool(vocabulary.has(hashed)[0]) or index.knows(word)

    return known


class _Message:
    """One message on its way from options to mentions."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        tagging: Tagging,
        index: TitleIndex,
        learned: Learned,
        this_year: int,
        kinds: tuple[float, float],
        told: frozenset[int],
    ) -> None:
        self.text, self.tokens, self.tagging = text, tokens, tagging
        self.words = [token.word for token in tokens]
        windows = title_windows(text, tokens, tagging)
        self.vocabulary = learned.vocabulary
        known = known_word(index, self.vocabulary)
        self.search = Search(Message(text, tokens, self.words, windows, known), index)
        self.options = title_options(self.search, tagging, learned.vocabulary, this_year, kinds)
        self.names = {option.window.start for option in self.options if self._names_a_child(option)}
        self.options = [option for option in self.options if not self.names.issuperset(option.window.places)]
        weigh(self.options, learned.forest)
        self.beyond = beyond_parts(self.tokens, self.options, index, learned.titles)
        self.told = told = told | self.beyond
        others = other_versions(self.tokens, self.options, learned.versions)
        self.following = next_parts(self.tokens, self.options, index, learned.titles)
        self.grader = Grader(
            text, tokens, tagging, learned.vocabulary, this_year, index.names, told, windows, others, self.following
        )
        for option in self.options:
            find = option.find
            if find.gap.total == 0.0:
                option.odds += standing(text, tokens, option.window) + NAMED_PERSON * find.person
                if not find.whole and option.window.odds > _READS_LIKE_TITLE:
                    option.odds = max(option.odds, PART_OFFERED_AT)
        self.absent = self._absent_titles(learned.titles)
        for option in self.options:
            if self._is_within_absent(option.window):
                option.odds = OFFERED_FROM if self._is_nearly(option) else min(option.odds, BESIDE_FROM)
        let_longer_win(self.options)
        self.options.sort(key=lambda option: -option.odds)

    def _names_a_child(self, option: TitleOption) -> bool:
        elsewhere = float(option.values[_ELSEWHERE])
        return names_a_child(self.tokens, self.tagging, option.window, elsewhere)

    def _absent_titles(self, known: NDArray[np.uint64]) -> set[tuple[int, int]]:
        """Return the runs of words that are the title of a movie which is known to be, but not here: "frozen river"."""
        here = {(option.window.start, option.window.end) for option in self.options if option.find.gap.total == 0.0}
        places = [
            place
            for place in self.search.message.windows
            if place not in here and self._may_be_absent(*place) and len(known)
        ]
        if not places:
            return set()
        keys = ["".join(key_words(self.words[start:end])) for start, end in places]
        hashes = np.array([condensed_hash(key) for key in keys], np.uint64)
        found = known[np.minimum(np.searchsorted(known, hashes), len(known) - 1)] == hashes
        return {place for place, is_known in zip(places, found.tolist(), strict=True) if is_known}

    def _may_be_absent(self, start: int, end: int) -> bool:
        """Tell whether words may name a movie by themselves: several, or one that reads like a title."""
        telling = [word for word in self.words[start:end] if word not in SMALL_WORDS]
        if len(telling) != 1:
            return len(telling) > 1
        return len(telling[0]) > _SHORT and self.search.message.windows[start, end].odds > _READS_LIKE_TITLE

    def _is_within_absent(self, window: Window) -> bool:
        return any(start <= window.start and window.end <= end for start, end in self.absent)

    def _is_nearly(self, option: TitleOption) -> bool:
        """Tell whether an absent title is, but for small words, also that of a movie here: "Romeo + Juliet"."""
        find, window = option.find, option.window
        same = (window.start, window.end) in self.absent and find.whole
        return same and SMALL_WORDS.issuperset(set(find.typed) ^ set(find.key))

    def mentions(self) -> tuple[list[Mention], set[int]]:
        """Return the mentions that stand out, best first, and the words that they take."""
        found: list[Mention] = []
        taken: set[int] = set()
        for option in self.options:
            if option.odds < OFFERED_FROM or len(found) == _MOST_MENTIONS:
                break
            places = set(option.window.places)
            if taken & places or self._is_small_talk(option):
                continue
            tie = self._tie(option)
            found.append(self._mention(tie))
            taken |= places | set(range(*self._as_typed(tie.best.window))) | set(tie.best.context.words)
        self._add_joined(found, taken)
        self._add_within(found, taken)
        return found, taken

    def _add_within(self, found: list[Mention], taken: set[int]) -> None:
        """Ask about a title that stands within words which read like one nobody knows: it is there after all."""
        for first, end in self._unknown_places(taken):
            inside = [
                option
                for option in self.options
                if first <= option.window.start
                and option.window.end <= end
                and option.find.gap.total <= SAME_COST
                and (option.find.telling_words > 1 or not self._is_everyday(option))
            ]
            if inside and not self._number_at(first, end) and (first, end) not in self.absent:
                tie = self._tie(inside[0])
                tie.best.odds = max(tie.best.odds, OFFERED_FROM)
                found.append(self._mention(tie))
                taken |= set(range(first, end))

    def _is_everyday(self, option: TitleOption) -> bool:
        return all(self._is_small(word) or english_words().is_frequent(word) for word in option.find.key)

    def _number_at(self, first: int, end: int) -> bool:
        return any(self.words[place].isdecimal() or self.words[place] in ROMAN for place in range(first, end))

    def _is_small_talk(self, option: TitleOption) -> bool:
        """Tell whether a title of small words alone is more likely a pronoun or the like: "is it ok", "home by 6"."""
        window = option.window
        if option.odds >= SMALL_OFFERED_FROM or window.quoted:
            return False
        capitals = any(token.capital for token in self.tokens[window.start : window.end])
        return not capitals and all(self._is_small(word) for word in option.find.key)

    def _is_small(self, word: str) -> bool:
        return len(word) < _SHORT or lexicon().class_of.get(word) in _SMALL_CLASSES

    def _add_joined(self, found: list[Mention], taken: set[int]) -> None:
        """Add the exact titles that an "or" or a comma joins to one that was found: "Shrek & Shrek 2"."""
        if not any(mention.grade is not Grade.WEAK for mention in found):
            return
        for option in self.options:
            places = set(option.window.places)
            exact = option.find.gap.total <= SAME_COST and option.find.whole
            if self._is_small_talk(option):
                continue
            if not exact or option.odds < JOINED_FROM or taken & places or len(found) == _MOST_MENTIONS:
                continue
            if self._is_joined(option.window, taken):
                tie = self._tie(option)
                tie.best.odds = max(tie.best.odds, ANSWERED_FROM)
                found.append(self._mention(tie))
                taken |= places

    def _is_joined(self, window: Window, taken: set[int]) -> bool:
        """Tell whether only an "or", an "and" or a comma stands between a run of words and a title found."""
        class_of = lexicon().class_of
        after, before = window.end, window.start - 1
        if after < len(self.words) and class_of.get(self.words[after]) == "joining":
            return bool(taken & {after + 1, after + 2})
        if before >= 0 and class_of.get(self.words[before]) == "joining":
            return bool(taken & {before - 1})
        parted = (Break.COMMA, Break.SLASH)
        if after < len(self.words) and after in taken and self.tokens[after].before in parted:
            return True
        return before >= 0 and before in taken and self.tokens[window.start].before in parted

    def unknown(self, taken: set[int]) -> list[tuple[Span, float, bool, float]]:
        """Return the words that read like titles nobody knows, as the fields of Recognition tell of them."""
        odds = self.tagging.span_odds(LONGEST_TITLE, aside=False)
        found = []
        for first, end in self._unknown_places(taken):
            known = (first, end) in self.absent
            own = max(float(odds[first, end - first - 1]), ABSENT_ODDS if known else LEAST_ODDS)
            reads = max(
                (one.odds for one in self.search.message.windows.values() if one.start <= first and end <= one.end),
                default=LEAST_ODDS,
            )
            found.append((Span(self.tokens[first].start, self.tokens[end - 1].end), own, known, reads))
        return found

    def _unknown_places(self, taken: set[int]) -> list[tuple[int, int]]:
        """Return the runs of words, none of them taken, that read like titles, likeliest first."""
        odds = self.tagging.span_odds(LONGEST_TITLE, aside=False)
        found: list[tuple[int, int]] = []
        gone = taken | self.names | {place for place, token in enumerate(self.tokens) if token.link}
        for start, end in sorted(self.absent, key=lambda place: place[0] - place[1]):
            if not gone & set(range(start, end)):
                gone |= set(range(start, end))
                found.append((start, end))
        order = np.argsort(-odds, axis=None)[: 2 * len(self.tokens)]
        for start, more in zip(*(part.tolist() for part in np.unravel_index(order, odds.shape)), strict=True):
            if odds[start, more] < UNKNOWN_FROM:
                break
            places = set(range(start, start + more + 1))
            if not more and self._is_childs_name(start):
                continue
            if not gone & places and not all(self._is_small(self.words[place]) for place in places):
                gone |= places
                found.append((start, start + more + 1))
        return found

    def _is_childs_name(self, place: int) -> bool:
        """Tell whether a word that no movie has is the name of a child whose age is told: "Jojo is ten"."""
        window = Window(place, place + 1, LEAST_ODDS, quoted=False)
        return names_a_child(self.tokens, self.tagging, window, LEAST_ODDS)

    def _tie(self, option: TitleOption) -> Tie:
        window = option.window
        key = "".join(option.find.key)
        tied = [
            other
            for other in self.options
            if "".join(other.find.key) == key
            and other.window.start < window.end
            and window.start < other.window.end
            and other.find.cost <= option.find.cost + SAME_COST + other.find.article
        ]
        version = version_asked(self.tokens, self.tagging, option.context, window.start, window.end)
        named = [other for other in tied if other.find.person]
        if named:  # "the tom holland spider man": whose name tells them apart is no sign of a newer one
            tied, version = named, None
        whole = [other for other in tied if other.find.whole]
        if whole and (version is None or len(whole) > 1):
            tied = whole
        if version == NEWEST and len(whole) > 1 and not new_before(self.tokens, window.start):
            version = NEWER_ONE
        years = [one.find.entry.year for one in tied if one.find.entry.year]
        if version not in (None, TOLD) and len(tied) > 1 and years:
            wanted = min(years) if version == OLDER_ONE else max(years)
            for one in tied:
                if one.find.fit > ANOTHER_YEAR:
                    one.find.fit += 2.0 * (one.find.entry.year == wanted)
        tied.sort(key=_order)
        each: dict[int, TitleOption] = {}
        for one in tied:
            each.setdefault(one.find.entry.movie_id, one)
        tied = list(each.values())
        alone = len(tied) == 1 or tied[0].find.fit > tied[1].find.fit + _CLEAR_FIT
        return Tie(tuple(tied), alone, version)

    def _mention(self, tie: Tie) -> Mention:
        best = tie.best
        grade, doubts = self.grader.grade(tie)
        first, end = self._as_typed(best.window) if grade is Grade.WEAK else (best.window.start, best.window.end)
        if first and self.words[first - 1] in ARTICLES and self.words[first] not in ARTICLES and not best.find.article:
            first -= 1
        span = Span(self.tokens[first].start, self.tokens[end - 1].end)
        own = {option.find.entry.movie_id for option in tie.options}
        beside: dict[int, TitleOption] = {}
        for other in self.options:
            overlaps = other.window.start < end and best.window.start < other.window.end
            if overlaps and other.odds >= BESIDE_FROM and other.find.entry.movie_id not in own:
                beside.setdefault(other.find.entry.movie_id, other)
        every = [*tie.options, *beside.values()][:MOST_CANDIDATES]
        shares = self.tagging.shares[best.window.start : end]
        aside = float(shares[:, [ASIDE, IN_ASIDE]].sum()) > float(shares[:, [TITLE, IN_TITLE]].sum())
        return Mention(
            span,
            self.text[span.start : span.end],
            grade,
            tuple(candidate_of(option, span, doubts) for option in every),
            tuple(Span(self.tokens[place].start, self.tokens[place].end) for place in sorted(best.context.words)),
            aside=aside,
            version=tie.version,
            odds=best.odds,
            span_odds=self._odds_of(first, end, best),
        )

    def _holds_another(self, larger: Window, window: Window) -> bool:
        """Tell whether a larger run of words holds another whole title beside this one: "Ponyo and Totoro"."""
        return any(
            option.find.gap.total <= SAME_COST
            and option.find.whole
            and larger.start <= option.window.start
            and option.window.end <= larger.end
            and (option.window.end <= window.start or option.window.start >= window.end)
            and option.odds >= JOINED_FROM
            for option in self.options
        )

    def _odds_of(self, first: int, end: int, option: TitleOption) -> float:
        window = self.search.message.windows.get((first, end))
        return max(option.window.odds, window.odds if window is not None else option.window.odds)

    def _as_typed(self, window: Window) -> tuple[int, int]:
        """Return the larger run of words that reads more like the title ("home alone 3"), else the window's own."""
        larger = [
            other
            for other in self.search.message.windows.values()
            if other.start <= window.start
            and other.end >= window.end
            and other.odds > window.odds + LARGER_BY
            and not self.told.issuperset(set(other.places) - set(window.places))
            and not self._holds_another(other, window)
        ]
        best = max(larger, key=lambda other: other.odds, default=window)
        return best.start, best.end


def recognise_titles(
    text: str,
    tokens: Sequence[Token],
    tagging: Tagging,
    index: TitleIndex,
    learned: Learned,
    this_year: int,
    kinds: tuple[float, float],
    told: frozenset[int],
) -> Recognition:
    """Return the movies that a message names, in text order, and the words that read like titles nobody knows.

    `kinds`: how likely the message asks about a movie by name, and how likely it asks nothing.
    `told` are the places of words that say something else for sure: a worry, an age with its unit.
    """
    if not tokens:
        return Recognition()
    message = _Message(text, tokens, tagging, index, learned, this_year, kinds, told)
    mentions, taken = message.mentions()
    unknown = sorted(message.unknown(taken), key=lambda one: one[0].start)
    mentions.sort(key=lambda mention: mention.span.start)
    return Recognition(
        tuple(mentions),
        tuple(one[0] for one in unknown),
        tuple(one[1] for one in unknown),
        tuple(one[2] for one in unknown),
        tuple(one[3] for one in unknown),
        message.beyond,
        message.following,
    )


def _order(option: TitleOption) -> tuple[float, float, float, float, int]:
    find = option.find
    return (-find.fit, find.article, -option.odds, -find.entry.popularity, -(find.entry.year or 0))
