"""`/ask`: a question, if wanted with the movie picked from a list, if wanted seen by the asker alone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.application.guide import Question, Speaker
from bot.discord_app import labels
from bot.discord_app.actor import speaker_of
from bot.discord_app.boundary import say_to_nobody
from bot.discord_app.ports import MOST_SUGGESTIONS, Guide
from bot.discord_app.views.ask_more import LONGEST_QUESTION
from bot.discord_app.views.movie_choice import cut
from bot.domain.movie import MovieId
from bot.saying.reply import Reply

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

LONGEST_CHOICE = 100


@app_commands.command(name="ask", description=labels.ASK_DESCRIPTION)
@app_commands.describe(
    question=labels.ASK_QUESTION_DESCRIPTION,
    movie=labels.ASK_MOVIE_DESCRIPTION,
    private=labels.ASK_PRIVATE_DESCRIPTION,
)
async def ask(
    interaction: discord.Interaction[GuideBot],
    question: app_commands.Range[str, 1, LONGEST_QUESTION],
    movie: app_commands.Range[str, 1, LONGEST_CHOICE] | None = None,
    private: bool | None = None,
) -> None:
    """Answer a question. Where the bot is only the user's own app, a server's channel is not written into unasked."""
    desk = interaction.client.desk
    if private is None:
        private = interaction.guild_id is not None and not interaction.is_guild_integration()
    await desk.answer(
        interaction,
        "/ask",
        lambda speaker: _reply(desk.guide, question, movie, speaker),
        private=private,
    )


def _reply(guide: Guide, question: str, movie: str | None, speaker: Speaker) -> Reply:
    """Ask about the movie picked. What was typed instead of picked is asked as part of the question."""
    if movie is None:
        return guide.ask(Question(question, speaker))
    movie_id = _picked(guide, movie, speaker)
    text = question if movie_id is not None else f'"{movie}" {question}'
    return guide.ask(Question(text, speaker, about=movie_id))


def _picked(guide: Guide, movie: str, speaker: Speaker) -> MovieId | None:
    """The movie whose name this is among what this speaker would be offered; None when it is no offered name."""
    for offered in guide.suggest_titles(movie, speaker):
        if cut(offered.name, LONGEST_CHOICE) == movie:
            return offered.movie_id
    return None


@ask.autocomplete("movie")
async def _offer_movies(interaction: discord.Interaction[GuideBot], typed: str) -> list[app_commands.Choice[str]]:
    desk = interaction.client.desk
    offered: list[app_commands.Choice[str]] = []

    async with desk.boundary.around("autocomplete", say_to_nobody, server_id=interaction.guild_id):
        movies = await asyncio.to_thread(desk.guide.suggest_titles, typed, speaker_of(interaction), MOST_SUGGESTIONS)
        names = dict.fromkeys(cut(movie.name, LONGEST_CHOICE) for movie in movies)
        offered += [app_commands.Choice(name=name, value=name) for name in names][:MOST_SUGGESTIONS]
    return offered
