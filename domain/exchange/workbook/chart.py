"""The chart of the overview: how full each limit on persons is, as a share of its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.fill import PatternFillProperties, ColorChoice
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.series import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.worksheet.worksheet import Worksheet

from domain.exchange.workbook.filling import Filling, State
from domain.exchange.workbook.lists import Lists
from domain.exchange.workbook.naming import missions_text
from domain.exchange.workbook.words import categories_text
from domain.language import _
from domain.model import NUMBERED, Measure, Plan

MOST_BARS: Final = 40
