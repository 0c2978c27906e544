"""HTML pages with schema.org JSON-LD; nothing of them is ever run."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import ExternalIds, OfficialRating, PartialDate, Series
from bot.domain.review import Source
from bot.formats.html_page import read_html
from bot.formats.page import PageReading

MOVIE: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "Movie",
    "name": "Paper Boats",
    "alternateName": "Papierboote",
    "datePublished": "2012-05-04",
    "contentRating": "MPAA PG",
    "typicalAgeRange": "8-",
    "director": {"@type": "Person", "name": "Lena Brook"},
    "actor": [{"@type": "Person", "name": "Ines Vale"}, "Mo Tan"],
    "productionCompany": {"@type": "Organization", "name": "Quay Pictures"},
    "duration": "PT1H31M",
    "genre": ["Drama", "Family"],
    "sameAs": ["https://www.imdb.com/title/tt1234567/", "https://www.wikidata.org/wiki/Q42"],
    "description": "Two sisters race &amp; quarrel.",
}
REVIEW: dict[str, Any] = {
    "@type": "Review",
    "author": {"@type": "Person", "name": "Delia Okafor"},
    "publisher": {"@type": "Organization", "name": "Harbor Desk"},
    "url": "https://example.org/paper-boats",
    "reviewBody": "<p>It floats.</p><p>Mostly.</p>",
    "reviewRating": {"@type": "Rating", "ratingValue": "4", "bestRating": 5},
    "positiveNotes": {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Kind."}]},
    "negativeNotes": ["Long", {"name": "Loud"}],
    "dateModified": "2021-03-02T10:00:00Z",
}


def written(block: object) -> str:
    """JSON as pages embed it: a closing tag in it would end the script."""
    return json.dumps(block).replace("</", "<\\/")


def html(*blocks: object) -> str:
    scripts = "".join(f'<script type="application/ld+json">\n{written(block)}\n</script>' for block in blocks)
    return f"<!doctype html><html><head><script>alert('{{')</script>{scripts}</head><body><p>Hi</p></body></html>"


def only(*blocks: object) -> PageReading:
    (found,) = read_html(html(*blocks))
    return found


@pytest.mark.parametrize(
    "blocks",
    [
        [{**MOVIE, "review": REVIEW}],
        [{**MOVIE, "review": [REVIEW]}],
        [{**REVIEW, "itemReviewed": MOVIE}],
        [[{"@type": "WebSite", "name": "X"}, {**MOVIE, "review": REVIEW}]],
        [{"@graph": [{**MOVIE, "@id": "#movie"}, {**REVIEW, "itemReviewed": {"@id": "#movie"}}]}],
        [{"@graph": [{**MOVIE, "review": {"@id": "#r"}}, {**REVIEW, "@id": "#r"}]}],
        [{"@type": "WebPage", "mainEntity": {**MOVIE, "@type": ["Movie", "Product"], "review": REVIEW}}],
        [{**MOVIE, "@type": "https://schema.org/Movie"},
         {**REVIEW, "itemReviewed": {"@type": "Movie", "name": "Paper Boats"}}],
    ],
    ids=["nested", "list", "of the movie", "in a list", "graph", "graph by id", "main entity", "two blocks"],
)  # fmt: skip
def test_movie_and_review_are_found_however_they_are_nested(blocks: list[object]) -> None:
    reading = only(*blocks)
    movie, review = reading.review.movie, reading.review
    assert (movie.title, movie.year, movie.run_time_minutes) == ("Paper Boats", 2012, 91)
    assert movie.theatrical_date == PartialDate(2012, 5, 4)
    assert (movie.cast, movie.directors, movie.studios) == (
        ("Ines Vale", "Mo Tan"),
        ("Lena Brook",),
        ("Quay Pictures",),
    )
    assert (movie.genres, movie.other_titles) == (("Drama", "Family"), ("Papierboote",))
    assert movie.official_ratings == (OfficialRating("MPAA", "PG", "US"),)
    assert movie.external_ids == ExternalIds(imdb="tt1234567", wikidata="Q42")
    assert (review.byline, review.affiliation, review.quality) == ("Delia Okafor", "Harbor Desk", 4)
    assert (review.recommended_age_years, review.last_updated) == (8, date(2021, 3, 2))
    assert review.story == "Two sisters race & quarrel."
    assert review.any_good == "It floats.\n\nMostly.\n\nWhat is good: Kind.\n\nWhat is not: Long; Loud."
    assert review.source == Source("Harbor Desk", None, "https://example.org/paper-boats")
    assert reading.unread == ()
    assert "A Lot or a Little?" in reading.missing


SERIES = {"@type": "MovieSeries", "name": "Paper Boats"}


@pytest.mark.parametrize(
    ("said", "series", "unread"),
    [
        ({"isPartOf": SERIES, "position": 2}, Series("Paper Boats", 2), 0),
        ({"isPartOf": [{"@type": "WebSite", "name": "Harbor Desk"}, SERIES]}, Series("Paper Boats"), 0),
        ({"partOfSeries": SERIES, "position": "2"}, Series("Paper Boats", 2), 0),
        ({"partOfSeries": "Paper Boats"}, Series("Paper Boats"), 0),
        ({"isPartOf": {"@type": "https://schema.org/CreativeWorkSeries", "name": "Boats"}}, Series("Boats"), 0),
        ({"isPartOf": {"@type": "WebPage", "name": "Boats"}}, None, 0),
        ({"isPartOf": SERIES, "position": "last"}, Series("Paper Boats"), 1),
        ({"position": 2}, None, 1),
        ({"partOfSeries": {"@type": "MovieSeries", "url": "https://example.org"}}, None, 1),
    ],
)
def test_the_series_is_taken_with_the_movies_position_in_it(
    said: dict[str, Any], series: Series | None, unread: int
) -> None:
    reading = only({**MOVIE, **said})
    assert reading.review.movie.series == series
    assert len(reading.unread) == unread


@pytest.mark.parametrize(
    ("given", "ratings"),
    [
        ("PG-13", (OfficialRating("MPAA", "PG-13", "US"),)),
        ("R", (OfficialRating("MPAA", "R", "US"),)),
        ("Rated BBFC: 12A", (OfficialRating("BBFC", "12A", "GB"),)),
        ("US:PG-13", (OfficialRating("MPAA", "PG-13", "US"),)),
        ("Rated PG-13 for peril.", (OfficialRating("MPAA", "PG-13", "US", "peril"),)),
        ("FSK12", (OfficialRating("FSK", "12", "DE"),)),
        ("MPAA TV-14", ()),
        ("MPAA NR", ()),
        (["MPAA X", "BBFC PG"], ()),
        (["BBFC PG", "TV-MA"], ()),
        ("BBFC 12A", (OfficialRating("BBFC", "12A", "GB"),)),
        (["FSK 12", "MPAA PG"], (OfficialRating("FSK", "12", "DE"), OfficialRating("MPAA", "PG", "US"))),
        ({"@type": "Rating", "author": "MPAA", "ratingValue": "R", "ratingExplanation": "for language."},
         (OfficialRating("MPAA", "R", "US", "for language"),)),
        ("PG", ()),
        ("12", ()),
    ],
)  # fmt: skip
def test_a_rating_is_taken_only_with_its_board(given: object, ratings: tuple[OfficialRating, ...]) -> None:
    reading = only({**MOVIE, "contentRating": given})
    assert reading.review.movie.official_ratings == ratings
    assert bool(reading.unread) == (not ratings)


COMMENT: dict[str, Any] = {
    "@type": "Review",
    "author": {"@type": "Person", "name": "angry_user"},
    "reviewBody": "Never again!",
    "typicalAgeRange": "18+",
    "reviewRating": {"ratingValue": 1},
}
CRITIC = {**REVIEW, "@type": "CriticReview", "publisher": None, "typicalAgeRange": "7+"}
WITHOUT_AGE = {name: value for name, value in MOVIE.items() if name != "typicalAgeRange"}


@pytest.mark.parametrize(
    "blocks",
    [
        [{**WITHOUT_AGE, "review": COMMENT}],
        [{**WITHOUT_AGE, "review": [COMMENT]}],
        [{**WITHOUT_AGE, "reviews": [COMMENT, {**COMMENT, "author": "jo"}]}],
        [{**WITHOUT_AGE, "review": {**COMMENT, "@type": "UserReview", "publisher": {"name": "Movie Site"}}}],
        [WITHOUT_AGE, {**COMMENT, "itemReviewed": {"@type": "Movie", "name": "Paper Boats"}},
         {**COMMENT, "itemReviewed": {"@type": "Movie", "name": "Paper Boats"}}],
    ],
    ids=["alone", "in a list", "several", "said to be a user's", "several that stand for themselves"],
)  # fmt: skip
def test_a_visitors_comment_is_reported_and_is_no_review(blocks: list[object]) -> None:
    reading = only(*blocks)
    review = reading.review
    assert (review.byline, review.recommended_age_years, review.quality, review.any_good) == (None, None, None, None)
    (block,) = reading.unread
    assert "review by angry_user: (left out: a visitor's, or not told from one) Never again!" in block.text
    assert "byline" in reading.missing
    assert review.movie.title == "Paper Boats"


@pytest.mark.parametrize(
    "blocks",
    [
        [{**WITHOUT_AGE, "review": [COMMENT, CRITIC]}],
        [{**WITHOUT_AGE, "review": [CRITIC, COMMENT]}],
        [{**WITHOUT_AGE, "review": [COMMENT, {**REVIEW, "typicalAgeRange": "7+"}]}],
        [{**COMMENT, "itemReviewed": WITHOUT_AGE}, {**CRITIC, "itemReviewed": WITHOUT_AGE}],
        [{**REVIEW, "typicalAgeRange": "7+", "itemReviewed": {**WITHOUT_AGE, "review": [COMMENT]}}],
        [{**WITHOUT_AGE, "review": [COMMENT, {**CRITIC, "author": {"@type": "Organization", "name": "Delia Okafor"},
                                             "@type": "Review"}]}],
    ],
    ids=["comment first", "critic first", "one with a publisher", "standing for themselves", "comments inside",
         "of an organization"],
)  # fmt: skip
def test_the_pages_own_review_is_taken_whatever_a_visitor_wrote(blocks: list[object]) -> None:
    reading = only(*blocks)
    assert (reading.review.byline, reading.review.recommended_age_years) == ("Delia Okafor", 7)
    assert "review by angry_user" in "".join(block.text for block in reading.unread)


def test_hundreds_of_comments_are_reported_as_a_number() -> None:
    comments = [{**COMMENT, "author": f"user {number}"} for number in range(300)]
    (block,) = only({**WITHOUT_AGE, "review": comments}).unread
    assert block.text.count("review by user") == 20
    assert block.text.endswith("280 more")


@pytest.mark.parametrize(
    ("given", "quality"),
    [({"ratingValue": 3, "bestRating": 5}, 3), ({"ratingValue": "3.0"}, 3), ({"ratingValue": 3.5}, None),
     ({"ratingValue": 8, "bestRating": 10}, None), ({"ratingValue": 3, "bestRating": 4}, None)],
)  # fmt: skip
def test_stars_of_another_scale_are_reported_not_converted(given: object, quality: int | None) -> None:
    reading = only({**MOVIE, "review": {**REVIEW, "reviewRating": given}})
    assert reading.review.quality == quality
    assert bool(reading.unread) == (quality is None)


def test_what_a_review_has_no_place_for_is_reported() -> None:
    reading = only({**MOVIE, "aggregateRating": {"ratingValue": 4.4}, "datePublished": "soon", "duration": "long"})
    (block,) = reading.unread
    assert "movie.aggregateRating" in block.text
    assert "datePublished: soon" in block.text
    assert "movie.duration: long" in block.text
    assert reading.review.movie.year is None


def test_a_broken_block_beside_a_good_one_is_reported() -> None:
    text = html(MOVIE).replace("<body>", '<body><script type="application/ld+json">{"a": </script>')
    (reading,) = read_html(text)
    assert "not valid JSON" in reading.unread[0].text


def test_several_movies_on_a_page_are_several_readings() -> None:
    found = read_html(html(MOVIE, {**MOVIE, "name": "Kite Day", "datePublished": "1999"}))
    assert [one.review.movie.name for one in found] == ["Paper Boats (2012)", "Kite Day (1999)"]


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b>bold</b>"])
def test_markup_in_a_text_is_taken_out_or_only_text(text: str) -> None:
    review = only(
        {**MOVIE, "review": {**REVIEW, "reviewBody": f"Fine. {text}", "positiveNotes": None, "negativeNotes": None}}
    ).review
    assert review.any_good is not None
    assert "<" not in review.any_good


@pytest.mark.parametrize(
    "around",
    ["<!-- {} </script> -->", "<script>var x = '{} </script>", "<p>{} </script>",
     "<P><SCRIPT id=x>1</SCRIPT>{} </SCRIPT>"],
)  # fmt: skip
def test_only_json_ld_scripts_that_stand_in_the_page_count(around: str) -> None:
    text = around.replace("{}", f"<script id=y TYPE='application/ld+json; charset=utf-8'>{written(MOVIE)}")
    if around.lower().startswith("<p>"):
        assert read_html(text)[0].review.movie.title == "Paper Boats"
    else:
        with pytest.raises(InvalidReviewError, match="no movie"):
            read_html(text)
