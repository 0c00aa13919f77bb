"""Overview: one row for each limit, how full it is, and a chart of it."""

from __future__ import annotations

from typing import Final

from openpyxl.worksheet.pagebreak import Break

from domain.exchange.workbook.book import Book
from domain.exchange.workbook.cells import put
from domain.exchange.workbook.chart import MOST_BARS, add_chart, bars_of
from domain.exchange.workbook.columns import Column, aside, day, number, text
from domain.exchange.workbook.contents import Contents, summary
from domain.exchange.workbook.filling import Filling, State, fillings, first_day_of, last_day_of
from domain.exchange.workbook.looks import Look
from domain.exchange.workbook.marks import Mark, equals, mark, mark_findings
from domain.exchange.workbook.naming import frame_name, missions_text
from domain.exchange.workbook.sheets.sheet import Sheet
from domain.exchange.workbook.table import Placed, TableSheet, write_table
from domain.language import _, plural
from domain.words.fixed import categories_text, word
from domain.words.limits import measure_text

NAME: Final = "overview"
_MARKS: Final = {
    State.EXCEEDED: Mark.ERROR,
    State.ABOUT: Mark.WARNING,
    State.FULL: Mark.FULL,
    State.UNKNOWN: Mark.UNSURE,
    State.UNREAD: Mark.UNSURE,
}


def write(book: Book, contents: Contents) -> None:
    """Add the sheet."""
    rows = list(fillings(contents))
    about = TableSheet(
        NAME,
        _("Overview"),
        _("One row for each limit: its number, its peak, what is left; below it a chart."),
        _(
            "Strength is the number of persons at the missions of a frame on one day. "
            "Equal to the limit is no breach. An empty day is open."
        ),
        _columns(contents),
        frozen=2,
    )
    placed = write_table(book, contents.material, about, rows)
    mark(
        placed,
        "state",
        [(equals(placed, "state", _(state.value)), how) for state, how in _MARKS.items()],
    )
    mark_findings(placed, "x_findings")
    _put_chart(book, contents, placed, rows)


def _columns(contents: Contents) -> tuple[Column[Filling], ...]:
    plan = contents.plan
    states = {state: _(state.value) for state in State}
    return (
        text("missions", _("Missions"), lambda f: missions_text(plan, f.frame.missions), 24),
        text("frame", _("National frame"), lambda f: frame_name(plan, f.frame), 32),
        text("measure", _("Measure"), lambda f: measure_text(f.limit.measure), 16),
        text("categories", _("Categories"), lambda f: categories_text(f.limit.categories), 18),
        text("binding", _("Binding"), lambda f: word(f.limit.binding), 12),
        number("number", _("Number"), lambda f: f.limit.number),
        number("peak", _("Peak"), lambda f: f.peak),
        day("peak_day", _("Peak day"), lambda f: f.peak_on),
        number("room", _("Room left"), lambda f: f.room),
        number("days_above", _("Days above"), lambda f: f.days_above),
        text("state", _("State"), lambda f: states[f.state], 16),
        text("x_findings", _("Findings"), lambda f: summary(f.findings), 22),
        day("first_day", _("In force from"), lambda f: first_day_of(f.profile.in_force)),
        day("last_day", _("In force until"), lambda f: last_day_of(f.profile.in_force)),
        text("source", _("Source"), lambda f: str(f.frame.source or ""), 50),
        aside("id", _("Limit id"), lambda f: f.limit.id),
        aside("frame_id", _("Frame id"), lambda f: f.frame.id),
    )


def _put_chart(book: Book, contents: Contents, placed: Placed, rows: list[Filling]) -> None:
    bars = bars_of(contents.plan, rows)
    if not bars:
        return
    sheet, title = placed.sheet, placed.rows.last + 2
    put(sheet, title, 1, _("Peak strength as a share of the limit"), Look.SECTION)
    put(sheet, title + 1, 1, _chart_lead(len(bars)), Look.LEAD)
    sheet.row_dimensions[title].height, sheet.row_dimensions[title + 1].height = 22, 18
    sheet.row_breaks.append(Break(id=title - 1))
    end = add_chart(sheet, book.lists, bars, title + 2)
    sheet.print_area = f"A1:{placed.last_printed}{end}"


def _chart_lead(count: int) -> str:
    if count < MOST_BARS:
        return _("All limits on persons with a number that are in force; 100% is the limit.")
    return plural(
        "The {count} fullest limit on persons; 100% is the limit.",
        "The {count} fullest limits on persons; 100% is the limit.",
        count,
    ).format(count=count)


SHEET: Final = Sheet(rows=lambda contents: sum(1 for _limit in contents.plan.limits()), write=write)
