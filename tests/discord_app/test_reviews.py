"""Moderators write, check, publish and mend reviews on Discord, over the real guide and a real SQLite store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import simcord

from bot.bootstrap import Application, build
from bot.discord_app.client import GuideBot
from bot.discord_app.ports import DiscordSettings
from bot.domain.movie import Movie, OfficialRating
from bot.domain.review import Answer, Recommendation
from bot.settings import Settings
from tests.discord_app.reviewing import Desk, said
from tests.discord_app.use_cases import of_application

INTERVIEW = Movie("Interview", 2007, cast=("Sienna Miller",), genres=("drama",))


@pytest.fixture
def app(tmp_path: Path) -> Application:
    url = f"sqlite:///{tmp_path / 'guide.db'}"
    application = build(Settings(_env_file=None), database_url=url, with_starter_library=False)
    with application.store.begin() as work:
        work.movies.add_catalogue([INTERVIEW])
        work.commit()
    return application


@pytest.fixture
def simcord_bot(app: Application, discord_settings: DiscordSettings, clock: Callable[[], float]) -> GuideBot:
    return GuideBot(of_application(app), discord_settings, clock=clock)


@pytest.fixture
async def desk(
    simcord_env: simcord.Env, app: Application, discord_settings: DiscordSettings, clock: Callable[[], float]
) -> Desk:
    return Desk(simcord_env, app, lambda: GuideBot(of_application(app), discord_settings, clock=clock))


GRID = {
    "rows1": (
        "Violence 1: a shove in a stairwell\nScariness 0\nSex & romance 3: long kisses, much talk of it\n"
        "Nudity 0\nlanguage 4: strong swearing all night"
    ),
    "rows2": "drugs 4: wine, a joint, cocaine is talked about\ndiscrimination 1\nupsetting 3\nrisky 2\nproducts 2",
    "rows3": "messages 2\nrole models 1\neducational 1\ndiverse 1",
}


async def test_interview_goes_from_nothing_to_published_in_under_25_interactions(desk: Desk) -> None:
    offered = await desk.moderator.autocomplete(desk.channel, "review add", "title", "interv")
    assert [choice["value"] for choice in offered] == ["Interview (2007)"]
    panel = await desk.command("add", title="Interview (2007)")
    assert panel.ephemeral
    assert "Needed before it can be published" in said(panel)
    assert "Sienna Miller" in said(panel)
    panel = await desk.fill(
        panel, "facts", run_time="83 min", ratings="MPAA R (US): for language including sexual references"
    )
    panel = await desk.fill(
        panel, "people", directors="Steve Buscemi", cast="Sienna Miller, Steve Buscemi", theatrical_date="July 13, 2007"
    )
    panel = await desk.fill(
        panel,
        "brief",
        one_line="A reporter and a film star talk through one long night.",
        age="16",
        age_reason="The talk is for grown-ups.",
        quality="4",
        byline="Priya",
    )
    panel = await desk.fill(panel, "grid", **GRID)
    panel = await desk.fill(
        panel, "questions", answers1="animal dies no\njump scares no\nflashing lights ?", answers4="gun violence no"
    )
    panel = await desk.fill(panel, "story", story="They meet.\n\nThey lie.", any_good="Yes, if you like talk.")
    panel = await desk.fill(
        panel, "talk", talk="Both of them lie.\nWhen is a lie only politeness?\nWhom did you believe?"
    )
    panel = await desk.fill(
        panel,
        "around",
        diversity="Two white leads.",
        where="Some Stream, DVD",
        recommendations="Once (2007): two people and their songs",
    )
    assert "Ready to publish" in said(panel)
    preview = await desk.click(panel, "Preview as parents see it")
    assert "Interview (2007)" in said(preview.response)
    assert "R by the MPAA" in said(preview.response)
    asked = await desk.click(panel, "Publish")
    done = await desk.submit(asked)
    assert "Published" in said(done)
    assert desk.interactions < 25
    (stored,) = desk.reviews()
    review = stored.review
    assert review.movie.official_ratings == (
        OfficialRating("MPAA", "R", "US", "for language including sexual references"),
    )
    assert review.movie.run_time_minutes == 83
    assert review.movie.directors == ("Steve Buscemi",)
    assert (review.recommended_age_years, review.quality, review.byline) == (16, 4, "Priya")
    assert review.cell("language").level == 4
    assert review.cell("language").note == "strong swearing all night"
    assert len(review.grid) == 14
    assert review.answer("animal_dies").answer is Answer.NO
    assert review.answer("flashing_lights").answer is Answer.UNKNOWN
    assert review.story == "They meet.\n\nThey lie."
    assert [item.question for item in review.talk] == ["When is a lie only politeness?", "Whom did you believe?"]
    assert review.talk[0].lead_in == "Both of them lie."
    assert review.where_to_watch == ("Some Stream", "DVD")
    assert review.recommendations == (Recommendation("Once", 2007, "two people and their songs"),)
    assert review.last_updated is not None
    assert desk.drafts() == []
    await desk.member.send(desk.channel, f"{desk.env.bot.user.mention} is Interview (2007) ok for my 12 year old?")
    assert "The talk is for grown-ups" in said(desk.channel.last_message).replace("the talk", "The talk")
