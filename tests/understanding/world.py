"""One small fixed world: a few well-known movies, and reviews of some of them written for these tests."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from bot.domain.movie import Movie, MovieId, OfficialRating
from bot.domain.review import (
    Answer,
    DiscussionQuestion,
    GridCell,
    QuestionAnswer,
    Review,
    ReviewId,
    Source,
    StoredReview,
)
from bot.domain.suitability import AgeRange
from bot.domain.vocabulary import GRID
from bot.matching.titles import TitleEntry, TitleIndex
from bot.saying import compose, wording
from bot.saying.reply import MovieRef, Outcome, Reply
from bot.understanding.dialogue import DialogueContext
from bot.understanding.meaning import Meaning, Topic
from bot.understanding.understanding import understand

THIS_YEAR = 2026
"""The year in which the tests are asked: "the new …" is a movie of it or of the two before."""
MOVIES: tuple[tuple[str, int, str, str], ...] = (
    ("Interview", 2007, "Drama", "Sienna Miller"),
    ("The Interview", 2014, "Comedy", "Seth Rogen"),
    ("Interview with the Vampire", 1994, "Horror", "Tom Cruise"),
    ("The Lion King", 1994, "Animation", "Jeremy Irons"),
    ("The Lion King", 2019, "Adventure", "Donald Glover"),
    ("Up", 2009, "Animation", "Ed Asner"),
    ("It", 2017, "Horror", "Bill Skarsgård"),
    ("Home", 2015, "Animation", "Jim Parsons"),
    ("Toy Story", 1995, "Animation", "Tom Hanks"),
    ("Toy Story 2", 1999, "Animation", "Tom Hanks"),
    ("Toy Story 3", 2010, "Animation", "Tom Hanks"),
    ("Toy Story 4", 2019, "Animation", "Tom Hanks"),
    ("Frozen", 2013, "Animation", "Idina Menzel"),
    ("Frozen II", 2019, "Animation", "Idina Menzel"),
    ("Coraline", 2009, "Animation", "Dakota Fanning"),
    ("Finding Nemo", 2003, "Animation", "Albert Brooks"),
    ("Paddington", 2014, "Comedy", "Ben Whishaw"),
    ("Paddington 2", 2017, "Comedy", "Hugh Grant"),
    ("Jurassic Park", 1993, "Adventure", "Sam Neill"),
    ("My Neighbor Totoro", 1988, "Animation", "Noriko Hidaka"),
    ("The Goonies", 1985, "Adventure", "Sean Astin"),
    ("Shrek", 2001, "Animation", "Mike Myers"),
    ("Matilda", 1996, "Comedy", "Mara Wilson"),
    ("Inside Out", 2015, "Animation", "Amy Poehler"),
    ("Stand by Me", 1986, "Drama", "Wil Wheaton"),
)
NEGATIVE_ROWS = tuple(category.key for category in GRID if not category.positive)


def movie_id(name: str) -> MovieId:
    """Find a movie of this world by its title and year, "Coraline (2009)"."""
    return MovieId([f"{title} ({year})" for title, year, _, _ in MOVIES].index(name) + 1)


def movie_name(number: MovieId) -> str:
    title, year, _, _ = MOVIES[number - 1]
    return f"{title} ({year})"


@cache
def index() -> TitleIndex:
    return TitleIndex.build(
        TitleEntry(number, title, year, people=(person,), genres=(genre,), popularity=1.0)
        for number, (title, year, genre, person) in enumerate(MOVIES, start=1)
    )


def meant(
    said: str,
    context: DialogueContext | None = None,
    *,
    titles: TitleIndex | None = None,
    addressed: bool = True,
    about: MovieId | None = None,
) -> Meaning:
    """Understand what is said, in this world or over other titles."""
    return understand(said, titles or index(), this_year=THIS_YEAR, addressed=addressed, context=context, about=about)


def review(name: str, *, rating: tuple[str, str | None] | None = None, **sections: Any) -> Review:
    """Write a review of a movie of this world; `rating`: the MPAA's, with its explanation."""
    title, year, genre, person = MOVIES[movie_id(name) - 1]
    ratings = () if rating is None else (OfficialRating("MPAA", rating[0], "US", rating[1]),)
    movie = Movie(title, year, genres=(genre,), cast=(person,), official_ratings=ratings)
    return Review(
        movie,
        byline="Ann Example",
        affiliation="the test library",
        last_updated=date(2024, 3, 1),
        source=Source("Test library", "CC BY 4.0"),
        **sections,
    )


def grid(**levels: int | tuple[int, str]) -> dict[str, GridCell]:
    """Make a whole negative grid, 0 where nothing is said; a pair is a level with its note."""
    cells = {key: GridCell(0) for key in NEGATIVE_ROWS}
    for key, said in levels.items():
        cells[key] = GridCell(*said) if isinstance(said, tuple) else GridCell(said)
    return cells


REVIEWS: dict[str, Review] = {
    "Interview (2007)": review(
        "Interview (2007)",
        rating=("R", "language including sexual references, and some drug use"),
        one_line="Two people who dislike each other talk through a night.",
        talk=(
            DiscussionQuestion("Which of the two would you believe?"),
            DiscussionQuestion("What do they want from each other?", "They lie to each other all night."),
            DiscussionQuestion("Why do people read about stars?"),
        ),
        story="A reporter is sent to talk to an actress.",
        any_good="Two good actors in one room.",
    ),
    "Coraline (2009)": review(
        "Coraline (2009)",
        rating=("PG", "thematic elements, scary images, some language and suggestive humor"),
        one_line="A girl finds a second home behind a small door.",
        grid=grid(
            scariness=(4, "a mother with buttons for eyes hunts the girl"),
            upsetting_themes=(3, "her parents are taken"),
        ),
        questions={
            "jump_scares": QuestionAnswer(Answer.YES, "a few"),
            "parent_dies": QuestionAnswer(Answer.NO, "both come home in the end"),
            "animal_dies": QuestionAnswer(Answer.NO),
        },
        talk=(DiscussionQuestion("What would make you go through the door again?"),),
        quality=5,
    ),
    "Frozen (2013)": review(
        "Frozen (2013)",
        rating=("PG", None),
        recommended_age_years=5,
        age_reason="The parents die early and a snow monster gives chase.",
        grid=grid(scariness=2, upsetting_themes=2),
        one_line="Two sisters, one of whom freezes what she touches.",
        where_to_watch=("Disney+",),
    ),
    "Toy Story (1995)": review("Toy Story (1995)", grid={"violence_gore": GridCell(1)}),
    "Paddington (2014)": review(
        "Paddington (2014)",
        rating=("PG", "mild action"),
        grid=grid(scariness=2, violence_gore=2, language=1),
        quality=4,
    ),
}


def stored(name: str) -> StoredReview:
    number = movie_id(name)
    return StoredReview(ReviewId(100 + number), number, None, 1, REVIEWS[name])


def ref(number: MovieId) -> MovieRef:
    title, year, genre, person = MOVIES[number - 1]
    return MovieRef(number, title, year, wording.movie_detail((genre,), (person,)))


def reply_to(understanding: Meaning) -> Reply:
    """Compose the reply as the use case does, from this world's reviews."""
    pairs = [(ref(n), stored(movie_name(n)) if movie_name(n) in REVIEWS else None) for n in understanding.movies]
    others = tuple(ref(number) for number in understanding.others)
    match understanding.topic:
        case Topic.SILENT:
            return Reply(Outcome.SILENT)
        case Topic.HELP:
            return compose.compose_help(understanding)
        case Topic.CARE:
            return compose.compose_care()
        case Topic.UNKNOWN:
            return compose.compose_unknown(understanding)
        case Topic.CHOOSE:
            return compose.compose_choose(understanding, [movie for movie, _ in pairs])
        case Topic.SEVERAL:
            return compose.compose_compare(understanding, pairs)
        case Topic.RECOMMEND:
            picks = [(ref(movie_id(name)), stored(name)) for name in ("Frozen (2013)", "Paddington (2014)")]
            return compose.compose_recommend(understanding, picks)
        case Topic.MOVIE:
            movie, review_of_it = pairs[0]
            if review_of_it is None:
                return compose.compose_unreviewed(understanding, movie, others)
            return compose.compose_answer(understanding, review_of_it, movie, others=others)


def age_value(age: AgeRange) -> float | list[float]:
    """Write an age as the case files do: a number, or a pair for a group."""
    return [age.youngest_years, age.oldest_years] if age.is_group else age.youngest_years
