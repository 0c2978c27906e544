"""From the names found for a run of words to a grade: which movie, how surely, and every doubt by name.

The thresholds were set by hand on the development split and on titles left out of the index on purpose; the cases in
tests/matching guard them. A confident answer about another movie is the worst outcome, so each doubt alone is enough
to ask instead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

from bot.matching.alignment import letters_of
from bot.matching.candidates import Find, Search
from bot.matching.evidence import Context, named_people
from bot.matching.mention import Candidate, Grade, ScorePart, Span
from bot.matching.normalising import SMALL_WORDS, key_words, words_of
from bot.matching.sureness import evidence
from bot.matching.wording import question_wording

# How much likelier than plain wording the words must be a title (natural logarithm of the odds), by the number of
# words: first when all are everyday words, then for others. Long titles do not come about by chance.
_STANDING_EVERYDAY: Final = (3.5, 3.5, 0.5, -2.5, -5.0, -9.0, -14.0)
_STANDING: Final = (1.5, 1.5, 0.0, -3.0, -5.0, -9.0, -14.0)
# A number at the end counts as so many words more: hardly anyone says "scary movie 4" otherwise.
_SEQUEL_STANDS: Final = 2
_STANDING_NUMBER: Final = (2.5, 2.5, 2.5, -2.5)
_EVIDENCE_HELPS: Final = 5.0
_JUST_OFFERED: Final = 1.0
# How much less a larger run of words must read like the title, by the number of telling words.
_DOUBT: Final = (-2.0, -2.0, -0.5, 0.0)
# How sure a slip of the pen must be to be answered, and to be answered without offering others.
_SURE: Final = 2.0
_STRONG_SURE: Final = 4.0
# The share of a title's letters that must be right for an answer, however odd the others.
_LEAST_CLOSENESS: Final = 0.5
_MARGIN: Final = 0.8
_SAME: Final = 0.3
_ARTICLE_DOUBT: Final = 2.0
# What may still be offered as "did you mean".
_OFFERED_SURE: Final = -2.0
_OFFERED_SHARE: Final = 1.8
_OFFERED_EXTRA: Final = 0.5
_OFFERED_GAIN: Final = -1.0
# The share of letters that may differ where too many words do.
_ALIKE: Final = 0.22
_OFFERED_DOUBT: Final = 6.0
_OFFERED_DOUBT_EXACT: Final = 11.0
_OFFERED_DOUBT_ONE_WORD: Final = 2.5


# The doubt where nothing beside the words can belong to the title: it stands beside an "or" and another title.
NO_DOUBT: Final = -99.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """A grade, the finds it is about, best first, and the doubts; no grade when nothing is worth saying."""

    grade: Grade | None
    finds: tuple[Find, ...]
    doubts: tuple[str, ...]


def allowed_slips(letters: int) -> float:
    """Return how many slips of the pen a title of so many letters may be written with and still be told from others."""
    if letters < 5:
        return 0.3
    return 1.05 if letters < 8 else min(5.0, 0.27 * letters - 0.2)


def judge(search: Search, finds: Sequence[Find], context: Context, spoken: Sequence[str], doubt: float) -> Verdict:
    """Grade the names found for one run of words.

    `spoken` are the other words of the message; `doubt` is how much more a larger run of words reads like a title.
    """
    nearest_cost = min(find.cost for find in finds)
    for find in finds:
        find.fit = _fit(find, context, spoken if find.cost <= nearest_cost + _SAME else ())
        if find.entry.movie_id in search.answering:
            find.fit += _JUST_OFFERED
    whole = [find for find in finds if find.whole]
    least = min(find.gap.total for find in whole or finds)
    nearest = [find for find in whole or finds if find.gap.total <= least + _SAME]
    first = min(nearest, key=lambda find: (find.cost, -find.entry.popularity))
    tied = [find for find in nearest if "".join(find.key) == "".join(first.key)]
    _prefer_era(tied, context)
    tied.sort(key=lambda find: (-find.fit, find.article, -find.entry.popularity, -(find.entry.year or 0)))
    tied = _each_movie_once(tied)
    best = tied[0]
    chosen = {id(find) for find in tied}
    rest = sorted(
        (find for find in finds if id(find) not in chosen and _worth_offering(find)),
        key=lambda find: (find.cost - 0.3 * find.fit, -find.entry.popularity),
    )
    rest = _each_movie_once(rest, known=tied)
    best.sure = _sureness(search, best, finds)
    doubts = _doubts(best, rest, context, doubt)
    ordered = (*tied, *rest)
    alone = len(tied) == 1 or best.fit > tied[1].fit + 0.9
    if "other words around" in doubts or "everyday words" in doubts:
        return Verdict(Grade.WEAK if _stands_a_little(best, doubt) else None, ordered, doubts)
    if doubts:
        if len(tied) > 1 and best.cost <= _SAME and doubts == ("another year",):
            return Verdict(Grade.SHARED, ordered, doubts)
        number_alone = best.gap.number_differs and _worth_offering(best)
        if best.sure < _OFFERED_SURE and best.gap.total > _SAME and not number_alone:
            near = _each_movie_once(_alike(finds, search.known))
            return Verdict(Grade.WEAK if near else None, (*near, *rest) if near else ordered, doubts)
        near = _each_movie_once(_alike(finds, search.known), known=(*tied, *rest))
        return Verdict(Grade.WEAK, (*tied, *rest, *near), doubts)
    if not alone and _typed_as_it_stands(search, tied):
        return Verdict(Grade.MEDIUM, ordered, ())
    if not alone:
        return Verdict(Grade.SHARED, ordered, ("several movies",))
    strong = best.cost < _SAME or best.sure >= _STRONG_SURE
    return Verdict(Grade.STRONG if strong else Grade.MEDIUM, ordered, ())


def _typed_as_it_stands(search: Search, tied: Sequence[Find]) -> bool:
    """Tell whether the first title is typed with its own capitals and article, and only an article sets the rest apart.

    "is Interview ok" means Interview and not The Interview; at the beginning of a sentence everything has a capital.
    """
    best, message = tied[0], search.message
    window = best.window
    if best.article or not all(other.article for other in tied[1:]):
        return False
    start, end = message.tokens[window.start].start, message.tokens[window.end - 1].end
    before = message.text[:start].rstrip(" \"'“‘(*_")
    typed = message.text[start:end]
    return before[-1:] not in ("", ".", "!", "?", ":", "\n") and typed == best.entry.title and not typed.islower()


def _each_movie_once(finds: Sequence[Find], *, known: Sequence[Find] = ()) -> list[Find]:
    """Return the first find of each movie that is not known already: "E.T." and "ET" are two names of one."""
    seen = {find.entry.movie_id for find in known}
    each: dict[int, Find] = {}
    for find in finds:
        if find.entry.movie_id not in seen:
            each.setdefault(find.entry.movie_id, find)
    return list(each.values())


def _alike(finds: Sequence[Find], known: Callable[[str], bool]) -> list[Find]:
    """Return the finds whose letters are mostly those typed, however the words are cut, nearest first.

    A typed word that is a word was meant: such finds are left out.
    """
    near = [
        (_letters_apart(find), -find.entry.popularity, place)
        for place, find in enumerate(finds)
        if find.whole and not any(known(word) for word in find.typed if word not in find.key)
    ]
    return [finds[place] for apart, _, place in sorted(near) if apart <= _ALIKE]


def _letters_apart(find: Find) -> float:
    typed, name = "".join(find.typed), "".join(find.key)
    return OSA.distance(typed, name) / max(len(typed), len(name))


def _sureness(search: Search, best: Find, finds: Sequence[Find]) -> float:
    name = "".join(best.key)
    others = [find.cost for find in finds if "".join(find.key) != name]
    margin = min(others, default=99.0) - best.cost
    rank = search.index.popularity_rank(best.entry.popularity)
    odd = search.index.odd_letters
    best.weighed = evidence(
        best.typed,
        best.key,
        best.gap,
        article=best.article,
        fit=best.fit,
        margin=margin,
        popularity_rank=rank,
        known=search.known,
        odd_letters=odd,
        nearer_word=search.index.has_nearer_word,
    )
    return sum(best.weighed.values())


def _doubts(best: Find, rest: list[Find], context: Context, doubt: float) -> tuple[str, ...]:
    doubts = []
    words = min(best.telling_words, 3)
    helped = best.fit > 0
    placed = helped or doubt == NO_DOUBT
    everyday = all(question_wording().knows(word) for word in best.key)
    if (
        best.window.gain < _standing(best.key, everyday) - (_EVIDENCE_HELPS if placed else 0.0)
        and not best.window.quoted
    ):
        doubts.append("everyday words")
    if doubt > _DOUBT[words] + (_EVIDENCE_HELPS if helped else 0.0) and not best.person and not best.window.quoted:
        doubts.append("other words around")
    if best.fit < 0 and context.years and best.entry.year is not None:
        doubts.append("another year")
    if not best.whole and not any(word.isdecimal() for word in best.key) and best.fit <= 0:
        doubts.append("part of a title")
    if best.gap.number_differs:
        doubts.append("another number")
    elif best.gap.extra_words:
        doubts.append("words missing or extra")
    if best.fit < 0 and not context.years:
        doubts.append("another kind")
    if best.article >= _ARTICLE_DOUBT and not helped:
        doubts.append("an article more")
    if best.gap.total > _SAME and (best.sure < _SURE or best.closeness < _LEAST_CLOSENESS):
        doubts.append("too many slips")
    if best.cost >= 1.0 and any(
        find.cost < best.cost + _MARGIN and best.fit <= find.fit and find.key != best.key for find in rest
    ):
        doubts.append("another title as near")
    return tuple(doubts)


def _standing(key: list[str], everyday: bool) -> float:
    if len(key) == 1 and key[0].isdecimal():
        return _STANDING_NUMBER[min(len(key[0]), len(_STANDING_NUMBER) - 1)]
    telling = sum(word not in SMALL_WORDS for word in key)
    words = len(key) if telling > 1 else 1
    if key[-1].isdecimal() and (words > 2 or (words == 2 and not everyday)):
        words += _SEQUEL_STANDS
    words = min(words, len(_STANDING) - 1)
    return (_STANDING_EVERYDAY if everyday else _STANDING)[words]


def _stands_a_little(best: Find, doubt: float) -> bool:
    """Tell whether a title that may be plain wording, or cut out of a longer one, is still worth asking about."""
    most = _OFFERED_DOUBT if best.telling_words > 1 else _OFFERED_DOUBT_ONE_WORD
    if len(best.key) > 1 and best.whole and best.cost <= _SAME:
        most = _OFFERED_DOUBT_EXACT
    return best.window.gain >= _OFFERED_GAIN and doubt < most and _worth_offering(best)


def _worth_offering(find: Find) -> bool:
    """Tell whether a name is near enough to be asked about beside a nearer one."""
    gap = find.gap
    letters = letters_of(find.key)
    if gap.extra_words or gap.missing_words:
        number_alone = gap.extra_words + gap.missing_words == 1 and gap.number_differs
        if number_alone:
            return gap.letters <= 0.2 * letters
        return (
            gap.missing_words == 1 and not gap.extra_words and find.telling_words > 2 and gap.letters <= 0.15 * letters
        )
    return find.cost <= max(1.3, _OFFERED_SHARE * allowed_slips(letters) + _OFFERED_EXTRA) or (
        find.article >= _ARTICLE_DOUBT and gap.total <= _SAME
    )


def _fit(find: Find, context: Context, spoken: Sequence[str]) -> float:
    entry = find.entry
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
        surest = max(sure for _, sure in people)
        find.person = surest == 1.0
        fit += 3.0 * surest
    return fit


def _prefer_era(tied: list[Find], context: Context) -> None:
    dated = [find.entry.year for find in tied if find.entry.year]
    if len(tied) < 2 or not dated or not (context.newest or context.oldest):
        return
    wanted = max(dated) if context.newest else min(dated)
    for find in tied:
        if find.entry.year == wanted:
            find.fit += 2.0


def candidate(find: Find, span: Span, doubts: Sequence[str]) -> Candidate:
    """Return a find as it is handed out, with its parts and a reason in plain words."""
    entry = find.entry
    key = "".join(find.key)
    titles = (entry.title, *entry.other_titles)
    matched = next((title for title in titles if key in "".join(key_words(words_of(title)))), entry.title)
    parts = (
        ScorePart("letters", -find.gap.letters),
        ScorePart("missing words", -find.gap.missing),
        ScorePart("extra words", -find.gap.extra),
        ScorePart("article", -find.article),
        ScorePart("year, people and kind", find.fit),
        ScorePart("surrounding words", round(find.window.gain, 2)),
        ScorePart("popularity", entry.popularity),
    )
    return Candidate(
        movie_id=entry.movie_id,
        title=entry.title,
        year=entry.year,
        matched_title=matched,
        score=find.closeness,
        span=span,
        parts=tuple(part for part in parts if part.value),
        reason=_reason(find, doubts),
    )


def _reason(find: Find, doubts: Sequence[str]) -> str:
    gap = find.gap
    said = []
    if find.cost <= _SAME:
        said.append("the words are its title" if find.whole else "the words are part of its title")
    else:
        if gap.letters:
            said.append("it is spelled a little differently")
        if gap.missing:
            said.append("words of its title are missing")
        if gap.extra:
            said.append("the message has words that the title has not")
        if find.article >= _ARTICLE_DOUBT:
            said.append("its title has no article")
    if find.fit > 0:
        said.append("the year, person or kind named fits")
    elif find.fit < 0:
        said.append("the year or kind named does not fit")
    said.extend(f"doubt: {doubt}" for doubt in doubts)
    return "; ".join(said)
