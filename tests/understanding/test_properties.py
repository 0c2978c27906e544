from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.words import fold_space
from bot.matching.titles import TitleEntry, TitleIndex
from tests.matching.movies import entries, world
from tests.understanding.recognising import ANSWERED, recognise

_WORDS = (
    *("is", "ok", "for", "my", "5", "year", "old", "the", "new", "mulan", "toy", "story", "3", "up", "(1998)", "Big"),
    *("coraline", "finding", "nemo", "and", "or", "with", "2010", "?", "home", "alone", "2", "lion", "king", '"'),
)
_TALK = st.lists(
    st.sampled_from(_WORDS),
    max_size=14,
).map(" ".join)
_TEXT = st.one_of(st.text(max_size=120), _TALK)
_ENTRY = st.builds(
    TitleEntry,
    movie_id=st.integers(1, 60),
    title=st.text(min_size=1, max_size=40),
    year=st.one_of(st.none(), st.integers(1890, 2030)),
    other_titles=st.lists(st.text(max_size=15), max_size=2).map(tuple),
)
_DISTINCT = [
    "Coraline",
    "Finding Nemo",
    "Jurassic Park",
    "The Princess Bride",
    "Ratatouille",
    "Big Hero 6",
    "This Is 40",
]


@settings(max_examples=150, deadline=None)
@given(_TEXT)
def test_no_text_is_too_strange_and_spans_lie_inside_it(text: str) -> None:
    read = fold_space(text)
    found = recognise(text, world())
    spans = [*found.unknown, *(mention.span for mention in found.mentions)]
    spans += [span for mention in found.mentions for span in mention.evidence]
    for span in spans:
        assert 0 <= span.start < span.end <= len(read)
    for mention in found.mentions:
        assert mention.text == read[mention.span.start : mention.span.end]
        assert mention.candidates
    starts = [mention.span.start for mention in found.mentions]
    assert starts == sorted(starts)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(_DISTINCT), _TALK.filter(lambda talk: '"' not in talk))
def test_a_quoted_title_is_found_whatever_stands_around_it(title: str, talk: str) -> None:
    found = recognise(f'is "{title}" ok. {talk}', world())
    first = found.mentions[0]
    assert first.candidates[0].title == title
    assert first.text == title


@settings(max_examples=60, deadline=None)
@given(st.lists(_ENTRY, max_size=12), _TEXT)
def test_any_titles_can_be_indexed_suggested_and_asked_about(movies: list[TitleEntry], text: str) -> None:
    index = TitleIndex.build(movies)
    assert len(index) == len({entry.movie_id for entry in movies})
    recognise(text, index)
    for entry in index:
        recognise(f"is {entry.title} ok for my son", index)
        index.suggest(entry.title)


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(1, len(entries())), max_size=20), st.sampled_from(_DISTINCT))
def test_changes_recognise_the_same_as_a_rebuild(later: set[int], title: str) -> None:
    first = [entry for entry in entries() if entry.movie_id not in later]
    changed = TitleIndex.build(first).with_changes([entry for entry in entries() if entry.movie_id in later])
    text = f"is {title} ok for my 7 year old"
    ours, rebuilt = recognise(text, changed).mentions, recognise(text, world()).mentions
    assert [(mention.span, mention.grade) for mention in ours] == [(mention.span, mention.grade) for mention in rebuilt]
    assert ours[0].candidates[0].movie_id == rebuilt[0].candidates[0].movie_id
    assert ours[0].grade in ANSWERED


@settings(max_examples=25, deadline=None)
@given(st.lists(_ENTRY, max_size=8))
def test_saving_and_loading_changes_nothing(movies: list[TitleEntry]) -> None:
    index = TitleIndex.build(movies)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "titles.npz"
        index.save(path, "x")
        loaded = TitleIndex.load(path, "x")
    assert loaded is not None
    assert list(loaded) == list(index)
