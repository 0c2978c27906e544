"""Links pasted into a message: where each one stands, and which movie's page elsewhere it is.

A link is one piece of a message; no part of its address is a word. The pages of a movie on IMDb, TMDB and Wikidata
are told by the id in their address; any other link (a trailer, a shop, an article) leads to no movie that can be told.
All in linear time: a link is tried at one place only, and what was tried is never tried again.
"""

from __future__ import annotations

import re
from typing import Final

LINK: Final = r"""
    (?<![\w@.-])
    (?: https?://(?=[^\s<>])
      | www\.(?=[^\s<>.])
      | (?: (?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|tv|io|app|info|gg|ly|gl|co|uk|ca|au|de|fr|nl) | youtu\.be )/ )
    (?: [^\s<>h]++ | h(?!ttps?://) )*+
"""
"""A pattern (verbose, case ignored) for a link with whatever is stuck to its end. Without https:// it begins with www.,
or has a usual ending and a slash, so that "Face/Off" and "ok.my kid" are none; of two with no space between each is
one."""

_STUCK_TO_THE_END: Final = ".,;:!?'\"“”‘’«»([{]}*_~|`"
"""What closes a sentence, a quotation or bold print around a link."""

_MOVIE_PAGE: Final = re.compile(
    r"""
    (?:https?://)? (?:[a-z0-9-]+\.)*
    (?: imdb\.com/+(?:[a-z]{2}(?:-[a-z]{2})?/+)?title/+(?P<imdb>tt[0-9]{7,10})
      | (?:themoviedb|tmdb)\.org/+(?P<kind>movie|tv)/+(?P<tmdb>[0-9]{1,12})
      | wikidata\.org/+(?:wiki|entity)/+(?P<wikidata>Q[0-9]{1,12}) )
    (?![a-z0-9])
    """,
    re.IGNORECASE | re.VERBOSE,
)


def may_hold_links(text: str) -> bool:
    """Tell quickly whether it is worth looking for links; False is certain."""
    return "/" in text or "www." in text.lower()


def whole_link(raw: str) -> str:
    """Return a link without what is stuck to its end: a full stop, a closing bracket that it did not open itself."""
    end = len(raw.rstrip(_STUCK_TO_THE_END))
    unopened = raw.count(")", 0, end) - raw.count("(", 0, end)
    while end and (raw[end - 1] in _STUCK_TO_THE_END or (raw[end - 1] == ")" and unopened > 0)):
        unopened -= raw[end - 1] == ")"
        end -= 1
    return raw[:end]


def address_of(link: str) -> str:
    """Return a link without its query and its fragment: they say nothing of the movie, and their "?" asks nothing."""
    return re.split("[?#]", link, maxsplit=1)[0]


def movie_behind(link: str) -> str:
    """Return the id elsewhere of the movie that a link leads to, as bot.domain.movie.ExternalIds.keys has it.

    Empty for every other link. TMDB numbers its series ("/tv/") apart from its movies: such an id, "tmdb-tv:1396", is
    never a movie's.
    """
    page = _MOVIE_PAGE.match(link)
    if page is None:
        return ""
    if page["imdb"]:
        return f"imdb:{page['imdb'].lower()}"
    if page["wikidata"]:
        return f"wikidata:{page['wikidata'].upper()}"
    site = "tmdb" if page["kind"].lower() == "movie" else "tmdb-tv"
    return f"{site}:{page['tmdb']}"
