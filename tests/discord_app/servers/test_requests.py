"""Movies asked for in vain: counted, wished for by members, written or dismissed by moderators."""

from __future__ import annotations

from typing import Any

import pytest

from bot.discord_app import server_labels
from bot.domain.demand import WantedMovie
from bot.domain.movie import Movie
from bot.domain.review import Review
from tests.discord_app.members.conftest import BY_OPERATOR, Family, buttons, said

KNOWN = "is Unreviewed Thing (2011) ok for my 8 year old?"
NOBODY_KNOWS = 'is "Zyxwv Qponml" ok for my 8 year old?'


def wanted(family: Family) -> list[WantedMovie]:
    with family.app.store.begin() as work:
        return work.demand.wanted(family.server_id)


async def requests_shown(family: Family) -> Any:
    return await family.moderator.slash(family.channel, "requests")


async def requests(family: Family) -> Any:
    shown = await requests_shown(family)
    assert shown.response is not None
    assert shown.response.ephemeral
    return shown.response


@pytest.mark.parametrize(
    ("question", "asked", "said_so"), [(KNOWN, 1, "asked once, 1 wish"), (NOBODY_KNOWS, 0, "1 wish")]
)
async def test_a_member_wishes_once_for_a_movie_without_a_review(
    family: Family, question: str, asked: int, said_so: str
) -> None:
    answer = await family.ask(question)
    assert server_labels.WANT in buttons(answer)
    await family.restart()
    first = await family.ben.click(answer, label=server_labels.WANT)
    assert first.response is not None
    assert first.response.ephemeral
    assert f": {said_so}. The moderators see" in said(first)
    assert said(await family.ben.click(answer, label=server_labels.WANT)) == server_labels.WANTED_BEFORE
    await family.ana.click(answer, label=server_labels.WANT)
    assert [(one.asked, one.votes) for one in wanted(family)] == [(asked, 2)]


async def test_a_blocked_member_cannot_wish(family: Family) -> None:
    answer = await family.ask(KNOWN)
    await family.moderator.slash(family.channel, "block member", member=family.ben)
    assert "switched wishes off" in said(await family.ben.click(answer, label=server_labels.WANT))
    assert [one.votes for one in wanted(family)] == [0]


async def test_there_is_no_wish_under_an_answer_nor_outside_a_server(family: Family) -> None:
    assert server_labels.WANT not in buttons(await family.ask("is Bambi (1942) ok for my 8 year old?"))
    told = await family.ana.user.slash("ask", question=KNOWN)
    assert server_labels.WANT not in buttons(told.response)


async def test_requests_are_listed_by_demand_and_name_nobody(family: Family) -> None:
    for question in (NOBODY_KNOWS, KNOWN):
        await family.ben.click(await family.ask(question), label=server_labels.WANT)
    text = said(await family.moderator.slash(family.channel, "requests"))
    assert text.index("Unreviewed Thing (2011)") < text.index("Zyxwv Qponml")
    assert server_labels.NOT_IN_CATALOGUE in text
    assert str(family.ana.id) not in text
    assert str(family.ben.id) not in text


@pytest.mark.parametrize(("question", "movie"), [(KNOWN, Movie("Unreviewed Thing", 2011)), (NOBODY_KNOWS, None)])
async def test_a_moderator_begins_the_review_of_a_wanted_movie(
    family: Family, question: str, movie: Movie | None
) -> None:
    await family.ben.click(await family.ask(question), label=server_labels.WANT)
    message = await requests(family)
    await family.restart()
    [one] = wanted(family)
    value = f"t{one.title}" if one.movie_id is None else f"m{one.movie_id}"
    shown = await family.moderator.select(message, [value], custom_id="guide:request:write")
    assert one.title in said(shown)
    with family.app.store.begin() as work:
        [draft] = work.drafts.all(family.server_id)
    assert draft.review.movie == (movie or Movie(one.title))


async def test_a_dismissed_movie_is_off_the_list_and_audited(family: Family) -> None:
    await family.ask(KNOWN)
    message = await requests(family)
    [one] = wanted(family)
    pressed = await family.moderator.select(message, [f"m{one.movie_id}"], custom_id="guide:request:dismiss")
    assert server_labels.REQUESTS_EMPTY in said(pressed)
    assert wanted(family) == []
    with family.app.store.begin() as work:
        assert [(entry.action, entry.detail) for entry in work.audit.latest(family.server_id)] == [
            ("request dismissed", "Unreviewed Thing")
        ]


async def test_the_audit_does_not_keep_the_words_of_a_wish_that_was_dismissed(family: Family) -> None:
    await family.ben.click(await family.ask('is "Caleb with leukemia" ok?'), label=server_labels.WANT)
    message = await requests(family)
    [one] = wanted(family)
    await family.moderator.select(message, [f"t{one.title}"], custom_id="guide:request:dismiss")
    audit = said(await family.moderator.slash(family.channel, "audit"))
    assert "request dismissed" in audit
    assert "leukemia" not in audit.lower()


@pytest.mark.parametrize(
    "message",
    [
        NOBODY_KNOWS,
        "is Caleb with leukemia watches movies ok?",
        "little Ruby Parker wants to see that movie everybody in her class at St Mary's talks about",
        "is Song of the sea — mother leaves? dd lost her mum ok",
        "can whose nana just passed watch Zyxwv Qponml",
    ],
)
async def test_words_that_are_no_known_title_are_kept_by_no_asking_and_shown_to_no_moderator(
    family: Family, message: str
) -> None:
    for _ in range(2):
        await family.ask(message)
    assert wanted(family) == []
    assert server_labels.REQUESTS_EMPTY in said(await requests_shown(family))


async def test_what_is_kept_of_a_wish_are_the_words_that_the_one_who_pressed_was_shown(family: Family) -> None:
    answer = await family.ask(NOBODY_KNOWS)
    pressed = said(await family.ben.click(answer, label=server_labels.WANT))
    [one] = wanted(family)
    assert f"“{one.title}”" in pressed
    assert "these words" in pressed


async def test_a_movie_that_was_reviewed_meanwhile_is_off_the_list(family: Family) -> None:
    await family.ask(KNOWN)
    with family.app.store.begin() as work:
        work.reviews.save(Review(Movie("Unreviewed Thing", 2011), byline="x"), BY_OPERATOR, family.server_id)
        work.commit()
    assert server_labels.REQUESTS_EMPTY in said(await family.moderator.slash(family.channel, "requests"))


async def test_a_title_cannot_format_or_ping(family: Family) -> None:
    with family.app.store.begin() as work:
        day = family.app.clock.now().date()
        work.demand.vote(family.server_id, "**big** [x](https://x.example) @everyone", None, None, day)
        work.commit()
    text = said(await family.moderator.slash(family.channel, "requests"))
    [line] = [line for line in text.splitlines() if line.startswith("1. ")]
    assert line.startswith("1. **\\*\\*big\\*\\* \\[x\\](https\\://x.example) @\u200beveryone** 1 wish")
