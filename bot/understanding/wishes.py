"""What suggestions should be like beside fitting the children: "under 90 minutes", "in Spanish", "old Disney", "funny".

The words are looked for where no title, age or concern stands. What can be searched becomes a filter; what a parent
wishes and no review tells is named, so that the reply can say honestly that it did not count.
"""

# ruff: noqa: E501 -- one pattern a line, however long

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from bot.domain.vocabulary import GRID_BY_KEY
from bot.matching.recognition import Span
from bot.understanding import asking
from bot.understanding.concerns import ConcernMention
from bot.understanding.masking import lowered, set_aside
from bot.understanding.wish_words import GENRES, GENTLE, LANGUAGES, LIVE_ACTION, STUDIOS, TOPICS, UNSEARCHABLE


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was wished for; everything empty: nothing."""

    rating: str | None = None
    """The official rating asked for, as the board writes it ("a first R")."""
    most_minutes: int | None = None
    genres: tuple[str, ...] = ()
    """Genres of which the movie must have every one, as the library names them."""
    not_genres: tuple[str, ...] = ()
    language: str | None = None
    """Two-letter code of the language that must be spoken."""
    from_year: int | None = None
    to_year: int | None = None
    newest_first: bool = False
    studio: str | None = None
    """A word of the studio's name: "Disney"."""
    not_studio: str | None = None
    gentle: bool = False
    """Little that frightens and little violence."""
    sought: tuple[str, ...] = ()
    """Concerns that the movie shall have rather than be free of ("a scary movie", "movies about adoption")."""
    strict: tuple[str, ...] = ()
    """Concerns of which there shall be none ("no swearing"), rather than little."""
    about: tuple[str, ...] = ()
    """What the movie should be about, as said: looked for in what the reviews tell."""
    unsearchable: tuple[str, ...] = ()
    """Wishes that no review answers, as said."""

    def joined(self, later: Wishes) -> Wishes:
        """These wishes and later ones; where both name one thing the later counts."""
        years_anew = later.from_year or later.to_year
        return Wishes(
            rating=later.rating or self.rating,
            most_minutes=later.most_minutes or self.most_minutes,
            genres=_both([name for name in self.genres if name not in later.not_genres], later.genres),
            not_genres=_both([name for name in self.not_genres if name not in later.genres], later.not_genres),
            language=later.language or self.language,
            from_year=later.from_year if years_anew else self.from_year,
            to_year=later.to_year if years_anew else self.to_year,
            newest_first=later.newest_first or (self.newest_first and not years_anew),
            studio=later.studio or (self.studio if self.studio != later.not_studio else None),
            not_studio=later.not_studio or (self.not_studio if self.not_studio != later.studio else None),
            gentle=later.gentle or self.gentle,
            sought=_both(self.sought, later.sought),
            strict=_both(self.strict, later.strict),
            about=later.about or self.about,
            unsearchable=later.unsearchable,
        )

    @property
    def searched(self) -> Wishes:
        """Without what cannot be searched; equal to NO_WISHES when nothing is left."""
        return replace(self, unsearchable=())


def _both(earlier: Sequence[str], later: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*earlier, *later)))


NO_WISHES: Final = Wishes()


_HOURS: Final = {"an": 60, "one": 60, "1": 60, "two": 120, "2": 120, "three": 180, "3": 180}
_MOST: Final = r"(?:under|less\s+than|shorter\s+than|at\s+most|max(?:imum)?(?:\s+of)?|no\s+(?:more|longer)\s+than|not\s+(?:more|longer)\s+than|within|only\s+have|up\s+to|below|about|around)"
_MINUTES: Final = re.compile(
    rf"\b{_MOST}\s+(?:about\s+)?(?P<number>[4-9][0-9]|1[0-9][0-9])\b(?:\s*-?\s*min(?:ute)?s?\b)?(?:\s+long)?|\b(?P<bare>[4-9][0-9]|1[0-9][0-9])\s*-?\s*min(?:ute)?s?\b(?:\s+(?:or\s+less|or\s+under|max|tops|long))*"
)
_IN_HOURS: Final = re.compile(
    rf"\b{_MOST}\s+(?:about\s+)?(?P<hours>an|one|two|three|[1-3])(?P<point>[.,]5)?\s*(?P<half>and\s+a\s+half\s+)?(?:hours?|hrs?|h)\b(?P<later>\s+and\s+a\s+half)?"
)
_SHORT: Final = re.compile(
    r"\b(?:short(?:er)?|quick(?:er)?)\b(?!\s+(?:question|q)\b)|\b(?:not|nothing)\s+(?:too|so|very)\s+long\b"
)
SHORT_MINUTES: Final = 90
"""What counts as a short movie, in minutes."""
_DECADE: Final = re.compile(r"\b(?:the\s+)?(?:(?P<century>19|20)?(?P<decade>[0-9])0['’]?s)\b")
_EIGHTIES: Final = {
    "fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990, "noughties": 2000,
}  # fmt: skip
_YEAR: Final = re.compile(
    r"\b(?P<way>before|older\s+than|after|since|newer\s+than|from)\s+(?:the\s+year\s+)?(?P<year>(?:19|20)[0-9]{2})\b"
)
OLD_TO_YEAR: Final = 1989
"""What counts as an old movie: up to this year."""
_OLD: Final = re.compile(
    r"(?<!year\s)(?<!years\s)(?<!yr\s)\b(?:old(?:er|ie|ies)?|vintage|old[\s-]fashioned|old[\s-]school)\b(?=\s+(?:\w+\s+){0,2}(?:movies?|films?|disney|cartoons?|stuff|pixar|animat\w+|musicals?|comed\w+|classics?)\b)|\b(?:something|anything)\s+old(?:er)?\b|\bclassics?\b|\bblack\s+and\s+white\b|\bfrom\s+when\s+i\s+was\s+\w+"
)
_NEWEST: Final = re.compile(r"\b(?:new(?:er|est)?|recent|latest|modern)\b(?!\s+to\b)")
_NEGATED: Final = re.compile(
    r"\b(?:not?|non|without|nothing|isn['’]?t|aren['’]?t|never|except|other\s+than|anything\s+but|no\s+more|hates?|don['’]?t\s+(?:like|want)|sick\s+of|tired\s+of|seen\s+(?:all|everything|every|most))[\s-]+(?:(?:too|an?|any|another|more|about|like|very|so|that|from|by)\s+)*$"
)
_UNWANTED: Final = re.compile(
    r"\b(?:not?|non|without|nothing|none|isn['’]?t|aren['’]?t|doesn['’]?t|don['’]?t|can['’]?t|never|less|free|avoid\w*|hates?|scared|afraid|minus|too|low|light|skip|minimal|little)\b"
)
_SOUGHT_BEFORE: Final = re.compile(
    r"\b(?:about|with|featuring|on|dealing\s+with|deals?\s+with|has|have|having|explor\w+)\s+(?:(?:an?|some|the|lots\s+of|good|a\s+bit\s+of|real|strong|being|kids?)\s+)*$"
)
_MOVIE_BEHIND: Final = re.compile(
    r"(?:\s+(?:but|and)\s+\w+)?\s+(?:(?:family|kids?|animated|halloween)\s+)?(?:movies?|films?|flicks?|ones?|stuff)\b"
)
_ABOUT: Final = re.compile(
    r"\b(?:about|with|featuring|involving|set\s+in|loves?|likes?|into|(?:obsessed|crazy|mad|nuts)\s+(?:with|about|for)|fans?\s+of)\s+(?P<words>[^\W_][\w'’ -]{1,40}?)(?=\s+(?:for|but|that|which|under|not?|who|please|to|on|in|from|or|and\s+(?:no|not|nothing)|tonight|instead|as)\b|\s*[,.;?!\ufffc]|\s*$)"
)
_CLAUSE_END: Final = re.compile(r"[,.;!?]|\bbut\b")
_ABOUT_BEFORE: Final = re.compile(
    r"\b(?:about|on|dealing\s+with|deals?\s+with|explor\w+|coping\s+with)\s+(?:(?:an?|some|the|losing|being)\s+)*$"
)
_LIKES_BEFORE: Final = re.compile(
    r"\b(?:likes?|loves?|wants?|into|enjoys?|up\s+for|something|properly)\s+(?:(?:a|some|really|proper|good|bit)\s+)*$"
)
_NONE_BEFORE: Final = re.compile(
    r"\b(?:no|without|nothing\s+with|zero|free\s+of|free\s+from)\s+(?:(?:any|an?|one|has|is|swearing|and|or|violence|sex)[\s,]+)*$"
)
_DEATH: Final = re.compile(r"\b(?:death|die|dying|dead)")
_SEARCHED_LETTERS: Final = 3


@dataclass(frozen=True, slots=True)
class _Tables:
    genres: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
    live_action: re.Pattern[str]
    language: re.Pattern[str]
    studio: re.Pattern[str]
    topic: re.Pattern[str]
    unsearchable: re.Pattern[str]
    gentle: re.Pattern[str]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    """Compile the tables once, on first use."""
    tongue = "|".join(LANGUAGES)
    return _Tables(
        tuple((re.compile(rf"\b(?:{pattern})\b"), names) for pattern, names in GENRES),
        re.compile(rf"\b(?:{LIVE_ACTION})\b"),
        re.compile(
            rf"\b(?:in|speaks?|speaking|learn(?:ing|s)?)\s+(?P<said>{tongue})\b|\b(?P<kind>{tongue})(?:[\s-](?:language|speaking))?(?=\s+(?:movies?|films?|ones?|cartoons?)\b)"
        ),
        re.compile(rf"\b(?:studio\s+)?(?P<studio>{'|'.join(STUDIOS)})\b"),
        re.compile(rf"\b(?P<topic>{TOPICS})(?=\s+(?:themed\s+)?(?:movies?|films?|flicks?|ones?|stuff)\b)"),
        re.compile(rf"\b(?:{'|'.join(UNSEARCHABLE)})"),
        re.compile(rf"\b(?:{GENTLE})\b"),
    )


class _Reader:
    """Reads one message's wishes; what was read is blanked, so that nothing counts twice."""

    def __init__(self, text: str) -> None:
        self.text = lowered(text)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Find a pattern and blank it."""
        match = pattern.search(self.text)
        if match is not None:
            self.text = set_aside(self.text, (Span(*match.span()),))
        return match

    def negated(self, match: re.Match[str]) -> bool:
        """Whether words before say that it is not wanted."""
        return _NEGATED.search(self.text[: match.start()]) is not None


def read_wishes(text: str, concerns: Sequence[ConcernMention], rating: str | None = None) -> Wishes:
    """Read what the movies should be like; `text` has titles and ages blanked, `concerns` were read from it."""
    return _read(_Reader(text), concerns, rating)


def without_wishes(text: str, concerns: Sequence[ConcernMention]) -> str | None:
    """Return the text with its wishes blanked; None when it holds none."""
    reader = _Reader(text)
    wishes = replace(_read(reader, concerns, None), sought=(), strict=(), about=())
    return None if wishes == NO_WISHES else reader.text


def _read(reader: _Reader, concerns: Sequence[ConcernMention], rating: str | None) -> Wishes:
    tables = _tables()
    sought = tuple(mention.key for mention in concerns if _is_sought(reader.text, mention))
    about = tuple(
        word
        for mention in concerns
        if mention.key in sought
        and mention.key in GRID_BY_KEY
        and _ABOUT_BEFORE.search(reader.text[: mention.span.start])
        for word in reader.text[mention.span.start : mention.span.end].split()
    )
    strict: dict[str, None] = {}
    for mention in concerns:
        if _NONE_BEFORE.search(reader.text[: mention.span.start]):
            strict[mention.key] = None
            if _DEATH.search(reader.text[mention.span.start : mention.span.end]):
                strict.update(dict.fromkeys(("animal_dies", "parent_dies", "child_dies")))
    unsearchable = []
    while (match := reader.take(tables.unsearchable)) is not None:
        unsearchable.append(match.group().strip())
    minutes = _minutes(reader)
    from_year, to_year = _years(reader)
    newest = reader.take(_NEWEST) is not None
    spoken = reader.take(tables.language)
    genres: list[str] = []
    not_genres = ["Animation"] if reader.take(tables.live_action) else []
    for pattern, names in tables.genres:
        match = reader.take(pattern)
        if match is not None:
            (not_genres if reader.negated(match) else genres).extend(names)
    studio = reader.take(tables.studio)
    not_studio = studio is not None and reader.negated(studio)
    named = None if studio is None else STUDIOS[studio["studio"]]
    return Wishes(
        rating=rating,
        most_minutes=minutes,
        genres=tuple(dict.fromkeys(genres)),
        not_genres=tuple(name for name in not_genres if name != "Romance" or "sex_romance" not in strict),
        language=LANGUAGES[spoken["said"] or spoken["kind"]] if spoken else None,
        from_year=from_year,
        to_year=to_year,
        newest_first=newest,
        studio=None if not_studio else named,
        not_studio=named if not_studio else None,
        gentle=reader.take(tables.gentle) is not None,
        sought=sought,
        strict=tuple(strict),
        about=about or _about(reader, tables, concerns),
        unsearchable=tuple(dict.fromkeys(unsearchable)),
    )


def _is_sought(text: str, mention: ConcernMention) -> bool:
    """Whether a movie with this is wanted: "a scary movie", "movies about adoption", anything positive."""
    before = _CLAUSE_END.split(text[max(0, mention.span.start - 40) : mention.span.start])[-1]
    if _UNWANTED.search(before):
        return False
    if mention.key in GRID_BY_KEY and GRID_BY_KEY[mention.key].positive:
        return True
    liked = _LIKES_BEFORE.search(before) is not None
    if mention.key == "scariness" and (liked or _MOVIE_BEHIND.match(text, mention.span.end)):
        return True
    if mention.key in GRID_BY_KEY:
        return _ABOUT_BEFORE.search(before) is not None
    return liked or _SOUGHT_BEFORE.search(before) is not None


def _minutes(reader: _Reader) -> int | None:
    hours = reader.take(_IN_HOURS)
    if hours is not None:
        half = 30 if hours["point"] or hours["half"] or hours["later"] else 0
        return _HOURS[hours["hours"]] + half
    minutes = reader.take(_MINUTES)
    if minutes is not None:
        return int(minutes["number"] or minutes["bare"])
    return SHORT_MINUTES if reader.take(_SHORT) else None


def _years(reader: _Reader) -> tuple[int | None, int | None]:
    decade = reader.take(_DECADE)
    if decade is not None:
        century = decade["century"] or ("19" if int(decade["decade"]) >= 3 else "20")
        first = int(f"{century}{decade['decade']}0")
        return first, first + 9
    for word, first in _EIGHTIES.items():
        if reader.take(re.compile(rf"\b{word}\b")):
            return first, first + 9
    year = reader.take(_YEAR)
    if year is not None:
        named = int(year["year"])
        if year["way"] == "from":
            return named, named
        return (None, named - 1) if year["way"] == "before" or "older" in year["way"] else (named, None)
    return (None, OLD_TO_YEAR) if reader.take(_OLD) else (None, None)


def _about(reader: _Reader, tables: _Tables, concerns: Sequence[ConcernMention]) -> tuple[str, ...]:
    reader.text = set_aside(reader.text, [mention.span for mention in concerns])
    topic = reader.take(tables.topic)
    if topic is not None:
        return () if reader.negated(topic) else (topic["topic"],)
    match = _ABOUT.search(reader.text)
    if match is None:
        return ()
    words = [word for word in asking.telling_words(match["words"]) if len(word) >= _SEARCHED_LETTERS]
    return tuple(words) if words and not set(words) & _COMPANY else ()


_COMPANY_TEXT: Final = """
grandma grandpa grandparents granny nana gran mom mum mommy mummy dad daddy parents popcorn everyone everybody
girlfriend boyfriend wife husband
"""
_COMPANY: Final = frozenset(_COMPANY_TEXT.split())
"""Whom a movie is watched with, not what it is about."""
