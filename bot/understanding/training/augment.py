"""More training text from each message: other titles in its title slots, slips of the pen, ages said in other ways.

Only the training sees this. Titles are those of the library and of the known movies; a title of small words alone
("It", "Up") never comes into a slot that was not written for one, because the words around would not fit it.
"""

from __future__ import annotations

import random
import string
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.language.english import english_words
from bot.language.lexicon import lexicon
from bot.language.words import words_of
from bot.matching.normalising import word_set
from bot.understanding.training.corpus import Example, Marked

KEPT: Final = 0.2
"""The share of slots that keep their own title."""
CONTINUED: Final = 0.1
"""The share of put-in titles that get a number or further words behind: sequels that nobody knows."""
MISSPELT: Final = 0.22
REAL_WORD_SLIPS: Final = 0.3
"""The share of slips that are looked for among those that make another word: "forest gump"."""
_TRIES: Final = 25
_SMALL: Final = word_set("it up her us me him they after before what if go old out in on off over down")
_PARTS: Final = (" 2", " 3", " 4", " 5", " II", " part 2", " Part Two", " returns", ": the next chapter", " forever")


@dataclass(frozen=True, slots=True)
class Title:
    """A title to put in, with the year of its movie."""

    text: str
    year: int | None = None


def is_small(title: str) -> bool:
    """Tell whether a title is made of words that hold any sentence together."""
    class_of = lexicon().class_of
    return all(
        word in _SMALL or class_of.get(word) in ("person", "being", "may", "article") for word in words_of(title)
    )


def misspelt(title: str, rng: random.Random) -> str:
    """Write a title with one slip of the pen, two in a long one; sometimes a slip that makes another English word."""
    if rng.random() < REAL_WORD_SLIPS:
        for _ in range(_TRIES):
            slipped = _slipped(title, rng)
            differing = [word for word in words_of(slipped) if word not in words_of(title)]
            if differing and all(len(word) > 2 and english_words().knows(word) for word in differing):
                return slipped
    return _slipped(title, rng)


def _slipped(title: str, rng: random.Random) -> str:
    letters = list(title)
    for _ in range(1 + (len(title) > 12 and rng.random() < 0.3)):
        places = [place for place in range(1, len(letters)) if letters[place].isalpha() and letters[place - 1] != " "]
        if len(places) < 4:
            return title
        place = rng.choice(places)
        match rng.randrange(4):
            case 0:
                del letters[place]
            case 1:
                letters[place - 1], letters[place] = letters[place], letters[place - 1]
            case 2:
                letters.insert(place, letters[place] if rng.random() < 0.6 else rng.choice(string.ascii_lowercase))
            case _:
                letters[place] = rng.choice(string.ascii_lowercase)
    return "".join(letters)


def _dressed(title: str, like: str, rng: random.Random) -> str:
    """Write a title as the slot had its own: small letters, capitals, without its punctuation."""
    if like.islower():
        title = title.lower()
        if rng.random() < 0.7:
            title = "".join(char for char in title if char not in ":,.!?'’")
    elif like.isupper() and len(like) > 3:
        title = title.upper()
    elif rng.random() < 0.12:
        title = title.lower()
    if rng.random() < 0.08 and title.lower().startswith("the "):
        title = title[4:]
    return title.replace("&", rng.choice(("&", "and", "n"))) if "&" in title else title


def continued(title: str, others: Sequence[Title], rng: random.Random) -> str:
    """Return a title that goes on: with a number, or with words of another one, as sequels and namesakes do."""
    if rng.random() < 0.6:
        return title + rng.choice(_PARTS)
    other = rng.choice(others).text
    if ": " in other:
        return f"{title}: {other.split(': ')[1]}"
    words = [word for word in other.split() if len(word) > 3]
    return f"{title} {rng.choice(words)}" if words else f"{title} 2"


def put_in(title: str, like: str, others: Sequence[Title], rng: random.Random) -> str:
    """Return a title as it is put into a slot that held `like`."""
    if rng.random() < CONTINUED:
        title = continued(title, others, rng)
    elif ": " in title and rng.random() < 0.3:
        title = title.split(": ")[rng.random() < 0.5]
    title = _dressed(title, like, rng)
    return misspelt(title, rng) if rng.random() < MISSPELT else title


def _age_said(said: str, rng: random.Random) -> str:
    """Say a plain age in another way."""
    digits = said.strip()
    if not digits.isdecimal() or not 2 <= int(digits) <= 17 or rng.random() < 0.6:
        return said
    return str(rng.randint(2, 16))


def vary(example: Example, titles: Sequence[Title], rng: random.Random) -> tuple[Example, dict[int, Title]]:
    """Return the message with other titles and ages, and which title stands at which mark (by its place in `marks`)."""
    text, last = "", 0
    marks: list[Marked] = []
    known: dict[int, Title] = {}
    for number, mark in enumerate(sorted(example.marks, key=lambda one: one.start)):
        text += example.text[last : mark.start]
        said = example.text[mark.start : mark.end]
        last = mark.end
        if mark.what in ("title", "aside") and not is_small(said) and not said.strip().isdecimal():
            if rng.random() >= KEPT:
                chosen = rng.choice(titles)
                while is_small(chosen.text):
                    chosen = rng.choice(titles)
                known[number] = chosen
                said = put_in(chosen.text, said, titles, rng)
        elif mark.what == "age":
            said = _age_said(said, rng)
        marks.append(Marked(len(text), len(text) + len(said), mark.what))
        text += said
    text += example.text[last:]
    if rng.random() < 0.1:
        text = text.lower()
    if rng.random() < 0.06:
        text = text.rstrip(".?!")
    return replace(example, text=text, marks=tuple(mark for mark in marks if mark.end <= len(text))), known
