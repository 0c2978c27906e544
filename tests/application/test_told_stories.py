"""Movies told by their story, over a real store with the starter library."""

from __future__ import annotations

import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.application.explaining import explain
from bot.application.guide import Question, Speaker
from bot.application.library import load_starter_library
from bot.application.titles import Titles
from bot.bootstrap import library_folder
from bot.domain.movie import Movie
from bot.domain.review import Review
from bot.saying import wording
from bot.saying.reply import Outcome, Reply
from bot.store.opening import open_store
from tests.application.house import House, SetClock
from tests.store.examples import OURS, THEIRS, by

STORIES = tomllib.loads((Path(__file__).parents[1] / "cases" / "stories.toml").read_text(encoding="utf-8"))
LEAST_OFFERED = 0.6
"""Share of [choosing] whose movie is among those offered or answered: 41 of 60 when the bounds were chosen."""
MOST_WRONG = 0.1
"""Share of [absent] that may be offered something, which is a question still."""
FALCON = Review(
    Movie("Ember and Ash", 2025),
    one_line="A girl trains a lame falcon on the slope of a volcano.",
    story="Ash hatches late. Ember teaches the falcon to hunt before the volcano wakes.",
)
FALCON_TOLD = "what's that film where a girl trains a falcon on a volcano"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "guide.db"
    store = open_store(f"sqlite:///{path}")
    load_starter_library(store, library_folder(), SetClock())
    store.close()
    return path


@pytest.fixture(scope="module")
def library(filled: Path) -> Iterator[House]:
    """The starter library, only read."""
    store = open_store(f"sqlite:///{filled}")
    yield House(store)
    store.close()


@pytest.fixture
def own(filled: Path, tmp_path: Path) -> Iterator[House]:
    """A copy of it to be changed."""
    shutil.copy(filled, tmp_path / "guide.db")
    store = open_store(f"sqlite:///{tmp_path}/guide.db")
    yield House(store)
    store.close()


def said(house: House, text: str, *, addressed: bool = True, server: bool = False, theirs: bool = False) -> Reply:
    speaker = Speaker(text, (THEIRS if theirs else OURS) if server else None)
    house.guide.forget(speaker)
    return house.guide.ask(Question(text, speaker, addressed=addressed))


def offered(reply: Reply) -> list[str]:
    return [ref.name for ref in reply.choices] if reply.outcome is Outcome.CHOOSE else []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the pixar one where the house floats", "Up (2009)"),
        ("what's that movie with the girl with the button eyes mum, is 6 too young", "Coraline (2009)"),
        ("that film about the rat who cooks", "Ratatouille (2007)"),
        ("wooden puppet whose nose grows", "Pinocchio (1940)"),
        ("the ghibli one with the goldfish girl. 3yo", "Ponyo (2008)"),
    ],
)
def test_a_movie_told_by_its_story_is_offered_as_a_question(library: House, text: str, name: str) -> None:
    reply = said(library, text)
    assert offered(reply) == [name]
    assert reply.headline == f"Do you mean {name}?"
    assert reply.verdicts == ()


def test_the_child_that_was_named_is_answered_for_once_the_movie_is_picked(library: House) -> None:
    speaker = Speaker("picking")
    library.guide.ask(Question("the ghibli one with the goldfish girl. 3yo", speaker))
    reply = library.guide.ask(Question("yes", speaker))
    assert reply.movie is not None
    assert reply.movie.name == "Ponyo (2008)"
    assert [line.child.age.youngest_years for line in reply.verdicts] == [3]


@pytest.mark.parametrize(
    "text",
    [
        FALCON_TOLD,
        "there was this film where a girl saves a circus tiger and runs off to canada with it",
        pytest.param(
            "that movie where the plumber marries a ghost accountant. is 7 ok",
            marks=pytest.mark.xfail(reason="a story is read as an unknown title where it reads like one", strict=True),
        ),
        "the one about the girl who trains a falcon on a volcano, whats it called",
        "anime with the motorbike gangs in neo tokyo and a boy with psychic powers",
    ],
)
def test_for_a_story_that_no_review_tells_the_title_is_asked_for(library: House, text: str) -> None:
    reply = said(library, text)
    assert (reply.outcome, reply.headline, reply.choices) == (Outcome.HELP, wording.CANT_TELL, ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("is ratatouille ok for 5, the one with the rat who cooks", "Ratatouille (2007)"),
        ("how scary is coraline with the button eyes", "Coraline (2009)"),
        ("up, the one where the house floats, 4yo", "Up (2009)"),
        ("finding nemo where the mum gets eaten, is 3 too young", "Finding Nemo (2003)"),
        ("the wild robot, the one with the goose", "The Wild Robot (2024)"),
    ],
)
def test_a_title_that_is_named_is_answered_whatever_is_told_beside_it(library: House, text: str, name: str) -> None:
    reply = said(library, text)
    assert reply.outcome is Outcome.ANSWER
    assert reply.movie is not None
    assert reply.movie.name == name


@pytest.mark.parametrize(
    "text",
    [
        "can you recommend a movie about a rat who cooks",
        "any movie with a robot and a baby goose on an island for 6",
        "any films like the one with the rat who cooks, but funnier for 6",
        "we want something with toys and a cowboy doll, kids 4 and 6",
        "please suggest movies with a chocolate factory and golden tickets",
    ],
)
def test_a_wish_for_movies_stays_a_wish(library: House, text: str) -> None:
    assert said(library, text).outcome is Outcome.RECOMMEND


@pytest.mark.parametrize(
    "text",
    [
        "we found a rat in the kitchen and the cook screamed",
        "my house floats in this rain",
        "the girl next door sews buttons",
        "i cooked dinner and the kids fell asleep",
        "our robot vacuum got stuck again",
    ],
)
def test_talk_in_a_channel_that_tells_of_such_things_is_left_alone(library: House, text: str) -> None:
    assert said(library, text, addressed=False).outcome is Outcome.SILENT


def test_a_story_told_in_a_channel_to_ask_for_its_movie_is_heard(library: House) -> None:
    assert offered(said(library, "that film about the rat who cooks", addressed=False)) == ["Ratatouille (2007)"]


def test_most_stories_find_their_movie_and_hardly_one_another(library: House) -> None:
    counts: Counter[str] = Counter()
    for name, texts in STORIES["choosing"].items():
        for text in texts:
            reply = said(library, text)
            names = [reply.movie.name] if reply.movie is not None else offered(reply)
            counts["right" if name in names else "wrong" if names else "asked"] += 1
            assert len(names) <= 3
    assert counts["right"] / counts.total() >= LEAST_OFFERED
    assert counts["wrong"] <= 1


def test_a_story_of_a_movie_that_is_not_here_is_hardly_ever_offered_another(library: House) -> None:
    replies = [said(library, text) for texts in STORIES["absent"].values() for text in texts]
    assert sum(bool(offered(reply)) for reply in replies) / len(replies) <= MOST_WRONG
    assert [reply.movie for reply in replies if reply.movie is not None] == []


def test_a_review_is_found_by_its_story_from_the_next_question_on_and_until_it_is_removed(own: House) -> None:
    assert offered(said(own, FALCON_TOLD)) == []
    stored = own.publish(FALCON)
    assert offered(said(own, FALCON_TOLD)) == ["Ember and Ash (2025)"]
    own.publish(Review(FALCON.movie, one_line="Two bakers quarrel.", story="A bakery burns down."))
    assert offered(said(own, FALCON_TOLD)) == []
    own.publish(FALCON)
    with own.store.begin() as work:
        work.reviews.remove(stored.review_id, by())
        work.commit()
    assert offered(said(own, FALCON_TOLD)) == []


def test_a_servers_own_review_is_found_by_its_story_there_alone(own: House) -> None:
    own.publish(FALCON, OURS)
    assert offered(said(own, FALCON_TOLD, server=True)) == ["Ember and Ash (2025)"]
    assert offered(said(own, FALCON_TOLD, server=True, theirs=True)) == []
    assert offered(said(own, FALCON_TOLD)) == []
    assert offered(said(own, "that film about the rat who cooks", server=True)) == ["Ratatouille (2007)"]


def test_explain_shows_the_movies_found_and_the_words_they_were_found_by(library: House) -> None:
    explained = explain(library.store, Titles(), library.clock, "that film about the rat who cooks")
    meant = explained.understanding
    assert meant.rule == "a movie told by its story"
    assert [explained.names[one.movie_id] for one in meant.stories if one.offered] == ["Ratatouille (2007)"]
    assert {word for word, _ in meant.stories[0].words} == {"rat", "cooks"}
    assert meant.described is not None
    assert meant.described > 0.5
