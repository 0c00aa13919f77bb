"""The columns of a table of others: each with some of its values, and the field that it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from domain.exchange.table_reading import Look
from domain.exchange.table_reading.headings import FIELDS
from domain.language import _
from domain.words.titles import field_text
from gui.widgets.choice_box import Unscrolled
from gui.widgets.plain_text import named, plain_tip

HEADING, VALUES, FIELD, HOW = range(4)
_ROW: Final = 34
_HIDDEN: Final = frozenset({"mission_name", "force_name"})
"""A mission and a force are known by name or id alike; one choice is enough."""
_USUAL: Final = ("mission", "name", "first_day", "last_day", "military", "civilian", "police")


class ColumnMapping(QWidget):
    """Asks of each column which field it is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = named(QTableWidget(0, 4), "mappingColumns", _("Columns of the table"))
        self.table.setHorizontalHeaderLabels([_("Column"), _("Values"), _("Is"), _("How we know")])
        self.boxes: list[QComboBox] = []
        self._headings: tuple[str, ...] = ()
        self._guesses: dict[str, str] = {}
        self._is_guess = True
        self._unscrolled = Unscrolled(self)
        self._shape()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def _shape(self) -> None:
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(VALUES, QHeaderView.ResizeMode.Stretch)
        for column, width in ((HEADING, 190), (FIELD, 190), (HOW, 130)):
            self.table.setColumnWidth(column, width)

    @property
    def mapping(self) -> dict[str, str]:
        """The field of each heading that has one."""
        pairs = zip(self._headings, self.boxes, strict=True)
        return {heading: str(box.currentData()) for heading, box in pairs if box.currentData()}

    def show_columns(self, look: Look, fields: Mapping[str, str], *, guessed: bool) -> None:
        """Show columns, with the fields that they most likely are, or that someone said."""
        self._headings, self._guesses, self._is_guess = look.headings, dict(fields), guessed
        self.table.setRowCount(len(look.headings))
        self.boxes = [self._box(row, heading) for row, heading in enumerate(look.headings)]
        for row, heading in enumerate(look.headings):
            values = " · ".join(sample[row] for sample in look.samples if sample[row])
            self._put(row, HEADING, heading)
            self._put(row, VALUES, values)
            self.table.setCellWidget(row, FIELD, self.boxes[row])
            self._show_how(row)

    def _box(self, row: int, heading: str) -> QComboBox:
        spoken = _("Field of {heading}").format(heading=heading)
        box = named(QComboBox(), f"mappingField_{row}", spoken)
        box.installEventFilter(self._unscrolled)
        box.addItem(_("– not read –"), None)
        for field in dict.fromkeys((*_USUAL, *FIELDS)):
            if field not in _HIDDEN:
                box.addItem(shown_field(field), field)
        box.setCurrentIndex(max(box.findData(self._guesses.get(heading)), 0))
        if self._headings.count(heading) > 1:
            # A mapping goes by heading; of two of one name nobody could say which is meant.
            box.setCurrentIndex(0)
            box.setEnabled(False)
        box.currentIndexChanged.connect(self._on_changed)
        return box

    def _put(self, row: int, column: int, text: str) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(plain_tip(text))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.table.setItem(row, column, item)

    def _show_how(self, row: int) -> None:
        heading, chosen = self._headings[row], self.boxes[row].currentData()
        text = _("you said so")
        if self._headings.count(heading) > 1:
            text = _("heading stands twice")
        elif chosen is None:
            text = ""
        elif chosen == self._guesses.get(heading):
            text = _("guess") if self._is_guess else _("as last time")
        self._put(row, HOW, text)

    def _on_changed(self) -> None:
        changed = self.sender()
        for row, box in enumerate(self.boxes):
            if box is not changed and isinstance(changed, QComboBox):
                self._give_up(box, changed.currentData())
            self._show_how(row)
        self.changed.emit()

    @staticmethod
    def _give_up(box: QComboBox, field: str | None) -> None:
        """One field is one column: the other one is no longer it."""
        if field is not None and box.currentData() == field:
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)


def shown_field(field: str) -> str:
    """A field in the list of fields."""
    texts = {
        "id": _("Id of the rotation"),
        "mission": _("Mission (name or id)"),
        "force": _("Force (name or id)"),
        "first_day_precision": _("First day: how exact"),
        "last_day_precision": _("Last day: how exact"),
        "first_day_note": _("First day: words of the source"),
        "last_day_note": _("Last day: words of the source"),
    }
    return texts.get(field) or field_text(field)
