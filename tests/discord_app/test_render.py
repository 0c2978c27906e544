"""How a reply is drawn: the verdict first, stored text made harmless, Discord's limits kept whatever comes in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import discord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord_app.markdown import plain
from bot.discord_app.pages import MOST_PAGES
from bot.discord_app.render import NEUTRAL_COLOUR, VERDICT_COLOURS, render
from bot.domain.movie import MovieId
from bot.domain.suitability import Verdict
from bot.saying.reply import Action, Line, MovieRef, Outcome, Reply, Section, SectionKind
from tests.discord_app.fake_guide import CORALINE, SECTIONS, answer, verdict


class Drawn:
    """A view as the data that goes to Discord."""

    def __init__(self, view: discord.ui.LayoutView) -> None:
        self.view = view
        self.components: list[dict[str, Any]] = view.to_components()

    def all(self) -> Iterator[dict[str, Any]]:
        waiting = list(self.components)
        while waiting:
            component = waiting.pop(0)
            yield component
            waiting += component.get("components", [])

    @property
    def text(self) -> str:
        return "\n".join(c["content"] for c in self.all() if "content" in c)

    @property
    def accent(self) -> int:
        return int(self.components[0]["accent_color"])

    def check_limits(self) -> None:
        assert sum(1 for _ in self.all()) <= 40
        assert sum(len(c["content"]) for c in self.all() if "content" in c) <= 4_000
        custom_ids = [c["custom_id"] for c in self.all() if "custom_id" in c]
        assert len(custom_ids) == len(set(custom_ids))
        for component in self.all():
            assert len(component.get("custom_id", "")) <= 100
            assert len(component.get("label", "")) <= 80
            assert len(component.get("options", [])) <= 25
            if "content" in component:
                assert component["content"].strip()
            if component["type"] == 1:
                assert 1 <= len(component["components"]) <= 5
            for option in component.get("options", []):
                assert len(option["label"]) <= 100
                assert len(option.get("description") or "") <= 100


def drawn(reply: Reply, **options: Any) -> Drawn:
    [view] = render(reply, **options)
    result = Drawn(view)
    result.check_limits()
    return result


def test_a_silent_reply_is_no_message() -> None:
    assert render(Reply(Outcome.SILENT)) == []


def test_the_headline_and_the_verdicts_come_first() -> None:
    lines = drawn(answer(CORALINE, 7)).text.splitlines()
    assert lines[0] == "### Coraline (2009)"
    assert lines[1] == "🤝 **For your 7-year-old: with you**"
    assert lines[2] == "Scariness decides: some, usual from 8."


def test_a_reason_that_several_children_share_is_said_once_below_them() -> None:
    other = replace(verdict(16), because="Sixteen is old enough.")
    reply = replace(answer(CORALINE, 4, 7), verdicts=(verdict(4), verdict(7), other))
    assert drawn(reply).text.splitlines()[1:6] == [
        "🤝 **For your 4-year-old: with you**",
        "🤝 **For your 7-year-old: with you**",
        "Scariness decides: some, usual from 8.",
        "🤝 **For your 16-year-old: with you**",
        "Sixteen is old enough.",
    ]


def test_a_headline_of_sentences_is_not_shouted() -> None:
    sentences = "I answer from written reviews: what is in a movie, and from what age it is fine."
    assert drawn(Reply(Outcome.HELP, headline=sentences)).text == sentences


def test_the_attribution_is_small_and_last() -> None:
    assert drawn(answer(CORALINE, 7)).text.splitlines()[-1].startswith("-# Parent Guide starter library")


@pytest.mark.parametrize(
    ("verdicts", "colour"),
    [
        ([], NEUTRAL_COLOUR),
        ([Verdict.FINE], VERDICT_COLOURS[Verdict.FINE]),
        ([Verdict.FINE, Verdict.WITH_YOU], VERDICT_COLOURS[Verdict.WITH_YOU]),
        ([Verdict.FINE, Verdict.NOT_ENOUGH_KNOWN, Verdict.WITH_YOU], VERDICT_COLOURS[Verdict.NOT_ENOUGH_KNOWN]),
        ([Verdict.NOT_ENOUGH_KNOWN, Verdict.NOT_YET], VERDICT_COLOURS[Verdict.NOT_YET]),
    ],
)
def test_the_stripe_never_looks_kinder_than_any_childs_verdict(verdicts: list[Verdict], colour: int) -> None:
    reply = Reply(
        Outcome.ANSWER, movie=CORALINE, headline="x", verdicts=tuple(verdict(5 + n, v) for n, v in enumerate(verdicts))
    )
    assert drawn(reply).accent == colour


def test_none_and_not_checked_look_different() -> None:
    reply = Reply(Outcome.ANSWER, movie=CORALINE, headline="x", sections=(SECTIONS[Action.CONTENT],))
    lines = drawn(reply).text.splitlines()
    assert "●●●○○ **Scariness:** some; a needle hand chases a child" in lines
    assert "○○○○○ **Sex & romance:** none" in lines
    assert "❔ **not checked:** Nudity, Consumerism" in lines


def test_questions_with_one_answer_are_told_together() -> None:
    asked = (
        Line("none", "Nudity", level=0),
        Line("No.", "Are there ghosts?"),
        Line("Yes. A shark.", "Are there sharks?"),
        Line("No.", "Is the ending sad?", spoiler=True),
        Line("No.", "Is there war?"),
    )
    reply = Reply(Outcome.ANSWER, movie=CORALINE, headline="x", sections=(Section(SectionKind.CONTENT, asked),))
    assert drawn(reply).text.splitlines()[1:] == [
        "○○○○○ **Nudity:** none",
        "",
        "**Are there sharks?** Yes. A shark.",
        "**Is the ending sad?** ||No.||",
        "",
        "**No:** Are there ghosts? Is there war?",
    ]


def test_an_unchecked_thing_that_was_asked_about_stays_where_it_was_asked() -> None:
    asked = (Line("nobody has checked that", "Does the dog die?", not_checked=True), Line("some", "Upset", level=3))
    reply = Reply(Outcome.ANSWER, movie=CORALINE, headline="x", sections=(Section(SectionKind.CONCERN, asked),))
    assert drawn(reply).text.splitlines()[1:3] == [
        "❔ **Does the dog die?** nobody has checked that",
        "●●●○○ **Upset:** some",
    ]


def test_paragraphs_of_a_story_stand_apart() -> None:
    story = Section(SectionKind.STORY, (Line("One."), Line("Two.")), "The story")
    text = drawn(Reply(Outcome.ANSWER, movie=CORALINE, headline="x", sections=(story,))).text
    assert "**The story**\nOne.\n\nTwo." in text


def test_no_childs_verdict_is_lost_however_many_there_are() -> None:
    reply = Reply(
        Outcome.ANSWER,
        movie=CORALINE,
        headline="x",
        verdicts=tuple(replace(verdict(age), because="a long reason " * 40) for age in range(10)),
    )
    pages = [Drawn(view) for view in render(reply)]
    for page in pages:
        page.check_limits()
    said = "\n".join(page.text for page in pages)
    assert [f"For your {age}-year-old" in said for age in range(10)] == [True] * 10


def test_what_gives_the_story_away_is_hidden() -> None:
    reply = Reply(Outcome.ANSWER, movie=CORALINE, headline="x", sections=(SECTIONS[Action.CONTENT],))
    assert "**Does a parent die?** ||Yes, but she comes back.||" in drawn(reply).text.splitlines()


def test_text_cannot_end_its_own_spoiler() -> None:
    line = Line("a || b", spoiler=True)
    reply = Reply(Outcome.ANSWER, movie=CORALINE, headline="x", sections=(Section(SectionKind.CONCERN, (line,)),))
    assert "||a \\|\\| b||" in drawn(reply).text


@pytest.mark.parametrize(
    ("stored", "sent"),
    [
        ("**bold** _it_ ~~no~~", "\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~"),
        ("[free](https://evil.example)", "\\[free\\](https\\://evil.example)"),
        ("<@123> <#4> </ask:5> <t:1:R>", "\\<@123\\> \\<#4\\> \\</ask:5\\> \\<t:1:R\\>"),
        ("@everyone and @here", "@\u200beveryone and @\u200bhere"),
        ("# Big\n> said\n- item\n1. first", "\\# Big\n\\> said\n\\- item\n1\\. first"),
        ("`code` \\ ||spoiler||", "\\`code\\` \\\\ \\|\\|spoiler\\|\\|"),
        ("PG-13: for 8-year-olds. It's 2.5 hours", "PG-13: for 8-year-olds. It's 2.5 hours"),
        ("a\n\n\n\nb", "a\n\nb"),
    ],
)
def test_stored_text_is_shown_as_it_stands(stored: str, sent: str) -> None:
    assert plain(stored) == sent


def test_two_choices_are_buttons_and_six_are_a_select() -> None:
    movies = tuple(MovieRef(MovieId(n), f"Movie {n}", 2000, "drama") for n in range(1, 7))
    few = drawn(Reply(Outcome.CHOOSE, headline="Which?", choices=movies[:2]), asker_id=9)
    assert few.text.splitlines()[1:] == ["- **Movie 1 (2000):** drama", "- **Movie 2 (2000):** drama"]
    assert [c["custom_id"] for c in few.all() if c["type"] == 2] == ["guide:choose:1:9", "guide:choose:2:9"]
    many = drawn(Reply(Outcome.CHOOSE, headline="Which?", choices=movies), asker_id=9)
    [select] = [c for c in many.all() if c["type"] == 3]
    assert [option["value"] for option in select["options"]] == ["1", "2", "3", "4", "5", "6"]
    assert select["options"][0]["description"] == "drama"


def test_choices_with_one_name_are_told_apart_on_their_buttons() -> None:
    twins = (
        MovieRef(MovieId(1), "Interview", None, "drama with Sienna Miller"),
        MovieRef(MovieId(2), "Interview", None, "documentary"),
    )
    labels = [c["label"] for c in drawn(Reply(Outcome.CHOOSE, headline="Which?", choices=twins)).all() if "label" in c]
    assert labels == ["Interview, drama with Sienna Miller", "Interview, documentary"]


def test_an_empty_line_is_left_out() -> None:
    reply = Reply(Outcome.HELP, headline="Hello", sections=(Section(SectionKind.MESSAGE, (Line(" "),)),))
    assert drawn(reply).text == "### Hello"


def test_a_long_reply_shortens_what_a_button_shows_whole() -> None:
    story = Section(SectionKind.STORY, (Line("Once upon a time. " * 300),), "The story")
    reply = Reply(
        Outcome.ANSWER,
        movie=CORALINE,
        headline="Coraline (2009)",
        sections=(Section(SectionKind.SUMMARY, (Line("A girl and a door."),)), story),
        actions=tuple(Action),
    )
    text = drawn(reply).text
    assert text.splitlines()[-1].endswith("…")
    assert len(text) < 1_000


def test_a_section_too_long_for_one_message_goes_on_in_the_next_with_nothing_lost() -> None:
    words = [f"word{number}" for number in range(700)]
    section = Section(SectionKind.STORY, (Line(" ".join(words)),), "The story")
    reply = Reply(
        Outcome.ANSWER, movie=CORALINE, headline="Coraline (2009)", sections=(section,), actions=tuple(Action)
    )
    pages = [Drawn(view) for view in render(reply)]
    assert len(pages) == 2
    for page in pages:
        page.check_limits()
    assert [w for page in pages for w in page.text.split() if w.startswith("word")] == words
    assert not any(c["type"] == 2 for c in pages[0].all())
    assert any(c["type"] == 2 for c in pages[1].all())


_text = st.text(max_size=60) | st.sampled_from(
    ["*" * 3_000, "word " * 2_000, "@everyone", "||", "x" * 9_000, "\n\n- a"]
)
_line = st.builds(
    Line,
    _text,
    label=st.none() | _text,
    level=st.none() | st.integers(0, 5),
    not_checked=st.booleans(),
    spoiler=st.booleans(),
)
_section = st.builds(
    Section, st.sampled_from(SectionKind), st.lists(_line, max_size=6).map(tuple), heading=st.none() | _text
)
_movie = st.builds(
    MovieRef,
    st.integers(1, 10**15).map(MovieId),
    st.text(min_size=1, max_size=300).filter(str.strip),
    st.none() | st.integers(1870, 2100),
    st.none() | _text,
)
_reply = st.builds(
    Reply,
    st.sampled_from([outcome for outcome in Outcome if outcome is not Outcome.SILENT]),
    movie=st.none() | _movie,
    choices=st.lists(_movie, max_size=30).map(tuple),
    headline=st.text(min_size=1, max_size=400).filter(str.strip) | st.just("*" * 5_000),
    verdicts=st.lists(st.integers(0, 17).map(verdict), max_size=40).map(tuple),
    sections=st.lists(_section, max_size=12).map(tuple),
    actions=st.permutations(Action).map(tuple),
    attribution=st.none() | _text,
    others=st.lists(_movie, max_size=4).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(_reply)
def test_whatever_the_reply_every_message_keeps_discords_limits(reply: Reply) -> None:
    views = render(reply, asker_id=2**63, ask_more=True, footnote="A line of the face's own.")
    assert 1 <= len(views) <= MOST_PAGES
    for view in views:
        Drawn(view).check_limits()
