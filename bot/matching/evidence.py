"""What a message says about a movie besides its title: a year, "the new one", "the animated one", an actor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

from bot.matching.normalising import Token, word_set, words_of

_FIRST_YEAR: Final = 1888
_LAST_YEAR: Final = 2100
_NEWEST: Final = word_set("new newer newest latest recent remake reboot remade modern")
_OLDEST: Final = word_set("old older oldest original first earlier classic")
_ANIMATED: Final = word_set("animated cartoon animation anime")
_ONE: Final = word_set("one version movie film edition adaptation")
_ALONE: Final = word_set("remake reboot original animated cartoon newer newest latest older oldest")
_LINKS: Final = word_set(
    "the a from of in its it is was that one ones version movie film made released year with starring by directed "
    "featuring"
)
_FURTHEST: Final = 7
_YEAR_REACH: Final = 4


@dataclass(frozen=True, slots=True)
class Context:
    """What is said beside one title, and which words say it."""

    years: tuple[int, ...] = ()
    year_beside: bool = False
    """Whether a year stands right beside the title, so that another year is another movie; elsewhere it may be when
    something happened: "lost their dad in 2023"."""
    newest: bool = False
    oldest: bool = False
    animated: bool = False
    live_action: bool = False
    words: frozenset[int] = frozenset()


def year_of(word: str) -> int | None:
    """Return the year a word names, or None."""
    if len(word) == 4 and word.isdecimal() and _FIRST_YEAR <= int(word) <= _LAST_YEAR:
        return int(word)
    return None


def read_context(tokens: Sequence[Token], start: int, end: int) -> Context:
    """Read the evidence around the title in tokens[start:end]."""
    years: list[int] = []
    beside = False
    used: set[int] = set()
    found = dict.fromkeys(("newest", "oldest", "animated", "live_action"), False)
    for place in _around(len(tokens), start, end):
        year = year_of(tokens[place].word)
        if year is not None:
            years.append(year)
            beside = beside or start - _YEAR_REACH <= place < end + _YEAR_REACH
            used.add(place)
            used |= _linked(tokens, place, start, end)
    for place in _around(len(tokens), start, end):
        kind = _era(tokens, place, start, end)
        if kind is not None:
            found[kind] = True
            used.add(place)
            used |= _linked(tokens, place, start, end)
    return Context(
        tuple(years), beside, found["newest"], found["oldest"], found["animated"], found["live_action"], frozenset(used)
    )


def _around(count: int, start: int, end: int) -> Iterable[int]:
    yield from range(end, min(count, end + _FURTHEST))
    yield from range(start - 1, max(-1, start - 4), -1)
    yield from range(end + _FURTHEST, count)


def _linked(tokens: Sequence[Token], place: int, start: int, end: int) -> set[int]:
    words = set()
    for step in (-1, 1):
        other = place + step
        while (
            0 <= other < len(tokens)
            and not start <= other < end
            and tokens[other].word in _LINKS
            and abs(other - place) <= 3
        ):
            words.add(other)
            other += step
    return words


def _era(tokens: Sequence[Token], place: int, start: int, end: int) -> str | None:
    word = tokens[place].word
    after = tokens[place + 1].word if place + 1 < len(tokens) and place + 1 != start else ""
    beside = place == end or place == start - 1 or (place == end + 1 and tokens[end].word == "the")
    if word == "live" and after == "action":
        return "live_action"
    if word == "action" and place and tokens[place - 1].word == "live":
        return None
    if word == "first" and not (place and tokens[place - 1].word == "the"):
        return None  # "her first film" is no older one
    if not (after in _ONE or (beside and (word in _ALONE or (place == start - 1 and word != "first")))):
        return None
    if word in _ANIMATED:
        return "animated"
    if word in _NEWEST:
        return "newest"
    return "oldest" if word in _OLDEST else None


def named_people(people: Iterable[str], words: Sequence[str]) -> list[tuple[str, float]]:
    """Return the people whom these words name, each with how sure: 1 for a full name, less for a surname."""
    spoken = {word for word in words if len(word) > 2}
    by_letter: dict[str, list[str]] = {}
    for word in spoken:
        by_letter.setdefault(word[0], []).append(word)
    found = []
    for person in people:
        parts = [part for part in words_of(person) if len(part) > 1]
        if not parts:
            continue
        hits = [
            part for part in parts if part in spoken or any(_alike(part, word) for word in by_letter.get(part[0], ()))
        ]
        if len(hits) == len(parts) and len(parts) > 1:
            found.append((person, 1.0))
        elif parts[-1] in hits and len(parts[-1]) > 3 and parts[-1] in spoken:
            found.append((person, 0.5))
    return found


def _alike(part: str, word: str) -> bool:
    if len(part) <= 4 or abs(len(part) - len(word)) > 1:
        return False
    return OSA.distance(part, word, score_cutoff=1) <= 1
