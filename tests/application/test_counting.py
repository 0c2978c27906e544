"""What families ask for is counted in their server: titles and kinds of replies, never who, never the message."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect

from bot.application.counting import wanted_movie
from bot.application.guide import Question, Speaker
from bot.domain.demand import DayCount, WantedMovie
from bot.domain.errors import InvalidReviewError, NotFoundError
from bot.domain.movie import Movie
from bot.saying.reply import Outcome, Reply
from bot.understanding.intents import Intent
from bot.understanding.meaning import Meaning, Topic
from tests.application.house import MEMBER, OWNER, STRANGER, THEIR_OWNER, House
from tests.store.examples import NOON, OURS, THEIRS, paddington

DAY = NOON.date()
HERE = Speaker("discord:1:903", OURS)
PRIVATELY = Speaker("discord:dm:903", None)


@pytest.fixture
def asked_house(house: House) -> House:
    house.publish(paddington())
    with house.store.begin() as work:
        work.movies.add_catalogue([Movie("Frozen", 2013, popularity=50.0), Movie("Moana", 2016, popularity=40.0)])
        work.commit()
    return house


def asked(house: House, text: str, speaker: Speaker = HERE, *, addressed: bool = True) -> Outcome:
    return house.guide.ask(Question(text, speaker, addressed=addressed)).outcome


def counts(house: House, server: object = OURS) -> dict[str, int]:
    with house.store.begin() as work:
        return {count.outcome: count.count for count in work.demand.outcomes(server, DAY)}  # type: ignore[arg-type]


def wanted(house: House) -> list[WantedMovie]:
    return house.care.wanted(OWNER)


def test_a_movie_without_a_review_is_counted_by_its_own_title(asked_house: House) -> None:
    for _ in range(2):
        assert asked(asked_house, "is Frozen ok for my 7 year old?") is Outcome.UNREVIEWED
    (frozen,) = wanted(asked_house)
    assert (frozen.title, frozen.year, frozen.asked, frozen.votes, frozen.last_asked) == ("Frozen", 2013, 2, 0, DAY)
    assert asked_house.care.wanted(THEIR_OWNER) == []
    assert counts(asked_house) == {"unreviewed": 2}


def test_a_title_nobody_knows_is_offered_to_be_wished_for_and_kept_by_no_asking(asked_house: House) -> None:
    for _ in range(2):
        reply = asked_house.guide.ask(Question('is "Zorbulax Prime" ok for my kids?', HERE))
        assert reply.outcome is Outcome.UNKNOWN
        assert (reply.wanted_title or "").casefold() == "zorbulax prime"
    assert wanted(asked_house) == []
    assert counts(asked_house) == {"unknown": 2}
    asked_house.care.vote(MEMBER, reply.wanted_title or "", None)
    assert [(each.title, each.asked, each.votes) for each in wanted(asked_house)] == [(reply.wanted_title, 0, 1)]
    asked(asked_house, 'is "Zorbulax Prime" ok for my kids?')
    assert [(each.asked, each.votes) for each in wanted(asked_house)] == [(0, 1)]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Zorbulax Prime", "Zorbulax Prime"),
        ('my niece wants "Zorbulax Prime', "Zorbulax Prime"),
        ("she likes “Zorbulax Prime” so much", "Zorbulax Prime"),
        ("„Zorbulax Prime“ for her", "Zorbulax Prime"),
        ("«Zorbulax Prime»", "Zorbulax Prime"),
        ("‘Zorbulax Prime’", "Zorbulax Prime"),
        ("Zorbulax's Friend", "Zorbulax's Friend"),
        ('my 7 year old wants "Zorbulax Prime"', "Zorbulax Prime"),
        ("Zorbulax 7", "Zorbulax 7"),
        ("zorbulax 12+", "zorbulax 12+"),
        ("zorbulax for my 7 year old", None),
        ("@everyone", None),
        ("x" * 90, "x" * 80),
    ],
)
def test_of_the_words_taken_for_an_unknown_title_only_a_title_is_offered(words: str, title: str | None) -> None:
    understanding = Meaning(Topic.UNKNOWN, Intent.VERDICT, asked_title=words)
    found = wanted_movie(Reply(Outcome.UNKNOWN), understanding)
    assert (found.title if found is not None else None) == title


def test_a_follow_up_is_no_second_wish_and_an_answered_movie_is_none(asked_house: House) -> None:
    asked(asked_house, "is Frozen ok for my 7 year old?")
    asked(asked_house, "and for my 10 year old?")
    asked(asked_house, "is Paddington ok for my 7 year old?")
    assert [(each.title, each.asked) for each in wanted(asked_house)] == [("Frozen", 1)]
    assert counts(asked_house) == {"unreviewed": 2, "answer": 1}


def test_a_movie_picked_from_a_choice_is_counted_too(asked_house: House) -> None:
    with asked_house.store.begin() as work:
        frozen = work.movies.find("Frozen", 2013)
    assert frozen is not None
    assert asked_house.guide.choose(frozen, HERE).outcome is Outcome.UNREVIEWED
    assert [each.asked for each in wanted(asked_house)] == [1]


def test_silence_and_what_is_asked_outside_a_server_are_not_counted(asked_house: House) -> None:
    assert asked(asked_house, "lovely weather today", addressed=False) is Outcome.SILENT
    asked(asked_house, "is Frozen ok for my 7 year old?", PRIVATELY)
    asked_house.guide.ask(Question("is Frozen ok for my 7 year old?", Speaker("terminal")))
    assert (counts(asked_house), wanted(asked_house)) == ({}, [])


def test_a_reviewed_movie_leaves_the_list(asked_house: House) -> None:
    asked(asked_house, "is Paddington 2 ok for my 7 year old?")
    asked(asked_house, "is Frozen ok for my 7 year old?")
    asked_house.publish(paddington(movie=Movie("Frozen", 2013)))
    assert "Frozen" not in [each.title for each in wanted(asked_house)]


def test_neither_the_message_nor_the_child_nor_the_asker_is_anywhere_in_the_store(asked_house: House) -> None:
    asked(asked_house, "is Frozen ok for my anxious 7 year old niece Ottilie?")
    asked(asked_house, 'my anxious niece Ottilie wants "Zorbulax Prime", she is 7')
    engine = asked_house.store._engine
    with engine.connect() as connection:
        kept = "\n".join(
            str(row)
            for name in inspect(engine).get_table_names()
            for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')
        )
        columns = {column["name"] for column in inspect(engine).get_columns("wanted_movie")}
    assert "Frozen" in kept
    for word in ("Ottilie", "anxious", "niece", "903", "discord", "Zorbulax"):
        assert word not in kept
    assert columns == {"server_id", "movie_id", "title_key", "title", "year", "asked", "votes", "last_asked"}


def test_a_store_that_is_being_written_costs_the_count_and_not_the_answer(asked_house: House) -> None:
    with asked_house.store.begin() as importing:
        importing.lock()
        assert asked(asked_house, "is Frozen ok for my 7 year old?") is Outcome.UNREVIEWED
    assert counts(asked_house) == {}
    asked(asked_house, "is Frozen ok for my 7 year old?")
    assert counts(asked_house) == {"unreviewed": 1}


def test_a_member_votes_for_a_known_movie_or_a_title(asked_house: House) -> None:
    with asked_house.store.begin() as work:
        frozen = work.movies.find("Frozen", 2013)
    assert asked_house.care.vote(MEMBER, "whatever the button said", frozen).title == "Frozen"
    assert asked_house.care.vote(MEMBER, "  Zorbulax\n Prime " + "x" * 100, None).title.startswith("Zorbulax Prime xxx")
    assert [(each.demand, len(each.title) <= 80) for each in wanted(asked_house)] == [(3, True), (3, True)]
    for title in ("", " \n", "@everyone look"):
        with pytest.raises(InvalidReviewError):
            asked_house.care.vote(MEMBER, title, None)
    with pytest.raises(NotFoundError):
        asked_house.care.vote(STRANGER, "Frozen", frozen)


def test_replies_are_counted_day_by_day(asked_house: House) -> None:
    asked(asked_house, "is Paddington ok for my 7 year old?")
    asked_house.clock.pass_by(days=1)
    asked(asked_house, "is Paddington ok for my 7 year old?")
    with asked_house.store.begin() as work:
        assert [(each.day - DAY).days for each in work.demand.outcomes(OURS, DAY)] == [0, 1]
        assert work.demand.outcomes(OURS, asked_house.clock.now().date()) == [
            DayCount(asked_house.clock.now().date(), "answer", 1)
        ]
        assert work.demand.outcomes(THEIRS, DAY) == []
