"""Every sentence the guide says to a parent is made here: plain, warm, brief, and true to the stored review.

Functions take domain values and return finished plain text in the language of the reply; constants are marked, and
translated where they are said (bot.saying.translating). No sentence calls something fine that was not checked, and
every verdict names its ground.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from bot.domain.movie import Series
from bot.domain.review import Review
from bot.domain.suitability import AgeRange
from bot.saying.translating import N_, _, ngettext
from bot.saying.wording_children import for_children
from bot.saying.wording_grammar import OR, SEMICOLON, day, join_sentences, join_words, number_word, sentence
from bot.saying.wording_verdict import RULE, SENSITIVE_RULE
from bot.saying.wording_vocabulary import level_words, row_inside

NOBODY_REVIEWED: Final = N_("Nobody here has reviewed it yet.")
WHICH_MOVIE: Final = N_("Which movie is it about?")
ASK_LIKE_THIS: Final = N_(
    "Name a movie and how old your child is, and I'll tell you what is in it. For example: "
    "“Is Coraline ok for a sensitive 7-year-old?”"
)
WHAT_I_DO: Final = N_(
    "I'm a parents' guide to movies. I answer from written reviews: what is in a movie, from what age it is fine, and "
    "what to talk about afterwards."
)
ALSO_ASK: Final = N_(
    "You can also ask “any swearing in it?”, “what should we talk about after?”, “why?” or “what can my 5-year-old "
    "watch?”."
)
HELLO: Final = N_("Hello. Which movie are you thinking of, and how old is your child?")
WELCOME: Final = N_("You're welcome. Enjoy the movie.")
TRY_AGAIN: Final = N_("Then tell me the title once more, with the year or an actor if you know one.")
CANT_TELL: Final = N_("I can't tell from that which movie it is. Do you know the title, the year or an actor in it?")
LOOK_AGAIN: Final = N_("If it goes by another title, tell me that one; a year or an actor helps too.")
TELL_TITLE: Final = N_("Tell me the title, with the year if you know it, and I'll look again.")
TELL_AGE: Final = N_("Tell me how old the children are, and I'll look for movies that are fine for all of them.")

HOW_WE_RATE: Final[tuple[str, ...]] = (
    N_("Every answer comes from a written review and says who wrote it and when. Nothing is made up on the spot."),
    N_("A verdict rests on the first of three grounds that is known."),
    N_("First, the age the reviewer suggests."),
    N_("Second, the content grid: each row and level stands for an age, and the highest decides."),
    N_("Third, the official rating, read by its own board's table."),
    RULE,
    SENSITIVE_RULE,
    N_("What nobody has checked is called not checked. It never counts as none, and it never makes a movie fine."),
    N_("Official ratings of different countries stand side by side; we never convert one into another."),
    N_("The same rule decides for every movie; no studio, funder or advertiser has a say in a verdict."),
    N_("Your questions and your children's ages are not kept."),
)


REVIEW_GONE: Final = N_("That review is no longer here.")
MOVIE_GONE: Final = N_("That movie is no longer in the library.")


def movie_detail(genres: Sequence[str], people: Sequence[str]) -> str | None:
    """Tell a movie from its namesakes in a few words: "drama with Sienna Miller"; None when nothing is known."""
    genre = genres[0].lower() if genres else None
    if not people:
        return genre
    if genre is None:
        return _("movie with {person}").format(person=people[0])
    return _("{genre} with {person}").format(genre=genre, person=people[0])


def attribution(review: Review, changed_here: date | None = None) -> str:
    """Say who wrote it, for what, when, and on what terms the text is shown.

    `changed_here`: the day on which this server's moderators last changed what that person wrote; None: they did not.
    """
    if review.byline:
        by = _("Review by {byline}, {affiliation}") if review.affiliation else _("Review by {byline}")
    elif review.affiliation:
        by = _("Review by a reviewer who is not named, {affiliation}")
    else:
        by = _("Review by a reviewer who is not named")
    parts = [by.format(byline=review.byline, affiliation=review.affiliation)]
    if changed_here is not None:
        parts.append(_("changed by this server's moderators on {day}").format(day=day(changed_here)))
    elif review.last_updated is not None:
        parts.append(_("updated {day}").format(day=day(review.last_updated)))
    if review.source is not None:
        licence = review.source.licence
        source = _("source: {source} ({licence})") if licence else _("source: {source}")
        parts.append(source.format(source=review.source.name, licence=licence))
    return sentence(join_words(parts, SEMICOLON))


def took_it(name: str) -> str:
    """Say which movie was taken to be meant."""
    return _("I took it that you mean {movie}. If you meant another one, tell me which.").format(movie=name)


def unreviewed(name: str) -> str:
    """Say that a movie is known but not reviewed."""
    return _("I know {movie}, but nobody here has reviewed it yet.").format(movie=name)


def which_of_same(title: str, names: Sequence[str]) -> str:
    """Ask which of the movies that share a title is meant."""
    if len(names) <= 2:
        return _do_you_mean(names)
    asked = ngettext(
        "There is {number} movie that “{title}” could be. Do you mean that one?",
        "There are {number} movies that “{title}” could be. Which one do you mean?",
        len(names),
    )
    return asked.format(number=len(names), title=title)


def which_near(title: str | None, names: Sequence[str]) -> str:
    """Ask whether one of the near titles is meant."""
    start = _("I'm not sure which movie “{title}” is.").format(title=title) if title else ""
    return join_sentences(start, _do_you_mean(names) if len(names) <= 2 else _("Do you mean one of these?"))


def _do_you_mean(names: Sequence[str]) -> str:
    return _("Do you mean {movies}?").format(movies=join_words(names, OR))


def no_newer(title: str, names: Sequence[str]) -> str:
    """Say that no newer movie of a name is known, and ask whether one of those known is meant."""
    start = _("I may not know the newest “{title}” yet.").format(title=title)
    if len(names) == 1:
        return join_sentences(start, _("I know {movie}. Is that the one?").format(movie=names[0]))
    return join_sentences(start, _("Is it one of these?"))


def still_about(title: str | None, names: Sequence[str]) -> str:
    """Ask whether the movie spoken of is still meant."""
    start = _("I don't have a movie “{title}”.").format(title=title) if title else ""
    return join_sentences(start, _("Are you still asking about {movies}?").format(movies=join_words(names, OR)))


def unknown(title: str | None) -> str:
    """Say that a movie is not known, without a guess."""
    if not title:
        return _("I don't know that movie, so I can't say anything about it.")
    return _("I don't have “{title}”, so I can't say anything about it.").format(title=title)


def unknown_link(number: int) -> str:
    """Say that the movie behind a link is not known; `number`: how many such links there are."""
    return ngettext(
        "I don't have the movie behind that link, so I can't say anything about it.",
        "I don't have the movies behind those links, so I can't say anything about them.",
        number,
    )


def links_left_out(number: int) -> str:
    """Say that an answer about other movies leaves out links whose movies are not known."""
    return ngettext(
        "I don't have a movie for one link in your message, so this leaves it out.",
        "I don't have movies for {number} links in your message, so this leaves them out.",
        number,
    ).format(number=number_word(number).lower())


def compared(names: Sequence[str]) -> str:
    """The first line of a comparison."""
    return _("{movies}, side by side").format(movies=join_words(names))


def most_of(row: str, levels: Mapping[str, int]) -> str:
    """Say which movies have most of a grid row; `levels`: movie's name to its level."""
    label, highest = row_inside(row), max(levels.values())
    leading = [name for name, level in levels.items() if level == highest]
    if len(leading) == len(levels):
        both = _("Both have the same level of {row}: {level}.")
        same = both if len(levels) == 2 else _("All have the same level of {row}: {level}.")
        return same.format(row=label, level=level_words(row, highest))
    higher = ngettext("{movies} is higher on {row}.", "{movies} are higher on {row}.", len(leading))
    return higher.format(movies=join_words(leading), row=label)


def suggestions(number: int, ages: Sequence[AgeRange], like: Sequence[str] = ()) -> str:
    """The first line of a list of movies for these children; `like`: the movies it should be like."""
    if ages:
        number_said = number_word(number)
        if like:
            said = ngettext(
                "{number} movie like {liked} that is fine for {children}",
                "{number} movies like {liked} that are fine for {children}",
                number,
            )
        else:
            said = ngettext(
                "{number} movie that is fine for {children}", "{number} movies that are fine for {children}", number
            )
    else:
        number_said = str(number)
        if like:
            said = ngettext(
                "Here is one movie like {liked} you could look at",
                "Here are {number} movies like {liked} you could look at",
                number,
            )
        else:
            said = ngettext("Here is one movie you could look at", "Here are {number} movies you could look at", number)
    return said.format(number=number_said, liked=join_words(like, OR), children=for_children(ages))


def which_movie_for(ages: Sequence[AgeRange]) -> str:
    """Ask for the movie when only the children were named."""
    return _("Which movie is it, for {children}?").format(children=for_children(ages)) if ages else _(WHICH_MOVIE)


def more_answered_no(number: int) -> str:
    """Say how many more questions were checked and answered no."""
    said = ngettext(
        "{number} more question was checked and answered no; ask about any of them by name.",
        "{number} more questions were checked and answered no; ask about any of them by name.",
        number,
    )
    return said.format(number=number)


def not_answered(number: int) -> str:
    """Say how many questions nobody has answered."""
    said = ngettext("{number} question nobody has answered yet.", "{number} questions nobody has answered yet.", number)
    return said.format(number=number)


def series(of: Series) -> str:
    """Say which series a movie belongs to, and where in it: "Toy Story, part 3"."""
    return of.name if of.place is None else _("{series}, part {place}").format(series=of.name, place=of.place)


def run_time(minutes: int) -> str:
    """Say how long a movie runs, as a fact: "90 minutes"."""
    return ngettext("{number} minute", "{number} minutes", minutes).format(number=minutes)


def run_time_sentence(minutes: int) -> str:
    """Say how long a movie runs, as a sentence: "90 minutes."."""
    return ngettext("{number} minute.", "{number} minutes.", minutes).format(number=minutes)


CARE: Final = N_(
    "I'm only a movie guide, so I can't help with this the way you deserve. But you matter, and please don't stay "
    "alone with it: talk to someone you trust, or to people who are there for exactly this, right now if you can."
)
CARE_WHERE: Final = N_(
    "In the US call or text 988 any time (children: Childhelp 1-800-422-4453; violence at home: 1-800-799-7233). In "
    "the UK and Ireland call Samaritans at 116 123 (children in the UK: Childline 0800 1111). Anywhere else: "
    "findahelpline.com. If somebody is in danger now, call your emergency number (911, 999 or 112)."
)

ONLY_MOVIES: Final = N_("I only know about movies. Ask me about one any time.")
ONLY_ENGLISH: Final = N_(
    "I only understand English so far: a title and an age are enough (“Coco, 7”). · Solo entiendo inglés: basta un "
    "título y una edad. · Je ne comprends que l'anglais : un titre et un âge suffisent. · Ich verstehe nur Englisch: "
    "Titel und Alter genügen. · Só entendo inglês: basta um título e uma idade. · Capisco solo l'inglese: bastano un "
    "titolo e un'età. · Ik versta alleen Engels: een titel en een leeftijd is genoeg."
)
