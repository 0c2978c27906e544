"""The application commands, each in a module of its own. A new one is added to COMMANDS.

A command declares itself and hands over to the desk; it decides nothing. A hidden command is a courtesy, so
whatever needs a right is checked by the use case with an Actor.
"""

from __future__ import annotations

from typing import Any

from discord import app_commands

from bot.discord_app.commands.about_message import about_message
from bot.discord_app.commands.ask import ask
from bot.discord_app.commands.audit import audit
from bot.discord_app.commands.blocks import block, blocked, unblock
from bot.discord_app.commands.community import community
from bot.discord_app.commands.guide_channel import guide_channel
from bot.discord_app.commands.help import show_help
from bot.discord_app.commands.privacy import privacy
from bot.discord_app.commands.rate import rate
from bot.discord_app.commands.requests import requests
from bot.discord_app.commands.review import review
from bot.discord_app.commands.settings import settings
from bot.discord_app.commands.suggest import suggest
from bot.discord_app.commands.suggestions import suggestions

COMMANDS: tuple[app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu, ...] = (
    ask,
    about_message,
    show_help,
    guide_channel,
    review,
    suggest,
    suggestions,
    rate,
    community,
    privacy,
    settings,
    audit,
    block,
    unblock,
    blocked,
    requests,
)
