"""Community reviews: written, changed, deleted, read, reported, looked at; never blended into a verdict."""

from __future__ import annotations

import discord
import pytest

from bot.application.community_reviews import MOST_WRITTEN_A_DAY
from bot.discord_app import member_labels
from bot.domain.actor import DiscordUserId
from bot.domain.community import REPORTS_TO_HIDE, Visibility, Voice
from bot.domain.movie import Movie
from bot.saying import wording_community
from tests.discord_app.conftest import texts
from tests.discord_app.members.conftest import CODA, Family, buttons, custom_id_of, said


async def test_a_rating_is_kept_and_said_back(family: Family) -> None:
    kept = await family.rate(family.ana)
    assert kept.response.ephemeral
    assert member_labels.RATED in said(kept)
    assert wording_community.STATE_TO_AUTHOR[Visibility.SHOWN] in said(kept)
    [stored] = family.community()
    assert (stored.voice, stored.suggested_age_years, stored.stars) == (Voice.PARENT, 12, 4)
    assert (stored.text, stored.author_id) == ("We talked about it for days.", family.ana.id)


async def test_answers_tell_what_families_say_apart_from_the_verdict(family: Family) -> None:
    alone = texts(await family.ask("is coda ok for a 12 year old?"))
    assert wording_community.NO_PARENT_YET in alone
    await family.rate(family.ana, age="15")
    await family.rate(family.ben, age="16")
    await family.rate(family.member("kim"), voice="teen", age="13")
    together = texts(await family.ask("is Coda (2021) ok for a 12 year old?", family.moderator))
    assert "Parents say 16+ (2)" in together
    assert "Teens say 13+ (1)" in together
    assert wording_community.NO_PARENT_YET not in together
    verdict = [line for line in alone.splitlines() if "12-year-old" in line]
    assert verdict == [line for line in together.splitlines() if "12-year-old" in line]


async def test_a_follow_up_does_not_say_it_again(family: Family) -> None:
    await family.rate(family.ana)
    answer = await family.ask("is coda ok for a 12 year old?")
    assert "Parents say" in texts(answer)
    await family.ana.send(family.channel, "and for my 6 year old?", reply_to=answer)
    assert family.channel.last_message is not None
    assert "6-year-old" in texts(family.channel.last_message)
    assert "Parents say" not in texts(family.channel.last_message)
    assert member_labels.COMMUNITY_REVIEWS in buttons(family.channel.last_message)


async def test_another_server_and_direct_messages_see_nothing_of_it(family: Family) -> None:
    await family.rate(family.ana)
    await family.ana.send_dm("is coda ok for a 12 year old?")
    answer = family.ana.user.dm_channel.last_message
    assert answer is not None
    assert "Parents say" not in texts(answer)
    other = family.env.create_guild("Elsewhere")
    room = other.create_text_channel("room")
    stranger = other.add_member(family.env.create_user("stranger"))
    page = await stranger.slash(room, "community reviews", movie=CODA)
    assert wording_community.NOBODY_YET in said(page)


async def test_one_person_has_one_review_and_changes_it(family: Family) -> None:
    kept = await family.rate(family.ana)
    form = await family.ana.click(kept.response, label=member_labels.CHANGE_YOURS)
    assert "We talked about it for days." in str(form.modal)
    await family.ana.submit_modal(form, {"voice": "parent", "age": ["10"], "stars": "5", "text": ""})
    [stored] = family.community()
    assert (stored.suggested_age_years, stored.stars, stored.text) == (10, 5, None)


async def test_one_deletes_ones_own_and_nobody_elses(family: Family) -> None:
    await family.rate(family.ana)
    kept = await family.rate(family.ben)
    gone = await family.ben.click(kept.response, label=member_labels.DELETE_YOURS)
    assert said(gone) == member_labels.DELETED_YOURS
    assert [one.author_id for one in family.community()] == [family.ana.id]


async def test_a_form_open_during_a_restart_is_still_kept(family: Family) -> None:
    form = await family.ana.slash(family.channel, "rate", movie=CODA)
    await family.restart()
    await family.ana.submit_modal(form, {"voice": "teen", "age": ["0"], "stars": "1"})
    assert [one.voice for one in family.community()] == [Voice.TEEN]


async def test_an_unreviewed_movie_can_be_rated(family: Family) -> None:
    await family.rate(family.ana, "Unreviewed Thing (2011)")
    answer = await family.ask("is Unreviewed Thing (2011) ok for a 12 year old?")
    assert "Parents say 12+ (1)" in texts(answer)
    assert member_labels.MISSED_DIVERSITY not in buttons(answer)


async def test_the_page_is_read_page_by_page_and_works_after_a_restart(family: Family) -> None:
    for number in range(7):
        person = family.member(f"p{number}")
        await family.rate(person, text=f"Word {number}. " + "_x_ " * 200)
    answer = await family.ask("is coda ok for a 12 year old?")
    await family.restart()
    page = await family.ben.click(answer, label=member_labels.COMMUNITY_REVIEWS)
    assert page.response.ephemeral
    assert "Parents say 12+ (7), 4.0 of 5 stars" in said(page)
    read = said(page)
    while member_labels.LATER in buttons(page.response):
        page = await family.ben.click(page.response, label=member_labels.LATER)
        read += said(page)
    assert all(f"Word {number}." in read for number in range(7))


async def test_what_somebody_wrote_is_disarmed(family: Family) -> None:
    await family.rate(family.ana, text="@everyone [free](https://evil.example) <@1> **x**")
    page = said(await family.ben.slash(family.channel, "community reviews", movie=CODA))
    for bad in ("@everyone", "[free](", "https://", "<@1>", "**x**"):
        assert bad not in page


async def test_in_a_strict_server_others_wait_for_a_moderator_and_the_author_is_told(family: Family) -> None:
    family.set(strict=True, moderators_channel_id=family.desk.id)
    kept = await family.rate(family.ana)
    assert wording_community.STATE_TO_AUTHOR[Visibility.WAITING] in said(kept)
    assert "for days" not in said(await family.ben.slash(family.channel, "community reviews", movie=CODA))
    assert "for days" in said(await family.ana.slash(family.channel, "community reviews", movie=CODA))
    assert "Parents say" not in texts(await family.ask("is coda ok for a 12 year old?"))
    await family.moderator.click(family.card(), label=member_labels.LET_STAND)
    assert buttons(family.card()) == []
    assert "for days" in said(await family.ben.slash(family.channel, "community reviews", movie=CODA))


async def test_three_reports_hide_it_until_a_moderator_looks(family: Family) -> None:
    await family.rate(family.ana)
    for number in range(REPORTS_TO_HIDE):
        reporter = family.member(f"reporter{number}")
        page = await reporter.slash(family.channel, "community reviews", movie=CODA)
        for _ in range(2):  # twice by the same person counts once
            thanked = await reporter.click(page.response, label=member_labels.REPORT)
            assert thanked.response.ephemeral
    [stored] = family.community()
    assert (stored.visibility, stored.reports) == (Visibility.HIDDEN, REPORTS_TO_HIDE)
    assert "for days" not in said(await family.ben.slash(family.channel, "community reviews", movie=CODA))
    assert "reported it" in texts(family.card())

    waiting = await family.moderator.slash(family.channel, "community waiting")
    await family.moderator.click(waiting.response, label=member_labels.LET_STAND)
    assert buttons(family.card()) == []
    last = family.member("late")
    page = await last.slash(family.channel, "community reviews", movie=CODA)
    await last.click(page.response, label=member_labels.REPORT)
    assert family.community()[0].visibility is Visibility.SHOWN
    assert said(await family.moderator.slash(family.channel, "community waiting")) == member_labels.NOTHING_WAITS


async def test_taken_down_stays_down_however_often_its_author_changes_it(family: Family) -> None:
    family.set(strict=True)
    await family.rate(family.ana)
    waiting = await family.moderator.slash(family.channel, "community waiting")
    await family.moderator.click(waiting.response, label=member_labels.TAKE_DOWN)
    family.set(strict=False)
    for _ in range(2):
        kept = await family.rate(family.ana, text="Again.")
        assert wording_community.STATE_TO_AUTHOR[Visibility.WAITING] in said(kept)
    assert family.community()[0].visibility is Visibility.WAITING


async def test_nobody_reports_their_own(family: Family) -> None:
    await family.rate(family.ana)
    page = await family.ben.slash(family.channel, "community reviews", movie=CODA)
    message = await family.with_button(custom_id_of(page.response, member_labels.REPORT))
    refused = await family.ana.click(message, label="x")
    assert "your own review" in refused.response.content
    assert member_labels.REPORT not in buttons(
        (await family.ana.slash(family.channel, "community reviews", movie=CODA)).response
    )


@pytest.mark.parametrize("action", ["stand", "down"])
async def test_members_and_other_servers_moderators_do_not_judge(family: Family, action: str) -> None:
    family.set(strict=True)
    await family.rate(family.ana)
    [stored] = family.community()
    custom_id = f"guide:judge-review:{action}:{stored.community_review_id}"
    refused = await family.ben.click(await family.with_button(custom_id), label="x")
    assert refused.response.content == "Only this server's moderators can do that."
    other = family.env.create_guild("Elsewhere")
    keeper = other.create_role("Keeper", permissions=discord.Permissions(manage_guild=True))
    theirs = other.create_text_channel("desk")
    stranger = other.add_member(family.env.create_user("stranger"), roles=[keeper])
    channel = family.env.bot.get_channel(theirs.id)
    assert isinstance(channel, discord.TextChannel)
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.ActionRow(discord.ui.Button(label="x", custom_id=custom_id)))
    refused = await stranger.click(await channel.send(view=view), label="x")
    assert refused.response.content == "That community review is no longer there."
    assert family.community()[0].visibility is Visibility.WAITING
    refused = await family.ben.slash(family.channel, "community waiting")
    assert said(refused) == "Only this server's moderators can do that."


async def test_who_is_blocked_is_told_before_writing_and_cannot_report(family: Family) -> None:
    await family.rate(family.ben)
    page = await family.ana.slash(family.channel, "community reviews", movie=CODA)
    family.app.care.block(family.actor(family.moderator, moderates=True), DiscordUserId(family.ana.id))
    refused = await family.ana.slash(family.channel, "rate", movie=CODA)
    assert refused.modal is None
    assert "switched community reviews off for you" in refused.response.content
    refused = await family.ana.click(page.response, label=member_labels.REPORT)
    assert "switched reports off for you" in refused.response.content
    assert family.community()[0].reports == 0


async def test_a_day_holds_so_many_reviews_and_no_more(family: Family) -> None:
    with family.app.store.begin() as work:
        work.movies.add_catalogue([Movie("Long Series", 1950 + number) for number in range(MOST_WRITTEN_A_DAY)])
        work.commit()
    for number in range(MOST_WRITTEN_A_DAY):
        movie_id = family.movie_id("Long Series", 1950 + number)
        family.app.community.rate(family.actor(family.ana), movie_id, Voice.PARENT, 10, 3, None)
    refused = await family.ana.slash(family.channel, "rate", movie=CODA)
    assert refused.modal is None
    assert "come back tomorrow" in refused.response.content
