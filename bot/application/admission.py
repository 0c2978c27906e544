"""The check at the door of every moderators' use case."""

from __future__ import annotations

from bot.application.ports import UnitOfWork
from bot.domain.actor import Actor, require_moderator
from bot.domain.errors import NotFoundError
from bot.domain.movie import ServerId


def moderated_server(work: UnitOfWork, actor: Actor) -> ServerId:
    """The server the actor moderates and acts in.

    Raises NotFoundError outside a server, NotAllowedError without the right.
    """
    if actor.server_id is None:
        raise NotFoundError("That belongs to a server; use the command in one.")
    require_moderator(actor, actor.server_id, work.server_settings.get(actor.server_id))
    return actor.server_id
