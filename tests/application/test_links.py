"""A link asked about in a server: answered from the store, never kept, and never a title to wish for."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.application.counting import wanted_movie
from bot.application.guide import Question, Speaker
from bot.domain.movie import ExternalIds, Movie
from bot.domain.review import Review
from bot.saying.plain import plain_text
from bot.saying.reply import Outcome, Reply
from bot.understanding.intents import Intent
from bot.understanding.meaning import Meaning, Topic
from tests.application.house import OWNER, House
from tests.store.examples import OURS, THEIRS, paddington, review_of

HERE = Speaker("discord:1:903", OURS)
THERE = Speaker("discord:2:903", THEIRS)
PADDINGTON = "https://www.imdb.com/title/tt1109624/"
FROZEN = "https://www.imdb.com/title/tt2294629/"
NOBODYS = "https://www.imdb.com/title/tt9876543/?ref_=a_parents_own_link"


@pytest.fixture
def linked_house(house: House) -> House:
    movie = paddington().movie
    with house.store.begin() as work:
        work.movies.add_catalogue([Movie(f"Filler Number {number}", 1950 + number % 70) for number in range(300)])
        work.movies.add_catalogue([Movie("Frozen", 2013, external_ids=ExternalIds(imdb="tt2294629"))])
        work.commit()
    house.publish(
        paddington(movie=Movie(movie.title, movie.year, cast=movie.cast, external_ids=ExternalIds(imdb="tt1109624")))
    )
    return house


def ask(house: House, text: str, speaker: Speaker = HERE, *, addressed: bool = True) -> Reply:
    return house.guide.ask(Question(text, speaker, addressed=addressed))


def name_of(reply: Reply) -> str | None:
    return None if reply.movie is None else reply.movie.name


@pytest.mark.parametrize(
    "message",
    [
        f"{PADDINGTON} ok for 7?",
        f"is <{PADDINGTON}> ok for my 7 year old",
        "imdb.com/title/tt1109624 for a 7yo?",
        f"{PADDINGTON}?ref_=nv_sr_1 my daughter is 7",
        f"Paddington (2014) - {PADDINGTON} for my 7 yr old",
    ],
)
@pytest.mark.parametrize("addressed", [True, False])
def test_a_link_is_answered_as_its_movie(linked_house: House, message: str, *, addressed: bool) -> None:
    reply = ask(linked_house, message, addressed=addressed)
    assert (reply.outcome, name_of(reply)) == (Outcome.ANSWER, "Paddington (2014)")
    assert [verdict.child.age.youngest_years for verdict in reply.verdicts] == [7]


def test_a_link_is_followed_from_the_moment_its_id_is_written(linked_house: House) -> None:
    link = "https://www.themoviedb.org/movie/508442-soul"
    assert ask(linked_house, f"{link} ok for 7?").outcome is Outcome.UNKNOWN
    linked_house.publish(review_of("Soul", 2020, recommended_age_years=6))
    assert ask(linked_house, f"{link} ok for 7?").outcome is Outcome.UNKNOWN
    with_id = Movie("Soul", 2020, external_ids=ExternalIds(tmdb="508442"))
    linked_house.publish(Review(with_id, recommended_age_years=6))
    assert name_of(ask(linked_house, f"{link} ok for 7?")) == "Soul (2020)"


def test_a_link_to_a_servers_own_movie_is_answered_there_alone(linked_house: House) -> None:
    own = Movie("School Play", 2023, external_ids=ExternalIds(wikidata="Q4242"))
    linked_house.publish(Review(own, recommended_age_years=5), OURS)
    message = "www.wikidata.org/wiki/Q4242 ok for 7?"
    assert name_of(ask(linked_house, message)) == "School Play (2023)"
    assert ask(linked_house, message, THERE).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "message",
    [
        f"{NOBODYS} ok for 7?",
        f"is {NOBODYS} ok for my 7 year old",
        NOBODYS,
        f"how scary is <{NOBODYS}> for a 6yo",
        f'"{NOBODYS}" for a 9 year old?',
        "https://www.themoviedb.org/tv/1396-breaking-bad for my 9 year old?",
    ],
)
def test_an_unknown_link_is_told_in_one_sentence_and_leaves_no_trace(
    linked_house: House, message: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        reply = ask(linked_house, message)
    assert (reply.outcome, reply.movie, reply.wanted_title) == (Outcome.UNKNOWN, None, None)
    assert reply.headline == "I don't have the movie behind that link, so I can't say anything about it."
    assert linked_house.care.wanted(OWNER) == []
    pasted = ("9876543", "breaking-bad", "a_parents_own_link")
    assert not any(part in plain_text(reply) or part in caplog.text for part in pasted)
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert not any(part.encode() in file.read_bytes() for part in pasted), file


def test_a_link_to_a_known_movie_without_a_review_counts_as_that_movie(linked_house: House) -> None:
    reply = ask(linked_house, f"{FROZEN} ok for 7?")
    assert (reply.outcome, name_of(reply), reply.wanted_title) == (Outcome.UNREVIEWED, "Frozen (2013)", "Frozen")
    assert [(each.title, each.asked) for each in linked_house.care.wanted(OWNER)] == [("Frozen", 1)]


@pytest.mark.parametrize(
    "words",
    [
        NOBODYS,
        f"Zorbulax {NOBODYS}",
        f'my niece wants "{NOBODYS}"',
        "www.example.org/family-photos",
        "Zorbulax (https://youtu.be/x)",
        f"«{PADDINGTON}»",
    ],
)
def test_words_that_hold_a_link_are_never_offered_to_be_wished_for(words: str) -> None:
    understanding = Meaning(Topic.UNKNOWN, Intent.VERDICT, asked_title=words)
    assert wanted_movie(Reply(Outcome.UNKNOWN), understanding) is None


@pytest.mark.parametrize(
    ("message", "outcome"),
    [
        (f"{PADDINGTON} or {NOBODYS} for 7?", Outcome.ANSWER),
        (f"is paddington ok for 7? {NOBODYS}", Outcome.ANSWER),
        (f"{FROZEN} or {NOBODYS} for 7?", Outcome.UNREVIEWED),
        (f"{PADDINGTON}, {FROZEN} or {NOBODYS} for 7?", Outcome.COMPARE),
        (f"something like {NOBODYS} for a 7yo", Outcome.RECOMMEND),
    ],
)
def test_a_link_that_an_answer_leaves_out_is_told(linked_house: House, message: str, outcome: Outcome) -> None:
    reply = ask(linked_house, message)
    assert reply.outcome is outcome
    assert "I don't have a movie for one link in your message, so this leaves it out." in plain_text(reply)
    assert "9876543" not in plain_text(reply)


@pytest.mark.parametrize(
    "message",
    [
        PADDINGTON,
        f"we loved this {PADDINGTON}?ref_=a",
        f"{NOBODYS} out now",
        "https://youtu.be/x?t=1 lol",
        f"hm {FROZEN}",
    ],
)
def test_a_link_in_talk_that_asks_nothing_is_left_alone(linked_house: House, message: str) -> None:
    assert ask(linked_house, message, addressed=False).outcome is Outcome.SILENT


@pytest.mark.parametrize("message", ["https://youtu.be/x ok for 7?", "https://youtu.be/x", "www.a.org/b for my 7yo?"])
def test_any_other_link_said_to_the_guide_makes_it_ask_for_the_movie(linked_house: House, message: str) -> None:
    reply = ask(linked_house, message)
    assert (reply.outcome, reply.movie) == (Outcome.HELP, None)
    assert "youtu" not in plain_text(reply)
