"""*Ask the parent guide* in the menu of any message: answers what that message asks, to the presser alone.

It is somebody else's message, so the answer is not put under it for all to see. On a message of the guide itself
it means that message's movie.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.application.guide import Question
from bot.discord_app import labels
from bot.discord_app.desk import tell
from bot.discord_app.views.carried_movie import movie_of

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot


@app_commands.context_menu(name=labels.CONTEXT_MENU_NAME)
async def about_message(interaction: discord.Interaction[GuideBot], message: discord.Message) -> None:
    """Answer the text of a message."""
    desk = interaction.client.desk
    own = interaction.client.user is not None and message.author.id == interaction.client.user.id
    movie_id = movie_of(message) if own else None
    if movie_id is not None:
        await desk.answer(
            interaction, "context menu", lambda speaker: desk.guide.choose(movie_id, speaker), private=True
        )
    elif message.content.strip():
        await desk.answer(
            interaction,
            "context menu",
            lambda speaker: desk.guide.ask(Question(message.content, speaker)),
            private=True,
        )
    else:
        async with desk.handling(interaction, "context menu"):
            await tell(interaction, labels.NO_TEXT)
