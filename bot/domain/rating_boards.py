"""The official rating boards: what their ratings are, from what age each speaks, and how people write them.

The tables are ours, published in README. The ages are the boards' stated ones where they state any (PG-13, R, 12A, 15,
18, FSK…) and the boards' advice in words where they do not (PG). A value that a board's table does not have is no
rating of that board: it is never read as one, and `official_rating` refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import LONGEST_SENTENCE, OfficialRating

AGE_BY_RATING: dict[str, dict[str, int]] = {
    "MPAA": {"G": 4, "PG": 8, "PG-13": 13, "R": 17, "NC-17": 18},
    "BBFC": {"U": 4, "PG": 8, "12A": 12, "12": 12, "15": 15, "18": 18, "R18": 18},
    "FSK": {"0": 4, "6": 6, "12": 12, "16": 16, "18": 18},
    "ACB": {"G": 4, "PG": 8, "M": 15, "MA15+": 15, "MA 15+": 15, "R18+": 18, "R 18+": 18},
    "CHVRS": {"G": 4, "PG": 8, "14A": 14, "18A": 18, "R": 18},
    "IFCO": {"G": 4, "PG": 8, "12A": 12, "15A": 15, "16": 16, "18": 18},
    "CNC": {"U": 4, "TP": 4, "12": 12, "16": 16, "18": 18},
    "KIJKWIJZER": {"AL": 4, "6": 6, "9": 9, "12": 12, "14": 14, "16": 16, "18": 18},
    "EIRIN": {"G": 4, "PG12": 12, "R15+": 15, "R18+": 18},
}
"""Age in years each board's own rating speaks of. "For all" counts as 4: boards judge harm, not fit for toddlers."""

SYSTEM_COUNTRY: dict[str, str] = {
    "MPAA": "US", "BBFC": "GB", "FSK": "DE", "ACB": "AU", "CHVRS": "CA",
    "IFCO": "IE", "CNC": "FR", "KIJKWIJZER": "NL", "EIRIN": "JP",
}  # fmt: skip
"""The country each board rates for, ISO 3166 two-letter code."""

DEFAULT_SYSTEM = "MPAA"
ONLY_MPAA = frozenset({"PG-13", "NC-17", "R"})
"""Ratings that name the MPAA when no board is given; PG and G are those of many boards."""

_NAMES: dict[str, tuple[str, ...]] = {
    "MPAA": ("MPAA", "MPA", "USA", "US"),
    "BBFC": ("BBFC", "UK", "GB"),
    "FSK": ("FSK", "Germany", "DE"),
    "ACB": ("ACB", "Australia", "AU"),
    "CHVRS": ("CHVRS", "Canada", "CA"),
    "IFCO": ("IFCO", "Ireland", "IE"),
    "CNC": ("CNC", "France", "FR"),
    "KIJKWIJZER": ("Kijkwijzer", "Netherlands", "NL"),
    "EIRIN": ("Eirin", "Japan", "JP"),
}
"""What lists put in front of a rating for its board: its own name or its country ("US:PG-13")."""
_OTHER_SPELLINGS: dict[str, dict[str, str]] = {
    "ACB": {"MA": "MA15+"},
    "CNC": {"TOUSPUBLICS": "TP"},
    "KIJKWIJZER": {"ALLELEEFTIJDEN": "AL"},
}
_BOARD_BEFORE = {
    system: re.compile(rf"(?:{'|'.join(names)})(?:[\s:/_-]+|(?=\d))(?=\S)", re.IGNORECASE)
    for system, names in _NAMES.items()
}
_NO_RATING_TEXT = """
nr ur na n/a nan null none unrated notrated notyetrated norating unclassified notavailable pending ratingpending tbd tbc
unknown ? - – —
"""
_NO_RATING = frozenset(_NO_RATING_TEXT.split())
"""How lists say that there is no rating, folded."""

_LONGEST_READ = LONGEST_SENTENCE + 100
"""Characters of a rating with its explanation behind it; what is longer is no rating."""
_SAID_BEFORE = re.compile(r"(?:rated|rating|classified|certificate|cert|from|ab|ages?)\b[\s:.-]*(?=\S)", re.IGNORECASE)
_SAID_BEHIND = re.compile(
    r"[\s-]*(?:rated|certificate|years?|jahren?|ans|jaar|(?:and|or) (?:up|over|older))\.?$", re.IGNORECASE
)
_REASON = re.compile(r"(.{1,40}?)(?:,? (?:for|due to|because of) (.+)|\s*\((.+)\))", re.IGNORECASE)
_WHOLE_NUMBER = re.compile(r"(\d{1,2})\.0+")
_NOT_FOLDED = re.compile(r"[\s.+_-]+")


@dataclass(frozen=True, slots=True)
class WrittenRating:
    """A rating as its board writes it, read from how somebody else wrote it."""

    system: str
    rating: str
    explanation: str | None = None
    """Why, where it stood behind the rating: "Rated PG-13 for some violence"."""


def rating_age_years(rating: OfficialRating) -> int | None:
    """Tell the age a rating speaks of by its own board's table; None for a board or rating we do not know."""
    return AGE_BY_RATING.get(rating.system.upper(), {}).get(rating.rating.upper())


@lru_cache(maxsize=1_000)
def says_no_rating(written: str) -> bool:
    """Whether a text in place of a rating says that there is none: NR, Unrated, N/A, None, "Rated NR", "US:NR"."""
    if len(written) > _LONGEST_READ:
        return False
    rest = written.strip()
    for system in _NAMES:
        rest = _without_board(rest, system)
    plain = _without_said(rest)
    return any(_folded_or_sign(text) in _NO_RATING for text in (written, rest, plain))


def given_ratings(ratings: Iterable[OfficialRating]) -> tuple[OfficialRating, ...]:
    """The ratings that say something, in their order: what an older store holds as "NR" or "None" is no rating."""
    return tuple(rating for rating in ratings if not says_no_rating(rating.rating))


def leading_rating(
    ratings: Iterable[OfficialRating], preferred: Sequence[str] = (DEFAULT_SYSTEM,)
) -> OfficialRating | None:
    """Pick the rating to show first: by the preferred boards' order, else the first given; None when there is none."""
    known = given_ratings(ratings)
    for system in preferred:
        for rating in known:
            if rating.system.upper() == system.upper():
                return rating
    return known[0] if known else None


def stricter_rating(ratings: Iterable[OfficialRating], than: OfficialRating) -> OfficialRating | None:
    """Find another board's rating that speaks of a higher age than this one, the highest; None when there is none.

    None also where this one speaks of no age that we know: then nothing can be said to be stricter.
    """
    age_years = rating_age_years(than)
    others = [
        (rating_age_years(rating) or 0, rating) for rating in ratings if rating.system.upper() != than.system.upper()
    ]
    highest, strictest = max(others, key=lambda other: other[0], default=(0, than))
    return strictest if age_years is not None and highest > age_years else None


def as_board_writes(system: str, written: str) -> WrittenRating | None:
    """Read a usual spelling of a board's rating: PG13, "Rated PG-13 for violence", US:PG-13, FSK 12, MA15, "ab 12".

    None for what the board's table does not have, and for a board without a table.
    """
    table = _SPELLINGS.get(system.upper())
    if table is None:
        return None
    if len(written) > _LONGEST_READ:
        return None
    text = " ".join(written.split())
    if text.upper() in AGE_BY_RATING[system.upper()]:
        return WrittenRating(system.upper(), text.upper())
    said, explanation = text, None
    if reason := _REASON.fullmatch(text):
        said, explanation = reason[1], (reason[2] or reason[3]).rstrip(". ")
    for plain in _plainer(said, system.upper()):
        if plain in table:
            return WrittenRating(system.upper(), table[plain], None if _is_place(explanation) else explanation)
    return None


def with_board(written: str) -> WrittenRating | None:
    """Read a rating that names its board or country ("FSK 12", "Rated BBFC: 12A"), or that is taken for the MPAA's.

    None for anything else: PG alone is a rating of many boards.
    """
    if len(written) > _LONGEST_READ:
        return None
    text = " ".join(written.split())
    said = _without_said(text)
    for system in AGE_BY_RATING:
        if _without_board(said, system) != said:
            return as_board_writes(system, said)
    read = as_board_writes(DEFAULT_SYSTEM, text)
    return read if read is not None and read.rating in ONLY_MPAA else None


def official_rating(
    system: str, written: str, country: str | None = None, explanation: str | None = None
) -> OfficialRating | None:
    """Make the rating of a board from how it was written; None where that says that there is none.

    A board without a table of ours is taken at its word. Raises InvalidReviewError for a value that the board's table
    does not have: another board's letters, or a word that is no rating.
    """
    if says_no_rating(written):
        return None
    board = system.upper()
    if board not in AGE_BY_RATING:
        return OfficialRating(system, written, country, explanation)
    read = as_board_writes(board, written)
    if read is None:
        known = ", ".join(dict.fromkeys(rating.replace(" ", "") for rating in AGE_BY_RATING[board]))
        raise InvalidReviewError(
            f"{written[:40]!r} is no rating of the board {board}, whose ratings are {known}; write one of these, or "
            "leave it out",
            field="official_ratings.rating",
        )
    return OfficialRating(board, read.rating, country, explanation or read.explanation)


def _is_place(text: str | None) -> bool:
    """Whether what stands in parentheses only says whose rating it is: "PG-13 (US)"."""
    return text is not None and any(text.lower() == name.lower() for names in _NAMES.values() for name in names)


def _folded(text: str) -> str:
    if match := _WHOLE_NUMBER.fullmatch(text):
        return match[1]
    return _NOT_FOLDED.sub("", text).upper()


def _folded_or_sign(text: str) -> str:
    return _folded(text).lower() or text.strip()


_SPELLINGS: dict[str, dict[str, str]] = {
    system: {
        **{_folded(rating): rating for rating in reversed(table)},
        **_OTHER_SPELLINGS.get(system, {}),
    }
    for system, table in AGE_BY_RATING.items()
}


def _plainer(said: str, system: str) -> Iterable[str]:
    """Yield a spelling folded, as it is and without the words around the rating."""
    yield _folded(said)
    without = _without_said(_without_board(_without_said(said), system))
    yield _folded(without)
    yield _folded(_SAID_BEHIND.sub("", without))


def _without_said(text: str) -> str:
    """Take "Rated" and the like away from the front."""
    while match := _SAID_BEFORE.match(text):
        text = text[match.end() :]
    return text


def _without_board(text: str, system: str) -> str:
    """Take the board's name or country away from the front, also twice, where a rating follows."""
    while match := _BOARD_BEFORE[system].match(text):
        text = text[match.end() :]
    return text
