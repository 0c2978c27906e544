"""Every migration, from nothing and from every earlier schema with rows in it, on both engines."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from bot.domain.movie import Movie, OfficialRating, ServerId
from bot.domain.review import GridCell, Review
from bot.store.opening import MIGRATIONS, NEWEST_SCHEMA, VERSION_TABLE, open_store
from bot.store.rows import StoreRow

ROWS = Path(__file__).parent / "rows_of_schema"


def migrations() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


REVISIONS = [script.revision for script in ScriptDirectory.from_config(migrations()).walk_revisions()][::-1]


def test_the_code_names_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(migrations()).get_heads() == [NEWEST_SCHEMA]


def test_models_and_migrations_agree(address: str) -> None:
    open_store(address).close()
    engine = create_engine(address)
    with engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True, "compare_server_default": True}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), StoreRow.metadata)
    engine.dispose()
    assert found == []


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_store_of_each_schema_keeps_its_reviews_when_brought_up_to_date(address: str, revision: str) -> None:
    engine = create_engine(address)
    with engine.begin() as connection:
        config = migrations()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        for statement in (ROWS / f"{revision}.sql").read_text(encoding="utf-8").split(";\n"):
            if statement.strip():
                connection.execute(text(statement.replace(":", "\\:")))
    engine.dispose()

    store = open_store(address)
    ours = ServerId(1111)
    movie = Movie(
        "Interview", 2007, cast=("Ann Other",), genres=("Drama",), run_time_minutes=83, popularity=1.5,
        official_ratings=(OfficialRating("MPAA", "R", "US", "100% for “language”"),),
    )  # fmt: skip
    with store.begin() as work:
        (shown,) = work.reviews.all()
        assert shown.review == Review(movie, quality=3, grid={"language": GridCell(4, "Much.")})
        assert work.movies.get(shown.movie_id) == movie
        newest, oldest = work.reviews.history(shown.review_id)
        assert (newest.number, newest.author, newest.changed_fields) == (2, "operator", ("quality",))
        assert oldest.made_at.isoformat() == "2024-05-01T12:00:00+00:00"
        (own,) = work.reviews.all(ours, only_own=True)
        assert own.review.recommended_age_years == 9
        (entry,) = work.movies.title_entries(ours)
        series = ("School plays", 2) if revision >= "0003" else ("", 0)
        assert (entry.title, entry.series, entry.place) == ("School play", *series)
        assert [len(list(work.reviews.for_ages(9, who))) for who in (None, ours)] == [0, 1]
        # Nobody recommended an age for Interview; its rating decides.
        assert [len(list(work.reviews.for_ages(17, who))) for who in (None, ours)] == [1, 2]
        assert work.movies.titles_version() == 1
        assert work.server_settings.get(ours).guide_channel_ids == {7}
    store.close()
