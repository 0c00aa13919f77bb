"""Overview: one row for each limit, how full it is, and a chart of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final

from domain.engine.profile import Profile
from domain.exchange.workbook.book import Book
from domain.exchange.workbook.chart import add_chart
from domain.exchange.workbook.columns import Column, Value, Year, aside, day, number, text
from domain.exchange.workbook.contents import Contents, summary
from domain.exchange.workbook.filled import Filled
from domain.exchange.workbook.marks import Mark, equals, mark
from domain.exchange.workbook.naming import frame_name, missions_text
from domain.exchange.workbook.sheets.sheet import Sheet
from domain.exchange.workbook.table import TableSheet, write_table
from domain.exchange.workbook.words import BINDINGS, categories_text, measure_text
from domain.language import _
