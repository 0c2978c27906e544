"""Buttons, selects and the question box: before and after a restart, for the asker and for others."""

from __future__ import annotations

import pytest

from bot.discord_app import labels
from bot.domain.movie import MovieId
from bot.saying.reply import Action, Line, MovieRef, Outcome, Reply, Section, SectionKind
from tests.discord_app.conftest import World, texts
from tests.discord_app.fake_guide import CORALINE, MOVIES, REVIEW_GONE, SECTIONS, THE_INTERVIEW, answer


@pytest.mark.parametrize("restarted", [False, True])
@pytest.mark.parametrize("action", list(Action))
async def test_a_section_button_shows_its_section_to_the_presser_alone(
    world: World, action: Action, restarted: bool
) -> None:
    await world.parent.send(world.channel, f"{world.me} coraline?")
    message = world.last()
    if restarted:
        await world.restart()
    result = await world.member.click(message, label=labels.ACTION_LABELS[action][1])
    assert result.response is not None
    assert result.response.ephemeral
    assert SECTIONS[action].heading is not None
    assert SECTIONS[action].heading in texts(result.response)
    assert "Coraline (2009)" in texts(result.response)


async def test_in_a_direct_message_a_section_stays_as_an_ordinary_message(world: World) -> None:
    await world.parent.send_dm("coraline?")
    message = world.parent.user.dm_channel.last_message
    result = await world.parent.user.click(message, label="Talk about it")
    assert result.response is not None
    assert not result.response.ephemeral


@pytest.mark.parametrize("restarted", [False, True])
async def test_the_askers_choice_turns_the_question_into_the_answer_for_their_children(
    world: World, restarted: bool
) -> None:
    await world.parent.send(world.channel, f"{world.me} is the interview ok for my 12 year old")
    question = world.last()
    assert "Which one do you mean?" in texts(question)
    if restarted:
        await world.restart()
    result = await world.parent.click(question, label="The Interview (2014)")
    assert result.response is not None
    assert result.response.id == question.id
    assert "For your 12-year-old" in texts(world.last())
    assert "Which one" not in texts(world.last())
    assert len(world.from_bot()) == 1


async def test_somebody_elses_choice_answers_them_alone_and_without_the_askers_children(world: World) -> None:
    await world.parent.send(world.channel, f"{world.me} is the interview ok for my 12 year old")
    question = world.last()
    result = await world.member.click(question, label="Interview (2007)")
    assert result.response is not None
    assert result.response.ephemeral
    assert "Interview (2007)" in texts(result.response)
    assert "12-year-old" not in texts(result.response)
    assert "Which one do you mean?" in texts(world.last())


async def test_many_choices_are_a_select_that_works_after_a_restart(world: World) -> None:
    movies = tuple(MovieRef(MovieId(number), f"Movie {number}", 2000, None) for number in range(10, 40))
    world.guide.replies["which"] = Reply(Outcome.CHOOSE, headline="Which one?", choices=(THE_INTERVIEW, *movies))
    await world.parent.send(world.channel, f"{world.me} which")
    question = world.last()
    await world.restart()
    result = await world.parent.select(question, [str(THE_INTERVIEW.movie_id)])
    assert result.response is not None
    assert "The Interview (2014)" in texts(world.last())


async def test_a_movie_opened_from_a_comparison_leaves_the_comparison(world: World) -> None:
    both = (CORALINE, THE_INTERVIEW)
    world.guide.replies["both"] = Reply(Outcome.COMPARE, headline="Coraline or The Interview", choices=both)
    await world.parent.send(world.channel, f"{world.me} both")
    comparison = world.last()
    result = await world.parent.click(comparison, label="Coraline (2009)")
    assert result.response is not None
    assert result.response.ephemeral
    assert "Coraline or The Interview" in texts(world.last())


async def test_other_movies_are_offered_beside_a_doubtful_answer(world: World) -> None:
    doubtful = answer(CORALINE)
    world.guide.replies["doubt"] = Reply(
        Outcome.ANSWER, movie=CORALINE, headline=doubtful.headline, actions=doubtful.actions, others=(THE_INTERVIEW,)
    )
    await world.parent.send(world.channel, f"{world.me} doubt")
    await world.parent.click(world.last(), label="The Interview (2014)")
    assert "The Interview (2014)" in texts(world.last())
    assert "Coraline" not in texts(world.last())


async def test_a_reply_to_an_unreviewed_movies_message_is_about_that_movie(world: World) -> None:
    world.guide.replies["new one"] = Reply(Outcome.UNREVIEWED, movie=CORALINE, headline="Nobody has reviewed it yet.")
    await world.parent.send(world.channel, f"{world.me} new one")
    await world.restart()
    await world.parent.send(world.channel, "and now?", reply_to=world.last())
    assert world.guide.questions[-1].about == CORALINE.movie_id


async def test_a_deleted_review_behind_a_live_button_is_said_in_one_sentence(world: World) -> None:
    await world.parent.send(world.channel, f"{world.me} is the interview ok")
    question = world.last()
    world.guide.gone |= set(MOVIES)
    result = await world.parent.click(question, label="Interview (2007)")
    assert result.response is not None
    assert result.response.content == REVIEW_GONE
    assert result.response.ephemeral
    assert "Which one do you mean?" in texts(world.last())


@pytest.mark.parametrize("restarted", [False, True])
async def test_the_question_box_asks_about_the_movie_of_its_message_also_when_sent_after_a_restart(
    world: World, restarted: bool
) -> None:
    shown = await world.parent.slash(world.channel, "ask", question="coraline?")
    assert shown.response is not None
    await world.restart()
    box = await world.parent.click(shown.response, label=labels.ASK_MORE)
    assert box.modal is not None
    custom_id = box.modal["components"][0]["component"]["custom_id"]
    if restarted:
        await world.restart()
    result = await world.parent.submit_modal(box, {custom_id: "and for my 10 year old?"})
    assert world.guide.questions[-1].about == CORALINE.movie_id
    assert result.response is not None
    assert "For your 10-year-old" in texts(result.response)


async def test_a_press_is_spoken_in_the_pressers_own_conversation(world: World) -> None:
    await world.parent.send(world.channel, f"{world.me} coraline?")
    await world.member.click(world.last(), label="The story")
    assert world.guide.pressed == [(f"discord:{world.channel.id}:{world.member.id}", Action.STORY)]


async def test_a_choice_in_a_private_answer_stays_private(world: World) -> None:
    shown = await world.parent.slash(world.channel, "ask", question="is the interview ok for 12", private=True)
    assert shown.response is not None
    result = await world.parent.click(shown.response, label="Interview (2007)")
    assert result.response is not None
    assert result.response.id == shown.response.id
    assert result.response.ephemeral
    assert "For your 12-year-old" in texts(result.response)


async def test_a_section_of_several_messages_is_private_to_its_end(world: World) -> None:
    long = answer(CORALINE)
    world.guide.replies["all"] = Reply(
        Outcome.ANSWER,
        movie=CORALINE,
        headline=long.headline,
        sections=(Section(SectionKind.STORY, (Line("Once upon a time. " * 330),)),),
    )
    result = await world.parent.slash(world.channel, "ask", question="all", private=True)
    assert result.response is not None
    assert [message.ephemeral for message in (result.response, *result.followups)] == [True, True]
