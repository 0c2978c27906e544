"""The tagger's probabilities, held against the sum over every labeling of a short message."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.words import tokenise
from bot.understanding.learned import learned
from bot.understanding.tagger import ASIDE, IN_ASIDE, IN_TITLE, LABELS, LEAST_ODDS, TITLE, Tagging

WORDS = 5
LABELINGS = np.array(list(product(range(len(LABELS)), repeat=WORDS)))


def drawn(seed: int) -> tuple[Tagging, np.ndarray]:
    """Draw a model of five words, and return its tagging and the probability of each of LABELINGS."""
    draw = np.random.default_rng(seed)
    scores = draw.normal(0, 1.5, (WORDS, len(LABELS)))
    transitions = draw.normal(0, 1.5, (len(LABELS), len(LABELS)))
    each = sum(scores[place, LABELINGS[:, place]] for place in range(WORDS))
    each = each + sum(transitions[LABELINGS[:, place], LABELINGS[:, place + 1]] for place in range(WORDS - 1))
    weights = np.exp(each)
    return Tagging(scores, transitions), weights / weights.sum()


def is_one_whole(first: int, inside: int, start: int, end: int) -> np.ndarray:
    """Tell for each labeling whether the words from start to before end are one whole title."""
    fits = LABELINGS[:, start] == first
    for place in range(start + 1, end):
        fits &= LABELINGS[:, place] == inside
    return fits & (LABELINGS[:, end] != inside) if end < WORDS else fits


@pytest.mark.parametrize("seed", range(4))
def test_the_share_of_a_label_is_that_of_all_labelings_that_have_it(seed: int) -> None:
    tagging, share = drawn(seed)
    for place in range(WORDS):
        for label in range(len(LABELS)):
            assert tagging.shares[place, label] == pytest.approx(share[LABELINGS[:, place] == label].sum())


@pytest.mark.parametrize("aside", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_the_odds_of_a_run_of_words_are_those_of_all_labelings_that_make_it_one_title(seed: int, aside: bool) -> None:
    tagging, share = drawn(seed)
    first, inside = (ASIDE, IN_ASIDE) if aside else (TITLE, IN_TITLE)
    odds = tagging.span_odds(WORDS, aside=aside)
    for start in range(WORDS):
        for end in range(start + 1, WORDS + 1):
            whole = share[is_one_whole(first, inside, start, end)].sum()
            expected = max(LEAST_ODDS, np.log(whole) - np.log1p(-whole))
            assert odds[start, end - start - 1] == pytest.approx(expected, abs=1e-6), (start, end)


def test_what_would_reach_beyond_the_message_has_the_least_odds() -> None:
    odds = drawn(0)[0].span_odds(WORDS + 2, aside=False)
    assert odds.shape == (WORDS, WORDS + 2)
    beyond = [odds[start, more] for start in range(WORDS) for more in range(WORDS - start, WORDS + 2)]
    assert set(beyond) == {LEAST_ODDS}


def test_a_message_without_words_has_no_odds() -> None:
    tagging = learned().tagger.tag([])
    assert tagging.span_odds(3, aside=False).shape == (0, 3)
    assert (tagging.odds(TITLE), tagging.best()) == ([], [])


@given(st.text(max_size=80) | st.sampled_from(["is coraline ok for my 7yo " * 40, "up " * 160, "7 " * 160]))
def test_the_shares_of_every_word_sum_to_one(said: str) -> None:
    tokens = tokenise(said)
    tagging = learned().tagger.tag(tokens)
    assert tagging.shares.shape == (len(tokens), len(LABELS))
    assert tagging.shares.sum(axis=1) == pytest.approx(np.ones(len(tokens)))


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("is zorblax ok for my 7 year old", "zorblax"),
        ("can my son watch the purple lantern?", "the purple lantern"),
        ("how scary is night of the marsh kings", "night of the marsh kings"),
    ],
)
def test_the_learned_tagger_sees_a_title_that_nobody_knows(said: str, title: str) -> None:
    tokens = tokenise(said)
    odds = learned().tagger.tag(tokens).span_odds(6, aside=False)
    start, more = (int(place) for place in np.unravel_index(odds.argmax(), odds.shape))
    assert said[tokens[start].start : tokens[start + more].end] == title
