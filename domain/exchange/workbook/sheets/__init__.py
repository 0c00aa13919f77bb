"""The sheets of the workbook, one file each, and their order behind Read me."""

from typing import Final

from domain.exchange.workbook.sheets import findings, frames, overview, rotations
from domain.exchange.workbook.sheets.sheet import Sheet

SHEETS: Final[tuple[Sheet, ...]] = (
    overview.SHEET,
    rotations.SHEET,
    frames.SHEET,
    findings.SHEET,
)
