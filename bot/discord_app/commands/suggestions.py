"""`/suggestions`: what members suggested, for moderators; also where there is no moderators' channel.

Not hidden from members by Discord: a moderator by role has no permission it could be shown by. The use case checks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import discord
from discord import app_commands

from bot.discord_app import member_labels
from bot.discord_app.responding import handling, require_own_server
from bot.discord_app.views.suggestion_lists import LONGEST_WORDS, open_list

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot


@app_commands.command(name="suggestions", description=member_labels.SUGGESTIONS_DESCRIPTION)
@app_commands.describe(
    words=member_labels.SUGGESTIONS_WORDS_DESCRIPTION, state=member_labels.SUGGESTIONS_STATE_DESCRIPTION
)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
async def suggestions(
    interaction: discord.Interaction[GuideBot],
    words: app_commands.Range[str, 1, LONGEST_WORDS] | None = None,
    state: Literal["pending", "approved", "declined", "withdrawn", "all"] = "pending",
) -> None:
    """List the server's suggestions, newest first."""
    async with handling(interaction, "/suggestions") as actor:
        require_own_server(interaction)
        await open_list(interaction, actor, state, words=" ".join((words or "").split()))
