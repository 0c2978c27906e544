"""Members' suggestions from sending to the decision, over a real store."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.application.suggesting import MOST_SUGGESTIONS_A_DAY
from bot.domain.errors import ConflictError, InvalidReviewError, NotAllowedError, NotFoundError, RefusedError
from bot.domain.movie import MovieId
from bot.domain.review import StoredReview
from bot.domain.suggestion import Suggestion, SuggestionId, SuggestionKind, SuggestionState
from tests.application.house import BLOCKED, MEMBER, OTHER_MEMBER, OWNER, THEIR_OWNER, House
from tests.store.examples import ANNA, CARA, DORA, OURS, THEIRS, paddington, suggestion


@pytest.fixture
def library(house: House) -> StoredReview:
    return house.publish(paddington())


def sent(house: House, library: StoredReview, **parts: object) -> tuple[Suggestion, SuggestionId]:
    made = house.suggesting.suggest(MEMBER, suggestion(library.movie_id, **parts))  # type: ignore[arg-type]
    assert made.suggestion_id is not None
    return made, made.suggestion_id


def test_a_suggestion_is_its_senders_and_their_servers_whatever_the_face_filled_in(
    house: House, library: StoredReview
) -> None:
    made, _ = sent(house, library, server_id=THEIRS, author=DORA)
    assert (made.server_id, made.author_id, made.made_at) == (OURS, CARA, house.clock.now())
    assert house.suggesting.mine(MEMBER) == [made]
    assert house.suggesting.find(OWNER) == [made]
    assert (house.suggesting.mine(OTHER_MEMBER), house.suggesting.find(THEIR_OWNER)) == ([], [])


def test_approving_gives_the_server_its_own_copy_of_a_library_review_with_credit(
    house: House, library: StoredReview
) -> None:
    _, number = sent(house, library, where="At the market", credit_name="Cara")
    decided = house.suggesting.approve(OWNER, number)
    assert (decided.movie_name, decided.review_changed) == ("Paddington (2014)", True)
    own = house.shown(library)
    assert own is not None
    assert own.server_id == OURS
    assert own.review.diversity == (
        "Disability & neurodiversity and Gender: A café owner in a wheelchair is nobody's burden. (At the market) "
        "(suggested by Cara)"
    )
    assert house.shown(library, None) == library
    assert house.shown(library, THEIRS) == library
    assert house.audited() == [(str(ANNA), "suggestion approved", "Paddington (2014)")]
    assert house.suggesting.mine(MEMBER)[0].state is SuggestionState.APPROVED


def test_a_moderators_own_wording_goes_into_the_review_and_the_members_stays_on_record(
    house: House, library: StoredReview
) -> None:
    own = house.publish(paddington(diversity="Said before."), OURS)
    made, number = sent(house, library)
    house.suggesting.approve(OWNER, number, "The café owner uses a wheelchair.")
    shown = house.shown(own)
    assert shown is not None
    assert shown.revision == 2
    assert shown.review.diversity == (
        "Said before.\n\nDisability & neurodiversity and Gender: The café owner uses a wheelchair."
    )
    assert house.suggesting.get(OWNER, number).text == made.text


def test_a_suggestion_is_decided_once_and_the_second_is_told_by_whom(house: House, library: StoredReview) -> None:
    _, number = sent(house, library)
    house.suggesting.decline(OWNER, number, "Said already.")
    for again in (
        lambda: house.suggesting.approve(OWNER, number),
        lambda: house.suggesting.decline(OWNER, number, "No."),
        lambda: house.suggesting.withdraw(MEMBER, number),
    ):
        with pytest.raises(ConflictError, match=f"already declined on 01 May 2024 by <@{ANNA}>"):
            again()
    assert house.shown(library) == library
    (mine,) = house.suggesting.mine(MEMBER)
    assert mine.decision is not None
    assert mine.decision.reason == "Said already."


def test_of_two_who_approve_at_once_one_makes_the_revision(house: House, library: StoredReview) -> None:
    _, number = sent(house, library)
    start = threading.Barrier(2)

    def approve(_: int) -> str:
        start.wait(timeout=30)
        try:
            house.suggesting.approve(OWNER, number)
        except ConflictError as error:
            return str(error).split(" on ")[0]
        return "approved"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(approve, range(2))) == ["This suggestion was already approved", "approved"]
    own = house.shown(library)
    assert own is not None
    assert (own.revision, (own.review.diversity or "").count("café")) == (1, 1)
    assert len(house.audited()) == 1


def test_a_decision_that_cannot_be_carried_out_leaves_the_suggestion_pending(
    house: House, library: StoredReview
) -> None:
    own = house.publish(paddington(diversity="x" * 5_990), OURS)
    made, number = sent(house, library)
    with pytest.raises(RefusedError, match="too long"):
        house.suggesting.approve(OWNER, number)
    with pytest.raises(InvalidReviewError):
        house.suggesting.decline(OWNER, number, "x" * 301)
    assert house.suggesting.find(OWNER) == [made]
    assert house.shown(own) == own


def test_a_correction_is_approved_without_touching_the_review(house: House, library: StoredReview) -> None:
    _, number = sent(
        house, library, kind=SuggestionKind.CORRECTION, representations=(), section="Run time", text="95 minutes"
    )
    assert house.suggesting.approve(OWNER, number).review_changed is False
    assert house.shown(library) == library


def test_only_its_author_takes_a_suggestion_back(house: House, library: StoredReview) -> None:
    _, number = sent(house, library)
    for other in (OTHER_MEMBER, OWNER):
        with pytest.raises(NotAllowedError):
            house.suggesting.withdraw(other, number)
    with pytest.raises(NotFoundError):
        house.suggesting.withdraw(THEIR_OWNER, number)
    assert house.suggesting.withdraw(MEMBER, number).state is SuggestionState.WITHDRAWN


def test_a_day_holds_so_many_suggestions_of_one_member(house: House, library: StoredReview) -> None:
    for _ in range(MOST_SUGGESTIONS_A_DAY):
        sent(house, library)
    with pytest.raises(RefusedError, match="come back tomorrow"):
        sent(house, library)
    house.suggesting.suggest(OTHER_MEMBER, suggestion(library.movie_id))
    house.clock.pass_by(days=1, seconds=1)
    sent(house, library)


def test_the_blocked_and_what_nobody_reviewed_are_refused(house: House, library: StoredReview) -> None:
    assert BLOCKED.user_id is not None
    house.care.block(OWNER, BLOCKED.user_id)
    with pytest.raises(NotAllowedError):
        house.suggesting.suggest(BLOCKED, suggestion(library.movie_id))
    with pytest.raises(NotFoundError):
        house.suggesting.suggest(MEMBER, suggestion(MovieId(99)))
    assert house.suggesting.find(OWNER) == []
