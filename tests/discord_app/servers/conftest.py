"""The same server as for what members write: with the real guide on a real SQLite store."""

from __future__ import annotations

from tests.discord_app.members.conftest import app, family, simcord_bot

__all__ = ["app", "family", "simcord_bot"]
