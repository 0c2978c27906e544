"""A person in every table where one can stand: what is held about them, and how they are taken out.

A person is Discord's number for them: as a number where a member wrote, as text where somebody signed.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, or_, select, update
from sqlmodel import col

from bot.application.moderation_ports import PersonalRecord
from bot.domain.actor import DiscordUserId
from bot.domain.community import Visibility
from bot.domain.review import Review
from bot.domain.suggestion import SuggestionState, credit_words
from bot.store.mapping import review_document, review_from
from bot.store.member_rows import (
    AuditRow,
    BlockRow,
    CommunityReportRow,
    CommunityReviewRow,
    DraftRow,
    SuggestionRow,
)
from bot.store.rows import SEPARATOR, SHARED, YEAR_NOT_KNOWN, MovieRow, ReviewRow, RevisionRow, ServerSettingsRow
from bot.store.transaction import Transaction

FORMER_MEMBER = "former member"
"""What stands where a person signed who had themselves removed."""

SIGNATURES: tuple[tuple[type[Any], str], ...] = (
    (RevisionRow, "author"),
    (ServerSettingsRow, "author"),
    (DraftRow, "author"),
    (DraftRow, "updated_by"),
    (SuggestionRow, "decided_by"),
    (AuditRow, "author"),
    (AuditRow, "detail"),
    (BlockRow, "author"),
)
"""Every column in which somebody's number stands as text. An audit's detail is one where a member was blocked."""


class SqlPeople:
    """Implements bot.application.moderation_ports.PersonRepository."""

    def __init__(self, transaction: Transaction) -> None:
        """Read and write in this transaction."""
        self._transaction = transaction

    def record(self, user_id: DiscordUserId) -> PersonalRecord:
        """Return everything that names this person, servers' and people's numbers as text."""
        signed = str(user_id)
        return PersonalRecord(
            community_reviews=self._values(
                CommunityReviewRow,
                "id server_id movie written_at voice suggested_age_years stars text visibility",
                col(CommunityReviewRow.author_id) == user_id,
            ),
            suggestions=self._suggestions(user_id, signed),
            drafts=self._values(
                DraftRow,
                "id server_id author updated_by updated_at",
                or_(col(DraftRow.author) == signed, col(DraftRow.updated_by) == signed),
            ),
            revisions=self._revisions(signed),
            audit_entries=[
                *self._values(
                    AuditRow,
                    "server_id made_at author action detail",
                    or_(col(AuditRow.author) == signed, col(AuditRow.detail) == signed),
                ),
                *self._values(
                    ServerSettingsRow, "server_id made_at author reason", col(ServerSettingsRow.author) == signed
                ),
            ],
            blocks=self._values(
                BlockRow,
                "server_id user_id author made_at",
                or_(col(BlockRow.user_id) == user_id, col(BlockRow.author) == signed),
            ),
            reports=self._values(
                CommunityReportRow, "community_review_id made_at", col(CommunityReportRow.reporter_id) == user_id
            ),
        )

    def erase(self, user_id: DiscordUserId, *, keep_words: bool) -> int:
        """Take the person out of every row; return how many rows changed or went."""
        self._transaction.lock()
        changed = self._remove_credits(user_id)
        changed += self._erase_suggestions(user_id, keep_words=keep_words)
        changed += self._erase_community_reviews(user_id, keep_words=keep_words)
        changed += self._transaction.change(
            delete(CommunityReportRow).where(col(CommunityReportRow.reporter_id) == user_id)
        )
        for row, name in SIGNATURES:
            signature = col(getattr(row, name))
            changed += self._transaction.change(
                update(row).where(signature == str(user_id)).values({name: FORMER_MEMBER})
            )
        return changed

    def _erase_suggestions(self, user_id: DiscordUserId, *, keep_words: bool) -> int:
        theirs = col(SuggestionRow.author_id) == user_id
        if not keep_words:
            return self._transaction.change(delete(SuggestionRow).where(theirs))
        approved = col(SuggestionRow.state) == SuggestionState.APPROVED.value
        gone = self._transaction.change(delete(SuggestionRow).where(theirs, ~approved))
        nameless = {"author_id": None, "credit_name": None, "tell_by_dm": False}
        return gone + self._transaction.change(update(SuggestionRow).where(theirs).values(nameless))

    def _erase_community_reviews(self, user_id: DiscordUserId, *, keep_words: bool) -> int:
        going = col(CommunityReviewRow.author_id) == user_id
        if keep_words:
            # Without its author nobody could ever see one that a moderator took down.
            going &= col(CommunityReviewRow.visibility) == Visibility.REMOVED.value
        numbers = select(col(CommunityReviewRow.id)).where(going)
        self._transaction.write(
            delete(CommunityReportRow).where(col(CommunityReportRow.community_review_id).in_(numbers))
        )
        gone = self._transaction.change(delete(CommunityReviewRow).where(going))
        staying = update(CommunityReviewRow).where(col(CommunityReviewRow.author_id) == user_id)
        return gone + self._transaction.change(staying.values(author_id=None))

    def _remove_credits(self, user_id: DiscordUserId) -> int:
        """Take their name out of the reviews that credit them: every revision and draft in those servers.

        Somebody else's credit of the very same name in the same server goes with it; nobody can tell them apart.
        """
        credited = (
            select(col(SuggestionRow.server_id), col(SuggestionRow.credit_name))
            .where(
                col(SuggestionRow.author_id) == user_id,
                col(SuggestionRow.state) == SuggestionState.APPROVED.value,
                col(SuggestionRow.credit_name).is_not(None),
            )
            .distinct()
        )
        changed = 0
        for owner, name in self._transaction.rows(credited):
            credit = credit_words(name)
            revisions = self._transaction.rows(
                select(col(RevisionRow.review_id), col(RevisionRow.number), col(RevisionRow.document))
                .join(ReviewRow, col(ReviewRow.id) == col(RevisionRow.review_id))
                .where(col(ReviewRow.server_id) == owner, _holds(col(RevisionRow.document), credit))
            )
            for review_id, number, document in revisions:
                changed += self._transaction.change(
                    update(RevisionRow)
                    .where(col(RevisionRow.review_id) == review_id, col(RevisionRow.number) == number)
                    .values(document=_without(document, credit))
                )
            drafts = self._transaction.rows(
                select(col(DraftRow.id), col(DraftRow.document)).where(
                    col(DraftRow.server_id) == owner, _holds(col(DraftRow.document), credit)
                )
            )
            for draft_id, document in drafts:
                changed += self._transaction.change(
                    update(DraftRow).where(col(DraftRow.id) == draft_id).values(document=_without(document, credit))
                )
        return changed

    def _suggestions(self, user_id: DiscordUserId, signed: str) -> list[dict[str, Any]]:
        own = self._values(
            SuggestionRow,
            "id server_id movie made_at kind text representations section place credit_name tell_by_dm state "
            "decided_at reason final_text",
            col(SuggestionRow.author_id) == user_id,
        )
        for suggestion in own:
            suggestion["representations"] = [key for key in suggestion["representations"].split(SEPARATOR) if key]
        # What others wrote is theirs: of a suggestion decided by this person only the deciding is told.
        decided = self._values(
            SuggestionRow,
            "id server_id movie state decided_by decided_at reason",
            col(SuggestionRow.decided_by) == signed,
            or_(col(SuggestionRow.author_id) != user_id, col(SuggestionRow.author_id).is_(None)),
        )
        return own + decided

    def _revisions(self, signed: str) -> list[dict[str, Any]]:
        statement: Select[*tuple[Any, ...]] = (
            select(
                col(ReviewRow.id).label("review_id"),
                col(ReviewRow.server_id).label("server_id"),
                col(MovieRow.title).label("title"),
                col(MovieRow.year).label("year"),
                col(RevisionRow.number).label("number"),
                col(RevisionRow.made_at).label("made_at"),
                col(RevisionRow.reason).label("reason"),
            )
            .join(ReviewRow, col(ReviewRow.id) == col(RevisionRow.review_id))
            .join(MovieRow, col(MovieRow.id) == col(ReviewRow.movie_id))
            .where(col(RevisionRow.author) == signed)
            .order_by(col(RevisionRow.made_at), col(ReviewRow.id), col(RevisionRow.number))
        )
        return [_plain(row._asdict()) for row in self._transaction.rows(statement)]

    def _values(self, row: type[Any], names: str, *conditions: ColumnElement[bool]) -> list[dict[str, Any]]:
        """Return these columns of the rows that meet the conditions; "movie" stands for its title and year."""
        wanted = names.split()
        columns = [col(getattr(row, name)) for name in wanted if name != "movie"]
        if "movie" in wanted:
            statement = select(*columns, col(MovieRow.title).label("title"), col(MovieRow.year).label("year")).join(
                MovieRow, col(MovieRow.id) == col(row.movie_id)
            )
        else:
            statement = select(*columns)
        found = self._transaction.rows(statement.where(*conditions).order_by(*row.__table__.primary_key.columns))
        return [_plain(each._asdict()) for each in found]


def _plain(values: Any) -> dict[str, Any]:
    """Return a row's values as JSON can hold them; Discord's numbers as text, since JSON readers round them."""
    plain: dict[str, Any] = {}
    for name, value in values.items():
        if name in ("server_id", "user_id"):
            plain[name] = None if value == SHARED else str(value)
        elif name == "year":
            plain[name] = None if value == YEAR_NOT_KNOWN else value
        elif isinstance(value, (date, datetime)):
            plain[name] = value.isoformat()
        else:
            plain[name] = value
    return plain


def _holds(document: Any, words: str) -> ColumnElement[bool]:
    """Return the condition that a review's document holds these words, as JSON writes them."""
    condition: ColumnElement[bool] = document.contains(json.dumps(words, ensure_ascii=False)[1:-1], autoescape=True)
    return condition


def _without(document: str, credit: str) -> str:
    review: Review = review_from(document)
    if review.diversity is None:
        return document
    return review_document(replace(review, diversity=review.diversity.replace(credit, "")))
