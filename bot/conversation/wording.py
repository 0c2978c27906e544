"""Every sentence the guide says to a parent is made here: plain, warm, brief, and true to the stored review.

Functions take domain values and return finished plain text. No sentence calls something fine that was not checked,
and every verdict names its ground.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.domain.movie import OfficialRating, PartialDate
from bot.domain.review import Review
from bot.domain.suitability import AgeRange, ChildVerdict, DecidingAge, Ground, Verdict, rating_age_years
from bot.domain.vocabulary import (
    GRID_BY_KEY,
    HIGHEST_LEVEL,
    LEVEL_WORDS,
    POSITIVE_LEVEL_WORDS,
)

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

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

NOT_CHECKED: Final = "nobody has checked that"
NOBODY_REVIEWED: Final = "Nobody here has reviewed it yet."
NO_RATING: Final = "No official rating is known here."
WHICH_MOVIE: Final = "Which movie is it about?"
ASK_LIKE_THIS: Final = (
    "Name a movie and how old your child is, and I'll tell you what is in it. For example: "
    "“Is Coraline ok for a sensitive 7-year-old?”"
)
WHAT_I_DO: Final = (
    "I'm a parents' guide to movies. I answer from written reviews: what is in a movie, from what age it is fine, and "
    "what to talk about afterwards."
)
ALSO_ASK: Final = (
    "You can also ask “any swearing in it?”, “what should we talk about after?”, “why?” or “what can my 5-year-old watch?”."
)
HELLO: Final = "Hello. Which movie are you thinking of, and how old is your child?"
WELCOME: Final = "You're welcome. Enjoy the movie."
TRY_AGAIN: Final = "Then tell me the title once more, with the year or an actor if you know one."
LOOK_AGAIN: Final = "If it goes by another title, tell me that one; a year or an actor helps too."
TELL_AGE: Final = "Tell me how old the children are, and I'll look for movies that are fine for all of them."
RULE: Final = (
    "From the deciding age on we say fine. A little below it we say with you (1 year below an age under 10, 2 years "
    "from 10 on), and further below not yet."
)
SENSITIVE_RULE: Final = "For a sensitive child we add a year."

HOW_WE_RATE: Final[tuple[str, ...]] = (
    "Every answer comes from a written review and says who wrote it and when. Nothing is made up on the spot.",
    "A verdict rests on the first of three grounds that is known: the age the reviewer suggests; the content grid, "
    "where each row and level stands for an age and the highest decides; the official rating of the movie's board.",
    RULE,
    "What nobody has checked is called not checked. It never counts as none, and it never makes a movie fine.",
    "Official ratings of different countries stand side by side; we never convert one into another.",
    "Nobody pays for a review or a verdict, and studios have no say in them. Your questions and your children's ages "
    "are not kept.",
)


REVIEW_GONE: Final = "That review is no longer here."
MOVIE_GONE: Final = "That movie is no longer in the library."
SERVERS_ONLY: Final = "That works in a server only."


def movie_detail(genres: Sequence[str], people: Sequence[str]) -> str | None:
    """Tell a movie from its namesakes in a few words: "drama with Sienna Miller"; None when nothing is known."""
    genre = genres[0].lower() if genres else None
    person = people[0] if people else None
    if person is None:
        return genre
    return f"{genre or 'movie'} with {person}"


def join_words(words: Sequence[str], last: str = "and") -> str:
    """Join words to a list as one says it: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Say a number of things: "1 row", "3 rows"."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def sentence(text: str) -> str:
    """Make a text end as a sentence does, and begin with a capital."""
    text = text.strip()
    if not text:
        return text
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".?!…”" else f"{text}."


def board(rating: OfficialRating) -> str:
    """Name the board of a rating."""
    return BOARD_NAMES.get(rating.system.upper(), rating.system)


def rating_words(rating: OfficialRating) -> str:
    """Say a rating with its board: "rated R by the MPAA (US)"."""
    return f"rated {rating.rating} by {board(rating)}"


def rating_sentence(rating: OfficialRating) -> str:
    """Say a rating with its board's explanation, in the board's words."""
    said = rating_words(rating)
    if rating.explanation:
        said += f": {rating.explanation.strip().rstrip('.')}"
    return sentence(said)


def headline(name: str, rating: OfficialRating | None) -> str:
    """The first line of an answer: the movie, its year and its rating."""
    if rating is None:
        return f"{name}, no official rating known"
    return f"{name}, {rating_words(rating)}"


def years(age_years: float) -> str:
    """Say a number of years: "7", "5½", "1.2"."""
    if age_years == int(age_years):
        return str(int(age_years))
    if age_years % 1 == 0.5:
        return f"{int(age_years)}½" if age_years >= 1 else "½"
    return f"{age_years:g}"


def child(age: AgeRange) -> str:
    """Name the child or group after "your": "7-year-old", "18-month-old", "teen", "8- to 10-year-olds"."""
    if age.words:
        return age.words
    if age.is_group:
        return f"{years(age.youngest_years)}- to {years(age.oldest_years)}-year-olds"
    if age.youngest_years < 2 and age.youngest_years != 1:
        return f"{round(age.youngest_years * 12)}-month-old"
    return f"{years(age.youngest_years)}-year-old"


def for_child(age: AgeRange) -> str:
    """Say for whom: "your 7-year-old", "children under 10", "ages 9 and up"."""
    if age.is_group and not age.words:
        if age.youngest_years == 0:
            return f"children up to {years(age.oldest_years)}"
        if age.oldest_years == 17:
            return f"ages {years(age.youngest_years)} and up"
    return f"your {child(age)}"


def for_children(ages: Sequence[AgeRange]) -> str:
    """Say for whom, of several: "your 4-year-old, 7-year-old and 12-year-old"."""
    if all(for_child(age).startswith("your ") for age in ages) and ages:
        return "your " + join_words([child(age) for age in ages])
    return join_words([for_child(age) for age in ages])


def verdict_headline(verdict: ChildVerdict) -> str:
    """Say the verdict for one child or group in a few words."""
    said = verdict.verdict.value
    who = for_child(verdict.age)
    fine_from = verdict.fine_from_years
    if verdict.age.is_group and verdict.verdict is not Verdict.FINE and fine_from is not None:
        if verdict.age.youngest_years < fine_from <= verdict.age.oldest_years:
            return f"For {who}: {said} for the youngest, fine from {fine_from}"
    return f"For {who}: {said}"


def verdict_because(verdict: ChildVerdict, review: Review, *, sensitive: bool = False) -> str:
    """Give the deciding reason for one child, naming its ground."""
    if verdict.verdict is Verdict.NOT_ENOUGH_KNOWN:
        return not_enough(verdict.deciding)
    said = ground(verdict.deciding, review)
    if sensitive and verdict.verdict is Verdict.WITH_YOU and verdict.deciding.age_years is not None:
        if verdict.age.youngest_years >= verdict.deciding.age_years:
            return f"{said} {SENSITIVE_RULE}"
    return said


def ground(deciding: DecidingAge, review: Review) -> str:
    """Say from what age the movie is usual and what says so."""
    if deciding.ground is Ground.REVIEWER:
        said = f"The reviewer suggests it from age {deciding.age_years}"
        return sentence(f"{said}: {_lower_first(review.age_reason)}" if review.age_reason else said)
    if deciding.ground is Ground.GRID:
        return f"{_grid_ground(deciding)}, which our table puts at {_and_up(deciding.age_years)}."
    if deciding.ground is Ground.RATING and deciding.rating is not None:
        said = rating_sentence(deciding.rating).rstrip(".")
        return f"{said}; we read {deciding.rating.rating} as {_and_up(deciding.age_years)}."
    return not_enough(deciding)


def not_enough(deciding: DecidingAge) -> str:
    """Say why no verdict is possible."""
    if deciding.ground is Ground.GRID and deciding.age_years is not None:
        unchecked = count(len(deciding.not_checked), "row")
        verb = "is" if len(deciding.not_checked) == 1 else "are"
        return (
            f"What was checked points to {_and_up(deciding.age_years)}, but {unchecked} of the content grid {verb} "
            "not checked and no official rating is known."
        )
    return "The review gives no age, its content grid is not filled in, and no official rating is known."


def general_age(deciding: DecidingAge, review: Review) -> str:
    """Say what age the movie is for when no child was named."""
    if deciding.ground is Ground.NOTHING or deciding.age_years is None:
        return f"What age it is for is not known. {not_enough(deciding)}"
    if deciding.ground is Ground.GRID and deciding.not_checked and not _has_known_rating(review):
        return f"At least {deciding.age_years}, perhaps older. {not_enough(deciding)}"
    return f"Fine from about {deciding.age_years}. {ground(deciding, review)}"


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


def attribution(review: Review) -> str:
    """Say who wrote it, for what, when, and on what terms the text is shown."""
    who = review.byline or "a reviewer who is not named"
    parts = [f"Review by {who}" + (f", {review.affiliation}" if review.affiliation else "")]
    if review.last_updated is not None:
        parts.append(f"updated {day(review.last_updated)}")
    if review.source is not None:
        licence = f" ({review.source.licence})" if review.source.licence else ""
        parts.append(f"source: {review.source.name}{licence}")
    return sentence("; ".join(parts))


def day(when: date | PartialDate) -> str:
    """Write a date as exact as it is known: "13 July 2007", "July 2007", "2007"."""
    month, number = when.month, when.day
    said = str(when.year)
    if month is not None:
        said = f"{MONTHS[month - 1]} {said}"
    return f"{number} {said}" if number is not None else said


def took_it(name: str) -> str:
    """Say which movie was taken to be meant."""
    return f"I took it that you mean {name}. If you meant another one, tell me which."


def unreviewed(name: str) -> str:
    """Say that a movie is known but not reviewed."""
    return f"I know {name}, but nobody here has reviewed it yet."


def which_of_same(title: str, names: Sequence[str]) -> str:
    """Ask which of the movies that share a title is meant."""
    if len(names) == 2:
        return f"Do you mean {names[0]} or {names[1]}?"
    return f"There are {len(names)} movies that “{title}” could be. Which one do you mean?"


def which_near(title: str | None, names: Sequence[str]) -> str:
    """Ask whether one of the near titles is meant."""
    start = f"I'm not sure which movie “{title}” is. " if title else ""
    if len(names) == 1:
        return f"{start}Do you mean {names[0]}?"
    if len(names) == 2:
        return f"{start}Do you mean {names[0]} or {names[1]}?"
    return f"{start}Do you mean one of these?"


def unknown(title: str | None) -> str:
    """Say that a movie is not known, without a guess."""
    if not title:
        return "I don't know that movie, so I can't say anything about it."
    return f"I don't have “{title}”, so I can't say anything about it."


def _grid_ground(deciding: DecidingAge) -> str:
    key = deciding.category or ""
    level = deciding.level or 0
    said = f"The content grid has {GRID_BY_KEY[key].label.lower()} at “{level_words(key, level)}”"
    if level == 0:
        said = "The content grid has nothing to hold against it"
    return f"{said} ({deciding.note.rstrip('. ')})" if deciding.note and level else said


def _and_up(age_years: int | None) -> str:
    return "all ages" if not age_years else f"{age_years} and up"


def _lower_first(text: str) -> str:
    """Continue a sentence with a text, leaving names and "I" as they are written."""
    words = text.split(" ", 1)
    ordinary = {"The", "A", "An", "It", "Some", "Because", "For", "There", "This", "Its", "Many", "Few", "One", "Mild", "Strong"}
    return text[0].lower() + text[1:] if words[0] in ordinary else text


def _has_known_rating(review: Review) -> bool:
    return any(rating_age_years(rating) is not None for rating in review.movie.official_ratings)


def compared(names: Sequence[str]) -> str:
    """The first line of a comparison."""
    return f"{join_words(names)}, side by side"


def of_movie(name: str, said: str) -> str:
    """Put a movie's name before what is said of it."""
    return f"{name}: {said[0].lower() + said[1:] if said.startswith('For ') else said}"


def suggestions(number: int, ages: Sequence[AgeRange]) -> str:
    """The first line of a list of movies for these children."""
    if not ages:
        return f"Here {'is one movie' if number == 1 else f'are {number} movies'} you could look at"
    verb = "is" if number == 1 else "are"
    return f"{_number(number)} {'movie' if number == 1 else 'movies'} that {verb} fine for {for_children(ages)}"


def nothing_fits(ages: Sequence[AgeRange]) -> str:
    """Say that no movie of the library fits."""
    if not ages:
        return "I have no movie in the library that fits that."
    return f"I have no movie in the library that I can call fine for {for_children(ages)}."


def which_movie_for(ages: Sequence[AgeRange]) -> str:
    """Ask for the movie when only the children were named."""
    return f"Which movie is it, for {for_children(ages)}?" if ages else WHICH_MOVIE


def more_to_talk_about(number: int) -> str:
    """Say how many discussion questions there are besides those shown."""
    return f"There {'is' if number == 1 else 'are'} {count(number, 'more question')} to talk about; just ask."


def _number(number: int) -> str:
    return ("No", "One", "Two", "Three", "Four", "Five")[number] if 0 <= number <= 5 else str(number)
