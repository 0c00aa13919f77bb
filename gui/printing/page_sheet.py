"""A page on the screen: a sheet of paper, as wide as there is room or larger."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from domain.exchange.paper.marks import Page
from domain.language import _
from gui.printing.page_painter import PagePainter
from gui.widgets.plain_text import named

_AROUND: Final = 14


class PageSheet(QWidget):
    """One page, painted anew in whatever size it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._scale = 1.0

    def show_page(self, page: Page | None, scale: float) -> None:
        """Show a page in a size."""
        self._page, self._scale = page, scale
        if page is not None:
            self.resize(QSize(round(page.width * scale), round(page.height * scale)))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page is None:
            return
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        PagePainter(painter, self._scale).paint(self._page)
        painter.end()


class PageScroll(QScrollArea):
    """Where the page lies; Page Up and Page Down leaf, Ctrl+plus and Ctrl+minus enlarge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "previewPage", _("Page"))
        self.sheet = PageSheet()
        self.setWidget(self.sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def scale_to_fit(self, page: Page) -> float:
        """The scale at which a page is as wide and high as there is room."""
        room = self.maximumViewportSize()
        across = (room.width() - _AROUND) / page.width
        return max(min(across, (room.height() - _AROUND) / page.height), 0.1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            event.ignore()  # the dialog leafs
            return
        super().keyPressEvent(event)
