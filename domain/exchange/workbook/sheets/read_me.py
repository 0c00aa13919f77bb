"""Read me: the first sheet; what this workbook is, and what stands in the others."""

from __future__ import annotations

from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from domain.exchange.workbook.book import Book
from domain.exchange.workbook.cells import put
from domain.exchange.workbook.contents import Contents
from domain.exchange.workbook.looks import Look
from domain.exchange.workbook.page import set_page
from domain.exchange.workbook.sheets.fact import Fact
from domain.exchange.workbook.sheets.read_me_facts import sections_of
from domain.exchange.workbook.top import put_top
from domain.exchange.workbook.widths import LINE_HEIGHT, lines_of
from domain.language import _

_WIDTHS: Final = {"A": 30.0, "B": 112.0, "C": 16.0}
_MOST_LINES: Final = 30


def write(book: Book, contents: Contents) -> None:
    """Add the sheet before all others, which it names; they must be there."""
    sheet = book.add_first_sheet(_("Read me"))
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    # The keys of the facts, for a program that reads them.
    sheet.column_dimensions["C"].hidden = True
    lead = _("The rotations of this plan, its national frames, and what the rules say about them.")
    row = put_top(sheet, contents.material, _("Read me"), lead, width=2)
    for title, facts in sections_of(contents, book.described, book.remarks):
        row = _put_section(sheet, row, title, facts)
    set_page(sheet, contents.material)
    sheet.print_area = f"A1:B{row}"


def _put_section(sheet: Worksheet, row: int, title: str, facts: list[Fact]) -> int:
    put(sheet, row + 1, 1, title, Look.SECTION)
    sheet.row_dimensions[row + 1].height = 20
    for place, fact in enumerate(facts, start=row + 2):
        put(sheet, place, 1, fact.label, Look.LABEL)
        look = Look.TEXT if isinstance(fact.value, str) else Look.DATE
        put(sheet, place, 2, fact.value, look)
        if fact.key:
            put(sheet, place, 3, fact.key, Look.QUIET)
        sheet.row_dimensions[place].height = _height(fact)
    return row + len(facts) + 2


def _height(fact: Fact) -> float:
    value = fact.value if isinstance(fact.value, str) else ""
    lines = max(lines_of(fact.label, _WIDTHS["A"]), lines_of(value, _WIDTHS["B"]))
    return min(lines, _MOST_LINES) * LINE_HEIGHT + 2
