"""Every exception of our own, in one tree: one class per different reaction.

    GuideError
    ├── RefusedError            somebody asked for what they may not or cannot have; show `str(error)`
    │   ├── InvalidReviewError  a review, movie or file breaks a rule; carries the field and the remedy
    │   ├── NotAllowedError     the actor lacks the right
    │   ├── NotFoundError       the thing named is not (or no longer) there
    │   └── ConflictError       somebody else changed or decided it first
    └── StoreError              the store cannot do its work; log it, tell the reader to try again
        └── StoreUnavailableError  it cannot be opened or reached at all

What a parent can bring about (no such movie, several movies, no review) is a value, not an exception.
"""

from __future__ import annotations


class GuideError(Exception):
    """Root of all our exceptions."""


class RefusedError(GuideError):
    """A request that is refused; its text is one clear sentence that may be shown."""


class InvalidReviewError(RefusedError):
    """Something read from outside breaks a rule.

    `field` is the dotted name of the field ("grid.language.level"), None when it is about the whole;
    `line` is the 1-based line in the file, None when unknown.
    """

    def __init__(self, message: str, *, field: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.field = field
        self.line = line


class NotAllowedError(RefusedError):
    """The actor lacks the right for what was asked."""


class NotFoundError(RefusedError):
    """The named movie, review, revision or draft is not there."""


class ConflictError(RefusedError):
    """Somebody else changed or decided the same thing first."""


class StoreError(GuideError):
    """The store failed at its work."""


class StoreUnavailableError(StoreError):
    """The store cannot be opened, reached or brought up to date."""
