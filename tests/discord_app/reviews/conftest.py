"""The real bot over the real guide and a real SQLite store that knows a movie."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import simcord

from bot.bootstrap import Application, build
from bot.cli.serving import use_cases_of
from bot.discord_app.client import GuideBot
from bot.discord_app.ports import DiscordSettings
from bot.domain.movie import Movie
from bot.settings import Settings
from tests.discord_app.reviews.moderating import Desk

INTERVIEW = Movie("Interview", 2007, cast=("Sienna Miller",), genres=("drama",))


@pytest.fixture
def app(tmp_path: Path) -> Application:
    url = f"sqlite:///{tmp_path / 'guide.db'}"
    application = build(Settings(_env_file=None), database_url=url, with_starter_library=False)
    with application.store.begin() as work:
        work.movies.add_catalogue([INTERVIEW])
        work.commit()
    return application


@pytest.fixture
def simcord_bot(app: Application, discord_settings: DiscordSettings, clock: Callable[[], float]) -> GuideBot:
    return GuideBot(use_cases_of(app), discord_settings, clock=clock)


@pytest.fixture
async def desk(
    simcord_env: simcord.Env, app: Application, discord_settings: DiscordSettings, clock: Callable[[], float]
) -> Desk:
    return Desk(simcord_env, app, lambda: GuideBot(use_cases_of(app), discord_settings, clock=clock))
