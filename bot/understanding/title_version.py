"""Which version of a movie the words beside its title ask for: "the new one", "from the 70s", "the live action"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.language.lexicon import lexicon
from bot.language.words import Break, Token
from bot.matching.evidence import Context
from bot.understanding.tagger import NEWER, OLDER, Tagging

_SURE: Final = 0.5
_SOME: Final = 0.2
_REACH: Final = 5
"""Words before and behind a title that may ask for a version of it, at most."""
_ONE: Final = frozenset({"one", "version"})
_NAMES_WHO: Final = frozenset({"by", "starring"})
_MOST_TOLD: Final = 4
"""Words between "the" and "one" of what tells a version, the last included."""
TOLD: Final = "told"
"""A version told by something else, which perhaps nothing known of the movies answers: "jumanji the rock one"."""
NEWEST, NEWER_ONE, OLDER_ONE = "newest", "newer", "older"
"""The newest there is, asked for by a word such as new; a newer or an older one by another sign (who is in it)."""


def version_asked(tokens: Sequence[Token], tagging: Tagging, context: Context, start: int, end: int) -> str | None:
    """Return the version that the words beside the title in tokens[start:end] ask for; None when they ask for none."""
    places = _beside(tokens, start, end)
    shares = tagging.shares
    newer = max((float(shares[place, NEWER]) for place in places), default=0.0)
    older = max((float(shares[place, OLDER]) for place in places), default=0.0)
    if max(newer, older) < _SURE:
        if context.newest != context.oldest:
            return NEWEST if context.newest else OLDER_ONE
        return TOLD if told_words(tokens, end) else None
    if newer < older:
        return OLDER_ONE
    class_of = lexicon().class_of
    says_new = any(class_of.get(tokens[place].word) == "newer" for place in places if shares[place, NEWER] > _SOME)
    return NEWEST if says_new else NEWER_ONE


def names_of_version(tokens: Sequence[Token], tagging: Tagging, start: int, end: int) -> list[str]:
    """Return the words beside a title that ask for a version of it and stand in no class: names, mostly."""
    shares, class_of = tagging.shares, lexicon().class_of
    return [
        tokens[place].word
        for place in _beside(tokens, start, end)
        if max(shares[place, NEWER], shares[place, OLDER]) > _SOME
        and tokens[place].word.isalpha()
        and tokens[place].word not in class_of
    ]


def told_words(tokens: Sequence[Token], end: int) -> list[str]:
    """Return what tells a version behind a title: "rock" of "jumanji the rock one", the name of "by guillermo toro".

    That is "the … one", other than by its place, its age or its kind of pictures, or "by" and "starring" with two words
    of a name; empty where nothing does.
    """
    if end >= len(tokens) or tokens[end].before is Break.STOP:
        return []
    class_of = lexicon().class_of
    if tokens[end].word in _NAMES_WHO:
        name = tokens[end + 1 : end + 3]
        is_name = len(name) == 2 and all(one.before < Break.SLASH and one.word not in class_of for one in name)
        return [one.word for one in name] if is_name else []
    if tokens[end].word != "the":
        return []
    told: list[str] = []
    for token in tokens[end + 1 : end + 1 + _MOST_TOLD]:
        if token.before is Break.STOP or class_of.get(token.word) in ("ordinal", "newer", "older", "drawn"):
            return []
        if token.word in _ONE:
            return told
        told.append(token.word)
    return []


def new_before(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether a word such as "new" stands before a title: "the new Mulan", not "Mulan, the new one"."""
    class_of = lexicon().class_of
    return any(class_of.get(token.word) == "newer" for token in tokens[max(0, start - 2) : start])


def _beside(tokens: Sequence[Token], start: int, end: int) -> list[int]:
    """Return the places beside a title whose words are about it: none beyond an "or" or the end of a sentence."""
    class_of = lexicon().class_of
    found: list[int] = []
    for place in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if class_of.get(tokens[place].word) == "joining" or tokens[place + 1].before is Break.STOP:
            break
        found.append(place)
    for place in range(end, min(len(tokens), end + _REACH)):
        if class_of.get(tokens[place].word) == "joining" or tokens[place].before is Break.STOP:
            break
        found.append(place)
    return found
