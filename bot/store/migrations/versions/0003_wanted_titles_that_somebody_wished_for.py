"""Drop the words taken for an unknown title that nobody wished for: they may be pieces of a parent's message."""

import sqlalchemy as sa
from alembic import op

from bot.store.identity import title_key

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Keep the titles of known movies and those that a member pressed for; the audit forgets the others as well."""
    op.execute(
        "DELETE FROM wanted_movie WHERE movie_id = 0 AND votes = 0 AND NOT EXISTS (SELECT 1 FROM movie "
        "WHERE movie.title_key = wanted_movie.title_key AND movie.server_id IN (0, wanted_movie.server_id))"
    )
    connection = op.get_bind()
    dismissed = sa.text("SELECT id, detail FROM audit_entry WHERE action = 'request dismissed' AND detail IS NOT NULL")
    forget = sa.text(
        "UPDATE audit_entry SET detail = NULL WHERE id = :id AND NOT EXISTS (SELECT 1 FROM movie "
        "WHERE movie.title_key = :key AND movie.server_id IN (0, audit_entry.server_id))"
    )
    for entry_id, title in connection.execute(dismissed).all():
        connection.execute(forget, {"id": entry_id, "key": title_key(title)})
