"""From a message to what it means: read once into a frame, then decided by the first rule that holds.

Pure functions: what is needed of the store comes as data. What the reviews tell is a large part of it and seldom
wanted, so reading and deciding may be called one after the other, and the stories be fetched in between.

What a message leaves out is taken from the dialogue context, and only when it names no movie of its own: a follow-up
never switches to another movie by accident, and a title that is not known ends the talk about the last one.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.movie import MovieId
from bot.matching.stories import StoryIndex
from bot.matching.titles import TitleIndex
from bot.understanding.dialogue import DialogueContext
from bot.understanding.frame import Frame, read_frame
from bot.understanding.learned import learned
from bot.understanding.meaning import Meaning
from bot.understanding.rules import decide
from bot.understanding.told_stories import may_tell_a_story

__all__ = ["Meaning", "may_tell_a_story", "meaning_of", "read_message", "understand"]


def read_message(
    text: str,
    index: TitleIndex,
    *,
    this_year: int,
    addressed: bool = True,
    context: DialogueContext | None = None,
    about: MovieId | None = None,
) -> Frame:
    """Read one message, for `meaning_of` to decide what it means.

    `this_year` is the current year: "the new …" is a movie of it or of the two before. `addressed`: it was said to the
    guide; otherwise only a question to a parents' guide gets a topic other than SILENT. `context` is what the last
    turns were about. `about` is the movie of the guide's message that this one replies to; it outranks the context's.
    """
    before = context or DialogueContext()
    if about is not None and before.movies != (about,):
        before = replace(before, movies=(about,), choices=(), intent=None, concerns=())
    return read_frame(text, index, learned(), before, addressed=addressed, this_year=this_year)


def meaning_of(frame: Frame, stories: StoryIndex | None = None) -> Meaning:
    """Decide what a message that was read means.

    `stories`: what the reviews tell, wanted only where `may_tell_a_story(frame)`; None: no movie is found by its story.
    """
    return decide(replace(frame, stories=stories))


def understand(
    text: str,
    index: TitleIndex,
    *,
    this_year: int,
    addressed: bool = True,
    context: DialogueContext | None = None,
    about: MovieId | None = None,
    stories: StoryIndex | None = None,
) -> Meaning:
    """Read one message and decide what it means; the arguments are those of `read_message` and `meaning_of`."""
    frame = read_message(text, index, this_year=this_year, addressed=addressed, context=context, about=about)
    return meaning_of(frame, stories)
