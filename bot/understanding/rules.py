"""The rules: from what a message says to what it means. The first rule of RULES that holds decides, and is named.

Each rule looks at the frame alone (bot.understanding.frame): what was read from the message, the talk before, and
whether it was said to the guide. `explain` shows the name of the rule; the cases in tests/cases assert it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.movie import MovieId
from bot.matching.mention import Grade, Mention
from bot.matching.titles import TitleEntry
from bot.understanding import series
from bot.understanding.asked import is_asked
from bot.understanding.care import tells_of_harm
from bot.understanding.frame import Frame, movie_of
from bot.understanding.intents import Intent
from bot.understanding.meaning import MOST_CHOICES, Meaning, Topic, about_context, meaning, unique_ids
from bot.understanding.message_kind import CHAT, FOLLOW, FOREIGN, LOOKALIKE, MOVIE, RECOMMEND, TALK
from bot.understanding.picking import pick
from bot.understanding.roles import roles, wishes_for_movies
from bot.understanding.titles import NO_NEWER
from bot.understanding.wish_notes import read_wishes, wishes_alone


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it means when it holds, None when it does not."""

    name: str
    meant: Callable[[Frame], Meaning | None]


def decide(frame: Frame) -> Meaning:
    """Return what a message means, with the name of the rule that decided."""
    for rule in RULES:
        meant = rule.meant(frame)
        if meant is not None:
            return replace(meant, rule=rule.name)
    raise AssertionError("the last rule always holds")


def _care(frame: Frame) -> Meaning | None:
    return meaning(Topic.CARE, frame, intent=Intent.HELP) if tells_of_harm(frame) else None


def _nothing_said(frame: Frame) -> Meaning | None:
    if frame.tokens:
        return None
    asks = frame.addressed and (not frame.text or "?" in frame.text)
    return meaning(Topic.HELP if asks else Topic.SILENT, frame, intent=Intent.HELP)


def _whole_message(frame: Frame) -> Meaning | None:
    if frame.whole is None or (frame.mentions and frame.whole is not Intent.THANKS):
        return None
    return meaning(Topic.HELP if frame.addressed else Topic.SILENT, frame, intent=frame.whole)


def _picked(frame: Frame) -> Meaning | None:
    before = frame.before
    alone = frame.text.strip().isdigit()
    compared = before.movies if len(before.movies) > 1 else ()
    offered = before.choices or (() if alone and not before.ages else before.listed) or compared
    entries = _entries(frame, offered)
    picked = pick(frame, entries, frame.picks)
    if picked is None:
        return None
    return meaning(Topic.MOVIE, frame, movies=(picked,), intent=_picked_intent(frame))


def _picked_intent(frame: Frame) -> Intent | None:
    if frame.before.intent is Intent.RECOMMEND:
        return frame.intent or Intent.VERDICT
    return None


def _not_asked(frame: Frame) -> Meaning | None:
    if frame.addressed or is_asked(frame, roles(frame)):
        return None
    return meaning(Topic.SILENT, frame)


def _how_we_rate(frame: Frame) -> Meaning | None:
    if roles(frame).sure or not any(note.intent is Intent.HOW_WE_RATE for note in frame.asks):
        return None
    return meaning(Topic.HELP, frame, intent=Intent.HOW_WE_RATE)


def _recommend(frame: Frame) -> Meaning | None:
    if not _asks_to_recommend(frame):
        return None
    before = frame.before
    found = roles(frame)
    skip = {place for mention in frame.mentions for place in range(*frame.place(mention.span))}
    skip |= {place for note in frame.ages for place in range(note.first, note.end)}
    wishes = read_wishes(frame.tokens, frame.symbols, frame.concerns, skip)
    liked = [mention for mention in (found.liked or found.asked) if mention.grade is not Grade.WEAK]
    movies = unique_ids(movie_of(mention) for mention in liked)
    if not movies and frame.has_cue("like_this"):
        movies = before.movies or (before.choices if len(before.choices) == 1 else ())
    missing = tuple(
        frame.text[span.start : span.end]
        for span in frame.unknown
        if frame.cue_before("like_before", frame.place(span)[0], 1)
    )
    if before.intent is Intent.RECOMMEND:
        wishes = before.wishes.joined(wishes)
        movies = movies or before.like
    return meaning(Topic.RECOMMEND, frame, movies=movies, wishes=wishes, missing=missing)


def _asks_to_recommend(frame: Frame) -> bool:
    before = frame.before
    going_on = before.intent is Intent.RECOMMEND
    if wishes_for_movies(frame):
        said = any(note.intent is Intent.RECOMMEND for note in frame.asks)
        return said or not (before.movies and not going_on)
    named = [mention for mention in frame.mentions if mention.grade is not Grade.WEAK] or frame.unknown
    if named or frame.has_cue("asks_of_one"):
        return False
    skip = {place for note in frame.ages for place in range(note.first, note.end)}
    wishes = wishes_alone(frame.tokens, frame.symbols, frame.concerns, skip)
    if going_on:
        return frame.has_cue("others") or wishes or bool(frame.ages or frame.concerns)
    return wishes and not before.movies and not before.choices and frame.share(TALK, CHAT, FOLLOW) < 0.5


def _corrected_without_title(frame: Frame) -> Meaning | None:
    if frame.intent is not Intent.CORRECTION or frame.mentions or frame.unknown or _part(frame) is not None:
        return None
    if frame.ages or frame.concerns:
        return None
    return meaning(Topic.HELP, frame, intent=Intent.CORRECTION)


def _listed_parts(frame: Frame) -> Meaning | None:
    for mention in roles(frame).asked:
        listed = series.expanded(frame, mention)
        if len(listed) > 1:
            return _several(frame, [*listed, *(movie_of(one) for one in roles(frame).sure if one is not mention)])
    return None


def _several_named(frame: Frame) -> Meaning | None:
    sure = roles(frame).sure
    movies = unique_ids(_meant(frame, mention) for mention in sure)
    return _several(frame, movies) if len(movies) > 1 else None


def _several(frame: Frame, movies: Iterable[int]) -> Meaning:
    missing = tuple(frame.text[span.start : span.end] for span in frame.unknown)
    chosen = unique_ids(movies)[:MOST_CHOICES]
    intent = frame.intent if frame.intent is not Intent.CORRECTION else None
    return meaning(Topic.SEVERAL, frame, movies=chosen, intent=intent or Intent.COMPARE, missing=missing)


def _compared_with_the_one_before(frame: Frame) -> Meaning | None:
    sure = roles(frame).sure
    before = frame.before
    if len(before.movies) != 1 or len(sure) != 1 or _meant(frame, sure[0]) in before.movies:
        return None
    first, _ = frame.place(sure[0].span)
    compares = frame.cue_before("than", first, 2) or frame.has_cue("compare") or _joined_with_it(frame, first)
    return _several(frame, (*before.movies, _meant(frame, sure[0]))) if compares else None


def _joined_with_it(frame: Frame, first: int) -> bool:
    """Tell whether "it or" or "this one or" stands before a title."""
    return frame.cue_before("or_join", first) and any(
        end <= first - 1 and first - 1 - end <= 1 for _, end in frame.cues.get("same_as_before", ())
    )


def _no_newer_known(frame: Frame) -> Meaning | None:
    found = roles(frame)
    for mention in found.asked:
        if mention.grade is Grade.WEAK and NO_NEWER in mention.candidates[0].reason:
            known = series.series_of(frame.index, mention.candidates[0].movie_id)
            own = [candidate.movie_id for candidate in mention.candidates]
            movies = unique_ids([*(entry.movie_id for entry in reversed(known)), *own])[:MOST_CHOICES]
            return meaning(Topic.CHOOSE, frame, movies=movies, version="newer", asked_title=mention.text)
    return None


def _one_movie(frame: Frame) -> Meaning | None:
    found = roles(frame)
    if not found.sure or any(mention.grade is Grade.SHARED for mention in found.asked):
        return None
    mention = found.sure[0]
    movie = _meant(frame, mention)
    others: tuple[MovieId, ...] = ()
    if mention.grade is Grade.MEDIUM:
        others = unique_ids(candidate.movie_id for candidate in mention.candidates[1:MOST_CHOICES])
    asks_same = bool(frame.before.movies) and frame.place(mention.span)[0] <= 3 and frame.tokens[0].word in ("and", "in")
    missing = tuple(frame.text[span.start : span.end] for span in frame.unknown)
    return meaning(Topic.MOVIE, frame, movies=(movie,), others=others, asks_same=asks_same, missing=missing)


def _meant(frame: Frame, mention: Mention) -> MovieId:
    """Return the movie of a mention, the part of its series when one is asked for ("the third Toy Story")."""
    own = movie_of(mention)
    number = series.ordinal_before(frame, mention)
    if number is not None:
        part = series.part_of(frame.index, own, number)
        if part is not None:
            return MovieId(part.movie_id)
    return own


def _which_one(frame: Frame) -> Meaning | None:
    mentions = [mention for mention in roles(frame).asked if mention.grade is Grade.SHARED]
    for mention in mentions:
        number = series.ordinal_before(frame, mention)
        part = series.part_of(frame.index, mention.candidates[0].movie_id, number) if number is not None else None
        if part is not None:
            return meaning(Topic.MOVIE, frame, movies=(MovieId(part.movie_id),))
    return _to_choose(frame, [_in_order(frame, mention) for mention in mentions], same_title=True) if mentions else None


def _in_order(frame: Frame, mention: Mention) -> Mention:
    """Return a mention of a whole series with its movies in the order of the series."""
    places = {entry.movie_id: number for number, entry in enumerate(series.series_of(frame.index, movie_of(mention)))}
    if len(places) < 2 or not all(candidate.movie_id in places for candidate in mention.candidates):
        return mention
    ordered = sorted(mention.candidates, key=lambda candidate: places[candidate.movie_id])
    return replace(mention, candidates=tuple(ordered))


def _near_titles(frame: Frame) -> Meaning | None:
    mentions = [mention for mention in roles(frame).asked if mention.grade is Grade.WEAK]
    if not mentions or (frame.before.movies and frame.share(FOLLOW) > frame.share(MOVIE) and _follows(frame)):
        return None
    if frame.share(TALK, FOREIGN) > _SURE and not frame.ages and not frame.concerns:
        return None
    return _to_choose(frame, mentions, same_title=False)


def _to_choose(frame: Frame, mentions: list[Mention], *, same_title: bool) -> Meaning:
    longest = max(len(mention.candidates) for mention in mentions)
    in_turn = [
        mention.candidates[place].movie_id
        for place in range(longest)
        for mention in mentions
        if place < len(mention.candidates)
    ]
    return meaning(
        Topic.CHOOSE,
        frame,
        movies=unique_ids(in_turn)[:MOST_CHOICES],
        same_title=same_title,
        asked_title=" or ".join(dict.fromkeys(mention.text for mention in mentions)),
    )


def _another_part(frame: Frame) -> Meaning | None:
    before = frame.before
    number = _part(frame)
    if len(before.movies) != 1 or number is None:
        return None
    if isinstance(number, str):
        part = series.next_part(frame.index, before.movies[0], 1 if number == "next" else -1)
    else:
        part = series.part_of(frame.index, before.movies[0], number)
    if part is None:
        return _no_such_part(frame, number)
    if part.movie_id == before.movies[0]:
        return None
    movie = MovieId(part.movie_id)
    if frame.has_cue("than") or frame.has_cue("compare"):
        return _several(frame, (*before.movies, movie))
    return meaning(Topic.MOVIE, frame, movies=(movie,))


def _no_such_part(frame: Frame, number: str | int) -> Meaning | None:
    """Say that a part of the series spoken of is not known; the movie stays open for the next question."""
    with suppress(KeyError):
        title, own = series.split_number(frame.index.entry(frame.before.movies[0]).title)
        if number == "next":
            number = own + 1
        if isinstance(number, int) and number > 1:
            unknown = meaning(Topic.UNKNOWN, frame, asked_title=f"{title} {number}")
            return replace(unknown, context=replace(frame.before, ages=unknown.ages))
    return None


def _part(frame: Frame) -> str | int | None:
    """Return which part of the series spoken of is meant: "next", "previous" or a number; None when none is."""
    parts = frame.parts
    if not parts:
        return None
    name = next(iter(parts))
    return series.LAST if name == "last" else name if name in ("next", "previous") else int(name)


def _another_version(frame: Frame) -> Meaning | None:
    """Understand "the newer one", "the animated version" as another movie of the same title."""
    before = frame.before
    said = _said_of_version(frame)
    if len(before.movies) != 1 or not said or not _follows(frame):
        return None
    with suppress(KeyError):
        entry = frame.index.entry(before.movies[0])
        same = series.titled(entry.title, frame.index)
        others = [one for one in same if one.movie_id != entry.movie_id]
        if len(others) == 1 and "other" in said:
            return meaning(Topic.MOVIE, frame, movies=(MovieId(others[0].movie_id),), asks_same=True)
        if others:
            picked = pick(frame, same, said)
            if picked is not None and picked not in before.movies:
                return meaning(Topic.MOVIE, frame, movies=(picked,), asks_same=True)
        elif "newest" in said or "oldest" in said:
            following = series.next_part(frame.index, entry.movie_id, 1 if "newest" in said else -1)
            if following is not None:
                return meaning(Topic.MOVIE, frame, movies=(MovieId(following.movie_id),), asks_same=True)
    return None


_VERSIONS: Final = frozenset({"newest", "oldest", "animated", "live_action", "other"})
_VERSION_WORDS: Final = frozenset({"one", "ones", "version", "remake", "original", "reboot", "musical"})


def _said_of_version(frame: Frame) -> dict[str, Sequence[tuple[int, int]]]:
    """Return the words that may name another version: "the new one", not the "old" of "9 years old"."""
    ages = {place for note in frame.ages for place in range(note.first, note.end)}
    found: dict[str, Sequence[tuple[int, int]]] = {}
    for name, places in frame.picks.items():
        kept = [
            (first, end)
            for first, end in places
            if ages.isdisjoint(range(first, end))
            and _VERSION_WORDS & {token.word for token in frame.tokens[first : end + 1]}
        ]
        if name in _VERSIONS and kept:
            found[name] = kept
    return found


_SURE: Final = 0.6
_LIKELY: Final = 0.5


def _follows(frame: Frame) -> bool:
    """Tell whether a message may go on about the movie spoken of: no other title is asked about in it."""
    return not roles(frame).sure and (not frame.unknown or frame.share(FOLLOW) > _LIKELY)


def _unknown_title(frame: Frame) -> Meaning | None:
    if not frame.unknown or frame.share(FOREIGN) > _LIKELY:
        return None
    odds = max(frame.recognition.unknown_odds)
    if _talk_is_open(frame):
        asks_more = frame.intent is not None or bool(frame.concerns)
        if frame.share(FOLLOW) > _LIKELY or odds < (_SURE_TITLE if asks_more else _LIKELY_TITLE):
            return None
    if frame.share(TALK) > _LIKELY or (frame.share(RECOMMEND) > _LIKELY and not frame.share(MOVIE) > 0.3):
        return None
    span = frame.unknown[frame.recognition.unknown_odds.index(odds)]
    return meaning(Topic.UNKNOWN, frame, asked_title=frame.text[span.start : span.end])


_LIKELY_TITLE: Final = 0.5
_SURE_TITLE: Final = 2.0
"""Odds of words to be an unknown title, from which a talk about another movie ends; the second where the message asks
for something that goes on about it as well."""


def _talk_is_open(frame: Frame) -> bool:
    before = frame.before
    return bool(before.movies or before.choices) or before.intent is Intent.RECOMMEND


def _follow_up(frame: Frame) -> Meaning | None:
    before = frame.before
    if not before.movies or roles(frame).sure:
        return None
    says = bool(frame.ages or frame.concerns or frame.touched or frame.sensitive or frame.intent)
    talk = frame.share(TALK, CHAT) > frame.share(FOLLOW, MOVIE, LOOKALIKE)
    if not says and talk:
        return meaning(Topic.HELP if frame.addressed else Topic.SILENT, frame, intent=Intent.SMALL_TALK)
    if frame.intent is Intent.CORRECTION and not (frame.ages or frame.concerns):
        return meaning(Topic.HELP, frame, intent=Intent.CORRECTION)
    return about_context(frame)


def _still_choosing(frame: Frame) -> Meaning | None:
    before = frame.before
    if not before.choices:
        return None
    wrong = frame.intent is Intent.CORRECTION
    says = bool(frame.ages or frame.concerns or (frame.intent and not wrong))
    if not says and frame.share(TALK) > _LIKELY:
        return meaning(Topic.HELP, frame, intent=Intent.SMALL_TALK)
    if len(before.choices) == 1 and (says or not wrong):
        return meaning(Topic.MOVIE, frame, movies=before.choices)
    if not says or before.asked_again:
        return meaning(Topic.HELP, frame, intent=Intent.CORRECTION)
    return meaning(Topic.CHOOSE, frame, movies=before.choices, same_title=False)


def _help(frame: Frame) -> Meaning:
    if frame.share(FOREIGN) > _LIKELY:
        intent = Intent.NOT_ENGLISH
    elif frame.concerns:
        intent = Intent.CONCERN
    elif frame.intent is not None:
        intent = frame.intent
    else:
        asks = frame.share(MOVIE, LOOKALIKE, FOLLOW) > frame.share(TALK, CHAT) or bool(frame.ages)
        intent = Intent.VERDICT if asks else Intent.HELP
    return meaning(Topic.HELP if frame.addressed else Topic.SILENT, frame, intent=intent)


def _entries(frame: Frame, movies: Iterable[MovieId]) -> list[TitleEntry]:
    found = []
    for movie in movies:
        with suppress(KeyError):
            found.append(frame.index.entry(movie))
    return found


RULES: Final[tuple[Rule, ...]] = (
    Rule("somebody tells of harm", _care),
    Rule("nothing is said", _nothing_said),
    Rule("a greeting or thanks", _whole_message),
    Rule("one of those offered is picked", _picked),
    Rule("nothing is asked of the guide", _not_asked),
    Rule("how we rate", _how_we_rate),
    Rule("movies are wished for", _recommend),
    Rule("the last movie was the wrong one", _corrected_without_title),
    Rule("parts of a series are listed", _listed_parts),
    Rule("compared with the movie spoken of", _compared_with_the_one_before),
    Rule("several movies are named", _several_named),
    Rule("a newer movie than is known", _no_newer_known),
    Rule("one movie is named", _one_movie),
    Rule("several movies share the title", _which_one),
    Rule("another part of the series", _another_part),
    Rule("another version of the movie spoken of", _another_version),
    Rule("near titles", _near_titles),
    Rule("a title that nobody knows", _unknown_title),
    Rule("a follow-up", _follow_up),
    Rule("still choosing", _still_choosing),
    Rule("no movie is named", _help),
)
