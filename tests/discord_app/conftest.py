"""A simulated Discord with the real bot in it, and the people who talk to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.discord_app.client import GuideBot
from bot.discord_app.ports import DiscordSettings, UseCases
from bot.domain.actor import Actor
from bot.domain.movie import ServerId
from bot.domain.server_settings import ServerSettings
from tests.discord_app.fake_guide import FakeGuide
from tests.discord_app.use_cases import in_folder


@dataclass
class World:
    """One server with a channel, a parent, another member and a moderator."""

    env: simcord.Env
    guide: FakeGuide
    use_cases: UseCases
    server: simcord.GuildHandle
    channel: simcord.ChannelHandle
    parent: simcord.MemberActor
    member: simcord.MemberActor
    moderator: simcord.MemberActor
    new_bot: Callable[[], GuideBot]

    @property
    def me(self) -> str:
        assert self.env.bot.user is not None
        return self.env.bot.user.mention

    async def restart(self) -> None:
        await self.env.restart_bot(self.new_bot())

    @property
    def settings(self) -> ServerSettings:
        return self.use_cases.care.settings(ServerId(self.server.id))

    def set_guide_channel(self, channel: simcord.ChannelHandle) -> None:
        operator = Actor(None, ServerId(self.server.id), is_operator=True)
        self.use_cases.care.set_guide_channel(operator, channel.id, on=True)

    def last(self) -> discord.Message:
        message = self.channel.last_message
        assert message is not None
        return message

    def from_bot(self) -> list[discord.Message]:
        assert self.env.bot.user is not None
        return [message for message in self.channel.history() if message.author.id == self.env.bot.user.id]


@pytest.fixture
def guide() -> FakeGuide:
    return FakeGuide()


@pytest.fixture
def use_cases(guide: FakeGuide, tmp_path: Path) -> UseCases:
    return in_folder(guide, tmp_path)


@pytest.fixture
def discord_settings() -> DiscordSettings:
    return DiscordSettings(token="unused", shard_count=1)


@pytest.fixture
def clock() -> Callable[[], float]:
    """A clock on which every look is ten seconds later, so that nobody is ever too fast."""
    seconds = iter(range(0, 10_000_000, 10))
    return lambda: float(next(seconds))


@pytest.fixture
def simcord_bot(use_cases: UseCases, discord_settings: DiscordSettings, clock: Callable[[], float]) -> GuideBot:
    return GuideBot(use_cases, discord_settings, clock=clock)


@pytest.fixture
async def world(
    simcord_env: simcord.Env,
    guide: FakeGuide,
    use_cases: UseCases,
    discord_settings: DiscordSettings,
    clock: Callable[[], float],
) -> World:
    server = simcord_env.create_guild("Family movies")
    keeper = server.create_role("Keeper", permissions=discord.Permissions(manage_guild=True, mention_everyone=True))
    return World(
        env=simcord_env,
        guide=guide,
        use_cases=use_cases,
        server=server,
        channel=server.create_text_channel("movie-night"),
        parent=server.add_member(simcord_env.create_user("parent")),
        member=server.add_member(simcord_env.create_user("member")),
        moderator=server.add_member(simcord_env.create_user("moderator"), roles=[keeper]),
        new_bot=lambda: GuideBot(use_cases, discord_settings, clock=clock),
    )


def texts(message: Any) -> str:
    """All text a reader sees in a message, labels of controls included."""
    found: list[str] = [message.content] if message.content else []

    def walk(component: Any) -> None:
        given = component if isinstance(component, dict) else component.to_dict()
        for key in ("content", "label", "placeholder"):
            if isinstance(given.get(key), str):
                found.append(given[key])  # noqa: PERF401 - a loop reads better in a walk
        for option in given.get("options") or []:
            walk(option)
        for child in given.get("components") or []:
            walk(child)

    for component in message.components:
        walk(component)
    return "\n".join(found)
