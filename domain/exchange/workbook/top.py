"""What stands above the table of a sheet: the marking, the title, a line about the sheet."""

from __future__ import annotations

import re
from typing import Final

from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from domain.exchange.workbook.cells import put
from domain.exchange.workbook.looks import FONT, SIZE, Look
from domain.exchange.workbook.material import Material
from domain.exchange.workbook.text import on_one_line
from domain.model.settings import Marking

_COLOUR: Final = re.compile("#?([0-9A-Fa-f]{6})")
_DARK: Final = 140


def put_top(sheet: Worksheet, material: Material, title: str, lead: str, width: int) -> int:
    """Put it there, so many columns wide; the number of the first row below it."""
    row = 1
    marking = material.plan.settings.marking
    if marking is not None:
        put_marking(sheet, row, marking, width)
        row += 1
    put(sheet, row, 1, title, Look.TITLE)
    sheet.row_dimensions[row].height = 24
    put(sheet, row + 1, 1, _line(material, lead), Look.LEAD)
    sheet.row_dimensions[row + 1].height = 18
    return row + 2


def put_marking(sheet: Worksheet, row: int, marking: Marking, width: int) -> None:
    """Put the marking into a row, in its colour as far as the table goes."""
    put(sheet, row, 1, on_one_line(marking.text), Look.MARKING)
    found = _COLOUR.fullmatch(marking.colour.strip())
    if found is None:
        return
    colour = found[1].upper()
    letters = "FFFFFFFF" if _brightness(colour) < _DARK else "FF000000"
    for column in range(1, width + 1):
        cell = sheet.cell(row, column)
        cell.fill = PatternFill("solid", fgColor=f"FF{colour}", bgColor=f"FF{colour}")
        cell.font = Font(name=FONT, sz=SIZE, b=True, color=letters)


def _brightness(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _line(material: Material, lead: str) -> str:
    plan = material.plan
    named = " – ".join(on_one_line(name) for name in (plan.name, plan.scenario) if name.strip())
    return "  ·  ".join(filter(None, (named, lead)))
