"""Read what movies should be about, and who must be in them: "a dinosaur movie", "nothing about trains"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from bot.language.phrases import Match, best_of_each_place
from bot.language.words import Break
from bot.understanding.wish_line import Found, WishLine
from bot.understanding.wish_scope import places_of

_SHORTEST: Final = 3
"""Letters of a word that is looked for in what reviews tell."""
_LONGEST_RUN: Final = 6
_LONGEST_NAME: Final = 3
_FRAMES: Final = ("about", "likes", "with")


@dataclass(slots=True)
class Subjects:
    """What was read, as the fields of the same names of bot.understanding.wishes.Wishes."""

    about: tuple[str, ...] = ()
    not_about: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    unsearchable: dict[int, str] = field(default_factory=dict)
    """By place."""
    is_own: bool = False
    """Whether any movie of a subject is wished for ("a dinosaur movie"), rather than one ("the dinosaur movie")."""


def read_subjects(line: WishLine) -> Subjects:
    """Read them; of several things said by "about", "with" or "loves" the first is taken."""
    subjects = Subjects(people=_people(line))
    company = places_of("wish_company", line.symbols)
    wanted: list[str] = []
    unwanted: list[str] = []
    for one in line.of("wish_topic"):
        denial = line.denial(one.first)
        if denial is None and (line.is_of_movies(one.end) or line.stands_alone(one.first, one.end)):
            wanted += [token.owner for token in line.tokens[one.first : one.end]]
            subjects.is_own = subjects.is_own or not _is_pointed_at(line, one)
        elif denial is not None and denial.leaves_nothing:
            unwanted.append(line.said(one.first, one.end))
    for match in _frames(line):
        places = _run(line, match.end)
        words = [line.tokens[place].word for place in places]
        if not words or any(line.denial(place) for place in places):
            continue
        if match.key == "with" and (subjects.people or company & set(places)):
            continue
        cue = _cue_before(line, match.first)
        if cue is None or cue.key == "welcome":
            wanted = wanted or words
        elif match.key == "about":
            unwanted.append(" ".join(words))
        else:
            subjects.unsearchable[cue.first] = line.said(cue.first, places[-1] + 1)
    subjects.about = tuple(dict.fromkeys(wanted))
    subjects.not_about = tuple(dict.fromkeys(unwanted))
    return subjects


def _frames(line: WishLine) -> list[Match]:
    """Find the words that lead to a subject, the longest at each place."""
    denying = {place for cue in line.denied.cues.values() for place in range(cue.first, cue.end)}
    free = [
        match
        for match in line.places("wish_lead")
        if match.key in _FRAMES and (denying | _taken(line)).isdisjoint(range(match.first, match.end))
    ]
    return best_of_each_place(free)


def _run(line: WishLine, first: int) -> list[int]:
    """Return the places of the telling words behind a frame."""
    ends = places_of("wish_run_ends", line.symbols) | {match.first for match in line.places("wish_lead")}
    denying = {cue.first for cue in line.denied.cues.values()}
    taken = _taken(line)
    places = []
    for place in range(first, min(first + _LONGEST_RUN, len(line.tokens))):
        token = line.tokens[place]
        if token.before >= Break.COMMA or place in ends or place in denying or place in line.skip:
            break
        if place not in taken and place not in line.small and len(token.word) >= _SHORTEST:
            places.append(place)
    return places


def _cue_before(line: WishLine, first: int) -> Match | None:
    """Return the denying word right before a place, small words between: "not a movie about"."""
    for place in range(first - 1, max(-1, first - 2 - _LONGEST_NAME), -1):
        if place in line.denied.cues:
            return line.denied.cues[place]
        if place not in line.small or line.tokens[place + 1].before >= Break.COMMA:
            return None
    return None


def _taken(line: WishLine) -> set[int]:
    """Return the places of wishes and worries; a topic may stand in a subject."""
    spans = [(one.first, one.end) for one in line.found if one.table != "wish_topic"]
    spans += [(note.first, note.end) for note in line.notes]
    return {place for first, end in spans for place in range(first, end)}


def _is_pointed_at(line: WishLine, one: Found) -> bool:
    return one.first > 0 and line.tokens[one.first - 1].word in ("the", "that", "this")


def _people(line: WishLine) -> tuple[str, ...]:
    """Return the names behind "starring" and such, and names in capitals behind "with"."""
    free = [match for match in line.places("wish_people") if line.denied.cues.get(match.first - 1) is None]
    names = [_name(line, match.end, 1) for match in best_of_each_place(free)]
    if any(not token.capital for token in line.tokens[1:]):
        names += [_name(line, place + 1, 2) for place, token in enumerate(line.tokens) if token.word in ("with", "w")]
    return tuple(dict.fromkeys(name for name in names if name))


def _name(line: WishLine, first: int, fewest: int) -> str:
    """Return a name that begins there; empty: none. `fewest` words are needed, each with a capital if it is two."""
    taken = _taken(line) | {place for one in line.of("wish_topic") for place in range(one.first, one.end)}
    words: list[str] = []
    for place in range(first, min(first + _LONGEST_NAME, len(line.tokens))):
        token = line.tokens[place]
        stops = place in line.skip or place in taken or place in line.small or token.before >= Break.COMMA
        if stops or (fewest > 1 and not token.capital):
            break
        words.append(token.word)
    return " ".join(words) if len(words) >= fewest else ""
