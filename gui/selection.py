"""The one selection of the window: rotations, a mission, a limit, a finding."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from domain.rules.finding import Finding


class Selection(QObject):
    """What is selected; every pane shows it and may change it."""

    rotations_changed = Signal()
    mission_changed = Signal()
    limit_changed = Signal()
    finding_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing selected."""
        super().__init__(parent)
        self._rotations: tuple[str, ...] = ()
        self._current: str | None = None
        self._mission: str | None = None
        self._limit: str | None = None
        self._finding: Finding | None = None

    @property
    def rotations(self) -> tuple[str, ...]:
        """The ids of the selected rotations, in the order in which they were chosen."""
        return self._rotations

    @property
    def current(self) -> str | None:
        """The rotation that was chosen last: the keyboard stands there, ranges begin there."""
        return self._current

    @property
    def mission(self) -> str | None:
        """The id of the selected mission."""
        return self._mission

    @property
    def limit(self) -> str | None:
        """The id of the selected limit."""
        return self._limit

    @property
    def finding(self) -> Finding | None:
        """The selected finding."""
        return self._finding

    def set_rotations(self, ids: Iterable[str], current: str | None = None) -> None:
        """Select these rotations and no others; current is by itself the last of them."""
        chosen = tuple(dict.fromkeys(ids))
        if current not in chosen:
            current = chosen[-1] if chosen else None
        if (chosen, current) != (self._rotations, self._current):
            self._rotations, self._current = chosen, current
            self.rotations_changed.emit()

    def toggle_rotation(self, rotation: str) -> None:
        """Add a rotation to the selection, or take it out."""
        others = [chosen for chosen in self._rotations if chosen != rotation]
        if len(others) == len(self._rotations):
            others.append(rotation)
        self.set_rotations(others)

    def drop_rotations(self, gone: Iterable[str]) -> None:
        """Take rotations out that no longer exist."""
        missing = set(gone)
        kept = [chosen for chosen in self._rotations if chosen not in missing]
        self.set_rotations(kept, self._current)

    def set_mission(self, mission: str | None) -> None:
        """Select a mission, or none."""
        if mission != self._mission:
            self._mission = mission
            self.mission_changed.emit()

    def set_limit(self, limit: str | None) -> None:
        """Select a limit, or none."""
        if limit != self._limit:
            self._limit = limit
            self.limit_changed.emit()

    def set_finding(self, finding: Finding | None) -> None:
        """Select a finding, or none."""
        if finding != self._finding:
            self._finding = finding
            self.finding_changed.emit()

    def clear(self) -> None:
        """Select nothing, as when another plan is open."""
        self.set_rotations(())
        self.set_mission(None)
        self.set_limit(None)
        self.set_finding(None)
