"""Pages of which one is shown, in a window that may be narrower than the widest of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

WIDEST_LEAST: Final = 680
"""A page asks for no more than this; its lists and choices then give way a little."""


class Pages(QStackedWidget):
    """Only the page that is shown counts for how narrow the window can be, and only so far."""

    @override
    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        least = super().minimumSizeHint() if page is None else page.minimumSizeHint()
        return QSize(min(least.width(), WIDEST_LEAST), least.height())
