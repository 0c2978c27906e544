"""`run` and `preview`: the guide on Discord, and the same bot in a local browser page without an account.

Discord's library is imported when one of these is called: it would cost every `ask` a third of a second.
"""

from __future__ import annotations

import asyncio
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated

import typer

from bot.bootstrap import Application, build
from bot.cli.logs import logging_what_nobody_caught, set_up_service_logs
from bot.cli.options import DatabaseUrl, read_settings
from bot.domain.errors import RefusedError

if TYPE_CHECKING:
    from bot.discord_app.ports import UseCases


def run(db: DatabaseUrl = None) -> None:
    """Run the Discord bot; needs DISCORD_TOKEN in the environment or in .env."""
    from bot.discord_app.ports import DiscordSettings
    from bot.discord_app.running import run_bot

    settings = read_settings()
    set_up_service_logs(settings)
    token = settings.discord_token.get_secret_value() if settings.discord_token is not None else ""
    discord_settings = DiscordSettings(
        token=token,
        message_content=settings.message_content,
        operator_ids=settings.operator_ids,
        shard_count=settings.shard_count,
    )
    parts = build(settings, database_url=db, with_starter_library=True)
    with logging_what_nobody_caught():
        asyncio.run(run_bot(use_cases_of(parts), discord_settings))


def preview(
    port: Annotated[int, typer.Option(help="The port of the page on this machine; 0 picks a free one.")] = 8765,
    db: DatabaseUrl = None,
) -> None:
    """Try the Discord bot in a browser page on this machine: no account, no token."""
    if find_spec("simcord") is None:
        raise RefusedError("the preview needs an extra; install it with: pip install 'parent-guide[preview]'")
    from bot.discord_app.preview import run_preview

    settings = read_settings()
    set_up_service_logs(settings)
    parts = build(settings, database_url=db, with_starter_library=True)
    with logging_what_nobody_caught():
        asyncio.run(run_preview(use_cases_of(parts), port))


def use_cases_of(parts: Application) -> UseCases:
    """The joined parts as the Discord face is handed them."""
    from bot.discord_app.ports import UseCases

    return UseCases(
        guide=parts.guide,
        drafting=parts.drafting,
        suggesting=parts.suggesting,
        community=parts.community,
        care=parts.care,
        privacy=parts.privacy,
        shelves=parts.shelves,
        bulk=parts.bulk,
        previewing=parts.previewing,
    )


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command()(run)
    app.command()(preview)
