"""Give movies the series they belong to and their place in it; which series nobody can tell of those there already."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns, empty."""
    op.add_column("movie", sa.Column("series", sa.Text, nullable=False, server_default=sa.text("''")))
    op.add_column("movie", sa.Column("series_place", sa.Integer, nullable=False, server_default=sa.text("0")))
