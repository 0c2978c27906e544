"""Community reviews by their rules: one a person, reports, strict servers, moderators' looks; over a real store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.application.community_reviews import MOST_WRITTEN_A_DAY
from bot.domain.actor import Actor, DiscordUserId
from bot.domain.community import CommunityReview, CommunityReviewId, Visibility, Voice, VoiceSummary
from bot.domain.errors import InvalidReviewError, NotAllowedError, NotFoundError, RefusedError
from bot.domain.movie import MovieId
from tests.application.house import BLOCKED, MEMBER, OTHER_MEMBER, OWNER, STRANGER, THEIR_OWNER, House
from tests.store.examples import OURS, paddington, review_of

REPORTERS = [Actor(DiscordUserId(number), OURS) for number in (801, 802, 803, 804)]


@pytest.fixture
def movie_id(house: House) -> MovieId:
    return house.publish(paddington()).movie_id


def rated(house: House, movie_id: MovieId, actor: Actor = MEMBER, text: str | None = "We paused twice.") -> int:
    return number(house.community.rate(actor, movie_id, Voice.PARENT, 7, 4, text))


def number(review: CommunityReview) -> CommunityReviewId:
    assert review.community_review_id is not None
    return review.community_review_id


def strict(house: House) -> None:
    house.care.change_settings(OWNER, "strict", lambda now: replace(now, strict=True))


def seen_by(house: House, movie_id: MovieId, actor: Actor) -> list[CommunityReviewId | None]:
    return [review.community_review_id for review in house.community.page(actor, movie_id).reviews]


def test_what_parents_and_teens_say_is_summed_up_apart(house: House, movie_id: MovieId) -> None:
    assert house.community.page(MEMBER, movie_id).summaries == ()
    for actor, voice, age, stars in (
        (MEMBER, Voice.PARENT, 7, 4), (OTHER_MEMBER, Voice.PARENT, 10, 5), (OWNER, Voice.TEEN, 5, 2),
    ):  # fmt: skip
        house.community.rate(actor, movie_id, voice, age, stars, None)
    assert house.community.page(MEMBER, movie_id).summaries == (
        VoiceSummary(Voice.PARENT, 2, 10, 4.5),
        VoiceSummary(Voice.TEEN, 1, 5, 2.0),
    )
    assert house.community.page(THEIR_OWNER, movie_id).reviews == ()


def test_a_member_changes_and_deletes_their_one_review(house: House, movie_id: MovieId) -> None:
    first = rated(house, movie_id)
    assert rated(house, movie_id, text="Three times.") == first
    page = house.community.page(MEMBER, movie_id)
    assert page.own is not None
    assert (page.own.text, len(page.reviews)) == ("Three times.", 1)
    with pytest.raises(NotFoundError):
        house.community.delete_own(OTHER_MEMBER, movie_id)
    house.community.delete_own(MEMBER, movie_id)
    assert house.community.page(MEMBER, movie_id).own is None


@pytest.mark.parametrize(
    ("age", "stars", "text"),
    [(19, 3, None), (-1, 3, None), (7, 0, None), (7, 6, None), (7, 3, "x" * 1_001), (7, 3, "hi @everyone")],
)
def test_what_is_off_the_scales_is_refused_before_the_store(
    house: House, movie_id: MovieId, age: int, stars: int, text: str | None
) -> None:
    with pytest.raises(InvalidReviewError):
        house.community.rate(MEMBER, movie_id, Voice.TEEN, age, stars, text)
    assert house.community.page(MEMBER, movie_id).reviews == ()


def test_three_people_who_report_hide_a_review_until_a_moderator_looks(house: House, movie_id: MovieId) -> None:
    reported = CommunityReviewId(rated(house, movie_id))
    hidden = [house.community.report(who, reported).hidden_now for who in (*REPORTERS[:1] * 3, *REPORTERS[1:])]
    assert hidden == [False, False, False, False, True, False]
    assert seen_by(house, movie_id, OTHER_MEMBER) == []
    assert seen_by(house, movie_id, MEMBER) == [reported]
    assert [named.review.community_review_id for named in house.community.waiting(OWNER)] == [reported]
    house.community.let_stand(OWNER, reported)
    house.community.report(OTHER_MEMBER, reported)
    assert seen_by(house, movie_id, OTHER_MEMBER) == [reported]
    assert house.community.waiting(OWNER) == []


def test_an_edit_of_what_was_hidden_or_taken_down_waits_for_a_moderator(house: House, movie_id: MovieId) -> None:
    written = CommunityReviewId(rated(house, movie_id))
    house.community.take_down(OWNER, written)
    assert seen_by(house, movie_id, OTHER_MEMBER) == []
    rated(house, movie_id, text="Kinder words.")
    own = house.community.page(MEMBER, movie_id).own
    assert own is not None
    assert own.visibility is Visibility.WAITING
    house.community.let_stand(OWNER, written)
    assert seen_by(house, movie_id, OTHER_MEMBER) == [written]
    assert [action for _, action, _ in house.audited()] == ["community review taken down", "community review let stand"]


def test_in_a_strict_server_words_wait_and_bare_numbers_do_not(house: House, movie_id: MovieId) -> None:
    strict(house)
    waiting = rated(house, movie_id)
    bare = rated(house, movie_id, OTHER_MEMBER, None)
    assert seen_by(house, movie_id, OWNER) == [bare]
    assert set(seen_by(house, movie_id, MEMBER)) == {waiting, bare}
    house.community.let_stand(OWNER, CommunityReviewId(waiting))
    assert set(seen_by(house, movie_id, OWNER)) == {waiting, bare}
    # Nor does taking the words out again show what nobody looked at.
    rated(house, movie_id, text="Other words.")
    rated(house, movie_id, text=None)
    assert seen_by(house, movie_id, OWNER) == [bare]


def test_nobody_reports_their_own_or_another_servers_review(house: House, movie_id: MovieId) -> None:
    written = CommunityReviewId(rated(house, movie_id))
    with pytest.raises(RefusedError, match="your own"):
        house.community.report(MEMBER, written)
    for stranger in (THEIR_OWNER, STRANGER):
        with pytest.raises(NotFoundError):
            house.community.report(stranger, written)
    with pytest.raises(NotFoundError):
        house.community.let_stand(THEIR_OWNER, written)


def test_the_blocked_neither_write_nor_report(house: House, movie_id: MovieId) -> None:
    written = CommunityReviewId(rated(house, movie_id))
    assert BLOCKED.user_id is not None
    house.care.block(OWNER, BLOCKED.user_id)
    with pytest.raises(NotAllowedError):
        rated(house, movie_id, BLOCKED)
    with pytest.raises(NotAllowedError):
        house.community.report(BLOCKED, written)
    house.care.unblock(OWNER, BLOCKED.user_id)
    rated(house, movie_id, BLOCKED)


def test_a_day_holds_so_many_reviews_of_one_member(house: House) -> None:
    movies = [house.publish(review_of(f"Movie {each}")).movie_id for each in range(MOST_WRITTEN_A_DAY + 1)]
    for movie_id in movies[:-1]:
        rated(house, movie_id)
    with pytest.raises(RefusedError, match="come back tomorrow"):
        rated(house, movies[-1])
    house.clock.pass_by(days=1, seconds=1)
    rated(house, movies[-1])


def test_a_movie_only_this_server_has_can_be_rated_here_and_nowhere_else(house: House) -> None:
    own = house.publish(review_of("School play"), OURS).movie_id
    rated(house, own)
    with pytest.raises(NotFoundError):
        rated(house, own, THEIR_OWNER)
