"""The guide between two messages: a change in the store is seen by the next one, and a choice keeps what was asked."""

from __future__ import annotations

import re
from gettext import NullTranslations
from pathlib import Path

import pytest

from bot.application.dialogues import Dialogues
from bot.application.guide import Guide, Question, Speaker
from bot.application.titles import Titles
from bot.domain.movie import Movie, MovieId
from bot.domain.suitability import Verdict
from bot.saying.reply import Action, Outcome, Reply
from bot.saying.translating import translated
from bot.store.opening import open_store
from tests.application.house import House
from tests.store.examples import OURS, THEIRS, by, paddington, review_of

HERE = Speaker("discord:1:903", OURS)
THERE = Speaker("discord:2:903", THEIRS)
ANYWHERE = Speaker("terminal")


@pytest.fixture
def library(house: House) -> House:
    """A library large enough that a change of one movie is a change and no other library."""
    with house.store.begin() as work:
        work.movies.add_catalogue([Movie(f"Filler Number {number}", 1950 + number % 70) for number in range(300)])
        work.commit()
    house.publish(paddington())
    return house


def ask(house: House, text: str, speaker: Speaker = ANYWHERE) -> Reply:
    return house.guide.ask(Question(text, speaker))


def test_a_movie_that_is_added_is_known_to_the_next_question(library: House) -> None:
    assert ask(library, 'is "Zorbulax Prime" ok for my 7 year old?').outcome is Outcome.UNKNOWN
    with library.store.begin() as work:
        work.movies.add_catalogue([Movie("Zorbulax Prime", 2021)])
        work.commit()
    reply = ask(library, 'is "Zorbulax Prime" ok for my 7 year old?')
    assert (reply.outcome, reply.movie and reply.movie.name) == (Outcome.UNREVIEWED, "Zorbulax Prime (2021)")


def test_a_movie_that_another_process_adds_is_known_to_the_next_question(library: House, tmp_path: Path) -> None:
    assert ask(library, 'is "Zorbulax Prime" ok for my 7 year old?').outcome is Outcome.UNKNOWN
    beside = open_store(f"sqlite:///{tmp_path / 'guide.db'}")
    with beside.begin() as work:
        work.reviews.save(review_of("Zorbulax Prime", 2021, recommended_age_years=5), by())
        work.commit()
    beside.close()
    reply = ask(library, 'is "Zorbulax Prime" ok for my 7 year old?')
    assert [verdict.child.verdict for verdict in reply.verdicts] == [Verdict.FINE]


def test_another_title_of_a_movie_is_known_to_the_next_question(library: House) -> None:
    assert ask(library, 'is "Zorbulax Prime" ok for my 7 year old?').outcome is Outcome.UNKNOWN
    renamed = paddington(movie=Movie("Paddington", 2014, other_titles=("Zorbulax Prime",)))
    library.publish(renamed)
    reply = ask(library, 'is "Zorbulax Prime" ok for my 7 year old?')
    assert reply.movie is not None
    assert reply.movie.name == "Paddington (2014)"


def test_a_movie_that_is_gone_is_unknown_to_the_next_question(library: House) -> None:
    stored = library.publish(review_of("Zorbulax Prime", 2021, recommended_age_years=5))
    assert ask(library, 'is "Zorbulax Prime" ok for my 7 year old?').outcome is Outcome.ANSWER
    with library.store.begin() as work:
        work.reviews.save(review_of("Quibblemoor", 2021, recommended_age_years=5), by(), review_id=stored.review_id)
        work.commit()
    assert ask(library, 'is "Quibblemoor" ok for my 7 year old?').outcome is Outcome.ANSWER
    assert ask(library, 'is "Zorbulax Prime" ok for my 7 year old?').outcome is Outcome.UNKNOWN


def test_a_servers_own_movie_is_known_to_its_next_question_and_to_no_other_server(library: House) -> None:
    for speaker in (HERE, THERE):
        assert ask(library, 'is "Zorbulax Prime" ok for my 7 year old?', speaker).outcome is Outcome.UNKNOWN
    library.publish(review_of("Zorbulax Prime", 2021, recommended_age_years=5), OURS)
    outcomes = [
        ask(library, 'is "Zorbulax Prime" ok for my 7 year old?', speaker).outcome
        for speaker in (HERE, THERE, ANYWHERE)
    ]
    assert outcomes == [Outcome.ANSWER, Outcome.UNKNOWN, Outcome.UNKNOWN]
    with library.store.begin() as work:
        work.movies.add_catalogue([Movie("Quibblemoor", 2020)])
        work.commit()
    assert ask(library, 'is "Quibblemoor" ok for my 7 year old?', HERE).outcome is Outcome.UNREVIEWED


def test_a_title_that_is_being_typed_is_completed_by_the_newest_movie(library: House) -> None:
    assert library.guide.suggest_titles("zorbu", ANYWHERE) == []
    with library.store.begin() as work:
        work.movies.add_catalogue([Movie("Zorbulax Prime", 2021)])
        work.commit()
    assert [ref.title for ref in library.guide.suggest_titles("zorbu", ANYWHERE)] == ["Zorbulax Prime"]


def test_a_change_of_one_movie_is_laid_over_the_index_and_makes_no_other(library: House) -> None:
    titles = Titles()
    with library.store.begin() as work:
        before = titles.index(work)
        work.movies.add_catalogue([Movie("Zorbulax Prime", 2021)])
        after = titles.index(work)
        assert titles.index(work) is after
    assert len(after) == len(before) + 1
    assert after.layers[0].columns is before.layers[0].columns


@pytest.fixture
def namesakes(house: House) -> tuple[House, list[MovieId]]:
    """Two movies of one title, fine from six."""
    stored = [
        house.publish(paddington(movie=Movie("Paddington", year, popularity=5.0), recommended_age_years=6))
        for year in (2014, 2001)
    ]
    return house, [one.movie_id for one in stored]


@pytest.mark.parametrize(
    ("asked", "verdicts"),
    [
        ("is Paddington ok for my 6 year old", [Verdict.FINE]),
        ("is Paddington ok for my sensitive 6 year old", [Verdict.WITH_YOU]),
        ("is Paddington ok for my 5 year old", [Verdict.WITH_YOU]),
        ("is Paddington ok for my sensitive 7 year old", [Verdict.FINE]),
        ("is Paddington ok for my anxious kids, 6 and 9?", [Verdict.WITH_YOU, Verdict.FINE]),
    ],
)
def test_a_movie_picked_by_a_press_is_judged_for_the_children_as_they_were_described(
    namesakes: tuple[House, list[MovieId]], asked: str, verdicts: list[Verdict]
) -> None:
    house, movie_ids = namesakes
    assert ask(house, asked, HERE).outcome is Outcome.CHOOSE
    for movie_id in movie_ids:
        picked = house.guide.choose(movie_id, HERE)
        assert [verdict.child.verdict for verdict in picked.verdicts] == verdicts
    # Nor is it lost by the message after that.
    assert [verdict.child.verdict for verdict in ask(house, "why?", HERE).verdicts] == verdicts


def test_a_press_answers_the_worry_that_was_asked_about(namesakes: tuple[House, list[MovieId]]) -> None:
    house, movie_ids = namesakes
    ask(house, "how scary is Paddington for my 6 year old", HERE)
    text = str(house.guide.choose(movie_ids[0], HERE).sections)
    assert "A museum lady wants to stuff him." in text


def test_a_press_a_day_later_answers_for_no_child(namesakes: tuple[House, list[MovieId]]) -> None:
    house, movie_ids = namesakes
    ask(house, "is Paddington ok for my sensitive 6 year old", HERE)
    house.clock.pass_by(days=1)
    assert house.guide.choose(movie_ids[0], HERE).verdicts == ()


def test_another_persons_press_answers_for_no_child_of_the_first(namesakes: tuple[House, list[MovieId]]) -> None:
    house, movie_ids = namesakes
    guide = Guide(house.store, Titles(), Dialogues(house.clock), house.clock)
    guide.ask(Question("is Paddington ok for my sensitive 6 year old", HERE))
    assert guide.choose(movie_ids[0], Speaker("discord:1:904", OURS)).verdicts == ()


class Loud(NullTranslations):
    """A translation that says every message in capitals, its places left empty."""

    def gettext(self, message: str) -> str:
        return re.sub(r"\{\w+\}", "", message).upper()

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(f"{context} {message}")


def test_the_language_is_that_of_the_place_whatever_its_caller_speaks(library: House) -> None:
    asked = "is Paddington ok for my 7 year old?"
    movie = ask(library, asked).movie
    assert movie is not None

    def replies() -> list[Reply]:
        guide = library.guide
        return [
            ask(library, asked),
            guide.choose(movie.movie_id, ANYWHERE),
            guide.section(movie.movie_id, Action.STORY, ANYWHERE),
        ]

    english = replies()
    with translated(Loud()):
        assert replies() == english
