"""What members suggested. A decision is kept where none is yet: of two at once the database lets one through."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, update
from sqlmodel import col

from bot.domain.actor import DiscordUserId
from bot.domain.errors import ConflictError, NotFoundError
from bot.domain.movie import MovieId, ServerId
from bot.domain.suggestion import Decision, Suggestion, SuggestionId, SuggestionKind, SuggestionState
from bot.store.identity import owner_number, plain_words, row_number
from bot.store.member_rows import SuggestionRow
from bot.store.movies import known_to
from bot.store.rows import SEPARATOR, MovieRow
from bot.store.transaction import Transaction


class SqlSuggestions:
    """Implements bot.application.moderation_ports.SuggestionRepository."""

    def __init__(self, transaction: Transaction) -> None:
        """Read and write in this transaction."""
        self._transaction = transaction

    def add(self, suggestion: Suggestion) -> Suggestion:
        """Keep a new suggestion; returns it with its id. Raises NotFoundError for a movie this server cannot know."""
        self._transaction.lock()
        movie_id = known_to(self._transaction, suggestion.movie_id, suggestion.server_id)
        values = {
            "server_id": owner_number(suggestion.server_id),
            "movie_id": movie_id,
            "author_id": suggestion.author_id,
            "kind": suggestion.kind.value,
            "made_at": suggestion.made_at,
            "text": suggestion.text,
            "text_key": plain_words(suggestion.text),
            "representations": SEPARATOR.join(suggestion.representations),
            "section": suggestion.section,
            "place": suggestion.where,
            "credit_name": suggestion.credit_name,
            "tell_by_dm": suggestion.tell_by_dm,
            **_decided(suggestion.decision),
        }
        number = self._transaction.add(SuggestionRow, values)
        return replace(suggestion, movie_id=movie_id, suggestion_id=SuggestionId(number))

    def get(self, suggestion_id: SuggestionId, server_id: ServerId) -> Suggestion | None:
        """Return one suggestion of this server; None when it is gone or another's."""
        statement = _suggestions(server_id).where(col(SuggestionRow.id) == row_number(suggestion_id))
        return next(map(_suggestion, self._transaction.rows(statement)), None)

    def save_decision(self, suggestion: Suggestion) -> None:
        """Keep a decision; raises ConflictError, saying who decided, when another was kept first."""
        if suggestion.suggestion_id is None or suggestion.decision is None:
            raise ValueError("only a stored suggestion that was decided has a decision to keep")
        self._transaction.lock()
        kept = self._transaction.change(
            update(SuggestionRow)
            .where(
                col(SuggestionRow.id) == row_number(suggestion.suggestion_id),
                col(SuggestionRow.server_id) == owner_number(suggestion.server_id),
                col(SuggestionRow.state) == SuggestionState.PENDING.value,
            )
            .values(**_decided(suggestion.decision))
        )
        if kept:
            return
        first = self.get(suggestion.suggestion_id, suggestion.server_id)
        if first is None:
            raise NotFoundError("That suggestion is no longer there.")
        first.decide(suggestion.decision)
        raise ConflictError("Somebody else decided this suggestion first.")

    def find(
        self,
        server_id: ServerId,
        *,
        state: SuggestionState | None = None,
        kind: SuggestionKind | None = None,
        author_id: DiscordUserId | None = None,
        words: str | None = None,
        limit: int = 25,
        offset: int = 0,
    ) -> list[Suggestion]:
        """Return this server's suggestions, newest first; each of `words` stands in the text or the movie's title."""
        conditions: list[ColumnElement[bool]] = []
        if state is not None:
            conditions.append(col(SuggestionRow.state) == state.value)
        if kind is not None:
            conditions.append(col(SuggestionRow.kind) == kind.value)
        if author_id is not None:
            conditions.append(col(SuggestionRow.author_id) == author_id)
        conditions += [
            or_(
                col(SuggestionRow.text_key).contains(word, autoescape=True),
                col(MovieRow.title_key).contains(word, autoescape=True),
            )
            for word in plain_words(words or "").split()
        ]
        statement = (
            _suggestions(server_id)
            .join(MovieRow, col(MovieRow.id) == col(SuggestionRow.movie_id))
            .where(*conditions)
            .order_by(col(SuggestionRow.made_at).desc(), col(SuggestionRow.id).desc())
            .limit(limit)
            .offset(offset)
        )
        return [_suggestion(row) for row in self._transaction.rows(statement)]

    def count(self, server_id: ServerId, author_id: DiscordUserId, since: datetime) -> int:
        """Return how many this author made since then."""
        return self._count(server_id, col(SuggestionRow.author_id) == author_id, col(SuggestionRow.made_at) >= since)

    def count_pending(self, server_id: ServerId) -> int:
        """Return how many wait for a decision."""
        return self._count(server_id, col(SuggestionRow.state) == SuggestionState.PENDING.value)

    def _count(self, server_id: ServerId, *conditions: ColumnElement[bool]) -> int:
        counted = select(func.count()).where(col(SuggestionRow.server_id) == owner_number(server_id), *conditions)
        return int(self._transaction.value(counted))


def _decided(decision: Decision | None) -> dict[str, Any]:
    """Return the columns that follow the decision."""
    if decision is None:
        return {"state": SuggestionState.PENDING.value}
    return {
        "state": decision.state.value,
        "decided_by": decision.decided_by,
        "decided_at": decision.decided_at,
        "reason": decision.reason,
        "final_text": decision.final_text,
    }


def _suggestions(server_id: ServerId) -> Select[*tuple[Any, ...]]:
    """Select one server's rows with the columns of `_suggestion`."""
    columns = (
        "id", "server_id", "movie_id", "author_id", "kind", "state", "made_at", "text", "representations", "section",
        "place", "credit_name", "tell_by_dm", "decided_by", "decided_at", "reason", "final_text",
    )  # fmt: skip
    return select(*(col(getattr(SuggestionRow, name)) for name in columns)).where(
        col(SuggestionRow.server_id) == owner_number(server_id)
    )


def _suggestion(row: Any) -> Suggestion:
    state = SuggestionState(row.state)
    decision = None
    if state is not SuggestionState.PENDING:
        decision = Decision(state, row.decided_by, row.decided_at, row.reason, row.final_text)
    return Suggestion(
        server_id=ServerId(row.server_id),
        movie_id=MovieId(row.movie_id),
        kind=SuggestionKind(row.kind),
        text=row.text,
        made_at=row.made_at,
        author_id=None if row.author_id is None else DiscordUserId(row.author_id),
        representations=tuple(row.representations.split(SEPARATOR)) if row.representations else (),
        section=row.section,
        where=row.place,
        credit_name=row.credit_name,
        tell_by_dm=row.tell_by_dm,
        suggestion_id=SuggestionId(row.id),
        decision=decision,
    )
