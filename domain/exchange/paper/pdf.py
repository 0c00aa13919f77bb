"""Pages as a PDF file: letters that can be searched and copied, lines that stay sharp."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from domain.exchange.files import write_safely
from domain.exchange.paper.letters import BOLD, REGULAR
from domain.exchange.paper.marks import Box, Line, Page, Text
from domain.exchange.workbook.text import on_one_line
from domain.language import current_language
from domain.version import VERSION

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_REGULAR, _BOLD = "Kader", "Kader-Bold"
_DASHES: Final = (2.5, 2.0)


@dataclass(frozen=True, slots=True)
class About:
    """What the properties of a document say."""

    title: str
    subject: str
    marking: str = ""


def write_pdf(path: Path, pages: Sequence[Page], about: About) -> None:
    """Write pages as a PDF; raises UnwritableFile where the file cannot be written."""
    write_safely(path, pdf_of(pages, about))


def pdf_of(pages: Sequence[Page], about: About) -> bytes:
    """Pages as the bytes of a PDF."""
    from reportlab.pdfgen.canvas import Canvas

    _register_fonts()
    content = BytesIO()
    canvas = Canvas(content, pageCompression=1, lang=current_language())
    _describe(canvas, about)
    for page in pages:
        _draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def _register_fonts() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    # Anew for each document: a font keeps which of its letters were used.
    registerFont(TTFont(_REGULAR, str(REGULAR)))
    registerFont(TTFont(_BOLD, str(BOLD)))


def _describe(canvas: Canvas, about: About) -> None:
    canvas.setTitle(on_one_line(about.title))
    canvas.setSubject(on_one_line(about.subject))
    canvas.setAuthor("Kader")
    canvas.setCreator(f"Kader {VERSION}")
    canvas.setProducer(f"Kader {VERSION}")
    canvas.setKeywords(on_one_line(about.marking))


def _draw(canvas: Canvas, page: Page) -> None:
    canvas.setPageSize((page.width, page.height))
    for title in page.titles:
        key = f"p{canvas.getPageNumber()}-{title}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(on_one_line(title), key, 0)
    for mark in page.marks:
        match mark:
            case Text():
                _text(canvas, page, mark)
            case Box():
                _box(canvas, page, mark)
            case Line():
                _line(canvas, page, mark)


def _text(canvas: Canvas, page: Page, text: Text) -> None:
    canvas.setFillColor(text.colour)
    canvas.setFont(_BOLD if text.bold else _REGULAR, text.size)
    canvas.drawString(text.x, page.height - text.y, text.text)


def _box(canvas: Canvas, page: Page, box: Box) -> None:
    if box.fill is not None:
        canvas.setFillColor(box.fill)
    if box.edge is not None:
        _pen(canvas, box.edge, box.thickness, dashed=box.dashed)
    canvas.rect(
        box.x,
        page.height - box.y - box.height,
        box.width,
        box.height,
        stroke=int(box.edge is not None),
        fill=int(box.fill is not None),
    )


def _line(canvas: Canvas, page: Page, line: Line) -> None:
    _pen(canvas, line.colour, line.thickness, dashed=line.dashed)
    canvas.line(line.x, page.height - line.y, line.to_x, page.height - line.to_y)


def _pen(canvas: Canvas, colour: str, thickness: float, *, dashed: bool) -> None:
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(thickness)
    canvas.setDash(*_DASHES) if dashed else canvas.setDash()
