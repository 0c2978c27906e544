"""A store that fails: every command that needs it says one sentence with a reference, and no more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.application.ports import Store, UnitOfWork
from bot.discord_app.ports import UseCases
from bot.domain.errors import StoreUnavailableError
from bot.store.opening import open_store
from tests.discord_app.conftest import World
from tests.discord_app.fake_guide import CORALINE, FakeGuide
from tests.discord_app.test_commands import leaves
from tests.discord_app.use_cases import over_store

OF_THE_GUIDE = {"ask", "Ask the parent guide", "guide"}
OPENS_A_FORM_FIRST = {"review import"}


class BreakableStore:
    """A real store until it is broken."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.broken = False

    def begin(self) -> UnitOfWork:
        if self.broken:
            raise StoreUnavailableError("secret/path/to/store.db is locked")
        return self._store.begin()


@pytest.fixture
def store(tmp_path: Path) -> BreakableStore:
    return BreakableStore(open_store(f"sqlite:///{tmp_path / 'breakable.db'}"))


@pytest.fixture
def use_cases(guide: FakeGuide, store: BreakableStore) -> UseCases:
    return over_store(guide, store)


@pytest.mark.parametrize(
    "command",
    [one for one in leaves() if one.qualified_name not in OF_THE_GUIDE | OPENS_A_FORM_FIRST],
    ids=lambda command: command.qualified_name,
)
async def test_a_command_over_a_failing_store_gives_a_reference(
    world: World, store: BreakableStore, command: Any
) -> None:
    options: dict[str, Any] = {"title": CORALINE.name, "movie": CORALINE.name, "member": world.member}
    needed = {option.name: options[option.name] for option in command.parameters if option.required}
    store.broken = True
    result = await world.moderator.slash(world.channel, command.qualified_name, **needed)
    [said] = [message for message in (result.response, *result.followups) if message]
    assert "reference" in said.content
    assert "secret" not in said.content
    assert said.ephemeral
