"""What the forms of a draft show and read: nothing changes unasked, and every refusal says how to write it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from bot.discord_app.views import draft_text
from bot.discord_app.views.draft_fields import Form
from bot.discord_app.views.draft_forms import FORMS, SECTIONS
from bot.discord_app.views.draft_modal import form_modal, joined
from bot.domain.errors import InvalidReviewError, RefusedError
from bot.domain.movie import Movie, OfficialRating, Series
from bot.domain.review import (
    LONGEST_NOTE,
    LONGEST_SECTION,
    Answer,
    DiscussionQuestion,
    GridCell,
    QuestionAnswer,
    Recommendation,
    Review,
)
from bot.domain.vocabulary import GRID, QUESTIONS
from tests.strategies import reviews

EMPTY = Review(Movie("Interview", 2007))


@settings(max_examples=40, deadline=None)
@given(review=reviews())
def test_a_form_sent_as_it_was_opened_changes_nothing(review: Review) -> None:
    for form in FORMS.values():
        assert form.apply(review, form.values(review)) == review


@settings(max_examples=40, deadline=None)
@given(review=reviews())
def test_typed_rows_and_answers_read_back_to_what_they_were(review: Review) -> None:
    rows = draft_text.rows_as_text(review, [row.key for row in GRID])
    assert draft_text.rows_from_text(rows, review) == {k: v for k, v in review.grid.items() if v != GridCell()}
    answers = draft_text.answers_as_text(review, [question.key for question in QUESTIONS])
    filled = {key: value for key, value in review.questions.items() if value != QuestionAnswer()}
    assert draft_text.answers_from_text(answers, review) == filled


@pytest.mark.parametrize(
    ("line", "key", "cell"),
    [
        ("language 4: strong swearing all night", "language", GridCell(4, "strong swearing all night")),
        ("Language: 4 - strong", "language", GridCell(4, "strong")),
        ("LANGUAGE 4/5", "language", GridCell(4)),
        ("Violence & gore 1, a shove", "violence_gore", GridCell(1, "a shove")),
        ("gore 0", "violence_gore", GridCell(0)),
        ("drugs a lot: a joint", "drugs", GridCell(4, "a joint")),
        ("sex some", "sex_romance", GridCell(3)),
        ("upsetting 3 of 5: a funeral", "upsetting_themes", GridCell(3, "a funeral")),
        ("nudity ?: only heard about", "nudity", GridCell(None, "only heard about")),
        ("role models outstanding", "role_models", GridCell(5)),
    ],
)
def test_a_row_is_read_as_people_type_it(line: str, key: str, cell: GridCell) -> None:
    assert draft_text.rows_from_text(line, EMPTY) == {key: cell}


@pytest.mark.parametrize("line", ["language strong swearing", "music 3", "language 6", "4: swearing", "d 2"])
def test_a_row_that_cannot_be_read_is_refused_with_its_line_and_an_example(line: str) -> None:
    with pytest.raises(InvalidReviewError, match=r"line 3.*Language 4: strong swearing all night"):
        draft_text.rows_from_text(f"nudity 0\n\n{line}", EMPTY)


@pytest.mark.parametrize(
    ("line", "key", "answer"),
    [
        ("animal dies no", "animal_dies", QuestionAnswer(Answer.NO)),
        ("Does the dog (or any animal) die? yes: the dog", "animal_dies", QuestionAnswer(Answer.YES, "the dog")),
        ("jump scares: y, one", "jump_scares", QuestionAnswer(Answer.YES, "one")),
        ("war yes (spoiler): at the end", "war", QuestionAnswer(Answer.YES, "at the end", spoiler=True)),
        ("parent dies no (no spoiler)", "parent_dies", QuestionAnswer(Answer.NO, spoiler=False)),
    ],
)
def test_an_answer_is_read_as_people_type_it(line: str, key: str, answer: QuestionAnswer) -> None:
    assert draft_text.answers_from_text(line, EMPTY) == {key: answer}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Why?\nWho?", [(None, "Why?"), (None, "Who?")]),
        ("He lies.\nWhy?\nWho?", [("He lies.", "Why?"), (None, "Who?")]),
        ("He lies.\nShe too.\n- Why?", [("He lies. She too.", "Why?")]),
        ("Talk about a lie.\n\nTalk about a truth.", [(None, "Talk about a lie."), (None, "Talk about a truth.")]),
        ("", []),
    ],
)
def test_discussion_questions_are_read_with_what_leads_into_them(text: str, found: list[tuple[str, str]]) -> None:
    assert draft_text.talk_from_text(text) == tuple(DiscussionQuestion(asked, lead) for lead, asked in found)


@pytest.mark.parametrize(
    ("line", "rating"),
    [
        ("MPAA R (US): for language", OfficialRating("MPAA", "R", "US", "for language")),
        ("FSK 12", OfficialRating("FSK", "12")),
        ("bbfc PG: mild threat", OfficialRating("BBFC", "PG", None, "mild threat")),
        ("MPAA PG13 (us)", OfficialRating("MPAA", "PG-13", "US")),
        ("ACB MA15", OfficialRating("ACB", "MA15+")),
        ("MPAA Rated R for language", OfficialRating("MPAA", "R", None, "language")),
        ("CBFC UA (in)", OfficialRating("CBFC", "UA", "IN")),
    ],
)
def test_an_official_rating_is_read_as_people_type_it(line: str, rating: OfficialRating) -> None:
    assert draft_text.ratings_from_text(line) == (rating,)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("MPAA PG\nBBFC TV-14", "Line 2: 'TV-14' is no rating of the board BBFC, whose ratings are U, PG, 12A"),
        ("MPAA X", "Line 1: 'X' is no rating of the board MPAA"),
        ("FSK PG", "Line 1: 'PG' is no rating of the board FSK"),
        ("MPAA Not Rated (us)", "Line 1 says that there is no rating; take the line out"),
        ("MPAA PG\n\nFSK n/a", "Line 3 says that there is no rating"),
    ],
)
def test_what_is_no_rating_of_its_board_is_refused_with_its_line(typed: str, told: str) -> None:
    with pytest.raises(InvalidReviewError, match=told):
        draft_text.ratings_from_text(typed)


@pytest.mark.parametrize(
    ("typed", "series"),
    [
        ("Toy Story, part 3", Series("Toy Story", 3)),
        ("Toy Story #3", Series("Toy Story", 3)),
        ("part 3 of Toy Story", Series("Toy Story", 3)),
        ("Winnie the Pooh", Series("Winnie the Pooh")),
        ("", None),
    ],
)
def test_a_series_is_read_as_people_type_it_and_shown_again(typed: str, series: Series | None) -> None:
    form = FORMS["around"]
    before = replace(EMPTY, movie=replace(EMPTY.movie, series=Series("Interviews", 9)))
    after = form.apply(before, {**form.values(before), "series": typed})
    assert after.movie.series == series
    assert form.values(after)["series"] == (str(series) if series else "")


def test_recommendations_are_read_with_year_and_reason() -> None:
    typed = "Once (2007): two people and their songs\nBefore Sunrise\nClose-Up: about a lie"
    assert draft_text.recommendations_from_text(typed) == (
        Recommendation("Once", 2007, "two people and their songs"),
        Recommendation("Before Sunrise"),
        Recommendation("Close-Up", None, "about a lie"),
    )


@pytest.mark.parametrize(
    ("form", "box", "typed", "told"),
    [
        ("facts", "title", "", "Title: a movie needs one"),
        ("facts", "year", "last year", "Year: “last year” is no year"),
        ("facts", "year", "1500", "Year: 1500 is no year of a movie"),
        ("facts", "run_time", "long", "Run time: I could not read “long”"),
        ("people", "theatrical_date", "7/12/2007", "In theaters: I could not read"),
        ("more", "countries", "America", "two-letter codes"),
        ("more", "source", "us | CC BY 4.0 | ftp://x", "http"),
        ("around", "series", "Toy Story 3", "Part of a series: I could not read “Toy Story 3”.*Toy Story, part 3"),
        ("around", "series", "Toy Story, part 0", "could not read"),
        ("brief", "one_line", "hello @everyone", "Discord mention"),
    ],
)
def test_a_faulty_box_is_refused_by_its_name_with_the_remedy(form: str, box: str, typed: str, told: str) -> None:
    with pytest.raises(InvalidReviewError, match=told.replace("|", r"\|")):
        FORMS[form].apply(EMPTY, {**FORMS[form].values(EMPTY), box: typed})


def largest() -> Review:
    """A review whose forms hold as much as they can."""
    note = ("word " * LONGEST_NOTE)[:LONGEST_NOTE].strip()
    prose = ("A sentence of it. " * LONGEST_SECTION)[:LONGEST_SECTION].strip()
    return replace(
        EMPTY,
        story=prose,
        any_good=prose,
        diversity=prose,
        grid={row.key: GridCell(5, note) for row in GRID},
        questions={question.key: QuestionAnswer(Answer.UNKNOWN, note, spoiler=False) for question in QUESTIONS},
    )


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.key)
def test_every_form_fits_discord_also_for_the_longest_review(form: Form) -> None:
    review = largest()
    modal = form_modal("review:fill:1:1:x", form, form.values(review)).to_dict()
    assert len(modal["title"]) <= 45
    assert 1 <= len(modal["components"]) <= 5
    sent = {}
    for label in modal["components"]:
        assert len(label["label"]) <= 45
        assert len(label.get("description") or "") <= 100
        box = label["component"]
        assert len(box.get("value", "")) <= box.get("max_length", 4_000) <= 4_000
        assert len(box.get("options", [])) <= 25
        chosen = [option["value"] for option in box.get("options", []) if option.get("default")]
        ticked = "yes" if box.get("default") is True else ""
        sent[box["custom_id"]] = box.get("value") or ",".join(chosen) or ticked
    assert form.apply(review, joined(form, sent)) == review


def test_a_section_too_long_for_five_boxes_is_told_so() -> None:
    talk = tuple(DiscussionQuestion("a" * 999 + "?", "b" * 999) for _ in range(15))
    form = FORMS["talk"]
    with pytest.raises(RefusedError, match="too long for a form"):
        form_modal("x", form, form.values(replace(EMPTY, talk=talk)))


def test_every_section_of_a_review_has_a_form() -> None:
    boxes = {field.key for form in SECTIONS for field in form.fields}
    assert {"title", "cast", "one_line", "age", "story", "talk", "diversity", "where", "recommendations"} <= boxes
