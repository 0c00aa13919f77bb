"""Tables that never came from us: workbooks and text files, whose columns someone must name."""

from domain.exchange.table_reading.looking import Look, LooseDays, look
from domain.exchange.table_reading.reading import read_table
from domain.exchange.table_reading.sheet_table import best_sheet
from domain.exchange.table_reading.terms import Terms

__all__ = ["Look", "LooseDays", "Terms", "best_sheet", "look", "read_table"]
