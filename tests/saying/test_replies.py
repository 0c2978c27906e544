"""What a reply says: the right lines in the right order, for real reviews of the small world."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from bot.domain.movie import Movie, MovieId
from bot.domain.review import Answer, DiscussionQuestion, QuestionAnswer, Review, ReviewId, StoredReview
from bot.domain.suitability import AgeRange, Verdict, judge
from bot.domain.vocabulary import QUESTIONS
from bot.saying import compose, sections
from bot.saying.plain import plain_text
from bot.saying.reply import Action, Outcome, Reply, SectionKind
from bot.saying.wording_verdict import verdict_headline
from bot.understanding.dialogue import DialogueContext
from bot.understanding.intents import Intent
from bot.understanding.meaning import Meaning, Topic
from tests.strategies import reviews
from tests.understanding.world import NEGATIVE_ROWS, grid, movie_id, ref, reply_to, review, stored


def about(name: str, intent: Intent = Intent.VERDICT, *ages: float | AgeRange, **more: Any) -> Meaning:
    children = tuple(age if isinstance(age, AgeRange) else AgeRange.exactly(age) for age in ages)
    return Meaning(Topic.MOVIE, intent, movies=(movie_id(name),), ages=children, **more)


TEEN = AgeRange(13, 17, "teen")


def kinds(reply: Reply) -> list[SectionKind]:
    return [section.kind for section in reply.sections]


def test_a_rating_alone_is_named_as_the_ground_and_the_gaps_are_said() -> None:
    reply = reply_to(about("Interview (2007)", Intent.VERDICT, TEEN))
    assert reply.headline == "Interview (2007), rated R by the MPAA (US)"
    (verdict,) = reply.verdicts
    assert verdict.headline == "For your teen: not yet for the youngest, fine from 17"
    assert verdict.because == (
        "Rated R by the MPAA (US): language including sexual references, and some drug use; we read R as 17 and up."
    )
    assert kinds(reply) == [SectionKind.SUMMARY, SectionKind.NOT_KNOWN, SectionKind.TALK]
    assert reply.attribution == (
        "Review by Ann Example, the test library; updated 1 March 2024; source: Test library (CC BY 4.0)."
    )
    assert reply.actions == (Action.TALK, Action.STORY, Action.QUALITY)


@pytest.mark.parametrize(
    ("name", "age", "headline", "because"),
    [
        (
            "Coraline (2009)",
            7,
            "For your 7-year-old: not yet",
            (
                "The content grid has scariness at “a lot” (a mother with buttons for eyes hunts the girl), "
                "which our table puts at 12 and up."
            ),
        ),
        ("Coraline (2009)", 12, "For your 12-year-old: fine", None),
        ("Coraline (2009)", 11, "For your 11-year-old: with you", None),
        (
            "Frozen (2013)",
            4.5,
            "For your 4½-year-old: with you",
            "The reviewer suggests it from age 5: the parents die early and a snow monster gives chase.",
        ),
        (
            "Toy Story (1995)",
            8,
            "For your 8-year-old: not enough known",
            (
                "What was checked points to 4 and up, but 9 rows of the content grid are not checked "
                "and no official rating is known."
            ),
        ),
        (
            "Shrek (2001)",
            8,
            "For your 8-year-old: not enough known",
            "Nobody here has reviewed it yet.",
        ),
    ],
)
def test_each_verdict_says_its_deciding_reason(name: str, age: float, headline: str, because: str | None) -> None:
    (verdict,) = reply_to(about(name, Intent.VERDICT, age)).verdicts
    assert verdict.headline == headline
    assert because is None or verdict.because == because


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (AgeRange.exactly(8), "For your 8-year-old: not yet"),
        (AgeRange.exactly(1.5), "For your 18-month-old: not yet"),
        (AgeRange.exactly(1), "For your 1-year-old: not yet"),
        (AgeRange(8, 9, "third grader"), "For your third grader: not yet"),
        (AgeRange(8, 10), "For your 8- to 10-year-olds: not yet"),
        (AgeRange(0, 9), "For children up to 9: not yet"),
        (AgeRange(9, 17), "For ages 9 and up: not yet for the youngest, fine from 12"),
        (AgeRange(9, 12, "tween"), "For your tween: not yet for the youngest, fine from 12"),
        (AgeRange(11, 14, "middle schooler"), "For your middle schooler: with you for the youngest, fine from 12"),
    ],
)
def test_the_child_is_named_as_one_says_it(age: AgeRange, said: str) -> None:
    verdict = judge(stored("Coraline (2009)").review, age)
    assert verdict_headline(verdict) == said


def test_several_children_get_a_line_each_in_the_order_asked() -> None:
    reply = reply_to(about("Frozen (2013)", Intent.VERDICT, 12, 4, 7))
    assert [(line.headline, line.because) for line in reply.verdicts] == [
        ("For your 12-year-old: fine", "The reviewer suggests it from age 5."),
        (
            "For your 4-year-old: with you",
            "The reviewer suggests it from age 5: the parents die early and a snow monster gives chase.",
        ),
        ("For your 7-year-old: fine", "The reviewer suggests it from age 5."),
    ]


def test_without_a_child_the_age_is_told_in_general() -> None:
    reply = reply_to(about("Frozen (2013)"))
    assert reply.verdicts == ()
    assert reply.sections[0].lines[0].text == (
        "Fine from about 5. The reviewer suggests it from age 5: the parents die early and a snow monster gives chase."
    )


def test_what_was_checked_only_in_part_is_a_lower_bound() -> None:
    first = reply_to(about("Toy Story (1995)")).sections[0].lines[0].text
    assert first.startswith("At least 4, perhaps older.")


def test_a_concern_shows_its_row_and_the_yes_answers_that_belong_to_it() -> None:
    reply = reply_to(about("Coraline (2009)", Intent.CONCERN, 7, concerns=("scariness",)))
    section = reply.sections[0]
    assert section.kind is SectionKind.CONCERN
    assert [(line.label, line.level, line.text) for line in section.lines] == [
        ("Scariness", 4, "A lot (4 of 5). A mother with buttons for eyes hunts the girl."),
        ("Are there jump scares?", None, "Yes. A few."),
    ]


def test_a_concern_that_nobody_checked_is_said_to_be_so() -> None:
    section = reply_to(about("Toy Story (1995)", Intent.CONCERN, concerns=("language", "war"))).sections[0]
    assert [(line.label, line.text, line.not_checked) for line in section.lines] == [
        ("Language", "Nobody has checked that.", True),
        ("Is there war?", "Nobody has checked that.", True),
        ("Violence & gore", "A hint (1 of 5).", False),
    ]


def test_an_answer_that_gives_the_story_away_is_hidden() -> None:
    section = reply_to(about("Coraline (2009)", Intent.CONCERN, concerns=("parent_dies",))).sections[0]
    (line,) = section.lines
    assert (line.text, line.spoiler) == ("No. Both come home in the end.", True)


def test_a_verb_of_fear_brings_the_row_without_a_question_of_its_own() -> None:
    reply = reply_to(about("Coraline (2009)", Intent.VERDICT, 7, touched=("scariness",)))
    assert [line.label for line in reply.sections[0].lines] == ["Scariness"]


@pytest.mark.parametrize(
    ("intent", "kind", "begins"),
    [
        (Intent.TALK, SectionKind.TALK, "Which of the two would you believe?"),
        (Intent.STORY, SectionKind.STORY, "A reporter is sent to talk to an actress."),
        (Intent.QUALITY, SectionKind.QUALITY, "Two good actors in one room."),
        (Intent.RATING, SectionKind.RATING, "Rated R by the MPAA (US): language including"),
        (Intent.FACTS, SectionKind.FACTS, "Sienna Miller"),
        (Intent.DIVERSITY, SectionKind.DIVERSITY, "Nobody has written about representation"),
        (Intent.WHERE, SectionKind.WHERE, "This review does not say where to watch it."),
        (Intent.WHY, SectionKind.VERDICT, "Rated R by the MPAA (US)"),
        (Intent.CONTENT, SectionKind.CONTENT, "Nobody has filled in the content grid"),
    ],
)
def test_what_was_asked_for_leads_the_answer(intent: Intent, kind: SectionKind, begins: str) -> None:
    first = reply_to(about("Interview (2007)", intent)).sections[0]
    assert first.kind is kind
    assert first.lines[0].text.startswith(begins)


def test_a_follow_up_about_one_section_is_that_section_alone() -> None:
    reply = reply_to(about("Interview (2007)", Intent.TALK, TEEN, from_context=True))
    assert (kinds(reply), reply.verdicts) == ([SectionKind.TALK], ())


def test_a_lead_in_stands_before_its_question() -> None:
    lines = reply_to(about("Interview (2007)", Intent.TALK)).sections[0].lines
    assert lines[1].text == "They lie to each other all night. What do they want from each other?"


def test_an_answer_with_some_doubt_says_which_movie_it_took() -> None:
    reply = reply_to(about("Interview (2007)", others=(movie_id("The Interview (2014)"),)))
    assert reply.sections[0].lines[0].text == (
        "I took it that you mean Interview (2007). If you meant another one, tell me which."
    )
    assert [other.name for other in reply.others] == ["The Interview (2014)"]


def test_a_movie_without_a_review_is_named_and_not_judged() -> None:
    reply = reply_to(about("Interview with the Vampire (1994)", Intent.VERDICT, TEEN))
    assert reply.outcome is Outcome.UNREVIEWED
    assert reply.sections[0].lines[0].text == (
        "I know Interview with the Vampire (1994), but nobody here has reviewed it yet."
    )
    assert [line.child.verdict for line in reply.verdicts] == [Verdict.NOT_ENOUGH_KNOWN]


@pytest.mark.parametrize(
    ("names", "same_title", "asked", "headline"),
    [
        (
            ["Interview (2007)", "The Interview (2014)"],
            True,
            "interview",
            "Do you mean Interview (2007) or The Interview (2014)?",
        ),
        (["Coraline (2009)"], False, "corline", "I'm not sure which movie “corline” is. Do you mean Coraline (2009)?"),
        (
            ["Toy Story 2 (1999)", "Toy Story 3 (2010)", "Toy Story 4 (2019)"],
            False,
            "toy stroy 5",
            "I'm not sure which movie “toy stroy 5” is. Do you mean one of these?",
        ),
        (
            ["Toy Story 2 (1999)", "Toy Story 3 (2010)", "Toy Story 4 (2019)"],
            True,
            "toy story",
            "There are 3 movies that “toy story” could be. Which one do you mean?",
        ),
    ],
)
def test_which_movie_is_meant_is_asked_by_name(names: list[str], same_title: bool, asked: str, headline: str) -> None:
    meant = Meaning(
        Topic.CHOOSE,
        Intent.VERDICT,
        movies=tuple(movie_id(name) for name in names),
        same_title=same_title,
        asked_title=asked,
    )
    reply = reply_to(meant)
    assert reply.headline == headline
    assert [choice.name for choice in reply.choices] == names


def test_an_unknown_movie_is_named_and_nothing_is_guessed() -> None:
    reply = reply_to(Meaning(Topic.UNKNOWN, Intent.VERDICT, asked_title="Blorvax Returns"))
    assert reply.headline == "I don't have “Blorvax Returns”, so I can't say anything about it."
    assert (reply.choices, reply.movie, reply.verdicts) == ((), None, ())


@pytest.mark.parametrize("action", Action)
def test_every_button_gives_its_section_of_the_named_movie(action: Action) -> None:
    reply = compose.compose_section(stored("Coraline (2009)"), ref(movie_id("Coraline (2009)")), action)
    assert reply.headline == "Coraline (2009)"
    assert [section.kind.value for section in reply.sections] == [action.value]


def test_the_whole_grid_is_shown_with_what_was_not_checked() -> None:
    lines = (
        compose.compose_section(stored("Toy Story (1995)"), ref(movie_id("Toy Story (1995)")), Action.CONTENT)
        .sections[0]
        .lines
    )
    assert (lines[0].label, lines[0].level, lines[0].not_checked) == ("Violence & gore", 1, False)
    assert [line.not_checked for line in lines[1:]] == [True] * (len(lines) - 1)


@pytest.mark.parametrize(
    ("intent", "headline"),
    [
        (Intent.GREETING, "Hello. Which movie are you thinking of, and how old is your child?"),
        (Intent.THANKS, "You're welcome. Enjoy the movie."),
        (Intent.HOW_WE_RATE, "How we rate"),
        (Intent.CORRECTION, "Then tell me the title once more, with the year or an actor if you know one."),
    ],
)
def test_small_talk_is_answered_in_a_line(intent: Intent, headline: str) -> None:
    assert reply_to(Meaning(Topic.HELP, intent, context=DialogueContext())).headline == headline


@given(reviews())
def test_any_review_can_be_answered_from_and_nothing_unchecked_is_called_none(written: Review) -> None:
    kept = StoredReview(ReviewId(1), MovieId(1), None, 1, written)
    movie = ref(movie_id("Coraline (2009)"))
    for intent in Intent:
        meant = Meaning(
            Topic.MOVIE,
            intent,
            movies=(MovieId(1),),
            ages=(AgeRange.exactly(7), TEEN),
            concerns=("scariness", "blood", "animal_dies"),
        )
        reply = compose.compose_answer(meant, kept, movie)
        assert reply.headline.startswith(movie.name)
        assert plain_text(reply)
        lines = [line for section in reply.sections for line in section.lines]
        assert not any(line.not_checked and line.level is not None for line in lines)
        assert not any(line.not_checked and line.text.startswith(("None", "No.")) for line in lines)


@given(reviews())
def test_whatever_gives_the_story_away_is_marked(written: Review) -> None:
    kept = StoredReview(ReviewId(1), MovieId(1), None, 1, written)
    section = compose.compose_section(kept, ref(movie_id("Coraline (2009)")), Action.CONTENT).sections[0]
    open_labels = {line.label for line in section.lines if not line.spoiler}
    for question in QUESTIONS:
        if written.answer(question.key).answer is not Answer.UNKNOWN and written.gives_away(question.key):
            assert question.text not in open_labels


def test_a_whole_grid_leaves_nothing_unsaid() -> None:
    written = review("Home (2015)", grid=grid(scariness=1), questions={"ghosts": QuestionAnswer(Answer.NO)})
    kept = StoredReview(ReviewId(1), MovieId(1), None, 1, written)
    reply = compose.compose_answer(about("Home (2015)", Intent.VERDICT, 5), kept, ref(movie_id("Home (2015)")))
    assert SectionKind.NOT_KNOWN not in kinds(reply)
    assert len(written.grid) == len(NEGATIVE_ROWS)


def test_an_unreviewed_movie_with_a_known_rating_is_judged_by_it() -> None:
    rated = review("Home (2015)", rating=("PG", None)).movie
    assert isinstance(rated, Movie)
    reply = compose.compose_unreviewed(about("Home (2015)", Intent.VERDICT, 8), ref(movie_id("Home (2015)")), (), rated)
    assert [line.child.verdict for line in reply.verdicts] == [Verdict.FINE]
    assert "nobody here has reviewed it yet" in plain_text(reply)


def test_questions_that_need_leading_in_are_led_in_and_only_once() -> None:
    talk = (
        DiscussionQuestion("Was she heartless?", "She says it was her job."),
        DiscussionQuestion("Why?", "She says it was her job."),
    )
    section = sections.few_questions(review("Shrek (2001)", talk=talk))
    assert section is not None
    assert [line.text for line in section.lines] == ["She says it was her job. Was she heartless?", "Why?"]


def test_questions_that_stand_alone_come_before_those_that_do_not() -> None:
    talk = (
        DiscussionQuestion("Was she heartless?", "She says it was her job."),
        DiscussionQuestion("What is a friend?"),
        DiscussionQuestion("Who was brave?"),
    )
    section = sections.few_questions(review("Shrek (2001)", talk=talk))
    assert section is not None
    assert [line.text for line in section.lines] == ["What is a friend?", "Who was brave?"]
