"""The sheets of the workbook, one file each, and their order."""

from typing import Final

from domain.exchange.workbook.sheets import findings, frames, overview, read_me, rotations
from domain.exchange.workbook.sheets.sheet import Sheet

SHEETS: Final[tuple[Sheet, ...]] = (
    read_me.SHEET,
    overview.SHEET,
    rotations.SHEET,
    frames.SHEET,
    findings.SHEET,
)
