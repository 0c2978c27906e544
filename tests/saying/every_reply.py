"""Every kind of reply, from the world of the tests: for tests of what holds for all that the guide says.

Composed anew at each call, so that a translation set around it is in all of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

from bot.domain.community import Visibility, Voice, VoiceSummary
from bot.domain.movie import Movie, MovieId, OfficialRating, PartialDate, Series
from bot.domain.rating_boards import AGE_BY_RATING
from bot.domain.review import (
    Answer,
    DiscussionQuestion,
    GridCell,
    QuestionAnswer,
    Recommendation,
    Review,
    ReviewId,
    Source,
    StoredReview,
)
from bot.domain.suitability import AgeRange
from bot.domain.vocabulary import GRID, QUESTIONS
from bot.language.lexicon import read_tables
from bot.saying import compose, sections, wording, wording_community
from bot.saying.community import with_community
from bot.saying.reply import Action, MovieRef, Outcome, Reply
from bot.understanding.age_priors import LAST_SCHOOL_YEAR, SCHOOL, school_age
from bot.understanding.dialogue import DialogueContext
from bot.understanding.intents import Intent
from bot.understanding.meaning import AgeMention, Meaning, Topic
from bot.understanding.wishes import Wishes
from tests.understanding.world import MOVIES, NEGATIVE_ROWS, REVIEWS, grid, meant, movie_id, ref, reply_to, stored

TYPED = (
    "is Interview ok for my teen",
    "how scary is coraline for a sensitive 7yo?",
    "does a parent die in coraline",
    "is frozen ok for a 4 year old",
    "shrek for my 8 year old?",
    "toy story 1 or 2 for a 4 year old",
    "coraline or frozen for my 5yo",
    "is the lion king ok",
    "what about blorvax returns for my 6 year old",
    "what can my 3 year old watch",
    "a movie night for 6, 9 and 14",
    "hello",
    "thanks",
    "help",
    "my son is 7",
    "how do you rate movies",
)
"""Messages whose replies are composed from end to end."""
PARENTS_WORDS = ("Blorvax Returns", "blorvax returns", "girl hero", "dogs and cats", "princess", "Tom Hanks", "Pixar")
"""What the parent said, which is said back as it was written."""
ROWS = tuple(category.key for category in GRID)
KEYS = (*ROWS, *(question.key for question in QUESTIONS))
NOTED = "a wolf hunts them"


def group_names() -> Iterator[str]:
    """How the groups of ages are named that a message can hold."""
    tables = read_tables("en")["age_groups"]
    for key in (*tables["age_groups"], *tables["age_places"]):
        yield key.partition(" ")[2]


def children() -> list[AgeRange]:
    """A child or group of every kind that can be named."""
    groups = [AgeRange(13, 17, name) for name in dict.fromkeys(group_names())]
    years = [
        school_age(key, one, min(one + more, LAST_SCHOOL_YEAR[key]))
        for key in SCHOOL
        for one in range(1, LAST_SCHOOL_YEAR[key] + 1)
        for more in (0, 1)
    ]
    numbers = [AgeRange.exactly(7), AgeRange.exactly(4.5), AgeRange.exactly(1.5)]
    return [*numbers, AgeRange(8, 10), AgeRange(0, 9), AgeRange(9, 17), *groups, *years]


def rated(*ratings: tuple[str, str] | tuple[str, str, str]) -> tuple[OfficialRating, ...]:
    return tuple(OfficialRating(board, value, None, *why) for board, value, *why in ratings)


def kites(*ratings: OfficialRating, **sections: Any) -> Review:
    return Review(Movie("Kites", 2001, official_ratings=ratings), **sections)


def all_rows(level: int, note: str | None = None) -> dict[str, GridCell]:
    return {key: GridCell(level, note) for key in ROWS}


def grounds() -> list[Review]:
    """Reviews whose verdicts rest on every ground, or on none, in every way it is said."""
    partly = {key: GridCell(2) for key in NEGATIVE_ROWS[1:]}
    ratings = [
        rated(("MPAA", "PG")),
        rated(("MPAA", "G", "mild peril")),
        rated(("MPAA", "PG", "mild peril"), ("BBFC", "15")),
        rated(("MPAA", "TV-PG", "mild peril")),
        rated(("MPAA", "TV-PG")),
        rated(("CBFC", "UA")),
        *(rated((system, next(iter(table)))) for system, table in AGE_BY_RATING.items()),
    ]
    return [
        kites(),
        kites(recommended_age_years=7),
        kites(recommended_age_years=7, age_reason="The parents die early."),
        kites(recommended_age_years=7, grid=grid(language=3)),
        kites(recommended_age_years=7, grid=grid(language=(3, NOTED))),
        kites(recommended_age_years=3, grid=grid(language=1, consumerism=(3, NOTED))),
        kites(recommended_age_years=3, grid=grid(language=1, consumerism=3)),
        kites(recommended_age_years=3, grid=grid(language=1)),
        kites(recommended_age_years=0),
        kites(grid=grid()),
        kites(grid=grid(scariness=4)),
        kites(grid=grid(scariness=(4, NOTED))),
        *(kites(*given, grid=cells) for given in ((), *ratings) for cells in (partly, {"language": GridCell(3)})),
        *(kites(*given) for given in ratings),
    ]


def parts() -> list[Review]:
    """Reviews with every part that one can have, filled or missing, and every level and answer."""
    source = Source("Test library", "CC BY 4.0")
    answers = [
        {question.key: QuestionAnswer(answer, note, spoiler) for question in QUESTIONS}
        for answer, note, spoiler in product(Answer, (None, NOTED), (True, False))
    ]
    full = Review(
        Movie(
            "Kites", 2001, theatrical_date=PartialDate(2001, 7, 13), home_date=PartialDate(2002), cast=("Ann Lee",),
            directors=("Lena Brook",), studios=("Laika",), genres=("Drama",), run_time_minutes=1,
            series=Series("Kites", 2),
        ),
        byline="Ann Example", affiliation="the test library", one_line="Two kites fly.", quality=4,
        story="A kite is lost.\nIt comes back.", any_good="It is well made.", diversity="Two girls lead.",
        talk=(DiscussionQuestion("Who was brave?", "They run."),), where_to_watch=("Disney+", "Netflix"),
        recommendations=(Recommendation("Shrek", 2001, "it is funny"),), last_updated=date(2024, 3, 1), source=source,
    )  # fmt: skip
    several = replace(
        full.movie, directors=("Lena Brook", "Ann Lee"), studios=("Laika", "Ghibli"), genres=("Drama", "Comedy"),
        run_time_minutes=90, series=Series("Kites"),
    )  # fmt: skip
    one_answered = {"war": QuestionAnswer(Answer.NO)}
    one_open = {question.key: QuestionAnswer(Answer.NO) for question in QUESTIONS[1:]}
    dated = [
        replace(full.movie, theatrical_date=PartialDate(2001, month, 13), home_date=PartialDate(2002, month))
        for month in range(1, 13)
    ]
    return [
        full,
        replace(full, movie=several, byline=None),
        replace(full, affiliation=None, source=Source("Test library")),
        replace(full, byline=None, affiliation=None, last_updated=None),
        *(replace(full, grid=all_rows(level)) for level in range(6)),
        replace(full, grid=all_rows(3, NOTED)),
        replace(full, grid={"language": GridCell(None, NOTED)}),
        *(replace(full, grid=grid(), questions=said) for said in (*answers, one_answered, one_open)),
        *(replace(full, movie=movie) for movie in dated),
    ]


def about(intent: Intent = Intent.VERDICT, *ages: AgeRange, **more: Any) -> Meaning:
    return Meaning(Topic.MOVIE, intent, movies=(MovieId(1),), ages=ages, **more)


def kept(review: Review, changed_here: date | None = None) -> StoredReview:
    return StoredReview(ReviewId(1), MovieId(1), None, 1, review, changed_here)


def reviews() -> list[Review]:
    return [*REVIEWS.values(), *grounds(), *parts()]


def every_reply() -> Iterator[Reply]:
    """Compose every kind of reply."""
    yield from (reply_to(meant(said)) for said in TYPED)
    for review in reviews():
        yield from _about(review)
    for child in children():
        yield compose.compose_answer(about(Intent.VERDICT, child), kept(REVIEWS["Coraline (2009)"]), _kites())
    yield from _choosing()
    yield from _comparing()
    yield from _recommending()
    yield from _helping()
    yield Reply(Outcome.SILENT)


def every_sentence_beside() -> Iterator[str]:
    """What is said outside a Reply: to whoever writes a community review, and of what is gone."""
    for voice in Voice:
        yield wording_community.voice_line_with_stars(VoiceSummary(voice, 3, 9, 4.0))
        yield wording_community.one_says(voice, 9)
    yield from (wording_community.state_to_author(visibility) for visibility in Visibility)
    yield wording_community.nobody_yet()


def _kites() -> MovieRef:
    return MovieRef(MovieId(1), "Kites", 2001, wording.movie_detail((), ("Ann Lee",)))


def _about(review: Review) -> Iterator[Reply]:
    """Every intent, with and without children, and what was asked about beside it."""
    child, teen = AgeRange.exactly(7), AgeRange(13, 17, "teen")
    asked = [
        about(),
        about(sensitive=True),
        about(Intent.VERDICT, child),
        about(Intent.VERDICT, child, teen, sensitive=True, touched=("scariness",)),
        about(Intent.VERDICT, child, from_context=True),
        about(Intent.WHY, child, from_context=True, sensitive=True),
        *(about(intent, teen) for intent in Intent),
        *(about(intent, from_context=True) for intent in Intent),
        *(about(Intent.FACTS, fact=fact) for fact in ("run_time", "cast", "dates")),
        *(
            about(Intent.CONCERN, *ages, concerns=(key,))
            for key in (KEYS if review.questions else ())
            for ages in ((), (AgeRange.exactly(17),))
        ),
        *(
            about(Intent.CONCERN, *ages, concerns=keys, sensitive=sensitive)
            for keys in (("war", "vomiting", "blood"), ("jump_scares", "ghosts"), ("bullying", "animal_dies"), ROWS[:4])
            for ages in ((), (teen,), (AgeRange(6, 15, "teen"),))
            for sensitive in (True, False)
        ),
    ]
    others = (ref(movie_id("The Interview (2014)")), ref(movie_id("Up (2009)")))
    for understanding in asked:
        yield compose.compose_answer(understanding, kept(review), _kites())
    yield compose.compose_answer(about(), kept(review, date(2026, 5, 3)), _kites(), ("BBFC",), others)
    for movie in (None, review.movie):
        yield compose.compose_unreviewed(about(Intent.VERDICT, child), _kites(), others, movie)
    for action in Action:
        yield compose.compose_section(kept(review), _kites(), action)
    more = sections.recommendations(review)
    if more is not None:
        yield Reply(Outcome.ANSWER, sections=(more,))
    for summaries in ((), (VoiceSummary(Voice.PARENT, 1, 0, 4.0), VoiceSummary(Voice.TEEN, 2, 13, 4.0))):
        yield with_community(compose.compose_answer(about(), kept(review), _kites()), summaries)


def _choosing() -> Iterator[Reply]:
    every = [ref(MovieId(number)) for number in range(1, len(MOVIES) + 1)]
    for number, title, same, version, goes_on in product(
        (1, 2, 3), (None, PARENTS_WORDS[0]), (True, False), (None, "newer"), (True, False)
    ):
        understanding = Meaning(
            Topic.CHOOSE, Intent.VERDICT, same_title=same, version=version, asked_title=title, from_context=goes_on
        )
        yield compose.compose_choose(understanding, every[:number])


def _comparing() -> Iterator[Reply]:
    names = ("Coraline (2009)", "Paddington (2014)", "Frozen (2013)", "Toy Story (1995)")
    pairs: list[tuple[MovieRef, StoredReview | None]] = [(ref(movie_id(name)), stored(name)) for name in names]
    alike = [(ref(MovieId(number)), kept(kites(grid=all_rows(2)))) for number in (1, 2, 3)]
    nobody = (ref(movie_id("Shrek (2001)")), None)
    rated_only = {nobody[0].movie_id: Movie("Shrek", 2001, official_ratings=rated(("MPAA", "PG"), ("BBFC", "15")))}
    for ages, row, goes_on in product(
        ((), (AgeRange.exactly(7),), (AgeRange(9, 17, "teen"),)), ((), *((row,) for row in ROWS)), (True, False)
    ):
        understanding = Meaning(
            Topic.SEVERAL, Intent.CONCERN, ages=ages, concerns=row, from_context=goes_on, missing=PARENTS_WORDS[:1]
        )
        for several in (pairs[:2], pairs[1:3], pairs, alike, [pairs[0], nobody]):
            yield compose.compose_compare(understanding, several)
        yield compose.compose_compare(understanding, [pairs[0], nobody], facts=rated_only)
        for links in (1, 2):
            yield compose.compose_compare(replace(understanding, unknown_links=links), pairs[:2])
    unsure = Meaning(Topic.SEVERAL, Intent.VERDICT, ages=(AgeRange(6, 15, "teen"),), concerns=("war",))
    for review in grounds():
        yield compose.compose_compare(unsure, [(_kites(), kept(review)), pairs[0]])


def _wishes() -> Iterator[Wishes]:
    yield Wishes()
    yield Wishes(most_minutes=90, newest_first=True, gentle=True, studio="Pixar", rating="PG")
    yield Wishes(not_studio="Pixar", not_ratings=("R", "NC-17"), not_genres=("Comedy",), people=("tom hanks",))
    yield Wishes(about=("dogs and cats",), not_about=("princess",), unsearchable=("girl hero",))
    yield from (Wishes(from_year=first, to_year=last) for first, last in ((1990, 1990), (1990, 1999), (1990, None)))
    yield Wishes(to_year=1989)
    tables = read_tables("en")["wishes"]
    yield Wishes(genres=tuple(name for key in tables["wish_genre"] for name in key.split("+")))
    yield from (Wishes(language=key) for key in tables["wish_tongue"])
    yield from (Wishes(sought=(key,)) for key in KEYS)
    yield from (Wishes(strict=(key,)) for key in KEYS)
    yield from (Wishes(some=(key,)) for key in ROWS)


def _recommending() -> Iterator[Reply]:
    names = ("Frozen (2013)", "Paddington (2014)", "Interview (2007)", "Toy Story (1995)")
    picks = [(ref(movie_id(name)), stored(name)) for name in names]
    picks += [(_kites(), kept(review)) for review in (*grounds(), *parts())]
    child = AgeRange.exactly(7)
    ways = [
        *product(((), (child,)), ((), ("Up (2009)", "Shrek (2001)")), (True, False), (Wishes(), Wishes(rating="PG")))
    ]
    ways += [((child,), (), False, wishes) for wishes in _wishes()]
    for ages, like, given_up, wishes in ways:
        understanding = Meaning(
            Topic.RECOMMEND, Intent.RECOMMEND, ages=ages, wishes=wishes, sensitive=True, missing=PARENTS_WORDS[:1],
            concerns=("war", "language"),
        )  # fmt: skip
        for number in (0, 1, 2):
            yield compose.compose_recommend(understanding, picks[:number], like=like, wishes_given_up=given_up)
        again = replace(understanding, context=DialogueContext(suggested=(MovieId(1),)))
        yield compose.compose_recommend(again, [])
        yield compose.compose_recommend(replace(again, concerns=(), wishes=Wishes()), [])
        yield compose.compose_recommend(replace(understanding, concerns=(), wishes=Wishes()), [])
    seven = Meaning(Topic.RECOMMEND, Intent.RECOMMEND, ages=(child,), wishes=Wishes(most_minutes=100))
    for number in (3, 4, 5, len(picks)):
        yield compose.compose_recommend(seven, picks[:number])
    yield compose.compose_recommend(seven, picks[:2], for_oldest=True)


def _helping() -> Iterator[Reply]:
    child = AgeRange.exactly(7)
    for intent in Intent:
        yield compose.compose_help(Meaning(Topic.HELP, intent))
    yield compose.compose_help(Meaning(Topic.HELP, Intent.VERDICT, told=True))
    mention = AgeMention(child, meant("my son is 7").age_mentions[0].span)
    yield compose.compose_help(Meaning(Topic.HELP, Intent.VERDICT, ages=(child,), age_mentions=(mention,)))
    yield compose.compose_care()
    yield compose.compose_how_we_rate()
    for title in (None, PARENTS_WORDS[0]):
        yield compose.compose_unknown(Meaning(Topic.UNKNOWN, Intent.VERDICT, asked_title=title))
    for links in (1, 2):
        yield compose.compose_unknown(Meaning(Topic.UNKNOWN, Intent.VERDICT, unknown_links=links))
