"""What would mend a finding: each change with what it solves and newly causes, and its button."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from domain.language import _, plural
from domain.repairs import Repair
from domain.rules.finding import Severity
from domain.rules.texts import message
from gui.widgets.plain_text import Heading, Paragraph, PlainLabel, named, plain_tip

MOST_TOLD: Final = 5
"""So many of the findings that a change would cause are told in its tooltip."""


class RepairBox(QWidget):
    """The changes that mend one finding; empty until they are known."""

    previewed = Signal(object)
    """What a change would do is asked for: its ``Repair``, or None to see the plan as it is."""
    chosen = Signal(object)
    """A change should be done: its ``Repair``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("repairBox")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)

    def show_repairs(self, repairs: Sequence[Repair]) -> None:
        """Show changes that mend the finding, or say that no single one does."""
        self._column.addWidget(Heading(_("What would mend it")))
        if not repairs:
            self._column.addWidget(Paragraph(_("No single change of a rotation mends it.")))
        for number, repair in enumerate(repairs):
            row = RepairRow(repair, number)
            row.previewed.connect(self.previewed)
            row.chosen.connect(self.chosen)
            self._column.addWidget(row)


class RepairRow(QFrame):
    """One change; pointing at it shows what it would do."""

    previewed = Signal(object)
    chosen = Signal(object)

    def __init__(self, repair: Repair, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._repair = repair
        self.setObjectName("repairRow")
        effect = effect_text(repair)
        said = PlainLabel(repair.sentence)
        said.setWordWrap(True)
        told = PlainLabel(effect)
        told.setWordWrap(True)
        told.setForegroundRole(told.palette().ColorRole.PlaceholderText)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(said)
        words.addWidget(told)
        self.button = named(
            QPushButton(_("Do this")), f"repair_{number}", f"{repair.sentence}; {effect}"
        )
        self.button.setAutoDefault(False)
        self.button.installEventFilter(self)
        self.button.clicked.connect(lambda: self.chosen.emit(self._repair))
        line = QHBoxLayout(self)
        line.setContentsMargins(6, 3, 3, 3)
        line.addLayout(words, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setToolTip(plain_tip(_caused_text(repair)))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.previewed.emit(self._repair)
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.previewed.emit(None)
        super().leaveEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.previewed.emit(self._repair)
        elif event.type() is QEvent.Type.FocusOut:
            self.previewed.emit(None)
        return super().eventFilter(watched, event)


def effect_text(repair: Repair) -> str:
    """How many findings a change solves, and how many of which severity it newly causes."""
    solved = sum(1 for one in repair.solved if not one.waived)
    text = plural("solves {n} finding", "solves {n} findings", solved).format(n=solved)
    counts = [
        counted(number).format(n=number)
        for severity, counted in _COUNTED.items()
        if (number := repair.causes(severity))
    ]
    if not counts:
        return _("{solves}, causes none").format(solves=text)
    return _("{solves}, causes {counts}").format(solves=text, counts=", ".join(counts))


_COUNTED: Final[Mapping[Severity, Callable[[int], str]]] = {
    Severity.ERROR: lambda number: plural("{n} error", "{n} errors", number),
    Severity.WARNING: lambda number: plural("{n} warning", "{n} warnings", number),
    Severity.NOTE: lambda number: plural("{n} note", "{n} notes", number),
}


def _caused_text(repair: Repair) -> str:
    texts = [message(one) for one in repair.caused if not one.waived]
    more = len(texts) - MOST_TOLD
    if more > 0:
        texts[MOST_TOLD:] = [plural("and {n} more", "and {n} more", more).format(n=more)]
    return "\n".join(texts)
