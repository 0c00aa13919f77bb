"""The preview: the pages as they will be, and from there to a printer, a PDF, or a picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from domain.errors import KnownError
from domain.exchange.paper.marks import Page
from domain.language import _
from gui.dialogs.messages import SentenceDialog
from gui.icons import Icons
from gui.printing.page_sheet import PageScroll
from gui.printing.preview_form import PreviewForm
from gui.widgets.count_box import NumberBox
from gui.widgets.plain_text import PlainLabel, named

_SIZE: Final = QSize(1080, 820)
_STEP: Final = 1.25
_LARGEST: Final = 6.0


class PreviewDialog(QDialog):
    """Shows one page at a time; what is written or printed is what it shows."""

    file_wanted = Signal(str)
    """What is shown is to be written to a file: its ending."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewDialog")
        self.setWindowTitle(_("Print preview"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.resize(_SIZE)
        self._icons = icons
        self.form = PreviewForm(icons)
        self._pages: Sequence[Page] = ()
        self._enlarged = 1.0
        self._scroll = PageScroll()
        self._number = named(NumberBox(), "previewNumber", _("Page"))
        self._of = named(PlainLabel(), "previewCount", _("How many pages there are"))
        self.says = named(PlainLabel(), "previewSays", _("Message"))
        self._printed: Callable[[Sequence[Page]], None] = _nowhere
        self._buttons = self._made_buttons()
        self._lay_out()
        self._number.valueChanged.connect(self._show_page)

    def _made_buttons(self) -> dict[str, QPushButton]:
        texts = {
            "previewPrint": (_("&Print…"), self._on_print),
            "previewPdf": (_("PD&F…"), lambda: self.file_wanted.emit(".pdf")),
            "previewPng": (_("P&NG…"), lambda: self.file_wanted.emit(".png")),
            "previewSvg": (_("S&VG…"), lambda: self.file_wanted.emit(".svg")),
            "previewClose": (_("&Close"), self.reject),
        }
        buttons = {}
        for name, (text, handler) in texts.items():
            buttons[name] = button = named(QPushButton(text), name, text.replace("&", ""))
            button.clicked.connect(handler)
            button.setAutoDefault(False)
        buttons["previewPrint"].setDefault(True)
        for name in ("previewPng", "previewSvg"):
            buttons[name].setToolTip(_("Everything on one picture"))
        return buttons

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(12, 4, 12, 10)
        line.addWidget(self._number)
        line.addWidget(self._of)
        for name, icon, handler, spoken in (
            ("previewSmaller", "zoom-out", self.reduce, _("Smaller")),
            ("previewLarger", "zoom-in", self.enlarge, _("Larger")),
            ("previewFit", "maximize", self.fit, _("The whole page")),
        ):
            tool = named(QToolButton(), name, spoken)
            tool.setIcon(self._icons.icon(icon))
            tool.setToolTip(spoken)
            tool.clicked.connect(handler)
            line.addWidget(tool)
        line.addWidget(self.says, 1)
        for button in self._buttons.values():
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self._scroll, 1)
        column.addLayout(line)

    @property
    def pages(self) -> Sequence[Page]:
        """The pages that are shown; none while they are being laid out."""
        return self._pages

    def print_with(self, printed: Callable[[Sequence[Page]], None]) -> None:
        """What prints the pages."""
        self._printed = printed

    def wait(self) -> None:
        """Say that pages are being laid out."""
        self._pages = ()
        self._allow()
        self.says.setText(_("The pages are being laid out…"))

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show other pages, standing where it stood."""
        self._pages = pages
        self._number.blockSignals(True)
        self._number.setRange(1, max(len(pages), 1))
        self._number.blockSignals(False)
        self._of.setText(_("of {pages}").format(pages=len(pages)))
        self.says.setText("")
        self._allow()
        self._show_page()

    def enlarge(self) -> None:
        """Show the page larger."""
        self._enlarged = min(self._enlarged * _STEP, _LARGEST)
        self._show_page()

    def reduce(self) -> None:
        """Show the page smaller, at the smallest as it fits."""
        self._enlarged = max(self._enlarged / _STEP, 1.0)
        self._show_page()

    def fit(self) -> None:
        """Show the whole page."""
        self._enlarged = 1.0
        self._show_page()

    def _show_page(self) -> None:
        if not self._pages:
            self._scroll.sheet.show_page(None, 1.0)
            return
        page = self._pages[self._number.value() - 1]
        scale = self._scroll.scale_to_fit(page) * self._enlarged
        self._scroll.sheet.show_page(page, scale)

    def _allow(self) -> None:
        for name, button in self._buttons.items():
            button.setEnabled(bool(self._pages) or name == "previewClose")
        self._number.setEnabled(len(self._pages) > 1)

    def _on_print(self) -> None:
        try:
            self._printed(self._pages)
        except KnownError as error:
            SentenceDialog.tell(self, _("It was not done"), error.sentence)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_PageDown:
            self._number.stepUp()
        elif event.key() == Qt.Key.Key_PageUp:
            self._number.stepDown()
        elif event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.enlarge()
        elif event.key() == Qt.Key.Key_Minus:
            self.reduce()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_page()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)


def _nowhere(_pages: Sequence[Page]) -> None:
    """Until it is told what prints, nothing does."""
