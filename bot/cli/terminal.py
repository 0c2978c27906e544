"""A Reply in a terminal: rich where people look at it, plain text where it is piped.

Stored text is printed as it is: never read as markup, never as control sequences (the domain refuses those).
"""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from bot.domain.suitability import Verdict
from bot.domain.vocabulary import HIGHEST_LEVEL
from bot.saying.plain import plain_text
from bot.saying.reply import Line, Outcome, Reply, Section, VerdictLine

WIDEST_COLUMNS = 96
_VERDICT_STYLE = {
    Verdict.FINE: "bold green",
    Verdict.WITH_YOU: "bold yellow",
    Verdict.NOT_YET: "bold red",
    Verdict.NOT_ENOUGH_KNOWN: "bold magenta",
}


def show_reply(reply: Reply, console: Console) -> None:
    """Print one reply; nothing for a silent one."""
    if reply.outcome is Outcome.SILENT:
        return
    if not console.is_terminal:
        console.print(plain_text(reply), markup=False, highlight=False, emoji=False, soft_wrap=True)
        return
    parts: list[RenderableType] = [_section(section) for section in reply.sections[: reply.asked_first]]
    parts.extend(_verdict(line) for line in reply.verdicts)
    parts.extend(_section(section) for section in reply.sections[reply.asked_first :])
    if reply.attribution is not None:
        parts.append(Text(reply.attribution, style="dim"))
    body = Group(*_spaced(parts))
    console.print(
        Panel(
            body, title=Text(reply.headline, style="bold"), title_align="left", width=min(console.width, WIDEST_COLUMNS)
        )
        if parts
        else Text(reply.headline)
    )


def _spaced(parts: list[RenderableType]) -> list[RenderableType]:
    return [Padding(part, (0, 0, 0 if number == len(parts) else 1, 0)) for number, part in enumerate(parts, start=1)]


def _verdict(line: VerdictLine) -> Text:
    style = _VERDICT_STYLE[Verdict.WITH_YOU if line.but else line.child.verdict]
    return Text.assemble((line.headline, style), "\n", line.because)


def _section(section: Section) -> Group:
    lines: list[RenderableType] = []
    if section.heading:
        lines.append(Text(section.heading, style="bold cyan"))
    lines.extend(_line(line) for line in section.lines)
    return Group(*lines)


def _line(line: Line) -> Text:
    text = Text()
    if line.level is not None:
        text.append("■" * line.level + "□" * (HIGHEST_LEVEL - line.level) + " ", style="yellow")
    elif line.not_checked:
        text.append("?".ljust(HIGHEST_LEVEL) + " ", style="magenta")
    if line.label:
        text.append(f"{line.label}: ", style="bold")
    text.append(line.text, style="italic" if line.not_checked else "")
    return text
