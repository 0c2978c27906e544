"""How lists, dates and the ends of sentences are said: the grammar that every sentence of the guide shares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.domain.movie import PartialDate
from bot.saying.translating import N_, NP_, _, pgettext

_DAYS: Final = (
    N_("{day} January {year}"),
    N_("{day} February {year}"),
    N_("{day} March {year}"),
    N_("{day} April {year}"),
    N_("{day} May {year}"),
    N_("{day} June {year}"),
    N_("{day} July {year}"),
    N_("{day} August {year}"),
    N_("{day} September {year}"),
    N_("{day} October {year}"),
    N_("{day} November {year}"),
    N_("{day} December {year}"),
)
_MONTHS: Final = (
    N_("January {year}"),
    N_("February {year}"),
    N_("March {year}"),
    N_("April {year}"),
    N_("May {year}"),
    N_("June {year}"),
    N_("July {year}"),
    N_("August {year}"),
    N_("September {year}"),
    N_("October {year}"),
    N_("November {year}"),
    N_("December {year}"),
)

# Translators: {list} is the list so far, {last} what is put behind it.
AND: Final = N_("{list} and {last}")
OR: Final = N_("{list} or {last}")
COMMA: Final = N_("{list}, {last}")
SEMICOLON: Final = N_("{list}; {last}")
"""How the last of a list is put behind the others."""
_FIRST_NUMBERS: Final = (
    NP_("number of movies", "One"),
    NP_("number of movies", "Two"),
    NP_("number of movies", "Three"),
    NP_("number of movies", "Four"),
    NP_("number of movies", "Five"),
)


def join_words(words: Sequence[str], last: str = AND) -> str:
    """Join words to a list as one says it: "a, b and c". `last`: AND, OR, COMMA or SEMICOLON."""
    if len(words) < 2:
        return "".join(words)
    between = _(SEMICOLON if last == SEMICOLON else COMMA)
    said = words[0]
    for word in words[1:-1]:
        said = between.format(list=said, last=word)
    return _(last).format(list=said, last=words[-1])


def join_sentences(*sentences: str) -> str:
    """Put whole sentences one behind the other; empty ones are left out."""
    said = [one for one in sentences if one]
    text = "".join(said[:1])
    for following in said[1:]:
        # Translators: two whole sentences; leave out the space where your language writes none.
        text = _("{sentence} {following}").format(sentence=text, following=following)
    return text


def capital(text: str) -> str:
    """Begin with a capital, for a sentence that may begin with a name of ours."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """Make a text end as a sentence does, for one that ends in words of a review and may have a full stop already."""
    return text if text.rstrip("”")[-1:] in (*".?!…",) else _("{sentence}.").format(sentence=text)


def sentence(text: str) -> str:
    """Make a text end as a sentence does, and begin with a capital."""
    text = text.strip()
    return ended(capital(text)) if text else text


def day(when: date | PartialDate) -> str:
    """Write a date as exact as it is known: "13 July 2007", "July 2007", "2007"."""
    if when.month is None:
        return str(when.year)
    if when.day is None:
        return _(_MONTHS[when.month - 1]).format(year=when.year)
    return _(_DAYS[when.month - 1]).format(day=when.day, year=when.year)


def number_word(number: int) -> str:
    """Say a small number of movies as the first word of a sentence; a larger one in digits."""
    if 1 <= number <= len(_FIRST_NUMBERS):
        return pgettext("number of movies", _FIRST_NUMBERS[number - 1])
    return str(number)
