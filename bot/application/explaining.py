"""Say why a message was understood as it was: every decision with its parts, for whoever tunes or doubts it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.application.ports import Clock, Store
from bot.application.titles import Titles
from bot.domain.movie import MovieId, ServerId
from bot.matching.titles import TitleIndex
from bot.understanding.dialogue import DialogueContext
from bot.understanding.meaning import Meaning
from bot.understanding.understanding import understand


@dataclass(frozen=True, slots=True)
class Explanation:
    """A message's understanding and what it was looked up among."""

    understanding: Meaning
    titles: int
    names: Mapping[MovieId, str]
    """The movies that a told story may be of, by title and year."""


def explain(
    store: Store,
    titles: Titles,
    clock: Clock,
    text: str,
    *,
    before: Sequence[str] = (),
    addressed: bool = True,
    server_id: ServerId | None = None,
) -> Explanation:
    """Understand a message after those said before it, in order; nothing is answered or remembered."""
    with store.begin() as work:
        index = titles.index(work, server_id)
        stories = titles.stories.index(work, server_id)
    year = clock.now().year
    context = DialogueContext()
    for earlier in before:
        context = understand(earlier, index, this_year=year, context=context, stories=stories).context
    understanding = understand(text, index, this_year=year, addressed=addressed, context=context, stories=stories)
    names = {one.movie_id: _name(index, one.movie_id) for one in understanding.stories}
    return Explanation(understanding, len(index), names)


def _name(index: TitleIndex, movie_id: MovieId) -> str:
    entry = index.entry(movie_id)
    return entry.title if entry.year is None else f"{entry.title} ({entry.year})"
