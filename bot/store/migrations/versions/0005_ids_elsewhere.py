"""Keep a movie's ids on IMDb, TMDB and Wikidata in columns that recognition reads: a pasted link is then the movie."""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

SITES = ("imdb", "tmdb", "wikidata")
PAGE_LENGTH = 5_000
"""Movies rewritten at a time: a catalogue of half a million never stands in memory."""
MOVIE = sa.table("movie", sa.column("id", sa.Integer), *(sa.column(name, sa.Text) for name in ("facts", *SITES)))


def upgrade() -> None:
    """Move the ids out of the JSON of the facts into columns of their own."""
    for site in SITES:
        op.add_column("movie", sa.Column(site, sa.Text, nullable=False, server_default=sa.text("''")))
    for page in _pages([MOVIE.c.facts], MOVIE.c.facts.contains('"external_ids"')):
        changes = []
        for movie_id, written in page:
            facts: dict[str, Any] = json.loads(written)
            ids = facts.pop("external_ids", {})
            changes.append({"row_id": movie_id, "facts": _json(facts), **{site: ids.get(site) or "" for site in SITES}})
        _write(("facts", *SITES), changes)


def downgrade() -> None:
    """Move the ids back into the facts, where they stood last."""
    known = sa.or_(*(MOVIE.c[site] != "" for site in SITES))
    for page in _pages([MOVIE.c.facts, *(MOVIE.c[site] for site in SITES)], known):
        changes = []
        for movie_id, written, *values in page:
            ids = {site: value for site, value in zip(SITES, values, strict=True) if value}
            changes.append({"row_id": movie_id, "facts": _json(json.loads(written) | {"external_ids": ids})})
        _write(("facts",), changes)
    for site in SITES:
        op.drop_column("movie", site)


def _pages(columns: list[Any], wanted: Any) -> Iterator[list[Any]]:
    read = sa.select(MOVIE.c.id, *columns).where(wanted).order_by(MOVIE.c.id).limit(PAGE_LENGTH)
    last = 0
    while page := list(op.get_bind().execute(read.where(MOVIE.c.id > last)).all()):
        yield page
        last = page[-1][0]


def _write(columns: tuple[str, ...], changes: list[dict[str, Any]]) -> None:
    given: dict[str, Any] = {name: sa.bindparam(name) for name in columns}
    op.get_bind().execute(sa.update(MOVIE).where(MOVIE.c.id == sa.bindparam("row_id")).values(given), changes)


def _json(facts: dict[str, Any]) -> str:
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
