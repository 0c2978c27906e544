"""An HTML page whose maker describes a movie and its review in schema.org JSON-LD.

Only the `<script type="application/ld+json">` blocks are read, as data; nothing of the page is run, fetched or shown.
What a review has no place for is reported under its property's name, but for what is about the page and not the movie.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from itertools import islice
from typing import Any

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import LONGEST_NAME, ExternalIds, Movie, OfficialRating, PartialDate, Series
from bot.domain.rating_boards import SYSTEM_COUNTRY, says_no_rating, with_board
from bot.domain.review import Review, Source
from bot.formats.page import Line, PageReading, missing_sections, unread_blocks
from bot.formats.page_authors import NOT_THE_PAGES_OWN, Node, as_list, is_a, is_review, own_review
from bot.formats.phrases import age_years, place_in_series, run_time_minutes
from bot.formats.refusals import SHOWN_INPUT
from bot.formats.structured import json_value
from bot.language.links import address_of, movie_behind

MOST_BLOCKS = 100
"""JSON-LD blocks on one page; real pages have up to ten."""
MOST_REPORTED = 20
"""Reviews and comments of others that are reported one by one."""
DEEPEST_NODE = 6
"""How far below a block's top a movie or review is looked for (@graph, lists, mainEntity)."""

_ABOUT_THE_PAGE = frozenset({
    "@context", "@type", "@id", "id", "url", "image", "images", "thumbnail", "thumbnailUrl", "mainEntityOfPage",
    "mainEntity", "isPartOf", "potentialAction", "headline", "inLanguage", "isAccessibleForFree", "copyrightYear",
    "copyrightHolder", "itemReviewed", "review", "reviews", "trailer", "video", "name",
})  # fmt: skip
_READ_OF_A_MOVIE = frozenset({
    "alternateName", "datePublished", "dateCreated", "actor", "actors", "director", "directors", "productionCompany",
    "genre", "duration", "contentRating", "sameAs", "countryOfOrigin", "description", "typicalAgeRange", "publisher",
    "author", "partOfSeries", "position",
})  # fmt: skip
_SERIES = ("MovieSeries", "CreativeWorkSeries")
_READ_OF_A_REVIEW = frozenset({
    "author", "publisher", "reviewBody", "description", "reviewRating", "datePublished", "dateModified", "dateCreated",
    "positiveNotes", "negativeNotes", "typicalAgeRange", "license",
})  # fmt: skip
_SCRIPT_OR_COMMENT = re.compile(r"<!--|<script\b[^>]{0,500}>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
_JSON_LD = re.compile(r"""\stype\s*=\s*["']?\s*application/ld\+json\b""", re.IGNORECASE)
_AGE_RANGE = re.compile(r"(\d{1,2})\s*(?:[-–+]\s*(?:\d{1,2})?)?")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_SITES = ("imdb", "tmdb", "wikidata")


@dataclass(slots=True)
class _Found:
    """A movie of a page, and the page's reviews of it, each with whether it stands for itself in the page's data."""

    line: int
    movie: Node = field(default_factory=dict)
    reviews: dict[int, tuple[Node, bool]] = field(default_factory=dict)
    """By the node's identity, so that one that is found twice is one."""


@dataclass(frozen=True, slots=True)
class _Block:
    """The text of one script and the line it begins on."""

    line: int
    text: str


def _scripts(text: str) -> Iterator[_Block]:
    """Yield the JSON-LD scripts, passing over comments and other scripts.

    A parser of whole HTML would read the same; the standard library's takes time by the square of a hostile page's
    length, and this takes it once.
    """
    position = 0
    while match := _SCRIPT_OR_COMMENT.search(text, position):
        if match[0] == "<!--":
            position = text.find("-->", match.end())
            if position < 0:
                return
            continue
        end = _SCRIPT_END.search(text, match.end())
        if end is None:
            return
        if _JSON_LD.search(match[0]):
            yield _Block(text.count("\n", 0, match.start()) + 1, text[match.end() : end.start()])
        position = end.end()


def read_html(text: str) -> tuple[PageReading, ...]:
    """Read the movies that a page describes, one reading each (nearly always one).

    Raises InvalidReviewError when the page describes no movie, or what it says breaks a rule.
    """
    blocks = list(islice(_scripts(text), MOST_BLOCKS + 1))
    if len(blocks) > MOST_BLOCKS:
        raise InvalidReviewError(f"has more than {MOST_BLOCKS} JSON-LD blocks")
    nodes: list[tuple[int, Node]] = []
    broken: list[Line] = []
    for block in blocks:
        try:
            value = json_value(block.text.strip().removeprefix("<!--").removesuffix("-->"), line=block.line)
        except InvalidReviewError as error:
            broken.append(Line(error.line or block.line, f"a JSON-LD block that {error}"))
        else:
            nodes.extend((block.line, node) for node in _nodes(value))
    by_id = {str(node["@id"]): node for _, node in nodes if "@id" in node}
    movies = _movies(nodes, by_id)
    if not movies:
        if broken:
            raise InvalidReviewError(broken[0].text.replace("a JSON-LD block that ", ""), line=broken[0].number)
        raise InvalidReviewError(
            "describes no movie in schema.org JSON-LD; copy the page's text into a .txt file and import that"
        )
    return tuple(_reading(found, broken, by_id) for found in movies)


def _nodes(value: object, depth: int = 0) -> Iterator[Node]:
    """Yield the nodes of a block that may be movies or reviews: the top, its lists, its @graph and main entity."""
    if depth > DEEPEST_NODE:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity"):
            yield from _nodes(value.get(name), depth + 1)


def _movies(nodes: list[tuple[int, Node]], by_id: Mapping[str, Node]) -> list[_Found]:
    """Find each movie, once by its name, with the reviews that the page has of it."""
    found: dict[str, _Found] = {}
    tops = {id(node) for _, node in nodes}
    for line, node in nodes:
        movie = _resolved(next(iter(as_list(node.get("itemReviewed"))), None), by_id) if is_review(node) else node
        if not is_a(movie, "Movie"):
            continue
        one = found.setdefault(_text(movie.get("name")), _Found(line))
        one.movie = {**one.movie, **movie} if movie is not node else {**movie, **one.movie}
        own = [node] if movie is not node else []
        nested = [_resolved(given, by_id) for given in as_list(movie.get("review")) + as_list(movie.get("reviews"))]
        for review in (*own, *filter(is_review, nested)):
            one.reviews.setdefault(id(review), (review, id(review) in tops))
    return [one for name, one in found.items() if name]


def _resolved(node: object, by_id: Mapping[str, Node]) -> Node:
    """Follow a mere {"@id": …} to the node it names."""
    if not isinstance(node, dict):
        return {}
    return by_id.get(str(node["@id"]), node) if set(node) <= {"@id", "@type"} and "@id" in node else node


def _reading(found: _Found, broken: list[Line], by_id: Mapping[str, Node]) -> PageReading:
    page = _Page(found.line, by_id)
    try:
        return page.reading(found, broken)
    except InvalidReviewError as error:
        raise InvalidReviewError(str(error), field=error.field, line=found.line) from error


class _Page:
    """A movie's node and its review's node while they are read: what is left over is reported."""

    def __init__(self, line: int, by_id: Mapping[str, Node]) -> None:
        self.line = line
        self.by_id = by_id
        self.left_over: list[str] = []

    def reading(self, found: _Found, broken: list[Line]) -> PageReading:
        facts = self._movie(found.movie)
        own = own_review(list(found.reviews.values()))
        others = [review for review, _ in found.reviews.values() if review is not own]
        for review in others[:MOST_REPORTED]:
            author = next(iter(self._names(review.get("author"))), "somebody who is not named")
            said = _text(review.get("reviewBody") or review.get("description") or review.get("name"))
            self._leave(f"review by {author}", f"{NOT_THE_PAGES_OWN} {said}")
        if len(others) > MOST_REPORTED:
            self._leave("reviews", f"{NOT_THE_PAGES_OWN} {len(others) - MOST_REPORTED} more")
        whole = Review(movie=Movie(**facts), **self._review(found.movie, own))
        left = [Line(self.line, "\n".join(self.left_over))] if self.left_over else []
        return PageReading(whole, unread_blocks([*broken, *left]), missing_sections(whole))

    def _movie(self, node: Node) -> dict[str, Any]:
        dates = [self._date(node, name) for name in ("datePublished", "dateCreated")]
        theatrical = next((found for found in dates if found is not None), None)
        ids = {}
        for address in as_list(node.get("sameAs")):
            site, _, number = movie_behind(address_of(_text(address))).partition(":")
            if site in _SITES:
                ids[site] = number
        self._report("movie", node, _READ_OF_A_MOVIE)
        minutes = run_time_minutes(_text(node.get("duration")))
        if minutes is None and node.get("duration"):
            self._leave("movie.duration", node["duration"])
        return {
            "title": _text(node.get("name")),
            "year": None if theatrical is None else theatrical.year,
            "other_titles": _texts(node.get("alternateName")),
            "theatrical_date": theatrical,
            "cast": self._names(node.get("actor") or node.get("actors")),
            "directors": self._names(node.get("director") or node.get("directors")),
            "studios": self._names(node.get("productionCompany")),
            "genres": _texts(node.get("genre")),
            "countries": self._countries(node),
            "run_time_minutes": minutes,
            "official_ratings": self._ratings(node),
            "external_ids": ExternalIds(**ids),
            "series": self._series(node),
        }

    def _review(self, movie: Node, node: Node) -> dict[str, Any]:
        self._report("review", node, _READ_OF_A_REVIEW)
        body = [_text(node.get("reviewBody"))]
        for label, name in (("What is good", "positiveNotes"), ("What is not", "negativeNotes")):
            notes = [note.rstrip(".") for note in self._notes(node.get(name))]
            if notes:
                body.append(f"{label}: {'; '.join(notes)}.")
        updated = self._date(node, "dateModified") or self._date(node, "datePublished")
        age = node.get("typicalAgeRange") or movie.get("typicalAgeRange")
        described = _text(node.get("description"))
        return {
            "byline": next(iter(self._names(node.get("author"))), None),
            "affiliation": next(iter(self._names(node.get("publisher"))), None),
            "one_line": described or None,
            "recommended_age_years": self._age(age),
            "quality": self._quality(node.get("reviewRating")),
            "story": _text(movie.get("description")) or None,
            "any_good": "\n\n".join(part for part in body if part) or None,
            "last_updated": _day(updated),
            "source": self._source(movie, node),
        }

    def _report(self, where: str, node: Node, taken: frozenset[str]) -> None:
        """Report the properties that nothing reads."""
        for name, value in node.items():
            if name not in taken and name not in _ABOUT_THE_PAGE:
                self._leave(f"{where}.{name}", value)

    def _leave(self, name: str, value: object) -> None:
        text = json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else _text(value)
        self.left_over.append(f"{name[:SHOWN_INPUT]}: {text[:200]}".rstrip())

    def _date(self, node: Node, name: str) -> PartialDate | None:
        written = _text(node.get(name))
        if not written:
            return None
        try:
            return PartialDate.parse(written.partition("T")[0])
        except InvalidReviewError:
            self._leave(name, written)
            return None

    def _names(self, value: object) -> tuple[str, ...]:
        """Return the names of people, companies or plain texts, each once."""
        names: dict[str, None] = {}
        for one in as_list(value):
            node = _resolved(one, self.by_id)
            name = _text(node.get("name")) if node else _text(one)
            if name:
                names[name] = None
        return tuple(names)

    def _countries(self, node: Node) -> tuple[str, ...]:
        named = self._names(node.get("countryOfOrigin"))
        for name in named:
            if not re.fullmatch(r"[A-Z]{2}", name):
                self._leave("movie.countryOfOrigin", name)
        return tuple(name for name in named if re.fullmatch(r"[A-Z]{2}", name))

    def _series(self, node: Node) -> Series | None:
        """Take the first series that the movie is part of; `isPartOf` names pages and sites, too."""
        given = [_resolved(one, self.by_id) or {"name": one} for one in as_list(node.get("partOfSeries"))]
        parts = (_resolved(one, self.by_id) for one in as_list(node.get("isPartOf")))
        given += [part for part in parts if any(is_a(part, kind) for kind in _SERIES)]
        name = next((found for one in given if (found := _text(one.get("name")))), None)
        if node.get("partOfSeries") and name is None:
            self._leave("movie.partOfSeries", node["partOfSeries"])
        position = node.get("position")
        place = place_in_series(_text(position))
        if position is not None and (name is None or place is None):
            self._leave("movie.position", position)
        return None if name is None else Series(name, place)

    def _notes(self, value: object) -> list[str]:
        """Return the lines of an ItemList, a list or a text."""
        notes: list[str] = []
        for one in as_list(value):
            if isinstance(one, dict):
                items = as_list(one.get("itemListElement"))
                notes.extend(self._notes(items) if items else [_text(one.get("name")) or _text(one.get("item"))])
            else:
                notes.append(_text(one))
        return [note for note in notes if note]

    def _ratings(self, node: Node) -> tuple[OfficialRating, ...]:
        """Take the ratings that can be read; none at all where one cannot, which must not yield to a milder one."""
        ratings: dict[str, OfficialRating] = {}
        unread = False
        for one in as_list(node.get("contentRating")):
            explanation = None
            written = _text(one)
            if isinstance(one, dict):
                board = next(iter(self._names(one.get("author"))), "")
                written = f"{board} {_text(one.get('ratingValue') or one.get('name'))}".strip()
                explanation = _text(one.get("ratingExplanation")).rstrip(". ") or None
            read = with_board(written)
            if read is None:
                self._leave("movie.contentRating", written)
                unread = unread or not says_no_rating(written)
                continue
            why = explanation or read.explanation
            ratings.setdefault(read.system, OfficialRating(read.system, read.rating, SYSTEM_COUNTRY[read.system], why))
        if unread:
            for rating in ratings.values():
                self._leave("movie.contentRating", f"{rating.system} {rating.rating}")
            return ()
        return tuple(ratings.values())

    def _age(self, value: object) -> int | None:
        written = _text(value)
        match = _AGE_RANGE.fullmatch(written)
        age = int(match[1]) if match else age_years(written, bare=True)
        if written and age is None:
            self._leave("typicalAgeRange", written)
        return age

    def _quality(self, value: object) -> int | None:
        """Take whole stars of five; any other scale is reported, because turning it into ours would be a guess."""
        for one in as_list(value):
            node = one if isinstance(one, dict) else {"ratingValue": one}
            stars, best, worst = (_text(node.get(name)) for name in ("ratingValue", "bestRating", "worstRating"))
            if re.fullmatch(r"[1-5](?:\.0+)?", stars) and best in ("", "5", "5.0") and worst in ("", "0", "1", "1.0"):
                return int(stars[0])
            self._leave("review.reviewRating", f"{stars} of {best or '5'}")
        return None

    def _source(self, movie: Node, review: Node) -> Source | None:
        publisher = next(iter(self._names(review.get("publisher") or movie.get("publisher"))), None)
        address = _text(review.get("url") or movie.get("url"))
        if publisher is None:
            return None
        url = address if re.fullmatch(r"https?://\S{1,500}", address) else None
        return Source(publisher, _text(review.get("license"))[:LONGEST_NAME] or None, url)


def _text(value: object) -> str:
    """Return a text, number or {"@value": …} as trimmed text; empty for anything else."""
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    text = str(value).replace("\r\n", "\n")
    return (_without_markup(text) if "<" in text or "&" in text else text).strip()


def _without_markup(text: str) -> str:
    """Take tags and entities out of a text that was written for a page; paragraphs stay apart."""
    paragraphs = re.sub(r"</p>|<br\s*/?>", "\n\n", text, flags=re.IGNORECASE)
    return re.sub(r"\n{3,}", "\n\n", unescape(_TAG.sub("", paragraphs)))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for one in as_list(value) if (text := _text(one))))


def _day(found: PartialDate | None) -> date | None:
    return None if found is None or not found.month or not found.day else date(found.year, found.month, found.day)
