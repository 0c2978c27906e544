"""The composition root: the only place where a port meets its adapter. Everything else is handed what it needs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.application.community_reviews import CommunityReviews
from bot.application.dialogues import Dialogues
from bot.application.drafting import Drafting
from bot.application.guide import Guide
from bot.application.library import load_starter_library
from bot.application.ports import Clock, Store
from bot.application.previewing import Previewing
from bot.application.privacy import Privacy
from bot.application.server_care import ServerCare
from bot.application.shelves import Shelves
from bot.application.suggesting import Suggesting
from bot.application.titles import Titles
from bot.settings import APP_NAME, Settings, default_database_url
from bot.store.opening import open_store

if TYPE_CHECKING:
    from bot.application.bulk import Bulk


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """The present moment, UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Application:
    """The parts, joined."""

    store: Store
    titles: Titles
    guide: Guide
    clock: Clock
    drafting: Drafting
    suggesting: Suggesting
    community: CommunityReviews
    care: ServerCare
    privacy: Privacy
    shelves: Shelves
    previewing: Previewing

    @property
    def bulk(self) -> Bulk:
        """Reviews by the file, for moderators."""
        # Imported here: the readers of all formats would cost every start of `ask` 0.15 s.
        from bot.application.bulk import Bulk

        return Bulk(self.store, self.clock, self.drafting)


def build(settings: Settings, *, database_url: str | None = None, with_starter_library: bool) -> Application:
    """Open the store and join the parts.

    `database_url` wins over the settings'. `with_starter_library`: whether a store that is still empty is filled
    with the starter library, where the settings allow it. Raises StoreUnavailableError.
    """
    url = database_url or settings.database_url or default_database_url(source_root())
    store = open_store(url)
    clock = SystemClock()
    if with_starter_library and settings.starter_library:
        load_starter_library(store, library_folder(), clock)
    titles = Titles(saved_at=_saved_index(url))
    guide = Guide(store, titles, Dialogues(clock), clock, rating_systems=settings.rating_systems)
    return Application(
        store=store,
        titles=titles,
        guide=guide,
        clock=clock,
        drafting=Drafting(store, clock),
        suggesting=Suggesting(store, clock),
        community=CommunityReviews(store, clock),
        care=ServerCare(store, clock),
        privacy=Privacy(store),
        shelves=Shelves(store, titles),
        previewing=Previewing(store, clock, rating_systems=settings.rating_systems),
    )


def source_root() -> Path | None:
    """The clone's top folder; None when the guide runs from an installed wheel."""
    root = Path(__file__).resolve().parent.parent
    return root if (root / "pyproject.toml").is_file() and (root / "data" / "library").is_dir() else None


def library_folder() -> Path:
    """Where the starter library is: data/library of a clone, or inside the installed package."""
    root = source_root()
    return root / "data" / "library" if root is not None else Path(str(files("bot") / "library"))


def _saved_index(url: str) -> Path | None:
    """The file for the saved title index: beside a SQLite file, else in the user's cache folder."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        return None
    name = f"titles-{hashlib.sha256(url.encode()).hexdigest()[:12]}.npz"
    if not parsed.drivername.startswith("sqlite"):
        return user_cache_path(APP_NAME, appauthor=False) / name
    if not parsed.database or parsed.database == ":memory:":
        return None
    return Path(parsed.database).resolve().parent / "cache" / name
