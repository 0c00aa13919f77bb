"""The chart of the sheet Strength: how many persons are out at once, month by month."""

from __future__ import annotations

from typing import Final

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from domain.exchange.workbook.widths import LINE_HEIGHT

_MONTH: Final = 1.6
_LEAST: Final = 12.0
_HEIGHT: Final = 8.0
_ROW: Final = LINE_HEIGHT / 72 * 2.54
_MOST_LABELS: Final = 24
_BLUE: Final = "0072B2"
_GRID: Final = "D0D5D9"


def add_monthly_chart(
    sheet: Worksheet, heading: int, numbers: int, columns: tuple[int, int], row: int
) -> int:
    """Put a chart of one row of numbers at another row; returns the row below the chart.

    It stands under the months of the first page: what lies over columns that return on every
    page is printed with them, and cut.
    """
    first, last = columns
    chart = BarChart(gapWidth=30)
    chart.type, chart.title, chart.legend, chart.roundedCorners = "col", None, None, False
    values = Reference(sheet, min_col=first, max_col=last, min_row=numbers)
    series = Series(values)
    series.graphicalProperties = GraphicalProperties(solidFill=_BLUE)
    chart.series.append(series)
    chart.set_categories(Reference(sheet, min_col=first, max_col=last, min_row=heading))
    months, persons = chart.x_axis, chart.y_axis
    # Excel draws no axis of which the file does not say that it is there.
    months.delete = persons.delete = False
    months.tickLblSkip = 1 + (last - first) // _MOST_LABELS
    persons.number_format, persons.scaling.min = "#,##0", 0
    lines = GraphicalProperties(ln=LineProperties(solidFill=_GRID))
    persons.majorGridlines = ChartLines(spPr=lines)
    on_page = -(-(last - first + 1) // (sheet.page_setup.fitToWidth or 1))
    chart.width, chart.height = max(on_page * _MONTH, _LEAST), _HEIGHT  # type: ignore[assignment]
    sheet.add_chart(chart, f"{get_column_letter(first)}{row}")
    return row + 1 + int(_HEIGHT / _ROW)
