"""How numbers, lists, dates and children are said: the grammar that every sentence of the guide shares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.domain.movie import PartialDate
from bot.domain.suitability import AgeRange

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def join_words(words: Sequence[str], last: str = "and") -> str:
    """Join words to a list as one says it: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Say a number of things: "1 row", "3 rows"."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def sentence(text: str) -> str:
    """Make a text end as a sentence does, and begin with a capital."""
    text = text.strip()
    if not text:
        return text
    text = text[0].upper() + text[1:]
    return text if text.rstrip("”")[-1:] in (*".?!…",) else f"{text}."


def years(age_years: float) -> str:
    """Say a number of years: "7", "5½", "1.2"."""
    if age_years == int(age_years):
        return str(int(age_years))
    if age_years % 1 == 0.5:
        return f"{int(age_years)}½" if age_years >= 1 else "½"
    return f"{age_years:g}"


def child(age: AgeRange) -> str:
    """Name the child or group after "your": "7-year-old", "18-month-old", "teen", "8- to 10-year-olds"."""
    if age.words:
        return age.words
    if age.is_group:
        return f"{years(age.youngest_years)}- to {years(age.oldest_years)}-year-olds"
    if age.youngest_years < 2 and age.youngest_years != 1:
        return f"{round(age.youngest_years * 12)}-month-old"
    return f"{years(age.youngest_years)}-year-old"


def for_child(age: AgeRange) -> str:
    """Say for whom: "your 7-year-old", "children under 10", "ages 9 and up"."""
    if age.is_group and not age.words:
        if age.youngest_years == 0:
            return f"children up to {years(age.oldest_years)}"
        if age.oldest_years == 17:
            return f"ages {years(age.youngest_years)} and up"
    return f"your {child(age)}"


def for_children(ages: Sequence[AgeRange]) -> str:
    """Say for whom, of several: "your 4-year-old, 7-year-old and 12-year-old"."""
    if all(for_child(age).startswith("your ") for age in ages) and ages:
        return "your " + join_words([child(age) for age in ages])
    return join_words([for_child(age) for age in ages])


def day(when: date | PartialDate) -> str:
    """Write a date as exact as it is known: "13 July 2007", "July 2007", "2007"."""
    month, number = when.month, when.day
    said = str(when.year)
    if month is not None:
        said = f"{MONTHS[month - 1]} {said}"
    return f"{number} {said}" if number is not None else said


def number_word(number: int) -> str:
    """Say a small number as the first word of a sentence; a larger one in digits."""
    return ("No", "One", "Two", "Three", "Four", "Five")[number] if 0 <= number <= 5 else str(number)
