"""What a message worries about, read from its words; one worry too many fails as much as one too few."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.vocabulary import GRID_BY_KEY, QUESTIONS_BY_KEY
from bot.language.lexicon import lexicon, read_tables
from bot.language.words import tokenise
from bot.understanding.concern_notes import ConcernNote, propose_concerns

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "concerns.toml").read_text(encoding="utf-8"))


def worries(said: str, title: str | None = None) -> list[ConcernNote]:
    tokens = tokenise(said)
    titles = []
    if title is not None:
        start = said.index(title)
        inside = [place for place, token in enumerate(tokens) if start <= token.start < start + len(title)]
        titles.append((inside[0], inside[-1] + 1))
    notes = propose_concerns(lexicon().read(tokens))
    free = [note for note in notes if not any(note.first < end and first < note.end for first, end in titles)]
    asked = {note.key for note in free if note.kind == "concern"}
    once: dict[tuple[str, str], ConcernNote] = {}
    for note in free:
        if note.kind != "touched" or note.key not in asked:
            once.setdefault((note.kind, note.key), note)
    return list(once.values())


def keys(said: str, kind: str = "concern", title: str | None = None) -> list[str]:
    return [note.key for note in worries(said, title) if note.kind == kind]


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=f"{table}-{row[0]}") for table, part in CASES.items() for row in part["rows"]]
)
def test_the_worries_are_read_as_they_were_said(row: list[Any]) -> None:
    said, wanted = row
    assert keys(said) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("flashing in Moana?", ["flashing_lights"]),
        ("any strobing", ["flashing_lights"]),
        ("could it trigger a seizure", ["flashing_lights"]),
        ("flicker warnings?", ["flashing_lights"]),
        ("she is epileptic", ["flashing_lights"]),
        ("is it louder than the show", ["loud_noises"]),
        ("are there loud bits", ["loud_noises"]),
        ("is it noisy", ["loud_noises"]),
        ("sudden bangs?", ["loud_noises"]),
        ("too loud for him?", ["loud_noises"]),
        ("does the goose family die", ["animal_dies"]),
        ("do any chicks get hurt", ["animal_dies"]),
        ("do the pets survive", ["animal_dies"]),
        ("is the dog alright at the end", ["animal_dies"]),
        ("do they kill the wolf", ["animal_dies"]),
        ("the movie where both parents die", ["parent_dies"]),
        ("the mum dying, is that on screen", ["parent_dies"]),
        ("kidnapped orphan", ["kidnapping", "parent_dies"]),
        ("is she separated from mom", ["parent_separation"]),
        ("the mother gets taken away", ["parent_separation"]),
        ("we are separated from the story's sad part", ["parent_separation", "upsetting_themes"]),
        ("is it sexist", ["discrimination"]),
        ("any antisemitic jokes", ["discrimination"]),
        ("too woke or too preachy?", ["messages"]),
        ("how diverse is it", ["diverse_representations"]),
        ("is there any representation", ["diverse_representations"]),
        ("does it talk about fostering", ["adoption"]),
        ("is there a scene at an orphanage", ["adoption"]),
        ("does anyone get hurt", ["violence_gore"]),
        ("is somebody injured", ["violence_gore"]),
        ("war stuff ok?", ["war"]),
        ("guns?", ["gun_violence"]),
        ("gore?", ["violence_gore"]),
        ("an old lady with a shotgun", ["gun_violence"]),
        ("f-bombs", ["language"]),
        ("swearing/bullying?", ["language", "bullying"]),
        ("jump-scares and n-words", ["jump_scares", "slurs"]),
        ("a post-credits scene", ["post_credit_scene"]),
        ("shadow man nightmares?", ["scariness"]),
        ("scary but not TOO scary", ["scariness"]),
        ("the santa thing", ["santa_spoiled"]),
        ("do they blow anyone up", ["violence_gore"]),
        ("are they in their underwear", ["nudity"]),
        ("do they pray or talk about God", ["religion_occult"]),
        ("the Lord's name in vain", ["language"]),
        ("do kids go missing", ["kidnapping"]),
    ],
)
def test_a_kind_of_worry_is_read_in_many_wordings(said: str, wanted: list[str]) -> None:
    assert keys(said) == wanted


def test_parents_who_are_separated_live_in_divorce_and_a_child_separated_from_one_does_not() -> None:
    assert keys("we are separated and she is 9") == ["divorce"]
    assert keys("they are separated from their dad") == ["parent_separation"]


@pytest.mark.parametrize(
    "said",
    [
        "his mum died last month",
        "my daughter lost her grandma, would it be too much",
        "our dog just died",
        "her brother passed away in june",
        "a boy whose nana just passed",
    ],
)
def test_what_the_family_itself_went_through_touches_the_theme_and_asks_nothing(said: str) -> None:
    assert (keys(said), keys(said, "touched")) == ([], ["upsetting_themes"])


@pytest.mark.parametrize(
    "said",
    ["does his mum die", "the dad who dies", "she loses her mother", "a dead parent", "both parents killed"],
)
def test_the_death_of_a_parent_in_the_movie_is_asked_about(said: str) -> None:
    assert keys(said) == ["parent_dies"]


@pytest.mark.parametrize(
    "said",
    [
        "they are dying to go",
        "what language do they speak",
        "it made me laugh out loud",
        "i swear she is fine",
        "the boys fight about it",
        "just killing time here",
        "they started shooting it last year",
        "her swimming lessons",
        "the star wars order",
        "thank god it is friday",
        "is there a violet dress",
    ],
)
def test_words_that_only_look_like_a_worry_are_none(said: str) -> None:
    assert keys(said) == []


@pytest.mark.parametrize(
    "said",
    [
        "she is very sensitive",
        "he gets scared easily",
        "an anxious kid",
        "easily frightened",
        "a sensitive 6yo",
        "my kid scares easy",
        "she cries easily",
        "he is afraid of everything",
        "she gets bad nightmares",
        "he hates scary stuff",
    ],
)
def test_a_child_said_to_be_sensitive_is_no_worry_of_its_own(said: str) -> None:
    assert (keys(said), keys(said, "sensitive")) == ([], ["sensitive"])


@pytest.mark.parametrize(
    "said",
    [
        "he is not sensitive",
        "she isn't easily scared",
        "not a very sensitive child",
        "he's never anxious",
        "sensitive topics",
        "i'm anxious to see it",
    ],
)
def test_a_child_that_is_not_sensitive_is_not_taken_for_one(said: str) -> None:
    assert keys(said, "sensitive") == []


def test_a_denial_in_another_sentence_leaves_the_child_sensitive() -> None:
    assert keys("I would not. Sensitive child!", "sensitive") == ["sensitive"]


@pytest.mark.parametrize("said", ["would it scare my daughter", "how intense is it", "will it freak her out"])
def test_a_verb_of_fear_touches_the_row_without_asking_for_it(said: str) -> None:
    assert (keys(said), keys(said, "touched")) == ([], ["scariness"])


def test_what_is_asked_for_is_not_touched_as_well() -> None:
    assert keys("is it scary, would it scare her", "touched") == []


def test_a_title_is_no_worry_and_hides_none() -> None:
    assert keys("is Scary Movie ok", title="Scary Movie") == []
    assert keys("is Scary Movie scary", title="Scary Movie") == ["scariness"]


def test_a_wording_does_not_reach_across_a_comma() -> None:
    assert keys("she loves her cat, dead or alive is a game") == []


def test_the_word_behind_a_worry_that_only_says_how_it_comes_belongs_to_it() -> None:
    (note,) = worries("any sad bits in it")
    assert (note.first, note.end, note.rule) == (1, 3, "concern: upsetting_themes")


def test_every_row_names_a_key_of_the_vocabulary() -> None:
    rows = read_tables("en")["concerns"]
    assert set(rows["concern"]) - {"nothing"} == set(GRID_BY_KEY) | set(QUESTIONS_BY_KEY)
    assert set(rows["touched"]) <= set(GRID_BY_KEY)
    assert set(rows["sensitive"]) == {"nothing", "sensitive"}


PIECES = "my dog dies , lost her mum is not very sensitive scary stuff - bad language f-word ? ! ... the İ ½ 👋 swearng"


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES.split()), max_size=25).map(" ".join)))
def test_worries_never_overlap_and_lie_inside_the_message(said: str) -> None:
    tokens = tokenise(said)
    notes = propose_concerns(lexicon().read(tokens))
    ends = [0] + [note.end for note in notes]
    assert all(before <= note.first < note.end <= len(tokens) for before, note in zip(ends, notes, strict=False))
