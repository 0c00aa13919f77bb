"""How cells look: a few named styles, and their numbers in the file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

FONT: Final = "Arial"  # or what has its measures; every office has one
SIZE: Final = 10
DARK: Final = "FF1F3A4D"
GREY: Final = "FF6B6B6B"
RULE: Final = "FFD0D5D9"
PALE: Final = "FFE9ECEE"
DAY: Final = "dd-mm-yyyy"
MOMENT: Final = "dd-mm-yyyy hh:mm"


class Look(StrEnum):
    """The named styles; a look without a name of its own is one of them with another format."""

    TITLE = "Kader title"
    MARKING = "Kader marking"
    SECTION = "Kader section"
    LEAD = "Kader lead"
    HEADING = "Kader heading"
    TEXT = "Kader text"
    LABEL = "Kader label"
    QUIET = "Kader quiet"
    DATE = "Kader date"
    NUMBER = "Kader number"


@dataclass(frozen=True, slots=True)
class _Style:
    font: Font
    alignment: Alignment
    number_format: str = "General"
    fill: PatternFill | None = None
    ruled: bool = True


def _font(*, size: int = SIZE, bold: bool = False, colour: str = "FF000000") -> Font:
    return Font(name=FONT, sz=size, b=bold, color=colour)


_TOP: Final = Alignment(vertical="top", wrap_text=True)
_STYLES: Final = {
    Look.TITLE: _Style(_font(size=15, bold=True, colour=DARK), Alignment(), ruled=False),
    Look.MARKING: _Style(_font(bold=True), Alignment(), ruled=False),
    Look.SECTION: _Style(_font(size=12, bold=True, colour=DARK), Alignment(), ruled=False),
    Look.LEAD: _Style(_font(colour=GREY), Alignment(vertical="top"), ruled=False),
    Look.HEADING: _Style(
        _font(bold=True, colour="FFFFFFFF"),
        _TOP,
        fill=PatternFill("solid", fgColor=DARK, bgColor=DARK),
    ),
    Look.LABEL: _Style(_font(colour=DARK), _TOP),
    Look.TEXT: _Style(_font(), _TOP, "@"),
    Look.QUIET: _Style(_font(colour=GREY), _TOP, "@"),
    Look.DATE: _Style(_font(), Alignment(vertical="top", horizontal="left"), DAY),
    Look.NUMBER: _Style(_font(), Alignment(vertical="top", horizontal="right", indent=1), "#,##0"),
}


def _named(look: Look, style: _Style) -> NamedStyle:
    border = (
        Border(bottom=Side("thin", RULE), right=Side("thin", PALE)) if style.ruled else Border()
    )
    named = NamedStyle(
        name=look.value,
        font=style.font,
        alignment=style.alignment,
        number_format=style.number_format,
        border=border,
    )
    if style.fill is not None:
        named.fill = style.fill
    return named


def add_looks(workbook: Workbook) -> None:
    """Add the named styles, and make the ordinary font ours: columns are measured in it."""
    # There is no public way to the ordinary font.
    workbook._fonts[0] = _font()  # type: ignore[attr-defined]  # noqa: SLF001
    for look, style in _STYLES.items():
        workbook.add_named_style(_named(look, style))


class Styles:
    """The numbers by which the rows of a sheet name their styles."""

    def __init__(self, sheet: Worksheet) -> None:
        """Number the styles in the workbook of a sheet."""
        self._sheet = sheet
        self._known: dict[tuple[Look, str | None, bool], int] = {}

    def number(self, look: Look, number_format: str | None = None, *, quoted: bool = False) -> int:
        """The number of a look, with a format of its own, or for text that looks like a formula."""
        key = look, number_format, quoted
        if key not in self._known:
            cell = Cell(self._sheet, row=1, column=1)
            cell.style = look.value
            if number_format is not None:
                cell.number_format = number_format
            cell.quotePrefix = quoted
            self._known[key] = cell.style_id
        return self._known[key]
