"""The double itself: one server with a channel, people who write and press, and a look at what the bot sent."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Any

from aiohttp import web

from tests.discord_app.double import shapes
from tests.discord_app.double.faults import Faults
from tests.discord_app.double.gateway import Gateway, Session
from tests.discord_app.double.rest import Request, Rest
from tests.discord_app.double.shapes import (
    ADMINISTRATOR,
    APPLICATION_ID,
    BOT_ID,
    CHANNEL_ID,
    DM_CHANNEL_ID,
    MEMBER_PERMISSIONS,
    MESSAGE_CONTENT_INTENT,
    MODERATOR_ID,
    PARENT_ID,
    SERVER_ID,
    Payload,
)

TOKEN = "a-token-of-nobody-for-the-double-alone-and-as-long-as-a-real-one-is-here"
PARENT = shapes.user(PARENT_ID, "Wilhelmina-Parent")
MODERATOR = shapes.user(MODERATOR_ID, "Moderator-Mo")
BOT = shapes.user(BOT_ID, "guide", bot=True)


class DiscordDouble:
    """A Discord on this machine. One bot signs in with `token`; people act through the methods."""

    def __init__(self, *, token: str = TOKEN, servers: Sequence[Payload] | None = None) -> None:
        """`servers`: as shapes.server makes them; None: one server with one channel."""
        self.token = token
        self.servers = [shapes.server(SERVER_ID, "Family movies", (CHANNEL_ID,), BOT)] if servers is None else servers
        self.faults = Faults()
        self.gateway = Gateway(self._ready, self._servers_of, token)
        self.rest = Rest(BOT, token, self.faults, lambda: f"ws://127.0.0.1:{self._port}/gateway/", self._note)
        self._runner: web.AppRunner | None = None
        self._port = 0
        self._changed = asyncio.Event()

    @property
    def base(self) -> str:
        """What `discord.http.Route.BASE` has to be."""
        return f"http://127.0.0.1:{self._port}/api"

    @property
    def requests(self) -> list[Request]:
        """Every request so far, in order of arrival."""
        return self.rest.requests

    async def start(self) -> None:
        """Listen on a free port of this machine."""
        app = web.Application()
        app.router.add_get("/gateway/", self.gateway.handle)
        app.router.add_route("*", "/api{path:.*}", self.rest.handle)
        self._runner = web.AppRunner(app, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Close everything."""
        assert self._runner is not None
        await self._runner.cleanup()

    async def until(self, seen: Callable[[], Any], seconds: float = 20) -> float:
        """Wait until `seen` is true of what the bot sent; returns how long it took, raises TimeoutError."""
        started = time.monotonic()
        async with asyncio.timeout(seconds):
            while not seen():
                self._changed.clear()
                await self._changed.wait()
        return time.monotonic() - started

    async def say(
        self,
        text: str,
        *,
        author: Payload = PARENT,
        mention: bool = False,
        direct: bool = False,
        times: int = 1,
        **more: Any,
    ) -> int:
        """Write a message in the channel, or in a direct message; returns its id.

        `times`: how often the event is delivered. `more`: further fields of the message.
        """
        number = self.rest.new_id()
        channel_id = DM_CHANNEL_ID if direct else CHANNEL_ID
        content = f"<@{BOT_ID}> {text}" if mention else text
        payload = shapes.message(number, channel_id, author, content, mentions=[BOT] if mention else [], **more)
        if not direct:
            payload |= {"guild_id": str(SERVER_ID), "member": shapes.member()}
            if not mention and not self.gateway.sessions[0].intents & MESSAGE_CONTENT_INTENT:
                payload["content"] = ""
        for _ in range(times):
            await self.gateway.dispatch("MESSAGE_CREATE", payload)
        return number

    async def command(self, name: str, options: Sequence[Payload] = (), **who: Any) -> int:
        """Use a slash command; options as Discord sends them. `who`: see `interact`. Returns the interaction's id."""
        data = {"id": "5", "name": name, "type": 1, "options": list(options)}
        return await self.interact(shapes.COMMAND, data, **who)

    async def autocomplete(self, name: str, option: str, typed: str, **who: Any) -> int:
        """Type into an option of a slash command."""
        options = [{"name": option, "type": 3, "value": typed, "focused": True}]
        data = {"id": "5", "name": name, "type": 1, "options": options}
        return await self.interact(shapes.AUTOCOMPLETE, data, **who)

    async def press(self, custom_id: str, values: Sequence[str] | None = None, **who: Any) -> int:
        """Press a button, or pick `values` of a select, in a message of the bot that carries such a control."""
        control: Payload = {"type": 2, "custom_id": custom_id, "style": 2, "label": "?"}
        if values is not None:
            options = [{"label": "?", "value": value} for value in values] or [{"label": "?", "value": "?"}]
            control = {"type": 3, "custom_id": custom_id, "options": options}
        rows = [{"type": 1, "components": [control]}]
        under = shapes.message(self.rest.new_id(), CHANNEL_ID, BOT, components=rows, flags=1 << 15)
        data: Payload = {"custom_id": custom_id, "component_type": control["type"]}
        if values is not None:
            data["values"] = list(values)
        return await self.interact(shapes.COMPONENT, data, under=under, **who)

    async def submit(self, custom_id: str, components: Any, **who: Any) -> int:
        """Send a form. `components`: the filled parts as Discord sends them, or by custom id what was typed."""
        if isinstance(components, dict):
            components = [
                {"type": 18, "id": number, "component": {"type": 4, "id": number + 50, "custom_id": key, "value": text}}
                for number, (key, text) in enumerate(components.items(), 1)
            ]
        return await self.interact(shapes.FORM, {"custom_id": custom_id, "components": components}, **who)

    async def interact(
        self,
        kind: int,
        data: Payload,
        *,
        author: Payload = PARENT,
        moderator: bool = False,
        direct: bool = False,
        under: Payload | None = None,
    ) -> int:
        """Send any interaction; returns its id. `under`: the message its control hangs on."""
        number = self.rest.new_id()
        permissions = ADMINISTRATOR if moderator else MEMBER_PERMISSIONS
        payload = shapes.interaction(
            number,
            kind,
            data,
            MODERATOR if moderator else author,
            server_id=None if direct else SERVER_ID,
            permissions=permissions,
        )
        if under is not None:
            payload["message"] = under
        await self.gateway.dispatch("INTERACTION_CREATE", payload)
        return number

    def texts_in(self, channel_id: int) -> list[str]:
        """What stands in each of the bot's messages of a channel, in order, answers to interactions included."""
        messages = self.rest.messages.values()
        return [shapes.texts_of(one) for one in messages if one["channel_id"] == str(channel_id)]

    def response_to(self, interaction_id: int) -> Payload | None:
        """The first response to an interaction; None so far."""
        return self.rest.callbacks.get(str(interaction_id))

    def said_to(self, interaction_id: int) -> str:
        """All that an interaction was answered with, follow-ups included: texts, one a line."""
        webhook = f"/webhooks/{APPLICATION_ID}/{shapes.token_of(interaction_id)}"
        later = [request.body for request in self.requests if request.path.startswith(webhook)]
        return "\n".join(shapes.texts_of(body) for body in (self.response_to(interaction_id), *later) if body)

    def _note(self) -> None:
        self._changed.set()

    def _servers_of(self, shard: int, count: int) -> list[Payload]:
        return [server for server in self.servers if (int(server["id"]) >> 22) % count == shard]

    def _ready(self, session: Session) -> Payload:
        mine = self._servers_of(session.shard, self.gateway.shard_count)
        return {
            "v": 10, "user": BOT, "guilds": [{"id": server["id"], "unavailable": True} for server in mine],
            "session_id": session.session_id, "shard": [session.shard, self.gateway.shard_count],
            "resume_gateway_url": f"ws://127.0.0.1:{self._port}/gateway/",
            "application": {"id": str(APPLICATION_ID), "flags": 0},
        }  # fmt: skip
