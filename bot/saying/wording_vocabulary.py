"""How the rows, levels and questions of the vocabulary are said, alone and inside sentences.

Alone they are said with the words of bot.domain.vocabulary. Inside a sentence other languages need other forms of them
(German nouns keep their capital, a clause after "whether" has another order), so each place in a sentence has its
own table here, and each message the place as its context. A test tells what a new row or question lacks.
"""

from __future__ import annotations

from typing import Final

from bot.domain.vocabulary import GRID_BY_KEY, LEVEL_WORDS, POSITIVE_LEVEL_WORDS, QUESTIONS_BY_KEY
from bot.saying.translating import NP_, _, pgettext

_ROWS_INSIDE: Final = {
    "violence_gore": NP_("grid row in a sentence", "violence & gore"),
    "scariness": NP_("grid row in a sentence", "scariness"),
    "sex_romance": NP_("grid row in a sentence", "sex & romance"),
    "nudity": NP_("grid row in a sentence", "nudity"),
    "language": NP_("grid row in a sentence", "language"),
    "drugs": NP_("grid row in a sentence", "drinking, drugs & smoking"),
    "discrimination": NP_("grid row in a sentence", "discrimination"),
    "upsetting_themes": NP_("grid row in a sentence", "upsetting themes"),
    "imitable_risk": NP_("grid row in a sentence", "risky things to copy"),
    "consumerism": NP_("grid row in a sentence", "products & consumerism"),
    "messages": NP_("grid row in a sentence", "positive messages"),
    "role_models": NP_("grid row in a sentence", "positive role models"),
    "educational_value": NP_("grid row in a sentence", "educational value"),
    "diverse_representations": NP_("grid row in a sentence", "diverse representations"),
}
_THINGS: Final = {
    "jump_scares": NP_("what may be in a movie", "jump scares"),
    "flashing_lights": NP_("what may be in a movie", "flashing lights"),
    "loud_noises": NP_("what may be in a movie", "sudden loud noises"),
    "clowns_dolls": NP_("what may be in a movie", "creepy clowns or dolls"),
    "spiders_snakes_sharks": NP_("what may be in a movie", "spiders, snakes or sharks"),
    "ghosts": NP_("what may be in a movie", "ghosts or possession"),
    "self_harm": NP_("what may be in a movie", "suicide or self-harm"),
    "eating_disorder": NP_("what may be in a movie", "an eating disorder"),
    "sexual_assault": NP_("what may be in a movie", "sexual assault"),
    "domestic_abuse": NP_("what may be in a movie", "abuse at home"),
    "gun_violence": NP_("what may be in a movie", "gun violence"),
    "war": NP_("what may be in a movie", "war"),
    "needles_hospital": NP_("what may be in a movie", "needles or hospital scenes"),
}
"""What a question asks after, where that is a thing: said after “it has” and “nobody has checked it for”."""
_CLAUSES: Final = {
    "animal_dies": NP_("clause", "an animal dies"),
    "parent_dies": NP_("clause", "a parent dies"),
    "child_dies": NP_("clause", "a child dies"),
    "drowning": NP_("clause", "someone drowns or nearly drowns"),
    "kidnapping": NP_("clause", "someone is kidnapped"),
    "parent_separation": NP_("clause", "a child is separated from a parent"),
    "divorce": NP_("clause", "divorce or separation is a theme"),
    "adoption": NP_("clause", "adoption or fostering is a theme"),
    "bullying": NP_("clause", "someone is bullied"),
    "self_harm": NP_("clause", "there is suicide or self-harm"),
    "eating_disorder": NP_("clause", "there is an eating disorder"),
    "sexual_assault": NP_("clause", "there is sexual assault"),
    "domestic_abuse": NP_("clause", "there is abuse at home"),
    "gun_violence": NP_("clause", "there is gun violence"),
    "war": NP_("clause", "there is war"),
    "vomiting": NP_("clause", "someone vomits"),
    "blood": NP_("clause", "blood is seen"),
    "slurs": NP_("clause", "slurs are used"),
    "religion_occult": NP_("clause", "religion or the occult is a theme"),
    "santa_spoiled": NP_("clause", "it is said that Santa isn't real"),
    "sad_ending": NP_("clause", "the ending is sad"),
}
"""What a yes says, as a clause by itself; none where it is said to have things."""
_AFTER_WHETHER: Final = {
    "animal_dies": NP_("after “whether”", "an animal dies"),
    "parent_dies": NP_("after “whether”", "a parent dies"),
    "child_dies": NP_("after “whether”", "a child dies"),
    "jump_scares": NP_("after “whether”", "there are jump scares"),
    "flashing_lights": NP_("after “whether”", "there are flashing lights"),
    "loud_noises": NP_("after “whether”", "there are sudden loud noises"),
    "clowns_dolls": NP_("after “whether”", "there are creepy clowns or dolls"),
    "spiders_snakes_sharks": NP_("after “whether”", "there are spiders, snakes or sharks"),
    "ghosts": NP_("after “whether”", "there are ghosts or possession"),
    "drowning": NP_("after “whether”", "someone drowns or nearly drowns"),
    "kidnapping": NP_("after “whether”", "someone is kidnapped"),
    "parent_separation": NP_("after “whether”", "a child is separated from a parent"),
    "divorce": NP_("after “whether”", "divorce or separation is a theme"),
    "adoption": NP_("after “whether”", "adoption or fostering is a theme"),
    "bullying": NP_("after “whether”", "someone is bullied"),
    "self_harm": NP_("after “whether”", "there is suicide or self-harm"),
    "eating_disorder": NP_("after “whether”", "there is an eating disorder"),
    "sexual_assault": NP_("after “whether”", "there is sexual assault"),
    "domestic_abuse": NP_("after “whether”", "there is abuse at home"),
    "gun_violence": NP_("after “whether”", "there is gun violence"),
    "war": NP_("after “whether”", "there is war"),
    "needles_hospital": NP_("after “whether”", "there are needles or hospital scenes"),
    "vomiting": NP_("after “whether”", "someone vomits"),
    "blood": NP_("after “whether”", "blood is seen"),
    "slurs": NP_("after “whether”", "slurs are used"),
    "religion_occult": NP_("after “whether”", "religion or the occult is a theme"),
    "santa_spoiled": NP_("after “whether”", "it is said that Santa isn't real"),
    "sad_ending": NP_("after “whether”", "the ending is sad"),
}
"""What a yes says, in a clause that asks."""


def row(key: str) -> str:
    """Name a grid row as a label: "Violence & gore"."""
    return pgettext("grid row", GRID_BY_KEY[key].label)


def row_inside(key: str) -> str:
    """Name a grid row in the middle of a sentence: "violence & gore"."""
    return pgettext("grid row in a sentence", _ROWS_INSIDE[key])


def level_words(key: str, level: int) -> str:
    """Say a grid level: "a lot"."""
    return pgettext("level", (POSITIVE_LEVEL_WORDS if GRID_BY_KEY[key].positive else LEVEL_WORDS)[level])


def question(key: str) -> str:
    """Ask a yes/no question: "Does a parent die?"."""
    return _(QUESTIONS_BY_KEY[key].text)


def thing(key: str) -> str | None:
    """Name what a question asks after: "jump scares"; None where it asks whether something happens."""
    return pgettext("what may be in a movie", _THINGS[key]) if key in _THINGS else None


def clause(key: str) -> str | None:
    """Say what a yes says: "someone vomits"; None where the movie is said to have things instead."""
    return pgettext("clause", _CLAUSES[key]) if key in _CLAUSES else None


def after_whether(key: str) -> str:
    """Say what a yes says, after "whether": "someone vomits"."""
    return pgettext("after “whether”", _AFTER_WHETHER[key])
