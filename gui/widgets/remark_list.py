"""What is wrong or odd in a file, as a list that can be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from domain.exchange.rotation_rows.reading import Problem
from domain.language import _
from domain.rules.finding import Severity
from gui.icons import Icons
from gui.models.remark_table import CELL, SHEET, RemarkTable
from gui.widgets.plain_table import PlainTable
from gui.widgets.plain_text import named


class RemarkList(QWidget):
    """Sheet, cell and reason of each; a button puts them on the clipboard."""

    def __init__(
        self, remarks: Sequence[Problem], more: int, severity: Severity, icons: Icons, name: str
    ) -> None:
        super().__init__()
        self.count = len(remarks) + more
        self._table = RemarkTable(remarks, more, severity, icons, self)
        widest = {SHEET: "voorbeeld-2027.csv   ", CELL: "AA100000"}
        self.view = PlainTable(name, _("What is said of the file"), self._table, widest)
        self._copy = named(QPushButton(_("Copy the list")), f"{name}Copy", _("Copy the list"))
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._on_copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.view, 1)
        column.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._table.as_text())
