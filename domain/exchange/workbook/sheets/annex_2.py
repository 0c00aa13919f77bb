"""Annex 2: frames and deployed persons, as the yearly report prints them, with live totals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.exchange.workbook.annex_2_lines import (
    COLUMNS,
    FIRST_NUMBER,
    WIDTHS,
    entry_lines,
    headings,
    region_line,
    total_line,
)
from domain.exchange.workbook.book import Book
from domain.exchange.workbook.contents import Contents
from domain.exchange.workbook.layout import Line, Lines
from domain.exchange.workbook.naming import labels_of
from domain.exchange.workbook.page import set_page
from domain.exchange.workbook.printed_lines import printed_lines
from domain.exchange.workbook.sheets.sheet import Sheet
from domain.exchange.workbook.top import put_top
from domain.language import _

TOTALS: Final = (
    "kader_frame_military",
    "kader_frame_civil_police",
    "kader_frame_joint",
    "kader_deployed_military",
    "kader_deployed_civil_police",
    "kader_deployed_total",
)
"""The names of the cells with the totals, from the left."""
_LAST: Final = "H"


def write(book: Book, contents: Contents) -> None:
    """Add the sheet."""
    title = _("Annex 2")
    what = _("Annex 2 of the yearly report: national frames, and who was deployed in the period.")
    sheet = book.add_sheet(title, what)
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    row = put_top(sheet, contents.material, title, _lead(contents), COLUMNS)
    heading = headings(book.styles)
    body = row + len(heading)
    lines = [*heading, *_body(book, contents, body)]
    if contents.report is not None:
        total = row + len(lines) - 1
        for name, letter in zip(TOTALS, "BCDEFG", strict=True):
            book.name_cell(name, sheet, f"{letter}{total}")
        printed, wide = printed_lines(book.styles, contents.report, row + len(lines))
        lines += printed
        for place in wide:
            sheet.merged_cells.add(f"A{place}:{_LAST}{place}")
    block = Lines(row, COLUMNS, lines)
    book.put_rows(sheet, block)
    sheet.freeze_panes = f"{FIRST_NUMBER}{body}"
    set_page(sheet, contents.material, row, len(heading))
    sheet.print_area = f"A1:{_LAST}{block.last}"


def _lead(contents: Contents) -> str:
    if contents.period is None:
        return _("The plan has no days to report on.")
    return _(
        "{period}. A frame limits how many are there on one day; deployed are all who passed "
        "through, and are never to be compared with it."
    ).format(period=str(contents.period))


def _body(book: Book, contents: Contents, first: int) -> Iterator[Line]:
    """The lines of the missions from a first row on, and their total."""
    report = contents.report
    if report is None:
        return
    labels = labels_of(contents.plan.missions.things())
    region, row = None, first
    for entry in report.annex_2.entries:
        if entry.region != region:
            region = entry.region
            yield region_line(book.styles, region)
            row += 1
        yield from entry_lines(book.styles, report, entry, labels, row)
        row += len(entry.missions)
    yield total_line(book.styles, report.annex_2, first, row - 1)


def _rows(contents: Contents) -> int:
    if contents.report is None:
        return 0
    return sum(len(entry.missions) for entry in contents.report.annex_2.entries)


SHEET: Final = Sheet(rows=_rows, write=write)
