"""One condition: a field, how it is compared, and with what."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QToolButton, QWidget

from domain.language import _
from gui.conditions import COMPARISONS, FIELDS, Comparison, Condition, Sort, value_count
from gui.desk import Desk
from gui.models.condition_words import comparison_title, field_title
from gui.widgets.choice_box import Unscrolled
from gui.widgets.condition_values import Values, values_for
from gui.widgets.plain_text import named

_MOST_OFFERED: Final = 500
_FIELD: Final = 160
_HOW: Final = 150


class ConditionLine(QWidget):
    """A condition to be filled in; with its cross it is taken away."""

    changed = Signal()
    removed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.field = named(QComboBox(), "conditionField", _("What it is about"))
        self.comparison = named(QComboBox(), "conditionHow", _("How it is compared"))
        self.cross = named(QToolButton(), "conditionCross", _("Remove this condition"))
        self._pages: dict[Sort, Values] = {sort: values_for(sort, desk.icons) for sort in Sort}
        self._values = QStackedWidget()
        self._lay_out()
        self._connect()
        self._on_field()

    def show_as(self, name: str) -> None:
        """Tell the controls of this line by name from those of others."""
        for control in (self.field, self.comparison, self.cross):
            control.setObjectName(f"{control.objectName().partition('_')[0]}_{name}")
        for page in self._pages.values():
            page.show_as(name)

    @property
    def values(self) -> Values:
        """The fields for what the field is compared with."""
        return self._pages[self._sort()]

    def show_condition(self, condition: Condition) -> None:
        """Show a condition that stands already."""
        self.field.setCurrentIndex(self.field.findData(condition.field))
        self.comparison.setCurrentIndex(self.comparison.findData(condition.comparison.value))
        self.values.show_values(condition.values)

    def condition(self) -> Condition | None:
        """What stands in the line; none while a value is missing."""
        how = self._how()
        values = self.values.found(value_count(how))
        return None if values is None else Condition(self.field.currentData(), how, values)

    def _lay_out(self) -> None:
        for field in FIELDS:
            self.field.addItem(field_title(field), field)
        self.field.setMinimumWidth(_FIELD)
        self.comparison.setMinimumWidth(_HOW)
        unscrolled = Unscrolled(self)
        for box in (self.field, self.comparison):
            box.installEventFilter(unscrolled)
        self.cross.setIcon(self._desk.icons.icon("x"))
        self.cross.setToolTip(_("Remove this condition"))
        self.cross.setAutoRaise(True)
        for page in self._pages.values():
            self._values.addWidget(page)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.field)
        line.addWidget(self.comparison)
        line.addWidget(self._values, 1)
        line.addWidget(self.cross)

    def _connect(self) -> None:
        self.field.currentIndexChanged.connect(self._on_field)
        self.comparison.currentIndexChanged.connect(self._on_comparison)
        self.cross.clicked.connect(self.removed)
        for page in self._pages.values():
            page.changed.connect(self.changed)

    def _sort(self) -> Sort:
        return FIELDS[self.field.currentData()].sort

    def _how(self) -> Comparison:
        return Comparison(self.comparison.currentData())

    def _on_field(self) -> None:
        """Offer the comparisons of another field, and fields for its values."""
        sort = self._sort()
        self.comparison.blockSignals(True)
        self.comparison.clear()
        for how in COMPARISONS[sort]:
            self.comparison.addItem(comparison_title(sort, how), how.value)
        self.comparison.blockSignals(False)
        self._values.setCurrentWidget(self.values)
        self.values.offer(self._texts())
        self._on_comparison()

    def _on_comparison(self) -> None:
        self.values.ask(value_count(self._how()))
        self.changed.emit()

    def _texts(self) -> list[str]:
        """The texts that rotations have there, unless there are too many to choose from."""
        field, plan = FIELDS[self.field.currentData()], self._desk.document.plan
        if field.sort is not Sort.TEXT:
            return []
        found = {str(field.subject(one, plan) or "") for one in plan.rotations.things()} - {""}
        return sorted(found, key=str.casefold) if len(found) <= _MOST_OFFERED else []
