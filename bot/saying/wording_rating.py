"""How an official rating and its board are said, with the board's own words where it gave any."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.domain.movie import OfficialRating
from bot.domain.rating_boards import AGE_BY_RATING, leading_rating, rating_age_years, stricter_rating
from bot.saying.translating import N_, NP_, _, pgettext
from bot.saying.wording_grammar import sentence

BOARD_NAMES: Final[dict[str, str]] = {
    "MPAA": NP_("rating board", "the MPAA (US)"),
    "BBFC": NP_("rating board", "the BBFC (UK)"),
    "FSK": NP_("rating board", "the FSK (Germany)"),
    "ACB": NP_("rating board", "the Australian Classification Board"),
    "CHVRS": NP_("rating board", "the Canadian home video board"),
    "IFCO": NP_("rating board", "IFCO (Ireland)"),
    "CNC": NP_("rating board", "the CNC (France)"),
    "KIJKWIJZER": NP_("rating board", "Kijkwijzer (Netherlands)"),
    "EIRIN": NP_("rating board", "Eirin (Japan)"),
}
"""How a rating board is named; a board not listed is named by its own short name."""
NO_RATING: Final = N_("No official rating is known here.")


def board(rating: OfficialRating) -> str:
    """Name the board of a rating."""
    name = BOARD_NAMES.get(rating.system.upper())
    return rating.system if name is None else pgettext("rating board", name)


def is_foreign(rating: OfficialRating) -> bool:
    """Whether a board with a table of ours has no such rating."""
    return rating.system.upper() in AGE_BY_RATING and rating_age_years(rating) is None


def rated(rating: OfficialRating, said: str, **places: object) -> str:
    """Fill a rating and its board into a translated message."""
    return said.format(rating=rating.rating, board=board(rating), **places)


def rated_with(rating: OfficialRating, said: str, said_plainly: str, **places: object) -> str:
    """Fill in the board's explanation, too; `said_plainly`: the message for a rating that has none."""
    if not rating.explanation:
        return rated(rating, said_plainly, **places)
    explanation = rating.explanation.strip().rstrip(".").rstrip().rstrip(".")
    return rated(rating, said, explanation=explanation, **places)


def rating_sentence(rating: OfficialRating) -> str:
    """Say a rating with its board's explanation, in the board's words; what is no rating is not called one."""
    if is_foreign(rating):
        said = _("Marked “{rating}”, no rating of {board} that we know: {explanation}")
        plainly = _("Marked “{rating}”, no rating of {board} that we know")
    else:
        said, plainly = _("Rated {rating} by {board}: {explanation}"), _("Rated {rating} by {board}")
    return sentence(rated_with(rating, said, plainly))


def rating_brief(ratings: Sequence[OfficialRating], preferred: Sequence[str]) -> str:
    """Say the rating to show first without its explanation, and a stricter one of another board."""
    leading = leading_rating(ratings, preferred)
    if leading is None:
        return _(NO_RATING)
    stricter = stricter_rating(ratings, leading)
    if stricter is None:
        foreign = is_foreign(leading)
        said = _("Marked “{rating}”, no rating of {board} that we know") if foreign else _("Rated {rating} by {board}")
        return sentence(rated(leading, said))
    said = _("Rated {rating} by {board}, {stricter} by {stricter_board}")
    return sentence(rated(leading, said, stricter=stricter.rating, stricter_board=board(stricter)))


def headline(name: str, ratings: Sequence[OfficialRating], preferred: Sequence[str]) -> str:
    """The first line of an answer: the movie, its year and its rating, and a stricter one of another board."""
    leading = leading_rating(ratings, preferred)
    if leading is None:
        return _("{movie}, no official rating known").format(movie=name)
    stricter = stricter_rating(ratings, leading)
    if is_foreign(leading):
        return rated(leading, _("{movie}, marked “{rating}”, no rating of {board} that we know"), movie=name)
    if stricter is None:
        return rated(leading, _("{movie}, rated {rating} by {board}"), movie=name)
    said = _("{movie}, rated {rating} by {board}, {stricter} by {stricter_board}")
    return rated(leading, said, movie=name, stricter=stricter.rating, stricter_board=board(stricter))
