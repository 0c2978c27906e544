"""The rules: from what a message says to what it means. The first rule of RULES that holds decides, and is named.

Each rule looks at the frame alone (bot.understanding.frame): what was read from the message, the talk before, and
whether it was said to the guide. `explain` shows the name of the rule; the cases in tests/cases assert it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from bot.language.words import tokenise
from bot.matching.mention import Grade
from bot.understanding.asked import is_asked
from bot.understanding.care import tells_of_harm
from bot.understanding.frame import Frame, movie_of
from bot.understanding.intents import Intent
from bot.understanding.meaning import Meaning, Topic, meaning, unique_ids
from bot.understanding.message_kind import CHAT, FOLLOW, FOREIGN, LOOKALIKE, MOVIE, TALK
from bot.understanding.roles import LIKELY, roles, wishes_for_movies
from bot.understanding.rules_going_on import (
    another_part,
    another_version,
    corrected_without_title,
    follow_up,
    one_of_those_offered,
    still_choosing,
    unknown_link,
    unknown_title,
)
from bot.understanding.rules_naming import (
    a_whole_series,
    another_movie_asked,
    compared_with_the_one_before,
    listed_parts,
    near_titles,
    no_newer_known,
    one_movie,
    one_of_a_series,
    several_named,
    versions_compared,
    which_one,
)
from bot.understanding.told_stories import told_by_its_story
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
    only_links = bool(tokenise(frame.text))
    asks = frame.addressed and (not frame.text or "?" in frame.text or only_links)
    return meaning(Topic.HELP if asks else Topic.SILENT, frame, intent=Intent.HELP)


def _whole_message(frame: Frame) -> Meaning | None:
    if frame.whole is None or (frame.mentions and frame.whole is not Intent.THANKS):
        return None
    return meaning(Topic.HELP if frame.addressed else Topic.SILENT, frame, intent=frame.whole)


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
    skip |= {place for note in frame.ages for place in range(note.first, note.end)} | frame.links
    wishes = read_wishes(frame.words, frame.concerns, skip)
    liked = [mention for mention in (found.liked or found.asked) if mention.grade is not Grade.WEAK]
    movies = unique_ids(movie_of(mention) for mention in liked)
    if not movies and frame.has_cue("like_this"):
        movies = before.movies or (before.choices if len(before.choices) == 1 else ())
    missing = tuple(
        frame.text[span.start : span.end]
        for span in frame.unknown_titles
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
    skip = {place for note in frame.ages for place in range(note.first, note.end)} | frame.links
    wishes = wishes_alone(frame.words, frame.concerns, skip)
    if going_on:
        return frame.has_cue("others") or wishes or bool(frame.ages or frame.concerns)
    return wishes and not before.movies and not before.choices and frame.share(TALK, CHAT, FOLLOW) < 0.5


def _help(frame: Frame) -> Meaning:
    if frame.share(FOREIGN) > LIKELY:
        intent = Intent.NOT_ENGLISH
    elif frame.concerns:
        intent = Intent.CONCERN
    elif frame.intent is not None:
        intent = frame.intent
    else:
        asks = frame.share(MOVIE, LOOKALIKE, FOLLOW) > frame.share(TALK, CHAT) or bool(frame.ages)
        intent = Intent.VERDICT if asks else Intent.HELP
    return meaning(Topic.HELP if frame.addressed else Topic.SILENT, frame, intent=intent)


RULES: Final[tuple[Rule, ...]] = (
    Rule("somebody tells of harm", _care),
    Rule("nothing is said", _nothing_said),
    Rule("a greeting or thanks", _whole_message),
    Rule("one of those offered is picked", one_of_those_offered),
    Rule("nothing is asked of the guide", _not_asked),
    Rule("how we rate", _how_we_rate),
    Rule("a whole series", a_whole_series),
    Rule("a movie told by its story", told_by_its_story),
    Rule("movies are wished for", _recommend),
    Rule("the last movie was the wrong one", corrected_without_title),
    Rule("parts of a series are listed", listed_parts),
    Rule("compared with the movie spoken of", compared_with_the_one_before),
    Rule("a movie that is not here", another_movie_asked),
    Rule("versions of a movie are compared", versions_compared),
    Rule("several movies are named", several_named),
    Rule("a newer movie than is known", no_newer_known),
    Rule("one of a series, not said which", one_of_a_series),
    Rule("one movie is named", one_movie),
    Rule("several movies share the title", which_one),
    Rule("a link to a movie that nobody stored", unknown_link),
    Rule("another part of the series", another_part),
    Rule("another version of the movie spoken of", another_version),
    Rule("near titles", near_titles),
    Rule("a title that nobody knows", unknown_title),
    Rule("a follow-up", follow_up),
    Rule("still choosing", still_choosing),
    Rule("no movie is named", _help),
)
