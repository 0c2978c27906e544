"""Phrases as data: templates over words, found in a message in one walk, without regular expressions.

A template is written as people speak, with a few signs:

    how (scary|creepy) [really]     one of several; what may be left out
    is <child> (ready|old enough)   <child>: any word of that class of the lexicon
    under (<digits>|<measure>)      <digits>: any number in digits; <measure>: one with its unit of time, "90min"
    what is .. about                ..: up to three words of any kind, inside one sentence
    talk+                           the word and its usual English endings (talks, talked, talking)
    ^where ... streaming$           ^ and $: the begin and the end of a sentence of the message

The templates of all tables are joined into one tree of words when they are read; all are found in one walk that costs
a bounded number of steps a word, so the time grows linearly with the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.language.words import Break, Token

MOST_READINGS: Final = 20_000
"""Ways of reading one template after which it is refused: it should be written as several."""
ANY: Final = "*"
START: Final = "^"
END: Final = "$"
GAP_WORDS: Final = 3
"""Words that ".." stands for, at most."""
_WITHIN_A_WORD: Final = re.compile(r"[\w+][(\[]|[)\]][\w+]")
_PIECE: Final = re.compile(r"\.\.|\^|\$|[()\[\]|]|<\w+>|[^\s()\[\]|^$<>]+")


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in tokens[first:end], with the key of the table's row and that row's place in the table."""

    first: int
    end: int
    key: str
    rank: int


@dataclass(slots=True)
class _Node:
    following: dict[str, _Node] = field(default_factory=dict)
    found: list[tuple[str, int, str, bool]] = field(default_factory=list)
    """Table, rank, key and whether the sentence has to end here."""


def endings(word: str) -> set[str]:
    """Return an English word with its usual endings: "scare" gives scares, scared, scaring, scary stays its own."""
    stem = word.removesuffix("e")
    out = {word, f"{word}s", f"{stem}ed", f"{stem}ing"}
    if word.endswith(("s", "x", "z", "ch", "sh")):
        out.add(f"{word}es")
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        out |= {f"{word[:-1]}ies", f"{word[:-1]}ied"}
    if len(word) > 2 and word[-1] not in "aeiouwxy" and word[-2] in "aeiou" and word[-3] not in "aeiou":
        out |= {f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"}
    return out


def readings(template: str) -> list[tuple[str, ...]]:
    """Return every sequence of words that a template stands for; START, END, ANY and <class> are left standing.

    Raises:
        ValueError: its brackets do not match or stand inside a word, or it has more than MOST_READINGS readings.
    """
    if _WITHIN_A_WORD.search(template):
        raise ValueError(f"a bracket inside a word in {template!r}; brackets hold whole words")
    pieces = _PIECE.findall(template)
    found, place = _alternatives(pieces, 0, template)
    if place != len(pieces):
        raise ValueError(f"a bracket too many in {template!r}")
    if len(found) > MOST_READINGS:
        raise ValueError(f"{len(found)} readings of {template!r}; write it as several")
    return found


def _alternatives(pieces: Sequence[str], place: int, template: str) -> tuple[list[tuple[str, ...]], int]:
    done: list[tuple[str, ...]] = []
    open_ones: list[tuple[str, ...]] = [()]
    while place < len(pieces) and pieces[place] not in (")", "]"):
        piece = pieces[place]
        place += 1
        if piece == "|":
            done += open_ones
            open_ones = [()]
            continue
        if piece in ("(", "["):
            inner, place = _alternatives(pieces, place, template)
            if place >= len(pieces) or pieces[place] != (")" if piece == "(" else "]"):
                raise ValueError(f"a bracket is not closed in {template!r}")
            place += 1
            options = [*inner, ()] if piece == "[" else inner
        elif piece == "..":
            options = [(ANY,) * count for count in range(GAP_WORDS + 1)]
        elif piece == ".":
            options = [(ANY,)]
        elif piece.endswith("+") and len(piece) > 1:
            options = [(word,) for word in sorted(endings(piece[:-1]))]
        else:
            options = [(piece,)]
        open_ones = list(dict.fromkeys((*front, *back) for front in open_ones for back in options))
        if len(open_ones) > MOST_READINGS:
            raise ValueError(f"too many readings of {template!r}; write it as several")
    return done + open_ones, place


class PhraseTree:
    """Tables of phrases, joined for finding: keys with their templates, the particular ones first, by the table's name.

    `rows` tells how many keys a table has, `words` which words its templates name.
    """

    def __init__(self, tables: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        self._root = _Node()
        self.words: dict[str, set[str]] = {table: set() for table in tables}
        self.rows = {table: len(rows) for table, rows in tables.items()}
        for table, rows in tables.items():
            for rank, (key, templates) in enumerate(rows.items()):
                for template in templates:
                    for reading in readings(template):
                        self._add(reading, table, key, rank)
        self._anywhere = self._root.following
        self._at_start = self._root.following.get(START, _Node()).following

    def _add(self, reading: tuple[str, ...], table: str, key: str, rank: int) -> None:
        node, ends = self._root, False
        for piece in reading:
            if piece == END:
                ends = True
                continue
            following = node.following.get(piece)
            if following is None:
                following = node.following[piece] = _Node()
            node = following
            if piece not in (START, ANY) and not piece.startswith("<"):
                self.words[table].add(piece)
        if node is not self._root and (table, rank, key, ends) not in node.found:
            node.found.append((table, rank, key, ends))

    def find(self, tokens: Sequence[Token], symbols: Sequence[Sequence[str]]) -> dict[str, list[Match]]:
        """Find the phrases of each table in a message, by place; `symbols` are what each token stands for."""
        found: dict[str, list[Match]] = {table: [] for table in self.rows}
        stops = [token.before is Break.STOP for token in tokens]
        begins: dict[int, list[_Node]] = {}  # the same word has the same symbols, as one object
        for first, said in enumerate(symbols):
            nodes = begins.get(id(said))
            if nodes is None:
                nodes = begins[id(said)] = [self._anywhere[symbol] for symbol in said if symbol in self._anywhere]
            if stops[first]:
                nodes = nodes + [self._at_start[symbol] for symbol in said if symbol in self._at_start]
            if nodes:
                _walk(first, nodes, symbols, stops, found)
        return found


def _walk(
    first: int,
    nodes: list[_Node],
    symbols: Sequence[Sequence[str]],
    stops: Sequence[bool],
    found: dict[str, list[Match]],
) -> None:
    """Add to `found` what begins at one word and has `nodes` behind that word."""
    place = first + 1
    while True:
        ends = place == len(symbols) or stops[place]
        for node in nodes:
            for table, rank, key, must in node.found:
                if ends or not must:
                    found[table].append(Match(first, place, key, rank))
        if ends:
            return
        said = symbols[place]
        following: list[_Node] = []
        for node in nodes:
            branches = node.following
            if branches:
                following += [branches[symbol] for symbol in said if symbol in branches]
                if ANY in branches:
                    following.append(branches[ANY])
        if not following:
            return
        nodes = following
        place += 1


def best_of_each_place(matches: Iterable[Match]) -> list[Match]:
    """Return matches that do not overlap: the longest first, among equals the earlier row."""
    chosen: list[Match] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda one: (one.first - one.end, one.rank, one.first)):
        if taken.isdisjoint(range(match.first, match.end)):
            chosen.append(match)
            taken.update(range(match.first, match.end))
    return sorted(chosen, key=lambda one: one.first)
