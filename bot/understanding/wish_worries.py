"""Read which worries suggestions shall be free of, and which of them are wished for: "scary but not gory"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from bot.domain.vocabulary import GRID_BY_KEY, is_hoped_for
from bot.language.words import Break
from bot.understanding.concern_notes import ConcernNote
from bot.understanding.wish_line import WishLine

_OF_DEATH: Final = ("animal_dies", "parent_dies", "child_dies")
"""What "no death" stands for beside the row of upsetting themes."""
_NEVER_SOUGHT: Final = frozenset({"flashing_lights", "loud_noises", "vomiting"})
"""Nobody looks for a movie with these: "with epilepsy" is said of the child."""
_ONLY_ABOUT: Final = frozenset(
    {"self_harm", "eating_disorder", "sexual_assault", "domestic_abuse", "needles_hospital", "slurs", "drowning"}
)
"""Sought only where a movie shall be about them."""
_KINDS_OF_MOVIES: Final = frozenset({"violence_gore", "upsetting_themes"})
"""Rows that say a kind of movie right before "movie": "a sad movie"."""
_TOO_WIDE: Final = frozenset({"spiders_snakes_sharks", "clowns_dolls", "religion_occult"})
"""Questions that stand for several things: for "shark films" the word itself is looked for."""


@dataclass(frozen=True, slots=True)
class WishedWorries:
    """Worries by how they are wished for, as the fields of the same names of bot.understanding.wishes.Wishes."""

    sought: tuple[str, ...]
    some: tuple[str, ...]
    strict: tuple[str, ...]
    allowed: tuple[str, ...]
    about: tuple[str, ...]
    unsearchable: dict[int, str]
    """By place."""
    is_own: bool
    """Whether something in it is a wish without any other word: "war movie", "where the dog lives"."""


def read_worries(line: WishLine, genres: list[str]) -> WishedWorries:
    """Read them from the worries named; `genres` are those wished for."""
    states: dict[str, set[str]] = defaultdict(set)
    about: list[str] = []
    unsearchable: dict[int, str] = {}
    is_own = False
    for one in line.of("wish_strict"):
        states[one.key].add("strict")
        is_own = True
    for note in line.covered:
        if not is_hoped_for(note.key):
            states[note.key].add("allowed")
    for note in line.notes:
        state = _state(line, note)
        if state == "unsearchable":
            unsearchable[note.first] = line.said(note.first, note.end, line.denial(note.first))
        elif state == "wanted":
            leads = line.leads("wish_lead", note.first)
            is_own = is_own or "about" in leads or line.is_of_movies(note.end)
            wide = note.key in _TOO_WIDE
            if wide or (note.key in GRID_BY_KEY and "about" in leads and not is_hoped_for(note.key)):
                about += [token.owner for token in line.tokens[note.first : note.end]]
            states[note.key].add("allowed" if wide else "some" if _is_some(line, note) else "sought")
        else:
            states[note.key].add(state)
            if state == "strict" and note.key == "upsetting_themes" and _is_of_death(line, note):
                for key in _OF_DEATH:
                    states[key].add("strict")
    if "Romance" in genres:
        # "Romance without sex" is not without any of the row that holds both.
        states["sex_romance"] = {"low"} if states["sex_romance"] & {"strict", "low"} else {"allowed"}
    chosen = {key: _chosen(key, said) for key, said in states.items()}
    return WishedWorries(
        sought=tuple(key for key, state in chosen.items() if state == "sought"),
        some=tuple(key for key, state in chosen.items() if state == "some"),
        strict=tuple(key for key, state in chosen.items() if state == "strict"),
        allowed=tuple(key for key, state in chosen.items() if state == "allowed"),
        about=tuple(dict.fromkeys(about)),
        unsearchable=unsearchable,
        is_own=is_own,
    )


def _chosen(key: str, said: set[str]) -> str:
    """Return what counts of all that is said of one worry; the safest, but "scary, not too scary" is some of it."""
    if "strict" in said:
        return "strict"
    if "low" in said and said & {"sought", "some"}:
        return "some" if key in GRID_BY_KEY else "low"
    state = next(state for state in ("low", "some", "sought", "worry", "allowed") if state in said)
    return "sought" if state == "some" and key not in GRID_BY_KEY else state


def _state(line: WishLine, note: ConcernNote) -> str:
    """Return how one worry is meant: strict, low, allowed, wanted, unsearchable, or a worry as any."""
    denial = line.denial(note.first)
    positive = is_hoped_for(note.key)
    if denial is not None and denial.key == "welcome":
        return "allowed"
    if denial is not None and positive:
        return "unsearchable"
    if denial is not None:
        return "strict" if denial.leaves_nothing else "low"
    if _word(line, note.end) == "free":
        return "strict"
    if _is_welcome_behind(line, note.end):
        return "allowed"
    if positive or _is_wanted(line, note):
        return "wanted"
    romance = any(one.key.startswith("Romance") and one.first <= note.first < one.end for one in line.of("wish_genre"))
    return "allowed" if romance else "worry"


def _is_wanted(line: WishLine, note: ConcernNote) -> bool:
    """Whether a movie shall have it: "a scary movie", "movies about adoption", "she likes horror"."""
    if note.key in _NEVER_SOUGHT:
        return False
    leads = line.leads("wish_lead", note.first)
    if "about" in leads or any(note.first <= match.first < note.end for match in line.places("wish_sought")):
        return True
    liked = bool(leads & {"likes", "wants"})
    if note.key == "scariness":
        return liked or line.is_of_movies(note.end) or _word(line, note.end) in ("but", "ish", "lite")
    if note.key in GRID_BY_KEY:
        return note.key in _KINDS_OF_MOVIES and _is_movie(line, note.end)
    return note.key not in _ONLY_ABOUT and (liked or bool(leads & {"with", "has"}) or line.is_of_movies(note.end))


def _is_movie(line: WishLine, place: int) -> bool:
    return bool(_word(line, place)) and "<movie>" in line.symbols[place]


def _is_some(line: WishLine, note: ConcernNote) -> bool:
    if "before" in line.leads("wish_some", note.first):
        return True
    return any(match.first == note.end for match in line.places("wish_some") if match.key == "behind")


def _is_welcome_behind(line: WishLine, place: int) -> bool:
    """Whether it is said to be no matter: "a kiss is fine", "swords ok, dragons ok"."""
    if "<being>" in line.symbols[place] if place < len(line.symbols) else False:
        place += 1
    if place >= len(line.tokens) or line.tokens[place].before >= Break.COMMA or line.tokens[place].word not in _FINE:
        return False
    behind = place + 1
    return behind == len(line.tokens) or line.tokens[behind].before >= Break.COMMA or _word(line, behind) == "but"


_FINE: Final = frozenset({"ok", "okay", "fine", "alright", "welcome", "allowed", "good"})


def _is_of_death(line: WishLine, note: ConcernNote) -> bool:
    return any("<dying>" in line.symbols[place] for place in range(note.first, note.end))


def _word(line: WishLine, place: int) -> str:
    """Return the word at a place of the same sentence; empty: there is none."""
    if place >= len(line.tokens) or line.tokens[place].before is Break.STOP:
        return ""
    return line.tokens[place].word
