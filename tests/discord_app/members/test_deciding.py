"""Moderators decide about suggestions: once, from the card or the list, and the member hears of it."""

from __future__ import annotations

import asyncio

import discord
import pytest

from bot.discord_app import member_labels
from bot.domain.movie import ServerId
from bot.domain.suggestion import SuggestionState
from tests.discord_app.conftest import texts
from tests.discord_app.members.conftest import (
    BY_OPERATOR,
    DIVERSITY,
    Family,
    buttons,
    custom_id_of,
    review,
    said,
)

CORRECTION = {"section": ["Official rating"], "text": "The disc says PG-13 for language.", "tell": True}


async def test_approving_puts_the_update_into_the_servers_own_copy_with_credit(family: Family) -> None:
    await family.suggest(family.ana)
    pressed = await family.moderator.click(family.card(), label="Approve")
    assert member_labels.APPROVED_AND_DONE in said(pressed)

    stored = family.review_of()
    assert stored.server_id == family.server_id
    assert stored.review.diversity is not None
    assert stored.review.diversity.startswith("A fishing family in Massachusetts.")
    assert "Most of the family is deaf" in stored.review.diversity
    assert "(suggested by Ana)" in stored.review.diversity
    with family.app.store.begin() as work:
        library = work.reviews.of_movie(stored.movie_id)
        newest = work.reviews.history(stored.review_id, family.server_id)[0]
    assert library is not None
    assert library.review.diversity == "A fishing family in Massachusetts."
    assert (newest.author, "suggestion" in newest.reason) == (str(family.moderator.id), True)

    assert buttons(family.card()) == []
    assert f"Approved by <@{family.moderator.id}>" in texts(family.card())
    answer = await family.ask("how diverse is Coda (2021)?")
    assert "Most of the family is deaf" in texts(answer)


async def test_the_member_is_told_by_direct_message_only_if_they_agreed(family: Family) -> None:
    await family.suggest(family.ana)
    await family.moderator.click(family.card(), label="Approve")
    told = family.ana.user.dm_channel.last_message
    assert told is not None
    assert "Coda (2021)" in told.content
    assert "approved" in told.content

    await family.suggest(family.ben, DIVERSITY | {"tell": False})
    await family.moderator.click(family.card(), label="Approve")
    assert family.ben.user.dm_channel.last_message is None


async def test_closed_direct_messages_are_no_error(family: Family) -> None:
    await family.suggest(family.ana)
    dm = family.ana.user.dm_channel
    family.env.inject_error("POST", f"/channels/{dm.id}/messages", status=403, code=50007, message="closed")
    pressed = await family.moderator.click(family.card(), label="Approve")
    assert member_labels.APPROVED_AND_DONE in said(pressed)
    assert member_labels.TOLD not in said(pressed)
    assert "reference" not in said(pressed)
    assert f"Approved by <@{family.moderator.id}>" in said(await family.ana.slash(family.channel, "suggest mine"))


async def test_declining_needs_a_reason_and_the_member_reads_it(family: Family) -> None:
    await family.suggest(family.ana)
    form = await family.moderator.click(family.card(), label="Decline with a reason")
    await family.moderator.submit_modal(form, {"text": "It is in the *story* already."})
    [stored] = family.suggestions()
    assert stored.state is SuggestionState.DECLINED
    assert family.review_of().server_id is None
    told = family.ana.user.dm_channel.last_message
    assert told is not None
    assert "It is in the \\*story\\* already." in told.content
    assert "already" in said(await family.ana.slash(family.channel, "suggest mine"))
    assert buttons(family.card()) == []


async def test_editing_puts_the_moderators_words_into_the_review(family: Family) -> None:
    await family.suggest(family.ana)
    form = await family.moderator.click(family.card(), label="Edit and approve")
    assert "Most of the family is deaf" in str(form.modal)
    await family.moderator.submit_modal(form, {"text": "Three deaf actors play the family."})
    diversity = family.review_of().review.diversity
    assert diversity is not None
    assert "Three deaf actors" in diversity
    assert "Most of the family" not in diversity
    assert "Three deaf actors" in texts(family.card())


@pytest.mark.parametrize("label", ["Approve", "Edit and approve", "Decline with a reason"])
async def test_a_second_press_anywhere_says_who_decided(family: Family, label: str) -> None:
    await family.suggest(family.ana)
    stale = await family.with_button(custom_id_of(family.card(), label))
    await family.moderator.click(family.card(), label="Approve")
    pressed = await family.second.click(stale, label="x")
    assert pressed.modal is None
    assert f"Approved by <@{family.moderator.id}>" in said(pressed)
    assert family.channel.last_message is not None
    assert buttons(family.channel.last_message) == []


async def test_a_form_sent_after_somebody_else_decided_says_who_decided(family: Family) -> None:
    await family.suggest(family.ana)
    form = await family.second.click(family.card(), label="Decline with a reason")
    await family.moderator.click(family.card(), label="Approve")
    late = await family.second.submit_modal(form, {"text": "No."})
    assert f"Approved by <@{family.moderator.id}>" in said(late)
    assert family.suggestions()[0].state is SuggestionState.APPROVED


async def test_of_two_decisions_at_once_one_wins_and_the_review_gets_one_revision(family: Family) -> None:
    await family.suggest(family.ana)
    [suggestion] = family.suggestions()
    assert suggestion.suggestion_id is not None
    moderators = [family.actor(person, moderates=True) for person in (family.moderator, family.second)]
    outcomes = await asyncio.gather(
        *(
            asyncio.to_thread(family.app.suggesting.approve, moderator, suggestion.suggestion_id)
            for moderator in moderators
        ),
        return_exceptions=True,
    )
    assert sorted(isinstance(outcome, Exception) for outcome in outcomes) == [False, True]
    diversity = family.review_of().review.diversity
    assert diversity is not None
    assert diversity.count("Most of the family is deaf") == 1


@pytest.mark.parametrize("label", ["Approve", "Edit and approve", "Decline with a reason"])
async def test_a_member_who_presses_an_old_card_is_refused_in_one_sentence(family: Family, label: str) -> None:
    await family.suggest(family.ana)
    refused = await family.ben.click(family.card(), label=label)
    assert refused.modal is None
    assert refused.response.ephemeral
    assert refused.response.content == "Only this server's moderators can do that."
    assert family.suggestions()[0].state is SuggestionState.PENDING
    assert buttons(family.card()) != []


async def test_rights_that_were_taken_away_meanwhile_count_when_the_form_comes_back(family: Family) -> None:
    await family.suggest(family.ana)
    helper_role = family.server.create_role("Helpers")
    family.set(moderators_channel_id=family.desk.id, moderator_role_ids=frozenset({helper_role.id}))
    helper = family.server.add_member(family.env.create_user("helper"), roles=[helper_role])
    form = await helper.click(family.card(), label="Decline with a reason")
    assert form.modal is not None
    family.set(moderators_channel_id=family.desk.id)
    refused = await helper.submit_modal(form, {"text": "No."})
    assert refused.response.content == "Only this server's moderators can do that."
    assert family.suggestions()[0].state is SuggestionState.PENDING


async def test_a_moderator_of_another_server_cannot_touch_it_by_its_number(family: Family) -> None:
    await family.suggest(family.ana)
    [suggestion] = family.suggestions()
    other = family.env.create_guild("Elsewhere")
    keeper = other.create_role("Keeper", permissions=discord.Permissions(manage_guild=True))
    theirs = other.create_text_channel("desk")
    stranger = other.add_member(family.env.create_user("stranger"), roles=[keeper])
    channel = family.env.bot.get_channel(theirs.id)
    assert isinstance(channel, discord.TextChannel)
    for action in ("approve", "edit", "decline", "look", "withdraw", "draft"):
        view = discord.ui.LayoutView(timeout=None)
        custom_id = f"guide:suggestion:{action}:{suggestion.suggestion_id}"
        view.add_item(discord.ui.ActionRow(discord.ui.Button(label="x", custom_id=custom_id)))
        refused = await stranger.click(await channel.send(view=view), label="x")
        assert refused.modal is None
        assert refused.response.content == "That suggestion is not here any more."
    assert family.suggestions()[0].state is SuggestionState.PENDING
    assert said(await stranger.slash(theirs, "suggestions")) == member_labels.NONE_WAITING
    with family.app.store.begin() as work:
        assert work.suggestions.find(ServerId(other.id)) == []


async def test_a_card_works_after_a_restart(family: Family) -> None:
    await family.suggest(family.ana)
    await family.restart()
    await family.moderator.click(family.card(), label="Approve")
    assert family.suggestions()[0].state is SuggestionState.APPROVED
    await family.suggest(family.ben)
    form = await family.moderator.click(family.card(), label="Decline with a reason")
    await family.restart()
    await family.moderator.submit_modal(form, {"text": "No."})
    assert {one.state for one in family.suggestions()} == {SuggestionState.APPROVED, SuggestionState.DECLINED}


async def test_what_was_decided_in_the_list_takes_the_buttons_off_the_card(family: Family) -> None:
    await family.suggest(family.ana)
    listed = await family.moderator.slash(family.channel, "suggestions")
    opened = await family.moderator.click(listed.response, label=member_labels.LOOK)
    await family.moderator.click(opened.response, label="Approve")
    assert family.suggestions()[0].state is SuggestionState.APPROVED
    assert buttons(family.card()) == []
    assert "Approved by" in texts(family.card())


async def test_a_deleted_card_is_no_loss(family: Family) -> None:
    await family.suggest(family.ana)
    channel = family.env.bot.get_channel(family.desk.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.get_partial_message(family.card().id).delete()
    listed = await family.moderator.slash(family.channel, "suggestions")
    opened = await family.moderator.click(listed.response, label=member_labels.LOOK)
    await family.moderator.click(opened.response, label="Approve")
    assert family.suggestions()[0].state is SuggestionState.APPROVED


async def test_a_review_that_was_removed_meanwhile_leaves_the_suggestion_waiting(family: Family) -> None:
    await family.suggest(family.ana)
    with family.app.store.begin() as work:
        work.reviews.remove(family.review_of().review_id, BY_OPERATOR)
        work.commit()
    pressed = await family.moderator.click(family.card(), label="Approve")
    assert "removed meanwhile" in said(pressed)
    assert family.suggestions()[0].state is SuggestionState.PENDING
    assert buttons(family.card()) != []


async def test_an_accepted_correction_opens_the_review_to_be_changed(family: Family) -> None:
    await family.suggest(family.ana, CORRECTION, "correction")
    pressed = await family.moderator.click(family.card(), label="Approve")
    assert member_labels.APPROVED_BY_HAND in said(pressed)
    opened = await family.moderator.click(pressed.followups[-1], label=member_labels.OPEN_DRAFT)
    assert "Coda (2021)" in said(opened)
    drafts = family.app.drafting.all(family.actor(family.moderator, moderates=True))
    assert [draft.review.movie.title for draft in drafts] == ["Coda"]
    assert drafts[0].review.one_line == "A short line about it."
    await family.moderator.click(pressed.followups[-1], label=member_labels.OPEN_DRAFT)
    assert len(family.app.drafting.all(family.actor(family.moderator, moderates=True))) == 1


async def test_the_list_is_searched_by_words_and_turned_by_pages(family: Family) -> None:
    for number in range(1, 8):
        await family.suggest(family.ana, DIVERSITY | {"text": f"Point number {number}."})
    listed = await family.moderator.slash(family.channel, "suggestions")
    assert "Point number 7" in said(listed)
    assert "Point number 2" not in said(listed)
    await family.restart()
    older = await family.moderator.click(listed.response, label=member_labels.LATER)
    assert "Point number 2" in said(older)
    newer = await family.moderator.click(older.response, label=member_labels.EARLIER)
    assert "Point number 7" in said(newer)
    found = await family.moderator.slash(family.channel, "suggestions", words="number 3")
    assert "Point number 3" in said(found)
    assert "Point number 4" not in said(found)
    nothing = await family.moderator.slash(family.channel, "suggestions", state="declined")
    assert said(nothing) == member_labels.NO_SUGGESTIONS


async def test_members_do_not_see_the_list(family: Family) -> None:
    await family.suggest(family.ana)
    refused = await family.ana.slash(family.channel, "suggestions")
    assert said(refused) == "Only this server's moderators can do that."


async def test_a_servers_own_movie_is_named_and_updated(family: Family) -> None:
    with family.app.store.begin() as work:
        work.reviews.save(review("Our Own Film", 2020), BY_OPERATOR, family.server_id)
        work.commit()
    form = await family.ana.slash(family.channel, "suggest diversity", movie="Our Own Film (2020)")
    shown = await family.ana.submit_modal(form, DIVERSITY)
    await family.ana.click(shown.response, label="Send")
    assert "Our Own Film (2020)" in texts(family.card())
    await family.moderator.click(family.card(), label="Approve")
    assert "deaf" in (family.review_of("Our Own Film", 2020).review.diversity or "")
    audit = family.app.care.audit(family.actor(family.moderator, moderates=True))
    assert ("suggestion approved", "Our Own Film (2020)") in [(entry.action, entry.detail) for entry in audit]
