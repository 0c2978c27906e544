"""Trains the tagger of worries, on the messages whose worries are marked, and on plain questions of the others.

Who marks worries by hand leaves out the plain words, which the lexicon knows; so that these are trusted, questions in
which the lexicon reads a worry are learned as it reads them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.vocabulary import GRID, QUESTIONS
from bot.language.lexicon import lexicon
from bot.language.words import Token, tokenise
from bot.understanding.concern_notes import ConcernNote, propose_concerns
from bot.understanding.concern_tagger import ConcernWeights, concern_views
from bot.understanding.features import Hashes, features, views
from bot.understanding.tagger import Tagger
from bot.understanding.templates import CONCERN_TEMPLATES
from bot.understanding.training import tagging
from bot.understanding.training.augment import Title, vary
from bot.understanding.training.corpus import WORRY, Example

KEYS: Final = (*(row.key for row in GRID), *(question.key for question in QUESTIONS))
ASKING: Final = frozenset({"movie", "channel", "recommend", "follow", "switch"})
"""Kinds of messages in which the lexicon's reading is learned; elsewhere its words are too often look-alikes."""
COPIES: Final = 2
"""Variants of each message: once as written, then with other titles."""
ITERATIONS: Final = 60


def labels(example: Example, tokens: Sequence[Token]) -> list[int]:
    """Return the label of each word: 0 for one that names no worry, else 1 and the place of its key in KEYS."""
    out = [0] * len(tokens)
    for mark in example.marks:
        if mark.what.startswith(WORRY):
            key = mark.what.removeprefix(WORRY).split("+")[0]
            for place, token in enumerate(tokens):
                if token.start < mark.end and token.end > mark.start:
                    out[place] = 1 + KEYS.index(key)
    return out


def _as_read(example: Example, tokens: Sequence[Token], notes: Sequence[ConcernNote]) -> list[int]:
    """Return the labels by the lexicon's reading, titles aside."""
    titles = [mark for mark in example.marks if mark.what in ("title", "aside")]
    out = [0] * len(tokens)
    for note in notes:
        start, end = tokens[note.first].start, tokens[note.end - 1].end
        if note.kind == "concern" and not any(mark.start < end and start < mark.end for mark in titles):
            out[note.first : note.end] = [1 + KEYS.index(note.key)] * (note.end - note.first)
    return out


def row_of(example: Example, tagger: Tagger) -> tuple[Hashes, list[int]]:
    """Return the features and labels of a message's words."""
    tokens = tokenise(example.text)
    table = views(tokens, lexicon(), tagger.vocabulary)
    notes = propose_concerns(lexicon().read(tokens))
    said = labels(example, tokens) if example.has_worries else _as_read(example, tokens, notes)
    return features(concern_views(table, notes, tagger.tag_views(table).best()), CONCERN_TEMPLATES), said


def train(examples: Sequence[Example], titles: Sequence[Title], tagger: Tagger, seed: int) -> ConcernWeights:
    """Train on the messages whose worries are marked."""
    rng = random.Random(seed)  # noqa: S311 - a draw of titles, not a secret

    def rows() -> Iterator[tuple[Hashes, list[int]]]:
        for example in examples:
            if example.has_worries and example.text:
                yield row_of(example, tagger)
                yield from (row_of(vary(example, titles, rng)[0], tagger) for _ in range(COPIES - 1))
            elif example.kind in ASKING:
                found, said = row_of(example, tagger)
                if any(said):
                    yield found, said

    return ConcernWeights(tagging.fit(rows(), 1 + len(KEYS), tagger.vocabulary, ITERATIONS), KEYS)
