"""A guide that is run outside the US: preview, history and answers rely on the boards of the place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.application.guide import Question, Speaker
from bot.bootstrap import Application, build
from bot.domain.movie import Movie, OfficialRating
from bot.domain.review import Answer, QuestionAnswer, Review, StoredReview
from bot.domain.server_settings import ServerSettings
from bot.saying.plain import plain_text
from bot.settings import Settings
from tests.discord_app.reviews.moderating import Desk, said
from tests.store.examples import by

BOTH = (OfficialRating("MPAA", "PG", "US"), OfficialRating("FSK", "16", "DE"))
IN_GERMANY = "rated 16 by the FSK (Germany)"
MILDER = "rated PG by the MPAA (US), 16 by the FSK (Germany)"


@pytest.fixture
def app(tmp_path: Path) -> Application:
    settings = Settings(_env_file=None, rating_systems=("FSK",))
    return build(settings, database_url=f"sqlite:///{tmp_path / 'guide.db'}", with_starter_library=False)


def kept(desk: Desk, **parts: Any) -> StoredReview:
    """This server's own review of a movie that two boards rated apart."""
    review = Review(Movie("Kites", 2001, official_ratings=BOTH), byline="x", one_line="A race.", **parts)
    with desk.app.store.begin() as work:
        stored = work.reviews.save(review, by(), desk.server_id).stored
        work.commit()
    return stored


def settle(desk: Desk, **settings: Any) -> None:
    with desk.app.store.begin() as work:
        work.server_settings.save(desk.server_id, ServerSettings(**settings), by())
        work.commit()


def answered(desk: Desk, text: str) -> str:
    return plain_text(desk.app.guide.ask(Question(text, Speaker("test", desk.server_id))))


async def previewed(desk: Desk) -> Any:
    panel = await desk.command("edit", title="Kites (2001)")
    return (await desk.click(panel, "Preview as parents see it")).response


@pytest.mark.parametrize(("boards", "rated"), [((), IN_GERMANY), (("MPAA",), MILDER)])
async def test_preview_history_and_answer_rely_on_the_same_boards(
    desk: Desk, boards: tuple[str, ...], rated: str
) -> None:
    kept(desk)
    settle(desk, rating_systems=boards)
    card = await previewed(desk)
    history = await desk.command("history", title="Kites (2001)")
    looked = await desk.pick(history, "revision", "1")
    for text in (said(card), said(looked.response), answered(desk, "Kites (2001)?")):
        assert f"Kites (2001), {rated}" in text
        assert ("Fine from about 16" in text) == (rated == IN_GERMANY)


async def test_the_preview_for_a_child_has_the_verdict_that_parents_get(desk: Desk) -> None:
    kept(desk)
    child = (await desk.pick(await previewed(desk), "age", "9")).response
    assert "For your 9-year-old: not yet" in said(child)
    assert "For your 9-year-old: not yet" in answered(desk, "is Kites (2001) ok for my 9 year old")


async def test_a_preview_shows_openly_what_the_server_shows_openly(desk: Desk) -> None:
    kept(desk, questions={"animal_dies": QuestionAnswer(Answer.YES, "The dog, at the end")})
    settle(desk, show_spoilers=True)
    content = (await desk.click(await previewed(desk), "What's in it")).response
    assert "Yes. The dog, at the end" in said(content)
    assert "||" not in said(content)
