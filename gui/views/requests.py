"""What the views ask of the window: to edit, to draw, to go somewhere else."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Signal

from domain.engine.spans import Span


@dataclass(frozen=True, slots=True)
class Drill:
    """Where a cell leads: a limit, the mission and the rotations that it counts, its days."""

    limit: str
    mission: str | None
    rotations: tuple[str, ...]
    days: Span


class Requests(QObject):
    """The signals of all views, in one place for the window to listen to."""

    menu_requested = Signal(str, str, QPoint)
    """A menu is asked for: of a rotation, a mission, the header or empty; the id; where."""
    draw_requested = Signal(object)
    """A rotation was drawn: the rotation as it would be."""
    edit_requested = Signal(str)
    """A rotation is to be edited: its id."""
    remove_requested = Signal()
    """The selected rotations are to be removed."""
    limit_requested = Signal(str, str)
    """The rotations of a mission under a limit are to be shown: the ids of both."""
    report_requested = Signal(str, object, object)
    """The report is wanted: "print", "pdf" or "excel"; of which plan; the ``Period``."""
    drill_requested = Signal(object)
    """What a cell counts is to be shown by mission: the ``Drill``."""
