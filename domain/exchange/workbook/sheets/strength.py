"""Strength: for each limit its peak in each month, computed from the sheet Rotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from openpyxl.utils import get_column_letter

from domain.exchange.workbook.all_missions import put_all_missions
from domain.exchange.workbook.book import Book
from domain.exchange.workbook.calendar import Stretch, month_grid
from domain.exchange.workbook.columns import Column, Value, aside, number, text
from domain.exchange.workbook.contents import Contents
from domain.exchange.workbook.filling import State
from domain.exchange.workbook.formulas import Formula, in_this_row
from domain.exchange.workbook.looks import Look
from domain.exchange.workbook.marks import Mark, equals, mark, mark_cells
from domain.exchange.workbook.naming import frame_name, missions_text
from domain.exchange.workbook.sheets.sheet import Sheet
from domain.exchange.workbook.strength_rows import (
    NAME,
    Row,
    all_together,
    rows_of,
    state_of,
)
from domain.exchange.workbook.table import Placed, TableSheet, write_table
from domain.language import _
from domain.words.limits import short_limit_text

_A_PAGE: Final = 24
_FROZEN: Final = 5
_PEAK, _NUMBER, _MARGIN = "peak", "number", "x_margin"


def write(book: Book, contents: Contents) -> None:
    """Add the sheet."""
    stretches = month_grid(contents.period).stretches
    rows = rows_of(contents)
    together = all_together(contents)
    what = _("For each limit on persons or teams at once its peak in each month.")
    about = TableSheet(
        NAME, _("Strength"), what, _lead(rows), _columns(contents, stretches), _FROZEN
    )
    placed = write_table(book, contents.material, about, rows)
    book.remarks.extend(_remarks(rows))
    _mark(placed, stretches)
    sheet = placed.sheet
    sheet.page_setup.fitToWidth = max(1, -(-len(stretches) // _A_PAGE))
    sheet.print_title_cols = f"A:{get_column_letter(_FROZEN)}"
    put_all_missions(book, placed, together, stretches, _PEAK)


def _lead(rows: Sequence[Row]) -> str:
    text = _("The highest strength on any day of the month; empty where the frame is not in force.")
    if any(row.counting for row in rows):
        live = _("The cells follow the sheet Rotations.")
        return f"{text} {live}"
    return text


def _remarks(rows: Sequence[Row]) -> Iterator[str]:
    fixed = sum(row.counting is None for row in rows)
    if fixed:
        yield _(
            "On Strength the months of {count} limits of {all} are values too: the plan is too "
            "large for a spreadsheet to compute them, people who hand over are deducted there, or "
            "no formula can name the missions."
        ).format(count=fixed, all=len(rows))


def _columns(contents: Contents, stretches: Sequence[Stretch]) -> tuple[Column[Row], ...]:
    plan = contents.plan

    def peak(row: Row) -> Value:
        if not stretches:
            return None
        cells = in_this_row(NAME, stretches[0].title, stretches[-1].title)
        return Formula(f"MAX({cells})", row.highest)

    def state(row: Row) -> Value:
        return state_of(row) if stretches else None

    return (
        text(
            "missions", _("Missions"), lambda r: missions_text(plan, r.filling.frame.missions), 20
        ),
        text("x_limit", _("Limit"), lambda r: short_limit_text(r.filling.limit), 26),
        number(_NUMBER, _("Number"), lambda r: r.filling.limit.number),
        Column(_PEAK, _("Peak"), peak, Look.NUMBER),
        Column("state", _("State"), state, Look.COMPUTED, 18),
        *(_month(place, stretch) for place, stretch in enumerate(stretches)),
        aside("frame", _("National frame"), lambda r: frame_name(plan, r.filling.frame), Look.TEXT),
        aside(
            "x_live",
            _("Cells"),
            lambda r: _("values") if r.counting is None else _("computed"),
            Look.TEXT,
        ),
        aside(_MARGIN, _("Margin"), lambda r: r.margin, Look.NUMBER),
        aside("id", _("Limit id"), lambda r: r.filling.limit.id),
    )


def _month(place: int, stretch: Stretch) -> Column[Row]:
    def value(row: Row) -> Value:
        return row.peaks[place]

    return Column(stretch.key, stretch.title, value, Look.GRID, filtered=False)


def _mark(placed: Placed, stretches: Sequence[Stretch]) -> None:
    marks = {State.EXCEEDED: Mark.ERROR, State.ABOUT: Mark.WARNING, State.FULL: Mark.FULL}
    words = [(equals(placed, "state", _(state.value)), how) for state, how in marks.items()]
    mark(placed, "state", words)
    if not stretches:
        return
    first, last = (placed.letters[stretch.key] for stretch in (stretches[0], stretches[-1]))
    row = placed.rows.first
    cell, number, margin = f"{first}{row}", placed.first_cell(_NUMBER), placed.first_cell(_MARGIN)
    mark_cells(
        placed.sheet,
        f"{first}{row}:{last}{placed.rows.last}",
        [
            (f"ISBLANK({cell})", Mark.UNSURE),
            (f"AND(ISNUMBER({number}),{cell}>{number}+{margin})", Mark.ERROR),
            (f"AND(ISNUMBER({number}),{cell}>{number})", Mark.WARNING),
            (f"AND(ISNUMBER({number}),{cell}>0,{cell}={number})", Mark.FULL),
        ],
    )


SHEET: Final = Sheet(rows=lambda contents: len(contents.material.profiles), write=write)
