"""The log of changed reviews, from which a running index of their words follows the writes of every process.

It shares the table of the title log (bot.store.title_log), with kinds of its own: a review can change without its
title, and a server's review of a shared movie changes what that server tells and no title at all.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, delete, insert, select
from sqlmodel import col

from bot.application.ports import StoryChanges
from bot.domain.movie import MovieId
from bot.store.rows import TitleChangeRow
from bot.store.title_log import MOST_SINGLE_CHANGES
from bot.store.transaction import Transaction

STORY = "story"
ALL_STORIES = "all stories"
"""So many changed at once that an index is better built anew."""
STORY_KINDS = (STORY, ALL_STORIES)


def note_stories(transaction: Transaction, owner: int, movie_ids: Collection[int]) -> None:
    """Note that an owner's reviews of these movies are new, changed or gone."""
    everything = len(movie_ids) > MOST_SINGLE_CHANGES
    if everything:
        # Nobody reads past such a mark, so what came before it need not be kept.
        transaction.write(
            delete(TitleChangeRow).where(
                col(TitleChangeRow.server_id) == owner, col(TitleChangeRow.kind).in_(STORY_KINDS)
            )
        )
    noted = [(None, ALL_STORIES)] if everything else [(movie_id, STORY) for movie_id in sorted(movie_ids)]
    mark = secrets.token_hex(8)
    transaction.write(
        insert(TitleChangeRow),
        [{"server_id": owner, "movie_id": movie_id, "kind": kind, "mark": mark} for movie_id, kind in noted],
    )


def stories_version(transaction: Transaction, owner: int) -> tuple[int, str]:
    """Return the newest version of what an owner's reviews tell, and its mark; (0, "") before the first."""
    newest = _changes(owner).order_by(col(TitleChangeRow.version).desc()).limit(1)
    rows = transaction.rows(newest)
    return (rows[0].version, rows[0].mark) if rows else (0, "")


def story_changes(transaction: Transaction, owner: int, since: int) -> StoryChanges | None:
    """Return the movies of which an owner's review changed after a version; None when rebuilding is better."""
    newest, _ = stories_version(transaction, owner)
    if newest <= since:
        # A version from the future was given by another store, e.g. before a backup was brought back.
        return StoryChanges(since, ()) if newest == since else None
    wanted = _changes(owner).where(col(TitleChangeRow.version) > since).order_by(col(TitleChangeRow.version))
    rows = transaction.rows(wanted.limit(MOST_SINGLE_CHANGES + 1))
    if len(rows) > MOST_SINGLE_CHANGES or any(row.kind == ALL_STORIES for row in rows):
        return None
    return StoryChanges(rows[-1].version, tuple(dict.fromkeys(MovieId(row.movie_id) for row in rows)))


def _changes(owner: int) -> Select[*tuple[Any, ...]]:
    return select(
        col(TitleChangeRow.version), col(TitleChangeRow.movie_id), col(TitleChangeRow.kind), col(TitleChangeRow.mark)
    ).where(col(TitleChangeRow.server_id) == owner, col(TitleChangeRow.kind).in_(STORY_KINDS))
