"""Tables that never came from us: workbooks and text files, whose columns someone must name."""

from domain.exchange.table_reading.reading import Look, look, read_table

__all__ = ["Look", "look", "read_table"]
