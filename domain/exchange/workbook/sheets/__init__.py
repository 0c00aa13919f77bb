"""The sheets of the workbook, one file each, and their order behind Read me."""

from typing import Final

from domain.exchange.workbook.sheets import (
    annex_1,
    annex_2,
    control,
    findings,
    forces,
    frames,
    overview,
    rotations,
    strength,
    timeline,
)
from domain.exchange.workbook.sheets.sheet import Sheet

SHEETS: Final[tuple[Sheet, ...]] = (
    overview.SHEET,
    rotations.SHEET,
    strength.SHEET,
    timeline.SHEET,
    frames.SHEET,
    forces.SHEET,
    findings.SHEET,
    annex_1.SHEET,
    annex_2.SHEET,
    control.SHEET,
)
