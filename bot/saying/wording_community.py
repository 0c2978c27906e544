"""What the guide says of community reviews: in sum, with the count, apart from its own verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.domain.community import OLDEST_SUGGESTED_AGE_YEARS, Visibility, Voice, VoiceSummary
from bot.saying.translating import N_, _

HEADING: Final = N_("Families here")
NO_PARENT_YET: Final = N_("There are no parent reviews yet. Be the first.")
NOBODY_YET: Final = N_("Nobody here has said anything about it yet. Be the first.")
STATE_TO_AUTHOR: Final[dict[Visibility, str]] = {
    Visibility.SHOWN: N_("Others see it from now on."),
    Visibility.WAITING: N_("Others see it once a moderator of this server has looked at it."),
    Visibility.HIDDEN: N_("Several people reported it, so nobody but you sees it until a moderator has looked."),
    Visibility.REMOVED: N_("A moderator took it down; nobody but you sees it. You can change it or delete it."),
}
"""What the author of a community review is told of who sees it."""

_ALL_SAY: Final = {
    Voice.PARENT: N_("Parents say {age} ({number})"),
    Voice.TEEN: N_("Teens say {age} ({number})"),
}
_ALL_SAY_WITH_STARS: Final = {
    Voice.PARENT: N_("Parents say {age} ({number}), {stars} of 5 stars"),
    Voice.TEEN: N_("Teens say {age} ({number}), {stars} of 5 stars"),
}
_ONE_SAYS: Final = {Voice.PARENT: N_("A parent says {age}"), Voice.TEEN: N_("A teen says {age}")}


def voice_line(summary: VoiceSummary) -> str:
    """Sum up one voice: "Parents say 15+ (12)". The number in brackets is how many said so."""
    return _(_ALL_SAY[summary.voice]).format(age=age(summary.age_years), number=summary.count)


def voice_line_with_stars(summary: VoiceSummary) -> str:
    """The same with the mean of the stars: "Parents say 15+ (12), 4.2 of 5 stars"."""
    said, stars = _(_ALL_SAY_WITH_STARS[summary.voice]), f"{summary.stars:.1f}"
    return said.format(age=age(summary.age_years), number=summary.count, stars=stars)


def one_says(voice: Voice, age_years: int) -> str:
    """Say what age one member suggests: "A parent says 15+"."""
    return _(_ONE_SAYS[voice]).format(age=age(age_years))


def nobody_yet() -> str:
    """Say that no voice was heard, in place of the sums."""
    return _(NOBODY_YET)


def state_to_author(visibility: Visibility) -> str:
    """Tell the author of a community review who sees it."""
    return _(STATE_TO_AUTHOR[visibility])


def age(age_years: int) -> str:
    """Write a suggested age: "15+", "any age"."""
    return _("{years}+").format(years=min(age_years, OLDEST_SUGGESTED_AGE_YEARS)) if age_years else _("any age")


def summary_lines(summaries: Sequence[VoiceSummary]) -> list[str]:
    """Every voice that was heard, parents first; that no parent was heard is said."""
    lines = [voice_line(summary) for summary in summaries]
    if all(summary.voice is not Voice.PARENT for summary in summaries):
        lines.insert(0, _(NO_PARENT_YET))
    return lines
