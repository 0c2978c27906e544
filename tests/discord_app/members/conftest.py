"""A server whose members write and whose moderators decide, with the real guide on a real SQLite store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.application.ports import Authorship
from bot.bootstrap import Application, build
from bot.cli.serving import use_cases_of
from bot.discord_app.client import GuideBot
from bot.discord_app.ports import DiscordSettings
from bot.domain.actor import Actor, DiscordUserId
from bot.domain.community import CommunityReview
from bot.domain.movie import Movie, MovieId, OfficialRating, ServerId
from bot.domain.review import GridCell, Review, StoredReview
from bot.domain.server_settings import ServerSettings
from bot.domain.suggestion import Suggestion
from bot.settings import Settings
from tests.discord_app.conftest import texts

BY_OPERATOR = Authorship("operator", datetime(2026, 1, 1, tzinfo=UTC), "test")
CODA = "Coda (2021)"
DIVERSITY = {
    "representations": ["disability_neurodiversity", "class"],
    "text": "Most of the family is deaf, and so are the actors.",
    "where": "From the first scene on",
    "credit": "Ana",
    "tell": True,
}
RATING = {"voice": "parent", "age": "12", "stars": "4", "text": "We talked about it for days."}


def review(title: str, year: int, **sections: Any) -> Review:
    return Review(
        Movie(title, year, official_ratings=(OfficialRating("MPAA", "PG-13", "US"),)),
        byline="Somebody",
        one_line="A short line about it.",
        recommended_age_years=13,
        grid={"language": GridCell(2, "A few mild words")},
        **sections,
    )


REVIEWS = (
    review("Coda", 2021, diversity="A fishing family in Massachusetts."),
    review("Bambi", 1942),
    *(review(f"Sister Movie {number}", 2000 + number) for number in range(1, 8)),
)


@pytest.fixture
def app(tmp_path: Path) -> Application:
    url = f"sqlite:///{tmp_path / 'guide.db'}"
    application = build(Settings(_env_file=None), database_url=url, with_starter_library=False)
    with application.store.begin() as work:
        work.reviews.save_all(REVIEWS, BY_OPERATOR)
        work.movies.add_catalogue([Movie("Unreviewed Thing", 2011)])
        work.commit()
    return application


@pytest.fixture
def simcord_bot(app: Application, discord_settings: DiscordSettings, clock: Callable[[], float]) -> GuideBot:
    return GuideBot(use_cases_of(app), discord_settings, clock=clock)


class Family:
    """One server with a moderators' channel, two moderators and some members; and the store below."""

    def __init__(self, env: simcord.Env, app: Application, new_bot: Callable[[], GuideBot]) -> None:
        self.env = env
        self.app = app
        self._new_bot = new_bot
        self.server = env.create_guild("Family movies")
        self._keeper = self.server.create_role("Keeper", permissions=discord.Permissions(manage_guild=True))
        self.channel = self.server.create_text_channel("movie-night")
        self.desk = self.server.create_text_channel("moderators")
        self.ana = self.server.add_member(env.create_user("ana"))
        self.ben = self.server.add_member(env.create_user("ben"))
        self.moderator = self.server.add_member(env.create_user("moderator"), roles=[self._keeper])
        self.second = self.server.add_member(env.create_user("second"), roles=[self._keeper])
        self.set(moderators_channel_id=self.desk.id)

    @property
    def server_id(self) -> ServerId:
        return ServerId(self.server.id)

    def set(self, **settings: Any) -> None:
        with self.app.store.begin() as work:
            work.server_settings.save(self.server_id, ServerSettings(**settings), BY_OPERATOR)
            work.commit()

    def member(self, name: str) -> simcord.MemberActor:
        return self.server.add_member(self.env.create_user(name))

    async def restart(self) -> None:
        await self.env.restart_bot(self._new_bot())

    def actor(self, person: simcord.MemberActor, *, moderates: bool = False) -> Actor:
        return Actor(DiscordUserId(person.id), self.server_id, manages_server=moderates)

    def movie_id(self, title: str, year: int) -> MovieId:
        with self.app.store.begin() as work:
            movie_id = work.movies.find(title, year, self.server_id)
        assert movie_id is not None
        return movie_id

    def review_of(self, title: str = "Coda", year: int = 2021) -> StoredReview:
        movie_id = self.movie_id(title, year)
        with self.app.store.begin() as work:
            stored = work.reviews.of_movie(movie_id, self.server_id)
        assert stored is not None
        return stored

    def suggestions(self) -> list[Suggestion]:
        with self.app.store.begin() as work:
            return work.suggestions.find(self.server_id)

    def community(self, title: str = "Coda", year: int = 2021) -> list[CommunityReview]:
        movie_id = self.movie_id(title, year)
        with self.app.store.begin() as work:
            return work.community.of_movie(self.server_id, movie_id)

    def cards(self) -> list[discord.Message]:
        return self.desk.history()

    def card(self) -> discord.Message:
        message = self.desk.last_message
        assert message is not None
        return message

    async def with_button(self, custom_id: str) -> discord.Message:
        """A message of the bot with this control on it, where everybody can press it."""
        channel = self.env.bot.get_channel(self.channel.id)
        assert isinstance(channel, discord.TextChannel)
        view = discord.ui.LayoutView(timeout=None)
        view.add_item(discord.ui.ActionRow(discord.ui.Button(label="x", custom_id=custom_id)))
        return await channel.send(view=view)

    async def ask(self, text: str, person: simcord.MemberActor | None = None) -> discord.Message:
        assert self.env.bot.user is not None
        await (person or self.ana).send(self.channel, f"{self.env.bot.user.mention} {text}")
        assert self.channel.last_message is not None
        return self.channel.last_message

    async def fill_in(
        self, person: simcord.MemberActor, values: dict[str, Any] = DIVERSITY, kind: str = "diversity"
    ) -> Any:
        form = await person.slash(self.channel, f"suggest {kind}", movie=CODA)
        return await person.submit_modal(form, values)

    async def suggest(
        self, person: simcord.MemberActor, values: dict[str, Any] = DIVERSITY, kind: str = "diversity"
    ) -> Any:
        shown = await self.fill_in(person, values, kind)
        return await person.click(shown.response, label="Send")

    async def rate(self, person: simcord.MemberActor, movie: str = CODA, **values: Any) -> Any:
        form = await person.slash(self.channel, "rate", movie=movie)
        filled = RATING | values
        return await person.submit_modal(form, filled | {"age": [filled["age"]]})


@pytest.fixture
async def family(
    simcord_env: simcord.Env, app: Application, discord_settings: DiscordSettings, clock: Callable[[], float]
) -> Family:
    return Family(simcord_env, app, lambda: GuideBot(use_cases_of(app), discord_settings, clock=clock))


def said(result: Any) -> str:
    """Everything shown to the one who acted, in order."""
    shown = [message for message in (result.response, *result.followups) if message is not None]
    return "\n".join(texts(message) for message in shown)


def buttons(message: Any) -> list[str]:
    """The labels of the buttons of a message, buttons beside texts included."""
    return [button.get("label", "") for button in _buttons(message)]


def custom_id_of(message: Any, label: str) -> str:
    """The custom id of the first button with this label."""
    return next(button["custom_id"] for button in _buttons(message) if button.get("label") == label)


def _buttons(message: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []

    def walk(component: Any) -> None:
        given = component if isinstance(component, dict) else component.to_dict()
        if given.get("type") == discord.ComponentType.button.value:
            found.append(given)
        for child in (*(given.get("components") or ()), *filter(None, [given.get("accessory")])):
            walk(child)

    for component in message.components:
        walk(component)
    return found
