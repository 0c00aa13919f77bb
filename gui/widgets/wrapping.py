"""A line of tools that goes on below where the window is too narrow for all of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget
from typing_extensions import override

_Line = list[tuple[QLayoutItem, int]]
_NO_ORIENTATION: Final = Qt.Orientation(0)


class WrapLayout(QLayout):
    """Lays its parts out from left to right, in as many lines as they need.

    What expands gets the room that is left in its line, such as an empty part before what is to
    stand at the right.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)

    def add_stretch(self) -> None:
        """Put what comes after this at the right."""
        policy = QSizePolicy.Policy
        self.addItem(QSpacerItem(0, 0, policy.Expanding, policy.Minimum))

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return _NO_ORIENTATION

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        heights = [_height_of(line) for line in lines]
        between = self.spacing() * max(len(lines) - 1, 0)
        return sum(heights) + between + margins.top() + margins.bottom()

    @override
    def sizeHint(self) -> QSize:
        items = self._shown()
        margins = self.contentsMargins()
        width = sum(_width_of(item) for item in items) + self.spacing() * max(len(items) - 1, 0)
        height = max((item.sizeHint().height() for item in items), default=0)
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    @override
    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        items = self._shown()
        width = max((item.minimumSize().width() for item in items), default=0)
        height = max((item.minimumSize().height() for item in items), default=0)
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for line in self._lines(inner.width()):
            height = _height_of(line)
            left = inner.left()
            for item, width in line:
                item.setGeometry(QRect(left, top, width, height))
                left += width + (self.spacing() if width else 0)
            top += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty() or item.spacerItem()]

    def _lines(self, room: int) -> list[_Line]:
        """Which part stands in which line, and how wide."""
        lines: list[_Line] = []
        line: _Line = []
        used = 0
        for item in self._shown():
            width = _width_of(item)
            between = self.spacing() if line and width else 0
            if line and used + between + width > room:
                lines.append(self._filled(line, room))
                line, used, between = [], 0, 0
            line.append((item, min(width, room)))
            used += between + width
        return [*lines, self._filled(line, room)] if line else lines

    def _filled(self, line: _Line, room: int) -> _Line:
        """A line in which what expands has taken the room that is left."""
        parts = [width for _item, width in line if width]
        left = room - sum(parts) - self.spacing() * max(len(parts) - 1, 0)
        for place, (item, width) in enumerate(line):
            if left > 0 and item.expandingDirections() & Qt.Orientation.Horizontal:
                if not width:
                    left -= self.spacing()
                taken = min(max(left, 0), item.maximumSize().width() - width)
                line[place] = (item, width + taken)
                left -= taken
        return line


def _width_of(item: QLayoutItem) -> int:
    return item.sizeHint().width()


def _height_of(line: _Line) -> int:
    return max((item.sizeHint().height() for item, _width in line), default=0)
