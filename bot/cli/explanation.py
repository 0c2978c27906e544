"""How `explain` shows a meaning: the rule that decided, what was read with its odds, and every candidate in parts."""

from __future__ import annotations

from rich.console import Group
from rich.table import Table
from rich.text import Text

from bot.application.explaining import Explanation
from bot.matching.mention import Mention
from bot.understanding.meaning import Meaning

_MOST_PARTS = 14
"""Reasons of a candidate that are shown, the largest first."""


def explanation_table(explanation: Explanation) -> Group:
    """Lay the explanation out for a terminal."""
    understanding = explanation.understanding
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="bold")
    facts.add_column()
    for name, value in (
        ("rule", understanding.rule),
        ("topic", understanding.topic.value),
        ("intent", understanding.intent.value),
        ("asked title", understanding.asked_title or ""),
        ("from the talk before", "yes" if understanding.from_context else "no"),
        ("titles searched", str(explanation.titles)),
        ("told by its story", _described(understanding)),
    ):
        facts.add_row(name, Text(value or "-"))
    recognition = understanding.recognition
    mentions = recognition.mentions if recognition is not None else ()
    return Group(
        facts,
        _notes_table(understanding),
        *_story_tables(explanation),
        *(_mention_table(mention) for mention in mentions),
    )


def _notes_table(understanding: Meaning) -> Table:
    table = Table(title="read", title_justify="left")
    for heading in ("words", "as", "what", "odds", "by"):
        table.add_column(heading)
    for note in understanding.notes:
        what = getattr(note.value, "key", None) or getattr(note.value, "age", None) or getattr(note.value, "intent", "")
        said = what if isinstance(what, str) else getattr(what, "value", None) or _age(what)
        table.add_row(Text(note.said), note.kind.value, Text(str(said)), f"{note.odds:+.1f}", note.rule)
    return table


def _described(understanding: Meaning) -> str:
    return "-" if understanding.described is None else f"{understanding.described:.0%} likely"


def _story_tables(explanation: Explanation) -> list[Table]:
    """Show the movies whose reviews tell what the message tells; none where no story was looked up."""
    guesses = explanation.understanding.stories
    if not guesses:
        return []
    table = Table(title=f"told by its story: odds {guesses[0].odds:+.1f}", title_justify="left")
    for heading in ("movie", "offered", "told of it", "by"):
        table.add_column(heading)
    for one in guesses:
        words = "\n".join(f"{word} {gain:+.2f}" for word, gain in one.words)
        table.add_row(
            Text(explanation.names[one.movie_id]), "yes" if one.offered else "no", f"{one.covered:.0%}", Text(words)
        )
    return [table]


def _age(age: object) -> str:
    youngest, oldest = getattr(age, "youngest_years", None), getattr(age, "oldest_years", None)
    if youngest is None:
        return ""
    return f"{youngest:g}" if youngest == oldest else f"{youngest:g}-{oldest:g}"


def _mention_table(mention: Mention) -> Table:
    table = Table(title=Text(f'"{mention.text}": {mention.grade.name.lower()}'), title_justify="left")
    for heading in ("movie", "matched title", "odds", "parts", "why"):
        table.add_column(heading)
    for candidate in mention.candidates:
        name = candidate.title if candidate.year is None else f"{candidate.title} ({candidate.year})"
        largest = sorted(candidate.parts, key=lambda part: -abs(part.value))[:_MOST_PARTS]
        parts = "\n".join(f"{part.name} {part.value:+.2f}" for part in largest)
        table.add_row(
            Text(name), Text(candidate.matched_title), f"{candidate.score:+.2f}", Text(parts), Text(candidate.reason)
        )
    return table
