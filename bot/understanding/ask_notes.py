"""Propose what a message asks for, and find the single signs of how it is meant.

The wordings are data (bot/language/en/asks.toml and picks.toml); this module only chooses among what they find. It
knows no titles: the reader that does drops what lies inside one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.language.lexicon import Words
from bot.language.phrases import best_of_each_place
from bot.understanding.concern_notes import NOTHING
from bot.understanding.intents import Intent

_BESIDE: Final = "beside"
_WHOLE: Final = {
    "help": Intent.HELP,
    "thanks": Intent.THANKS,
    "bye": Intent.THANKS,
    "greeting": Intent.GREETING,
}
"""Rows of [whole]; a goodbye is answered as thanks are."""


@dataclass(frozen=True, slots=True)
class AskNote:
    """What tokens[first:end] ask for; `rule` is the table and row it was found by."""

    first: int
    end: int
    intent: Intent
    rule: str


def propose_asks(words: Words) -> list[AskNote]:
    """Find everything asked for, in the order it is said; the caller takes one or many.

    Intent.CONCERN is never among them: a worry is asked about by naming it (bot.understanding.concern_notes). Where
    movies are asked for, "ok for a 5-year-old" is a wish about them and no question of its own. Where two movies are
    compared, "better" or "ok for" says by what.
    """
    found = best_of_each_place(words.phrases["intent"])
    notes = [
        AskNote(match.first, match.end, Intent(match.key), f"intent: {match.key}")
        for match in found
        if match.key != NOTHING
    ]
    asked = {note.intent for note in notes}
    if asked & {Intent.RECOMMEND, Intent.COMPARE}:
        notes = [note for note in notes if note.intent is not Intent.VERDICT]
    return notes


def whole_message(words: Words) -> Intent | None:
    """Tell whether a message is nothing but a greeting, thanks, a goodbye or a call for help; None when it is more.

    Of several in one message ("hello! what can you do?") the first of help, thanks and greeting is told.
    """
    matches = words.phrases["whole"]
    reached = {0}
    for match in matches:
        if match.first in reached:
            reached.add(match.end)
    leads_on = {len(words.tokens)}
    for match in reversed(matches):
        if match.end in leads_on:
            leads_on.add(match.first)
    within = [match for match in matches if match.first in reached and match.end in leads_on]
    if len(words.tokens) not in reached:
        return None
    meant = min((match for match in within if match.key != _BESIDE), key=lambda match: match.rank, default=None)
    return None if meant is None else _WHOLE[meant.key]


def wanted_fact(words: Words) -> str | None:
    """Read which fact about the movie is asked for first, as bot.saying.sections names them; None for all of them."""
    found = best_of_each_place(words.phrases["fact"])
    return found[0].key if found else None


def cues(words: Words) -> dict[str, list[tuple[int, int]]]:
    """Find the signs of how a message is meant: each cue of the language's data that stands in it, with its places.

    A place is the first token and the one behind the last. A cue "…_before" stands before a title where its place ends.
    A question mark is none of the words: whoever needs it looks at the text.
    """
    return places_of_rows("cue", words)


def picks(words: Words) -> dict[str, list[tuple[int, int]]]:
    """Find by what one of the movies just offered is picked ("the second", "the newer one", "yes"), with the places."""
    return places_of_rows("pick", words)


def parts(words: Words) -> dict[str, list[tuple[int, int]]]:
    """Find which part of a series is spoken of: "next", "previous", "last" or its number, with the places."""
    return places_of_rows("part", words)


def places_of_rows(table: str, words: Words) -> dict[str, list[tuple[int, int]]]:
    """Return the places of each row of a table, those of one row not overlapping; none inside a longer look-alike."""
    of_key: dict[str, list[tuple[int, int]]] = {}
    found = words.phrases[table]
    alike = [match for match in found if match.key == NOTHING]
    for key in dict.fromkeys(match.key for match in found if match.key != NOTHING):
        own = [
            match
            for match in found
            if match.key == key and not any(one.first < match.end and match.first < one.end for one in alike)
        ]
        if own:
            of_key[key] = [(match.first, match.end) for match in best_of_each_place(own)]
    return of_key
