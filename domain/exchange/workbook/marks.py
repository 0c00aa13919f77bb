"""Marks that follow the value of a cell: a pattern besides the colour, so that grey print shows it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle

from domain.exchange.workbook.table import Placed


class Mark(Enum):
    """A pattern, its colour, the colour behind it, and whether the letters are bold.

    The colours keep apart for the colour-blind: vermilion, yellow, blue, grey.
    """

    ERROR = ("lightUp", "FFE9A183", "FFFBE3D8", True)
    WARNING = ("gray0625", "FFB58900", "FFFFF2C2", True)
    NOTE = ("lightHorizontal", "FFBFD9EA", "FFE6F1F8", False)
    FULL = ("gray0625", "FF56B4E9", "FFEAF4FB", False)
    WAIVED = ("lightDown", "FFD0D0D0", "FFF2F2F2", False)
    UNSURE = ("lightHorizontal", "FFD0D0D0", "FFF2F2F2", False)


def equals(placed: Placed, key: str, word: str) -> str:
    """The condition that a cell holds a word."""
    quoted = word.replace('"', '""')
    return f'{placed.first_cell(key)}="{quoted}"'


def begins_with(placed: Placed, key: str, sign: str) -> str:
    """The condition that a cell begins with a sign."""
    return f'LEFT({placed.first_cell(key)},1)="{sign}"'


def mark(placed: Placed, key: str, marks: Sequence[tuple[str, Mark]]) -> None:
    """Mark the cells of a column: the first condition that holds decides."""
    for condition, how in marks:
        placed.sheet.conditional_formatting.add(
            placed.column(key),
            Rule(type="expression", formula=[condition], dxf=_look(how), stopIfTrue=True),
        )


def _look(how: Mark) -> DifferentialStyle:
    pattern, front, back, bold = how.value
    return DifferentialStyle(
        font=Font(b=bold, color="FF000000"),
        # Excel paints the bgColor of a conditional fill; fgColor is only the pattern's.
        fill=PatternFill(pattern, fgColor=front, bgColor=back),
    )
