"""How wishes are said back: what was searched for, what could not be, and what was given up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.domain.suitability import AgeRange
from bot.domain.vocabulary import GRID_BY_KEY, QUESTIONS_BY_KEY, is_hoped_for
from bot.saying.wording_grammar import for_children, join_words, years
from bot.understanding.wishes import Wishes

_LANGUAGE_NAMES: Final = {
    "es": "Spanish", "fr": "French", "de": "German", "ja": "Japanese", "it": "Italian", "ko": "Korean", "zh": "Chinese",
    "hi": "Hindi", "ar": "Arabic", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "da": "Danish",
    "nl": "Dutch", "ga": "Irish", "he": "Hebrew", "tr": "Turkish", "fa": "Persian", "en": "English", "no": "Norwegian",
    "ur": "Urdu", "pa": "Punjabi", "mn": "Mongolian",
}  # fmt: skip
_WITHOUT: Final = {
    "animal_dies": "no animal dies", "parent_dies": "no parent dies", "child_dies": "no child dies",
    "jump_scares": "no jump scares", "flashing_lights": "no flashing lights", "loud_noises": "no sudden loud noises",
    "clowns_dolls": "no creepy clowns or dolls", "spiders_snakes_sharks": "no spiders, snakes or sharks",
    "ghosts": "no ghosts", "drowning": "nobody drowns", "kidnapping": "no kidnapping",
    "parent_separation": "no child parted from a parent", "divorce": "no divorce", "bullying": "no bullying",
    "self_harm": "no suicide or self-harm", "sexual_assault": "no sexual assault", "domestic_abuse": "no abuse at home",
    "gun_violence": "no gun violence", "war": "no war", "needles_hospital": "no needles or hospital",
    "vomiting": "no vomiting", "blood": "no blood", "slurs": "no slurs", "religion_occult": "no religion or occult",
    "santa_spoiled": "Santa not spoiled", "sad_ending": "no sad ending",
}  # fmt: skip
_WITH: Final = {
    "divorce": "about divorce", "adoption": "about adoption", "bullying": "about bullying", "ghosts": "with ghosts",
    "war": "with war", "religion_occult": "with religion or the occult",
    "spiders_snakes_sharks": "with spiders, snakes or sharks", "parent_dies": "about losing a parent",
}  # fmt: skip
_GENRE_SAID: Final = {"Music": "music", "Sport": "sports", "Biography": "true story", "Animation": "animated"}


def not_for_youngest(ages: Sequence[AgeRange]) -> str:
    """Say that what follows is not fine for the youngest of a group."""
    youngest = years(min(age.youngest_years for age in ages))
    return f"I have nothing that is fine from age {youngest} on; these begin at the age in each line"


def like(names: Sequence[str]) -> list[str]:
    """Say which movies the suggestions are like."""
    return [f"like {join_words(names, 'or')}"] if names else []


def like_unknown(title: str) -> str:
    """Say that a movie the suggestions should be like is not known."""
    return f"I don't have “{title}”, so I can't tell what is like it."


def searched(wishes: Wishes, concerns: Sequence[str]) -> list[str]:
    """Say each wish that was searched for in a few words; empty when there was none."""
    said = [_genre(name) for name in wishes.genres]
    said += [f"not {_genre(name)}" for name in wishes.not_genres]
    if wishes.studio:
        said.append(f"by {wishes.studio}")
    if wishes.not_studio:
        said.append(f"not by {wishes.not_studio}")
    if wishes.about:
        said.append(f"about “{' '.join(wishes.about)}”")
    said += [f"no “{unwanted}” in what I have on it" for unwanted in wishes.not_about]
    said += [f"with {person.title()}" for person in wishes.people]
    if wishes.rating:
        said.append(f"rated {wishes.rating}")
    if wishes.not_ratings:
        said.append(f"not rated {join_words(wishes.not_ratings, 'or')}")
    if wishes.most_minutes:
        said.append(f"at most {wishes.most_minutes} minutes")
    if wishes.language:
        said.append(f"in {_LANGUAGE_NAMES[wishes.language]}")
    said += _years(wishes)
    if wishes.newest_first:
        said.append("the newest first")
    if wishes.gentle:
        said.append("hardly anything scary or violent")
    said += [_with(key) for key in wishes.sought]
    said += [f"{GRID_BY_KEY[key].label.lower()} “a little” or “some”" for key in wishes.some]
    said += [_without(key, strict=True) for key in wishes.strict]
    told_of = {*wishes.sought, *wishes.some, *wishes.strict, *wishes.allowed}
    return said + [_without(key) for key in concerns if key not in told_of and not is_hoped_for(key)]


def told(said: Sequence[str]) -> list[str]:
    """Tell what was searched for, in one line; empty when there was nothing."""
    return [f"Looked for: {', '.join(said)}."] if said else []


def not_searched(wishes: Sequence[str]) -> str:
    """Say which wishes did not count."""
    return f"I can't search for {join_words([f'“{wish}”' for wish in wishes], 'or')}, so that did not count."


def given_up(ages: Sequence[AgeRange], said: Sequence[str]) -> str:
    """Say that nothing fits the wishes, before movies that fit without them."""
    fine = f" that is fine for {for_children(ages)}" if ages else ""
    return f"I have nothing{fine} and {', '.join(said)}; these go without that."


def nothing_fits(ages: Sequence[AgeRange], said: Sequence[str], *, more: bool) -> str:
    """Say that no movie of the library fits; `more`: beyond those suggested already."""
    what = f"no {'other ' if more else ''}movie"
    fine = f" that I can call fine for {for_children(ages)}" if ages else ""
    wish = f" ({', '.join(said)})" if said else ""
    return f"I have {what} in the library{fine or ' that fits that'}{wish}."


def _genre(name: str) -> str:
    return _GENRE_SAID.get(name, name.lower())


def _years(wishes: Wishes) -> list[str]:
    first, last = wishes.from_year, wishes.to_year
    if first is not None and last is not None:
        return [f"from {first}" if first == last else f"from {first} to {last}"]
    if first is not None:
        return [f"from {first} on"]
    return [] if last is None else [f"from before {last + 1}"]


def _with(key: str) -> str:
    if key in GRID_BY_KEY:
        return f"with {GRID_BY_KEY[key].label.lower()}"
    return _WITH.get(key) or f"yes to “{QUESTIONS_BY_KEY[key].text}”"


def _without(key: str, *, strict: bool = False) -> str:
    if key in GRID_BY_KEY:
        return f"{GRID_BY_KEY[key].label.lower()} at most “{'a hint' if strict else 'a little'}”"
    return _WITHOUT.get(key) or f"no to “{QUESTIONS_BY_KEY[key].text}”"
