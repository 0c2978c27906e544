"""The panel of a draft: what is written, what is missing, and the controls for every section. Drawing only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import discord

from bot.application.drafting import OutdatedDraftError
from bot.discord_app import labels as face_labels
from bot.discord_app import review_labels as labels
from bot.discord_app.markdown import plain, plain_line
from bot.discord_app.render import NEUTRAL_COLOUR, render
from bot.discord_app.views import draft_text
from bot.discord_app.views.draft_difference import difference, field_text, when, who
from bot.discord_app.views.draft_forms import FORMS, LEVELS, SECTIONS
from bot.discord_app.views.movie_choice import cut
from bot.discord_app.views.review_controls import Pick, Press, ReviewButton, ReviewSelect, option
from bot.domain.draft import Draft, what_is_missing
from bot.domain.review import Answer, Review
from bot.domain.vocabulary import GRID, HIGHEST_LEVEL, QUESTIONS
from bot.saying.reply import Reply

OVERVIEW, GRID_PAGE, QUESTIONS_PAGE = "overview", "grid", "questions"
PREVIEW_AGES_YEARS = tuple(range(2, 18))
LONGEST_EXTRACT = 90
MOST_LISTED_DRAFTS = 25
LONGEST_MESSAGE = 3_900
"""Characters of text in one message; Discord takes 4,000."""
_NOTE_SHOWN = 70
_ANSWER_NOTE_SHOWN = 40
_IN_A_ROW = 4
_PAGE_BESIDE_FORM = {
    "grid": (GRID_PAGE, labels.GRID_BY_ROWS),
    "questions": (QUESTIONS_PAGE, labels.QUESTIONS_BY_ONE),
}
"""The pages on which a section is filled bit by bit, offered beside the form that takes all of it."""
_FILLED, _EMPTY = "✅", "▫️"


def panel(draft: Draft, page: str = OVERVIEW, said: str | None = None) -> discord.ui.LayoutView:
    """Draw a page of the panel. `said`: a sentence about what just happened, at the top."""
    texts, rows = {GRID_PAGE: _grid, QUESTIONS_PAGE: _questions}.get(page, _overview)(draft)
    name = plain_line(draft.review.movie.name)
    head = "\n".join(text for text in (said, f"### ✍️ {name}", f"-# {_kind(draft)}, {_saved(draft)}") if text)
    return message([head, *texts], rows, apart=True)


def message(
    texts: Sequence[str],
    rows: Sequence[discord.ui.Item[Any]] = (),
    *,
    file_name: str | None = None,
    apart: bool = False,
) -> discord.ui.LayoutView:
    """One message: texts, `apart` with a line between them, if wanted a file that is sent with it, and controls."""
    shown = [text for text in texts if text]
    parts: list[discord.ui.Item[Any]] = []
    room = LONGEST_MESSAGE
    for text in shown if apart else ["\n".join(shown)]:
        if parts:
            parts.append(discord.ui.Separator(spacing=discord.SeparatorSpacing.small))
        parts.append(discord.ui.TextDisplay(cut(text, room)))
        room -= min(len(text), room - 1)
    if file_name is not None:
        parts.append(discord.ui.File(f"attachment://{file_name}"))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.Container(*parts, *rows, accent_colour=NEUTRAL_COLOUR))
    return view


def preview_views(draft: Draft, reply: Reply) -> list[discord.ui.LayoutView]:
    """The answer as parents will get it, with buttons that show the draft's own sections."""
    views = as_answer(reply)
    buttons: list[discord.ui.Item[Any]] = [
        ReviewButton(
            Press.SECTION,
            draft.draft_id,
            draft.version,
            action.value,
            label=face_labels.ACTION_LABELS[action][1],
            emoji=face_labels.ACTION_LABELS[action][0],
        )
        for action in reply.actions
    ]
    ages = [option(labels.NO_AGE, "0"), *(option(f"{age} years", str(age)) for age in PREVIEW_AGES_YEARS)]
    select = ReviewSelect(Pick.AGE, draft.draft_id, draft.version, ages, placeholder=labels.AS_ASKED_FOR)
    if buttons:
        views[-1].add_item(discord.ui.ActionRow(*buttons))
    views[-1].add_item(discord.ui.ActionRow(select))
    views[-1].add_item(discord.ui.TextDisplay(f"-# {labels.PREVIEWED}"))
    return views


def section_views(reply: Reply) -> list[discord.ui.LayoutView]:
    """One section as its button shows it."""
    return as_answer(reply)


def stale_view(newest: Draft, mine: Review, form_key: str, file_name: str) -> discord.ui.LayoutView:
    """What stands in the newest version against what was refused, and the ways to go on."""
    said = labels.STALE.format(who=who(newest.updated_by), when=when(newest.updated_at))
    differs = difference(newest.review, mine, labels.THEIRS, labels.YOURS)
    buttons = [
        _button(Press.NEWEST, newest, label=labels.OPEN_NEWEST, style=discord.ButtonStyle.primary),
    ]
    if differs:
        buttons += [
            _button(Press.MINE, newest, form_key, label=labels.USE_MINE),
            _button(Press.AGAIN, newest, form_key, label=labels.BACK_TO_FORM),
        ]
    texts = [said, differs or labels.STALE_SAME, labels.YOUR_TEXT_IS_KEPT]
    return message(texts, [discord.ui.ActionRow(*buttons)], file_name=file_name)


def refused_view(
    sentence: str, draft_id: int, version: int, form_key: str | None, file_name: str
) -> discord.ui.LayoutView:
    """Why something was not saved, with what was typed; `form_key` None: there is no draft to go back to."""
    texts = [labels.NOT_SAVED.format(sentence=plain(sentence)), labels.YOUR_TEXT_IS_KEPT]
    rows: list[discord.ui.Item[Any]] = []
    if form_key is not None:
        again = ReviewButton(
            Press.AGAIN,
            draft_id,
            version,
            form_key,
            label=labels.BACK_TO_FORM,
            style=discord.ButtonStyle.primary,
        )
        rows.append(discord.ui.ActionRow(again))
    return message(texts, rows, file_name=file_name)


def outdated_view(outdated: OutdatedDraftError) -> discord.ui.LayoutView:
    """What is published now against the draft, and the ways to go on."""
    newest, draft = outdated.newest, outdated.draft
    said = labels.OUTDATED.format(
        sentence=plain(str(outdated)), who=who(newest.author), when=when(newest.made_at), number=newest.number
    )
    differs = labels.REVIEW_IS_DOWN
    if newest.review is not None:
        differs = difference(newest.review, draft.review, labels.NOW, labels.IN_DRAFT) or labels.SAME_AS_NOW
    over = _button(Press.OVER, draft, str(newest.number), label=labels.PUBLISH_OVER, style=discord.ButtonStyle.danger)
    back = _button(Press.NEWEST, draft, label=labels.BACK)
    return message([said, differs], [discord.ui.ActionRow(over, back)])


def drop_view(draft: Draft) -> discord.ui.LayoutView:
    """Ask once more before a draft is dropped."""
    sure = _button(Press.DROP_FOR_GOOD, draft, label=labels.DROP_FOR_GOOD, style=discord.ButtonStyle.danger)
    back = _button(Press.NEWEST, draft, label=labels.BACK)
    sentence = labels.DROP_SURE.format(name=plain_line(draft.review.movie.name))
    return message([sentence], [discord.ui.ActionRow(sure, back)])


def drafts_view(drafts: Sequence[Draft]) -> discord.ui.LayoutView:
    """The list of drafts, with a select that opens one."""
    lines = []
    options = []
    for draft in drafts[:MOST_LISTED_DRAFTS]:
        needed = what_is_missing(draft.review).needed
        state = f"{_EMPTY} {labels.IMPORT_LACKS.format(needed=_inline(needed))}" if needed else _FILLED
        name = plain_line(cut(draft.review.movie.name, LONGEST_EXTRACT))
        lines.append(f"- **{name}**, {_saved(draft)} {state}")
        options.append(option(draft.review.movie.name, str(draft.draft_id), _kind(draft)))
    if len(drafts) > MOST_LISTED_DRAFTS:
        lines.append(labels.AND_MORE.format(number=len(drafts) - MOST_LISTED_DRAFTS))
    select = ReviewSelect(Pick.DRAFT, 0, 0, options, placeholder=labels.OPEN_DRAFT)
    return message([labels.DRAFTS_HEADING, *lines], [discord.ui.ActionRow(select)])


def as_answer(reply: Reply) -> list[discord.ui.LayoutView]:
    """A reply as it is drawn for parents, without its controls."""
    # Without movie and actions no button leads to what is published.
    return render(replace(reply, movie=None, actions=()))


def _overview(draft: Draft) -> tuple[list[str], list[discord.ui.Item[Any]]]:
    review = draft.review
    missing = what_is_missing(review)
    state = labels.NEEDED.format(needed=plain_line(_inline(missing.needed))) if missing.needed else labels.READY
    lines = []
    forms: list[discord.ui.Item[Any]] = []
    for form in SECTIONS:
        emoji, label = labels.FORM_LABELS[form.key]
        extract = _extract(form.key, review)
        lines.append(f"{_FILLED} **{label}** {plain_line(extract)}" if extract else f"{_EMPTY} {label}")
        forms.append(_button(Press.FORM, draft, form.key, label=labels.FORM_BUTTONS[form.key], emoji=emoji))
        if form.key in _PAGE_BESIDE_FORM:
            page, button = _PAGE_BESIDE_FORM[form.key]
            forms.append(_button(Press.PAGE, draft, page, label=button))
    rows: list[discord.ui.Item[Any]] = [
        *(discord.ui.ActionRow(*forms[start : start + _IN_A_ROW]) for start in range(0, len(forms), _IN_A_ROW)),
        discord.ui.ActionRow(
            _button(Press.PREVIEW, draft, label=labels.PREVIEW, emoji="👀"),
            _button(Press.PUBLISH, draft, label=labels.PUBLISH, emoji="📣", style=discord.ButtonStyle.success),
            _button(Press.DROP, draft, label=labels.DROP, style=discord.ButtonStyle.danger),
        ),
    ]
    if missing.wished and not missing.needed:
        state += f"\n-# {labels.WISHED.format(wished=plain_line(_inline(missing.wished)))}"
    return ["\n".join(lines), f"{state}\n-# {labels.ONLY_YOU}"], rows


def _grid(draft: Draft) -> tuple[list[str], list[discord.ui.Item[Any]]]:
    lines = []
    options = []
    for row in GRID:
        cell = draft.review.cell(row.key)
        if cell.level is None:
            bar = face_labels.NOT_CHECKED_SIGN
        else:
            bar = face_labels.LEVEL_FULL * cell.level + face_labels.LEVEL_EMPTY * (HIGHEST_LEVEL - cell.level)
        note = f": {plain_line(cut(draft_text.one_line(cell.note), _NOTE_SHOWN))}" if cell.note else ""
        lines.append(f"{bar} **{row.label}**{note}")
        options.append(option(row.label, row.key, field_text(draft.review, f"grid.{row.key}")))
    select = ReviewSelect(Pick.ROW, draft.draft_id, draft.version, options, placeholder=labels.ONE_ROW)
    buttons = [_button(Press.FORM, draft, "grid", label=labels.TYPE_GRID, style=discord.ButtonStyle.primary)]
    for form, label in zip(LEVELS, labels.LEVELS, strict=True):
        buttons.append(_button(Press.FORM, draft, form.key, label=label))
    buttons.append(_button(Press.PAGE, draft, OVERVIEW, label=labels.BACK))
    return ["\n".join(lines)], [discord.ui.ActionRow(select), discord.ui.ActionRow(*buttons)]


def _questions(draft: Draft) -> tuple[list[str], list[discord.ui.Item[Any]]]:
    review = draft.review
    lines = []
    unknown = []
    for question in QUESTIONS:
        answer = review.answer(question.key)
        if answer.answer is Answer.UNKNOWN and not answer.note:
            unknown.append(draft_text.spaced(question.key))
            continue
        note = f" {plain_line(cut(draft_text.one_line(answer.note), _ANSWER_NOTE_SHOWN))}" if answer.note else ""
        said = f"{answer.answer.value}.{note}"
        said = f"||{said}||" if review.gives_away(question.key) else said
        lines.append(f"**{question.text}** {said}")
    if unknown:
        lines.append(f"{face_labels.NOT_CHECKED_SIGN} {labels.NOT_ANSWERED.format(number=len(unknown))}")
        lines.append(f"-# {', '.join(unknown)}")
    half = (len(QUESTIONS) + 1) // 2
    rows: list[discord.ui.Item[Any]] = []
    for number, part in enumerate((QUESTIONS[:half], QUESTIONS[half:]), 1):
        options = [option(one.text, one.key, field_text(review, f"questions.{one.key}")) for one in part]
        first, last = draft_text.spaced(part[0].key), draft_text.spaced(part[-1].key)
        placeholder = labels.ONE_QUESTION.format(first=first, last=last)
        select = ReviewSelect(
            Pick.QUESTION, draft.draft_id, draft.version, options, placeholder=placeholder, number=number
        )
        rows.append(discord.ui.ActionRow(select))
    typed = _button(Press.FORM, draft, "questions", label=labels.TYPE_QUESTIONS, style=discord.ButtonStyle.primary)
    rows.append(discord.ui.ActionRow(typed, _button(Press.PAGE, draft, OVERVIEW, label=labels.BACK)))
    return ["\n".join(lines)], rows


def _extract(form_key: str, review: Review) -> str:
    """A few words of what a section holds; empty when it holds nothing."""
    movie = review.movie
    minutes = f"{movie.run_time_minutes} min" if movie.run_time_minutes else ""
    rated = [f"{rating.system} {rating.rating}" for rating in movie.official_ratings]
    age = "" if review.recommended_age_years is None else f"{review.recommended_age_years}+"
    stars = "" if review.quality is None else f"{review.quality} of 5"
    checked = sum(review.cell(row.key).level is not None for row in GRID)
    answered = sum(review.answer(one.key).answer is not Answer.UNKNOWN for one in QUESTIONS)
    parts: dict[str, Sequence[str | None]] = {
        "facts": (str(movie.year or ""), minutes, ", ".join(movie.genres), ", ".join(rated)),
        "brief": (age, stars, review.one_line),
        "grid": (f"{checked} of {len(GRID)} rows" if checked else "",),
        "questions": (f"{answered} of {len(QUESTIONS)} answered" if answered else "",),
        "story": (review.story, review.any_good),
        "talk": (f"{len(review.talk)} questions" if review.talk else "",),
        "around": (
            str(movie.series or ""),
            review.diversity,
            ", ".join(review.where_to_watch),
            *(one.title for one in review.recommendations),
        ),
        "people": (", ".join(movie.directors), ", ".join(movie.cast), str(movie.theatrical_date or "")),
        "more": (*movie.other_titles, *movie.countries, *movie.languages, review.affiliation),
    }
    assert form_key in FORMS
    return cut(draft_text.one_line("; ".join(part for part in parts[form_key] if part)), LONGEST_EXTRACT)


def _kind(draft: Draft) -> str:
    if draft.review_id is None:
        return labels.NEW_DRAFT
    return labels.CHANGES_REVIEW.format(revision=draft.base_revision)


def _saved(draft: Draft) -> str:
    return labels.SAVED_BY.format(when=when(draft.updated_at), who=who(draft.updated_by))


def _inline(names: Sequence[str]) -> str:
    """Labels of sections in the middle of a sentence."""
    return ", ".join(name[:1].lower() + name[1:] for name in names)


def _button(
    press: Press,
    draft: Draft,
    what: str = "",
    *,
    label: str,
    emoji: str | None = None,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
) -> ReviewButton:
    return ReviewButton(press, draft.draft_id, draft.version, what, label=label, emoji=emoji, style=style)
