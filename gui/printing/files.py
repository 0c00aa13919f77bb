"""Pages as files: a PDF of all, or one picture on which everything stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice

from domain.exchange.files import write_safely
from domain.exchange.paper.booklet import about_of
from domain.exchange.paper.paper import PICTURE
from domain.exchange.paper.pdf import write_pdf
from domain.exchange.paper.print_out import PrintOut, print_out
from domain.exchange.paper.svg import write_svg
from domain.exchange.workbook.material import Material
from domain.exchange.workbook.progress import Tell
from gui.printing.page_painter import picture_of

Write = Callable[[Path, Material, PrintOut, Tell], None]


def write_as_pdf(path: Path, material: Material, wanted: PrintOut, tell: Tell) -> None:
    """Write the pages as a PDF."""
    write_pdf(path, print_out(material, wanted, tell), about_of(material.plan))


def write_as_svg(path: Path, material: Material, wanted: PrintOut, tell: Tell) -> None:
    """Write everything as one drawing."""
    page = print_out(material, replace(wanted, paper=PICTURE), tell)[0]
    write_svg(path, page, about_of(material.plan).title)


def write_as_png(path: Path, material: Material, wanted: PrintOut, tell: Tell) -> None:
    """Write everything as one picture."""
    page = print_out(material, replace(wanted, paper=PICTURE), tell)[0]
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture_of(page).save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    write_safely(path, bytes(content.data()))


WRITERS: Final = {".pdf": write_as_pdf, ".png": write_as_png, ".svg": write_as_svg}
"""For the ending of a file what writes it."""
