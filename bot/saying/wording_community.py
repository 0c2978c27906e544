"""What the guide says of community reviews: in sum, with the count, apart from its own verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.domain.community import OLDEST_SUGGESTED_AGE_YEARS, Visibility, Voice, VoiceSummary

HEADING: Final = "Families here"
NO_PARENT_YET: Final = "There are no parent reviews yet. Be the first."
NOBODY_YET: Final = "Nobody here has said anything about it yet. Be the first."

_WHO: Final = {Voice.PARENT: "Parents", Voice.TEEN: "Teens"}
ONE: Final = {Voice.PARENT: "A parent", Voice.TEEN: "A teen"}
STATE_TO_AUTHOR: Final = {
    Visibility.SHOWN: "Others see it from now on.",
    Visibility.WAITING: "Others see it once a moderator of this server has looked at it.",
    Visibility.HIDDEN: "Several people reported it, so nobody but you sees it until a moderator has looked.",
    Visibility.REMOVED: "A moderator took it down; nobody but you sees it. You can change it or delete it.",
}
"""What the author of a community review is told of who sees it."""


def voice_line(summary: VoiceSummary) -> str:
    """Sum up one voice: "Parents say 15+ (12)". The number in brackets is how many said so."""
    return f"{_WHO[summary.voice]} say {age(summary.age_years)} ({summary.count})"


def voice_line_with_stars(summary: VoiceSummary) -> str:
    """The same with the mean of the stars: "Parents say 15+ (12), 4.2 of 5 stars"."""
    return f"{voice_line(summary)}, {summary.stars:.1f} of 5 stars"


def age(age_years: int) -> str:
    """Write a suggested age: "15+", "any age"."""
    return f"{min(age_years, OLDEST_SUGGESTED_AGE_YEARS)}+" if age_years else "any age"


def summary_lines(summaries: Sequence[VoiceSummary]) -> list[str]:
    """Every voice that was heard, parents first; that no parent was heard is said."""
    lines = [voice_line(summary) for summary in summaries]
    if all(summary.voice is not Voice.PARENT for summary in summaries):
        lines.insert(0, NO_PARENT_YET)
    return lines
