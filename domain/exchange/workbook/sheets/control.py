"""Control: what the sheets add up to beside what the engine said; each check is live."""

from __future__ import annotations

from typing import Final

from domain.exchange.workbook.book import Book
from domain.exchange.workbook.checks import Check, checks
from domain.exchange.workbook.columns import Column, Value, aside, text
from domain.exchange.workbook.contents import SIGNS, WAIVED, Contents
from domain.exchange.workbook.formulas import Formula, column_of, in_this_row, literal
from domain.exchange.workbook.layout import Line, Lines, Spot
from domain.exchange.workbook.looks import DARK, Look, Paint
from domain.exchange.workbook.marks import Mark, equals, mark
from domain.exchange.workbook.sheets.sheet import Sheet
from domain.exchange.workbook.table import Placed, TableSheet, write_table
from domain.language import _
from domain.rules.finding import Severity

NAME: Final = "control"
_ROOM: Final = 2
_MEASURED, _ENGINE, _AGREES, _RESULT = "measured", "engine", "agrees", "result"
_NEAR: Final = "0.001"
"""Means have two decimals, which no spreadsheet adds up exactly."""


def write(book: Book, contents: Contents) -> None:
    """Add the sheet."""
    lead = _("Computed from the sheets; FALSE after a change, until the change is imported.")
    what = _("Live checks: the totals of the sheets against those of the engine, each TRUE.")
    about = TableSheet(NAME, _("Control"), what, lead, _columns(), frozen=2, room=_ROOM)
    placed = write_table(book, contents.material, about, list(checks(contents)))
    # Not on what is TRUE or FALSE: LibreOffice gives such a cell its format when it first computes
    # it, and crashes if it does so while it looks at a condition.
    here, there = placed.first_cell(_MEASURED), placed.first_cell(_ENGINE)
    mark(placed, _MEASURED, [(f"ABS({here}-{there})>={_NEAR}", Mark.ERROR)])
    mark(placed, _RESULT, [(equals(placed, _RESULT, _wrong()), Mark.ERROR)])
    _put_summary(book, placed)


def _columns() -> tuple[Column[Check], ...]:
    def agrees(_check: Check) -> Value:
        here, there = (in_this_row(NAME, title) for title in (_("On the sheet"), _("Engine")))
        return Formula(f"ABS({here}-{there})<{_NEAR}", True)  # noqa: FBT003 - it is the value

    def result(_check: Check) -> Value:
        here, fine = in_this_row(NAME, _("Agrees")), _fine()
        return Formula(f"IF({here},{literal(fine)},{literal(_wrong())})", fine)

    return (
        text("sheet", _("Sheet"), lambda c: c.sheet, 16),
        text("what", _("Check"), lambda c: c.what, 70),
        Column(_MEASURED, _("On the sheet"), lambda c: Formula(c.formula, c.engine), Look.NUMBER),
        Column(_ENGINE, _("Engine"), lambda c: c.engine, Look.NUMBER),
        Column(_RESULT, _("Result"), result, Look.COMPUTED, 18),
        # On paper the word is enough; what is TRUE some programs print as 1.
        aside(_AGREES, _("Agrees"), agrees, Look.COMPUTED),
    )


def _fine() -> str:
    return " ".join((WAIVED, _("agrees")))


def _wrong() -> str:
    return " ".join((SIGNS[Severity.ERROR], _("differs")))


def _put_summary(book: Book, placed: Placed) -> None:
    """A line above the table that says in words whether all checks agree."""
    row = placed.heading - 1 - _ROOM
    style = book.styles.painted(Paint(letters=DARK, bold=True, aligned="left"))
    every, all_agree = column_of(NAME, _("Agrees")), " ".join((WAIVED, _("all agree")))
    formula = Formula(f"IF(AND({every}),{literal(all_agree)},{literal(_wrong())})", all_agree)
    spots = [Spot(1, style, _("Checks")), Spot(2, style, formula)]
    book.put_rows(placed.sheet, Lines(row, 2, [Line(spots, 18)]))


# Most of the checks are those of the limits; for the progress that will do.
SHEET: Final = Sheet(rows=lambda contents: len(contents.material.profiles), write=write)
