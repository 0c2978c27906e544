"""Which of the movies just offered is meant: "the 2014 one", "the second", "the animated one", "the vampire one".

Only what the movies themselves tell is used; where it fits none or more than one, nothing is picked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from bot.domain.movie import MovieId
from bot.matching.titles import TitleEntry
from bot.understanding import asking
from bot.understanding.masking import lowered

_PLACES: Final[tuple[tuple[str, int], ...]] = (
    (r"(?:the\s+)?(?:first|1st|former|top|upper)(?:\s+(?:one|movie|film))?", 0),
    (r"(?:the\s+)?(?:second|2nd|latter)(?:\s+(?:one|movie|film))?", 1),
    (r"(?:the\s+)?(?:third|3rd)(?:\s+(?:one|movie|film))?", 2),
    (r"(?:the\s+)?(?:fourth|4th)(?:\s+(?:one|movie|film))?", 3),
    (r"(?:the\s+)?(?:fifth|5th)(?:\s+(?:one|movie|film))?", 4),
    (r"(?:the\s+)?(?:last|bottom)(?:\s+(?:one|movie|film))?", -1),
)
_NUMBER: Final = re.compile(r"\W*(?:(?:number|no\.?|option|#)\s*)?([1-5])\W*")
_YEAR: Final = re.compile(r"(?<![0-9])((?:18|19|20)[0-9]{2})(?![0-9])|['’]([0-9]{2})(?![0-9])")
_NEW: Final = re.compile(r"\b(?:new(?:er|est)?|latest|recent|remake|reboot|modern|later)\b")
_OLD: Final = re.compile(
    r"\b(?:old(?:er|est)?|original|earl(?:y|ier|iest)|classic)\b(?!\s*(?:son|daughter|kid|child|boy|girl|sister|brother|is\b|enough))"
)
_DRAWN: Final = re.compile(r"\b(?:animated|animation|cartoon|disney\s+one|drawn|anime)\b")
_ACTED: Final = re.compile(r"\b(?:live[\s-]?action|real\s+people|real\s+actors)\b")
_YES: Final = re.compile(
    r"\W*(?:yes|yeah|yep|yup|ya|yea|aye|right|correct|exactly|that\s+one|that['’]?s\s+(?:it|right|the\s+one)|sure|ok(?:ay)?|it\s+is)\b"
)
_WORD: Final = re.compile(r"[^\W_]+")
_TOKEN: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PICKING_WORDS_TEXT: Final = """
first second third fourth fifth last former latter top bottom upper 1st 2nd 3rd 4th 5th 1 2 3 4 5 number option new
newer newest latest recent remake reboot modern old oldest original early earlier earliest classic animated
animation cartoon disney drawn anime action real actors live right correct exactly yup by from
"""
_PICKING_WORDS: Final = frozenset(_PICKING_WORDS_TEXT.split())
NEXT_PART: Final = 0
"""Stands for "the sequel", whose number depends on the movie spoken of."""
_PART_NUMBERS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "original": 1, "sequel": NEXT_PART,
}  # fmt: skip
_PART: Final = re.compile(
    r"\bthe\s+(?P<place>first|second|third|fourth|fifth|sixth|[1-6](?:st|nd|rd|th))\s+(?:one|movie|film|part)\b"
    r"|\bpart\s+(?P<number>[1-9])\b|\bthe\s+(?P<name>original|sequel)\b"
)
_VERSION: Final = re.compile(
    r"\bthe\s+(?:new(?:er|est)?|old(?:er|est)?|latest|other|animated|cartoon|live[\s-]?action|(?:19|20)[0-9]{2})\s+(?:one|version|movie|film)\b(?!\s+(?:is|has|was)\b)|\bthe\s+(?:remake|reboot|(?:19|20)[0-9]{2})\W*$"
)
_PART_NUMBER_AT_END: Final = re.compile(r"\s+([1-9]|ii|iii|iv|v|vi)$", re.IGNORECASE)
_ROMAN: Final = {"ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6} | {str(number): number for number in range(1, 10)}
_FEWEST_LETTERS: Final = 4
"""Letters of a word or name that tells one movie from the others by itself."""


def pick(text: str, offered: Sequence[TitleEntry]) -> MovieId | None:
    """Pick the movie meant; None when the words pick none, leave more than one, or speak of anything else."""
    small = lowered(text)
    if not set(asking.telling_words(small)) <= _words_about(offered):
        return None
    if len(offered) == 1 and _YES.match(small):
        return MovieId(offered[0].movie_id)
    for rule in (_by_year, _by_place, _by_era, _by_kind, _by_words):
        picked = rule(small, offered)
        if picked is not None:
            return MovieId(picked.movie_id)
    return None


def named_part(text: str) -> int | None:
    """Read which part of a series is spoken of ("the third one", "the sequel", "part 2"); None when none is."""
    match = _PART.search(lowered(text))
    if match is None:
        return None
    said = match["place"] or match["number"] or match["name"]
    return _PART_NUMBERS[said] if said in _PART_NUMBERS else int(said.rstrip("stndrh"))


def named_version(text: str) -> str | None:
    """Read which other movie of the same title is spoken of: "the newer one", "the animated version"; None: none."""
    match = _VERSION.search(lowered(text))
    return None if match is None else match.group()


def names_newest(text: str) -> bool:
    """Whether a newer movie is spoken of; that may be the next part."""
    return _NEW.search(lowered(text)) is not None


def title_of_part(title: str, number: int) -> str:
    """Make the title that a part of the series would have: "Cars 3" from "Cars 2", "Cars" for the first."""
    at_end = _PART_NUMBER_AT_END.search(title)
    first = title[: at_end.start()] if at_end else title
    if number == NEXT_PART:
        number = _ROMAN.get(at_end[1].lower(), 0) + 1 if at_end else 2
    return first if number == 1 else f"{first} {number}"


def _words_about(offered: Sequence[TitleEntry]) -> set[str]:
    """Every word that may be used to say which of these movies is meant."""
    told = " ".join(
        f"{entry.title} {entry.year} {(entry.year or 0) % 100:02d} {' '.join((*entry.people, *entry.genres))}"
        for entry in offered
    )
    return {*_TOKEN.findall(told.lower()), *_WORD.findall(told.lower()), *_PICKING_WORDS}


def _by_year(text: str, offered: Sequence[TitleEntry]) -> TitleEntry | None:
    match = _YEAR.search(text)
    if match is None:
        return None
    if match[1]:
        return _only(offered, lambda entry: entry.year == int(match[1]))
    return _only(offered, lambda entry: entry.year is not None and entry.year % 100 == int(match[2]))


def _by_place(text: str, offered: Sequence[TitleEntry]) -> TitleEntry | None:
    number = _NUMBER.fullmatch(text)
    if number is not None:
        place = int(number[1]) - 1
        return offered[place] if place < len(offered) else None
    if len(offered) == 2 and re.fullmatch(r"\W*(?:no\W+)?the\s+other(?:\s+(?:one|movie|film))?\W*", text):
        return offered[1]
    for pattern, place in _PLACES:
        match = re.search(rf"\b{pattern}\b(?!\s+grad)", text)
        if match and place < len(offered) and asking.is_small_talk(text[: match.start()] + text[match.end() :]):
            return offered[place]
    return None


def _by_era(text: str, offered: Sequence[TitleEntry]) -> TitleEntry | None:
    years = [entry.year for entry in offered if entry.year is not None]
    if len(years) < len(offered):
        return None
    if _NEW.search(text):
        return _only(offered, lambda entry: entry.year == max(years))
    if _OLD.search(text):
        return _only(offered, lambda entry: entry.year == min(years))
    return None


def _by_kind(text: str, offered: Sequence[TitleEntry]) -> TitleEntry | None:
    if _DRAWN.search(text):
        return _only(offered, _is_drawn)
    if _ACTED.search(text):
        return _only(offered, lambda entry: not _is_drawn(entry))
    return _only(
        offered, lambda entry: any(re.search(rf"\b{re.escape(genre.lower())}\b", text) for genre in entry.genres)
    )


def _by_words(text: str, offered: Sequence[TitleEntry]) -> TitleEntry | None:
    """Pick by a word that only one of the titles has, or by a name of only one of the casts."""
    said = {word for word in _WORD.findall(text) if len(word) >= _FEWEST_LETTERS}
    by_title = _only(offered, lambda entry: bool(said & _own_words(entry, offered)))
    return by_title or _only(offered, lambda entry: bool(said & set(_WORD.findall(" ".join(entry.people).lower()))))


def _own_words(entry: TitleEntry, offered: Sequence[TitleEntry]) -> set[str]:
    others = {word for other in offered if other is not entry for word in _WORD.findall(other.title.lower())}
    return set(_WORD.findall(entry.title.lower())) - others


def _is_drawn(entry: TitleEntry) -> bool:
    return any("anim" in genre.lower() for genre in entry.genres)


def _only(offered: Sequence[TitleEntry], fits: Callable[[TitleEntry], bool]) -> TitleEntry | None:
    found = [entry for entry in offered if fits(entry)]
    return found[0] if len(found) == 1 else None
