"""A table of others: which sheet and row, which column is which field, how its days are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from domain.exchange.rotation_rows.days import DayOrder
from domain.exchange.table_reading import Look, LooseDays, Terms
from domain.language import _
from domain.model import Plan, Status
from gui.icons import Icons
from gui.widgets.buttons import button_box
from gui.widgets.choice_box import ChoiceBox, with_search
from gui.widgets.column_mapping import ColumnMapping
from gui.widgets.count_box import NumberBox
from gui.widgets.plain_text import Heading, Paragraph, PlainLabel, add_row, named
from gui.words import word

_SIZE: Final = (900, 700)
_MOST_ROWS: Final = 20
"""Headings are looked for in the first rows."""
Recall = Callable[[tuple[str, ...]], Terms | None]


class MappingDialog(QDialog):
    """Asks what the columns of a table are; what it guesses is shown as a guess."""

    looked_at = Signal(str, int)
    """Another sheet, or row of headings, is to be looked at."""

    def __init__(
        self, parent: QWidget | None, icons: Icons, plan: Plan, file: str, recall: Recall
    ) -> None:
        super().__init__(parent)
        self.setObjectName("mappingDialog")
        self.setWindowTitle(_("Import {file}").format(file=file))
        self._plan, self._recall, self._icons = plan, recall, icons
        self.look = Look("", (), (), {})
        self.sheet = named(QComboBox(), "mappingSheet", _("Sheet"))
        self.row = named(NumberBox(), "mappingRow", _("Row of the headings"))
        self.row.setRange(1, _MOST_ROWS)
        self.about = named(Paragraph(), "mappingAbout", _("What is known of this table"))
        self.columns = ColumnMapping()
        self.order = named(QComboBox(), "mappingOrder", _("Days are written"))
        self.order_text = PlainLabel(_("Days are written"))
        self.mission = named(ChoiceBox("–"), "mappingMission", _("Mission where the row has none"))
        self.mission.offer(lambda: [(m.id, m.name) for m in plan.missions.things()], None, "")
        with_search(self.mission)
        self.status = named(QComboBox(), "mappingStatus", _("Status where the row has none"))
        for status in Status:
            self.status.addItem(word(status), status.value)
        self.status.setCurrentIndex(self.status.findData(Status.PLANNED.value))
        self.fault = named(Paragraph(), "mappingFault", _("What is still to be said"))
        self.buttons = self._made_buttons()
        self._lay_out()
        self._connect()

    def _made_buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        buttons = button_box("mappingDialog", standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setText(_("See what would change"))
        buttons.button(standard.Ok).setDefault(True)
        return buttons

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(10)
        self._sheet_text = PlainLabel(_("Sheet"))
        self._sheet_text.setBuddy(self.sheet)
        row = PlainLabel(_("Row of the headings"))
        row.setBuddy(self.row)
        for widget in (self._sheet_text, self.sheet, row, self.row):
            where.addWidget(widget)
        where.addStretch(1)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.addRow(self.order_text, self.order)
        add_row(form, _("Mission where the row has none"), self.mission)
        add_row(form, _("Status where the row has none"), self.status)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(Heading(_("Which column is what?"), steps=1))
        column.addLayout(where)
        column.addWidget(self.about)
        column.addWidget(self.columns, 1)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addWidget(self.buttons)
        palette = self.fault.palette()
        palette.setColor(self.fault.foregroundRole(), self._icons.colours.warning)
        self.fault.setPalette(palette)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self.sheet.activated.connect(self._on_sheet)
        self.row.valueChanged.connect(self._on_row)
        self.columns.changed.connect(self._on_changed)
        for box in (self.order, self.mission, self.status):
            box.currentIndexChanged.connect(self._show_fault)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def show_look(self, look: Look) -> None:
        """Show a table as it was looked at, with what was said of it before, else with guesses."""
        self.look = look
        for box in (self.sheet, self.row):
            box.blockSignals(True)
        self.sheet.clear()
        self.sheet.addItems(list(look.sheets))
        self.sheet.setCurrentText(look.sheet)
        for widget in (self.sheet, self._sheet_text):
            widget.setVisible(len(look.sheets) > 1)
        self.row.setValue(look.row)
        for box in (self.sheet, self.row):
            box.blockSignals(False)
        known = self._recall(look.headings)
        guesses = look.suggested if known is None else known.mapping or {}
        self.columns.show_columns(look, guesses, guessed=known is None)
        self.about.setText(_about(known is not None))
        self._show_orders(None if known is None else known.order)
        if known is not None and known.mission in self._plan.missions:
            self.mission.choose(known.mission)
        if known is not None and known.status is not None:
            self.status.setCurrentIndex(self.status.findData(known.status.value))
        self._show_fault()

    def show_trouble(self, sentence: str) -> None:
        """Say that the sheet or row cannot be looked at; nothing can be read there."""
        self.columns.show_columns(Look("", (), (), {}), {}, guessed=True)
        self.fault.setText(sentence)
        self.fault.show()
        self._allow(yes=False)

    @property
    def terms(self) -> Terms:
        """What is said now."""
        order = self.order.currentData() if self._loose() else None
        return Terms(
            mapping=self.columns.mapping,
            sheet=self.look.sheet if self.look.sheets else None,
            row=self.look.row,
            order=None if order is None else DayOrder(order),
            mission=self.mission.chosen,
            status=Status(self.status.currentData()),
        )

    def _on_sheet(self) -> None:
        self.looked_at.emit(self.sheet.currentText(), 0)

    def _on_row(self, row: int) -> None:
        self.looked_at.emit(self.sheet.currentText(), row)

    def _on_changed(self) -> None:
        self._show_orders(None)
        self._show_fault()

    def _loose(self) -> list[LooseDays]:
        """The columns of days that can be read in more than one way."""
        days = {"first_day", "last_day"}
        chosen = [heading for heading, field in self.columns.mapping.items() if field in days]
        return [self.look.loose[heading] for heading in chosen if heading in self.look.loose]

    def _show_orders(self, known: DayOrder | None) -> None:
        """Ask how days are written, with what they can only be as a guess."""
        loose, before = self._loose(), self.order.currentData()
        possible = frozenset(DayOrder).intersection(*(days.orders for days in loose))
        only = next(iter(possible)) if len(possible) == 1 else None
        chosen = known or (DayOrder(before) if before else None) or only
        self.order.blockSignals(True)
        self.order.clear()
        example = loose[0].example if loose else ""
        self.order.addItem(_("choose how {example} is meant").format(example=example), None)
        self.order.addItem(_order_text(DayOrder.DAY_FIRST, only, example), DayOrder.DAY_FIRST)
        self.order.addItem(_order_text(DayOrder.MONTH_FIRST, only, example), DayOrder.MONTH_FIRST)
        self.order.setCurrentIndex(max(self.order.findData(chosen), 0))
        self.order.blockSignals(False)
        self.order.setVisible(bool(loose))
        self.order_text.setVisible(bool(loose))

    def _show_fault(self) -> None:
        sentence = self._still_to_say()
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
        self._allow(yes=not sentence)

    def _still_to_say(self) -> str:
        fields = set(self.columns.mapping.values())
        if "id" not in fields:
            if "mission" not in fields and self.mission.chosen is None:
                return _("Say which column is the mission, or choose one for all rows.")
            if not {"first_day", "last_day"} <= fields:
                return _("Say which columns are the first day and the last day.")
        if self._loose() and self.order.currentData() is None:
            return _("Say how days are written: whoever made the table knows, nobody else does.")
        return ""

    def _allow(self, *, yes: bool) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(yes)


def _about(is_known: bool) -> str:
    if is_known:
        return _("A table with these headings was read before; what was said then is filled in.")
    return _(
        "Kader did not make this table. What it guesses by the headings is marked as a guess; "
        "look at it before you go on. Rows are added, or change the rotations whose ids they have; "
        "nothing is removed."
    )


def _order_text(order: DayOrder, only: DayOrder | None, example: str) -> str:
    text = _("day first: {example} is day-month-year")
    if order is DayOrder.MONTH_FIRST:
        text = _("month first: {example} is month-day-year")
    text = text.format(example=example)
    return _("{text} (guess: no other way fits)").format(text=text) if order is only else text


def ask_with(dialog: MappingDialog) -> bool:
    """Whether the user goes on with what is said in a dialog."""
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    return bool(dialog.exec())
