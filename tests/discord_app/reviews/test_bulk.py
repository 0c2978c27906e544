"""Import and export: files good, bad and huge; nothing is published before *Publish*."""

from __future__ import annotations

from typing import Any

import pytest

from bot.formats.review_files import FileFormat, read_reviews
from tests.discord_app.reviews.moderating import Desk, begun, changed, published, said

TWO = """\
format: parent-guide/1
movie: {title: Interview, year: 2007}
review: {recommended_age_years: 16, one_line: Two people talk through a night.}
---
format: parent-guide/1
movie: {title: Once, year: 2007}
review: {recommended_age_years: 13, one_line: Two people and their songs.}
"""
ONE_BAD = """\
format: parent-guide/1
movie: {title: Interview, year: 2007}
review: {recommended_age_years: 16, one_line: Two people talk through a night.}
---
format: parent-guide/1
movie: {title: Once, year: 2007}
review:
  recommended_age_years: 99
"""
PAGE = """\
Interview
age 16+
A long night of talk and lies.

What's the Story?
A reporter is sent to interview a film star.

Is It Any Good?
Yes, if you like talk.

Movie Details
In theaters: July 13, 2007
Run time: 83 minutes
"""


async def imported(desk: Desk, content: bytes | str, name: str = "reviews.yaml", *, by: Any = None) -> Any:
    data = content.encode() if isinstance(content, str) else content
    return await desk.command("import", by=by, file=(name, data))


async def test_a_file_becomes_drafts_that_are_published_together(desk: Desk) -> None:
    card = await imported(desk, TWO)
    assert card.ephemeral
    assert "Interview (2007)" in said(card)
    assert "Once (2007)" in said(card)
    assert desk.reviews() == []
    assert len(desk.drafts()) == 2
    await desk.restart()
    done = (await desk.click(card, "Publish 2")).response
    assert "Published: 2" in said(done)
    assert [stored.review.movie.title for stored in desk.reviews()] == ["Interview", "Once"]
    assert desk.drafts() == []


async def test_an_import_whose_drafts_are_gone_is_told_so(desk: Desk) -> None:
    card = await imported(desk, TWO)
    with desk.app.store.begin() as work:
        for draft in work.drafts.all(desk.server_id):
            work.drafts.remove(draft.draft_id)
        work.commit()
    told = (await desk.click(card, "Publish 2")).response
    assert told.content.startswith("None of that import's drafts is waiting")


async def test_a_draft_of_an_import_is_opened_and_changed_before_it_is_published(desk: Desk) -> None:
    card = await imported(desk, TWO)
    once = next(draft for draft in desk.drafts() if draft.review.movie.title == "Once")
    panel = (await desk.pick(card, "draft", str(once.draft_id))).response
    await desk.fill(panel, "brief", age="14")
    assert {draft.review.recommended_age_years for draft in desk.drafts()} == {14, 16}


async def test_what_changes_is_shown_with_both_texts(desk: Desk) -> None:
    await published(desk)
    card = await imported(desk, TWO.split("---")[0])
    assert "changes Cast, Genres, One line\n" in said(card)
    assert "now: Two people talk." in said(card)
    assert "in the file: Two people talk through a night." in said(card)
    await desk.click(card, "Publish 1")
    assert (desk.reviews()[0].revision, desk.reviews()[0].review.one_line) == (2, "Two people talk through a night.")


async def test_a_changed_review_is_not_published_over_by_an_older_import(desk: Desk) -> None:
    await published(desk)
    await changed(desk, "Interview (2007)", one_line="Two people lie.")
    card = await imported(desk, TWO.split("---")[0])
    await desk.command("undo", title="Interview (2007)")
    done = (await desk.click(card, "Publish 1")).response
    assert "Left as drafts" in said(done)
    assert desk.reviews()[0].review.one_line == "Two people talk."
    assert len(desk.drafts()) == 1


async def test_a_faulty_review_is_told_with_its_line_and_the_good_ones_are_kept(desk: Desk) -> None:
    card = await imported(desk, ONE_BAD)
    assert "line 8" in said(card)
    assert "99" in said(card)
    assert [draft.review.movie.title for draft in desk.drafts()] == ["Interview"]


async def test_a_rating_that_is_none_is_left_out_and_told_with_its_line(desk: Desk) -> None:
    sheet = "title,year,mpaa_rating,bbfc_rating\nOnce,2007,NR,15\nInterview,2007,TV-MA,PG\n"
    card = await imported(desk, sheet, "sheet.csv")
    assert "line 2: Once (2007): the official rating 'NR' of the board MPAA says that there is none" in said(card)
    assert "'TV-MA' is no rating of the board MPAA" in said(card)
    (draft,) = desk.drafts()
    assert [(one.system, one.rating) for one in draft.review.movie.official_ratings] == [("BBFC", "15")]


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "cat.png", "is a picture"),
        (b"hello there, nothing to see", "note.doc", "no format that the guide reads"),
        (b"\x1f\x8b\x08" + b"\0" * 40, "reviews.jsonl.gz", "packed; unpack it first"),
        (b"[1, 2", "reviews.json", "line 1"),
    ],
)
async def test_what_is_no_file_of_reviews_is_told_in_words(desk: Desk, content: bytes, name: str, told: str) -> None:
    card = await imported(desk, content, name)
    assert told in said(card)
    assert desk.drafts() == []


async def test_a_huge_file_is_refused_by_its_size_without_being_fetched(desk: Desk) -> None:
    told = await imported(desk, b"x" * 2_000_001, "reviews.jsonl")
    assert told.content.startswith("That file has 2.1 MB; I read files up to 2 MB here.")


async def test_a_pasted_page_is_read_and_what_it_lacks_is_said(desk: Desk) -> None:
    opened = await desk.moderator.slash(desk.channel, "review import")
    await desk.restart()
    card = await desk.submit(opened, page1=PAGE)
    assert "Interview (2007)" in said(card)
    assert "the page has no" in said(card)
    review = desk.drafts()[0].review
    assert review.story == "A reporter is sent to interview a film star."
    assert desk.reviews() == []


async def test_a_page_takes_nothing_away_that_it_does_not_speak_of(desk: Desk) -> None:
    panel = await begun(desk)
    await desk.fill(panel, "grid", rows1="Language 4: strong swearing")
    await desk.submit(await desk.click(await desk.command("add", title="Interview (2007)"), "Publish"))
    opened = await desk.moderator.slash(desk.channel, "review import")
    await desk.submit(opened, page1=PAGE)
    draft = desk.drafts()[0].review
    assert draft.cell("language").level == 4
    assert draft.movie.cast == ("Sienna Miller",)
    assert draft.story == "A reporter is sent to interview a film star."


async def test_importing_the_same_file_twice_keeps_one_draft_of_each(desk: Desk) -> None:
    await imported(desk, TWO)
    await imported(desk, TWO, by=desk.second)
    assert len(desk.drafts()) == 2


async def test_an_open_draft_that_says_something_else_is_not_written_over(desk: Desk) -> None:
    await imported(desk, TWO)
    card = await imported(desk, TWO.replace("songs", "quarrels"))
    assert "an open draft says something else" in said(card)
    assert "Two people and their songs." in {draft.review.one_line for draft in desk.drafts()}


@pytest.mark.parametrize("file_format", ["jsonl", "json", "yaml", "csv"])
async def test_an_export_reads_back_to_the_same_reviews(desk: Desk, file_format: str) -> None:
    await published(desk)
    await changed(desk, "Interview (2007)", one_line='Two people, "talking"; at length.')
    sent = await desk.command("export", format=file_format)
    (attachment,) = sent.attachments
    assert attachment.filename == f"reviews.{file_format}"
    read = list(read_reviews(await attachment.read(), file_format=FileFormat(file_format)))
    assert [one.review for one in read] == [stored.review for stored in desk.reviews()]
    card = await imported(desk, await attachment.read(), attachment.filename)
    assert "word for word: 1" in said(card)
    assert desk.drafts() == []


async def test_a_server_without_reviews_is_told_that_there_is_nothing_to_export(desk: Desk) -> None:
    told = await desk.command("export")
    assert told.content == "This server has no reviews of its own yet."


async def test_an_import_of_another_server_cannot_be_published_here(desk: Desk) -> None:
    card = await imported(desk, TWO)
    desk.take_role(desk.moderator)
    told = (await desk.click(card, "Publish 2")).response
    assert told.content == "Only this server's moderators can do that."
    assert desk.reviews() == []
