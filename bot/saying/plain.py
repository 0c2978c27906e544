"""The whole Reply as readable plain text: for a terminal that is piped, and for scripts.

What gives the story away is marked, not left out: a script has nothing to press.
"""

from __future__ import annotations

from bot.saying.reply import Line, Reply, Section

SPOILER = "(Spoiler) "


def plain_text(reply: Reply) -> str:
    """Write a reply as plain text, one thought a line; empty for a silent reply."""
    blocks = [[reply.headline]] if reply.headline else []
    blocks += [_section(section) for section in reply.sections[: reply.asked_first]]
    blocks += [[f"{verdict.headline}. {verdict.because}"] for verdict in reply.verdicts]
    blocks += [_section(section) for section in reply.sections[reply.asked_first :]]
    offered = reply.choices or reply.others
    if offered and not _listed(reply, offered[0].name):
        blocks.append([f"- {ref.name}" + (f", {ref.detail}" if ref.detail else "") for ref in offered])
    if reply.attribution:
        blocks.append([reply.attribution])
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _listed(reply: Reply, name: str) -> bool:
    """Whether the sections name a movie already: as a heading, or at the head of a line."""
    return any(
        section.heading == name or any(line.label == name for line in section.lines) for section in reply.sections
    )


def _section(section: Section) -> list[str]:
    lines = [_line(line) for line in section.lines]
    if section.heading is None:
        return lines
    heading = section.heading if section.heading.endswith("?") else f"{section.heading}:"
    return [heading, *(f"- {line}" for line in lines)]


def _line(line: Line) -> str:
    text = f"{SPOILER}{line.text}" if line.spoiler else line.text
    if line.label is None:
        return text
    mark = "" if line.label.endswith("?") else ":"
    return f"{line.label}{mark} {text}".rstrip(": ") if not text else f"{line.label}{mark} {text}"
