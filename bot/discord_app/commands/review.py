"""`/review`: the moderators' way to write and keep reviews. For servers; the shared library is the operator's.

The use cases check every press. It is not hidden from others: Discord can hide by permission only, and a moderator by
role would not see it either.
"""

from __future__ import annotations

from typing import Any

from discord import app_commands

from bot.discord_app import review_labels as labels
from bot.discord_app.commands.review_files import export_reviews, import_reviews
from bot.discord_app.commands.review_keeping import history, remove, undo
from bot.discord_app.commands.review_writing import add, copy, drafts, edit


def _review() -> app_commands.Group:
    group = app_commands.Group(
        name="review",
        description=labels.REVIEW_DESCRIPTION,
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
    )
    commands: tuple[app_commands.Command[Any, ..., Any], ...] = (
        add, edit, copy, drafts, remove, history, undo, import_reviews, export_reviews,
    )  # fmt: skip
    for command in commands:
        group.add_command(command)
    return group


review = _review()
