"""What people do while things go wrong, and what came of it: for tests that look at many acts of one running guide."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.discord_app.double import shapes
from tests.discord_app.double.server import DiscordDouble
from tests.discord_app.double.shapes import CHANNEL_ID, DM_CHANNEL_ID, Payload

SETTLED_SECONDS = 0.4
"""Longer than the guide waits before it sends a lost request again: then nothing more comes."""
ANSWER_SECONDS = 20.0
"""How long an act waits for an answer. Discord gives an interaction 3 seconds; a busy machine needs more."""


@dataclass
class Acts:
    """Does one thing after the other, each as another person, and keeps what was answered by a name."""

    double: DiscordDouble
    said: dict[str, list[str]] = field(default_factory=dict)
    """By act: the texts that the guide sent for it and that arrived, in order."""
    silenced: bool = False
    """While true, no answer is expected: an act is over when all faults asked for have happened."""
    _people: Iterator[int] = field(default_factory=lambda: itertools.count(shapes.PARENT_ID + 100))

    def somebody(self) -> Payload:
        """A parent who did nothing before, so that nobody is ever too fast."""
        number = next(self._people)
        return shapes.user(number, f"Wilhelmina-{number % 1000}")

    async def ask(self, name: str, text: str, *, direct: bool = False, times: int = 1) -> None:
        """Ask in the channel, by a mention, or directly; `times`: how often Discord delivers the message."""
        channel_id = DM_CHANNEL_ID if direct else CHANNEL_ID
        before = len(self.double.texts_in(channel_id))
        await self.double.say(text, author=self.somebody(), mention=not direct, direct=direct, times=times)
        await self._settle_with(lambda: len(self.double.texts_in(channel_id)) > before)
        self.said[name] = self.double.texts_in(channel_id)[before:]

    async def press(self, name: str, custom_id: str, values: Sequence[str] | None = None, **who: Any) -> None:
        """Press a control."""
        who = who or {"author": self.somebody()}
        await self._keep(name, self.double.press(custom_id, values, **who))

    async def submit(self, name: str, custom_id: str, components: Any, **who: Any) -> None:
        """Send a form."""
        who = who or {"author": self.somebody()}
        await self._keep(name, self.double.submit(custom_id, components, **who))

    async def command(self, name: str, command: str, options: Sequence[Payload] = (), **who: Any) -> None:
        """Use a slash command; with `name` and `type: 1` options are those of a subcommand."""
        who = who or {"author": self.somebody()}
        await self._keep(name, self.double.command(command, options, **who))

    async def type(self, name: str, command: str, option: str, typed: str) -> None:
        """Type into an option, and keep what was offered."""
        number = await self.double.autocomplete(command, option, typed, author=self.somebody())
        await self._settle_with(lambda: self.double.response_to(number))
        response = self.double.response_to(number) or {}
        self.said[name] = [one["name"] for one in response.get("data", {}).get("choices", ())]

    async def settle(self) -> None:
        """Wait until the guide has sent nothing for a while."""
        seen = -1
        while seen != len(self.double.requests):
            seen = len(self.double.requests)
            await asyncio.sleep(SETTLED_SECONDS)

    async def _settle_with(self, answered: Callable[[], object]) -> None:
        """Wait for the answer, and then for quiet; what stays without one is given up."""
        with contextlib.suppress(TimeoutError):
            silence = self.double.faults.waiting if self.silenced else [None]
            await self.double.until(lambda: answered() or not silence, ANSWER_SECONDS)
        await self.settle()

    async def _keep(self, name: str, doing: Awaitable[int]) -> None:
        interaction_id = await doing
        await self._settle_with(lambda: self.double.response_to(interaction_id))
        said = self.double.said_to(interaction_id)
        self.said[name] = [said] if said else []
