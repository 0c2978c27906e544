"""Where in a message a title stands: the words that ordinary question wording does not explain.

Every run of words is weighed: how likely ordinary wording leads into a title there, out of it, and would have used
those words itself. Quotation marks, capitals and punctuation count as well. Nothing here knows a movie, only how often
words stand in titles.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from rapidfuzz.distance import OSA

from bot.matching.normalising import Token, key_words, tokenise, word_set
from bot.matching.titles import TitleIndex
from bot.matching.wording import AGE, AGED, END, START, TITLE_HERE, WordingModel, question_wording

LONGEST_TITLE: Final = 12
LONGEST_MESSAGE: Final = 160
# Logarithms of how often a title has so many words, from general knowledge of film titles.
_LENGTHS: Final = (0.0, -1.7, -1.2, -1.4, -2.0, -2.6, -3.1, -3.7, -4.2, -4.6, -5.0, -5.4, -5.8)
_NAMES_IN_GENERAL: Final = 30_000
# So many titles with a word tell how common it is in titles, whatever the size of the library ("the", "night").
_COUNTED_OFTEN: Final = 3
# The least that a word counts inside a title; words of ordinary wording may count less.
_RAREST_TITLE_WORD: Final = -7.0
_RAREST_ORDINARY_WORD: Final = -9.0
_COMMONEST_TITLE_WORD: Final = -2.6
_QUOTED: Final = 9.0
_QUOTE_CROSSED: Final = -9.0
_CAPITALS: Final = 2.5
_CAPITAL_CUT: Final = -3.0
_STOP_INSIDE: Final = -4.0
_COMMA_INSIDE: Final = -1.0
_DASH_INSIDE: Final = -0.5
_STOP_BESIDE: Final = 0.7
_DASH_BESIDE: Final = 0.4
_CHILD_NAMED: Final = -9.0
# No title has "3yo" in it.
_AGE_INSIDE: Final = -9.0
_BEING: Final = word_set("is turned turns")
_NUMBER_CUT: Final = -4.0
# Titles hardly ever end or begin with these.
_BADLY_CUT: Final = -3.0
_NEVER_LAST: Final = word_set("and or but the a an of is are was can if my your than so because with n at from into")
_NEVER_FIRST: Final = word_set("and or but than so because ok okay")
# Where tickets or showings are spoken of, "at …" names a cinema.
_VENUE_INSIDE: Final = -7.0
_VENUE_WORDS: Final = word_set(
    "at theater theatre theaters theatres cinema cinemas theatre's amc imax tickets ticket showtimes"
)
_CINEMA: Final = word_set(
    "ticket tickets theater theatre theaters theatres cinema cinemas showtimes showtime showing showings playing "
    "schedule amc imax screening seats matinee drafthouse showtimes house times"
)
_SHORT_MESSAGE: Final = 3
_SEQUEL_NUMBERS: Final = frozenset(map(str, range(2, 14)))
# What is counted in years, hours or people, so that the number before it is no sequel's.
_COUNTED: Final = word_set(
    "year years yr yrs yo y month months mo old olds and or to pm am p a oclock ticket tickets people persons "
    "minutes minute hours hour seconds second days day weeks week kids boys girls of more adults children 30 00 "
    "15 45 000 half grade"
)

_QUOTES: Final = re.compile(
    r"[\"“”«»]([^\"“”«»]{1,90})[\"“”«»]|(?<!\w)['‘]([^'‘’]{2,90})['’](?!\w)|[*_]{1,2}([^*_\n]{1,90})[*_]{1,2}"
)


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words, tokens[start:end], with how much likelier it is a title than plain wording."""

    start: int
    end: int
    gain: float
    quoted: bool


@dataclass(frozen=True, slots=True)
class Message:
    """A message with its words and all windows worth a look, best first."""

    text: str
    tokens: list[Token]
    words: list[str]
    windows: dict[tuple[int, int], Window]


def read_message(text: str, index: TitleIndex) -> Message:
    """Split a message and weigh every run of its words."""
    tokens = tokenise(text)[:LONGEST_MESSAGE]
    model = question_wording()
    words = [_article(token.word, index, model) for token in tokens]
    cased = _speaks_of_case(tokens)
    return Message(text, tokens, words, _windows(text, tokens, words, model, index, cased))


def _article(word: str, index: TitleIndex, model: WordingModel) -> str:
    """Return "the" for a slip of it that is no word ("teh", "thee", "yhe"), else the word."""
    if not 2 <= len(word) <= 4 or word == "the" or OSA.distance(word, "the", score_cutoff=1) > 1:
        return word
    rare = index.frequency(word) * 2000 < max(index.names, _NAMES_IN_GENERAL)
    return "the" if rare and not model.knows(word) else word


def _speaks_of_case(tokens: list[Token]) -> bool:
    capitals = sum(token.capital for token in tokens)
    return 0 < capitals <= max(1, 0.7 * len(tokens))


def _title_words(words: list[str], index: TitleIndex, model: WordingModel) -> list[float]:
    # A small library says little about rare words in titles: there it is read as if it were part of a large one.
    names = max(index.names, _NAMES_IN_GENERAL) * 3.0
    shares = []
    for word in words:
        least = _RAREST_ORDINARY_WORD if model.knows(word) else _RAREST_TITLE_WORD
        count = index.frequency(word)
        share = math.log(count / (index.names * 3.0)) if count >= _COUNTED_OFTEN else math.log((count + 0.3) / names)
        shares.append(min(_COMMONEST_TITLE_WORD, max(least, share)))
    return shares


@dataclass(frozen=True, slots=True)
class _Breaks:
    """What punctuation says at each place between words: inside a title (summed up), beside one, and of sentences."""

    inside: list[float]
    beside: list[float]
    starts_sentence: list[bool]


def _breaks(text: str, tokens: list[Token], words: list[str]) -> _Breaks:
    count = len(words)
    inside = [0.0] * (count + 1)
    beside = [0.0] * (count + 1)
    starts_sentence = [True] + [False] * count
    for place in range(1, count):
        between = text[tokens[place - 1].end : tokens[place].start]
        if not between.strip() or (between == "," and words[place - 1].isdecimal() and words[place].isdecimal()):
            continue
        if any(mark in between for mark in ".?!;\n") and len(words[place - 1]) > 2:
            inside[place], beside[place] = _STOP_INSIDE, _STOP_BESIDE
            starts_sentence[place] = True
        elif any(mark in between for mark in ",()+"):
            inside[place], beside[place] = _COMMA_INSIDE, _STOP_BESIDE
        elif any(mark in between for mark in ":–—") or " -" in between:
            inside[place], beside[place] = _DASH_INSIDE, _DASH_BESIDE
    for place in range(1, count + 1):
        inside[place] += inside[place - 1]
    return _Breaks(inside, beside, starts_sentence)


def _windows(
    text: str, tokens: list[Token], words: list[str], model: WordingModel, index: TitleIndex, cased: bool
) -> dict[tuple[int, int], Window]:
    count = len(words)
    classes = [START, START, *map(model.class_of, words), END, END]
    plain = [0.0]
    for place in range(count + 1):
        plain.append(plain[-1] + model.log_after(classes[place], classes[place + 1], classes[place + 2]))
    plain.append(plain[-1])
    into = [model.log_after(classes[place], classes[place + 1], TITLE_HERE) for place in range(count)]
    # The word after next has lost its context to the title as well.
    beyond = [model.log_after(TITLE_HERE, classes[end + 2], classes[end + 3]) for end in range(count)] + [0.0]
    inside = [0.0]
    for share in _title_words(words, index, model):
        inside.append(inside[-1] + share)
    breaks = _breaks(text, tokens, words)
    edges = [
        (_BADLY_CUT if words[place] in _NEVER_FIRST else 0.0, _BADLY_CUT if words[place] in _NEVER_LAST else 0.0)
        for place in range(count)
    ]
    numbers = [_NUMBER_CUT if number_follows(words, end) else 0.0 for end in range(count + 1)]
    named = [_tells_age(classes[place + 3 : place + 5]) for place in range(count)]
    aged = [0, *accumulate(int(word_class == AGED) for word_class in classes[2 : count + 2])]
    quotes = _quoted(text, tokens)
    venue = not _CINEMA.isdisjoint(words)
    # Long talk seldom asks about a long title, and every run of words costs time.
    longest = LONGEST_TITLE if count <= 30 else 8 if count <= 60 else 6
    windows = {}
    for start in range(count):
        before = classes[start + 1]
        opening = into[start] - inside[start] - breaks.inside[start] + breaks.beside[start] + plain[start]
        opening += edges[start][0]
        for end in range(start + 1, min(count, start + longest) + 1):
            gain = opening + inside[end] + _LENGTHS[end - start] + breaks.inside[end - 1] + breaks.beside[end]
            gain += model.log_after(before, TITLE_HERE, classes[end + 2]) + beyond[end] - plain[end + 2]
            gain += edges[end - 1][1] + numbers[end]
            if venue and not _VENUE_WORDS.isdisjoint(words[start + 1 : end]):
                gain += _VENUE_INSIDE
            quoted = False
            if aged[end] > aged[start]:
                gain += _AGE_INSIDE
            if end == start + 1 and named[start]:
                gain += _CHILD_NAMED
            if quotes:
                quoted, change = _quotes(quotes, start, end)
                gain += change
            if cased:
                gain += _capitals(tokens, breaks.starts_sentence, start, end)
            windows[start, end] = Window(start, end, gain, quoted)
    return windows


def _quotes(quotes: list[tuple[int, int]], start: int, end: int) -> tuple[bool, float]:
    if (start, end) in quotes:
        return True, _QUOTED
    crossed = sum(start < last and end > first for first, last in quotes)
    return False, _QUOTE_CROSSED * crossed


def _tells_age(following: list[str]) -> bool:
    """Tell whether what follows says how old somebody is: "Lily is 4" speaks of a child."""
    return len(following) == 2 and following[0] in _BEING and following[1] in (AGE, AGED)


def number_follows(words: list[str], end: int) -> bool:
    """Tell whether the word at `end` is a number that belongs to the title before it, not to a child or a clock."""
    if end >= len(words) or key_words(["", words[end]])[1] not in _SEQUEL_NUMBERS or words[end] == "one":
        return False
    return end + 1 == len(words) or words[end + 1] not in _COUNTED


def _capitals(tokens: list[Token], starts_sentence: list[bool], start: int, end: int) -> float:
    # A number has no capital: "Toy Story 3" ends as "Toy Story" does.
    last = end - 2 if end - start > 1 and tokens[end - 1].word.isdecimal() else end - 1
    if not (tokens[start].capital and tokens[last].capital):
        return -1.0 if any(token.capital for token in tokens[start:end]) else 0.0
    if starts_sentence[start] and end == start + 1:
        return 0.0
    change = 0.0 if starts_sentence[start] else _CAPITALS
    if end < len(tokens) and tokens[end].capital and len(tokens[end].word) > 1 and not starts_sentence[end]:
        change += _CAPITAL_CUT
    if start and tokens[start - 1].capital and tokens[start - 1].word != "i" and not starts_sentence[start - 1]:
        change += _CAPITAL_CUT
    return change


def _quoted(text: str, tokens: list[Token]) -> list[tuple[int, int]]:
    found = []
    for match in _QUOTES.finditer(text):
        inside = [
            place for place, token in enumerate(tokens) if token.start >= match.start() and token.start < match.end()
        ]
        # A message in quotation marks quotes no title.
        if inside and (len(inside) < len(tokens) or len(tokens) <= _SHORT_MESSAGE):
            found.append((inside[0], inside[-1] + 1))
    return found
