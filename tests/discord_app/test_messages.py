"""Messages: what is answered, what is left alone, and how the answer hangs together with the question."""

from __future__ import annotations

import discord
import pytest
from simcord.backend.models.message import AllowedMentions
from simcord.enums import MessageType as SystemMessage

from bot.discord_app import labels
from bot.discord_app.ports import DiscordSettings
from bot.saying.reply import Line, Outcome, Reply, Section, SectionKind
from tests.discord_app.conftest import World, texts
from tests.discord_app.fake_guide import CORALINE, INTERVIEW


async def test_a_mention_is_answered_by_a_reply_that_pings_nobody(world: World) -> None:
    asked = await world.parent.send(world.channel, f"{world.me} is coraline ok for my 7 year old?")
    answer = world.last()
    assert answer.reference is not None
    assert answer.reference.message_id == asked.id
    assert answer.mentions == []
    assert "Coraline (2009)" in texts(answer)
    assert "For your 7-year-old: with you" in texts(answer)
    assert world.guide.questions[0].text == "is coraline ok for my 7 year old?"
    assert world.guide.questions[0].speaker.server_id == world.server.id


async def test_a_direct_message_is_answered_without_a_mention(world: World) -> None:
    await world.parent.send_dm("coraline for 7?")
    answer = world.parent.user.dm_channel.last_message
    assert answer is not None
    assert "Coraline (2009)" in texts(answer)
    assert world.guide.questions[0].speaker.server_id is None


async def test_a_reply_to_an_answer_is_about_its_movie_also_after_a_restart(world: World) -> None:
    await world.parent.send(world.channel, f"{world.me} coraline?")
    answer = world.last()
    await world.restart()
    await world.parent.send(world.channel, "and for my 10 year old?", reply_to=answer)
    assert world.guide.questions[-1].about == CORALINE.movie_id
    assert world.guide.questions[-1].addressed
    assert "For your 10-year-old" in texts(world.last())


async def test_a_reply_to_a_choice_is_about_no_movie_yet(world: World) -> None:
    await world.parent.send(world.channel, f"{world.me} the interview?")
    await world.parent.send(world.channel, "the older one", reply_to=world.last())
    assert world.guide.questions[-1].about is None


async def test_a_reply_to_somebody_else_is_not_for_the_guide(world: World) -> None:
    said = await world.member.send(world.channel, "coraline tonight?")
    await world.parent.send(world.channel, "coraline is too scary for my 7 year old", reply_to=said)
    assert world.guide.questions == []


async def test_talk_in_an_ordinary_channel_is_left_alone(world: World) -> None:
    await world.parent.send(world.channel, "is coraline ok for my 7 year old?")
    assert world.guide.questions == []
    assert world.from_bot() == []


async def test_in_a_guide_channel_a_question_is_answered_and_talk_is_not(world: World) -> None:
    world.set_guide_channel(world.channel)
    await world.parent.send(world.channel, "who brings the popcorn?")
    assert world.from_bot() == []
    await world.parent.send(world.channel, "is coraline ok for my 7 year old?")
    assert [question.addressed for question in world.guide.questions] == [False, False]
    assert "Coraline (2009)" in texts(world.last())


async def test_a_thread_in_a_guide_channel_is_part_of_it(world: World) -> None:
    world.set_guide_channel(world.channel)
    world.env.backend.create_thread(world.channel.id, "tonight", world.parent.id)
    await world.env.settle()
    [thread] = world.channel.threads
    await world.parent.send(thread, "is coraline ok for my 7 year old?")
    assert thread.last_message is not None
    assert "Coraline (2009)" in texts(thread.last_message)


async def test_an_announcement_to_everyone_in_a_guide_channel_is_left_alone(world: World) -> None:
    world.set_guide_channel(world.channel)
    await world.moderator.send(world.channel, "@everyone coraline on friday, ok for 8 and up")
    assert world.from_bot() == []


async def test_other_bots_webhooks_and_system_messages_are_left_alone(world: World) -> None:
    robot = world.server.add_member(world.env.create_user("robot", bot=True))
    await robot.send(world.channel, f"{world.me} coraline?")
    await world.server.create_webhook(world.channel).send(f"{world.me} coraline?")
    renamed = world.server.create_text_channel("coraline")
    world.set_guide_channel(renamed)
    world.server.create_system_message(renamed, SystemMessage.CHANNEL_NAME_CHANGE, author=world.member)
    await world.env.settle()
    assert world.guide.questions == []


async def test_an_edited_message_is_not_answered_again(world: World) -> None:
    asked = await world.parent.send(world.channel, f"{world.me} coraline?")
    await world.parent.edit(asked, f"{world.me} interview?")
    assert len(world.from_bot()) == 1


async def test_each_person_in_each_channel_has_a_conversation_of_their_own(world: World) -> None:
    other_channel = world.server.create_text_channel("other")
    await world.parent.send(world.channel, f"{world.me} coraline?")
    await world.member.send(world.channel, f"{world.me} coraline?")
    await world.parent.send(other_channel, f"{world.me} coraline?")
    assert len({question.speaker.conversation for question in world.guide.questions}) == 3


async def test_a_hostile_title_pings_nobody_and_links_nowhere(world: World) -> None:
    nasty = "@everyone <@1> **x** [free](https://evil.example) discord.gg/x"
    world.guide.replies["x"] = Reply(
        Outcome.HELP, headline=nasty, sections=(Section(SectionKind.MESSAGE, (Line(nasty),)),)
    )
    await world.moderator.send(world.channel, f"{world.me} x")
    answer = world.last()
    assert not answer.mention_everyone
    assert answer.mentions == []
    assert "@everyone" not in texts(answer)
    assert "](https://" not in texts(answer)
    sent = [r for r in world.env.http_requests if r.method == "POST" and r.path.endswith("/messages")]
    assert sent[-1].json["allowed_mentions"]["parse"] == []


async def test_a_deleted_question_is_still_answered(world: World) -> None:
    world.guide.delay_seconds = 0.2
    channel = world.env.bot.get_channel(world.channel.id)
    asked = world.env.backend.create_message(world.channel.id, world.parent.id, f"{world.me} coraline?")
    world.env.backend.delete_message(world.channel.id, asked.id)
    await world.env.settle()
    assert channel is not None
    assert "Coraline (2009)" in texts(world.last())


async def test_a_channel_where_the_bot_may_not_write_is_no_failure(world: World) -> None:
    me = world.server.me
    assert me is not None
    muted = world.server.create_text_channel(
        "read-only", overwrites={world.server.default_role: discord.PermissionOverwrite(send_messages=False)}
    )
    keeper = world.moderator
    await keeper.send(world.channel, "hello")
    world.env.backend.create_message(muted.id, world.parent.id, f"{world.me} coraline?")
    await world.env.settle()
    assert muted.last_message is not None
    assert muted.last_message.author.id == world.parent.id


class TestWithoutTheMessageContentIntent:
    @pytest.fixture
    def discord_settings(self) -> DiscordSettings:
        return DiscordSettings(token="unused", message_content=False, shard_count=1)

    async def test_mentions_direct_messages_and_pinging_replies_still_work(self, world: World) -> None:
        await world.parent.send(world.channel, f"{world.me} coraline?")
        await world.parent.send(world.channel, "and for my 10 year old?", reply_to=world.last())
        assert world.guide.questions[-1].text == "and for my 10 year old?"
        await world.parent.send_dm("interview?")
        assert INTERVIEW.title in texts(world.parent.user.dm_channel.last_message)

    async def test_a_guide_channel_is_silent(self, world: World) -> None:
        world.set_guide_channel(world.channel)
        await world.parent.send(world.channel, "is coraline ok for my 7 year old?")
        assert world.from_bot() == []

    async def test_a_reply_whose_text_discord_withholds_is_told_the_remedy(self, world: World) -> None:
        await world.parent.send(world.channel, f"{world.me} coraline?")
        answer = world.last()
        world.env.backend.create_message(
            world.channel.id,
            world.parent.id,
            "and for my 10 year old?",
            reference=world.env.backend.normalize_message_reference(
                world.channel.id, {"channel_id": str(world.channel.id), "message_id": str(answer.id)}
            ),
            allowed_mentions=AllowedMentions(replied_user=False),
        )
        await world.env.settle()
        assert world.last().content == labels.REPLY_UNREADABLE
