"""How a verdict, its ground, a rating and a grid level are said. Nothing unchecked is called fine here."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from bot.domain.rating_boards import rating_age_years, stricter_rating
from bot.domain.review import Review
from bot.domain.suitability import AGE_BY_LEVEL, SENSITIVE_YEARS, ChildVerdict, DecidingAge, Ground, Verdict
from bot.domain.vocabulary import HIGHEST_LEVEL
from bot.saying.translating import N_, NP_, _, ngettext, pgettext
from bot.saying.wording_children import for_child
from bot.saying.wording_grammar import capital, join_sentences, join_words, sentence
from bot.saying.wording_rating import board, is_foreign, rated, rated_with
from bot.saying.wording_vocabulary import level_words, row_inside

NOT_CHECKED: Final = N_("Nobody has checked that.")
RULE: Final = N_(
    "From the deciding age on we say fine; up to 1 year below it (2 years from age 10 on), with you; further below, "
    "not yet."
)
SENSITIVE_RULE: Final = N_("A sensitive child is judged as one a year younger.")
FAINT_LEVEL: Final = 1
"""Up to "a hint": too little to name as what weighs most."""

_VERDICTS: Final = {
    Verdict.FINE: NP_("verdict", "fine"),
    Verdict.WITH_YOU: NP_("verdict", "with you"),
    Verdict.NOT_YET: NP_("verdict", "not yet"),
    Verdict.NOT_ENOUGH_KNOWN: NP_("verdict", "not enough known"),
}
_HEADLINES: Final = {
    (False, False, False): N_("For {child}: {verdict}"),
    (False, True, False): N_("For {child}: {verdict} for the youngest, fine from {years}"),
    (False, False, True): N_("For {child}: by age {verdict}, but {against}"),
    (False, True, True): N_("For {child}: by age {verdict} for the youngest, fine from {years}, but {against}"),
    (True, False, False): N_("{movie}, for {child}: {verdict}"),
    (True, True, False): N_("{movie}, for {child}: {verdict} for the youngest, fine from {years}"),
    (True, False, True): N_("{movie}, for {child}: by age {verdict}, but {against}"),
    (True, True, True): N_("{movie}, for {child}: by age {verdict} for the youngest, fine from {years}, but {against}"),
}
"""By whether the movie is named, whether it is fine for the older ones of a group, and whether something stands against
it."""


def verdict_headline(verdict: ChildVerdict, against: str | None = None, movie: str | None = None) -> str:
    """Say the verdict for one child or group in a few words.

    `against`: what was asked about and stands against a kind verdict (bot.saying.dangers.but); None: nothing does.
    `movie`: its name, where the reply is about several; None where it is about one.
    """
    fine_from = verdict.fine_from_years
    for_older = (
        verdict.verdict is not Verdict.FINE
        and fine_from is not None
        and verdict.age.youngest_years < fine_from <= verdict.age.oldest_years
    )
    return _(_HEADLINES[movie is not None, for_older, against is not None]).format(
        movie=movie,
        child=for_child(verdict.age),
        verdict=pgettext("verdict", _VERDICTS[verdict.verdict]),
        years=fine_from,
        against=against,
    )


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
    return join_sentences(said, _(SENSITIVE_RULE) if sensitive and verdict.deciding.age_years else "")


def ground(deciding: DecidingAge, review: Review, shown: Collection[str] = ()) -> str:
    """Say from what age the movie is usual and what says so; `shown` as for verdict_because."""
    ages = _ages(deciding.age_years)
    if deciding.ground is Ground.REVIEWER:
        return _reviewer_ground(deciding, review, shown)
    if deciding.ground is Ground.GRID and not deciding.level:
        return _("The content grid has nothing to hold against it, which our table puts at {ages}.").format(ages=ages)
    if deciding.ground is Ground.GRID:
        said = (
            _("The content grid has {row} at “{level}” ({note}), which our table puts at {ages}."),
            _("The content grid has {row} at “{level}”, which our table puts at {ages}."),
        )
        return _with_row(said, deciding.category or "", deciding.level or 0, deciding.note, shown, ages=ages)
    if deciding.ground is Ground.RATING and deciding.rating is not None:
        told = rated_with(
            deciding.rating,
            _("Rated {rating} by {board}: {explanation}; we read {rating} as {ages}."),
            _("Rated {rating} by {board}; we read {rating} as {ages}."),
            ages=ages,
        )
        stricter = stricter_rating(review.movie.official_ratings, deciding.rating)
        if stricter is None:
            return told
        ages = _ages(rating_age_years(stricter))
        return join_sentences(told, capital(_("{board} is stricter: {ages}.").format(board=board(stricter), ages=ages)))
    return not_enough(deciding)


def _reviewer_ground(deciding: DecidingAge, review: Review, shown: Collection[str]) -> str:
    years = deciding.age_years
    if review.age_reason:
        said = _("The reviewer suggests it from age {years}: {reason}")
        return sentence(said.format(years=years, reason=_lower_first(review.age_reason)))
    key = heaviest_row(review)
    if key is None:
        return _("The reviewer suggests it from age {years}.").format(years=years)
    said_of_row = (
        _("The reviewer suggests it from age {years}; what weighs most is {row} at “{level}” ({note})."),
        _("The reviewer suggests it from age {years}; what weighs most is {row} at “{level}”."),
    )
    if (review.cell(key).level or 0) <= FAINT_LEVEL:
        key = fullest_row(review)
        said_of_row = (
            _("The reviewer suggests it from age {years}; what it has most of is {row} at “{level}” ({note})."),
            _("The reviewer suggests it from age {years}; what it has most of is {row} at “{level}”."),
        )
    cell = review.cell(key)
    if (cell.level or 0) <= FAINT_LEVEL:
        said = _("The reviewer suggests it from age {years}; nothing checked in it goes beyond {level}.")
        return said.format(years=years, level=level_words(key, FAINT_LEVEL))
    return _with_row(said_of_row, key, cell.level or 0, cell.note, shown, years=years)


def _with_row(
    said: tuple[str, str], key: str, level: int, note: str | None, shown: Collection[str], **places: object
) -> str:
    """Say a row with its level in a sentence that has place for its note, or in one that has not."""
    row, words = row_inside(key), level_words(key, level)
    if note and key not in shown:
        return said[0].format(row=row, level=words, note=_lower_first(note.rstrip(". ")), **places)
    return said[1].format(row=row, level=words, **places)


def brief_ground(deciding: DecidingAge) -> str:
    """Say the same without the details."""
    ages = _ages(deciding.age_years)
    if deciding.ground is Ground.REVIEWER:
        return _("The reviewer suggests it from age {years}.").format(years=deciding.age_years)
    if deciding.ground is Ground.GRID and deciding.level:
        row = row_inside(deciding.category or "")
        return _("By the content grid it is for {ages}, because of {row}.").format(ages=ages, row=row)
    if deciding.ground is Ground.GRID:
        return _("By the content grid it is for {ages}.").format(ages=ages)
    if deciding.ground is Ground.RATING and deciding.rating is not None:
        return rated(deciding.rating, _("Rated {rating} by {board}, which we read as {ages}."), ages=ages)
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
    if deciding.ground is Ground.GRID and deciding.age_years is not None:
        return _not_enough_checked(deciding)
    if unread is None:
        return _("The review gives no age, its content grid is not filled in, and no official rating is known.")
    if is_foreign(unread):
        said = _(
            "The review gives no age, its content grid is not filled in, and “{rating}” is no rating that we know of "
            "{board}."
        )
    else:
        said = _(
            "The review gives no age, its content grid is not filled in, and “{rating}” is a rating that we cannot "
            "read, of {board}."
        )
    return rated(unread, said)


def _not_enough_checked(deciding: DecidingAge) -> str:
    """Say why a grid that is checked in part makes no verdict."""
    unread, number = deciding.unread_rating, len(deciding.not_checked)
    ages = _ages(deciding.age_years)
    if unread is None:
        said = ngettext(
            "What was checked points to {ages}, but {number} row of the content grid is not checked and no official "
            "rating is known.",
            "What was checked points to {ages}, but {number} rows of the content grid are not checked and no official "
            "rating is known.",
            number,
        )
        return said.format(ages=ages, number=number)
    if is_foreign(unread):
        said = ngettext(
            "What was checked points to {ages}, but {number} row of the content grid is not checked and “{rating}” is "
            "no rating that we know of {board}.",
            "What was checked points to {ages}, but {number} rows of the content grid are not checked and “{rating}” "
            "is no rating that we know of {board}.",
            number,
        )
    else:
        said = ngettext(
            "What was checked points to {ages}, but {number} row of the content grid is not checked and “{rating}” is "
            "a rating that we cannot read, of {board}.",
            "What was checked points to {ages}, but {number} rows of the content grid are not checked and “{rating}” "
            "is a rating that we cannot read, of {board}.",
            number,
        )
    return rated(unread, said, ages=ages, number=number)


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
    years = deciding.age_years
    if deciding.ground is Ground.NOTHING or years is None:
        return join_sentences(_("What age it is for is not known."), not_enough(deciding))
    said = brief_ground(deciding) if brief else ground(deciding, review, shown)
    if deciding.ground is Ground.GRID and deciding.not_checked and not _has_known_rating(review, deciding):
        said = not_enough(deciding)
        plainly = _("At least {years}, perhaps older.")
        with_but = _("By age at least {years}, perhaps older, but {against}.")
    elif sensitive and years:
        plainly = _("Fine from about {years}, for a sensitive child from {years_if_sensitive}.")
        with_but = _("By age fine from about {years}, for a sensitive child from {years_if_sensitive}, but {against}.")
    else:
        plainly = _("Fine from about {years}.")
        with_but = _("By age fine from about {years}, but {against}.")
    first = (plainly if but is None else with_but).format(
        years=years, years_if_sensitive=years + SENSITIVE_YEARS, against=but
    )
    return join_sentences(first, said)


def from_age(deciding: DecidingAge) -> str:
    """Say in a few words from what age a movie is fine and what says so: "From 7." where it is the reviewer's age."""
    years = deciding.age_years
    if years is None:
        return _("Its age is not known.")
    if deciding.ground is Ground.GRID:
        said = _("From {years} by what is in it.") if years else _("For all ages by what is in it.")
    elif deciding.ground is Ground.RATING and years:
        said = _("From {years} by its rating.")
    else:
        said = _("From {years}.") if years else _("For all ages.")
    return said.format(years=years)


def level_line(key: str, level: int | None, note: str | None) -> str:
    """Say a grid row's level and note; a row not checked is said to be so."""
    said = _(NOT_CHECKED)
    if level is not None:
        words = level_words(key, level)
        said = capital(_("{level} ({number} of {highest}).").format(level=words, number=level, highest=HIGHEST_LEVEL))
    return join_sentences(said, sentence(note or ""))


def not_checked_rows(keys: Sequence[str], total: int) -> str:
    """Say which negative rows nobody checked; `total` is how many there are."""
    if len(keys) == total:
        return _("Nobody has filled in the content grid for this one, so I can't say how much of anything is in it.")
    rows = [row_inside(key) for key in keys]
    if len(rows) > 4:
        more = len(rows) - 3
        rows = [*rows[:3], ngettext("{number} more row", "{number} more rows", more).format(number=more)]
    return _("Not checked: {rows}.").format(rows=join_words(rows))


def _ages(age_years: int | None) -> str:
    """Say from what age on, in the middle of a sentence: "all ages", "7 and up"."""
    return _("{years} and up").format(years=age_years) if age_years else pgettext("in a sentence", "all ages")


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
