"""A message read once: its titles, children, worries, wishes and asks, and what kind of message it is.

All readers look at the same words, once; which of their notes stand is chosen here (bot.understanding.note). Nothing is
blanked or read again. The rules (bot.understanding.rules) then decide by this frame alone what is meant.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, TypeVar

import numpy as np

from bot.domain.movie import MovieId
from bot.language.english import english_words
from bot.language.lexicon import Words, lexicon
from bot.language.words import Token, fold_space, tokenise
from bot.matching.mention import Grade, Mention, Recognition, Span
from bot.matching.stories import StoryIndex
from bot.matching.titles import TitleIndex
from bot.understanding import ask_notes
from bot.understanding.age_forms import BARE
from bot.understanding.age_notes import AgeNote, keep_ages, propose_ages
from bot.understanding.ask_notes import AskNote, propose_asks
from bot.understanding.concern_notes import ConcernNote, propose_concerns
from bot.understanding.concern_tagger import weigh_concerns
from bot.understanding.dialogue import DialogueContext
from bot.understanding.features import Vocabulary, views, word_hash
from bot.understanding.intents import Intent
from bot.understanding.learned import Learned
from bot.understanding.links import link_places, with_links, without_other_links
from bot.understanding.message_kind import (
    LOOKALIKE,
    MOVIE,
    asked_and_talk,
    kind_features,
    kind_shares,
)
from bot.understanding.note import Note, NoteKind, choose
from bot.understanding.series import listed_behind, number_of
from bot.understanding.tagger import AGE
from bot.understanding.title_spans import LONGEST_MESSAGE
from bot.understanding.titles import recognise_titles

_CONCERN_ODDS: Final = 1.5
"""What a worry named in the words of the lexicon counts, for `explain`."""
ANSWERED: Final = frozenset({Grade.STRONG, Grade.MEDIUM})
"""Grades of mentions that are answered."""


@dataclass(frozen=True)
class Frame:
    """What one message says."""

    text: str
    """The message as it is read: white space folded, bounded in length. All spans are places in it."""
    words: Words
    addressed: bool
    before: DialogueContext
    index: TitleIndex
    recognition: Recognition
    """The titles that stand after the choice among all notes."""
    ages: tuple[AgeNote, ...]
    concerns: tuple[ConcernNote, ...]
    """What is asked about by name, each key once, in order."""
    touched: tuple[str, ...]
    sensitive: bool
    asks: tuple[AskNote, ...]
    cues: Mapping[str, Sequence[tuple[int, int]]]
    """Small wordings that rules look at ("than", "instead of"), by name, with their places."""
    whole: Intent | None
    """Set when the message is nothing but a greeting, thanks or a call for help."""
    kinds: Sequence[float]
    """The learned probability of each of bot.understanding.message_kind.KINDS."""
    strange: frozenset[int]
    """The places of words that are neither English nor of the lexicon nor how people write around titles: names."""
    notes: tuple[Note, ...] = field(default=())
    stories: StoryIndex | None = None
    """What the reviews tell; None where it was not looked up, because the message tells no story."""
    worked_out: dict[str, object] = field(default_factory=dict, compare=False)
    """What rules worked out of this frame, so that the next rule need not do it again; gone with the frame."""

    @property
    def tokens(self) -> Sequence[Token]:
        """The words, with their places in the text."""
        return self.words.tokens

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The titles named, asked about or not, in text order."""
        return self.recognition.mentions

    @property
    def unknown(self) -> tuple[Span, ...]:
        """The words that read like titles nobody knows, and the links to movies that nobody stored."""
        return self.recognition.unknown

    @cached_property
    def unknown_titles(self) -> tuple[Span, ...]:
        """The words among the unknown: what may be said back."""
        return tuple(span for span in self.unknown if span not in self.unknown_links)

    @cached_property
    def unknown_links(self) -> tuple[Span, ...]:
        """The links among the unknown."""
        return tuple(span for span in self.unknown if self.place(span)[0] in self.links)

    @cached_property
    def links(self) -> frozenset[int]:
        """The places of links to movies' pages among the words; other links are not among them."""
        return link_places(self.tokens)

    @cached_property
    def concern_keys(self) -> tuple[str, ...]:
        """The keys of the worries asked about."""
        return tuple(dict.fromkeys(note.key for note in self.concerns))

    @cached_property
    def intent(self) -> Intent | None:
        """The one thing asked for beside a verdict; None when nothing is said of it."""
        first: dict[Intent, None] = {}
        for note in self.asks:
            first.setdefault(note.intent)
        return next((intent for intent in INTENT_ORDER if intent in first), None)

    @cached_property
    def fact(self) -> str | None:
        """The one fact about a movie that is asked for."""
        return ask_notes.wanted_fact(self.words)

    @cached_property
    def picks(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """The words by which one of the movies just offered may be picked, with their places."""
        return ask_notes.picks(self.words)

    @cached_property
    def parts(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """The words that name a part of the series spoken of, with their places."""
        return ask_notes.parts(self.words)

    def span(self, first: int, end: int) -> Span:
        """Return the place in the text of tokens[first:end]."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def place(self, span: Span) -> tuple[int, int]:
        """Return the tokens of a span, as first and end."""
        return _place(self.tokens, span)

    def has_cue(self, name: str) -> bool:
        """Tell whether a small wording stands anywhere in the message."""
        return bool(self.cues.get(name))

    def cue_before(self, name: str, place: int, reach: int = 0) -> bool:
        """Tell whether a small wording ends right before a word, or so many words earlier."""
        return any(place - reach <= end <= place for _, end in self.cues.get(name, ()))

    def cue_at(self, name: str, place: int) -> bool:
        """Tell whether a small wording begins at a word."""
        return any(first == place for first, _ in self.cues.get(name, ()))

    def share(self, *kinds: int) -> float:
        """Return how likely the message is one of these kinds."""
        return float(sum(self.kinds[kind] for kind in kinds))

    def is_strange(self, span: Span) -> bool:
        """Tell whether words hold one that is a name of somebody, or of a movie."""
        return not self.strange.isdisjoint(range(*self.place(span)))


INTENT_ORDER: Final = (
    Intent.HOW_WE_RATE, Intent.CORRECTION, Intent.TALK, Intent.WHERE, Intent.WHY, Intent.DIVERSITY, Intent.FACTS,
    Intent.STORY, Intent.RATING, Intent.QUALITY, Intent.CONTENT,
)  # fmt: skip
"""Of several things asked the first of these is answered."""


def read_frame(
    text: str, index: TitleIndex, models: Learned, before: DialogueContext, *, addressed: bool, this_year: int
) -> Frame:
    """Read a message: every reader once, over the same words."""
    text = fold_space(text)
    tokens = without_other_links(tokenise(text))[:LONGEST_MESSAGE]
    words = lexicon().read(tokens)
    table = views(tokens, lexicon(), models.vocabulary)
    tagging = models.tagger.tag_views(table, link_places(tokens))
    age_odds = tagging.odds(AGE)
    kinds = kind_shares(kind_features(text, tokens, tagging, lexicon(), models.vocabulary), models.kinds)
    asked = asked_and_talk(kinds.tolist())
    worries = propose_concerns(words)
    proposed = propose_ages(tokens, words.symbols, text, age_odds)
    told = _told_places(worries, proposed)
    found = recognise_titles(text, tokens, tagging, index, models, this_year, asked, told)
    found = with_links(found, text, tokens, tagging, index)
    strange = _strange_places(tokens, models.vocabulary)
    parts = _listed_parts(tokens, found, index) | found.next_parts | _places_of_known(tokens, found)
    if not any(note.odds > 0 and note.rule != BARE for note in proposed):
        proposed = [_as_age(note, found.beyond_parts) for note in proposed]
    ages = [
        note
        for note in proposed
        if not (note.rule == BARE and parts.intersection(range(note.first, note.end)))
        and not _is_in_title(note, tokens, found, age_odds)
    ]
    concerns = weigh_concerns(words, worries, table, tagging.best(), models.concerns)
    read = choose(
        [
            *_title_notes(tokens, found, strange, _unknown_from(kinds.tolist(), found, before)),
            *(Note(NoteKind.AGE, one.first, one.end, one, one.odds, one.rule) for one in ages if one.odds > 0),
        ]
    )
    chosen = (
        *read,
        *(
            Note(NoteKind.CONCERN, one.first, one.end, one, _CONCERN_ODDS, one.rule)
            for one in concerns
            if not _is_covered(one, read)
        ),
    )
    standing = {id(note.value) for note in chosen}
    titles = {place for note in chosen if note.kind in _TITLES for place in range(note.first, note.end)}
    kept = [one for one in concerns if id(one) in standing]
    asks = [one for one in propose_asks(words) if titles.isdisjoint(range(one.first, one.end))]
    asked_about = tuple(one for one in kept if one.kind == "concern")
    asked_keys = {one.key for one in asked_about}
    return Frame(
        text=text,
        words=words,
        addressed=addressed,
        before=before,
        index=index,
        recognition=Recognition(
            tuple(one for one in found.mentions if id(one) in standing),
            tuple(one for one in found.unknown if id(one) in standing),
            tuple(note.odds for note in chosen if note.kind is NoteKind.UNKNOWN_TITLE),
            _of_standing(found.unknown, found.known_elsewhere, standing),
            _of_standing(found.unknown, found.unknown_span_odds, standing),
        ),
        ages=tuple(keep_ages(one for one in ages if id(one) in standing)),
        concerns=asked_about,
        touched=tuple(dict.fromkeys(one.key for one in kept if one.kind == "touched" and one.key not in asked_keys)),
        sensitive=any(one.kind == "sensitive" for one in kept),
        asks=tuple(asks),
        cues=ask_notes.cues(words),
        whole=ask_notes.whole_message(words),
        kinds=tuple(kinds.tolist()),
        strange=strange,
        notes=tuple(
            replace(note, said=text[tokens[note.first].start : tokens[note.end - 1].end])
            for note in (*chosen, *(Note(NoteKind.ASK, one.first, one.end, one, 0.0, one.rule) for one in asks))
        ),
    )


_Value = TypeVar("_Value")


def _of_standing(spans: Sequence[Span], values: Sequence[_Value], standing: Collection[int]) -> tuple[_Value, ...]:
    """Return the values beside the spans that stand."""
    return tuple(value for span, value in zip(spans, values, strict=True) if id(span) in standing)


_TITLES: Final = frozenset({NoteKind.TITLE, NoteKind.UNKNOWN_TITLE})


STRANGE_FROM: Final = -3.5
"""The same for words among which one is no English word: the name of somebody in the movie, or of another movie."""
_UNKNOWN_FROM: Final = 0.0
_UNKNOWN_WHERE_ASKED: Final = -2.0
_UNKNOWN_WHERE_SURELY_ASKED: Final = -4.5
_ABOUT_A_MOVIE: Final = 0.4
_SURELY_ABOUT_A_MOVIE: Final = 0.6


def _told_places(worries: Sequence[ConcernNote], ages: Sequence[AgeNote]) -> frozenset[int]:
    """Return the places of words that say something by themselves, a worry or an age with its unit."""
    found = {place for note in worries if note.kind == "concern" for place in range(note.first, note.end)}
    found |= {place for note in ages if note.rule != BARE and note.odds > 0 for place in range(note.first, note.end)}
    return frozenset(found)


_BEYOND_PARTS_ODDS: Final = 0.5


def _as_age(note: AgeNote, beyond: frozenset[int]) -> AgeNote:
    """Take a bare number that no part of the title before it can have for an age."""
    if note.rule == BARE and note.odds <= 0 and beyond.issuperset(range(note.first, note.end)):
        return replace(note, odds=_BEYOND_PARTS_ODDS)
    return note


def _places_of_known(tokens: Sequence[Token], found: Recognition) -> set[int]:
    """Return the words of titles of movies that are known to be, but not here: the number of "sonic 3" is no age."""
    spans = [span for span, known in zip(found.unknown, found.known_elsewhere, strict=True) if known]
    return {place for span in spans for place in range(*_place(tokens, span))}


def _listed_parts(tokens: Sequence[Token], found: Recognition, index: TitleIndex) -> set[int]:
    """Return the places of further parts behind a title with its number: "3" of "Toy Story 2 and 3"."""
    places: set[int] = set()
    for mention in found.mentions:
        first, end = _place(tokens, mention.span)
        if end - first > 1 and number_of(tokens[end - 1].word) is not None:
            places.update(listed_behind(tokens, end, index, movie_of(mention)))
    return places


def _is_in_title(note: AgeNote, tokens: Sequence[Token], found: Recognition, age_odds: Sequence[float]) -> bool:
    """Tell whether the words of an age read more like a title that is there: "eighth grade movie"."""
    learned = max(age_odds[note.first : note.end])
    for mention in found.mentions:
        first, end = _place(tokens, mention.span)
        if first < note.end and note.first < end and mention.span_odds > learned:
            return True
    for span, odds in zip(found.unknown, found.unknown_odds, strict=True):
        first, end = _place(tokens, span)
        if first < note.first and note.end <= end and odds > learned:
            return True
    return False


def _unknown_from(kinds: Sequence[float], found: Recognition, before: DialogueContext) -> float:
    """Return from which odds words are taken for an unknown title: lower where a movie must be named and none is known.

    "Some like it hot w/ my 10yr old?" asks about a movie, so the likeliest words are its title, however plain they are.
    """
    asked = kinds[MOVIE] + kinds[LOOKALIKE]
    going_on = bool(before.movies or before.choices or before.intent)
    if going_on or found.mentions or any(odds > 0 for odds in found.unknown_odds) or asked < _ABOUT_A_MOVIE:
        return _UNKNOWN_FROM
    return _UNKNOWN_WHERE_SURELY_ASKED if asked >= _SURELY_ABOUT_A_MOVIE else _UNKNOWN_WHERE_ASKED


def _title_notes(
    tokens: Sequence[Token], found: Recognition, strange: frozenset[int], unknown_from: float
) -> list[Note]:
    notes = []
    for mention in found.mentions:
        first, end = _place(tokens, mention.span)
        rule = "a link by its id" if mention.link else mention.grade.value
        notes.append(Note(NoteKind.TITLE, first, end, mention, mention.odds, rule))
    for span, odds in zip(found.unknown, found.unknown_odds, strict=True):
        first, end = _place(tokens, span)
        is_name = not strange.isdisjoint(range(first, end))
        if odds >= (min(unknown_from, STRANGE_FROM) if is_name else unknown_from):
            rule = "reads like a title" if tokens[first].link is None else "a link whose id nobody stored"
            notes.append(Note(NoteKind.UNKNOWN_TITLE, first, end, span, odds, rule))
    return notes


def _strange_places(tokens: Sequence[Token], vocabulary: Vocabulary) -> frozenset[int]:
    wording = vocabulary.has(np.array([word_hash(token.word) for token in tokens], np.uint32))
    class_of, english = lexicon().class_of, english_words()
    return frozenset(
        place
        for place, (token, is_wording) in enumerate(zip(tokens, wording.tolist(), strict=True))
        if token.word.isalpha() and not (is_wording or token.word in class_of or english.knows(token.word))
    )


def _place(tokens: Sequence[Token], span: Span) -> tuple[int, int]:
    inside = [place for place, token in enumerate(tokens) if token.start < span.end and token.end > span.start]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _is_covered(note: ConcernNote, read: Sequence[Note]) -> bool:
    """Tell whether the words of a worry are part of a title that is likelier than not, or of an age."""
    return any(
        other.first < note.end and note.first < other.end and (other.kind is NoteKind.AGE or other.odds > 0.0)
        for other in read
    )


def movie_of(mention: Mention) -> MovieId:
    """Return the likeliest movie of a mention."""
    return MovieId(mention.candidates[0].movie_id)
