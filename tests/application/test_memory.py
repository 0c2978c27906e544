"""What is remembered for a while is forgotten in time, however the clock moves, and never grows past its size."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.application.dialogues import Dialogues
from bot.application.guide import Question, Speaker
from bot.application.memory import Memory
from bot.application.titles import MOST_SERVER_INDEXES, Titles
from bot.discord_app.guide_channels import FRESH_SECONDS, MOST_SERVERS, GuideChannels
from bot.discord_app.rate_guard import BURST, MOST_PEOPLE, Pace, RateGuard
from bot.discord_app.unsent import MOST_UNSENT, Unsent
from bot.discord_app.wishes import MOST_WISHES, Wishes
from bot.domain.movie import MovieId, ServerId
from bot.understanding.dialogue import DialogueContext
from tests.application.house import OWNER, House, SetClock
from tests.store.examples import OURS, by, paddington, review_of, suggestion

CONTEXT = DialogueContext(movies=(MovieId(1),))


def asking(text: str) -> Question:
    return Question(text, Speaker("discord:1:903", OURS))


class Seconds:
    """A clock that counts seconds and stands until the test moves it."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


def test_a_value_is_there_for_its_time_and_no_second_longer(clock: Seconds) -> None:
    memory: Memory[str, int] = Memory(10, 60, clock)
    memory.put("ours", 1)
    clock.now += 60
    assert (memory.get("ours"), memory.values()) == (1, [1])
    clock.now += 1
    assert (memory.get("ours"), memory.take("ours"), memory.values(), len(memory)) == (None, None, [], 0)


def test_what_is_over_is_neither_taken_nor_kept_nor_counted_as_forgotten(clock: Seconds) -> None:
    memory: Memory[str, int] = Memory(10, 60, clock)
    for key in ("taken", "looked at", "forgotten"):
        memory.put(key, 1)
    clock.now += 61
    assert memory.take("taken") is None
    assert memory.get("looked at") is None
    assert len(memory) == 1
    assert memory.forget_where(lambda _: True) == 0


def test_looking_does_not_prolong_and_putting_again_does(clock: Seconds) -> None:
    memory: Memory[str, int] = Memory(10, 60, clock)
    memory.put("looked at", 1)
    memory.put("put again", 1)
    clock.now += 40
    assert memory.get("looked at") == 1
    memory.put("put again", 2)
    clock.now += 40
    assert (memory.get("looked at"), memory.get("put again")) == (None, 2)


def test_one_too_many_costs_the_one_put_longest_ago(clock: Seconds) -> None:
    memory: Memory[int, str] = Memory(3, 60, clock)
    for number in (1, 2, 3, 1, 4):
        memory.put(number, str(number))
    assert (len(memory), memory.values(), memory.get(2)) == (3, ["3", "1", "4"], None)


def test_what_nobody_asks_for_again_is_forgotten_by_tidying_or_by_the_next_that_comes(clock: Seconds) -> None:
    memory: Memory[str, int] = Memory(10, 60, clock)
    memory.put("left alone", 1)
    clock.now += 61
    memory.put("next", 2)
    assert len(memory) == 1
    clock.now += 61
    assert len(memory) == 1
    memory.tidy()
    assert len(memory) == 0


def test_a_clock_that_is_set_back_keeps_nothing_for_longer(clock: Seconds) -> None:
    memory: Memory[str, int] = Memory(10, 60, clock)
    memory.put("before", 1)
    clock.now -= 3_600
    assert memory.get("before") is None
    memory.put("after", 2)
    clock.now -= 3_600
    memory.put("later", 3)
    memory.tidy()
    assert memory.values() == [3]


def test_what_is_taken_or_unwanted_is_gone(clock: Seconds) -> None:
    memory: Memory[str, int] = Memory(10, 60, clock)
    for number in range(5):
        memory.put(str(number), number)
    assert (memory.take("4"), memory.take("4")) == (4, None)
    assert memory.forget_where(lambda value: value < 2) == 2
    assert memory.values() == [2, 3]


@pytest.mark.parametrize(
    ("minutes", "remembered"), [(1, True), (14.9, True), (15.1, False), (60, False), (60 * 14, False), (-30, False)]
)
def test_a_conversation_is_remembered_for_fifteen_minutes(house: House, minutes: float, remembered: bool) -> None:
    house.publish(paddington())
    house.guide.ask(asking("is Paddington ok for my 7 year old?"))
    house.clock.pass_by(minutes=minutes)
    assert bool(house.guide.turn(asking("why?")).understanding.movies) is remembered


def test_each_turn_lets_the_talk_go_on_for_another_fifteen_minutes(house: House) -> None:
    house.publish(paddington())
    house.guide.ask(asking("is Paddington ok for my 7 year old?"))
    for _ in range(4):
        house.clock.pass_by(minutes=10)
        assert house.guide.turn(asking("and for my 8 year old?")).understanding.movies
    house.clock.pass_by(minutes=16)
    assert not house.guide.turn(asking("why?")).understanding.movies


def test_a_talk_that_is_over_is_let_go_of_though_nobody_says_anything_more() -> None:
    clock = SetClock()
    dialogues = Dialogues(clock)
    dialogues.put("theirs", CONTEXT)
    clock.pass_by(minutes=10)
    dialogues.put("ours", CONTEXT)
    clock.pass_by(minutes=6)
    dialogues.tidy()
    assert (len(dialogues), dialogues.get("theirs"), dialogues.get("ours")) == (1, None, CONTEXT)


def test_of_too_many_conversations_the_one_quiet_for_longest_is_forgotten() -> None:
    dialogues = Dialogues(SetClock(), most=3)
    for name in ("first", "second", "third", "first", "fourth"):
        dialogues.put(name, CONTEXT)
    assert [name for name in ("first", "second", "third", "fourth") if dialogues.get(name)] == [
        "first", "third", "fourth",
    ]  # fmt: skip
    assert len(dialogues) == 3


@pytest.mark.parametrize(("minutes", "held"), [(59, True), (61, False), (60 * 24, False)])
def test_words_that_were_not_sent_are_held_for_an_hour(clock: Seconds, minutes: int, held: bool) -> None:
    unsent = Unsent(clock)
    key = unsent.hold(suggestion(MovieId(1)))
    clock.now += minutes * 60
    assert [unsent.get(key) is not None, bool(unsent.of(suggestion(MovieId(1)).author_id))] == [held, held]
    assert (unsent.take(key) is not None) is held


def test_one_unsent_suggestion_too_many_costs_the_oldest(clock: Seconds) -> None:
    unsent = Unsent(clock)
    keys = [unsent.hold(suggestion(MovieId(number))) for number in range(1, MOST_UNSENT + 2)]
    assert [unsent.get(key) is not None for key in (keys[0], keys[1], keys[-1])] == [False, True, True]


@pytest.mark.parametrize(("days", "remembered"), [(6, True), (8, False)])
def test_a_wish_counts_once_in_a_week(clock: Seconds, days: int, remembered: bool) -> None:
    wishes = Wishes(clock)
    assert wishes.make(1, 2, "Up")
    clock.now += timedelta(days=days).total_seconds()
    assert wishes.make(1, 2, "Up") is not remembered


def test_one_wish_too_many_costs_the_oldest(clock: Seconds) -> None:
    wishes = Wishes(clock)
    for person in range(MOST_WISHES + 1):
        assert wishes.make(1, person, "Up")
    assert [wishes.make(1, person, "Up") for person in (1, MOST_WISHES)] == [False, False]
    assert wishes.make(1, 0, "Up")


def test_a_wish_is_anothers_in_another_server_and_counts_again_when_taken_back(clock: Seconds) -> None:
    wishes = Wishes(clock)
    assert [wishes.make(*wish) for wish in ((1, 2, "Up"), (1, 3, "Up"), (2, 2, "Up"), (1, 2, "3"))] == [True] * 4
    wishes.take_back(1, 2, "Up")
    assert [wishes.make(1, 2, "Up"), wishes.make(1, 3, "Up")] == [True, False]


async def test_the_guide_channels_of_one_server_too_many_are_read_again(
    house: House, clock: Seconds, watched: Callable[[], list[ServerId]]
) -> None:
    channels = GuideChannels(house.care, clock)
    for server in range(1, MOST_SERVERS + 2):
        channels.remember(server, frozenset({server}))
    reads = watched()
    assert [await channels.holds(server, frozenset({server})) for server in (2, MOST_SERVERS + 1)] == [True, True]
    assert reads == []
    assert not await channels.holds(1, frozenset({1}))
    assert reads == [ServerId(1)]


async def test_guide_channels_set_elsewhere_are_seen_in_half_a_minute(house: House, clock: Seconds) -> None:
    channels = GuideChannels(house.care, clock)
    assert not await channels.holds(OURS, frozenset({7}))
    house.care.set_guide_channel(OWNER, 7, on=True)
    clock.now += FRESH_SECONDS
    assert not await channels.holds(OURS, frozenset({7}))
    clock.now += 1
    assert await channels.holds(OURS, frozenset({7}))


@pytest.fixture
def watched(house: House, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[ServerId]]:
    """Lists the servers whose settings are read from the store from then on."""
    read = house.care.settings
    reads: list[ServerId] = []

    def settings(server_id: ServerId) -> Any:
        reads.append(server_id)
        return read(server_id)

    def start() -> list[ServerId]:
        monkeypatch.setattr(house.care, "settings", settings)
        return reads

    return start


def test_of_too_many_people_the_one_heard_longest_ago_may_ask_afresh(clock: Seconds) -> None:
    guard = RateGuard(clock)
    for person in (1, 2):
        assert [guard.spend(person) for _ in range(BURST + 1)][-1] is Pace.SAY_SLOW_DOWN
    for person in range(3, MOST_PEOPLE + 2):
        guard.spend(person)
    assert [guard.spend(2), guard.spend(1)] == [Pace.STAY_SILENT, Pace.GO]


def test_who_was_quiet_long_enough_to_ask_freely_is_forgotten(clock: Seconds) -> None:
    guard = RateGuard(clock)
    while guard.spend(1) is Pace.GO:
        pass
    guard.tidy()
    assert len(guard._buckets) == 1
    clock.now += 3_600
    guard.tidy()
    assert len(guard._buckets) == 0
    assert [guard.spend(1) for _ in range(BURST + 1)] == [Pace.GO] * BURST + [Pace.SAY_SLOW_DOWN]


def test_of_too_many_servers_with_movies_of_their_own_the_title_index_used_longest_ago_is_made_anew(
    house: House,
) -> None:
    servers = [ServerId(number) for number in range(1, MOST_SERVER_INDEXES + 2)]
    with house.store.begin() as work:
        for server in servers:
            work.reviews.save(review_of(f"School play {server}"), by(), server)
        work.commit()
    titles = Titles()
    with house.store.begin() as work:
        made = [titles.index(work, server) for server in servers[:-1]]
        assert titles.index(work, servers[0]) is made[0]
        last = titles.index(work, servers[-1])
        assert titles.index(work, servers[0]) is made[0]
        assert titles.index(work, servers[-1]) is last
        assert titles.index(work, servers[1]) is not made[1]
        assert [entry.title for entry in titles.index(work, servers[1]).own.values()] == ["School play 2"]
