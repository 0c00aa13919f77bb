"""Below the table of Strength: all missions together, in numbers and in a chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.pagebreak import Break

from domain.exchange.workbook.book import Book
from domain.exchange.workbook.calendar import Stretch
from domain.exchange.workbook.columns import Value
from domain.exchange.workbook.formulas import Formula
from domain.exchange.workbook.layout import Line, Lines, Spot
from domain.exchange.workbook.looks import Look, Styles
from domain.exchange.workbook.monthly_chart import add_monthly_chart
from domain.exchange.workbook.presence import Presence
from domain.exchange.workbook.table import Placed
from domain.language import _

TOTAL = "kader_most_at_once"
"""The name of the cell with the most persons at once."""


def put_all_missions(
    book: Book, placed: Placed, shown: Sequence[Presence], stretches: Sequence[Stretch], peak: str
) -> None:
    """Put it there, under the same columns; ``peak`` is the key of the column of peaks."""
    if not shown:
        return
    sheet, first = placed.sheet, placed.rows.last + 2
    letters = [placed.letters[stretch.key] for stretch in stretches]
    lines = [*_above(book.styles)]
    numbers = first + len(lines)
    for row, presence in enumerate(shown, start=numbers):
        months = f"{letters[0]}{row}:{letters[-1]}{row}"
        highest = Formula(f"MAX({months})", max(presence.peaks))
        where = column_index_from_string(placed.letters[peak])
        lines.append(Line(list(_line(book.styles, presence, where, highest, letters[0]))))
    last = numbers + len(shown) - 1
    book.put_rows(sheet, Lines(first, column_index_from_string(letters[-1]), lines))
    book.name_cell(TOTAL, sheet, f"{placed.letters[peak]}{last}")
    columns = column_index_from_string(letters[0]), column_index_from_string(letters[-1])
    sheet.row_breaks.append(Break(id=first - 1))
    end = add_monthly_chart(sheet, placed.heading, last, columns, last + 2)
    sheet.print_area = f"A1:{placed.last_printed}{end}"


def _above(styles: Styles) -> Iterator[Line]:
    yield Line([Spot(1, styles.number(Look.SECTION), _("All missions together"))], 22)
    lead = _("The most persons at once; those who hand over and those who take over both count.")
    yield Line([Spot(1, styles.number(Look.LEAD), lead)], 18)


def _line(
    styles: Styles, presence: Presence, peak: int, highest: Value, first: str
) -> Iterator[Spot]:
    yield Spot(1, styles.number(Look.TEXT), presence.title)
    yield Spot(peak, styles.number(Look.NUMBER), highest)
    style = styles.number(Look.GRID)
    for column, cell in enumerate(presence.cells, start=column_index_from_string(first)):
        yield Spot(column, style, cell)
