"""The settings of the program, read once from the environment and a `.env` file in the current folder.

Everything has a default that works with no account and no setting up. `.env.example` lists the same fields; a
test keeps the two equal.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.domain.rating_boards import AGE_BY_RATING, DEFAULT_SYSTEM

APP_NAME = "parent-guide"
STORE_FILE = "parent-guide.db"


class Settings(BaseSettings):
    """What an operator can set; the environment wins over `.env`."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    discord_token: SecretStr | None = Field(default=None, description="The bot's token; needed by `run` only.")
    database_url: str | None = Field(
        default=None,
        description="sqlite:///path/to/file.db or postgresql+psycopg://user:password@host/name; "
        "empty: one SQLite file in data/ of the clone, or in the user's data folder for an installed guide.",
    )
    starter_library: bool = Field(
        default=True, description="Load the starter library into a store that is still empty."
    )
    message_content: bool = Field(
        default=True,
        description="Ask Discord for the message-content intent; guide channels need it, all else works without.",
    )
    operator_ids: Annotated[frozenset[int], NoDecode] = Field(
        default=frozenset(),
        description="Discord user ids, separated by commas, of those who may change the shared library from Discord.",
    )
    shard_count: int | None = Field(
        default=None, ge=1, description="Gateway connections to hold; empty: as many as Discord advises."
    )
    rating_systems: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(DEFAULT_SYSTEM,), description="Official rating boards in the order to rely on, separated by commas."
    )
    log_format: Literal["text", "json"] = Field(default="text", description="How the log is written: text or json.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="What is logged, at least."
    )

    @field_validator("discord_token", "database_url", "shard_count", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: object) -> object:
        return None if isinstance(value, str) and not value.strip() else value

    @field_validator("operator_ids", mode="before")
    @classmethod
    def _split_ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() for part in parts):
            raise ValueError("write Discord user ids, digits only, separated by commas")
        return frozenset(int(part) for part in parts)

    @field_validator("rating_systems", mode="before")
    @classmethod
    def _split_and_check(cls, value: object) -> object:
        systems = (
            tuple(part.strip().upper() for part in value.split(",") if part.strip())
            if isinstance(value, str)
            else value
        )
        if isinstance(systems, tuple):
            unknown = [system for system in systems if system not in AGE_BY_RATING]
            if unknown or not systems:
                raise ValueError(f"write one or more of {', '.join(AGE_BY_RATING)}, separated by commas")
        return systems


def default_database_url(source_root: Path | None) -> str:
    """Tell where the store is when nothing says otherwise: data/ of a clone, else the user's data folder."""
    folder = source_root / "data" if source_root is not None else user_data_path(APP_NAME, appauthor=False)
    return f"sqlite:///{folder / STORE_FILE}"
