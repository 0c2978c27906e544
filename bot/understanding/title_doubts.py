"""What stands around the words of a title and speaks for it, or for another one: quotes, "movie", "jaws 2"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from bot.language.english import english_words
from bot.language.lexicon import lexicon
from bot.language.words import Break, Token
from bot.matching.message import Window
from bot.understanding.features import Vocabulary, number_kind, word_hash
from bot.understanding.tagger import AGE, IN_ASIDE, IN_TITLE, Tagging

ROMAN: Final = frozenset({"ii", "iii", "iv", "vi", "vii", "viii"})
"""Numbers of parts as titles write them; "i", "v" and "x" are too often something else."""
_FEW_WORDS: Final = 2


def goes_on(tokens: Sequence[Token], tagging: Tagging, vocabulary: Vocabulary, window: Window) -> bool:
    """Tell whether a title goes on behind its words: a number that is no age, the same word again, a strange noun."""
    first, after = window.start, window.end
    if first and tokens[first - 1].word == tokens[first].word:
        return True
    if after >= len(tokens) or tokens[after].before > Break.HYPHEN:
        return False
    word = tokens[after].word
    if word in ROMAN:
        return True
    short = window.end - window.start <= _FEW_WORDS
    if short and (word == tokens[after - 1].word or not is_wording(word, vocabulary)):
        return True
    inside = float(tagging.shares[after, IN_TITLE] + tagging.shares[after, IN_ASIDE])
    return number_kind(word) == 1 and inside > float(tagging.shares[after, AGE])


def part_behind(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether the number behind a title is surely a part: "is moana 3 ok" asks about one, "moana 3?" may not."""
    if end + 1 >= len(tokens) or number_kind(tokens[end].word) != 1:
        return False
    if max(tokens[end].before, tokens[end + 1].before) > Break.HYPHEN:
        return False
    return lexicon().class_of.get(tokens[end + 1].word) in ("fit", "being", "strong")


def is_wording(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether people use a word around titles, or it is no plain English word at all."""
    own = bool(vocabulary.has(np.array([word_hash(word)], np.uint32))[0])
    return own or not word.isalpha() or not english_words().is_frequent(word)


def movie_behind(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether "movie" or the like follows: then an article before is none of the title's."""
    return end < len(tokens) and lexicon().class_of.get(tokens[end].word) == "movie"


QUOTED: Final = 3.0
CALLED_A_MOVIE: Final = 2.0
ALONE: Final = 1.5
"""What it adds to the odds of a title's very words (natural logarithm) that they stand in quotation marks, that "movie"
follows, and that they stand by themselves between a comma, a dash or the end: nobody writes other words so."""
_SAID_OLD: Final = 0.5
_ALSO_TITLED: Final = 0.0


def standing(text: str, tokens: Sequence[Token], window: Window) -> float:
    """Return what the place of a title's very words adds to their odds."""
    if window.quoted:
        return QUOTED
    if movie_behind(tokens, window.end):
        return CALLED_A_MOVIE
    begins = window.start == 0 or tokens[window.start].before >= Break.COMMA
    ends = window.end == len(tokens) or tokens[window.end].before >= Break.COMMA
    asks = "?" in text or len(tokens) > window.end - window.start
    return ALONE if begins and ends and asks else 0.0


def names_a_child(tokens: Sequence[Token], tagging: Tagging, window: Window, elsewhere: float) -> bool:
    """Tell whether a word of a title stands where a child's name does.

    "Hugo is 4" always; "my daughter Matilda" and "Luca (7)" where the message names a movie elsewhere, for which
    `elsewhere` are the tagger's odds: "show my kids Jaws" and "Moana (4)" ask about these.
    """
    first, after = window.start, window.end
    if after - first > 1 or window.quoted or movie_behind(tokens, after):
        return False
    class_of = lexicon().class_of
    if after < len(tokens) and class_of.get(tokens[after].word) == "being":
        return _is_age(tokens, tagging, after + 1)
    if elsewhere < _ALSO_TITLED:
        return False
    if first and tokens[first].before < Break.COMMA and class_of.get(tokens[first - 1].word) == "child":
        return True
    return after < len(tokens) and tokens[after].before is Break.BRACKET and _is_age(tokens, tagging, after)


def _is_age(tokens: Sequence[Token], tagging: Tagging, place: int) -> bool:
    if place >= len(tokens):
        return False
    word = tokens[place].word
    if number_kind(word) != 1 and lexicon().class_of.get(word) != "small_number":
        return False
    return float(tagging.shares[place, AGE]) > _SAID_OLD
