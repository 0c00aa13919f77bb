"""Whether a plan file is whole, with the head of its journal to compare it by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from domain.language import _, plural
from domain.rules.finding import Severity
from gui.icons import Icons
from gui.widgets.buttons import button_box
from gui.widgets.plain_text import Heading, Paragraph, fit, named


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check of a file found."""

    file: str
    faults: Sequence[str]
    entries: int
    head: str


class VerifyDialog(QDialog):
    """Says whether the file is whole, or what is wrong with it."""

    def __init__(self, parent: QWidget | None, icons: Icons, found: Verified) -> None:
        super().__init__(parent)
        self.setObjectName("verifyDialog")
        self.setWindowTitle(_("Check of the file"))
        self._head = found.head
        mark = QLabel()
        icon, ink = "circle-check", icons.colours.good
        if found.faults:
            icon, ink = "octagon-x", icons.colour_of(Severity.ERROR)
        mark.setPixmap(icons.pixmap(icon, ink, 28, self.devicePixelRatioF()))
        title = _("{file} is not whole.") if found.faults else _("{file} is whole.")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(mark)
        line.addWidget(named(Heading(title.format(file=found.file), steps=2), "verifyTitle", ""), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(line)
        column.addWidget(named(Paragraph(_said(found)), "verifySaid", _("What was found")))
        column.addWidget(Heading(_("Head of the journal")))
        head = " ".join(found.head[place : place + 8] for place in range(0, len(found.head), 8))
        column.addWidget(named(Paragraph(head), "verifyHead", _("Head of the journal")))
        column.addWidget(self._buttons())
        fit(self, 560)

    def _buttons(self) -> QDialogButtonBox:
        buttons = button_box("verifyDialog", QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("Copy the head"), QDialogButtonBox.ButtonRole.ActionRole)
        named(copy, "verifyCopy", _("Copy the head"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._head))
        buttons.rejected.connect(self.reject)
        return buttons

    @classmethod
    def tell(cls, parent: QWidget | None, icons: Icons, found: Verified) -> None:
        """Show what was found until the user closes it."""
        dialog = cls(parent, icons, found)
        dialog.exec()
        dialog.deleteLater()


def _said(found: Verified) -> str:
    if found.faults:
        advice = _(
            "Put back a backup, or save the plan in another place and compare it with a backup."
        )
        return "\n".join([*found.faults, "", advice])
    entries = plural("{n} entry", "{n} entries", found.entries).format(n=found.entries)
    return _(
        "Its structure, the references between its rows and all of its journal ({entries}) fit. "
        "Whoever has the same head has the same history."
    ).format(entries=entries)
