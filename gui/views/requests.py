"""What the views ask of the window: to edit, to draw, to go somewhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from domain.values import dataclass

if TYPE_CHECKING:
    from domain.engine.spans import Span
    from domain.engine.taking_over import Wish
    from domain.model import Plan


@dataclass(frozen=True, slots=True)
class Drill:
    """Where a cell leads: a limit, the mission and the rotations that it counts, its days."""

    limit: str
    mission: str | None
    rotations: tuple[str, ...]
    days: Span


@dataclass(frozen=True, slots=True)
class TakingOver:
    """What is to be taken over, from which plan."""

    theirs: Plan
    wishes: tuple[Wish, ...]


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
    rotation_requested = Signal(str)
    """A rotation is to be shown by mission: its id."""
    compare_requested = Signal(str)
    """The open scenario is to be compared with another one: its name."""
    take_over_requested = Signal(object)
    """Something of the other scenario is to be taken over: the ``TakingOver``."""
    strangers_requested = Signal(object)
    """Scenarios of another file are to be read; they are handed to this with the path."""
    comparison_export_requested = Signal(object)
    """The open scenario is to be written beside another plan: that plan."""
    refused = Signal(str)
    """Something could not be done: one sentence."""
