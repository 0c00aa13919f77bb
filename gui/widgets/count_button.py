"""A button that says a number that often changes, without moving what stands around it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QToolButton
from typing_extensions import override

_REFIT: Final = frozenset({QEvent.Type.Polish, QEvent.Type.FontChange, QEvent.Type.StyleChange})


class CountButton(QToolButton):
    """As wide as the widest text that it had: a layout is asked again only when that grows.

    Otherwise a status bar is drawn anew from end to end for each digit.
    """

    def show_text(self, text: str) -> None:
        """Show a text."""
        if text != self.text():
            self.setText(text)
            if self.sizeHint().width() > self.minimumWidth():
                self.fit()

    def fit(self) -> None:
        """Be as wide as the text that it has."""
        self.setFixedSize(self.sizeHint())

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in _REFIT:
            self.fit()
        return handled
