"""Marks that follow the value of a cell: a pattern besides the colour, for grey print."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from domain.exchange.workbook.contents import SIGNS, WAIVED
from domain.exchange.workbook.table import Placed
from domain.rules.finding import Severity


class Mark(Enum):
    """Colours that keep apart for the colour-blind: vermilion, yellow, blue, grey."""

    ERROR = PatternFill("lightUp", fgColor="FFE9A183", bgColor="FFFBE3D8")
    WARNING = PatternFill("gray0625", fgColor="FFB58900", bgColor="FFFFF2C2")
    NOTE = PatternFill("lightHorizontal", fgColor="FFBFD9EA", bgColor="FFE6F1F8")
    FULL = PatternFill("gray0625", fgColor="FF56B4E9", bgColor="FFEAF4FB")
    WAIVED = PatternFill("lightDown", fgColor="FFD0D0D0", bgColor="FFF2F2F2")
    UNSURE = PatternFill("lightHorizontal", fgColor="FFD0D0D0", bgColor="FFF2F2F2")


_BOLD: Final = frozenset({Mark.ERROR, Mark.WARNING})


def equals(placed: Placed, key: str, word: str) -> str:
    """The condition that a cell holds a word."""
    quoted = word.replace('"', '""')
    return f'{placed.first_cell(key)}="{quoted}"'


def begins_with(placed: Placed, key: str, sign: str) -> str:
    """The condition that a cell begins with a sign."""
    return f'LEFT({placed.first_cell(key)},1)="{sign}"'


def mark(placed: Placed, key: str, marks: Sequence[tuple[str, Mark]]) -> None:
    """Mark the cells of a column: the first condition that holds decides."""
    mark_cells(placed.sheet, placed.column(key), marks)


def mark_cells(sheet: Worksheet, cells: str, marks: Sequence[tuple[str, Mark]]) -> None:
    """Mark cells of a sheet: the first condition that holds for one decides."""
    for condition, how in marks:
        rule = Rule(type="expression", formula=[condition], dxf=_look(how), stopIfTrue=True)
        sheet.conditional_formatting.add(cells, rule)


def _look(how: Mark) -> DifferentialStyle:
    # Excel paints the bgColor of a conditional fill; fgColor is only the pattern's.
    return DifferentialStyle(font=Font(b=how in _BOLD, color="FF000000"), fill=how.value)


def mark_findings(placed: Placed, key: str) -> None:
    """Mark the cells of a column that sum findings up, by the gravest."""
    mark(
        placed,
        key,
        [
            (begins_with(placed, key, SIGNS[Severity.ERROR]), Mark.ERROR),
            (begins_with(placed, key, SIGNS[Severity.WARNING]), Mark.WARNING),
            (begins_with(placed, key, SIGNS[Severity.NOTE]), Mark.NOTE),
            (begins_with(placed, key, WAIVED), Mark.WAIVED),
        ],
    )
