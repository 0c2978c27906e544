"""Decide which movies a message names, how surely, and why; or that it names one nobody knows, or none."""

from __future__ import annotations

from typing import Final

from bot.matching.candidates import Find, Search
from bot.matching.evidence import Context, named_people, read_context, year_of
from bot.matching.extent import Message, Window, number_follows, read_message
from bot.matching.grading import NO_DOUBT, candidate, judge
from bot.matching.mention import Candidate, Grade, Mention, Recognition, ScorePart, Span
from bot.matching.normalising import ARTICLES, word_set
from bot.matching.titles import TitleIndex
from bot.matching.wording import question_wording

__all__ = ["Candidate", "Grade", "Mention", "Recognition", "ScorePart", "Span", "recognise"]

MOST_CANDIDATES: Final = 8
_MOST_MENTIONS: Final = 4
# A title stands out from plain wording by at least so much (natural logarithm of the odds); a further one by more.
_STANDING: Final = 0.0
_STANDING_FURTHER: Final = 8.0
_STANDING_UNKNOWN: Final = -0.5
# What a known title adds to how much a run of words reads like a title, and what each slip takes away.
_MATCH_BONUS: Final = 3.0
_WORD_BONUS: Final = 1.0
_EXACT_BONUS: Final = 3.5
_EXACT_WORD_BONUS: Final = 2.0
_SHORT_WORD_MALUS: Final = 3.0
_YEAR_BONUS: Final = 3.0
_PART_MALUS: Final = 1.0
_SLIP_PRICE: Final = 1.2
_BONUS_WORDS: Final = 6
_PERSON_BONUS: Final = 8.0
_PERSON_REACH: Final = 6.0
_NAMING: Final = word_set(
    "with starring stars star by one featuring from actor actress directed director version played plays"
)
# Windows searched for near spellings, best first, and how far behind the best they may be.
_WINDOWS_SEARCHED: Final = 3
_FURTHEST_BEHIND: Final = 4.0
_LONGEST_SEARCHED: Final = 9
_LEAST_SEARCHED: Final = 0.0

# Words that lead into a title far oftener than they begin one.
_LEAD_IN: Final = word_set("for to in about is on with at of from has hows and see watch the")
_LEAD_IN_DOUBT: Final = 2.0
_NAMES_MOVIE: Final = word_set("movie film flick picture cartoon called titled named show one musical remake sequel")
_BEGUN_EARLIER: Final = 2.4

_GOING_ON: Final = word_set("and with of")

# What a title that goes on loses against the longer run of words, which is looked up from so many words on.
_GOING_ON_MALUS: Final = 7.0
_LEAST_GOING_ON: Final = 3

# Two titles, one on each side of these.
_JOINING: Final = word_set("or vs versus and")
_COMPARING: Final = word_set("compare comparing both between versus")
_PAIR_BONUS: Final = 8.0
_LEAST_PAIRED: Final = -2.0

_Places = frozenset[tuple[int, int]]
_Option = tuple[float, Window, list[Find]]


def recognise(text: str, index: TitleIndex, *, answering: tuple[int, ...] = ()) -> Recognition:
    """Return the movies that a message names.

    `answering` are the movies just offered in a question: among movies that fit the words equally they come first.
    """
    message = read_message(text, index)
    if not message.tokens:
        return Recognition()
    search = Search(message, index, answering)
    exact = search.exact()
    paired = _paired(message, exact)
    mentions: list[Mention] = []
    unknown: list[Span] = []
    taken: set[int] = set()
    for _ in range(_MOST_MENTIONS):
        option = _best_option(search, exact, taken, paired)
        if option is None:
            break
        _, window, finds = option
        if finds and finds[0].window is not window:
            window = finds[0].window
        mention, words = _mention(search, window, finds, taken, paired)
        if mention is not None:
            mentions.append(mention)
        elif window.gain >= _STANDING_UNKNOWN:
            unknown.append(_span(message, window.start, window.end))
        taken.update(range(window.start, window.end), words)
    mentions.sort(key=lambda mention: mention.span.start)
    return Recognition(tuple(mentions), tuple(sorted(unknown, key=lambda span: span.start)))


def _span(message: Message, start: int, end: int) -> Span:
    return Span(message.tokens[start].start, message.tokens[end - 1].end)


def _bonus(find: Find) -> float:
    words = min(len(find.key), _BONUS_WORDS)
    if find.gap.total == 0.0:
        bonus = _EXACT_BONUS + _EXACT_WORD_BONUS * words - find.article
    else:
        bonus = _MATCH_BONUS + _WORD_BONUS * words - _SLIP_PRICE * find.cost
    if len(find.key) == 1 and len(find.key[0]) <= 5 and not (find.key[0].isdecimal() and len(find.key[0]) > 2):
        bonus -= _SHORT_WORD_MALUS
    return bonus if find.whole else bonus - _PART_MALUS


def _paired(message: Message, exact: dict[tuple[int, int], list[Find]]) -> _Places:
    """Return the runs of words that are titles on both sides of an "or": two movies in one question."""
    whole = {
        place
        for place, finds in exact.items()
        if message.windows[place].gain > _LEAST_PAIRED and any(find.whole and not find.gap.total for find in finds)
    }
    paired: set[tuple[int, int]] = set()
    comparing = not _COMPARING.isdisjoint(message.words)
    for place, word in enumerate(message.words):
        if word not in _JOINING:
            continue
        left = [(start, end) for start, end in whole if end == place]
        right = [(start, end) for start, end in whole if start == place + 1]
        if word == "and" and not comparing:
            left, right = _long_ones(message, left), _long_ones(message, right)
        if left and right:
            paired |= {min(left), max(right)}
    return frozenset(paired)


def _long_ones(message: Message, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the runs of two or more words, articles aside: "The Serpent and the Rainbow" is not two titles."""
    return [(start, end) for start, end in places if end - start > 1 + (message.words[start] in ARTICLES)]


def _best_option(
    search: Search, exact: dict[tuple[int, int], list[Find]], taken: set[int], paired: _Places
) -> _Option | None:
    """Return the run of words that is most likely a title, with the names found for it."""
    message = search.message
    free = _free(message, taken)
    if not free:
        return None
    options: list[_Option] = [
        (
            window.gain
            + max(map(_bonus, finds))
            + _PAIR_BONUS * ((window.start, window.end) in paired)
            - _GOING_ON_MALUS * _goes_on(message, window),
            window,
            finds,
        )
        for window in free
        if (finds := exact.get((window.start, window.end)))
    ]
    _add_people(message, options)
    _add_years(message, options)
    best_known = max((option[0] for option in options), default=-99.0)
    going_on = {option[1].start for option in options if _goes_on(message, option[1])}
    ranked = sorted(free, key=lambda window: -window.gain)[:_WINDOWS_SEARCHED]
    needed = _STANDING_FURTHER if taken else _LEAST_SEARCHED
    for window in ranked:
        ceiling = window.gain + _MATCH_BONUS + _WORD_BONUS * min(window.end - window.start, _BONUS_WORDS)
        goes_on = window.start in going_on and window.end - window.start >= _LEAST_GOING_ON
        least = -_FURTHEST_BEHIND if goes_on else max(_LEAST_SEARCHED, ranked[0].gain - _FURTHEST_BEHIND)
        if window.gain < least or max(best_known, needed) >= ceiling:
            continue
        if window.end - window.start > _LONGEST_SEARCHED and not window.quoted:
            options.append((window.gain, window, []))
            continue
        finds = search.near(window)
        total = window.gain + max(0.0, max(map(_bonus, finds), default=0.0))
        options.append((total - _GOING_ON_MALUS * _goes_on(message, window), window, finds))
    best = max(options, key=lambda option: option[0], default=None)
    if best is None or best[0] < (_STANDING_FURTHER if taken else _STANDING if best[2] else _STANDING_UNKNOWN):
        return None
    return best


def _add_people(message: Message, options: list[_Option]) -> None:
    """Let the options whose people are named stand out: "Rage with Stella Stevens" is no title of its own."""
    if not _NAMING.intersection(message.words):
        return
    least = max((option[0] for option in options), default=0.0) - _PERSON_REACH
    for place, (total, window, finds) in enumerate(options):
        if total < least:
            continue
        spoken = [word for at, word in enumerate(message.words) if not window.start <= at < window.end]
        if any(sure == 1.0 for find in finds for _, sure in named_people(find.entry.people, spoken)):
            options[place] = (total + _PERSON_BONUS, window, finds)


def _add_years(message: Message, options: list[_Option]) -> None:
    """Let the options whose year is named stand out."""
    years = {year for word in message.words if (year := year_of(word))}
    if not years:
        return
    for place, (total, window, finds) in enumerate(options):
        own = {year_of(word) for word in message.words[window.start : window.end]}
        if any(find.entry.year in years - own for find in finds):
            options[place] = (total + _YEAR_BONUS, window, finds)


def _free(message: Message, taken: set[int]) -> list[Window]:
    if not taken:
        return list(message.windows.values())
    return [window for (start, end), window in message.windows.items() if not taken.intersection(range(start, end))]


def _begins_earlier(message: Message, window: Window, context: Context) -> bool:
    """Tell whether an article a few words before begins the title: "the old guard" is not "The Guard"."""
    for place in range(window.start - 1, max(-1, window.start - 4), -1):
        word = message.words[place]
        if word in ARTICLES:
            return place < window.start - 1
        if word in _LEAD_IN or word in _NAMES_MOVIE or place in context.words:
            return False
    return False


def _goes_on(message: Message, window: Window) -> bool:
    """Tell whether "and" or "with the" and an uncommon word follow: "Interview with the Vampire" is not "Interview"."""
    words = message.words[window.end : window.end + 3]
    if len(words) > 1 and words[0] in _GOING_ON and words[1] in ARTICLES:
        del words[1]
    if len(words) < 2 or words[0] not in _GOING_ON:
        return False
    return not question_wording().knows(words[1]) or (words[:2] == ["and", "i"] and len(words) == 2)


def _doubt(message: Message, window: Window, context: Context, taken: set[int], paired: _Places) -> float:
    """Return by how much the best larger run of words reads more like the title as typed."""
    if (window.start, window.end) in paired:
        return NO_DOUBT
    if _begins_earlier(message, window, context) or _goes_on(message, window):
        return _BEGUN_EARLIER
    if number_follows(message.words, window.end) and window.end not in context.words:
        return _BEGUN_EARLIER
    doubt = NO_DOUBT + 1.0
    for (start, end), other in message.windows.items():
        if start <= window.start and end >= window.end and other is not window and other.gain - window.gain > doubt:
            added = {place for place in range(start, end) if not window.start <= place < window.end}
            if added <= context.words or added & taken:
                continue
            lead_in = end == window.end and all(message.words[place] in _LEAD_IN for place in added)
            doubt = max(doubt, other.gain - window.gain - (_LEAD_IN_DOUBT if lead_in else 0.0))
    return doubt


def _mention(
    search: Search, window: Window, finds: list[Find], taken: set[int], paired: _Places
) -> tuple[Mention | None, frozenset[int]]:
    if not finds:
        return None, frozenset()
    message = search.message
    context = read_context(message.tokens, window.start, window.end)
    spoken = [word for place, word in enumerate(message.words) if not window.start <= place < window.end]
    verdict = judge(search, finds, context, spoken, _doubt(message, window, context, taken, paired))
    if verdict.grade is None:
        return None, frozenset()
    first = window.start
    if first and message.words[first - 1] in ARTICLES and message.words[first] not in ARTICLES:
        first -= verdict.finds[0].article == 0.0
    span = _span(message, first, window.end)
    candidates = tuple(candidate(find, span, verdict.doubts) for find in verdict.finds[:MOST_CANDIDATES])
    evidence = tuple(_span(message, place, place + 1) for place in sorted(context.words))
    text = message.text[span.start : span.end]
    return Mention(span, text, verdict.grade, candidates, evidence), context.words
