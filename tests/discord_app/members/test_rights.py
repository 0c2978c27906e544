"""Who may do what: every command, button and form of the members' part × everybody who could try it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import discord
import pytest
import simcord
from discord import app_commands
from simcord import SetupError

from bot.discord_app.commands.community import community
from bot.discord_app.commands.privacy import privacy
from bot.discord_app.commands.rate import rate
from bot.discord_app.commands.suggest import suggest
from bot.discord_app.commands.suggestions import suggestions
from bot.discord_app.members import MEMBER_ITEMS, MemberDesk
from bot.domain.actor import Actor, DiscordUserId
from bot.domain.community import Voice
from bot.domain.suggestion import Suggestion, SuggestionKind
from tests.discord_app.members.conftest import CODA, Family, said

DONE, MODERATORS, AUTHOR, BLOCKED = "does it", "moderators only", "its author only", "blocked"
SERVERS, GONE, HIDDEN, FAILED = "servers only", "not there", "not offered", "failed"
_SIGNS = {
    "Only this server's moderators": MODERATORS,
    "Only who made a suggestion": AUTHOR,
    "have switched": BLOCKED,
    "use this command in": SERVERS,
    "use the command in": SERVERS,
    "server's channel only": SERVERS,
    "is not here": GONE,
    "no longer there": GONE,
    "You have not reviewed": GONE,
    "something went wrong": FAILED,
}
PEOPLE = (
    "owner",
    "moderator",
    "moderator by role",
    "member",
    "blocked",
    "stranger in a DM",
    "another server's moderator",
)

FOR_MODERATORS = (DONE, DONE, DONE, MODERATORS, MODERATORS, SERVERS, GONE)
FOR_ANY_MEMBER = (DONE, DONE, DONE, DONE, DONE, SERVERS, DONE)
FOR_WRITERS = (DONE, DONE, DONE, DONE, BLOCKED, SERVERS, DONE)
FOR_ANYBODY = (DONE,) * 7

CONTROLS: dict[str, tuple[str, ...]] = {
    "guide:suggestion:approve:{suggestion}": FOR_MODERATORS,
    "guide:suggestion:edit:{suggestion}": FOR_MODERATORS,
    "guide:suggestion:decline:{suggestion}": FOR_MODERATORS,
    "guide:suggestion:look:{suggestion}": FOR_MODERATORS,
    "guide:suggestion:draft:{suggestion}": FOR_MODERATORS,
    "guide:suggestion:withdraw:{suggestion}": (AUTHOR, AUTHOR, AUTHOR, AUTHOR, AUTHOR, GONE, GONE),
    "guide:suggestions:pending:0:": (*FOR_MODERATORS[:6], DONE),
    "guide:suggestions:mine:0:": FOR_ANYBODY,
    "guide:judge-review:stand:{review}": FOR_MODERATORS,
    "guide:judge-review:down:{review}": FOR_MODERATORS,
    "guide:unsent:send:{unsent}": FOR_WRITERS,
    "guide:unsent:change:{unsent}": FOR_WRITERS,
    "guide:unsent:cancel:{unsent}": FOR_ANYBODY,
    "guide:missed:{movie}": FOR_WRITERS,
    "guide:community:{movie}:0": FOR_ANY_MEMBER,
    "guide:own-review:write:{movie}": FOR_WRITERS,
    "guide:own-review:delete:{movie}": (GONE,) * 7,
    "guide:report:{review}": (DONE, DONE, DONE, DONE, BLOCKED, GONE, GONE),
    "guide:privacy:export": FOR_ANYBODY,
    "guide:privacy:delete": FOR_ANYBODY,
    "guide:privacy:keep": FOR_ANYBODY,
    "guide:privacy:sure-all": FOR_ANYBODY,
}
COMMANDS: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "suggest diversity": ({"movie": CODA}, (*FOR_WRITERS[:5], HIDDEN, DONE)),
    "suggest correction": ({"movie": CODA}, (*FOR_WRITERS[:5], HIDDEN, DONE)),
    "suggest mine": ({}, (*FOR_ANY_MEMBER[:5], HIDDEN, DONE)),
    "suggestions": ({}, (*FOR_MODERATORS[:5], HIDDEN, DONE)),
    "rate": ({"movie": CODA}, (*FOR_WRITERS[:5], HIDDEN, DONE)),
    "community reviews": ({"movie": CODA}, (*FOR_ANY_MEMBER[:5], HIDDEN, DONE)),
    "community waiting": ({}, (*FOR_MODERATORS[:5], HIDDEN, DONE)),
    "privacy": ({}, FOR_ANYBODY),
}
_WORDS: dict[str, Any] = {"text": "Words."}
FORMS: dict[str, tuple[str, dict[str, Any], tuple[str, ...]]] = {
    # Sending the form of a suggestion only shows it back; *Send* is where a blocked member is refused.
    "guide:form:diversity:1:new": ("guide:missed:{movie}", _WORDS | {"representations": ["age"]}, FOR_ANY_MEMBER[:5]),
    "guide:form:edit:1": ("guide:suggestion:edit:{suggestion}", _WORDS, FOR_MODERATORS[:5]),
    "guide:form:decline:1": ("guide:suggestion:decline:{suggestion}", _WORDS, FOR_MODERATORS[:5]),
    "guide:form:rate:1": (
        "guide:own-review:write:{movie}",
        _WORDS | {"voice": "teen", "age": ["9"], "stars": "3"},
        FOR_WRITERS[:5],
    ),
}
"""A form's shape, the button that opens it, what is filled in, and what becomes of it for the server's own people."""


@dataclass
class Crowd:
    """Everybody who could try, and something fresh for each to try it on."""

    family: Family
    people: list[Any]
    rooms: list[Any]
    tries: int = 0

    def fresh(self, template: str) -> str:
        family, self.tries = self.family, self.tries + 1
        movie_id = family.movie_id("Coda", 2021)
        author = Actor(DiscordUserId(900_000 + self.tries), family.server_id)
        idea = Suggestion(
            family.server_id,
            movie_id,
            SuggestionKind.DIVERSITY,
            f"Idea {self.tries}.",
            datetime.now(UTC),
            author.user_id,
            representations=("age",),
        )
        community_review = family.app.community.rate(author, movie_id, Voice.PARENT, 9, 3, "Words.")
        return template.format(
            suggestion=family.app.suggesting.suggest(author, idea).suggestion_id,
            review=community_review.community_review_id,
            movie=movie_id,
            unsent=family.env.bot.desk.unsent.hold(idea),  # type: ignore[attr-defined]
        )

    async def press(self, number: int, custom_id: str) -> Any:
        view = discord.ui.LayoutView(timeout=None)
        view.add_item(discord.ui.ActionRow(discord.ui.Button(label="x", custom_id=custom_id)))
        person, room = self.people[number], self.rooms[number]
        if room is None:
            user = await self.family.env.bot.fetch_user(person.id)
            return await person.click(await user.send(view=view), label="x")
        channel = self.family.env.bot.get_channel(room.id)
        assert isinstance(channel, discord.TextChannel)
        return await person.click(await channel.send(view=view), label="x")


@pytest.fixture
async def crowd(family: Family) -> Crowd:
    env = family.env
    chief = env.create_user("chief")
    server = env.create_guild("Ours", owner=chief)
    keeper = server.create_role("Keeper", permissions=discord.Permissions(manage_guild=True))
    helper = server.create_role("Helper")
    room = server.create_text_channel("room")
    family.server = server
    family.set(moderator_role_ids=frozenset({helper.id}))
    owner = server.add_member(chief)
    moderator = server.add_member(env.create_user("mo"), roles=[keeper])
    by_role = server.add_member(env.create_user("ro"), roles=[helper])
    member, blocked = server.add_member(env.create_user("me")), server.add_member(env.create_user("bl"))
    family.app.care.block(family.actor(moderator, moderates=True), DiscordUserId(blocked.id))
    other = env.create_guild("Theirs")
    their_keeper = other.create_role("Keeper", permissions=discord.Permissions(manage_guild=True))
    their_room = other.create_text_channel("room")
    their_moderator = other.add_member(env.create_user("tm"), roles=[their_keeper])
    stranger = env.create_user("stranger")
    people = [owner, moderator, by_role, member, blocked, stranger, their_moderator]
    return Crowd(family, people, [room, room, room, room, room, None, their_room])


def outcome(result: Any) -> str:
    if result.modal is not None:
        return DONE
    shown = said(result)
    assert shown, "nobody was told anything"
    return next((name for sign, name in _SIGNS.items() if sign in shown), DONE)


def named(outcomes: list[str] | tuple[str, ...]) -> dict[str, str]:
    return dict(zip(PEOPLE, outcomes, strict=False))


@pytest.mark.parametrize("template", CONTROLS)
async def test_a_control_does_for_each_what_its_row_says(crowd: Crowd, template: str) -> None:
    got = [outcome(await crowd.press(number, crowd.fresh(template))) for number in range(len(PEOPLE))]
    assert named(got) == named(CONTROLS[template])


@pytest.mark.parametrize("name", COMMANDS)
async def test_a_command_does_for_each_what_its_row_says(crowd: Crowd, name: str) -> None:
    options, expected = COMMANDS[name]
    got = []
    for person, room in zip(crowd.people, crowd.rooms, strict=True):
        try:
            result = await (person.slash(name, **options) if room is None else person.slash(room, name, **options))
        except SetupError:
            got.append(HIDDEN)
        else:
            got.append(outcome(result))
    assert named(got) == named(expected)


@pytest.mark.parametrize("shape", FORMS)
async def test_a_form_that_comes_back_is_checked_for_who_sends_it(crowd: Crowd, shape: str) -> None:
    opener, values, expected = FORMS[shape]
    got = []
    for person in crowd.people[: len(expected)]:
        form = await crowd.press(1, crowd.fresh(opener))
        # The moderator opened it; what comes back says it is from this person, as a forged or belated one would.
        form._interaction.user_id = person.id
        assert isinstance(person, simcord.MemberActor)
        got.append(outcome(await person.submit_modal(form, values)))
    assert named(got) == named(expected)


def test_every_control_form_and_command_of_the_members_part_has_a_row() -> None:
    numbers = {"suggestion": 1, "review": 1, "movie": 1, "unsent": "0" * 16}
    ids = [template.format(**numbers) for template in CONTROLS]
    for item in MEMBER_ITEMS:
        assert any(item.__discord_ui_compiled_template__.fullmatch(custom_id) for custom_id in ids), item
    for pattern, _handler in MemberDesk.modals:
        assert any(pattern.fullmatch(shape) for shape in FORMS), pattern
    leaves: list[str] = []
    for command in (suggest, suggestions, rate, community, privacy):
        found = command.walk_commands() if isinstance(command, app_commands.Group) else [command]
        leaves += [leaf.qualified_name for leaf in found]
    assert sorted(leaves) == sorted(COMMANDS)
