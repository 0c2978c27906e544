"""The one tokeniser: a message as words, each with its place in the original text and what stands before it.

Everything that reads a message reads these tokens, once. Case, accents and typographic signs are folded, so that
`word` is what dictionaries are asked for; `start` and `end` always lead back to what was typed. A pure function of
the text, linear in its length.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from bot.language.links import LINK, address_of, may_hold_links, movie_behind, whole_link

LONGEST_READ: Final = 2_000
"""Characters of a message that are looked at: an ordinary member's longest message on Discord."""

# Letters that Unicode does not take apart into a plain letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "’": "'", "‘": "'"}
)
_SPACES: Final = frozenset({"Cc", "Zl", "Zp", "Zs"})
_JOINER: Final = "\u200d"
"""Joins pictures into one ("👨‍👩‍👧"); other invisible signs say nothing."""
# "9y/o" is one word, or the film "O" would be seen in it.
_WORD = re.compile(r"\d*y/o\b|[^\W_]+(?:['’‘][^\W_]+)*['’‘]?|&", re.IGNORECASE)
_LINK = re.compile(LINK, re.IGNORECASE | re.VERBOSE)
_LINK_OR_WORD = re.compile(f"(?P<link>{LINK})|{_WORD.pattern}", re.IGNORECASE | re.VERBOSE)
LINK_WORD: Final = "://link"
"""The word of every link: no title, name or phrase has it, and nothing of the address is in it."""


class Break(enum.IntEnum):
    """What parts a word from the one before it; a higher one parts more."""

    NONE = 0
    HYPHEN = 1
    SLASH = 2
    COMMA = 3
    DASH = 4
    BRACKET = 5
    STOP = 6
    """The end of a sentence or of the message."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a message: its place in the original text, its folded spelling and what stands before it."""

    start: int
    end: int
    word: str
    capital: bool
    before: Break = Break.NONE
    quoted: bool = False
    """Whether a quotation mark (or a sign of bold print) opens right before it."""
    possessive: bool = False
    """Whether it ends in an apostrophe and s, or in s and an apostrophe: "Bambi's", "the kids'"."""
    link: str | None = None
    """Of a link the id elsewhere of the movie that it leads to (bot.language.links), empty where that is none; None for
    a word."""

    @property
    def owner(self) -> str:
        """The word without the s of a possessive: "bambi" of "Bambi's"; else the word."""
        return self.word[:-1] if self.possessive and self.word.endswith("s") and len(self.word) > 1 else self.word


def fold_space(text: str) -> str:
    """Return the text as it is read: white space and invisible signs folded into single spaces, at most LONGEST_READ.

    Links are read without their query. A word at the bound is left out rather than cut: half an id is another movie's.
    Done once, where a message comes in; places in the text are places in what this returns.
    """
    if not (text.isascii() and text.isprintable()):
        plain = "".join(" " if unicodedata.category(char) in _SPACES else char for char in text)
        text = "".join(char for char in plain if unicodedata.category(char) != "Cf" or char == _JOINER)
    folded = " ".join(text.split())
    if may_hold_links(folded):
        folded = _LINK.sub(_without_query, folded)
    if len(folded) <= LONGEST_READ:
        return folded
    read = folded[:LONGEST_READ]
    return read if folded[LONGEST_READ] == " " else read.rpartition(" ")[0] or read


def _without_query(match: re.Match[str]) -> str:
    raw = match.group()
    link = whole_link(raw)
    return address_of(link) + raw[len(link) :]


def fold(text: str) -> str:
    """Return the text in lower case without accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def tokenise(text: str) -> list[Token]:
    """Split a message into words; spans are those of the original text. Whom it calls ("@guide") is no word of it.

    A link is one word, whatever its address is made of.
    """
    tokens: list[Token] = []
    last = 0
    for match in (_LINK_OR_WORD if may_hold_links(text) else _WORD).finditer(text):
        raw = match.group()
        if match.lastgroup == "link":
            link = whole_link(raw)
            before = _break_of(text[last : match.start()]) if tokens else Break.STOP
            last = match.start() + len(link)
            tokens.append(
                Token(match.start(), last, LINK_WORD, capital=False, before=before, link=movie_behind(address_of(link)))
            )
            continue
        if raw == "&":
            word = "and"
        else:
            word = fold(raw)
            if not word.isalnum():
                word = "".join(char for char in word if char.isalnum())
        between = text[last : match.start()]
        if not word or between.endswith("@"):
            last = match.end() if word else last
            continue
        possessive = len(raw) > 2 and ((raw[-2] in "'’‘" and raw[-1] in "sS") or (raw[-1] in "'’‘" and raw[-2] in "sS"))
        quoted = bool(between) and (between[-1] in '"“”«»„*_' or (between[-1] in "'‘" and not between[:-1].strip()))
        before = _break_of(between) if tokens else Break.STOP
        tokens.append(Token(match.start(), match.end(), word, raw[0].isupper(), before, quoted, possessive))
        last = match.end()
    return tokens


def _break_of(between: str) -> Break:
    if between in (" ", ""):
        return Break.NONE
    if any(mark in between for mark in ".?!;\n…"):
        return Break.NONE if between == "." else Break.STOP
    if any(mark in between for mark in "()[]"):
        return Break.BRACKET
    if any(mark in between for mark in "–—:") or " -" in between or "- " in between:
        return Break.DASH
    if any(mark in between for mark in ",+|"):
        return Break.COMMA
    if "/" in between:
        return Break.SLASH
    return Break.HYPHEN if "-" in between else Break.NONE


def words_of(title: str) -> list[str]:
    """Return the folded words of a title."""
    if title.isascii() and "'" not in title and "&" not in title:
        return _ASCII_WORD.findall(title.lower())
    return [token.word for token in tokenise(title)]


_ASCII_WORD = re.compile(r"[a-z0-9]+")
