"""Who may do what: every command, button, select and modal for everybody who may come to press it.

A row's letters are the outcomes for PEOPLE in their order: A answered, R refused, - not there, ? the simulation has no
way to try it. Commands that Discord
hides are shown to everybody here, as a server may set it: a hidden command is a courtesy, the use case has to refuse.
The last of PEOPLE moderates another server and acts there, with ids of ours. A new command or control without a row
fails the last tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import discord
import pytest
import simcord
from discord import app_commands

from bot.bootstrap import Application
from bot.discord_app import labels
from bot.discord_app.client import DYNAMIC_ITEMS, GuideBot
from bot.discord_app.commands import COMMANDS
from bot.discord_app.views.review_controls import Pick, Press
from bot.saying.reply import Action
from tests.discord_app.members.conftest import app, simcord_bot
from tests.discord_app.rights_world import PEOPLE, RightsWorld

__all__ = ["app", "simcord_bot"]

EVERYBODY = "AAAAAAA"
IN_SERVERS = "AAAAA-A"
WRITERS = "AAAAR-A"
"""Who may write in the server they are in: not the blocked."""
MODERATORS = "AAARR-A"
"""Each in their own server."""
OURS = "AAARR-R"
"""Of something that is this server's."""
PRESS_EVERYBODY = "AAAAAAA"
PRESS_WRITERS = "AAAARRA"
PRESS_MODERATORS = "AAARRRA"
PRESS_OURS = "AAARRRR"
PRESS_AUTHOR = "RRRARRR"
"""Only who wrote it."""


@dataclass(frozen=True)
class Command:
    name: str
    outcome: str
    options: dict[str, Any] | Callable[[RightsWorld], dict[str, Any]] = field(default_factory=dict)
    """What is filled in, or how to make it for one person."""

    def __str__(self) -> str:
        return self.name


CODA = {"movie": "Coda (2021)"}


def beside_a_draft(world: RightsWorld) -> dict[str, Any]:
    """Nothing is filled in, but there are a review of this server and a draft of it."""
    world.draft()
    return {}


COMMAND_ROWS = (
    Command("ask", EVERYBODY, {"question": "is Bambi (1942) ok for my 8 year old?"}),
    Command(labels.CONTEXT_MENU_NAME, "AAAAA?A"),
    Command("guide", EVERYBODY),
    Command("privacy", EVERYBODY),
    Command("guide-channel on", MODERATORS),
    Command("guide-channel off", MODERATORS),
    Command("review add", MODERATORS, {"title": "Unreviewed Thing (2011)"}),
    Command("review edit", OURS, lambda world: {"title": world.own_name()}),
    Command("review copy", MODERATORS, {"title": "Coda (2021)"}),
    Command("review drafts", OURS, beside_a_draft),
    Command("review remove", OURS, lambda world: {"title": world.own_name()}),
    Command("review history", OURS, lambda world: {"title": world.own_name()}),
    Command("review undo", OURS, lambda world: {"title": world.own_name()}),
    Command("review import", MODERATORS),
    Command("review export", OURS, beside_a_draft),
    Command("suggest diversity", WRITERS, CODA),
    Command("suggest correction", WRITERS, CODA),
    Command("suggest mine", IN_SERVERS),
    Command("suggestions", MODERATORS),
    Command("rate", WRITERS, CODA),
    Command("community reviews", IN_SERVERS, CODA),
    Command("community waiting", MODERATORS),
    Command("settings", MODERATORS),
    Command("audit", MODERATORS),
    Command("block member", MODERATORS, lambda world: {"member": world.bystander}),
    Command("unblock member", MODERATORS, lambda world: {"member": world.bystander}),
    Command("blocked", MODERATORS),
    Command("requests", MODERATORS),
)


@dataclass(frozen=True)
class Control:
    """A button, or with values a select."""

    custom_id: Callable[[RightsWorld, str], str]
    outcome: str
    values: Callable[[RightsWorld, str], list[Any]] | None = None
    kind: type[Any] = discord.ui.Select
    file: bytes | None = None
    name: str = ""


def press(custom_id: Callable[[RightsWorld], str] | str, outcome: str, **more: Any) -> Control:
    make = (lambda _world, _person: custom_id) if isinstance(custom_id, str) else (lambda world, _: custom_id(world))
    return Control(make, outcome, **more)


def on_draft(what: str, outcome: str = PRESS_OURS, **more: Any) -> Control:
    """A control of a draft's panel; {} stands for the draft's number and version."""

    def custom_id(world: RightsWorld) -> str:
        draft = world.draft()
        return what.format(f"{draft.draft_id}:{draft.version}")

    return press(custom_id, outcome, name=what, **more)


def picks(*values: str) -> Callable[[RightsWorld, str], list[Any]]:
    return lambda _world, _person: list(values)


def local_channel(world: RightsWorld, person: str) -> list[Any]:
    return [world.where(person)] if world.where(person) is not None else []


CONTROL_ROWS = (
    *(
        press(lambda world, action=action: f"guide:section:{action.value}:{world.coda}", PRESS_EVERYBODY)
        for action in Action
    ),
    press(lambda world: f"guide:choose:{world.coda}:0", PRESS_EVERYBODY),
    press("guide:choose-from:0", PRESS_EVERYBODY, values=lambda world, _: [str(world.coda)]),
    press("guide:more:0", PRESS_EVERYBODY),
    on_draft("review:page:{}:grid"),
    on_draft("review:form:{}:facts"),
    on_draft("review:preview:{}"),
    on_draft("review:section:{}:talk"),
    on_draft("review:publish:{}"),
    on_draft("review:over:{}"),
    on_draft("review:drop:{}"),
    on_draft("review:dropnow:{}"),
    on_draft("review:newest:{}"),
    on_draft("review:mine:{}:facts", file=b'{"title": "Own Movie 99", "year": "2001"}'),
    on_draft("review:again:{}:facts", file=b"{}"),
    press(lambda world: f"review:restore:{world.own_review().review_id}:1", PRESS_OURS),
    press("review:all:1:1", "RRRRRRR"),
    on_draft("review-pick:row:{}", values=picks("language")),
    on_draft("review-pick:question:{}", values=picks("war")),
    on_draft("review-pick:age:{}", values=picks("8")),
    press(lambda world: f"review-pick:revision:{world.own_review().review_id}:0", PRESS_OURS, values=picks("1")),
    press("review-pick:draft:0:0", PRESS_OURS, values=lambda world, _: [str(world.draft().draft_id)]),
    press(lambda world: f"guide:community:{world.coda}:0", "AAAAARA"),
    press(lambda world: f"guide:missed:{world.coda}", PRESS_WRITERS),
    press(lambda world: f"guide:suggestion:approve:{world.suggestion()}", PRESS_OURS),
    press(lambda world: f"guide:suggestion:edit:{world.suggestion()}", PRESS_OURS),
    press(lambda world: f"guide:suggestion:decline:{world.suggestion()}", PRESS_OURS),
    press(lambda world: f"guide:suggestion:look:{world.suggestion()}", PRESS_OURS),
    press(lambda world: f"guide:suggestion:draft:{world.suggestion()}", PRESS_OURS),
    press(lambda world: f"guide:suggestion:withdraw:{world.suggestion('member')}", PRESS_AUTHOR),
    press("guide:suggestions:pending:0:", PRESS_MODERATORS),
    press(lambda world: f"guide:unsent:send:{world.unsent()}", PRESS_WRITERS),
    press(lambda world: f"guide:unsent:change:{world.unsent()}", PRESS_WRITERS),
    press(lambda world: f"guide:unsent:cancel:{world.unsent()}", PRESS_EVERYBODY),
    press(lambda world: f"guide:judge-review:stand:{world.community_review()}", PRESS_OURS),
    press(lambda world: f"guide:judge-review:down:{world.community_review()}", PRESS_OURS),
    press(lambda world: f"guide:own-review:write:{world.coda}", PRESS_WRITERS),
    press(lambda world: f"guide:own-review:delete:{world.coda}{world.community_review('member') and ''}", PRESS_AUTHOR),
    press(lambda world: f"guide:report:{world.community_review()}", "AAAARRR"),
    *(
        press(f"guide:privacy:{action}", PRESS_EVERYBODY)
        for action in ("export", "delete", "keep", "all", "sure-keep", "sure-all", "cancel")
    ),
    press("guide:audit:0", PRESS_MODERATORS),
    press("guide:request:write", PRESS_MODERATORS, values=lambda world, _: [world.wanted()]),
    press("guide:request:dismiss", PRESS_MODERATORS, values=lambda world, _: [world.wanted()]),
    press("guide:setting:guide-channels", PRESS_MODERATORS, values=local_channel, kind=discord.ui.ChannelSelect),
    press("guide:setting:moderators-channel", PRESS_MODERATORS, values=local_channel, kind=discord.ui.ChannelSelect),
    press("guide:setting:moderator-roles", PRESS_MODERATORS, values=picks(), kind=discord.ui.RoleSelect),
    press("guide:setting:languages", PRESS_MODERATORS, values=picks("en")),
    *(press(f"guide:setting:rating-{place}", PRESS_MODERATORS, values=picks("BBFC")) for place in (1, 2, 3)),
    *(
        press(f"guide:switch:{name}:{to}", PRESS_MODERATORS)
        for name in ("strict", "show_spoilers", "weekly_digest")
        for to in ("on", "off")
    ),
    press(lambda world: f"guide:want:m{world.unreviewed}", PRESS_WRITERS),
    press("guide:want:tSome title", PRESS_WRITERS),
)


@dataclass(frozen=True)
class Form:
    """A modal and what stands in its boxes."""

    custom_id: Callable[[RightsWorld], str]
    boxes: dict[str, str]
    outcome: str


def draft_form(what: str) -> Callable[[RightsWorld], str]:
    def custom_id(world: RightsWorld) -> str:
        draft = world.draft()
        return what.format(f"{draft.draft_id}:{draft.version}")

    return custom_id


FORM_ROWS = (
    Form(draft_form("review:reason:{}"), {"reason": "because"}, PRESS_OURS),
    Form(draft_form("review:fill:{}:talk"), {"talk": "What would you do?"}, PRESS_OURS),
    Form(lambda _world: "review:paste", {"text": "x", "address": ""}, PRESS_MODERATORS),
    Form(
        lambda world: f"guide:form:diversity:{world.coda}:new",
        {"representations": "gender", "text": "She leads.", "where": "", "credit": "", "tell": ""},
        "AAAAARA",
    ),
    Form(
        lambda world: f"guide:form:diversity:{world.coda}:again",
        {"representations": "gender", "text": "She leads.", "where": "", "credit": "", "tell": ""},
        "AAAAARA",
    ),
    Form(
        lambda world: f"guide:form:correction:{world.coda}:new",
        {"section": "Official rating", "text": "It is PG.", "tell": ""},
        "AAAAARA",
    ),
    Form(lambda world: f"guide:form:edit:{world.suggestion()}", {"text": "She leads."}, PRESS_OURS),
    Form(lambda world: f"guide:form:decline:{world.suggestion()}", {"text": "It says so."}, PRESS_OURS),
    Form(
        lambda world: f"guide:form:rate:{world.coda}",
        {"voice": "parent", "age": "12", "stars": "4", "text": "Good."},
        PRESS_WRITERS,
    ),
    Form(lambda world: f"guide:form:ask:{world.coda}", {"question": "how scary is it?"}, PRESS_EVERYBODY),
)


@pytest.fixture
async def world(simcord_env: simcord.Env, app: Application) -> RightsWorld:
    made = RightsWorld(simcord_env, app)
    await made.show_all_commands()
    return made


def assert_outcomes(expected: str, found: dict[str, tuple[str, str]]) -> None:
    letters = "".join(found[person][0] for person in PEOPLE)
    assert letters == expected, {person: found[person] for person in PEOPLE}


@pytest.mark.parametrize("row", COMMAND_ROWS, ids=str)
async def test_a_command_answers_whom_it_may(world: RightsWorld, row: Command) -> None:
    found = {}
    for person in reversed(PEOPLE):
        world.acting = person
        if row.name == labels.CONTEXT_MENU_NAME:
            found[person] = await world.outcome(lambda person=person: world.context_menu(person, row.name))
        else:
            options = row.options(world) if callable(row.options) else row.options
            found[person] = await world.outcome(
                lambda person=person, options=options: world.slash(person, row.name, options)
            )
    assert_outcomes(row.outcome, found)


def control_name(row: Control) -> str:
    return re.sub(r"[^\w]+", "-", row.name) if row.name else ""


@pytest.mark.parametrize("row", CONTROL_ROWS, ids=control_name)
async def test_a_control_answers_whom_it_may(world: RightsWorld, row: Control) -> None:
    found = {}
    for person in reversed(PEOPLE):
        custom_id = row.custom_id(world, person)
        actor = world.people[person]
        if row.values is None:
            button: Any = discord.ui.Button(label="x", custom_id=custom_id)
            message = await world.message(person, button, file=row.file)
            act: Any = lambda a=actor, m=message, c=custom_id: a.click(m, custom_id=c)  # noqa: E731
        else:
            values = row.values(world, person)
            select: Any
            if row.kind is discord.ui.Select:
                options = [discord.SelectOption(label=value, value=value) for value in values]
                select = discord.ui.Select(custom_id=custom_id, options=options)
            else:
                select = row.kind(custom_id=custom_id, min_values=0)
            message = await world.message(person, select)
            act = lambda a=actor, m=message, c=custom_id, v=values: a.select(m, v, custom_id=c)  # noqa: E731
        found[person] = await world.outcome(act)
    assert_outcomes(row.outcome, found)


@pytest.mark.parametrize("row", FORM_ROWS)
async def test_a_form_is_taken_from_whom_it_may(world: RightsWorld, row: Form) -> None:
    found = {}
    for person in reversed(PEOPLE):
        custom_id = row.custom_id(world)
        found[person] = await world.outcome(
            lambda person=person, custom_id=custom_id: world.fill(person, custom_id, row.boxes)
        )
    assert_outcomes(row.outcome, found)


def test_every_command_has_a_row() -> None:
    there = set()
    for command in COMMANDS:
        leaves = command.walk_commands() if isinstance(command, app_commands.Group) else [command]
        there |= {leaf.qualified_name for leaf in leaves}
    assert {row.name for row in COMMAND_ROWS} == there


async def test_every_control_and_form_has_a_row(world: RightsWorld) -> None:
    controls = {row.custom_id(world, "member") for row in CONTROL_ROWS}
    forms = {row.custom_id(world) for row in FORM_ROWS}
    bot = world.bot
    assert isinstance(bot, GuideBot)
    without = [
        *missing((item.__discord_ui_compiled_template__ for item in DYNAMIC_ITEMS), controls),
        *missing((shape for shape, _handler in bot.forms), forms),
        *(one for one in Press if not any(custom_id.startswith(f"review:{one.value}:") for custom_id in controls)),
        *(one for one in Pick if not any(custom_id.startswith(f"review-pick:{one.value}:") for custom_id in controls)),
    ]
    assert without == []


def missing(shapes: Iterator[re.Pattern[str]], custom_ids: set[str]) -> list[str]:
    """Shapes that no row matches; of a shape with alternatives, each has to be matched."""
    found = []
    for shape in shapes:
        matches = [match for custom_id in custom_ids if (match := shape.fullmatch(custom_id))]
        if not matches:
            found.append(shape.pattern)
        for group, alternatives in re.findall(r"\(\?P<(\w+)>([\w-]+(?:\|[\w-]+)+)\)", shape.pattern):
            seen = {match[group] for match in matches}
            found += [f"{shape.pattern}: {one}" for one in alternatives.split("|") if one not in seen]
    return found
