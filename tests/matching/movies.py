"""A small world of widely known movies for the tests of recognition."""

from __future__ import annotations

from functools import cache

from bot.matching.titles import TitleEntry, TitleIndex

_MOVIES: tuple[tuple[str, int, tuple[str, ...], tuple[str, ...]], ...] = (
    ("Toy Story", 1995, ("Tom Hanks", "Tim Allen"), ("Animated",)),
    ("Toy Story 2", 1999, ("Tom Hanks",), ("Animated",)),
    ("Toy Story 3", 2010, ("Tom Hanks",), ("Animated",)),
    ("The Lion King", 1994, ("Matthew Broderick",), ("Animated",)),
    ("The Lion King", 2019, ("Donald Glover",), ("Adventure",)),
    ("Mulan", 1998, ("Eddie Murphy",), ("Animated",)),
    ("Mulan", 2020, ("Liu Yifei",), ("Action",)),
    ("Frozen", 2013, ("Kristen Bell",), ("Animated",)),
    ("Moana", 2016, ("Dwayne Johnson",), ("Animated",)),
    ("Up", 2009, ("Ed Asner",), ("Animated",)),
    ("It", 2017, ("Bill Skarsgård",), ("Horror",)),
    ("Home", 2015, ("Jim Parsons",), ("Animated",)),
    ("Home Alone", 1990, ("Macaulay Culkin",), ("Comedy",)),
    ("Home Alone 2: Lost in New York", 1992, ("Macaulay Culkin",), ("Comedy",)),
    ("Big", 1988, ("Tom Hanks",), ("Comedy",)),
    ("Big Hero 6", 2014, ("Ryan Potter",), ("Animated",)),
    ("Her", 2013, ("Joaquin Phoenix",), ("Drama",)),
    ("Us", 2019, ("Lupita Nyong'o",), ("Horror",)),
    ("Taken", 2008, ("Liam Neeson",), ("Action",)),
    ("Cars", 2006, ("Owen Wilson",), ("Animated",)),
    ("Elf", 2003, ("Will Ferrell",), ("Comedy",)),
    ("Brave", 2012, ("Kelly Macdonald",), ("Animated",)),
    ("9", 2009, ("Elijah Wood",), ("Animated",)),
    ("300", 2007, ("Gerard Butler",), ("Action",)),
    ("(500) Days of Summer", 2009, ("Zooey Deschanel",), ("Romance",)),
    ("This Is 40", 2012, ("Paul Rudd",), ("Comedy",)),
    ("The Incredibles", 2004, ("Holly Hunter",), ("Animated",)),
    ("Incredibles 2", 2018, ("Holly Hunter",), ("Animated",)),
    ("The Iron Giant", 1999, ("Vin Diesel",), ("Animated",)),
    ("Spider-Man: Into the Spider-Verse", 2018, ("Shameik Moore",), ("Animated",)),
    ("Harry Potter and the Philosopher's Stone", 2001, ("Daniel Radcliffe",), ("Fantasy",)),
    ("Harry Potter and the Goblet of Fire", 2005, ("Daniel Radcliffe",), ("Fantasy",)),
    ("Guardians of the Galaxy Vol. 2", 2017, ("Chris Pratt",), ("Action",)),
    ("Lilo & Stitch", 2002, ("Daveigh Chase",), ("Animated",)),
    ("Amélie", 2001, ("Audrey Tautou",), ("Romance",)),
    ("Coraline", 2009, ("Dakota Fanning",), ("Animated",)),
    ("Matilda", 1996, ("Mara Wilson",), ("Family",)),
    ("Robin Hood", 1973, ("Brian Bedford",), ("Animated",)),
    ("Robin Hood", 2010, ("Russell Crowe",), ("Action",)),
    ("Robin Hood", 2018, ("Taron Egerton",), ("Action",)),
    ("The Karate Kid", 1984, ("Ralph Macchio",), ("Drama",)),
    ("The Karate Kid", 2010, ("Jaden Smith",), ("Drama",)),
    ("Jurassic Park", 1993, ("Sam Neill",), ("Adventure",)),
    ("Finding Nemo", 2003, ("Albert Brooks",), ("Animated",)),
    ("Ratatouille", 2007, ("Patton Oswalt",), ("Animated",)),
    ("How to Train Your Dragon", 2010, ("Jay Baruchel",), ("Animated",)),
    ("Charlie and the Chocolate Factory", 2005, ("Johnny Depp",), ("Fantasy",)),
    ("A Series of Unfortunate Events", 2004, ("Jim Carrey",), ("Comedy",)),
    ("The Princess Bride", 1987, ("Cary Elwes",), ("Fantasy",)),
    ("Ghostbusters", 1984, ("Bill Murray",), ("Comedy",)),
)


def entries() -> tuple[TitleEntry, ...]:
    """Return the movies, numbered from 1."""
    return tuple(
        TitleEntry(number, title, year, people=people, genres=genres, popularity=1.0)
        for number, (title, year, people, genres) in enumerate(_MOVIES, 1)
    )


@cache
def world() -> TitleIndex:
    """Return the index over these movies."""
    return TitleIndex.build(entries())
