"""Lists of known movies in the formats that exist."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from bot.domain.errors import InvalidReviewError
from bot.domain.movie import ExternalIds, Movie, Series
from bot.formats.catalogue import read_catalogue

IMDB_HEADER = "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n"
IMDB = IMDB_HEADER + (
    "tt0000001\tmovie\tPaper Boats\tPapierboote\t0\t2012\t\\N\t91\tDrama,Family\n"
    'tt0000002\ttvMovie\tThe "Last" Kite\tThe "Last" Kite\t0\t\\N\t\\N\t\\N\t\\N\n'
    "tt0000003\ttvSeries\tBoats\tBoats\t0\t2012\t2014\t30\tDrama\n"
    "tt0000004\tmovie\tNight Boats\tNight Boats\t1\t2012\t\\N\t91\tAdult\n"
    "tt0000005\tmovie\tThe Long Take\tThe Long Take\t0\t1999\t\\N\t5220\tDocumentary\n"
)
TMDB = "\n".join(
    json.dumps({"adult": adult, "id": number, "original_title": title, "popularity": 2.5, "video": video})
    for number, (title, adult, video) in enumerate(
        [
            ("Paper Boats", False, False),
            ("Night Boats", True, False),
            ("Making of", False, True),
            ("千の舟", False, False),
        ]
    )
)
MOVIELENS = """movieId,title,genres
1,"Long Pond, The (1999)",Adventure|Drama
2,"City of Kites, The (Ville des cerfs-volants, La) (a.k.a. Kite Town) (1995)",Drama
3,Harbor 5,(no genres listed)
4,(91) Days of Rain (2009),Comedy
5,"Étang, L' (2001)",Drama
6,"Good, the Bad and the Wet, The (1966)",Western
"""
OWN = (
    '{"title": "Paper Boats", "year": 2012, "genres": ["Drama"], "cast": ["Ines Vale"], "notable": 7, "id": "x"}\n\n'
    '{"title": "Kite", "year": null, "popularity": 1.5, "other_titles": ["K"]}\n'
    '{"title": "Kite 2", "year": 2014, "series": "Kite", "series_place": 2}\n'
    '{"title": "Kite Days", "series": "Kite", "series_place": null}\n'
    '{"title": "Alone", "series": "", "series_place": null}\n'
)

IMDB_MOVIES = [
    Movie("Paper Boats", 2012, ("Papierboote",), genres=("Drama", "Family"), run_time_minutes=91,
          external_ids=ExternalIds(imdb="tt0000001")),
    Movie('The "Last" Kite', external_ids=ExternalIds(imdb="tt0000002")),
    Movie("The Long Take", 1999, genres=("Documentary",), external_ids=ExternalIds(imdb="tt0000005")),
]  # fmt: skip
TMDB_MOVIES = [
    Movie("Paper Boats", popularity=2.5, external_ids=ExternalIds(tmdb="0")),
    Movie("千の舟", popularity=2.5, external_ids=ExternalIds(tmdb="3")),
]
MOVIELENS_MOVIES = [
    Movie("The Long Pond", 1999, genres=("Adventure", "Drama")),
    Movie("The City of Kites", 1995, ("La Ville des cerfs-volants", "Kite Town"), genres=("Drama",)),
    Movie("Harbor 5"),
    Movie("(91) Days of Rain", 2009, genres=("Comedy",)),
    Movie("L'Étang", 2001, genres=("Drama",)),
    Movie("The Good, the Bad and the Wet", 1966, genres=("Western",)),
]
OWN_MOVIES = [
    Movie("Paper Boats", 2012, genres=("Drama",), cast=("Ines Vale",), popularity=7.0),
    Movie("Kite", other_titles=("K",), popularity=1.5),
    Movie("Kite 2", 2014, series=Series("Kite", 2)),
    Movie("Kite Days", series=Series("Kite")),
    Movie("Alone"),
]


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gz"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [(IMDB, IMDB_MOVIES), (TMDB, TMDB_MOVIES), (MOVIELENS, MOVIELENS_MOVIES), (OWN, OWN_MOVIES)],
    ids=["imdb", "tmdb", "movielens", "own"],
)
def test_each_list_is_known_by_its_content(tmp_path: Path, text: str, expected: list[Movie], packed: bool) -> None:
    path = tmp_path / "list-without-a-telling-name"
    path.write_bytes(gzip.compress(text.encode()) if packed else text.encode())
    assert list(read_catalogue(path)) == expected


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (IMDB_HEADER + "tt0000001\tmovie\tX\n", 2, "columns instead of 9"),
        (IMDB_HEADER + "tt0000001\tmovie\tX\tX\t0\tsoon\t\\N\t91\tDrama\n", 2, "no number"),
        (IMDB_HEADER + "nonsense\tmovie\tX\tX\t0\t2012\t\\N\t91\tDrama\n", 2, "no imdb id"),
        (IMDB_HEADER.replace("isAdult", "grownUp"), 1, "no column isAdult"),
        ('{"title": "X", "year": "2012"}', 1, "whole number"),
        ('{"title": "X", "series": "X", "series_place": "2"}', 1, "series_place must be a whole number"),
        ('{"title": "X", "series": "X", "series_place": 0}', 1, "no place in a series"),
        ('{"title": "X", "series_place": 2}', 1, "fill in series"),
        ('{"title": "X", "series": ["X"]}', 1, "series must be text"),
        ('{"title": 5}', 1, "must be text"),
        ('{"year": 2012}', 1, "title is missing"),
        ('{"title": "X", "cast": "Y"}', 1, "list of names"),
        ('{"title": "X @everyone"}', 1, "mention"),
        ('{"title": "X", "popularity": 1e999}', 1, "popularity"),
        ("movieId,title,genres\n1,X\n", 2, "columns instead of 3"),
        ("movieId,title,genres\n1,\"X\n", 2, "not valid CSV"),
        ("name,age\nX,5\n", 1, "no list of movies"),
    ],
)  # fmt: skip
def test_a_wrong_line_is_refused_with_its_number(text: str, line: int, said: str) -> None:
    (found,) = read_catalogue(text.encode())
    assert isinstance(found, InvalidReviewError)
    assert said in str(found)
    assert found.line == line


def test_after_a_wrong_line_reading_goes_on() -> None:
    found = list(read_catalogue(b'{"title": "One"}\n{"title": ""}\n{"title": "Three"}\n'))
    assert [isinstance(one, Movie) for one in found] == [True, False, True]
