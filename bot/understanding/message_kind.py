"""What kind of message this is, learned: a question about a movie, a wish, talk with the bot or among people.

A multinomial logistic regression over single words, pairs and triples, in which titles and ages are only that (a title,
an age), so that no movie decides. Trained by `python -m bot.understanding.training`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bot.language.clusters import word_clusters
from bot.language.lexicon import Lexicon
from bot.language.words import Break, Token
from bot.understanding.features import Hashes, Vocabulary, number_kind, word_hash
from bot.understanding.tagger import AGE, ASIDE, IN_ASIDE, IN_TITLE, OTHER, TITLE, Tagging

KINDS: Final = ("movie", "described", "recommend", "talk", "chat", "care", "lookalike", "follow", "foreign")
"""A question about a movie that is named; about one that is told; a wish for movies; words to the bot that look nothing
up; talk among people; a plain statement of harm; words like those about something else; a question about the movie
just spoken of; not English."""
MOVIE, DESCRIBED, RECOMMEND, TALK, CHAT, CARE, LOOKALIKE, FOLLOW, FOREIGN = range(len(KINDS))
_START, _END, _TITLE, _ASIDE, _AGE, _STOP, _QUESTION = range(1, 8)
_LENGTHS: Final = (1, 2, 3, 5, 8, 12, 18, 27, 40)


@dataclass(frozen=True)
class KindWeights:
    """The trained numbers: sorted feature hashes, a row of weights for each, and the weights that always count."""

    hashes: Hashes
    weights: NDArray[Any]
    always: NDArray[np.float64]


def kind_features(
    text: str, tokens: Sequence[Token], tagging: Tagging, lexicon: Lexicon, vocabulary: Vocabulary
) -> Hashes:
    """Return the features of a message, each once."""
    tagged = tagging.best()
    hashes = np.fromiter((word_hash(token.word) for token in tokens), np.uint32, len(tokens))
    own = vocabulary.has(hashes).tolist()
    said: list[int] = [_START]
    classes: list[int] = [_START]
    topics: list[int] = [_START]
    topic_of = word_clusters().of(hashes)[1].tolist()
    titles = asides = ages = 0
    for place, token in enumerate(tokens):
        label = tagged[place]
        if place and token.before is Break.STOP:
            asked = "?" in text[tokens[place - 1].end : token.start]
            said.append(_QUESTION if asked else _STOP)
            classes.append(said[-1])
            topics.append(said[-1])
        if label in (IN_TITLE, IN_ASIDE):
            continue
        if label in (TITLE, ASIDE):
            one = _TITLE if label == TITLE else _ASIDE
            titles, asides = titles + (label == TITLE), asides + (label == ASIDE)
        elif label == AGE:
            one, ages = _AGE, ages + 1
        else:
            one = int(hashes[place]) if own[place] else 100 + number_kind(token.word)
        said.append(one)
        named = lexicon.class_of.get(token.word)
        classes.append(word_hash(named) if named and label == OTHER else one)
        topics.append(1_000 + topic_of[place] if label == OTHER and topic_of[place] else one)
    said.append(_QUESTION if text.rstrip()[-1:] == "?" else _END)
    classes.append(said[-1])
    topics.append(said[-1])
    length = next((number for number, most in enumerate(_LENGTHS) if len(tokens) <= most), len(_LENGTHS))
    counts = (min(titles, 2), min(asides, 2), min(ages, 2), length, "?" in text)
    out = {_mixed(90 + number, (int(count),)) for number, count in enumerate(counts)}
    out.add(_mixed(99, (min(titles, 2), min(ages, 2), "?" in text)))
    for number, row in enumerate((said, classes, topics)):
        for size in (1, 2, 3) if row is not topics else (1, 2):
            out |= {_mixed(10 * number + size, row[at : at + size]) for at in range(len(row) - size + 1)}
    return np.fromiter(out, np.uint32, len(out))


def _mixed(seed: int, parts: Sequence[int]) -> int:
    mixed = 2_654_435_761 * (seed + 1)
    for part in parts:
        mixed = (mixed * 1_000_003 + part) & 0xFFFF_FFFF_FFFF
        mixed ^= mixed >> 15
    return mixed & 0xFFFF_FFFF


def kind_shares(found: Hashes, weights: KindWeights) -> NDArray[np.float64]:
    """Return the probability of each of KINDS."""
    places = np.minimum(np.searchsorted(weights.hashes, found), len(weights.hashes) - 1)
    rows = weights.weights[places].astype(np.float64)
    rows[weights.hashes[places] != found] = 0.0
    scores = rows.sum(axis=0) / np.sqrt(max(1, len(found))) + weights.always
    shares = np.exp(scores - scores.max())
    scaled: NDArray[np.float64] = shares / shares.sum()
    return scaled


def asked_and_talk(shares: Sequence[float]) -> tuple[float, float]:
    """Return how likely a message asks about a movie that it names, and how likely it asks nothing."""
    return float(shares[MOVIE] + shares[LOOKALIKE]), float(shares[TALK] + shares[CHAT])
