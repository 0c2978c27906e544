"""What is held about a person: shown, handed over, deleted, on their own word and theirs alone."""

from __future__ import annotations

from bot.application.moderation_ports import PersonalRecord
from bot.application.ports import Store
from bot.domain.actor import Actor, DiscordUserId
from bot.domain.errors import NotFoundError


class Privacy:
    """A person's own say over what names them. Any thread may call it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def show(self, actor: Actor) -> PersonalRecord:
        """Everything that names this person, over all servers."""
        with self._store.begin() as work:
            return work.people.record(_person(actor))

    def erase(self, actor: Actor, *, keep_words: bool) -> int:
        """Take this person out of everything; return how many rows changed.

        `keep_words`: their community reviews and approved suggestions stay without a name, else they are deleted.
        """
        with self._store.begin() as work:
            changed = work.people.erase(_person(actor), keep_words=keep_words)
            work.commit()
        return changed


def _person(actor: Actor) -> DiscordUserId:
    if actor.user_id is None:
        raise NotFoundError("Only a Discord user has something to look up here.")
    return actor.user_id
