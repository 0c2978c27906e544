"""What servers' moderators have set."""

from __future__ import annotations

from bot.domain.server_settings import DEFAULT_SERVER_SETTINGS, ServerSettings
from bot.store.sql_store import SqlStore
from tests.store.examples import OURS, THEIRS, by


def test_a_server_has_the_defaults_until_something_is_set(store: SqlStore) -> None:
    mine = ServerSettings(
        guide_channel_ids=frozenset({2**62, 5}),
        moderator_role_ids=frozenset({7}),
        moderators_channel_id=2**61,
        rating_systems=("BBFC", "MPAA"),
        strict=True,
    )
    with store.begin() as work:
        assert work.server_settings.get(OURS) == DEFAULT_SERVER_SETTINGS
        work.server_settings.save(OURS, mine, by())
        work.commit()
    with store.begin() as work:
        assert work.server_settings.get(OURS) == mine
        assert work.server_settings.get(THEIRS) == DEFAULT_SERVER_SETTINGS
        work.server_settings.save(OURS, mine, by())
        work.server_settings.save(OURS, DEFAULT_SERVER_SETTINGS, by())
        assert work.server_settings.get(OURS) == DEFAULT_SERVER_SETTINGS
    with store.begin() as work:
        assert work.server_settings.get(OURS) == mine
