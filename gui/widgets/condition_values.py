"""The fields for what something is compared with: a text, a status, one or two days or numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from domain.language import _
from domain.model import Status
from gui.conditions import Sort, Value
from gui.icons import Icons
from gui.widgets.count_box import CountBox, StatusBox
from gui.widgets.day_field import DayField
from gui.widgets.plain_text import PlainLabel, named

_COUNT_WIDTH: Final = 110
_WITHOUT_CASE: Final = Qt.CaseSensitivity.CaseInsensitive
_ANYWHERE: Final = Qt.MatchFlag.MatchContains


class Values(QWidget):
    """Fields for one or two values; this one has none."""

    changed = Signal()

    def __init__(self, fields: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._fields = tuple(fields)
        self._between = PlainLabel(_("and"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for number, field in enumerate(self._fields):
            if number:
                line.addWidget(self._between)
            line.addWidget(field)
        line.addStretch()

    def ask(self, count: int) -> None:
        """Show so many fields."""
        for number, field in enumerate(self._fields):
            field.setVisible(number < count)
        self._between.setVisible(count > 1)

    def show_as(self, name: str) -> None:
        """Tell the fields by name from those of other conditions."""
        for field in self._fields:
            field.setObjectName(f"{field.objectName().partition('_')[0]}_{name}")

    def found(self, count: int) -> tuple[Value, ...] | None:
        """So many values; none while one is missing."""
        found = [self._value(number) for number in range(count)]
        values = tuple(value for value in found if value is not None)
        return values if len(values) == count else None

    def show_values(self, values: Iterable[Value]) -> None:
        """Show values that stand already."""
        for number, value in enumerate(values):
            self._show(number, value)

    def offer(self, texts: Sequence[str]) -> None:
        """Help with typing one of these."""

    def _value(self, number: int) -> Value | None:
        raise NotImplementedError

    def _show(self, number: int, value: Value) -> None:
        raise NotImplementedError


class TextValue(Values):
    """A text, of which others in the plan are offered while it is typed."""

    def __init__(self) -> None:
        self.text = named(QLineEdit(), "conditionText", _("Text"))
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(2 * _COUNT_WIDTH)
        super().__init__([self.text])
        self.text.textChanged.connect(self.changed)

    @override
    def offer(self, texts: Sequence[str]) -> None:
        completer = QCompleter(list(texts), self.text)
        completer.setCaseSensitivity(_WITHOUT_CASE)
        completer.setFilterMode(_ANYWHERE)
        self.text.setCompleter(completer)

    @override
    def _value(self, number: int) -> str | None:
        return self.text.text().strip() or None

    @override
    def _show(self, number: int, value: Value) -> None:
        self.text.setText(str(value))


class DayValues(Values):
    """One or two days."""

    def __init__(self, icons: Icons) -> None:
        self.days = [
            named(DayField(icons), "conditionDay", _("Day")),
            named(DayField(icons), "conditionLastDay", _("Until and including")),
        ]
        super().__init__(self.days)
        for field in self.days:
            field.textChanged.connect(self.changed)

    @override
    def _value(self, number: int) -> date | None:
        return self.days[number].day

    @override
    def _show(self, number: int, value: Value) -> None:
        if isinstance(value, date):
            self.days[number].set_day(value)


class NumberValues(Values):
    """One or two numbers."""

    def __init__(self) -> None:
        self.counts = [
            named(CountBox(), "conditionCount", _("Number")),
            named(CountBox(), "conditionLastCount", _("At most")),
        ]
        super().__init__(self.counts)
        for field in self.counts:
            field.setMinimumWidth(_COUNT_WIDTH)
            field.valueChanged.connect(self.changed)

    @override
    def _value(self, number: int) -> int | None:
        return self.counts[number].count

    @override
    def _show(self, number: int, value: Value) -> None:
        if isinstance(value, int):
            self.counts[number].show_count(value)


class StatusValue(Values):
    """How far a rotation has come."""

    def __init__(self) -> None:
        self.status = named(StatusBox(), "conditionStatus", _("Status"))
        super().__init__([self.status])
        self.status.currentIndexChanged.connect(self.changed)

    @override
    def _value(self, number: int) -> Status:
        return self.status.status

    @override
    def _show(self, number: int, value: Value) -> None:
        if isinstance(value, Status):
            self.status.show_status(value)


def values_for(sort: Sort, icons: Icons) -> Values:
    """The fields for a sort of thing."""
    match sort:
        case Sort.TEXT:
            return TextValue()
        case Sort.DAY:
            return DayValues(icons)
        case Sort.NUMBER:
            return NumberValues()
        case Sort.STATUS:
            return StatusValue()
        case _:
            return Values()
