"""Propose the children's ages of a message: each with what its form says for it and what was learned of its context.

A number with a unit ("7 year old", "dd6", "third grader") speaks for itself; a bare number says nothing of its own, so
that what was learned of its context decides; a number counted in something else ("90 minutes", "4 tickets", "PG-13")
and an age of a grown-up, of the past or of the story speak against. Titles are not known here: where a title could take
a part of what was read, the rest is proposed as well, less likely, and keep_ages chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.suitability import AgeRange
from bot.language.words import Break, Token
from bot.understanding.age_forms import AgeNote, Forms
from bot.understanding.age_line import line_of
from bot.understanding.age_priors import STRONGER

__all__ = ["AgeNote", "keep_ages", "propose_ages"]

_SAME_CHILD: Final = frozenset(
    {"is", "are", "who", "that", "age", "aged", "turned", "a", "hes", "shes", "only", "just"}
)
"""Words between a group and the age of the same child: "my teen, who is 14"."""
_MOST_BETWEEN: Final = 3
_FAR: Final = 15
"""Elements within which an age and a "mental age" are of one child."""


def propose_ages(
    tokens: Sequence[Token], symbols: Sequence[Sequence[str]], text: str, age_odds: Sequence[float]
) -> list[AgeNote]:
    """Propose the ages of a message; some exclude each other, keep_ages chooses.

    `symbols` are Lexicon.symbols of the tokens, `text` is what they were made of. `age_odds` has for each token the
    learned natural log-odds that it is part of a child's age; zeros where nothing was learned.
    """
    line = line_of(tokens, symbols, text)
    forms = Forms(tokens, line, text, age_odds)
    found = {place: list(forms.of_element(place)) for place in range(len(line.elements))}
    _leave_the_younger(found, [place for place in found if forms.is_of_mind(place)])
    return [note for notes in found.values() for note in notes] + list(_of_one_child(tokens, found.values()))


def keep_ages(notes: Iterable[AgeNote]) -> list[AgeNote]:
    """Choose the likeliest proposals that do not overlap, in the order of the text; an age said twice is kept once."""
    gone: set[int] = set()
    chosen: list[AgeNote] = []
    for note in sorted(notes, key=lambda one: (-one.odds, one.first, one.end)):
        if note.odds > 0 and gone.isdisjoint(range(note.first, note.end)):
            chosen.append(note)
            gone.update(range(note.first, note.end))
    once: dict[tuple[AgeRange, bool], AgeNote] = {}
    for note in sorted(chosen, key=lambda one: one.first):
        once.setdefault((note.age, note.own), note)
    return list(once.values())


def _leave_the_younger(found: dict[int, list[AgeNote]], minds: Iterable[int]) -> None:
    """Of an age and the "mental age" of the same child leave the younger, which decides."""
    for place in minds:
        near = [*range(place - 1, max(-1, place - _FAR), -1), *range(place + 1, min(len(found), place + _FAR))]
        other = next((one for one in near if any(note.odds > 0 for note in found[one])), None)
        if other is None or not found[place]:
            continue
        youngest = min(note.age.youngest_years for note in found[place])
        mind_decides = youngest <= min(note.age.youngest_years for note in found[other] if note.odds > 0)
        found[other if mind_decides else place] = []
        if mind_decides:
            found[place] = [replace(note, rule="developmental") for note in found[place]]


def _of_one_child(tokens: Sequence[Token], found: Iterable[Sequence[AgeNote]]) -> Iterator[AgeNote]:
    """Propose the age of a child who is called by a group as well, as one: "my toddler (2)", "13 year old teen"."""
    last: AgeNote | None = None
    for notes in found:
        likely = [note for note in notes if note.odds > 0]
        if not likely:
            continue
        if last is not None and _is_one_child(tokens, last, likely[0]):
            group, number = (last, likely[0]) if last.age.is_group else (likely[0], last)
            odds = max(group.odds, number.odds) + STRONGER
            yield replace(number, first=last.first, end=likely[0].end, odds=odds)
        last = likely[-1]


def _is_one_child(tokens: Sequence[Token], one: AgeNote, following: AgeNote) -> bool:
    group, number = (one, following) if one.age.is_group else (following, one)
    if group.rule != "group" or number.age.is_group or following.first - one.end > _MOST_BETWEEN:
        return False
    if any(token.before is Break.STOP for token in tokens[one.end : following.first + 1]):
        return False
    near = all(token.word in _SAME_CHILD for token in tokens[one.end : following.first])
    return near and group.age.youngest_years - 1 <= number.age.youngest_years <= group.age.oldest_years + 1
