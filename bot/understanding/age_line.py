"""A message as a line of elements for reading ages: each list of numbers, each group of ages is one element of it.

"my 4, 7 and 12 year olds" becomes my · <n> · year · olds, so that what stands beside a list is found as a phrase,
however long the list is. The words are data: ages.toml and age_groups.toml of bot/language/en. Linear in the message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Final

from bot.language.lexicon import lexicon
from bot.language.phrases import Match, best_of_each_place
from bot.language.words import Break, Token

_DIGITS: Final = frozenset("0123456789")
_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_WRITTEN_FRACTIONS: Final = {("1", "2"): 0.5, ("1", "4"): 0.25, ("3", "4"): 0.75}
_DECIMALS: Final = {"25": 0.25, "50": 0.5, "75": 0.75} | {str(tenth): tenth / 10 for tenth in range(10)}
_ORDINAL_ENDS: Final = frozenset({"st", "nd", "rd", "th"})
_RANGE_SIGNS: Final = frozenset({"-", "–", "—", "~", "--"})
_MONEY_AND_COUNTS: Final = frozenset("$£€#")
_RATING_SYSTEMS: Final = frozenset({"pg", "tv", "nc"})
_LOWEST_RATING: Final = 12
_MOST_NUMBERED: Final = 4
"""A child is numbered up to this ("DS1 (9)", "kid2 is 4"); a higher number is the age ("dd7")."""
_TELLS_AN_AGE: Final = frozenset({"is", "are", "turning", "turns", "turned", "aged", "age", "hes", "shes"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number that pieces[first:end] say; the learned odds of the tokens in `places` speak for it."""

    first: int
    end: int
    value: float
    places: tuple[int, ...]
    ordinal: bool = False
    in_words: bool = False
    in_years: bool = False
    """Whether years and months are both said already: "3 years and 11 months"."""


@dataclass(frozen=True, slots=True)
class Run:
    """Numbers that belong together, and how each is joined to the one before it.

    A join is "" (the first), "list", "space", "range", "coming" (7, almost 8) or "going on" (7 going on 8).
    """

    numbers: tuple[Number, ...]
    joins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of ages ("toddler") or a school, with the range it stands for in years and how it is said back."""

    youngest_years: float
    oldest_years: float
    label: str
    is_place: bool


@dataclass(frozen=True, slots=True)
class Element:
    """A word, a list of numbers or a group: tokens[first:end]. `token` carries its word and what parts it."""

    token: Token
    symbols: tuple[str, ...]
    first: int
    end: int
    run: Run | None = None
    group: Group | None = None
    digits: str = ""
    """For a number in digits: the digits."""
    fraction: float = 0.0
    """What a sign such as ½ adds."""

    @property
    def word(self) -> str:
        """The folded word; "~s" is a letter stuck to the number before it, "y~" to the one behind it."""
        return self.token.word


@dataclass(frozen=True, slots=True)
class Line:
    """The elements of a message, and the pieces that the numbers of its runs are counted in."""

    elements: list[Element]
    pieces: list[Element]


def line_of(tokens: Sequence[Token], symbols: Sequence[Sequence[str]], text: str) -> Line:
    """Return the message as a line; `symbols` are Lexicon.symbols of the tokens, `text` is what they were made of."""
    reader = _Reader(tokens, symbols, text)
    runs = {run.numbers[0].first: run for run in reader.runs()}
    return Line(list(reader.elements(runs)), reader.pieces)


def found_in(elements: Sequence[Element]) -> Mapping[str, Sequence[Match]]:
    """Find the phrases of the tables of ages in a line, by table."""
    return lexicon().age_tree.find([one.token for one in elements], [one.symbols for one in elements])


class _Reader:
    """One message on its way from tokens to a line."""

    def __init__(self, tokens: Sequence[Token], symbols: Sequence[Sequence[str]], text: str) -> None:
        self.tokens, self.symbols, self.text = tokens, symbols, text
        words = lexicon().age_tree.words
        self.skipped, self.to_come = words["age_skipped"], words["age_to_come"]
        self.stuck_before, self.stuck_behind = words["age_stuck_before"], words["age_stuck_behind"]
        self.number_words = words["age_numbers"]
        groups = words["age_places"] | words["age_groups"]
        self.whole = {word for word in groups if not word.isalpha() and word[-2:] not in _ORDINAL_ENDS}
        self.pieces: list[Element] = []
        dropped = Break.NONE
        for place, token in enumerate(tokens):
            if token.word in self.skipped:
                dropped = max(dropped, token.before)
                continue
            one, *others = self._split(place)
            if dropped > one.token.before:
                one = replace(one, token=replace(one.token, before=dropped))
            self.pieces += [one, *others]
            dropped = Break.NONE
        self.found = found_in(self.pieces)

    def _split(self, place: int) -> list[Element]:
        """Take a token apart where a number is stuck to letters that may stand beside an age."""
        token = self.tokens[place]
        plain = Element(token, tuple(self.symbols[place]), place, place + 1)
        raw = self.text[token.start : token.end].lower()
        has_sign = not raw.isascii() and not _FRACTIONS.keys().isdisjoint(raw)
        said = raw if has_sign else token.word
        if not has_sign and _DIGITS.isdisjoint(said):
            if token.word[-1] == "s" and token.word[:-1] in self.number_words and token.word != "ones":
                return [self._piece(plain, token.word[:-1]), self._piece(plain, "~s", stuck=True)]
            return [plain]
        parts = ["".join(chars) for _, chars in groupby(said, lambda char: (char in _DIGITS, char in _FRACTIONS))]
        before = parts.pop(0) if parts[0][0].isalpha() else ""
        digits = parts.pop(0) if parts and parts[0][0] in _DIGITS else ""
        fraction = _FRACTIONS[parts.pop(0)] if parts and parts[0] in _FRACTIONS else 0.0
        behind = parts.pop(0) if parts else ""
        before = f"{before}~" if len(before) == 1 else before
        behind = f"~{behind}" if len(behind) == 1 else behind
        if parts or len(digits) > 2 or said in self.whole or not (digits or fraction):
            return [plain]
        if behind and behind not in self.stuck_behind | _ORDINAL_ENDS:
            return [plain]
        pieces = []
        if before:
            child = "<child>" in (symbols := self._symbols(before))
            if child and int(digits or 0) <= _MOST_NUMBERED and self._is_numbered(place):
                return [replace(plain, symbols=(token.word, *symbols))]
            if not child and before not in self.stuck_before:
                return [plain]
            pieces.append(self._piece(plain, before))
        ordinal = behind in _ORDINAL_ENDS
        number = self._piece(plain, f"{digits}{behind}" if ordinal else digits, stuck=bool(before))
        pieces.append(replace(number, digits=digits, fraction=fraction))
        if behind and not ordinal:
            pieces.append(self._piece(plain, behind, stuck=True))
        return pieces

    def _piece(self, whole: Element, word: str, *, stuck: bool = False) -> Element:
        before = Break.NONE if stuck else whole.token.before
        token = replace(whole.token, word=word, before=before, capital=False, possessive=False)
        return replace(whole, token=token, symbols=self._symbols(word))

    def _symbols(self, word: str) -> tuple[str, ...]:
        return tuple(lexicon().symbols([Token(0, 0, word, capital=False)])[0]) if word else ("",)

    def _is_numbered(self, place: int) -> bool:
        """Whether the child's age follows behind its number: "DS1 (9)", "kid2 is 4"."""
        following = [token.word for token in self.tokens[place + 1 : place + 4] if token.word not in self.skipped]
        if following and following[0] in _TELLS_AN_AGE:
            del following[0]
        return bool(following) and (following[0][0] in _DIGITS or following[0] in self.number_words)

    def _between(self, one: Element, following: Element) -> str:
        """Return what is written between two pieces; empty inside a token."""
        return self.text[self.tokens[one.end - 1].end : self.tokens[following.first].start]

    def _is_age_sign(self, place: int) -> bool:
        """Whether a number in digits may be an age: no price, share, clock time, thousands or rating."""
        piece = self.pieces[place]
        start, end = self.tokens[piece.first].start, self.tokens[piece.first].end
        if self.text[start - 1 : start] in _MONEY_AND_COUNTS or self.text[end : end + 1] == "%":
            return False
        before = self.pieces[place - 1].word if place else ""
        if before in _RATING_SYSTEMS and int(piece.digits or 0) >= _LOWEST_RATING:
            return piece.token.before > Break.HYPHEN
        return not any(self._are_one_figure(*pair) for pair in pairwise(self.pieces[max(0, place - 1) : place + 2]))

    def _are_one_figure(self, one: Element, following: Element) -> bool:
        """Whether two numbers are one figure that is no age: "7:30", "8.30", "10,000"."""
        if one.first == following.first or not (one.word.isdecimal() and following.word.isdecimal()):
            return False
        sign = self._between(one, following)
        return (
            (sign == ":" and len(following.word) > 1)
            or (sign == "." and following.word not in _DECIMALS)
            or (sign == "," and len(following.word) > 2)
        )

    def numbers(self) -> list[Number]:
        """Find the numbers of the message that may be ages, in words and in digits."""
        words = {match.first: match for match in self.found["age_numbers"]}
        words |= {match.first: match for match in self.found["age_numbers_apart"]}
        ordinals = {match.first: match for match in self.found["age_ordinals"]}
        parts = _longest(self.found["age_parts"])
        years_and = _longest(match for match in self.found["age_join"] if match.key == "years and")
        found: list[Number] = []
        place = 0
        while place < len(self.pieces):
            piece = self.pieces[place]
            number = None
            if piece.digits or piece.fraction:
                ordinal = piece.word[-2:] in _ORDINAL_ENDS
                if self._is_age_sign(place):
                    number = Number(place, place + 1, int(piece.digits or 0) + piece.fraction, (piece.first,), ordinal)
            elif place in words:
                match = words[place]
                places = tuple(range(piece.first, self.pieces[match.end - 1].end))
                number = Number(place, match.end, float(match.key), places, in_words=True)
                if number.value == 1 and not self._is_one_an_age(place, parts):
                    number = None
            elif place in ordinals:
                places = tuple(range(piece.first, piece.end))
                number = Number(place, place + 1, float(ordinals[place].key), places, ordinal=True, in_words=True)
            if number is None:
                place += 1
                continue
            if not number.ordinal:
                number = self._with_part(number, parts)
                number = self._with_months(number, years_and, words)
            found.append(number)
            place = number.end
        return found

    def _with_part(self, number: Number, parts: dict[int, Match]) -> Number:
        """Add a part of a year: "5.5", "5 ½", "5 and 1/2", "five and a half"."""
        following = self.pieces[number.end : number.end + 3]
        if not following:
            return number
        last = self.pieces[number.end - 1]
        if following[0].digits in _DECIMALS and self._between(last, following[0]) == "." and not number.in_words:
            return self._longer(number, 1, number.value + _DECIMALS[following[0].digits])
        if following[0].token.before > Break.HYPHEN:
            return number
        if following[0].fraction and not following[0].digits:
            return self._longer(number, 1, number.value + following[0].fraction)
        joined = int(following[0].word == "and")
        if len(following) > joined + 1 and self._between(*following[joined : joined + 2]) in ("/", "⁄"):
            written = _WRITTEN_FRACTIONS.get((following[joined].digits, following[joined + 1].digits))
            if written is not None:
                return self._longer(number, joined + 2, number.value + written)
        part = parts.get(number.end)
        if part is not None:
            return self._longer(number, part.end - part.first, number.value + float(part.key))
        return number

    def _longer(self, number: Number, pieces: int, value: float) -> Number:
        end = number.end + pieces
        places = tuple(range(number.places[0], self.pieces[end - 1].end))
        return replace(number, end=end, value=value, places=places)

    def _with_months(self, number: Number, years_and: dict[int, Match], words: dict[int, Match]) -> Number:
        """Add the months of "3 years and 11 months"."""
        join = years_and.get(number.end)
        if join is None or join.end + 1 >= len(self.pieces):
            return number
        said, unit = self.pieces[join.end], self.pieces[join.end + 1]
        months = float(said.digits or (words[join.end].key if join.end in words else 12))
        if months >= 12 or said.fraction or not {"<month_unit>", "m", "~m"}.intersection(unit.symbols):
            return number
        longer = self._longer(number, join.end + 2 - number.end, round(number.value + months / 12, 1))
        return replace(longer, in_years=True)

    def _is_one_an_age(self, place: int, parts: dict[int, Match]) -> bool:
        """Whether "one" is an age and not a movie or a child: "one year old", "he's one", "one and three year olds"."""
        before = self.pieces[place - 1] if place else None
        following = self.pieces[place + 1 : place + 4]
        if following and following[0].token.before < Break.COMMA:
            if _is_unit(following[0]) or place + 1 in parts:
                return True
            if following[0].word not in ("and", "or", "to"):
                return False
            if len(following) == 3 and (following[1].digits or following[1].word in self.number_words):
                return _is_unit(following[2])
        if before is None or self.pieces[place].token.possessive:
            return False
        listed = before.word in ("and", "or") and place > 1 and self._is_number_piece(place - 2)
        of_child = before.token.possessive and "<child>" in before.symbols
        return listed or before.word in _TELLS_AN_AGE or of_child

    def _is_number_piece(self, place: int) -> bool:
        return bool(self.pieces[place].digits) or self.pieces[place].word in self.number_words

    def runs(self) -> Iterable[Run]:
        """Join numbers of the same kind that stand together."""
        joins: dict[tuple[int, int], Match] = {}
        for match in self.found["age_join"]:
            joins.setdefault((match.first, match.end), match)
        open_ones: list[tuple[Number, str]] = []
        for number in self.numbers():
            join = self._join(open_ones[-1][0], number, joins) if open_ones else ""
            if open_ones and not join:
                yield Run(*map(tuple, zip(*open_ones, strict=True)))
                open_ones = []
            open_ones.append((number, join))
        if open_ones:
            yield Run(*map(tuple, zip(*open_ones, strict=True)))

    def _join(self, one: Number, following: Number, joins: dict[tuple[int, int], Match]) -> str:
        """Return how two numbers are joined; empty when they are not."""
        if one.ordinal != following.ordinal or self.pieces[one.end - 1].first == self.pieces[following.first].first:
            return ""
        parted = self.pieces[following.first].token.before
        if one.end < following.first:
            match = joins.get((one.end, following.first))
            if match is None or match.key == "years and" or parted is Break.STOP:
                return ""
            if match.key == "range" and following.value <= one.value:
                return ""
            return match.key
        sign = self._between(self.pieces[one.end - 1], self.pieces[following.first]).strip()
        if sign in _RANGE_SIGNS:
            return "range" if following.value > one.value else "list"
        if parted in (Break.DASH, Break.BRACKET) or (parted is Break.STOP and sign != ";"):
            return ""
        return "space" if parted is Break.NONE else "list"

    def elements(self, runs: dict[int, Run]) -> Iterable[Element]:
        """Yield the line: runs and groups as one element each, a word such as "almost" joined to its run."""
        groups: dict[int, tuple[Match, bool]] = {}
        for match in best_of_each_place(self.found["age_places"]):
            groups[match.first] = (match, True)
        for match in best_of_each_place(self.found["age_groups"]):
            if match.first not in groups or groups[match.first][0].end <= match.end:
                groups[match.first] = (match, False)
        place = 0
        while place < len(self.pieces):
            piece = self.pieces[place]
            comes = piece.word in self.to_come and place + 1 in runs
            if comes and self.pieces[place + 1].token.before < Break.COMMA:
                place += 1
            if place in groups:
                match, is_place = groups[place]
                bounds, _, label = match.key.partition(" ")
                youngest, oldest = map(float, bounds.split("-"))
                group = Group(youngest, oldest, label, is_place)
                own = piece.symbols if match.end == place + 1 else ()
                symbols = ("<p>" if is_place else "<g>", *own)
                yield Element(piece.token, symbols, piece.first, self.pieces[match.end - 1].end, group=group)
                place = match.end
            elif place in runs:
                run = runs[place]
                end = run.numbers[-1].end
                own = self.pieces[place].symbols if end == place + 1 else ()
                symbols = ("<n>", *(("<o>",) if run.numbers[0].ordinal else ()), *own)
                yield Element(piece.token, symbols, piece.first, self.pieces[end - 1].end, run=run)
                place = end
            else:
                name = ("<name>",) if piece.token.capital and not any("<" in one for one in piece.symbols) else ()
                yield replace(piece, symbols=(*piece.symbols, *name))
                place += 1


def _is_unit(piece: Element) -> bool:
    return not {"<year_unit>", "<month_unit>", "old", "olds", "week", "weeks"}.isdisjoint(piece.symbols)


def _longest(matches: Iterable[Match]) -> dict[int, Match]:
    """Return the longest match of each place it begins at."""
    longest: dict[int, Match] = {}
    for match in matches:
        if match.first not in longest or match.end > longest[match.first].end:
            longest[match.first] = match
    return longest
