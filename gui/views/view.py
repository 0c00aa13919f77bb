"""What every view of the middle can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget


class View(Protocol):
    """A way to look at the plan."""

    @property
    def page(self) -> QWidget:
        """What stands in the middle; views may share one."""

    @property
    def tools(self) -> QWidget | None:
        """What stands beside the switch while it is shown: a legend, a choice; or nothing."""

    @property
    def stops(self) -> Sequence[QWidget]:
        """Where the keyboard can stand, the most important first."""

    def enter(self) -> None:
        """It is about to be shown."""

    def leave(self) -> None:
        """Another view is about to be shown."""

    def zoom(self, way: int) -> None:
        """Show fewer days, 1, or more of them, -1."""

    def fit(self) -> None:
        """Show all days of the plan."""

    def go_to_today(self) -> None:
        """Bring today into sight."""

    def set_folded(self, folded: bool) -> None:
        """Close every group of rows, or open them all."""

    def show_rotation(self, rotation: str) -> bool:
        """Bring a rotation into sight; false where the view shows none."""

    def show_mission(self, mission: str) -> None:
        """Bring what belongs to a mission into sight."""


@runtime_checkable
class Copying(Protocol):
    """A view that copies its own rows; in the others what is selected is rotations."""

    def copy(self) -> int:
        """Put rows on the clipboard; how many there are."""
