"""Every movie of the starter library, asked for plainly and in small letters."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from bot.bootstrap import library_folder
from bot.formats.library import read_library
from bot.matching.titles import TitleEntry, TitleIndex
from tests.understanding.recognising import ANSWERED, recognise

LEAST_ANSWERED = 0.97
"""What is not answered at once is asked about: everyday words ("it"), titles that differ by an article."""


@cache
def library() -> tuple[TitleIndex, tuple[TitleEntry, ...]]:
    movies = [review.movie for review in read_library(library_folder())]
    entries = tuple(
        TitleEntry(number, movie.title, movie.year, movie.other_titles, (*movie.cast, *movie.directors), movie.genres)
        for number, movie in enumerate(movies)
    )
    shared = Counter(entry.title.casefold() for entry in entries)
    return TitleIndex.build(entries), tuple(entry for entry in entries if shared[entry.title.casefold()] == 1)


@pytest.mark.parametrize("question", ["is {} ok for my 7 year old", "can my 9yo watch {}?", "how scary is {}"])
def test_a_plainly_named_movie_of_the_library_is_answered_and_never_another(question: str) -> None:
    index, entries = library()
    answered = 0
    wrong = []
    for entry in entries:
        mentions = recognise(question.format(entry.title.lower()), index).mentions
        sure = [mention for mention in mentions if mention.grade in ANSWERED]
        answered += any(mention.candidates[0].movie_id == entry.movie_id for mention in sure)
        wrong += [
            (entry.title, mention.candidates[0].title)
            for mention in sure
            if mention.candidates[0].movie_id != entry.movie_id
        ]
    assert wrong == []
    assert answered / len(entries) >= LEAST_ANSWERED
