"""Say why a message was understood as it was: every decision with its parts, for whoever tunes or doubts it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.application.ports import Store
from bot.application.titles import Titles
from bot.domain.movie import ServerId
from bot.understanding.understanding import Understanding, understand


@dataclass(frozen=True, slots=True)
class Explanation:
    """A message's understanding and how many titles it was looked up among."""

    understanding: Understanding
    titles: int


def explain(
    store: Store, titles: Titles, text: str, *, addressed: bool = True, server_id: ServerId | None = None
) -> Explanation:
    """Understand a message with no dialogue before it; nothing is answered or remembered."""
    with store.begin() as work:
        index = titles.index(work, server_id)
    return Explanation(understand(text, index, addressed=addressed), len(index))
