"""Which part of a series a message asks about beside a title: "the third Toy Story", "Shrek 1 or 2"."""

from __future__ import annotations

from typing import Final

from bot.language.lexicon import lexicon
from bot.language.words import Break, Token, words_of
from bot.matching.mention import Mention
from bot.understanding.frame import Frame
from bot.understanding.series import LAST, MOST_PARTS, number_of, part_of, split_number

_LAST: Final = frozenset({"last", "final"})
_BEFORE_TITLE: Final = 2
"""Words between the part and the title, at most."""


def title_begin(frame: Frame, mention: Mention) -> int:
    """Return the place of a title's first own word: what is taken for it may begin with its part or an article."""
    first, end = frame.place(mention.span)
    title = set(words_of(mention.candidates[0].matched_title))
    while first < end - 1 and frame.tokens[first].word not in title:
        first += 1
    return first


def ordinal_before(frame: Frame, mention: Mention) -> int | None:
    """Return which part is asked for before a title ("the third", "the last"); None when none is."""
    first = title_begin(frame, mention)
    for place in range(first - 1, max(-1, first - 1 - _BEFORE_TITLE), -1):
        word = frame.tokens[place].word
        if lexicon().class_of.get(word) == "ordinal":
            return _place_of(word)
        if word in _LAST:
            return LAST
        if lexicon().class_of.get(word) not in ("article", "movie"):
            return None
    return None


def _place_of(ordinal: str) -> int:
    """Return the number of an ordinal of the lexicon: 3 for "third" and "3rd"."""
    if ordinal[:-2].isdecimal():
        return int(ordinal[:-2])
    found = lexicon().age_tree.find([Token(0, 0, ordinal, capital=False)], [(ordinal,)])["age_ordinals"]
    return int(found[0].key)


def numbers_behind(frame: Frame, mention: Mention) -> tuple[list[int], int]:
    """Return the further parts listed behind a title ("2 or 3" of "Shrek 2 or 3"), and how many words list them.

    Empty when no "or" joins numbers there, or when they are a child's age.
    """
    _, end = frame.place(mention.span)
    ages = {place for note in frame.ages for place in range(note.first, note.end)}
    numbers: list[int] = []
    place, last = end, end
    joined = False
    while place < len(frame.tokens):
        word = frame.tokens[place].word
        number = number_of(word)
        parted = frame.tokens[place].before in (Break.COMMA, Break.SLASH) and bool(numbers)
        if lexicon().class_of.get(word) == "joining" and (numbers or place == end):
            joined = True
        elif (
            number is not None and 0 < number <= MOST_PARTS and place not in ages and (joined or parted or place == end)
        ):
            numbers.append(number)
            joined = False
            last = place + 1
        else:
            break
        place += 1
    return (numbers, last - end) if numbers and last - end > len(numbers) - 1 else ([], 0)


def expanded(frame: Frame, mention: Mention) -> list[int]:
    """Return the movies that a title with listed parts names ("Toy Story 3 or 4"); [] when it lists none."""
    numbers, words = numbers_behind(frame, mention)
    _, end = frame.place(mention.span)
    own = mention.candidates[0]
    _, number = split_number(mention.text)
    typed_number = number_of(frame.tokens[end - 1].word) is not None and len(mention.text.split()) > 1
    if not numbers or (len(numbers) == 1 and words == 1 and not typed_number):
        return []
    wanted = [number, *numbers] if typed_number else numbers
    if not typed_number and words == len(numbers) and len(numbers) == 1:
        return []
    found = [part_of(frame.index, own.movie_id, one) for one in dict.fromkeys(wanted)]
    return [one.movie_id for one in found if one is not None] if len(wanted) > 1 else []
