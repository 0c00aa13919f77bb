"""What taking over would do: what changes, what comes along, what is solved and what is new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from domain.language import _, plural
from domain.rules.finding import Finding
from domain.rules.texts import message
from domain.words.days import period_text
from gui.icons import Icons
from gui.widgets.buttons import button_box
from gui.widgets.plain_text import Heading, Paragraph, named

_SIZE: Final = (680, 420)
_WITHOUT_LIST: Final = 180
_ROW: Final = 44  # a finding over two lines
_MOST_ROWS: Final = 6
MOST: Final = 200
"""So many findings of either sort are listed; of more the number is said."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a step would do."""

    label: str
    along: Sequence[str]
    """The names of things that come along because what is taken over refers to them."""
    solved: Sequence[Finding]
    caused: Sequence[Finding]
    changes: Sequence[str] = ()
    """What is taken over, one line a change."""


class PlainList(QListWidget):
    """Some lines, as high as they are, up to a few; they can be read one by one by keyboard."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        for line in lines[:MOST]:
            self.addItem(QListWidgetItem(line))
        if len(lines) > MOST:
            more = _("… and {count} more").format(count=len(lines) - MOST)
            self.addItem(QListWidgetItem(more))
        rows = min(self.count(), _MOST_ROWS)
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), 1) + 2 * self.frameWidth() + 2)


class TakeOverDialog(QDialog):
    """Shows an effect; Enter takes over, Esc leaves everything as it is."""

    def __init__(self, parent: QWidget | None, icons: Icons, effect: Effect) -> None:
        super().__init__(parent)
        self.setObjectName("takeOverDialog")
        self.setWindowTitle(_("Take over"))
        self._icons = icons
        self.changes = named(PlainList(effect.changes), "takeOverChanges", _("What is taken over"))
        self.changes.setVisible(bool(effect.changes))
        self.says = named(Paragraph(said_of(effect)), "takeOverSays", _("What would happen"))
        self.list = named(QListWidget(), "takeOverFindings", _("Findings that come and go"))
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._fill(_("new"), effect.caused)
        self._fill(_("solved"), effect.solved)
        self.list.setVisible(self.list.count() > 0)
        standard = QDialogButtonBox.StandardButton
        buttons = button_box("takeOverDialog", standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setText(_("Take over"))
        buttons.button(standard.Ok).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(Heading(effect.label, steps=1))
        column.addWidget(self.changes)
        column.addWidget(self.says)
        column.addWidget(self.list, 1)
        if self.list.isHidden():
            column.addStretch(1)
        column.addWidget(buttons)
        few = self.changes.height() if effect.changes else 0
        rows = min(self.list.count() * _ROW, _SIZE[1] - _WITHOUT_LIST)
        self.resize(_SIZE[0], _WITHOUT_LIST + rows + few)
        buttons.button(standard.Ok).setFocus(Qt.FocusReason.TabFocusReason)

    @classmethod
    def ask(cls, parent: QWidget | None, icons: Icons, effect: Effect) -> bool:
        """Whether the user wants it."""
        dialog = cls(parent, icons, effect)
        answer = bool(dialog.exec())
        dialog.deleteLater()
        return answer

    def _fill(self, what: str, findings: Iterable[Finding]) -> None:
        listed = list(findings)
        for finding in listed[:MOST]:
            days = period_text(finding.first_day, finding.last_day)
            item = QListWidgetItem(f"{what}: {finding.code} · {message(finding)} · {days}")
            solved = what == _("solved")
            icon = "circle-check" if solved else None
            item.setIcon(
                self._icons.icon(icon, self._icons.colours.good)
                if icon
                else self._icons.of_severity(finding.severity)
            )
            self.list.addItem(item)
        if len(listed) > MOST:
            more = _("… and {count} more: {what}").format(count=len(listed) - MOST, what=what)
            self.list.addItem(QListWidgetItem(more))


def said_of(effect: Effect) -> str:
    """What a step would do, in a few sentences."""
    solved, caused = len(effect.solved), len(effect.caused)
    said = [
        plural("{count} finding is solved", "{count} findings are solved", solved).format(
            count=solved
        ),
        plural("{count} finding is new", "{count} findings are new", caused).format(count=caused),
    ]
    sentences = [f"{', '.join(said)}."]
    if not solved and not caused:
        sentences = [_("No finding comes or goes.")]
    if effect.along:
        names = ", ".join(effect.along[:10]) + (" …" if len(effect.along) > 10 else "")  # noqa: PLR2004
        sentences.append(
            _("This comes along, because it is referred to: {names}.").format(names=names)
        )
    return "\n".join(sentences)
