"""Find words that read like a title in a message in which no title was recognised.

A message without a title of its own is answered for the movie spoken of before; so whatever may be a title that
nobody knows has to be seen here first. The guards are shapes, not lists of titles: quotes, capitals inside a sentence,
a number behind a word, the place in a question where a title stands ("is … ok for"). Words that belong to talk about
any movie (its ending, its songs) are no title. tests/cases/follow_ups.toml guards both sides.
"""

# ruff: noqa: E501 -- one pattern of a table a line, however long

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bot.matching.recognition import Span
from bot.matching.wording import question_wording
from bot.understanding import asking
from bot.understanding.masking import set_aside

_MOVIE_PARTS_TEXT: Final = """
beginning start opening intro middle climax finale final twist resolution flashback flashbacks dream sequence sequences
music song songs soundtrack singing score volume sound sounds dialogue jokes joke humor humour comedy acting actors
actor animation animated graphics effects cgi visuals pace pacing plot storyline tone mood atmosphere subtitles dubbed
captions trailer book books cartoon series musical comedy drama documentary thriller romance adventure fantasy remake sequel prequel episode tv dvd cinema theater theatre theaters screen credits
character characters villain villains hero heroes heroine bad guy guys lead chase battle message themes theme topics
review reviews score rating verdict answer source certificate advice evidence grid reviewer language languages
husband wife partner class classroom school bedtime night morning weekend trip plane car flight birthday party
sleepover grandma grandpa grandmother grandfather grandparents granny nana gran mom mum mommy mummy dad daddy
everyone everybody whole siblings sibling twin twins baby babies toddler toddlers teen teens teenager teenagers tween
tweens preschooler preschoolers kindergartner kindergartners kindergarten grader graders preteen preteens grade reception
boys adults adult grown ups grownups adhd autism autistic asd sensory special needs anxious sensitive epilepsy asthma dyslexia
"""
_MOVIE_PARTS: Final = frozenset(_MOVIE_PARTS_TEXT.split())
"""What a follow-up speaks of: parts of any movie, those who watch it, where it is watched."""
_FITNESS_TEXT: Final = """
ok okay fine alright appropriate inappropriate suitable unsuitable good bad great safe right wrong scary scarier scariest violent
sad sadder funny boring rude dark intense mature graphic gory gentle mild worth rated recommended allowed age kid child
family better worse any available streaming long short old young too so that very really also still just even actually
"""
_FITNESS: Final = "|".join(_FITNESS_TEXT.split())
_CAPITALS_TEXT: Final = """
i i'm i'd i've i'll im ok okay netflix disney disney+ pixar hulu amazon prime hbo max apple peacock paramount youtube itunes tv dvd pg nc
mpaa bbfc fsk imdb english spanish french german japanese italian us usa uk america american british australia canada
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december christmas easter halloween thanksgiving hanukkah eid god jesus bible christian muslim jewish
catholic lgbt lgbtq adhd asd autism autistic ptsd hsp btw tbh idk lol omg asap fyi cgi nsfw mom mum mommy mummy dad
daddy grandma grandpa granny nana gran papa year grade kindergarten reception
"""
_CAPITALS: Final = frozenset(_CAPITALS_TEXT.split())
"""Words written with a capital that are no title."""
_JOINING: Final = frozenset({"of", "the", "and", "in", "a", "to", "&", "for", "with"})
_TOKEN: Final = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_SENTENCE_BEFORE: Final = re.compile(r"(?:^|[.?!:;\n…—–(\[*•>\"“]|\s-)[\s\"'“”‘’(]*$")
_QUOTED: Final = re.compile(r"[\"“”„«]([^\"“”„«»\n]{2,60})[\"“”»]|(?<![^\W_])['‘]([^'‘’\n]{2,60})['’](?![^\W_])")
_CHILD_BEFORE: Final = re.compile(
    r"\b(?:my|our|his|her|the)\s+(?:\w+\s+){0,2}(?:sons?|daughters?|kids?|boys?|girls?|children|child|niece|nephew|grand\w+|brother|sister|baby|toddler|teen|little\s+one|oldest|youngest|eldest|\ufffc+)[\s,]*$|\b(?:named|called)\s+$",
    re.IGNORECASE,
)
_AGE_BEHIND: Final = re.compile(
    r"(?:['’]s)?[\s,(:-]*(?:(?:is|who|who['’]s|who\s+is|she|he|she['’]s|he['’]s|she\s+is|he\s+is|just|turned|turns|turning|aged|only|now|almost|nearly|my|the)[\s,]+)*\ufffc",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"(?P<name>[^\W\d_][\w'’-]*)\s+(?P<number>[2-9]|ii|iii|iv|vi{0,3})\b(?!\s*(?:hours?|hrs?|h|min|mins|minutes|kids?|children|boys?|girls?|sons?|daughters?|times|days|weeks|years?|yrs?|stars?|of|people|scenes?|or|to|and\s+(?:a\s+half|[0-9])|[./:%-]))",
    re.IGNORECASE,
)
_BEFORE_A_NUMBER: Final = frozenset(
    {"part", "number", "grade", "year", "season", "episode", "level", "age", "ages", "aged", "chapter", "volume"}
)
_SLOT: Final = r"(?P<slot>[^?.!,;\n]{2,60}?)"
_ENDS: Final = r"(?=\s+(?:for|with|ok|okay|tonight|today|tomorrow|this|on|at|and|or|then|instead|too|yet|is|if|please|to|when|because)\b|\s*[?.!,;\n]|\s*$)"
_TIGHT: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:is|was|are|were|isn['’]?t|would|will)\s+{_SLOT}\s+(?:be\s+)?(?:{_FITNESS})\b",
        rf"\b(?:what|how)\s+about\s+{_SLOT}{_ENDS}",
        rf"^\W*(?:(?:ok|okay|so|well|thanks|cool|great|hm+)\b[\s,!.]*)*(?:and|or|also|then|same\s+for)\s+(?!(?:is|are|was|does|do|did|can|could|will|would|should|how|what|why|who|when|where|if|any|for)\b){_SLOT}\s*(?:for\b|then\b|instead\b|too\b|[?.!]|$)",
        rf"\bhow\s+(?:\w+\s+)?\w+\s+(?:is|was)\s+{_SLOT}{_ENDS}",
        rf"^\W*(?:what|how)['’]?s?\s+(?:is\s+)?{_SLOT}\s+(?:about|rated|like)\b",
        rf"^\W*(?!(?:is|are|was|does|do|did|can|could|will|would|should|how|what|whats|why|who|when|where|if|any|anything|which|too|ok|okay|fine|good|appropriate|suitable|not|and|but|so|it|this)\b){_SLOT}\s+for\s+(?:an?\s+|my\s+|our\s+|the\s+)?(?:\w+\s+)?\ufffc",
        rf"\bcompare\s+{_SLOT}{_ENDS}",
        rf"\b(?:have|got|know|heard\s+of|seen)\s+(?:you\s+)?(?:got\s+|heard\s+of\s+)?(?!to\b|that\b|if\b){_SLOT}{_ENDS}",
    )
)
"""Places of a question in which only the movie stands, or what it is about."""
_LOOSE: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:watch|watching|watched|see|seeing|show|showing|put\s+on|try|rent|stream|handle|let\s+\w+\s+watch)\s+(?:(?:him|her|them|us|me)\s+)?{_SLOT}{_ENDS}",
        rf"\b(?:in|after|of|about|than|like|from|during|before|to|on|by|with)\s+{_SLOT}{_ENDS}",
        rf"^\W*{_SLOT}\W*$",
    )
)
"""Places in which other things stand as well: words of ordinary questions are no title there."""
_ANCHOR: Final = re.compile(
    r"\b(?:it|its|it['’]s|this|that|they|them|there|the\s+(?:movie|film|show|one)|he|she|one)\b", re.IGNORECASE
)


def title_like(text: str, spans: Iterable[Span]) -> Span | None:
    """Find the words that most read like a title; None where nothing does. `spans`: ages, concerns and known titles."""
    rest = set_aside(text, spans)
    quoted = _QUOTED.search(rest)
    if quoted is not None:
        group = 1 if quoted[1] is not None else 2
        if not _is_ordinary(quoted[group]):
            return Span(*quoted.span(group))
    return _capitals(rest) or _numbered(rest) or _in_slot(rest)


def strange_words(text: str, spans: Iterable[Span]) -> bool:
    """Whether words stand there that no ordinary question holds, and nothing points at the movie spoken of ("it")."""
    rest = set_aside(text, spans)
    return not _is_ordinary(rest) and _ANCHOR.search(rest) is None


def _capitals(rest: str) -> Span | None:
    """The run of words with capitals inside a sentence; a child's name is none, nor are capitals throughout."""
    tokens = [token for token in _TOKEN.finditer(rest) if token.group()[0].isalpha()]
    high = [token.group()[0].isupper() for token in tokens]
    if sum(high) * 2 > len(tokens) + 1 or rest.upper() == rest:
        return None
    for number, token in enumerate(tokens):
        if not high[number] or _is_no_name(token.group()) or _SENTENCE_BEFORE.search(rest[: token.start()]):
            continue
        last = number
        for after in range(number + 1, len(tokens)):
            if rest[tokens[after - 1].end() : tokens[after].start()].strip(" :'’&-"):
                break
            if high[after] and tokens[after].group().lower() not in _CAPITALS:
                last = after
            elif tokens[after].group().lower() not in _JOINING:
                break
        span = Span(token.start(), tokens[last].end())
        if not _is_child(rest, span):
            return span
    return None


def is_movie_talk(words: str) -> bool:
    """Whether these are small words and parts of any movie alone: "the subtitles"."""
    return _is_ordinary(words, tight=True)


def is_talk(text: str, span: Span, spans: Iterable[Span]) -> bool:
    """Whether words are of ordinary talk about a movie, or the name of the child; `spans` as for title_like."""
    rest = set_aside(text, spans)
    return _is_ordinary(rest[span.start : span.end]) or _is_child(rest, span)


def _is_child(rest: str, span: Span) -> bool:
    """Whether this is the name of a child: "my son Max", "Lily is 4"."""
    words = [*_TOKEN.finditer(rest, span.start, span.end)]
    while words and asking.is_small_talk(words[0].group().lower()):
        del words[0]
    if not words or not all(word.group()[0].isupper() for word in words) or len(words) > 1:
        return False
    before = _CHILD_BEFORE.search(rest[: words[0].start()])
    return before is not None or _AGE_BEHIND.match(rest, span.end) is not None


def _is_no_name(word: str) -> bool:
    small = word.lower().replace("’", "'").removesuffix("'s")
    return small in _CAPITALS or small in _MOVIE_PARTS or len(small) == 1 or asking.is_small_talk(small)


def _numbered(rest: str) -> Span | None:
    """A word that is no ordinary one with a part's number behind: "harry potter 2"; with the words before it."""
    for match in _NUMBERED.finditer(rest):
        name = match["name"].lower()
        if asking.is_small_talk(name) or name in _BEFORE_A_NUMBER or name in _MOVIE_PARTS:
            continue
        start = match.start()
        for token in reversed([*_TOKEN.finditer(rest, 0, start)]):
            if rest[token.end() : start].strip() or asking.is_small_talk(token.group().lower()):
                break
            start = token.start()
        return Span(start, match.end())
    return None


def _in_slot(rest: str) -> Span | None:
    """What stands where a question names its movie, when it is more than words of talk about any movie."""
    for patterns, tight in ((_TIGHT, True), (_LOOSE, False)):
        for pattern in patterns:
            for match in pattern.finditer(rest):
                words = match["slot"]
                if _is_ordinary(
                    words, tight=tight and not re.match(r"(?:the|any|all|that|those)\s", words, re.IGNORECASE)
                ):
                    continue
                return _trimmed(rest, Span(*match.span("slot")))
    return None


def _trimmed(rest: str, span: Span) -> Span:
    """Leave out small words and what was set aside at both ends; an article in front stays."""
    tokens = [*_TOKEN.finditer(rest, span.start, span.end)]
    telling = [n for n, token in enumerate(tokens) if not _is_ordinary(token.group())]
    telling = telling or [n for n, token in enumerate(tokens) if not _is_ordinary(token.group(), tight=True)]
    first, last = telling[0], telling[-1]
    if first and tokens[first - 1].group().lower() in {"the", "a", "an"}:
        first -= 1
    return Span(tokens[first].start(), tokens[last].end())


def _is_ordinary(words: str, *, tight: bool = False) -> bool:
    """Whether every word belongs to ordinary talk about a movie; `tight`: to small words and a movie's parts alone."""
    for token in _TOKEN.finditer(words.lower()):
        word = token.group().replace("’", "'").removesuffix("'s")
        if word.isdigit() or asking.is_small_talk(word) or word in _MOVIE_PARTS or word in _CAPITALS:
            continue
        if tight or not question_wording().knows(word.replace("'", "")):
            return False
    return True
