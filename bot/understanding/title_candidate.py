"""How an option is handed out: a candidate with its odds, everything weighed by name, and a reason in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.matching.candidates import Find
from bot.matching.mention import Candidate, ScorePart, Span
from bot.matching.normalising import key_words, words_of
from bot.understanding.title_options import TitleOption

SAME_COST: Final = 0.3
"""What words may cost that are as good as the very title."""


def candidate_of(option: TitleOption, span: Span, doubts: Sequence[str]) -> Candidate:
    """Return an option as it is handed out; `doubts` are why its movie is not answered outright."""
    entry = option.find.entry
    key = "".join(option.find.key)
    names = (entry.title, *entry.other_titles)
    matched = next((name for name in names if key in "".join(key_words(words_of(name)))), entry.title)
    parts = tuple(ScorePart(name, round(value, 2)) for name, value in option.reasons.items())
    reason = "; ".join((_in_words(option.find), *(f"doubt: {doubt}" for doubt in doubts)))
    return Candidate(entry.movie_id, entry.title, entry.year, matched, option.odds, span, parts, reason)


def _in_words(find: Find) -> str:
    gap = find.gap
    if find.cost <= SAME_COST:
        return "the words are its title" if find.whole else "the words are part of its title"
    said = []
    if gap.letters:
        said.append("it is spelled a little differently")
    if gap.missing:
        said.append("words of its title are missing")
    if gap.extra:
        said.append("the message has words that the title has not")
    if find.article:
        said.append("the article differs")
    return "; ".join(said) or "the words are nearly its title"
