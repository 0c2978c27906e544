"""The rules about movies that a message names: one, several, a part of a series, a newer one than is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.movie import MovieId
from bot.language.lexicon import lexicon
from bot.language.words import words_of
from bot.matching.evidence import named_people, year_of
from bot.matching.mention import Grade, Mention
from bot.matching.normalising import key_words
from bot.matching.titles import TitleEntry
from bot.understanding import parts, series
from bot.understanding.frame import Frame, movie_of
from bot.understanding.intents import Intent
from bot.understanding.meaning import MOST_CHOICES, Meaning, Topic, meaning, unique_ids
from bot.understanding.message_kind import FOLLOW, FOREIGN, MOVIE, TALK
from bot.understanding.roles import LIKELY, SURELY, may_go_on, roles
from bot.understanding.title_grades import NO_NEWER


def listed_parts(frame: Frame) -> Meaning | None:
    """Compare the parts of a series that are listed: "Shrek 1 or 2"."""
    for mention in roles(frame).asked:
        listed = parts.expanded(frame, mention)
        if len(listed) > 1:
            return compared(frame, [*listed, *(movie_of(one) for one in roles(frame).sure if one is not mention)])
    return None


SURELY_READS: Final = 3.0
"""The same odds from which words count as another movie though nobody knows it: "is Cobra Kai ok? he loved …"."""
READS_MORE_BY: Final = 0.5
"""By how many odds a movie that is not here must read more like what is asked about than any that is."""


def another_movie_asked(frame: Frame) -> Meaning | None:
    """Say that a movie is not here where one that is known to be reads more like what is asked than any that is here.

    "Kung Fu Hustle for a boy who has seen every Kung Fu Panda" asks about the first.
    """
    sure = roles(frame).sure
    found = frame.recognition
    if not sure or frame.has_cue("or_join") or frame.has_cue("compare"):
        return None
    others = [
        (reads, span)
        for span, known, reads in zip(found.unknown, found.known_elsewhere, found.unknown_span_odds, strict=True)
        if frame.place(span)[0] not in frame.links and (known or reads > SURELY_READS)
    ]
    if not others:
        return None
    reads, span = max(others, key=lambda one: one[0])
    if reads <= max(mention.span_odds for mention in sure) + READS_MORE_BY:
        return None
    return meaning(Topic.UNKNOWN, frame, asked_title=frame.text[span.start : span.end])


def versions_compared(frame: Frame) -> Meaning | None:
    """Compare the movies of one title where several of its versions are told: "freaky friday, old or new"."""
    titles = {mention.candidates[0].title for mention in roles(frame).asked}
    compares = any(frame.has_cue(name) for name in ("or_join", "than", "compare"))
    if len({"".join(key_words(words_of(title))) for title in titles}) != 1 or not compares:
        return None
    movies = series.titled(titles.pop(), frame.index)
    if len(_told_versions(frame, movies)) > 1:
        return compared(frame, [movie.movie_id for movie in movies])
    return None


def _told_versions(frame: Frame, movies: Sequence[TitleEntry]) -> set[int]:
    """Return which movies of one title are told apart: the old, the new, the drawn one, by year, by who is in it."""
    if len(movies) < 2:
        return set()
    ages = {place for note in frame.ages for place in range(note.first, note.end)}
    words = [token.word for place, token in enumerate(frame.tokens) if place not in ages]
    classes = {lexicon().class_of.get(word) for word in words}
    by_year = sorted(movies, key=lambda movie: movie.year or 0)
    told = {movie.movie_id for movie in movies if movie.year in {year_of(word) for word in words} - {None}}
    if "newer" in classes:
        told.add(by_year[-1].movie_id)
    if "older" in classes:
        told.add(by_year[0].movie_id)
    if "drawn" in classes:
        told |= {movie.movie_id for movie in movies if movie.is_animated}
    told |= {one.movie_id for one in movies if any(sure == 1.0 for _, sure in named_people(one.people, words))}
    return told


def several_named(frame: Frame) -> Meaning | None:
    """Compare the movies that are named."""
    sure = roles(frame).sure
    movies = unique_ids(_meant(frame, mention) for mention in sure)
    return compared(frame, movies) if len(movies) > 1 else None


def compared(frame: Frame, movies: Iterable[int]) -> Meaning:
    """Set movies side by side."""
    missing = tuple(frame.text[span.start : span.end] for span in frame.unknown_titles)
    chosen = unique_ids(movies)[:MOST_CHOICES]
    intent = frame.intent if frame.intent is not Intent.CORRECTION else None
    return meaning(Topic.SEVERAL, frame, movies=chosen, intent=intent or Intent.COMPARE, missing=missing)


def compared_with_the_one_before(frame: Frame) -> Meaning | None:
    """Compare a named movie with the one spoken of: "is it scarier than Frozen?"."""
    sure = roles(frame).sure
    before = frame.before
    if len(before.movies) != 1 or len(sure) != 1 or _meant(frame, sure[0]) in before.movies:
        return None
    first, _ = frame.place(sure[0].span)
    compares = frame.cue_before("than", first, 2) or frame.has_cue("compare") or _joined_with_it(frame, first)
    return compared(frame, (*before.movies, _meant(frame, sure[0]))) if compares else None


def _joined_with_it(frame: Frame, first: int) -> bool:
    """Tell whether "it or" or "this one or" stands before a title."""
    return frame.cue_before("or_join", first) and any(
        end <= first - 1 and first - 1 - end <= 1 for _, end in frame.cues.get("same_as_before", ())
    )


def no_newer_known(frame: Frame) -> Meaning | None:
    """Ask which is meant where a newer movie is asked for than is known, naming the years."""
    found = roles(frame)
    for mention in found.asked:
        if mention.grade is Grade.WEAK and NO_NEWER in mention.candidates[0].reason:
            part = _part_named(frame, [mention])
            if part is not None:
                return meaning(Topic.MOVIE, frame, movies=(part,))
            known = series.series_of(frame.index, mention.candidates[0].movie_id)
            own = [candidate.movie_id for candidate in mention.candidates]
            movies = unique_ids([*(entry.movie_id for entry in reversed(known)), *own])[:MOST_CHOICES]
            return meaning(Topic.CHOOSE, frame, movies=movies, version="newer", asked_title=mention.text)
    return None


def a_whole_series(frame: Frame) -> Meaning | None:
    """Ask which one is meant where a series is asked about as a whole: "are the Paddington films ok for a 4yo"."""
    for mention in frame.mentions:
        first, end = frame.place(mention.span)
        exact = any(part.name == "exact" for part in mention.candidates[0].parts)
        if not exact or not (frame.cue_at("whole_series", end) or frame.cue_at("whole_series", end - 1)):
            continue
        if frame.cue_before("like_before", first, 2) or frame.cue_before("loved_before", first, 2):
            continue
        known = series.series_of(frame.index, movie_of(mention))
        if len(known) > 1:
            movies = unique_ids(entry.movie_id for entry in known)[:MOST_CHOICES]
            return meaning(Topic.CHOOSE, frame, movies=movies, same_title=True, asked_title=mention.text)
    return None


def one_of_a_series(frame: Frame) -> Meaning | None:
    """Ask which movie of a series is meant where the asker does not know: "one of the star wars ones"."""
    sure = roles(frame).sure
    if len(sure) != 1:
        return None
    mention = sure[0]
    first = parts.title_begin(frame, mention)
    told = mention.link or any(part.name in ("year", "person") for part in mention.candidates[0].parts)
    if told or series.split_number(mention.text)[1] > 1:
        return None
    if not (frame.has_cue("unsure_which") or frame.cue_before("one_of_before", first, 1)):
        return None
    known = series.series_of(frame.index, movie_of(mention))
    if len(known) < 2:
        known = series.titled(mention.candidates[0].title, frame.index)
    if len(known) < 2:
        return None
    movies = unique_ids(entry.movie_id for entry in known)[:MOST_CHOICES]
    return meaning(Topic.CHOOSE, frame, movies=movies, same_title=True, asked_title=mention.text)


def one_movie(frame: Frame) -> Meaning | None:
    """Answer for the one movie that is named."""
    found = roles(frame)
    if not found.sure or any(mention.grade is Grade.SHARED for mention in found.asked):
        return None
    mention = found.sure[0]
    movie = _meant(frame, mention)
    others: tuple[MovieId, ...] = ()
    if mention.grade is Grade.MEDIUM:
        others = unique_ids(candidate.movie_id for candidate in mention.candidates[1:MOST_CHOICES])
    asks_same = (
        bool(frame.before.movies) and frame.place(mention.span)[0] <= 3 and frame.tokens[0].word in ("and", "in")
    )
    missing = tuple(frame.text[span.start : span.end] for span in frame.unknown_titles)
    return meaning(Topic.MOVIE, frame, movies=(movie,), others=others, asks_same=asks_same, missing=missing)


def _meant(frame: Frame, mention: Mention) -> MovieId:
    """Return the movie of a mention, the part of its series when one is asked for ("the third Toy Story")."""
    own = movie_of(mention)
    return _part_named(frame, [mention]) or own


def _part_named(frame: Frame, mentions: Iterable[Mention]) -> MovieId | None:
    """Return the part of a series that words before a title name ("the third", "the sequel to"); None: none do."""
    for mention in mentions:
        if mention.link:
            continue
        number = parts.ordinal_before(frame, mention)
        part = series.part_of(frame.index, movie_of(mention), number) if number is not None else None
        if frame.cue_before("sequel_before", parts.title_begin(frame, mention), 1):
            part = series.next_part(frame.index, movie_of(mention), 1)
        if part is not None:
            return MovieId(part.movie_id)
    return None


def which_one(frame: Frame) -> Meaning | None:
    """Ask which one is meant where several movies share the words."""
    mentions = [mention for mention in roles(frame).asked if mention.grade is Grade.SHARED]
    part = _part_named(frame, mentions)
    if part is not None:
        return meaning(Topic.MOVIE, frame, movies=(part,))
    return _to_choose(frame, [_in_order(frame, mention) for mention in mentions], same_title=True) if mentions else None


def _in_order(frame: Frame, mention: Mention) -> Mention:
    """Return a mention of a whole series with its movies in the order of the series."""
    places = {entry.movie_id: number for number, entry in enumerate(series.series_of(frame.index, movie_of(mention)))}
    if len(places) < 2 or not all(candidate.movie_id in places for candidate in mention.candidates):
        return mention
    ordered = sorted(mention.candidates, key=lambda candidate: places[candidate.movie_id])
    return replace(mention, candidates=tuple(ordered))


def near_titles(frame: Frame) -> Meaning | None:
    """Ask whether a near title is meant."""
    mentions = [mention for mention in roles(frame).asked if mention.grade is Grade.WEAK]
    if not mentions or (frame.before.movies and frame.share(FOLLOW) > frame.share(MOVIE) and may_go_on(frame)):
        return None
    elsewhere = frame.share(TALK, FOREIGN) > SURELY or frame.share(FOREIGN) > LIKELY
    if elsewhere and not frame.ages and not frame.concerns:
        return None
    part = _part_named(frame, mentions)
    if part is not None:
        return meaning(Topic.MOVIE, frame, movies=(part,))
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
        asked_title=" or ".join(dict.fromkeys(one.text for one in mentions if not one.link)) or None,
    )
