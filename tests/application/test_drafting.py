"""Writing, publishing, correcting and undoing reviews, over a real store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.application.drafting import StaleDraftError
from bot.domain.draft import DraftId
from bot.domain.errors import ConflictError, InvalidReviewError, NotAllowedError, NotFoundError
from bot.domain.movie import Movie
from bot.domain.review import GridCell, Review, ReviewId
from bot.store.sql_store import SqlStore
from tests.application.house import BY_ROLE, MEMBER, OPERATOR, OWNER, THEIR_OWNER, House
from tests.store.examples import ANNA, OURS, paddington, review_of


def with_story(story: str) -> object:
    return lambda review: replace(review, story=story)


def test_a_review_is_written_section_by_section_and_published(house: House) -> None:
    draft = house.drafting.begin(OWNER, Movie("Interview", 2007))
    with pytest.raises(InvalidReviewError, match="needs: One line or the story; A recommended age"):
        house.drafting.publish(OWNER, draft.draft_id, draft.version, "first")
    for change in (
        lambda review: replace(review, story="Two people talk for a night."),
        lambda review: replace(review, grid={"language": GridCell(4, "Strong words throughout.")}),
        lambda review: replace(review, recommended_age_years=16),
    ):
        house.clock.pass_by(minutes=5)
        draft = house.drafting.save(OWNER, draft.draft_id, draft.version, change)
    published = house.drafting.publish(OWNER, draft.draft_id, draft.version, "first")
    assert (published.created, published.stored.revision, published.stored.server_id) == (True, 1, OURS)
    assert house.drafting.all(OWNER) == []
    shown = house.shown(published.stored)
    assert shown is not None
    assert (shown.review.story, shown.review.recommended_age_years) == ("Two people talk for a night.", 16)
    assert shown.review.last_updated == house.clock.now().date()
    assert house.audited() == [(str(ANNA), "review published", "Interview (2007)")]
    with pytest.raises(NotFoundError):
        house.drafting.publish(OWNER, draft.draft_id, draft.version, "again")


def test_a_draft_outlives_a_restart_and_is_gone_on_with(house: House, store: SqlStore) -> None:
    draft = house.drafting.begin(OWNER, Movie("Up", 2009))
    draft = house.drafting.save(OWNER, draft.draft_id, 1, with_story("A house flies."))  # type: ignore[arg-type]
    after = House(store)
    assert after.drafting.all(OWNER) == [draft]
    assert after.drafting.begin(OWNER, Movie("UP", 2009)) == draft


def test_of_two_moderators_in_one_draft_the_second_sees_both_states_and_loses_neither(house: House) -> None:
    draft = house.drafting.begin(OWNER, Movie("Up", 2009))
    first = house.drafting.save(OWNER, draft.draft_id, draft.version, with_story("Hers."))  # type: ignore[arg-type]
    with pytest.raises(StaleDraftError) as refused:
        house.drafting.save(OWNER, draft.draft_id, draft.version, lambda review: replace(review, any_good="His."))
    assert refused.value.newest == first
    assert refused.value.refused.any_good == "His."
    with pytest.raises(StaleDraftError):
        house.drafting.publish(OWNER, draft.draft_id, draft.version, "too early")
    mended = house.drafting.save(
        OWNER, draft.draft_id, first.version, lambda review: replace(review, any_good=refused.value.refused.any_good)
    )
    assert (mended.review.story, mended.review.any_good) == ("Hers.", "His.")


def test_a_change_that_breaks_a_rule_leaves_the_draft_as_it_was(house: House) -> None:
    draft = house.drafting.begin(OWNER, Movie("Up", 2009))
    with pytest.raises(InvalidReviewError):
        house.drafting.save(OWNER, draft.draft_id, 1, lambda review: replace(review, quality=9))
    assert house.drafting.get(OWNER, draft.draft_id) == draft


def test_publishing_over_a_newer_revision_is_refused_and_the_draft_kept(house: House) -> None:
    stored = house.publish(paddington(), OURS)
    draft = house.drafting.edit(OWNER, stored.review_id)
    assert house.drafting.edit(OWNER, stored.review_id) == draft
    newer = house.publish(paddington(quality=1), OURS)
    with pytest.raises(ConflictError, match="changed meanwhile"):
        house.drafting.publish(OWNER, draft.draft_id, draft.version, "mine")
    assert house.shown(stored) == newer
    assert house.drafting.all(OWNER) == [draft]


def test_a_second_new_review_of_one_movie_is_refused_and_the_draft_kept(house: House) -> None:
    draft = house.drafting.begin(OWNER, paddington().movie)
    draft = house.drafting.save(OWNER, draft.draft_id, 1, lambda _: paddington(quality=1))
    first = house.publish(paddington(), OURS)
    with pytest.raises(ConflictError, match="your draft is kept"):
        house.drafting.publish(OWNER, draft.draft_id, draft.version, "mine")
    assert house.drafting.all(OWNER) == [draft]
    house.drafting.remove(OWNER, first.review_id)
    assert house.drafting.publish(OWNER, draft.draft_id, draft.version, "mine").stored.review.quality == 1


def test_correcting_the_title_changes_the_same_review_and_undo_brings_it_back(house: House) -> None:
    stored = house.publish(paddington(movie=replace(paddington().movie, title="Padington")), OURS)
    draft = house.drafting.edit(OWNER, stored.review_id)
    draft = house.drafting.save(OWNER, draft.draft_id, draft.version, lambda _: paddington())
    published = house.drafting.publish(OWNER, draft.draft_id, draft.version, "spelling")
    assert (published.created, published.stored.review_id, published.stored.revision) == (False, stored.review_id, 2)
    with house.store.begin() as work:
        assert [each.review.movie.title for each in work.reviews.all(OURS)] == ["Paddington"]
        assert [entry.title for entry in work.movies.title_entries(OURS)] == ["Paddington"]
    back = house.drafting.undo(OWNER, stored.review_id)
    assert (back.review_id, back.revision, back.review.movie.title) == (stored.review_id, 3, "Padington")


def test_a_removed_review_is_brought_back(house: House) -> None:
    stored = house.publish(paddington(), OURS)
    assert house.drafting.remove(OWNER, stored.review_id) == paddington()
    assert house.shown(stored) is None
    assert house.drafting.undo(OWNER, stored.review_id) == replace(stored, revision=3)
    with pytest.raises(NotFoundError):
        house.drafting.remove(OWNER, ReviewId(99))
    assert [action for _, action, _ in house.audited()] == ["review removed", "revision 1 brought back"]


def test_a_library_review_is_copied_not_changed(house: House) -> None:
    library = house.publish(paddington())
    for refused in (
        lambda: house.drafting.edit(OWNER, library.review_id),
        lambda: house.drafting.remove(OWNER, library.review_id),
    ):
        with pytest.raises(ConflictError, match="shared library"):
            refused()
    with pytest.raises(NotFoundError):
        house.drafting.restore(OWNER, library.review_id, 1)
    draft = house.drafting.copy(OWNER, library.review_id)
    draft = house.drafting.save(OWNER, draft.draft_id, 1, lambda review: replace(review, recommended_age_years=9))
    own = house.drafting.publish(OWNER, draft.draft_id, draft.version, "ours").stored
    assert (own.server_id, own.movie_id) == (OURS, library.movie_id)
    assert house.shown(library) == own
    assert house.shown(library, None) == library
    with pytest.raises(ConflictError, match="already"):
        house.drafting.copy(OWNER, own.review_id)


def test_writing_begins_from_a_known_movie_or_from_the_servers_own_review_of_it(house: House) -> None:
    library = house.publish(review_of("Up", 2009))
    own = house.publish(review_of("School play", 2020, quality=3), OURS)
    assert house.drafting.begin_for(OWNER, library.movie_id).review == Review(Movie("Up", 2009))
    assert house.drafting.begin_for(OWNER, own.movie_id).review_id == own.review_id
    house.drafting.remove(OWNER, own.review_id)
    assert house.drafting.begin_for(OWNER, own.movie_id).review == Review(Movie("School play", 2020))
    with pytest.raises(NotFoundError):
        house.drafting.begin_for(THEIR_OWNER, own.movie_id)


def test_the_operator_writes_the_library_and_no_server_sees_its_drafts(house: House) -> None:
    draft = house.drafting.begin(OPERATOR, paddington().movie)
    assert house.drafting.all(OWNER) == []
    with pytest.raises(NotFoundError):
        house.drafting.get(OWNER, draft.draft_id)
    draft = house.drafting.save(OPERATOR, draft.draft_id, 1, lambda _: paddington())
    published = house.drafting.publish(OPERATOR, draft.draft_id, draft.version, "first").stored
    assert published.server_id is None
    assert house.audited() == []


def test_a_moderator_who_lost_the_role_cannot_go_on(house: House) -> None:
    house.care.change_settings(OWNER, "role", lambda now: replace(now, moderator_role_ids=BY_ROLE.role_ids))
    draft = house.drafting.begin(BY_ROLE, Movie("Up", 2009))
    house.care.change_settings(OWNER, "no role", lambda now: replace(now, moderator_role_ids=frozenset()))
    for act in (
        lambda: house.drafting.save(BY_ROLE, draft.draft_id, 1, lambda review: review),
        lambda: house.drafting.publish(BY_ROLE, draft.draft_id, 1, "mine"),
        lambda: house.drafting.drop(MEMBER, draft.draft_id),
    ):
        with pytest.raises(NotAllowedError):
            act()
    house.drafting.drop(OWNER, draft.draft_id)
    with pytest.raises(NotFoundError):
        house.drafting.get(OWNER, DraftId(draft.draft_id))
