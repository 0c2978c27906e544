"""A member suggests: from the command or the button under a review to the row and the moderators' card."""

from __future__ import annotations

import pytest

from bot.application.suggesting import MOST_SUGGESTIONS_A_DAY
from bot.discord_app import member_labels
from bot.domain.actor import DiscordUserId
from bot.domain.suggestion import SuggestionKind, SuggestionState
from tests.discord_app.conftest import texts
from tests.discord_app.members.conftest import BY_OPERATOR, CODA, DIVERSITY, Family, buttons, custom_id_of, said

CORRECTION = {"section": ["Official rating"], "text": "The disc says PG-13 for language.", "tell": False}


async def test_only_reviewed_movies_are_offered(family: Family) -> None:
    offered = await family.ana.autocomplete(family.channel, "suggest diversity", "movie", "thing")
    assert offered == []
    offered = await family.ana.autocomplete(family.channel, "suggest diversity", "movie", "cod")
    assert [choice["value"] for choice in offered] == [CODA]


async def test_a_diversity_update_is_shown_back_and_sent_only_then(family: Family) -> None:
    shown = await family.fill_in(family.ana)
    assert shown.response.ephemeral
    back = texts(shown.response)
    for part in ("Coda", "Disability & neurodiversity, Class", "Most of the family is deaf", "Ana", "first scene"):
        assert part in back
    assert buttons(shown.response) == ["Send", "Change", "Cancel"]
    assert family.suggestions() == []
    assert family.cards() == []

    await family.ana.click(shown.response, label="Send")
    [stored] = family.suggestions()
    assert (stored.kind, stored.author_id) == (SuggestionKind.DIVERSITY, family.ana.id)
    assert stored.representations == ("disability_neurodiversity", "class")
    assert (stored.text, stored.where) == (DIVERSITY["text"], DIVERSITY["where"])
    assert (stored.credit_name, stored.tell_by_dm) == ("Ana", True)
    assert buttons(family.card()) == ["Approve", "Edit and approve", "Decline with a reason"]
    assert "Most of the family is deaf" in texts(family.card())
    assert f"<@{family.ana.id}>" in texts(family.card())


async def test_change_opens_the_form_as_it_was_and_replaces_what_was_shown(family: Family) -> None:
    shown = await family.fill_in(family.ana)
    form = await family.ana.click(shown.response, label="Change")
    assert "Most of the family is deaf" in str(form.modal)
    changed = await family.ana.submit_modal(form, DIVERSITY | {"text": "Better words."})
    assert changed.response.id == shown.response.id
    await family.ana.click(changed.response, label="Send")
    assert [one.text for one in family.suggestions()] == ["Better words."]


async def test_cancel_sends_nothing(family: Family) -> None:
    shown = await family.fill_in(family.ana)
    cancelled = await family.ana.click(shown.response, label="Cancel")
    assert texts(cancelled.response) == member_labels.NOT_SENT
    assert family.suggestions() == []


async def test_after_a_restart_send_says_that_the_words_are_still_on_the_screen(family: Family) -> None:
    shown = await family.fill_in(family.ana)
    await family.restart()
    pressed = await family.ana.click(shown.response, label="Send")
    assert "still on your screen" in pressed.response.content
    assert "Most of the family is deaf" in texts(shown.response)
    assert family.suggestions() == []


async def test_a_form_that_was_open_during_a_restart_is_still_understood(family: Family) -> None:
    form = await family.ana.slash(family.channel, "suggest diversity", movie=CODA)
    await family.restart()
    shown = await family.ana.submit_modal(form, DIVERSITY)
    await family.ana.click(shown.response, label="Send")
    assert len(family.suggestions()) == 1


async def test_every_review_asks_what_it_missed_and_the_public_answer_stays(family: Family) -> None:
    answer = await family.ask("is coda ok for a 12 year old?")
    assert member_labels.MISSED_DIVERSITY in buttons(answer)
    before = texts(answer)
    form = await family.ben.click(answer, label=member_labels.MISSED_DIVERSITY)
    shown = await family.ben.submit_modal(form, DIVERSITY)
    assert shown.response.ephemeral
    assert family.channel.last_message is not None
    assert texts(family.channel.last_message) == before
    await family.ben.click(shown.response, label="Send")
    assert [one.author_id for one in family.suggestions()] == [family.ben.id]


async def test_a_section_of_a_review_asks_what_it_missed_too(family: Family) -> None:
    answer = await family.ask("is coda ok for a 12 year old?")
    section = await family.ana.click(answer, label="What's in it")
    assert member_labels.MISSED_DIVERSITY in buttons(section.response)


async def test_in_a_direct_message_nothing_is_offered_that_a_server_would_have_to_decide(family: Family) -> None:
    await family.ana.send_dm("is coda ok for a 12 year old?")
    answer = family.ana.user.dm_channel.last_message
    assert answer is not None
    assert member_labels.MISSED_DIVERSITY not in buttons(answer)
    assert member_labels.COMMUNITY_REVIEWS not in buttons(answer)


async def test_a_removed_review_behind_the_live_button_is_said_in_one_sentence(family: Family) -> None:
    answer = await family.ask("is coda ok for a 12 year old?")
    with family.app.store.begin() as work:
        work.reviews.remove(family.review_of().review_id, BY_OPERATOR)
        work.commit()
    pressed = await family.ana.click(answer, label=member_labels.MISSED_DIVERSITY)
    assert pressed.modal is None
    assert pressed.response.content.startswith("There is no review of that movie here")


async def test_a_correction_names_its_part_and_reaches_the_moderators(family: Family) -> None:
    await family.suggest(family.ana, CORRECTION, "correction")
    [stored] = family.suggestions()
    assert (stored.kind, stored.section, stored.text) == (
        SuggestionKind.CORRECTION,
        "Official rating",
        CORRECTION["text"],
    )
    assert "Correction: Coda" in texts(family.card())


async def test_a_title_that_was_typed_and_fits_nothing_gets_the_remedy(family: Family) -> None:
    refused = await family.ana.slash(family.channel, "suggest correction", movie="whatever <@1>")
    assert refused.response.ephemeral
    assert "pick it from the list" in refused.response.content
    assert "<@1>" not in refused.response.content


async def test_links_and_mentions_are_disarmed_wherever_they_are_shown(family: Family) -> None:
    text = "@everyone see [this](https://evil.example) <@123> **now**"
    await family.suggest(family.ana, DIVERSITY | {"text": text, "credit": "*A*"})
    for shown in (texts(family.card()), said(await family.ana.slash(family.channel, "suggest mine"))):
        assert "@everyone" not in shown
        assert "[this](" not in shown
        assert "https://evil" not in shown
        assert "<@123>" not in shown
        assert "**now**" not in shown


@pytest.mark.parametrize("channel_id", [None, 123_456_789])
async def test_without_a_moderators_channel_nothing_is_lost(family: Family, channel_id: int | None) -> None:
    family.set(moderators_channel_id=channel_id)
    sent = await family.suggest(family.ana)
    assert member_labels.SENT in said(sent)
    listed = await family.moderator.slash(family.channel, "suggestions")
    assert "Most of the family is deaf" in said(listed)


async def test_a_channel_that_was_deleted_or_closed_to_the_bot_loses_nothing(family: Family) -> None:
    family.env.inject_error("POST", f"/channels/{family.desk.id}/messages", status=403, code=50013, message="no")
    sent = await family.suggest(family.ana)
    assert member_labels.SENT in said(sent)
    assert len(family.suggestions()) == 1


async def test_a_channel_of_another_server_gets_no_card(family: Family) -> None:
    elsewhere = family.env.create_guild("Elsewhere").create_text_channel("their-desk")
    family.set(moderators_channel_id=elsewhere.id)
    await family.suggest(family.ana)
    assert elsewhere.history() == []
    assert len(family.suggestions()) == 1


async def test_who_is_blocked_is_told_before_writing_and_again_when_sending(family: Family) -> None:
    shown = await family.fill_in(family.ana)
    family.app.care.block(family.actor(family.moderator, moderates=True), DiscordUserId(family.ana.id))
    refused = await family.ana.slash(family.channel, "suggest diversity", movie=CODA)
    assert refused.modal is None
    assert "switched suggestions off for you" in refused.response.content
    sending = await family.ana.click(shown.response, label="Send")
    assert "switched suggestions off for you" in said(sending)
    assert family.suggestions() == []


async def test_a_day_holds_so_many_suggestions_and_no_more(family: Family) -> None:
    for _ in range(MOST_SUGGESTIONS_A_DAY):
        await family.suggest(family.ana)
    refused = await family.ana.slash(family.channel, "suggest diversity", movie=CODA)
    assert refused.modal is None
    assert "come back tomorrow" in refused.response.content
    assert (await family.ben.slash(family.channel, "suggest diversity", movie=CODA)).modal is not None


async def test_two_presses_of_send_send_once(family: Family) -> None:
    shown = await family.fill_in(family.ana)
    send = custom_id_of(shown.response, "Send")
    await family.ana.click(shown.response, label="Send")
    message = await family.with_button(send)
    again = await family.ana.click(message, label="x")
    assert "it was sent already" in again.response.content
    assert len(family.suggestions()) == 1


async def test_mine_tells_what_became_of_each_and_takes_a_waiting_one_back(family: Family) -> None:
    assert "not suggested anything" in said(await family.ana.slash(family.channel, "suggest mine"))
    await family.suggest(family.ana)
    mine = await family.ana.slash(family.channel, "suggest mine")
    assert mine.response.ephemeral
    assert "Waiting for a moderator" in said(mine)
    after = await family.ana.click(mine.response, label=member_labels.WITHDRAW)
    assert "Taken back" in said(after)
    assert family.suggestions()[0].state is SuggestionState.WITHDRAWN
    assert buttons(family.card()) == []
    assert said(await family.ben.slash(family.channel, "suggest mine")) == member_labels.NONE_OF_YOURS


async def test_taking_back_what_was_decided_meanwhile_shows_who_decided(family: Family) -> None:
    await family.suggest(family.ana)
    mine = await family.ana.slash(family.channel, "suggest mine")
    await family.moderator.click(family.card(), label="Approve")
    late = await family.ana.click(mine.response, label=member_labels.WITHDRAW)
    assert f"Approved by <@{family.moderator.id}>" in said(late)
    assert family.suggestions()[0].state is SuggestionState.APPROVED


async def test_nobody_takes_back_what_is_not_theirs(family: Family) -> None:
    await family.suggest(family.ana)
    mine = await family.ana.slash(family.channel, "suggest mine")
    custom_id = custom_id_of(mine.response, member_labels.WITHDRAW)
    message = await family.with_button(custom_id)
    refused = await family.ben.click(message, custom_id=custom_id)
    assert "Only who made a suggestion" in refused.response.content
    assert family.suggestions()[0].state is SuggestionState.PENDING
