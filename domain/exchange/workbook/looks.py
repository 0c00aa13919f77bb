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
    GRID = "Kader grid"
    COMPUTED = "Kader computed"


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
_LEFT: Final = Alignment(vertical="top", horizontal="left", wrap_text=True)
_RIGHT: Final = Alignment(vertical="top", horizontal="right", indent=1)
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
    Look.NUMBER: _Style(_font(), _RIGHT, "#,##0"),
    Look.COMPUTED: _Style(_font(), _LEFT),  # a formula in a cell for texts would become a text
    # A zero among many numbers is a dash, so that the others stand out.
    Look.GRID: _Style(_font(), _RIGHT, '#,##0;-#,##0;"–"'),
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


@dataclass(frozen=True, slots=True)
class Paint:
    """A look that is no named style: a cell of a picture made of cells."""

    fill: str | None = None
    pattern: str | None = None
    letters: str = "FF000000"
    bold: bool = False
    left: str | None = None
    right: str | None = None
    above: str | None = None
    below: str | None = None
    aligned: str | None = None
    vertical: str = "center"
    number_format: str = "General"


HEADLINE: Final = Paint(fill=DARK, letters="FFFFFFFF", bold=True)
"""A heading whose text runs on over the empty cells beside it."""


class Styles:
    """The numbers by which the rows of a sheet name their styles."""

    def __init__(self, sheet: Worksheet) -> None:
        """Number the styles in the workbook of a sheet."""
        self._sheet = sheet
        self._known: dict[tuple[Look, str | None, bool], int] = {}
        self._painted: dict[Paint, int] = {}

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

    def painted(self, paint: Paint) -> int:
        """The number of a paint."""
        if paint not in self._painted:
            cell = Cell(self._sheet, row=1, column=1)
            cell.font = _font(bold=paint.bold, colour=paint.letters)
            cell.number_format = paint.number_format
            cell.alignment = Alignment(vertical=paint.vertical, horizontal=paint.aligned)
            if paint.fill is not None:
                cell.fill = _fill(paint.fill, paint.pattern)
            cell.border = Border(
                left=_side(paint.left),
                right=_side(paint.right),
                top=_side(paint.above),
                bottom=_side(paint.below),
            )
            self._painted[paint] = cell.style_id
        return self._painted[paint]


def _fill(colour: str, pattern: str | None) -> PatternFill:
    if pattern is None:
        return PatternFill("solid", fgColor=colour, bgColor=colour)
    # A pattern of one colour on the other; what paints no patterns shows the ground.
    return PatternFill("lightUp", fgColor=pattern, bgColor=colour)


def _side(colour: str | None) -> Side:
    return Side() if colour is None else Side("thin", colour)
