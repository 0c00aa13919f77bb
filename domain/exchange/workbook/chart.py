"""The chart of the overview: how full each limit on persons is, as a share of its number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.legend import Legend
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.worksheet.worksheet import Worksheet

from domain.exchange.workbook.filling import Filling, State
from domain.exchange.workbook.lists import Lists
from domain.exchange.workbook.naming import missions_text
from domain.exchange.workbook.widths import LINE_HEIGHT
from domain.language import _
from domain.model import NUMBERED, Measure, Plan
from domain.words.fixed import categories_text

MOST_BARS: Final = 40
_LONGEST_NAME: Final = 34
_WIDTH: Final = 40.0
_BAR: Final = 0.56
_AROUND: Final = 3.4
_ROW: Final = LINE_HEIGHT / 72 * 2.54
"""The height of an ordinary row in centimetres, as the chart has it."""
_STEP: Final = 0.25
_THIN: Final = 6350  # half a point, in the units of drawings
_BLUE, _VERMILION, _FAINT, _PALE = "0072B2", "D55E00", "FFE3D3", "FFFFFF"
_LINE, _GRID = "8A949B", "D0D5D9"


@dataclass(frozen=True, slots=True)
class Bar:
    """A limit in the chart: within its number, above it, and what is left, as shares of it."""

    name: str
    within: float
    above: float
    left: float


def bars_of(plan: Plan, fillings: Iterable[Filling]) -> list[Bar]:
    """The fullest limits on persons that are in force and have a number above zero."""
    shown = [filling for filling in fillings if _can_be_drawn(filling)]
    shown.sort(key=_share, reverse=True)
    times = Counter(_missions(plan, filling) for filling in shown)
    return [_bar(plan, filling, times) for filling in shown[:MOST_BARS]]


def _can_be_drawn(filling: Filling) -> bool:
    limit = filling.limit
    counts = limit.measure is Measure.PERSONS and limit.binding in NUMBERED and bool(limit.number)
    return counts and filling.state is not State.NOT_IN_FORCE


def _share(filling: Filling) -> float:
    return float(filling.peak or 0) / float(filling.limit.number or 1)


def _missions(plan: Plan, filling: Filling) -> str:
    return missions_text(plan, filling.frame.missions)


def _bar(plan: Plan, filling: Filling, times: Counter[str]) -> Bar:
    share = _share(filling)
    name = missions = _missions(plan, filling)
    if len(name) > _LONGEST_NAME:
        name = name[: _LONGEST_NAME - 1] + "…"
    if times[missions] > 1:
        name = f"{name}, {categories_text(filling.limit.categories)}"
    numbers = _("{peak} of {number}").format(peak=filling.peak, number=filling.limit.number)
    return Bar(f"{name}:  {numbers}", min(share, 1), max(share - 1, 0), max(1 - share, 0))


def add_chart(sheet: Worksheet, lists: Lists, bars: Sequence[Bar], row: int) -> int:
    """Put the chart at a row of a sheet, its numbers on the hidden one; the row below the chart."""
    headings = (_("Limit"), _("within the limit"), _("above the limit"), _("room left"))
    rows = [(bar.name, bar.within, bar.above, bar.left) for bar in bars]
    first = lists.add_block(headings, rows)
    chart = _empty_chart(max(bar.within + bar.above for bar in bars))
    for place, paint in enumerate((_solid(_BLUE), _hatched(), _solid(_PALE)), start=1):
        column = first + place
        values = Reference(lists.sheet, min_col=column, min_row=2, max_row=len(bars) + 1)
        series = Series(values, title=headings[place])
        series.graphicalProperties = paint
        chart.series.append(series)
    chart.set_categories(Reference(lists.sheet, min_col=first, min_row=2, max_row=len(bars) + 1))
    height = _AROUND + _BAR * len(bars)
    chart.width = _WIDTH  # type: ignore[assignment]
    chart.height = height
    sheet.add_chart(chart, f"A{row}")
    return row + 1 + int(height / _ROW)


def _empty_chart(highest: float) -> BarChart:
    chart = BarChart(gapWidth=35, overlap=100)
    chart.type, chart.grouping = "bar", "stacked"
    chart.title, chart.roundedCorners = None, False
    chart.legend = Legend(legendPos="t")
    chart.visible_cells_only = False
    names, shares = chart.x_axis, chart.y_axis
    # Excel draws no axis of which the file does not say that it is there.
    names.delete = shares.delete = False
    names.scaling.orientation = "maxMin"
    names.tickLblSkip = 1
    shares.scaling.min, shares.scaling.max = 0, _end_of_axis(highest)
    shares.number_format, shares.majorUnit = "0%", _STEP
    shares.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=_GRID)))
    return chart


def _end_of_axis(highest: float) -> float:
    """Bars that are far above their limit run off the chart: their numbers stand beside them."""
    return min(max(1 + _STEP, -(-highest // _STEP) * _STEP), 2.0)


def _solid(colour: str) -> GraphicalProperties:
    return GraphicalProperties(solidFill=colour, ln=_outline())


def _hatched() -> GraphicalProperties:
    pattern = PatternFillProperties(
        prst="wdUpDiag", fgClr=_colour(_VERMILION), bgClr=_colour(_FAINT)
    )
    return GraphicalProperties(pattFill=pattern, ln=_outline())


def _colour(code: str) -> ColorChoice:
    return ColorChoice(srgbClr=code)  # type: ignore[arg-type]


def _outline() -> LineProperties:
    return LineProperties(solidFill=_LINE, w=_THIN)
