"""Answers of the guide over a real store: whose rating counts, and whose words they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.application.guide import Question, Speaker
from bot.domain.movie import Movie, OfficialRating
from bot.domain.review import Review, Source, StoredReview
from bot.saying.plain import plain_text
from bot.saying.reply import Action, Outcome, Reply
from tests.application.house import MEMBER, OWNER, House
from tests.store.examples import OURS, THEIRS, by, suggestion

PG, SIXTEEN = OfficialRating("MPAA", "PG", "US", "some peril"), OfficialRating("FSK", "16", "DE")


def ask(house: House, text: str, server_id: Any = OURS) -> Reply:
    return house.guide.ask(Question(text, Speaker(f"test {text} {server_id}", server_id)))


def unreviewed(house: House, *ratings: OfficialRating, title: str = "Kites") -> None:
    """Make a movie known with its facts, whose review was taken down."""
    stored = house.publish(Review(Movie(title, 2001, official_ratings=ratings), one_line="A race."))
    with house.store.begin() as work:
        work.reviews.remove(stored.review_id, by())
        work.commit()


@pytest.mark.parametrize(
    ("ratings", "verdict", "because"),
    [
        ([PG], "fine", "Rated PG by the MPAA (US): some peril; we read PG as 8 and up."),
        ([SIXTEEN], "not yet", "Rated 16 by the FSK (Germany); we read 16 as 16 and up."),
        ([PG, SIXTEEN], "fine",
         "Rated PG by the MPAA (US): some peril; we read PG as 8 and up. The FSK (Germany) is stricter: 16 and up."),
    ],
)  # fmt: skip
def test_the_official_rating_of_a_movie_without_a_review_is_the_ground_and_is_named(
    house: House, ratings: list[OfficialRating], verdict: str, because: str
) -> None:
    unreviewed(house, *ratings)
    reply = ask(house, "is Kites (2001) ok for my 9 year old")
    assert reply.outcome is Outcome.UNREVIEWED
    (line,) = reply.verdicts
    assert (line.headline, line.because) == (f"For your 9-year-old: {verdict}", because)
    assert "nobody here has reviewed it yet" in plain_text(reply)


def test_without_a_child_its_age_is_told_and_without_a_rating_nothing_is(house: House) -> None:
    unreviewed(house, SIXTEEN)
    unreviewed(house, title="Boats")
    assert "Fine from about 16. Rated 16 by the FSK (Germany)" in plain_text(ask(house, "Kites (2001)?"))
    assert "For your 9-year-old: not enough known" in plain_text(ask(house, "is Boats (2001) ok for my 9 year old"))


def test_in_a_comparison_too_a_rating_is_a_ground(house: House) -> None:
    unreviewed(house, SIXTEEN)
    house.publish(Review(Movie("Boats", 2001), byline="x", recommended_age_years=5))
    reply = ask(house, "Kites (2001) or Boats (2001) for my 9 year old")
    assert reply.outcome is Outcome.COMPARE
    assert [line.headline for line in reply.verdicts] == [
        "Kites (2001), for your 9-year-old: not yet",
        "Boats (2001), for your 9-year-old: fine",
    ]


LIBRARY = Review(
    Movie("Coco", 2017),
    byline="Parent Guide team",
    affiliation="Parent Guide starter library",
    one_line="A boy among the dead.",
    recommended_age_years=7,
    last_updated=date(2024, 3, 1),
    source=Source("Parent Guide", "CC BY 4.0"),
)
CHANGED = "changed by this server's moderators on 1 May 2024"


def copied(house: House, stored: StoredReview, **changes: Any) -> StoredReview:
    """Copy the library's review for our server with these changes, and publish it."""
    draft = house.drafting.copy(OWNER, stored.review_id)
    draft = house.drafting.save(OWNER, draft.draft_id, draft.version, lambda review: replace(review, **changes))
    return house.drafting.publish(OWNER, draft.draft_id, draft.version, "ours").stored


def said_of_coco(house: House, server_id: Any = OURS) -> str:
    return ask(house, "is Coco (2017) ok for my 8 year old", server_id).attribution or ""


@pytest.mark.parametrize(
    "changes",
    [
        {"recommended_age_years": 8},
        {"story": "It is longer now."},
        {"any_good": "No."},
        {"byline": "Ana, of this server"},
        {"movie": Movie("Coco", 2017, official_ratings=(PG,))},
    ],
    ids=str,
)
def test_a_copy_that_was_changed_says_who_changed_it_and_when(house: House, changes: dict[str, Any]) -> None:
    copied(house, house.publish(LIBRARY), **changes)
    assert CHANGED in said_of_coco(house)
    assert "updated" not in said_of_coco(house)
    assert CHANGED not in said_of_coco(house, THEIRS)
    section = house.guide.section(copied_id(house), Action.STORY, Speaker("other", OURS))
    assert CHANGED in (section.attribution or "")


def copied_id(house: House) -> Any:
    with house.store.begin() as work:
        return work.movies.find("Coco", 2017, OURS)


def test_a_copy_says_nothing_of_it_while_it_is_as_it_was_copied(house: House) -> None:
    stored = house.publish(LIBRARY)
    ours = copied(house, stored)
    assert "changed" not in said_of_coco(house)
    house.publish(replace(LIBRARY, recommended_age_years=9))
    assert "changed" not in said_of_coco(house)
    draft = house.drafting.edit(OWNER, ours.review_id)
    draft = house.drafting.save(OWNER, draft.draft_id, 1, lambda review: replace(review, recommended_age_years=8))
    house.drafting.publish(OWNER, draft.draft_id, draft.version, "ours")
    assert CHANGED in said_of_coco(house)
    house.drafting.undo(OWNER, ours.review_id)
    assert "changed" not in said_of_coco(house)


def test_a_copy_stays_a_changed_one_when_the_library_takes_its_own_down(house: House) -> None:
    stored = house.publish(LIBRARY)
    copied(house, stored, recommended_age_years=8)
    with house.store.begin() as work:
        work.reviews.remove(stored.review_id, by())
        work.commit()
    assert CHANGED in said_of_coco(house)


def test_a_members_update_that_was_let_in_is_a_change_of_the_copy(house: House) -> None:
    stored = house.publish(LIBRARY)
    sent = house.suggesting.suggest(MEMBER, suggestion(stored.movie_id))
    assert sent.suggestion_id is not None
    house.suggesting.approve(OWNER, sent.suggestion_id)
    assert CHANGED in said_of_coco(house)


def test_a_servers_own_words_are_its_own_beside_the_librarys(house: House) -> None:
    house.publish(LIBRARY)
    copied(house, house.publish(replace(LIBRARY, movie=Movie("Up", 2009))), recommended_age_years=8)
    house.publish(Review(Movie("Coco", 2017), byline="Ana", recommended_age_years=8), OURS)
    assert said_of_coco(house).startswith("Review by Ana")
    assert "changed" not in said_of_coco(house)
    assert CHANGED in (ask(house, "is Up (2009) ok for my 8 year old").attribution or "")


def test_what_is_recommended_says_so_too(house: House) -> None:
    copied(house, house.publish(LIBRARY), recommended_age_years=6)
    picked = ask(house, "what can my 8 year old watch")
    assert picked.outcome is Outcome.RECOMMEND
    assert CHANGED in (picked.attribution or "")
