"""The REST interface: takes requests in, keeps them in order, and answers as Discord does, faults included."""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.discord_app.double.faults import Fault, Faults
from tests.discord_app.double.shapes import (
    APPLICATION_ID,
    CHANNEL_ID,
    DM_CHANNEL_ID,
    SERVER_ID,
    Payload,
    channel,
    message,
    user,
)

ALREADY_ACKNOWLEDGED, UNKNOWN_MESSAGE = 40060, 10008
_MESSAGE_CALLBACKS = frozenset({4, 7})
"""Callback types that bring a message: a new one, or one in place of the control's."""


@dataclass(frozen=True)
class Request:
    """One request as it arrived."""

    method: str
    path: str
    """Behind the version: "/channels/7/messages"."""
    body: Any
    """JSON, read; of a form with files its JSON part; else a text."""
    at: float
    """When, by the monotonic clock."""
    fault: Fault | None
    """What was made of it on demand."""

    @property
    def name(self) -> str:
        """Method and path."""
        return f"{self.method} {self.path}"


@dataclass
class Rest:
    """The interface of one bot."""

    bot: Payload
    token: str
    faults: Faults
    gateway_url: Callable[[], str]
    changed: Callable[[], None]
    """Called after every request."""
    shards: int = 1
    requests: list[Request] = field(default_factory=list)
    messages: dict[int, Payload] = field(default_factory=dict)
    """Every message the bot wrote as it now stands, by id; deleted ones are gone."""
    callbacks: dict[str, Payload] = field(default_factory=dict)
    """The first response to each interaction, by its id."""
    _nonces: dict[tuple[str, str], Payload] = field(default_factory=dict)
    _ids: itertools.count[int] = field(default_factory=lambda: itertools.count(800_000_000_000_000_000))

    def new_id(self) -> int:
        """An id that was not given before."""
        return next(self._ids)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one request."""
        path = re.sub(r"^(/v\d+)?", "", request.match_info["path"]) or "/"
        body = await _body(request)
        fault = self.faults.next_for(request.method, path)
        self.requests.append(Request(request.method, path, body, time.monotonic(), fault))
        try:
            if fault is not None:
                await asyncio.sleep(fault.delay_seconds)
                if fault.reset and not fault.after_effect:
                    return _lose(request)
                if fault.status is not None:
                    return _error(fault.status, fault.body)
            given = request.headers.get("Authorization")
            if given is not None and given != f"Bot {self.token}":
                return _error(401, {"message": "401: Unauthorized", "code": 0})
            response = self._respond(request.method, path, body)
            return _lose(request) if fault is not None and fault.reset else response
        finally:
            self.changed()

    def _respond(self, method: str, path: str, body: Any) -> web.Response:
        for shape, respond in self._routes().items():
            match = re.fullmatch(shape, f"{method} {path}")
            if match is not None:
                return respond(*match.groups(), body)
        return _error(404, {"message": "404: Not Found", "code": 0})

    def _routes(self) -> dict[str, Callable[..., web.Response]]:
        return {
            r"GET /users/@me": lambda _body: _json(self.bot),
            r"GET /oauth2/applications/@me": lambda _body: _json(self._application()),
            r"GET /applications/@me": lambda _body: _json(self._application()),
            r"GET /gateway/bot": lambda _body: _json(self._gateway()),
            r"PUT /applications/\d+/commands": lambda _body: _json([]),
            r"GET /users/(\d+)": lambda number, _body: _json(user(int(number), f"user-{number}")),
            r"POST /users/@me/channels": lambda _body: _json(channel(DM_CHANNEL_ID, None)),
            r"GET /channels/(\d+)": lambda number, _body: _json(_channel(int(number))),
            r"POST /channels/(\d+)/messages": self._send,
            r"GET /channels/(\d+)/messages/(\d+)": self._get,
            r"GET /channels/(\d+)/messages": self._history,
            r"PATCH /channels/(\d+)/messages/(\d+)": self._edit,
            r"POST /channels/\d+/typing": lambda _body: web.Response(status=204),
            r"POST /interactions/(\d+)/[^/]+/callback": self._callback,
            r"POST /webhooks/\d+/([^/]+)": self._follow,
            r"(?:PATCH|GET) /webhooks/\d+/([^/]+)/messages/(@original|\d+)": self._original,
        }

    def _send(self, channel_id: str, body: Payload) -> web.Response:
        nonce = str(body.get("nonce") or "")
        if body.get("enforce_nonce") and (channel_id, nonce) in self._nonces:
            return _json(self._nonces[channel_id, nonce])
        sent = self._keep(int(channel_id), body)
        if nonce:
            self._nonces[channel_id, nonce] = sent
        return _json(sent)

    def _get(self, _channel_id: str, message_id: str, _body: Any) -> web.Response:
        found = self.messages.get(int(message_id))
        return _json(found) if found else _error(404, {"message": "Unknown Message", "code": UNKNOWN_MESSAGE})

    def _history(self, channel_id: str, _body: Any) -> web.Response:
        return _json([one for one in reversed(self.messages.values()) if one["channel_id"] == channel_id])

    def _edit(self, channel_id: str, message_id: str, body: Payload) -> web.Response:
        if int(message_id) not in self.messages:
            return _error(404, {"message": "Unknown Message", "code": UNKNOWN_MESSAGE})
        return _json(self._keep(int(channel_id), body, int(message_id)))

    def _callback(self, interaction_id: str, body: Payload) -> web.Response:
        if interaction_id in self.callbacks:
            text = "Interaction has already been acknowledged."
            return _error(400, {"message": text, "code": ALREADY_ACKNOWLEDGED})
        self.callbacks[interaction_id] = body
        answered: Payload = {"interaction": {"id": interaction_id, "type": 2}}
        if body["type"] in _MESSAGE_CALLBACKS:
            kept = self._keep(CHANNEL_ID, body.get("data") or {})
            answered["interaction"]["response_message_id"] = kept["id"]
            answered["resource"] = {"type": body["type"], "message": kept}
        return _json(answered)

    def _follow(self, _token: str, body: Payload) -> web.Response:
        return _json(self._keep(CHANNEL_ID, body))

    def _original(self, _token: str, _which: str, body: Any) -> web.Response:
        return _json(self._keep(CHANNEL_ID, body if isinstance(body, dict) else {}))

    def _keep(self, channel_id: int, body: Payload, message_id: int | None = None) -> Payload:
        message_id = message_id or self.new_id()
        shown = {key: body[key] for key in ("components", "flags") if body.get(key)}
        self.messages[message_id] = message(message_id, channel_id, self.bot, body.get("content") or "", **shown)
        return self.messages[message_id]

    def _application(self) -> Payload:
        return {
            "id": str(APPLICATION_ID), "name": "guide", "description": "", "flags": 0, "bot_public": True,
            "owner": user(5, "operator"), "bot_require_code_grant": False, "verify_key": "", "rpc_origins": [],
            "icon": None, "summary": "",
        }  # fmt: skip

    def _gateway(self) -> Payload:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return {"url": self.gateway_url(), "shards": self.shards, "session_start_limit": limit}


def _channel(channel_id: int) -> Payload:
    return channel(channel_id, None if channel_id == DM_CHANNEL_ID else SERVER_ID)


async def _body(request: web.Request) -> Any:
    if request.content_type == "multipart/form-data":
        given = (await request.post()).get("payload_json")
        return json.loads(given) if isinstance(given, str) else {}
    raw = await request.text()
    return json.loads(raw) if raw and request.content_type == "application/json" else raw


def _json(value: Any, status: int = 200) -> web.Response:
    # discord.py compares the content type as a whole: a charset behind it would make this a text.
    return web.Response(body=json.dumps(value).encode(), status=status, headers={"Content-Type": "application/json"})


def _error(status: int, body: dict[str, Any] | str) -> web.Response:
    if isinstance(body, str):
        return web.Response(text=body or f"<html>{status}</html>", status=status, content_type="text/html")
    response = _json(body, status)
    response.headers["Via"] = "1.1 double"  # without it discord.py takes a 429 for a ban
    return response


def _lose(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()  # goes nowhere
