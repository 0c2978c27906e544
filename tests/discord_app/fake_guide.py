"""A hand-written guide with a small fixed world: what the Discord face shows, without store or recognition."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace

from bot.application.guide import Question, Speaker
from bot.domain.errors import NotFoundError
from bot.domain.movie import MovieId
from bot.domain.suitability import AgeRange, ChildVerdict, DecidingAge, Ground, Verdict
from bot.saying.reply import Action, Line, MovieRef, Outcome, Reply, Section, SectionKind, VerdictLine

INTERVIEW = MovieRef(MovieId(1), "Interview", 2007, "drama with Sienna Miller")
THE_INTERVIEW = MovieRef(MovieId(2), "The Interview", 2014, "comedy with Seth Rogen")
CORALINE = MovieRef(MovieId(3), "Coraline", 2009, "animation")
MOVIES = {movie.movie_id: movie for movie in (INTERVIEW, THE_INTERVIEW, CORALINE)}

REVIEW_GONE = "That review is no longer there."
SECRET = "the parent wrote: my 7 year old"


def verdict(age_years: float, kind: Verdict = Verdict.WITH_YOU) -> VerdictLine:
    deciding = DecidingAge(Ground.GRID, 8, "scariness", 3)
    return VerdictLine(
        ChildVerdict(AgeRange.exactly(age_years), kind, deciding, 8),
        f"For your {age_years:g}-year-old: {kind.value}",
        "Scariness decides: some, usual from 8.",
    )


def answer(movie: MovieRef, *ages_years: float) -> Reply:
    return Reply(
        Outcome.ANSWER,
        movie=movie,
        headline=f"{movie.name}",
        verdicts=tuple(verdict(age) for age in ages_years),
        sections=(
            Section(SectionKind.SUMMARY, (Line("A bored girl finds a door to another, nicer home. It is not."),)),
            Section(SectionKind.RATING, (Line("PG: for thematic elements, scary images", "MPAA"),)),
            Section(
                SectionKind.NOT_KNOWN,
                (Line("1 of 10 things was not checked: nudity.", not_checked=True),),
                "Not known",
            ),
        ),
        actions=tuple(Action),
        attribution="Parent Guide starter library, CC BY 4.0, last updated 1 May 2025",
    )


SECTIONS: dict[Action, Section] = {
    Action.TALK: Section(SectionKind.TALK, (Line("What would you have done at the little door?"),), "Talk about it"),
    Action.CONTENT: Section(
        SectionKind.CONTENT,
        (
            Line("some; a needle hand chases a child", "Scariness", level=3),
            Line("none", "Sex & romance", level=0),
            Line("not checked", "Nudity", not_checked=True),
            Line("not checked", "Consumerism", not_checked=True),
            Line("Yes, but she comes back.", "Does a parent die?", spoiler=True),
        ),
        "What's in it",
    ),
    Action.STORY: Section(SectionKind.STORY, (Line("Coraline moves house. " * 20),), "The story"),
    Action.QUALITY: Section(SectionKind.QUALITY, (Line("Yes, and it looks like nothing else."),), "Is it any good?"),
}


@dataclass
class FakeGuide:
    """Understands a handful of words; remembers each conversation's children as the real one does."""

    delay_seconds: float = 0.0
    failure: Exception | None = None
    gone: set[MovieId] = field(default_factory=set)
    replies: dict[str, Reply] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    pressed: list[tuple[str, Action]] = field(default_factory=list)
    typed: list[tuple[str, str]] = field(default_factory=list)
    ages: dict[str, tuple[float, ...]] = field(default_factory=dict)
    tidied: int = 0

    def ask(self, question: Question) -> Reply:
        self.questions.append(question)
        self._work()
        conversation = question.speaker.conversation
        ages = tuple(float(word) for word in question.text.replace("?", " ").split() if word.isdigit())
        ages = ages or self.ages.get(conversation, ())
        if question.text in self.replies:
            return self.replies[question.text]
        movies = [movie for movie in MOVIES.values() if movie.title.lower() in question.text.lower()]
        if not movies and question.about is not None:
            movies = [MOVIES[question.about]]
        if len(movies) > 1:
            self.ages[conversation] = ages
            return Reply(Outcome.CHOOSE, headline="Which one do you mean?", choices=tuple(movies))
        if movies:
            self.ages[conversation] = ages
            return answer(movies[0], *ages)
        if not question.addressed:
            return Reply(Outcome.SILENT)
        return Reply(Outcome.HELP, headline="Ask me about a movie and a child.")

    def choose(self, movie_id: MovieId, speaker: Speaker) -> Reply:
        self._work(movie_id)
        return answer(MOVIES[movie_id], *self.ages.get(speaker.conversation, ()))

    def section(self, movie_id: MovieId, action: Action, speaker: Speaker) -> Reply:
        self._work(movie_id)
        self.pressed.append((speaker.conversation, action))
        reply = answer(MOVIES[movie_id])
        return replace(reply, sections=(SECTIONS[action],), verdicts=())

    def suggest_titles(self, typed: str, speaker: Speaker, limit: int = 25) -> list[MovieRef]:
        self._work()
        self.typed.append((speaker.conversation, typed))
        return [movie for movie in MOVIES.values() if typed.lower() in movie.name.lower()][:limit]

    def suggest_reviewed(self, typed: str, speaker: Speaker, limit: int = 25) -> list[MovieRef]:
        return self.suggest_titles(typed, speaker, limit)

    def tidy(self) -> None:
        self.tidied += 1

    def _work(self, movie_id: MovieId | None = None) -> None:
        if self.delay_seconds:
            time.sleep(self.delay_seconds)
        if self.failure is not None:
            raise self.failure
        if movie_id in self.gone:
            raise NotFoundError(REVIEW_GONE)
