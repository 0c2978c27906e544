"""/privacy: what is kept about a person is shown to them alone, handed over, and deleted on one question back."""

from __future__ import annotations

import json

import pytest

from bot.discord_app import member_labels
from tests.discord_app.members.conftest import CODA, Family, buttons, said


async def test_who_wrote_nothing_has_nothing_kept(family: Family) -> None:
    await family.ask("is coda ok for my 7 year old?")
    shown = await family.ana.slash(family.channel, "privacy")
    assert shown.response.ephemeral
    assert member_labels.PRIVACY_NOTHING in said(shown)
    assert "never written down" in said(shown)
    assert "README" in said(shown)
    assert buttons(shown.response) == []


async def test_kinds_and_counts_are_shown_in_direct_messages_too(family: Family) -> None:
    await family.suggest(family.ana)
    await family.rate(family.ana)
    shown = said(await family.ana.user.slash("privacy"))
    assert "- 1 community review" in shown
    assert "- 1 suggestion" in shown


async def test_the_copy_is_a_file_with_everything_and_nobody_elses(family: Family) -> None:
    await family.suggest(family.ana)
    await family.rate(family.ana)
    await family.rate(family.ben, text="Ben's own words.")
    panel = await family.ana.slash(family.channel, "privacy")
    copy = await family.ana.click(panel.response, label=member_labels.EXPORT)
    assert copy.response.ephemeral
    [attachment] = copy.response.attachments
    assert attachment.filename.endswith(".json")
    text = (await attachment.read()).decode()
    kept = json.loads(text)
    assert len(kept["suggestions"]) == len(kept["community_reviews"]) == 1
    assert "Most of the family is deaf" in text
    assert "Ben's own words." not in text


@pytest.mark.parametrize(("choice", "left"), [(member_labels.KEEP_WORDS, 1), (member_labels.DELETE_ALL, 0)])
async def test_deleting_asks_once_and_keeps_the_words_only_if_wished(family: Family, choice: str, left: int) -> None:
    await family.suggest(family.ana)
    await family.moderator.click(family.card(), label="Approve")
    await family.rate(family.ana)
    await family.rate(family.ben, text="Ben's own words.")
    await family.restart()
    panel = await family.ana.slash(family.channel, "privacy")
    asked = await family.ana.click(panel.response, label=member_labels.DELETE)
    sure = await family.ana.click(asked.response, label=choice)
    assert choice in said(sure)
    assert len(family.community()) == 2
    done = await family.ana.click(sure.response, label=member_labels.YES_DELETE)
    assert "none has any more" in said(done)

    assert [one.author_id for one in family.community() if one.author_id != family.ben.id] == [None] * left
    assert all(one.author_id is None and one.credit_name is None for one in family.suggestions())
    assert "(suggested by Ana)" not in (family.review_of().review.diversity or "")
    assert member_labels.PRIVACY_NOTHING in said(await family.ana.slash(family.channel, "privacy"))
    page = said(await family.ben.slash(family.channel, "community reviews", movie=CODA))
    assert "Ben's own words." in page
    assert ("for days" in page) is bool(left)
    assert f"<@{family.ana.id}>" not in page


async def test_cancel_deletes_nothing(family: Family) -> None:
    await family.rate(family.ana)
    panel = await family.ana.slash(family.channel, "privacy")
    asked = await family.ana.click(panel.response, label=member_labels.DELETE)
    cancelled = await family.ana.click(asked.response, label=member_labels.CANCEL)
    assert said(cancelled) == member_labels.NOT_DELETED
    assert len(family.community()) == 1
