"""The parts of a reply, each built from one stored review. A part that the review lacks says so in one line.

Wording that is more than a label comes from bot.saying.wording and its neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from bot.domain.movie import Movie
from bot.domain.rating_boards import given_ratings
from bot.domain.review import Answer, DiscussionQuestion, Review
from bot.domain.suitability import AGE_BY_LEVEL, AgeRange, DecidingAge, deciding_age, judge
from bot.domain.vocabulary import GRID, GRID_BY_KEY, QUESTIONS, QUESTIONS_BY_KEY
from bot.saying import wording, wording_grammar, wording_rating, wording_verdict, wording_vocabulary
from bot.saying.dangers import MOST_CONCERNS
from bot.saying.reply import Action, Line, Section, SectionKind
from bot.saying.translating import _, ngettext, pgettext

FEW_QUESTIONS: Final = 2
"""Discussion questions shown beside a verdict; the rest are one button away."""
MANY_QUESTIONS: Final = 12
MOST_CAST: Final = 5
MOST_RECOMMENDED: Final = 6
_ROW_SAYS_NOTHING: Final = frozenset({"post_credit_scene"})
"""Questions whose grid row tells nothing about the answer."""
YES_BESIDE_A_ROW: Final = 3
"""Yes-answers shown under the grid row that was asked about."""


def grid_line(review: Review, key: str) -> Line:
    """One row of the content grid."""
    cell = review.cell(key)
    return Line(
        wording_verdict.level_line(key, cell.level, cell.note),
        wording_vocabulary.row(key),
        cell.level,
        not_checked=cell.level is None,
    )


def question_line(review: Review, key: str) -> Line:
    """One yes/no question with its answer; hidden when the answer gives the story away."""
    question, answer = wording_vocabulary.question(key), review.answer(key)
    note = wording_grammar.sentence(answer.note or "")
    if answer.answer is Answer.UNKNOWN:
        said = wording_grammar.join_sentences(_(wording_verdict.NOT_CHECKED), note)
        return Line(said, question, not_checked=True, spoiler=bool(answer.note) and review.gives_away(key))
    said = wording_grammar.join_sentences(_("Yes.") if answer.answer is Answer.YES else _("No."), note)
    return Line(said, question, spoiler=review.gives_away(key))


def concerns(review: Review, keys: Sequence[str], *, with_answers: bool = True) -> Section | None:
    """What was asked about by name: grid rows with the yes-answers that belong to them, and questions.

    A question that nobody answered brings up its grid row when that one was checked. None when nothing was asked.
    `with_answers`: whether a grid row brings its yes-answers.
    """
    lines: dict[str, Line] = {}
    for key in keys[:MOST_CONCERNS]:
        if key in GRID_BY_KEY:
            lines.setdefault(key, grid_line(review, key))
            for other in _answered_yes(review, key)[:YES_BESIDE_A_ROW] if with_answers else ():
                lines.setdefault(other, question_line(review, other))
        else:
            line = question_line(review, key)
            lines.setdefault(key, line)
            row = QUESTIONS_BY_KEY[key].category
            if line.not_checked and key not in _ROW_SAYS_NOTHING and review.cell(row).level is not None:
                lines.setdefault(row, grid_line(review, row))
    return Section(SectionKind.CONCERN, tuple(lines.values()), _("You asked about")) if lines else None


def touched(review: Review, keys: Iterable[str]) -> Section | None:
    """Rows that the words only touched, where they were checked; None when there are none."""
    lines = tuple(grid_line(review, key) for key in keys if review.cell(key).level is not None)
    return Section(SectionKind.CONCERN, lines) if lines else None


def summary(review: Review) -> Section | None:
    """The movie in one line; None when the review has no such line."""
    if review.one_line is None:
        return None
    return Section(SectionKind.SUMMARY, (Line(wording_grammar.sentence(review.one_line)),))


def not_known(review: Review) -> Section | None:
    """What nobody checked; None when the whole grid was judged."""
    negative = [category.key for category in GRID if not category.positive]
    missing = [key for key in negative if review.cell(key).level is None]
    if not missing:
        return None
    line = Line(wording_verdict.not_checked_rows(missing, len(negative)), not_checked=True)
    return Section(SectionKind.NOT_KNOWN, (line,))


def talk(review: Review, most: int = MANY_QUESTIONS) -> Section:
    """The discussion questions with what leads into them."""
    return Section(
        SectionKind.TALK,
        _questions(review.talk[:most]) or _missing(_("Nobody has written down what to talk about for this one yet.")),
        _("Talk about it"),
    )


def few_questions(review: Review) -> Section | None:
    """Two questions to talk about, those first that need no leading in; None when the review has none."""
    if not review.talk:
        return None
    alone = [item for item in review.talk if item.lead_in is None]
    chosen = alone if len(alone) >= FEW_QUESTIONS else review.talk
    return Section(SectionKind.TALK, _questions(chosen[:FEW_QUESTIONS]), _("Talk about it"))


def _questions(items: Sequence[DiscussionQuestion]) -> tuple[Line, ...]:
    """Each question behind what leads into it; a lead-in that several share is said once."""
    lines: list[Line] = []
    before: str | None = None
    for item in items:
        led = item.lead_in is not None and item.lead_in != before
        lines.append(Line(f"{item.lead_in} {item.question}" if led else item.question))
        before = item.lead_in
    return tuple(lines)


def content(review: Review) -> Section:
    """The whole grid, row by row, then the questions: each yes, each that tells the end, how many more."""
    if not review.grid and not review.questions:
        return Section(
            SectionKind.CONTENT,
            (Line(wording_verdict.not_checked_rows([c.key for c in GRID], len(GRID)), not_checked=True),),
            _("What's in it"),
        )
    rows = [grid_line(review, category.key) for category in GRID]
    answers = {question.key: review.answer(question.key).answer for question in QUESTIONS}
    shown = [
        key
        for key, answer in answers.items()
        if answer is Answer.YES or (answer is Answer.NO and QUESTIONS_BY_KEY[key].spoiler)
    ]
    answered = [question_line(review, key) for key in shown]
    noes = sum(answer is Answer.NO for key, answer in answers.items() if key not in shown)
    if noes:
        answered.append(Line(wording.more_answered_no(noes)))
    unknown = sum(answer is Answer.UNKNOWN for answer in answers.values())
    if unknown:
        answered.append(Line(wording.not_answered(unknown), not_checked=True))
    return Section(SectionKind.CONTENT, (*rows, *answered), _("What's in it"))


def story(review: Review) -> Section:
    """What the movie is about."""
    told = _paragraphs(review.story) or _paragraphs(review.one_line)
    return Section(SectionKind.STORY, told or _missing(_("This review does not tell the story.")), _("The story"))


def quality(review: Review) -> Section:
    """Whether it is any good, by the reviewer."""
    lines = _paragraphs(review.any_good)
    if review.quality is not None:
        lines = (Line(_("{quality} of 5, by the reviewer.").format(quality=review.quality)), *lines)
    return Section(
        SectionKind.QUALITY, lines or _missing(_("This review does not say how good it is.")), _("Is it any good?")
    )


def diversity(review: Review) -> Section:
    """Who is represented, and how."""
    lines = _paragraphs(review.diversity)
    if review.cell("diverse_representations").level is not None:
        lines = (grid_line(review, "diverse_representations"), *lines)
    return Section(
        SectionKind.DIVERSITY,
        lines or _missing(_("Nobody has written about representation in this one yet.")),
        _("Diverse representations"),
    )


def where(review: Review) -> Section:
    """Where to watch it."""
    lines = _missing(_("This review does not say where to watch it."))
    if review.where_to_watch:
        places = wording_grammar.join_words(review.where_to_watch, wording_grammar.OR)
        lines = (Line(_("On {places}.").format(places=places)),)
    return Section(SectionKind.WHERE, lines, _("Where to watch"))


def rating(review: Review) -> Section:
    """Every official rating with its explanation, side by side."""
    lines = tuple(Line(wording_rating.rating_sentence(one)) for one in given_ratings(review.movie.official_ratings))
    return Section(SectionKind.RATING, lines or _missing(_(wording_rating.NO_RATING)), _("Official rating"))


def facts(movie: Movie, wanted: str | None = None) -> Section:
    """Series, makers, cast, run time, genres and dates; `wanted`: only that one where it is known."""
    rows = _facts(movie)
    rows = [row for row in rows if row[0] == wanted] or rows
    lines = tuple(Line(text, label) for fact, label, text in rows)
    return Section(SectionKind.FACTS, lines or _missing(_("Nothing more is known about how it was made.")), _("Facts"))


def _facts(movie: Movie) -> list[tuple[str, str, str]]:
    """Each fact that is known: what it is asked for by, its label and its text."""
    rows: list[tuple[str, str, str]] = []
    if movie.series is not None:
        rows.append(("series", _("Series"), wording.series(movie.series)))
    if movie.directors:
        label = ngettext("Director", "Directors", len(movie.directors))
        rows.append(("directors", label, wording_grammar.join_words(movie.directors)))
    if movie.cast:
        rows.append(("cast", pgettext("before the cast", "With"), wording_grammar.join_words(movie.cast[:MOST_CAST])))
    if movie.run_time_minutes is not None:
        rows.append(("run_time", _("Run time"), wording.run_time(movie.run_time_minutes)))
    if movie.genres:
        label = ngettext("Genre", "Genres", len(movie.genres))
        rows.append(("genres", label, wording_grammar.join_words(movie.genres)))
    if movie.studios:
        label = ngettext("Studio", "Studios", len(movie.studios))
        rows.append(("studios", label, wording_grammar.join_words(movie.studios)))
    if movie.theatrical_date is not None:
        rows.append(("dates", _("In theaters"), wording_grammar.day(movie.theatrical_date)))
    if movie.home_date is not None:
        rows.append(("dates", _("At home"), wording_grammar.day(movie.home_date)))
    return rows


def why(review: Review, ages: Sequence[AgeRange], preferred_systems: Sequence[str]) -> Section:
    """What the verdict rests on, row by row, and the rule."""
    deciding = deciding_age(review, preferred_systems)
    lines = [] if ages else [Line(wording_verdict.brief_ground(deciding))]
    lines += [grid_line(review, key) for key in _heaviest(review, deciding)]
    if (
        any(judge(review, age, preferred_systems=preferred_systems).fine_from_years is not None for age in ages)
        or not ages
    ):
        lines.append(Line(_(wording_verdict.RULE)))
    return Section(SectionKind.VERDICT, tuple(lines), _("Why"))


def recommendations(review: Review) -> Section | None:
    """What the reviewer would put on next; None when the review names nothing."""
    if not review.recommendations:
        return None
    lines = tuple(
        Line(
            wording_grammar.sentence(item.reason) if item.reason else "",
            item.title if item.year is None else f"{item.title} ({item.year})",
        )
        for item in review.recommendations[:MOST_RECOMMENDED]
    )
    return Section(SectionKind.RECOMMENDATIONS, lines, _("Our editors recommend"))


def how_we_rate() -> Section:
    """How ratings are made, and who has a say in them."""
    return Section(SectionKind.HOW_WE_RATE, tuple(Line(_(text)) for text in wording.HOW_WE_RATE), _("How we rate"))


SECTION_OF_ACTION: Final[dict[Action, Callable[[Review], Section]]] = {
    Action.TALK: talk,
    Action.CONTENT: content,
    Action.STORY: story,
    Action.QUALITY: quality,
}


def actions(review: Review) -> tuple[Action, ...]:
    """What the review has more to say about."""
    offered = [
        (Action.TALK, bool(review.talk)),
        (Action.CONTENT, bool(review.grid or review.questions)),
        (Action.STORY, review.story is not None),
        (Action.QUALITY, review.any_good is not None or review.quality is not None),
    ]
    return tuple(action for action, has in offered if has)


def _answered_yes(review: Review, row: str) -> list[str]:
    return [q.key for q in QUESTIONS if q.category == row and review.answer(q.key).answer is Answer.YES]


def _heaviest(review: Review, deciding: DecidingAge) -> list[str]:
    """The three checked rows that ask for the highest age, the deciding one first."""
    rows = [
        (AGE_BY_LEVEL[key][level], key)
        for key in AGE_BY_LEVEL
        if (level := review.cell(key).level) is not None and level > 0
    ]
    rows.sort(key=lambda row: (row[1] != deciding.category, -row[0]))
    return [key for _, key in rows[:3]]


def _paragraphs(text: str | None) -> tuple[Line, ...]:
    return tuple(Line(part.strip()) for part in text.split("\n") if part.strip()) if text else ()


def _missing(said: str) -> tuple[Line, ...]:
    return (Line(said, not_checked=True),)
