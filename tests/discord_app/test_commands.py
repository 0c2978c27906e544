"""The commands: what they answer and to whom, what they offer, who may use them."""

from __future__ import annotations

from typing import Any

import pytest
from discord import app_commands

from bot.discord_app import labels
from bot.discord_app.client import GuideBot
from bot.discord_app.commands import COMMANDS
from bot.discord_app.commands.about_message import about_message
from bot.discord_app.commands.ask import ask
from bot.discord_app.commands.help import show_help
from tests.discord_app.conftest import World, texts
from tests.discord_app.fake_guide import CORALINE, THE_INTERVIEW


async def test_ask_answers_in_the_channel(world: World) -> None:
    result = await world.parent.slash(world.channel, "ask", question="is coraline ok for my 7 year old")
    assert result.response is not None
    assert not result.deferred
    assert "For your 7-year-old" in texts(result.response)


async def test_ask_answers_the_asker_alone_when_told_so(world: World) -> None:
    result = await world.parent.slash(world.channel, "ask", question="coraline?", private=True)
    assert result.response is not None
    assert result.response.ephemeral


async def test_ask_works_in_a_direct_message(world: World) -> None:
    result = await world.parent.user.slash("ask", question="coraline?")
    assert result.response is not None
    assert "Coraline (2009)" in texts(result.response)


async def test_a_movie_picked_from_the_list_is_the_one_asked_about(world: World) -> None:
    offered = await world.parent.autocomplete(world.channel, "ask", "movie", "interview", question="ok?")
    assert [choice["value"] for choice in offered] == ["Interview (2007)", "The Interview (2014)"]
    await world.parent.slash(world.channel, "ask", question="ok for my 12 year old?", movie="The Interview (2014)")
    assert world.guide.questions[-1].about == THE_INTERVIEW.movie_id


async def test_a_movie_typed_instead_of_picked_is_part_of_the_question(world: World) -> None:
    await world.parent.slash(world.channel, "ask", question="ok?", movie="something else")
    assert world.guide.questions[-1].about is None
    assert world.guide.questions[-1].text == '"something else" ok?'


async def test_a_failing_title_search_offers_nothing(world: World) -> None:
    world.guide.failure = RuntimeError("broken")
    assert await world.parent.autocomplete(world.channel, "ask", "movie", "x", question="ok?") == []


async def test_the_message_menu_answers_the_messages_text_to_the_presser_alone(world: World) -> None:
    said = await world.member.send(world.channel, "is coraline ok for a 7 year old?")
    result = await world.parent.context_menu(world.channel, labels.CONTEXT_MENU_NAME, said)
    assert result.response is not None
    assert result.response.ephemeral
    assert "For your 7-year-old" in texts(result.response)
    assert world.guide.questions[-1].speaker.conversation.endswith(str(world.parent.id))


async def test_the_message_menu_on_the_guides_own_message_means_its_movie(world: World) -> None:
    await world.parent.send(world.channel, f"{world.me} coraline for 7?")
    result = await world.member.context_menu(world.channel, labels.CONTEXT_MENU_NAME, world.last())
    assert result.response is not None
    assert CORALINE.name in texts(result.response)
    assert "7-year-old" not in texts(result.response)


async def test_the_message_menu_on_a_picture_says_that_there_is_no_text(world: World) -> None:
    said = await world.member.send(world.channel, attachments=[("cat.png", b"x")])
    result = await world.parent.context_menu(world.channel, labels.CONTEXT_MENU_NAME, said)
    assert result.response is not None
    assert result.response.content == labels.NO_TEXT


async def test_guide_explains_itself_and_the_ways_to_ask(world: World) -> None:
    result = await world.parent.slash(world.channel, "guide")
    assert result.response is not None
    assert result.response.ephemeral
    assert "Ask me about a movie and a child." in texts(result.response)
    assert "by mentioning me" in texts(result.response)


async def test_a_moderator_makes_a_guide_channel_and_it_counts_at_once(world: World) -> None:
    await world.parent.send(world.channel, "coraline?")
    assert world.from_bot() == []
    result = await world.moderator.slash(world.channel, "guide-channel on")
    assert [message.ephemeral for message in [result.response, *result.followups] if message] == [True]
    await world.parent.send(world.channel, "coraline?")
    assert "Coraline (2009)" in texts(world.last())
    await world.moderator.slash(world.channel, "guide-channel off")
    count = len(world.from_bot())
    await world.parent.send(world.channel, "coraline?")
    assert len(world.from_bot()) == count


async def test_a_member_whom_the_server_lets_see_guide_channel_is_refused_all_the_same(world: World) -> None:
    command = next(c for c in await world.env.bot.tree.fetch_commands() if c.name == "guide-channel")
    world.server.set_command_permissions(command, {world.parent: True})
    result = await world.parent.slash(world.channel, "guide-channel on")
    said = [message.content for message in [result.response, *result.followups] if message]
    assert said == ["Only this server's moderators can do that."]
    assert world.settings.guide_channel_ids == frozenset()


EVERYWHERE = {"ask", labels.CONTEXT_MENU_NAME, "guide", "privacy"}
"""The commands that also work in direct messages and where the guide is only somebody's own app."""


def leaves() -> list[Any]:
    found: list[Any] = []
    for command in COMMANDS:
        found += list(command.walk_commands()) if isinstance(command, app_commands.Group) else [command]
    return found


@pytest.mark.parametrize("command", [ask, about_message, show_help], ids=lambda command: command.qualified_name)
async def test_every_command_of_the_guide_survives_its_failing_with_a_reference(world: World, command: Any) -> None:
    world.guide.failure = RuntimeError("secret words of a parent")
    if isinstance(command, app_commands.ContextMenu):
        said = await world.member.send(world.channel, "coraline?")
        result = await world.parent.context_menu(world.channel, command.name, said)
    else:
        needed = {option.name: "coraline?" for option in command.parameters if option.required}
        result = await world.parent.slash(world.channel, command.name, **needed)
    said_last = [message for message in [result.response, *result.followups] if message][-1]
    assert "reference" in said_last.content
    assert "secret" not in said_last.content
    assert said_last.ephemeral


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
async def test_every_command_says_what_it_does_and_where_it_may_be_used(simcord_bot: GuideBot, command: Any) -> None:
    payload = command.to_dict(simcord_bot.tree)
    assert payload["contexts"]
    assert payload["integration_types"]
    if not isinstance(command, app_commands.ContextMenu):
        assert 1 <= len(payload["description"]) <= 100
    everywhere = command.name in EVERYWHERE
    assert sorted(payload["contexts"]) == ([0, 1, 2] if everywhere else [0])
    assert sorted(payload["integration_types"]) == ([0, 1] if everywhere else [0])
    assert payload["default_member_permissions"] is None, "a moderator by role has to see it; the use case checks"


def test_every_option_is_described() -> None:
    for command in leaves():
        for option in getattr(command, "parameters", []):
            assert option.description not in ("", "…"), (command.name, option.name)
