"""What one message says by itself: its titles looked up and set aside, then its ages, worries and intent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from bot.matching.recognition import Grade, Mention, Recognition, Span, recognise
from bot.matching.titles import TitleIndex
from bot.understanding import asking, intents
from bot.understanding.ages import AgeMention, read_ages
from bot.understanding.concerns import ConcernMention, Worries, read_worries
from bot.understanding.intents import Intent
from bot.understanding.masking import set_aside
from bot.understanding.title_like import is_movie_talk

_NUMBER_BEHIND: Final = re.compile(
    r"\s+([2-9]|ii|iii|iv|two|three|four)(?=\s*(?:$|[?.!)]|\s(?:is|ok|okay|for|with|my|a|too|good|appropriate|suitable)\b))",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r"\s+(?:with|of|and)\s+(?:an?|the)\s+([^\W\d_]+)", re.IGNORECASE)
_OR_BEHIND: Final = re.compile(
    r"\s+(?:or|vs\.?|versus)\s+(.{2,60}?)(?=\s+(?:for|with|ok|okay|is|are|better|which|tonight|first)\b|\s*[?.!,;]|\s*$)",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(r"(?:(?:after|about|watching|seeing|the\s+movie|the\s+film)\s+)+", re.IGNORECASE)
_THAN: Final = re.compile(
    r"\b(?:is|are|was)\s+(?P<one>.{2,60}?)\s+(?:[a-z]+er|(?:more|less)\s+\w+|better|worse|as\s+\w+)\s+(?:than|as)\s+(?P<other>.{2,60}?)(?=\s+(?:for|with|or|in|to)\b|\s*[?.!,;]|\s*$)",
    re.IGNORECASE,
)
_COMPARED: Final = re.compile(r"\b(?:compare|between|versus|vs|or|and|both)\b", re.IGNORECASE)
_SURE_QUESTION: Final = 'is "{}" ok'
"""Words put like this are looked up as a title and nothing else."""
_ALL_OF_IT: Final = re.compile(
    r"[\s\"'“”]*(?:(?:and|ok|okay|or|so|now|then)[\s,]+)?(?:(?:what|how)\s+about\s+|in\s+)?[\s\"'“”]*([^\"“”\n]{1,60}?)(?:\s+(?:then|instead))?[\s?!.\"'“”]*",
    re.IGNORECASE,
)
"""A message that is a title and nothing else, but for what leads to it."""
_FEAR: Final = re.compile(r"(?:\w+\s+)?(?:terrified|scared|afraid|frightened)\s+of\b", re.IGNORECASE)
_ASKED_LAST: Final = re.compile(
    r"[.!?,;]\s*(?:(?:so|and|but|then)\s+)?(?:what|how)\s+about\s+([^.!?,;]{1,60}?)(?:\s+(?:then|instead|too))?\s*\?*\s*$",
    re.IGNORECASE,
)
"""What is asked about after something was told: "she saw Frozen and cried. What about Bambi?"."""
_NUMBER_AT_END: Final = re.compile(r"\s+[0-9]{1,2}$")
ANSWERED = (Grade.STRONG, Grade.MEDIUM)
"""Grades sure enough to answer for; the others ask."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one message says by itself, before the context is looked at."""

    masked: str
    """The message with its titles blanked."""
    ages: tuple[AgeMention, ...]
    worries: Worries
    intent: Intent | None
    mentions: tuple[Mention, ...] = ()
    unknown: tuple[str, ...] = ()
    """Words taken for titles that nobody knows, as written."""
    recognition: Recognition | None = None
    """None when no title was looked for."""


def look_up(text: str, index: TitleIndex) -> Recognition:
    """Look the titles up, and what recognition leaves beside them: a part's number, the other side of an "or"."""
    found = recognise(text, index)
    mentions: list[Mention] = []
    for mention in found.mentions:
        if mention.grade is Grade.WEAK and (
            intents.stands_for_kind(text, mention.span.start) or (len(found.mentions) > 1 and _COMPARED.search(text))
        ):
            mention = _titled(text, mention.span, index) or mention
        if _goes_on(text, mention):
            mention = _doubted(mention)
        numbered = _with_number(text, mention, index)
        mentions += [numbered, *_other_side(text, numbered, index)]
    if all(mention.grade is Grade.WEAK for mention in mentions):
        mentions = _alone(text, index) or mentions
    unknown = [] if mentions and not found.mentions else list(found.unknown)
    for span in tuple(unknown):
        known = _both_sides(text, span, index) or _behind_small_words(text, span, index)
        if known:
            mentions += known
            unknown.remove(span)
    last = _ASKED_LAST.search(text)
    asked = None if last is None else _titled(text, Span(*last.span(1)), index)
    if asked is not None:
        return replace(found, mentions=(asked,), unknown=())
    if len(mentions) < 2:
        sides = _sides_of_than(text, index)
        if sides:
            mentions, unknown = sides, []
    unique = {mention.span: mention for mention in mentions}
    ordered = sorted(unique.values(), key=lambda mention: mention.span.start)
    return replace(found, mentions=tuple(ordered), unknown=tuple(unknown))


def _with_number(text: str, mention: Mention, index: TitleIndex) -> Mention:
    """Take a number right behind a title for part of it; where no such part is known, the title alone is not sure."""
    match = _NUMBER_BEHIND.match(text, mention.span.end)
    if match is None or any(match.start(1) == evidence.start for evidence in mention.evidence):
        return mention
    if any(age.span.start <= match.start(1) < age.span.end for age in read_ages(text, [mention.span])):
        return mention
    part = _titled(text, Span(mention.span.start, match.end(1)), index)
    if part is not None:
        return part
    return _doubted(mention)


def _goes_on(text: str, mention: Mention) -> bool:
    """Whether the words right behind go on as a longer title would: "interview with the vampire"."""
    match = _GOES_ON.match(text, mention.span.end)
    if match is None or asking.is_small_talk(match[1]):
        return False
    if any(evidence.start < match.end() and match.start() < evidence.end for evidence in mention.evidence):
        return False
    ages = read_ages(text, [mention.span])
    return not any(age.span.start < match.end() and match.start() < age.span.end for age in ages)


def _doubted(mention: Mention) -> Mention:
    return replace(mention, grade=Grade.WEAK) if mention.grade in ANSWERED else mention


def _other_side(text: str, mention: Mention, index: TitleIndex) -> list[Mention]:
    """The movie behind "or": "Coraline or Matilda"."""
    match = _OR_BEHIND.match(text, mention.span.end)
    other = None if match is None else _titled(text, Span(*match.span(1)), index)
    return [] if other is None else [other]


def _both_sides(text: str, span: Span, index: TitleIndex) -> list[Mention]:
    """The two movies of an unknown "title" that is two titles with an "or" between; empty when it is not."""
    joins = [*intents.TITLES_JOINED.finditer(text, span.start, span.end)]
    if len(joins) != 1:
        return []
    sides = [
        _titled(text, Span(span.start, joins[0].start()), index),
        _titled(text, Span(joins[0].end(), span.end), index),
    ]
    return [side for side in sides if side is not None] if None not in sides else []


def _sides_of_than(text: str, index: TitleIndex) -> list[Mention]:
    """The two movies of "is … scarier than …"; empty when either is not known."""
    match = _THAN.search(text)
    sides = [_titled(text, Span(*match.span(name)), index) for name in ("one", "other")] if match else []
    return [side for side in sides if side is not None] if None not in sides else []


def _behind_small_words(text: str, span: Span, index: TitleIndex) -> list[Mention]:
    """The movie of an unknown "title" that has a word leading to it: "after coco", "than coco"; empty for others."""
    match = _LEADING.match(text, span.start, span.end)
    start = match.end() if match is not None else span.start
    if match is None and not intents.THAN.search(text[: span.start]):
        return []
    mention = _titled(text, Span(start, span.end), index)
    return [] if mention is None else [mention]


def look_up_title(words: str, index: TitleIndex) -> Mention | None:
    """The one movie (or the movies of one title) that these words alone name surely; None when they do not.

    The mention's span is that of the words.
    """
    mentions = recognise(_SURE_QUESTION.format(words), index).mentions
    if len(mentions) != 1 or mentions[0].grade not in (*ANSWERED, Grade.SHARED):
        return None
    if len(mentions[0].text) < len(words.strip()):
        return None
    return replace(mentions[0], span=Span(0, len(words)), evidence=())


def _titled(text: str, span: Span, index: TitleIndex) -> Mention | None:
    mention = look_up_title(text[span.start : span.end], index)
    return None if mention is None else replace(mention, span=span)


def _alone(text: str, index: TitleIndex) -> list[Mention]:
    """The movie whose title is the whole message, or all that "what about" leads to; empty otherwise."""
    match = _ALL_OF_IT.fullmatch(text)
    if match is None or asking.is_small_talk(match[1]):
        return []
    mention = _titled(text, Span(*match.span(1)), index)
    if mention is not None:
        return [mention]
    numbered = _NUMBER_AT_END.search(match[1])
    if numbered is None:
        return []
    # The number may be a child's age or a part that is not known: ask.
    mention = _titled(text, Span(match.start(1), match.start(1) + numbered.start()), index)
    return [] if mention is None else [_doubted(mention)]


def read(text: str, recognition: Recognition, *, expecting: bool = False) -> Reading:
    """Read ages, concerns and intent from the words that are no title; `expecting`: a bare number is an age."""
    titles = [mention.span for mention in recognition.mentions]
    worries = read_worries(text, titles)
    unknown = [
        span
        for span in recognition.unknown
        if _reads_like_title(text, span) and not _is_a_worry(text, span, worries.concerns)
    ]
    if unknown:
        worries = read_worries(text, [*titles, *unknown])
    spans: list[Span] = [*titles, *unknown]
    masked = set_aside(text, spans)
    return Reading(
        masked,
        read_ages(text, spans, expecting=expecting),
        worries,
        intents.read_intent(masked),
        recognition.mentions,
        tuple(text[span.start : span.end].strip(" \"'“”‘’.,!?") for span in unknown),
        recognition,
    )


def _is_a_worry(text: str, span: Span, concerns: Iterable[ConcernMention]) -> bool:
    """Whether what reads like an unknown title is what a parent worries about ("dog die") and small words."""
    worried = [concern.span for concern in concerns if concern.span.start < span.end and span.start < concern.span.end]
    if not text[span.start + 1 : span.end].islower():
        return False
    return bool(worried) and asking.is_small_talk(set_aside(text, worried)[span.start : span.end])


def _reads_like_title(text: str, span: Span) -> bool:
    """Whether words that no title is known for may be one: they are quoted, or not small words only."""
    quoted = text[max(0, span.start - 1) : span.start] in {'"', "“", "‘"} and bool(text[span.start : span.end].strip())
    if quoted:
        return True
    words = text[span.start : span.end]
    if asking.is_small_talk(words):
        return False
    return not words.islower() or not (is_movie_talk(words) or _FEAR.match(words))


def read_spans(ages: Iterable[AgeMention], worries: Worries) -> list[Span]:
    """The places of the ages and concerns read from a message."""
    return [mention.span for mention in ages] + [mention.span for mention in worries.concerns]
