"""How surely a movie is named: the odds of the options that tie for the same words become a grade and its doubts.

The bounds were chosen on natural messages that the models were not trained on; README gives the figures.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.language.words import Token, words_of
from bot.matching.mention import Grade
from bot.matching.message import Window
from bot.understanding.features import Vocabulary
from bot.understanding.tagger import LEAST_ODDS, Tagging
from bot.understanding.title_candidate import SAME_COST
from bot.understanding.title_doubts import goes_on, movie_behind, part_behind
from bot.understanding.title_options import RECENT_YEARS, TitleOption
from bot.understanding.title_version import NEWER_ONE, NEWEST, OLDER_ONE, TOLD, names_of_version, told_words

ANSWERED_FROM: Final = 1.4
"""Odds (natural logarithm) from which a movie is answered for: four to one."""
SURE_FROM: Final = 2.0
"""Odds from which a movie is answered although the words may go on."""
EXACT_ANSWERED_FROM: Final = 0.0
EXACT_A_TENFOLD: Final = 0.35
"""The bound for the very words of one single title: "do you mean X?" helps nobody who wrote X. Among ten times
as many titles words are a title by chance more often, and the bound rises by so much; it holds for a few hundred."""
_FEW_HUNDRED: Final = 500
TOLD_APART_FROM: Final = 2.0
TOLD_APART: Final = 2.0
"""How well year, people and kind must agree, and by how much the bounds then fall."""
ANOTHER_YEAR: Final = -2.0
"""How badly year, people and kind agree where another year is named than the movie's."""
ANOTHER_ARTICLE: Final = 2.0
"""What an article costs that a title of one telling word has not: The Interview is hardly Interview."""
SLIP_ANSWERED_FROM: Final = 0.0
"""The bound for a single title with what is surely a slip of the pen (SURE_SLIP)."""
SURE_SLIP: Final = 1.5
_ARTICLE_DROPPED: Final = 0.1
"""What a left out article costs at most."""
_STRONG_SLIP: Final = 4.0
LARGER_BY: Final = 1.0
"""By how many odds a larger run of words must read more like the title than the option's own, to count in its stead."""
_MAY_READ_ON: Final = -1.0
NO_NEWER: Final = "no movie so new is known"
"""The doubt of a title that is asked for as new when only older movies are known."""


@dataclass(frozen=True, slots=True)
class Tie:
    """The options that fit the same words equally well, best first."""

    options: tuple[TitleOption, ...]
    alone: bool
    version: str | None
    """Which version the message asks for: "newest" by a word such as new, "newer" or "older" by another sign (who is
    in it, live action); None when it names none."""

    @property
    def best(self) -> TitleOption:
        """The option that fits best."""
        return self.options[0]


@dataclass(frozen=True, slots=True)
class Grader:
    """Grades what one message names; `names` is how many titles there are, `this_year` the year now.

    `windows` are the runs of words that may be titles.
    """

    text: str
    tokens: Sequence[Token]
    tagging: Tagging
    vocabulary: Vocabulary
    this_year: int
    names: int
    told: frozenset[int]
    """The places of words that say something else: a worry, an age with its unit. No title goes on with them."""
    windows: Mapping[tuple[int, int], Window]
    others: frozenset[str]
    """The keys of titles of which another movie is told by who is in it."""
    next_parts: frozenset[int]
    """The places of numbers right behind a title that would be the next part of it."""

    def grade(self, tie: Tie) -> tuple[Grade, tuple[str, ...]]:
        """Return the grade of the best option of a tie, and what speaks against answering with it."""
        best = tie.best
        find = best.find
        another = self._another_meant(tie)
        if another is not None:
            return Grade.WEAK, (another,)
        if not tie.alone and not find.whole and find.gap.total == 0.0 and tie.version is None:
            return Grade.SHARED, ("several movies",)
        if best.odds < self._bound(tie):
            return Grade.WEAK, ("not sure enough",)
        if self._goes_on(best):
            return Grade.WEAK, ("the title as typed goes on",)
        if "".join(find.key) in self.others or (tie.alone and self._is_told_of_another(tie)):
            return Grade.WEAK, ("another version may be meant",)
        if tie.version == TOLD and find.fit < TOLD_APART_FROM:
            if len(tie.options) > 1:
                return Grade.SHARED, ("several movies",)
            if self._names_somebody_else(best):
                return Grade.WEAK, ("another version may be meant",)
        if not tie.alone:
            return (Grade.MEDIUM, ()) if self._as_it_stands(tie) else (Grade.SHARED, ("several movies",))
        strong = find.cost < SAME_COST or find.sure >= _STRONG_SLIP
        return (Grade.STRONG if strong else Grade.MEDIUM), ()

    def _another_meant(self, tie: Tie) -> str | None:
        """Return why the words mean another movie of this name than the best of a tie; None where nothing says so."""
        best = tie.best
        find = best.find
        newest = max((one.find.entry.year or 0) for one in tie.options)
        asks_new = tie.version == NEWEST or (tie.version == NEWER_ONE and len(tie.options) == 1)
        told = find.person or any(year == find.entry.year for year in best.context.years)
        if asks_new and newest < self.this_year - RECENT_YEARS and not told:
            return NO_NEWER
        if best.context.live_action != best.context.animated and find.fit < 0 and not told:
            return NO_NEWER
        if find.article >= ANOTHER_ARTICLE and find.fit <= 0.0 and not movie_behind(self.tokens, best.window.end):
            return "an article more"
        return "another year" if best.context.years and find.fit <= ANOTHER_YEAR else None

    def _is_told_of_another(self, tie: Tie) -> bool:
        """Tell whether a version is asked for by words that are names, and none of the movie's people has them."""
        if tie.version not in (NEWER_ONE, OLDER_ONE) or tie.best.find.fit >= TOLD_APART_FROM:
            return False
        names = names_of_version(self.tokens, self.tagging, tie.best.window.start, tie.best.window.end)
        people = {part for person in tie.best.find.entry.people for part in words_of(person)}
        return len(names) > 1 and people.isdisjoint(names)

    def _names_somebody_else(self, best: TitleOption) -> bool:
        """Tell whether a version is told by two words or more, none of them a name of one of the movie's people."""
        told = told_words(self.tokens, best.window.end)
        people = {part for person in best.find.entry.people for part in words_of(person)}
        return len(told) > 1 and people.isdisjoint(told)

    def _bound(self, tie: Tie) -> float:
        """Return the odds from which the best of a tie is answered for."""
        find = tie.best.find
        bound = ANSWERED_FROM
        if tie.alone and find.whole and find.article <= _ARTICLE_DROPPED:
            exact = find.gap.total <= SAME_COST
            bound = self._exact_bound() if exact else SLIP_ANSWERED_FROM if find.sure >= SURE_SLIP else ANSWERED_FROM
        return bound - TOLD_APART if find.fit >= TOLD_APART_FROM else bound

    def _goes_on(self, best: TitleOption) -> bool:
        """Tell whether the title as typed goes on with further words."""
        end = best.window.end
        if end not in self.told and (end in self.next_parts or part_behind(self.tokens, end)):
            return True
        if best.odds >= SURE_FROM or best.find.fit >= TOLD_APART_FROM:
            return False
        return self._reads_on(best) or goes_on(self.tokens, self.tagging, self.vocabulary, best.window)

    def _exact_bound(self) -> float:
        more = math.log10(max(self.names, _FEW_HUNDRED) / _FEW_HUNDRED)
        return min(ANSWERED_FROM, EXACT_ANSWERED_FROM + EXACT_A_TENFOLD * more)

    def _reads_on(self, option: TitleOption) -> bool:
        """Tell whether a larger run of words reads more like the title, or nearly so where the title is not so sure."""
        window = option.window
        larger = max(
            (
                other.odds
                for other in self.windows.values()
                if other.start <= window.start
                and window.end <= other.end
                and not self.told.issuperset(set(other.places) - set(window.places))
            ),
            default=LEAST_ODDS,
        )
        return larger > (max(0.0, option.window.odds + LARGER_BY) if option.odds >= ANSWERED_FROM else _MAY_READ_ON)

    def _as_it_stands(self, tie: Tie) -> bool:
        """Tell whether the first is typed with its own capitals and article, and only an article sets the rest apart.

        "is Interview ok" means Interview and not The Interview; at the begin of a sentence everything has a capital.
        """
        best = tie.best
        if best.find.article or not all(other.find.article for other in tie.options[1:]):
            return False
        start, end = self.tokens[best.window.start].start, self.tokens[best.window.end - 1].end
        before = self.text[:start].rstrip(" \"'“‘(*_")
        typed = self.text[start:end]
        inside = before[-1:] not in ("", ".", "!", "?", ":", "\n")
        return inside and typed == best.find.entry.title and not typed.islower()
