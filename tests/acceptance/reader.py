"""What a screen reader is told of the program: things by role and name, until they are there."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import gi  # type: ignore[import-not-found] # of the system, not of .venv

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found] # noqa: E402

T = TypeVar("T")
PATIENCE: Final = 20.0  # seconds
_PAUSE: Final = 0.05
_MANY: Final = frozenset({"table", "tree", "tree table", "list"})
"""What may hold thousands of parts: one looks into them only when asked to."""


class NotThereError(Exception):
    """Something did not come about in time."""


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on the screen."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        """Its middle."""
        return self.x + self.width // 2, self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of which a screen reader is told."""

    node: Any

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.node.get_name() or "")

    @property
    def role(self) -> str:
        """What it is."""
        return str(self.node.get_role_name() or "")

    @property
    def place(self) -> Place:
        """Where it is on the screen."""
        found = self.node.get_extents(Atspi.CoordType.SCREEN)
        return Place(found.x, found.y, found.width, found.height)

    @property
    def is_showing(self) -> bool:
        """Whether it can be seen."""
        return bool(self.node.get_state_set().contains(Atspi.StateType.SHOWING))

    @property
    def is_enabled(self) -> bool:
        """Whether it can be used."""
        return bool(self.node.get_state_set().contains(Atspi.StateType.ENABLED))

    @property
    def is_selected(self) -> bool:
        """Whether it is selected."""
        return bool(self.node.get_state_set().contains(Atspi.StateType.SELECTED))

    @property
    def parts(self) -> Iterator[Thing]:
        """What it consists of."""
        for number in range(self.node.get_child_count()):
            part = self.node.get_child_at_index(number)
            if part is not None:
                yield Thing(part)

    @property
    def actions(self) -> list[str]:
        """What can be done with it."""
        number = self.node.get_n_actions() if self.node.get_action_iface() else 0
        return [str(self.node.get_action_name(action)) for action in range(number)]

    def do(self, action: str) -> None:
        """Do something with it."""
        self.node.do_action(self.actions.index(action))

    def all(self, role: str, *, within_many: bool = False) -> Iterator[Thing]:
        """Everything of a role inside it; in lists and tables only when asked to."""
        for part in self.parts:
            if part.role == role:
                yield part
            if within_many or part.role not in _MANY:
                yield from part.all(role, within_many=within_many)

    def showing(self, role: str, name: str) -> Thing | None:
        """What is of a role, can be seen, and has a name that begins like this."""
        found = (thing for thing in self.all(role) if thing.name.startswith(name))
        return next((thing for thing in found if thing.is_showing), None)


def wait_for(what: str, look: Callable[[], T | bool | None], patience: float = PATIENCE) -> T:
    """Look again and again until there is something."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            found = look()
        except GLib.Error:
            found = None  # it went while it was looked at
        if found is not None and found is not False:
            return found  # type: ignore[return-value]
        time.sleep(_PAUSE)
    raise NotThereError(f"{what}: not within {patience:g} seconds")


def application(pid: int) -> Thing | None:
    """The program with a number, once it has told the bus of itself."""
    desktop = Thing(Atspi.get_desktop(0))
    # What was read before may be so no longer.
    desktop.node.set_cache_mask(Atspi.Cache.NONE)
    return next((found for found in desktop.parts if found.node.get_process_id() == pid), None)
