"""What reading a page gives: the review, and openly what was not understood and what the page did not have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.review import Review


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page that is not blank."""

    number: int
    """1-based."""
    text: str


@dataclass(frozen=True, slots=True)
class UnreadBlock:
    """Neighbouring lines that were neither taken nor known as the page's own furniture."""

    line_number: int
    """1-based line on which the block begins."""
    text: str


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page's review, with what was left over and what was not there."""

    review: Review
    unread: tuple[UnreadBlock, ...] = ()
    missing: tuple[str, ...] = ()
    """Names of the sections that the page did not have or left empty, in the order of the model page."""


def unread_blocks(lines: Iterable[Line]) -> tuple[UnreadBlock, ...]:
    """Join neighbouring lines into blocks, in the order of the page."""
    blocks: list[list[Line]] = []
    for line in sorted(set(lines), key=lambda line: line.number):
        if blocks and line.number == blocks[-1][-1].number + 1:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return tuple(UnreadBlock(block[0].number, "\n".join(line.text for line in block)) for block in blocks)


def missing_sections(review: Review) -> tuple[str, ...]:
    """Return the names of the sections that a review leaves empty, in the order of the model page."""
    found: tuple[tuple[str, object], ...] = (
        ("byline", review.byline),
        ("one-line summary", review.one_line),
        ("recommended age", review.recommended_age_years is not None),
        ("quality", review.quality),
        ("A Lot or a Little?", review.grid),
        ("Where to Watch", review.where_to_watch),
        ("What's the Story?", review.story),
        ("Is It Any Good?", review.any_good),
        ("Talk to Your Kids About", review.talk),
        ("official rating", review.movie.official_ratings),
        ("Diverse Representations", review.diversity),
        ("Our Editors Recommend", review.recommendations),
    )
    return tuple(name for name, value in found if not value)
