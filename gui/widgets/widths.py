"""How wide columns are, for the size of text that the user chose and for what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QTableView, QWidget

_DIGITS: Final = "0123456789"
_USUAL: Final = 76
"""So wide are all digits in the text for which widths are given."""


def at_text_size(widget: QWidget, pixels: int) -> int:
    """A width that was chosen for usual text, for the text that there is."""
    return round(pixels * widget.fontMetrics().horizontalAdvance(_DIGITS) / _USUAL)


def fit_columns(view: QTableView, most: Mapping[int, int]) -> None:
    """Make columns as wide as what stands in them, but no wider than this in usual text."""
    for column, widest in most.items():
        needed = max(
            view.sizeHintForColumn(column), view.horizontalHeader().sectionSizeHint(column)
        )
        view.setColumnWidth(column, min(needed, at_text_size(view, widest)))
