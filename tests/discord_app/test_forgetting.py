"""What the bot remembers of people between two messages is forgotten in time, whether or not anybody writes again."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from bot.cli.serving import use_cases_of
from bot.discord_app import member_labels, server_labels
from bot.discord_app.client import GuideBot
from tests.discord_app.conftest import World
from tests.discord_app.members.conftest import DIVERSITY, Family, app, buttons, family, said

__all__ = ["app", "family"]

QUESTION = "is Unreviewed Thing (2011) ok for my 8 year old?"


class Seconds:
    """Counts seconds; everybody is slow enough, and an hour passes when the test says so."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        self.now += 1.0
        return self.now


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def simcord_bot(request: pytest.FixtureRequest, discord_settings: Any, clock: Callable[[], float]) -> GuideBot:
    names = request.fixturenames
    use_cases = (
        use_cases_of(request.getfixturevalue("app")) if "family" in names else request.getfixturevalue("use_cases")
    )
    return GuideBot(use_cases, discord_settings, clock=clock)


async def test_what_is_shown_back_says_how_long_it_is_held(family: Family) -> None:
    shown = await family.fill_in(family.ana)
    assert "Nothing is sent yet" in said(shown)
    assert "60 minutes" in said(shown)


@pytest.mark.parametrize(("minutes", "sent"), [(50, 1), (70, 0)])
async def test_words_that_are_left_alone_for_an_hour_can_no_longer_be_sent(
    family: Family, clock: Seconds, minutes: int, sent: int
) -> None:
    shown = await family.fill_in(family.ana)
    clock.now += minutes * 60
    pressed = await family.ana.click(shown.response, label="Send")
    assert len(family.suggestions()) == sent
    assert ("60 minutes have passed" in said(pressed)) is not bool(sent)


async def test_words_that_are_left_alone_are_gone_from_memory_though_nobody_presses_again(
    family: Family, clock: Seconds
) -> None:
    await family.fill_in(family.ana)
    unsent = bot_of(family).desk.unsent
    clock.now += 3_700
    assert len(unsent._held) == 1
    await family.env.advance_time(61)
    assert len(unsent._held) == 0


async def test_what_a_parent_asked_is_gone_though_nobody_asks_again(world: World) -> None:
    before = world.guide.tidied
    await world.env.advance_time(61)
    assert world.guide.tidied > before


async def test_of_words_that_were_changed_the_first_are_held_no_longer(family: Family) -> None:
    shown = await family.fill_in(family.ana)
    form = await family.ana.click(shown.response, label="Change")
    changed = await family.ana.submit_modal(form, DIVERSITY | {"text": "Better words."})
    unsent = bot_of(family).desk.unsent
    assert [one.text for one in unsent.of(family.ana.id)] == ["Better words."]
    await family.ana.click(changed.response, label="Cancel")
    assert unsent.of(family.ana.id) == []


async def test_privacy_shows_and_hands_over_and_deletes_what_was_not_sent(family: Family) -> None:
    await family.fill_in(family.ana)
    await family.fill_in(family.ben, DIVERSITY | {"text": "Ben's own words."})
    panel = await family.ana.slash(family.channel, "privacy")
    assert "- 1 suggestion you have not sent yet" in said(panel)
    copy = await family.ana.click(panel.response, label=member_labels.EXPORT)
    [attachment] = copy.response.attachments
    [unsent] = json.loads((await attachment.read()).decode())["unsent"]
    assert unsent["text"] == DIVERSITY["text"]
    asked = await family.ana.click(panel.response, label=member_labels.DELETE)
    sure = await family.ana.click(asked.response, label=member_labels.DELETE_ALL)
    assert "1 entry" in said(await family.ana.click(sure.response, label=member_labels.YES_DELETE))
    assert [len(bot_of(family).desk.unsent.of(person.id)) for person in (family.ana, family.ben)] == [0, 1]
    assert member_labels.PRIVACY_NOTHING in said(await family.ana.slash(family.channel, "privacy"))


async def test_privacy_says_what_is_in_memory_for_a_while(family: Family) -> None:
    shown = said(await family.ana.slash(family.channel, "privacy"))
    for part in ("15 minutes", "not sent yet", "60 minutes", server_labels.WANT, "7 days"):
        assert part in shown


async def test_who_wished_for_what_cannot_be_read_from_memory(family: Family) -> None:
    answer = await family.ask(QUESTION)
    assert server_labels.WANT in buttons(answer)
    await family.ben.click(answer, label=server_labels.WANT)
    made = bot_of(family).desk.wishes._made
    assert len(made) == 1
    assert str(family.ben.id) not in repr(list(made._held))
    assert said(await family.ben.click(answer, label=server_labels.WANT)) == server_labels.WANTED_BEFORE


def bot_of(family: Family) -> GuideBot:
    assert isinstance(family.env.bot, GuideBot)
    return family.env.bot
