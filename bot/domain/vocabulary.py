"""The vocabulary of a review as data: what the content grid rates and which yes/no questions it answers.

Adding a line here is all it takes to extend either: the schema, the importers, the faces and the concern
keywords' targets read these tables. Keys are stored in reviews, so they are never renamed or reused.
The grid's sections follow the sections common to printed parents' guides; the questions are the ones that
parents ask most often of crowd-sourced content-warning sites.
"""

from __future__ import annotations

from dataclasses import dataclass

HIGHEST_LEVEL = 5
"""Levels run from 0 (none) to 5 (extreme); None means not checked, which is never the same as 0."""


@dataclass(frozen=True, slots=True)
class GridCategory:
    """One row of "A Lot or a Little?"."""

    key: str
    label: str
    positive: bool = False
    """True for what one hopes to find (messages, role models…); such a row never raises an age."""


GRID: tuple[GridCategory, ...] = (
    GridCategory("violence_gore", "Violence & gore"),
    GridCategory("scariness", "Scariness"),
    GridCategory("sex_romance", "Sex & romance"),
    GridCategory("nudity", "Nudity"),
    GridCategory("language", "Language"),
    GridCategory("drugs", "Drinking, drugs & smoking"),
    GridCategory("discrimination", "Discrimination"),
    GridCategory("upsetting_themes", "Upsetting themes"),
    GridCategory("imitable_risk", "Risky things to copy"),
    GridCategory("consumerism", "Products & consumerism"),
    GridCategory("messages", "Positive messages", positive=True),
    GridCategory("role_models", "Positive role models", positive=True),
    GridCategory("educational_value", "Educational value", positive=True),
    GridCategory("diverse_representations", "Diverse representations", positive=True),
)
GRID_BY_KEY: dict[str, GridCategory] = {category.key: category for category in GRID}


def is_hoped_for(key: str) -> bool:
    """Tell whether a key is of what parents hope to find (messages, role models…), not of what they worry about."""
    return key in GRID_BY_KEY and GRID_BY_KEY[key].positive


LEVEL_WORDS: tuple[str, ...] = ("none", "a hint", "a little", "some", "a lot", "extreme")
"""How a level 0-5 is said of a negative row."""
POSITIVE_LEVEL_WORDS: tuple[str, ...] = ("none", "a hint", "a little", "some", "a lot", "outstanding")
"""How a level 0-5 is said of a positive row."""


@dataclass(frozen=True, slots=True)
class Question:
    """A yes/no question parents really ask; its answer is yes, no or unknown."""

    key: str
    text: str
    statement: str
    """What a yes says, in the middle of a sentence: "there are jump scares"."""
    category: str
    """The grid row it belongs to, so that a concern about the row brings it up."""
    spoiler: bool = False
    """True when the answer by itself gives away the story."""
    danger: bool = True
    """False where a yes is nothing to be careful about: a parent who asks whether to stay for it hopes for it."""


QUESTIONS: tuple[Question, ...] = (
    Question("animal_dies", "Does the dog (or any animal) die?", "an animal dies", "upsetting_themes", spoiler=True),
    Question("parent_dies", "Does a parent die?", "a parent dies", "upsetting_themes", spoiler=True),
    Question("child_dies", "Does a child die?", "a child dies", "upsetting_themes", spoiler=True),
    Question("jump_scares", "Are there jump scares?", "there are jump scares", "scariness"),
    Question("flashing_lights", "Are there flashing lights?", "there are flashing lights", "scariness"),
    Question("loud_noises", "Are there sudden loud noises?", "there are sudden loud noises", "scariness"),
    Question("clowns_dolls", "Are there creepy clowns or dolls?", "there are creepy clowns or dolls", "scariness"),
    Question(
        "spiders_snakes_sharks",
        "Are there spiders, snakes or sharks?",
        "there are spiders, snakes or sharks",
        "scariness",
    ),
    Question("ghosts", "Are there ghosts or possession?", "there are ghosts or possession", "scariness"),
    Question("drowning", "Does someone drown or nearly drown?", "someone drowns or nearly drowns", "upsetting_themes"),
    Question("kidnapping", "Is someone kidnapped?", "someone is kidnapped", "upsetting_themes"),
    Question(
        "parent_separation",
        "Is a child separated from a parent?",
        "a child is separated from a parent",
        "upsetting_themes",
    ),
    Question("divorce", "Is divorce or separation a theme?", "divorce or separation is a theme", "upsetting_themes"),
    Question("adoption", "Is adoption or fostering a theme?", "adoption or fostering is a theme", "upsetting_themes"),
    Question("bullying", "Is someone bullied?", "someone is bullied", "upsetting_themes"),
    Question("self_harm", "Is there suicide or self-harm?", "there is suicide or self-harm", "upsetting_themes"),
    Question("eating_disorder", "Is there an eating disorder?", "there is an eating disorder", "upsetting_themes"),
    Question("sexual_assault", "Is there sexual assault?", "there is sexual assault", "sex_romance"),
    Question("domestic_abuse", "Is there abuse at home?", "there is abuse at home", "upsetting_themes"),
    Question("gun_violence", "Is there gun violence?", "there is gun violence", "violence_gore"),
    Question("war", "Is there war?", "there is war", "violence_gore"),
    Question(
        "needles_hospital", "Are there needles or hospital scenes?", "there are needles or hospital scenes", "scariness"
    ),
    Question("vomiting", "Does someone vomit?", "someone vomits", "scariness"),
    Question("blood", "Is blood seen?", "blood is seen", "violence_gore"),
    Question("slurs", "Are slurs used?", "slurs are used", "language"),
    Question("religion_occult", "Is religion or the occult a theme?", "religion or the occult is a theme", "scariness"),
    Question(
        "santa_spoiled", "Is it said that Santa isn't real?", "it is said that Santa isn't real", "upsetting_themes"
    ),
    Question("sad_ending", "Is the ending sad?", "the ending is sad", "upsetting_themes", spoiler=True),
    Question(
        "post_credit_scene",
        "Is there a scene after the credits?",
        "there is a scene after the credits",
        "consumerism",
        danger=False,
    ),
)
QUESTIONS_BY_KEY: dict[str, Question] = {question.key: question for question in QUESTIONS}

REPRESENTATIONS: tuple[tuple[str, str], ...] = (
    ("race_ethnicity", "Race & ethnicity"),
    ("gender", "Gender"),
    ("lgbtq", "LGBTQ+"),
    ("disability_neurodiversity", "Disability & neurodiversity"),
    ("body", "Body"),
    ("religion", "Religion"),
    ("age", "Age"),
    ("class", "Class"),
    ("language", "Language"),
    ("other", "Other"),
)
"""Kinds of representation a member can suggest an update about: key and label."""
