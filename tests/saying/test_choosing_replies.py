"""What a reply says that compares movies or suggests some."""

from __future__ import annotations

from bot.domain.suitability import AgeRange
from bot.saying import compose
from bot.saying.plain import plain_text
from bot.understanding.intents import Intent
from bot.understanding.meaning import Meaning, Topic
from bot.understanding.wishes import Wishes
from tests.understanding.world import movie_id, ref, reply_to, stored


def test_a_comparison_judges_movie_by_movie() -> None:
    movies = (movie_id("Coraline (2009)"), movie_id("Frozen (2013)"), movie_id("Shrek (2001)"))
    meant = Meaning(Topic.SEVERAL, Intent.COMPARE, movies=movies, ages=(AgeRange.exactly(8),))
    reply = reply_to(meant)
    assert reply.headline == "Coraline (2009), Frozen (2013) and Shrek (2001), side by side"
    assert [line.headline for line in reply.verdicts] == [
        "Coraline (2009), for your 8-year-old: not yet",
        "Frozen (2013), for your 8-year-old: fine",
    ]
    assert reply.sections[-1].heading == "Shrek (2001)"
    assert reply.sections[-1].lines[0].text == "Nobody here has reviewed it yet."


def test_suggestions_name_each_movie_with_its_age_and_ground() -> None:
    meant = Meaning(Topic.RECOMMEND, Intent.RECOMMEND, ages=(AgeRange.exactly(6), AgeRange.exactly(9)))
    reply = reply_to(meant)
    assert reply.headline == "Two movies that are fine for your 6-year-old and 9-year-old"
    assert [line.label for line in reply.sections[0].lines] == ["Frozen (2013)", "Paddington (2014)"]
    assert [line.text for line in reply.sections[0].lines] == [
        "From 5. Two sisters, one of whom freezes what she touches.",
        "From 6 by what is in it.",
    ]
    assert plain_text(reply).count("Frozen (2013)") == 1


def test_no_fitting_suggestion_is_said_plainly() -> None:
    meant = Meaning(Topic.RECOMMEND, Intent.RECOMMEND, ages=(AgeRange.exactly(2),))
    reply = compose.compose_recommend(meant, [])
    assert reply.headline == "I have no movie in the library that I can call fine for your 2-year-old."


def test_a_wish_that_cannot_be_searched_is_said_so_in_one_sentence() -> None:
    wishes = Wishes(most_minutes=100, unsearchable=("girl hero",))
    reply = reply_to(Meaning(Topic.RECOMMEND, Intent.RECOMMEND, ages=(AgeRange.exactly(8),), wishes=wishes))
    assert [section.lines[0].text for section in reply.sections[:2]] == [
        "Looked for: at most 100 minutes.",
        "I can't search for “girl hero”, so that did not count.",
    ]


def test_wishes_given_up_are_not_said_to_be_met() -> None:
    meant = Meaning(Topic.RECOMMEND, Intent.RECOMMEND, ages=(AgeRange.exactly(8),), wishes=Wishes(language="es"))
    picks = [(ref(movie_id("Frozen (2013)")), stored("Frozen (2013)"))]
    text = plain_text(compose.compose_recommend(meant, picks, wishes_given_up=True))
    assert "I have nothing that is fine for your 8-year-old and in Spanish; these go without that." in text
    assert "Looked for" not in text


def test_a_comparison_says_which_has_more_of_what_was_asked_about() -> None:
    movies = (movie_id("Coraline (2009)"), movie_id("Paddington (2014)"))
    reply = reply_to(Meaning(Topic.SEVERAL, Intent.CONCERN, movies=movies, concerns=("scariness",)))
    assert reply.sections[0].lines[0].text == "Coraline (2009) is higher on scariness."


def test_what_only_the_oldest_of_a_group_may_see_is_not_called_fine_for_the_group() -> None:
    meant = Meaning(Topic.RECOMMEND, Intent.RECOMMEND, ages=(AgeRange(1, 3, "toddler"),))
    picks = [(ref(movie_id("Frozen (2013)")), stored("Frozen (2013)"))]
    reply = compose.compose_recommend(meant, picks, for_oldest=True)
    assert reply.headline == "I have nothing that is fine from age 1 on; these begin at the age in each line"
