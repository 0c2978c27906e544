"""What each list of numbers, school year and group of a message says of children's ages, by its form.

The words beside it are found in the line of the message (bot.understanding.age_line), of several the earlier row of
their table; what they say is in bot.understanding.age_priors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.suitability import AgeRange
from bot.language.phrases import Match
from bot.language.words import Break, Token
from bot.understanding import age_priors as priors
from bot.understanding.age_line import Element, Line, Number, Run, found_in

OLDEST_CHILD_YEARS: Final = 20
"""A number above is a grown-up's age, not a child's."""
GROWN_UP_FROM_YEARS: Final = 17
""" "9 and up" ends with childhood."""
BARE: Final = "bare number"


@dataclass(frozen=True, slots=True)
class AgeNote:
    """A proposal: tokens[first:end] say a child's age or group of ages."""

    first: int
    end: int
    age: AgeRange
    odds: float
    """Natural log-odds that it is meant so; above 0 it is likelier than not."""
    rule: str
    """The name of the form that proposed it; "bare number" where only what was learned speaks."""
    own: bool = False
    """Whether the writer speaks of himself: "im 13 can i watch"."""


@dataclass(frozen=True, slots=True)
class _Said:
    """One number of a list: its age, its tokens, and what its form says."""

    number: Number
    age: AgeRange
    first: int
    end: int
    form: float
    rule: str


class Beside:
    """The rows that hold before and behind the elements of a line, by element."""

    def __init__(self, elements: Sequence[Element], before: Sequence[Match], behind: Sequence[Match] = ()) -> None:
        """Take them from what the tables found there."""
        self.before: dict[int, Match] = {}
        self.behind: dict[int, Match] = {}
        self.closed: set[int] = set()
        """Elements behind which no noun stands that a number could count."""
        for match in before:
            self._believe(self.before, match.end - 1, match)
        for match in behind:
            far = Break.STOP if match.key in priors.OLD | {"past"} else Break.COMMA
            parted = any(one.token.before >= far for one in elements[match.first + 1 : match.end])
            if match.key == "closed":
                self.closed.add(match.first)
            elif not parted:
                self._believe(self.behind, match.first, match)
        for place, one in enumerate(elements[1:]):
            if one.token.before >= Break.COMMA:
                self.closed.add(place)

    @staticmethod
    def _believe(chosen: dict[int, Match], place: int, match: Match) -> None:
        held = chosen.get(place)
        if held is None or (match.rank, match.first - match.end) < (held.rank, held.first - held.end):
            chosen[place] = match


class Forms:
    """The proposals of one message, element by element."""

    def __init__(self, tokens: Sequence[Token], line: Line, text: str, age_odds: Sequence[float]) -> None:
        """Find the words beside each element; the arguments are those of propose_ages, with the line of the message."""
        self.tokens, self.text, self.age_odds = tokens, text, age_odds
        self.elements, self.pieces = line.elements, line.pieces
        found = found_in(self.elements)
        self.beside = Beside(self.elements, found["age_before"], found["age_after"])
        self.beside_group = Beside(self.elements, found["group_before"], found["group_after"])
        self.school = Beside(self.elements, found["school_before"]).before

    def of_element(self, place: int) -> Iterator[AgeNote]:
        """Propose what one element says; nothing for a plain word."""
        element = self.elements[place]
        if element.group is not None:
            yield self._of_group(place, element)
        elif element.run is not None and element.run.numbers[0].ordinal:
            yield from self._of_ordinals(place, element, element.run)
        elif element.run is not None:
            school, behind = self.school.get(place), self.beside.behind.get(place)
            if school and school.key in priors.SCHOOL and not (behind and behind.key in priors.OLD):
                first = self.elements[school.first].first
                yield from self._school_years(place, element.run, school.key, first, element.end)
            else:
                yield from self._ages(place, element.run)

    def is_of_mind(self, place: int) -> bool:
        """Whether a list of numbers is said of a child's mind: "developmentally about 5"."""
        before = self.beside.before.get(place)
        return before is not None and before.key == "mental age"

    def _learned(self, *numbers: Number) -> float:
        """Return what was learned of some numbers; of "3 and a half" the surest word counts."""
        odds = [max(self.age_odds[place] for place in number.places) for number in numbers]
        return sum(odds) / len(odds)

    def _is_own(self, place: int) -> bool:
        before = self.beside.before.get(place)
        return before is not None and before.key == "own"

    def _of_group(self, place: int, element: Element) -> AgeNote:
        group, before = element.group, self.beside_group.before.get(place)
        assert group is not None
        behind = self.beside_group.behind.get(place)
        said = [priors.WORDS_BESIDE_GROUP.get(match.key, 0.0) for match in (before, behind) if match]
        odds = max([0.0 if group.is_place else priors.GROUP, *said]) + min([0.0, *said])
        if element.token.word == "k" and not element.token.capital:
            odds += priors.GIVEN_UP
        age = AgeRange(group.youngest_years, group.oldest_years, group.label)
        odds += max(self.age_odds[element.first : element.end])
        own = before is not None and before.key == "own"
        return AgeNote(element.first, element.end, age, odds, "group", own)

    def _of_ordinals(self, place: int, element: Element, run: Run) -> Iterator[AgeNote]:
        behind = self.beside.behind.get(place)
        if behind is None:
            return
        end = self.elements[behind.end - 1].end
        if behind.key == "grade":
            yield from self._school_years(place, run, "grader", element.first, end)
        elif behind.key == "birthday" and 1 <= run.numbers[-1].value <= OLDEST_CHILD_YEARS:
            odds = priors.BIRTHDAY + self._learned(run.numbers[-1])
            yield AgeNote(element.first, end, AgeRange.exactly(run.numbers[-1].value), odds, "birthday")

    def _school_years(self, place: int, run: Run, key: str, first: int, end: int) -> Iterator[AgeNote]:
        """Propose the school years of a list in tokens[first:end]; a range of them is one group."""
        before = self.beside.before.get(place)
        form = priors.SCHOOL[key][0]
        if before and before.key not in priors.NOT_BEFORE_OLD:
            form += min(0.0, priors.WORDS_BEFORE.get(before.key, 0.0))
        at = 0
        while at < len(run.numbers):
            stop = at + 2 if run.joins[at + 1 : at + 2] == ("range",) else at + 1
            numbers = run.numbers[at:stop]
            if not all(one.value.is_integer() and 1 <= one.value <= priors.LAST_SCHOOL_YEAR[key] for one in numbers):
                return
            yield AgeNote(
                first if at == 0 else self.pieces[numbers[0].first].first,
                end if stop == len(run.numbers) else self.pieces[numbers[-1].end - 1].end,
                priors.school_age(key, int(numbers[0].value), int(numbers[-1].value)),
                form + self._learned(*numbers),
                "grade",
                self._is_own(place),
            )
            at = stop

    def _ages(self, place: int, run: Run) -> Iterator[AgeNote]:
        """Propose the ages of a list; a range or an age with the coming one is a whole, its parts are less likely."""
        said = [self._said(place, run, at) for at in range(len(run.numbers))]
        own, before = self._is_own(place), self.beside.before.get(place)
        at = 0
        while at < len(said):
            one, following = said[at], said[at + 1] if at + 1 < len(said) else None
            join = run.joins[at + 1] if following else ""
            if join == "list" and at == 0 and before and before.key == "ages":
                join = "range"
            age = _of_both(one, following, join) if following else None
            parts: list[_Said] = [one]
            if following and age is not None:
                forms = (one.form, following.form)
                form = max(forms) if min(forms) >= 0 else min(forms)
                odds = form + self._learned(one.number, following.number)
                if age.youngest_years <= OLDEST_CHILD_YEARS and form > priors.GIVEN_UP:
                    yield AgeNote(one.first, following.end, age, odds, join, own)
                parts = {"range": [one, following], "coming": [following]}.get(join, [one])
            for part in parts:
                if part.age.youngest_years <= OLDEST_CHILD_YEARS and part.form > priors.GIVEN_UP:
                    odds = part.form + self._learned(part.number) - (priors.UNLIKELIER if age else 0.0)
                    yield AgeNote(part.first, part.end, part.age, odds, part.rule, own)
            at += 1 if age is None else 2

    def _said(self, place: int, run: Run, at: int) -> _Said:
        """Tell what the words beside a list say of its number `at`."""
        number, is_last = run.numbers[at], at + 1 == len(run.numbers)
        before, behind = self.beside.before.get(place), self.beside.behind.get(place)
        evidence = self._evidence(place, run, at)
        best = max(evidence, key=lambda key: evidence[key], default=BARE)
        form = max(0.0, *evidence.values(), 0.0) + min(0.0, *evidence.values(), 0.0)
        first = self.pieces[number.first].first if at else self.elements[place].first
        end = self.pieces[number.end - 1].end
        said_before = before is not None and before.key in priors.SAID_BEFORE and before.key in evidence
        if at == 0 and before and said_before and not (before.key == "aged" and behind and behind.key in priors.OLD):
            first = self._begin(before.first, place)
        if is_last and behind and behind.key in priors.UNITS:
            end = self.elements[behind.end - 1].end
        rule = best if evidence.get(best, 0.0) > 0 else BARE
        plural = behind is not None and behind.key == "plural"
        return _Said(number, _age_of(number, evidence, plural=plural), first, end, form, rule)

    def _evidence(self, place: int, run: Run, at: int) -> dict[str, float]:
        """Return what speaks for and against one number of a list, by the rows' keys; "not …" for what is against."""
        found: dict[str, float] = {}
        before, behind = self.beside.before.get(place), self.beside.behind.get(place)
        is_last = at + 1 == len(run.numbers)
        if before and self._holds(before, place, run, at, behind):
            odds = priors.WORDS_BEFORE.get(before.key, 0.0)
            found[before.key if odds >= 0 else f"not {before.key}"] = odds
        if behind and (is_last or behind.key in priors.FOR_ALL):
            odds = priors.WORDS_BEHIND.get(behind.key, 0.0)
            found[behind.key if odds >= 0 else f"not {behind.key}, behind"] = odds
        elif behind and (
            behind.key in priors.SHARED_BY_LIST or (behind.key == "months" and run.joins[at + 1] == "range")
        ):
            found[behind.key] = priors.SHARED_UNIT
        if behind and behind.key in priors.UNITS and _is_count(run, at):
            found["not a count"] = priors.GIVEN_UP
        if is_last and "and up" not in found and self._has_plus(place, behind):
            found["and up"] = priors.WORDS_BEHIND["and up"]
        if self._in_brackets(place):
            found["brackets"] = priors.BRACKETED
        if run.numbers[at].in_years or (not is_last and "<year_unit>" in self.pieces[run.numbers[at].end].symbols):
            found["years"] = priors.WORDS_BEHIND["years"]
        return found

    def _holds(self, before: Match, place: int, run: Run, at: int, behind: Match | None) -> bool:
        """Whether the words before a list are said of its number `at`."""
        unit = behind.key if behind and behind.key in priors.UNITS else ""
        return not (
            (at and before.key in priors.ONLY_FIRST)
            or (before.key in priors.ONLY_NEAR and self._is_parted(before))
            or (before.key in priors.ONLY_CLOSED and not unit and place not in self.beside.closed)
            or (before.key in priors.NOT_BEFORE_OLD and unit in priors.OLD)
            or (before.key in priors.BOUNDS_BEFORE and len(run.numbers) > 1)
        )

    def _is_parted(self, match: Match) -> bool:
        return any(one.token.before >= Break.COMMA for one in self.elements[match.first + 1 : match.end])

    def _begin(self, first: int, place: int) -> int:
        """Return the token at which saying the age begins, not with the child: "ages 4" of "kids ages 4"."""
        begin = place
        while begin > first and "<child>" not in self.elements[begin - 1].symbols:
            begin -= 1
        return self.elements[begin].first

    def _has_plus(self, place: int, behind: Match | None) -> bool:
        """Whether "+" stands behind a number and no other number behind that: "ages 9+"."""
        ends = {self.elements[place].end, self.elements[behind.end - 1].end if behind else self.elements[place].end}
        for end in ends:
            at = self.tokens[end - 1].end
            following = self.text[at : at + 4].replace(" ", "")
            if following[:1] == "+" and not following[1:2].isalnum():
                return True
        return False

    def _in_brackets(self, place: int) -> bool:
        element = self.elements[place]
        start, end = self.tokens[element.first].start, self.tokens[element.end - 1].end
        return self.text[start - 1 : start] in ("(", "[") and self.text[end : end + 1] in (")", "]")


def _is_count(run: Run, at: int) -> bool:
    """Whether a number counts what the next one says: "two 8 year olds"."""
    return run.numbers[at].in_words and run.joins[at + 1 : at + 2] == ("space",)


def _age_of(number: Number, evidence: Mapping[str, float], *, plural: bool) -> AgeRange:
    """Return the age that a number stands for beside these words."""
    parts = next((priors.PARTS_OF_YEAR[key] for key in evidence if key in priors.PARTS_OF_YEAR), 1)
    if "sex or months" in evidence and number.value >= priors.MONTHS_FROM:
        parts = priors.PARTS_OF_YEAR["months"]
    value = round(number.value / parts, 1) if parts > 1 and not number.in_years else number.value
    if "and up" in evidence or "over" in evidence:
        youngest = value + 1 if "over" in evidence and not plural and parts == 1 else value
        return AgeRange(youngest, max(youngest, GROWN_UP_FROM_YEARS))
    if "under" in evidence:
        return AgeRange(0, max(0, value - 1) if parts == 1 else value)
    if "and under" in evidence or "up to" in evidence:
        return AgeRange(0, value)
    return AgeRange.exactly(value)


def _of_both(one: _Said, following: _Said, join: str) -> AgeRange | None:
    """Return the age of two joined numbers that are one; None when they are two."""
    low, high = one.age.youngest_years, following.age.youngest_years
    if join == "going on":
        return one.age
    if join not in ("range", "coming") or low >= high or (join == "coming" and high - low > 1):
        return None
    if join == "coming":
        return following.age
    if high > OLDEST_CHILD_YEARS:
        return one.age
    return AgeRange(one.age.youngest_years, max(one.age.youngest_years, following.age.oldest_years))
