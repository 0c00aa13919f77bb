"""The lines below annex 2: what was printed for the period, what its rows add up to, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.exchange.workbook.annex_2_lines import WIDTHS, number_spots
from domain.exchange.workbook.columns import Value
from domain.exchange.workbook.layout import Line, Spot, height_of, spots, text_spot
from domain.exchange.workbook.looks import Look, Styles
from domain.language import _
from domain.reports import ColumnNumber, Comparison, FrameNumbers, Report
from domain.reports.explanations import explanations
from domain.reports.printed import Columns

_WIDTH: Final = sum(WIDTHS.values())


def printed_lines(styles: Styles, report: Report, first: int) -> tuple[list[Line], list[int]]:
    """The lines from a first row on, and the rows whose text runs over all columns; or none."""
    comparison = report.printed
    if comparison is None:
        return [], []
    lines = [Line(()), *_above(styles, comparison), *_totals(styles, comparison)]
    texts = explanations(comparison, report.plan)
    begin = first + len(lines)
    lines += [_wide(styles, text) for text in texts]
    return lines, list(range(begin, begin + len(texts)))


def _above(styles: Styles, comparison: Comparison) -> Iterator[Line]:
    table = comparison.table
    yield Line(spots(styles, Look.SECTION, [_("Printed for this period")]), 22)
    where = _("{document} ({file}, line {lines})").format(
        document=table.document, file=table.file, lines=table.lines
    )
    yield Line(spots(styles, Look.LEAD, [where]))


def _totals(styles: Styles, comparison: Comparison) -> Iterator[Line]:
    table = comparison.table
    columns, joint = table.frames_once
    printed = _frame(table.frame, ColumnNumber())
    once = _frame(columns, ColumnNumber(joint))
    here = comparison.deployed
    yield _line(styles, _("Printed totals"), printed, _deployed(table.deployed))
    yield _line(styles, _("Its rows, each frame once"), once, _deployed(table.deployed_anew))
    in_plan: list[Value] = [here.military, here.civil_police, here.total]
    yield _line(styles, _("The same missions in this plan"), comparison.frame, in_plan)


def _frame(columns: Columns, joint: ColumnNumber) -> FrameNumbers:
    military, civil_police = ColumnNumber(columns.military), ColumnNumber(columns.civil_police)
    return FrameNumbers(military, civil_police, joint)


def _deployed(columns: Columns) -> list[Value]:
    return [columns.military, columns.civil_police, columns.total]


def _line(styles: Styles, label: str, frame: FrameNumbers, deployed: list[Value]) -> Line:
    return Line([text_spot(styles, 1, label), *number_spots(styles, frame, deployed)])


def _wide(styles: Styles, text: str) -> Line:
    return Line([Spot(1, styles.number(Look.COMPUTED), text)], height_of([(text, _WIDTH)]))
