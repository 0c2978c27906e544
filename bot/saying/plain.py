"""The whole Reply as readable plain text: for a terminal that is piped, and for scripts.

What gives the story away is marked, not left out: a script has nothing to press. What is written between the texts of
the reply is translated, too, by the translation in use where it is written out.
"""

from __future__ import annotations

from bot.saying.reply import Line, MovieRef, Reply, Section, VerdictLine
from bot.saying.translating import _


def plain_text(reply: Reply) -> str:
    """Write a reply as plain text, one thought a line; empty for a silent reply."""
    blocks = [[reply.headline]] if reply.headline else []
    blocks += [_section(section) for section in reply.sections[: reply.asked_first]]
    blocks += [[_verdict(verdict)] for verdict in reply.verdicts]
    blocks += [_section(section) for section in reply.sections[reply.asked_first :]]
    offered = reply.choices or reply.others
    if offered and not _listed(reply, offered[0].name):
        blocks.append([f"- {_offer(ref)}" for ref in offered])
    if reply.attribution:
        blocks.append([reply.attribution])
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _listed(reply: Reply, name: str) -> bool:
    """Whether the sections name a movie already: as a heading, or at the head of a line."""
    return any(
        section.heading == name or any(line.label == name for line in section.lines) for section in reply.sections
    )


def _verdict(line: VerdictLine) -> str:
    return _("{verdict}. {because}").format(verdict=line.headline, because=line.because)


def _offer(ref: MovieRef) -> str:
    return _("{movie}, {detail}").format(movie=ref.name, detail=ref.detail) if ref.detail else ref.name


def _section(section: Section) -> list[str]:
    lines = [_line(line) for line in section.lines]
    if section.heading is None:
        return lines
    heading = section.heading
    if not heading.endswith("?"):
        heading = _("{heading}:").format(heading=heading)
    return [heading, *(f"- {line}" for line in lines)]


def _line(line: Line) -> str:
    text = _("(Spoiler) {text}").format(text=line.text) if line.spoiler else line.text
    if line.label is None:
        return text
    if not text:
        return line.label.rstrip(": ")
    said = _("{question} {answer}") if line.label.endswith("?") else _("{label}: {text}")
    return said.format(question=line.label, answer=text, label=line.label, text=text)
