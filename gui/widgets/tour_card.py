"""One step of the tour: a card beside the pane that it is about, with a frame around the pane."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from domain.language import _
from gui.widgets.plain_text import Heading, Paragraph, PlainLabel, named

WIDTH: Final = 360
GAP: Final = 12


class TourCard(QFrame):
    """Says what a pane is for; goes on, back, or away."""

    moved = Signal(int)
    """On by one step, or back by one."""
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._about: QWidget | None = None
        named(self, "tourCard", _("Tour"))
        self.setAutoFillBackground(True)
        self._ring = QFrame(window)
        self._ring.setObjectName("tourRing")
        self._ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ring.hide()
        self._title = named(Heading(steps=2), "tourTitle", "")
        self._text = named(Paragraph(), "tourText", "")
        self._place = PlainLabel()
        self._place.setForegroundRole(self._place.palette().ColorRole.PlaceholderText)
        self._back = self._button("tourBack", _("Back"), -1)
        self._next = self._button("tourNext", _("Next"), 1)
        self._close = named(QPushButton(_("Close")), "tourClose", _("Close the tour"))
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.closed)
        self._lay_out()
        window.installEventFilter(self)
        self.hide()

    def _button(self, name: str, text: str, step: int) -> QPushButton:
        button = named(QPushButton(text), name, text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.moved.emit(step))
        return button

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH)
        line = QHBoxLayout()
        line.addWidget(self._place, 1)
        for button in (self._close, self._back, self._next):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(line)

    def show_step(self, about: QWidget, title: str, text: str, number: int, count: int) -> None:
        """Show the card beside a pane."""
        self._about = about
        self._title.setText(title)
        self._text.setText(text)
        self._place.setText(_("{number} of {count}").format(number=number, count=count))
        self._back.setEnabled(number > 1)
        self._next.setText(_("Done") if number == count else _("Next"))
        self._next.setAccessibleName(self._next.text())
        self.setAccessibleDescription(f"{title}. {text}")
        self._place_beside()
        for part in (self._ring, self):
            part.show()
            part.raise_()
        self._next.setFocus()

    def put_away(self) -> None:
        """Hide the card and its frame."""
        self._about = None
        self._ring.hide()
        self.hide()

    def _place_beside(self) -> None:
        if self._about is None:
            return
        corner = self._about.mapTo(self._window, QPoint(0, 0))
        area = QRect(corner, self._about.size())
        self._ring.setGeometry(area)
        self.adjustSize()
        self.resize(WIDTH, self.heightForWidth(WIDTH))
        self.move(_beside(area, self.size().width(), self.height(), self._window.rect()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_beside()
        return super().eventFilter(watched, event)


def _beside(area: QRect, width: int, height: int, whole: QRect) -> QPoint:
    """To the right of an area, else to its left, below or above it, else within it at the right."""
    x, y = area.right() - GAP - width, area.top() + GAP
    if area.right() + GAP + width <= whole.right():
        x = area.right() + GAP
    elif area.left() - GAP - width >= whole.left():
        x = area.left() - GAP - width
    elif area.bottom() + GAP + height <= whole.bottom():
        y = area.bottom() + GAP
    elif area.top() - GAP - height >= whole.top():
        y = area.top() - GAP - height
    return QPoint(
        max(whole.left() + GAP, x),
        max(whole.top() + GAP, min(y, whole.bottom() - GAP - height)),
    )
