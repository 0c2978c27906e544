"""The model page as plain text, as it comes out of a browser's copy or "save as text".

The page's order: title, byline over several lines, one line on the movie, then sections under known headings. Headings
are found tolerantly (case, punctuation, curly quotes, "…", a slip of the pen); a section that is missing or empty stays
missing. Every line is taken, known as the page's own furniture (links, invitations, "no reviews yet"), or reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import LONGEST_SENTENCE, LONGEST_TITLE, Movie, OfficialRating
from bot.domain.review import Review
from bot.formats.page import Line, PageReading, missing_sections, unread_blocks
from bot.formats.page_facts import (
    content_grid,
    grid_rows,
    movie_details,
    places_to_watch,
    recommendations,
)
from bot.formats.page_prose import SUBHEADING_WORDS, Paragraph, discussion_questions, paragraphs
from bot.formats.phrases import age_years, is_level, names_in_commas, run_time_minutes, stars

HEADINGS: dict[str, str] = {
    "a lot or a little": "grid",
    "where to watch": "watch",
    "where to stream": "watch",
    "community reviews": "community",
    "parent reviews": "community",
    "kid reviews": "community",
    "parent and kid reviews": "community",
    "parents say": "community",
    "kids say": "community",
    "whats the story": "story",
    "what is the story": "story",
    "is it any good": "any_good",
    "talk to your kids about": "talk",
    "talk to your kids": "talk",
    "movie details": "details",
    "diverse representations": "diversity",
    "did we miss something on diversity": "invitation",
    "our editors recommend": "recommend",
    "editors recommend": "recommend",
    "parents need to know": "other",
    "what parents need to know": "other",
    "parents guide": "other",
    "character strengths": "other",
    "related topics": "other",
    "topics": "other",
    "awards": "other",
}
"""Headings, folded, to our sections. "other" are those that a review has no place for: they are reported."""

LINES_TO_KNOW_A_PAGE = 300
"""Lines with text that are searched for headings when it is not yet known whether the text is a page."""
MOST_PAGE_LINES = 5_000
"""Lines with text on them; a page has some 50."""
_SMALLEST_LIKENESS = 0.88
"""Guarded by the misspelt headings in tests/formats/test_page_text.py; lower takes "Community news" for a heading."""
_SHORTEST_FUZZY = 8
_LONGEST_HEADING = 60

_FURNITURE = re.compile(
    r"what you will\b.{0,20}\bwon't\b.{0,20}\bfind\b.*"
    r"|there (?:aren't|are not|are no|are)\b.{0,40}\breviews? yet\b.*"
    r"|be the first to review\b.*"
    r"|suggest an update"
    r"|see how we rate"
    r"|.{0,80}\bratings are created by\b.*\binfluenced by\b.*"
    r"|(?:share|save|print|advertisement|see all|show more|read more|watch now|watch trailer|rate (?:this )?movie)"
    r"|add your (?:rating|review)"
)
"""Lines of the page that say nothing about the movie."""
_INVITATION = re.compile(r"\b(?:diversity update|suggest(?:ing)? an? update|diverse representations)\b")
"""What the invitation under "Did we miss something on diversity?" speaks of."""

_TITLE_YEAR = re.compile(r"(.+?)\s*\((\d{4})\)")
_BY = re.compile(r"by:?\s+(.+)", re.IGNORECASE)
_REVIEWER = re.compile(r"\b(?:reviewers?|editors?|critics?|staff|writers?|contributors?|team)\b", re.IGNORECASE)
_ENDS = (".", "!", "?", "…")
_MPAA = re.compile(r"(?:(?i:rated|mpaa)[: ]+)?(G|PG|PG-13|R|NC-17)")
_MPAA_SAID = re.compile(r"rated|mpaa|PG-13|NC-17", re.IGNORECASE)


def read_page(text: str) -> PageReading:
    """Read a page's text; raises InvalidReviewError with the line when it is no such page or breaks a rule."""
    page = _Page(text)
    return page.reading()


def is_page(text: str) -> bool:
    """Whether a text has at least two of the page's headings, each on a line of its own."""
    found = {_section(line.text)[0] for line in _lines(text)[:LINES_TO_KNOW_A_PAGE]}
    return len(found - {None, "other"}) >= 2


def _lines(text: str) -> list[Line]:
    whole = (Line(number, " ".join(line.split())) for number, line in enumerate(text.split("\n"), 1))
    return [line for line in whole if line.text]


def _folded(text: str) -> str:
    """Fold a heading: lower case, no quotes, no punctuation, "and" for "&"."""
    plain = re.sub(r"['’‘`´]", "", text.lower().replace("&", " and "))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())


def _section(text: str) -> tuple[str | None, str]:
    """Return the section that a line opens, None when it opens none, and what stands behind the heading on the line."""
    if len(text) <= _LONGEST_HEADING:
        folded = _folded(text)
        if folded in HEADINGS:
            return HEADINGS[folded], ""
        if len(folded) >= _SHORTEST_FUZZY:
            near = get_close_matches(folded, HEADINGS, n=1, cutoff=_SMALLEST_LIKENESS)
            if near:
                return HEADINGS[near[0]], ""
    for match in re.finditer(r"[?:…]+|\.{3}", text[:_LONGEST_HEADING]):
        heading, behind = text[: match.end()], text[match.end() :].strip()
        last = re.findall(r"\w+", heading)[-1:]
        if _folded(heading) in HEADINGS and last and last[0][0].isupper():
            return HEADINGS[_folded(heading)], behind
    return None, ""


def _plain(text: str) -> str:
    """Fold a line for the furniture patterns: lower case, straight quotes, no closing full stop."""
    return text.lower().replace("’", "'").replace("‘", "'").rstrip(" .>»")


class _Page:
    """A page while it is read: what was taken so far, where, and what was not."""

    def __init__(self, text: str) -> None:
        self.lines = _lines(text)
        self.movie: dict[str, Any] = {}
        self.review: dict[str, Any] = {}
        self.places: dict[str, int] = {}
        """Field to the line it was read from."""
        self.unread: list[Line] = []
        self.sections: dict[str, list[Line]] = {}

    def reading(self) -> PageReading:
        if not self.lines:
            raise InvalidReviewError("is empty")
        if len(self.lines) > MOST_PAGE_LINES:
            raise InvalidReviewError(f"has more than {MOST_PAGE_LINES} lines of text, so it is not one page")
        self._divide()
        self._read_head(self.sections.pop("head"))
        readers: dict[str, Callable[[Sequence[Line]], None]] = {
            "grid": self._read_grid,
            "watch": self._read_watch,
            "talk": self._read_talk,
            "details": self._read_details,
            "recommend": self._read_recommendations,
            "invitation": self._read_invitation,
        }
        for section, lines in self.sections.items():
            if section in ("community", "other"):
                self.unread.extend(lines)
            elif section in readers:
                readers[section](lines)
            else:
                self._read_prose(section, lines)
        return self._whole()

    def _divide(self) -> None:
        """Deal the lines out to the sections; furniture is left out wherever it stands."""
        section = "head"
        self.sections = {"head": [self.lines[0]]}
        for position, line in enumerate(self.lines[1:], 1):
            if _FURNITURE.fullmatch(_plain(line.text)):
                continue
            opened, behind = _section(line.text)
            if (section == "grid" and opened and self._is_grid_row(position)) or (section, opened) == (
                "details",
                "other",
            ):
                opened = None  # a row of the grid, or a bullet such as "Topics: …"
            if opened is None:
                self.sections[section].append(line)
                continue
            section = opened
            kept = self.sections.setdefault(section, [])
            if behind and not _FURNITURE.fullmatch(_plain(behind)):
                kept.append(Line(line.number, behind))
            elif section == "other":
                kept.append(line)
        if len(self.sections) == 1:
            raise InvalidReviewError(
                "has none of the page's headings (What's the Story?, Is It Any Good?, Movie Details…); "
                "put each on a line of its own"
            )

    def _is_grid_row(self, position: int) -> bool:
        """Whether a heading inside the grid is one of its rows: the level follows on the next line."""
        following = self.lines[position + 1 : position + 2]
        return bool(grid_rows(self.lines[position].text)) and bool(following) and is_level(following[0].text)

    def _read_head(self, lines: Sequence[Line]) -> None:
        title = re.sub(r"^#+\s*|\s+movie review$", "", lines[0].text, flags=re.IGNORECASE).strip()
        self.places["title"] = lines[0].number
        if match := _TITLE_YEAR.fullmatch(title[: LONGEST_TITLE + 20]):
            title, self.movie["year"] = match[1], int(match[2])
        self.movie["title"] = title
        rest = self._read_byline(lines[1:])
        candidates = [line for line in rest if not self._take_head_fact(line)]
        spoken = [line for line in candidates if line.text.endswith(_ENDS)] or candidates
        if spoken and len(spoken[0].text) <= LONGEST_SENTENCE:
            self.review["one_line"] = spoken[0].text
            self.places["one_line"] = spoken[0].number
            candidates.remove(spoken[0])
        self.unread.extend(candidates)

    def _read_byline(self, lines: Sequence[Line]) -> list[Line]:
        """Take "By X," and the affiliation behind it or below it, also said twice; return the other lines."""
        rest: list[Line] = []
        byline: str | None = None
        affiliation: str | None = None
        awaits_name = awaits_affiliation = False
        for line in lines:
            match = _BY.fullmatch(line.text)
            if byline is None and (match or awaits_name):
                name, *behind = names_in_commas(match[1] if match else line.text) or (line.text,)
                byline, awaits_name = name, False
                self.places["byline"] = line.number
                affiliation = ", ".join(behind) or None
                awaits_affiliation = affiliation is None and line.text.endswith(",")
            elif byline is None and line.text.lower().strip(":") == "by":
                awaits_name = True
            elif affiliation is None and byline is not None and self._is_affiliation(line, awaits=awaits_affiliation):
                affiliation, awaits_affiliation = line.text.rstrip(","), False
                self.places["affiliation"] = line.number
            elif affiliation is not None and _folded(line.text).rstrip("s") == _folded(affiliation).rstrip("s"):
                continue
            else:
                awaits_affiliation = False
                rest.append(line)
        self.review["byline"], self.review["affiliation"] = byline, affiliation
        return rest

    @staticmethod
    def _is_affiliation(line: Line, *, awaits: bool) -> bool:
        if line.text.endswith(_ENDS) or len(line.text.split()) > 8:
            return False
        return awaits or _REVIEWER.search(line.text) is not None

    def _take_head_fact(self, line: Line) -> bool:
        """Take a line that says the age, the stars, or rating, year and run time in a row ("R | 2007 | 83 minutes")."""
        age, quality = age_years(line.text), stars(line.text)
        for name, value in (("recommended_age_years", age), ("quality", quality)):
            if value is not None and name not in self.review:
                self.review[name] = value
                self.places[name] = line.number
                return True
        parts = [part.strip() for part in re.split(r"\s*[|•·]\s*", line.text)]
        facts: dict[str, Any] = {}
        for part in parts:
            if (rating := _MPAA.fullmatch(part)) and (len(parts) > 1 or _MPAA_SAID.search(part)):
                facts["official_ratings"] = (OfficialRating("MPAA", rating[1], "US"),)
            elif re.fullmatch(r"(?:18|19|20)\d\d", part) and len(parts) > 1:
                facts["year"] = int(part)
            elif not part.isdigit() and (minutes := run_time_minutes(part)):
                facts["run_time_minutes"] = minutes
            else:
                return False
        for name, value in facts.items():
            self.movie.setdefault(name, value)
            self.places.setdefault(name, line.number)
        return True

    def _read_grid(self, lines: Sequence[Line]) -> None:
        self.review["grid"], unplaced = content_grid(lines)
        self.unread.extend(unplaced)

    def _read_watch(self, lines: Sequence[Line]) -> None:
        self.review["where_to_watch"], unplaced = places_to_watch(lines)
        self.unread.extend(unplaced)

    def _read_recommendations(self, lines: Sequence[Line]) -> None:
        self.review["recommendations"], unplaced = recommendations(lines)
        self.unread.extend(unplaced)

    def _read_invitation(self, lines: Sequence[Line]) -> None:
        self.unread.extend(line for line in lines if not _INVITATION.search(_plain(line.text)))

    def _read_details(self, lines: Sequence[Line]) -> None:
        facts, places, unplaced = movie_details(lines)
        self.unread.extend(unplaced)
        self.places.update(places)
        if "last_updated" in facts:
            self.review["last_updated"] = facts.pop("last_updated")
        if facts.pop("ratings_unread"):
            self.movie.pop("official_ratings", None)
        self.movie.update({name: value for name, value in facts.items() if value})

    def _read_talk(self, lines: Sequence[Line]) -> None:
        talk = []
        for paragraph in paragraphs(lines):
            number = paragraph.lines[0].number
            self.places.setdefault("talk", number)
            try:
                talk.extend(discussion_questions(paragraph))
            except InvalidReviewError as error:
                raise InvalidReviewError(str(error), field=error.field, line=number) from error
        self.review["talk"] = tuple(talk)

    def _read_prose(self, section: str, lines: Sequence[Line]) -> None:
        found = paragraphs(lines)
        kept: list[Paragraph] = []
        for position, paragraph in enumerate(found, 1):
            if self._is_subheading(paragraph, last=position == len(found)):
                self.unread.extend(paragraph.lines)
            else:
                kept.append(paragraph)
        if kept:
            self.review[section] = "\n\n".join(paragraph.text for paragraph in kept)
            self.places[section] = kept[0].lines[0].number

    @staticmethod
    def _is_subheading(paragraph: Paragraph, *, last: bool) -> bool:
        """Whether a paragraph is a heading that we do not know: a few words and no full stop, with text after it."""
        text = paragraph.text
        return not last and len(text.split()) <= SUBHEADING_WORDS and not text.endswith((*_ENDS, '"', "”", ":"))

    def _whole(self) -> PageReading:
        theatrical = self.movie.get("theatrical_date")
        if "year" not in self.movie and theatrical is not None:
            self.movie["year"] = theatrical.year
        try:
            review = Review(movie=Movie(**self.movie), **self.review)
        except InvalidReviewError as error:
            line = self.places.get((error.field or "").partition(".")[0])
            raise InvalidReviewError(str(error), field=error.field, line=line) from error
        return PageReading(review, unread_blocks(self.unread), missing_sections(review))
