"""How a child, a group or several are named after "for": "your 7-year-old and teen", "children up to 9".

Groups and school years are named in English by what read the message (bot.language, bot.understanding.age_priors);
they are a closed set, so each is a message here. A group that is not among them is said as it was read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.domain.suitability import AgeRange
from bot.saying.translating import NP_, _, pgettext
from bot.saying.wording_grammar import join_words

_GROUPS: Final = (
    NP_("after “your”", "baby"),
    NP_("after “your”", "toddler"),
    NP_("after “your”", "preschooler"),
    NP_("after “your”", "pre-kindergartner"),
    NP_("after “your”", "kindergartner"),
    NP_("after “your”", "elementary schooler"),
    NP_("after “your”", "tween"),
    NP_("after “your”", "middle schooler"),
    NP_("after “your”", "young teen"),
    NP_("after “your”", "teen"),
    NP_("after “your”", "high schooler"),
    NP_("after “your”", "freshman"),
    NP_("after “your”", "sophomore"),
    NP_("after “your”", "sixth-former"),
    NP_("after “your”", "reception child"),
    NP_("after “your”", "first grader"),
    NP_("after “your”", "second grader"),
    NP_("after “your”", "third grader"),
    NP_("after “your”", "fourth grader"),
    NP_("after “your”", "fifth grader"),
    NP_("after “your”", "sixth grader"),
    NP_("after “your”", "seventh grader"),
    NP_("after “your”", "eighth grader"),
    NP_("after “your”", "ninth grader"),
    NP_("after “your”", "tenth grader"),
    NP_("after “your”", "eleventh grader"),
    NP_("after “your”", "twelfth grader"),
    NP_("after “your”", "13th grader"),
)
_NUMBERED_GROUPS: Final = (
    NP_("after “your”", "Year {number}"),
    NP_("after “your”", "Primary {number}"),
    NP_("after “your”", "Form {number}"),
    NP_("after “your”", "Key Stage {number} child"),
)
_NUMBER: Final = re.compile(r"\b\d{1,2}\b")


def years(age_years: float) -> str:
    """Say a number of years: "7", "5½", "1.2"."""
    if age_years == int(age_years):
        return str(int(age_years))
    if age_years % 1 == 0.5:
        return f"{int(age_years)}½" if age_years >= 1 else "½"
    return f"{age_years:g}"


def for_child(age: AgeRange) -> str:
    """Say for whom: "your 7-year-old", "children up to 9", "ages 9 and up"."""
    return for_children([age])


def for_children(ages: Sequence[AgeRange]) -> str:
    """Say for whom, of several: "your 4-year-old, 7-year-old and 12-year-old"."""
    if ages and not any(_has_one_bound(age) for age in ages):
        return _your([_child(age) for age in ages])
    return join_words([_ages(age) if _has_one_bound(age) else _your([_child(age)]) for age in ages])


def _your(children: Sequence[str]) -> str:
    # Translators: {children} is one child or a list of them, each a message with the context: after “your”. Where the
    # word for “your” depends on the child, put it into each of those and leave only {children} here.
    return _("your {children}").format(children=join_words(children))


def _has_one_bound(age: AgeRange) -> bool:
    """Whether ages were named from or up to one, rather than children."""
    return age.is_group and not age.words and (age.youngest_years == 0 or age.oldest_years == 17)


def _ages(age: AgeRange) -> str:
    if age.youngest_years == 0:
        return _("children up to {years}").format(years=years(age.oldest_years))
    return _("ages {years} and up").format(years=years(age.youngest_years))


def _child(age: AgeRange) -> str:
    """Name the child or group after "your": "7-year-old", "18-month-old", "teen", "8- to 10-year-olds"."""
    if age.words:
        return _named(age.words)
    if age.is_group:
        said = pgettext("after “your”", "{youngest}- to {oldest}-year-olds")
        return said.format(youngest=years(age.youngest_years), oldest=years(age.oldest_years))
    if age.youngest_years < 2 and age.youngest_years != 1:
        return pgettext("after “your”", "{months}-month-old").format(months=round(age.youngest_years * 12))
    return pgettext("after “your”", "{years}-year-old").format(years=years(age.youngest_years))


def _named(words: str) -> str:
    """Name a group or school year, or two: "teen", "Year 4", "first grader to third grader"."""
    if words in _GROUPS:
        return pgettext("after “your”", words)
    first, to, last = words.partition(" to ")
    if to:
        said = pgettext("after “your”", "{youngest} to {oldest}")
        return said.format(youngest=_named(first), oldest=_named(last))
    number = _NUMBER.search(words)
    form = _NUMBER.sub("{number}", words, count=1)
    if number is not None and form in _NUMBERED_GROUPS:
        return pgettext("after “your”", form).format(number=number[0])
    return words
