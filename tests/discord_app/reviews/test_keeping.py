"""What is published: removing, undoing, history and the server's own versions of library reviews."""

from __future__ import annotations

import pytest

from bot.application.guide import Question, Speaker
from bot.application.ports import Authorship
from bot.domain.movie import Movie
from bot.domain.review import Review, StoredReview
from tests.discord_app.reviews.moderating import Desk, changed, published, said

TITLE = "Interview (2007)"


def in_library(desk: Desk, title: str = "Once", year: int = 2007) -> StoredReview:
    review = Review(Movie(title, year), one_line="Two people and their songs.", recommended_age_years=13)
    with desk.app.store.begin() as work:
        by = Authorship("operator", desk.app.clock.now(), "test")
        stored = work.reviews.save(review, by).stored
        work.commit()
    return stored


async def test_a_change_of_a_published_review_is_a_new_version_with_its_reason(desk: Desk) -> None:
    await published(desk)
    await changed(desk, TITLE, one_line="Two people lie.")
    (stored,) = desk.reviews()
    assert (stored.revision, stored.review.one_line) == (2, "Two people lie.")
    shown = await desk.command("history", title=TITLE)
    assert "looked again" in said(shown)
    assert "written on Discord" in said(shown)
    assert "changed: One line" in said(shown)
    assert f"<@{desk.moderator.id}>" in said(shown)


async def test_an_older_version_is_looked_at_and_brought_back(desk: Desk) -> None:
    await published(desk)
    await changed(desk, TITLE, one_line="Two people lie.")
    shown = await desk.command("history", title=TITLE)
    await desk.restart()
    looked = await desk.pick(shown, "revision", "1")
    assert "Two people talk." in said(looked.response)
    compared = looked.followups[-1]
    assert "then: Two people talk." in said(compared)
    assert "now: Two people lie." in said(compared)
    done = (await desk.click(compared, "Bring this version back")).response
    assert "is back as it was in version 1" in said(done)
    assert desk.reviews()[0].review.one_line == "Two people talk."
    assert desk.reviews()[0].revision == 3


async def test_a_removed_review_is_undone_by_its_button_also_after_a_restart(desk: Desk) -> None:
    await published(desk)
    removed = await desk.command("remove", title=TITLE)
    assert "taken down" in said(removed)
    assert desk.reviews() == []
    await desk.restart()
    await desk.click(removed, "Undo")
    assert desk.reviews()[0].review.one_line == "Two people talk."


async def test_a_removed_review_is_found_by_undo_when_its_message_is_gone(desk: Desk) -> None:
    await published(desk)
    await desk.command("remove", title=TITLE)
    offered = await desk.moderator.autocomplete(desk.channel, "review undo", "title", "interview")
    assert [choice["value"] for choice in offered] == [f"{TITLE} (taken down)"]
    await desk.command("undo", title=f"{TITLE} (taken down)")
    assert len(desk.reviews()) == 1


async def test_undo_takes_the_last_change_back_and_can_be_undone(desk: Desk) -> None:
    await published(desk)
    await changed(desk, TITLE, one_line="Two people lie.")
    undone = await desk.command("undo", title=TITLE)
    assert desk.reviews()[0].review.one_line == "Two people talk."
    await desk.click(undone, "Undo this")
    assert desk.reviews()[0].review.one_line == "Two people lie."


async def test_the_first_version_has_nothing_to_go_back_to(desk: Desk) -> None:
    await published(desk)
    told = await desk.command("undo", title=TITLE)
    assert told.content == "There is no earlier version to go back to."


async def test_a_servers_own_version_of_a_library_review_leaves_the_library_as_it_is(desk: Desk) -> None:
    library = in_library(desk)
    offered = await desk.moderator.autocomplete(desk.channel, "review copy", "title", "onc")
    assert [choice["value"] for choice in offered] == ["Once (2007)"]
    panel = await desk.command("copy", title="Once (2007)")
    panel = await desk.fill(panel, "brief", age="15")
    await desk.submit(await desk.click(panel, "Publish"))
    assert [stored.review.recommended_age_years for stored in desk.reviews()] == [15]
    with desk.app.store.begin() as work:
        now = work.reviews.get(library.review_id)
    assert now is not None
    assert now.review == library.review


async def test_a_changed_copy_says_so_before_and_after_it_is_published(desk: Desk) -> None:
    review = Review(Movie("Once", 2007), byline="Ann Lee", one_line="Two people.", recommended_age_years=13)
    with desk.app.store.begin() as work:
        work.reviews.save(review, Authorship("operator", desk.app.clock.now(), "test"))
        work.commit()
    told = "Review by Ann Lee; changed by this server's moderators on "
    panel = await desk.command("copy", title="Once (2007)")
    unchanged = (await desk.click(panel, "Preview as parents see it")).response
    assert "Review by Ann Lee." in said(unchanged)
    panel = await desk.fill(panel, "brief", age="15")
    assert told in said((await desk.click(panel, "Preview as parents see it")).response)
    await desk.submit(await desk.click(panel, "Publish"))
    looked = await desk.pick(await desk.command("history", title="Once (2007)"), "revision", "1")
    assert told in said(looked.response)
    answer = desk.app.guide.ask(Question("is Once (2007) ok for my 14 year old", Speaker("test", desk.server_id)))
    assert told in (answer.attribution or "")


@pytest.mark.parametrize("name", ["edit", "remove", "undo"])
async def test_a_library_review_is_not_the_servers_to_change(desk: Desk, name: str) -> None:
    in_library(desk)
    told = await desk.command(name, title="Once (2007)")
    assert "no review of its own by that title" in told.content


async def test_a_library_reviews_history_can_be_read_but_not_brought_back(desk: Desk) -> None:
    library = in_library(desk)
    shown = await desk.command("history", title="Once (2007)")
    looked = await desk.pick(shown, "revision", "1")
    assert "Two people and their songs." in said(looked.response)
    assert "Bring this version back" not in said(looked.followups[-1])
    assert library.revision == 1


async def test_another_servers_review_is_neither_offered_nor_restored(desk: Desk) -> None:
    await published(desk)
    removed = await desk.command("remove", title=TITLE)
    other = Desk(desk.env, desk.app, desk.new_bot)
    assert await other.moderator.autocomplete(other.channel, "review history", "title", "interview") == []
    told = await other.command("history", title=TITLE)
    assert told.content.startswith("There is no review by that title here.")
    assert desk.reviews() == []
    await desk.click(removed, "Undo")
    assert len(desk.reviews()) == 1


async def test_what_was_typed_instead_of_picked_is_told_so(desk: Desk) -> None:
    told = await desk.command("edit", title="Nothing of the kind")
    assert told.ephemeral
    assert "Pick one from the list" in told.content
