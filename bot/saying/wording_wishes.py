"""How wishes are said back: what was searched for, what could not be, and what was given up.

Each wish is a message of its own, said as one of a list. Genres that can be wished for are a closed set
(bot/language/en/wishes.toml); a genre that is not among these is said as the library names it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.domain.suitability import AgeRange
from bot.domain.vocabulary import GRID_BY_KEY, is_hoped_for
from bot.saying.translating import N_, NP_, _, ngettext, pgettext
from bot.saying.wording_children import for_children, years
from bot.saying.wording_grammar import COMMA, OR, join_words
from bot.saying.wording_vocabulary import level_words, question, row_inside
from bot.understanding.wishes import Wishes

_IN_LANGUAGE: Final = {
    "es": N_("in Spanish"),
    "fr": N_("in French"),
    "de": N_("in German"),
    "ja": N_("in Japanese"),
    "it": N_("in Italian"),
    "ko": N_("in Korean"),
    "zh": N_("in Chinese"),
    "hi": N_("in Hindi"),
    "ar": N_("in Arabic"),
    "pl": N_("in Polish"),
    "pt": N_("in Portuguese"),
    "ru": N_("in Russian"),
    "sv": N_("in Swedish"),
    "da": N_("in Danish"),
    "nl": N_("in Dutch"),
    "ga": N_("in Irish"),
    "he": N_("in Hebrew"),
    "tr": N_("in Turkish"),
    "fa": N_("in Persian"),
    "en": N_("in English"),
    "no": N_("in Norwegian"),
    "ur": N_("in Urdu"),
    "pa": N_("in Punjabi"),
    "mn": N_("in Mongolian"),
}
_WITHOUT: Final = {
    "animal_dies": N_("no animal dies"),
    "parent_dies": N_("no parent dies"),
    "child_dies": N_("no child dies"),
    "jump_scares": N_("no jump scares"),
    "flashing_lights": N_("no flashing lights"),
    "loud_noises": N_("no sudden loud noises"),
    "clowns_dolls": N_("no creepy clowns or dolls"),
    "spiders_snakes_sharks": N_("no spiders, snakes or sharks"),
    "ghosts": N_("no ghosts"),
    "drowning": N_("nobody drowns"),
    "kidnapping": N_("no kidnapping"),
    "parent_separation": N_("no child parted from a parent"),
    "divorce": N_("no divorce"),
    "bullying": N_("no bullying"),
    "self_harm": N_("no suicide or self-harm"),
    "sexual_assault": N_("no sexual assault"),
    "domestic_abuse": N_("no abuse at home"),
    "gun_violence": N_("no gun violence"),
    "war": N_("no war"),
    "needles_hospital": N_("no needles or hospital"),
    "vomiting": N_("no vomiting"),
    "blood": N_("no blood"),
    "slurs": N_("no slurs"),
    "religion_occult": N_("no religion or occult"),
    "santa_spoiled": N_("Santa not spoiled"),
    "sad_ending": N_("no sad ending"),
}
_WITH: Final = {
    "divorce": N_("about divorce"),
    "adoption": N_("about adoption"),
    "bullying": N_("about bullying"),
    "ghosts": N_("with ghosts"),
    "war": N_("with war"),
    "religion_occult": N_("with religion or the occult"),
    "spiders_snakes_sharks": N_("with spiders, snakes or sharks"),
    "parent_dies": N_("about losing a parent"),
}
_GENRES: Final = {
    "Comedy": NP_("genre", "comedy"),
    "Musical": NP_("genre", "musical"),
    "Adventure": NP_("genre", "adventure"),
    "Fantasy": NP_("genre", "fantasy"),
    "Science Fiction": NP_("genre", "science fiction"),
    "Romance": NP_("genre", "romance"),
    "Mystery": NP_("genre", "mystery"),
    "Documentary": NP_("genre", "documentary"),
    "History": NP_("genre", "history"),
    "Action": NP_("genre", "action"),
    "Thriller": NP_("genre", "thriller"),
    "Drama": NP_("genre", "drama"),
    "Crime": NP_("genre", "crime"),
    "Western": NP_("genre", "western"),
    "Sport": NP_("genre", "sports"),
    "Biography": NP_("genre", "true story"),
    "Animation": NP_("genre", "animated"),
}
_NOTHING_FITS: Final = {
    (False, False, False): N_("I have no movie in the library that fits that."),
    (False, False, True): N_("I have no movie in the library that fits that ({wishes})."),
    (False, True, False): N_("I have no movie in the library that I can call fine for {children}."),
    (False, True, True): N_("I have no movie in the library that I can call fine for {children} ({wishes})."),
    (True, False, False): N_("I have no other movie in the library that fits that."),
    (True, False, True): N_("I have no other movie in the library that fits that ({wishes})."),
    (True, True, False): N_("I have no other movie in the library that I can call fine for {children}."),
    (True, True, True): N_("I have no other movie in the library that I can call fine for {children} ({wishes})."),
}
"""By whether movies were suggested before, whether children were named, and whether anything was wished for."""


def not_for_youngest(ages: Sequence[AgeRange]) -> str:
    """Say that what follows is not fine for the youngest of a group."""
    youngest = years(min(age.youngest_years for age in ages))
    said = _("I have nothing that is fine from age {years} on; these begin at the age in each line")
    return said.format(years=youngest)


def like(names: Sequence[str]) -> list[str]:
    """Say which movies the suggestions are like."""
    return [_("like {movies}").format(movies=join_words(names, OR))] if names else []


def like_unknown(title: str) -> str:
    """Say that a movie the suggestions should be like is not known."""
    return _("I don't have “{title}”, so I can't tell what is like it.").format(title=title)


def searched(wishes: Wishes, concerns: Sequence[str]) -> list[str]:
    """Say each wish that was searched for in a few words; empty when there was none."""
    said = [_genre(name) for name in wishes.genres]
    said += [_("not {genre}").format(genre=_genre(name)) for name in wishes.not_genres]
    if wishes.studio:
        said.append(_("by {studio}").format(studio=wishes.studio))
    if wishes.not_studio:
        said.append(_("not by {studio}").format(studio=wishes.not_studio))
    if wishes.about:
        said.append(_("about “{words}”").format(words=" ".join(wishes.about)))
    said += [_("no “{words}” in what I have on it").format(words=unwanted) for unwanted in wishes.not_about]
    said += [_("with {person}").format(person=person.title()) for person in wishes.people]
    said += _facts(wishes)
    if wishes.newest_first:
        said.append(_("the newest first"))
    if wishes.gentle:
        said.append(_("hardly anything scary or violent"))
    said += [_with(key) for key in wishes.sought]
    said += [_some(key) for key in wishes.some]
    said += [_without(key, strict=True) for key in wishes.strict]
    told_of = {*wishes.sought, *wishes.some, *wishes.strict, *wishes.allowed}
    return said + [_without(key) for key in concerns if key not in told_of and not is_hoped_for(key)]


def told(said: Sequence[str]) -> list[str]:
    """Tell what was searched for, in one line; empty when there was nothing."""
    return [_("Looked for: {wishes}.").format(wishes=join_words(said, COMMA))] if said else []


def not_searched(wishes: Sequence[str]) -> str:
    """Say which wishes did not count."""
    quoted = join_words([_("“{words}”").format(words=wish) for wish in wishes], OR)
    return _("I can't search for {wishes}, so that did not count.").format(wishes=quoted)


def given_up(ages: Sequence[AgeRange], said: Sequence[str]) -> str:
    """Say that nothing fits the wishes, before movies that fit without them."""
    if ages:
        nothing = _("I have nothing that is fine for {children} and {wishes}; these go without that.")
    else:
        nothing = _("I have nothing and {wishes}; these go without that.")
    return nothing.format(children=for_children(ages), wishes=join_words(said, COMMA))


def nothing_fits(ages: Sequence[AgeRange], said: Sequence[str], *, more: bool) -> str:
    """Say that no movie of the library fits; `more`: beyond those suggested already."""
    nothing = _(_NOTHING_FITS[more, bool(ages), bool(said)])
    return nothing.format(children=for_children(ages), wishes=join_words(said, COMMA))


def _genre(name: str) -> str:
    return pgettext("genre", _GENRES[name]) if name in _GENRES else name.lower()


def _facts(wishes: Wishes) -> list[str]:
    """Say the wishes for rating, length, language and years."""
    said = []
    if wishes.rating:
        said.append(_("rated {rating}").format(rating=wishes.rating))
    if wishes.not_ratings:
        said.append(_("not rated {ratings}").format(ratings=join_words(wishes.not_ratings, OR)))
    if wishes.most_minutes:
        # One form in English, though others need theirs: nobody wishes for a movie of one minute.
        most = ngettext("at most {number} minutes", "at most {number} minutes", wishes.most_minutes)
        said.append(most.format(number=wishes.most_minutes))
    if wishes.language:
        said.append(_(_IN_LANGUAGE[wishes.language]))
    return said + _years(wishes)


def _years(wishes: Wishes) -> list[str]:
    first, last = wishes.from_year, wishes.to_year
    if first is not None and last is not None:
        said = _("from {first}") if first == last else _("from {first} to {last}")
        return [said.format(first=first, last=last)]
    if first is not None:
        return [_("from {first} on").format(first=first)]
    return [] if last is None else [_("from before {year}").format(year=last + 1)]


def _with(key: str) -> str:
    if key in GRID_BY_KEY:
        return _("with {row}").format(row=row_inside(key))
    return _(_WITH[key]) if key in _WITH else _("yes to “{question}”").format(question=question(key))


def _some(key: str) -> str:
    less, more = level_words(key, 2), level_words(key, 3)
    return _("{row} “{less}” or “{more}”").format(row=row_inside(key), less=less, more=more)


def _without(key: str, *, strict: bool = False) -> str:
    if key in GRID_BY_KEY:
        most = level_words(key, 1 if strict else 2)
        return _("{row} at most “{level}”").format(row=row_inside(key), level=most)
    return _(_WITHOUT[key]) if key in _WITHOUT else _("no to “{question}”").format(question=question(key))
