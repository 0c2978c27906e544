"""Forms as Discord modals, and what was typed into one that could not be saved."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import Any

import discord

from bot.discord_app import review_labels as labels
from bot.discord_app.boundary import NOT_DELIVERED
from bot.discord_app.views.draft_fields import LONGEST_BOX, MOST_BOXES, Field, Form
from bot.discord_app.views.lasting_modal import KEPT_SECONDS
from bot.discord_app.views.movie_choice import cut
from bot.domain.errors import RefusedError

LONGEST_MODAL_TITLE = 45
LONGEST_REFUSED_BYTES = 200_000
"""Of a file with what was typed: five full boxes in any script stay far below it."""
NEARLY_FULL = 3_000
"""Characters in a box from which on another one is offered."""
_MORE = "~"
"""Between a box's key and the number of its continuation."""


def form_modal(custom_id: str, form: Form, values: Mapping[str, str]) -> discord.ui.Modal:
    """A modal with these values in its boxes; raises RefusedError when they do not fit Discord's limits."""
    modal = discord.ui.Modal(title=cut(form.title, LONGEST_MODAL_TITLE), custom_id=custom_id, timeout=KEPT_SECONDS)
    boxes = [box for field in form.fields for box in _boxes(field, values.get(field.key, ""), room_for_more=True)]
    if len(boxes) > MOST_BOXES:
        boxes = [box for field in form.fields for box in _boxes(field, values.get(field.key, ""), room_for_more=False)]
    if len(boxes) > MOST_BOXES:
        raise RefusedError(labels.FORM_TOO_LONG)
    for box in boxes:
        modal.add_item(box)
    return modal


def joined(form: Form, values: Mapping[str, str]) -> dict[str, str]:
    """Put texts that were split over several boxes together again."""
    return {
        field.key: "\n\n".join(
            part
            for key in (field.key, *(f"{field.key}{_MORE}{number}" for number in range(2, MOST_BOXES + 1)))
            if (part := values.get(key, "").replace("\r\n", "\n").strip())
        )
        for field in form.fields
    }


def reason_modal(custom_id: str) -> discord.ui.Modal:
    """Ask for the reason of a publishing, which may be left out."""
    modal = discord.ui.Modal(title=labels.PUBLISH_TITLE, custom_id=custom_id, timeout=KEPT_SECONDS)
    modal.add_item(_text_box("reason", labels.PUBLISH_REASON, labels.PUBLISH_REASON_HINT, longest=200))
    return modal


def page_modal(custom_id: str) -> discord.ui.Modal:
    """Boxes to paste a page into."""
    modal = discord.ui.Modal(title=labels.IMPORT_TITLE, custom_id=custom_id, timeout=KEPT_SECONDS)
    for number in range(1, MOST_BOXES + 1):
        label = labels.IMPORT_BOX if number == 1 else labels.IMPORT_BOX_MORE.format(number=number)
        hint = labels.IMPORT_BOX_HINT if number == 1 else None
        modal.add_item(_text_box(f"page{number}", label, hint, longest=LONGEST_BOX, paragraph=True))
    return modal


def typed_file(values: Mapping[str, str]) -> discord.File:
    """What was typed, as a file that its author can read and `typed_values` reads back."""
    data = json.dumps(dict(values), ensure_ascii=False, indent=2).encode()
    return discord.File(io.BytesIO(data), labels.REFUSED_FILE)


async def typed_values(message: discord.Message | None) -> dict[str, str]:
    """Read what was typed from the file under a message of the guide; raises RefusedError when it is not there."""
    attachment = next(iter(message.attachments), None) if message is not None else None
    if attachment is None or attachment.size > LONGEST_REFUSED_BYTES:
        raise RefusedError(labels.TEXT_GONE)
    try:
        values = json.loads(await attachment.read())
    except (ValueError, *NOT_DELIVERED) as error:
        raise RefusedError(labels.TEXT_GONE) from error
    return {str(key): str(value) for key, value in values.items()}


def _boxes(field: Field, value: str, *, room_for_more: bool) -> list[discord.ui.Label[Any]]:
    """The box of a field; several for a long text, with an empty one to go on in where it is nearly full."""
    if field.tick:
        box: discord.ui.Item[Any] = discord.ui.Checkbox(custom_id=field.key, default=value == "yes")
        return [discord.ui.Label(text=field.label, description=field.hint, component=box)]
    if field.choices:
        box = discord.ui.Select(
            custom_id=field.key,
            required=False,
            options=[
                discord.SelectOption(label=label, value=choice, default=choice == value)
                for choice, label in field.choices
            ],
        )
        return [discord.ui.Label(text=field.label, description=field.hint, component=box)]
    longest = min(field.longest, LONGEST_BOX)
    parts = _split(value, LONGEST_BOX) or [""]
    if room_for_more and field.longest > LONGEST_BOX and len(parts[-1]) > NEARLY_FULL:
        parts.append("")
    found = [_text_box(field.key, field.label, field.hint, parts[0], longest=longest, paragraph=field.paragraph)]
    for number, part in enumerate(parts[1:], 2):
        label = labels.IMPORT_BOX_MORE.format(number=number)
        key = f"{field.key}{_MORE}{number}"
        found.append(_text_box(key, label, None, part, longest=LONGEST_BOX, paragraph=True))
    return found


def _text_box(
    key: str, label: str, hint: str | None = None, value: str = "", *, longest: int, paragraph: bool = False
) -> discord.ui.Label[Any]:
    style = discord.TextStyle.paragraph if paragraph or "\n" in value else discord.TextStyle.short
    box: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id=key, style=style, default=value or None, required=False, max_length=max(longest, len(value))
    )
    return discord.ui.Label(text=label, description=hint, component=box)


def _split(text: str, longest: int) -> list[str]:
    """Cut a long text at paragraphs, else at sentences, else at words."""
    parts: list[str] = []
    while len(text) > longest:
        ends = (text.rfind(mark, longest // 2, longest) for mark in ("\n\n", "\n", ". ", " "))
        end = next((end + 1 for end in ends if end > 0), longest)
        parts.append(text[:end].strip())
        text = text[end:].strip()
    if text:
        parts.append(text)
    return parts
