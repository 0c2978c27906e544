"""Propose what a message worries about: "any swearing in it?", "does the dog die", "she is easily scared".

The wordings are data (bot/language/en/concerns.toml); this module only chooses among what they find. It knows no
titles: the reader that does drops what lies inside one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from bot.language.lexicon import Words, lexicon
from bot.language.phrases import best_of_each_place
from bot.language.words import Break, Token

Kind = Literal["concern", "touched", "sensitive"]
_KINDS: Final[tuple[Kind, ...]] = ("sensitive", "concern", "touched")
"""The tables, in the order in which they win where their wordings are of one length at one place."""
NOTHING: Final = "nothing"
"""The row of a table that holds look-alikes: they take their place and say nothing."""
_BITS: Final = "<bits>"
_NEGATED_WITHIN: Final = 3
"""Words before "sensitive" among which a "not" turns it round: "not a very sensitive child"."""


@dataclass(frozen=True, slots=True)
class ConcernNote:
    """A worry read from tokens[first:end].

    `kind`: "concern" is asked about by name; "touched" means that the words only come near a grid row ("would it scare
    her") or tell what the family went through; "sensitive" is said of a child. `key`: a grid or question key of
    bot.domain.vocabulary, or "sensitive". `rule`: the table and row it was found by.
    """

    first: int
    end: int
    key: str
    kind: Kind
    rule: str


def propose_concerns(words: Words) -> list[ConcernNote]:
    """Find every worry in a message, in order of place, none overlapping.

    A wording does not reach across a comma, a dash or a bracket. Where wordings overlap the longest counts, then the
    one of the earlier table and row. A key may come twice: one place may turn out to lie in a title. Slips of the pen
    in long words are read, as the symbols hold them.
    """
    tokens, rows = words.tokens, lexicon().tree.rows
    of_kind: dict[int, Kind] = {}
    matches = []
    before = 0
    for kind in _KINDS:
        for match in words.phrases[kind]:
            of_kind[before + match.rank] = kind
            if all(token.before < Break.COMMA for token in tokens[match.first + 1 : match.end]):
                matches.append(replace(match, rank=before + match.rank))
        before += rows[kind]
    denials = [match.first for match in words.phrases["negating"]]
    notes = []
    chosen = best_of_each_place(matches)
    for number, match in enumerate(chosen):
        kind = of_kind[match.rank]
        if match.key == NOTHING or (kind == "sensitive" and _denied(match.first, match.end, denials, tokens)):
            continue
        behind = chosen[number + 1].first if number + 1 < len(chosen) else len(tokens)
        end = match.end
        if kind == "concern" and end < behind and _BITS in words.symbols[end] and tokens[end].before <= Break.SLASH:
            end += 1
        notes.append(ConcernNote(match.first, end, match.key, kind, f"{kind}: {match.key}"))
    return notes


def _denied(first: int, end: int, denials: Iterable[int], tokens: Sequence[Token]) -> bool:
    """Whether a denial stands in these tokens or at most _NEGATED_WITHIN words before, in the same sentence."""
    start = first
    while start > max(0, first - _NEGATED_WITHIN) and tokens[start].before is not Break.STOP:
        start -= 1
    return any(start <= place < end for place in denials)
