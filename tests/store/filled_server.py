"""A server in which one person did everything a person can do, for the tests of leaving and of taking people out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.actor import DiscordUserId
from bot.domain.audit import AuditEntry
from bot.domain.community import Visibility
from bot.domain.movie import ServerId
from bot.domain.server_settings import ServerSettings
from bot.domain.suggestion import Decision, SuggestionState, credit_words
from bot.store.sql_store import SqlStore
from tests.store.examples import BERT, NOON, by, community_review, paddington, review_of, suggestion

CREDIT = 'Anna "A" O\'Neil %_ é'
APPROVED = Decision(SuggestionState.APPROVED, str(BERT), NOON)
DECLINED = Decision(SuggestionState.DECLINED, str(BERT), NOON, reason="No.")


def fill(store: SqlStore, server: ServerId, person: DiscordUserId) -> None:
    """Let a person write in a server: a review with their credit, a movie of the server's own, and all the rest."""
    signed = str(person)
    credited = paddington(diversity=f"Gender: A café owner.{credit_words(CREDIT)}\n\nMore.")
    with store.begin() as work:
        movie_id = work.reviews.save(paddington(), by()).stored.movie_id
        own = work.reviews.save(credited, by(signed), server).stored
        work.reviews.save(replace(credited, quality=1), by(str(BERT)), server)
        school_play = work.reviews.save(review_of("School play"), by(signed), server).stored
        work.drafts.begin(credited, signed, NOON, server, review_id=own.review_id, base_revision=2)
        draft = work.drafts.begin(paddington(), str(BERT), NOON, server)
        work.drafts.save(draft.draft_id, paddington(quality=3), signed, NOON, expected_version=1)
        for decision, movie in ((None, movie_id), (APPROVED, movie_id), (DECLINED, school_play.movie_id)):
            made = work.suggestions.add(suggestion(movie, person, server_id=server, credit_name=CREDIT))
            if decision is not None:
                work.suggestions.save_decision(made.decide(decision))
        others = work.suggestions.add(suggestion(movie_id, BERT, server_id=server, credit_name="Bert"))
        work.suggestions.save_decision(others.decide(replace(APPROVED, decided_by=signed)))
        work.community.save(community_review(movie_id, person, server_id=server))
        work.community.save(
            community_review(school_play.movie_id, person, server_id=server, visibility=Visibility.REMOVED)
        )
        theirs = work.community.save(community_review(movie_id, BERT, server_id=server))
        assert theirs.community_review_id is not None
        work.community.report(theirs.community_review_id, person, NOON)
        work.demand.vote(server, "Up", None, None, date(2024, 5, 1))
        work.demand.note_outcome(server, "unknown", date(2024, 5, 1))
        work.audit.note(AuditEntry(server, NOON, signed, "review published", "Paddington (2014)"))
        work.audit.note(AuditEntry(server, NOON, str(BERT), "member blocked", signed))
        work.blocks.add(server, person, str(BERT), NOON)
        work.blocks.add(server, DiscordUserId(999), signed, NOON)
        work.server_settings.save(server, ServerSettings(strict=True), by(signed))
        work.commit()
