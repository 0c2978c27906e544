"""What a message asks for by its own words, without a title or a dialogue around it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.lexicon import Words, lexicon, read_tables
from bot.language.words import tokenise
from bot.understanding.ask_notes import cues, parts, picks, propose_asks, wanted_fact, whole_message
from bot.understanding.concern_notes import propose_concerns
from bot.understanding.intents import Intent

CASES = Path(__file__).parents[1] / "cases"
ASKS: dict[str, list[str]] = tomllib.loads((CASES / "asks.toml").read_text(encoding="utf-8"))["intent"]
CONVERSATIONS: list[Any] = tomllib.loads((CASES / "conversations.toml").read_text(encoding="utf-8"))["conversation"]
FROM_THE_DIALOGUE = {
    "under 90 minutes",
    "and the fifth one?",
    "my daughter is 6",
    "coraline or matilda for my 8 year old?",
    "no, I meant Interview with the Vampire",
    "which is scarier?",
    "can you recommend a movie, i want to die",
    "???",
    "toy story 2 and 3 for a 5yo",
    "lion king, old or new? she is 5",
}
"""Turns whose intent comes from the turns before, from two titles, or from a rule."""


WITHOUT_WORDINGS = {Intent.SMALL_TALK, Intent.NOT_ENGLISH}
"""Intents that are read from the message as a whole, and from no words of the language's data."""


def asked(said: str) -> list[str]:
    words = words_of(said)
    whole = whole_message(words)
    if whole is not None:
        return [whole.value]
    return list(dict.fromkeys(note.intent.value for note in propose_asks(words)))


def words_of(said: str) -> Words:
    return lexicon().read(tokenise(said))


@pytest.mark.parametrize(("intent", "said"), [(intent, said) for intent, says in ASKS.items() for said in says])
def test_an_intent_is_read_from_its_words_and_no_other_with_it(intent: str, said: str) -> None:
    assert asked(said) == ([] if intent == "concern" else [intent])
    if intent == "concern":
        assert [note.kind for note in propose_concerns(words_of(said))] == ["concern"]


def test_every_intent_has_five_wordings_of_its_own() -> None:
    asked_in_words = [intent for intent in Intent if intent not in WITHOUT_WORDINGS]
    assert {intent: len(says) for intent, says in ASKS.items()} == {intent.value: 5 for intent in asked_in_words}


@pytest.mark.parametrize(
    ("intent", "said"),
    [
        pytest.param(turn.get("intent", "verdict"), turn["say"], id=turn["say"])
        for conversation in CONVERSATIONS
        for turn in conversation["turns"]
        if turn["say"] not in FROM_THE_DIALOGUE and (turn.get("intent") != "correction" or "not" in turn["say"])
    ],
)
def test_the_turns_of_the_conversations_ask_for_what_they_are_answered_with(intent: str, said: str) -> None:
    if intent in ("verdict", "concern"):
        assert set(asked(said)) <= {"verdict"}
    else:
        assert asked(said) == [intent]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("thx!! and how long is it", ["facts"]),
        ("what is it about and is it on netflix", ["story", "where"]),
        ("what's it rated, and why?", ["rating", "why"]),
        ("who directed it, is it any good", ["facts", "quality"]),
        ("is it ok for my 5yo and how long is it", ["verdict", "facts"]),
    ],
)
def test_everything_asked_for_is_found_in_the_order_it_is_said(said: str, wanted: list[str]) -> None:
    assert asked(said) == wanted


@pytest.mark.parametrize(
    "said",
    [
        "for a 9 year old i mean",
        "is Toy Story 3 scary",
        "my mum wants to watch it with him",
        "who made you angry",
        "are you older than 12",
        "how long until bedtime",
        "not that long ago",
    ],
)
def test_words_that_only_look_like_a_question_ask_for_nothing(said: str) -> None:
    assert asked(said) == []


@pytest.mark.parametrize(
    "said",
    [
        "thanks but is it scary",
        "that's not very helpful",
        "hello dolly",
        "help him sleep after it",
        "good boys",
        "you",
        "",
    ],
)
def test_a_message_with_more_in_it_is_not_taken_for_a_greeting_or_thanks(said: str) -> None:
    assert whole_message(words_of(said)) is None


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("hello! what can you do?", Intent.HELP),
        ("hi there, thanks", Intent.THANKS),
        ("ok. thanks! bye", Intent.THANKS),
        ("never mind", Intent.THANKS),
        ("hii 👋", Intent.GREETING),
    ],
)
def test_of_several_courtesies_the_one_that_wants_an_answer_is_told(said: str, intent: Intent) -> None:
    assert whole_message(words_of(said)) is intent


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        ("how long is it", "run_time"),
        ("running time?", "run_time"),
        ("is it a musical", "genres"),
        ("is it live-action", "genres"),
        ("when did it come out", "dates"),
        ("which year is it from", "dates"),
        ("who directed it", "directors"),
        ("who's in it", "cast"),
        ("who voices the bear, and when was it made", "cast"),
        ("tell me the facts", None),
    ],
)
def test_the_one_fact_asked_for_is_found(said: str, fact: str | None) -> None:
    assert wanted_fact(words_of(said)) == fact


@pytest.mark.parametrize(
    ("cue", "says"),
    [
        ("question", ["is it fun", "so, can he see it", "yay or nay", "wondering about it", "please tell me"]),
        ("suitable", ["is it ok", "old enough?", "good for her", "let him see it", "too long"]),
        ("sufficient", ["what age is it", "kid-friendly?", "how old should he be", "too scary for him", "ok for kids"]),
        ("concern_asked", ["is there blood", "any blood", "how much blood", "lots of blood", "worried about blood"]),
        ("told", ["she loved it", "we watched it", "he cried", "already seen", "my favorite"]),
        ("errand", ["play a song", "two tickets please", "book a table", "the weather today", "can you remind him"]),
        ("opinion", ["i think so", "in my opinion", "i'd say so", "for me it is", "imho"]),
        ("others_spoken_to", ["you saw it", "your kid", "lol", "dude", "ur right"]),
        ("like_before", ["something like", "movies like", "anything similar to", "more like", "ones such as"]),
        (
            "loved_before",
            ["she loved", "he is obsessed with", "big fan of", "we just watched", "her favorite movie is"],
        ),
        ("than", ["scarier than", "compared to", "better than", "more than", "worse then"]),
        ("instead_of", ["not the old one", "instead of it", "rather than it", "it isn't that", "except it"]),
        (
            "unsure_which",
            ["not sure which it is", "no idea what it's called", "i forget the name", "whichever is on", "dunno which"],
        ),
        ("one_of_before", ["one of the", "any of those", "one of those old", "which of these", "one of all the"]),
        ("or_join", ["this or that", "this vs that", "this versus that"]),
        ("others", ["any others", "something else", "more please", "seen those", "what next"]),
        ("avoid", ["movies to avoid", "what should i skip", "movies we should ban"]),
        ("like_this", ["more like this", "similar", "like it", "more of those"]),
        ("asks_of_one", ["is it a good movie for her", "ok, does it have songs", "would she like it"]),
    ],
)
def test_a_sign_of_how_a_message_is_meant_is_found(cue: str, says: list[str]) -> None:
    assert [said for said in says if cue not in cues(words_of(said))] == []


def test_a_sign_before_a_title_ends_where_the_title_begins() -> None:
    assert cues(words_of("something a bit like coraline"))["like_before"] == [(0, 4)]
    assert cues(words_of("he loved coraline"))["loved_before"] == [(1, 2)]


def test_plain_talk_bears_no_sign_of_a_question() -> None:
    signs = cues(words_of("on my way home now"))
    assert not {"question", "sufficient", "concern_asked", "suitable"} & set(signs)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("the second", {"second"}),
        ("number 3", {"third"}),
        ("the last one", {"last"}),
        ("yes, he's 11", {"yes"}),
        ("the other one", {"other"}),
        ("the newer version", {"newest"}),
        ("the original", {"oldest"}),
        ("the animated one", {"animated"}),
        ("the live-action one", {"live_action"}),
        ("neither of them", {"none"}),
        ("her second grade class", set()),
        ("my oldest is 9", set()),
    ],
)
def test_what_picks_one_of_the_movies_offered_is_found(said: str, wanted: set[str]) -> None:
    assert set(picks(words_of(said))) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("and the third one?", {"3"}),
        ("the sequel?", {"next"}),
        ("is part two ok", {"2"}),
        ("the one after that", {"next"}),
        ("the prequel", {"previous"}),
        ("the last part", {"last"}),
        ("for my second child", set()),
    ],
)
def test_the_part_of_a_series_is_found(said: str, wanted: set[str]) -> None:
    assert set(parts(words_of(said))) == wanted


def test_every_row_of_the_intents_is_one() -> None:
    rows = read_tables("en")["asks"]["intent"]
    left_out = WITHOUT_WORDINGS | {Intent.CONCERN, Intent.HELP, Intent.GREETING, Intent.THANKS}
    assert set(rows) - {"nothing"} == {intent.value for intent in Intent if intent not in left_out}


PIECES = "hi thanks help is it ok for what about the plot ? ! , ... than or 1 2 İ ½ 👋 where can i watch rated no bye"


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES.split()), max_size=25).map(" ".join)))
def test_any_text_is_read_without_an_error_and_in_order(said: str) -> None:
    words = words_of(said)
    notes = propose_asks(words)
    ends = [0] + [note.end for note in notes]
    assert all(before <= note.first < note.end <= len(words.tokens) for before, note in zip(ends, notes, strict=False))
    whole_message(words)
    wanted_fact(words)
    for places in (*cues(words).values(), *picks(words).values(), *parts(words).values()):
        assert all(0 <= first < end <= len(words.tokens) for first, end in places)
