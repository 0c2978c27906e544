"""Running text of a page: paragraphs from lines, sentences from paragraphs, discussion questions from sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.movie import LONGEST_SENTENCE
from bot.domain.review import DiscussionQuestion
from bot.formats.page import Line

SUBHEADING_WORDS = 6
"""A line of up to so many words with no full stop is more likely a heading than wrapped text."""
BULLET = re.compile(r"^(?:[-*•·–—‣▪]|\d{1,2}[.)])\s+")

_ENDS_A_SENTENCE = re.compile(r"[.!?…:]['\"’”)\]]*$")
_QUESTION = re.compile(r"\?['\"’”)\]]*$")
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+['\"’”)\]]*(?=\s+['\"‘“(\[]*[A-Z0-9À-ÖØ-Þ])")
_NO_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sr|Jr|vs|etc|No|e\.g|i\.e|[A-Z])|\b[A-Z](?:\.[A-Z])+)\.$")
"""Full stops that end no sentence: titles, initials and what is usually shortened."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text and the lines it was made of."""

    lines: tuple[Line, ...]
    text: str


def paragraphs(lines: Iterable[Line]) -> list[Paragraph]:
    """Join lines that were only wrapped: a line that ends no sentence goes on, if no blank line or bullet follows."""
    found: list[list[Line]] = []
    for line in lines:
        before = found[-1][-1] if found else None
        goes_on = (
            before is not None
            and line.number == before.number + 1
            and not _ENDS_A_SENTENCE.search(before.text)
            and not BULLET.match(line.text)
            and (line.text[0].islower() or len(before.text.split()) > SUBHEADING_WORDS)
        )
        if goes_on:
            found[-1].append(line)
        else:
            found.append([line])
    return [Paragraph(tuple(part), " ".join(BULLET.sub("", line.text, count=1) for line in part)) for part in found]


def sentences(text: str) -> list[str]:
    """Split running text; a mark in the middle ("Who? does it") or after an initial or "Dr." ends nothing."""
    found = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if not _NO_END.search(text, max(start, match.start() - 12), match.end()):
            found.append(text[start : match.end()].strip())
            start = match.end()
    last = text[start:].strip()
    return [*found, last] if last else found


def discussion_questions(paragraph: Paragraph) -> list[DiscussionQuestion]:
    """Split a paragraph into its questions, each with the sentences that lead into it.

    Statements lead into the question behind them. A question that follows another at once keeps the lead-in of the
    first, because it goes on about the same thing ("What do they get out of it?"); faces show a repeated lead-in once.
    Statements behind the last question belong to it ("Would you? Say why."), and a paragraph without any question is
    a prompt of its own.
    """
    made: list[DiscussionQuestion] = []
    lead_in: str | None = None
    statements: list[str] = []
    for sentence in sentences(paragraph.text):
        if not _QUESTION.search(sentence):
            statements.append(sentence)
            continue
        if statements:
            lead_in = " ".join(statements)
            statements = []
        if lead_in is not None and len(lead_in) > LONGEST_SENTENCE:
            made.append(DiscussionQuestion(lead_in))
            lead_in = None
        made.append(DiscussionQuestion(sentence, lead_in))
    if statements:
        rest = " ".join(statements)
        if made:
            made[-1] = DiscussionQuestion(f"{made[-1].question} {rest}", made[-1].lead_in)
        else:
            made.append(DiscussionQuestion(rest))
    return made
