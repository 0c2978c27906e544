"""Answer a parent: the use case every face calls.

Faces hand in a Question and get a Reply. A silent reply means: say nothing. One call is one unit of work, and
nothing of what was asked outlives it but the dialogue context, in memory (bot.application.dialogues), and in a
server a count that names nobody (bot.application.counting).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from bot.application.counting import count_reply
from bot.application.dialogues import Dialogues
from bot.application.ports import Authorship, Clock, Store, UnitOfWork
from bot.application.recommending import recommend
from bot.application.titles import Titles
from bot.conversation import compose, wording
from bot.conversation.community import with_community
from bot.conversation.dialogue import DialogueContext
from bot.conversation.intents import Intent
from bot.conversation.reply import Action, MovieRef, Outcome, Reply
from bot.conversation.understanding import Topic, Understanding, understand
from bot.domain.actor import Actor, require_moderator
from bot.domain.community import summarise
from bot.domain.errors import NotFoundError
from bot.domain.movie import MovieId, ServerId
from bot.domain.server_settings import ServerSettings
from bot.domain.suitability import DEFAULT_SYSTEM
from bot.matching.titles import TitleEntry, TitleIndex

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
    understanding: Understanding
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
            understanding = understand(
                question.text, index, addressed=question.addressed, context=before, about=question.about
            )
            understanding_ms = (perf_counter() - began) * 1_000
            reply = self._reply(work, index, understanding, speaker.server_id)
            count_reply(work, speaker.server_id, reply, understanding, self._clock.now().date())
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
            reply = self._about_movie(work, index, understanding, speaker.server_id)
            count_reply(work, speaker.server_id, reply, understanding, self._clock.now().date())
        self._dialogues.put(speaker.conversation, understanding.context)
        return reply

    def forget(self, speaker: Speaker) -> None:
        """Let go of what this conversation was about."""
        self._dialogues.forget(speaker.conversation)

    def section(self, movie_id: MovieId, action: Action, speaker: Speaker) -> Reply:
        """Give one section of a movie's review; raises NotFoundError when movie or review is gone."""
        context = self._dialogues.get(speaker.conversation) or DialogueContext()
        with self._store.begin() as work:
            index = self._titles.index(work, speaker.server_id)
            stored = work.reviews.of_movie(movie_id, speaker.server_id)
            if stored is None:
                raise NotFoundError(wording.REVIEW_GONE)
            reply = compose.compose_section(stored, _ref(index, movie_id), action)
            reply = replace(reply, members_may_add=speaker.server_id is not None)
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

    def server_settings(self, server_id: ServerId) -> ServerSettings:
        """What this server's moderators have set."""
        with self._store.begin() as work:
            return work.server_settings.get(server_id)

    def set_guide_channel(self, actor: Actor, channel_id: int, on: bool) -> ServerSettings:
        """Make a channel of the actor's server a guide channel, or stop it being one; raises NotAllowedError."""
        if actor.server_id is None:
            raise NotFoundError(wording.SERVERS_ONLY)
        with self._store.begin() as work:
            settings = work.server_settings.get(actor.server_id)
            require_moderator(actor, actor.server_id, settings)
            channels = settings.guide_channel_ids | {channel_id} if on else settings.guide_channel_ids - {channel_id}
            settings = replace(settings, guide_channel_ids=channels)
            by = Authorship(actor.signature, self._clock.now(), "guide channel on" if on else "guide channel off")
            work.server_settings.save(actor.server_id, settings, by)
            work.commit()
        return settings

    def _reply(
        self, work: UnitOfWork, index: TitleIndex, understanding: Understanding, server_id: ServerId | None
    ) -> Reply:
        match understanding.topic:
            case Topic.SILENT:
                return Reply(Outcome.SILENT)
            case Topic.HELP:
                return compose.compose_help(understanding)
            case Topic.UNKNOWN:
                return compose.compose_unknown(understanding)
            case Topic.CHOOSE:
                refs = [_ref(index, movie_id) for movie_id in understanding.movies[:MOST_CHOICES]]
                return compose.compose_choose(understanding, refs)
            case Topic.RECOMMEND:
                picks = recommend(work, understanding, server_id, self._systems(work, server_id))
                return compose.compose_recommend(
                    understanding, [(_ref(index, stored.movie_id), stored) for stored in picks]
                )
            case Topic.SEVERAL:
                pairs = [
                    (_ref(index, movie_id), work.reviews.of_movie(movie_id, server_id))
                    for movie_id in understanding.movies
                ]
                return compose.compose_compare(understanding, pairs, self._systems(work, server_id))
            case Topic.MOVIE:
                return self._about_movie(work, index, understanding, server_id)

    def _about_movie(
        self, work: UnitOfWork, index: TitleIndex, understanding: Understanding, server_id: ServerId | None
    ) -> Reply:
        movie_id = understanding.movies[0]
        ref = _ref(index, movie_id)
        others = tuple(_ref(index, other) for other in understanding.others[:MOST_CHOICES])
        stored = work.reviews.of_movie(movie_id, server_id)
        if stored is None:
            reply = compose.compose_unreviewed(understanding, ref, others)
        else:
            reply = compose.compose_answer(understanding, stored, ref, self._systems(work, server_id), others)
        if server_id is None:
            return reply
        if understanding.from_context:
            # What families here say was said with the first answer about this movie.
            return replace(reply, members_may_add=True)
        return with_community(reply, summarise(work.community.of_movie(server_id, movie_id)))

    def _systems(self, work: UnitOfWork, server_id: ServerId | None) -> Sequence[str]:
        """The rating boards to rely on: the server's, where it has set any."""
        if server_id is None:
            return self._rating_systems
        own = work.server_settings.get(server_id).rating_systems
        return own if own != (DEFAULT_SYSTEM,) else self._rating_systems


def understood_choice(movie_id: MovieId, context: DialogueContext) -> Understanding:
    """Read a pressed choice as the message that names that movie and asks what was asked before."""
    from_before = replace(context, movies=(movie_id,), choices=())
    return Understanding(
        topic=Topic.MOVIE,
        intent=context.intent or Intent.VERDICT,
        movies=(movie_id,),
        ages=context.ages,
        concerns=context.concerns,
        sensitive=context.sensitive,
        context=from_before,
    )


def _ref(index: TitleIndex, movie_id: MovieId) -> MovieRef:
    try:
        return _entry_ref(index.entry(movie_id))
    except KeyError as error:
        raise NotFoundError(wording.MOVIE_GONE) from error


def _entry_ref(entry: TitleEntry) -> MovieRef:
    return MovieRef(MovieId(entry.movie_id), entry.title, entry.year, wording.movie_detail(entry.genres, entry.people))
