"""What a parent asked about by name and what stands against a kind verdict: it is there, or nobody checked.

An age is no answer to a fear that was named. Where the first line would say a bare "fine", it goes on with what is said
here. An answer that gives away the story is pointed to and not told, whichever it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.domain.review import Answer, Review
from bot.domain.vocabulary import GRID_BY_KEY, QUESTIONS_BY_KEY
from bot.saying.translating import _
from bot.saying.wording_grammar import OR, join_words
from bot.saying.wording_vocabulary import after_whether, clause, row_inside, thing

MOST_CONCERNS: Final = 6
"""How many of the things asked about one answer takes up."""


def but(review: Review, concerns: Sequence[str]) -> str | None:
    """Say what stands against it, to be said after "but": "it has flashing lights"; None where nothing does.

    `concerns`: keys of grid rows and questions that were asked about. A row that was checked stands against nothing:
    its level is in the verdict or in the lines below.
    """
    there: list[str] = []
    hidden: list[str] = []
    unchecked: list[str] = []
    for key in concerns[:MOST_CONCERNS]:
        if key in GRID_BY_KEY:
            if review.cell(key).level is None and not GRID_BY_KEY[key].positive:
                unchecked.append(key)
        elif QUESTIONS_BY_KEY[key].danger:
            answer = review.answer(key).answer
            if answer is Answer.UNKNOWN:
                unchecked.append(key)
            elif review.gives_away(key):
                hidden.append(_("whether {something}").format(something=after_whether(key)))
            elif answer is Answer.YES:
                there.append(key)
    said = _it_has(there)
    if hidden:
        said.append(_("see above {whether}").format(whether=join_words(hidden)))
    if unchecked:
        said.append(_nobody_has_checked(unchecked))
    return join_words(said) if said else None


def _it_has(keys: Sequence[str]) -> list[str]:
    """Say what there is of it, things together: "it has jump scares and spiders", "someone vomits"."""
    happens = {key: said for key in keys if (said := clause(key)) is not None}
    things = [said for key in keys if key not in happens and (said := thing(key)) is not None]
    return [*([_("it has {things}").format(things=join_words(things))] if things else ()), *happens.values()]


def _nobody_has_checked(keys: Sequence[str]) -> str:
    """Say what nobody has checked: things together, then what may happen."""
    named = {key: row_inside(key) if key in GRID_BY_KEY else thing(key) for key in keys}
    things = join_words([said for said in named.values() if said is not None], OR)
    happens = join_words([after_whether(key) for key, said in named.items() if said is None], OR)
    if not happens:
        return _("nobody has checked it for {things}").format(things=things)
    if not things:
        return _("nobody has checked whether {something}").format(something=happens)
    said = _("nobody has checked it for {things} or whether {something}")
    return said.format(things=things, something=happens)
