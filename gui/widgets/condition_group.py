"""A group of conditions, one below the other, all of which must hold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from domain.language import _
from gui.conditions import Condition
from gui.desk import Desk
from gui.widgets.condition_line import ConditionLine
from gui.widgets.plain_text import Heading


class ConditionGroup(QFrame):
    """Conditions that must all hold; with the last one the group goes."""

    changed = Signal()
    emptied = Signal()
    """Its last condition was taken away."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._desk = desk
        self._number = 0
        self.lines: list[ConditionLine] = []
        self.heading = Heading()
        self.add = QPushButton(_("Add condition"))
        self.add.setIcon(desk.icons.icon("plus"))
        self.add.setAccessibleName(_("Add a condition to this group"))
        self.add.clicked.connect(self._on_add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 10)
        self._column.setSpacing(6)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_as(self, number: int) -> None:
        """Say how this group goes with those above it; the first one has the number 0."""
        self._number = number
        self.setObjectName(f"conditionGroup_{number}")
        self.add.setObjectName(f"conditionAdd_{number}")
        self.heading.setText(_("Or all of this") if number else _("All of this"))
        self._show_lines()

    def show_conditions(self, conditions: Sequence[Condition]) -> None:
        """Show these conditions; without any, one that is yet to be filled in."""
        for line in list(self.lines):
            self._take(line)
        for condition in conditions:
            self._add_line().show_condition(condition)
        if not conditions:
            self._add_line()

    def conditions(self) -> tuple[Condition, ...]:
        """Those that are complete."""
        return tuple(found for line in self.lines if (found := line.condition()) is not None)

    def _on_add(self) -> None:
        self._add_line().field.setFocus()
        self.changed.emit()

    def _add_line(self) -> ConditionLine:
        line = ConditionLine(self._desk, self)
        line.changed.connect(self.changed)
        line.removed.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._column.insertWidget(len(self.lines), line)
        self._show_lines()
        return line

    def _remove(self, line: ConditionLine) -> None:
        self._take(line)
        if self.lines:
            self.changed.emit()
        else:
            self.emptied.emit()

    def _take(self, line: ConditionLine) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._show_lines()

    def _show_lines(self) -> None:
        for number, line in enumerate(self.lines):
            line.show_as(f"{self._number}_{number}")
