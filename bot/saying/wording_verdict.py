"""How a verdict, its ground, a rating and a grid level are said. Nothing unchecked is called fine here."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from bot.domain.movie import OfficialRating
from bot.domain.rating_boards import AGE_BY_RATING, leading_rating, rating_age_years, stricter_rating
from bot.domain.review import Review
from bot.domain.suitability import AGE_BY_LEVEL, SENSITIVE_YEARS, ChildVerdict, DecidingAge, Ground, Verdict
from bot.domain.vocabulary import GRID_BY_KEY, HIGHEST_LEVEL, LEVEL_WORDS, POSITIVE_LEVEL_WORDS
from bot.saying.wording_grammar import count, for_child, join_words, sentence

BOARD_NAMES: Final[dict[str, str]] = {
    "MPAA": "the MPAA (US)",
    "BBFC": "the BBFC (UK)",
    "FSK": "the FSK (Germany)",
    "ACB": "the Australian Classification Board",
    "CHVRS": "the Canadian home video board",
    "IFCO": "IFCO (Ireland)",
    "CNC": "the CNC (France)",
    "KIJKWIJZER": "Kijkwijzer (Netherlands)",
    "EIRIN": "Eirin (Japan)",
}
"""How a rating board is named; a board not listed is named by its own short name."""


NOT_CHECKED: Final = "nobody has checked that"


NO_RATING: Final = "No official rating is known here."


RULE: Final = (
    "From the deciding age on we say fine; up to 1 year below it (2 years from age 10 on), with you; further below, "
    "not yet."
)


FAINT_LEVEL: Final = 1
"""Up to "a hint": too little to name as what weighs most."""
SENSITIVE_RULE: Final = "A sensitive child is judged as one a year younger."


def board(rating: OfficialRating) -> str:
    """Name the board of a rating."""
    return BOARD_NAMES.get(rating.system.upper(), rating.system)


def rating_words(rating: OfficialRating) -> str:
    """Say a rating with its board: "rated R by the MPAA (US)"; what is no rating of that board is not called one."""
    if _is_foreign(rating):
        return f"marked “{rating.rating}”, no rating of {board(rating)} that we know"
    return f"rated {rating.rating} by {board(rating)}"


def rating_brief(ratings: Sequence[OfficialRating], preferred: Sequence[str]) -> str:
    """Say the rating to show first without its explanation, and a stricter one of another board."""
    said = _leading_words(ratings, preferred)
    return NO_RATING if said is None else sentence(said)


def rating_sentence(rating: OfficialRating) -> str:
    """Say a rating with its board's explanation, in the board's words."""
    said = rating_words(rating)
    if rating.explanation:
        said += f": {rating.explanation.strip().rstrip('.')}"
    return sentence(said)


def headline(name: str, ratings: Sequence[OfficialRating], preferred: Sequence[str]) -> str:
    """The first line of an answer: the movie, its year and its rating, and a stricter one of another board."""
    return f"{name}, {_leading_words(ratings, preferred) or 'no official rating known'}"


def _leading_words(ratings: Sequence[OfficialRating], preferred: Sequence[str]) -> str | None:
    leading = leading_rating(ratings, preferred)
    if leading is None:
        return None
    stricter = stricter_rating(ratings, leading)
    return rating_words(leading) + (f", {stricter.rating} by {board(stricter)}" if stricter is not None else "")


def _is_foreign(rating: OfficialRating) -> bool:
    """Whether a board with a table of ours has no such rating."""
    return rating.system.upper() in AGE_BY_RATING and rating_age_years(rating) is None


def verdict_headline(verdict: ChildVerdict, but: str | None = None) -> str:
    """Say the verdict for one child or group in a few words.

    `but`: what was asked about and stands against it (bot.saying.dangers); a verdict that is not kind needs no but.
    """
    said = verdict.verdict.value
    if but is not None and verdict.verdict in (Verdict.FINE, Verdict.WITH_YOU):
        return f"{verdict_headline(verdict).replace(': ', ': by age ', 1)}, {but}"
    who = for_child(verdict.age)
    fine_from = verdict.fine_from_years
    if verdict.verdict is Verdict.FINE or fine_from is None:
        return f"For {who}: {said}"
    if verdict.age.youngest_years < fine_from <= verdict.age.oldest_years:
        return f"For {who}: {said} for the youngest, fine from {fine_from}"
    return f"For {who}: {said}"


def verdict_because(
    verdict: ChildVerdict, review: Review, *, sensitive: bool = False, brief: bool = False, shown: Collection[str] = ()
) -> str:
    """Give the deciding reason for one child, naming its ground.

    `sensitive`: say that the child was judged as a sensitive one. `brief`: the details were said already. `shown`: grid
    rows whose notes stand elsewhere in the reply.
    """
    if verdict.verdict is Verdict.NOT_ENOUGH_KNOWN:
        return not_enough(verdict.deciding)
    said = brief_ground(verdict.deciding) if brief else ground(verdict.deciding, review, shown)
    return f"{said} {SENSITIVE_RULE}" if sensitive and verdict.deciding.age_years else said


def ground(deciding: DecidingAge, review: Review, shown: Collection[str] = ()) -> str:
    """Say from what age the movie is usual and what says so; `shown` as for verdict_because."""
    if deciding.ground is Ground.REVIEWER:
        said = f"The reviewer suggests it from age {deciding.age_years}"
        if review.age_reason:
            return sentence(f"{said}: {_lower_first(review.age_reason)}")
        key = heaviest_row(review)
        if key is None:
            return sentence(said)
        how = "what weighs most is"
        if (review.cell(key).level or 0) <= FAINT_LEVEL:
            key, how = fullest_row(review), "what it has most of is"
            if (review.cell(key).level or 0) <= FAINT_LEVEL:
                return sentence(f"{said}; nothing checked in it goes beyond {level_words(key, FAINT_LEVEL)}")
        cell = review.cell(key)
        return sentence(f"{said}; {how} {_row_at(key, cell.level or 0, None if key in shown else cell.note)}")
    if deciding.ground is Ground.GRID:
        return f"{_grid_ground(deciding, shown)}, which our table puts at {_and_up(deciding.age_years)}."
    if deciding.ground is Ground.RATING and deciding.rating is not None:
        said = rating_sentence(deciding.rating).rstrip(".")
        said = f"{said}; we read {deciding.rating.rating} as {_and_up(deciding.age_years)}."
        stricter = stricter_rating(review.movie.official_ratings, deciding.rating)
        if stricter is None:
            return said
        return f"{said} {sentence(f'{board(stricter)} is stricter')[:-1]}: {_and_up(rating_age_years(stricter))}."
    return not_enough(deciding)


def brief_ground(deciding: DecidingAge) -> str:
    """Say the same without the details."""
    if deciding.ground is Ground.REVIEWER:
        return f"The reviewer suggests it from age {deciding.age_years}."
    if deciding.ground is Ground.GRID and deciding.level:
        row = GRID_BY_KEY[deciding.category or ""].label.lower()
        return f"By the content grid it is {_for_ages(deciding.age_years)}, because of {row}."
    if deciding.ground is Ground.GRID:
        return f"By the content grid it is {_for_ages(deciding.age_years)}."
    if deciding.ground is Ground.RATING and deciding.rating is not None:
        return f"{sentence(rating_words(deciding.rating)).rstrip('.')}, which we read as {_and_up(deciding.age_years)}."
    return not_enough(deciding)


def heaviest_row(review: Review) -> str | None:
    """The checked row that asks for the highest age by our table; None when none has more than nothing in it."""
    rows = {
        key: ages[level]
        for key, ages in AGE_BY_LEVEL.items()
        if (level := review.cell(key).level) is not None and level > 0
    }
    return max(rows, key=lambda key: rows[key], default=None)


def fullest_row(review: Review) -> str:
    """The negative row with the highest level that was checked; of equals the one that asks for the higher age."""
    return max(AGE_BY_LEVEL, key=lambda key: (level := review.cell(key).level or 0, AGE_BY_LEVEL[key][level]))


def not_enough(deciding: DecidingAge) -> str:
    """Say why no verdict is possible."""
    unread = deciding.unread_rating
    rating = "no official rating is known"
    if unread is not None:
        what = "no rating that we know of" if _is_foreign(unread) else "a rating that we cannot read, of"
        rating = f"“{unread.rating}” is {what} {board(unread)}"
    if deciding.ground is Ground.GRID and deciding.age_years is not None:
        unchecked = count(len(deciding.not_checked), "row")
        verb = "is" if len(deciding.not_checked) == 1 else "are"
        return (
            f"What was checked points to {_and_up(deciding.age_years)}, but {unchecked} of the content grid {verb} "
            f"not checked and {rating}."
        )
    return f"The review gives no age, its content grid is not filled in, and {rating}."


def general_age(
    deciding: DecidingAge,
    review: Review,
    shown: Collection[str] = (),
    *,
    sensitive: bool = False,
    brief: bool = False,
    but: str | None = None,
) -> str:
    """Say what age the movie is for when no child was named.

    `but`: what was asked about and stands against it (bot.saying.dangers); the others are as for verdict_because.
    """
    if deciding.ground is Ground.NOTHING or deciding.age_years is None:
        return f"What age it is for is not known. {not_enough(deciding)}"
    said = brief_ground(deciding) if brief else ground(deciding, review, shown)
    if deciding.ground is Ground.GRID and deciding.not_checked and not _has_known_rating(review, deciding):
        from_age, said = f"At least {deciding.age_years}, perhaps older", not_enough(deciding)
    else:
        from_age = f"Fine from about {deciding.age_years}"
        if sensitive and deciding.age_years:
            from_age += f", for a sensitive child from {deciding.age_years + SENSITIVE_YEARS}"
    if but is not None:
        from_age = f"By age {from_age[0].lower()}{from_age[1:]}, {but}"
    return f"{from_age}. {said}"


def from_age(deciding: DecidingAge) -> str:
    """Say in a few words from what age a movie is fine and what says so: "From 7." where it is the reviewer's age."""
    if deciding.age_years is None:
        return "Its age is not known."
    said = "For all ages" if deciding.age_years == 0 else f"From {deciding.age_years}"
    by = {Ground.GRID: " by what is in it", Ground.RATING: " by its rating"}.get(deciding.ground, "")
    return f"{said}{by}."


def level_words(key: str, level: int) -> str:
    """Say a grid level: "a lot"."""
    return (POSITIVE_LEVEL_WORDS if GRID_BY_KEY[key].positive else LEVEL_WORDS)[level]


def level_line(key: str, level: int | None, note: str | None) -> str:
    """Say a grid row's level and note; a row not checked is said to be so."""
    if level is None:
        return sentence(NOT_CHECKED) if note is None else f"{sentence(NOT_CHECKED)} {sentence(note)}"
    said = sentence(f"{level_words(key, level)} ({level} of {HIGHEST_LEVEL})")
    return f"{said} {sentence(note)}" if note else said


def not_checked_rows(keys: Sequence[str], total: int) -> str:
    """Say which negative rows nobody checked; `total` is how many there are."""
    if len(keys) == total:
        return "Nobody has filled in the content grid for this one, so I can't say how much of anything is in it."
    labels = [GRID_BY_KEY[key].label.lower() for key in keys]
    if len(labels) > 4:
        labels = [*labels[:3], f"{len(labels) - 3} more rows"]
    return f"Not checked: {join_words(labels)}."


def _grid_ground(deciding: DecidingAge, shown: Collection[str]) -> str:
    if not deciding.level:
        return "The content grid has nothing to hold against it"
    key = deciding.category or ""
    return f"The content grid has {_row_at(key, deciding.level, None if key in shown else deciding.note)}"


def _row_at(key: str, level: int, note: str | None) -> str:
    """Say a row with its level in the middle of a sentence: "scariness at “a lot” (a wolf hunts them)"."""
    said = f"{GRID_BY_KEY[key].label.lower()} at “{level_words(key, level)}”"
    return f"{said} ({_lower_first(note.rstrip('. '))})" if note else said


def _for_ages(age_years: int | None) -> str:
    return f"for {_and_up(age_years)}"


def _and_up(age_years: int | None) -> str:
    return "all ages" if not age_years else f"{age_years} and up"


_ORDINARY_FIRST_WORDS_TEXT: Final = """
The A An It Some Because For There This Its Many Few One Two Three Mild Strong Much Little No Nothing
Children Kids Parents He She They His Her Their Somebody Nobody Everybody
"""
_ORDINARY_FIRST_WORDS: Final = frozenset(_ORDINARY_FIRST_WORDS_TEXT.split())


def _lower_first(text: str) -> str:
    """Continue a sentence with a text, leaving names and "I" as they are written."""
    words = text.split(" ", 1)
    return text[0].lower() + text[1:] if words[0] in _ORDINARY_FIRST_WORDS else text


def _has_known_rating(review: Review, deciding: DecidingAge) -> bool:
    return deciding.unread_rating is None and any(
        rating_age_years(rating) is not None for rating in review.movie.official_ratings
    )
