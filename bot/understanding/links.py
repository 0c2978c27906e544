"""The movies that pasted links lead to, and what a link says of the titles that stand in the same message.

A link tells its movie by an id, so it is surer than any words: where words of the message may mean that movie too, or
read like a title right beside the link, they and the link are one. A link to an id that nobody stored is an unknown
title; right beside a title that is known it is taken to be that movie's page. Nothing of an address is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.language.english import english_words
from bot.language.words import Break, Token
from bot.matching.mention import Candidate, Grade, Mention, Recognition, ScorePart, Span
from bot.matching.titles import TitleEntry, TitleIndex
from bot.understanding.tagger import ASIDE, TITLE, Tagging
from bot.understanding.title_grades import SURE_FROM

LINK_ODDS: Final = 12.0
"""The odds of what a link says: the highest that are given out."""
_PARTED: Final = frozenset({Break.SLASH, Break.COMMA, Break.STOP})
_SITES: Final = {"imdb": "IMDb", "tmdb": "TMDB", "wikidata": "Wikidata"}


def without_other_links(tokens: Sequence[Token]) -> list[Token]:
    """Return the words of a message and its links to movies' pages; any other link says nothing and parts the rest."""
    kept: list[Token] = []
    parted = Break.NONE
    for token in tokens:
        if token.link == "":
            parted = max(parted, token.before, Break.BRACKET)
            continue
        kept.append(replace(token, before=max(token.before, parted)) if parted else token)
        parted = Break.NONE
    return kept


def link_places(tokens: Sequence[Token]) -> frozenset[int]:
    """Return the places of links to movies' pages."""
    return frozenset(place for place, token in enumerate(tokens) if token.link)


def with_links(
    found: Recognition, text: str, tokens: Sequence[Token], tagging: Tagging, index: TitleIndex
) -> Recognition:
    """Return what a message names by its titles and its links together, in text order."""
    linked: dict[int, Mention] = {}
    unknown: dict[int, Span] = {}
    for place, token in enumerate(tokens):
        if token.link:
            span = Span(token.start, token.end)
            entries = index.with_external_id(token.link)
            if entries:
                linked[place] = _mention(token.link, entries, span, text, tagging, place)
            else:
                unknown[place] = span
    if not linked and not unknown:
        return found
    titles = [
        mention
        for mention in found.mentions
        if not _is_of_a_link(mention, linked, tokens) and not _is_everyday(mention, tokens)
    ]
    reads = [
        (span, odds, known, reads)
        for span, odds, known, reads in zip(
            found.unknown, found.unknown_odds, found.known_elsewhere, found.unknown_span_odds, strict=True
        )
        if not any(_stands_beside(span, place, tokens) for place in linked)
    ]
    reads += [
        (span, LINK_ODDS, True, LINK_ODDS)
        for place, span in unknown.items()
        if not any(_stands_beside(mention.span, place, tokens) for mention in titles)
    ]
    reads.sort(key=lambda one: one[0].start)
    return Recognition(
        tuple(sorted([*titles, *linked.values()], key=lambda mention: mention.span.start)),
        tuple(one[0] for one in reads),
        tuple(one[1] for one in reads),
        tuple(one[2] for one in reads),
        tuple(one[3] for one in reads),
        found.beyond_parts,
        found.next_parts,
    )


def stands_beside_one(span: Span, links: Iterable[Span], tokens: Sequence[Token]) -> bool:
    """Tell whether words stand right beside one of these links, so that both are of one movie."""
    starts = {link.start for link in links}
    return any(_stands_beside(span, place, tokens) for place, token in enumerate(tokens) if token.start in starts)


def _mention(link: str, entries: Sequence[TitleEntry], span: Span, text: str, tagging: Tagging, place: int) -> Mention:
    site = _SITES[link.partition(":")[0]]
    reason = f"the link leads to its page on {site}"
    return Mention(
        span,
        text[span.start : span.end],
        Grade.STRONG if len(entries) == 1 else Grade.SHARED,
        tuple(
            Candidate(
                entry.movie_id, entry.title, entry.year, entry.title, LINK_ODDS, span,
                (ScorePart(f"{site} id", LINK_ODDS),), reason,
            )
            for entry in entries
        ),
        aside=bool(tagging.shares[place, ASIDE] > tagging.shares[place, TITLE]),
        odds=LINK_ODDS,
        span_odds=LINK_ODDS,
        link=True,
    )  # fmt: skip


def _is_of_a_link(mention: Mention, linked: Mapping[int, Mention], tokens: Sequence[Token]) -> bool:
    """Tell whether the words of a title name a linked movie once more."""
    meant = [candidate.movie_id for candidate in mention.candidates]
    is_open = mention.grade in (Grade.WEAK, Grade.SHARED)
    for place, link in linked.items():
        movie = link.candidates[0].movie_id
        beside = _stands_beside(mention.span, place, tokens)
        if movie == meant[0] or (movie in meant and (is_open or beside)) or (is_open and beside):
            return True
    return False


def _is_everyday(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Tell whether words that are a title too ("up", "home") are likelier none, since a link tells what is asked about.

    They are everyday words in small letters, and it is not sure that they are meant, as it is in "or frozen".
    """
    said = [token for token in tokens if mention.span.start <= token.start < mention.span.end]
    english = english_words()
    plain = all(not token.capital and not token.quoted and english.is_frequent(token.word) for token in said)
    return plain and mention.odds < SURE_FROM


def _stands_beside(span: Span, link: int, tokens: Sequence[Token]) -> bool:
    """Tell whether no word, comma, slash or full stop parts words from a link."""
    if link and tokens[link - 1].end == span.end:
        return tokens[link].before not in _PARTED
    behind = link + 1
    return behind < len(tokens) and tokens[behind].start == span.start and tokens[behind].before not in _PARTED
