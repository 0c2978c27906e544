"""How `explain` shows an understanding: what was read, from which words, and every candidate's score in parts."""

from __future__ import annotations

from rich.console import Group
from rich.table import Table
from rich.text import Text

from bot.application.explaining import Explanation
from bot.matching.recognition import Mention


def explanation_table(explanation: Explanation) -> Group:
    """Lay the explanation out for a terminal."""
    understanding = explanation.understanding
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="bold")
    facts.add_column()
    rows = [
        ("topic", understanding.topic.value),
        ("intent", understanding.intent.value),
        (
            "ages",
            ", ".join(
                f"{m.age.youngest_years:g}-{m.age.oldest_years:g}" if m.age.is_group else f"{m.age.youngest_years:g}"
                for m in understanding.age_mentions
            ),
        ),
        ("concerns", ", ".join(mention.key for mention in understanding.concern_mentions)),
        ("asked title", understanding.asked_title or ""),
        ("titles searched", str(explanation.titles)),
    ]
    for name, value in rows:
        facts.add_row(name, Text(value or "-"))
    recognition = understanding.recognition
    mentions = recognition.mentions if recognition is not None else ()
    return Group(facts, *(_mention_table(mention) for mention in mentions))


def _mention_table(mention: Mention) -> Table:
    table = Table(title=Text(f'"{mention.text}": {mention.grade.name.lower()}'), title_justify="left")
    for heading in ("movie", "matched title", "score", "parts", "why"):
        table.add_column(heading)
    for candidate in mention.candidates:
        name = candidate.title if candidate.year is None else f"{candidate.title} ({candidate.year})"
        parts = "\n".join(f"{part.name} {part.value:+.2f}" for part in candidate.parts)
        table.add_row(
            Text(name), Text(candidate.matched_title), f"{candidate.score:.3f}", Text(parts), Text(candidate.reason)
        )
    return table
