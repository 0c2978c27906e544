"""The gateway: sessions that can be lost and resumed, events in order, heartbeats, and trouble on demand."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.discord_app.double.shapes import MESSAGE_CONTENT_INTENT, Payload

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 0, 1, 2, 6, 7, 9, 10, 11
DISALLOWED_INTENTS = 4014


@dataclass
class Session:
    """One shard's session: it outlives its connection, and what was missed is sent again when it is resumed."""

    session_id: str
    shard: int
    intents: int
    events: list[Payload] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None
    """None while no connection is there."""


@dataclass
class Gateway:
    """All sessions of one bot."""

    ready_of: Callable[[Session], Payload]
    """Makes the READY event of a session."""
    servers_of: Callable[[int, int], list[Payload]]
    """The GUILD_CREATE events of a shard of so many."""
    token: str
    allow_message_content: bool = True
    heartbeat_ms: int = 40_000
    sessions: dict[int, Session] = field(default_factory=dict)
    """By shard: the newest."""
    shard_count: int = 1
    identified_intents: list[int] = field(default_factory=list)
    """The intents of every IDENTIFY, in order; refused ones included."""
    resumes: int = 0
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while every shard has a session with a connection."""
    refusals: int = 0
    """How many of the next connections are closed before they say anything."""
    frozen: bool = False
    """While true, heartbeats get no answer."""
    _known: dict[str, Session] = field(default_factory=dict)

    async def dispatch(self, event: str, data: Payload, shard: int = 0) -> None:
        """Send an event; without a connection it waits for the session to be resumed."""
        session = self.sessions[shard]
        payload = {"op": DISPATCH, "t": event, "s": len(session.events) + 1, "d": data}
        session.events.append(payload)
        await _send(session.socket, payload)

    async def close(self, code: int = 1000, shard: int = 0) -> None:
        """Close a shard's connection with a code of Discord's: 4000 can be resumed, 4007 and 4009 cannot."""
        session = self.sessions[shard]
        if session.socket is not None:
            await session.socket.close(code=code)

    async def drop(self, shard: int = 0) -> None:
        """Lose a shard's connection without a word, as a dead network does."""
        socket = self.sessions[shard].socket
        transport = socket._req.transport if socket is not None and socket._req is not None else None
        if transport is not None:
            transport.abort()

    async def ask_to_reconnect(self, shard: int = 0) -> None:
        """Discord's own wish for a new connection (op 7)."""
        await _send(self.sessions[shard].socket, {"op": RECONNECT, "d": None})

    def forget_sessions(self) -> None:
        """Let no session be resumed any more; what was missed is lost, as with Discord."""
        self._known.clear()

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        if self.refusals > 0:
            self.refusals -= 1
            assert request.transport is not None
            request.transport.abort()
            return socket
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": self.heartbeat_ms}})
        session: Session | None = None
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                continue
            payload = json.loads(frame.data)
            if payload["op"] == HEARTBEAT and not self.frozen:
                await socket.send_json({"op": HEARTBEAT_ACK})
            elif payload["op"] == IDENTIFY:
                session = await self._identify(socket, payload["d"])
            elif payload["op"] == RESUME:
                session = await self._resume(socket, payload["d"])
        if session is not None and session.socket is socket:
            session.socket = None
            self.ready.clear()
        return socket

    async def _identify(self, socket: web.WebSocketResponse, data: Payload) -> Session | None:
        intents = data["intents"]
        self.identified_intents.append(intents)
        if intents & MESSAGE_CONTENT_INTENT and not self.allow_message_content:
            await socket.close(code=DISALLOWED_INTENTS)
            return None
        if data["token"] != self.token:
            await socket.close(code=4004)
            return None
        shard, self.shard_count = data.get("shard") or (0, 1)
        session = Session(f"session-{len(self.identified_intents)}", shard, intents, socket=socket)
        self.sessions[shard] = self._known[session.session_id] = session
        await self.dispatch("READY", self.ready_of(session), shard)
        for server in self.servers_of(shard, self.shard_count):
            await self.dispatch("GUILD_CREATE", server, shard)
        self._note_ready()
        return session

    async def _resume(self, socket: web.WebSocketResponse, data: Payload) -> Session | None:
        session = self._known.get(data["session_id"])
        if session is None:
            await socket.send_json({"op": INVALID_SESSION, "d": False})
            return None
        self.resumes += 1
        session.socket = socket
        for event in session.events[data["seq"] :]:
            await _send(socket, event)
        await self.dispatch("RESUMED", {}, session.shard)
        self._note_ready()
        return session

    def _note_ready(self) -> None:
        if sum(session.socket is not None for session in self.sessions.values()) == self.shard_count:
            self.ready.set()


async def _send(socket: web.WebSocketResponse | None, payload: dict[str, Any]) -> None:
    if socket is None or socket.closed:
        return
    try:
        await socket.send_json(payload)
    except ConnectionResetError:
        return  # the other side is gone; the session has the event
