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

from bot.domain.movie import ExternalIds, Movie, OfficialRating, ServerId
from bot.domain.review import GridCell, Review
from bot.store.opening import MIGRATIONS, NEWEST_SCHEMA, VERSION_TABLE, open_store
from bot.store.rows import StoreRow

ROWS = Path(__file__).parent / "rows_of_schema"


def migrations() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def fill(address: str, revision: str, rows: str) -> None:
    """Make a store of an earlier schema with these rows in it."""
    engine = create_engine(address)
    with engine.begin() as connection:
        config = migrations()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        for statement in rows.split(";\n"):
            if statement.strip():
                connection.execute(text(statement.replace(":", "\\:")))
    engine.dispose()


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
    fill(address, revision, (ROWS / f"{revision}.sql").read_text(encoding="utf-8"))
    store = open_store(address)
    ours = ServerId(1111)
    movie = Movie(
        "Interview", 2007, cast=("Ann Other",), genres=("Drama",), run_time_minutes=83, popularity=1.5,
        official_ratings=(OfficialRating("MPAA", "R", "US", "100% for “language”"),),
        external_ids=ExternalIds("tt0480269", "14195", "Q1666899"),
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
        (known,) = work.movies.title_entries()
        assert known.external_ids == ("imdb:tt0480269", "tmdb:14195", "wikidata:Q1666899")
        (entry,) = work.movies.title_entries(ours)
        assert entry.external_ids == ()
        series = ("School plays", 2) if revision >= "0004" else ("", 0)
        assert (entry.title, entry.series, entry.place) == ("School play", *series)
        assert [len(list(work.reviews.for_ages(9, who))) for who in (None, ours)] == [0, 1]
        # Nobody recommended an age for Interview; its rating decides.
        assert [len(list(work.reviews.for_ages(17, who))) for who in (None, ours)] == [1, 2]
        assert work.movies.titles_version() == 1
        assert work.server_settings.get(ours).guide_channel_ids == {7}
    store.close()


TAKEN_FOR_TITLES = """
INSERT INTO wanted_movie (server_id, movie_id, title_key, title, year, asked, votes, last_asked) VALUES
 (1111, 0, 'caleb with leukemia', 'Caleb with leukemia', 0, 3, 0, '2024-05-03'),
 (1111, 0, 'mulan 7 war stuff', 'Mulan, 7, war stuff', 0, 1, 0, '2024-05-03'),
 (1111, 0, 'ruby parkers movie', 'Ruby Parker''s movie', 0, 1, 1, '2024-05-03'),
 (1111, 0, 'interview', 'INTERVIEW', 0, 1, 0, '2024-05-03'),
 (1111, 0, 'school play', 'school play', 0, 1, 0, '2024-05-03'),
 (2222, 0, 'school play', 'school play', 0, 1, 0, '2024-05-03'),
 (2222, 1, '', 'Interview', 2007, 1, 0, '2024-05-03');
INSERT INTO audit_entry (id, server_id, made_at, author, action, detail) VALUES
 (11, 1111, '2024-05-03 12:00:00+00:00', '42', 'request dismissed', 'Caleb with leukemia'),
 (12, 1111, '2024-05-03 12:00:00+00:00', '42', 'request dismissed', 'Interview!'),
 (13, 1111, '2024-05-03 12:00:00+00:00', '42', 'review published', 'Caleb (2000)');
"""


def test_words_taken_for_a_title_that_nobody_wished_for_are_dropped_from_an_older_store(
    address: str, tmp_path: Path
) -> None:
    fill(address, "0002", (ROWS / "0002.sql").read_text(encoding="utf-8") + TAKEN_FOR_TITLES)
    open_store(address).close()
    engine = create_engine(address)
    with engine.connect() as connection:
        wanted = connection.execute(text("SELECT server_id, movie_id, title FROM wanted_movie ORDER BY 1, 2, 3")).all()
        audited = connection.execute(text("SELECT id, detail FROM audit_entry ORDER BY id")).all()
    engine.dispose()
    assert sorted(map(tuple, wanted)) == [
        (1111, 0, "INTERVIEW"),
        (1111, 0, "Ruby Parker's movie"),
        (1111, 0, "no such movie"),
        (1111, 0, "school play"),
        (2222, 1, "Interview"),
    ]
    assert [tuple(entry) for entry in audited] == [
        (1, "46"), (11, None), (12, "Interview!"), (13, "Caleb (2000)"),
    ]  # fmt: skip
    for file in tmp_path.iterdir():
        assert b"leukemia" not in file.read_bytes(), "deleted, and still to be read from the file"


def facts_of(address: str) -> list[tuple[int, str]]:
    engine = create_engine(address)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT id, facts FROM movie ORDER BY id")).all()
    engine.dispose()
    return [(number, facts) for number, facts in rows]


def test_ids_elsewhere_leave_the_facts_for_columns_and_come_back_when_the_schema_goes_back(address: str) -> None:
    fill(address, "0004", (ROWS / "0004.sql").read_text(encoding="utf-8"))
    before = facts_of(address)
    open_store(address).close()
    moved = facts_of(address)
    assert ["external_ids" in facts for _, facts in before] == [True, False]
    assert ["external_ids" in facts for _, facts in moved] == [False, False]
    engine = create_engine(address)
    with engine.begin() as connection:
        config = migrations()
        config.attributes["connection"] = connection
        command.downgrade(config, "0004")
    engine.dispose()
    assert facts_of(address) == before
    store = open_store(address)
    with store.begin() as work:
        (entry,) = work.movies.title_entries()
        assert entry.external_ids == ("imdb:tt0480269", "tmdb:14195", "wikidata:Q1666899")
    store.close()


def test_the_ids_of_more_movies_than_are_moved_at_once_are_moved_all(address: str) -> None:
    many = 5_003
    rows = ",\n".join(
        f"({number}, 0, 'Night {number}', 'night {number}', 2001, '', '', '', 0, "
        f'\'{{"external_ids":{{"imdb":"tt{number:07d}"}}}}\')'
        for number in range(1, many + 1)
    )
    columns = "id, server_id, title, title_key, year, other_titles, people, genres, popularity, facts"
    fill(address, "0004", f"INSERT INTO movie ({columns}) VALUES\n{rows}")
    store = open_store(address)
    with store.begin() as work:
        ids = [entry.external_ids for entry in work.movies.title_entries()]
    store.close()
    assert ids == [(f"imdb:tt{number:07d}",) for number in range(1, many + 1)]
