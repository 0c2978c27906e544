"""A suggestion in words, for its author and for moderators. What a member wrote is escaped here, everywhere."""

from __future__ import annotations

from datetime import datetime

from bot.discord_app import member_labels
from bot.discord_app.markdown import plain, plain_line
from bot.discord_app.views.movie_choice import cut
from bot.domain.suggestion import Suggestion, SuggestionKind, SuggestionState
from bot.domain.vocabulary import REPRESENTATIONS
from bot.saying.wording_grammar import day

REPRESENTATION_LABELS = dict(REPRESENTATIONS)
LONGEST_IN_LIST = 160
"""Characters of a suggestion's text in a list; *Look* shows the whole."""
LONGEST_BESIDE_FINAL = 400
"""Characters of the member's own text beside a moderator's version of it."""


def heading(suggestion: Suggestion, movie_name: str) -> str:
    """What kind it is, and of which movie."""
    return f"### {member_labels.KIND_NAMES[suggestion.kind]}: {plain_line(movie_name)}"


def about(suggestion: Suggestion) -> str:
    """Which representations, or which part of the review."""
    if suggestion.kind is SuggestionKind.CORRECTION:
        return plain_line(suggestion.section or "")
    return ", ".join(REPRESENTATION_LABELS[key] for key in suggestion.representations)


def whole(suggestion: Suggestion) -> str:
    """Everything the member said, with the text put in its place where a moderator rewrote it."""
    final = suggestion.decision.final_text if suggestion.decision else None
    text = suggestion.text if final is None else cut(suggestion.text, LONGEST_BESIDE_FINAL)
    lines = [f"**{about(suggestion)}**", plain(text)]
    if suggestion.where:
        lines.append(f"**Where:** {plain_line(suggestion.where)}")
    if final is not None:
        lines.append(f"**As approved:** {plain(final)}")
    return "\n".join(lines)


def wishes(suggestion: Suggestion) -> str:
    """Whether they want credit and a message."""
    message = "a message when it is decided" if suggestion.tell_by_dm else "no message when it is decided"
    if suggestion.kind is SuggestionKind.CORRECTION:
        return message
    credit = f"credit as {plain_line(suggestion.credit_name)}" if suggestion.credit_name else "no credit"
    return f"{credit} and {message}"


def origin(suggestion: Suggestion) -> str:
    """Who suggested it and when."""
    who = f"<@{suggestion.author_id}>" if suggestion.author_id is not None else member_labels.AUTHOR_GONE
    return f"-# Suggested by {who} on {when(suggestion.made_at)}; wants {wishes(suggestion)}"


def state(suggestion: Suggestion) -> str:
    """Where it stands: who decided, when, and why."""
    sign, name = member_labels.STATE_SIGNS[suggestion.state], member_labels.STATE_NAMES[suggestion.state]
    decision = suggestion.decision
    if decision is None:
        return f"{sign} {name}"
    by = f"<@{decision.decided_by}>" if decision.decided_by.isdigit() else plain_line(decision.decided_by)
    if decision.state is SuggestionState.WITHDRAWN:
        return f"{sign} {name} on {when(decision.decided_at)}"
    said = f"{sign} {name} by {by} on {when(decision.decided_at)}"
    return f"{said}: {plain(decision.reason)}" if decision.reason else said


def in_list(suggestion: Suggestion, movie_name: str) -> str:
    """One entry of a list: movie, kind, the beginning of the text, where it stands."""
    kind = member_labels.KIND_NAMES[suggestion.kind]
    return "\n".join(
        (
            f"**{plain_line(movie_name)}** · {kind}: {about(suggestion)}",
            plain_line(cut(suggestion.text, LONGEST_IN_LIST)),
            state(suggestion),
        )
    )


def when(moment: datetime) -> str:
    """The day, as the guide writes days."""
    return day(moment.date())
