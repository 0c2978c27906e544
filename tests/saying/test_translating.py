"""Every sentence of a reply goes through the seam to other languages, and the template holds every one of them.

A translation is made from the committed template in which each message keeps its places and loses its letters. What
then still has letters was never a message, unless it was written in the review or by the parent.
"""

from __future__ import annotations

import ast
import io
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.domain.movie import MovieId
from bot.domain.suitability import AgeRange
from bot.domain.vocabulary import GRID, QUESTIONS, GridCategory, Question
from bot.saying import compose, wording, wording_vocabulary
from bot.saying.plain import plain_text
from bot.saying.reply import Reply
from bot.saying.translating import translated
from bot.understanding.intents import Intent
from tests.saying.every_reply import PARENTS_WORDS, about, every_reply, every_sentence_beside, kept, kites, reviews
from tests.understanding.world import MOVIES, REVIEWS, ref

pytestmark = pytest.mark.xdist_group("translating")
"""In one process, so that every reply is composed once."""
ROOT = Path(__file__).resolve().parent.parent.parent
SAYING = ROOT / "bot" / "saying"
TEMPLATE = SAYING / "locale" / "saying.pot"
PLACE = re.compile(r"(\{\w+\})")

TEMPLATE_NAME = TEMPLATE.relative_to(ROOT).as_posix()
Asked = tuple[str | None, str]
"""A message by its context and its words, of a counted one the singular."""


def in_template() -> frozenset[Asked]:
    return frozenset((message.context, forms(message)[0]) for message in template())


@cache
def template() -> tuple[Message, ...]:
    with TEMPLATE.open("rb") as file:
        return tuple(message for message in read_po(file) if message.id)


def forms(message: Message) -> tuple[str, ...]:
    """The one form of a message, or its singular and plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def without_letters(text: str) -> str:
    """Mark a message; a question stays one."""
    said = "".join(
        part if PLACE.fullmatch(part) else "".join("·" if sign.isalpha() else sign for sign in part)
        for part in PLACE.split(text)
    )
    return f"«{said.removesuffix('?')}»?" if said.endswith("?") else f"«{said}»"


def marks() -> Catalog:
    """Every message of the template with its places kept and its letters gone."""
    catalog = Catalog(locale="en")
    for message in template():
        said = tuple(without_letters(form) for form in forms(message))
        catalog.add(message.id, said if len(said) > 1 else said[0], context=message.context)
    return catalog


class Asking(GNUTranslations):
    """A translation that keeps which messages it was asked for."""

    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file)
        self.asked: set[Asked] = set()

    def gettext(self, message: str) -> str:
        self.asked.add((None, message))
        return super().gettext(message)

    def pgettext(self, context: str, message: str) -> str:
        self.asked.add((context, message))
        return super().pgettext(context, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.asked.add((None, msgid1))
        return super().ngettext(msgid1, msgid2, n)


def compiled(catalog: Catalog) -> Asking:
    file = io.BytesIO()
    write_mo(file, catalog)
    file.seek(0)
    return Asking(file)


def stored_texts(value: object) -> Iterator[str]:
    """Every text of a review, line by line."""
    if isinstance(value, str):
        yield from value.split("\n")
    elif is_dataclass(value):
        for field in fields(value):
            yield from stored_texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from stored_texts(tuple(value.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from stored_texts(one)


@cache
def not_ours() -> re.Pattern[str]:
    """What is in a reply and no sentence of the guide: the words of the reviews, titles, names, the parent's words."""
    texts = {text.strip(". ") for one in reviews() for text in stored_texts(one)} | set(PARENTS_WORDS)
    texts |= {part for title, _, genre, person in MOVIES for part in (title, genre, person)}
    texts |= {"NC-17", "R", "G", "PG"}
    inside = "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{inside})(?!\w)", re.IGNORECASE)


def has_letters_of_ours(text: str) -> bool:
    return any(sign.isalpha() for sign in not_ours().sub("", text))


def texts_of(reply: Reply) -> Iterator[str]:
    yield reply.headline
    yield from (text for line in reply.verdicts for text in (line.headline, line.because))
    yield from (section.heading or "" for section in reply.sections)
    yield from (text for section in reply.sections for line in section.lines for text in (line.label or "", line.text))
    yield reply.attribution or ""
    yield from (f"{movie.name} {movie.detail or ''}" for movie in (*reply.choices, *reply.others))
    yield plain_text(reply)


@cache
def all_said() -> tuple[frozenset[str], frozenset[Asked]]:
    """Everything that is said in every reply by the marking translation, and the messages it was asked for."""
    translation = compiled(marks())
    with translated(translation):
        said = {text for reply in every_reply() for text in texts_of(reply)} | set(every_sentence_beside())
    return frozenset(said), frozenset(translation.asked)


def test_no_word_of_any_reply_is_said_around_the_translation() -> None:
    said, _ = all_said()
    assert len(said) > 2_000
    assert sorted(text for text in said if has_letters_of_ours(text)) == []


def test_the_marks_are_noticed_where_they_are_missing() -> None:
    assert has_letters_of_ours("«···» fine «·»")
    assert has_letters_of_ours("For «···»")
    assert not has_letters_of_ours("«··· Coraline (2009)»: A girl finds a second home behind a small door.")


def test_every_message_of_the_template_is_said_in_some_reply() -> None:
    _, asked = all_said()
    gone = {(None, wording.REVIEW_GONE), (None, wording.MOVIE_GONE)}
    assert sorted(map(str, in_template() - asked - gone)) == []


def test_every_message_that_is_said_is_in_the_template() -> None:
    _, asked = all_said()
    assert sorted(map(str, asked - in_template())) == []


def test_the_template_is_what_the_command_in_the_readme_makes(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"^\.venv/bin/pybabel (extract .+)$", readme, re.MULTILINE)
    assert found is not None
    made = tmp_path / "made.pot"
    arguments = [str(made) if part == TEMPLATE_NAME else part for part in shlex.split(found[1])]
    assert str(made) in arguments
    command = [sys.executable, "-m", "babel.messages.frontend", *arguments]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert below_head(TEMPLATE) == below_head(made)


def below_head(template: Path) -> str:
    """A template without its head, which holds the day on which it was made."""
    return template.read_text(encoding="utf-8").partition("\n\n")[2]


@pytest.mark.parametrize("module", sorted(SAYING.glob("*.py")), ids=lambda path: str(path.name))
def test_nothing_is_translated_while_a_module_is_loaded(module: Path) -> None:
    def called_on_loading(node: ast.AST) -> Iterator[str]:
        """The functions called outside the body of any function."""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id
        inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for child in node.args.defaults + node.args.kw_defaults if inside else ast.iter_child_nodes(node):
            if child is not None:
                yield from called_on_loading(child)

    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert not {"_", "ngettext", "pgettext"} & set(called_on_loading(tree))


def test_what_is_written_in_a_review_is_not_translated_even_where_a_message_has_the_same_words() -> None:
    same = replace(REVIEWS["Frozen (2013)"], one_line="Facts", story="Why", byline="teen", where_to_watch=("At home",))
    asked = [about(intent) for intent in (Intent.VERDICT, Intent.STORY, Intent.WHERE)]
    with translated(compiled(marks())):
        said = "\n".join(plain_text(compose.compose_answer(one, kept(same), ref(MovieId(13)))) for one in asked)
    for words in ("Facts", "Why", "teen", "At home"):
        assert re.search(rf"\b{words}\b", said), words


def test_a_translator_can_put_the_parts_of_a_sentence_in_another_order() -> None:
    german = Catalog(locale="de")
    german.add("For {child}: {verdict}", "{verdict}: {child}")
    german.add("your {children}", "{children}")
    german.add("{years}-year-old", "dein {years}-jähriges Kind", context="after “your”")
    german.add("fine", "Passt", context="verdict")
    german.add("The reviewer suggests it from age {years}.", "Ab {years}, schlägt die Kritik vor.")
    with translated(compiled(german)):
        reply = compose.compose_answer(
            about(Intent.VERDICT, AgeRange.exactly(7)), kept(kites(recommended_age_years=3)), ref(MovieId(1))
        )
    (verdict,) = reply.verdicts
    assert verdict.headline == "Passt: dein 7-jähriges Kind"
    assert verdict.because == "Ab 3, schlägt die Kritik vor."


def test_a_translation_holds_within_its_block_only() -> None:
    before = compose.compose_care()
    with translated(compiled(marks())):
        assert compose.compose_care() != before
    assert compose.compose_care() == before


@pytest.mark.parametrize("category", GRID, ids=lambda category: str(category.key))
def test_every_row_has_its_words_for_the_middle_of_a_sentence(category: GridCategory) -> None:
    assert wording_vocabulary.row_inside(category.key) == category.label.lower()


@pytest.mark.parametrize("asked", [one for one in QUESTIONS if one.danger], ids=lambda asked: str(asked.key))
def test_every_question_has_its_words_for_the_middle_of_a_sentence(asked: Question) -> None:
    thing, clause = wording_vocabulary.thing(asked.key), wording_vocabulary.clause(asked.key)
    whether = wording_vocabulary.after_whether(asked.key)
    assert thing or clause
    assert clause in (None, whether)
    assert thing is None or whether in (f"there are {thing}", f"there is {thing}")
