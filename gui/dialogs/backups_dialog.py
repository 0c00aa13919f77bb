"""The snapshots and backups of a plan: put back, or saved as a plan of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from domain.language import _
from domain.store.backup_facts import facts_of
from domain.store.keeping import Backup
from gui.background import Background, Job
from gui.models.backup_table import BackupTable
from gui.widgets.buttons import button_box
from gui.widgets.list_view import list_view
from gui.widgets.plain_text import Paragraph, named

_SIZE: Final = (900, 520)
_WIDTHS: Final = (130, 180, 180, 75, 85, 75)


class What(Enum):
    """What is to be done."""

    PUT_BACK = auto()
    SAVE_COPY = auto()
    MAKE = auto()


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done, and with which backup."""

    what: What
    backup: Backup | None = None


class BackupsDialog(QDialog):
    """Shows the backups, and asks what to do with one."""

    def __init__(
        self,
        parent: QWidget | None,
        backups: Sequence[Backup],
        background: Background,
        *,
        can_edit: bool,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("backupsDialog")
        self.setWindowTitle(_("Snapshots and backups"))
        self.wish: Wish | None = None
        self._can_edit = can_edit
        self.table = BackupTable(self)
        self.table.show_rows(backups)
        self.view = list_view(self.table, "backups", _("Snapshots and backups"), _WIDTHS)
        self.put_back = self._button("backupPutBack", _("&Put back"), What.PUT_BACK)
        self.save_copy = self._button("backupSaveCopy", _("Save as a &copy…"), What.SAVE_COPY)
        self.make = self._button("backupMake", _("Make a &snapshot…"), What.MAKE)
        self._lay_out(bool(backups))
        self.view.selectionModel().currentRowChanged.connect(self._show_allowed)
        if backups:
            self.view.selectRow(0)
        self._show_allowed()
        self._read(backups, background)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        backups: Sequence[Backup],
        background: Background,
        *,
        can_edit: bool,
    ) -> Wish | None:
        """What the user wants, or nothing."""
        dialog = cls(parent, backups, background, can_edit=can_edit)
        dialog.exec()
        wish = dialog.wish
        dialog.deleteLater()
        return wish

    def _button(self, name: str, text: str, what: What) -> QPushButton:
        button = named(QPushButton(text), name, text.replace("&", ""))
        button.clicked.connect(lambda: self._choose(what))
        return button

    def _lay_out(self, has_any: bool) -> None:
        about = Paragraph(
            _(
                "Put back makes every scenario what it was then; what the plan is now becomes a "
                "backup first, and Ctrl+Z takes the open scenario back. Kept are: snapshots for "
                "ever, all of the last day, one of each day for a month, of each week for a year."
            )
        )
        nothing = Paragraph(
            _(
                "There is no backup yet. One is made at the first change of each day, after half "
                "an hour of changes, and before an import or a merge."
            )
        )
        pages = QStackedWidget()
        pages.addWidget(self.view)
        pages.addWidget(nothing)
        pages.setCurrentIndex(0 if has_any else 1)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.put_back)
        line.addWidget(self.save_copy)
        line.addStretch(1)
        line.addWidget(self.make)
        close = button_box("backupsDialog", QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        line.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(about)
        column.addWidget(pages, 1)
        column.addLayout(line)
        self.resize(*_SIZE)

    def _read(self, backups: Sequence[Backup], background: Background) -> None:
        job = Job(lambda _progress: {one.path: facts_of(one) for one in backups})
        job.succeeded.connect(self.table.show_facts)
        background.start(job)

    def _show_allowed(self) -> None:
        chosen = self.table.row_at(self.view.currentIndex()) is not None
        self.put_back.setEnabled(chosen and self._can_edit)
        self.put_back.setDefault(chosen and self._can_edit)
        self.save_copy.setEnabled(chosen)

    def _choose(self, what: What) -> None:
        self.wish = Wish(what, self.table.row_at(self.view.currentIndex()))
        self.accept()
