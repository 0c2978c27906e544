"""Which movie is the same movie, and whose rows are whose: the keys by which rows are found.

The title key is stored, so it is the store's own and does not follow the recogniser's spelling rules: changing
it needs a migration that writes every key anew. It is careful on purpose: articles and numbers stay, because
"Interview" and "The Interview" are two movies.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from bot.domain.movie import ServerId
from bot.store.rows import SHARED

LARGEST_SERVER_ID = 2**63 - 1
LARGEST_ROW_NUMBER = 2**31 - 1
LONGEST_KEY = 400
"""Characters; PostgreSQL cannot index more than 2,700 bytes, and some characters unfold to 18."""

_ASCII_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")
# Letters that Unicode does not take apart into a plain letter and a mark.
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_LOWEST_ACCENT = 200
"""Combining classes from here on are accents above and below; lower ones (Japanese voicing marks, Indic and
Hebrew signs) make another letter."""


def title_key(title: str) -> str:
    """Write a title without case, accents and punctuation; a title of signs only stays itself."""
    key = plain_words(title) or title.casefold()
    if len(key) > LONGEST_KEY and not title.isascii():
        key = f"{key[: LONGEST_KEY // 2]} {sha256(key.encode()).hexdigest()}"
    return key


def plain_words(text: str) -> str:
    """Write a text without case, accents and punctuation, one space between words; empty for one of signs only."""
    if text.isascii():
        return " ".join(_ASCII_WORD.findall(text.lower().replace("&", " and ").translate(_APOSTROPHES)))
    plain = text.translate(_APOSTROPHES).replace("&", " and ").casefold().translate(_LETTERS)
    letters = []
    for letter in unicodedata.normalize("NFKD", plain):
        if unicodedata.combining(letter) >= _LOWEST_ACCENT:
            continue
        keep = letter.isalnum() or unicodedata.category(letter).startswith("M")
        letters.append(letter if keep else " ")
    return " ".join("".join(letters).casefold().split())


def row_number(number: int) -> int:
    """Return a row's number as it may be asked for; 0, which no row has, for one that no column can hold.

    Numbers come back from buttons, which anybody can forge: such a one is not there, which is no failure.
    """
    return number if 0 < number <= LARGEST_ROW_NUMBER else 0


def owner_number(server_id: ServerId | None) -> int:
    """Return the `server_id` column's value for an owner; raises ValueError for a number no server can have."""
    if server_id is None:
        return SHARED
    if not 0 < server_id <= LARGEST_SERVER_ID:
        # 0 would read and write the shared library in a server's name.
        raise ValueError(f"{server_id} is no number of a server")
    return server_id


def owner_of(number: int) -> ServerId | None:
    """Return the owner that a `server_id` column names; None is the shared library."""
    return None if number == SHARED else ServerId(number)
