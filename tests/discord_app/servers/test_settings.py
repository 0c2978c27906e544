"""`/settings`: each setting from the panel to the store and to what parents see; `/audit`; `/block` and its like."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from bot.application.server_care import EVERYBODY_MODERATES
from bot.discord_app import labels, server_labels
from bot.domain.movie import Movie, OfficialRating
from bot.domain.review import Answer, QuestionAnswer, Review
from bot.domain.server_settings import ServerSettings
from tests.discord_app.members.conftest import BY_OPERATOR, Family, buttons, said


def settings(family: Family) -> ServerSettings:
    return family.app.care.settings(family.server_id)


def audited(family: Family) -> list[str]:
    with family.app.store.begin() as work:
        entries = work.audit.latest(family.server_id)
    return [f"{entry.action}: {entry.detail}" if entry.detail else entry.action for entry in entries]


async def panel(family: Family) -> Any:
    opened = await family.moderator.slash(family.channel, "settings")
    assert opened.response is not None
    assert opened.response.ephemeral
    return opened.response


async def pick(family: Family, message: Any, name: str, *values: Any) -> Any:
    return await family.moderator.select(message, list(values), custom_id=f"guide:setting:{name}")


@pytest.mark.parametrize("restarted", [False, True])
async def test_every_setting_is_kept_at_once_and_audited_also_after_a_restart(family: Family, restarted: bool) -> None:
    role = family.server.create_role("Parents' council")
    message = await panel(family)
    if restarted:
        await family.restart()
    await pick(family, message, "guide-channels", family.channel)
    await pick(family, message, "moderator-roles", role)
    await pick(family, message, "moderators-channel", family.channel)
    await pick(family, message, "rating-1", "BBFC")
    await pick(family, message, "languages", "en", "ja")
    for label in ("Strict: switch on", "Spoilers shown openly: switch on", "Weekly digest: switch on"):
        await family.moderator.click(message, label=label)
    assert settings(family) == ServerSettings(
        guide_channel_ids=frozenset({family.channel.id}),
        moderator_role_ids=frozenset({role.id}),
        moderators_channel_id=family.channel.id,
        rating_systems=("BBFC",),
        movie_languages=("en", "ja"),
        strict=True,
        show_spoilers=True,
        weekly_digest=True,
    )
    assert audited(family) == [
        "weekly digest on",
        "spoilers shown openly",
        "strict mode on",
        "languages set: en, ja",
        "first rating board set: BBFC",
        f"moderators' channel set: {family.channel.id}",
        f"moderator roles set: {role.id}",
        f"guide channels set: {family.channel.id}",
    ]


async def test_what_was_set_is_seen_on_the_panel_and_can_be_taken_back(family: Family) -> None:
    message = await panel(family)
    await family.moderator.click(message, label="Strict: switch on")
    message = await panel(family)
    assert "Strict: switch off" in buttons(message)
    await pick(family, message, "moderators-channel")
    await family.moderator.click(message, label="Strict: switch off")
    assert settings(family) == ServerSettings()


async def test_two_moderators_at_one_panel_change_what_they_pressed_only(family: Family) -> None:
    first, second = await panel(family), await panel(family)
    await family.moderator.click(first, label="Strict: switch on")
    await family.moderator.click(second, label="Weekly digest: switch on")
    await family.moderator.click(second, label="Strict: switch off")
    assert (settings(family).strict, settings(family).weekly_digest) == (False, True)


async def test_everybody_cannot_be_made_a_moderator(family: Family) -> None:
    pressed = await pick(family, await panel(family), "moderator-roles", family.server.default_role)
    assert said(pressed) == EVERYBODY_MODERATES
    assert settings(family).moderator_role_ids == frozenset()


async def test_rating_boards_stand_in_the_order_that_was_picked(family: Family) -> None:
    message = await panel(family)
    for place, board in ((1, "MPAA"), (2, "FSK"), (3, "BBFC"), (1, "BBFC")):
        await pick(family, message, f"rating-{place}", board)
        message = await panel(family)
    assert settings(family).rating_systems == ("BBFC", "FSK")
    await pick(family, message, "rating-1", "none")
    assert settings(family).rating_systems == ("FSK",)


async def test_the_first_rating_board_is_the_one_that_answers_show(family: Family) -> None:
    both = (OfficialRating("MPAA", "PG", "US"), OfficialRating("BBFC", "12A", "GB"))
    with family.app.store.begin() as work:
        work.reviews.save(Review(Movie("Two Boards", 1999, official_ratings=both), byline="x"), BY_OPERATOR)
        work.commit()
    stricter_too = "rated PG by the MPAA (US), 12A by the BBFC (UK)"
    assert stricter_too in texts_of_head(await family.ask("Two Boards (1999)?"))
    await pick(family, await panel(family), "rating-1", "BBFC")
    assert texts_of_head(await family.ask("Two Boards (1999)?")).endswith(", rated 12A by the BBFC (UK)")


def texts_of_head(message: Any) -> str:
    return str(message.components[0].children[0].content).splitlines()[0]


async def test_spoilers_are_shown_openly_where_the_server_wants_it(family: Family) -> None:
    gives_away = Review(
        Movie("Sad Dog", 1999), byline="x", questions={"animal_dies": QuestionAnswer(Answer.YES, "The dog, at the end")}
    )
    with family.app.store.begin() as work:
        work.reviews.save(gives_away, BY_OPERATOR)
        work.commit()

    async def content() -> str:
        answer = await family.ask("Sad Dog (1999)?")
        return said(await family.ana.click(answer, label="What's in it"))

    assert "||" in await content()
    await family.moderator.click(await panel(family), label="Spoilers shown openly: switch on")
    openly = await content()
    assert "The dog, at the end" in openly
    assert "||" not in openly
    openly = said(await family.ana.slash(family.channel, "ask", question="does the dog die in Sad Dog (1999)?"))
    assert "||" not in openly


async def test_only_movies_in_the_servers_languages_are_recommended(family: Family) -> None:
    with family.app.store.begin() as work:
        for title, languages in (("Deutscher Film", ("de",)), ("Nihon Eiga", ("ja",)), ("Silent", ())):
            movie = Movie(title, 2000, languages=languages)
            work.reviews.save(Review(movie, byline="x", recommended_age_years=6, quality=5), BY_OPERATOR)
        work.commit()
    question = "what can my 8 year old watch?"
    anything = said(await family.ana.slash(family.channel, "ask", question=question))
    assert all(title in anything for title in ("Deutscher Film", "Nihon Eiga", "Silent"))
    await pick(family, await panel(family), "languages", "de")
    german = said(await family.ben.slash(family.channel, "ask", question=question))
    assert "Deutscher Film" in german
    assert "Nihon Eiga" not in german
    assert "Silent" not in german


async def test_a_guide_channel_set_on_the_panel_answers_at_once(family: Family) -> None:
    await pick(family, await panel(family), "guide-channels", family.channel)
    await family.ana.send(family.channel, "is Bambi (1942) ok for my 8 year old?")
    assert family.channel.last_message is not None
    assert family.channel.last_message.author.id != family.ana.id


async def test_a_channel_that_is_gone_is_no_longer_on_the_panel(family: Family) -> None:
    gone = family.server.create_text_channel("gone")
    await pick(family, await panel(family), "guide-channels", gone, family.channel)
    family.env.backend.delete_channel(gone.id)
    await family.env.settle()
    message = await panel(family)
    assert str(gone.id) not in str(message.components)


async def test_a_moderators_channel_that_is_closed_to_the_guide_is_said(family: Family) -> None:
    message = await panel(family)
    silent = discord.PermissionOverwrite(send_messages=False)
    closed = family.server.create_text_channel("closed", overwrites={family.server.default_role: silent})
    shown = await pick(family, message, "moderators-channel", closed)
    assert server_labels.CHANNEL_CLOSED in said(shown)


async def test_the_audit_is_paged_for_moderators(family: Family) -> None:
    for number in range(20):
        family.app.care.set_guide_channel(family.actor(family.moderator, moderates=True), 100 + number, on=True)
    first = await family.moderator.slash(family.channel, "audit")
    assert "<#119>" in said(first)
    assert "<#100>" not in said(first)
    assert f"<@{family.moderator.id}>" in said(first)
    await family.restart()
    second = await family.moderator.click(first.response, label=server_labels.OLDER)
    assert "<#100>" in said(second)
    assert buttons(second.response) == [server_labels.NEWER]


async def test_a_blocked_member_cannot_write_until_let_in_again(family: Family) -> None:
    blocked = await family.moderator.slash(family.channel, "block member", member=family.ana)
    assert blocked.response is not None
    assert blocked.response.ephemeral
    assert "switched suggestions off" in said(
        await family.ana.slash(family.channel, "suggest diversity", movie="Coda (2021)")
    )
    assert family.ana.mention in said(await family.moderator.slash(family.channel, "blocked"))
    await family.moderator.slash(family.channel, "unblock member", member=family.ana)
    assert server_labels.NOBODY_BLOCKED in said(await family.moderator.slash(family.channel, "blocked"))
    form = await family.ana.slash(family.channel, "suggest diversity", movie="Coda (2021)")
    assert form.modal is not None
    assert audited(family) == [f"member unblocked: {family.ana.id}", f"member blocked: {family.ana.id}"]


async def test_too_many_questions_in_one_server_get_one_friendly_sentence(family: Family) -> None:
    bot: Any = family.env.bot
    while bot.desk._server_pace.spend(family.server.id).name == "GO":
        bot.desk._server_pace._clock = lambda: 0.0
    assert labels.SERVER_BUSY in said(await family.ana.slash(family.channel, "ask", question="Bambi?"))
