"""Which letters make an English word: "wednesday" is one and "wenesday" is a slip of the pen.

The words are kept as sorted hashes, the frequent ones apart. `python -m bot.language.english PATH` makes the file
beside this module from `frequency_dictionary_en_82_765.txt` of symspellpy (MIT licence), which its authors made from
the Google Books Ngram data (CC BY 3.0) and the SCOWL word lists.
"""

from __future__ import annotations

import string
import sys
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

ENGLISH_FILE: Final = Path(__file__).with_name("english_words.npz")
# So many of the most frequent words are everyday English; the rest are rare.
_FREQUENT: Final = 20_000


@dataclass(frozen=True, slots=True)
class EnglishWords:
    """Sorted hashes of frequent and of rare English words."""

    frequent: NDArray[Any]
    rare: NDArray[Any]

    def is_frequent(self, word: str) -> bool:
        """Tell whether a word is among the frequent ones."""
        return _contains(self.frequent, word)

    def knows(self, word: str) -> bool:
        """Tell whether a word is English at all."""
        return self.is_frequent(word) or _contains(self.rare, word)

    def has_neighbour(self, word: str) -> bool:
        """Tell whether one slip of the pen makes an English word of this."""
        near = one_slip_away(word)
        hashes = np.fromiter(map(_hash, near), np.uint32, len(near))
        return any(
            bool((words[np.minimum(np.searchsorted(words, hashes), len(words) - 1)] == hashes).any())
            for words in (self.frequent, self.rare)
        )


def one_slip_away(word: str) -> set[str]:
    """Return what a word becomes by one letter more, less, other or swapped with the next."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    near = {front + back[1:] for front, back in cuts if back}
    near |= {front + back[1] + back[0] + back[2:] for front, back in cuts if len(back) > 1}
    for letter in string.ascii_lowercase:
        near |= {front + letter + back for front, back in cuts}
        near |= {front + letter + back[1:] for front, back in cuts if back}
    return near


def _hash(word: str) -> int:
    return zlib.crc32(word.encode())


def _contains(hashes: NDArray[Any], word: str) -> bool:
    asked = np.uint32(_hash(word))
    place = int(np.searchsorted(hashes, asked))
    return place < len(hashes) and bool(hashes[place] == asked)


def pack(lines: Iterable[str]) -> EnglishWords:
    """Return the words of lines that begin with a word, most frequent first."""
    words = [line.split()[0].lstrip("\ufeff").replace("'", "") for line in lines if line.strip()]
    hashes = np.array([_hash(word) for word in dict.fromkeys(words)], np.uint32)
    return EnglishWords(np.sort(hashes[:_FREQUENT]), np.sort(hashes[_FREQUENT:]))


@lru_cache(maxsize=1)
def english_words() -> EnglishWords:
    """Return the English words, read once."""
    with np.load(ENGLISH_FILE, allow_pickle=False) as stored:
        return EnglishWords(stored["frequent"], stored["rare"])


def main() -> None:
    """Write the words of the list named on the command line beside this file."""
    words = pack(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
    np.savez(ENGLISH_FILE, allow_pickle=False, frequent=words.frequent, rare=words.rare)


if __name__ == "__main__":
    main()
