"""A server the guide was removed from, and a person who takes themselves out; over a real store."""

from __future__ import annotations

from bot.application.server_care import DAYS_KEPT_AFTER_LEAVING
from bot.domain.community import Voice
from tests.application.house import MEMBER, OTHER_MEMBER, OWNER, House
from tests.store.examples import OURS, THEIRS, paddington, suggestion


def test_a_servers_data_are_kept_thirty_days_after_it_was_left_and_no_longer(house: House) -> None:
    own = house.publish(paddington(quality=1), OURS)
    house.care.left(OURS)
    house.care.left(THEIRS)
    house.clock.pass_by(days=DAYS_KEPT_AFTER_LEAVING, seconds=-1)
    assert house.care.purge_departed() == []
    house.care.returned(THEIRS)
    house.clock.pass_by(seconds=1)
    assert house.care.purge_departed() == [OURS]
    assert house.shown(own) is None
    assert house.care.purge_departed() == []


def test_leaving_again_before_the_purge_does_not_put_it_off(house: House) -> None:
    house.care.left(OURS)
    house.clock.pass_by(days=DAYS_KEPT_AFTER_LEAVING)
    house.care.left(OURS)
    assert house.care.purge_departed() == [OURS]


def test_a_person_sees_what_is_held_and_takes_it_back(house: House) -> None:
    library = house.publish(paddington())
    made = house.suggesting.suggest(MEMBER, suggestion(library.movie_id, credit_name="Cara"))
    assert made.suggestion_id is not None
    house.suggesting.approve(OWNER, made.suggestion_id)
    house.community.rate(MEMBER, library.movie_id, Voice.PARENT, 7, 4, "We paused twice.")
    record = house.privacy.show(MEMBER)
    assert (len(record.suggestions), len(record.community_reviews), record.total) == (1, 1, 2)
    assert house.privacy.show(OTHER_MEMBER).total == 0
    # The suggestion, the review's credit, the community review.
    assert house.privacy.erase(MEMBER, keep_words=True) == 3
    assert house.privacy.show(MEMBER).total == 0
    own = house.shown(library)
    assert own is not None
    assert (own.review.diversity or "").endswith("nobody's burden.")
    (left,) = house.community.page(OTHER_MEMBER, library.movie_id).reviews
    assert (left.author_id, left.text) == (None, "We paused twice.")
    assert house.privacy.erase(MEMBER, keep_words=False) == 0
