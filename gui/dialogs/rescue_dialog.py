"""What was saved of a damaged plan, and what was lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from domain.language import _, plural
from gui.icons import Icons
from gui.widgets.buttons import button_box
from gui.widgets.plain_text import Heading, Paragraph, fit, named

_MOST: Final = 12
"""So many sentences are shown; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of a damaged file: how many things are in the new one, and what is said."""

    damaged: str
    file: str
    kept: int
    said: Sequence[str]


class RescueDialog(QDialog):
    """Says it, and offers to open the new file."""

    def __init__(self, parent: QWidget | None, icons: Icons, saved: Saved) -> None:
        super().__init__(parent)
        self.setObjectName("rescueDialog")
        self.setWindowTitle(_("What could be read"))
        mark = QLabel()
        mark.setPixmap(
            icons.pixmap("circle-check", icons.colours.good, 28, self.devicePixelRatioF())
        )
        title = plural(
            "{count} row is saved in {file}.", "{count} rows are saved in {file}.", saved.kept
        )
        text = title.format(count=saved.kept, file=saved.file)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(mark)
        line.addWidget(named(Heading(text, steps=2), "rescueTitle", ""), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(line)
        column.addWidget(named(Paragraph(_said(saved)), "rescueSaid", _("What was found")))
        column.addWidget(self._buttons())
        fit(self, 600)

    def _buttons(self) -> QDialogButtonBox:
        buttons = button_box("rescueDialog", QDialogButtonBox.StandardButton.Close)
        opens = buttons.addButton(_("Open it"), QDialogButtonBox.ButtonRole.AcceptRole)
        named(opens, "rescueOpen", _("Open it"))
        opens.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    @classmethod
    def ask(cls, parent: QWidget | None, icons: Icons, saved: Saved) -> bool:
        """Whether the new file is to be opened."""
        dialog = cls(parent, icons, saved)
        done = bool(dialog.exec())
        dialog.deleteLater()
        return done


def _said(saved: Saved) -> str:
    lines = list(saved.said[:_MOST])
    more = len(saved.said) - len(lines)
    if more:
        lines.append(plural("And {count} more.", "And {count} more.", more).format(count=more))
    lines += ["", _("{file} is as it was.").format(file=saved.damaged)]
    return "\n".join(lines)
