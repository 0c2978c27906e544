"""Moderators write, check, publish and mend reviews on Discord, over the real guide and a real SQLite store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.movie import Movie, OfficialRating, Series
from bot.domain.review import Answer, Recommendation
from tests.discord_app.reviews.moderating import Desk, begun, changed, published, said

GRID = {
    "rows1": (
        "Violence 1: a shove in a stairwell\nScariness 0\nSex & romance 3: long kisses, much talk of it\n"
        "Nudity 0\nlanguage 4: strong swearing all night"
    ),
    "rows2": "drugs 4: wine, a joint, cocaine is talked about\ndiscrimination 1\nupsetting 3\nrisky 2\nproducts 2",
    "rows3": "messages 2\nrole models 1\neducational 1\ndiverse 1",
}


async def test_interview_goes_from_nothing_to_published_in_under_25_interactions(desk: Desk) -> None:
    offered = await desk.moderator.autocomplete(desk.channel, "review add", "title", "interv")
    assert [choice["value"] for choice in offered] == ["Interview (2007)", "interv"]
    panel = await desk.command("add", title="Interview (2007)")
    assert panel.ephemeral
    assert "Needed before it can be published" in said(panel)
    assert "Sienna Miller" in said(panel)
    panel = await desk.fill(
        panel, "facts", run_time="83 min", ratings="MPAA R (US): for language including sexual references"
    )
    panel = await desk.fill(
        panel, "people", directors="Steve Buscemi", cast="Sienna Miller, Steve Buscemi", theatrical_date="July 13, 2007"
    )
    panel = await desk.fill(
        panel,
        "brief",
        one_line="A reporter and a film star talk through one long night.",
        age="16",
        age_reason="The talk is for grown-ups.",
        quality="4",
        byline="Priya",
    )
    panel = await desk.fill(panel, "grid", **GRID)
    panel = await desk.fill(
        panel, "questions", answers1="animal dies no\njump scares no\nflashing lights ?", answers4="gun violence no"
    )
    panel = await desk.fill(panel, "story", story="They meet.\n\nThey lie.", any_good="Yes, if you like talk.")
    panel = await desk.fill(
        panel, "talk", talk="Both of them lie.\nWhen is a lie only politeness?\nWhom did you believe?"
    )
    panel = await desk.fill(
        panel,
        "around",
        diversity="Two white leads.",
        where="Some Stream, DVD",
        series="Interviews, part 2",
        recommendations="Once (2007): two people and their songs",
    )
    assert "Ready to publish" in said(panel)
    preview = await desk.click(panel, "Preview as parents see it")
    assert "Interview (2007)" in said(preview.response)
    assert "R by the MPAA" in said(preview.response)
    asked = await desk.click(panel, "Publish")
    done = await desk.submit(asked)
    assert "Published" in said(done)
    assert desk.interactions < 25
    (stored,) = desk.reviews()
    review = stored.review
    assert review.movie.official_ratings == (
        OfficialRating("MPAA", "R", "US", "for language including sexual references"),
    )
    assert review.movie.run_time_minutes == 83
    assert review.movie.directors == ("Steve Buscemi",)
    assert (review.recommended_age_years, review.quality, review.byline) == (16, 4, "Priya")
    assert review.cell("language").level == 4
    assert review.cell("language").note == "strong swearing all night"
    assert len(review.grid) == 14
    assert review.answer("animal_dies").answer is Answer.NO
    assert review.answer("flashing_lights").answer is Answer.UNKNOWN
    assert review.story == "They meet.\n\nThey lie."
    assert [item.question for item in review.talk] == ["When is a lie only politeness?", "Whom did you believe?"]
    assert review.talk[0].lead_in == "Both of them lie."
    assert review.where_to_watch == ("Some Stream", "DVD")
    assert review.movie.series == Series("Interviews", 2)
    assert review.recommendations == (Recommendation("Once", 2007, "two people and their songs"),)
    assert review.last_updated is not None
    assert desk.drafts() == []
    await desk.member.send(desk.channel, f"{desk.env.bot.user.mention} is Interview (2007) ok for my 12 year old?")
    assert "The talk is for grown-ups" in said(desk.channel.last_message).replace("the talk", "The talk")


@pytest.mark.parametrize("title", ["A Home Movie 2021", "A Home Movie (2021)", "A Home Movie, 2021"])
async def test_a_title_that_nobody_knows_begins_an_empty_draft_with_its_year(desk: Desk, title: str) -> None:
    offered = await desk.moderator.autocomplete(desk.channel, "review add", "title", title)
    assert offered[0]["value"] == "A Home Movie (2021)"
    panel = await desk.command("add", title=title)
    assert "A Home Movie (2021)" in said(panel)
    (draft,) = desk.drafts()
    assert draft.review.movie == Movie("A Home Movie", 2021)


async def test_a_known_title_typed_out_without_brackets_is_the_known_movie(desk: Desk) -> None:
    await desk.command("add", title="interview 2007")
    assert desk.drafts()[0].review.movie.cast == ("Sienna Miller",)


async def test_before_anything_is_typed_the_movies_asked_for_most_are_offered(desk: Desk) -> None:
    desk.app.care.vote(desk.actor(), "Moana 3", None)
    offered = await desk.moderator.autocomplete(desk.channel, "review add", "title", "")
    assert [choice["value"] for choice in offered] == ["Moana 3"]


async def test_adding_the_same_movie_again_opens_the_same_draft(desk: Desk) -> None:
    await begun(desk)
    panel = await desk.command("add", title="interview (2007)", by=desk.second)
    assert "Two people talk" in said(panel)
    assert len(desk.drafts()) == 1


async def test_a_panel_and_a_form_that_is_being_written_work_after_a_restart(desk: Desk) -> None:
    panel = await begun(desk)
    opened = await desk.open(panel, "story")
    await desk.restart()
    panel = await desk.submit(opened, story="A story written while the bot was away.")
    await desk.restart()
    assert "Ready to publish" in said(panel)
    done = await desk.submit(await desk.click(panel, "Publish"))
    assert "Published" in said(done)
    assert desk.reviews()[0].review.story == "A story written while the bot was away."


async def test_a_draft_is_opened_again_from_the_list_of_drafts(desk: Desk) -> None:
    await begun(desk)
    await desk.restart()
    listed = await desk.command("drafts")
    assert "Interview (2007)" in said(listed)
    opened = await desk.pick(listed, "draft", str(desk.drafts()[0].draft_id))
    assert "Two people talk" in said(opened.response)


async def test_the_grid_is_filled_row_by_row_and_by_levels_too(desk: Desk) -> None:
    panel = await begun(desk)
    grid = (await desk.click(panel, "… by rows")).response
    assert "Violence & gore" in said(grid)
    grid = await desk.submit(await desk.pick(grid, "row", "scariness"), level="3", note="A masked face")
    assert "A masked face" in said(grid)
    grid = await desk.submit(await desk.click(grid, "Levels: violence to language"), nudity="0", language="4")
    overview = (await desk.click(grid, "Back")).response
    assert "3 of 14 rows" in said(overview)
    review = desk.drafts()[0].review
    assert (review.cell("scariness").level, review.cell("scariness").note) == (3, "A masked face")
    assert review.cell("nudity").level == 0
    assert review.cell("drugs").level is None


async def test_a_question_is_answered_by_itself_with_note_and_spoiler_mark(desk: Desk) -> None:
    panel = await begun(desk)
    page = (await desk.click(panel, "… one by one")).response
    page = await desk.submit(
        await desk.pick(page, "question", "jump_scares"), answer="yes", note="One, at the end", spoiler=True
    )
    assert "One, at the end" in said(page)
    answer = desk.drafts()[0].review.answer("jump_scares")
    assert (answer.answer, answer.note, answer.spoiler) == (Answer.YES, "One, at the end", True)


async def test_the_preview_answers_for_a_child_and_shows_the_drafts_own_sections(desk: Desk) -> None:
    panel = await begun(desk)
    panel = await desk.fill(panel, "story", story="Only in the draft.")
    preview = (await desk.click(panel, "Preview as parents see it")).response
    assert preview.ephemeral
    section = (await desk.click(preview, "The story")).response
    assert "Only in the draft." in said(section)
    asked = (await desk.pick(preview, "age", "12")).response
    assert "12-year-old: not yet" in said(asked)


async def test_two_moderators_in_one_draft_see_the_difference_and_lose_nothing(desk: Desk) -> None:
    panel = await begun(desk)
    mine = await desk.open(panel, "brief")
    other = await desk.command("add", title="Interview (2007)", by=desk.second)
    await desk.fill(other, "brief", by=desk.second, one_line="Their line.")
    refused = await desk.submit(mine, one_line="My line.", age_reason="My reason.")
    assert "Nothing is lost" in said(refused)
    assert "theirs: Their line." in said(refused)
    assert "yours: My line." in said(refused)
    assert desk.drafts()[0].review.one_line == "Their line."
    await desk.restart()
    newest = await desk.click(refused, "Use mine for this section")
    assert "My line." in said(newest.response)
    assert desk.drafts()[0].review.one_line == "My line."
    assert desk.drafts()[0].review.age_reason == "My reason."


async def test_what_was_refused_can_be_taken_back_into_the_form(desk: Desk) -> None:
    panel = await begun(desk)
    refused = await desk.fill(panel, "grid", rows1="Language 4: strong\nno idea what this is")
    assert "line 2" in said(refused)
    assert "Language 4: strong swearing all night" in said(refused)
    assert desk.drafts()[0].review.grid == {}
    opened = await desk.click(refused, "Back to the form")
    assert opened.modal["components"][0]["component"]["value"] == "Language 4: strong\nno idea what this is"
    await desk.submit(opened, rows1="Language 4: strong")
    assert desk.drafts()[0].review.cell("language").note == "strong"


async def test_publishing_what_somebody_changed_meanwhile_shows_the_newest_first(desk: Desk) -> None:
    panel = await begun(desk)
    other = await desk.command("add", title="Interview (2007)", by=desk.second)
    await desk.fill(other, "brief", by=desk.second, one_line="Their line.")
    newest = (await desk.click(panel, "Publish")).response
    assert "Look at the newest version" in said(newest)
    assert "Their line." in said(newest)
    assert desk.reviews() == []
    await desk.submit(await desk.click(newest, "Publish"))
    assert desk.reviews()[0].review.one_line == "Their line."


async def test_a_review_changed_since_the_draft_was_begun_is_shown_before_it_is_written_over(desk: Desk) -> None:
    await published(desk)
    await changed(desk, "Interview (2007)", one_line="Two people lie.")
    panel = await desk.command("edit", title="Interview (2007)")
    panel = await desk.fill(panel, "brief", one_line="My line.")
    await desk.command("undo", title="Interview (2007)", by=desk.second)
    outdated = await desk.submit(await desk.click(panel, "Publish"))
    assert "was changed meanwhile" in said(outdated)
    assert "now: Two people talk." in said(outdated)
    assert "your draft: My line." in said(outdated)
    assert desk.reviews()[0].review.one_line == "Two people talk."
    await desk.restart()
    done = (await desk.click(outdated, "Publish mine over it")).response
    assert "version 4" in said(done)
    assert desk.reviews()[0].review.one_line == "My line."


async def test_what_lacks_something_needed_is_not_published_and_says_what(desk: Desk) -> None:
    panel = await desk.command("add", title="A Home Movie")
    told = (await desk.click(panel, "Publish")).response
    assert told.content.startswith("Before it can be published it needs: year")


async def test_a_draft_is_dropped_after_one_more_question(desk: Desk) -> None:
    panel = await begun(desk)
    sure = (await desk.click(panel, "Drop")).response
    assert len(desk.drafts()) == 1
    done = (await desk.click(sure, "Yes, drop it for good")).response
    assert "dropped" in said(done)
    assert desk.drafts() == []


REFUSED = "Only this server's moderators can do that."


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("add", {"title": "Interview (2007)"}),
        ("edit", {"title": "Interview (2007)"}),
        ("copy", {"title": "Interview (2007)"}),
        ("remove", {"title": "Interview (2007)"}),
        ("history", {"title": "Interview (2007)"}),
        ("undo", {"title": "Interview (2007)"}),
        ("drafts", {}),
        ("import", {}),
        ("export", {}),
    ],
)
async def test_a_member_whom_the_server_lets_see_the_command_is_refused_all_the_same(
    desk: Desk, name: str, options: dict[str, str]
) -> None:
    command = next(c for c in await desk.env.bot.tree.fetch_commands() if c.name == "review")
    desk.server.set_command_permissions(command, {desk.member: True})
    told = await desk.command(name, by=desk.member, **options)
    assert told.content == REFUSED
    assert told.ephemeral
    assert desk.drafts() == []


async def test_a_moderator_who_lost_the_right_is_refused_at_every_old_control(desk: Desk) -> None:
    panel = await begun(desk)
    form = await desk.open(panel, "brief")
    reason = await desk.click(panel, "Publish")
    desk.take_role(desk.moderator)
    presses = [
        await desk.click(panel, "Preview as parents see it"),
        await desk.click(panel, "Publish"),
        await desk.click(panel, "Drop"),
        await desk.open(panel, "story"),
        await desk.click(panel, "… by rows"),
    ]
    for pressed in presses:
        assert pressed.response.content == REFUSED
        assert pressed.response.ephemeral
    assert (await desk.submit(form, one_line="Changed.")).content == REFUSED
    assert (await desk.submit(reason)).content == REFUSED
    assert desk.drafts()[0].review.one_line == "Two people talk."
    assert desk.reviews() == []


async def test_a_moderator_of_another_server_cannot_reach_a_draft_by_its_number(desk: Desk) -> None:
    await begun(desk)
    other = Desk(desk.env, desk.app, desk.new_bot)
    panel = await other.command("add", title="Something Else (2001)")
    ours, theirs = desk.drafts()[0], other.drafts()[0]
    assert ours.draft_id != theirs.draft_id
    with desk.app.store.begin() as work:
        assert work.drafts.get(ours.draft_id, other.server_id) is None
    opened = await other.open(panel, "brief")
    opened._interaction.modal["custom_id"] = f"review:fill:{ours.draft_id}:{ours.version}:brief"
    told = await other.submit(opened, one_line="Broken into.")
    assert "no longer there" in said(told)
    assert desk.drafts()[0].review.one_line == "Two people talk."


async def test_what_was_typed_is_handed_back_when_the_store_fails(desk: Desk, tmp_path: Path) -> None:
    panel = await begun(desk)
    opened = await desk.open(panel, "story")
    with closing(sqlite3.connect(tmp_path / "guide.db")) as broken, broken:
        broken.execute("ALTER TABLE draft RENAME TO lost")
    opened_values = {"story": "An hour of work.", "any_good": ""}
    result = await desk.moderator.submit_modal(opened, opened_values)
    assert "An hour of work." in (await result.response.attachments[0].read()).decode()
    assert "reference" in result.followups[-1].content
    with closing(sqlite3.connect(tmp_path / "guide.db")) as mended, mended:
        mended.execute("ALTER TABLE lost RENAME TO draft")
    again = await desk.click(result.response, "Back to the form")
    await desk.submit(again)
    assert desk.drafts()[0].review.story == "An hour of work."
