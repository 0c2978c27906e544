"""Every sentence the guide says to a parent is made here: plain, warm, brief, and true to the stored review.

Functions take domain values and return finished plain text. No sentence calls something fine that was not checked,
and every verdict names its ground.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from bot.domain.review import Review
from bot.domain.suitability import AgeRange
from bot.domain.vocabulary import GRID_BY_KEY
from bot.saying.wording_grammar import count, day, for_children, join_words, number_word, sentence
from bot.saying.wording_verdict import RULE, SENSITIVE_RULE, level_words

NOBODY_REVIEWED: Final = "Nobody here has reviewed it yet."
WHICH_MOVIE: Final = "Which movie is it about?"
ASK_LIKE_THIS: Final = (
    "Name a movie and how old your child is, and I'll tell you what is in it. For example: "
    "“Is Coraline ok for a sensitive 7-year-old?”"
)
WHAT_I_DO: Final = (
    "I'm a parents' guide to movies. I answer from written reviews: what is in a movie, from what age it is fine, and "
    "what to talk about afterwards."
)
ALSO_ASK: Final = (
    "You can also ask “any swearing in it?”, “what should we talk about after?”, “why?” or “what can my 5-year-old "
    "watch?”."
)
HELLO: Final = "Hello. Which movie are you thinking of, and how old is your child?"
WELCOME: Final = "You're welcome. Enjoy the movie."
TRY_AGAIN: Final = "Then tell me the title once more, with the year or an actor if you know one."
LOOK_AGAIN: Final = "If it goes by another title, tell me that one; a year or an actor helps too."
TELL_TITLE: Final = "Tell me the title, with the year if you know it, and I'll look again."
TELL_AGE: Final = "Tell me how old the children are, and I'll look for movies that are fine for all of them."

HOW_WE_RATE: Final[tuple[str, ...]] = (
    "Every answer comes from a written review and says who wrote it and when. Nothing is made up on the spot.",
    "A verdict rests on the first of three grounds that is known.",
    "First, the age the reviewer suggests.",
    "Second, the content grid: each row and level stands for an age, and the highest decides.",
    "Third, the official rating, read by its own board's table.",
    RULE,
    SENSITIVE_RULE,
    "What nobody has checked is called not checked. It never counts as none, and it never makes a movie fine.",
    "Official ratings of different countries stand side by side; we never convert one into another.",
    "The same rule decides for every movie; no studio, funder or advertiser has a say in a verdict.",
    "Your questions and your children's ages are not kept.",
)


REVIEW_GONE: Final = "That review is no longer here."
MOVIE_GONE: Final = "That movie is no longer in the library."


def movie_detail(genres: Sequence[str], people: Sequence[str]) -> str | None:
    """Tell a movie from its namesakes in a few words: "drama with Sienna Miller"; None when nothing is known."""
    genre = genres[0].lower() if genres else None
    person = people[0] if people else None
    if person is None:
        return genre
    return f"{genre or 'movie'} with {person}"


def attribution(review: Review, changed_here: date | None = None) -> str:
    """Say who wrote it, for what, when, and on what terms the text is shown.

    `changed_here`: the day on which this server's moderators last changed what that person wrote; None: they did not.
    """
    who = review.byline or "a reviewer who is not named"
    parts = [f"Review by {who}" + (f", {review.affiliation}" if review.affiliation else "")]
    if changed_here is not None:
        parts.append(f"changed by this server's moderators on {day(changed_here)}")
    elif review.last_updated is not None:
        parts.append(f"updated {day(review.last_updated)}")
    if review.source is not None:
        licence = f" ({review.source.licence})" if review.source.licence else ""
        parts.append(f"source: {review.source.name}{licence}")
    return sentence("; ".join(parts))


def took_it(name: str) -> str:
    """Say which movie was taken to be meant."""
    return f"I took it that you mean {name}. If you meant another one, tell me which."


def unreviewed(name: str) -> str:
    """Say that a movie is known but not reviewed."""
    return f"I know {name}, but nobody here has reviewed it yet."


def which_of_same(title: str, names: Sequence[str]) -> str:
    """Ask which of the movies that share a title is meant."""
    if len(names) <= 2:
        return f"Do you mean {join_words(names, 'or')}?"
    return f"There are {len(names)} movies that “{title}” could be. Which one do you mean?"


def which_near(title: str | None, names: Sequence[str]) -> str:
    """Ask whether one of the near titles is meant."""
    start = f"I'm not sure which movie “{title}” is. " if title else ""
    if len(names) == 1:
        return f"{start}Do you mean {names[0]}?"
    if len(names) == 2:
        return f"{start}Do you mean {names[0]} or {names[1]}?"
    return f"{start}Do you mean one of these?"


def no_newer(title: str, names: Sequence[str]) -> str:
    """Say that no newer movie of a name is known, and ask whether one of those known is meant."""
    start = f"I may not know the newest “{title}” yet. "
    if len(names) == 1:
        return f"{start}I know {names[0]}. Is that the one?"
    return f"{start}Is it one of these?"


def still_about(title: str | None, names: Sequence[str]) -> str:
    """Ask whether the movie spoken of is still meant."""
    start = f"I don't have a movie “{title}”. " if title else ""
    return f"{start}Are you still asking about {join_words(names, 'or')}?"


def unknown(title: str | None) -> str:
    """Say that a movie is not known, without a guess."""
    if not title:
        return "I don't know that movie, so I can't say anything about it."
    return f"I don't have “{title}”, so I can't say anything about it."


def unknown_link(number: int) -> str:
    """Say that the movie behind a link is not known; `number`: how many such links there are."""
    if number == 1:
        return "I don't have the movie behind that link, so I can't say anything about it."
    return "I don't have the movies behind those links, so I can't say anything about them."


def links_left_out(number: int) -> str:
    """Say that an answer about other movies leaves out links whose movies are not known."""
    if number == 1:
        return "I don't have a movie for one link in your message, so this leaves it out."
    return f"I don't have movies for {number_word(number).lower()} links in your message, so this leaves them out."


def compared(names: Sequence[str]) -> str:
    """The first line of a comparison."""
    return f"{join_words(names)}, side by side"


def most_of(row: str, levels: Mapping[str, int]) -> str:
    """Say which movies have most of a grid row; `levels`: movie's name to its level."""
    label, highest = GRID_BY_KEY[row].label.lower(), max(levels.values())
    leading = [name for name, level in levels.items() if level == highest]
    if len(leading) == len(levels):
        return f"{'Both' if len(levels) == 2 else 'All'} have the same level of {label}: {level_words(row, highest)}."
    return f"{join_words(leading)} {'is' if len(leading) == 1 else 'are'} higher on {label}."


def of_movie(name: str, said: str) -> str:
    """Put a movie's name before what is said of it."""
    return f"{name}, {said[0].lower()}{said[1:]}" if said.startswith("For ") else f"{name}: {said}"


def suggestions(number: int, ages: Sequence[AgeRange], like: Sequence[str] = ()) -> str:
    """The first line of a list of movies for these children; `like`: the movies it should be like."""
    kind = f"movie{'' if number == 1 else 's'}" + (f" like {join_words(like, 'or')}" if like else "")
    if not ages:
        return f"Here {'is one' if number == 1 else f'are {number}'} {kind} you could look at"
    return f"{number_word(number)} {kind} that {'is' if number == 1 else 'are'} fine for {for_children(ages)}"


def which_movie_for(ages: Sequence[AgeRange]) -> str:
    """Ask for the movie when only the children were named."""
    return f"Which movie is it, for {for_children(ages)}?" if ages else WHICH_MOVIE


def more_answered_no(number: int) -> str:
    """Say how many more questions were checked and answered no."""
    verb = "was" if number == 1 else "were"
    return f"{count(number, 'more question')} {verb} checked and answered no; ask about any of them by name."


def not_answered(number: int) -> str:
    """Say how many questions nobody has answered."""
    return f"{count(number, 'question')} nobody has answered yet."


CARE: Final = (
    "I'm only a movie guide, so I can't help with this the way you deserve. But you matter, and please don't stay "
    "alone with it: talk to someone you trust, or to people who are there for exactly this, right now if you can."
)
CARE_WHERE: Final = (
    "In the US call or text 988 any time (children: Childhelp 1-800-422-4453; violence at home: 1-800-799-7233). In "
    "the UK and Ireland call Samaritans at 116 123 (children in the UK: Childline 0800 1111). Anywhere else: "
    "findahelpline.com. If somebody is in danger now, call your emergency number (911, 999 or 112)."
)

ONLY_MOVIES: Final = "I only know about movies. Ask me about one any time."
ONLY_ENGLISH: Final = (
    "I only understand English so far: a title and an age are enough (“Coco, 7”). · Solo entiendo inglés: basta un "
    "título y una edad. · Je ne comprends que l'anglais : un titre et un âge suffisent. · Ich verstehe nur Englisch: "
    "Titel und Alter genügen. · Só entendo inglês: basta um título e uma idade. · Capisco solo l'inglese: bastano un "
    "titolo e un'età. · Ik versta alleen Engels: een titel en een leeftijd is genoeg."
)
