"""Count what a server's families ask for: the kind of each reply, and the movies that have no review yet.

Numbers of known movies only; never who asked, never a word of the message, and nothing outside a server. A count that
fails or would have to wait is left out: no answer is lost or late for it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.application.ports import UnitOfWork
from bot.domain.demand import as_wanted_title
from bot.domain.error_text import in_short
from bot.domain.errors import GuideError, InvalidReviewError
from bot.domain.movie import MovieId, ServerId
from bot.language.lexicon import lexicon
from bot.language.words import Token, tokenise
from bot.saying.reply import Outcome, Reply
from bot.understanding.age_notes import propose_ages
from bot.understanding.meaning import Meaning

COUNT_PATIENCE_SECONDS: Final = 0.05
"""How long a count waits for another writer; an import can hold the store for many seconds."""

_QUOTED: Final = re.compile(r"[\"“”„«»]\s*([^\"“”„«»]+)|‘([^‘’]+)’")

_SURELY_AN_AGE: Final = 3.0
"""Odds (natural logarithm) of an age from which the words beside it are taken to tell of a child: nearly sure."""

log = logging.getLogger(__name__)


def count_reply(work: UnitOfWork, server_id: ServerId | None, reply: Reply, understanding: Meaning, day: date) -> None:
    """Count a reply in its server and commit; the last thing done in a unit of work.

    A follow-up about a movie that was counted when it was named is no second wish for it.
    """
    if server_id is None or reply.outcome is Outcome.SILENT:
        return
    try:
        work.lock(COUNT_PATIENCE_SECONDS)
        work.demand.note_outcome(server_id, reply.outcome.value, day)
        wanted = None if understanding.from_context else wanted_movie(reply, understanding)
        if wanted is not None and wanted.movie_id is not None:
            work.demand.note_wanted(server_id, wanted.movie_id, day)
        work.commit()
    except GuideError as error:
        log.warning("A reply was not counted: %s", in_short(error))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A movie that was asked for and has no review."""

    title: str
    movie_id: MovieId | None
    """None: a title nobody knows, which is offered to be wished for and not kept before that."""


def wanted_movie(reply: Reply, understanding: Meaning) -> Wanted | None:
    """Name the movie that was asked for and has no review; None when there is none to name."""
    if reply.outcome is Outcome.UNREVIEWED and reply.movie is not None:
        return Wanted(reply.movie.title, reply.movie.movie_id)
    if reply.outcome is Outcome.UNKNOWN and understanding.asked_title is not None:
        return _unknown_title(understanding.asked_title)
    return None


def _unknown_title(words: str) -> Wanted | None:
    """Name a movie nobody knows by the words taken for its title; None where they tell a child's age or hold a link.

    They may still hold other words about a family: nothing is kept of them before somebody has read them and wished.

    Where the asker put the title in quotation marks, what stands around them is left out.
    """
    quoted = _QUOTED.search(words)
    title = words if quoted is None else quoted.group(1) or quoted.group(2)
    tokens = tokenise(title)
    if any(token.link is not None for token in tokens) or _tells_an_age(title, tokens):
        return None
    try:
        return Wanted(as_wanted_title(title), None)
    except InvalidReviewError:
        return None


def _tells_an_age(words: str, tokens: Sequence[Token]) -> bool:
    ages = propose_ages(tokens, lexicon().symbols(tokens), words, [0.0] * len(tokens))
    return any(age.odds >= _SURELY_AN_AGE for age in ages)
