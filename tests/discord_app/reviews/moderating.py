"""A server with two moderators over the real guide and store, and hands that fill in forms as a person would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import discord
import simcord

from bot.bootstrap import Application
from bot.discord_app.client import GuideBot
from bot.domain.actor import Actor, DiscordUserId
from bot.domain.draft import Draft
from bot.domain.movie import ServerId
from bot.domain.review import StoredReview
from tests.discord_app.conftest import texts


@dataclass
class Desk:
    """One server; counts what its moderator does."""

    env: simcord.Env
    app: Application
    new_bot: Callable[[], GuideBot]
    interactions: int = 0
    server: simcord.GuildHandle = field(init=False)
    channel: simcord.ChannelHandle = field(init=False)
    moderator: simcord.MemberActor = field(init=False)
    second: simcord.MemberActor = field(init=False)
    member: simcord.MemberActor = field(init=False)
    keeper: simcord.RoleHandle = field(init=False)

    def __post_init__(self) -> None:
        self.server = self.env.create_guild("Family movies")
        self.keeper = keeper = self.server.create_role("Keeper", permissions=discord.Permissions(manage_guild=True))
        self.channel = self.server.create_text_channel("moderators")
        self.moderator = self.server.add_member(self.env.create_user("moderator"), roles=[keeper])
        self.second = self.server.add_member(self.env.create_user("second"), roles=[keeper])
        self.member = self.server.add_member(self.env.create_user("member"))

    @property
    def server_id(self) -> ServerId:
        return ServerId(self.server.id)

    async def restart(self) -> None:
        await self.env.restart_bot(self.new_bot())

    async def command(self, name: str, *, by: Any = None, **options: Any) -> Any:
        self.interactions += 1
        result = await (by or self.moderator).slash(self.channel, f"review {name}", **options)
        return shown(result)

    async def click(self, message: Any, label: str, *, by: Any = None) -> Any:
        self.interactions += 1
        return await (by or self.moderator).click(message, label=label)

    async def pick(self, message: Any, kind: str, value: str, *, by: Any = None) -> Any:
        self.interactions += 1
        custom_id = next(one for one in custom_ids(message) if one.startswith(f"review-pick:{kind}:"))
        return await (by or self.moderator).select(message, [value], custom_id=custom_id)

    async def submit(self, opened: Any, *, by: Any = None, **values: Any) -> Any:
        """Send a modal with what stands in it, changed in these boxes."""
        self.interactions += 1
        filled = prefilled(opened.modal)
        for key, value in values.items():
            assert key in filled, f"the form has no box {key}"
            filled[key] = [value] if isinstance(filled[key], list) else value
        return shown(await (by or self.moderator).submit_modal(opened, filled))

    async def open(self, message: Any, section: str, *, by: Any = None) -> Any:
        """Press a section's button on the panel, or that of a page of it."""
        self.interactions += 1
        custom_id = next(one for one in custom_ids(message) if one.endswith(f":{section}"))
        return await (by or self.moderator).click(message, custom_id=custom_id)

    async def fill(self, message: Any, section: str, *, by: Any = None, **values: Any) -> Any:
        """Open a section's form from the panel and fill it in; two interactions."""
        return await self.submit(await self.open(message, section, by=by), by=by, **values)

    def actor(self) -> Actor:
        return Actor(DiscordUserId(self.moderator.id), self.server_id, manages_server=True)

    def take_role(self, moderator: simcord.MemberActor) -> None:
        """Make a moderator an ordinary member."""
        self.env.backend.remove_member_role(self.server.id, moderator.id, self.keeper.id)

    def drafts(self) -> list[Draft]:
        with self.app.store.begin() as work:
            return work.drafts.all(self.server_id)

    def reviews(self) -> list[StoredReview]:
        with self.app.store.begin() as work:
            return list(work.reviews.all(self.server_id, only_own=True))


async def begun(desk: Desk, title: str = "Interview (2007)") -> Any:
    """The panel of a draft that could be published."""
    panel = await desk.command("add", title=title)
    return await desk.fill(panel, "brief", one_line="Two people talk.", age="16")


async def published(desk: Desk, title: str = "Interview (2007)") -> None:
    panel = await begun(desk, title)
    await desk.submit(await desk.click(panel, "Publish"))


async def changed(desk: Desk, title: str, **values: str) -> None:
    """Change the published review's line, age and reason."""
    panel = await desk.command("edit", title=title)
    panel = await desk.fill(panel, "brief", **values)
    await desk.submit(await desk.click(panel, "Publish"), reason="looked again")


def shown(result: Any) -> Any:
    """The last message a person got to see after what they did."""
    return [message for message in (result.response, *result.followups) if message is not None][-1]


def said(message: Any) -> str:
    return texts(message)


def custom_ids(message: Any) -> list[str]:
    found: list[str] = []

    def walk(component: Any) -> None:
        given = component if isinstance(component, dict) else component.to_dict()
        if given.get("custom_id"):
            found.append(given["custom_id"])
        for child in given.get("components") or []:
            walk(child)

    for component in message.components:
        walk(component)
    return found


def prefilled(modal: Any) -> dict[str, Any]:
    """What a person would send who changes nothing."""
    values: dict[str, Any] = {}
    for label in modal["components"]:
        box = label["component"]
        if box.get("options") is not None:
            chosen = [option["value"] for option in box["options"] if option.get("default")]
            values[box["custom_id"]] = chosen
        elif "default" in box:
            values[box["custom_id"]] = box["default"]
        else:
            values[box["custom_id"]] = box.get("value") or ""
    return values
