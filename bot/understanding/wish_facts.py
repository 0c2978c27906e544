"""Read the wishes that are facts of a movie: genres, rating, length, years, language, studio, gentle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from bot.understanding.wish_line import Found, WishLine
from bot.understanding.wish_numbers import minutes_of, turned_round, years_of
from bot.understanding.wishes import OLD_TO_YEAR, SHORT_MINUTES

MPAA_RATINGS: Final = ("G", "PG", "PG-13", "R", "NC-17")
"""The ratings of the MPAA (US), the mildest first: "nothing above PG" goes by their order."""


@dataclass(slots=True)
class Facts:
    """The facts wished for, as the fields of the same names of bot.understanding.wishes.Wishes."""

    rating: str | None = None
    not_ratings: tuple[str, ...] = ()
    most_minutes: int | None = None
    genres: list[str] = field(default_factory=list)
    not_genres: list[str] = field(default_factory=list)
    language: str | None = None
    from_year: int | None = None
    to_year: int | None = None
    newest_first: bool = False
    studio: str | None = None
    not_studio: str | None = None
    gentle: bool = False
    unsearchable: dict[int, str] = field(default_factory=dict)
    """By place."""


def read_facts(line: WishLine) -> Facts:
    """Read the facts; what cannot be searched in the way it is wished for is unsearchable."""
    facts = Facts()
    for one in line.found:
        denial = line.denial(one.first)
        if denial is not None and denial.key == "welcome":
            continue
        take = _TAKEN_BY.get(one.table)
        searched = take(facts, line, one, denial is not None) if take else one.table != "wish_unsearchable"
        if not searched:
            with_article = one.table == "wish_unsearchable" and one.first > 0 and _is_article(line, one.first - 1)
            facts.unsearchable[one.first] = line.said(one.first - with_article, one.end, denial)
    # "No Disney. He thinks Disney is for girls."
    facts.genres = [name for name in facts.genres if name not in facts.not_genres]
    facts.studio = facts.studio if facts.studio != facts.not_studio else None
    return facts


def _is_article(line: WishLine, place: int) -> bool:
    return "<article>" in line.symbols[place] or line.tokens[place].word == "some"


def _is_worry(line: WishLine, one: Found) -> bool:
    return any(note.first < one.end and one.first < note.end for note in (*line.notes, *line.covered))


# Each takes one wording into the facts and returns whether it can be searched for as it is wished.


def _take_genre(facts: Facts, line: WishLine, one: Found, denied: bool) -> bool:
    # "No romance" is a worry about the row of that name, not about the genre.
    left_out = {"Romance"} if denied and _is_worry(line, one) else set()
    (facts.not_genres if denied else facts.genres).extend(name for name in one.key.split("+") if name not in left_out)
    return True


def _take_kind(facts: Facts, _: WishLine, one: Found, denied: bool) -> bool:
    if one.key == "live_action":
        (facts.genres if denied else facts.not_genres).append("Animation")
    elif one.key in ("old", "not_old"):
        if facts.from_year is None and facts.to_year is None:
            not_old = denied or one.key == "not_old"
            facts.from_year, facts.to_year = (OLD_TO_YEAR + 1, None) if not_old else (None, OLD_TO_YEAR)
    elif denied or one.key == "not_new":
        return False
    elif one.key == "gentle":
        facts.gentle = True
    elif one.key == "short":
        facts.most_minutes = facts.most_minutes or SHORT_MINUTES
    else:
        facts.newest_first = True
    return True


def _take_studio(facts: Facts, _: WishLine, one: Found, denied: bool) -> bool:
    before = facts.not_studio if denied else facts.studio
    if before not in (None, one.key):
        return False
    if denied:
        facts.not_studio = one.key
    else:
        facts.studio = one.key
    return True


def _take_language(facts: Facts, line: WishLine, one: Found, denied: bool) -> bool:
    tongue = next(m.key for m in line.words.phrases["wish_tongue"] if one.first <= m.first and m.end <= one.end)
    if denied or facts.language not in (None, tongue):
        return False
    facts.language = tongue
    return True


def _take_length(facts: Facts, line: WishLine, one: Found, denied: bool) -> bool:
    minutes = minutes_of(line.tokens, one.first, one.end, one.key)
    if denied or minutes is None or one.key == "at_least":
        return False
    facts.most_minutes = min(minutes, facts.most_minutes or minutes)
    return True


def _take_years(facts: Facts, line: WishLine, one: Found, denied: bool) -> bool:
    years = years_of(line.tokens, one.first, one.end, one.key)
    wanted = turned_round(years) if denied else years
    if wanted is None:
        return False
    first, last = wanted
    if first is not None and last is not None and facts.from_year is not None and facts.to_year is not None:
        # Both of two decades: "from the 80s or 90s".
        first, last = min(first, facts.from_year), max(last, facts.to_year)
    facts.from_year = first if first is not None else facts.from_year
    facts.to_year = last if last is not None else facts.to_year
    return True


def _take_rating(facts: Facts, _: WishLine, one: Found, denied: bool) -> bool:
    if one.table == "wish_rating" and not denied:
        facts.rating = facts.rating or one.key
    elif one.key in MPAA_RATINGS:
        above = MPAA_RATINGS.index(one.key) + (one.table == "wish_rating_most")
        facts.not_ratings = MPAA_RATINGS[above:]
    else:
        return False
    return True


_TAKEN_BY: Final[dict[str, Callable[[Facts, WishLine, Found, bool], bool]]] = {
    "wish_genre": _take_genre,
    "wish_kind": _take_kind,
    "wish_studio": _take_studio,
    "wish_language": _take_language,
    "wish_length": _take_length,
    "wish_years": _take_years,
    "wish_rating": _take_rating,
    "wish_rating_most": _take_rating,
    "wish_rating_under": _take_rating,
}
