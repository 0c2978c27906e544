"""Messages: what is answered, what is left alone, and how the answer hangs together with the question."""

from __future__ import annotations

from tests.discord_app.conftest import World, texts
from tests.discord_app.fake_guide import CORALINE


async def test_a_mention_is_answered_by_a_reply_that_pings_nobody(world: World) -> None:
    asked = await world.parent.send(world.channel, f"{world.me} is coraline ok for my 7 year old?")
    answer = world.last()
    assert answer.reference is not None
    assert answer.reference.message_id == asked.id
    assert answer.mentions == []
    assert "Coraline (2009)" in texts(answer)
    assert "For your 7\\-year\\-old: with you" in texts(answer) or "For your 7-year-old: with you" in texts(answer)
    assert world.guide.questions[0].text == "is coraline ok for my 7 year old?"


async def test_a_direct_message_is_answered_without_a_mention(world: World) -> None:
    await world.parent.send_dm("coraline for 7?")
    answer = world.parent.user.dm_channel.last_message
    assert answer is not None
    assert "Coraline (2009)" in texts(answer)
    assert world.guide.questions[0].speaker.server_id is None


async def test_a_reply_to_an_answer_is_about_its_movie(world: World) -> None:
    await world.parent.send(world.channel, f"{world.me} coraline?")
    answer = world.last()
    await world.parent.send(world.channel, "and for my 10 year old?", reply_to=answer)
    assert world.guide.questions[-1].about == CORALINE.movie_id
    assert world.guide.questions[-1].addressed
