"""What an import would do, before it does it: all that differs, and what the rules then say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from domain.exchange.arriving import Arrival
from domain.language import _, plural
from domain.rules.finding import Severity
from gui.icons import Icons
from gui.widgets.buttons import button_box
from gui.widgets.change_list import ChangeList
from gui.widgets.finding_changes import FindingChanges, counts_text
from gui.widgets.plain_text import Heading, Paragraph, fit, named
from gui.widgets.remark_list import RemarkList

_SIZE: Final = (1160, 640)
_SMALL: Final = 520
_MARK: Final = 22


@dataclass(frozen=True, slots=True)
class Incoming:
    """What arrives: the file by its name, the scenario it goes into, and whether that is new."""

    file: str
    scenario: str
    is_new: bool
    arrival: Arrival


class ImportDialog(QDialog):
    """Shows what would be added, changed and removed; or why nothing can be."""

    def __init__(self, parent: QWidget | None, icons: Icons, incoming: Incoming) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setWindowTitle(_("Import {file}").format(file=incoming.file))
        self._icons, self._incoming, self._arrival = icons, incoming, incoming.arrival
        self.summary = named(Paragraph(), "importSummary", _("What would come of it"))
        self.tabs = named(QTabWidget(), "importTabs", _("What would come of it"))
        self.tabs.setDocumentMode(True)
        self.buttons = self._made_buttons()
        self.summary.setText("\n".join(self._sentences()))
        self._fill_tabs()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self.summary)
        if self.tabs.count():
            column.addWidget(self.tabs, 1)
        column.addWidget(self.buttons)
        if self.tabs.count():
            self.resize(*_SIZE)
        else:
            fit(self, _SMALL)

    @classmethod
    def ask(cls, parent: QWidget | None, icons: Icons, incoming: Incoming) -> bool:
        """Whether the user wants it."""
        dialog = cls(parent, icons, incoming)
        wanted = bool(dialog.exec())
        dialog.deleteLater()
        return wanted

    @property
    def can_import(self) -> bool:
        """Whether there is anything that can be taken in."""
        is_worth = self._incoming.is_new or not self._arrival.is_empty
        return is_worth and not self._arrival.is_refused

    def _head(self) -> QHBoxLayout:
        colours = self._icons.colours
        icon, ink, text = "file-down", colours.accent, self._title()
        if self._arrival.is_refused:
            icon, ink = "octagon-x", colours.error
        elif not self.can_import:
            icon, ink = "circle-check", colours.good
        mark = QLabel()
        mark.setPixmap(self._icons.pixmap(icon, ink, _MARK, self.devicePixelRatioF()))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(named(Heading(text, steps=1), "importTitle", text), 1)
        return line

    def _title(self) -> str:
        name = self._incoming.scenario
        if self._arrival.is_refused:
            return _("Nothing can be taken in yet")
        if self._incoming.is_new:
            return _("The scenario '{name}' will be added to the plan").format(name=name)
        if self._arrival.is_empty:
            return _("No differences: the file says what the plan says already")
        return _("This would change in scenario '{name}'").format(name=name)

    def _sentences(self) -> list[str]:
        """What is said above the lists."""
        reading, sentences = self._arrival.reading, list[str]()
        if reading is not None and not reading.rows_refused:
            text = plural("{count} row read.", "{count} rows read.", reading.rows_in)
            sentences.append(text.format(count=reading.rows_in))
        elif reading is not None:
            text = plural(
                "{count} row read: {taken} can be taken in, {refused} cannot.",
                "{count} rows read: {taken} can be taken in, {refused} cannot.",
                reading.rows_in,
            )
            taken, refused = reading.rows_taken, reading.rows_refused
            sentences.append(text.format(count=reading.rows_in, taken=taken, refused=refused))
        if self._arrival.is_refused:
            sentences.append(
                _(
                    "Mend the cells below in the file, save it, and import it again. "
                    "All or nothing is taken in, so the plan is as it was."
                )
            )
        elif self.can_import:
            sentences.append(counts_text(self._arrival))
            sentences.append(_("It is one step, which you can undo; a backup is made first."))
        return sentences

    def _made_buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        if not self.can_import:
            buttons = button_box("importDialog", standard.Close)
            buttons.rejected.connect(self.reject)
            return buttons
        buttons = button_box("importDialog", standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setText(_("Import"))
        buttons.button(standard.Ok).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _fill_tabs(self) -> None:
        arrival, icons, reading = self._arrival, self._icons, self._arrival.reading
        if reading is not None and reading.problems:
            problems = RemarkList(
                reading.problems, reading.more_problems, Severity.ERROR, icons, "importProblems"
            )
            self.tabs.addTab(problems, _("To be mended ({count})").format(count=problems.count))
        elif not arrival.is_empty:
            changes = ChangeList(arrival, icons)
            self.tabs.addTab(changes, _("Changes ({count})").format(count=changes.count))
            findings = FindingChanges(arrival, icons)
            self.tabs.addTab(findings, _("Findings ({count})").format(count=findings.count))
        if reading is not None and reading.warnings:
            warnings = RemarkList(
                reading.warnings, reading.more_warnings, Severity.WARNING, icons, "importWarnings"
            )
            self.tabs.addTab(warnings, _("To be known ({count})").format(count=warnings.count))
