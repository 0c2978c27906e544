"""Every example in README is asked of the real guide over the starter library, and answered as README says.

The examples are read out of README itself; one that has no expectation here fails.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.application.guide import Guide, Question, Speaker, Turn
from bot.bootstrap import build
from bot.saying.plain import plain_text
from bot.saying.reply import Outcome, Reply, SectionKind
from bot.settings import Settings

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")

_STANDS_FOR_ANY = "…"


def _rows_below(head: str) -> list[str]:
    """The first column of a table, row by row."""
    table = README.split(f"| {head} |", 1)[1].split("\n\n", 1)[0]
    return [line.split("|")[1].strip() for line in table.splitlines()[2:]]


TABLE_ROWS = _rows_below("A parent writes")
TABLE = [example for row in TABLE_ROWS for example in row.split(" · ")]
AGES = re.findall(r"[^,]+", re.split(r"[()]", README.split("Ages are read as parents write them", 1)[1])[1])
ELSEWHERE = [
    *(typed for typed in re.findall(r'parent-guide ask "([^"]+)"', README) if typed != _STANDS_FOR_ANY),
    *re.findall(r"\*\"([^\"*]+)\"\*", README.split("## Quick start")[0]),
    *re.findall(r"\| \*([^*|]+)\* ", README),
    *re.findall(r"\*([^*\n]+ year old)\*", README),
]


def _plain(example: str) -> str:
    return " ".join(example.replace("\n", " ").strip().strip('"').split())


ASKED = sorted({_plain(example) for example in (*TABLE, *ELSEWHERE)})
READ = [_plain(example) for example in AGES]


@dataclass(frozen=True)
class Example:
    """What README says of one message."""

    is_answered: Callable[[Turn], bool]
    before: tuple[str, ...] = ()
    """What was said in the same conversation before."""
    fails_because: str | None = None
    """Why it is not true today; such a test has to fail, so that it is noticed when it is mended."""
    fails_unasked_because: str | None = None
    """The same in a guide channel, where nobody mentions the guide."""


def _about(turn: Turn, name: str) -> bool:
    return turn.reply.outcome is Outcome.ANSWER and turn.reply.movie is not None and turn.reply.movie.name == name


def _says(reply: Reply, *parts: str) -> bool:
    text = plain_text(reply)
    return all(part in text for part in parts)


def _children(turn: Turn) -> list[float]:
    return [verdict.child.age.youngest_years for verdict in turn.reply.verdicts]


def _kinds(turn: Turn) -> set[SectionKind]:
    return {section.kind for section in turn.reply.sections}


def _interview_for_a_teen(turn: Turn) -> bool:
    return (
        _about(turn, "Interview (2007)")
        and _says(
            turn.reply, "rated R by the MPAA", "For your teen", "fine from 16", "two adults drink", "Talk about it"
        )
        and len(turn.reply.verdicts) == 1
    )


def _scariness_of_coraline(turn: Turn) -> bool:
    concerns = [section for section in turn.reply.sections if section.kind is SectionKind.CONCERN]
    return (
        _about(turn, "Coraline (2009)")
        and _children(turn) == [7]
        and _says(turn.reply, "A lot (4 of 5)", "thin, cracked-faced spider", "For your 7-year-old: not yet")
        and turn.understanding.sensitive
        and len(concerns) == 1
    )


def _dog_in_my_girl(turn: Turn) -> bool:
    lines = [line for section in turn.reply.sections for line in section.lines]
    return _about(turn, "My Girl (1991)") and any("dog" in f"{line.label} {line.text}".lower() for line in lines)


def _fine_for(turn: Turn, *ages: float) -> bool:
    return (
        turn.reply.outcome is Outcome.RECOMMEND
        and [age.youngest_years for age in turn.understanding.ages] == list(ages)
        and len(turn.reply.choices) == 5
        and _says(turn.reply, "movies that are fine for", *(f"{age:g}-year-old" for age in ages))
    )


def _both_toy_stories(turn: Turn) -> bool:
    names = [choice.name for choice in turn.reply.choices]
    return turn.reply.outcome is Outcome.COMPARE and names == ["Toy Story (1995)", "Toy Story 2 (1999)"]


CORALINE = ("is coraline ok for my 7 year old",)
INTERVIEW = ("is the interview ok for my 15 year old",)

EXAMPLES: dict[str, Example] = {
    "is Interview ok for my teen": Example(_interview_for_a_teen),
    "my kids are 4, 7 and 12 — finding nemo?": Example(
        lambda turn: _about(turn, "Finding Nemo (2003)") and _children(turn) == [4, 7, 12]
    ),
    "how scary is coraline for a sensitive 7yo?": Example(_scariness_of_coraline),
    "does the dog die in my girl": Example(_dog_in_my_girl),
    "what about the language?": Example(
        lambda turn: (
            _about(turn, "Coraline (2009)") and _children(turn) == [7] and _says(turn.reply, "A hint (1 of 5)")
        ),
        CORALINE,
    ),
    "and for my 10 year old?": Example(
        lambda turn: _about(turn, "Coraline (2009)") and _children(turn) == [10],
        (*CORALINE, "what about the language?"),
    ),
    "why?": Example(
        lambda turn: (
            _about(turn, "Coraline (2009)") and _children(turn) == [10] and SectionKind.VERDICT in _kinds(turn)
        ),
        (*CORALINE, "what about the language?", "and for my 10 year old?"),
    ),
    "the 2014 one": Example(
        lambda turn: _about(turn, "The Interview (2014)") and _children(turn) == [15],
        INTERVIEW,
    ),
    "no, I meant Interview with the Vampire": Example(
        lambda turn: _about(turn, "Interview with the Vampire (1994)") and _children(turn) == [15],
        (*INTERVIEW, "the 2014 one"),
    ),
    "toy story 1 or 2 for a 4 year old": Example(_both_toy_stories),
    "what can my 3 year old watch": Example(lambda turn: _fine_for(turn, 3)),
    "a movie night for 6, 9 and 14": Example(lambda turn: _fine_for(turn, 6, 9, 14)),
    "https://www.imdb.com/title/tt2380307/ ok for 7?": Example(
        lambda turn: _about(turn, "Coco (2017)") and _children(turn) == [7]
    ),
    "that film about the rat who cooks": Example(
        lambda turn: [ref.name for ref in turn.reply.choices] == ["Ratatouille (2007)"]
    ),
    "is some unknown movie ok": Example(
        lambda turn: (
            turn.reply.outcome is Outcome.UNKNOWN and turn.reply.movie is None and _says(turn.reply, "I don't have")
        )
    ),
    "Toy Story 3 for my 4 year old": Example(
        lambda turn: _about(turn, "Toy Story 3 (2010)") and _children(turn) == [4]
    ),
}  # fmt: skip

WAYS_TO_SAY_AN_AGE: dict[str, tuple[str, tuple[tuple[float, float], ...]]] = {
    "8yo": ("is coraline ok for my {}", ((8, 8),)),
    "5 1/2": ("is coraline ok? my son is {}", ((5.5, 5.5),)),
    "eighteen months": ("is coraline ok? my daughter is {} old", ((1.5, 1.5),)),
    "turning nine": ("is coraline ok? he is {}", ((9, 9),)),
    "third grader": ("is coraline ok for my {}", ((8, 9),)),
    "year 4": ("is coraline ok? she is in {}", ((8, 9),)),
    "tween": ("is coraline ok for my {}", ((9, 12),)),
    "kids 6 and 11": ("is coraline ok for my {}", ((6, 6), (11, 11))),
    "8-10 year olds": ("is coraline ok for {}", ((8, 10),)),
}


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    url = f"sqlite:///{tmp_path_factory.mktemp('readme') / 'guide.db'}"
    return build(Settings(_env_file=None), database_url=url, with_starter_library=True).guide


def _param(name: str, reason: str | None) -> object:
    return pytest.param(name, marks=pytest.mark.xfail(reason=reason, raises=AssertionError)) if reason else name


def _because(name: str, *, unasked: bool = False) -> str | None:
    example = EXAMPLES.get(name)
    return example and (example.fails_because or (example.fails_unasked_because if unasked else None))


def test_the_examples_are_found_in_readme() -> None:
    assert len(TABLE_ROWS) == 11
    assert (len(TABLE), len(AGES)) == (15, 9)
    assert {"is Interview ok for my teen", "Toy Story 3 for my 4 year old"} <= {_plain(one) for one in ELSEWHERE}


def test_nothing_is_expected_of_an_example_that_readme_no_longer_has() -> None:
    assert sorted(EXAMPLES) == ASKED
    assert sorted(WAYS_TO_SAY_AN_AGE) == sorted(READ)


@pytest.mark.parametrize("example", [_param(name, _because(name)) for name in ASKED])
def test_an_example_is_answered_as_readme_says(guide: Guide, example: str) -> None:
    assert EXAMPLES[example].is_answered(_ask(guide, example, addressed=True))


@pytest.mark.parametrize("example", [_param(name, _because(name, unasked=True)) for name in ASKED])
def test_an_example_is_answered_in_a_guide_channel_without_a_mention(guide: Guide, example: str) -> None:
    assert EXAMPLES[example].is_answered(_ask(guide, example, addressed=False))


@pytest.mark.parametrize("words", READ)
def test_an_age_is_read_as_readme_writes_it(guide: Guide, words: str) -> None:
    message, ages = WAYS_TO_SAY_AN_AGE[words]
    turn = guide.turn(Question(message.format(words), Speaker(f"age {words}")))
    assert _about(turn, "Coraline (2009)")
    assert [(age.youngest_years, age.oldest_years) for age in turn.understanding.ages] == list(ages)
    assert len(turn.reply.verdicts) == len(ages)


@pytest.mark.parametrize(
    "message",
    ["is toy story 3 ok", "is coraline 2009 ok", "is coraline ok? it is rated pg-13", "can we watch coraline at 7 pm"],
)
def test_no_age_is_taken_from_a_title_a_year_a_rating_or_a_clock(guide: Guide, message: str) -> None:
    turn = guide.turn(Question(message, Speaker(message)))
    assert (len(turn.understanding.movies), turn.understanding.ages, turn.reply.verdicts) == (1, (), ())


def _ask(guide: Guide, example: str, *, addressed: bool) -> Turn:
    speaker = Speaker(f"{addressed} {example}")
    for message in EXAMPLES[example].before:
        assert guide.ask(Question(message, speaker, addressed=addressed)).outcome is not Outcome.SILENT
    return guide.turn(Question(example, speaker, addressed=addressed))
