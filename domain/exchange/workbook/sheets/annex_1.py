"""Annex 1: legal basis, mandates and frames, as the yearly report prints them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.exchange.workbook.book import Book
from domain.exchange.workbook.contents import Contents
from domain.exchange.workbook.layout import Line, Lines, heading_line, height_of, spots, text_spot
from domain.exchange.workbook.looks import Look, Styles
from domain.exchange.workbook.page import set_page
from domain.exchange.workbook.sheets.sheet import Sheet
from domain.exchange.workbook.top import put_top
from domain.language import _
from domain.reports import MissionRow
from domain.reports.regions import region_text
from domain.reports.texts import basis_text, frames_text, mandates_text

_WIDTHS: Final = {"A": 30.0, "B": 44.0, "C": 28.0, "D": 44.0, "E": 56.0}


def write(book: Book, contents: Contents) -> None:
    """Add the sheet."""
    title = _("Annex 1")
    what = _("Annex 1 of the yearly report: legal basis, mandates and national frames.")
    sheet = book.add_sheet(title, what)
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    row = put_top(sheet, contents.material, title, _lead(contents), len(_WIDTHS))
    lines = Lines(row, len(_WIDTHS), [_heading(book.styles), *_lines(book.styles, contents)])
    book.put_rows(sheet, lines)
    sheet.freeze_panes = f"B{row + 1}"
    set_page(sheet, contents.material, row)
    sheet.print_area = f"A1:E{lines.last}"


def _lead(contents: Contents) -> str:
    if contents.period is None:
        return _("The plan has no days to report on.")
    return _("{period}. All mandates and frames that hold on a day of the period.").format(
        period=str(contents.period)
    )


def _heading(styles: Styles) -> Line:
    titles = (
        _("Mission"),
        _("Legal basis"),
        _("International mandate until"),
        _("National frame until"),
        _("Source"),
    )
    return heading_line(styles, titles, _WIDTHS.values())


def _lines(styles: Styles, contents: Contents) -> Iterator[Line]:
    region = None
    for row in () if contents.report is None else contents.report.annex_1:
        if row.mission.region != region:
            region = row.mission.region
            yield Line(spots(styles, Look.SECTION, [region_text(region)]), 22)
        yield _line(styles, row)


def _line(styles: Styles, row: MissionRow) -> Line:
    texts = (
        row.mission.name or row.mission.id,
        basis_text(row.mandates),
        mandates_text(row.mandates),
        frames_text(row.frames),
        _sources(row),
    )
    cells = [text_spot(styles, column, text) for column, text in enumerate(texts, start=1)]
    return Line(cells, height_of(zip(texts, _WIDTHS.values(), strict=True)))


def _sources(row: MissionRow) -> str:
    sources = [one.mandate.source for one in row.mandates]
    sources += [one.frame.source for one in row.frames]
    return "\n".join(dict.fromkeys(str(source) for source in sources if source is not None))


SHEET: Final = Sheet(
    rows=lambda contents: 0 if contents.report is None else len(contents.report.annex_1),
    write=write,
)
