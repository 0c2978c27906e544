"""The words of one language as data, read once: classes of words and tables of phrases.

A language is a folder beside this module (en/): its classes.toml holds the classes of words (<child>, <number>, …),
every word in one class only; each other file holds phrase tables, `[table]` with `key = [templates]` (see
bot.language.phrases), and may begin with lists of words, `list = "words"`. To teach a wording, add it to the row of
what it means; to teach a language, write its folder.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.english import english_words
from bot.language.phrases import PhraseTable
from bot.language.words import Token

_HERE: Final = Path(__file__).parent
CLASSES_FILE: Final = "classes.toml"
SHORTEST_WITH_SLIP: Final = 6
"""Letters a word needs before a slip of the pen in it is read; shorter words lie too near to other words."""
TWO_SLIPS_FROM: Final = 9
"""Letters from which two slips are read."""
DIGITS: Final = "0123456789"


@dataclass(frozen=True)
class Lexicon:
    """The classes and tables of one language."""

    language: str
    classes: dict[str, frozenset[str]]
    tables: dict[str, PhraseTable]
    lists: dict[str, frozenset[str]]
    """Words, and <classes> of words, that serve one reader and stand for nothing else."""
    class_of: dict[str, str]
    _long_words: dict[tuple[str, int], tuple[str, ...]]
    """The words a slip may be meant for, by first letter and number of letters."""

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
    content = {name: rows for file in raw.values() for name, rows in file.items()}
    lists = {name: frozenset(words.split()) for name, words in content.items() if isinstance(words, str)}
    tables = {name: PhraseTable(rows) for name, rows in content.items() if not isinstance(rows, str)}
    long_words: dict[tuple[str, int], list[str]] = {}
    for word in sorted({word for table in tables.values() for word in table.words}):
        if len(word) >= SHORTEST_WITH_SLIP:
            long_words.setdefault((word[0], len(word)), []).append(word)
    by_length = {beginning: tuple(words) for beginning, words in long_words.items()}
    return Lexicon(language, classes, tables, lists, class_of, by_length)
