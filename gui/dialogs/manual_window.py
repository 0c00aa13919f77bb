"""The manual in a window of its own, beside the plan: its pages, a search, the page itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from domain.language import _
from gui.dialogs.manual_page import ManualPage
from gui.manual import Page, pages
from gui.widgets.plain_text import PlainLabel, named

_SIZE: Final = (1060, 760)
_NAME: Final = Qt.ItemDataRole.UserRole


class ManualWindow(QDialog):
    """Reads offline; a link leads to another page, never out of the manual."""

    def __init__(self, parent: QWidget | None, actions: Iterable[QAction]) -> None:
        super().__init__(parent)
        self.setObjectName("manual")
        self.setWindowTitle(_("Kader: manual"))
        self._pages = {page.name: page for page in pages(actions)}
        self.field = named(QLineEdit(), "manualSearch", _("Search the manual"))
        self.field.setPlaceholderText(_("Search the manual"))
        self.field.setClearButtonEnabled(True)
        self.list = named(QListWidget(), "manualPages", _("Pages"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = PlainLabel(_("No page has all these words."))
        self._nothing.setForegroundRole(self._nothing.palette().ColorRole.PlaceholderText)
        self.page = named(ManualPage(), "manualPage", _("Page of the manual"))
        self.page.anchorClicked.connect(self._on_link)
        self.field.textChanged.connect(self._on_sought)
        self.list.currentItemChanged.connect(self._on_chosen)
        self._lay_out()
        self._list_pages(list(self._pages.values()))

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(10, 10, 6, 10)
        for part in (self.field, self._nothing):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        splitter = named(QSplitter(Qt.Orientation.Horizontal), "manualSplitter", "")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.page)
        splitter.setSizes([270, 790])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        self.resize(*_SIZE)

    def open_page(self, name: str) -> None:
        """Show a page by its name."""
        self.field.clear()
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)

    def _list_pages(self, shown: Sequence[Page]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for page in shown:
            item = QListWidgetItem(page.title)
            item.setData(_NAME, page.name)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._nothing.setVisible(not shown)
        if shown:
            self.list.setCurrentRow(0)

    def _on_sought(self, words: str) -> None:
        self._list_pages([page for page in self._pages.values() if page.goes_with(words)])
        self._mark(words)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.page.show_text(self._pages[str(item.data(_NAME))].text)
            self._mark(self.field.text())

    def _mark(self, words: str) -> None:
        """Select the first word that is sought, so that it is in sight."""
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        first = words.split()[:1]
        if first:
            self.page.find(first[0])

    def _on_link(self, link: QUrl) -> None:
        self.open_page(link.fileName().removesuffix(".md"))

    @classmethod
    def show_for(
        cls, parent: QWidget | None, actions: Iterable[QAction], name: str
    ) -> ManualWindow:
        """Open a page, in the window that is open already if there is one."""
        known = None
        if parent is not None:
            directly = Qt.FindChildOption.FindDirectChildrenOnly
            known = parent.findChild(cls, "manual", directly)
        window = known or cls(parent, actions)
        window.open_page(name)
        window.show()
        window.raise_()
        return window
