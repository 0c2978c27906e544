"""What a parent types lives for the call, and what a follow-up needs of it for the talk; no cache keeps a word."""

from __future__ import annotations

import gc
import random
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import pytest

from bot.application.guide import Question, Speaker
from bot.domain.errors import InvalidReviewError
from bot.domain.movie import Movie
from tests.application.house import MEMBER, House
from tests.store.examples import OURS, paddington, review_of

MESSAGES = (
    "is Paddington ok for {}, he is 7 and has {}",
    "{} paddingtn",
    "is {} ok for my 7 year old",
    'can {} watch "{}"?',
    "what should i watch with {}",
    "a movie about {} for a 9 year old",
    "something with {} and no {} for my 9 year old",
    "is Paddington scarier than {}",
    "paddington or {} for a 4 year old {}",
    "does {} die in paddington",
    "no, I meant {}",
    "{}",
    "7{}yo and {}2 for frozn",
)
HERE = Speaker("discord:1:903", OURS)


_SHAPE = re.compile(r"zu(?:[bdfgklmnprtvz][aeiou]){4}xq")


def invented() -> str:
    """A word that nobody has ever typed; the test knows its shape and holds none of them."""
    return "zu" + "".join(random.choice("bdfgklmnprtvz") + random.choice("aeiou") for _ in range(4)) + "xq"


def held_words() -> list[str]:
    """Every text in this process with an invented word in it, with the kind of thing that holds it."""
    gc.collect()
    return [
        f"{type(container).__name__}: {text!r:.120}"
        for container in gc.get_objects()
        for text in _texts(container)
        if "xq" in text and _SHAPE.search(text)
    ]


def _texts(container: Any) -> Iterator[str]:
    for held in gc.get_referents(container):
        if isinstance(held, bytes):
            yield held.decode("latin-1")
        elif isinstance(held, str):
            yield held
        elif isinstance(held, tuple | dict | set | frozenset) and not gc.is_tracked(held):
            yield from _texts(held)


def ask_everything(house: House) -> None:
    """Ask about invented words, addressed and not, in a server and outside; nothing of it is held here."""
    for message in MESSAGES:
        for speaker in (HERE, Speaker("terminal")):
            for addressed in (True, False):
                text = message.format(*(invented() for _ in range(message.count("{}"))))
                house.guide.ask(Question(text, speaker, addressed=addressed))


@pytest.fixture
def asked_house(house: House) -> House:
    house.publish(paddington())
    house.publish(review_of("Fine for all", recommended_age_years=4, story="Nothing happens."))
    with house.store.begin() as work:
        work.movies.add_catalogue([Movie("Frozen", 2013, popularity=50.0)])
        work.commit()
    return house


def forget(house: House) -> None:
    for speaker in (HERE, Speaker("terminal")):
        house.guide.forget(speaker)


def wait(house: House) -> None:
    house.clock.pass_by(minutes=16)
    house.guide.tidy()


@pytest.mark.parametrize("over", [forget, wait])
def test_no_word_of_any_message_is_held_once_the_talk_is_over(
    asked_house: House, over: Callable[[House], None]
) -> None:
    ask_everything(asked_house)
    over(asked_house)
    assert held_words() == []


def test_no_word_of_a_title_that_is_being_typed_or_of_a_wish_that_was_refused_is_held(asked_house: House) -> None:
    asked_house.guide.suggest_titles(invented(), HERE)
    asked_house.guide.suggest_reviewed(f"padd {invented()}", HERE)
    refused(asked_house)
    assert held_words() == []


def refused(house: House) -> None:
    with pytest.raises(InvalidReviewError):
        house.care.vote(MEMBER, f"@everyone {invented()}", None)


def test_a_word_that_is_kept_would_be_found() -> None:
    @lru_cache(maxsize=10)
    def cached(word: str) -> int:
        return len(word)

    keepers: list[tuple[Callable[[], Any], Callable[[], Any]]] = [
        (lambda: cached(invented()), cached.cache_clear),
        (lambda: KEPT.append({(f"said {invented()} here", 1): 2}), KEPT.clear),
        (lambda: re.search(rf"\b{invented()}", "nothing"), re.purge),
    ]
    for keep, clear in keepers:
        keep()
        assert len(held_words()) >= 1
        clear()
        assert held_words() == []


KEPT: list[Any] = []
