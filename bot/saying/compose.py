"""Compose the Reply: which parts an answer has, in which order. Pure functions of what was understood and stored.

The verdict stands first for a child asked about, what was asked for leads the sections, and what nobody checked is
always said. Sentences come from bot.saying.wording, parts from bot.saying.sections. A Reply is finished text, in the
language that the use case set around composing it (bot.saying.translating).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from bot.domain.movie import Movie, MovieId
from bot.domain.rating_boards import DEFAULT_SYSTEM, given_ratings
from bot.domain.review import Review, StoredReview
from bot.domain.suitability import Ground, Verdict, deciding_age, judge
from bot.domain.vocabulary import GRID_BY_KEY
from bot.saying import dangers, sections, wording, wording_rating, wording_verdict, wording_wishes
from bot.saying.reply import Action, Line, MovieRef, Outcome, Reply, Section, SectionKind, VerdictLine
from bot.saying.translating import _
from bot.saying.wording_grammar import join_sentences, sentence
from bot.understanding.intents import Intent
from bot.understanding.meaning import Meaning
from bot.understanding.wishes import Wishes

_DEFAULT_SYSTEMS: Final = (DEFAULT_SYSTEM,)
_SECTION_OF_INTENT: Final[dict[Intent, Callable[[Review], Section]]] = {
    Intent.TALK: sections.talk,
    Intent.STORY: sections.story,
    Intent.QUALITY: sections.quality,
    Intent.CONTENT: sections.content,
    Intent.RATING: sections.rating,
    Intent.DIVERSITY: sections.diversity,
    Intent.WHERE: sections.where,
    Intent.FACTS: lambda review: sections.facts(review.movie),
}
_ABOUT_THE_CHILD: Final = frozenset({Intent.CONTENT, Intent.RATING})
"""Of the intents with a section of their own, those whose answer still tells what age the movie is for."""

_KIND: Final = frozenset({Verdict.FINE, Verdict.WITH_YOU})
"""Verdicts that are said with a "but" where something stands against them; others need none."""


def compose_answer(
    understanding: Meaning,
    stored: StoredReview,
    ref: MovieRef,
    preferred_systems: Sequence[str] = _DEFAULT_SYSTEMS,
    others: Sequence[MovieRef] = (),
) -> Reply:
    """Answer about one reviewed movie. `others`: what else the words may have meant, offered beside the answer."""
    review = stored.review
    intent = understanding.intent
    own_section = _SECTION_OF_INTENT.get(intent)
    about_section_only = own_section is not None and intent not in _ABOUT_THE_CHILD and not understanding.age_mentions
    verdicts: tuple[VerdictLine, ...] = ()
    if not about_section_only or not understanding.from_context:
        verdicts = _verdicts(understanding, review, preferred_systems)
    asked: list[Section | None] = []
    parts: list[Section | None] = []
    if intent is Intent.WHY:
        asked.append(sections.why(review, understanding.ages, preferred_systems))
    if own_section is not None:
        facts = intent is Intent.FACTS and understanding.fact is not None
        own = sections.facts(review.movie, understanding.fact) if facts else own_section(review)
        (parts if intent is Intent.CONTENT else asked).append(own)
    asked.append(sections.concerns(review, understanding.concerns))
    first = [replace(section, heading=None) for section in asked if section is not None]
    if others:
        parts.insert(0, _message(wording.took_it(ref.name)))
    parts[:0] = _links_left_out(understanding)
    if not about_section_only:
        parts += _about_the_movie(understanding, review, preferred_systems)
    return Reply(
        Outcome.ANSWER,
        movie=ref,
        review_id=stored.review_id,
        headline=wording_rating.headline(ref.name, review.movie.official_ratings, preferred_systems),
        verdicts=verdicts,
        sections=(*first, *_present(parts)),
        asked_first=len(first),
        actions=sections.actions(review),
        attribution=wording.attribution(review, stored.changed_here),
        others=tuple(others),
    )


def compose_unreviewed(
    understanding: Meaning,
    ref: MovieRef,
    others: Sequence[MovieRef] = (),
    movie: Movie | None = None,
    preferred_systems: Sequence[str] = _DEFAULT_SYSTEMS,
) -> Reply:
    """Say that a movie is known but not reviewed. `movie`: its facts where known, whose official rating is a ground."""
    bare = Review(movie or Movie(ref.title, ref.year))
    rated = bool(given_ratings(bare.movie.official_ratings))
    parts: list[Section | None] = [_message(wording.unreviewed(ref.name)), *_links_left_out(understanding)]
    if rated:
        parts += [_general_age(understanding, bare, preferred_systems), sections.rating(bare)]
    if others:
        parts.append(_message(wording.took_it(ref.name)))
    return Reply(
        Outcome.UNREVIEWED,
        movie=ref,
        headline=wording_rating.headline(ref.name, bare.movie.official_ratings, preferred_systems)
        if rated
        else ref.name,
        verdicts=_verdicts(understanding, bare, preferred_systems, nothing_known=_(wording.NOBODY_REVIEWED)),
        sections=_present(parts),
        others=tuple(others),
    )


def compose_choose(understanding: Meaning, refs: Sequence[MovieRef]) -> Reply:
    """Ask which movie is meant."""
    names = [ref.name for ref in refs]
    if understanding.from_context:
        asked = wording.still_about(understanding.asked_title, names)
    elif understanding.same_title:
        asked = wording.which_of_same(understanding.asked_title or refs[0].title, names)
    elif understanding.version == "newer":
        asked = wording.no_newer(understanding.asked_title or refs[0].title, names)
    else:
        asked = wording.which_near(understanding.asked_title, names)
    return Reply(Outcome.CHOOSE, choices=tuple(refs), headline=asked, sections=tuple(_links_left_out(understanding)))


def compose_compare(
    understanding: Meaning,
    pairs: Sequence[tuple[MovieRef, StoredReview | None]],
    preferred_systems: Sequence[str] = _DEFAULT_SYSTEMS,
    facts: Mapping[MovieId, Movie] = MappingProxyType({}),
) -> Reply:
    """Answer for several movies named in one message, one after the other.

    `facts`: what is known of those without a review, whose official rating is a ground.
    """
    verdicts: list[VerdictLine] = []
    parts: list[Section] = []
    sources: list[str] = []
    for ref, stored in pairs:
        review = stored.review if stored is not None else Review(facts.get(ref.movie_id, Movie(ref.title, ref.year)))
        if stored is None:
            parts.append(Section(SectionKind.MESSAGE, (Line(_(wording.NOBODY_REVIEWED), not_checked=True),), ref.name))
            if not given_ratings(review.movie.official_ratings):
                continue
        else:
            sources.append(wording.attribution(review, stored.changed_here))
        verdicts += _verdicts(understanding, review, preferred_systems, movie=ref.name)
        parts.append(_in_comparison(understanding, review, ref, preferred_systems))
    parts += [_message(wording.unknown(title)) for title in understanding.missing]
    parts += _links_left_out(understanding)
    which = _which_has_more(understanding, pairs)
    if which is not None:
        parts.insert(0, _message(which))
    return Reply(
        Outcome.COMPARE,
        choices=tuple(ref for ref, stored in pairs),
        headline=wording.compared([ref.name for ref, stored in pairs]),
        verdicts=tuple(verdicts),
        sections=tuple(parts),
        attribution=join_sentences(*dict.fromkeys(sources)) or None,
    )


def compose_unknown(understanding: Meaning) -> Reply:
    """Say that the movie asked about is not known, and guess nothing."""
    by_link = understanding.asked_title is None and understanding.unknown_links > 0
    return Reply(
        Outcome.UNKNOWN,
        headline=wording.unknown_link(understanding.unknown_links)
        if by_link
        else wording.unknown(understanding.asked_title),
        sections=(_message(_(wording.TELL_TITLE if by_link else wording.LOOK_AGAIN)),),
    )


def compose_recommend(
    understanding: Meaning,
    picks: Sequence[tuple[MovieRef, StoredReview]],
    preferred_systems: Sequence[str] = _DEFAULT_SYSTEMS,
    *,
    like: Sequence[str] = (),
    wishes_given_up: bool = False,
    for_oldest: bool = False,
) -> Reply:
    """Name movies for these children in a line each. `like`: the movies liked; the last two are as in Suggestions."""
    ages, wishes = understanding.ages, understanding.wishes
    searched = wording_wishes.searched(wishes, understanding.concerns)
    told = [] if wishes_given_up else wording_wishes.told(searched)
    told += [wording_wishes.like_unknown(title) for title in understanding.missing]
    if understanding.unknown_links:
        told.append(wording.links_left_out(understanding.unknown_links))
    if wishes.unsearchable:
        told.append(wording_wishes.not_searched(wishes.unsearchable))
    if not picks:
        more = bool(understanding.context.suggested)
        said = [] if searched and not more else told
        parts = [*map(_message, said)] if ages else [_message(_(wording.TELL_AGE))]
        return Reply(
            Outcome.RECOMMEND, headline=wording_wishes.nothing_fits(ages, searched, more=more), sections=tuple(parts)
        )
    if wishes_given_up:
        told.insert(
            0, wording_wishes.given_up(ages, [*wording_wishes.like(like), *wording_wishes.searched(wishes, ())])
        )
    headline = wording.suggestions(len(picks), ages, () if wishes_given_up else like)
    if for_oldest:
        headline = wording_wishes.not_for_youngest(ages)
    if understanding.sensitive and ages:
        told.append(_(wording_verdict.SENSITIVE_RULE))
    lines = tuple(_pick(ref, stored.review, preferred_systems, wishes) for ref, stored in picks)
    listed = [*map(_message, told), Section(SectionKind.RECOMMENDATIONS, lines)]
    if not ages:
        listed.append(_message(_(wording.TELL_AGE)))
    sources = list(dict.fromkeys(wording.attribution(stored.review, stored.changed_here) for _, stored in picks))
    return Reply(
        Outcome.RECOMMEND,
        choices=tuple(ref for ref, stored in picks),
        headline=headline,
        sections=tuple(listed),
        attribution=join_sentences(*sources),
    )


def compose_help(understanding: Meaning) -> Reply:
    """Answer what names no movie: a greeting, thanks, a call for help, an age alone."""
    intent = understanding.intent
    if intent is Intent.HOW_WE_RATE:
        return compose_how_we_rate()
    if intent is Intent.GREETING:
        return Reply(Outcome.HELP, headline=_(wording.HELLO))
    if intent is Intent.THANKS:
        return Reply(Outcome.HELP, headline=_(wording.WELCOME))
    if intent is Intent.CORRECTION:
        return Reply(Outcome.HELP, headline=_(wording.TRY_AGAIN))
    if intent is Intent.SMALL_TALK:
        return Reply(Outcome.HELP, headline=_(wording.ONLY_MOVIES))
    if intent is Intent.NOT_ENGLISH:
        return Reply(Outcome.HELP, headline=_(wording.ONLY_ENGLISH))
    if understanding.told:
        return Reply(Outcome.HELP, headline=_(wording.CANT_TELL))
    if understanding.age_mentions or understanding.concerns or intent is not Intent.HELP:
        headline = wording.which_movie_for([mention.age for mention in understanding.age_mentions])
        return Reply(Outcome.HELP, headline=headline)
    return Reply(
        Outcome.HELP,
        headline=_(wording.WHAT_I_DO),
        sections=(Section(SectionKind.MESSAGE, (Line(_(wording.ASK_LIKE_THIS)), Line(_(wording.ALSO_ASK)))),),
    )


def compose_care() -> Reply:
    """Answer somebody who tells of harm: where help is, and nothing about movies."""
    return Reply(Outcome.HELP, headline=_(wording.CARE), sections=(_message(_(wording.CARE_WHERE)),))


def compose_section(stored: StoredReview, ref: MovieRef, action: Action) -> Reply:
    """Give one part of a review, as its button asks for."""
    review = stored.review
    return Reply(
        Outcome.ANSWER,
        movie=ref,
        review_id=stored.review_id,
        headline=ref.name,
        sections=(sections.SECTION_OF_ACTION[action](review),),
        actions=sections.actions(review),
        attribution=wording.attribution(review, stored.changed_here),
    )


def compose_how_we_rate() -> Reply:
    """Tell how ratings are made."""
    part = sections.how_we_rate()
    return Reply(Outcome.HELP, headline=part.heading or "", sections=(Section(part.kind, part.lines),))


def _about_the_movie(understanding: Meaning, review: Review, preferred_systems: Sequence[str]) -> list[Section | None]:
    """What every answer about fitness holds: the age when no child was named, the line, the gaps, the questions."""
    parts: list[Section | None] = [sections.touched(review, understanding.touched)]
    if understanding.intent is not Intent.WHY:
        parts.insert(0, _general_age(understanding, review, preferred_systems))
    if not understanding.from_context:
        parts.append(sections.summary(review))
    if understanding.intent is not Intent.CONTENT:
        parts.append(sections.not_known(review))
    if not understanding.from_context:
        parts.append(sections.few_questions(review))
    return parts


def _general_age(understanding: Meaning, review: Review, preferred_systems: Sequence[str]) -> Section | None:
    """The age that it is for; None when a child was named, who has a verdict."""
    if understanding.ages:
        return None
    said = wording_verdict.general_age(
        deciding_age(review, preferred_systems),
        review,
        {*understanding.concerns, *understanding.touched},
        sensitive=understanding.sensitive,
        brief=understanding.from_context,
        but=dangers.but(review, understanding.concerns),
    )
    return Section(SectionKind.VERDICT, (Line(said),))


def _which_has_more(understanding: Meaning, pairs: Sequence[tuple[MovieRef, StoredReview | None]]) -> str | None:
    """Say which of the movies has most of the one row asked about; None where it was not checked for all of them."""
    rows = [key for key in understanding.concerns if key in GRID_BY_KEY]
    if len(rows) != 1:
        return None
    levels = {ref.name: stored.review.cell(rows[0]).level for ref, stored in pairs if stored is not None}
    checked = {name: level for name, level in levels.items() if level is not None}
    return wording.most_of(rows[0], checked) if len(checked) == len(pairs) else None


def _in_comparison(understanding: Meaning, review: Review, ref: MovieRef, preferred_systems: Sequence[str]) -> Section:
    """One movie's part in a comparison: its rating, its age when no child was named, and what was asked about."""
    rated = wording_rating.rating_brief(review.movie.official_ratings, preferred_systems)
    lines = [] if understanding.from_context else [Line(rated)]
    general = _general_age(understanding, review, preferred_systems)
    if general is not None and not (understanding.from_context and understanding.concerns):
        lines += general.lines
    asked = sections.concerns(review, understanding.concerns, with_answers=False)
    if asked is not None:
        lines += asked.lines
    if review.one_line is not None and not understanding.from_context:
        lines.append(Line(sentence(review.one_line)))
    return Section(SectionKind.SUMMARY, tuple(lines), ref.name)


def _pick(ref: MovieRef, review: Review, preferred_systems: Sequence[str], wishes: Wishes) -> Line:
    said = [wording_verdict.from_age(deciding_age(review, preferred_systems))]
    if wishes.most_minutes is not None and review.movie.run_time_minutes is not None:
        said.append(wording.run_time_sentence(review.movie.run_time_minutes))
    if review.one_line:
        said.append(sentence(review.one_line))
    return Line(join_sentences(*said), ref.name)


def _verdicts(
    understanding: Meaning,
    review: Review,
    preferred_systems: Sequence[str],
    nothing_known: str | None = None,
    movie: str | None = None,
) -> tuple[VerdictLine, ...]:
    """One verdict for each child asked about, in the order asked; `nothing_known` is said where no ground is.

    `movie`: the name to say with each, where the reply is about several.

    The reason is given in full once: for the first child for whom the movie is not simply fine.
    """
    judged = [
        judge(review, age, sensitive=understanding.sensitive, preferred_systems=preferred_systems)
        for age in understanding.ages
    ]
    shown = {*understanding.concerns, *understanding.touched}
    in_full = next(
        (verdict for verdict in judged if verdict.verdict is not Verdict.FINE), judged[0] if judged else None
    )
    told = next((verdict for verdict in judged if verdict.verdict is not Verdict.NOT_ENOUGH_KNOWN), None)
    but = dangers.but(review, understanding.concerns)
    lines = []
    for verdict in judged:
        brief = verdict is not in_full or (understanding.from_context and not understanding.age_mentions)
        as_sensitive = understanding.sensitive and verdict is told
        because = wording_verdict.verdict_because(verdict, review, sensitive=as_sensitive, brief=brief, shown=shown)
        if nothing_known is not None and verdict.deciding.ground is Ground.NOTHING:
            because = nothing_known
        against = but if verdict.verdict in _KIND else None
        headline = wording_verdict.verdict_headline(verdict, against, movie)
        lines.append(VerdictLine(verdict, headline, because, but=against is not None))
    return tuple(lines)


def _links_left_out(understanding: Meaning) -> list[Section]:
    number = understanding.unknown_links
    return [_message(wording.links_left_out(number))] if number else []


def _message(text: str) -> Section:
    return Section(SectionKind.MESSAGE, (Line(text),))


def _present(parts: Sequence[Section | None]) -> tuple[Section, ...]:
    return tuple(part for part in parts if part is not None)
