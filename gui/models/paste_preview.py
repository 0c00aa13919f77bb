"""What pasted rows would do, as a table: what each becomes, field by field, or why not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from domain.exchange.table_reading.pasted import Outcome, Paste, Pasted, PastedRow
from domain.language import N_, _
from domain.model import Plan
from domain.rules.finding import Severity
from domain.words.things import name_of
from domain.words.values import value_text
from gui.icons import Icons
from gui.models.columns import TITLES
from gui.widgets.plain_text import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
BEFORE: Final = 2
"""The columns before those of the block: the number of the row, and what it becomes."""
_OUTCOMES: Final = {
    Outcome.NEW: N_("new"),
    Outcome.CHANGED: N_("changed"),
    Outcome.SAME: N_("the same"),
    Outcome.REFUSED: N_("refused"),
}
_ICONS: Final = {Outcome.NEW: "plus", Outcome.CHANGED: "pencil", Outcome.REFUSED: "octagon-x"}


def outcome_text(outcome: Outcome) -> str:
    """What becomes of a row, in a word."""
    return _(_OUTCOMES[outcome])


def field_text(name: str) -> str:
    """What a field is called."""
    return _("Id") if name == "id" else _(TITLES[name])


class PastePreview(QAbstractTableModel):
    """A first row in which the fields of the columns are chosen, and below it the pasted rows."""

    def __init__(self, plan: Plan, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons, self._name = icons, partial(name_of, plan=plan)
        self._paste: Paste | None = None
        self._rows: tuple[PastedRow, ...] = ()
        self._looks: dict[int, Callable[[PastedRow, int, str], object]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleDescriptionRole: self._told,
            Qt.ItemDataRole.FontRole: self._font,
            Qt.ItemDataRole.ForegroundRole: self._ink,
            Qt.ItemDataRole.DecorationRole: self._mark,
        }

    def show_rows(self, paste: Paste, pasted: Pasted) -> None:
        """Show what becomes of rows."""
        self.beginResetModel()
        self._paste, self._rows = paste, pasted.rows
        self.endResetModel()

    def reason(self, row: int) -> str:
        """Why a row is refused; empty where it is not."""
        problems = self._rows[row - 1].problems if 0 < row <= len(self._rows) else {}
        return "\n".join(_with_field(*problem) for problem in problems.items())

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid() or self._paste is None:
            return 0
        return BEFORE + self._paste.block.width + 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < BEFORE:
            return (_("Row"), _("Becomes"))[section]
        if section == self.columnCount() - 1:
            return _("Why it is refused")
        return self._heading(section - BEFORE)

    def _heading(self, column: int) -> str:
        """What the block itself calls a column."""
        if self._paste is not None and self._paste.has_headings:
            return self._paste.block.texts(0)[column]
        return _("Column {number}").format(number=column + 1)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() < 1 or self._paste is None:
            return None
        look = self._looks.get(role)
        if look is None:
            return None
        row, column = self._rows[index.row() - 1], index.column()
        return look(row, column, self._field(column))

    def _field(self, column: int) -> str:
        """The field of a column; empty for those that are not read, or beside the block."""
        place = column - BEFORE
        fields = () if self._paste is None else self._paste.fields
        return (fields[place] or "") if 0 <= place < len(fields) else ""

    def _text(self, row: PastedRow, column: int, name: str) -> str:
        if column == 0:
            return str(row.number)
        if column == 1:
            return outcome_text(row.outcome)
        if column == self.columnCount() - 1:
            return " ".join(_with_field(*problem) for problem in row.problems.items())
        if row.before is not None and name in row.values:
            values = (getattr(row.before, name), row.values[name])
            old, new = (value_text(name, value, self._name) for value in values)
            return f"{old} → {new}"
        if name in row.values and row.values[name] is not None:
            return value_text(name, row.values[name], self._name)
        texts = () if self._paste is None else self._paste.block.texts(row.number - 1)
        return texts[column - BEFORE]

    def _problem(self, row: PastedRow, column: int, name: str) -> str:
        if column == self.columnCount() - 1 or column < BEFORE:
            return "\n".join(_with_field(*problem) for problem in row.problems.items())
        return row.problems.get(name, "") if name else ""

    def _told(self, row: PastedRow, column: int, name: str) -> str | None:
        return self._problem(row, column, name) or None

    def _tip(self, row: PastedRow, column: int, name: str) -> str | None:
        return plain_tip(self._problem(row, column, name)) or None

    def _font(self, row: PastedRow, _column: int, name: str) -> QFont | None:
        return _BOLD if name in row.values and row.outcome is Outcome.CHANGED else None

    def _ink(self, row: PastedRow, column: int, name: str) -> object:
        colours = self._icons.colours
        if self._problem(row, column, name):
            return self._icons.colour_of(Severity.ERROR)
        is_read = column < BEFORE or bool(name)
        faint = row.outcome is Outcome.SAME or not is_read
        return colours.muted if faint else None

    def _mark(self, row: PastedRow, column: int, name: str) -> object:
        if column != 1 and not (column >= BEFORE and name in row.problems):
            return None
        icon = _ICONS.get(row.outcome)
        if icon is None:
            return None
        red = row.outcome is Outcome.REFUSED
        ink = self._icons.colour_of(Severity.ERROR) if red else self._icons.colours.muted
        return self._icons.icon(icon, ink)


_BOLD: Final = QFont()
_BOLD.setWeight(QFont.Weight.DemiBold)


def _with_field(name: str, sentence: str) -> str:
    known = name == "id" or name in TITLES
    return f"{field_text(name)}: {sentence}" if known else sentence
