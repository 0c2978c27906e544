"""What suggestions should be like beside fitting the children: "under 90 minutes", "in Spanish", "old Disney", "funny".

What can be searched is a filter; what a parent wishes and no review tells is named, so that the reply can say honestly
that it did not count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

SHORT_MINUTES: Final = 90
"""What counts as a short movie, in minutes."""
OLD_TO_YEAR: Final = 1989
"""What counts as an old movie: up to this year."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was wished for; everything empty: nothing."""

    rating: str | None = None
    """The official rating asked for, as the board writes it ("a first R")."""
    most_minutes: int | None = None
    genres: tuple[str, ...] = ()
    """Genres of which the movie must have every one, as the library names them."""
    not_genres: tuple[str, ...] = ()
    language: str | None = None
    """Two-letter code of the language that must be spoken."""
    from_year: int | None = None
    to_year: int | None = None
    newest_first: bool = False
    studio: str | None = None
    """A word of the studio's name: "Disney"."""
    not_studio: str | None = None
    gentle: bool = False
    """Little that frightens and little violence."""
    sought: tuple[str, ...] = ()
    """Concerns that the movie shall have rather than be free of ("a scary movie", "movies about adoption")."""
    strict: tuple[str, ...] = ()
    """Concerns of which there shall be none ("no swearing"), rather than little."""
    about: tuple[str, ...] = ()
    """What the movie should be about, as said: looked for in what the reviews tell."""
    unsearchable: tuple[str, ...] = ()
    """Wishes that no review answers, as said."""
    some: tuple[str, ...] = ()
    """Grid rows of which there shall be some and not much ("scary but not too scary", "a bit spooky")."""
    allowed: tuple[str, ...] = ()
    """Concerns that are named and no worry ("a kiss is fine", "a romance"): nothing is asked of them."""
    not_ratings: tuple[str, ...] = ()
    """Official ratings that the movie must not have ("nothing above PG")."""
    not_about: tuple[str, ...] = ()
    """What the movie should not be about: words of what the reviews tell, all words of one entry together."""
    people: tuple[str, ...] = ()
    """Names that must each stand among its cast or directors."""

    def joined(self, later: Wishes) -> Wishes:
        """These wishes and later ones; where both name one thing the later counts."""
        years_anew = later.from_year or later.to_year
        return Wishes(
            rating=later.rating or (self.rating if self.rating not in later.not_ratings else None),
            most_minutes=later.most_minutes or self.most_minutes,
            genres=_both([name for name in self.genres if name not in later.not_genres], later.genres),
            not_genres=_both([name for name in self.not_genres if name not in later.genres], later.not_genres),
            language=later.language or self.language,
            from_year=later.from_year if years_anew else self.from_year,
            to_year=later.to_year if years_anew else self.to_year,
            newest_first=later.newest_first or (self.newest_first and not years_anew),
            studio=later.studio or (self.studio if self.studio != later.not_studio else None),
            not_studio=later.not_studio or (self.not_studio if self.not_studio != later.studio else None),
            gentle=later.gentle or self.gentle,
            sought=_both(_without(self.sought, later.strict, later.some, later.allowed), later.sought),
            strict=_both(_without(self.strict, later.sought, later.some, later.allowed), later.strict),
            about=later.about or _without(self.about, later.not_about),
            unsearchable=later.unsearchable,
            some=_both(_without(self.some, later.sought, later.strict, later.allowed), later.some),
            allowed=_both(_without(self.allowed, later.sought, later.strict, later.some), later.allowed),
            not_ratings=() if later.rating else later.not_ratings or self.not_ratings,
            not_about=_both(_without(self.not_about, later.about), later.not_about),
            people=later.people or self.people,
        )

    @property
    def searched(self) -> Wishes:
        """Without what cannot be searched; equal to NO_WISHES when nothing is left."""
        return replace(self, unsearchable=())


def _both(earlier: Sequence[str], later: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*earlier, *later)))


def _without(earlier: Sequence[str], *later: Sequence[str]) -> tuple[str, ...]:
    return tuple(one for one in earlier if not any(one in said for said in later))


NO_WISHES: Final = Wishes()
