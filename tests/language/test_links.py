"""A pasted link is one piece of a message, in every form people paste it, and tells its movie by the id in it."""

from __future__ import annotations

import pytest

from bot.language.words import LONGEST_READ, fold_space, tokenise

COCO = {
    "imdb:tt2380307": [
        "https://www.imdb.com/title/tt2380307/",
        "https://www.imdb.com/title/tt2380307",
        "http://imdb.com/title/tt2380307/",
        "www.imdb.com/title/tt2380307/",
        "imdb.com/title/tt2380307",
        "m.imdb.com/title/tt2380307/",
        "https://m.imdb.com/title/tt2380307/?ref_=nv_sr_srsg_0",
        "https://www.imdb.com/title/tt2380307/parentalguide/?ref_=tt_ov_pg#advisory-violence",
        "https://www.imdb.com/de/title/tt2380307/",
        "https://www.imdb.com/es-es/title/tt2380307/reference",
        "HTTPS://WWW.IMDB.COM/Title/TT2380307/",
    ],
    "tmdb:354912": [
        "https://www.themoviedb.org/movie/354912-coco",
        "https://www.themoviedb.org/movie/354912",
        "themoviedb.org/movie/354912-coco/cast?language=de-DE",
        "www.themoviedb.org/movie/354912-coco",
        "https://themoviedb.org/movie/354912/",
    ],
    "wikidata:Q21043636": [
        "https://www.wikidata.org/wiki/Q21043636",
        "http://www.wikidata.org/entity/Q21043636",
        "m.wikidata.org/wiki/Q21043636",
        "wikidata.org/wiki/Q21043636#sitelinks-wikipedia",
        "https://www.wikidata.org/wiki/q21043636?uselang=fr",
    ],
    "tmdb-tv:1396": [
        "https://www.themoviedb.org/tv/1396-breaking-bad",
        "themoviedb.org/tv/1396",
        "www.themoviedb.org/tv/1396/season/1",
        "https://themoviedb.org/tv/1396?language=en-US",
        "http://www.themoviedb.org/TV/1396",
    ],
}
LINKS = [(link, movie) for movie, links in COCO.items() for link in links]
OTHERS = [
    "https://www.youtube.com/watch?v=Rvr68u6k5sI",
    "https://youtu.be/Rvr68u6k5sI?t=42",
    "youtu.be/Rvr68u6k5sI",
    "https://www.amazon.co.uk/Coco-DVD/dp/B0779JDV7V/ref=sr_1_1?crid=1&keywords=coco+7",
    "www.netflix.com",
    "https://en.wikipedia.org/wiki/Coco_(2017_film)",
    "https://www.imdb.com/name/nm0881279/",
    "https://www.imdb.com/list/ls000000001/",
    "https://www.themoviedb.org/person/354912",
    "https://evilimdb.com/title/tt2380307/",
    "https://example.com/www.imdb.com/title/tt2380307/",
    "https://www.imdb.com/title/tt23803/",
    "https://www.imdb.com/title/tt238030712345/",
]


def links_of(text: str) -> list[str]:
    return [token.link for token in tokenise(text) if token.link is not None]


@pytest.mark.parametrize(("link", "movie"), LINKS)
def test_a_link_to_a_movies_page_is_one_piece_that_tells_the_id(link: str, movie: str) -> None:
    (token,) = tokenise(link)
    assert (token.link, link[token.start : token.end]) == (movie, link)


@pytest.mark.parametrize("link", OTHERS)
def test_any_other_link_is_one_piece_that_names_nothing(link: str) -> None:
    (token,) = tokenise(link)
    assert (token.link, link[token.start : token.end]) == ("", link)


@pytest.mark.parametrize("link", [*(link for link, _ in LINKS), *OTHERS])
@pytest.mark.parametrize(
    "around", ["is {} ok for 7?", "<{}> ok", "see ({}).", "**{}**, my kid is 7", "||{}||", "[Coco]({})", "is it {}? ok"]
)
def test_what_stands_around_a_link_is_read_as_if_a_word_stood_there(link: str, around: str) -> None:
    read = fold_space(around.format(link))
    with_word = tokenise(around.format("zorbulax"))
    tokens = tokenise(read)
    assert [token.word for token in tokens if token.link is None] == [
        token.word for token in with_word if token.word != "zorbulax"
    ]
    assert [token.before for token in tokens] == [token.before for token in with_word]
    (found,) = [token for token in tokens if token.link is not None]
    assert link.startswith(read[found.start : found.end])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("https://imdb.com/title/tt2380307/?ref_=x_1&y=2 ok", "https://imdb.com/title/tt2380307/ ok"),
        ("is https://youtu.be/a?t=3#top ok?", "is https://youtu.be/a ok?"),
        ("https://imdb.com/title/tt2380307/?", "https://imdb.com/title/tt2380307/?"),
        ("see <https://www.wikidata.org/wiki/Q1?uselang=fr>!", "see <https://www.wikidata.org/wiki/Q1>!"),
        ("what? 1/2 or 3? yes", "what? 1/2 or 3? yes"),
    ],
)
def test_a_link_is_read_without_its_query_so_that_no_mark_in_it_asks(text: str, read: str) -> None:
    assert fold_space(text) == read


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("https://imdb.com/title/tt0000001/ https://imdb.com/title/tt0000002/", ["imdb:tt0000001", "imdb:tt0000002"]),
        ("https://imdb.com/title/tt0000001/,https://imdb.com/title/tt0000002/", ["imdb:tt0000001", "imdb:tt0000002"]),
        ("imdb.com/title/tt0000001 or themoviedb.org/movie/5-x?", ["imdb:tt0000001", "tmdb:5"]),
        ("<https://imdb.com/title/tt0000001><https://youtu.be/x>", ["imdb:tt0000001", ""]),
        ("https://example.org/?to=https://imdb.com/title/tt0000001/", ["", "imdb:tt0000001"]),
    ],
)
def test_several_links_are_told_apart(text: str, links: list[str]) -> None:
    assert links_of(text) == links


@pytest.mark.parametrize(
    "text",
    ["Face/Off and 50/50", "and/or", "9 y/o", "my 1/2 brother", "ok.my kid is 7", "a.b.c", "http", "www", "16/9.com",
     "mail me@example.com/x", "monsters inc./toy story", "S.W.A.T./Heat", "S.W.A.T"],
)  # fmt: skip
def test_words_with_dots_and_slashes_are_no_links(text: str) -> None:
    assert links_of(text) == []


@pytest.mark.parametrize("more", range(40))
def test_an_id_at_the_bound_of_what_is_read_is_never_cut_into_another_movies(more: int) -> None:
    filler = ("so " * LONGEST_READ)[: LONGEST_READ - 40 + more].strip()
    read = links_of(fold_space(f"{filler} https://www.imdb.com/title/tt10954600 ok"))
    assert read in ([], ["imdb:tt10954600"])
