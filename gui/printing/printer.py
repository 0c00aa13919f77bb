"""Pages to a printer that the user chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from domain.errors import UnwritableFile
from domain.exchange.paper.marks import Page
from domain.exchange.paper.paper import Paper
from domain.language import _
from gui.printing.page_painter import PagePainter

_SIZES = {"A4": QPageSize.PageSizeId.A4, "A3": QPageSize.PageSizeId.A3}


class PrinterDialog:
    """Asks which printer, and which of the pages."""

    @classmethod
    def ask(cls, parent: QWidget, paper: Paper, pages: int) -> QPrinter | None:
        """A printer that is set to the paper, or none."""
        printer = printer_for(paper)
        dialog = QPrintDialog(printer, parent)
        dialog.setObjectName("printerDialog")
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
        dialog.setMinMax(1, pages)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def printer_for(paper: Paper) -> QPrinter:
    """A printer with paper of a size, on its long side; margins are those of the pages."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize(_SIZES[paper.name])
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF()))
    printer.setFullPage(True)
    return printer


def print_pages(printer: QPrinter, pages: Sequence[Page]) -> None:
    """Print the pages of the chosen range; raises UnwritableFile where the printer takes none."""
    painter = QPainter()
    if not painter.begin(printer):
        raise UnwritableFile(_("The printer takes nothing: see whether it is on and connected."))
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    drawn = PagePainter(painter, printer.resolution() / 72)
    for number, page in enumerate(pages[first - 1 : last]):
        if number:
            printer.newPage()
        drawn.paint(page)
    painter.end()
