"""The use cases for tests of the Discord face: a guide that answers as told, everything else real over SQLite."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.application.bulk import Bulk
from bot.application.community_reviews import CommunityReviews
from bot.application.drafting import Drafting
from bot.application.ports import Store
from bot.application.previewing import Previewing
from bot.application.privacy import Privacy
from bot.application.server_care import ServerCare
from bot.application.shelves import Shelves
from bot.application.suggesting import Suggesting
from bot.application.titles import Titles
from bot.discord_app.ports import Guide, UseCases
from bot.store.opening import open_store


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


def over_store(guide: Guide, store: Store) -> UseCases:
    clock = SystemClock()
    drafting = Drafting(store, clock)
    return UseCases(
        guide=guide,
        drafting=drafting,
        suggesting=Suggesting(store, clock),
        community=CommunityReviews(store, clock),
        care=ServerCare(store, clock),
        privacy=Privacy(store),
        shelves=Shelves(store, Titles()),
        bulk=Bulk(store, clock, drafting),
        previewing=Previewing(store, clock),
    )


def in_folder(guide: Guide, folder: Path) -> UseCases:
    """Over an empty SQLite store in this folder."""
    return over_store(guide, open_store(f"sqlite:///{folder / 'use-cases.db'}"))
