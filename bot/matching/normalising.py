"""One spelling for the many ways a title is written, with every word's place in the original text kept.

Case, accents, punctuation, "&" and the form of a number ("2", "II", "two", "part two") are no differences between
titles; articles at the front are set apart, because parents drop and add them. Everything here is a pure function.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from itertools import pairwise

from bot.language.words import Token, fold, tokenise, words_of

__all__ = [
    "ARTICLES",
    "NUMBER_WORDS",
    "PART_WORDS",
    "SMALL_WORDS",
    "Token",
    "condensed_hash",
    "fold",
    "key_words",
    "letter_signature",
    "main_and_subtitle",
    "pair_signature",
    "tokenise",
    "word_set",
    "words_of",
]


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list written with spaces."""
    return frozenset(words.split())


ARTICLES = frozenset({"the", "a", "an"})

# Words whose absence hardly changes what a title is.
SMALL_WORDS = frozenset(
    {"the", "a", "an", "of", "and", "in", "on", "to", "for", "at", "with", "from", "by", "is", "n", "or", "de", "la"}
)

NUMBER_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_NUMBERS = {word: str(number) for number, word in enumerate(NUMBER_WORDS)}
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12"}
PART_WORDS = frozenset({"part", "pt", "vol", "volume", "chapter", "episode"})
_COUNTING = PART_WORDS | _NUMBERS.keys() | _ROMAN.keys() | {"v", "i"}

_MAIN_AND_SUBTITLE = re.compile(r"\s*(?::|\s[–—-])\s+")


def key_words(words: list[str]) -> list[str]:
    """Return the words that tell titles apart: no leading article, numbers as digits, no "part" before a number."""
    first = 1 if len(words) > 1 and words[0] in ARTICLES else 0
    if _COUNTING.isdisjoint(words) and "".join(words).isalpha():
        return words[first:]
    last = len(words) - 1
    out: list[str] = []
    for place in range(first, last + 1):
        word = words[place]
        if len(word) > 1:
            number = _NUMBERS.get(word)
            if number is None and place > first:
                number = _ROMAN.get(word)
        elif place > first and ((word == "v" and place == last) or (word == "i" and out[-1] in PART_WORDS)):
            number = "5" if word == "v" else "1"
        else:
            number = word if word.isdecimal() else None
        if number is None and word.isdecimal():
            number = word
        if number is not None and len(out) > 1 and out[-1] in PART_WORDS:
            out.pop()
        out.append(number or word)
    return out


def condensed_hash(condensed: str) -> int:
    """Return a 64-bit number for a key written without spaces, the same in every process."""
    return int.from_bytes(blake2b(condensed.encode(), digest_size=8).digest(), "little")


def letter_signature(condensed: str) -> int:
    """Return 64 bits saying which letters occur once and twice: one slip of the pen changes at most two of them."""
    signature = 0
    for byte in condensed.encode():
        place = byte - 97
        if not 0 <= place < 26:
            place = 52 + byte % 12
            signature |= 1 << place
        elif signature >> place & 1:
            signature |= 1 << (place + 26)
        else:
            signature |= 1 << place
    return signature


def pair_signature(condensed: str) -> int:
    """Return 64 bits saying which pairs of neighbouring letters occur: a slip changes at most six of them."""
    signature = 0
    raw = condensed.encode()
    for first, second in pairwise(raw):
        signature |= 1 << (first * 31 + second) % 64
    return signature


def main_and_subtitle(title: str) -> tuple[str, str] | None:
    """Return what stands before and after the first colon or dash of a title, or None when there is none."""
    if title.isascii() and ":" not in title and " -" not in title:
        return None
    parts = _MAIN_AND_SUBTITLE.split(title, maxsplit=1)
    if len(parts) == 2 and parts[0] and parts[1]:
        return parts[0], parts[1]
    return None
