"""What a message worries about, learned: worries in words that no table has, and words that only look like one.

A second tagger of the kind of bot.understanding.tagger, with a label for each key of the vocabulary. What the lexicon
reads at a word is one of the things it looks at, so one decision weighs both: a wording of the tables stands unless the
words around it say that it is none ("bloody long"), and words of no table name a worry where they read like one.
Trained by `python -m bot.understanding.training` from the messages of data/training/ that have worries marked; the
bounds were chosen on some 500 labelled messages by other hands that it was not trained on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.language.lexicon import Words
from bot.language.words import Break
from bot.understanding.concern_notes import ConcernNote
from bot.understanding.features import features, with_views, word_hash
from bot.understanding.tagger import TaggerWeights, tagging_of
from bot.understanding.templates import CONCERN_TEMPLATES

NONE: Final = 0
"""The label of a word that names no worry."""
ADDED_FROM: Final = 0.45
"""How likely words of no table must be a worry by what was learned."""
CHANGED_FROM: Final = 0.8
"""How likely another key than the table's must be: "does the horse make it" is of an animal."""
LEAST_STANDING: Final = 0.1
"""How likely a wording of the tables must be a worry at least; below, it only looks like one."""


@dataclass(frozen=True)
class ConcernWeights:
    """The numbers of the tagger, and the keys of the vocabulary that its labels stand for, counted from 1."""

    tagger: TaggerWeights
    keys: tuple[str, ...]


def concern_views(table: NDArray[np.uint32], notes: Sequence[ConcernNote], tagged: Sequence[int]) -> NDArray[np.uint32]:
    """Return the views of a message's words with what the lexicon reads of worries and what is a title or an age."""
    said = [0] * len(tagged)
    for note in notes:
        if note.kind == "concern":
            said[note.first : note.end] = [word_hash(note.key)] * (note.end - note.first)
    return with_views(table, said, tagged)


def weigh_concerns(
    words: Words,
    notes: Sequence[ConcernNote],
    table: NDArray[np.uint32],
    tagged: Sequence[int],
    weights: ConcernWeights,
) -> list[ConcernNote]:
    """Return the worries that stand: those of the tables weighed by what was learned, and those that it adds.

    `table` are the views of the words (bot.understanding.features), `tagged` the likeliest label of each word by the
    tagger of titles and ages.
    """
    found = features(concern_views(table, notes, tagged), CONCERN_TEMPLATES)
    shares = tagging_of(found, weights.tagger).shares
    standing = [one for note in notes if (one := _weighed(note, shares, weights.keys)) is not None]
    taken = {place for note in standing if note.kind == "concern" for place in range(note.first, note.end)}
    added = _added(words, shares, weights.keys, taken)
    return sorted((*standing, *added), key=lambda note: note.first)


def _weighed(note: ConcernNote, shares: NDArray[np.float64], keys: Sequence[str]) -> ConcernNote | None:
    if note.kind != "concern" or note.key not in keys:
        return note
    own = shares[note.first : note.end]
    worry = 1.0 - own[:, NONE]
    if float(worry.max()) < LEAST_STANDING:
        return None
    likeliest = own[int(worry.argmax())]
    label = 1 + int(likeliest[1:].argmax())
    if keys[label - 1] != note.key and float(likeliest[label]) >= CHANGED_FROM:
        return replace(note, key=keys[label - 1], rule=f"learned: {keys[label - 1]}")
    return note


def _added(words: Words, shares: NDArray[np.float64], keys: Sequence[str], taken: set[int]) -> list[ConcernNote]:
    """Return the runs of words that name a worry by what was learned alone."""
    notes: list[ConcernNote] = []
    labels = shares.argmax(axis=1).tolist()
    first = 0
    while first < len(labels):
        end = first + 1
        label = labels[first]
        if label != NONE:
            while end < len(labels) and labels[end] == label and words.tokens[end].before < Break.STOP:
                end += 1
            sure = float(shares[first:end, label].max())
            if sure >= ADDED_FROM and taken.isdisjoint(range(first, end)):
                key = keys[label - 1]
                notes.append(ConcernNote(first, end, key, "concern", f"learned: {key}"))
        first = end
    return notes
