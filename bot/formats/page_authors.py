"""Whose review it is that a page's schema.org data hold: the page's own, or what one of its visitors wrote.

A visitor's comment never stands for a review: it has no editor, and its age is anybody's guess. Many pages give one as
`review` of the movie, so a review counts as the page's own only by what it says of itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

NOT_THE_PAGES_OWN = "(left out: a visitor's, or not told from one)"
"""Said in front of a review that is not taken."""

Node = Mapping[str, Any]

_REVIEWS = ("Review", "CriticReview", "UserReview")
_CRITIC, _PUBLISHED, _STANDS_FOR_ITSELF, _VISITOR = 3, 2, 1, 0


def is_a(node: object, kind: str) -> bool:
    """Whether a node of JSON-LD is of a schema.org type."""
    if not isinstance(node, dict):
        return False
    return any(str(one).rpartition("/")[2] == kind for one in as_list(node.get("@type")))


def is_review(node: object) -> bool:
    """Whether a node is somebody's review or comment."""
    return any(is_a(node, kind) for kind in _REVIEWS)


def as_list(value: object) -> list[Any]:
    """Return what JSON-LD may give as one or as several, as a list."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def own_review(reviews: Sequence[tuple[Node, bool]]) -> Node:
    """Choose the page's own review; an empty node where it has none, or where several could be it.

    `reviews`: each with whether it stands for itself in the page's data, not inside the movie. A critic's comes first,
    then one that names a publisher, then one that stands for itself.
    """
    standings = [_standing(review, alone) for review, alone in reviews]
    best = max(standings, default=_VISITOR)
    chosen = [review for (review, _), standing in zip(reviews, standings, strict=True) if standing == best]
    if best == _VISITOR or (best != _CRITIC and len(chosen) > 1):
        return {}
    return chosen[0]


def _standing(review: Node, alone: bool) -> int:
    if is_a(review, "CriticReview"):
        return _CRITIC
    if is_a(review, "UserReview"):
        return _VISITOR
    by_organization = any(is_a(author, "Organization") for author in as_list(review.get("author")))
    if review.get("publisher") or by_organization:
        return _PUBLISHED
    return _STANDS_FOR_ITSELF if alone else _VISITOR
