"""Who may do what: every use case of moderators and members by every kind of person. One without a row fails."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import replace

import pytest

from bot.domain.actor import Actor
from bot.domain.community import Voice
from bot.domain.errors import ConflictError, NotAllowedError, NotFoundError
from bot.domain.movie import Movie
from bot.store.opening import open_store
from bot.store.sql_store import SqlStore, SqlUnitOfWork
from bot.store.transaction import Transaction
from tests.application.house import (
    BLOCKED,
    BY_ROLE,
    MEMBER,
    OPERATOR,
    OPERATOR_THERE,
    OTHER_MEMBER,
    OWNER,
    ROLE,
    STRANGER,
    THEIR_OWNER,
    House,
)  # fmt: skip
from tests.store.examples import DORA, paddington, review_of, suggestion

PEOPLE: dict[str, Actor] = {
    "owner": OWNER, "by role": BY_ROLE, "operator there": OPERATOR_THERE, "member": MEMBER, "blocked": BLOCKED,
    "stranger": STRANGER, "their owner": THEIR_OWNER, "operator": OPERATOR,
}  # fmt: skip


class Scene(House):
    """Our server with something of everything in it, so that each use case has what it works on."""

    def furnish(self) -> None:
        self.care.change_settings(OWNER, "role", lambda now: replace(now, moderator_role_ids=frozenset({ROLE})))
        assert BLOCKED.user_id is not None
        self.care.block(OWNER, BLOCKED.user_id)
        self.library = self.publish(paddington())
        self.own = self.publish(review_of("School play", story="A play.", recommended_age_years=5), MEMBER.server_id)
        self.publish(review_of("School play", story="Two plays.", recommended_age_years=5), MEMBER.server_id)
        self.draft = self.drafting.begin(OWNER, Movie("Up", 2009))
        ready = review_of("Up", 2009, story="A house flies.", recommended_age_years=5)
        self.draft = self.drafting.save(OWNER, self.draft.draft_id, 1, lambda _: ready)
        made = self.suggesting.suggest(OTHER_MEMBER, suggestion(self.library.movie_id))
        assert made.suggestion_id is not None
        self.suggested = made.suggestion_id
        written = self.community.rate(OTHER_MEMBER, self.library.movie_id, Voice.TEEN, 7, 4, "Fun.")
        assert written.community_review_id is not None
        self.written = written.community_review_id


MODERATORS = {"owner", "by role", "operator there"}
MEMBERS = {*MODERATORS, "member"}
ANYBODY_HERE = {*MEMBERS, "blocked"}
EVERYBODY = set(PEOPLE)
PERSONS = EVERYBODY - {"operator"}

USE_CASES: dict[str, tuple[Callable[[Scene, Actor], object], set[str]]] = {
    "drafting.begin": (lambda s, a: s.drafting.begin(a, Movie("It", 2017)), {*MODERATORS, "their owner", "operator"}),
    "drafting.begin_for": (
        lambda s, a: s.drafting.begin_for(a, s.library.movie_id), {*MODERATORS, "their owner", "operator"},
    ),
    "drafting.edit": (lambda s, a: s.drafting.edit(a, s.own.review_id), MODERATORS),
    "drafting.copy": (lambda s, a: s.drafting.copy(a, s.library.review_id), {*MODERATORS, "their owner"}),
    "drafting.open_for_changes": (lambda s, a: s.drafting.open_for_changes(a, s.own.movie_id), MODERATORS),
    "drafting.get": (lambda s, a: s.drafting.get(a, s.draft.draft_id), MODERATORS),
    "drafting.all": (lambda s, a: s.drafting.all(a), {*MODERATORS, "their owner", "operator"}),
    "drafting.save": (lambda s, a: s.drafting.save(a, s.draft.draft_id, 2, lambda review: review), MODERATORS),
    "drafting.drop": (lambda s, a: s.drafting.drop(a, s.draft.draft_id), MODERATORS),
    "drafting.publish": (lambda s, a: s.drafting.publish(a, s.draft.draft_id, 2, "new"), MODERATORS),
    "drafting.remove": (lambda s, a: s.drafting.remove(a, s.own.review_id), MODERATORS),
    "drafting.history": (lambda s, a: s.drafting.history(a, s.own.review_id), MODERATORS),
    "drafting.restore": (lambda s, a: s.drafting.restore(a, s.own.review_id, 1), MODERATORS),
    "drafting.undo": (lambda s, a: s.drafting.undo(a, s.own.review_id), MODERATORS),
    "suggesting.suggest": (
        lambda s, a: s.suggesting.suggest(a, suggestion(s.library.movie_id)), {*MEMBERS, "their owner"},
    ),
    "suggesting.check": (lambda s, a: s.suggesting.check(a, s.library.movie_id), {*MEMBERS, "their owner"}),
    "suggesting.mine": (lambda s, a: s.suggesting.mine(a), EVERYBODY),
    "suggesting.find": (lambda s, a: s.suggesting.find(a), {*MODERATORS, "their owner"}),
    "suggesting.get": (lambda s, a: s.suggesting.get(a, s.suggested), MODERATORS),
    "suggesting.approve": (lambda s, a: s.suggesting.approve(a, s.suggested), MODERATORS),
    "suggesting.decline": (lambda s, a: s.suggesting.decline(a, s.suggested, "No."), MODERATORS),
    "suggesting.withdraw": (lambda s, a: s.suggesting.withdraw(a, s.suggested), set()),
    "community.rate": (
        lambda s, a: s.community.rate(a, s.library.movie_id, Voice.PARENT, 7, 4, None), {*MEMBERS, "their owner"},
    ),
    "community.check": (lambda s, a: s.community.check(a, s.library.movie_id), {*MEMBERS, "their owner"}),
    "community.page": (lambda s, a: s.community.page(a, s.library.movie_id), {*ANYBODY_HERE, "their owner"}),
    "community.delete_own": (lambda s, a: s.community.delete_own(a, s.library.movie_id), set()),
    "community.report": (lambda s, a: s.community.report(a, s.written), MEMBERS),
    "community.waiting": (lambda s, a: s.community.waiting(a), {*MODERATORS, "their owner"}),
    "community.get": (lambda s, a: s.community.get(a, s.written), MODERATORS),
    "community.let_stand": (lambda s, a: s.community.let_stand(a, s.written), MODERATORS),
    "community.take_down": (lambda s, a: s.community.take_down(a, s.written), MODERATORS),
    "care.change_settings": (
        lambda s, a: s.care.change_settings(a, "strict", lambda now: replace(now, strict=True)),
        {*MODERATORS, "their owner"},
    ),
    "care.own_settings": (lambda s, a: s.care.own_settings(a), {*MODERATORS, "their owner"}),
    "care.set_guide_channel": (lambda s, a: s.care.set_guide_channel(a, 5, True), {*MODERATORS, "their owner"}),
    "care.audit": (lambda s, a: s.care.audit(a), {*MODERATORS, "their owner"}),
    "care.block": (lambda s, a: s.care.block(a, DORA), {*MODERATORS, "their owner"}),
    "care.unblock": (lambda s, a: s.care.unblock(a, DORA), {*MODERATORS, "their owner"}),
    "care.blocked": (lambda s, a: s.care.blocked(a), {*MODERATORS, "their owner"}),
    "care.is_blocked": (lambda s, a: s.care.is_blocked(a), EVERYBODY),
    "care.wanted": (lambda s, a: s.care.wanted(a), {*MODERATORS, "their owner"}),
    "care.vote": (lambda s, a: s.care.vote(a, "Some movie", None), {*MEMBERS, "their owner"}),
    "care.dismiss_wanted": (lambda s, a: s.care.dismiss_wanted(a, "It", None), {*MODERATORS, "their owner"}),
    "privacy.show": (lambda s, a: s.privacy.show(a), PERSONS),
    "privacy.erase": (lambda s, a: s.privacy.erase(a, keep_words=True), PERSONS),
}  # fmt: skip


class PassingUnit(SqlUnitOfWork):
    def __init__(self, transaction: Transaction, store: PassingStore) -> None:
        super().__init__(transaction)
        self._store = store

    def commit(self) -> None:
        self._store.commits += 1


class PassingStore(SqlStore):
    """A store in which nothing lasts, so that everybody finds the same scene; it counts what would have lasted."""

    commits = 0

    def begin(self) -> SqlUnitOfWork:
        return PassingUnit(Transaction(self._engine), self)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('rights')}/guide.db")
    lasting = Scene(store)
    lasting.furnish()
    passing = copy(lasting)
    House.__init__(passing, PassingStore(store._engine))
    yield passing
    store.close()


@pytest.mark.parametrize("name", USE_CASES)
def test_a_use_case_is_open_to_those_it_is_for_and_refuses_all_others_in_one_sentence(name: str, scene: Scene) -> None:
    act, allowed = USE_CASES[name]
    assert isinstance(scene.store, PassingStore)
    said: dict[str, str] = {}
    for person, actor in PEOPLE.items():
        commits = scene.store.commits
        try:
            act(scene, actor)
        except (NotAllowedError, NotFoundError, ConflictError) as refused:
            said[person] = str(refused) if scene.store.commits == commits else "refused, but something was kept"
    assert set(PEOPLE) - set(said) == allowed
    assert [words for words in said.values() if not re.fullmatch(r"[A-Z][^.]+\.", words)] == []


def test_every_use_case_with_an_actor_has_its_row(house: House) -> None:
    found = set()
    for part in ("drafting", "suggesting", "community", "care", "privacy"):
        for name, method in inspect.getmembers(getattr(house, part), inspect.ismethod):
            if not name.startswith("_") and "actor" in inspect.signature(method).parameters:
                found.add(f"{part}.{name}")
    assert found == set(USE_CASES)
