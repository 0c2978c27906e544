"""What can go wrong with a request, on demand: a lost connection, an error of Discord's, a long wait."""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatchcase

FOR_EVER = 1 << 30


@dataclass
class Fault:
    """One thing that goes wrong with the next requests of a route."""

    route: str
    """Method and path with wildcards, the interface's version left out: "POST /channels/*/messages", "* *"."""
    times: int = 1
    reset: bool = False
    """The connection is closed without an answer."""
    after_effect: bool = False
    """The reset comes after the request did its work: the sender cannot know."""
    status: int | None = None
    body: dict[str, object] | str = ""
    """With `status`: what is answered; a text is sent as HTML, as proxies do."""
    delay_seconds: float = 0.0
    """Waited before anything else."""
    hits: int = 0
    """How often it has happened."""


@dataclass
class Faults:
    """The faults still to come. Those of one route happen in the order in which they were asked for."""

    waiting: list[Fault] = field(default_factory=list)

    def reset(self, route: str, times: int = 1, *, after_effect: bool = False) -> Fault:
        """Lose the connection of the next requests; `after_effect`: only once they did their work."""
        return self._add(Fault(route, times, reset=True, after_effect=after_effect))

    def status(self, route: str, status: int, times: int = 1, body: dict[str, object] | str = "") -> Fault:
        """Answer the next requests with an error; a 429 needs `retry_after` in its body."""
        return self._add(Fault(route, times, status=status, body=body))

    def delay(self, route: str, seconds: float, times: int = 1) -> Fault:
        """Let the next requests wait, then answer them."""
        return self._add(Fault(route, times, delay_seconds=seconds))

    def clear(self) -> None:
        """All is well again."""
        self.waiting.clear()

    def next_for(self, method: str, path: str) -> Fault | None:
        """Take what happens to this request; None when nothing does. `path` begins behind the version."""
        for fault in self.waiting:
            if fnmatchcase(f"{method} {path}", fault.route):
                fault.hits += 1
                if fault.hits >= fault.times:
                    self.waiting.remove(fault)
                return fault
        return None

    def _add(self, fault: Fault) -> Fault:
        self.waiting.append(fault)
        return fault
