"""Run by Alembic with the connection that `opening` hands it; the transaction is opening's too."""

from alembic import context

from bot.store.opening import VERSION_TABLE
from bot.store.rows import StoreRow

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=StoreRow.metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
