"""A list to choose one thing of a plan from, or none; filled when it is first opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget
from typing_extensions import override

Candidates = Callable[[], Iterable[tuple[str, str]]]
"""Ids with the texts by which a person knows them."""


class ChoiceBox(QComboBox):
    """A combo box over ids; it looks the candidates up only when the user turns to it."""

    def __init__(self, none_text: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._none_text = none_text
        self._candidates: Candidates | None = None
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def chosen(self) -> str | None:
        """The id of the chosen thing, or none."""
        data = self.currentData()
        return data if isinstance(data, str) else None

    def offer(self, candidates: Candidates, chosen: str | None, text: str) -> None:
        """Show the chosen thing, and offer others once the user turns to the box."""
        self._candidates = candidates
        self.clear()
        if chosen is None:
            self.addItem(self._none_text or "", None)
        else:
            self.addItem(text or chosen, chosen)
        self.setCurrentIndex(0)

    def choose(self, name: str | None) -> None:
        """Choose a thing by its id, as the user would."""
        self._fill()
        self.setCurrentIndex(max(self.findData(name), 0))

    def show_chosen(self) -> None:
        """Put the text of the chosen thing back where something else was typed."""
        if self.currentText() != self.itemText(self.currentIndex()):
            self.setEditText(self.itemText(self.currentIndex()))

    @override
    def showPopup(self) -> None:
        self._fill()
        super().showPopup()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._fill()
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel that scrolls the pane must not change what it passes over.
        event.ignore()

    def _fill(self) -> None:
        if self._candidates is None:
            return
        candidates, self._candidates = self._candidates, None
        chosen, text = self.chosen, self.currentText()
        self.blockSignals(True)
        self.clear()
        if self._none_text is not None:
            self.addItem(self._none_text, None)
        for name, label in candidates():
            self.addItem(label, name)
        if chosen is not None and self.findData(chosen) < 0:
            self.insertItem(0, text, chosen)
        self.setCurrentIndex(max(self.findData(chosen), 0) if chosen is not None else self._none())
        self.blockSignals(False)

    def _none(self) -> int:
        return 0 if self._none_text is not None else -1


def with_search(box: ChoiceBox) -> None:
    """Let the user type any part of a name in a long list."""
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer: QCompleter | None = box.completer()
    if completer is not None:
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    line: QLineEdit | None = box.lineEdit()
    if line is not None:
        line.editingFinished.connect(box.show_chosen)


class Unscrolled(QObject):
    """Keeps the wheel from changing a field that does not have the focus."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
