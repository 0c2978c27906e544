"""Spreadsheets: tolerant headers and cells, exact refusals."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import Movie, OfficialRating, PartialDate, Series
from bot.domain.review import Answer, GridCell, QuestionAnswer, Review
from bot.formats.csv_facts import read_csv, write_csv


def rows(text: str) -> list[tuple[int, Review] | InvalidReviewError]:
    return list(read_csv(text.split("\n")))


def only(text: str) -> Review:
    (found,) = rows(text)
    assert isinstance(found, tuple), str(found)
    return found[1]


def refused(text: str) -> InvalidReviewError:
    (found,) = rows(text)
    assert isinstance(found, InvalidReviewError)
    return found


def test_a_moderators_spreadsheet_is_understood() -> None:
    review = only(
        "Title;Release year;Director;Cast;Run time;MPAA rating;MPAA explanation;Age;One line;Quality;"
        "Violence & gore;grid.language;grid.language.note;blood;In theaters;Last updated;IMDb\n"
        'Paper Boats;2012;Lena Brook;"Ines Vale | Bo; the Great";1h 31m;PG;some peril;8+;A race.;4 stars;'
        "a lot;not checked;A word.;y;May 4, 2012;2021-03-02;tt1234567"
    )
    movie = review.movie
    assert (movie.title, movie.year, movie.directors) == ("Paper Boats", 2012, ("Lena Brook",))
    assert movie.cast == ("Ines Vale", "Bo; the Great")
    assert (movie.run_time_minutes, movie.theatrical_date) == (91, PartialDate(2012, 5, 4))
    assert movie.official_ratings == (OfficialRating("MPAA", "PG", "US", "some peril"),)
    assert movie.external_ids.imdb == "tt1234567"
    assert (review.recommended_age_years, review.quality, review.one_line) == (8, 4, "A race.")
    assert dict(review.grid) == {"violence_gore": GridCell(4), "language": GridCell(None, "A word.")}
    assert dict(review.questions) == {"blood": QuestionAnswer(Answer.YES)}
    assert review.last_updated == date(2021, 3, 2)


@pytest.mark.parametrize(
    ("header", "cells", "series"),
    [
        ("series,series_place", "Toy Story,3", Series("Toy Story", 3)),
        ("Series,Part", "Toy Story,part 3", Series("Toy Story", 3)),
        ("Part of series,Place in series", "Toy Story,#3", Series("Toy Story", 3)),
        ("series,series_place", "Winnie the Pooh,", Series("Winnie the Pooh")),
        ("series", "Fantastic 4", Series("Fantastic 4")),
        ("series,series_place", ",", None),
    ],
)
def test_a_series_has_two_columns(header: str, cells: str, series: Series | None) -> None:
    assert only(f"title,{header}\nUp,{cells}").movie == Movie(title="Up", series=series)


def test_series_and_place_are_written_as_columns_of_their_own() -> None:
    movies = [Movie("Toy Story 3", 2010, series=Series("Toy Story", 3)), Movie("Up", 2009)]
    text = "".join(write_csv(Review(movie) for movie in movies))
    assert text == "title,year,series,series_place\nToy Story 3,2010,Toy Story,3\nUp,2009,,\n"


@pytest.mark.parametrize(
    "text",
    ["title,year\nUp,2009", "title;year\nUp;2009", "title\tyear\nUp\t2009", "sep=;\ntitle;year\nUp;2009",
     "movie.title,movie.year\nUp,2009", '"Title" , YEAR \n Up , 2009 ', "title,year,\nUp,2009,\n,,\n\n"],
)  # fmt: skip
def test_the_usual_dialects_are_read(text: str) -> None:
    assert only(text).movie == Movie(title="Up", year=2009)


@pytest.mark.parametrize(
    ("text", "line", "field", "said"),
    [
        ("title,directr\nUp,X", 1, "directr", "did you mean 'directors'?"),
        ("title,shoe size\nUp,44", 1, "shoe size", "known are title"),
        ("year,cast\n2009,X", 1, "title", "no column title"),
        ("title,year,Release year\nUp,2009,2009", 1, "year", "twice"),
        ('title\n"Up', 2, None, "not valid CSV"),
    ],
)
def test_a_wrong_header_or_quoting_refuses_the_whole(text: str, line: int, field: str | None, said: str) -> None:
    with pytest.raises(InvalidReviewError) as found:
        rows(text)
    assert said in str(found.value)
    assert (found.value.line, found.value.field) == (line, field)


@pytest.mark.parametrize(
    ("text", "line", "field", "said"),
    [
        ("title,year\n\nUp,soon", 3, "year", "whole number"),
        ("title,year\n,2009", 2, "title", "missing"),
        ("title,year\nUp,2009,extra", 2, None, "separator in quotes"),
        ("title,\nUp,extra", 2, None, "without a name"),
        ("title,grid.nudity\nUp,very much", 2, "grid.nudity.level", "whole number"),
        ("title,series_place\nUp,3", 2, "series_place", "fill in series"),
        ("title,series,series_place\nUp,Up,2009", 2, "series_place", "the most is 999"),
        ("title,series,series_place\nUp,Up,last", 2, "series_place", "whole number"),
        ("title,quality\nUp,3.5/5", 2, "quality", "whole number"),
        ("title,theatrical_date\nUp,7/12/2009", 2, "theatrical_date", "no date"),
        ("title,cast,cast.1\nUp,A,B", 2, "cast.1", "twice"),
        ("title,mpaa explanation\nUp,peril", 2, "official_ratings.1.rating", "missing"),
        ('title,story\n"Up",hello @everyone', 2, "story", "mention"),
    ],
)
def test_a_wrong_cell_refuses_its_row_with_line_and_column(text: str, line: int, field: str | None, said: str) -> None:
    found = refused(text)
    assert said in str(found)
    assert (found.line, found.field) == (line, field)


def test_a_row_over_several_lines_is_counted_from_its_first() -> None:
    found = rows('title,story\nUp,"One.\n\nTwo."\nBolt,@here\nCars,Fine.')
    assert [one[0] if isinstance(one, tuple) else -(one.line or 0) for one in found] == [2, -5, 6]


@pytest.mark.parametrize("title", ["=1+1", "+1", "-", "@home", "'=x", "''+y", "'tis", "a;b|c", 'say "hi"'])
def test_what_a_spreadsheet_would_run_is_written_harmless_and_read_back(title: str) -> None:
    review = Review(movie=Movie(title=title, other_titles=(title, "Other")))
    text = "".join(write_csv([review]))
    assert not any(cell.strip('"').startswith(("=", "+", "-", "@")) for cell in text.split("\n")[1].split(","))
    assert only(text.rstrip("\n")) == review


def test_only_the_columns_in_use_are_written_in_the_formats_order() -> None:
    reviews = [
        Review(movie=Movie(title="Up", year=2009), grid={"language": GridCell(1, "x"), "scariness": GridCell(2)}),
        Review(movie=Movie(title="Bolt", cast=("A", "B")), quality=4),
    ]
    assert "".join(write_csv(reviews)) == (
        "title,year,cast,quality,grid.scariness,grid.language,grid.language.note\nUp,2009,,,2,1,x\nBolt,,A; B,4,,,\n"
    )
