"""Decide which movies a message names, how surely, and why; or that it names one nobody knows, or none."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from bot.matching.alignment import Difference, difference, letters_of
from bot.matching.columns import MAIN_TITLE, OTHER_TITLE, SUBTITLE, TITLE
from bot.matching.evidence import Context, named_people, read_context
from bot.matching.extent import Message, Window, read_message
from bot.matching.normalising import ARTICLES, SMALL_WORDS, condensed_hash, key_words
from bot.matching.titles import Layer, TitleEntry, TitleIndex
from bot.matching.wording import question_wording

MOST_CANDIDATES: Final = 8
_MOST_MENTIONS: Final = 4


class Grade(enum.Enum):
    """How sure we are of a movie, and so what a guide should do."""

    STRONG = "strong"  # answer, naming the movie
    MEDIUM = "medium"  # answer, naming the movie, and offer the others
    SHARED = "shared"  # several movies fit the words equally: ask which
    WEAK = "weak"  # near titles only: ask "did you mean"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the original text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One named reason for a score; differences are counted in slips of the pen."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A movie that a mention may mean."""

    movie_id: int
    title: str
    year: int | None
    matched_title: str
    score: float
    span: Span
    parts: tuple[ScorePart, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a movie, with the movies they may mean, best first. `evidence` are further words about it."""

    span: Span
    text: str
    grade: Grade
    candidates: tuple[Candidate, ...]
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Recognition:
    """All movies a message names, in text order, and the spans that read like titles nobody knows."""

    mentions: tuple[Mention, ...] = ()
    unknown: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Find:
    layer: Layer
    name: int
    row: int
    kind: int
    key: list[str]
    window: Window
    gap: Difference
    article: float
    entry: TitleEntry
    closeness: float = 0.0
    context: float = 0.0
    cut: bool = False

    @property
    def cost(self) -> float:
        return self.gap.total + self.article


# A title stands out from plain wording by at least so much (natural logarithm of the odds); a further one by more.
_STANDING: Final = 0.0
_STANDING_FURTHER: Final = 8.0
_MATCH_BONUS: Final = 3.0
_WORD_BONUS: Final = 1.0
_EVERYDAY_MALUS: Final = 2.0
_SLIP_PRICE: Final = 1.2
# So much more like a title a larger run of words must read to throw doubt on a smaller one.
_WIDER: Final = 0.8
# Windows searched for near spellings, best first.
_WINDOWS_SEARCHED: Final = 3
_STRONG_SHARE: Final = 0.6
_WEAK_CLOSENESS: Final = 0.60
_MARGIN: Final = 0.8


def recognise(text: str, index: TitleIndex, *, answering: tuple[int, ...] = ()) -> Recognition:
    """Return the movies that a message names.

    `answering` are the movies just offered in a question, so that "the 2014 one" or "the second" is understood.
    """
    message = read_message(text, index)
    if not message.tokens:
        return Recognition()
    if answering:
        chosen = _chosen(message, index, answering)
        if chosen is not None:
            return Recognition((chosen,))
    exact = _exact_finds(message, index)
    mentions: list[tuple[int, Mention]] = []
    unknown: list[Span] = []
    taken: set[int] = set()
    for _ in range(_MOST_MENTIONS):
        found = _next(message, index, exact, taken)
        if found is None:
            break
        window, finds = found
        taken.update(range(window.start, window.end))
        if finds:
            mention, used = _mention(message, index, window, finds)
            taken |= used
            mentions.append((window.start, mention))
        else:
            unknown.append(_span(message, window.start, window.end))
    mentions.sort(key=lambda pair: pair[0])
    return Recognition(tuple(mention for _, mention in mentions), tuple(sorted(unknown, key=lambda span: span.start)))


def _span(message: Message, start: int, end: int) -> Span:
    return Span(message.tokens[start].start, message.tokens[end - 1].end)


def _known(message: Message, index: TitleIndex):  # type: ignore[no-untyped-def]
    model = question_wording()
    return lambda word: index.frequency(word) > 0 or model.knows(word)


def _find(message: Message, index: TitleIndex, window: Window, typed: list[str], layer: Layer, name: int) -> _Find:
    columns = layer.columns
    key = columns.key(name).split()
    kind = int(columns.name_kind[name])
    gap = difference(typed, key, _known(message, index))
    words = message.words
    said = words[window.start] in ARTICLES and window.end - window.start > 1
    said = said or (window.start > 0 and words[window.start - 1] in ARTICLES)
    article = 0.0
    if said and not kind & 4:
        telling = sum(word not in SMALL_WORDS for word in key)
        article = 2.0 if telling <= 1 else 0.5 if telling == 2 else 0.2
    elif kind & 4 and not said:
        article = 0.05
    row = int(columns.name_movie[name])
    return _Find(layer, name, row, kind & 3, key, window, gap, article, columns.entry(row))


def _exact_finds(message: Message, index: TitleIndex) -> dict[tuple[int, int], list[_Find]]:
    places, hashes, keys = [], [], []
    for (start, end), window in message.windows.items():
        if window.gain < -14.0:
            continue
        key = key_words(message.words[start:end])
        places.append((start, end))
        keys.append(key)
        hashes.append(condensed_hash("".join(key)))
    found: dict[tuple[int, int], list[_Find]] = {}
    asked = np.array(hashes, np.uint64)
    for layer in index.layers:
        for place, key, names in zip(places, keys, layer.exact(asked), strict=True):
            for name in names[:40]:
                found.setdefault(place, []).append(_find(message, index, message.windows[place], key, layer, name))
    return found


def _bonus(find: _Find) -> float:
    bonus = _MATCH_BONUS + _WORD_BONUS * min(len(find.key), 6) - _SLIP_PRICE * find.cost
    if len(find.key) == 1 and len(find.key[0]) <= 5:
        bonus -= _EVERYDAY_MALUS
    return bonus if find.kind in (TITLE, OTHER_TITLE) else bonus - 1.0


def _next(
    message: Message, index: TitleIndex, exact: dict[tuple[int, int], list[_Find]], taken: set[int]
) -> tuple[Window, list[_Find]] | None:
    free = [window for (start, end), window in message.windows.items() if not taken.intersection(range(start, end))]
    if not free:
        return None
    options: list[tuple[float, Window, list[_Find]]] = []
    for window in free:
        finds = exact.get((window.start, window.end))
        if finds:
            options.append((window.gain + max(map(_bonus, finds)), window, finds))
    options.sort(key=lambda option: -option[0])
    ranked = sorted(free, key=lambda window: -window.gain)[:_WINDOWS_SEARCHED]
    for window in ranked:
        ceiling = window.gain + _MATCH_BONUS + _WORD_BONUS * min(window.end - window.start, 6)
        if window.gain < max(-3.0, ranked[0].gain - 4.0) or (options and options[0][0] >= ceiling):
            continue
        finds = _near_finds(message, index, window)
        bonus = max(map(_bonus, finds), default=0.0)
        options.append((window.gain + max(0.0, bonus), window, finds))
    if not options:
        return None
    total, window, finds = max(options, key=lambda option: option[0])
    if total < (_STANDING_FURTHER if taken else _STANDING):
        return None
    wider = _wider(message, window, free)
    if finds and wider is not None:
        if 2 * (window.end - window.start) <= wider.end - wider.start:
            return wider, []
        finds = [replace(find, cut=True) for find in finds]
    return window, finds


def _wider(message: Message, window: Window, free: list[Window]) -> Window | None:
    """Return the larger run of words that reads more like the title as typed, if there is one."""
    beside = read_context(message.tokens, window.start, window.end).words
    around = [
        other
        for other in free
        if other.start <= window.start
        and other.end >= window.end
        and other.gain > window.gain + _WIDER
        and not beside.issuperset(
            place for place in range(other.start, other.end) if not window.start <= place < window.end
        )
    ]
    return max(around, key=lambda other: other.gain, default=None)


def _near_finds(message: Message, index: TitleIndex, window: Window) -> list[_Find]:
    typed = key_words(message.words[window.start : window.end])
    condensed = "".join(typed)
    slips = 1 if len(condensed) <= 5 else 2 if len(condensed) <= 8 else 3 if len(condensed) <= 12 else 4
    finds: dict[tuple[int, int], _Find] = {}
    for number, layer in enumerate(index.layers):
        names = [name for name, _ in layer.near_names(condensed, slips)][:16]
        if len(names) < 4:
            word_slips = [0 if len(word) < 4 else 1 if len(word) < 6 else 2 for word in typed]
            names += layer.sharing_words(typed, word_slips, 16)
        for name in names:
            find = _find(message, index, window, typed, layer, name)
            find.closeness = 1.0 - find.cost / max(3.0, letters_of(find.key))
            place = (number, find.row)
            if find.closeness >= _WEAK_CLOSENESS and (place not in finds or finds[place].cost > find.cost):
                finds[place] = find
    return sorted(finds.values(), key=lambda find: find.cost)


def _mention(
    message: Message, index: TitleIndex, window: Window, finds: list[_Find]
) -> tuple[Mention, set[int]]:
    context = read_context(message.tokens, window.start, window.end)
    spoken = [word for place, word in enumerate(message.words) if not window.start <= place < window.end]
    unique: dict[int, _Find] = {}
    for find in finds:
        find.closeness = 1.0 - find.cost / max(3.0, letters_of(find.key))
        kept = unique.get(find.entry.movie_id)
        if kept is None or (find.cost, find.kind) < (kept.cost, kept.kind):
            unique[find.entry.movie_id] = find
    finds = list(unique.values())
    for find in finds:
        find.context = _context_fit(find.entry, context, spoken)
    whole = [find for find in finds if find.kind in (TITLE, OTHER_TITLE)] or finds
    least = min(find.gap.total for find in whole)
    tied = [find for find in whole if find.gap.total <= least + 0.3 and "".join(find.key) == "".join(min(whole, key=lambda f: f.cost).key)]
    rest = [find for find in finds if find not in tied]
    rest.sort(key=lambda find: (find.cost - 0.3 * find.context, -find.entry.popularity))
    tied = _by_era(tied, context)
    tied.sort(key=lambda find: (-find.context, -find.entry.popularity, -(find.entry.year or 0)))
    best = tied[0]
    grade = _grade(best, tied, rest, context)
    ranked = [*tied, *rest][:MOST_CANDIDATES]
    evidence = tuple(_span(message, place, place + 1) for place in sorted(context.words))
    span = _span(message, window.start, window.end)
    candidates = tuple(_candidate(find, span) for find in ranked)
    return Mention(span, message.text[span.start : span.end], grade, candidates, evidence), set(context.words)


def _context_fit(entry: TitleEntry, context: Context, spoken: list[str]) -> float:
    fit = 0.0
    if context.years and entry.year:
        nearest = min(abs(year - entry.year) for year in context.years)
        fit += 3.0 if nearest == 0 else 2.0 if nearest == 1 else -3.0
    drawn = any("anim" in genre.casefold() for genre in entry.genres)
    if context.animated:
        fit += 2.0 if drawn else -1.0
    if context.live_action:
        fit += -1.0 if drawn else 1.0
    people = named_people(entry.people, spoken)
    if people:
        fit += 3.0 * max(sure for _, sure in people)
    return fit


def _by_era(tied: list[_Find], context: Context) -> list[_Find]:
    if len(tied) < 2 or not (context.newest or context.oldest):
        return tied
    dated = [find.entry.year for find in tied if find.entry.year]
    if dated:
        wanted = max(dated) if context.newest else min(dated)
        for find in tied:
            if find.entry.year == wanted:
                find.context += 2.0
    return tied


def _grade(best: _Find, tied: list[_Find], rest: list[_Find], context: Context) -> Grade:
    alone = len(tied) == 1 or best.context > tied[1].context + 0.9
    conflict = bool(context.years) and best.context < 0 and best.entry.year is not None
    if conflict:
        return Grade.SHARED if len(tied) > 1 and best.cost == 0 else Grade.WEAK
    if best.kind in (MAIN_TITLE, SUBTITLE) and not any(word.isdigit() for word in best.key) and not context.years:
        return Grade.WEAK
    if best.cut:
        return Grade.WEAK
    if best.gap.missing_words or best.gap.extra_words:
        return Grade.WEAK
    allowed = _allowed_slips(letters_of(best.key))
    if best.article >= 2.0 and best.context <= 0:
        return Grade.WEAK
    if best.cost >= 1.0 and rest and rest[0].cost < best.cost + _MARGIN and best.context <= rest[0].context:
        return Grade.WEAK
    if not alone:
        return Grade.SHARED if best.cost <= allowed else Grade.WEAK
    if best.cost > allowed:
        return Grade.WEAK
    return Grade.STRONG if best.cost <= _STRONG_SHARE * allowed else Grade.MEDIUM


def _allowed_slips(letters: int) -> float:
    """Return how many slips of the pen a title of so many letters may be written with and still be told from others."""
    if letters < 5:
        return 0.3
    return 1.05 if letters < 8 else min(5.0, 0.27 * letters - 0.2)


def _candidate(find: _Find, span: Span) -> Candidate:
    entry = find.entry
    parts = [
        ScorePart("letters", -find.gap.letters),
        ScorePart("missing words", -find.gap.missing),
        ScorePart("extra words", -find.gap.extra),
        ScorePart("article", -find.article),
        ScorePart("year, people and kind", find.context),
        ScorePart("surrounding words", find.window.gain),
        ScorePart("popularity", entry.popularity),
    ]
    score = max(0.0, min(1.0, find.closeness))
    return Candidate(
        entry.movie_id, entry.title, entry.year, entry.title, score, span, tuple(p for p in parts if p.value), "spelled like it"
    )


def _chosen(message: Message, index: TitleIndex, answering: tuple[int, ...]) -> Mention | None:
    return None
