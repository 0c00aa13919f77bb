"""What a paste would do, before it does it: row by row, with the reason where one is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from domain.exchange.table_reading.pasted import (
    Outcome,
    Paste,
    Pasted,
    read_good_rows,
    read_pasted,
)
from domain.language import _, plural
from domain.model import Plan
from gui.dialogs.going import gone_after
from gui.icons import Icons
from gui.models.columns import TITLES
from gui.models.paste_preview import BEFORE, PastePreview, field_text, outcome_text
from gui.widgets.buttons import button_box
from gui.widgets.plain_text import Heading, Paragraph, PlainLabel, named, without_mnemonic

_SIZE: Final = (1080, 560)
_WIDEST: Final = 260
_WIDEST_REASON: Final = 560


@dataclass(frozen=True, slots=True)
class Ways:
    """How a block can be pasted: with headings, without them; as new rows, or over others.

    ``fields_with`` is none where the first row cannot hold headings; ``over_text`` is empty where
    there is nothing to paste over.
    """

    fields_with: tuple[str | None, ...] | None
    fields_without: tuple[str | None, ...]
    over: tuple[str, ...]
    new_text: str
    over_text: str


class PasteDialog(QDialog):
    """Shows what becomes of each row; nothing is pasted while any is refused, unless asked for."""

    def __init__(
        self, parent: QWidget | None, icons: Icons, plan: Plan, paste: Paste, ways: Ways
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pasteDialog")
        self.setWindowTitle(_("Paste"))
        self._plan, self._paste, self._ways = plan, paste, ways
        self._pasted: Pasted | None = None
        self.chosen: Pasted | None = None
        """What the user wants to be done."""
        self._summary = named(Heading(steps=1), "pasteSummary", "")
        self.headings = named(QCheckBox(_("The first row holds &headings")), "pasteHeadings", "")
        self.ways = named(QComboBox(), "pasteWays", _("What rows without an id become"))
        self.preview = PastePreview(plan, icons, self)
        self.table = named(QTableView(), "pasteTable", _("Pasted rows"))
        self.reason = named(Paragraph(), "pasteReason", _("Why it is refused"))
        self.fields: list[QComboBox] = []
        self._lay_out()
        self._fill()
        self._read()

    @classmethod
    def ask(
        cls, parent: QWidget | None, icons: Icons, plan: Plan, paste: Paste, ways: Ways
    ) -> Pasted | None:
        """The rows as the user wants them pasted, or none."""
        with gone_after(cls(parent, icons, plan, paste, ways)) as dialog:
            return dialog.chosen if dialog.exec() else None

    def _lay_out(self) -> None:
        self.table.setModel(self.preview)
        self.table.selectionModel().currentChanged.connect(self._show_reason)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        above = QHBoxLayout()
        above.setSpacing(18)
        above.addWidget(self.headings)
        label = PlainLabel(_("Rows without an id:"))
        label.setBuddy(self.ways)
        above.addWidget(label)
        above.addWidget(self.ways)
        above.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(self._summary)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addWidget(self.reason)
        column.addWidget(self._button_row())
        self.resize(*_SIZE)

    def _button_row(self) -> QDialogButtonBox:
        standard, roles = QDialogButtonBox.StandardButton, QDialogButtonBox.ButtonRole
        buttons = button_box("pasteDialog", standard.Ok | standard.Cancel)
        self.paste_all: QPushButton = buttons.button(standard.Ok)
        self.paste_good = named(QPushButton(), "pasteGood", _("Paste only the good rows"))
        buttons.addButton(self.paste_good, roles.ActionRole)
        self.paste_good.setText(_("Paste only the &good rows"))
        self.paste_good.clicked.connect(self._on_good)
        buttons.accepted.connect(self._on_all)
        buttons.rejected.connect(self.reject)
        return buttons

    def _fill(self) -> None:
        ways = self._ways
        self.headings.setChecked(self._paste.has_headings)
        self.headings.setEnabled(len(self._paste.block.rows) > 1)
        self.ways.addItem(without_mnemonic(ways.new_text))
        if ways.over:
            self.ways.addItem(without_mnemonic(ways.over_text))
        self.ways.setCurrentIndex(int(bool(self._paste.over)))
        self.headings.toggled.connect(self._on_headings)
        self.ways.activated.connect(self._on_way)

    def _read(self) -> None:
        """Read the rows as they are now understood, and show what becomes of them."""
        self._pasted = read_pasted(self._paste, self._plan)
        self.preview.show_rows(self._paste, self._pasted)
        self._add_fields()
        self._size()
        self._show_counts(self._pasted)
        self._go_to_refused(self._pasted)

    def _go_to_refused(self, pasted: Pasted) -> None:
        """Stand in the first row that is refused, so that the reason is in sight."""
        rows = [n for n, row in enumerate(pasted.rows, 1) if row.outcome is Outcome.REFUSED]
        self.reason.setVisible(bool(rows))
        if rows:
            self.table.setCurrentIndex(self.preview.index(rows[0], 1))

    def _show_reason(self, index: QModelIndex) -> None:
        self.reason.setText(self.preview.reason(index.row()))

    def _add_fields(self) -> None:
        """In the first row a box for each column: which field it is."""
        self.fields = [self._field_box(n, name) for n, name in enumerate(self._paste.fields)]
        last: QWidget = self.ways
        for number, box in enumerate(self.fields):
            self.table.setIndexWidget(self.preview.index(0, BEFORE + number), box)
            QWidget.setTabOrder(last, box)
            last = box
        QWidget.setTabOrder(last, self.table)

    def _field_box(self, number: int, chosen: str | None) -> QComboBox:
        box = QComboBox()
        spoken = _("Field of column {number}").format(number=number + 1)
        named(box, f"pasteField{number}", spoken)
        box.addItem(_("not read"), None)
        for name in ("id", *TITLES):
            box.addItem(field_text(name), name)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.activated.connect(self._on_field)
        return box

    def _size(self) -> None:
        table = self.table
        table.resizeColumnsToContents()
        for number in range(self.preview.columnCount()):
            is_reason = number == self.preview.columnCount() - 1
            widest = _WIDEST_REASON if is_reason else _WIDEST
            least = 0 if number < BEFORE or is_reason else self.fields[0].sizeHint().width()
            table.setColumnWidth(number, max(min(table.columnWidth(number) + 12, widest), least))
        table.setRowHeight(0, self.ways.sizeHint().height() + 2)

    def _show_counts(self, pasted: Pasted) -> None:
        count = len(pasted.rows)
        text = plural("{count} row", "{count} rows", count).format(count=count)
        parts = [
            f"{pasted.count(outcome)} {outcome_text(outcome)}"
            for outcome in Outcome
            if pasted.count(outcome)
        ]
        self._summary.setText(f"{text}: {', '.join(parts)}" if parts else text)
        self._summary.setAccessibleName(self._summary.text())
        good = pasted.count(Outcome.NEW) + pasted.count(Outcome.CHANGED)
        refused = pasted.count(Outcome.REFUSED)
        self.paste_all.setText(
            plural("&Paste {count} row", "&Paste {count} rows", good).format(count=good)
        )
        self.paste_all.setEnabled(good > 0 and not refused)
        self.paste_good.setVisible(refused > 0)
        self.paste_good.setEnabled(good > 0)
        self.ways.setEnabled("id" not in self._paste.fields and self.ways.count() > 1)

    def _on_headings(self, are_there: bool) -> None:
        fields = self._ways.fields_with if are_there else self._ways.fields_without
        if fields is None:
            fields = self._paste.fields
        self._paste = replace(self._paste, has_headings=are_there, fields=fields)
        self._read()

    def _on_way(self, way: int) -> None:
        self._paste = replace(self._paste, over=self._ways.over if way else ())
        self._read()

    def _on_field(self) -> None:
        box = self.sender()
        if not isinstance(box, QComboBox):
            return
        place, name = self.fields.index(box), box.currentData()
        fields = [None if field == name else field for field in self._paste.fields]
        fields[place] = name
        self._paste = replace(self._paste, fields=tuple(fields))
        self._read()
        self.fields[place].setFocus()

    def _on_all(self) -> None:
        self.chosen = self._pasted
        self.accept()

    def _on_good(self) -> None:
        self.chosen = read_good_rows(self._paste, self._plan)
        self.accept()
