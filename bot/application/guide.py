"""Answer a parent: the use case every face calls.

Faces hand in a Question and get a Reply. A silent reply means: say nothing. One call is one unit of work, and
nothing of what was asked outlives it but the dialogue context, in memory (bot.application.dialogues), and in a
server a count that names nobody (bot.application.counting).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from bot.application.copies import with_origin
from bot.application.counting import count_reply, wanted_movie
from bot.application.dialogues import Dialogues
from bot.application.ports import Clock, Store, UnitOfWork
from bot.application.recommending import recommend
from bot.application.surroundings import Surroundings, surroundings
from bot.application.titles import Titles
from bot.domain.community import summarise
from bot.domain.errors import NotFoundError
from bot.domain.movie import MovieId, ServerId
from bot.domain.rating_boards import DEFAULT_SYSTEM
from bot.domain.review import StoredReview
from bot.matching.titles import TitleEntry, TitleIndex
from bot.saying import compose, wording
from bot.saying.community import with_community
from bot.saying.reply import Action, MovieRef, Outcome, Reply
from bot.saying.translating import _, translated
from bot.understanding.dialogue import DialogueContext
from bot.understanding.intents import Intent
from bot.understanding.meaning import Meaning, Topic
from bot.understanding.understanding import may_tell_a_story, meaning_of, read_message

MOST_CHOICES = 5
UNREVIEWED_PER_REVIEWED = 8
"""How many titles are looked through for each reviewed one that is offered: a large catalogue is mostly unreviewed."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose conversation this is: the key of its dialogue context, never stored. Opaque to the core."""

    conversation: str
    """Any text that is the same for one person in one place: "discord:channel:user", "terminal", a batch id."""
    server_id: ServerId | None = None
    """The Discord server whose reviews are seen first; None: the shared library only."""


@dataclass(frozen=True, slots=True)
class Question:
    """One message to the guide."""

    text: str
    speaker: Speaker
    addressed: bool = True
    """False in a guide channel, where talk that asks the guide nothing is left alone."""
    about: MovieId | None = None
    """The movie of the guide's message that this one replies to; None when it replies to none."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question's reply together with how the question was understood."""

    reply: Reply
    understanding: Meaning
    understanding_ms: float
    """How long the understanding took, in milliseconds; looking up the review and wording the reply not counted."""


class Guide:
    """Answers questions from the store. Synchronous; any thread may call it."""

    def __init__(
        self,
        store: Store,
        titles: Titles,
        dialogues: Dialogues,
        clock: Clock,
        *,
        rating_systems: Sequence[str] = (DEFAULT_SYSTEM,),
    ) -> None:
        """`rating_systems`: the boards to rely on where a server has set none, in order."""
        self._store = store
        self._titles = titles
        self._dialogues = dialogues
        self._clock = clock
        self._rating_systems = tuple(rating_systems)

    def ask(self, question: Question) -> Reply:
        """Answer one message."""
        return self.turn(question).reply

    def turn(self, question: Question) -> Turn:
        """Answer one message and say how it was understood."""
        speaker = question.speaker
        before = self._dialogues.get(speaker.conversation)
        with self._store.begin() as work:
            index = self._titles.index(work, speaker.server_id)
            began = perf_counter()
            frame = read_message(
                question.text,
                index,
                this_year=self._clock.now().year,
                addressed=question.addressed,
                context=before,
                about=question.about,
            )
            looks_up = may_tell_a_story(frame)
            understanding_ms = (perf_counter() - began) * 1_000
            stories = self._titles.stories.index(work, speaker.server_id) if looks_up else None
            began = perf_counter()
            understanding = meaning_of(frame, stories)
            understanding_ms += (perf_counter() - began) * 1_000
            place = surroundings(work, speaker.server_id, self._rating_systems)
            with translated(place.translation):
                reply = self._reply(work, index, understanding, place)
            reply = place.fit(_with_wish(reply, understanding, place))
            count_reply(work, speaker.server_id, reply, understanding, self._clock.now().date())
        if reply.outcome is Outcome.RECOMMEND:
            understanding = _with_suggested(understanding, reply)
        if reply.outcome is not Outcome.SILENT:
            self._dialogues.put(speaker.conversation, understanding.context)
        return Turn(reply, understanding, understanding_ms)

    def choose(self, movie_id: MovieId, speaker: Speaker) -> Reply:
        """Answer for a movie picked from a choice, for the children this speaker asked about before.

        Raises NotFoundError when the movie is gone.
        """
        context = self._dialogues.get(speaker.conversation) or DialogueContext()
        with self._store.begin() as work:
            index = self._titles.index(work, speaker.server_id)
            understanding = understood_choice(movie_id, context)
            place = surroundings(work, speaker.server_id, self._rating_systems)
            with translated(place.translation):
                reply = self._about_movie(work, index, understanding, place)
            reply = place.fit(_with_wish(reply, understanding, place))
            count_reply(work, speaker.server_id, reply, understanding, self._clock.now().date())
        self._dialogues.put(speaker.conversation, understanding.context)
        return reply

    def forget(self, speaker: Speaker) -> None:
        """Let go of what this conversation was about."""
        self._dialogues.forget(speaker.conversation)

    def tidy(self) -> None:
        """Let go of all conversations that are over."""
        self._dialogues.tidy()

    def section(self, movie_id: MovieId, action: Action, speaker: Speaker) -> Reply:
        """Give one section of a movie's review; raises NotFoundError when movie or review is gone."""
        context = self._dialogues.get(speaker.conversation) or DialogueContext()
        with self._store.begin() as work:
            index = self._titles.index(work, speaker.server_id)
            place = surroundings(work, speaker.server_id, self._rating_systems)
            with translated(place.translation):
                stored = work.reviews.of_movie(movie_id, speaker.server_id)
                if stored is None:
                    raise NotFoundError(_(wording.REVIEW_GONE))
                reply = compose.compose_section(with_origin(work, stored), _ref(index, movie_id), action)
            reply = place.fit(replace(reply, members_may_add=speaker.server_id is not None))
        self._dialogues.put(speaker.conversation, replace(context, movies=(movie_id,), choices=()))
        return reply

    def suggest_titles(self, typed: str, speaker: Speaker, limit: int = 25) -> list[MovieRef]:
        """Complete a title that is being typed, best first."""
        with self._store.begin() as work:
            index = self._titles.index(work, speaker.server_id)
        return [_entry_ref(entry) for entry in index.suggest(typed, limit)]

    def suggest_reviewed(self, typed: str, speaker: Speaker, limit: int = 25) -> list[MovieRef]:
        """Complete the title of a movie that has a review here, best first."""
        with self._store.begin() as work:
            entries = self._titles.index(work, speaker.server_id).suggest(typed, limit * UNREVIEWED_PER_REVIEWED)
            reviewed = work.reviews.reviewed([MovieId(entry.movie_id) for entry in entries], speaker.server_id)
        return [_entry_ref(entry) for entry in entries if entry.movie_id in reviewed][:limit]

    def _reply(self, work: UnitOfWork, index: TitleIndex, understanding: Meaning, place: Surroundings) -> Reply:
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
                refs = [_ref(index, movie_id) for movie_id in understanding.movies[:MOST_CHOICES]]
                return compose.compose_choose(understanding, refs)
            case Topic.RECOMMEND:
                found = recommend(work, understanding, place.server_id, place.rating_systems, place.movie_languages)
                return compose.compose_recommend(
                    understanding,
                    [(_ref(index, stored.movie_id), with_origin(work, stored)) for stored in found.picks],
                    place.rating_systems,
                    like=[_ref(index, movie_id).name for movie_id in understanding.movies],
                    wishes_given_up=found.wishes_given_up,
                    for_oldest=found.for_oldest,
                )
            case Topic.SEVERAL:
                pairs = [
                    (_ref(index, movie_id), _review_of(work, movie_id, place)) for movie_id in understanding.movies
                ]
                unreviewed = [ref.movie_id for ref, stored in pairs if stored is None]
                facts = {one: movie for one in unreviewed if (movie := work.movies.get(one, place.server_id))}
                return compose.compose_compare(understanding, pairs, place.rating_systems, facts)
            case Topic.MOVIE:
                return self._about_movie(work, index, understanding, place)

    def _about_movie(self, work: UnitOfWork, index: TitleIndex, understanding: Meaning, place: Surroundings) -> Reply:
        movie_id = understanding.movies[0]
        ref = _ref(index, movie_id)
        others = tuple(_ref(index, other) for other in understanding.others[:MOST_CHOICES])
        stored = _review_of(work, movie_id, place)
        if stored is None:
            movie = work.movies.get(movie_id, place.server_id)
            reply = compose.compose_unreviewed(understanding, ref, others, movie, place.rating_systems)
        else:
            reply = compose.compose_answer(understanding, stored, ref, place.rating_systems, others)
        if place.server_id is None:
            return reply
        if understanding.from_context:
            # What families here say was said with the first answer about this movie.
            return replace(reply, members_may_add=True)
        return with_community(reply, summarise(work.community.of_movie(place.server_id, movie_id)))


def understood_choice(movie_id: MovieId, context: DialogueContext) -> Meaning:
    """Read a pressed choice as the message that names that movie and asks what was asked before."""
    from_before = replace(context, movies=(movie_id,), choices=())
    return Meaning(
        topic=Topic.MOVIE,
        intent=context.intent or Intent.VERDICT,
        movies=(movie_id,),
        ages=context.ages,
        concerns=context.concerns,
        sensitive=context.sensitive,
        context=from_before,
    )


def _with_wish(reply: Reply, understanding: Meaning, place: Surroundings) -> Reply:
    """Offer the wish for a review where one is counted: in a server."""
    if place.server_id is None:
        return reply
    wanted = wanted_movie(reply, understanding)
    return replace(reply, wanted_title=None if wanted is None else wanted.title)


def _review_of(work: UnitOfWork, movie_id: MovieId, place: Surroundings) -> StoredReview | None:
    stored = work.reviews.of_movie(movie_id, place.server_id)
    return None if stored is None else with_origin(work, stored)


def _with_suggested(understanding: Meaning, reply: Reply) -> Meaning:
    """Keep in the dialogue context what is suggested now, so that "any others?" brings others."""
    context = understanding.context
    listed = tuple(ref.movie_id for ref in reply.choices)
    context = replace(context, listed=listed, suggested=(*context.suggested, *listed))
    return replace(understanding, context=context)


def _ref(index: TitleIndex, movie_id: MovieId) -> MovieRef:
    try:
        return _entry_ref(index.entry(movie_id))
    except KeyError as error:
        raise NotFoundError(_(wording.MOVIE_GONE)) from error


def _entry_ref(entry: TitleEntry) -> MovieRef:
    return MovieRef(MovieId(entry.movie_id), entry.title, entry.year, wording.movie_detail(entry.genres, entry.people))
