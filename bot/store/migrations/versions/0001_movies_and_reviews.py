"""Lay the store: movies, reviews with their revisions, the log of title changes, servers' settings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "movie",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("server_id", sa.BigInteger, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("title_key", sa.Text, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("other_titles", sa.Text, nullable=False),
        sa.Column("people", sa.Text, nullable=False),
        sa.Column("genres", sa.Text, nullable=False),
        sa.Column("popularity", sa.Float, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("same_as_id", sa.Integer, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_movie"),
        sa.ForeignKeyConstraint(["same_as_id"], ["movie.id"], name="fk_movie_same_as_id"),
        sa.UniqueConstraint("server_id", "title_key", "year", name="uq_movie_title_and_year"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_movie_server_and_id", "movie", ["server_id", "id"])
    op.create_table(
        "review",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("movie_id", sa.Integer, nullable=False),
        sa.Column("server_id", sa.BigInteger, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("removed", sa.Boolean, nullable=False),
        sa.Column("recommended_age_years", sa.Integer, nullable=True),
        sa.Column("quality", sa.Integer, nullable=True),
        sa.Column("last_updated", sa.Date, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
        sa.ForeignKeyConstraint(["movie_id"], ["movie.id"], name="fk_review_movie_id"),
        sa.UniqueConstraint("movie_id", "server_id", name="uq_review_movie_and_server"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_review_server_and_age", "review", ["server_id", "recommended_age_years"])
    op.create_table(
        "review_revision",
        sa.Column("review_id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("document", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("review_id", "number", name="pk_review_revision"),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name="fk_review_revision_review_id"),
    )
    op.create_table(
        "title_change",
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("server_id", sa.BigInteger, nullable=False),
        sa.Column("movie_id", sa.Integer, nullable=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_title_change"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_title_change_server_and_version", "title_change", ["server_id", "version"])
    op.create_table(
        "server_settings",
        sa.Column("server_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("server_id", "number", name="pk_server_settings"),
    )
