"""The model page as text: its quirks, on pages written for these tests."""

# ruff: noqa: E501 - a paragraph of a page is one line, however long

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import OfficialRating, PartialDate, Series
from bot.domain.review import DiscussionQuestion, GridCell, Recommendation
from bot.formats.page import PageReading, UnreadBlock
from bot.formats.page_prose import sentences
from bot.formats.page_text import read_page

PAGE = """Paper Boats
By M. Delia Okafor,
Harbor Film Desk Reviewer
Harbor Film Desk Reviewers
Two sisters race toy boats and learn to lose.

A Lot or a Little?
What you will, and won’t, find here.
Where to Watch
Community Reviews
There are no parent reviews yet. Be the first.
What’s the Story?
Nine-year-old Ada (Ines Vale) builds a boat out of her late father's letters. Her sister laughs at it.
The race begins at dawn. (Nobody has slept.)
Is It Any Good?
Dr. Vale's score carries it. The middle drifts, and a storm scene runs long.
Still, the ending earns its tears.
Talk to Your Kids About …
Families can talk about how Ada treats losing. Is she fair to her sister? What would you have said? Asking "Who? me" is easy -- but why does it hurt? It's worth remembering that the letters are gone for good. Did that matter in the end?
Movie Details
- In theaters: May 4, 2012
- On DVD or streaming: September 11, 2012
- Cast: Ines Vale, Robert Downing, Jr., Mo Tan
- Director(s): Lena Brook
- Studio: Quay Pictures
- Genre: Family and Kids, Drama
- Run time: 1 hour 31 minutes
- MPAA rating: PG
- MPAA explanation: some peril, and brief language.
- Last updated: March 2, 2021
Did we miss something on diversity?
Tell us with a diversity update.
Suggest an Update
Where to Watch
Our Editors Recommend
Our ratings are created by volunteers and never influenced by a studio.
See how we rate
"""


@pytest.fixture
def reading() -> PageReading:
    return read_page(PAGE)


def page(**sections: str) -> str:
    """A small page with these sections under their headings."""
    headings = {"story": "What's the Story?", "talk": "Talk to Your Kids About...", "grid": "A Lot or a Little?",
                "details": "Movie Details", "good": "Is It Any Good?", "watch": "Where to Watch",
                "diversity": "Diverse Representations", "recommend": "Our Editors Recommend"}  # fmt: skip
    head = sections.pop("head", "Paper Boats")
    return "\n".join([head, *(f"{headings[name]}\n{text}" for name, text in sections.items())])


def test_the_facts_are_read_from_the_details(reading: PageReading) -> None:
    movie = reading.review.movie
    assert (movie.title, movie.year, movie.run_time_minutes) == ("Paper Boats", 2012, 91)
    assert movie.theatrical_date == PartialDate(2012, 5, 4)
    assert movie.home_date == PartialDate(2012, 9, 11)
    assert movie.cast == ("Ines Vale", "Robert Downing, Jr.", "Mo Tan")
    assert movie.directors == ("Lena Brook",)
    assert movie.studios == ("Quay Pictures",)
    assert movie.genres == ("Family and Kids", "Drama")
    assert movie.official_ratings == (OfficialRating("MPAA", "PG", "US", "some peril, and brief language"),)
    assert reading.review.last_updated == date(2021, 3, 2)


def test_the_head_is_read_over_its_lines(reading: PageReading) -> None:
    review = reading.review
    assert review.byline == "M. Delia Okafor"
    assert review.affiliation == "Harbor Film Desk Reviewer"
    assert review.one_line == "Two sisters race toy boats and learn to lose."


def test_prose_keeps_its_paragraphs(reading: PageReading) -> None:
    assert reading.review.story is not None
    assert reading.review.story.count("\n\n") == 1
    assert reading.review.story.endswith("(Nobody has slept.)")
    assert reading.review.any_good is not None
    assert reading.review.any_good.startswith("Dr. Vale's score")


def test_each_question_stands_alone_with_what_leads_into_it(reading: PageReading) -> None:
    losing = "Families can talk about how Ada treats losing."
    letters = "It's worth remembering that the letters are gone for good."
    assert reading.review.talk == (
        DiscussionQuestion("Is she fair to her sister?", losing),
        DiscussionQuestion("What would you have said?", losing),
        DiscussionQuestion('Asking "Who? me" is easy -- but why does it hurt?', losing),
        DiscussionQuestion("Did that matter in the end?", letters),
    )


def test_nothing_is_left_over_and_what_is_missing_is_named(reading: PageReading) -> None:
    assert reading.unread == ()
    assert reading.missing == (
        "recommended age", "quality", "A Lot or a Little?", "Where to Watch", "Diverse Representations",
        "Our Editors Recommend",
    )  # fmt: skip
    assert dict(reading.review.grid) == {}
    assert reading.review.recommended_age_years is None


@pytest.mark.parametrize(
    "heading",
    ["What's the Story?", "What’s the story", "WHATS THE STORY", "## What's the Story?", "**What's the Story?**",
     "What is the story?", "Whats the Storey?", "What's the Story ?"],
)  # fmt: skip
def test_headings_are_found_however_they_are_written(heading: str) -> None:
    reading = read_page(f"Paper Boats\n{heading}\nA race.\nIs It Any Good?\nYes.")
    assert reading.review.story == "A race."
    assert reading.unread == ()


@pytest.mark.parametrize(
    "heading", ["Talk to Your Kids About…", "Talk to your kids about ...", "Talk To Your Kids About"]
)
def test_the_talk_heading_is_found_with_and_without_its_dots(heading: str) -> None:
    assert len(read_page(f"Paper Boats\n{heading}\nWhy? Who?").review.talk) == 2


def test_a_section_may_begin_on_its_headings_line() -> None:
    reading = read_page("Paper Boats\nWhat's the Story? A race on a river.\nIs It Any Good? It is.")
    assert (reading.review.story, reading.review.any_good) == ("A race on a river.", "It is.")


def test_a_question_in_the_story_opens_no_section() -> None:
    story = "Is it any good? asks Ada, and nobody answers."
    assert read_page(page(story=story, good="Yes.")).review.story == story


def test_lines_that_were_only_wrapped_are_joined() -> None:
    reading = read_page(page(story="Ada builds a boat out of\npaper, and it floats.\n\nThen it rains.", good="Yes."))
    assert reading.review.story == "Ada builds a boat out of paper, and it floats.\n\nThen it rains."


@pytest.mark.parametrize(
    ("head", "age", "stars"),
    [
        ("Paper Boats\nage 8+\n★★★☆☆", 8, 3),
        ("Paper Boats\nAges 8 and up\n4 out of 5 stars", 8, 4),
        ("Paper Boats\nRecommended age: 8\nRating: 2/5", 8, 2),
        ("Paper Boats\nParents say: age 8+", None, None),
        ("Paper Boats\n3.5/5", None, None),
    ],
)
def test_age_and_stars_are_taken_where_the_page_has_them(head: str, age: int | None, stars: int | None) -> None:
    reading = read_page(page(head=head, story="A race."))
    assert (reading.review.recommended_age_years, reading.review.quality) == (age, stars)
    assert (age is None) == bool(reading.unread or reading.review.one_line)


@pytest.mark.parametrize(
    ("head", "byline", "affiliation"),
    [
        ("Paper Boats\nBy Ann Lee, Harbor Desk", "Ann Lee", "Harbor Desk"),
        ("Paper Boats\nBy Ann Lee", "Ann Lee", None),
        ("Paper Boats\nby\nAnn Lee,\nHarbor Desk Critic", "Ann Lee", "Harbor Desk Critic"),
        ("Paper Boats\nBy Sam Hill, Jr.,\nHarbor Desk Staff", "Sam Hill, Jr.", "Harbor Desk Staff"),
        ("Paper Boats\nA race.", None, None),
    ],
)
def test_bylines_are_read_as_they_come(head: str, byline: str | None, affiliation: str | None) -> None:
    review = read_page(page(head=head, story="A race.")).review
    assert (review.byline, review.affiliation) == (byline, affiliation)


def test_title_year_and_facts_in_the_head() -> None:
    reading = read_page(page(head="Paper Boats (2012)\nPG-13 | 2012 | 91 minutes", story="A race."))
    movie = reading.review.movie
    assert (movie.title, movie.year, movie.run_time_minutes) == ("Paper Boats", 2012, 91)
    assert movie.official_ratings == (OfficialRating("MPAA", "PG-13", "US"),)
    assert reading.unread == ()


def test_the_grid_is_read_from_one_line_or_several() -> None:
    grid = (
        "Violence & Scariness: a lot\nLanguage: some. One swear word at the dock.\n- Drinking, Drugs & Smoking: not present\n"
        "Products & Purchases\na little\nA boat brand is named.\nPositive Messages ●●●○○\nEducational Value: not checked\n"
        "Diverse Representations\nsome\nNudity: 1/5"
    )
    reading = read_page(page(grid=grid, diversity="Two Black sisters lead."))
    together = "Rated together as Violence & Scariness."
    assert dict(reading.review.grid) == {
        "violence_gore": GridCell(4, together),
        "scariness": GridCell(4, together),
        "language": GridCell(3, "One swear word at the dock."),
        "drugs": GridCell(0),
        "consumerism": GridCell(2, "A boat brand is named."),
        "messages": GridCell(3),
        "diverse_representations": GridCell(3),
        "nudity": GridCell(1),
    }
    assert reading.review.diversity == "Two Black sisters lead."
    assert reading.unread == ()


def test_grid_labels_that_we_do_not_have_are_reported() -> None:
    reading = read_page(page(grid="Car Chases: a lot\nMany of them.\nLanguage: a lot", story="A race."))
    assert dict(reading.review.grid) == {"language": GridCell(4)}
    assert reading.unread == (UnreadBlock(3, "Car Chases: a lot\nMany of them."),)


def test_what_the_details_say_and_we_do_not_know_is_reported_by_line() -> None:
    details = "Topics: Boats\nIn theaters: soon\nRun time: 91 minutes\nAward: Golden Oar\nMPAA rating: NR\nCast:\nIna Ray, Bo Li"
    reading = read_page(page(details=details))
    assert reading.review.movie.cast == ("Ina Ray", "Bo Li")
    assert reading.review.movie.official_ratings == ()
    assert reading.unread == (UnreadBlock(3, "Topics: Boats\nIn theaters: soon"), UnreadBlock(6, "Award: Golden Oar"))


def test_other_boards_stand_beside_the_first() -> None:
    reading = read_page(page(details="MPAA rating: PG\nBBFC rating: 12A\nBBFC explanation: mild threat."))
    assert reading.review.movie.official_ratings == (
        OfficialRating("MPAA", "PG", "US"),
        OfficialRating("BBFC", "12A", "GB", "mild threat"),
    )


@pytest.mark.parametrize(
    ("line", "series"),
    [
        ("Series: Paper Boats, part 2", Series("Paper Boats", 2)),
        ("- Series: Paper Boats (2)", Series("Paper Boats", 2)),
        ("Part of the series: Paper Boats #2", Series("Paper Boats", 2)),
        ("Movie series:\nPaper Boats", Series("Paper Boats")),
    ],
)
def test_a_series_is_read_from_the_details(line: str, series: Series) -> None:
    reading = read_page(page(details=f"Genre: Drama\n{line}\nRun time: 91 minutes"))
    assert reading.review.movie.series == series
    assert reading.unread == ()


def test_a_series_that_may_be_a_movies_name_is_reported() -> None:
    reading = read_page(page(details="Genre: Drama\nSeries: Paper Boats 2"))
    assert reading.review.movie.series is None
    assert reading.unread == (UnreadBlock(4, "Series: Paper Boats 2"),)


def test_an_explanation_of_no_rating_is_reported() -> None:
    reading = read_page(page(details="Genre: Drama\nMPAA explanation: some peril."))
    assert reading.unread == (UnreadBlock(4, "MPAA explanation: some peril."),)


def test_where_to_watch_is_gathered_from_both_places() -> None:
    text = "Paper Boats\nWhere to Watch\n- Streamly\n- Boxflix, Discy\nWhat's the Story?\nA race.\nWhere to Watch\nStreamly\nKinoBay\nAsk at your library."
    reading = read_page(text)
    assert reading.review.where_to_watch == ("Streamly", "Boxflix", "Discy", "KinoBay")
    assert [block.text for block in reading.unread] == ["Ask at your library."]


def test_recommendations_come_with_year_and_reason_where_given() -> None:
    text = "Tin Drum Alley (1999): Gentler, with songs.\nKite Day\nBrothers make up.\n- The Long Pond – A quiet one.\nage 10+"
    reading = read_page(page(story="A race.", recommend=text))
    assert reading.review.recommendations == (
        Recommendation("Tin Drum Alley", 1999, "Gentler, with songs."),
        Recommendation("Kite Day", None, "Brothers make up."),
        Recommendation("The Long Pond", None, "A quiet one."),
    )
    assert [block.text for block in reading.unread] == ["age 10+"]


def test_community_reviews_and_unknown_sections_are_reported_not_taken() -> None:
    text = "Paper Boats\nParents Need to Know\nParents need to know a lot.\nCommunity Reviews\nAdult\nMy kids loved it!\nWhat's the Story?\nA race.\nStormy Weather Ahead\nIt rains."
    reading = read_page(text)
    assert [(block.line_number, block.text) for block in reading.unread] == [
        (2, "Parents Need to Know\nParents need to know a lot."),
        (5, "Adult\nMy kids loved it!"),
        (9, "Stormy Weather Ahead"),
    ]
    assert reading.review.story == "A race.\n\nIt rains."


def test_every_line_is_taken_or_reported() -> None:
    odd = (
        PAGE.replace("Suggest an Update", "Zebra one")
        .replace("- Genre", "Zebra two: x\n- Genre")
        .replace("By M.", "Zebra three\nBy M.")
    )
    left = "\n".join(block.text for block in read_page(odd).unread)
    assert [left.count(f"Zebra {number}") for number in ("one", "two", "three")] == [1, 1, 1]


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        ("Families can discuss courage.", [("Families can discuss courage.", None)]),
        ("Would you go? Say why.", [("Would you go? Say why.", None)]),
        ("- Why does she lie?\n- Ada waits. Who comes?", [("Why does she lie?", None), ("Who comes?", "Ada waits.")]),
        ("Mrs. J. K. Bell and St. Ives vs. the U.S. Navy: who wins?", [("Mrs. J. K. Bell and St. Ives vs. the U.S. Navy: who wins?", None)]),
        ("She shouts “Stop!” at him. “Why?” Is that kind?", [("“Why?”", "She shouts “Stop!” at him."), ("Is that kind?", "She shouts “Stop!” at him.")]),
    ],
)  # fmt: skip
def test_questions_are_split_with_care(talk: str, expected: list[tuple[str, str | None]]) -> None:
    found = read_page(page(talk=talk)).review.talk
    assert [(one.question, one.lead_in) for one in found] == expected


def test_sentences_do_not_end_inside() -> None:
    assert sentences("Who? does it. Mr. Lo ran! \"Did he?\" Yes… (No.) Done") == [
        "Who? does it.", "Mr. Lo ran!", '"Did he?"', "Yes…", "(No.)", "Done",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("Just a title\nand a line", "headings", None),
        (page(story="Hello @everyone."), "mention", 3),
        (page(story="x" * 6_001), "6001 characters", 3),
        (page(talk="Why @here?"), "mention", 3),
        (page(details="Genre: Drama\nIn theaters: May 4, 1700"), None, None),
        ("Paper Boats\n" + "Movie Details\nGenre: Drama\n" * 3_000, "5000 lines", None),
    ],
)
def test_a_page_that_breaks_a_rule_is_refused_with_its_line(text: str, said: str | None, line: int | None) -> None:
    if said is None:
        assert read_page(text).unread
        return
    with pytest.raises(InvalidReviewError, match=said) as refused:
        read_page(text)
    assert refused.value.line == line


@pytest.mark.parametrize(
    "line",
    ["There aren't any kid reviews yet.", "There aren’t any parent reviews yet", "There are no reviews yet. Write one!",
     "Be the first to review this.", "SUGGEST AN UPDATE", "See how we rate >", "Share", "What you will - and won't - find"],
)  # fmt: skip
def test_the_pages_own_furniture_is_neither_taken_nor_reported(line: str) -> None:
    reading = read_page(page(story=f"A race.\n{line}", recommend=line, watch=line))
    assert reading.review.story == "A race."
    assert (reading.review.recommendations, reading.review.where_to_watch, reading.unread) == ((), (), ())
