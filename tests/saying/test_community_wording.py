"""What families say is summed up with its count, beside the guide's own answer and never in it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.community import CommunityReview, Visibility, Voice, VoiceSummary, summarise
from bot.domain.movie import MovieId, ServerId
from bot.saying import wording_community
from bot.saying.community import with_community
from bot.saying.reply import Line, Outcome, Reply, Section, SectionKind


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        (VoiceSummary(Voice.PARENT, 12, 15, 4.0), "Parents say 15+ (12)"),
        (VoiceSummary(Voice.TEEN, 4, 13, 3.5), "Teens say 13+ (4)"),
        (VoiceSummary(Voice.PARENT, 1, 0, 5.0), "Parents say any age (1)"),
    ],
)
def test_a_voice_is_summed_up_with_its_count(summary: VoiceSummary, said: str) -> None:
    assert wording_community.voice_line(summary) == said
    assert wording_community.voice_line_with_stars(summary) == f"{said}, {summary.stars:.1f} of 5 stars"


def test_no_parent_yet_is_said_also_where_teens_have_spoken() -> None:
    teens = VoiceSummary(Voice.TEEN, 4, 13, 3.5)
    assert wording_community.summary_lines(()) == [wording_community.NO_PARENT_YET]
    assert wording_community.summary_lines((teens,)) == [wording_community.NO_PARENT_YET, "Teens say 13+ (4)"]


def test_the_community_stands_below_everything_the_review_says() -> None:
    own = Section(SectionKind.SUMMARY, (Line("A line."),))
    reply = with_community(Reply(Outcome.ANSWER, sections=(own,)), ())
    assert reply.sections[0] == own
    assert [section.kind for section in reply.sections] == [SectionKind.SUMMARY, SectionKind.COMMUNITY]
    assert reply.members_may_add


def test_only_what_is_shown_counts_and_an_even_split_is_rounded_up() -> None:
    def said(age_years: int, visibility: Visibility = Visibility.SHOWN) -> CommunityReview:
        moment = datetime(2026, 1, 1, tzinfo=UTC)
        return CommunityReview(ServerId(1), MovieId(1), None, Voice.PARENT, age_years, 3, moment, visibility=visibility)

    hidden = [said(2, visibility) for visibility in Visibility if visibility is not Visibility.SHOWN]
    [summary] = summarise([said(10), said(13), *hidden])
    assert (summary.count, summary.age_years) == (2, 13)
