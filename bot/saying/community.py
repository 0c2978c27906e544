"""Put what families of one server say beside the guide's own answer, never into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.community import VoiceSummary
from bot.saying import wording_community
from bot.saying.reply import Line, Reply, Section, SectionKind
from bot.saying.translating import _


def with_community(reply: Reply, summaries: Sequence[VoiceSummary]) -> Reply:
    """Add the community section to a reply about a movie, below everything the review says."""
    lines = tuple(Line(text) for text in wording_community.summary_lines(summaries))
    section = Section(SectionKind.COMMUNITY, lines, _(wording_community.HEADING))
    return replace(reply, sections=(*reply.sections, section), members_may_add=True)
