"""Discord over a real socket, as little of it as a running bot needs: sign-in, one gateway, answers taken in.

simcord plays Discord without a network and lets no time pass while a worker thread runs. What hangs on the network
or on real waiting (sign-in, close codes, deadlines, shutdown) is tested against this.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

TOKEN = "right"
MESSAGE_CONTENT = 1 << 15
BOT = {"id": "1", "username": "guide", "discriminator": "0", "global_name": None, "avatar": None, "bot": True}
PARENT = {"id": "2", "username": "parent", "discriminator": "0", "global_name": None, "avatar": None}


@dataclass
class WireDiscord:
    """Takes requests, keeps them in order, and pushes events down the gateway."""

    allow_message_content: bool = True
    requests: list[tuple[str, str, Any]] = field(default_factory=list)
    identified_intents: list[int] = field(default_factory=list)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    _socket: web.WebSocketResponse | None = None
    _runner: web.AppRunner | None = None
    _port: int = 0
    _sequence: int = 0
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self._port}/api"

    async def start(self) -> None:
        app = web.Application()
        app.router.add_get("/gateway/", self._gateway)
        app.router.add_route("*", "/api/{path:.*}", self._rest)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    async def push(self, event: str, data: dict[str, Any]) -> None:
        assert self._socket is not None
        self._sequence += 1
        await self._socket.send_json({"op": 0, "t": event, "s": self._sequence, "d": data})

    async def until(self, seen: Callable[[list[tuple[str, str, Any]]], bool], seconds: float = 8) -> None:
        async with asyncio.timeout(seconds):
            while not seen(self.requests):
                self._changed.clear()
                await self._changed.wait()

    def paths(self) -> list[str]:
        return [f"{method} {path}" for method, path, _body in self.requests]

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                continue
            payload = json.loads(message.data)
            if payload["op"] == 1:
                await socket.send_json({"op": 11})
            elif payload["op"] == 2:
                intents = payload["d"]["intents"]
                self.identified_intents.append(intents)
                if intents & MESSAGE_CONTENT and not self.allow_message_content:
                    await socket.close(code=4014)
                    break
                self._socket = socket
                await self.push(
                    "READY",
                    {
                        "v": 10, "user": BOT, "guilds": [], "session_id": "s", "shard": [0, 1],
                        "resume_gateway_url": f"ws://127.0.0.1:{self._port}/gateway/",
                        "application": {"id": "1", "flags": 0},
                    },
                )  # fmt: skip
                self.ready.set()
        return socket

    async def _rest(self, request: web.Request) -> web.StreamResponse:
        path = request.match_info["path"]
        raw = await request.text()
        body = json.loads(raw) if raw and request.content_type == "application/json" else raw
        if request.headers.get("Authorization", f"Bot {TOKEN}") != f"Bot {TOKEN}":
            return _json({"message": "401: Unauthorized", "code": 0}, status=401)
        self.requests.append((request.method, path, body))
        self._changed.set()
        return self._respond(path)

    def _respond(self, path: str) -> web.StreamResponse:
        if path == "users/@me":
            return _json(BOT)
        if path == "oauth2/applications/@me":
            return _json(
                {"id": "1", "name": "guide", "description": "", "flags": 0, "bot_public": True, "owner": PARENT,
                 "bot_require_code_grant": False, "verify_key": "", "rpc_origins": [], "icon": None, "summary": ""}
            )  # fmt: skip
        if path == "gateway/bot":
            return _json({
                "url": f"ws://127.0.0.1:{self._port}/gateway/", "shards": 1,
                "session_start_limit": {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1},
            })  # fmt: skip
        if path.endswith("/commands"):
            return _json([])
        if path.endswith("/callback"):
            return _json({"interaction": {
                "id": "1", "type": 2, "response_message_id": "50", "response_message_loading": True,
                "response_message_ephemeral": False,
            }})  # fmt: skip
        if path.endswith("/typing"):
            return web.Response(status=204)
        return _json(message(99, BOT))


def _json(value: Any, status: int = 200) -> web.Response:
    # discord.py compares the content type as a whole: a charset behind it would make this a text.
    return web.Response(body=json.dumps(value).encode(), status=status, headers={"Content-Type": "application/json"})


def message(number: int, author: dict[str, Any], content: str = "", **more: Any) -> dict[str, Any]:
    """A message as Discord writes it, in the direct-message channel 7."""
    return {
        "id": str(number), "channel_id": "7", "author": author, "content": content, "tts": False, "type": 0,
        "timestamp": "2026-01-01T00:00:00+00:00", "edited_timestamp": None, "mention_everyone": False, "mentions": [],
        "mention_roles": [], "attachments": [], "embeds": [], "pinned": False, "components": [], "flags": 0, **more,
    }  # fmt: skip


def interaction(kind: int, data: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An interaction of the parent in the direct-message channel 7."""
    return {
        "id": "60", "application_id": "1", "type": kind, "token": "t", "version": 1, "user": PARENT, "context": 1,
        "channel_id": "7", "channel": {"id": "7", "type": 1, "recipients": [PARENT]}, "locale": "en-US",
        "entitlements": [], "authorizing_integration_owners": {"1": "2"}, "data": data, "attachment_size_limit": 1,
        **more,
    }  # fmt: skip
