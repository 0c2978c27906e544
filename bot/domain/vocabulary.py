"""The vocabulary of a review as data: what the content grid rates and which yes/no questions it answers.

The schema, the importers, the faces and the concern keywords' targets read these tables; a line added here needs
nothing else but its words for the middle of a sentence (bot.saying.wording_vocabulary). Keys are stored in reviews, so
they are never renamed or reused. Labels, questions and levels are marked here for the catalogue of translations, where
they stand, so that there is one list of them; they are translated where a reply says them.

The grid's sections follow the sections common to printed parents' guides; the questions are the ones that
parents ask most often of crowd-sourced content-warning sites.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.marking import N_, NP_

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
    GridCategory("violence_gore", NP_("grid row", "Violence & gore")),
    GridCategory("scariness", NP_("grid row", "Scariness")),
    GridCategory("sex_romance", NP_("grid row", "Sex & romance")),
    GridCategory("nudity", NP_("grid row", "Nudity")),
    GridCategory("language", NP_("grid row", "Language")),
    GridCategory("drugs", NP_("grid row", "Drinking, drugs & smoking")),
    GridCategory("discrimination", NP_("grid row", "Discrimination")),
    GridCategory("upsetting_themes", NP_("grid row", "Upsetting themes")),
    GridCategory("imitable_risk", NP_("grid row", "Risky things to copy")),
    GridCategory("consumerism", NP_("grid row", "Products & consumerism")),
    GridCategory("messages", NP_("grid row", "Positive messages"), positive=True),
    GridCategory("role_models", NP_("grid row", "Positive role models"), positive=True),
    GridCategory("educational_value", NP_("grid row", "Educational value"), positive=True),
    GridCategory("diverse_representations", NP_("grid row", "Diverse representations"), positive=True),
)
GRID_BY_KEY: dict[str, GridCategory] = {category.key: category for category in GRID}


def is_hoped_for(key: str) -> bool:
    """Tell whether a key is of what parents hope to find (messages, role models…), not of what they worry about."""
    return key in GRID_BY_KEY and GRID_BY_KEY[key].positive


LEVEL_WORDS: tuple[str, ...] = (
    NP_("level", "none"),
    NP_("level", "a hint"),
    NP_("level", "a little"),
    NP_("level", "some"),
    NP_("level", "a lot"),
    NP_("level", "extreme"),
)
"""How a level 0-5 is said of a negative row."""
POSITIVE_LEVEL_WORDS: tuple[str, ...] = (
    NP_("level", "none"),
    NP_("level", "a hint"),
    NP_("level", "a little"),
    NP_("level", "some"),
    NP_("level", "a lot"),
    NP_("level", "outstanding"),
)
"""How a level 0-5 is said of a positive row."""


@dataclass(frozen=True, slots=True)
class Question:
    """A yes/no question parents really ask; its answer is yes, no or unknown."""

    key: str
    text: str
    category: str
    """The grid row it belongs to, so that a concern about the row brings it up."""
    spoiler: bool = False
    """True when the answer by itself gives away the story."""
    danger: bool = True
    """False where a yes is nothing to be careful about: a parent who asks whether to stay for it hopes for it."""


QUESTIONS: tuple[Question, ...] = (
    Question("animal_dies", N_("Does the dog (or any animal) die?"), "upsetting_themes", spoiler=True),
    Question("parent_dies", N_("Does a parent die?"), "upsetting_themes", spoiler=True),
    Question("child_dies", N_("Does a child die?"), "upsetting_themes", spoiler=True),
    Question("jump_scares", N_("Are there jump scares?"), "scariness"),
    Question("flashing_lights", N_("Are there flashing lights?"), "scariness"),
    Question("loud_noises", N_("Are there sudden loud noises?"), "scariness"),
    Question("clowns_dolls", N_("Are there creepy clowns or dolls?"), "scariness"),
    Question("spiders_snakes_sharks", N_("Are there spiders, snakes or sharks?"), "scariness"),
    Question("ghosts", N_("Are there ghosts or possession?"), "scariness"),
    Question("drowning", N_("Does someone drown or nearly drown?"), "upsetting_themes"),
    Question("kidnapping", N_("Is someone kidnapped?"), "upsetting_themes"),
    Question("parent_separation", N_("Is a child separated from a parent?"), "upsetting_themes"),
    Question("divorce", N_("Is divorce or separation a theme?"), "upsetting_themes"),
    Question("adoption", N_("Is adoption or fostering a theme?"), "upsetting_themes"),
    Question("bullying", N_("Is someone bullied?"), "upsetting_themes"),
    Question("self_harm", N_("Is there suicide or self-harm?"), "upsetting_themes"),
    Question("eating_disorder", N_("Is there an eating disorder?"), "upsetting_themes"),
    Question("sexual_assault", N_("Is there sexual assault?"), "sex_romance"),
    Question("domestic_abuse", N_("Is there abuse at home?"), "upsetting_themes"),
    Question("gun_violence", N_("Is there gun violence?"), "violence_gore"),
    Question("war", N_("Is there war?"), "violence_gore"),
    Question("needles_hospital", N_("Are there needles or hospital scenes?"), "scariness"),
    Question("vomiting", N_("Does someone vomit?"), "scariness"),
    Question("blood", N_("Is blood seen?"), "violence_gore"),
    Question("slurs", N_("Are slurs used?"), "language"),
    Question("religion_occult", N_("Is religion or the occult a theme?"), "scariness"),
    Question("santa_spoiled", N_("Is it said that Santa isn't real?"), "upsetting_themes"),
    Question("sad_ending", N_("Is the ending sad?"), "upsetting_themes", spoiler=True),
    Question(
        "post_credit_scene",
        N_("Is there a scene after the credits?"),
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
