"""From a message to what it means: read once into a frame, then decided by the first rule that holds.

One pure function.

What a message leaves out is taken from the dialogue context, and only when it names no movie of its own: a follow-up
never switches to another movie by accident, and a title that is not known ends the talk about the last one.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.movie import MovieId
from bot.matching.titles import TitleIndex
from bot.understanding.dialogue import DialogueContext
from bot.understanding.frame import read_frame
from bot.understanding.learned import learned
from bot.understanding.meaning import Meaning
from bot.understanding.rules import decide

__all__ = ["Meaning", "understand"]


def understand(
    text: str,
    index: TitleIndex,
    *,
    this_year: int,
    addressed: bool = True,
    context: DialogueContext | None = None,
    about: MovieId | None = None,
) -> Meaning:
    """Understand one message.

    `this_year` is the current year: "the new …" is a movie of it or of the two before. `addressed`: it was said to the
    guide; otherwise only a question to a parents' guide gets a topic other than SILENT. `context` is what the last
    turns were about. `about` is the movie of the guide's message that this one replies to; it outranks the context's.
    """
    before = context or DialogueContext()
    if about is not None and before.movies != (about,):
        before = replace(before, movies=(about,), choices=(), intent=None, concerns=())
    return decide(read_frame(text, index, learned(), before, addressed=addressed, this_year=this_year))
