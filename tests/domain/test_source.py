"""Where a review comes from: only a link that can be shown safely."""

from __future__ import annotations

import pytest

from bot.domain.errors import InvalidReviewError
from bot.domain.review import LONGEST_URL, Source


@pytest.mark.parametrize("url", ["http://a.example", "https://example.org/ü?x=1&y='2'"])
def test_a_web_link_is_taken(url: str) -> None:
    assert Source("Us", url=url).url == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ftp://example.org",
        "javascript:alert(1)",
        "https://",
        "https://a b",
        "https://example.org/\x00",
        "https://example.org/\x1b[31m",
        "https://example.org/\ud83c",
        "https://example.org/@everyone",
        "https://" + "x" * LONGEST_URL,
    ],
)
def test_a_link_with_control_characters_a_mention_or_another_scheme_is_refused(url: str) -> None:
    with pytest.raises(InvalidReviewError):
        Source("Us", url=url)
