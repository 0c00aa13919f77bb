"""Putting conditions together: which rotations the table and the timeline are to show."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from domain.language import _
from gui.conditions import Conditions, holding
from gui.desk import Desk
from gui.dialogs.going import gone_after
from gui.widgets.buttons import button_box
from gui.widgets.condition_group import ConditionGroup
from gui.widgets.plain_text import Paragraph, PlainLabel, named

_WIDTH: Final = 720
_HEIGHT: Final = 480


class ConditionsDialog(QDialog):
    """Groups of conditions: all of one group must hold, of any group."""

    def __init__(self, parent: QWidget | None, desk: Desk, conditions: Conditions) -> None:
        super().__init__(parent)
        self.setObjectName("conditionsDialog")
        self.setWindowTitle(_("Own conditions"))
        self._desk = desk
        self.groups: list[ConditionGroup] = []
        self.count = named(PlainLabel(), "conditionCount", _("How many rotations that leaves"))
        self.add = named(QPushButton(_("&Or something else")), "conditionOr", _("Add a group"))
        self.add.clicked.connect(self._on_add)
        self._lay_out()
        for group in conditions or ((),):
            self._add_group().show_conditions(group)
        self.groups[0].lines[0].field.setFocus()
        self._show_count()

    @classmethod
    def ask(cls, parent: QWidget | None, desk: Desk, now: Conditions) -> Conditions | None:
        """The conditions that the user puts together; none where nothing is to change."""
        with gone_after(cls(parent, desk, now)) as dialog:
            return dialog.conditions() if dialog.exec() else None

    def conditions(self) -> Conditions:
        """What stands in the dialog; a group without conditions asks for nothing and is left out.

        A condition that is not complete yet is left out too.
        """
        found = (group.conditions() for group in self.groups)
        return tuple(group for group in found if group)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addStretch()
        area = named(QScrollArea(), "conditionArea", _("Conditions"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        standard = QDialogButtonBox.StandardButton
        buttons = button_box("conditionsDialog", standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        text = _("Show the rotations of which all of this is so. Without conditions all are shown.")
        column.addWidget(Paragraph(text))
        column.addWidget(area, 1)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch()
        below.addWidget(self.count)
        column.addLayout(below)
        column.addWidget(buttons)
        self.resize(_WIDTH, _HEIGHT)

    def _on_add(self) -> None:
        self._add_group().show_conditions(())
        self._show_count()

    def _add_group(self) -> ConditionGroup:
        group = ConditionGroup(self._desk, self)
        group.changed.connect(self._show_count)
        group.emptied.connect(lambda: self._remove(group))
        self.groups.append(group)
        self._column.insertWidget(len(self.groups) - 1, group)
        self._number_groups()
        return group

    def _remove(self, group: ConditionGroup) -> None:
        if len(self.groups) > 1:
            self.groups.remove(group)
            self._column.removeWidget(group)
            group.hide()
            group.deleteLater()
            self._number_groups()
        else:
            group.show_conditions(())
        self._show_count()

    def _number_groups(self) -> None:
        for number, group in enumerate(self.groups):
            group.show_as(number)

    def _show_count(self) -> None:
        plan, groups, rows = self._desk.document.plan, self.conditions(), self._desk.rows
        rotations = [
            rotation
            for rotation in plan.rotations.things()
            if rows.shows_cancelled or not rotation.cancelled
        ]
        holds = holding(groups)
        left = sum(not groups or holds(rotation, plan) for rotation in rotations)
        text = _("{count} of {all} rotations").format(count=left, all=len(rotations))
        self.count.setText(text)
