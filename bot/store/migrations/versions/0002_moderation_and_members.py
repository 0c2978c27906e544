"""Add what moderators and members write, the age that decides for each review, and where a movie is known from."""

import sqlalchemy as sa
from alembic import op

from bot.store.deciding_ages import lowest_deciding_age
from bot.store.mapping import review_from

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables, then fill the new columns."""
    _remember_where_movies_are_known_from()
    _store_deciding_ages()
    _make_moderators_tables()
    _make_members_tables()
    _make_counts()


def _remember_where_movies_are_known_from() -> None:
    # Of the movies there already nobody can tell any more, so they stay known whatever becomes of their reviews.
    op.add_column("movie", sa.Column("catalogued", sa.Boolean, nullable=False, server_default=sa.true()))


def _store_deciding_ages() -> None:
    # Not Alembic's own call: on SQLite that would copy the table, which its foreign keys forbid.
    op.execute("DROP INDEX ix_review_server_and_age")
    op.execute("ALTER TABLE review RENAME COLUMN recommended_age_years TO deciding_age_years")
    op.create_index("ix_review_server_and_age", "review", ["server_id", "deciding_age_years"])
    connection = op.get_bind()
    newest = sa.text(
        "SELECT review.id, document FROM review JOIN review_revision ON review_id = review.id AND number = revision "
        "WHERE deciding_age_years IS NULL AND document IS NOT NULL"
    )
    ages = [
        (review_id, lowest_deciding_age(review_from(document))) for review_id, document in connection.execute(newest)
    ]
    changes = [{"review_id": review_id, "age": age} for review_id, age in ages if age is not None]
    if changes:
        connection.execute(sa.text("UPDATE review SET deciding_age_years = :age WHERE id = :review_id"), changes)


def _make_moderators_tables() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("server_id", sa.BigInteger, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("updated_by", sa.Text, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("review_id", sa.Integer, nullable=True),
        sa.Column("base_revision", sa.Integer, nullable=True),
        sa.Column("document", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name="fk_draft_review_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_draft_server", "draft", ["server_id"])
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("server_id", sa.BigInteger, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entry"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_entry_server_and_id", "audit_entry", ["server_id", "id"])
    op.create_table(
        "blocked_member",
        sa.Column("server_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("server_id", "user_id", name="pk_blocked_member"),
    )
    op.create_table(
        "departure",
        sa.Column("server_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("server_id", name="pk_departure"),
    )


def _make_members_tables() -> None:
    op.create_table(
        "suggestion",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("server_id", sa.BigInteger, nullable=False),
        sa.Column("movie_id", sa.Integer, nullable=False),
        sa.Column("author_id", sa.BigInteger, nullable=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("text_key", sa.Text, nullable=False),
        sa.Column("representations", sa.Text, nullable=False),
        sa.Column("section", sa.Text, nullable=True),
        sa.Column("place", sa.Text, nullable=True),
        sa.Column("credit_name", sa.Text, nullable=True),
        sa.Column("tell_by_dm", sa.Boolean, nullable=False),
        sa.Column("decided_by", sa.Text, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text, nullable=True),
        sa.Column("final_text", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_suggestion"),
        sa.ForeignKeyConstraint(["movie_id"], ["movie.id"], name="fk_suggestion_movie_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_suggestion_server_and_state", "suggestion", ["server_id", "state"])
    op.create_index("ix_suggestion_author", "suggestion", ["author_id"])
    op.create_table(
        "community_review",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("server_id", sa.BigInteger, nullable=False),
        sa.Column("movie_id", sa.Integer, nullable=False),
        sa.Column("author_id", sa.BigInteger, nullable=True),
        sa.Column("voice", sa.Text, nullable=False),
        sa.Column("suggested_age_years", sa.Integer, nullable=False),
        sa.Column("stars", sa.Integer, nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text, nullable=True),
        sa.Column("visibility", sa.Text, nullable=False),
        sa.Column("cleared", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_community_review"),
        sa.ForeignKeyConstraint(["movie_id"], ["movie.id"], name="fk_community_review_movie_id"),
        sa.UniqueConstraint("server_id", "movie_id", "author_id", name="uq_community_review_one_each"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_community_review_author", "community_review", ["author_id"])
    op.create_table(
        "community_report",
        sa.Column("community_review_id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("reporter_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("community_review_id", "reporter_id", name="pk_community_report"),
        sa.ForeignKeyConstraint(
            ["community_review_id"], ["community_review.id"], name="fk_community_report_community_review_id"
        ),
    )


def _make_counts() -> None:
    op.create_table(
        "wanted_movie",
        sa.Column("server_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("movie_id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("title_key", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("votes", sa.Integer, nullable=False),
        sa.Column("last_asked", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("server_id", "movie_id", "title_key", name="pk_wanted_movie"),
    )
    op.create_table(
        "outcome_count",
        sa.Column("server_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("server_id", "day", "outcome", name="pk_outcome_count"),
    )
