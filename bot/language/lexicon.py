"""The words of one language as data, read once: classes of words and tables of phrases.

A language is a folder beside this module (en/): its classes.toml holds the classes of words (<child>, <number>, …),
every word in one class only; each other file holds phrase tables, `[table]` with `key = [templates]` (see
bot.language.phrases), and may begin with lists of words, `list = "words"`. To teach a wording, add it to the row of
what it means; to teach a language, write its folder.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.english import english_words
from bot.language.phrases import Match, PhraseTree
from bot.language.words import Token

_HERE: Final = Path(__file__).parent
_OF_THE_AGE_LINE: Final = frozenset({"ages", "age_groups"})
"""Files whose phrases are looked for where numbers are joined into one element (bot.understanding.age_line)."""
SHORTEST_WITH_SLIP: Final = 6
"""Letters a word needs before a slip of the pen in it is read; shorter words lie too near to other words."""
TWO_SLIPS_FROM: Final = 9
"""Letters from which two slips are read."""
DIGITS: Final = "0123456789"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one message: the tokens, what each may stand for, and the phrases found in them by their table."""

    tokens: Sequence[Token]
    symbols: Sequence[tuple[str, ...]]
    phrases: Mapping[str, Sequence[Match]]


@dataclass(frozen=True)
class Lexicon:
    """The classes and tables of one language."""

    language: str
    classes: dict[str, frozenset[str]]
    tree: PhraseTree
    """The tables that are looked for in a message."""
    age_tree: PhraseTree
    """The tables that are looked for in the line of its ages."""
    lists: dict[str, frozenset[str]]
    """Words, and <classes> of words, that serve one reader and stand for nothing else."""
    class_of: dict[str, str]
    _long_words: dict[tuple[str, int], tuple[str, ...]]
    """The words a slip may be meant for, by first letter and number of letters."""

    def read(self, tokens: Sequence[Token]) -> Words:
        """Look up the words of a message and find the phrases of all tables in it, once."""
        symbols = self.symbols(tokens)
        return Words(tokens, symbols, self.tree.find(tokens, symbols))

    def symbols(self, tokens: Sequence[Token]) -> list[tuple[str, ...]]:
        """Return what each token may stand for in a template: its word, a word it is a slip for, their classes."""
        of_word: dict[tuple[str, str], tuple[str, ...]] = {}
        for token in tokens:
            said = (token.word, token.owner)
            if said not in of_word:
                of_word[said] = self._symbols(token)
        return [of_word[token.word, token.owner] for token in tokens]

    def _symbols(self, token: Token) -> tuple[str, ...]:
        word = token.word
        said = [word] if token.owner == word else [word, token.owner]
        if len(word) >= SHORTEST_WITH_SLIP and word not in self.class_of and not english_words().knows(word):
            meant = self._meant(word)
            if meant is not None:
                said.append(meant)
        out = dict.fromkeys(said)
        for one in said:
            named = self.class_of.get(one)
            if named is not None:
                out[f"<{named}>"] = None
        if word.isdecimal():
            out["<digits>"] = None
        elif self.class_of.get(word.lstrip(DIGITS)) == "time_unit" and word[0] in DIGITS:
            out["<measure>"] = None
        return tuple(out)

    def _meant(self, word: str) -> str | None:
        """Return the long word of the tables that this is a slip for; the first letter is nearly always right."""
        slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
        lengths = range(len(word) - slips, len(word) + slips + 1)
        near = [meant for length in lengths for meant in self._long_words.get((word[0], length), ())]
        found = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=slips)
        if found is None or (found[1] == 2 and len(found[0]) < TWO_SLIPS_FROM):
            return None
        return str(found[0])


def read_tables(language: str) -> dict[str, dict[str, Any]]:
    """Return the raw content of a language's files, by file name without its ending.

    Raises:
        FileNotFoundError: there is no such language.
    """
    files = sorted((_HERE / language).glob("*.toml"))
    if not files:
        raise FileNotFoundError(f"no language {language!r}")
    return {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}


@cache
def lexicon(language: str = "en") -> Lexicon:
    """Return the lexicon of a language, read once.

    Raises:
        FileNotFoundError: there is no such language.
        ValueError: a template cannot be read, or a word stands in two classes.
    """
    raw = read_tables(language)
    classes = {name: frozenset(words.split()) for name, words in raw.pop("classes").items()}
    class_of: dict[str, str] = {}
    for name, words in classes.items():
        for word in words:
            if class_of.setdefault(word, name) != name:
                raise ValueError(f"{word!r} stands in the classes {class_of[word]} and {name}")
    lists: dict[str, frozenset[str]] = {}
    tables: dict[bool, dict[str, Any]] = {True: {}, False: {}}
    for file, content in raw.items():
        for name, rows in content.items():
            if isinstance(rows, str):
                lists[name] = frozenset(rows.split())
            else:
                tables[file in _OF_THE_AGE_LINE][name] = rows
    tree, age_tree = PhraseTree(tables[False]), PhraseTree(tables[True])
    long_words: dict[tuple[str, int], list[str]] = {}
    for word in sorted({word for one in (tree, age_tree) for words in one.words.values() for word in words}):
        if len(word) >= SHORTEST_WITH_SLIP:
            long_words.setdefault((word[0], len(word)), []).append(word)
    by_length = {beginning: tuple(words) for beginning, words in long_words.items()}
    return Lexicon(language, classes, tree, age_tree, lists, class_of, by_length)
