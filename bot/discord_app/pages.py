"""A Reply as Discord Markdown, cut into pages that fit one message each. Text only: render.py adds the controls.

Cutting happens on the stored text before it is escaped, so no escape, bold or spoiler mark is ever cut in two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.discord_app import labels
from bot.discord_app.markdown import plain, plain_line
from bot.domain.vocabulary import HIGHEST_LEVEL
from bot.saying.reply import Line, Outcome, Reply, Section, SectionKind

PAGE_LIMIT = 3_700
"""Characters of text in one page. Discord takes 4,000 in a Components V2 message; the rest is for a footnote."""
MOST_PAGES = 3
"""Pages of one reply: two full review sections. What is over is cut with an ellipsis."""
SHORTENED_SECTION = 500
"""Characters left of a section that has a button of its own, when the reply does not fit one page."""
MOST_BUTTONS = 5
"""Buttons in one row, Discord's limit; more choices than that become a select."""
LONGEST_HEADLINE = 350
"""Characters of a headline before escaping: a title of 300 with its year, and a few words."""
LONGEST_TITLE_LINE = 70
"""Characters of a headline about no one movie that still reads as a heading on a phone: two lines."""
LONGEST_LEAD = 150
"""Characters of a line's label before escaping; the vocabulary's longest is under 60."""
LONGEST_ATTRIBUTION = 600
ELLIPSIS = "…"

HEAD_LIMIT = PAGE_LIMIT * 2 // 3
"""Characters that headline and verdicts take on the first page; verdicts of more children go on below."""

_LISTS = frozenset({SectionKind.TALK, SectionKind.RECOMMENDATIONS})
"""Sections whose plain lines are separate things: drawn as list items."""
_PROSE = frozenset({SectionKind.STORY, SectionKind.QUALITY, SectionKind.DIVERSITY, SectionKind.HOW_WE_RATE})
"""Sections whose plain lines are paragraphs: a blank line stands between them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph: finished markup in front, then stored text."""

    text: str
    lead: str = ""
    spoiler: bool = False
    gap: bool = False
    """Whether a blank line stands before it."""

    def markdown(self) -> str:
        """The paragraph as Discord reads it."""
        body = plain(self.text)
        if self.spoiler and body:
            body = f"||{body}||"
        return f"{self.lead}{body}"

    def cut(self, room: int) -> tuple[Piece | None, Piece]:
        """Split so that the first part's Markdown takes at most `room` characters; None when no word fits."""
        words_end = len(self.text)
        while words_end > 0:
            first = replace(self, text=self.text[:words_end].rstrip())
            over = len(first.markdown()) - room
            if over <= 0 and first.text:
                return first, Piece(self.text[words_end:].lstrip(), spoiler=self.spoiler)
            # Escaping adds at most as many characters as it was given: half of what is over goes for sure.
            end = max(words_end - max(over // 2, 1), 0)
            space = self.text.rfind(" ", 0, end)
            words_end = space if space > end - 80 and space > 0 else end
        return None, self

    def shortened(self, room: int) -> Piece | None:
        """Cut to `room` characters with an ellipsis; None when no word fits."""
        first, _rest = self.cut(room - len(ELLIPSIS))
        return None if first is None else replace(first, text=first.text + ELLIPSIS)


@dataclass(slots=True)
class Page:
    """The texts of one message, in the order shown."""

    head: str = ""
    """Headline and verdicts; empty on continued pages."""
    body: list[str] = field(default_factory=list)
    attribution: str = ""

    @property
    def length(self) -> int:
        """Characters taken, joining new lines counted generously."""
        return len(self.head) + sum(len(text) + 2 for text in self.body) + len(self.attribution)


def pages_of(reply: Reply) -> list[Page]:
    """Write a reply as one page or, when it is long, up to MOST_PAGES."""
    head, more_verdicts = _head(reply)
    attribution = f"-# {_bounded_line(reply.attribution, LONGEST_ATTRIBUTION)}" if reply.attribution else ""
    sections = [_pieces(section) for section in reply.sections]
    fixed = len(head) + _length(more_verdicts) + len(attribution)
    if fixed + sum(_length(pieces) for pieces in sections) > PAGE_LIMIT:
        sections = _shorten_buttoned(reply, sections)
    first = reply.asked_first
    parts = (*sections[:first], more_verdicts, *sections[first:], _choices(reply))
    pages = _fill([piece for pieces in parts for piece in pieces], head, len(attribution))
    pages[-1].attribution = attribution
    return pages


def _head(reply: Reply) -> tuple[str, list[Piece]]:
    """Headline and verdicts, and the verdicts that found no room with them or come after what was asked."""
    lines = [_headline(reply)] if reply.headline else []
    room = 0 if reply.asked_first else HEAD_LIMIT - sum(map(len, lines))
    over: list[Piece] = []
    for number, verdict in enumerate(reply.verdicts):
        sign = labels.BUT_SIGN if verdict.but else labels.VERDICT_SIGNS[verdict.child.verdict]
        lead = f"{sign} **{_bounded_line(verdict.headline, LONGEST_HEADLINE)}**"
        because = " ".join(verdict.because.split())
        following = reply.verdicts[number + 1 : number + 2]
        if following and following[0].because == verdict.because:
            because = ""  # said once, below the last of the children it holds for
        piece = Piece(because, lead=f"{lead}\n" if because else lead)
        text = piece.markdown()
        if over or len(text) + 1 > room:
            over.append(piece)
            continue
        lines.append(text)
        room -= len(text) + 1
    return "\n".join(lines), over


def _headline(reply: Reply) -> str:
    """The first line: big when it names the movie or is short, ordinary text when it is a sentence or two."""
    if reply.movie is not None or len(reply.headline) <= LONGEST_TITLE_LINE:
        return f"### {_bounded_line(reply.headline, LONGEST_HEADLINE)}"
    return _bounded_line(reply.headline, LONGEST_ATTRIBUTION)


def _choices(reply: Reply) -> list[Piece]:
    """What tells the movies to choose from apart, where buttons have no room for it (a select has)."""
    if reply.outcome is not Outcome.CHOOSE or len(reply.choices) > MOST_BUTTONS:
        return []
    return [
        Piece(movie.detail, lead=f"- **{_bounded_line(movie.name, LONGEST_HEADLINE)}:** ")
        for movie in reply.choices
        if movie.detail
    ]


def _pieces(section: Section) -> list[Piece]:
    """A section's paragraphs under its heading."""
    # Discord refuses a message with an empty text in it.
    lines = [line for line in section.lines if line.text.strip() or line.label]
    if section.kind is SectionKind.CONTENT:
        pieces = _whole_grid(lines)
    else:
        prose = section.kind in _PROSE
        pieces = [replace(_piece(section.kind, line), gap=prose and number > 0) for number, line in enumerate(lines)]
    if section.heading:
        pieces.insert(0, Piece("", lead=f"**{_bounded_line(section.heading, LONGEST_LEAD)}**"))
    if pieces:
        pieces[0] = replace(pieces[0], gap=True)
    return pieces


def _whole_grid(lines: Sequence[Line]) -> list[Piece]:
    """The whole grid and its questions. Some forty lines: those that say just the same are gathered at the end."""
    alike = Counter(_said_alike(line) for line in lines)
    pieces: list[Piece] = []
    gathered: dict[tuple[str, bool], list[str]] = {}
    for line in lines:
        key = _said_alike(line)
        if key is not None and line.label and (alike[key] > 1 or line.not_checked):
            gathered.setdefault(key, []).append(" ".join(line.label.split()))
            continue
        first_question = line.level is None and bool(pieces) and not any(piece.gap for piece in pieces)
        pieces.append(replace(_piece(SectionKind.CONTENT, line), gap=first_question))
    for (text, not_checked), names in sorted(gathered.items(), key=lambda item: item[0][1]):
        lead = f"{labels.NOT_CHECKED_SIGN} " if not_checked else ""
        lead += f"**{_bounded_line(text, LONGEST_LEAD).rstrip('.')}:** "
        joined = "".join(name + (" " if name.endswith("?") else ", ") for name in names).rstrip(", ")
        pieces.append(Piece(joined, lead=lead, gap=True))
    return pieces


def _said_alike(line: Line) -> tuple[str, bool] | None:
    """What other lines may say too, so that they can be told together; None for a line with a bar or a secret."""
    if line.level is not None or line.spoiler or not line.label or not line.text.strip():
        return None
    return line.text, line.not_checked


def _piece(kind: SectionKind, line: Line) -> Piece:
    lead = ""
    if line.level is not None:
        level = max(0, min(line.level, HIGHEST_LEVEL))
        lead = labels.LEVEL_FULL * level + labels.LEVEL_EMPTY * (HIGHEST_LEVEL - level) + " "
    elif line.not_checked:
        lead = f"{labels.NOT_CHECKED_SIGN} "
    elif kind in _LISTS:
        lead = "- "
    if line.label:
        label = _bounded_line(line.label, LONGEST_LEAD)
        colon = "" if label.endswith(("?", ":", ".", "!", "…")) else ":"
        lead += f"**{label}{colon if line.text else ''}** "
    return Piece(line.text, lead=lead, spoiler=line.spoiler)


def _length(pieces: list[Piece]) -> int:
    return sum(len(piece.markdown()) + 2 for piece in pieces)


def _shorten_buttoned(reply: Reply, sections: list[list[Piece]]) -> list[list[Piece]]:
    """Shorten what a button of this very reply shows whole. The first section is what was asked for and stays."""
    shortened = sections[:1]
    for section, pieces in list(zip(reply.sections, sections, strict=True))[1:]:
        action = labels.ACTION_OF_SECTION.get(section.kind)
        if action is None or action not in reply.actions or _length(pieces) <= SHORTENED_SECTION:
            shortened.append(pieces)
            continue
        kept: list[Piece] = []
        room = SHORTENED_SECTION
        for piece in pieces:
            size = len(piece.markdown()) + 2
            if size > room:
                short = piece.shortened(room)
                kept.append(short if short is not None else Piece(ELLIPSIS))
                break
            kept.append(piece)
            room -= size
        shortened.append(kept)
    return shortened


def _fill(pieces: list[Piece], head: str, attribution_length: int) -> list[Page]:
    """Lay paragraphs into pages; what goes beyond the last page is cut with an ellipsis."""
    limit = PAGE_LIMIT - attribution_length
    pages = [Page(head=head)]
    waiting = list(reversed(pieces))
    while waiting:
        piece = waiting.pop()
        page = pages[-1]
        room = limit - page.length - 2
        text = piece.markdown()
        if len(text) <= room:
            page.body.append(f"\n{text}" if piece.gap and page.body else text)
            continue
        if len(pages) == MOST_PAGES:
            short = piece.shortened(room)
            page.body.append(short.markdown() if short is not None else ELLIPSIS)
            break
        first, rest = piece.cut(room) if room > SHORTENED_SECTION else (None, piece)
        if first is not None:
            page.body.append(first.markdown())
        waiting.append(rest)
        pages.append(Page())
    return pages


def _bounded_line(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return plain_line(line if len(line) <= longest else line[: longest - 1].rstrip() + ELLIPSIS)
