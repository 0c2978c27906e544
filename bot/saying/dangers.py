"""What a parent asked about by name and what stands against a kind verdict: it is there, or nobody checked.

An age is no answer to a fear that was named. Where the first line would say a bare "fine", it goes on with what is said
here. An answer that gives away the story is pointed to and not told, whichever it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.domain.review import Answer, Review
from bot.domain.vocabulary import GRID_BY_KEY, QUESTIONS_BY_KEY
from bot.saying.wording_grammar import join_words

MOST_CONCERNS: Final = 6
"""How many of the things asked about one answer takes up."""
_PLURAL: Final = "there are "
_SINGULAR: Final = "there is "


def but(review: Review, concerns: Sequence[str]) -> str | None:
    """Say what stands against it, in the middle of a sentence: "but it has flashing lights"; None where nothing does.

    `concerns`: keys of grid rows and questions that were asked about. A row that was checked stands against nothing:
    its level is in the verdict or in the lines below.
    """
    there: list[str] = []
    hidden: list[str] = []
    unchecked: list[str] = []
    for key in concerns[:MOST_CONCERNS]:
        if key in GRID_BY_KEY:
            if review.cell(key).level is None and not GRID_BY_KEY[key].positive:
                unchecked.append(f"{_SINGULAR}{GRID_BY_KEY[key].label.lower()}")
        elif QUESTIONS_BY_KEY[key].danger:
            statement, answer = QUESTIONS_BY_KEY[key].statement, review.answer(key).answer
            if answer is Answer.UNKNOWN:
                unchecked.append(statement)
            elif review.gives_away(key):
                hidden.append(f"whether {statement}")
            elif answer is Answer.YES:
                there.append(statement)
    said = _it_has(there)
    if hidden:
        said.append(f"see above {join_words(hidden)}")
    if unchecked:
        said.append(f"nobody has checked {_sought(unchecked)}")
    return f"but {join_words(said)}" if said else None


def _it_has(statements: Sequence[str]) -> list[str]:
    """Say what there is of it, things together: "it has jump scares and spiders"."""
    things = [text.removeprefix(_PLURAL) for text in statements if text.startswith(_PLURAL)]
    others = [text for text in statements if not text.startswith(_PLURAL)]
    return [f"it has {join_words(things)}", *others] if things else others


def _sought(statements: Sequence[str]) -> str:
    """What a check would look for: "it for war or needles", "whether someone vomits"."""
    things = [text.removeprefix(_PLURAL).removeprefix(_SINGULAR) for text in statements if text.startswith("there ")]
    others = [text for text in statements if not text.startswith("there ")]
    said = [f"it for {join_words(things, 'or')}"] if things else []
    if others:
        said.append(f"whether {join_words(others, 'or')}")
    return " or ".join(said)
