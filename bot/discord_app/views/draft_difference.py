"""A difference between two versions of a review as Discord Markdown: each field with both texts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.discord_app import review_labels as labels
from bot.discord_app.markdown import plain, plain_line
from bot.discord_app.views import draft_text
from bot.discord_app.views.movie_choice import cut
from bot.domain.difference import changed_fields
from bot.domain.review import Answer, Review
from bot.domain.vocabulary import GRID_BY_KEY, QUESTIONS_BY_KEY

LONGEST_SIDE = 280
"""Characters shown of one side of a field; the whole of a long text is a form or a file away."""
DIFFERENCE_LIMIT = 2_800
"""Characters of a difference in one message of 4,000; the rest is for what stands around it."""
MOST_NAMED = 12
"""Fields named in one line before the rest is counted."""


def difference(before: Review, after: Review, old: str, new: str) -> str:
    """Show each field that differs with both texts under these two words; empty when nothing differs."""
    parts: list[str] = []
    left = list(changed_fields(before, after))
    room = DIFFERENCE_LIMIT
    while left:
        name = left[0]
        part = f"**{field_label(name)}**\n{_side(old, before, name)}\n{_side(new, after, name)}"
        if len(part) + 1 > room:
            break
        parts.append(part)
        room -= len(part) + 1
        left.pop(0)
    if left:
        parts.append(labels.MORE_DIFFERENCES.format(number=len(left), names=named_fields(left)))
    return "\n".join(parts)


def named_fields(names: list[str] | tuple[str, ...]) -> str:
    """Name fields in one line."""
    shown = ", ".join(field_label(name) for name in names[:MOST_NAMED])
    return shown if len(names) <= MOST_NAMED else f"{shown} and {len(names) - MOST_NAMED} more"


def field_label(name: str) -> str:
    """How a field is named: "Language" for "grid.language"."""
    table, _, key = name.partition(".")
    if table == "grid":
        return GRID_BY_KEY[key].label
    if table == "questions":
        return QUESTIONS_BY_KEY[key].text
    return labels.PAGE_LABELS.get(name, name)


def field_text(review: Review, name: str) -> str:
    """What a review says in a field, as text; empty when it says nothing."""
    table, _, key = name.partition(".")
    if table == "grid":
        cell = review.cell(key)
        level = draft_text.NOT_KNOWN if cell.level is None else str(cell.level)
        return f"{level}: {cell.note}" if cell.note else level
    if table == "questions":
        answer = review.answer(key)
        said = draft_text.NOT_KNOWN if answer.answer is Answer.UNKNOWN else answer.answer.value
        return f"{said}: {answer.note}" if answer.note else said
    if name == "talk":
        return draft_text.talk_as_text(review)
    if name == "recommendations":
        return draft_text.recommendations_as_text(review.recommendations)
    if name == "movie.official_ratings":
        return draft_text.ratings_as_text(review.movie.official_ratings)
    value: Any = getattr(review.movie, key) if table == "movie" else getattr(review, name)
    if name == "source" and value is not None:
        return " | ".join(part for part in (value.name, value.licence, value.url) if part)
    if name == "movie.external_ids":
        return ", ".join(part for part in (value.imdb, value.tmdb, value.wikidata) if part)
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value)


def who(signature: str) -> str:
    """Name the author of a revision or a save; nobody is pinged by it."""
    return f"<@{signature}>" if signature.isdecimal() else plain_line(signature)


def when(moment: datetime) -> str:
    """Say when in the reader's own time."""
    return f"<t:{int(moment.timestamp())}:R>"


def _side(word: str, review: Review, name: str) -> str:
    text = field_text(review, name)
    shown = plain(cut(text, LONGEST_SIDE)).replace("\n", "\n> ") if text else f"*{labels.NOTHING_THERE}*"
    return f"> {word}: {shown}"
