"""Read the children's ages out of a message: "my 4, 7 and 12 year olds", "turning nine", "third grader".

A number is a child's age only if the words beside it say so; a title's numbers are set aside before. Years, sequel
numbers, run times, clock times, counts of children, ratings, and the ages of grown-ups, of movies, of people in the
story and of children in the past are no child's age. The words are in bot.understanding.age_words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.suitability import AgeRange
from bot.matching.recognition import Span
from bot.understanding import age_words as words
from bot.understanding.masking import LONGEST_READ, set_aside

OLDEST_CHILD_YEARS = 20
"""A number above is a grown-up's age, not a child's."""
GROWN_UP_FROM_YEARS = 17
""" "9 and up" ends with childhood."""
_LOOK_BACK = 90


@dataclass(frozen=True, slots=True)
class AgeMention:
    """An age or group of ages, and the words it was read from."""

    age: AgeRange
    span: Span


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of a list: its value, and its place in the text."""

    value: float
    start: int
    end: int
    is_word: bool


def read_ages(text: str, skip: Sequence[Span] = (), *, expecting: bool = False) -> tuple[AgeMention, ...]:
    """Find the children's ages in a message, in the order they are mentioned.

    `skip` are the spans of titles, whose numbers are no ages. `expecting`: the last turn was about a movie, so that
    a bare number ("8", "and for 10?") is an age. An age said twice is returned once.
    """
    masked = set_aside(text[:LONGEST_READ], skip)
    found = list(_groups(masked))
    taken = [mention.span for mention in found]
    for match in words.NUMBERS.finditer(masked):
        if any(match.start() < span.end and span.start < match.end() for span in taken):
            continue
        found.extend(_ages_of(masked, match, expecting))
    found.sort(key=lambda mention: mention.span.start)
    return tuple(_without_repeats(masked, found))


def _numbers_in(match: re.Match[str]) -> list[_Number]:
    numbers = []
    for item in words.ITEM.finditer(match.group()):
        raw = item.group().lower()
        digits = re.match(r"[0-9.]+", raw)
        if digits:
            value = float(digits.group().rstrip("."))
        else:
            value = float(words.NUMBER_BY_WORD[re.match(r"[a-z]+", raw).group()])  # type: ignore[union-attr]
        rest = raw[digits.end() :] if digits else raw
        if words.HALF.search(rest):
            value += 0.5
        elif words.THREE_QUARTERS.search(rest):
            value += 0.75
        elif words.QUARTER.search(rest):
            value += 0.25
        numbers.append(_Number(value, match.start() + item.start(), match.start() + item.end(), digits is None))
    return numbers


def _ages_of(text: str, match: re.Match[str], expecting: bool) -> list[AgeMention]:
    """Decide whether a list of numbers is ages; return them, or nothing."""
    numbers = _numbers_in(match)
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    end = match.end()
    unit = words.YEARS_OLD_AFTER.match(text, end)
    months = None if unit else words.MONTHS_OLD_AFTER.match(text, end)
    weeks = words.WEEKS_OLD_AFTER.match(text, end)
    after_unit = (unit or months or weeks).end() if (unit or months or weeks) else end  # type: ignore[union-attr]
    if words.SPEAKER_BEFORE.search(before) or words.PAST_BEFORE.search(before) or words.PAST_AFTER.match(text, end):
        return []
    if unit or months or weeks:
        if words.PLOT_BEFORE.search(before) or words.MOVIE_AFTER.match(text, after_unit):
            return []
        if unit and words.MOVIE_BEFORE.search(before):
            return []
        numbers = _without_count(text, numbers)
        if months or weeks:
            divisor = 12 if months else 52
            numbers = [_Number(round(n.value / divisor, 1), n.start, n.end, n.is_word) for n in numbers]
            return _mentions(text, numbers, after_unit)
        bounded = _bounded(text, before, numbers, after_unit)
        return bounded if bounded is not None else _mentions(text, numbers, after_unit)
    return _unitless(text, match, numbers, before, expecting)


def _unitless(
    text: str, match: re.Match[str], numbers: list[_Number], before: str, expecting: bool
) -> list[AgeMention]:
    """The same for numbers without "years old" behind them, which need other words to make them ages."""
    end = match.end()
    of_child = words.CHILD_BEFORE.search(before) or words.WHO_BEFORE.search(before) or words.MINE_BEFORE.search(before)
    if of_child and words.PLOT_BEFORE.search(before):
        return []
    months = words.MONTHS_AFTER.match(text, end)
    if months and of_child:
        return _mentions(
            text, [_Number(round(n.value / 12, 1), n.start, n.end, n.is_word) for n in numbers], months.end()
        )
    years = words.YEARS_AFTER.match(text, end)
    while numbers and not (years and of_child) and words.OTHER_UNIT_AFTER.match(text, numbers[-1].end):
        if _is_plural_bound(text, before, numbers):
            break
        numbers = numbers[:-1]
        if numbers and not of_child:
            return []
    if not numbers or (len(numbers) == 1 and _is_pronoun(text, numbers[0])):
        return []
    bounded = _bounded(text, before, numbers, numbers[-1].end, needs_child=not of_child)
    if bounded is not None:
        return bounded
    if words.MOVIE_BEFORE.search(before) and not of_child:
        return []
    if (
        of_child
        or words.AGED_BEFORE.search(before)
        or _is_coming(text, before)
        or _is_named_list(text, before, numbers)
        or _is_alone(text, numbers, before, expecting)
        or (expecting and words.NAME_BEFORE.search(before) and words.PAUSE_AFTER.match(text, numbers[-1].end))
    ):
        return _mentions(text, numbers, numbers[-1].end)
    tail = text[numbers[-1].end : numbers[-1].end + 12].strip()
    if words.SUITABLE_BEFORE.search(before) and (not tail or tail[0] in "?.!,;)" or tail.startswith(("or ", "and "))):
        return _mentions(text, numbers, numbers[-1].end)
    return []


def _is_plural_bound(text: str, before: str, numbers: list[_Number]) -> bool:
    """Whether this is "under 5s" or "over 8s", whose "s" is no second."""
    bound = (
        words.UNDER_BEFORE.search(before)
        or words.OVER_BEFORE.search(before)
        or words.AND_UP_AFTER.match(text, numbers[-1].end)
    )
    return bool(bound and words.PLURAL_AFTER.match(text, numbers[-1].end))


def _is_pronoun(text: str, number: _Number) -> bool:
    """Whether "one" stands for a movie or a child ("the other one is 5") and not for an age."""
    if not number.is_word or number.value != 1:
        return False
    return not re.match(r"\s*(?:$|[,.;?!)]|and\b|&|years?\b|yrs?\b)", text[number.end : number.end + 12])


def _is_coming(text: str, before: str) -> bool:
    """Whether "turning", "almost" or the like stands before, said of a child."""
    coming = words.COMING_BEFORE.search(before)
    if coming is None:
        return False
    return coming["sure"] is not None or bool(
        re.search(rf"\b(?:{words.CHILD_WORDS}|s?he['’]?s?|they)\b", text, re.IGNORECASE)
    )


def _is_named_list(text: str, before: str, numbers: list[_Number]) -> bool:
    """Whether this is "for 6, 9 and 14": two or more, and no noun behind that they could count."""
    if len(numbers) < 2 or not words.NAMED_LIST_BEFORE.search(before):
        return False
    tail = text[numbers[-1].end : numbers[-1].end + 12].strip()
    return not tail or tail[0] in "?.!,;:)]"


def _is_alone(text: str, numbers: list[_Number], before: str, expecting: bool) -> bool:
    """Whether the whole message is the number, in answer to a question about the child."""
    if not expecting or len(before) >= _LOOK_BACK:
        return False
    return bool(words.ALONE.match(before) and words.ALONE_AFTER.fullmatch(text, numbers[-1].end))


def _bounded(
    text: str, before: str, numbers: list[_Number], end: int, *, needs_child: bool = False
) -> list[AgeMention] | None:
    """Read "under 10", "9 and up"; None when the number is no bound, an empty list when it bounds something else."""
    number = numbers[-1] if len(numbers) > 1 else numbers[0]
    up = words.AND_UP_AFTER.match(text, end)
    down = words.AND_UNDER_AFTER.match(text, end)
    under = words.UNDER_BEFORE.search(before)
    up_to = words.UP_TO_BEFORE.search(before)
    over = words.OVER_BEFORE.search(before)
    if not (up or down or under or up_to or over) or len(numbers) > 1:
        return None
    if not 1 <= number.value <= OLDEST_CHILD_YEARS:
        return []
    if (
        up
        and needs_child
        and up.group().strip() in {"+", "plus"}
        and not re.search(rf"(?:\b(?:ages?|aged|for|{words.CHILD_WORDS})[\s,:(]*)$", before, re.IGNORECASE)
    ):
        return []
    value = number.value
    stop = (up or down).end() if (up or down) else end  # type: ignore[union-attr]
    start = number.start
    if up:
        ages = AgeRange(value, max(value, GROWN_UP_FROM_YEARS))
    elif down or up_to:
        ages = AgeRange(0, value)
    elif under:
        ages = AgeRange(0, max(0, value - 1))
    else:
        ages = AgeRange(value + 1, max(value + 1, GROWN_UP_FROM_YEARS))
    return [AgeMention(ages, Span(start, stop))]


def _without_count(text: str, numbers: list[_Number]) -> list[_Number]:
    """Drop a count from the front: "two 8 year olds", "two three year olds" are not two ages."""
    if len(numbers) != 2 or text[numbers[0].end : numbers[1].start].strip(" "):
        return numbers
    return numbers[1:] if numbers[0].is_word else numbers


def _mentions(text: str, numbers: list[_Number], end: int) -> list[AgeMention]:
    """Make the mentions of a list: a range where two are joined by "to", the coming age of "7, almost 8"."""
    ages: list[AgeMention] = []
    place = 0
    while place < len(numbers):
        number = numbers[place]
        following = numbers[place + 1] if place + 1 < len(numbers) else None
        stop = end if following is None else number.end
        if following is not None and following.value > number.value:
            between = text[number.end : following.start]
            if words.RANGE_JOIN.fullmatch(between):
                stop = end if place + 2 == len(numbers) else following.end
                if following.value <= OLDEST_CHILD_YEARS:
                    ages.append(AgeMention(AgeRange(number.value, following.value), Span(number.start, stop)))
                elif number.value <= OLDEST_CHILD_YEARS:
                    ages.append(AgeMention(AgeRange.exactly(number.value), Span(number.start, stop)))
                place += 2
                continue
        if number.value <= OLDEST_CHILD_YEARS:
            ages.append(AgeMention(AgeRange.exactly(number.value), Span(number.start, stop)))
        place += 1
    return ages


def _groups(text: str) -> Iterator[AgeMention]:
    """Find groups of ages: toddler, teen, third grader, year 4, an eighth birthday."""
    for match in words.BIRTHDAY.finditer(text):
        place = _place(match["place"])
        if 1 <= place <= 18:
            yield AgeMention(AgeRange.exactly(place), Span(*match.span()))
    for pattern, years_ahead, label in (
        (words.GRADERS, 5, "{} grader"),
        (words.GRADES, 5, "{} grader"),
        (words.SCHOOL_YEARS, 4, "Year {}"),
    ):
        for match in pattern.finditer(text):
            if not words.GROUP_PAST_BEFORE.search(text[max(0, match.start() - 40) : match.start()]):
                yield from _grades(match, years_ahead, label)
    for pattern, youngest, oldest, name in words.GROUPS:
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 40) : match.start()]
            if words.GROUP_IS_NO_CHILD_AFTER.match(text, match.end()) or words.GROUP_PAST_BEFORE.search(before):
                continue
            if words.PLOT_BEFORE.search(before):
                continue
            yield AgeMention(AgeRange(youngest, oldest, name), Span(*match.span()))


def _grades(match: re.Match[str], years_ahead: int, label: str) -> Iterator[AgeMention]:
    """Make the ages of one or more school grades; a range of grades is one group."""
    found = [
        (_place(item.group()), match.start("places") + item.start(), match.start("places") + item.end())
        for item in re.finditer(r"[0-9]+(?:st|nd|rd|th)?|[a-z]{3,}", match["places"], re.IGNORECASE)
        if _place(item.group())
    ]
    if not found or any(not 1 <= place <= 13 for place, _, _ in found):
        return
    if len(found) == 2 and re.search(r"-|–|\bto\b|\bthr", match["places"], re.IGNORECASE):
        low, high = sorted(place for place, _, _ in found)
        words_said = f"{_said(low, label)} to {_said(high, label)}"
        yield AgeMention(AgeRange(low + years_ahead, high + years_ahead + 1, words_said), Span(*match.span()))
        return
    for number, (place, start, end) in enumerate(found, start=1):
        span = Span(match.start() if number == 1 else start, match.end() if number == len(found) else end)
        yield AgeMention(AgeRange(place + years_ahead, place + years_ahead + 1, _said(place, label)), span)


def _said(place: int, label: str) -> str:
    """Say a grade as one says it: "third grader", "Year 4"."""
    if not label.startswith("{}"):
        return label.format(place)
    return label.format(words.ORDINALS[place - 1] if place <= len(words.ORDINALS) else f"{place}th")


def _place(word: str) -> int:
    """Read "4th", "fourth" or "four"; 0 when it is no place."""
    digits = re.match(r"[0-9]+", word)
    if digits:
        return int(digits.group())
    return words.ORDINAL_BY_WORD.get(word.lower(), words.NUMBER_BY_WORD.get(word.lower(), 0))


def _without_repeats(text: str, found: list[AgeMention]) -> Iterator[AgeMention]:
    """Leave out a group whose own age is said beside it, and an age that another mention said already."""
    said: list[AgeMention] = []
    for place, mention in enumerate(found):
        if mention.age.words and any(
            0 <= place + step < len(found) and _same_child(text, mention, found[place + step]) for step in (-1, 1)
        ):
            continue
        if any(mention.age == other.age and mention.span.start > other.span.end + 3 for other in said):
            continue
        if said and _grew(text, said[-1], mention):
            said[-1] = mention
            continue
        if any(mention.age.words and other.age.words and _overlap(mention.span, other.span) for other in said):
            continue
        said.append(mention)
    yield from said


def _grew(text: str, one: AgeMention, next_one: AgeMention) -> bool:
    """Whether the two are one child's age now and soon: "7, almost 8", of which the coming one counts."""
    if one.age.is_group or next_one.age.is_group or not 0 < next_one.age.youngest_years - one.age.youngest_years <= 1:
        return False
    return bool(words.COMING_JOIN.fullmatch(text[one.span.end : next_one.span.start]))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _same_child(text: str, group: AgeMention, other: AgeMention) -> bool:
    """Whether a group and an age beside it are of one child: "my toddler (2)", "a 13 year old teen"."""
    if other.age.words or other.age.is_group:
        return False
    if not group.age.youngest_years - 1 <= other.age.youngest_years <= group.age.oldest_years + 1:
        return False
    first, second = (group, other) if group.span.start < other.span.start else (other, group)
    return bool(words.GROUP_JOIN.fullmatch(text[first.span.end : second.span.start]))
