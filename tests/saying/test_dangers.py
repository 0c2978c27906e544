"""A fear that was named and the first line: never a bare "fine" where it is there or nobody checked."""

from __future__ import annotations

from typing import Any

import pytest

from bot.discord_app import labels
from bot.discord_app.pages import pages_of
from bot.discord_app.render import VERDICT_COLOURS, colour
from bot.domain.movie import Movie, MovieId
from bot.domain.review import Answer, QuestionAnswer, Review, ReviewId, StoredReview
from bot.domain.suitability import AgeRange, Verdict
from bot.domain.vocabulary import QUESTIONS
from bot.saying import compose
from bot.saying.plain import plain_text
from bot.saying.reply import MovieRef, Reply
from bot.saying.wording_vocabulary import after_whether, thing
from bot.understanding.intents import Intent
from bot.understanding.meaning import Meaning, Topic

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
TOLD_OPENLY = [question for question in QUESTIONS if question.danger and not question.spoiler]
HIDDEN = [question for question in QUESTIONS if question.spoiler]


def reply(concerns: list[str], answers: dict[str, Answer], *ages: float, **known: Any) -> Reply:
    """Answer for a movie from 8, about these concerns."""
    asked = Meaning(
        Topic.MOVIE,
        Intent.VERDICT,
        movies=(MovieId(1),),
        ages=tuple(AgeRange.exactly(age) for age in ages),
        concerns=tuple(concerns),
    )
    questions = {key: QuestionAnswer(answer) for key, answer in answers.items()}
    review = Review(Movie("Kites", 2001), **({"recommended_age_years": 8} | known), questions=questions)
    stored = StoredReview(ReviewId(1), MovieId(1), None, 1, review)
    return compose.compose_answer(asked, stored, MovieRef(MovieId(1), "Kites", 2001))


def first_line(concerns: list[str], answers: dict[str, Answer], *ages: float, **known: Any) -> str:
    return reply(concerns, answers, *ages, **known).verdicts[0].headline


@pytest.mark.parametrize(
    ("concerns", "answers", "said"),
    [
        (["flashing_lights"], {"flashing_lights": YES}, "by age fine, but it has flashing lights"),
        (["flashing_lights"], {}, "by age fine, but nobody has checked it for flashing lights"),
        (["needles_hospital"], {"needles_hospital": UNKNOWN},
         "by age fine, but nobody has checked it for needles or hospital scenes"),
        (["vomiting"], {"vomiting": YES}, "by age fine, but someone vomits"),
        (["vomiting"], {}, "by age fine, but nobody has checked whether someone vomits"),
        (["flashing_lights", "jump_scares"], {"flashing_lights": YES, "jump_scares": YES},
         "by age fine, but it has flashing lights and jump scares"),
        (["flashing_lights", "war", "self_harm"], {"flashing_lights": YES, "self_harm": YES},
         "by age fine, but it has flashing lights, there is suicide or self-harm and nobody has checked it for war"),
        (["war", "bullying"], {},
         "by age fine, but nobody has checked it for war or whether someone is bullied"),
        (["scariness"], {}, "by age fine, but nobody has checked it for scariness"),
    ],
)  # fmt: skip
def test_a_named_fear_that_is_there_or_not_checked_stands_in_the_first_line(
    concerns: list[str], answers: dict[str, Answer], said: str
) -> None:
    assert first_line(concerns, answers, 9) == f"For your 9-year-old: {said}"


@pytest.mark.parametrize("question", TOLD_OPENLY, ids=lambda question: str(question.key))
@pytest.mark.parametrize("answer", [YES, UNKNOWN])
def test_the_first_line_names_every_question_of_the_vocabulary(question: Any, answer: Answer) -> None:
    said = first_line([question.key], {question.key: answer}, 9)
    assert said.startswith("For your 9-year-old: by age fine, but ")
    assert (thing(question.key) or after_whether(question.key)) in said
    assert ("nobody has checked" in said) == (answer is UNKNOWN)


@pytest.mark.parametrize("question", HIDDEN, ids=lambda question: str(question.key))
def test_an_answer_that_gives_the_story_away_is_pointed_to_and_reads_the_same_for_yes_and_no(question: Any) -> None:
    yes = first_line([question.key], {question.key: YES}, 9)
    assert yes == f"For your 9-year-old: by age fine, but see above whether {after_whether(question.key)}"
    assert yes == first_line([question.key], {question.key: NO}, 9)


def test_with_you_has_a_but_as_well_and_what_is_not_yet_needs_none() -> None:
    answers = {"flashing_lights": YES}
    with_you = first_line(["flashing_lights"], answers, 7)
    assert with_you == "For your 7-year-old: by age with you, but it has flashing lights"
    assert first_line(["flashing_lights"], answers, 5) == "For your 5-year-old: not yet"


def test_what_was_checked_and_is_not_there_leaves_the_verdict_as_it_is_beside_one_that_is() -> None:
    answers = {"flashing_lights": NO, "jump_scares": YES, "post_credit_scene": YES}
    assert first_line(["flashing_lights", "post_credit_scene"], answers, 9) == "For your 9-year-old: fine"
    assert "flashing" not in first_line(["flashing_lights", "jump_scares"], answers, 9)
    assert "jump scares" in first_line(["flashing_lights", "jump_scares"], answers, 9)


def test_each_child_is_told_and_so_is_who_named_none() -> None:
    lines = reply(["blood"], {"blood": YES}, 9, 12).verdicts
    assert [line.headline for line in lines] == [
        "For your 9-year-old: by age fine, but blood is seen",
        "For your 12-year-old: by age fine, but blood is seen",
    ]
    assert "By age fine from about 8, but blood is seen. " in plain_text(reply(["blood"], {"blood": YES}))


def test_on_discord_it_is_not_drawn_as_simply_fine() -> None:
    drawn = reply(["flashing_lights"], {"flashing_lights": YES}, 9)
    assert colour(drawn) == VERDICT_COLOURS[Verdict.WITH_YOU]
    page = pages_of(drawn)[0]
    shown = "\n".join((page.head, *page.body))
    assert labels.VERDICT_SIGNS[Verdict.FINE] not in shown
    assert "by age fine, but it has flashing lights" in shown
